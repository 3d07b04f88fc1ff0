"""Where the cells of a claim's history stand: shares of the picture, from its lower left."""

from __future__ import annotations

#: Room at the left and right of the first and last column.
_MARGIN = 0.06


def columns(count: int) -> list[float]:
    """Return the middles of the columns. Steps are equally far apart, whatever the years."""
    return [_MARGIN + (1 - 2 * _MARGIN) * i / (count - 1) for i in range(count)]


def rows(count: int) -> list[float]:
    """Return the heights of the rows, from top to bottom."""
    return [1 - (i + 0.62) / count for i in range(count)]


def piece(place: int, count: int, height: float) -> str:
    """Return the line after a column's sign, as path data; none after the last."""
    if place == count - 1:
        return ""
    across = columns(count)
    gap = (across[1] - across[0]) * 0.22
    return f"M{across[place] + gap:.3f} {height:.3f} H{across[place + 1] - gap:.3f}"
