"""Where help is, and what this course cannot do: one line that opens, and a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.evidence import help_data
from course_lib.evidence.help_data import fresh_until, old_note
from course_lib.evidence.marks import closed_sources
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.my_course_data import by_organisation, layer
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
    """Where help is: a maintained directory, never a number, with its review date.

    Its sources stand in the directory of lesson 08 and on the page of help: here somebody may be
    in a hurry.
    """

    def __init__(self) -> None:
        data = help_data.help_data()
        reviewed = phrase("help.reviewed", date=data.reviewed, owner=data.owner)
        super().__init__(
            '<section class="cc cc-help" data-activity="HelpPanel">'
            f'<details data-help="help"><summary>{m.text(phrase("help.title"))}</summary>'
            f"{m.way_back()}"
            f"<p><strong>{m.text(phrase('help.urgent'))}</strong></p>{_list(data.urgent)}"
            f"{_near()}"
            f"<p><strong>{m.text(phrase('help.directory'))}</strong></p>{_directories(data)}"
            f"<p>{m.text(data.busy_lines)} {m.text(data.unsafe_places)}</p>"
            f"<p><strong>{m.text(phrase('help.soon'))}</strong></p>{_list(data.soon)}"
            f"<p>{m.text(data.limits)} {m.text(data.reviewed_by_clinician)}</p>"
            f"<p>{m.text(reviewed)}</p></details>{_leave()}</section>"
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
        how = f"<p>{m.text(data.busy_lines)}</p><ol>{steps}</ol><p>{m.text(data.unsafe_places)}</p>"
        limits = f"<p>{m.text(data.limits)} {m.text(data.reviewed_by_clinician)}</p>"
        super().__init__(
            '<section class="cc cc-card cc-help" role="group" data-activity="HelpDirectory" '
            f'aria-labelledby="{m.PREFIX}title"><p class="cc-title" id="{m.PREFIX}title">'
            f"{m.text(phrase('help_directory.title'))}</p>"
            f"{_room('first', _list(data.urgent))}"
            f"{_near()}{_heading('listed')}{_directories(data)}"
            f"{_room('how', how)}{_room('limits', limits)}"
            f"<p>{m.text(owner)} {m.text(phrase('help_directory.age'))}</p>"
            f"<details><summary>{m.text(phrase('help.soon'))}</summary>{_list(data.soon)}</details>"
            f"{closed_sources(data.refs)}{_leave()}</section>"
        )


def _heading(name: str) -> str:
    return f'<p class="cc-subtitle">{m.text(phrase(f"help_directory.{name}"))}</p>'


def _room(name: str, inner: str) -> str:
    """Return a part that opens: the panel at the top of the lesson says the same."""
    summary = m.text(phrase(f"help_directory.{name}"))
    return f"<details><summary>{summary}</summary>{inner}</details>"


def _near() -> str:
    """Return a teacher's own services; nothing if there are none."""
    services = layer().services
    if not services:
        return ""
    entries = "".join(
        f"<li>{_named(each.name, each.address)}: {m.text(each.what)} {m.text(each.how)}</li>"
        for each in services
    )
    return f"<p><strong>{m.text(by_organisation('near'))}</strong></p><ul>{entries}</ul>"


def _named(name: str, address: str) -> str:
    """Return a name, as a link where there is an address."""
    if not address:
        return m.text(name)
    return f'<a href="{m.text(address)}" rel="noreferrer">{m.text(name)}</a>'


def _directories(data: HelpData) -> str:
    entries = "".join(
        f"<li>{_named(entry.name, entry.address)}: {m.text(entry.what)}</li>"
        for entry in data.directories
    )
    return f"<ul>{entries}</ul>"


def _leave() -> str:
    return (
        '<div class="cc-buttons" data-live="" hidden="hidden"><button type="button" '
        f'data-do="leave">{m.text(phrase("help.leave"))}</button></div>'
    )


def _list(sentences: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{m.text(sentence)}</li>" for sentence in sentences) + "</ul>"
