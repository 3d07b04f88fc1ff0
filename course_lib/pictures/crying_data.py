"""What studies of crying in general found about feeling better."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from course_lib.frame.fields import ClaimId, EntryId, Level, ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, loader


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


@loader("crying.toml")
def crying() -> CryingData:
    """Return what studies of crying in general found about feeling better."""
    name = "crying.toml"
    data = load_struct(name, CryingData)
    found = data.diary.better + data.diary.same + data.diary.worse
    if found != 100:  # noqa: PLR2004
        raise ContentError(
            f"data/{name}, entry diary: better, same and worse add up to {found}. "
            "Make it 100: the figure draws 100 episodes."
        )
    return data
