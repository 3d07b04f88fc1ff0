"""The claim ledger, and how grades and verdicts look and read."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Annotated, Literal

from msgspec import Meta

from course_lib.frame.fields import ClaimId, ReferenceKey, Sentence, Strict
from course_lib.frame.lessons_data import known_lesson, sections
from course_lib.frame.load import UnknownNameError, data_dir, load_table, unique


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
    section: str
    also_in: list[str]
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


@cache
def grades() -> dict[Grade, GradeEntry]:
    """Return how each grade looks and what it means."""
    entries = load_table(data_dir() / "grades.toml", "grades", GradeEntry)
    return {entry.id: entry for entry in entries}


@cache
def verdicts() -> dict[Verdict, str]:
    """Return the words for each verdict on the article."""
    entries = load_table(data_dir() / "verdicts.toml", "verdicts", VerdictEntry)
    return {entry.id: entry.word for entry in entries}


@cache
def claims() -> dict[str, Claim]:
    """Return the claim ledger: all claims of the article, in order of number."""
    entries: list[Claim] = []
    for path in sorted((data_dir() / "claims").glob("*.toml")):
        entries += load_table(path, "claims", Claim)
    unique(data_dir() / "claims", (entry.id for entry in entries))
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
