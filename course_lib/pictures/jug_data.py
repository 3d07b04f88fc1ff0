"""The load-and-capacity metaphor and where it breaks."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from course_lib.frame.fields import ClaimId, EntryId, Sentence, Strict
from course_lib.frame.load import load_struct, loader


class JugStop(Strict, frozen=True):
    """A named stop of the jug: how full or how large (arbitrary), and in words."""

    id: EntryId
    label: Sentence
    size: Annotated[float, Meta(gt=0, le=1)]
    says: Sentence


class JugBreak(Strict, frozen=True):
    """A place where the metaphor breaks."""

    says: Sentence
    claims: list[ClaimId] = field(default_factory=list)


class JugData(Strict, frozen=True):
    """``jug.toml``: the load-and-capacity metaphor and where it breaks."""

    loads: Annotated[list[JugStop], Meta(min_length=3)]
    jugs: Annotated[list[JugStop], Meta(min_length=3)]
    breaks: Annotated[list[JugBreak], Meta(min_length=3)]


@loader("jug.toml")
def jug() -> JugData:
    """Return the load-and-capacity metaphor."""
    return load_struct("jug.toml", JugData)
