"""Invented summer days on which warmth moves two other things, and how closely those go together.

Nothing here was measured. All amounts are arbitrary, from 0 to 1.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WARMTH = {"cool": 0.22, "mild": 0.5, "hot": 0.78}
WEEK = ("weekdays", "weekends")
_EACH = 11
_SPREAD = 0.09
_SEED = 13
#: From here on a correlation is called clear; below the second number, hardly any.
CLEAR, HARDLY = 0.5, 0.25


@dataclass(frozen=True)
class Day:
    """One invented day: how warm, which part of the week, and the two amounts."""

    warmth: str
    week: str
    ice_creams: float
    sunburns: float


def invented_days() -> list[Day]:
    """Return the same invented days each time. Warmth moves both amounts, and nothing else does."""
    draw = random.Random(_SEED)
    return [
        Day(
            warmth,
            week,
            _within(level + draw.gauss(0, _SPREAD)),
            _within(level + draw.gauss(0, _SPREAD)),
        )
        for warmth, level in WARMTH.items()
        for week in WEEK
        for _ in range(_EACH)
    ]


def _within(value: float) -> float:
    return min(0.97, max(0.03, value))


def held(days: Sequence[Day], steady: str) -> list[Day]:
    """Return the days that are left when one thing is held steady; "nothing" leaves all."""
    return [day for day in days if steady in ("nothing", day.warmth, day.week)]


def correlation(days: Sequence[Day]) -> float:
    """Return Pearson's correlation of ice creams and sunburns, from -1 to 1."""
    across, up = _centred(days)
    both = sum(x * y for x, y in zip(across, up, strict=True))
    return both / math.sqrt(sum(x * x for x in across) * sum(y * y for y in up))


def trend(days: Sequence[Day]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the ends of the straight line that fits best (least squares)."""
    across, up = _centred(days)
    slope = sum(x * y for x, y in zip(across, up, strict=True)) / sum(x * x for x in across)
    middle_x = sum(day.ice_creams for day in days) / len(days)
    middle_y = sum(day.sunburns for day in days) / len(days)
    left, right = (f(day.ice_creams for day in days) for f in (min, max))
    return (
        (left, middle_y + slope * (left - middle_x)),
        (right, middle_y + slope * (right - middle_x)),
    )


def _centred(days: Sequence[Day]) -> tuple[list[float], list[float]]:
    across = [day.ice_creams for day in days]
    up = [day.sunburns for day in days]
    return _around_mean(across), _around_mean(up)


def _around_mean(values: list[float]) -> list[float]:
    mean = sum(values) / len(values)
    return [value - mean for value in values]


def link(days: Sequence[Day]) -> str:
    """Return how close the link is: "clear", "weak" or "hardly"."""
    size = abs(correlation(days))
    if size >= CLEAR:
        return "clear"
    return "weak" if size >= HARDLY else "hardly"
