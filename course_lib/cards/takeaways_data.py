"""The article's takeaways and the flash cards: read from ``data/`` and checked."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from msgspec import Meta

from course_lib.evidence import claims_data
from course_lib.frame import lessons_data
from course_lib.frame.fields import ClaimId, EntryId, LessonId, Sentence, Strict
from course_lib.frame.load import ContentError, data_dir, load_table, unique


class Takeaway(Strict, frozen=True):
    """One takeaway; ``clues`` is what was studied, shown before the learner grades it."""

    id: EntryId
    says: Sentence
    claim: ClaimId
    clues: Sentence
    why: Sentence


class FlashCard(Strict, frozen=True):
    """One card; its back rests on ``claims``."""

    id: EntryId
    lesson: LessonId
    front: Sentence
    back: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


@cache
def takeaways() -> list[Takeaway]:
    """Return the article's five takeaways in its order.

    Raises
    ------
    ContentError
        If a takeaway gives its grade away or belongs to another section.
    """
    path = data_dir() / "takeaways.toml"
    entries = load_table(path, "takeaways", Takeaway)
    unique(path, (entry.id for entry in entries))
    for entry in entries:
        claim = claims_data.claim(entry.claim)
        if "key_takeaways" not in (claim.section, *claim.also_in):
            raise ContentError(
                f"{path.name}, takeaway {entry.id}, claim: {entry.claim} is not a claim of the "
                "section “Key takeaways”. Name one of that section."
            )
        if claims_data.grades()[claim.grade].word in entry.clues.lower():
            raise ContentError(
                f"{path.name}, takeaway {entry.id}, clues: the grade is given away. "
                "Say what was studied, and keep the grade's word for `why`."
            )
    return entries


@cache
def flash_cards() -> list[FlashCard]:
    """Return the flash cards in the order of the lessons.

    Raises
    ------
    ContentError
        If a card names a lesson or a claim that does not exist, or the order is broken.
    """
    path = data_dir() / "flashcards.toml"
    entries = load_table(path, "cards", FlashCard)
    unique(path, (entry.id for entry in entries))
    for entry in entries:
        lessons_data.known_lesson(entry.lesson)
        for key in entry.claims:
            claims_data.claim(key)
    if [entry.lesson for entry in entries] != sorted(entry.lesson for entry in entries):
        raise ContentError(f"{path.name}, cards: put the cards in the order of their lessons.")
    return entries
