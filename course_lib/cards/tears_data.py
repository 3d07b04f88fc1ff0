"""Lesson 09's data: what tears tell others, kinder sentences, and two sides of a story."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Literal

from msgspec import Meta, field

from course_lib.frame.fields import ClaimId, EntryId, ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, loader

Claims = Annotated[list[ClaimId], Meta(min_length=1)]


class Judgement(Strict, frozen=True):
    """A question about a face with tears, and whether the study answers it."""

    id: EntryId
    question: Sentence
    row: Sentence
    found: Literal["more", "depends", "not_tested", "not_in_notes"]
    says: Sentence
    claims: Claims


class TearsData(Strict, frozen=True):
    """``tears.toml``: a study of photographs, question by question, and its limits."""

    title: Sentence
    about: Sentence
    tears_on: Sentence
    tears_off: Sentence
    reason_on: Sentence
    reason_off: Sentence
    limits: Annotated[list[Sentence], Meta(min_length=3)]
    refs: Annotated[list[ReferenceKey], Meta(min_length=1)]
    judgements: Annotated[list[Judgement], Meta(min_length=3)]


class Rewrite(Strict, frozen=True):
    """Another sentence for a harsh thought: kind and true, or only one of the two."""

    kind: Literal["both", "kind", "true"]
    text: Sentence
    why: Sentence


class HelpFirst(Strict, frozen=True):
    """Why no other sentence is offered, and what helps instead."""

    why: Sentence
    steps: Annotated[list[Sentence], Meta(min_length=2)]


class ReframeCard(Strict, frozen=True, kw_only=True):
    """An invented person's harsh thought: three rewrites, or help where those would be wrong."""

    id: EntryId
    name: Sentence
    text: Sentence
    thought: Sentence
    claims: Claims
    rewrites: list[Rewrite] = field(default_factory=list)
    help: HelpFirst | None = None


class ReframeData(Strict, frozen=True):
    """``reframes.toml``: the cards, in the order in which they are shown."""

    title: Sentence
    about: Sentence
    help: Sentence
    cards: Annotated[list[ReframeCard], Meta(min_length=3)]


class TwoSides(Strict, frozen=True, kw_only=True):
    """An invented story; ``fine`` where there is nothing in it to refuse."""

    id: EntryId
    name: Sentence
    text: Sentence
    feeling: Sentence
    situation: Sentence
    fine: bool = False
    choice: Sentence
    help: Sentence
    claims: Claims


class AcceptanceData(Strict, frozen=True):
    """``acceptance.toml``: stories in which feeling and situation part ways."""

    title: Sentence
    about: Sentence
    help: Sentence
    stories: Annotated[list[TwoSides], Meta(min_length=3)]


@loader("tears.toml")
def tears() -> TearsData:
    """Return what a study of photographs found about faces with tears."""
    return load_struct("tears.toml", TearsData)


@loader("reframes.toml")
def reframes() -> ReframeData:
    """Return the reframe cards. Raises `ContentError` for a card that offers the wrong things."""
    name = "reframes.toml"
    data = load_struct(name, ReframeData)
    for card in data.cards:
        kinds = Counter(each.kind for each in card.rewrites)
        if card.help and card.rewrites:
            raise ContentError(
                f"data/{name}, entry {card.id}, field 'rewrites': it has 'help' as well. "
                "Keep one of the two: where the situation must change, no sentence is offered."
            )
        if not card.help and kinds != {"both": 1, "kind": 1, "true": 1}:
            raise ContentError(
                f"data/{name}, entry {card.id}, field 'rewrites': give three, one each with "
                'kind = "both", "kind" and "true", or give \'help\' instead.'
            )
    return data


@loader("acceptance.toml")
def acceptance() -> AcceptanceData:
    """Return the stories with two sides."""
    return load_struct("acceptance.toml", AcceptanceData)
