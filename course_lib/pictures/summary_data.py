"""What can go on the learner's own page: read from ``data/summary.toml`` and checked."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from course_lib.frame.fields import ClaimId, LessonId, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, loader


class Point(Strict, frozen=True):
    """A key point of a lesson, with the claims it rests on."""

    lesson: LessonId
    text: Sentence
    claims: list[ClaimId]


class Question(Strict, frozen=True):
    """Something to ask or say to a professional or to a partner."""

    to: Literal["clinician", "partner"]
    text: Sentence


class SummaryData(Strict, frozen=True):
    """``summary.toml``: key points, questions, and the line at the foot of the page."""

    help: Sentence
    points: Annotated[list[Point], Meta(min_length=1)]
    questions: Annotated[list[Question], Meta(min_length=1)]


@loader("summary.toml")
def summary() -> SummaryData:
    """Return what can go on the page.

    Raises
    ------
    ContentError
        If a point names a lesson or claim that does not exist, stands twice or out of
        order, or if the last line does not name where help is.
    """
    data = load_struct("summary.toml", SummaryData)
    place = "data/summary.toml"
    lessons = [point.lesson for point in data.points]
    if lessons != sorted(lessons):
        raise ContentError(f"{place}, field 'points': put them in the order of the lessons.")
    texts = [*(each.text for each in data.points), *(each.text for each in data.questions)]
    for text in texts:
        if texts.count(text) > 1:
            raise ContentError(f"{place}: “{text}” stands twice. Remove one.")
    if "{directory}" not in data.help:
        raise ContentError(f"{place}, field 'help': it must name {{directory}}. Put it back.")
    return data
