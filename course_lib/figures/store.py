"""Scenes that were built ahead, so that opening a lesson draws nothing.

``python -m course_lib.figures.store`` builds them again; a test rebuilds and
compares. A scene that is missing is drawn on the spot.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from course_lib import content
from course_lib.content.load import UnknownNameError

BUILT = Path(__file__).parent / "built"
FORMS = ("wide", "narrow")
#: Scenes with a module of their own: each has ``draw(form)``.
_OWN_MODULE = (
    "tutorial",
    "anatomy",
    "feelings",
    "crying",
    "jug",
    "claim_age",
    "correlation",
    "prevalence",
    "prevalence_pair",
    "hundred",
    "answered",
    "breathing",
    "tears",
    "causes",
)
SCENES = ("timeline", "seesaw", "multiples", "body", *_OWN_MODULE)
#: The lanes of the body timeline, from top to bottom.
BODY_SIGNALS = ("heart_rate", "blood_pressure", "muscle", "noradrenaline", "breathing")


def timeline_substances() -> list[content.structs.Substance]:
    """Return the substances that have a lane in the hormone timeline, in order."""
    return [entry for entry in content.substances().values() if entry.group == "substance"]


def lane_substances(scene_name: str) -> list[content.structs.Substance]:
    """Return what has a lane in a timeline scene, from top to bottom."""
    if scene_name == "body":
        return [content.substances()[key] for key in BODY_SIGNALS]
    return timeline_substances()


@cache
def scene(name: str, form: str) -> str:
    """Return a scene as SVG text.

    Parameters
    ----------
    name : str
        One of `SCENES`.
    form : str
        "wide" or "narrow".

    Raises
    ------
    UnknownNameError
        If there is no such scene or form.
    """
    if name not in SCENES or form not in FORMS:
        known = [f"{each}_{form}" for each in SCENES for form in FORMS]
        raise UnknownNameError("scene", f"{name}_{form}", known)
    path = BUILT / f"{name}_{form}.svg"
    if path.is_file():
        return path.read_text(encoding="utf-8")
    return draw(name, form)


def draw(name: str, form: str) -> str:
    """Draw a scene now, with matplotlib."""
    if name in _OWN_MODULE:
        return str(import_module(f"course_lib.figures.{name}").draw(form))
    if name == "multiples":
        multiples = import_module("course_lib.figures.multiples")
        return str(multiples.draw_multiples(timeline_substances(), multiples.GRIDS[form]))
    lanes = import_module("course_lib.figures.lanes")
    shape = lanes.SHAPES[form]
    if name == "seesaw":
        return str(import_module("course_lib.figures.seesaw").draw_seesaw(shape))
    return str(lanes.draw_lanes(lane_substances(name), shape))


def build_all() -> None:
    """Draw every scene and store it."""
    BUILT.mkdir(exist_ok=True)
    for name in SCENES:
        for form in FORMS:
            (BUILT / f"{name}_{form}.svg").write_text(draw(name, form), encoding="utf-8")


if __name__ == "__main__":
    build_all()
