"""The claim ledger, and how grades and verdicts look and read."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import Annotated, Literal

from msgspec import Meta

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


class Grade(Enum):
    """How well the evidence supports a claim, as the article states it."""

    WELL_SUPPORTED = "well_supported"
    MIXED_OR_INDIRECT = "mixed_or_indirect"
    CONTESTED = "contested"
    SPECULATIVE = "speculative"
    NO_GOOD_EVIDENCE = "no_good_evidence"


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
    truer sentence (empty where the article needs none).
    """

    id: ClaimId
    section: SectionId
    also_in: list[SectionId]
    article_says: Sentence
    grade: Grade
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


@loader("grades.toml")
def grades() -> dict[Grade, GradeEntry]:
    """Return how each grade looks and what it means."""
    return every("grades.toml", load_by_id("grades.toml", "grades", GradeEntry), Grade)


@loader("verdicts.toml")
def verdicts() -> dict[Verdict, str]:
    """Return the words for each verdict on the article."""
    found = every("verdicts.toml", load_by_id("verdicts.toml", "verdicts", VerdictEntry), Verdict)
    return {key: entry.word for key, entry in found.items()}


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
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}


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
