"""Two sides of a story: a feeling to accept, and a situation that one need not accept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.cards.deck import Deck, card, moves, open_deck
from course_lib.cards.tears_data import acceptance
from course_lib.evidence.marks import claim_marks
from course_lib.frame import markup as m
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from course_lib.cards.tears_data import AcceptanceData, TwoSides


class AcceptanceLimits(Deck):
    """Open both sides of an invented story, then see the choice; help is always seen."""

    def __init__(self) -> None:
        super().__init__(_markup(acceptance()))


def _markup(data: AcceptanceData) -> str:
    count = len(data.stories)
    stories = "".join(_story(each, i, count) for i, each in enumerate(data.stories))
    return (
        open_deck("AcceptanceLimits", data.title, data.about, data.help)
        + f"{stories}{moves('story')}</section>"
    )


def _story(each: TwoSides, place: int, count: int) -> str:
    situation = phrase("deck.situation_fine" if each.fine else "deck.situation")
    sides = _side("feeling", phrase("deck.feeling"), each.feeling) + _side(
        "situation", situation, each.situation
    )
    waiting = phrase("deck.open_both", name=each.name)
    inside = (
        f"<p>{m.text(each.text)}</p>"
        f'<div class="cc-sides">{sides}</div>'
        f'<p class="cc-reading" data-live="" data-waiting="" hidden="hidden">{m.text(waiting)}</p>'
        f'<div role="status"><div class="cc-then" data-both="">'
        f"<p><strong>{m.text(phrase('deck.choice', name=each.name))}</strong> "
        f"{m.text(each.choice)}</p></div></div>"
        f"<p>{m.text(each.help)} {claim_marks(each.claims)}</p>"
    )
    return card(each.id, "story", place, count, inside)


def _side(name: str, label: str, says: str) -> str:
    return (
        f'<details class="cc-side" data-side="{name}"><summary>{m.text(label)}</summary>'
        f"<p>{m.text(says)}</p></details>"
    )
