"""Two printed pages for each lesson, from its notebook and data, by Chromium's print."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

import mistune
from bs4 import BeautifulSoup

from course_lib.evidence import claims_data, help_data
from course_lib.frame import lessons_data
from course_lib.frame.lens_model import LENSES
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player
from course_lib.site import build as site_build
from course_lib.site import chromium
from course_lib.site.activities import Activities
from course_lib.site.handout_claims import claim_row, source_groups
from course_lib.site.lesson import CourseExporter, lesson_of, read_notebook
from course_lib.site.problems import SiteError
from course_lib.site.stamps import Stamps
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from nbformat import NotebookNode

    from course_lib.frame.activity import Activity
    from course_lib.frame.lessons_data import Lesson

PAGES = 2
#: What is given up, in this order, until a handout fits on its pages: type from 9.5 to 8.5
#: points (never below), the sentences' place under the figures (they move to the second
#: sheet), the claims' own sheet, and the sentences or what is to be worked with.
FITS = (
    *("", "small", "moved", "small moved", "small flow", "brief"),
    *("small brief", "small brief flow"),
)
#: Figures that show one substance at a time are half a picture on paper.
_NOT_ON_PAPER = {"SubstanceCards"}
#: What is printed of a lesson whose figures have no lens, as they stand before anything is moved.
_WORKSHEETS = (
    "PhraseBuilder",
    "PrevalenceExplorer",
    "FiveSteps",
    "TearsTellOthers",
    "GradeTheTakeaways",
    "CauseMap",
)
_ONLY_LIVE = "[hidden], [data-live], [data-static], .cc-wide, [display=none], script, details"
_KEY_POINTS = re.compile(r"^## (Key points)$(?P<body>.*)", re.MULTILINE | re.DOTALL)


@dataclass
class Handout:
    """What the template lays out."""

    name: str
    lesson: Lesson
    key_title: str
    key_points: str
    figures: list[dict[str, str]] = field(default_factory=list)
    reading: str = ""
    worksheets: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    claims: list[dict[str, str]] = field(default_factory=list)
    sources: list[dict[str, str]] = field(default_factory=list)


def make_handouts(
    output: Path,
    notebooks: Path = site_build.NOTEBOOKS,
    tell: Callable[[str], None] = lambda _: None,
) -> list[str]:
    """Print every handout that changed since it was last printed, before the pages are built.

    A handout that can no longer be printed is taken away: an old one would
    contradict its page. A missing or failing Chromium is told, never raised.

    Parameters
    ----------
    output : Path
        The site's folder.
    notebooks : Path
        The folder with the lessons' notebooks.
    tell : callable
        Called with a line for each handout: progress.

    Returns
    -------
    list of str
        The names of the files that were printed.

    Raises
    ------
    SiteError
        If a notebook cannot be read or a cell of it fails.
    """
    paths = {f"{path.name[:2]}.pdf": path for path in site_build.lesson_notebooks(notebooks)}
    folder = output / "handouts"
    folder.mkdir(parents=True, exist_ok=True)
    site_build.copy_assets(output)
    wanted = {name: site_build.stamp(path, paths) for name, path in paths.items()}
    stamps = Stamps(folder, r"\d\d\.pdf")
    current = {name for name, stamp in wanted.items() if stamps.is_current(name, stamp)}
    for stale in {*stamps.clear(keep=current), *paths} - current:
        for path in (folder / stale, (folder / stale).with_suffix(".html")):
            path.unlink(missing_ok=True)
    stamps.write()
    program = chromium.find_chromium()
    made: list[str] = []
    for place, (name, path) in enumerate(paths.items(), start=1):
        counted = f"[{place}/{len(paths)}] handouts/{name}"
        if name in current:
            tell(f"{counted}: unchanged")
            continue
        if program is None:
            tell(words().handout_skipped)
            break
        try:
            _print(path, folder / name, program)
        except chromium.PrintError as problem:
            tell(str(problem))
            break
        except TooLongError as problem:
            tell(str(problem))
            continue
        made.append(name)
        stamps.note(name, wanted[name])
        tell(f"{counted}: built")
    return made


class TooLongError(SiteError):
    """A handout does not fit on its pages."""


def _print(path: Path, target: Path, program: str) -> None:
    """Print a lesson's handout in the fullest form that fits."""
    page, made = target.with_suffix(".html"), target.with_suffix(".part")
    handout = handout_of(path)
    try:
        for fit in FITS:
            page.write_text(handout_html(handout, fit), encoding="utf-8")
            chromium.print_pdf(program, page, made)
            if page_count(made) == PAGES:
                made.replace(target)
                return
    finally:
        made.unlink(missing_ok=True)
        if not target.is_file():
            page.unlink(missing_ok=True)
    raise TooLongError(words().handout_too_long.format(name=f"handouts/{target.name}"))


def page_count(pdf: Path) -> int:
    """Count the pages of a PDF as Chromium writes it, with its page objects uncompressed."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def handout_of(path: Path) -> Handout:
    """Return what stands on the handout of a lesson's notebook.

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
    return Handout(
        name=words().handout_name.format(number=lesson.id),
        lesson=lesson,
        key_title=key_title,
        key_points=key_points,
        figures=figures,
        reading=reading,
        worksheets=[] if figures else [_worksheet(each) for each in shown if _is_worksheet(each)],
        heads=[*words().handout_heads, phrase("evidence.article_says"), phrase("evidence.better")],
        claims=[claim_row(claim) for claim in own],
        sources=source_groups(own),
    )


def handout_html(handout: Handout, fit: str = "") -> str:
    """Return a handout as the page that is printed.

    Parameters
    ----------
    handout : Handout
        See `handout_of`.
    fit : str
        One of `FITS`.
    """
    data = help_data.help_data()
    return CourseExporter().plain_page(
        "handout",
        page=handout,
        fit=fit,
        help=data,
        illustrative=phrase("illustrative"),
        licence=words().handout_licence.format(
            course=words().index_title, number=handout.lesson.id
        ),
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


def _is_worksheet(shown: object) -> bool:
    return type(shown).__name__ in _WORKSHEETS


def _worksheet(shown: Activity) -> str:
    html, said, reading = _on_paper(shown.static_html())
    return f"{html}{said}<p>{escape(reading)}</p>" if reading else html + said


def _on_paper(html: str) -> tuple[str, str, str]:
    """Return a figure without what only lives on a screen, its words, and how to read it."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(_ONLY_LIVE):
        element.decompose()
    for picture in soup.select("svg"):
        del picture["style"]  # the narrow form, which a wide page hides
    for mark in soup.select("a"):  # on paper there is nothing to open
        mark.name, mark.attrs = "span", {"class": "mark"}
    readings = [element.extract().get_text() for element in soup.select(".cc-reading")]
    said = [str(element.extract()) for element in soup.select(".cc-words")]
    for caption in soup.select("figcaption"):
        caption.decompose()  # empty now
    return str(soup), "".join(said), " ".join(readings)


def _key_points(notebook: NotebookNode, name: str) -> tuple[str, str]:
    """Return the heading and the list of the notebook's key points."""
    for cell in notebook.cells:
        found = _KEY_POINTS.search(cell.source) if cell.cell_type == "markdown" else None
        if found:
            soup = BeautifulSoup(str(mistune.html(found["body"])), "html.parser")
            for mark in soup.select("a"):  # on paper there is nothing to open
                mark.name, mark.attrs = "span", {"class": "mark"}
            points = soup.find("ul")
            if points is not None:
                return found[1], str(points)
    raise SiteError(
        f"{name}: no cell has the heading “## Key points” with a list below it. "
        "Add it: the handout shows it."
    )
