"""Conversations that branch, with what each choice does."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from course_lib.care.conversation_model import problems
from course_lib.frame.fields import ClaimId, EntryId, Sentence, Strict
from course_lib.frame.load import ContentError, load_one_of, loader_each


class Choice(Strict, frozen=True, kw_only=True):
    """Something to say or do, what it does, and the claims it rests on."""

    say: Sentence
    does: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]
    practice: bool = False
    to: EntryId


class Node(Strict, frozen=True):
    """A moment of a conversation; one with an ``ending`` has no choices."""

    id: EntryId
    text: Sentence
    choices: list[Choice] = field(default_factory=list)
    ending: str = ""
    help: bool = False


class ConversationData(Strict, frozen=True):
    """``conversations/ID.toml``: a conversation that branches."""

    id: EntryId
    title: Sentence
    people: Sentence
    start: EntryId
    nodes: Annotated[list[Node], Meta(min_length=3)]


@loader_each("conversations/*.toml")
def conversation(name: str) -> ConversationData:
    """Return a conversation. Raises `UnknownNameError`, or `ContentError` for a broken path."""
    data = load_one_of("conversations", name, ConversationData)
    found = problems(data)
    if found:
        raise ContentError(f"data/conversations/{name}.toml: {found[0]}")
    return data
