"""The nervous system's two branches as a see-saw, and where that picture breaks."""

from __future__ import annotations

from typing import Any

from course_lib.frame import markup as m
from course_lib.frame.lens_model import LENSES, Lens
from course_lib.frame.markup import lens_control
from course_lib.frame.paths_model import dot_path
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import State, Table, table
from course_lib.hormones import substances_data
from course_lib.hormones.controls import axis_tables, stop_names, stop_tables, title_table
from course_lib.hormones.curves_model import Peak
from course_lib.hormones.lanes import line_tables, stop_lane_tables
from course_lib.hormones.seesaw_model import Lean, lean
from course_lib.hormones.timeline_model import Timeline

_SWING = 0.55
# Orgasm only: nothing was found on the two branches without it.
_WITH = [Peak.WITH.value]


class NervousSystemSeesaw(Player):
    """Move through time and see the body calm down: heart rate measured, the rest inferred.

    Parameters
    ----------
    lens : {"measured", "story"}
        The evidence lens.
    stop : str
        A stop of the timeline, such as ``"orgasm"``.
    """

    scene = "seesaw"
    state_names = ("lens", "stop")

    lens = StopTrait(LENSES).tag(sync=True)
    stop = StopTrait(stop_names).tag(sync=True)

    def __init__(
        self, *, lens: str = Lens.MEASURED.value, stop: str = "orgasm", **traits: Any
    ) -> None:
        timeline = Timeline(substances_data.timeline())
        signals = [substances_data.substances()[key] for key in ("heart_rate", "parasympathetic")]
        tables = [
            title_table("seesaw", {"lens": LENSES}),
            *stop_tables(timeline, _WITH),
            *axis_tables(timeline, _WITH),
            *_beam_tables(timeline),
        ]
        for signal in signals:
            tables += line_tables(signal, timeline, {"lens": LENSES})
            tables += stop_lane_tables(signal, timeline, {"lens": LENSES, "stop": stop_names()})
        markup = m.figure(
            kind=type(self).__name__,
            controls=lens_control() + m.slider("stop", phrase("phases.question"), stop_names()),
            scene_name=self.scene,
            words=m.sentences(
                [
                    m.sentence_item("sentence-beam"),
                    *(m.sentence_item(f"sentence-{signal.id}") for signal in signals),
                ]
            ),
            reading=phrase("seesaw.reading"),
            hint=phrase("timeline.static_hint"),
        )
        super().__init__(markup=markup, tables=tables, lens=lens, stop=stop, **traits)


def _beam_tables(timeline: Timeline) -> list[Table]:
    calming = substances_data.substances()["parasympathetic"]
    minutes = {stop.id: stop.minute for stop in timeline.data.stops}
    states = {"lens": LENSES, "stop": stop_names()}

    def leaning(s: State) -> Lean:
        return lean(calming, timeline, minutes[s["stop"]], Lens(s["lens"]))

    def beam(s: State) -> str:
        rise = leaning(s).middle * _SWING
        return f"M-1 {rise:.3f} L1 {-rise:.3f}"

    def doubt(s: State) -> str:
        low, high = leaning(s).low * _SWING, leaning(s).high * _SWING
        if low == high:
            return ""
        return f"M0 0 L-1 {low:.3f} L-1 {high:.3f} Z M0 0 L1 {-low:.3f} L1 {-high:.3f} Z"

    def words(s: State) -> str:
        found = leaning(s)
        side = phrase(f"seesaw.tilt_{found.tilt.value}")
        if s["lens"] == Lens.STORY.value:
            return phrase("seesaw.beam_story", tilt=side)
        if found.could_be_either:
            return phrase("seesaw.beam_range", tilt=side)
        return phrase("seesaw.beam_measured", tilt=side)

    return [
        table("beam", "d", states, beam),
        table("beam-range", "d", states, doubt),
        table("pan-get-going", "d", states, lambda s: dot_path(-1, leaning(s).middle * _SWING)),
        table("pan-calming", "d", states, lambda s: dot_path(1, -leaning(s).middle * _SWING)),
        table("sentence-beam", "text", states, words),
    ]
