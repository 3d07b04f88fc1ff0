"""Shape-preserving monotone cubic interpolation (PCHIP), in pure Python.

After Fritsch and Carlson, "Monotone Piecewise Cubic Interpolation", SIAM
Journal on Numerical Analysis 17(2), 1980, with the weighted harmonic mean of
Fritsch and Butland (1984) for the slopes, as in SciPy's ``PchipInterpolator``.
It never overshoots: between two landmarks the curve stays between them, so a
picture shows no rise or fall that the landmarks do not have.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise


@dataclass(frozen=True)
class Curve:
    """A smooth curve through landmarks.

    Parameters
    ----------
    xs : tuple of float, shape (n,)
        Places along the timeline, strictly increasing; ``n >= 2``.
    ys : tuple of float, shape (n,)
        Levels, arbitrary (direction only).

    Raises
    ------
    ValueError
        If there are fewer than two landmarks, the lengths differ or ``xs``
        does not increase.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.xs) != len(self.ys) or len(self.xs) < 2:  # noqa: PLR2004
            raise ValueError("A curve needs at least two landmarks, each with one level.")
        if any(b <= a for a, b in pairwise(self.xs)):
            raise ValueError("The landmarks of a curve must increase from left to right.")

    @cached_property
    def slopes(self) -> tuple[float, ...]:
        """Slope at each landmark (levels per unit of ``xs``)."""
        steps = [b - a for a, b in pairwise(self.xs)]
        secants = [(b - a) / h for (a, b), h in zip(pairwise(self.ys), steps, strict=True)]
        if len(steps) == 1:
            return (secants[0], secants[0])
        inner = [
            _inner_slope(h0, h1, d0, d1)
            for (h0, h1), (d0, d1) in zip(pairwise(steps), pairwise(secants), strict=True)
        ]
        first = _end_slope(steps[0], steps[1], secants[0], secants[1])
        last = _end_slope(steps[-1], steps[-2], secants[-1], secants[-2])
        return (first, *inner, last)

    @property
    def end(self) -> float:
        """The last place for which the curve is known."""
        return self.xs[-1]

    def level(self, x: float) -> float:
        """Return the level at ``x``; outside the landmarks raise ``ValueError``."""
        i, t, h = self._locate(x)
        y0, y1 = self.ys[i], self.ys[i + 1]
        m0, m1 = self.slopes[i] * h, self.slopes[i + 1] * h
        value = (
            (1 + 2 * t) * (1 - t) ** 2 * y0
            + t * (1 - t) ** 2 * m0
            + t * t * (3 - 2 * t) * y1
            + t * t * (t - 1) * m1
        )
        # Rounding may leave the interval by one unit in the last place.
        return min(max(value, min(y0, y1)), max(y0, y1))

    def slope(self, x: float) -> float:
        """Return the slope at ``x`` (levels per unit of ``xs``)."""
        i, t, h = self._locate(x)
        y0, y1 = self.ys[i], self.ys[i + 1]
        return (
            6 * t * (1 - t) * (y1 - y0) / h
            + (1 - t) * (1 - 3 * t) * self.slopes[i]
            + t * (3 * t - 2) * self.slopes[i + 1]
        )

    def bezier(self) -> list[tuple[tuple[float, float], tuple[float, float], tuple[float, float]]]:
        """Return the curve exactly, as cubic Bézier segments after the first landmark."""
        segments = []
        for i, (x0, x1) in enumerate(pairwise(self.xs)):
            third = (x1 - x0) / 3
            first = (x0 + third, self.ys[i] + self.slopes[i] * third)
            second = (x1 - third, self.ys[i + 1] - self.slopes[i + 1] * third)
            segments.append((first, second, (x1, self.ys[i + 1])))
        return segments

    def _locate(self, x: float) -> tuple[int, float, float]:
        if not self.xs[0] <= x <= self.xs[-1]:
            raise ValueError(f"{x} lies outside the landmarks {self.xs[0]} to {self.xs[-1]}.")
        i = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        h = self.xs[i + 1] - self.xs[i]
        return i, (x - self.xs[i]) / h, h


def _inner_slope(h0: float, h1: float, d0: float, d1: float) -> float:
    if d0 * d1 <= 0:
        return 0.0
    w0, w1 = 2 * h1 + h0, h1 + 2 * h0
    return (w0 + w1) / (w0 / d0 + w1 / d1)


def _end_slope(h0: float, h1: float, d0: float, d1: float) -> float:
    slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1)
    if slope * d0 <= 0:
        return 0.0
    if d0 * d1 <= 0 and abs(slope) > 3 * abs(d0):
        return 3 * d0
    return slope
