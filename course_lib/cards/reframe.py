"""Reframe cards: a harsh sentence, and the kinder one that is also true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.cards.deck import Deck, all_answers, answer, card, moves, open_deck, picks
from course_lib.cards.tears_data import reframes
from course_lib.evidence.marks import claim_marks
from course_lib.frame import markup as m
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from course_lib.cards.tears_data import HelpFirst, ReframeCard, ReframeData


class ReframeCards(Deck):
    """Choose the rewrite that is kind and true; on some cards there is help instead.

    Each choice is answered with why, and with the claim it rests on. Nothing is counted.
    """

    def __init__(self) -> None:
        super().__init__(_markup(reframes()))


def _markup(data: ReframeData) -> str:
    count = len(data.cards)
    cards = "".join(_card(each, i, count) for i, each in enumerate(data.cards))
    answers = "".join(_answers(each) for each in data.cards if not each.help) + _none()
    return (
        open_deck("ReframeCards", data.title, data.about)
        + f"{cards}{moves('card')}<p>{m.text(data.help)}</p>{all_answers(answers)}</section>"
    )


def _card(each: ReframeCard, place: int, count: int) -> str:
    thinks = phrase("deck.thinks", name=each.name)
    scene = (
        f"<p>{m.text(each.text)} {m.text(thinks)}</p>"
        f'<p class="cc-quote">“{m.text(each.thought)}”</p>'
    )
    if each.help:
        return card(each.id, "card", place, count, scene + _help(each.help, each))
    options = {
        str(i): phrase("deck.rewrite", text=rewrite.text) for i, rewrite in enumerate(each.rewrites)
    }
    options["none"] = phrase("deck.none")
    asked = picks(phrase("deck.which"), options, stacked=True)
    return card(each.id, "card", place, count, scene + asked)


def _help(first: HelpFirst, each: ReframeCard) -> str:
    """Return what helps, open from the start: nobody has to choose to see it."""
    steps = "".join(f"<li>{m.text(step)}</li>" for step in first.steps)
    return (
        f'<div class="cc-help-first"><p><strong>{m.text(phrase("deck.first_help"))}</strong></p>'
        f"<p>{m.text(first.why)} {claim_marks(each.claims)}</p><ul>{steps}</ul>"
        f"<p>{m.with_help(phrase('deck.help_panel'))}</p></div>"
    )


def _answers(each: ReframeCard) -> str:
    marks = claim_marks(each.claims)
    return "".join(
        f"<dt>{m.text(each.name)}: “{m.text(rewrite.text)}”</dt>"
        + answer(
            each.id,
            str(i),
            f"<p><strong>{m.text(phrase(f'deck.{rewrite.kind}'))}</strong> "
            f"{m.text(rewrite.why)} {marks}</p>",
        )
        for i, rewrite in enumerate(each.rewrites)
    )


def _none() -> str:
    """Return the one answer to "none of these", wherever it is chosen."""
    said = answer("every", "none", f"<p>{m.text(phrase('deck.none_why'))}</p>")
    return f"<dt>{m.text(phrase('deck.none'))}</dt>{said}"
