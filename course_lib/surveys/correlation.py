"""The correlation machine: hold the third thing steady, and the link disappears."""

from __future__ import annotations

from typing import Any

from course_lib.frame import markup as m
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import State, Table, table
from course_lib.surveys.correlation_model import (
    WARMTH,
    WEEK,
    correlation,
    held,
    invented_days,
    link,
    trend,
)

_HELD = ["nothing", *WARMTH, *WEEK]
#: Half the size of the crosses that stand for hot days, as a share of the plane.
_ARM = 0.012


class CorrelationMachine(Player):
    """Ice creams and sunburns on invented days; warmth moves both.

    Parameters
    ----------
    steady : {"nothing", "cool", "mild", "hot", "weekdays", "weekends"}
        What is held steady: only days of that kind are looked at.
    """

    scene = "correlation"
    state_names = ("steady",)
    steady = StopTrait(_HELD).tag(sync=True)

    def __init__(self, *, steady: str = "nothing", **traits: Any) -> None:
        choices = {name: phrase(f"correlation.hold_{name}") for name in _HELD}
        markup = m.figure(
            kind=type(self).__name__,
            controls=m.radios("steady", phrase("correlation.question"), choices),
            scene_name=self.scene,
            words='<p class="cc-opening" data-part="opening"></p><p data-part="says"></p>'
            '<p data-part="why"></p>',
            reading=phrase("correlation.reading"),
            hint=phrase("correlation.static_hint"),
        )
        super().__init__(markup=markup, tables=_tables(), steady=steady, **traits)


def _tables() -> list[Table]:
    by_held = {"steady": _HELD}
    every_day = invented_days()
    days = {name: held(every_day, name) for name in _HELD}

    def says(s: State) -> str:
        size = f"{correlation(days[s['steady']]):.2f}".replace("-", "−")
        return phrase(
            f"correlation.{link(days[s['steady']])}", number=size, days=len(days[s["steady"]])
        )

    def why(s: State) -> str:
        kind = "warmth" if s["steady"] in WARMTH else "week" if s["steady"] in WEEK else "nothing"
        return phrase(f"correlation.why_{kind}")

    def line(s: State) -> str:
        (x0, y0), (x1, y1) = trend(days[s["steady"]])
        return f"M{x0:.3f} {y0:.3f} L{x1:.3f} {y1:.3f}"

    def points(warmth: str, week: str) -> list[Table]:
        shown = [day for day in every_day if (day.warmth, day.week) == (warmth, week)]
        marks = " ".join(_mark(warmth, day.ice_creams, day.sunburns) for day in shown)
        part = f"points-{warmth}-{week}"
        return [
            table(part, "d", {}, lambda _: marks),
            table(
                part,
                "opacity",
                by_held,
                lambda s: "1" if s["steady"] in ("nothing", warmth, week) else "0.12",
            ),
        ]

    return [
        table(
            "title",
            "text",
            by_held,
            lambda s: phrase(f"correlation.title_{link(days[s['steady']])}"),
        ),
        table("opening", "text", by_held, lambda s: phrase(f"correlation.opening_{s['steady']}")),
        table("says", "text", by_held, says),
        table("why", "text", by_held, why),
        table("trend", "d", by_held, line),
        table(
            "trend",
            "stroke-dasharray",
            by_held,
            lambda s: "" if link(days[s["steady"]]) == "clear" else "2 8",
        ),
        *(each for warmth in WARMTH for week in WEEK for each in points(warmth, week)),
    ]


def _mark(warmth: str, x: float, y: float) -> str:
    """Return a dot, a short bar or a cross: warmth is told apart without colour."""
    if warmth == "cool":
        return f"M{x:.3f} {y:.3f} h0"
    if warmth == "mild":
        return f"M{x - _ARM * 0.6:.3f} {y:.3f} h{_ARM * 1.2:.3f}"
    return (
        f"M{x - _ARM:.3f} {y:.3f} h{2 * _ARM:.3f} M{x:.3f} {y - _ARM * 1.6:.3f} v{3.2 * _ARM:.3f}"
    )
