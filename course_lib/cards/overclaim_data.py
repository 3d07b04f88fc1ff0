"""Invented headlines that say too much, and the parts of honest ones."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course_lib.frame.fields import ClaimId, Sentence, Strict
from course_lib.frame.load import load_table, loader


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

    id: Annotated[str, Meta(pattern=r"^H[0-9]{2}\Z")]
    headline: Sentence
    slots: Annotated[list[HedgeSlot], Meta(min_length=2, max_length=3)]
    honest: Sentence
    claims: list[ClaimId]


@loader("overclaims.toml")
def headlines() -> list[Headline]:
    """Return the invented headlines of "Spot the overclaim"."""
    return load_table("overclaims.toml", "headlines", Headline)


def headline(name: str) -> Headline:
    """Return one of the headlines by its id."""
    return next(each for each in headlines() if each.id == name)
