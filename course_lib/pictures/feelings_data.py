"""Invented moments with tears, and a place for each on the map of feelings."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course_lib.frame.fields import ClaimId, EntryId, Sentence, Stop5, Strict
from course_lib.frame.load import load_by_id, loader


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


@loader("feelings.toml")
def vignettes() -> dict[str, Vignette]:
    """Return the invented people of the feelings map by id."""
    return load_by_id("feelings.toml", "vignettes", Vignette)
