"""A page of the learner's own: only what they tick or write, never stored anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets as t

from course_lib.evidence import help_data
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below
from course_lib.pictures.causes_data import causes
from course_lib.pictures.causes_words import grade_mark
from course_lib.pictures.summary_data import summary

if TYPE_CHECKING:
    from collections.abc import Iterable

_BUTTONS = (("print", ' class="cc-main"'), ("clear", ""))


class PersonalSummary(Activity):
    """One page to print, put together from check boxes and an optional note.

    What is ticked and written stays in the view: it is no trait of this widget, so no
    kernel and no notebook ever holds it.
    """

    view = "personal.js"
    words = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        words = phrases_below("summary")
        said = ("note_cleared", "sheet_title", "sheet_note", "empty", "printed", "blocked")
        super().__init__(
            markup=_markup(),
            words={name: words[name] for name in (*said, "cleared", "full")},
        )


def _markup() -> str:
    data = summary()

    def say(name: str) -> str:
        return m.text(phrase(f"summary.{name}"))

    groups = {
        "points": [point.text for point in data.points],
        "causes": [
            phrase("summary.cause", label=cause.label, grade=grade_mark(cause))
            for cause in causes().values()
        ],
        **{
            to: [each.text for each in data.questions if each.to == to]
            for to in ("clinician", "partner")
        },
    }
    lists = "".join(_group(name, texts) for name, texts in groups.items())
    buttons = "".join(
        f'<button type="button"{kind} data-do="{name}">{say(name)}</button>'
        for name, kind in _BUTTONS
    )
    help_line = data.help.format(directory=help_data.help_data().directories[0].name)
    return (
        '<section class="cc cc-summary" role="group" data-activity="PersonalSummary" '
        f'aria-labelledby="{m.PREFIX}title"><p class="cc-title" id="{m.PREFIX}title">'
        f"{say('title')}</p><p>{say('about')}</p><p>{say('private')}</p>"
        f'<p class="cc-static" data-static=""><em>{say("static_hint")}</em></p>{lists}'
        '<div class="cc-own-note" data-live="" hidden="hidden">'
        f'<label for="{m.PREFIX}note">{say("note")}</label>'
        f'<p id="{m.PREFIX}about">{say("note_about")}</p>'
        f'<textarea id="{m.PREFIX}note" rows="4" maxlength="600" autocomplete="off" '
        f'aria-describedby="{m.PREFIX}about" data-part="note"></textarea>'
        '<div class="cc-buttons"><button type="button" data-do="clear_note">'
        f"{say('clear_note')}</button></div></div>"
        f'<p class="cc-subtitle" data-live="" hidden="hidden">{say("preview")}</p>'
        '<div class="cc-card cc-sheet" data-live="" hidden="hidden" data-part="sheet"></div>'
        f'<div class="cc-buttons" data-live="" hidden="hidden">{buttons}</div>'
        '<p role="status" data-part="status"></p>'
        f'<p data-part="help">{m.text(help_line)}</p></section>'
    )


def _group(name: str, texts: Iterable[str]) -> str:
    """Return a group that opens; asleep it is a plain list."""
    items = "".join(
        '<li><label><input type="checkbox" data-live="" hidden="hidden" '
        f'data-tick="{name}-{place}"/> <span>{m.text(text)}</span></label></li>'
        for place, text in enumerate(texts)
    )
    title = m.text(phrase(f"summary.{name}"))
    return f'<details data-group="{name}"><summary>{title}</summary><ul>{items}</ul></details>'
