"""The page for leaders: each session's minutes, what it needs, its stage, and what to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course_lib.sessions.leading_data import leading
from course_lib.sessions.plans_data import led, led_names
from course_lib.sessions.sessions_data import VERSIONS, session_names
from course_lib.site.lesson import CourseExporter
from course_lib.site.pack import pack_of
from course_lib.site.stage import page_name, shown_names
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAGE = "leading.html"


def printed_packs(output: Path) -> dict[str, str]:
    """Return where packs stand that were printed in a built site, and how each is led."""
    found = {}
    for name in led_names():
        for version in VERSIONS:
            for end, letters in (("", ""), ("_large", f", {words().pack_large}")):
                place = f"packs/{name}_{version}{end}.pdf"
                if (output / place).is_file():
                    found[place] = getattr(leading().pack.versions, version) + letters
    return found


def leaders_html(packs: Mapping[str, str], lessons: Mapping[str, str]) -> str:
    """Return the page for leaders.

    Parameters
    ----------
    packs : mapping of str to str
        What `printed_packs` returns.
    lessons : mapping of str to str
        The page of each lesson that was built, by its number.
    """
    return CourseExporter().plain_page(
        "leading",
        sessions=[_session(name, packs) for name in session_names()],
        plans=[_plan(name, lessons[name], packs) for name in shown_names() if name in lessons],
        lead=leading(),
        p=leading().pack,
        words=leading().leaders,
    )


def _session(name: str, packs: Mapping[str, str]) -> dict[str, Any]:
    pack = pack_of(name)
    return {
        "id": name,
        "session": pack.session,
        "rows": pack.rows,
        "sheets": pack.sheets,
        "stage": page_name("stage", name),
        "packs": _packs_of(name, packs),
    }


def _plan(name: str, page: str, packs: Mapping[str, str]) -> dict[str, Any]:
    return {
        "plan": led(name),
        "page": page,
        "stage": page_name("stage", name),
        "packs": _packs_of(name, packs),
    }


def _packs_of(name: str, packs: Mapping[str, str]) -> dict[str, str]:
    return {place: how for place, how in packs.items() if place.startswith(f"packs/{name}_")}
