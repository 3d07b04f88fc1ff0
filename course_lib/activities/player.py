"""Figures that are played in the browser: markup, tables of what moves, and state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import traitlets as t

from course_lib import content
from course_lib.activities import markup as m
from course_lib.activities.base import Activity
from course_lib.activities.tables import State, Table, as_json, fill, table
from course_lib.content.load import UnknownNameError
from course_lib.model.curves import Lens, Peak
from course_lib.model.paths import upright_path
from course_lib.words.describe import opening, stop_label, title
from course_lib.words.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course_lib.model.timeline import Timeline

LENSES = [each.value for each in Lens]
PEAKS = [each.value for each in Peak]


class Player(Activity):
    """A figure whose moving parts are tables; subclasses add traits for its state.

    Each name in `state_names` is a trait that can be set, observed and linked.
    """

    view = "player.js"
    state_names: ClassVar[tuple[str, ...]] = ()

    tables: t.List[dict[str, Any]] = t.List(help="What moves, by state").tag(sync=True)

    def __init__(self, *, markup: str, tables: Sequence[Table], **traits: Any) -> None:
        self._tables = tuple(tables)
        super().__init__(markup=markup, tables=as_json(tables), **traits)

    @property
    def state(self) -> State:
        """The state now, by name."""
        return {name: getattr(self, name) for name in self.state_names}

    def _shown(self) -> list[str] | None:
        return None

    def _static_markup(self, *, slim: bool = False) -> str:
        return fill(self.markup, self._tables, self.state, self._shown(), slim=slim)


class StopTrait(t.Enum[Any]):
    """A trait whose value is one of a few names; an error lists the near matches."""

    def validate(self, obj: Any, value: Any) -> str:  # noqa: ARG002  traitlets
        """Return the value, or raise `UnknownNameError`."""
        if value not in (self.values or ()):
            raise UnknownNameError(str(self.name), value, self.values or ())
        return str(value)


def stop_names() -> list[str]:
    """Return the names of the timeline's stops, from left to right."""
    return [stop.id for stop in content.timeline().stops]


def lens_control() -> str:
    """Return the switch between the story and the measurement."""
    return m.radios(
        "lens",
        phrase("lens.question"),
        {lens: phrase(f"lens.{lens}") for lens in reversed(LENSES)},
    )


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
