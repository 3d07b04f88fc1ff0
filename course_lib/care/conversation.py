"""A conversation that branches: what each choice does, and which claim it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets as t

from course_lib.care import conversation_data
from course_lib.evidence.marks import claim_mark
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.care.conversation_data import Choice, ConversationData, Node


class Conversation(Activity):
    """Played step by step; printed, it is a book of numbered moments to leaf through.

    Parameters
    ----------
    name : str
        A file of ``data/conversations/``, such as ``"the_partner"``.

    Attributes
    ----------
    path : list of int
        The choices made so far, each counted from 0.

    Raises
    ------
    UnknownNameError
        If there is no such conversation; it lists the near matches.
    """

    view = "conversation.js"
    example = ("the_partner",)
    path: t.List[int] = t.List(t.Int()).tag(sync=True)

    def __init__(self, name: str) -> None:
        super().__init__(markup=_markup(conversation_data.conversation(name)))


def _markup(data: ConversationData) -> str:
    numbers = {node.id: number for number, node in enumerate(data.nodes, start=1)}
    nodes = "".join(_node(node, numbers) for node in data.nodes)
    buttons = "".join(
        f'<button type="button" data-do="{name}">{m.text(phrase(f"conversation.{name}"))}</button>'
        for name in ("back", "again")
    )
    endings = sum(bool(node.ending) for node in data.nodes)
    return (
        '<section class="cc cc-talk" role="group" data-activity="Conversation" '
        f'data-start="{data.start}" aria-labelledby="{m.PREFIX}title">'
        f'<p class="cc-title" id="{m.PREFIX}title">{m.text(data.title)}</p>'
        f"<p>{m.text(data.people)}</p>"
        f"<p>{m.text(phrase('conversation.endings', endings=endings))}</p>"
        '<p class="cc-static" data-static="">'
        f"<em>{m.text(phrase('conversation.static_hint'))}</em></p>"
        f'<p data-static="">{m.text(phrase("conversation.leaf_through"))}</p>'
        f'<div class="cc-moments">{nodes}</div>'
        f'<div class="cc-buttons" data-live="" hidden="hidden">{buttons}</div></section>'
    )


def _node(node: Node, numbers: dict[str, int]) -> str:
    number = phrase("conversation.number", number=numbers[node.id])
    ending = (
        f'<p class="cc-subtitle">{m.text(phrase("conversation.ending", name=node.ending))}</p>'
        if node.ending
        else f'<p class="cc-subtitle" data-ask="" data-live="" hidden="hidden">'
        f"{m.text(phrase('conversation.choose'))}</p>"
    )
    helps = (
        f"<p><strong>{m.with_help(phrase('conversation.help'))}</strong></p>" if node.help else ""
    )
    choices = "".join(_choice(choice, numbers, i) for i, choice in enumerate(node.choices))
    listed = f'<ul class="cc-choices">{choices}</ul>' if choices else ""
    kind = " cc-ending" if node.ending else ""
    before = ending if node.ending else ""
    after = "" if node.ending else ending
    return (
        f'<div class="cc-card{kind}" data-node="{node.id}" tabindex="-1">'
        f'<p class="cc-number" data-static="">{m.text(number)}</p>'
        f"{before}<p>{m.text(node.text)}</p>"
        f"{helps}{after}{listed}</div>"
    )


def _choice(choice: Choice, numbers: dict[str, int], place: int) -> str:
    to = phrase("conversation.goes_to", number=numbers[choice.to])
    kind = "practice" if choice.practice else "research"
    return (
        f'<li data-choice="{place}" data-to="{choice.to}">'
        f'<span class="cc-say">{m.text(choice.say)} <span data-static="">({m.text(to)})</span>'
        '</span><button type="button" data-live="" hidden="hidden">'
        f'{m.text(choice.say)}</button><div class="cc-does"><p>{m.text(choice.does)} '
        f"{_rests(kind, choice.claims)}</p></div></li>"
    )


def _rests(kind: str, claims: Sequence[str]) -> str:
    marks = " ".join(claim_mark(key) for key in claims)
    return f'<span class="cc-rests">{m.text(phrase(f"conversation.{kind}"))} {marks}</span>'
