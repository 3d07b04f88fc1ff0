"""The article's takeaways and the flash cards: read from ``data/`` and checked."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course_lib.evidence import claims_data
from course_lib.frame.fields import ClaimId, EntryId, LessonId, Sentence, Strict
from course_lib.frame.load import ContentError, load_table, loader


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


@loader("takeaways.toml")
def takeaways() -> list[Takeaway]:
    """Return the article's five takeaways in its order.

    Raises
    ------
    ContentError
        If a takeaway gives its grade away or belongs to another section.
    """
    name = "takeaways.toml"
    entries = load_table(name, "takeaways", Takeaway)
    for entry in entries:
        claim = claims_data.claim(entry.claim)
        if "key_takeaways" not in (claim.section, *claim.also_in):
            raise ContentError(
                f"data/{name}, takeaway {entry.id}, claim: {entry.claim} is not a claim of the "
                "section “Key takeaways”. Name one of that section."
            )
        if claims_data.grades()[claim.grade].word in entry.clues.lower():
            raise ContentError(
                f"data/{name}, takeaway {entry.id}, clues: the grade is given away. "
                "Say what was studied, and keep the grade's word for `why`."
            )
    return entries


def takeaway(name: str) -> Takeaway:
    """Return one of the takeaways by its id."""
    return next(each for each in takeaways() if each.id == name)


@loader("flashcards.toml")
def flash_cards() -> list[FlashCard]:
    """Return the flash cards in the order of the lessons.

    Raises
    ------
    ContentError
        If a card names a lesson or a claim that does not exist, or the order is broken.
    """
    name = "flashcards.toml"
    entries = load_table(name, "cards", FlashCard)
    if [entry.lesson for entry in entries] != sorted(entry.lesson for entry in entries):
        raise ContentError(f"data/{name}, cards: put the cards in the order of their lessons.")
    return entries
