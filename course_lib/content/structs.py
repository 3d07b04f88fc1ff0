"""The shapes of everything under ``data/``.

Each struct is strict: an unknown or missing field is an error that names the
file, the entry and the field (see :mod:`course_lib.content.load`).
"""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Literal

from msgspec import Meta, Struct

ClaimId = Annotated[str, Meta(pattern=r"^C\d{2}$")]
ReferenceKey = Annotated[str, Meta(pattern=r"^[a-z0-9_]+$")]
SubstanceId = Annotated[str, Meta(pattern=r"^[a-z_]+$")]
PhaseId = Annotated[str, Meta(pattern=r"^[a-z_]+$")]
LessonId = Annotated[str, Meta(pattern=r"^\d{2}$")]
Sentence = Annotated[str, Meta(min_length=1)]
#: Arbitrary, direction only: 0 is the bottom of a lane, 1 its top.
Level = Annotated[float, Meta(ge=0.0, le=1.0)]


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


class Basis(Enum):
    """Where a line was measured; it decides how the line is drawn."""

    HUMAN_BLOOD = "human_blood"
    HUMAN_DIRECT = "human_direct"
    INFERRED = "inferred"
    MALE_RATS = "male_rats"
    NOT_MEASURED = "not_measured"


class Certainty(Enum):
    """How much is known about a curve; it decides how wide its band is."""

    NARROW = "narrow"
    MEDIUM = "medium"
    WIDE = "wide"
    VERY_WIDE = "very_wide"


class Verified(Enum):
    """How far a reference was checked for this course."""

    YES = "yes"
    PARTIAL = "partial"
    FROM_MEMORY = "from_memory"


class Strict(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A struct that refuses unknown fields."""


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


class Section(Strict, frozen=True):
    """A section of the source article and the lesson that teaches it."""

    id: str
    heading: Sentence
    lesson: LessonId


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


class Reference(Strict, frozen=True, kw_only=True):
    """A source, with how far it was checked. Built from ``references.bib``."""

    key: ReferenceKey
    kind: str
    authors: list[str]
    year: str
    title: Sentence
    published_in: str
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    doi_from_memory: str = ""
    doi_is_preprint: bool = False
    verified: Verified
    seen_at: str = ""
    note: str = ""


class Saying(Strict, frozen=True):
    """A popular sentence to avoid, and why."""

    say: Sentence
    because: Sentence


class Phase(Strict, frozen=True):
    """A part of the timeline. ``start`` and ``end`` in minutes from orgasm."""

    id: PhaseId
    label: Sentence
    short: Sentence
    start: float
    end: float
    width: Annotated[float, Meta(gt=0)]


class Stop(Strict, frozen=True):
    """A named place on the timeline. ``minute`` is relative to orgasm."""

    id: PhaseId
    label: Sentence
    opening: Sentence
    label_without_orgasm: Sentence
    opening_without_orgasm: Sentence
    phase: PhaseId
    minute: float


class TimelineData(Strict, frozen=True):
    """``phases.toml``: the timeline that every curve shares."""

    landmarks: list[float]
    phases: list[Phase]
    stops: list[Stop]


class PhaseWords(Strict, frozen=True):
    """What was seen in each phase, in a learner's words."""

    arousal: Sentence
    plateau: Sentence
    orgasm: Sentence
    first_minutes: Sentence
    first_hour: Sentence


class Story(Strict, frozen=True):
    """The article's version. ``levels`` is empty where it gives no direction."""

    says: Sentence
    levels: list[Level] = []


class Substance(Strict, frozen=True, kw_only=True):
    """A hormone, messenger or body signal, and what is known of its curve.

    ``levels`` are arbitrary (direction only), one for each landmark of the
    timeline; empty when nothing was measured. ``levels_without_orgasm`` stops
    early where nobody has looked further.
    """

    id: SubstanceId
    name: Sentence
    short: Sentence
    kind: Sentence
    group: Literal["substance", "body_signal"]
    basis: Basis
    certainty: Certainty
    measured_where: Sentence
    measured_in: Sentence
    role: Sentence
    plain: Sentence
    time_course: Sentence
    strength: Sentence
    phases: PhaseWords
    levels: list[Level] = []
    levels_without_orgasm: list[Level] = []
    unknown_note: str = ""
    story: Story
    avoid: list[Saying]
    refs: list[ReferenceKey]
    claims: list[ClaimId]


class BasisEntry(Strict, frozen=True):
    """How a basis is drawn and said."""

    id: Basis
    word: Sentence
    line: Literal["solid", "dashed", "dotted", "none"]
    sentence: Sentence


class PrevalenceRow(Strict, frozen=True):
    """One published figure. Percentages and counts are as published."""

    row_id: Annotated[str, Meta(pattern=r"^P\d{2}$")]
    study_key: ReferenceKey
    study: Sentence
    year: int
    design_recruitment: Sentence
    population: Sentence
    gender_group: Sentence
    n: int | None
    construct: Sentence
    measure: Sentence
    percent: str
    count_reported: int | None
    count_derived: int | None
    derived_note: str
    wilson95_low: float | None
    wilson95_high: float | None
    comparable_group: Sentence
    verified: Sentence
    where_verified: Sentence
    confidence: Literal["high", "medium", "low"]
    caveat: str


class Lesson(Strict, frozen=True, kw_only=True):
    """One lesson of the course, as the map and the pages show it.

    ``reading_minutes`` is 0 until the lesson is written.
    """

    id: LessonId
    slug: Annotated[str, Meta(pattern=r"^[a-z_]+$")]
    title: Sentence
    question: Sentence
    big_idea: Sentence
    reading_minutes: int = 0
    activity_minutes: int
    written: bool


class Directory(Strict, frozen=True):
    """A maintained directory of helplines: never a number."""

    name: Sentence
    address: Annotated[str, Meta(pattern=r"^https://")]
    what: Sentence


class HelpData(Strict, frozen=True):
    """``help.toml``: where help is, with an owner and a review date."""

    owner: Sentence
    reviewed: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    link_checked: bool
    refs: list[ReferenceKey]
    limits: Sentence
    reviewed_by_clinician: Sentence
    urgent: list[Sentence]
    soon: list[Sentence]
    directories: Annotated[list[Directory], Meta(min_length=1)]
    unsafe_places: Sentence
    busy_lines: Sentence


class Term(Strict, frozen=True):
    """``glossary.toml``: a term, its other forms, and what it means in plain words.

    ``also`` are everyday words that people search with; they are not explained in place.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z_]+$")]
    term: Sentence
    synonyms: list[Sentence]
    definition: Sentence
    also: list[Sentence] = []
