"""Dots, intervals and icons as SVG path data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.frame.paths_model import dot_path

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How far the ends of an interval stand up and down, as a share of its lane.
_CAP = 0.42


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def whisker_path(low: float, high: float, y: float = 0.5, cap: float = _CAP) -> str:
    """Return an interval as a line with upright ends."""
    ends = "".join(f"M{_short(x)} {_short(y - cap)}v{_short(2 * cap)}" for x in (low, high))
    return f"M{_short(low)} {_short(y)}H{_short(high)}{ends}"


def line_path(low: float, high: float, y: float) -> str:
    """Return an interval as a plain line."""
    return f"M{_short(low)} {_short(y)}H{_short(high)}"


def dots_path(places: Iterable[tuple[float, float]]) -> str:
    """Return many dots as one path (drawn with round caps)."""
    return "".join(f"M{_short(x)} {_short(y)}h0" for x, y in places)


def figure_marks(
    span: tuple[float, float] | None, interval: tuple[float, float] | None, shape: str
) -> dict[str, str]:
    """Return the paths of one published figure: its interval, and a dot of its shape.

    A range that was published without a single number has ends and no dot.
    """
    marks = {"whisker": "", "round": "", "hole": "", "square": ""}
    if span is None:
        return marks
    low, high = span
    if low != high:
        return {**marks, "whisker": whisker_path(low, high)}
    dot = dot_path(low, 0.5)
    own = {"women": ("round",), "men": ("square",), "both": ("round", "hole")}[shape]
    whisker = whisker_path(*interval) if interval else ""
    return {**marks, "whisker": whisker, **dict.fromkeys(own, dot)}


def field(first: int, last: int) -> str:
    """Return some of 100 dots in ten rows of ten, counted from the top left corner."""
    return dots_path((i % 10 + 0.5, 9.5 - i // 10) for i in range(first, last))
