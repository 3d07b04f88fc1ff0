"""The page for leaders: each session's minutes, what it needs, its stage, and what to print."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from course_lib.sessions.leading_data import leading
from course_lib.sessions.plans_data import led, led_names
from course_lib.sessions.sessions_data import VERSIONS, session_names
from course_lib.site.exporter import CourseExporter
from course_lib.site.pack import materials_for, pack_place, rows_of
from course_lib.site.stage import page_name, shown_names
from course_lib.site.words_data import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAGE = "leading.html"


def printed_packs(output: Path) -> dict[str, dict[str, str]]:
    """Return where packs stand that were printed in a built site, by session: how each is led."""
    found: dict[str, dict[str, str]] = {}
    for name, version, large in product(led_names(), VERSIONS, (False, True)):
        place = f"{pack_place(name, version, large=large)}.pdf"
        if (output / place).is_file():
            letters = f", {words().pack_large}" if large else ""
            how = getattr(leading().pack.versions, version) + letters
            found.setdefault(name, {})[place] = how
    return found


def leaders_html(packs: Mapping[str, Mapping[str, str]], lessons: Mapping[str, str]) -> str:
    """Return the page for leaders.

    Parameters
    ----------
    packs : mapping of str to mapping
        What `printed_packs` returns.
    lessons : mapping of str to str
        The page of each lesson that was built, by its number.
    """
    return CourseExporter().plain_page(
        "leading",
        sessions=[_led(name, packs) for name in session_names()],
        plans=[
            {**_led(name, packs), "page": lessons[name]}
            for name in shown_names()
            if name in lessons
        ],
        lead=leading(),
        p=leading().pack,
        words=leading().leaders,
    )


def _led(name: str, packs: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    found = led(name)
    return {
        "session": found,
        "rows": rows_of(found, "projector"),
        "sheets": materials_for(found),
        "stage": page_name("stage", name),
        "packs": packs.get(name, {}),
    }
