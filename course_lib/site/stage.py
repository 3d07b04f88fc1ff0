"""The stage of a session, one activity a screen, and the leader's window: two pages each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course_lib.frame.markup import script_json
from course_lib.frame.my_course_data import my_course
from course_lib.sessions.leading_data import leading
from course_lib.sessions.plans_data import led, led_names
from course_lib.sessions.screens import screens_of
from course_lib.sessions.sessions_data import session, session_names
from course_lib.site.exporter import CourseExporter
from course_lib.site.page_assets import with_needs, write_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from course_lib.sessions.screens import Shown
    from course_lib.sessions.sessions_data import Led

ROLES = ("stage", "leader")


@dataclass(frozen=True)
class StagePage:
    """What the template lays out."""

    session: Led
    screens: list[Shown]
    views: list[str]
    told: str


def page_name(role: str, name: str) -> str:
    """Return the name of a session's page, such as "stage_60.html"."""
    return f"{role}_{name}.html"


def shown_names() -> list[str]:
    """Return all that can be led, without the lessons that a teacher hides."""
    return [name for name in led_names() if name not in my_course().hide]


def makers() -> dict[str, Callable[[], str]]:
    """Return what makes each page of each session and lesson, by the page's name."""
    return {
        page_name(role, name): lambda role=role, name=name: stage_html(name, role)  # type: ignore[misc]
        for name in shown_names()
        for role in ROLES
    }


def list_of_stages() -> list[dict[str, Any]]:
    """Return each session's name, minutes and stage, from the shortest to the longest."""
    return [
        {"id": name, "minutes": session(name).minutes, "page": page_name("stage", name)}
        for name in session_names()
    ]


def stage_html(name: str, role: str) -> str:
    """Return a session's stage, or its leader's window, as a page.

    Parameters
    ----------
    name : str
        Such as "60", or "04" for a lesson.
    role : {"stage", "leader"}
        Which of the two windows.
    """
    found = led(name)
    shown = screens_of(found)
    told = {
        "screens": [screen.told() for screen in shown],
        "parts": [{"title": part.title, "minutes": part.minutes} for part in found.parts],
        "minutes": found.minutes,
        "leader": page_name("leader", name),
    }
    page = StagePage(
        session=found,
        screens=shown,
        views=with_needs({screen.view for screen in shown if screen.view}),
        told=script_json(told),
    )
    return CourseExporter().plain_page("stage", page=page, role=role, s=leading().stage)


def build_stages(output: Path) -> list[Path]:
    """Write the pages of every session, and what stands beside them; return the stages.

    Raises
    ------
    ContentError
        If the data or a teacher's own layer is not as it should be.
    """
    my_course()  # before anything is written
    output.mkdir(parents=True, exist_ok=True)
    for name, make in makers().items():
        write_page(output / name, make())
    return [output / page_name("stage", name) for name in shown_names()]
