"""How a claim ages: three serotonin claims, step by step, with what was out by then."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from course_lib.evidence import claims_data, references_data
from course_lib.evidence.claim_age_data import claim_history
from course_lib.evidence.claim_age_model import columns, piece, rows
from course_lib.evidence.marks import claim_marks, closed_sources
from course_lib.frame import markup as m
from course_lib.frame.paths_model import upright_path
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import State, Table, table

if TYPE_CHECKING:
    from course_lib.evidence.claim_age_data import Argument


@cache
def _places() -> dict[str, int]:
    return {step.id: i for i, step in enumerate(claim_history().steps)}


class ClaimTimeline(Player):
    """Three claims on a time line; each step brings a source, and the grades change.

    Parameters
    ----------
    stop : str
        A step of ``data/claim_history.toml``, such as ``"umbrella"``.
    """

    scene = "claim_age"
    state_names = ("stop",)
    stop = StopTrait(lambda: list(_places())).tag(sync=True)

    def __init__(self, *, stop: str = "story", **traits: Any) -> None:
        history = claim_history()
        grades = "".join(f'<li data-part="grade-{claim.id}"></li>' for claim in history.claims)
        arguments = [(i, each) for i, s in enumerate(history.steps) for each in s.arguments]
        so_far = "".join(_argument(number, each) for number, (_, each) in enumerate(arguments))
        sources = closed_sources(list(dict.fromkeys(each.ref for _, each in arguments)))
        markup = m.figure(
            kind=type(self).__name__,
            controls=m.slider("stop", phrase("claim_age.slider"), list(_places())),
            scene_name=self.scene,
            words='<p class="cc-opening" data-part="opening"></p><p data-part="says"></p>'
            f"<ul>{grades}</ul><p>{claim_marks([claim.id for claim in history.claims])}</p>"
            f'<p class="cc-subtitle">{m.text(phrase("claim_age.so_far"))}</p>'
            f'<p data-part="none-yet"></p>{so_far}{sources}',
            reading=phrase("claim_age.reading"),
            hint=phrase("claim_age.static_hint"),
        )
        super().__init__(markup=markup, tables=_tables(arguments), stop=stop, **traits)


def _argument(number: int, argument: Argument) -> str:
    short = {claim.id: claim.short for claim in claim_history().claims}[argument.claim]
    words = phrase(
        f"claim_age.{argument.side}",
        year=references_data.reference(argument.ref).year,
        claim=short,
        text=argument.text,
    )
    return f'<p class="cc-factor" data-part="argument-{number}">{m.text(words)}</p>'


def _tables(arguments: list[tuple[int, Argument]]) -> list[Table]:
    history = claim_history()
    by_stop = {"stop": list(_places())}
    across = columns(len(history.steps))

    def step(s: State) -> Any:
        return history.steps[_places()[s["stop"]]]

    def text(part: str, attribute: str, value: Any) -> Table:
        return table(part, attribute, by_stop, value)

    def argument(number: int, since: int) -> Table:
        return text(
            f"argument-{number}",
            "data-on",
            lambda s: "yes" if _places()[s["stop"]] >= since else "no",
        )

    return [
        text("title", "text", lambda s: phrase(f"claim_age.title_{s['stop']}")),
        text("stop-label", "text", lambda s: step(s).label),
        text("stop-control", "aria-valuetext", lambda s: step(s).label),
        text("opening", "text", lambda s: phrase("claim_age.opening", label=step(s).label)),
        text("says", "text", lambda s: step(s).says),
        text("none-yet", "text", lambda s: _none_yet(s["stop"])),
        text("cursor", "d", lambda s: upright_path(across[_places()[s["stop"]]], -0.02, 1)),
        *(argument(number, since) for number, (since, _) in enumerate(arguments)),
        *_cells(by_stop),
    ]


def _none_yet(stop: str) -> str:
    return "" if _places()[stop] else phrase("claim_age.none_yet")


def _cells(by_stop: dict[str, list[str]]) -> list[Table]:
    """Return the signs, lines and words of all claims; later steps stay empty."""
    history = claim_history()
    found: list[Table] = []
    for claim, height in zip(history.claims, rows(len(history.claims)), strict=True):
        found.append(_grade(claim.id, claim.short, by_stop))
        for i, step in enumerate(history.steps):
            grade = step.grades.get(claim.id)
            sign = claims_data.grades()[grade].symbol if grade else phrase("claim_age.no_sign")
            found.append(_from(i, f"at-{claim.id}-{i}", "text", sign, by_stop))
            if grade and claims_data.grades()[grade].line != "none":
                path = piece(i, len(history.steps), height)
                found.append(_from(i + 1, f"line-{claim.id}-{i}", "d", path, by_stop))
    return found


def _from(
    since: int, part: str, attribute: str, value: str, by_stop: dict[str, list[str]]
) -> Table:
    """Return a table that is empty before a step and has one value from then on."""
    return table(part, attribute, by_stop, lambda s: value if _places()[s["stop"]] >= since else "")


def _grade(key: str, short: str, by_stop: dict[str, list[str]]) -> Table:
    def words(s: State) -> str:
        grade = claim_history().steps[_places()[s["stop"]]].grades.get(key)
        if not grade:
            return phrase("claim_age.not_graded", claim=short)
        entry = claims_data.grades()[grade]
        return phrase("claim_age.graded", claim=short, symbol=entry.symbol, word=entry.word)

    return table(f"grade-{key}", "text", by_stop, words)
