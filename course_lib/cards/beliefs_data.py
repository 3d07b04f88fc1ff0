"""Common beliefs of the self-check, and how anyone can tell."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from msgspec import Meta

from course_lib.frame.fields import ClaimId, Sentence, Strict
from course_lib.frame.load import data_dir, load_table, unique


class Belief(Strict, frozen=True):
    """A common belief, whether it is true, and how anyone can tell."""

    id: Annotated[str, Meta(pattern=r"^B\d{2}$")]
    says: Sentence
    answer: Literal["true", "false", "unknown"]
    explained: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


@cache
def beliefs() -> dict[str, Belief]:
    """Return the ten beliefs of the self-check by id."""
    path = data_dir() / "beliefs.toml"
    entries = load_table(path, "beliefs", Belief)
    unique(path, (entry.id for entry in entries))
    return {entry.id: entry for entry in entries}
