"""Cards that can be read one by one or across: the five steps, and the partner's side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from course_lib.care import steps_data
from course_lib.evidence import claims_data
from course_lib.evidence.marks import claim_mark, claim_marks, closed_names
from course_lib.frame import markup as m
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import Table, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The state in which every card, or every row of a card, is shown.
ALL = "all"
STEP_ROWS = ("supports", "limits", "way", "leave")
PARTNER_ROWS = ("does", "say", "leave_out", "why")


@dataclass(frozen=True)
class Card:
    """A card: its name, markup under it, words by row, and markup at its end."""

    id: str
    label: str
    head: str
    rows: Mapping[str, str]
    foot: str


class _Cards(Player):
    """Cards with the same rows; subclasses add the traits ``card`` and ``row``."""

    state_names = ("card", "row")
    #: The part of ``data/words.toml`` with the names of the rows.
    part: ClassVar[str] = ""

    def __init__(self, cards: Sequence[Card], note: str, **traits: Any) -> None:
        rows = {name: phrase(f"{self.part}.{name}") for name in cards[0].rows}
        super().__init__(
            markup=self._cards_markup(cards, rows, note), tables=_tables(cards, rows), **traits
        )

    def _cards_markup(self, cards: Sequence[Card], rows: Mapping[str, str], note: str) -> str:
        names = {card.id: card.label for card in cards}
        controls = m.radios(
            "card",
            phrase(f"{self.part}.choose"),
            {**names, ALL: phrase("steps.all_cards")},
        ) + m.radios("row", phrase("steps.about"), {ALL: phrase("steps.all_rows"), **rows})
        body = "".join(_card(card, rows, number) for number, card in enumerate(cards, start=1))
        return (
            '<section class="cc cc-cards" role="group" '
            f'aria-labelledby="{m.PREFIX}title" data-activity="{type(self).__name__}">'
            f'<p class="cc-title" id="{m.PREFIX}title">{m.text(phrase(f"{self.part}.title"))}</p>'
            f'<div class="cc-controls" data-live="" hidden="hidden">{controls}</div>'
            '<p role="status" data-part="shown" data-live="" hidden="hidden"></p>'
            f"{body}<p>{note}</p></section>"
        )


class FiveSteps(_Cards):
    """The article's five steps: grade, evidence, a way to try each, when to leave it.

    Parameters
    ----------
    card : str
        The step to show, such as ``"breathe"``, or ``"all"``.
    row : str
        What to show of it: one of `STEP_ROWS`, or ``"all"``.

    Raises
    ------
    UnknownNameError
        For a step or row that does not exist; it lists the near matches.
    """

    part = "steps"
    card = StopTrait(lambda: [*(each.id for each in steps_data.five_steps().steps), ALL]).tag(
        sync=True
    )
    row = StopTrait([*STEP_ROWS, ALL]).tag(sync=True)

    def __init__(self, *, card: str = "breathe", row: str = ALL) -> None:
        data = steps_data.five_steps()
        super().__init__(
            [_step(step) for step in data.steps],
            f"{m.text(data.note)} {claim_marks(data.note_claims)}",
            card=card,
            row=row,
        )


class PartnersSide(_Cards):
    """The evening after; ask, offer, wait; and when the partner needs support too.

    Parameters
    ----------
    card : str
        The moment to show, such as ``"offer"``, or ``"all"``.
    row : str
        What to show of it: one of `PARTNER_ROWS`, or ``"all"``.

    Raises
    ------
    UnknownNameError
        For a moment or row that does not exist; it lists the near matches.
    """

    part = "partner_side"
    card = StopTrait(lambda: [*(each.id for each in steps_data.partner_side().cards), ALL]).tag(
        sync=True
    )
    row = StopTrait([*PARTNER_ROWS, ALL]).tag(sync=True)

    def __init__(self, *, card: str = "after", row: str = ALL) -> None:
        data = steps_data.partner_side()
        cards = [
            Card(
                each.id,
                each.label,
                "",
                {name: getattr(each, name) for name in PARTNER_ROWS},
                f"<p>{claim_marks(each.claims)}</p>",
            )
            for each in data.cards
        ]
        super().__init__(
            cards, f"{m.text(data.note)} {claim_marks(data.note_claims)}", card=card, row=row
        )


def _step(step: steps_data.Step) -> Card:
    claim = claims_data.claim(step.claim)
    says = phrase("steps.article", says=claim.article_says)
    grade = phrase("steps.grade", grade=claims_data.grades()[claim.grade].word)
    return Card(
        step.id,
        step.label,
        f"<p>{m.text(says)}</p><p><strong>{m.text(grade)}</strong> {claim_mark(step.claim)}</p>",
        {name: getattr(step, name) for name in STEP_ROWS},
        closed_names([*claim.supports, *claim.limits]),
    )


def _card(card: Card, rows: Mapping[str, str], number: int) -> str:
    body = "".join(
        f'<div data-part="row-{name}"><dt>{m.text(label)}</dt>'
        f"<dd>{m.with_help(card.rows[name])}</dd></div>"
        for name, label in rows.items()
    )
    title = phrase("steps.numbered", number=number, label=card.label)
    return (
        f'<div class="cc-card" data-part="card-{card.id}" role="group" '
        f'aria-label="{m.text(title)}"><p class="cc-subtitle">{m.text(title)}</p>'
        f"{card.head}<dl>{body}</dl>{card.foot}</div>"
    )


def _tables(cards: Sequence[Card], rows: Mapping[str, str]) -> list[Table]:
    names = {card.id: card.label for card in cards} | {ALL: phrase("steps.all_cards")}
    labels = {**rows, ALL: phrase("steps.all_rows")}
    states = {"card": list(names), "row": list(labels)}

    def switch(kind: str, each: str) -> Table:
        return table(
            f"{kind}-{each}",
            "data-on",
            {kind: states[kind]},
            lambda s: "yes" if s[kind] in (each, ALL) else "no",
        )

    return [
        table(
            "shown",
            "text",
            states,
            lambda s: phrase("steps.shown", card=names[s["card"]], row=labels[s["row"]]),
        ),
        *(switch("card", card.id) for card in cards),
        *(switch("row", name) for name in rows),
    ]
