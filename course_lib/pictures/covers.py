"""A lesson's cover as SVG, in the colours of the place where it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.frame import lessons_data
from course_lib.pictures.covers_model import HEIGHT, WIDTH, cover

if TYPE_CHECKING:
    from course_lib.frame.palette import Voice
    from course_lib.pictures.covers_model import Shape


def voice_of(lesson: str) -> Voice:
    """Return a lesson's voice; that of the first page is evidence."""
    found = lessons_data.lessons().get(lesson)
    return found.voice if found else "evidence"


def cover_svg(lesson: str) -> str:
    """Return a cover as markup that says nothing to a screen reader.

    Parameters
    ----------
    lesson : str
        A lesson's number, or "index".
    """
    ground = f'<path d="M0 0H{WIDTH}V{HEIGHT}H0Z" fill="var(--{voice_of(lesson)}-ground)"/>'
    shapes = "".join(_drawn(shape) for shape in cover(lesson))
    return (
        f'<svg class="cover" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice" '
        f'aria-hidden="true" focusable="false">{ground}{shapes}</svg>'
    )


def _drawn(shape: Shape) -> str:
    colour = f"var(--{shape.colour})"
    if not shape.width:
        return f'<path d="{shape.path}" fill="{colour}"/>'
    dash = f' stroke-dasharray="{shape.dash}"' if shape.dash else ""
    return (
        f'<path d="{shape.path}" fill="none" stroke="{colour}" stroke-width="{shape.width:g}" '
        f'stroke-linecap="round" stroke-linejoin="round"{dash}/>'
    )
