"""Invented surveys: what they report when some people are likelier to answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random
from statistics import median

from course_lib.surveys.proportions_model import wilson

#: How many times each survey is run.
REPEATS = 20
#: How many of every 100 people have had tears, in the invented world.
TRUTHS = {"5": 0.05, "20": 0.2, "40": 0.4}
#: How likely people with and people without tears are to answer.
ANSWERING = {
    "half": (0.3, 0.6),
    "equal": (0.45, 0.45),
    "twice": (0.6, 0.3),
    "four": (0.8, 0.2),
}
ASKED = {"50": 50, "200": 200, "1000": 1000}


@dataclass(frozen=True)
class Survey:
    """One invented survey: how many answered, and how many of them said yes."""

    yes: int
    answered: int

    @property
    def percent(self) -> float:
        """What the survey reports."""
        return 100 * self.yes / self.answered

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95 % interval, in per cent."""
        low, high = wilson(self.yes, self.answered)
        return 100 * low, 100 * high


@dataclass(frozen=True)
class Surveys:
    """The same survey run many times over, and the truth behind it."""

    truth: float
    runs: tuple[Survey, ...]

    @property
    def lowest(self) -> float:
        """The lowest report, in per cent."""
        return min(run.percent for run in self.runs)

    @property
    def highest(self) -> float:
        """The highest report, in per cent."""
        return max(run.percent for run in self.runs)

    @property
    def middle(self) -> float:
        """The report in the middle, in per cent."""
        return median(run.percent for run in self.runs)

    @property
    def answered(self) -> float:
        """How many people answered, in the middle one of the surveys."""
        return median(run.answered for run in self.runs)

    @property
    def holding(self) -> int:
        """In how many surveys the interval holds the truth."""
        return sum(low <= 100 * self.truth <= high for low, high in (r.interval for r in self.runs))

    @property
    def above(self) -> int:
        """How many surveys report more than the truth."""
        return sum(run.percent > 100 * self.truth for run in self.runs)

    @property
    def below(self) -> int:
        """How many surveys report less than the truth."""
        return sum(run.percent < 100 * self.truth for run in self.runs)


@cache
def surveys(truth: str, answering: str, asked: str) -> Surveys:
    """Run one kind of survey many times; the same numbers every time.

    Parameters
    ----------
    truth, answering, asked : str
        Names out of `TRUTHS`, `ANSWERING` and `ASKED`.
    """
    share = TRUTHS[truth]
    chance = Random(f"{truth} {answering} {asked}")
    runs = tuple(_run(chance, share, ANSWERING[answering], ASKED[asked]) for _ in range(REPEATS))
    return Surveys(share, runs)


def _run(chance: Random, share: float, answering: tuple[float, float], asked: int) -> Survey:
    """Ask so many people; one throw for each decides about tears and answering."""
    with_tears, without = answering
    yes_below = share * with_tears
    answered_below = yes_below + (1 - share) * without
    throws = [chance.random() for _ in range(asked)]
    yes = sum(throw < yes_below for throw in throws)
    answered = sum(throw < answered_below for throw in throws)
    return Survey(yes, answered)
