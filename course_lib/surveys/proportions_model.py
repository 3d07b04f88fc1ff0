"""Shares of people: how sure a share can be when only some people were asked."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist


def wilson(count: int, asked: int, level: float = 0.95) -> tuple[float, float]:
    """Return Wilson's interval for a share, as two shares from 0 to 1.

    It says what chance alone leaves open, never who was left out.

    Parameters
    ----------
    count : int
        How many people said yes.
    asked : int
        How many people answered; at least one.
    level : float
        How often such intervals hold the true share, in the long run.

    Raises
    ------
    ValueError
        If the count cannot be a part of those who answered.
    """
    if asked < 1 or not 0 <= count <= asked:
        raise ValueError(f"{count} of {asked} people is no share. Give a count from 0 to asked.")
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = count / asked
    shrink = 1 + z * z / asked
    middle = (share + z * z / (2 * asked)) / shrink
    reach = z * sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked)) / shrink
    low = 0.0 if count == 0 else middle - reach
    high = 1.0 if count == asked else middle + reach
    return low, high


def published_range(percent: str) -> tuple[float, float] | None:
    """Return a published percentage as lowest and highest: twice the same unless it is a range.

    Raises
    ------
    ValueError
        If it is no percentage.
    """
    if not percent:
        return None
    numbers = [float(part) for part in percent.split("-")]
    if not all(0 <= number <= 100 for number in numbers) or numbers != sorted(numbers):  # noqa: PLR2004
        raise ValueError(f"{percent!r} is no percentage. Write one such as 32.9, or 3-4.")
    return numbers[0], numbers[-1]
