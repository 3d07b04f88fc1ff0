"""Spot the overclaim: rewrite an invented headline until it fits the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets as t

from course_lib.cards import overclaim_data
from course_lib.evidence.marks import claim_mark
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below

if TYPE_CHECKING:
    from course_lib.cards.overclaim_data import Headline, HedgeSlot


class SpotTheOverclaim(Activity):
    """Choose who, what and how sure, until the headline says no more than is known.

    Attributes
    ----------
    position : int
        The headline that is shown, counted from 0.
    """

    view = "overclaim.js"
    position = t.Int(0).tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        headlines = overclaim_data.headlines()
        cards = "".join(_headline(each, i, len(headlines)) for i, each in enumerate(headlines))
        super().__init__(
            markup='<section class="cc cc-overclaim" data-activity="SpotTheOverclaim">'
            f"{cards}"
            '<div class="cc-buttons" data-live="" hidden="hidden">'
            f'<button type="button" data-do="previous">{m.text(phrase("overclaim.previous"))}'
            f'</button><button type="button" data-do="next">{m.text(phrase("overclaim.next"))}'
            "</button></div></section>",
            words=phrases_below("overclaim"),
        )


def _headline(headline: Headline, place: int, count: int) -> str:
    position = phrase("overclaim.position", number=place + 1, all=count)
    slots = "".join(_slot(headline, slot, i) for i, slot in enumerate(headline.slots))
    why = "".join(_why(slot) for slot in headline.slots)
    marks = " ".join(claim_mark(claim) for claim in headline.claims)
    return (
        f'<div class="cc-card" data-headline="{place}" role="group" '
        f'aria-label="{m.text(position)}" tabindex="-1">'
        f"<p>{m.text(position)}. {m.text(phrase('overclaim.headline'))}:</p>"
        f'<p class="cc-quote">“{m.text(headline.headline)}”</p>'
        f'<div class="cc-slots" data-live="" hidden="hidden">{slots}'
        f'<div class="cc-buttons"><button type="button" class="cc-main" data-do="check">'
        f"{m.text(phrase('overclaim.check'))}</button></div></div>"
        f'<div class="cc-feedback" role="status" data-honest="{m.text(headline.honest)}"></div>'
        f"<details><summary>{m.text(phrase('overclaim.answer'))}</summary>"
        f'<p class="cc-quote">{m.text(headline.honest)}</p><dl>{why}</dl>'
        f"<p>{m.text(phrase('quiz.rests_on'))} {marks}</p></details></div>"
    )


def _slot(headline: Headline, slot: HedgeSlot, place: int) -> str:
    ident = f"{m.PREFIX}{headline.id}-{place}"
    choices = "".join(
        f'<option value="{i}" data-fits="{str(choice.fits).lower()}" '
        f'data-why="{m.text(choice.why)}">{m.text(choice.text)}</option>'
        for i, choice in enumerate(slot.choices)
    )
    return (
        f'<label for="{ident}">{m.text(slot.label)}</label><select id="{ident}">'
        f'<option value="">{m.text(phrase("overclaim.choose"))}</option>{choices}</select>'
    )


def _why(slot: HedgeSlot) -> str:
    return "".join(
        f"<dt>{m.text(choice.text)}</dt><dd>"
        f"{m.text(phrase('overclaim.fits') if choice.fits else phrase('overclaim.not_yet'))} "
        f"{m.text(choice.why)}</dd>"
        for choice in slot.choices
    )
