"""What the lesson on responding shows: a slow pace, five steps, and the partner's side."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from course_lib.evidence import claims_data
from course_lib.frame.fields import ClaimId, EntryId, Sentence, Strict
from course_lib.frame.load import ContentError, data_dir, load_struct, unique

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_Claims = Annotated[list[ClaimId], Meta(min_length=1)]
_Sentences = Annotated[list[Sentence], Meta(min_length=1)]


class Step(Strict, frozen=True, kw_only=True):
    """One of the article's steps: its claim, what speaks for it, and when to leave it."""

    id: EntryId
    label: Sentence
    claim: ClaimId
    supports: Sentence
    limits: Sentence
    way: Sentence
    leave: Sentence


class StepsData(Strict, frozen=True):
    """``steps.toml``: the article's five steps."""

    note: Sentence
    note_claims: _Claims
    steps: Annotated[list[Step], Meta(min_length=2)]


class PartnerCard(Strict, frozen=True, kw_only=True):
    """One moment on the partner's side, and the claims behind the advice."""

    id: EntryId
    label: Sentence
    does: Sentence
    say: Sentence
    leave_out: Sentence
    why: Sentence
    claims: _Claims


class PartnerData(Strict, frozen=True):
    """``partner_side.toml``: what a partner can do without harm."""

    note: Sentence
    note_claims: _Claims
    cards: Annotated[list[PartnerCard], Meta(min_length=2)]


@cache
def five_steps() -> StepsData:
    """Return the article's steps. Raises `ContentError` for an unknown claim."""
    path = data_dir() / "steps.toml"
    data = load_struct(path, StepsData)
    unique(path, (step.id for step in data.steps))
    _known_claims(path, "note_claims", data.note_claims)
    for step in data.steps:
        _known_claims(path, "claim", [step.claim], step.id)
    return data


@cache
def partner_side() -> PartnerData:
    """Return the partner's side. Raises `ContentError` for an unknown claim."""
    path = data_dir() / "partner_side.toml"
    data = load_struct(path, PartnerData)
    unique(path, (card.id for card in data.cards))
    _known_claims(path, "note_claims", data.note_claims)
    for card in data.cards:
        _known_claims(path, "claims", card.claims, card.id)
    return data


def _known_claims(path: Path, field: str, keys: Iterable[str], entry: str = "the file") -> None:
    for key in keys:
        if key not in claims_data.claims():
            raise ContentError(
                f"data/{path.name}, entry {entry}, field {field!r}: there is no claim {key!r}. "
                "Use one of those in data/claims."
            )
