"""Invented cases to sort, never about the learner."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course_lib.frame.fields import ClaimId, EntryId, Sentence, Strict
from course_lib.frame.load import ContentError, load_one_of, loader_each


class SortGroup(Strict, frozen=True):
    """One of the piles that cases are sorted into."""

    id: EntryId
    label: Sentence


class SortCase(Strict, frozen=True):
    """An invented case, the pile it belongs to, and why."""

    id: EntryId
    name: Sentence
    text: Sentence
    group: EntryId
    reason: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


class SortData(Strict, frozen=True):
    """``sorts/ID.toml``: cases to sort. Never about the learner."""

    id: EntryId
    title: Sentence
    about: Sentence
    help: Sentence
    groups: Annotated[list[SortGroup], Meta(min_length=2)]
    cases: Annotated[list[SortCase], Meta(min_length=3)]


@loader_each("sorts/*.toml")
def sorting(name: str) -> SortData:
    """Return cases to sort. Raises `UnknownNameError`, or `ContentError` for an unknown pile."""
    data = load_one_of("sorts", name, SortData)
    groups = [group.id for group in data.groups]
    for case in data.cases:
        if case.group not in groups:
            raise ContentError(
                f"data/sorts/{name}.toml, entry {case.id}, field 'group': there is no group "
                f"{case.group!r}. Use one of: {', '.join(groups)}."
            )
    return data
