"""What the map of causes says of one cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from course_lib.pictures.causes_data import Cause


def grade_mark(cause: Cause) -> str:
    """Return symbol and word of the grade of a cause's link, also where it has none."""
    if cause.grade is None:
        return f"{phrase('causes.not_graded_symbol')} {phrase('causes.not_graded')}"
    return f"{cause.grade.symbol} {cause.grade.word}"


def claimed(cause: Cause) -> str:
    """Return whether it would cause tears or goes together with low feelings."""
    if cause.claimed:
        return cause.claimed
    if cause.link == "together":
        return phrase("causes.together")
    drawn = cause.grade is None or cause.grade.line != "none"
    return phrase("causes.cause" if drawn else "causes.cause_no_line")
