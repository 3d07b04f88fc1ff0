"""The sheets of each lesson that are given out, and the answers to them, by Chromium's print."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.sessions.plans_data import plan_names
from course_lib.site import build as site_build
from course_lib.site import chromium
from course_lib.site.pack import pack_html, pack_of
from course_lib.site.page_assets import PAPER, copy_assets
from course_lib.site.problems import SiteError
from course_lib.site.stamps import Stamps
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from course_lib.site.pack import Pack

#: What is given out with a lesson: first the exercise; at its end what is known, and the answers.
SHEETS = {"": ("exercise",), "_known": ("known", "exercise_answers")}
#: As many pages as each of these may have.
PAGES = {"": 2, "_known": 6}


def make_handouts(
    output: Path,
    notebooks: Path = NOTEBOOKS,
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
    lessons = {path.name[:2]: path for path in site_build.lesson_notebooks(notebooks)}
    paths = {f"{n}{end}.pdf": lessons[n] for n in plan_names() if n in lessons for end in SHEETS}
    folder = output / "handouts"
    folder.mkdir(parents=True, exist_ok=True)
    copy_assets(output, *PAPER)
    wanted = {name: site_build.stamp(path, paths) for name, path in paths.items()}
    stamps = Stamps(folder, r"\d\d(_known)?\.pdf")
    current = {name for name, stamp in wanted.items() if stamps.is_current(name, stamp)}
    for stale in {*stamps.clear(keep=current), *paths} - current:
        for path in (folder / stale, (folder / stale).with_suffix(".html")):
            path.unlink(missing_ok=True)
    stamps.write()
    program = chromium.find_chromium()
    pack_for = cache(lambda number: pack_of(number, notebook=lessons[number]))  # runs its cells
    made: list[str] = []
    for place, name in enumerate(paths, start=1):
        counted = f"[{place}/{len(paths)}] handouts/{name}"
        if name in current:
            tell(f"{counted}: unchanged")
            continue
        if program is None:
            tell(words().handout_skipped)
            break
        try:
            _print(pack_for(name[:2]), folder / name, program)
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


def _print(pack: Pack, target: Path, program: str) -> None:
    """Print sheets of a lesson, if they fit on their pages."""
    page, made = target.with_suffix(".html"), target.with_suffix(".part")
    end = target.stem[2:]
    try:
        page.write_text(pack_html(pack.with_only(SHEETS[end])), encoding="utf-8")
        chromium.print_pdf(program, page, made)
        if chromium.page_count(made) > PAGES[end]:
            raise TooLongError(words().handout_too_long.format(name=f"handouts/{target.name}"))
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)
        if not target.is_file():
            page.unlink(missing_ok=True)
