"""What do tears tell others? A guess first, then what a study of photographs found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import traitlets as t

from course_lib.cards.deck import Deck, all_answers, answer, card, moves, open_deck, picks
from course_lib.cards.tears_data import tears
from course_lib.evidence.marks import claim_marks, reference_list
from course_lib.frame import markup as m
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from course_lib.cards.tears_data import Judgement, TearsData

GUESSES = ("more", "same", "less", "not_tested")
#: What can be switched, with its states in the order in which they are offered.
_SWITCHES = {"tears": ("yes", "no"), "reason": ("no", "yes")}


class TearsTellOthers(Deck):
    """A drawn face with and without tears; guess what a study found, then see it.

    Parameters
    ----------
    tears, reason : {"yes", "no"}
        Whether the face has tears, and whether a reason for them is given.
    """

    tears = t.Enum(["yes", "no"], "yes").tag(sync=True)
    reason = t.Enum(["yes", "no"], "no").tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(_markup(tears()), **traits)

    def _static_markup(self, *, slim: bool = False) -> str:  # noqa: ARG002  the base's signature
        root = ET.fromstring(self.markup)
        for element in root.iter():
            name, _, wanted = element.get("data-when", "").partition("=")
            if wanted and getattr(self, name) != wanted:
                element.set("hidden", "hidden")
            _show(element, self.state_of(element.get("data-part", "")))
        return ET.tostring(root, encoding="unicode", method="html")

    def state_of(self, part: str) -> bool:
        """Return whether a part of the picture is seen."""
        if part == "tears":
            return bool(self.tears == "yes")
        return not part.startswith("reason-") or part == f"reason-{self.reason}"


def _show(element: ET.Element, seen: bool) -> None:
    if not seen:
        element.set("display", "none")


def _markup(data: TearsData) -> str:
    count = len(data.judgements)
    cards = "".join(_card(each, i, count) for i, each in enumerate(data.judgements))
    switches = "".join(_switch(name, order) for name, order in _SWITCHES.items())
    limits = "".join(f"<li>{m.text(each)}</li>" for each in data.limits)
    answers = "".join(_answers(each) for each in data.judgements)
    return (
        open_deck("TearsTellOthers", data.title, data.about)
        + f'<div class="cc-controls" data-live="" hidden="hidden">{switches}</div>'
        + m.picture("tears")
        + f'<div id="{m.PREFIX}words" aria-live="polite">{_seen(data)}</div>'
        + cards
        + moves("question")
        + f'<p class="cc-static" data-static=""><em>{m.text(phrase("deck.hint"))}</em></p>'
        + f'<p class="cc-reading">{m.text(phrase("deck.reading"))}</p>'
        + all_answers(answers)
        + f'<p class="cc-subtitle">{m.text(phrase("deck.not_measured"))}</p><ul>{limits}</ul>'
        + f"<details><summary>{m.text(phrase('deck.sources'))}</summary>"
        + f"{reference_list(data.refs)}</details></section>"
    )


def _switch(name: str, order: tuple[str, ...]) -> str:
    labels = {state: phrase(f"deck.{name}_{state}_label") for state in order}
    return m.radios(name, phrase(f"deck.{name}_question"), labels)


def _seen(data: TearsData) -> str:
    """Return what the picture shows, for each position of the two switches."""
    said = {
        "tears=yes": data.tears_on,
        "tears=no": data.tears_off,
        "reason=yes": data.reason_on,
        "reason=no": data.reason_off,
    }
    lines = " ".join(
        f'<span data-when="{when}">{m.text(says)}</span>' for when, says in said.items()
    )
    return f"<p>{lines}</p>"


def _card(judgement: Judgement, place: int, count: int) -> str:
    asked = f"<p><strong>{m.text(judgement.question)}</strong></p>"
    options = {name: phrase(f"deck.{name}") for name in GUESSES}
    return card(
        judgement.id, "question", place, count, asked + picks(phrase("deck.guess"), options)
    )


def _answers(judgement: Judgement) -> str:
    found = phrase(f"deck.found_{judgement.found}")
    inside = (
        f"<p><strong>{m.text(found)}</strong></p>"
        f"<p>{m.text(judgement.says)} {claim_marks(judgement.claims)}</p>"
    )
    return f"<dt>{m.text(judgement.question)}</dt>{answer(judgement.id, 'any', inside)}"
