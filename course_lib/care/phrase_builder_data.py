"""Pieces of sentences for those who want words."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course_lib.frame.fields import EntryId, Sentence, Strict
from course_lib.frame.load import load_struct, loader


class PhraseChoice(Strict, frozen=True):
    """A piece of a sentence and what it does."""

    id: EntryId
    text: Sentence
    does: Sentence


class PhrasePart(Strict, frozen=True):
    """One part of a sentence with its choices."""

    id: EntryId
    label: Sentence
    choices: Annotated[list[PhraseChoice], Meta(min_length=2)]


class PhraseRole(Strict, frozen=True):
    """Who speaks, with the three parts of what they may say."""

    id: EntryId
    label: Sentence
    parts: Annotated[list[PhrasePart], Meta(min_length=3, max_length=3)]


class PhraseBuilderData(Strict, frozen=True):
    """``phrase_builder.toml``: words for those who want words."""

    silence: Sentence
    unsafe: Sentence
    roles: Annotated[list[PhraseRole], Meta(min_length=1)]


@loader("phrase_builder.toml")
def phrase_builder() -> PhraseBuilderData:
    """Return the pieces of the phrase builder."""
    return load_struct("phrase_builder.toml", PhraseBuilderData)
