"""Where help is, and what this course cannot do: one line that opens, and a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.evidence import help_data
from course_lib.evidence.help_data import fresh_until, old_note
from course_lib.evidence.marks import reference_list
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.evidence.help_data import HelpData


class _Help(Activity):
    """What says where help is: the view adds a sentence once its review is over a year old.

    The browser compares the dates, so that what is stored is the same on every day.
    """

    view = "help.js"
    review: t.Dict[str, Any] = t.Dict(help="The last fresh day, and what to say later").tag(
        sync=True
    )

    def __init__(self, markup: str) -> None:
        review = {"fresh_until": fresh_until().isoformat(), "old": old_note()}
        super().__init__(markup=markup, review=review)


class HelpPanel(_Help):
    """Where help is: a maintained directory, never a number, with its review date."""

    def __init__(self) -> None:
        data = help_data.help_data()
        reviewed = phrase("help.reviewed", date=data.reviewed, owner=data.owner)
        super().__init__(
            '<section class="cc cc-help" data-activity="HelpPanel">'
            f'<details data-help="help"><summary>{m.text(phrase("help.title"))}</summary>'
            f"{m.way_back()}"
            f"<p><strong>{m.text(phrase('help.urgent'))}</strong></p>{_list(data.urgent)}"
            f"<p><strong>{m.text(phrase('help.directory'))}</strong></p>{_directories(data)}"
            f"<p>{m.text(data.busy_lines)} {m.text(data.unsafe_places)}</p>"
            f"<p><strong>{m.text(phrase('help.soon'))}</strong></p>{_list(data.soon)}"
            f"<p>{m.text(data.limits)} {m.text(data.reviewed_by_clinician)}</p>"
            f"<p>{m.text(reviewed)}</p>"
            f"{_sources(data)}</details>{_leave()}</section>"
        )


class HelpDirectory(_Help):
    """The dated directory: what is urgent, where to look and how, and who looks after it."""

    def __init__(self) -> None:
        data = help_data.help_data()
        steps = "".join(
            f"<li>{m.text(phrase(f'help_directory.step_{name}'))}</li>"
            for name in ("device", "country", "way", "words", "try")
        )
        owner = phrase("help_directory.owner", owner=data.owner, date=data.reviewed)
        super().__init__(
            '<section class="cc cc-card cc-help" role="group" data-activity="HelpDirectory" '
            f'aria-labelledby="{m.PREFIX}title"><p class="cc-title" id="{m.PREFIX}title">'
            f"{m.text(phrase('help_directory.title'))}</p>"
            f"{_heading('first')}{_list(data.urgent)}"
            f"{_heading('listed')}{_directories(data)}<p>{m.text(data.busy_lines)}</p>"
            f"{_heading('how')}<ol>{steps}</ol><p>{m.text(data.unsafe_places)}</p>"
            f"{_heading('about')}<p>{m.text(owner)} {m.text(phrase('help_directory.age'))}</p>"
            f"{_heading('limits')}<p>{m.text(data.limits)} {m.text(data.reviewed_by_clinician)}</p>"
            f"<details><summary>{m.text(phrase('help.soon'))}</summary>{_list(data.soon)}</details>"
            f"{_sources(data)}{_leave()}</section>"
        )


def _heading(name: str) -> str:
    return f'<p class="cc-subtitle">{m.text(phrase(f"help_directory.{name}"))}</p>'


def _directories(data: HelpData) -> str:
    entries = "".join(
        f'<li><a href="{m.text(entry.address)}" rel="noreferrer">{m.text(entry.name)}</a>: '
        f"{m.text(entry.what)}</li>"
        for entry in data.directories
    )
    return f"<ul>{entries}</ul>"


def _sources(data: HelpData) -> str:
    return (
        f"<details><summary>{m.text(phrase('cards.sources'))}</summary>"
        f"{reference_list(data.refs)}</details>"
    )


def _leave() -> str:
    return (
        '<div class="cc-buttons" data-live="" hidden="hidden"><button type="button" '
        f'data-do="leave">{m.text(phrase("help.leave"))}</button></div>'
    )


def _list(sentences: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{m.text(sentence)}</li>" for sentence in sentences) + "</ul>"
