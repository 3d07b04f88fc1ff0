"""Name what a curve is doing at a place: the bridge from shape to words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course_lib.frame.pchip_model import Curve


class Region(Enum):
    """What a curve is doing. The words for each are in ``data/words.toml``."""

    UNKNOWN = "unknown"
    STEADY = "steady"
    START = "start"
    RISING = "rising"
    RISING_QUICKLY = "rising_quickly"
    HIGHEST = "highest"
    STILL_HIGH = "still_high"
    FALLING = "falling"
    FALLING_QUICKLY = "falling_quickly"
    LOWEST = "lowest"
    BELOW = "below"
    BACK_DOWN = "back_down"
    BACK_UP = "back_up"


RISES = frozenset({Region.RISING, Region.RISING_QUICKLY})
FALLS = frozenset({Region.FALLING, Region.FALLING_QUICKLY})

# Shares of the curve's own range, so that no substance is measured by another.
_FLAT = 0.02
_NEAR = 0.1
_TOP = 0.08
_WELL_ABOVE = 0.4
_QUICK = 0.6


def region(curve: Curve | None, x: float) -> Region:
    """Return what the curve is doing at ``x``.

    Parameters
    ----------
    curve : Curve or None
        ``None`` means that nothing was measured.
    x : float
        A place on the timeline's axis; before the curve begins and beyond its end nothing is known.
    """
    if curve is None or not curve.xs[0] <= x <= curve.end:
        return Region.UNKNOWN
    lowest, highest = min(curve.ys), max(curve.ys)
    span = highest - lowest
    if span < _FLAT:
        return Region.STEADY
    start, level = curve.ys[0], curve.level(x)
    slope = curve.slope(x) / span
    # A line that ends while it moves has no highest or lowest that anyone saw.
    still_moving = x == curve.end and slope != 0
    if level >= highest - _TOP * span and highest > start and not (still_moving and slope > 0):
        return Region.HIGHEST
    if (
        level <= lowest + _TOP * span
        and lowest < start - _NEAR * span
        and not (still_moving and slope < 0)
    ):
        return Region.LOWEST
    if abs(level - start) <= _NEAR * span:
        return _near_start(curve, x, span)
    return _moving(slope, (level - start) / span)


def _moving(slope: float, above_start: float) -> Region:
    if slope > 0:
        return Region.RISING_QUICKLY if slope > _QUICK else Region.RISING
    if slope == 0:
        return Region.STILL_HIGH if above_start > 0 else Region.BELOW
    if slope > -_QUICK and above_start > _WELL_ABOVE:
        return Region.STILL_HIGH
    return Region.FALLING_QUICKLY if slope <= -_QUICK else Region.FALLING


def _near_start(curve: Curve, x: float, span: float) -> Region:
    """Tell whether the curve is still at its start or came back, and from where."""
    away = [
        y - curve.ys[0]
        for place, y in zip(curve.xs, curve.ys, strict=True)
        if place < x and abs(y - curve.ys[0]) > _NEAR * span
    ]
    if not away:
        return Region.START
    return Region.BACK_DOWN if away[-1] > 0 else Region.BACK_UP
