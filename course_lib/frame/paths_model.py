"""Curves as SVG path data in data coordinates (a scene maps them to its picture)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.frame.pchip_model import Curve


def _number(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _point(x: float, y: float) -> str:
    return f"{_number(x)} {_number(y)}"


def line_path(curve: Curve) -> str:
    """Return the curve as one path, exactly (PCHIP pieces are cubic Béziers)."""
    start = _point(curve.xs[0], curve.ys[0])
    rest = " ".join("C" + " ".join(_point(*p) for p in piece) for piece in curve.bezier())
    return f"M{start} {rest}"


def band_path(lower: Curve, upper: Curve) -> str:
    """Return the area between two curves with the same landmarks as a closed path."""
    out = line_path(upper)
    pieces = lower.bezier()
    starts = [(lower.xs[0], lower.ys[0]), *(piece[2] for piece in pieces[:-1])]
    back = " ".join(
        "C" + " ".join(_point(*p) for p in (piece[1], piece[0], start))
        for piece, start in zip(reversed(pieces), reversed(starts), strict=True)
    )
    return f"{out} L{_point(lower.xs[-1], lower.ys[-1])} {back} Z"


def dot_path(x: float, y: float) -> str:
    """Return a path of no length: with a round cap it is drawn as a dot of any size."""
    return f"M{_point(x, y)} h0"


def upright_path(x: float, bottom: float, top: float) -> str:
    """Return an upright line, for the cursor."""
    return f"M{_point(x, bottom)} V{_number(top)}"


def box_path(box: Sequence[float]) -> str:
    """Return a frame around a box of left, top, width, height (from the top), y upwards."""
    left, top, width, height = box
    return f"M{_point(left, 1 - top)} h{_number(width)} v{_number(-height)} h{_number(-width)} Z"
