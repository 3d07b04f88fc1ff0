"""Flash cards that come back until they are known: a simple Leitner box, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.cards.takeaways_data import flash_cards
from course_lib.evidence.marks import claim_marks
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below

if TYPE_CHECKING:
    from course_lib.cards.takeaways_data import FlashCard

#: How many other cards pass before a card comes back: when it was not known, then after each
#: time that it was known. A card that was known once more than the list is long has left the box.
COMES_BACK_AFTER = (2, 5)


class FlashCards(Activity):
    """One card at a time: think, turn it, and say whether to see it again.

    Attributes
    ----------
    queue : list of str
        The cards still in the box, the next one first.
    known : dict of str to int
        How often in a row each card was known.
    """

    view = "flashcards.js"
    queue: t.List[str] = t.List(t.Unicode()).tag(sync=True)
    known: t.Dict[str, Any] = t.Dict().tag(sync=True)
    words = t.Dict().tag(sync=True)
    gaps: t.List[int] = t.List(t.Int()).tag(sync=True)

    def __init__(self) -> None:
        cards = flash_cards()
        buttons = "".join(
            f'<button type="button"{kind} data-do="{name}">'
            f"{m.text(phrase(f'flashcards.{name}'))}</button>"
            for name, kind in (("turn", ' class="cc-main"'), ("again", ""), ("knew", ""))
        )
        super().__init__(
            markup='<section class="cc cc-flashcards" role="group" '
            f'aria-labelledby="{m.PREFIX}title" data-activity="FlashCards">'
            f'<p class="cc-title" id="{m.PREFIX}title">{m.text(phrase("flashcards.title"))}</p>'
            f"<p>{m.text(phrase('flashcards.about'))}</p>"
            '<div data-live="" hidden="hidden"><div class="cc-card cc-flash" data-part="card" '
            'tabindex="-1"><p data-part="lesson"></p><p class="cc-quote" data-part="front"></p>'
            '<div data-part="back" aria-live="polite"></div></div>'
            f'<div class="cc-buttons">{buttons}</div>'
            '<p data-part="left" role="status"></p><div class="cc-buttons">'
            f'<button type="button" data-do="restart">{m.text(phrase("flashcards.restart"))}'
            "</button></div></div>"
            f"<details><summary>{m.text(phrase('flashcards.all'))}</summary>"
            f"<dl>{''.join(map(_card, cards))}</dl></details></section>",
            queue=[card.id for card in cards],
            words=phrases_below("flashcards"),
            gaps=list(COMES_BACK_AFTER),
        )


def _card(card: FlashCard) -> str:
    lesson = phrase("flashcards.lesson", lesson=card.lesson)
    return (
        f'<dt data-front="{card.id}" data-lesson="{m.text(lesson)}">{m.text(card.front)}</dt>'
        f'<dd data-back="{card.id}"><span>{m.text(card.back)}</span> '
        f"{claim_marks(card.claims)}</dd>"
    )
