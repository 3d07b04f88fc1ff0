"""A slow pace to breathe along with: only on request, silent, and it ends by itself."""

from __future__ import annotations

from typing import Any

import traitlets as t

from course_lib.care import breathing_data
from course_lib.care.breathing_model import moments
from course_lib.evidence.marks import claim_marks, closed_sources
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below
from course_lib.frame.player import StopTrait

FORMS = ("moving", "still", "count")
#: What the view says while it runs.
_SAID = (
    *("in", "out", "in_short", "out_short", "rest"),
    *("line", "line_count", "started", "stopped", "ended"),
)


class BreathingPace(Activity):
    """About six breaths a minute, for those who want to try.

    Whether it runs is known to the view alone: nothing tells the kernel, and
    nothing is kept.

    Parameters
    ----------
    form : {"moving", "still", "count"}
        A circle that moves, a still picture with words, or counting only. Where
        less motion is asked for, "moving" shows what "still" shows.
    length : str
        When it ends by itself (see ``data/breathing.toml``).

    Raises
    ------
    UnknownNameError
        For a form or length that does not exist; it lists the near matches.
    """

    view = "breathing.js"

    form = StopTrait(FORMS).tag(sync=True)
    length = StopTrait(lambda: [each.id for each in breathing_data.breathing().lengths]).tag(
        sync=True
    )
    paces: t.Dict[str, Any] = t.Dict(help="Every second of the pace, by length").tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self, *, form: str = "moving", length: str = "one") -> None:
        data, phrases = breathing_data.breathing(), phrases_below("breathing")
        paces = {
            each.id: [
                [moment.now, moment.count, moment.breath]
                for moment in moments(data.in_seconds, data.out_seconds, each.breaths)
            ]
            for each in data.lengths
        }
        super().__init__(
            markup=_markup(data),
            form=form,
            length=length,
            paces=paces,
            words={name: phrases[name] for name in _SAID},
        )


def _markup(data: breathing_data.BreathingData) -> str:
    forms = {form: phrase(f"breathing.form_{form}") for form in FORMS}
    lengths = {each.id: each.label for each in data.lengths}
    controls = (
        m.radios("form", phrase("breathing.form"), forms)
        + f'<p data-reduced="" hidden="hidden"><em>{m.text(phrase("breathing.reduced"))}</em></p>'
        + m.radios("length", phrase("breathing.length"), lengths)
        + '<label class="cc-spoken"><input type="checkbox" data-spoken=""/> '
        f"{m.text(phrase('breathing.spoken'))}</label>"
    )
    buttons = "".join(
        f'<button type="button" class="cc-main" data-do="{name}">'
        f"{m.text(phrase(f'breathing.{name}'))}</button>"
        for name in ("start", "stop")
    )
    return (
        '<figure class="cc cc-figure cc-breathing" data-activity="BreathingPace" '
        f'aria-labelledby="{m.PREFIX}title" '
        f'data-in="{data.in_seconds}" data-out="{data.out_seconds}">'
        f'<p class="cc-title" id="{m.PREFIX}title">{m.text(data.title)}</p>'
        f'<p class="cc-warning"><strong>{m.text(data.warning)}</strong> '
        f"{m.text(data.warning_more)}</p>"
        f'<div class="cc-controls" data-live="" hidden="hidden">{controls}</div>'
        f"{m.picture('breathing')}"
        '<p class="cc-breath" data-line="" data-live="" hidden="hidden">&#160;</p>'
        f'<div class="cc-buttons" data-live="" hidden="hidden">{buttons}'
        f"<strong>{m.text(data.warning)}</strong></div>"
        '<p role="status" tabindex="-1" data-live="" hidden="hidden">'
        f"{m.text(phrase('breathing.ready'))}</p>"
        f"<figcaption>{_caption(data)}</figcaption></figure>"
    )


def _caption(data: breathing_data.BreathingData) -> str:
    steps = "".join(f"<li>{m.text(each)}</li>" for each in data.text_steps)
    known = "".join(f"<li>{m.text(each)}</li>" for each in data.known)
    hint = phrase("breathing.static_hint")
    return (
        f'<p class="cc-static" data-static=""><em>{m.text(hint)}</em></p>'
        f"<p>{m.text(data.chosen)}</p>"
        f"<details><summary>{m.text(data.text_title)}</summary><ol>{steps}</ol>"
        f'<p class="cc-words" id="{m.PREFIX}words">{m.text(data.picture)}</p></details>'
        f"<details><summary>{m.text(data.known_title)}</summary><ul>{known}</ul>"
        f"<p>{claim_marks(data.claims)}</p></details>"
        f"{closed_sources(data.refs)}"
    )
