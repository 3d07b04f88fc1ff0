"""Small builders for the markup that all activities share (well-formed XHTML)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from course_lib.frame.lens_model import LENSES
from course_lib.frame.phrases import phrase
from course_lib.frame.scenes import FORMS, scene

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Stands for the prefix that makes ids unique; replaced for each view.
PREFIX = "cc0-"
#: How the help panel is named in the words of activities.
_PANEL = re.compile(
    r"(?:the )?(?:help )?panel(?: at the top(?: of this lesson)?)?"
    r"|“Help, and what this course cannot do”"
)


def text(words: str) -> str:
    """Escape words for markup."""
    return escape(words, quote=True)


def picture(name: str) -> str:
    """Return a scene in its wide and narrow form; CSS shows the one that fits."""
    forms = []
    for form in FORMS:
        hidden = "" if form == "wide" else ' display="none"'
        svg = scene(name, form).replace(
            "<svg ",
            f'<svg class="cc-{form}"{hidden} role="img" aria-labelledby="{PREFIX}title" '
            f'aria-describedby="{PREFIX}words" focusable="false" ',
            1,
        )
        forms.append(svg)
    return f'<div class="cc-picture">{"".join(forms)}</div>'


def radios(name: str, legend: str, options: Mapping[str, str]) -> str:
    """Return a group of radio buttons for one name of the state."""
    items = "".join(
        f'<label><input type="radio" name="{PREFIX}{name}" value="{text(value)}" '
        f'data-control="{name}"/> {text(label)}</label>'
        for value, label in options.items()
    )
    return f"<fieldset><legend>{text(legend)}</legend>{items}</fieldset>"


def checkboxes(name: str, legend: str, options: Mapping[str, str]) -> str:
    """Return a group of check boxes for one name of the state."""
    items = "".join(
        f'<label><input type="checkbox" value="{text(value)}" data-control="{name}"/> '
        f"{text(label)}</label>"
        for value, label in options.items()
    )
    return f"<fieldset><legend>{text(legend)}</legend>{items}</fieldset>"


def switch(name: str, label: str) -> str:
    """Return one check box that turns a name of the state from "no" to "yes"."""
    return (
        f'<label><input type="checkbox" value="yes" data-off="no" data-control="{name}"/> '
        f"{text(label)}</label>"
    )


def slider(name: str, label: str, values: Sequence[str]) -> str:
    """Return a slider through named stops; the stop's name stands beside it."""
    return (
        f'<div class="cc-slider"><label for="{PREFIX}{name}">{text(label)}</label>'
        f'<input type="range" id="{PREFIX}{name}" min="0" max="{len(values) - 1}" step="1" '
        f'value="0" data-control="{name}" data-part="{name}-control" '
        f'data-values="{" ".join(values)}"/>'
        f'<output for="{PREFIX}{name}" data-part="{name}-label"></output></div>'
    )


def figure(
    *,
    kind: str,
    controls: str,
    scene_name: str,
    words: str,
    reading: str,
    hint: str,
    lanes_by: str = "",
    more: str = "",
) -> str:
    """Return a whole figure: title, controls, picture, words and how to read it.

    Parameters
    ----------
    kind : str
        The activity's class name, for the page builder.
    controls : str
        Markup of the controls; hidden until the view is alive.
    scene_name : str
        Which scene to show.
    words : str
        Markup under the picture that says what it shows.
    reading, hint : str
        How to read the figure; what to do to bring it alive.
    lanes_by : str
        The trait that says which lanes are shown, if they can be chosen.
    more : str
        Markup of further controls, closed below the picture until wanted.
    """
    lanes = f' data-lanes-by="{lanes_by}"' if lanes_by else ""
    return (
        f'<figure class="cc cc-figure" aria-labelledby="{PREFIX}title" '
        f'data-activity="{kind}"{lanes}>'
        f'<p class="cc-title" id="{PREFIX}title" data-part="title"></p>'
        f'<div class="cc-controls" data-live="" hidden="hidden">{controls}</div>'
        f"{picture(scene_name)}"
        f'<figcaption><div class="cc-words" id="{PREFIX}words" aria-live="polite">'
        f"{words}</div>{more}"
        f'<p class="cc-static" data-static=""><em>{text(hint)}</em></p>'
        f'<p class="cc-reading">{text(reading)}</p></figcaption></figure>'
    )


def way_back() -> str:
    """Return the button that leads back to the link from which something was opened."""
    return (
        '<div class="cc-buttons" data-back="" hidden="hidden"><button type="button">'
        f"{text(phrase('evidence.back'))}</button></div>"
    )


def with_help(words: str) -> str:
    """Return words in which the help panel, where it is named, is a link to it."""
    return _PANEL.sub(r'<a href="#help">\g<0></a>', text(words), count=1)


def more_controls(summary: str, controls: str) -> str:
    """Return further controls behind a summary, so that the picture stays near."""
    return (
        f'<details class="cc-more" data-live="" hidden="hidden"><summary>{text(summary)}</summary>'
        f"<div>{controls}</div></details>"
    )


def sentences(items: Sequence[str], *, opening: bool = True) -> str:
    """Return list items, after an opening line that a table fills."""
    start = '<p class="cc-opening" data-part="opening"></p>' if opening else ""
    return f"{start}<ul>{''.join(items)}</ul>"


def sentence_item(part: str, lane: str | None = None) -> str:
    """Return a list item that a table fills with a sentence."""
    lane_mark = f' data-lane="{lane}"' if lane else ""
    return f'<li data-part="{part}"{lane_mark}></li>'


def lens_control() -> str:
    """Return the switch between the story and the measurement."""
    return radios(
        "lens",
        phrase("lens.question"),
        {lens: phrase(f"lens.{lens}") for lens in reversed(LENSES)},
    )


def script_json(content: object) -> str:
    """Return JSON that may stand in a script element."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c")
