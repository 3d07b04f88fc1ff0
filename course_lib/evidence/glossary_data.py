"""The terms that are explained in place."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from msgspec import Meta, field

from course_lib.frame.fields import Sentence, Strict
from course_lib.frame.load import data_dir, load_table, unique


class Term(Strict, frozen=True):
    """``glossary.toml``: a term, its other forms, and what it means in plain words.

    ``also`` are everyday words that people search with; they are not explained in place.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z_]+$")]
    term: Sentence
    synonyms: list[Sentence]
    definition: Sentence
    also: list[Sentence] = field(default_factory=list)


@cache
def glossary() -> dict[str, Term]:
    """Return the terms that are explained in place, by id."""
    path = data_dir() / "glossary.toml"
    entries = load_table(path, "terms", Term)
    unique(path, (entry.id for entry in entries))
    unique(path, (name.lower() for entry in entries for name in (entry.term, *entry.synonyms)))
    return {entry.id: entry for entry in entries}
