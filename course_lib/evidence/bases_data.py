"""Where a line was measured, and how that is drawn and said."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from course_lib.frame.fields import Sentence, Strict
from course_lib.frame.load import every, load_by_id, loader


class Basis(Enum):
    """Where a line was measured; it decides how the line is drawn."""

    HUMAN_BLOOD = "human_blood"
    HUMAN_DIRECT = "human_direct"
    INFERRED = "inferred"
    MALE_RATS = "male_rats"
    NOT_MEASURED = "not_measured"


class BasisEntry(Strict, frozen=True):
    """How a basis is drawn and said."""

    id: Basis
    word: Sentence
    line: Literal["solid", "dashed", "dotted", "none"]
    sentence: Sentence


@loader("bases.toml")
def bases() -> dict[Basis, BasisEntry]:
    """Return how each place of measurement is drawn and said."""
    return every("bases.toml", load_by_id("bases.toml", "bases", BasisEntry), Basis)
