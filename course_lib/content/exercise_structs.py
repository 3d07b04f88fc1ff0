"""The shapes of what the activities ask, tell and let people try (see ``exercises.py``)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from course_lib.content.structs import (
    ClaimId,
    Grade,
    LessonId,
    Level,
    ReferenceKey,
    Sentence,
    Strict,
)

#: A short name that a file gives to one of its entries.
EntryId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
#: A place on a scale of five named stops, from 0 to 4.
Stop5 = Annotated[int, Meta(ge=0, le=4)]


class Option(Strict, frozen=True, kw_only=True):
    """One answer of a quiz item. ``feedback`` explains it, kindly."""

    text: Sentence
    right: bool = False
    feedback: Sentence


class QuizItem(Strict, frozen=True):
    """One question with its explained answers."""

    id: Annotated[str, Meta(pattern=r"^Q\d{2}-\d+$")]
    question: Sentence
    options: Annotated[list[Option], Meta(min_length=2)]
    claims: list[ClaimId]
    refs: list[ReferenceKey] = field(default_factory=list)


class QuizData(Strict, frozen=True):
    """``quizzes/NN.toml``: the check of understanding of one lesson."""

    lesson: LessonId
    items: Annotated[list[QuizItem], Meta(min_length=3, max_length=5)]


class Guess(Strict, frozen=True):
    """One option of a prediction and how it turned out."""

    text: Sentence
    outcome: Sentence


class PredictionData(Strict, frozen=True):
    """``predictions/NN.toml``: the guess made before anything is shown."""

    lesson: LessonId
    question: Sentence
    guesses: Annotated[list[Guess], Meta(min_length=2)]
    claims: list[ClaimId]


class HedgeChoice(Strict, frozen=True):
    """One wording for a part of a headline, and what it does to the claim."""

    text: Sentence
    fits: bool
    why: Sentence


class HedgeSlot(Strict, frozen=True):
    """A part of a headline that can be reworded."""

    label: Sentence
    choices: Annotated[list[HedgeChoice], Meta(min_length=3)]


class Headline(Strict, frozen=True):
    """An overclaiming headline (invented) and the parts of an honest one."""

    id: Annotated[str, Meta(pattern=r"^H\d{2}$")]
    headline: Sentence
    slots: Annotated[list[HedgeSlot], Meta(min_length=2, max_length=3)]
    honest: Sentence
    claims: list[ClaimId]


class Vignette(Strict, frozen=True):
    """An invented person with tears, and one possible place for them on the feelings map.

    ``pleasant`` runs from 0 (very unpleasant) to 4, ``intense`` from 0 (very calm) to 4.
    """

    id: EntryId
    name: Sentence
    text: Sentence
    pleasant: Stop5
    intense: Stop5
    reading: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


class MoodStop(Strict, frozen=True, kw_only=True):
    """Mood at one moment of the laboratory study (levels: arbitrary, direction only).

    ``did_not`` is missing where no source read says how those who did not cry went on.
    """

    id: EntryId
    label: Sentence
    cried: Level
    did_not: Level | None = None
    story: Level
    cried_says: Sentence
    did_not_says: Sentence
    story_says: Sentence


class CryingFactor(Strict, frozen=True):
    """Something else that may happen with crying, and which way studies point."""

    id: EntryId
    label: Sentence
    direction: Literal["more", "less", "unknown"]
    says: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


class CryingDiary(Strict, frozen=True):
    """Counts out of 100 crying episodes, with who kept the diaries and where it was read."""

    better: int
    same: int
    worse: int
    who: Sentence
    says: Sentence
    source: Sentence
    refs: Annotated[list[ReferenceKey], Meta(min_length=1)]


class CryingData(Strict, frozen=True):
    """``crying.toml``: what studies of crying in general found about feeling better."""

    stops: Annotated[list[MoodStop], Meta(min_length=3)]
    factors: Annotated[list[CryingFactor], Meta(min_length=3)]
    diary: CryingDiary


class TutorialStep(Strict, frozen=True):
    """One piece of (invented) news and what it does to line, grade and wording."""

    id: EntryId
    label: Sentence
    news: Sentence
    grade: Grade
    why: Sentence
    line: Literal["solid", "dotted", "none"]
    basis: Sentence
    levels: list[Level] = field(default_factory=list)
    band: Annotated[float, Meta(ge=0, le=0.5)] = 0.0


class FigurePart(Strict, frozen=True):
    """A part of a figure to point at: ``box`` is left, top, width, height as shares of it."""

    id: EntryId
    label: Sentence
    says: Sentence
    box: Annotated[list[Level], Meta(min_length=4, max_length=4)]


class TutorialData(Strict, frozen=True):
    """``tutorial.toml``: an invented, harmless example to learn the evidence lens on."""

    claim: Sentence
    substance: Sentence
    story_says: Sentence
    story: list[Level]
    steps: Annotated[list[TutorialStep], Meta(min_length=3)]
    parts: Annotated[list[FigurePart], Meta(min_length=3)]


class JugStop(Strict, frozen=True):
    """A named stop of the jug: how full or how large (arbitrary), and in words."""

    id: EntryId
    label: Sentence
    size: Annotated[float, Meta(gt=0, le=1)]
    says: Sentence


class JugBreak(Strict, frozen=True):
    """A place where the metaphor breaks."""

    says: Sentence
    claims: list[ClaimId] = field(default_factory=list)


class JugData(Strict, frozen=True):
    """``jug.toml``: the load-and-capacity metaphor and where it breaks."""

    loads: Annotated[list[JugStop], Meta(min_length=3)]
    jugs: Annotated[list[JugStop], Meta(min_length=3)]
    breaks: Annotated[list[JugBreak], Meta(min_length=3)]


class SortGroup(Strict, frozen=True):
    """One of the piles that cases are sorted into."""

    id: EntryId
    label: Sentence


class SortCase(Strict, frozen=True):
    """An invented case, the pile it belongs to, and why."""

    id: EntryId
    name: Sentence
    text: Sentence
    group: EntryId
    reason: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


class SortData(Strict, frozen=True):
    """``sorts/ID.toml``: cases to sort. Never about the learner."""

    id: EntryId
    title: Sentence
    about: Sentence
    help: Sentence
    groups: Annotated[list[SortGroup], Meta(min_length=2)]
    cases: Annotated[list[SortCase], Meta(min_length=3)]


class Choice(Strict, frozen=True, kw_only=True):
    """Something to say or do, what it does, and the claims it rests on."""

    say: Sentence
    does: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]
    practice: bool = False
    to: EntryId


class Node(Strict, frozen=True):
    """A moment of a conversation; one with an ``ending`` has no choices."""

    id: EntryId
    text: Sentence
    choices: list[Choice] = field(default_factory=list)
    ending: str = ""
    help: bool = False


class ConversationData(Strict, frozen=True):
    """``conversations/ID.toml``: a conversation that branches."""

    id: EntryId
    title: Sentence
    people: Sentence
    start: EntryId
    nodes: Annotated[list[Node], Meta(min_length=3)]


class PhraseChoice(Strict, frozen=True):
    """A piece of a sentence and what it does."""

    id: EntryId
    text: Sentence
    does: Sentence


class PhrasePart(Strict, frozen=True):
    """One part of a sentence with its choices."""

    id: EntryId
    label: Sentence
    choices: Annotated[list[PhraseChoice], Meta(min_length=2)]


class PhraseRole(Strict, frozen=True):
    """Who speaks, with the three parts of what they may say."""

    id: EntryId
    label: Sentence
    parts: Annotated[list[PhrasePart], Meta(min_length=3, max_length=3)]


class PhraseBuilderData(Strict, frozen=True):
    """``phrase_builder.toml``: words for those who want words."""

    silence: Sentence
    unsafe: Sentence
    roles: Annotated[list[PhraseRole], Meta(min_length=1)]


class Belief(Strict, frozen=True):
    """A common belief, whether it is true, and how anyone can tell."""

    id: Annotated[str, Meta(pattern=r"^B\d{2}$")]
    says: Sentence
    answer: Literal["true", "false", "unknown"]
    explained: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]
