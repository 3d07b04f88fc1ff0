"""The kinds of value that the data files share: names, sentences, levels."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

#: A short name that a file gives to one of its entries.
EntryId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]


#: A place on a scale of five named stops, from 0 to 4.
Stop5 = Annotated[int, Meta(ge=0, le=4)]


ClaimId = Annotated[str, Meta(pattern=r"^C\d{2}$")]


ReferenceKey = Annotated[str, Meta(pattern=r"^[a-z0-9_]+$")]


SubstanceId = Annotated[str, Meta(pattern=r"^[a-z_]+$")]


PhaseId = Annotated[str, Meta(pattern=r"^[a-z_]+$")]


LessonId = Annotated[str, Meta(pattern=r"^\d{2}$")]


Sentence = Annotated[str, Meta(min_length=1)]


#: Arbitrary, direction only: 0 is the bottom of a lane, 1 its top.
Level = Annotated[float, Meta(ge=0.0, le=1.0)]


class Strict(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A struct that refuses unknown fields."""
