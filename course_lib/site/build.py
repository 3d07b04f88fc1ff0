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
from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.frame.markup import PREFIX
from course_lib.frame.my_course_data import my_course
from course_lib.frame.my_course_data import text as own_text
from course_lib.frame.phrases import phrase
from course_lib.pictures.covers import cover_svg
from course_lib.site import about_data, doors_data
from course_lib.site.activities import linked
from course_lib.site.exporter import CourseExporter
from course_lib.site.leaders import PAGE as LEADERS
from course_lib.site.leaders import leaders_html, printed_packs
from course_lib.site.ledger import ledger_csv, ledger_json
from course_lib.site.lesson import Neighbour, lesson_html, lesson_minutes, lesson_of, read_notebook
from course_lib.site.page_assets import is_whole, write_page
from course_lib.site.problems import SiteError
from course_lib.site.stage import list_of_stages
from course_lib.site.stage import makers as stage_makers
from course_lib.site.stamps import Stamps
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from course_lib.frame.lessons_data import Lesson

_PACKAGE = Path(__file__).resolve().parents[1]
#: The ledger as data, linked from the page of sources.
DATA = ("ledger.json", "ledger.csv")


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
    ContentError
        If the data or a teacher's own layer is not as it should be.
    """
    paths = lesson_notebooks(notebooks)
    if not paths:
        raise SiteError(
            f"No lesson was found in {notebooks}. "
            "Put the notebooks back from the course's repository (git checkout notebooks)."
        )
    _refuse_two_of_one_lesson(paths)
    output.mkdir(parents=True, exist_ok=True)
    pages = {_page_name(path): path for path in paths}
    makers: dict[str, tuple[str, Callable[[], str]]] = {}
    for name, path in pages.items():
        printed = _handouts(output, path)
        makers[name] = stamp(path, pages) + "".join(printed), _lesson_maker(name, pages, printed)
    every = stamp(None, pages, *paths)
    packs, built = printed_packs(output), {path.name[:2]: name for name, path in pages.items()}
    places = "".join(place for found in packs.values() for place in found)
    makers["index.html"] = (every, lambda: _index(pages, built))
    makers[LEADERS] = (every + places, lambda: leaders_html(packs, built))
    makers["minute.html"] = (every, lambda: _minute(built))
    makers["help.html"] = (every, _help)
    makers["about.html"] = (every, _about)
    makers["glossary.html"] = (every, lambda: _beside("glossary", Glossary().markup, pages))
    makers["references.html"] = (every, lambda: _beside("references", References().markup, pages))
    makers |= {
        name: (every, make) for name, make in zip(DATA, (ledger_json, ledger_csv), strict=True)
    }
    makers |= {name: (every, make) for name, make in stage_makers().items()}
    makers["notes.html"] = (every, lambda: CourseExporter().plain_page("notes"))
    written = _write_changed(output, makers, tell)
    missing = sorted(shown_lessons().keys() - {path.name[:2] for path in paths})
    if missing:  # said last, where it is seen
        tell(words().lessons_missing.format(lessons=", ".join(missing), folder=notebooks))
    return written


def lesson_notebooks(folder: Path) -> list[Path]:
    """Return the notebooks of the lessons, in order, without those that a teacher hides."""
    hidden = my_course().hide
    return sorted(path for path in folder.glob("[0-9][0-9]_*.ipynb") if path.name[:2] not in hidden)


def shown_lessons() -> dict[str, Lesson]:
    """Return the lessons that a teacher does not hide, by number."""
    return {
        number: lesson
        for number, lesson in lessons_data.lessons().items()
        if number not in my_course().hide
    }


def _refuse_two_of_one_lesson(paths: list[Path]) -> None:
    for first, second in pairwise(paths):
        if first.name[:2] == second.name[:2]:
            raise SiteError(
                f"{first.name} and {second.name} are both lesson {first.name[:2]}. "
                "Take one of them away."
            )


def _handouts(output: Path, notebook: Path) -> dict[str, str]:
    """Return where those of a lesson's handouts stand that were printed, and their names."""
    said = {"": words().handout_link, "_known": words().handout_known}
    places = {f"handouts/{notebook.name[:2]}{end}.pdf": name for end, name in said.items()}
    return {place: name for place, name in places.items() if (output / place).is_file()}


def _write_changed(
    output: Path,
    makers: dict[str, tuple[str, Callable[[], str]]],
    tell: Callable[[str], None],
) -> list[str]:
    stamps = Stamps(output, r"(\d\d_\w+|[a-z]+|(stage|leader)_\w+)\.html|ledger\.(json|csv)")
    for stale in stamps.clear(keep=makers):
        if re.match(r"\d\d_", stale):
            (output / stale).unlink(missing_ok=True)
    written = []
    for place, (name, (stamp, make)) in enumerate(makers.items(), start=1):
        counted = f"[{place}/{len(makers)}] {name}"
        if stamps.is_current(name, stamp) and is_whole(output / name):
            tell(f"{counted}: unchanged")
            continue
        write_page(output / name, make())
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
    digest = hashlib.sha256(own_text().encode())
    for folder in (read.data_dir(), _PACKAGE):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _page_name(path: Path) -> str:
    return f"{path.stem}.html"


def _lesson_maker(name: str, pages: dict[str, Path], handouts: dict[str, str]) -> Callable[[], str]:
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
            handouts=handouts,
        )

    return make


def _index(pages: dict[str, Path], built: dict[str, str]) -> str:
    lessons = []
    for lesson in shown_lessons().values():
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
                "voice": lesson.voice,
                "cover": cover_svg(lesson.id),
            }
        )
    doors = [
        {"name": door.name, "places": doors_data.links(door.places, built)}
        for door in doors_data.doors().doors
    ]
    return CourseExporter().plain_page(
        "index",
        lessons=lessons,
        doors=doors,
        stages=list_of_stages(),
        cover=cover_svg("index"),
    )


def _minute(built: dict[str, str]) -> str:
    data = doors_data.doors()
    return CourseExporter().plain_page(
        "minute",
        minute=data.minute,
        partner=doors_data.links([data.partner], built),
        known=data.known,
        now=data.now,
        get_help=data.get_help,
        read_on=doors_data.links(data.read_on, built),
    )


def _help() -> str:
    data = help_data.help_data()
    reviewed = phrase("help.reviewed", date=data.reviewed, owner=data.owner)
    return CourseExporter().plain_page(
        "help",
        help=data,
        urgent=phrase("help.urgent"),
        soon=phrase("help.soon"),
        directory=phrase("help.directory"),
        first=phrase("help.first"),
        limits=phrase("help.limits"),
        reviewed=reviewed,
        sources=linked(reference_list(data.refs), ()),
    )


def _about() -> str:
    return CourseExporter().plain_page(
        "about", about=about_data.about(), derived=about_data.derived()
    )


def _beside(name: str, markup: str, pages: Iterable[str]) -> str:
    """Return the glossary or the sources as a page, each entry with a place of its own."""
    title = getattr(words(), f"{name}_title")
    markup = re.sub(r' data-activity="\w+"', "", markup)  # nothing on the page has to wake up
    found = linked(markup.replace(PREFIX, ""), [*pages])
    return CourseExporter().plain_page(
        "beside",
        title=title,
        list=found,
        sheets=Glossary.sheets,
        data=DATA if name == "references" else (),
    )
