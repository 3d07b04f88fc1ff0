"""The lessons and the sections of the article that they teach."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from msgspec import Meta, field

from course_lib.frame.fields import LessonId, SectionId, Sentence, Strict
from course_lib.frame.load import ContentError, UnknownNameError, load_by_id, loader
from course_lib.frame.palette import Voice

#: The course's notebooks, where the course was not installed without them.
NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
#: The name of a file in ``data/``.
DataFile = Annotated[str, Meta(pattern=r"^[a-z_/]+\.(toml|csv)\Z", examples=["faq.toml"])]


class Section(Strict, frozen=True):
    """A section of the source article and the lesson that teaches it."""

    id: SectionId
    heading: Sentence
    lesson: LessonId


class Lesson(Strict, frozen=True, kw_only=True):
    """One lesson of the course, as the map and the pages show it.

    ``voice`` is what the lesson is mostly about, and the hue of its cover. ``reading_minutes`` is 0
    until the lesson is written; ``lists`` names the data files whose
    sources an activity of the lesson lists beside those of the claims, and ``lists_group`` the
    group of their entries that it shows, where it leaves others out.
    """

    id: LessonId
    slug: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*\Z", examples=["start_here"])]
    title: Sentence
    question: Sentence
    big_idea: Sentence
    voice: Voice = "evidence"
    reading_minutes: Annotated[int, Meta(ge=0, le=60)] = 0
    activity_minutes: Annotated[int, Meta(ge=0, le=60)]
    written: bool
    lists: list[DataFile] = field(default_factory=list)
    lists_group: Annotated[str, Meta(pattern=r"^[a-z_]*\Z", examples=["substance"])] = ""

    @property
    def notebook(self) -> str:
        """The name of its notebook."""
        return f"{self.id}_{self.slug}.ipynb"


@loader("lessons.toml")
def lessons() -> dict[str, Lesson]:
    """Return the lessons by number, such as "08".

    Raises
    ------
    ContentError
        Also for a written lesson that takes no time to read.
    """
    found = load_by_id("lessons.toml", "lessons", Lesson)
    for each in found.values():
        if each.written and not each.reading_minutes:
            raise ContentError(
                f"data/lessons.toml, entry {each.id}, field 'reading_minutes': the lesson is "
                "written, and 0 minutes are given. Give at least 1; python -m tools.refresh counts."
            )
    return found


@loader("sections.toml")
def sections() -> dict[str, Section]:
    """Return the sections of the source article by id."""
    return load_by_id("sections.toml", "sections", Section)


def known_lesson(lesson: str) -> str:
    """Return a lesson's number. Raises `UnknownNameError` if there is no such lesson."""
    if lesson not in lessons():
        raise UnknownNameError("lesson", lesson, lessons())
    return lesson
