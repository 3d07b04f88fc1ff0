"""What a lesson's own sheets hold, out of its notebook and data: figure, key points, claims."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

import mistune
from bs4 import BeautifulSoup

from course_lib.evidence import claims_data
from course_lib.frame import lessons_data
from course_lib.frame.lens_model import LENSES
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player
from course_lib.site.activities import Activities
from course_lib.site.handout_claims import claim_row, source_groups
from course_lib.site.lesson import lesson_of, read_notebook
from course_lib.site.problems import SiteError
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from pathlib import Path

    from nbformat import NotebookNode

    from course_lib.frame.activity import Activity
    from course_lib.frame.lessons_data import Lesson

#: Figures that show one substance at a time are half a picture on paper.
_NOT_ON_PAPER = {"SubstanceCards"}
#: What is printed of a lesson whose figures have no lens, as it stands before anything is moved.
_PICTURES = ("PrevalenceExplorer", "FiveSteps", "CauseMap")
_ONLY_LIVE = "[hidden], [data-live], [data-static], .cc-wide, svg [display=none], script, details"
_KEY_POINTS = re.compile(r"^## (Key points)$(?P<body>.*)", re.MULTILINE | re.DOTALL)


@dataclass
class LessonSheets:
    """What the sheets of a lesson hold."""

    lesson: Lesson
    key_title: str
    key_points: str
    figures: list[dict[str, str]] = field(default_factory=list)
    reading: str = ""
    pictures: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    claims: list[dict[str, str]] = field(default_factory=list)
    sources: list[dict[str, str]] = field(default_factory=list)


def sheets_of(path: Path) -> LessonSheets:
    """Return what stands on the sheets of a lesson's notebook.

    Raises
    ------
    SiteError
        If the notebook cannot be read, a cell fails or its key points are missing.
    """
    notebook, lesson = read_notebook(path), lesson_of(path)
    own = [
        claim
        for claim in claims_data.claims_of_lesson(lesson.id)
        if lessons_data.sections()[claim.section].lesson == lesson.id
    ]
    key_title, key_points = _key_points(notebook, path.name)
    shown = _activities(notebook, path.name)
    figures, reading = _positions(shown)
    return LessonSheets(
        lesson=lesson,
        key_title=key_title,
        key_points=key_points,
        figures=figures,
        reading=reading,
        pictures=[] if figures else [_picture(each) for each in shown if _is_picture(each)],
        heads=[*words().handout_heads, phrase("evidence.article_says"), phrase("evidence.better")],
        claims=[claim_row(claim) for claim in own],
        sources=source_groups(own),
    )


def _activities(notebook: NotebookNode, name: str) -> list[Activity]:
    """Run the notebook's cells and return the activities that they show."""
    activities = Activities(name)
    shown = [
        activities.show(cell.source, f"{place} ({cell.id})")
        for place, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == "code"
    ]
    return [each for each in shown if each is not None]


def _positions(shown: list[Activity]) -> tuple[list[dict[str, str]], str]:
    """Return the lesson's first figure with the lens, told and measured, and how to read it."""
    found = next((each for each in shown if _has_positions(each)), None)
    if not isinstance(found, Player):
        return [], ""
    figures, reading = [], ""
    for lens in LENSES:
        found.set_trait("lens", lens)
        html, said, reading = _on_paper(found.static_html(f"-{lens}"))
        label = phrase(f"lens.{lens}")
        figures.append({"lens": lens, "label": label, "html": html, "words": said})
    return figures, reading


def _has_positions(shown: object) -> bool:
    return (
        isinstance(shown, Player)
        and "lens" in shown.state_names
        and type(shown).__name__ not in _NOT_ON_PAPER
    )


def _is_picture(shown: object) -> bool:
    return type(shown).__name__ in _PICTURES


def _picture(shown: Activity) -> str:
    html, said, reading = _on_paper(shown.static_html())
    return f"{html}{said}<p>{escape(reading)}</p>" if reading else html + said


def _on_paper(html: str) -> tuple[str, str, str]:
    """Return a figure without what only lives on a screen, its words, and how to read it."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(_ONLY_LIVE):
        element.decompose()
    for picture in soup.select("svg"):
        del picture["display"]  # the narrow form, which a wide page hides
    _marks_on_paper(soup)
    readings = [element.extract().get_text() for element in soup.select(".cc-reading")]
    said = [str(element.extract()) for element in soup.select(".cc-words")]
    for caption in soup.select("figcaption"):
        caption.decompose()  # empty now
    return str(soup), "".join(said), " ".join(readings)


def _marks_on_paper(soup: BeautifulSoup) -> None:
    """Let marks, which on paper open nothing, say where their claim stands in the table."""
    for mark in soup.select("a"):
        if key := re.fullmatch(r"#(C\d\d)", str(mark.get("href", ""))):
            mark.string = f"{mark.get_text()}\u00a0{key[1]}"
        mark.name, mark.attrs = "span", {"class": "mark"}


def _key_points(notebook: NotebookNode, name: str) -> tuple[str, str]:
    """Return the heading and the list of the notebook's key points."""
    for cell in notebook.cells:
        found = _KEY_POINTS.search(cell.source) if cell.cell_type == "markdown" else None
        if found:
            soup = BeautifulSoup(str(mistune.html(found["body"])), "html.parser")
            _marks_on_paper(soup)
            points = soup.find("ul")
            if points is not None:
                return found[1], str(points)
    raise SiteError(
        f"{name}: no cell has the heading “## Key points” with a list below it. "
        "Add it: the handout shows it."
    )
