"""Build the site: only what changed, and nothing that is not ours is touched."""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from course_lib.evidence import help_data
from course_lib.evidence.marks import reference_list
from course_lib.evidence.reference_pages import Glossary, References
from course_lib.frame import lessons_data, read
from course_lib.frame.activity import shipped
from course_lib.frame.markup import PREFIX
from course_lib.frame.phrases import phrase
from course_lib.site.activities import linked
from course_lib.site.lesson import (
    CourseExporter,
    Neighbour,
    lesson_html,
    lesson_minutes,
    lesson_of,
    read_notebook,
)
from course_lib.site.problems import SiteError
from course_lib.site.stamps import Stamps
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PACKAGE = Path(__file__).resolve().parents[1]
#: Lessons to begin with for someone who came because it happened to them.
_FOR_THE_WORRIED = ("08", "11")
NOTEBOOKS = _PACKAGE.parent / "notebooks"


def build(
    output: Path, notebooks: Path = NOTEBOOKS, tell: Callable[[str], None] = lambda _: None
) -> list[str]:
    """Build every page that changed since it was last built.

    Parameters
    ----------
    output : Path
        The site's folder; made if it is missing.
    notebooks : Path
        The folder with the lessons' notebooks.
    tell : callable
        Called with a line for each page: progress.

    Returns
    -------
    list of str
        The names of the pages that were written.

    Raises
    ------
    SiteError
        If there is no notebook, two of one lesson, or a page cannot be built.
    """
    paths = lesson_notebooks(notebooks)
    if not paths:
        raise SiteError(
            f"No lesson was found in {notebooks}. "
            "Put the notebooks back from the course's repository (git checkout notebooks)."
        )
    _refuse_two_of_one_lesson(paths)
    output.mkdir(parents=True, exist_ok=True)
    copy_assets(output)
    pages = {_page_name(path): path for path in paths}
    makers: dict[str, tuple[str, Callable[[], str]]] = {
        name: (
            stamp(path, pages) + _handout(output, path),
            _lesson_maker(name, pages, _handout(output, path)),
        )
        for name, path in pages.items()
    }
    every = stamp(None, pages, *paths)
    makers["index.html"] = (every, lambda: _index(pages))
    makers["help.html"] = (every, _help)
    makers["glossary.html"] = (every, lambda: _beside("glossary", Glossary().markup, pages))
    makers["references.html"] = (every, lambda: _beside("references", References().markup, pages))
    makers["notes.html"] = (every, lambda: CourseExporter().plain_page("notes"))
    written = _write_changed(output, makers, tell)
    missing = sorted(set(lessons_data.lessons()) - {path.name[:2] for path in paths})
    if missing:  # said last, where it is seen
        tell(words().lessons_missing.format(lessons=", ".join(missing), folder=notebooks))
    return written


def lesson_notebooks(folder: Path) -> list[Path]:
    """Return the notebooks of the lessons, in order."""
    return sorted(folder.glob("[0-9][0-9]_*.ipynb"))


def _refuse_two_of_one_lesson(paths: list[Path]) -> None:
    for first, second in pairwise(paths):
        if first.name[:2] == second.name[:2]:
            raise SiteError(
                f"{first.name} and {second.name} are both lesson {first.name[:2]}. "
                "Take one of them away."
            )


def _handout(output: Path, notebook: Path) -> str:
    """Return where a lesson's handout stands in the site, if it was printed."""
    place = f"handouts/{notebook.name[:2]}.pdf"
    return place if (output / place).is_file() else ""


def _write_changed(
    output: Path,
    makers: dict[str, tuple[str, Callable[[], str]]],
    tell: Callable[[str], None],
) -> list[str]:
    stamps = Stamps(output, r"(\d\d_\w+|[a-z]+)\.html")
    for stale in stamps.clear(keep=makers):
        if re.match(r"\d\d_", stale):
            (output / stale).unlink(missing_ok=True)
    written = []
    for place, (name, (stamp, make)) in enumerate(makers.items(), start=1):
        counted = f"[{place}/{len(makers)}] {name}"
        if stamps.is_current(name, stamp):
            tell(f"{counted}: unchanged")
            continue
        (output / name).write_text(make(), encoding="utf-8")
        written.append(name)
        stamps.note(name, stamp)
        tell(f"{counted}: built")
    return written


def stamp(path: Path | None, pages: Iterable[str], *more: Path) -> str:
    """Return what a page depends on as one hash: notebook, data, code, and the other pages."""
    digest = hashlib.sha256(_code_hash().encode())
    digest.update("\n".join(pages).encode())
    for each in filter(None, [path, *more]):
        digest.update(hashlib.sha256(each.read_bytes()).digest())
    return digest.hexdigest()


def _code_hash() -> str:
    digest = hashlib.sha256()
    for folder in (read.data_dir(), _PACKAGE):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def copy_assets(output: Path) -> None:
    """Write the page's files, and the views with their sheets, where they differ."""
    own = Path(__file__).parent / "assets"
    wanted = {f"assets/{path.name}": path for path in sorted(own.iterdir()) if path.is_file()}
    wanted |= {
        f"assets/views/{path.parent.name}/{path.name}": path
        for path in sorted([*_PACKAGE.glob("*/*.js"), *_PACKAGE.glob("*/*.css")])
    }
    for name in ("leaving.js", "notes.css"):  # shared with JupyterLab
        wanted[f"assets/{name}"] = _PACKAGE / "lab" / "labextensions" / "start-lesson" / name
    for name, path in wanted.items():
        target = output / name
        content = path.read_bytes()
        if name.startswith("assets/views/") and path.suffix == ".js":
            content = shipped(content.decode()).encode()
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != content:
            target.write_bytes(content)


def _page_name(path: Path) -> str:
    return f"{path.stem}.html"


def _lesson_maker(name: str, pages: dict[str, Path], handout: str) -> Callable[[], str]:
    names = list(pages)
    before = {second: first for first, second in pairwise(names)}
    after = dict(pairwise(names))

    def neighbour(page: str | None) -> Neighbour | None:
        return Neighbour(page, lesson_of(pages[page]).title) if page else None

    def make() -> str:
        return lesson_html(
            pages[name],
            pages,
            neighbour(before.get(name)),
            neighbour(after.get(name)),
            handout=handout,
        )

    return make


def _index(pages: dict[str, Path]) -> str:
    built = {path.name[:2]: name for name, path in pages.items()}
    lessons = []
    for lesson in lessons_data.lessons().values():
        file = built.get(lesson.id, "")
        minutes = words().being_written
        if file:
            total = lesson_minutes(read_notebook(pages[file]), lesson)
            minutes = words().total.format(minutes=total)
        lessons.append(
            {
                "id": lesson.id,
                "title": lesson.title,
                "question": lesson.question,
                "file": file,
                "minutes": minutes,
            }
        )
    worried = [each for each in lessons if each["id"] in _FOR_THE_WORRIED and each["file"]]
    return CourseExporter().plain_page("index", lessons=lessons, worried=worried)


def _help() -> str:
    data = help_data.help_data()
    reviewed = phrase("help.reviewed", date=data.reviewed, owner=data.owner)
    return CourseExporter().plain_page(
        "help",
        help=data,
        urgent=phrase("help.urgent"),
        soon=phrase("help.soon"),
        directory=phrase("help.directory"),
        reviewed=reviewed,
        sources=linked(reference_list(data.refs), ()),
    )


def _beside(name: str, markup: str, pages: Iterable[str]) -> str:
    """Return the glossary or the sources as a page, each entry with a place of its own."""
    title = getattr(words(), f"{name}_title")
    markup = re.sub(r' data-activity="\w+"', "", markup)  # nothing on the page has to wake up
    found = linked(markup.replace(PREFIX, ""), [*pages])
    return CourseExporter().plain_page("beside", title=title, list=found, sheets=Glossary.sheets)
