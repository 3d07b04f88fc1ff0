"""The slow pace: how long, in which words, and what is known of it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course_lib.care.breathing_model import breaths_a_minute
from course_lib.care.steps_data import _Claims, _Sentences
from course_lib.frame.fields import EntryId, ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, loader

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


@loader("breathing.toml")
def breathing() -> BreathingData:
    """Return the slow pace. Raises `ContentError` if it is not slow, or does not end soon."""
    name = "breathing.toml"
    data = load_struct(name, BreathingData)
    pace = breaths_a_minute(data.in_seconds, data.out_seconds)
    if not _SLOW[0] <= pace <= _SLOW[1]:
        raise ContentError(
            f"data/{name}, field 'in_seconds': {pace:g} breaths a minute. The lesson speaks "
            "of about six: let 'in_seconds' and 'out_seconds' add up to about 10."
        )
    for each in data.lengths:
        seconds = each.breaths * (data.in_seconds + data.out_seconds)
        if seconds > _LONGEST_SECONDS:
            raise ContentError(
                f"data/{name}, entry {each.id}, field 'breaths': {seconds} seconds. Keep it "
                f"under {_LONGEST_SECONDS}, so that it soon ends by itself."
            )
    return data
