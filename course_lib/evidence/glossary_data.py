"""The terms that are explained in place."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from msgspec import Meta, field

from course_lib.frame.fields import Sentence, Strict
from course_lib.frame.load import ContentError, load_table, loader


class Term(Strict, frozen=True):
    """``glossary.toml``: a term, its other forms, and what it means in plain words.

    ``also`` are everyday words that people search with; they are not explained in place.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z_]+\Z")]
    term: Sentence
    synonyms: list[Sentence]
    definition: Sentence
    also: list[Sentence] = field(default_factory=list)


@loader("glossary.toml")
def glossary() -> dict[str, Term]:
    """Return the terms that are explained in place, by id."""
    name = "glossary.toml"
    entries = load_table(name, "terms", Term)
    names = Counter(each.lower() for entry in entries for each in (entry.term, *entry.synonyms))
    for each, count in names.items():
        if count > 1:
            raise ContentError(f"data/{name}: {each!r} stands twice. Remove one of the two.")
    return {entry.id: entry for entry in entries}
