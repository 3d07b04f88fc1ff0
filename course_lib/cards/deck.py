"""A deck: one card at a time, choices that are answered at once, and nothing counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below

if TYPE_CHECKING:
    from collections.abc import Mapping


#: The phrases that the view itself puts together.
_SAID = ("you_guessed", "more", "same", "less", "not_tested")


class Deck(Activity):
    """Cards to go through, with something to choose or to open on each.

    Attributes
    ----------
    position : int
        The card that is shown, counted from 0.
    chosen : dict of str to str
        What was chosen or opened last on each card; several opened parts are joined with "+".
    """

    view = "deck.js"
    position = t.Int(0).tag(sync=True)
    chosen: t.Dict[str, Any] = t.Dict().tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self, markup: str, **traits: Any) -> None:
        super().__init__(markup=markup, words=_said(), **traits)


def _said() -> dict[str, str]:
    every = phrases_below("deck")
    return {name: every[name] for name in _SAID}


def open_deck(kind: str, title: str, *paragraphs: str) -> str:
    """Return the opening of a deck: its title, what it is about, and that it can be left."""
    said = "".join(f"<p>{m.with_help(each)}</p>" for each in paragraphs)
    return (
        f'<section class="cc cc-deck" role="group" data-activity="{kind}" '
        f'aria-labelledby="{m.PREFIX}title"><p class="cc-title" id="{m.PREFIX}title">'
        f"{m.text(title)}</p>{said}"
    )


def card(ident: str, kind: str, place: int, count: int, inside: str) -> str:
    """Return one card with its place in the deck."""
    position = phrase("deck.position", kind=phrase(f"deck.{kind}"), number=place + 1, all=count)
    return (
        f'<div class="cc-card" data-card="{ident}" role="group" tabindex="-1" '
        f'aria-label="{m.text(position)}"><p class="cc-position">{m.text(position)}</p>{inside}'
        "</div>"
    )


def picks(question: str, options: Mapping[str, str], *, stacked: bool = False) -> str:
    """Return a question with a button for each answer, asleep until the deck is alive."""
    buttons = "".join(
        f'<button type="button" aria-pressed="false" data-pick="{name}">{m.text(label)}</button>'
        for name, label in options.items()
    )
    shape = "cc-stack" if stacked else "cc-buttons"
    return (
        f'<div data-live="" hidden="hidden"><p>{m.text(question)}</p>'
        f'<div class="{shape}">{buttons}</div></div>'
        '<div class="cc-feedback" role="status"></div>'
    )


def answer(ident: str, pick: str, inside: str) -> str:
    """Return what is said when something is chosen; it also stands among all answers."""
    return f'<dd data-answer="{ident}" data-to="{pick}">{inside}</dd>'


def moves(kind: str) -> str:
    """Return the buttons that go through the deck, one card of a kind at a time."""
    what = phrase(f"deck.{kind}").lower()
    buttons = "".join(
        f'<button type="button" data-do="{name}">{m.text(phrase(f"deck.{name}", kind=what))}'
        "</button>"
        for name in ("previous", "next", "again")
    )
    return f'<div class="cc-buttons cc-moves" data-live="" hidden="hidden">{buttons}</div>'


def all_answers(items: str) -> str:
    """Return every answer of the deck, closed until it is wanted."""
    return f"<details><summary>{m.text(phrase('deck.all'))}</summary><dl>{items}</dl></details>"
