"""A slow pace: which moment comes when. No formula of it is repeated in the browser."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Moment:
    """One second of the pace.

    Parameters
    ----------
    at : int
        Seconds since the start.
    now : {"in", "out"}
        Which way the air goes.
    count : int
        Seconds of this half of the breath, counted from 1.
    breath : int
        Which breath it is, counted from 1.
    """

    at: int
    now: Literal["in", "out"]
    count: int
    breath: int


def breaths_a_minute(in_seconds: int, out_seconds: int) -> float:
    """Return how many breaths a minute has at this pace."""
    return 60 / (in_seconds + out_seconds)


def moments(in_seconds: int, out_seconds: int, breaths: int) -> list[Moment]:
    """Return every second of the pace, in order: first in, then out.

    Parameters
    ----------
    in_seconds, out_seconds : int
        How long the air comes in and goes out.
    breaths : int
        After how many breaths it ends.
    """
    one = [("in", count) for count in range(1, in_seconds + 1)]
    one += [("out", count) for count in range(1, out_seconds + 1)]
    return [
        Moment(breath * len(one) + second, "in" if now == "in" else "out", count, breath + 1)
        for breath in range(breaths)
        for second, (now, count) in enumerate(one)
    ]


def fullness(place: float) -> float:
    """Return how full the drawn breath is, from 0 to 1, at a place from 0 (in) to 1 (out)."""
    return (1 - math.cos(2 * math.pi * place)) / 2
