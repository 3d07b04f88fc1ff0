"""What is remembered of a lesson, only if the learner wants it, and where that is kept."""

from __future__ import annotations

import errno
import os
from typing import Any

import traitlets as t

from course_lib.frame import lessons_data
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.load import UnknownNameError
from course_lib.frame.phrases import phrase, phrases_below
from course_lib.progress import progress_file
from course_lib.progress.host_model import host

_FULL = {errno.ENOSPC, errno.EDQUOT}
#: Tells the page builder that a trait is the learner's own and never goes into a page.
_OWN = {"sync": True, "private": True}


class ProgressPanel(Activity):
    """What was finished, checked and believed: remembered once that is turned on.

    What is remembered is decided in one place, ``state.js``, for notebooks and pages. In a
    notebook the kernel is only the shelf: it answers questions such as ``{"id": "a-1", "do":
    "swap", "before": None, "after": "…"}``, and nothing is read or written unasked. Answers to
    quizzes, times and notes are never part of it.

    Parameters
    ----------
    lesson : str
        The lesson's number, such as ``"01"``.

    Attributes
    ----------
    question : dict
        What a view asks: an ``id``, and to ``do`` "read", "swap", "set_aside" or "erase".
    place : str
        Whose computer the lesson runs on: "here", "hub" or "binder". A page has none: it is
        always read on the device in front of the learner.
    answer : dict
        The question's ``id`` with what was ``found``, or with a ``problem`` and the ``path``.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    """

    view = "panel.js"
    example = ("01",)
    lesson = t.Unicode().tag(sync=True)
    words = t.Dict().tag(sync=True)
    place = t.Unicode().tag(**_OWN)
    question: t.Dict[str, Any] = t.Dict().tag(**_OWN)
    answer: t.Dict[str, Any] = t.Dict().tag(**_OWN)

    def __init__(self, lesson: str) -> None:
        if lesson not in lessons_data.lessons():
            raise UnknownNameError("lesson", lesson, lessons_data.lessons())
        words = phrases_below("progress")
        del words["static_hint"]  # stands in the markup; a live view and a page need none
        super().__init__(lesson=lesson, markup=_panel(), words=words, place=host(os.environ))

    @t.observe("question")
    def _asked(self, change: Any) -> None:
        asked = change["new"]
        try:
            found = {"found": _do(asked)}
        except OSError as problem:
            found = {"problem": _problem(asked["do"], problem)}
        self.answer = {"id": asked["id"], "path": str(progress_file.place()), **found}


def _do(asked: dict[str, Any]) -> str | bool | None:
    path = progress_file.place()
    if asked["do"] == "read":
        return progress_file.read(path)
    if asked["do"] == "swap":
        return progress_file.swap(path, asked["before"], asked["after"])
    if asked["do"] == "set_aside":
        return progress_file.set_aside(path, asked["before"])
    return progress_file.erase(path)


def _problem(do: str, problem: OSError) -> str:
    """Return the name of the phrase that says what went wrong."""
    if do == "read":
        return "unreadable"
    if do == "erase":
        return "not_erased"
    return "full" if problem.errno in _FULL else "unsaved"


def _panel() -> str:
    def say(name: str) -> str:
        return m.text(phrase(f"progress.{name}"))

    boxes = "".join(
        f'<label><input type="checkbox" data-part="{name}"/> <span>{say(name)}</span></label>'
        for name in ("remember", "finish")
    )
    buttons = "".join(
        f'<button type="button" data-do="{name}">{say(name)}</button>'
        for name in ("export", "import", "erase")
    )
    return (
        f'<section class="cc cc-card cc-progress" role="group" aria-labelledby="{m.PREFIX}title" '
        f'data-activity="ProgressPanel"><p class="cc-title" id="{m.PREFIX}title">{say("title")}'
        f'</p><p>{say("about")} <span data-part="kept">{say("kept")}</span></p>'
        f'<p data-static=""><em>{say("static_hint")}</em></p>'
        f'<div class="cc-options" data-live="" hidden="hidden">{boxes}</div>'
        '<p class="cc-feedback" role="status" data-part="message"></p>'
        f'<div class="cc-buttons" data-live="" hidden="hidden">{buttons}'
        '<input type="file" hidden="hidden" accept=".json,application/json" data-part="file"/>'
        "</div></section>"
    )
