"""Lesson 00's rule as a calculation: from the answers about a claim to its grade."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta

from course_lib.frame.fields import ReferenceKey, Sentence, Strict

if TYPE_CHECKING:
    from collections.abc import Sequence

Count = Annotated[int, Meta(ge=0, le=20)]
Who = Literal["people", "animals"]
Moment = Literal["same", "other"]
About = Literal["itself", "near"]
Agree = Literal["mostly", "partly", "no", "against"]


class Grade(Enum):
    """How well the evidence supports a claim, as the article states it."""

    WELL_SUPPORTED = "well_supported"
    MIXED_OR_INDIRECT = "mixed_or_indirect"
    CONTESTED = "contested"
    SPECULATIVE = "speculative"
    NO_GOOD_EVIDENCE = "no_good_evidence"


class Answers(Strict, frozen=True, kw_only=True):
    """What decides a claim's grade.

    Parameters
    ----------
    studies : int
        How many of its sources tested what the claim says, or something near it. With none,
        the other answers are left out.
    who : str
        Whether the best of them studied people, or only animals.
    time : str
        Whether that was at the moment that the claim speaks of (mostly after sex), or another.
    about : str
        Whether what the claim says was measured, or something near it: low feelings for tears,
        a link for a cause.
    agree : str
        Whether they mostly agree, partly, not, or speak against the claim.
    not_counted : list of str
        The claim's sources that are not among those studies.
    other_moment : list of str
        With the same moment: those studies that were at another one.
    near : list of str
        With the claim itself: those studies that measured only something near it.
    """

    studies: Count
    who: Who | None = None
    time: Moment | None = None
    about: About | None = None
    agree: Agree | None = None
    not_counted: tuple[ReferenceKey, ...] = ()
    other_moment: tuple[ReferenceKey, ...] = ()
    near: tuple[ReferenceKey, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether all is answered that can be: everything, or with no study nothing else."""
        given = [self.who, self.time, self.about, self.agree]
        return all(given) if self.studies else not any([*given, self.not_counted])

    def fit(self, named: set[str]) -> bool:
        """Return whether the lists name some of the claim's sources, and leave the rest."""
        counted = named - set(self.not_counted)
        return (
            named >= set(self.not_counted)
            and len(counted) == self.studies
            and counted > set(self.other_moment)
            and counted > set(self.near)
            and (self.time == "same" or not self.other_moment)
            and (self.about == "itself" or not self.near)
        )


class RuleRow(Strict, frozen=True, kw_only=True):
    """One row of the decision table. A condition that is left out fits every answer.

    ``supported`` is whether anything found makes the claim likely; ``says`` is the row in words.
    """

    at_least: Count = 0
    at_most: Count | None = None
    supported: bool | None = None
    who: Who | None = None
    time: Moment | None = None
    about: About | None = None
    agree: Agree | None = None
    grade: Grade
    says: Sentence


def grade_by_rule(answers: Answers, rows: Sequence[RuleRow], *, supported: bool) -> Grade:
    """Return the grade of the first row that fits.

    Raises
    ------
    LookupError
        If no row fits.
    """
    for row in rows:
        if _fits(row, answers, supported=supported):
            return row.grade
    raise LookupError("no row of the rule fits")


def _fits(row: RuleRow, answers: Answers, *, supported: bool) -> bool:
    most = answers.studies if row.at_most is None else row.at_most
    wanted = {name: getattr(row, name) for name in ("who", "time", "about", "agree")}
    # A row that asks for the moment, or for the claim itself, counts the studies that had it.
    without = {*(answers.other_moment if row.time else ()), *(answers.near if row.about else ())}
    return (
        row.at_least <= answers.studies - len(without)
        and answers.studies <= most
        and row.supported in (None, supported)
        and all(value in (None, getattr(answers, name)) for name, value in wanted.items())
    )
