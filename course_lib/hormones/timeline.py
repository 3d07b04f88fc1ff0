"""A timeline of lanes: the base of the hormone and the body timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import traitlets as t

from course_lib.frame import markup as m
from course_lib.frame.lens_model import LENSES, Lens
from course_lib.frame.load import UnknownNameError
from course_lib.frame.markup import lens_control
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.hormones import substances_data
from course_lib.hormones.controls import (
    PEAKS,
    axis_tables,
    peak_control,
    stop_names,
    stop_tables,
    title_table,
)
from course_lib.hormones.curves_model import Peak, Person
from course_lib.hormones.lanes import line_tables, stop_lane_tables
from course_lib.hormones.substances_data import Substance, timeline_substances
from course_lib.hormones.timeline_model import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

PEOPLE = [each.value for each in Person]


class LaneTimeline(Player):
    """Move through arousal, plateau, orgasm and resolution, as told and as measured.

    Parameters
    ----------
    shown : sequence of str
        The lanes to show, by the names in ``data/substances.toml``.
    lens : {"measured", "story"}
        The evidence lens.
    peak : {"with_orgasm", "without_orgasm"}
        Whether there is an orgasm.
    person : {"small", "typical", "large"}
        How strongly an invented person responds.
    stop : str
        A stop of the timeline, such as ``"orgasm"`` or ``"ten_minutes"``.

    Raises
    ------
    UnknownNameError
        For a lane or stop that does not exist; it lists the near matches.
    """

    #: The scene, which is also the name of its phrases.
    scene: ClassVar[str] = ""
    state_names = ("lens", "peak", "person", "stop")

    lens = StopTrait(LENSES).tag(sync=True)
    peak = StopTrait(PEAKS).tag(sync=True)
    person = StopTrait(PEOPLE).tag(sync=True)
    stop = StopTrait(stop_names).tag(sync=True)
    shown = t.List(t.Unicode()).tag(sync=True)

    @staticmethod
    def lanes() -> list[Substance]:
        """Return what has a lane, from top to bottom."""
        return timeline_substances()

    def __init__(
        self,
        shown: Sequence[str],
        *,
        lens: str = Lens.MEASURED.value,
        peak: str = Peak.WITH.value,
        person: str = Person.TYPICAL.value,
        stop: str = "ten_minutes",
        **traits: Any,
    ) -> None:
        timeline = Timeline(substances_data.timeline())
        lanes = self.lanes()
        by_line = {"lens": LENSES, "peak": PEAKS, "person": PEOPLE}
        tables = [
            title_table(self.scene, {"lens": LENSES, "peak": PEAKS}),
            *stop_tables(timeline, PEAKS),
            *axis_tables(timeline, PEAKS),
        ]
        for substance in lanes:
            tables += line_tables(substance, timeline, by_line)
            tables += stop_lane_tables(substance, timeline, {**by_line, "stop": stop_names()})
        super().__init__(
            markup=self._build({s.id: s.name for s in lanes}),
            tables=tables,
            shown=list(shown),
            lens=lens,
            peak=peak,
            person=person,
            stop=stop,
            **traits,
        )

    @t.validate("shown")
    def _known_lanes(self, proposal: dict[str, Any]) -> list[str]:
        known = [substance.id for substance in self.lanes()]
        for name in proposal["value"]:
            if name not in known:
                raise UnknownNameError("substance", name, known)
        return [name for name in known if name in proposal["value"]]

    def _shown(self) -> list[str]:
        return list(self.shown)

    def _build(self, names: dict[str, str]) -> str:
        controls = lens_control() + m.slider("stop", phrase("phases.question"), stop_names())
        further = (
            peak_control()
            + m.radios(
                "person",
                phrase("person.question"),
                {each: phrase(f"person.{each}") for each in PEOPLE},
            )
            + m.checkboxes("shown", phrase(f"{self.scene}.choose"), names)
        )
        return m.figure(
            kind=type(self).__name__,
            controls=controls,
            scene_name=self.scene,
            words=m.sentences([m.sentence_item(f"sentence-{key}", key) for key in names]),
            lanes_by="shown",
            more=m.more_controls(phrase(f"{self.scene}.more"), further),
            reading=f"{phrase(f'{self.scene}.reading')} {phrase('person.note')}",
            hint=phrase("timeline.static_hint"),
        )
