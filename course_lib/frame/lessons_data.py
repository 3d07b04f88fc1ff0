"""The lessons and the sections of the article that they teach."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from msgspec import Meta

from course_lib.frame.fields import LessonId, Sentence, Strict
from course_lib.frame.load import UnknownNameError, data_dir, load_table, unique


class Section(Strict, frozen=True):
    """A section of the source article and the lesson that teaches it."""

    id: str
    heading: Sentence
    lesson: LessonId


class Lesson(Strict, frozen=True, kw_only=True):
    """One lesson of the course, as the map and the pages show it.

    ``reading_minutes`` is 0 until the lesson is written.
    """

    id: LessonId
    slug: Annotated[str, Meta(pattern=r"^[a-z_]+$")]
    title: Sentence
    question: Sentence
    big_idea: Sentence
    reading_minutes: int = 0
    activity_minutes: int
    written: bool


@cache
def lessons() -> dict[str, Lesson]:
    """Return the thirteen lessons by number ("00" to "12")."""
    path = data_dir() / "lessons.toml"
    entries = load_table(path, "lessons", Lesson)
    unique(path, (entry.id for entry in entries))
    return {entry.id: entry for entry in entries}


@cache
def sections() -> dict[str, Section]:
    """Return the sections of the source article by id."""
    path = data_dir() / "sections.toml"
    entries = load_table(path, "sections", Section)
    unique(path, (entry.id for entry in entries))
    return {entry.id: entry for entry in entries}


def known_lesson(lesson: str) -> str:
    """Return a lesson's number. Raises `UnknownNameError` if there is no such lesson."""
    if lesson not in lessons():
        raise UnknownNameError("lesson", lesson, lessons())
    return lesson
