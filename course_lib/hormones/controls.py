"""What the figures on the timeline share: controls, titles, cursor, words of the axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.frame import markup as m
from course_lib.frame.lens_model import Lens
from course_lib.frame.paths_model import upright_path
from course_lib.frame.phrases import phrase
from course_lib.frame.tables import State, Table, table
from course_lib.hormones import substances_data
from course_lib.hormones.curves_model import Peak
from course_lib.hormones.lanes_words import opening, stop_label, title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course_lib.hormones.timeline_model import Timeline

PEAKS = [each.value for each in Peak]


def stop_names() -> list[str]:
    """Return the names of the timeline's stops, from left to right."""
    return [stop.id for stop in substances_data.timeline().stops]


def peak_control() -> str:
    """Return the switch between with and without orgasm."""
    return m.radios(
        "peak", phrase("peak.question"), {peak: phrase(f"peak.{peak}") for peak in PEAKS}
    )


def title_table(figure: str, states: Mapping[str, Sequence[str]]) -> Table:
    """Return the figure's message for every state."""
    return table(
        "title",
        "text",
        states,
        lambda s: title(figure, Lens(s["lens"]), Peak(s.get("peak", Peak.WITH.value))),
    )


def stop_tables(timeline: Timeline, peaks: Sequence[str]) -> list[Table]:
    """Return what the scrubber moves in every figure: its name, the opening, the cursor."""
    stops = {stop.id: stop for stop in timeline.data.stops}
    states = {"stop": list(stops), "peak": list(peaks)}

    def label(s: State) -> str:
        return stop_label(stops[s["stop"]], Peak(s["peak"]))

    def sentence(s: State) -> str:
        words = opening(stops[s["stop"]], Peak(s["peak"]))
        return phrase("timeline.opening", opening=words)

    def cursor(s: State) -> str:
        return upright_path(timeline.place(stops[s["stop"]].minute), -0.04, 1.04)

    return [
        table("stop-label", "text", states, label),
        table("stop-control", "aria-valuetext", states, label),
        table("opening", "text", states, sentence),
        table("cursor", "d", states, cursor),
    ]


def tick_tables(peaks: Sequence[str], minutes: Sequence[int]) -> list[Table]:
    """Return the words below the time axis, which change without an orgasm."""

    def words(minute: int) -> Table:
        return table(
            f"tick-{minute}",
            "text",
            {"peak": list(peaks)},
            lambda s: phrase(f"axis.{s['peak']}.{minute}"),
        )

    return [words(minute) for minute in minutes]


def axis_tables(timeline: Timeline, peaks: Sequence[str]) -> list[Table]:
    """Return the words above and below the lanes that change without an orgasm."""
    label = {phase.id: phase.short for phase in timeline.data.phases}["orgasm"]

    def words(s: State) -> str:
        return label if s["peak"] == Peak.WITH.value else phrase("axis.no_peak")

    top = table("phase-orgasm", "text", {"peak": list(peaks)}, words)
    return [top, *tick_tables(peaks, (0, 10, 30, 60))]
