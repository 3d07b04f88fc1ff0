"""The tables of a substance's line, band, story and notes: shared by all hormone figures."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from course_lib.evidence.bases_data import Basis
from course_lib.frame.lens_model import Lens
from course_lib.frame.palette import GHOST, INK
from course_lib.frame.paths_model import band_path, dot_path, line_path
from course_lib.frame.phrases import phrase
from course_lib.frame.tables import State, Table, table
from course_lib.hormones.curves_model import Peak, Person, Side, band, curve, gaps
from course_lib.hormones.lanes_words import lane_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course_lib.frame.pchip_model import Curve
    from course_lib.hormones.substances_data import Substance
    from course_lib.hormones.timeline_model import Timeline


def line_tables(
    substance: Substance,
    timeline: Timeline,
    states: Mapping[str, Sequence[str]],
    *,
    ghost: bool = True,
) -> list[Table]:
    """Return band, story, measured line, the note in the lane and the basis.

    Parameters
    ----------
    substance : Substance
        Whose lane it is.
    timeline : Timeline
        The shared time axis.
    states : mapping
        The state names the figure has among lens, peak and person.
    ghost : bool
        Whether the story stands, faint, behind what was measured: only where a key says what it is.
    """

    def measured(s: State) -> str:
        if s["lens"] == Lens.STORY.value:
            return ""
        found = curve(substance, timeline, peak=_peak(s), person=_person(s))
        return line_path(found) if found else ""

    def told(s: State) -> str:
        if s["lens"] == Lens.MEASURED.value and not ghost:
            return ""
        found = curve(substance, timeline, lens=Lens.STORY, peak=_peak(s))
        return line_path(found) if found else ""

    def edges(s: State) -> str:
        found = band(substance, timeline, lens=Lens(s["lens"]), peak=_peak(s))
        return band_path(*found) if found else ""

    def strength(s: State) -> str:
        return "1" if s["lens"] == Lens.STORY.value else GHOST

    def paint(s: State) -> str:
        return substance.paint if s["lens"] == Lens.STORY.value else INK

    shared = {name: values for name, values in states.items() if name != "person"}
    return [
        table(f"band-{substance.id}", "d", shared, edges),
        table(f"story-{substance.id}", "d", shared, told),
        table(f"story-{substance.id}", "opacity", shared, strength),
        table(f"story-{substance.id}", "stroke", shared, paint),
        table(f"line-{substance.id}", "d", states, measured),
        table(f"note-{substance.id}", "text", shared, lambda s: _note(substance, timeline, s)),
        *_gap_tables(substance, timeline, shared),
        table(f"basis-{substance.id}", "text", shared, lambda s: _basis(substance, s)),
    ]


def stop_lane_tables(
    substance: Substance, timeline: Timeline, states: Mapping[str, Sequence[str]]
) -> list[Table]:
    """Return the dot on a lane's line and its sentence, for each stop of the scrubber."""
    places = {stop.id: timeline.place(stop.minute) for stop in timeline.data.stops}

    @cache  # people with the same line share what is drawn and said of it
    def along(found: Curve | None, lens: Lens, peak: Peak) -> dict[str, tuple[str, str]]:
        return {
            stop: (_dot(found, place), lane_sentence(substance, found, place, lens=lens, peak=peak))
            for stop, place in places.items()
        }

    @cache
    def stops(lens: str, peak: str, person: str) -> dict[str, tuple[str, str]]:
        told, way = Lens(lens), Peak(peak)
        found = curve(substance, timeline, lens=told, peak=way, person=Person(person))
        return along(found, told, way)

    def here(s: State) -> tuple[str, str]:
        return stops(s["lens"], _peak_name(s), _person_name(s))[s["stop"]]

    return [
        table(f"dot-{substance.id}", "d", states, lambda s: here(s)[0]),
        table(f"sentence-{substance.id}", "text", states, lambda s: here(s)[1]),
    ]


def _dot(found: Curve | None, place: float) -> str:
    """Return the dot on a line, or nothing where there is no line."""
    if found is None or not found.xs[0] <= place <= found.end:
        return ""
    return dot_path(place, found.level(place))


_WITH, _TYPICAL = Peak.WITH.value, Person.TYPICAL.value


def _peak_name(s: State) -> str:
    return s.get("peak", _WITH)


def _person_name(s: State) -> str:
    return s.get("person", _TYPICAL)


def _peak(s: State) -> Peak:
    return Peak(_peak_name(s))


def _person(s: State) -> Person:
    return Person(_person_name(s))


def _note(substance: Substance, timeline: Timeline, s: State) -> str:
    """Return the words inside a lane that has no line."""
    if s["lens"] == Lens.STORY.value:
        if _peak(s) is Peak.WITHOUT:
            return phrase("lane_notes.story_without")
        return "" if substance.story.levels else phrase("lane_notes.story_silent")
    if substance.basis is Basis.NOT_MEASURED:
        return phrase("lane_notes.no_evidence")
    drawn = curve(substance, timeline, peak=_peak(s))
    return "" if drawn else phrase("lane_notes.unknown")


def gap_part(substance: Substance, peak: Peak, side: Side) -> str:
    """Return the name of the words that stand where a line has not begun, or has ended."""
    return f"{side.value}-{peak.value}-{substance.id}"


def _gap_tables(
    substance: Substance, timeline: Timeline, states: Mapping[str, Sequence[str]]
) -> list[Table]:
    """Return the words beside a measured line's beginning and end, for each state."""

    def words(peak: Peak, side: Side) -> Table:
        def shown(s: State) -> str:
            told = s["lens"] == Lens.STORY.value
            return "" if told or _peak(s) is not peak else phrase("lane_notes.unknown")

        return table(gap_part(substance, peak, side), "text", states, shown)

    return [words(peak, side) for peak in Peak for side in gaps(substance, timeline, peak)]


def _basis(substance: Substance, s: State) -> str:
    if s["lens"] == Lens.STORY.value:
        return phrase("lane_notes.told")
    return substance.measured_short
