"""Common beliefs of the self-check, and how anyone can tell."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from course_lib.frame.fields import ClaimId, Sentence, Strict
from course_lib.frame.load import load_by_id, loader


class Belief(Strict, frozen=True):
    """A common belief, whether it is true, and how anyone can tell."""

    id: Annotated[str, Meta(pattern=r"^B[0-9]{2}\Z")]
    says: Sentence
    answer: Literal["true", "false", "unknown"]
    explained: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


@loader("beliefs.toml")
def beliefs() -> dict[str, Belief]:
    """Return the ten beliefs of the self-check by id."""
    return load_by_id("beliefs.toml", "beliefs", Belief)
