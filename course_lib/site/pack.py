"""``start.py pack 60``: all that a leader prints for a session, as one PDF by Chromium's print."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_lib.evidence import help_data
from course_lib.frame.lessons_data import NOTEBOOKS, lessons
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.frame.my_course_data import my_course
from course_lib.frame.phrases import phrase
from course_lib.sessions.exercises import cards, exercise
from course_lib.sessions.leading_data import leading, materials
from course_lib.sessions.plans_data import LessonPlan, led, led_names
from course_lib.sessions.screens import title_of
from course_lib.sessions.sessions_data import VERSIONS, activities_in, activities_of, words_to_say
from course_lib.sessions.sheets import content, materials_of
from course_lib.site import chromium
from course_lib.site.exporter import CourseExporter
from course_lib.site.lesson_sheets import sheets_of
from course_lib.site.page_assets import PAPER, copy_assets
from course_lib.site.problems import SiteError

if TYPE_CHECKING:
    from collections.abc import Collection

    from course_lib.sessions.leading_data import Material
    from course_lib.sessions.sessions_data import Led, Part
    from course_lib.site.lesson_sheets import LessonSheets

#: In every pack, whatever is done in the session.
ALWAYS = ("plan", "checklist", "spoken", "distress", "note", "help_sheet", "poster")
#: In every pack of a lesson.
WITH_A_LESSON = ("exercise", "known", "exercise_answers")


@dataclass(frozen=True)
class PlannedRow:
    """A part of the plan: from when until when, what is done, what is given out."""

    part: Part
    begins: int
    ends: int
    does: list[str]
    papers: list[Material]


@dataclass(frozen=True)
class Pack:
    """What the template lays out."""

    session: Led
    version: str
    version_name: str
    rows: list[PlannedRow]
    sheets: list[Material]
    leave_out: list[str]
    script: list[tuple[Part, list[Any]]]
    content: dict[str, Any]
    large: bool
    lesson: LessonSheets | None
    plan: LessonPlan | None

    def with_only(self, wanted: Collection[str]) -> Pack:
        """Return the same with no other than these materials, by id."""
        return replace(self, sheets=[each for each in self.sheets if each.id in wanted])


def pack_of(
    name: str,
    version: str = "projector",
    *,
    large: bool = False,
    notebook: Path | None = None,
) -> Pack:
    """Return all that is printed for a session, or for a lesson with a group.

    Parameters
    ----------
    name : str
        Such as "60", or "04" for a lesson.
    version : {"projector", "board", "online"}
        How the session is led.
    large : bool
        Whether to print in large letters.
    notebook : Path, optional
        A lesson's notebook, if it is not the course's own.
    """
    my_course()  # before anything is written
    found = led(name)
    shown, lesson = content(found), None
    if isinstance(found, LessonPlan):
        lesson = sheets_of(notebook or NOTEBOOKS / lessons()[name].notebook)
        shown |= {"exercise": exercise(found), "cards": cards(found)}
    return Pack(
        session=found,
        version=version,
        version_name=getattr(leading().pack.versions, version),
        rows=rows_of(found, version),
        sheets=materials_for(found),
        leave_out=[
            *found.leave_out,
            *(line for each in activities_of(found) for line in each.leave_out),
        ],
        script=[(part, activities_in(part)) for part in found.parts],
        content=shown,
        large=large,
        lesson=lesson,
        plan=found if isinstance(found, LessonPlan) else None,
    )


def materials_for(found: Led) -> list[Material]:
    """Return all that is on paper for a session, or for a lesson with a group."""
    used = {*ALWAYS, *materials_of(found)}
    if isinstance(found, LessonPlan):
        used |= {*WITH_A_LESSON}
    return [each for key, each in materials().items() if key in used]


def pack_place(name: str, version: str, *, large: bool) -> str:
    """Return where a pack stands in a built site, without its ending."""
    return f"packs/{name}_{version}{'_large' if large else ''}"


def pack_html(pack: Pack) -> str:
    """Return a pack as the page that is printed."""
    return CourseExporter().plain_page(
        "pack",
        page=pack,
        lead=leading(),
        p=leading().pack,
        help=help_data.help_data(),
        illustrative=phrase("illustrative"),
        title_of=title_of,
        words_to_say=words_to_say,
    )


def make_pack(output: Path, pack: Pack) -> tuple[Path, Path | None]:
    """Write a pack as a page and, if there is a Chromium, as PDF; return both.

    Raises
    ------
    SiteError
        If Chromium does not print.
    """
    page = output / f"{pack_place(pack.session.id, pack.version, large=pack.large)}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    copy_assets(output, *PAPER)
    page.write_text(pack_html(pack), encoding="utf-8")
    program = chromium.find_chromium()
    if program is None:
        return page, None
    pdf, made = page.with_suffix(".pdf"), page.with_suffix(".part")
    try:
        chromium.print_pdf(program, page, made)
        made.replace(pdf)
    finally:
        made.unlink(missing_ok=True)
    return page, pdf


def rows_of(found: Led, version: str) -> list[PlannedRow]:
    """Return the parts of a plan, with their minutes."""
    rows, minute = [], 0
    for part in found.parts:
        rows.append(
            PlannedRow(
                part=part,
                begins=minute,
                ends=minute + part.minutes,
                does=part.way(version),
                papers=[materials()[name] for name in part.papers],
            )
        )
        minute += part.minutes
    return rows


def main(arguments: list[str] | None = None) -> int:
    """Print the pack of one session; expected errors are one sentence."""
    parser = argparse.ArgumentParser(prog="start.py pack", description="Print a session's sheets.")
    parser.add_argument("session", nargs="?", default="60", choices=led_names())
    parser.add_argument("--version", default="projector", choices=VERSIONS)
    parser.add_argument("--large", action="store_true", help="large letters")
    parser.add_argument("--output", type=Path, help="write into this folder")
    options = parser.parse_args(arguments)
    folder = options.output or NOTEBOOKS.parent / "site"
    try:
        pack = pack_of(options.session, options.version, large=options.large)
        page, pdf = make_pack(folder, pack)
    except (SiteError, ContentError, UnknownNameError, OSError) as problem:
        sys.stderr.write(f"\n{problem}\n")
        return 1
    words = leading().pack
    said = words.no_chromium.format(page=page)
    if pdf:
        said = words.made.format(pdf=pdf, pages=chromium.page_count(pdf), page=page)
    sys.stdout.write(f"{said}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
