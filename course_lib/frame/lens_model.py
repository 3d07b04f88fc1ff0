"""The evidence lens: as the story is told, or as it was measured."""

from __future__ import annotations

from enum import Enum


class Lens(Enum):
    """The two positions of the evidence lens."""

    STORY = "story"
    MEASURED = "measured"


LENSES = [each.value for each in Lens]
