"""What the lesson on responding shows: a slow pace, five steps, and the partner's side."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course_lib.frame.fields import ClaimId, EntryId, Sentence, Strict
from course_lib.frame.load import load_struct, loader

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


@loader("steps.toml")
def five_steps() -> StepsData:
    """Return the article's steps. Raises `ContentError` for an unknown claim."""
    return load_struct("steps.toml", StepsData)


@loader("partner_side.toml")
def partner_side() -> PartnerData:
    """Return the partner's side. Raises `ContentError` for an unknown claim."""
    return load_struct("partner_side.toml", PartnerData)
