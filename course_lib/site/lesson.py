"""A notebook as one page, by nbconvert with the course's own template."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import nbformat

from course_lib.evidence import help_data
from course_lib.frame import lessons_data
from course_lib.frame.signs import drawn
from course_lib.pictures.covers import cover_svg
from course_lib.site.activities import Activities
from course_lib.site.anchors import neutral_anchors
from course_lib.site.exporter import CourseExporter
from course_lib.site.page_assets import with_needs
from course_lib.site.problems import SiteError
from course_lib.site.prose import Prose, plain, word_count
from course_lib.site.words_data import SiteWords, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from nbformat import NotebookNode

    from course_lib.frame.lessons_data import Lesson

WORDS_A_MINUTE = 200
#: Read or looked up, not done: they take no share of a lesson's activity minutes.
_NOT_DONE = {"HelpPanel", "EvidenceDrawer", "ProgressPanel"}
_HEADING = re.compile(r'<h2 id="(?P<id>[^"]*)">(?P<title>.*?)</h2>', re.DOTALL)
#: The page says the number above its title.
_NUMBER = re.compile(r"(<h1[^>]*>)\d\d · ")


@dataclass
class Room:
    """A part of a lesson under its own heading; ``minute`` is when a reader comes to it."""

    id: str
    title: str
    minute: int
    html: str


@dataclass
class Neighbour:
    """The lesson before or after."""

    file: str
    title: str


@dataclass
class LessonPage:
    """What the template lays out."""

    id: str
    name: str
    total: str
    voice: str = ""
    cover: str = ""
    previous: Neighbour | None = None
    next: Neighbour | None = None
    handouts: dict[str, str] = field(default_factory=dict)
    opening: str = ""
    sections: list[Room] = field(default_factory=list)
    facilitators: str = ""
    views: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    words: SiteWords = field(default_factory=words)
    clinician: str = field(default_factory=lambda: help_data.help_data().reviewed_by_clinician)


def lesson_of(path: Path) -> Lesson:
    """Return the lesson that a notebook's file name gives.

    Raises
    ------
    SiteError
        If there is no lesson with that number.
    """
    number = path.name[:2]
    if number not in lessons_data.lessons():
        raise SiteError(
            f"{path.name}: data/lessons.toml has no lesson {number}. "
            "Correct the file's name, or add the lesson."
        )
    return lessons_data.lessons()[number]


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook.

    Raises
    ------
    SiteError
        If it is not a notebook of format 4.
    """
    try:
        read: Any = nbformat.reads
        return cast("NotebookNode", read(path.read_text(encoding="utf-8"), as_version=4))
    except (
        ValueError,
        AttributeError,
        KeyError,
        TypeError,
        nbformat.ValidationError,
    ) as error:
        reason = str(error).split("\n", maxsplit=1)[0]
        raise SiteError(
            f"{path.name} is not a notebook that can be read ({reason}). "
            "Put it back from the course's repository (git checkout notebooks)."
        ) from error


def reading_minutes(notebook: NotebookNode) -> int:
    """Return the minutes that a learner takes to read a lesson's prose."""
    return math.ceil(_words(_learners(notebook)) / WORDS_A_MINUTE)


def lesson_minutes(notebook: NotebookNode, lesson: Lesson) -> int:
    """Return the minutes of a lesson: reading and activities."""
    return reading_minutes(notebook) + lesson.activity_minutes


def lesson_html(
    path: Path,
    pages: Collection[str],
    previous: Neighbour | None = None,
    following: Neighbour | None = None,
    *,
    handouts: dict[str, str] | None = None,
    alone: bool = False,
) -> str:
    """Return a notebook as a page.

    Parameters
    ----------
    path : Path
        The notebook.
    pages : collection of str
        The names of all lesson pages, for the links between them.
    previous, following : Neighbour or None
        The lessons before and after.
    handouts : dict of str to str
        Where the lesson's handouts stand, if there are any, and their names.
    alone : bool
        Whether the page has no others beside it (see ``alone.py``).

    Raises
    ------
    SiteError
        If the notebook cannot be read or a cell of it fails.
    """
    notebook, lesson = read_notebook(path), lesson_of(path)
    total = words().total.format(minutes=lesson_minutes(notebook, lesson))
    page = LessonPage(
        id=lesson.id,
        name=words().lesson_name.format(number=lesson.id),
        total=total,
        voice=lesson.voice,
        cover=cover_svg(lesson.id),
        previous=previous,
        next=following,
        handouts=handouts or {},
    )
    arranger = _Arranger(page, Prose(pages), Activities(path.name, pages), lesson.activity_minutes)
    arranger.arrange(notebook)
    html, _ = CourseExporter(alone=alone).from_notebook_node(notebook, {"course": page})
    return neutral_anchors(drawn(str(html)))


class _Arranger:
    """Put the cells of a notebook into the rooms of a page, counting the minutes up to each."""

    def __init__(
        self, page: LessonPage, prose: Prose, activities: Activities, activity_minutes: int
    ) -> None:
        self._page = page
        self._prose = prose
        self._activities = activities
        self._activity_minutes = activity_minutes
        self._minutes = 0.0

    def arrange(self, notebook: NotebookNode) -> None:
        shown = {
            cell.id: self._activities.show(cell.source, f"{place} ({cell.id})")
            for place, cell in enumerate(notebook.cells, start=1)
            if cell.cell_type == "code"
        }
        share = self._activity_minutes / max(sum(_is_done(each) for each in shown.values()), 1)
        for place, cell in enumerate(notebook.cells):
            activity = shown.get(cell.id)
            html = self._activities.form(activity) if activity else ""
            if cell.cell_type == "markdown":
                instead = "projector" if _is_facilitators(cell) else "start"
                html = self._prose.html(cell.source, instead)
            if _is_facilitators(cell):
                self._keep_for_facilitators(html)
                continue
            if place == 0:  # the title, with its promise, time and objectives
                self._page.opening = _NUMBER.sub(r"\1", html, count=1)
            else:
                self._put(html)
            if cell.cell_type == "markdown":
                self._minutes += word_count(cell.source) / WORDS_A_MINUTE
            elif _is_done(activity):
                self._minutes += share
        self._page.views = with_needs(self._activities.views)
        self._page.sheets = sorted(self._activities.sheets)

    def _put(self, html: str) -> None:
        for piece in re.split(r"(?=<h2 )", html):
            heading = _HEADING.match(piece)
            if heading:
                title = plain(heading["title"])
                self._page.sections.append(
                    Room(unescape(heading["id"]), title, int(self._minutes), "")
                )
            if self._page.sections:
                self._page.sections[-1].html += piece
            else:
                self._page.opening += piece

    def _keep_for_facilitators(self, html: str) -> None:
        if not self._page.facilitators:  # the template gives the heading
            html = _HEADING.sub("", html, count=1)
        self._page.facilitators += html


def _is_done(activity: object) -> bool:
    return activity is not None and type(activity).__name__ not in _NOT_DONE


def _is_facilitators(cell: NotebookNode) -> bool:
    return "facilitator" in cell.metadata.get("tags", [])


def _learners(notebook: NotebookNode) -> list[str]:
    return [
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "markdown" and not _is_facilitators(cell)
    ]


def _words(sources: list[str]) -> int:
    return sum(word_count(source) for source in sources)
