"""The claim ledger, and how grades and verdicts look and read."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import Annotated, Literal

from msgspec import Meta

from course_lib.evidence.grade_model import Answers, Grade, RuleRow, grade_by_rule
from course_lib.frame import read
from course_lib.frame.fields import ClaimId, ReferenceKey, SectionId, Sentence, Strict
from course_lib.frame.lessons_data import known_lesson, sections
from course_lib.frame.load import (
    ContentError,
    UnknownNameError,
    every,
    load_by_id,
    load_table,
    loader,
)

__all__ = ["Grade"]


class Verdict(Enum):
    """How the article's sentence compares with the evidence."""

    ACCURATE = "accurate"
    ROUGHLY_RIGHT = "roughly_right"
    OVERSTATED = "overstated"
    WRONG = "wrong"
    INTERNALLY_INCONSISTENT = "internally_inconsistent"
    VAGUE = "vague"
    VALUE_STATEMENT = "value_statement"
    ADVICE_REASONABLE = "advice_reasonable"


class GradeEntry(Strict, frozen=True):
    """How a grade looks and what it means: never by colour alone."""

    id: Grade
    word: Sentence
    symbol: Annotated[str, Meta(min_length=1, max_length=2)]
    line: Literal["solid", "dashed", "dash-dot", "dotted", "none"]
    meaning: Sentence


class VerdictEntry(Strict, frozen=True):
    """How a verdict is said to a learner."""

    id: Verdict
    word: Sentence


class Claim(Strict, frozen=True, kw_only=True):
    """One of the article's claims, graded against research.

    ``article_says`` restates the article in our words, ``finding`` is what the
    research shows, ``studied`` what was measured and in whom, ``better`` a
    truer sentence (empty where the article needs none). ``answers`` lead to the grade by
    ``grade_rule.toml``; ``grade_because`` says why a person decided otherwise.
    """

    id: ClaimId
    section: SectionId
    also_in: list[SectionId]
    article_says: Sentence
    grade: Grade
    answers: Answers
    grade_because: str = ""
    verdict: Verdict
    kind: Literal[
        "advice",
        "causal",
        "definition",
        "empirical",
        "interpretive",
        "prevalence",
        "reasoning",
    ]
    confidence: Literal["high", "medium", "low"]
    finding: Sentence
    studied: Sentence
    better: str = ""
    supports: list[ReferenceKey]
    limits: list[ReferenceKey]

    @property
    def counted(self) -> list[str]:
        """Its sources that tested what it says, or something near it; with none, no source."""
        named = [*self.supports, *self.limits] if self.answers.studies else []
        return [key for key in named if key not in self.answers.not_counted]


@loader("grades.toml")
def grades() -> dict[Grade, GradeEntry]:
    """Return how each grade looks and what it means."""
    return every("grades.toml", load_by_id("grades.toml", "grades", GradeEntry), Grade)


@loader("verdicts.toml")
def verdicts() -> dict[Verdict, str]:
    """Return the words for each verdict on the article."""
    found = every("verdicts.toml", load_by_id("verdicts.toml", "verdicts", VerdictEntry), Verdict)
    return {key: entry.word for key, entry in found.items()}


@loader("grade_rule.toml")
def grade_rule() -> list[RuleRow]:
    """Return the rows of lesson 00's rule.

    Raises
    ------
    ContentError
        If the last row leaves some answers without a grade.
    """
    rows = load_table("grade_rule.toml", "rows", RuleRow)
    if rows[-1] != RuleRow(grade=rows[-1].grade, says=rows[-1].says):
        raise ContentError(
            "data/grade_rule.toml, last row: it has a condition, so some claims would get no "
            "grade. Let the last row have none."
        )
    return rows


def by_rule(claim: Claim) -> Grade:
    """Return the grade that a claim's answers lead to."""
    return grade_by_rule(claim.answers, grade_rule(), supported=bool(claim.supports))


@loader("claims/*.toml")
def claims() -> dict[str, Claim]:
    """Return the claim ledger: all claims of the article, in order of number."""
    entries: list[Claim] = []
    for name in read.files("claims/*.toml"):
        entries += load_table(name, "claims", Claim)
    repeated = [key for key, count in Counter(each.id for each in entries).items() if count > 1]
    if repeated:
        raise ContentError(
            f"data/claims: {repeated[0]!r} stands twice, in one file or in two. Rename one."
        )
    for entry in entries:
        _check_grade(entry)
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}


def _check_grade(claim: Claim) -> None:
    """Raise `ContentError` unless the answers fit, and rule and hand agree or it is said why."""
    where = f"data/claims, entry {claim.id}"
    named = {*claim.supports, *claim.limits}
    if not claim.answers.complete or (claim.answers.studies and not claim.answers.fit(named)):
        raise ContentError(
            f"{where}, field 'answers': with studies, answer who, time, about and agree; with "
            f"none, leave them out; and count at most its {len(named)} named sources: all but "
            "those in 'not_counted'. 'other_moment' and 'near' name some of them, never all."
        )
    rule = by_rule(claim)
    if rule is not claim.grade and not claim.grade_because:
        raise ContentError(
            f"{where}, field 'grade': the rule gives {rule.value!r}, and {claim.grade.value!r} "
            "stands there. Correct the answers or the grade, or say in 'grade_because' why."
        )
    if rule is claim.grade and claim.grade_because:
        raise ContentError(
            f"{where}, field 'grade_because': the rule gives that grade, too. Remove it."
        )


def claim(key: str) -> Claim:
    """Return one claim. Raises `UnknownNameError` with the near matches."""
    if key not in claims():
        raise UnknownNameError("claim", key, claims())
    return claims()[key]


def claims_of_lesson(lesson: str) -> list[Claim]:
    """Return the claims of a lesson's section: its own first, then those it shares.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    """
    lesson = known_lesson(lesson)
    here = {key for key, section in sections().items() if section.lesson == lesson}
    own = [claim for claim in claims().values() if claim.section in here]
    shared = [
        claim
        for claim in claims().values()
        if claim.section not in here and here.intersection(claim.also_in)
    ]
    return own + shared
