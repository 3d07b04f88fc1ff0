"""Where a line was measured, and how that is drawn and said."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Literal

from course_lib.frame.fields import Sentence, Strict
from course_lib.frame.load import data_dir, load_table


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


@cache
def bases() -> dict[Basis, BasisEntry]:
    """Return how each place of measurement is drawn and said."""
    entries = load_table(data_dir() / "bases.toml", "bases", BasisEntry)
    return {entry.id: entry for entry in entries}
