"""What the lesson on responding shows: a slow pace, five steps, and the partner's side."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from course_lib import content
from course_lib.content.exercise_structs import EntryId  # noqa: TC001  msgspec reads it at run time
from course_lib.content.load import ContentError, data_dir, load_struct, unique
from course_lib.content.structs import ClaimId, ReferenceKey, Sentence, Strict
from course_lib.model.breathing import breaths_a_minute

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_Claims = Annotated[list[ClaimId], Meta(min_length=1)]
_Sentences = Annotated[list[Sentence], Meta(min_length=1)]
#: The pace the lesson speaks of: "about six breaths a minute".
_SLOW = (5.5, 6.5)
#: Longer than this would be an exercise to follow and no longer a taste.
_LONGEST_SECONDS = 180


class PaceLength(Strict, frozen=True):
    """How long the pace runs before it ends by itself."""

    id: EntryId
    label: Sentence
    breaths: Annotated[int, Meta(ge=1)]


class BreathingData(Strict, frozen=True, kw_only=True):
    """``breathing.toml``: a slow pace, a version in words, and what is known of it."""

    in_seconds: Annotated[int, Meta(ge=1)]
    out_seconds: Annotated[int, Meta(ge=1)]
    title: Sentence
    warning: Sentence
    warning_more: Sentence
    picture: Sentence
    chosen: Sentence
    text_title: Sentence
    text_steps: _Sentences
    known_title: Sentence
    known: _Sentences
    claims: _Claims
    refs: Annotated[list[ReferenceKey], Meta(min_length=1)]
    lengths: Annotated[list[PaceLength], Meta(min_length=1)]


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
def breathing() -> BreathingData:
    """Return the slow pace. Raises `ContentError` if it is not slow, or does not end soon."""
    path = data_dir() / "breathing.toml"
    data = load_struct(path, BreathingData)
    unique(path, (each.id for each in data.lengths))
    pace = breaths_a_minute(data.in_seconds, data.out_seconds)
    if not _SLOW[0] <= pace <= _SLOW[1]:
        raise ContentError(
            f"data/{path.name}, field 'in_seconds': {pace:g} breaths a minute. The lesson speaks "
            "of about six: let 'in_seconds' and 'out_seconds' add up to about 10."
        )
    for each in data.lengths:
        seconds = each.breaths * (data.in_seconds + data.out_seconds)
        if seconds > _LONGEST_SECONDS:
            raise ContentError(
                f"data/{path.name}, entry {each.id}, field 'breaths': {seconds} seconds. Keep it "
                f"under {_LONGEST_SECONDS}, so that it soon ends by itself."
            )
    _known_claims(path, "claims", data.claims)
    return data


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
        if key not in content.claims():
            raise ContentError(
                f"data/{path.name}, entry {entry}, field {field!r}: there is no claim {key!r}. "
                "Use one of those in data/claims."
            )
