"""Conversations that branch, with what each choice does."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from course_lib.care.conversation_model import problems
from course_lib.frame.fields import ClaimId, EntryId, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, one_of, unique


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


def conversation(name: str) -> ConversationData:
    """Return a conversation. Raises `UnknownNameError`, or `ContentError` for a broken path."""
    path = one_of("conversations", name)
    data = load_struct(path, ConversationData)
    unique(path, (node.id for node in data.nodes))
    found = problems(data)
    if found:
        raise ContentError(f"data/conversations/{path.name}: {found[0]}")
    return data
