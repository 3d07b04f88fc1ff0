"""A conversation as a graph: every moment can be reached, and every path ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course_lib.care.conversation_data import ConversationData, Node


def problems(data: ConversationData) -> list[str]:
    """Return what is wrong with a conversation, each as a sentence with its remedy."""
    nodes = {node.id: node for node in data.nodes}
    found = [
        f"entry {data.start}: the conversation starts there, but there is no such entry. "
        "Correct 'start'."
        for _ in range(data.start not in nodes)
    ]
    for node in data.nodes:
        if bool(node.ending) == bool(node.choices):
            found.append(
                f"entry {node.id}: it needs either choices or an ending, and not both. "
                "Add or remove one."
            )
        found += [
            f"entry {node.id}: a choice leads to {choice.to!r}, which does not exist. "
            "Correct its 'to'."
            for choice in node.choices
            if choice.to not in nodes
        ]
    if found:
        return found
    found += [
        f"entry {name}: no choice leads there. Lead to it, or remove it."
        for name in nodes
        if name not in _reached(nodes, data.start)
    ]
    return found + [
        f"entry {name}: a path comes back to it, so the conversation may never end. "
        "Lead that choice to a later moment."
        for name in nodes
        if name in _reached(nodes, *(choice.to for choice in nodes[name].choices))
    ]


def paths(data: ConversationData) -> Iterator[list[str]]:
    """Yield every path from the start to an ending, as names of moments.

    The conversation must have no `problems`.
    """
    nodes = {node.id: node for node in data.nodes}

    def walk(name: str) -> Iterator[list[str]]:
        if not nodes[name].choices:
            yield [name]
        for choice in nodes[name].choices:
            for rest in walk(choice.to):
                yield [name, *rest]

    return walk(data.start)


def _reached(nodes: dict[str, Node], *starts: str) -> set[str]:
    """Return all moments that can be reached from some, these included."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [choice.to for choice in nodes[name].choices]
    return found
