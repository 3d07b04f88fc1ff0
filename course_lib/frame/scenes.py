"""Scenes that were built ahead, so that opening a lesson draws nothing.

Each room keeps its pictures in ``built/`` and draws them with the modules ``NAME_scene.py``
that have a ``draw(form)``; a ``draw_stage()`` draws the form for a projector.
``python -m course_lib.frame.scenes`` builds them again; a test rebuilds and compares. A scene
that is missing is drawn on the spot.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from course_lib.frame.load import UnknownNameError

PACKAGE = Path(__file__).resolve().parents[1]
FORMS = ("wide", "narrow")
#: A third form of some scenes: letters and lines for the back of a room.
STAGE = "stage"


@cache
def scenes() -> dict[str, Path]:
    """Return the module that draws each scene, by the scene's name, room by room."""
    return {
        path.name.removesuffix("_scene.py"): path
        for path in sorted(PACKAGE.glob("*/*_scene.py"))
        if re.search(r"^def draw\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }


@cache
def forms(name: str) -> tuple[str, ...]:
    """Return the forms that a scene is drawn in."""
    text = scenes()[name].read_text(encoding="utf-8")
    staged = re.search(r"^def draw_stage\(", text, re.MULTILINE)
    return (*FORMS, STAGE) if staged else FORMS


@cache
def scene(name: str, form: str) -> str:
    """Return a scene as SVG text.

    Parameters
    ----------
    name : str
        One of `scenes`.
    form : str
        "wide", "narrow" or, where there is one, "stage".

    Raises
    ------
    UnknownNameError
        If there is no such scene or form.
    """
    built = stored(name, form)
    if built is not None:
        return built.read_text(encoding="utf-8")
    if name not in scenes() or form not in forms(name):
        known = [f"{each}_{form}" for each in scenes() for form in forms(each)]
        raise UnknownNameError("scene", f"{name}_{form}", known)
    return draw(name, form)


def stored(name: str, form: str) -> Path | None:
    """Return where a scene is stored, whichever room it is of; ``None`` if it is not."""
    return next(PACKAGE.glob(f"*/built/{name}_{form}.svg"), None)


def draw(name: str, form: str) -> str:
    """Draw a scene now, with matplotlib."""
    path = scenes()[name]
    module = import_module(f"course_lib.{path.parent.name}.{path.stem}")
    return str(module.draw_stage() if form == STAGE else module.draw(form))


def place(name: str, form: str) -> Path:
    """Return where a scene is stored."""
    return scenes()[name].parent / "built" / f"{name}_{form}.svg"


def build_all() -> list[Path]:
    """Draw every scene, store those that changed, and return where those stand."""
    changed = []
    for name in scenes():
        for form in forms(name):
            path, drawn = place(name, form), draw(name, form)
            path.parent.mkdir(exist_ok=True)
            if not path.is_file() or path.read_text(encoding="utf-8") != drawn:
                path.write_text(drawn, encoding="utf-8")
                changed.append(path)
    return changed


if __name__ == "__main__":
    build_all()
