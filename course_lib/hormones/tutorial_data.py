"""The invented, harmless example that the evidence lens is learnt on."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from course_lib.evidence.claims_data import Grade
from course_lib.frame.fields import EntryId, Level, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, loader


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


@loader("tutorial.toml")
def tutorial() -> TutorialData:
    """Return the invented example that the evidence lens is learnt on."""
    name = "tutorial.toml"
    data = load_struct(name, TutorialData)
    for step in data.steps:
        if len(step.levels) not in (0, len(data.story)) or bool(step.levels) == (
            step.line == "none"
        ):
            raise ContentError(
                f"data/{name}, entry {step.id}, field 'levels': give {len(data.story)} "
                "levels, as in 'story', or none where 'line' is \"none\"."
            )
    return data
