r"""The kinds of value that the data files share: names, sentences, levels.

A kind with ``names`` is a name of something that another file defines (see `frame.names`);
whoever loads a file has every such name looked up (see `frame.examine`). ``examples`` are shown
to the person who wrote the value wrongly. Patterns end in ``\Z``: ``$`` would let a line's
end through.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct


def _named(kind: str, pattern: str, example: str) -> Meta:
    return Meta(pattern=rf"^{pattern}\Z", examples=[example], extra={"names": kind})


def gaps(*names: str) -> Meta:
    """Return what holds a text to having just these gaps, such as ``{minutes}``."""
    return Meta(min_length=1, extra={"gaps": names})


#: A short name that a file gives to one of its entries.
EntryId = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*\Z", examples=["some_name"])]
ClaimId = Annotated[str, _named("claim", "C[0-9]{2}", "C08")]
ReferenceKey = Annotated[str, _named("source", "[a-z0-9_]+", "exton1999")]
SubstanceId = Annotated[str, _named("substance", "[a-z_]+", "prolactin")]
PhaseId = Annotated[str, _named("phase", "[a-z_]+", "first_minutes")]
LessonId = Annotated[str, _named("lesson", "[0-9]{2}", "08")]
SectionId = Annotated[str, _named("section", "[a-z_]+", "key_takeaways")]
ActivityId = Annotated[str, _named("activity", "[a-z_]+", "ground_rules")]
MaterialId = Annotated[str, _named("material", "[a-z_]+", "grade_cards")]
TermId = Annotated[str, _named("term", "[a-z_]+", "resolution_phase")]

#: Words that a person reads.
Sentence = Annotated[str, Meta(min_length=1, examples=["Some words."])]
#: Arbitrary, direction only: 0 is the bottom of a lane, 1 its top.
Level = Annotated[float, Meta(ge=0.0, le=1.0)]
#: A place on a scale of five named stops, from 0 to 4.
Stop5 = Annotated[int, Meta(ge=0, le=4)]


class Strict(Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A struct that refuses unknown fields."""
