"""Who answered? Invented surveys, run many times over, beside the truth."""

from __future__ import annotations

from itertools import product
from typing import Any

from course_lib.frame import markup as m
from course_lib.frame.paths_model import upright_path
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import State, Table, table
from course_lib.surveys.marks_model import dots_path, line_path
from course_lib.surveys.survey_model import ANSWERING, ASKED, REPEATS, TRUTHS, Surveys, surveys

#: From how many surveys on one side of the truth the title says so.
_NEARLY_ALL = 17
_STATES = {"truth": list(TRUTHS), "answering": list(ANSWERING), "asked": list(ASKED)}


class WhoAnswered(Player):
    """What invented surveys report, when people with tears are likelier to answer, or less.

    Parameters
    ----------
    truth : {"5", "20", "40"}
        Of every 100 people in the invented world.
    answering : {"half", "equal", "twice", "four"}
        How likely people with tears are to answer, beside the others.
    asked : {"50", "200", "1000"}
        How many people each survey asks.
    """

    scene = "answered"
    state_names = ("truth", "answering", "asked")
    truth = StopTrait(list(TRUTHS)).tag(sync=True)
    answering = StopTrait(list(ANSWERING)).tag(sync=True)
    asked = StopTrait(list(ASKED)).tag(sync=True)

    def __init__(
        self, *, truth: str = "20", answering: str = "equal", asked: str = "200", **traits: Any
    ) -> None:
        all_results = "".join(
            f"<li>{m.text(_line(dict(zip(_STATES, state, strict=True))))}</li>"
            for state in product(*_STATES.values())
        )
        markup = m.figure(
            kind=type(self).__name__,
            controls=m.radios("truth", phrase("answered.truth"), _options("truth"))
            + m.radios("answering", phrase("answered.answering"), _options("answering"))
            + m.radios("asked", phrase("answered.asked"), _options("asked")),
            scene_name=self.scene,
            words='<p class="cc-opening" data-part="opening"></p>'
            + "".join(f'<p data-part="{name}"></p>' for name in ("spread", "replied", "holding")),
            more=f"<details><summary>{m.text(phrase('answered.all'))}</summary>"
            f"<ul>{all_results}</ul></details>",
            reading=phrase("answered.reading"),
            hint=phrase("answered.static_hint"),
        )
        super().__init__(
            markup=markup,
            tables=_tables(),
            truth=truth,
            answering=answering,
            asked=asked,
            **traits,
        )


def _options(name: str) -> dict[str, str]:
    return {value: phrase(f"answered.{name}_{value}") for value in _STATES[name]}


def _of(s: State) -> Surveys:
    return surveys(s["truth"], s["answering"], s["asked"])


def _title(s: State) -> str:
    found = _of(s)
    side = "above" if found.above >= _NEARLY_ALL else "around"
    if found.below >= _NEARLY_ALL:
        side = "below"
    return phrase(f"answered.title_{side}")


def _spread(s: State) -> str:
    found = _of(s)
    return phrase(
        "answered.spread",
        low=round(found.lowest),
        high=round(found.highest),
        middle=round(found.middle),
        truth=s["truth"],
    )


def _holding(s: State) -> str:
    count = _of(s).holding
    kind = {0: "none_hold", REPEATS: "all_hold"}.get(count, "some_hold")
    return phrase(f"answered.{kind}", holding=count)


def _line(s: State) -> str:
    found = _of(s)
    return phrase(
        "answered.line",
        truth=s["truth"],
        answering=phrase(f"answered.answering_{s['answering']}").lower(),
        asked=phrase(f"answered.asked_{s['asked']}"),
        low=round(found.lowest),
        high=round(found.highest),
        holding=found.holding,
    )


def _y(place: int) -> float:
    return REPEATS - place - 0.5


def _tables() -> list[Table]:
    def dots(s: State) -> str:
        return dots_path((run.percent, _y(i)) for i, run in enumerate(_of(s).runs))

    def intervals(s: State) -> str:
        return "".join(line_path(*run.interval, _y(i)) for i, run in enumerate(_of(s).runs))

    def opening(s: State) -> str:
        return phrase("answered.opening", asked=phrase(f"answered.asked_{s['asked']}"))

    def replied(s: State) -> str:
        asked = phrase(f"answered.asked_{s['asked']}")
        return phrase("answered.replied", answered=round(_of(s).answered), asked=asked)

    def shown(name: str) -> Table:
        by_truth = {"truth": _STATES["truth"]}
        return table(
            f"truth-{name}", "opacity", by_truth, lambda s: "1" if s["truth"] == name else "0"
        )

    def label(name: str) -> Table:
        said = phrase("answered.true_is", number=name)
        return table(f"truth-{name}", "text", {}, lambda _: said)

    return [
        table("title", "text", _STATES, _title),
        table("opening", "text", {"asked": _STATES["asked"]}, opening),
        table("spread", "text", _STATES, _spread),
        table("replied", "text", _STATES, replied),
        table("holding", "text", _STATES, _holding),
        table("dots", "d", _STATES, dots),
        table("intervals", "d", _STATES, intervals),
        table(
            "truth",
            "d",
            {"truth": _STATES["truth"]},
            lambda s: upright_path(int(s["truth"]), 0, REPEATS),
        ),
        *(each(name) for name in TRUTHS for each in (shown, label)),
    ]
