"""The hormone figures: timeline, small multiples, and the nervous system's see-saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib import content
from course_lib.activities import markup as m
from course_lib.activities.lanes import line_tables, stop_lane_tables
from course_lib.activities.player import (
    LENSES,
    PEAKS,
    Player,
    StopTrait,
    axis_tables,
    lens_control,
    peak_control,
    stop_names,
    stop_tables,
    tick_tables,
    title_table,
)
from course_lib.activities.tables import table
from course_lib.content.load import UnknownNameError
from course_lib.figures.store import timeline_substances
from course_lib.model.curves import Lens, Peak, Person
from course_lib.model.timeline import Timeline
from course_lib.words.describe import panel_sentence
from course_lib.words.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.activities.tables import Table
    from course_lib.content.structs import Substance

PEOPLE = [each.value for each in Person]
#: The four substances that the article says rush into the brain together.
ARTICLE_FOUR = ("oxytocin", "prolactin", "dopamine", "endorphins")


class HormoneTimeline(Player):
    """Move through arousal, plateau, orgasm and resolution, as told and as measured.

    Parameters
    ----------
    shown : sequence of str
        Substances with a lane, such as ``("prolactin",)``.
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
        For a substance or stop that does not exist; it lists the near matches.
    """

    state_names = ("lens", "peak", "person", "stop")

    lens = StopTrait(LENSES).tag(sync=True)
    peak = StopTrait(PEAKS).tag(sync=True)
    person = StopTrait(PEOPLE).tag(sync=True)
    stop = StopTrait(stop_names()).tag(sync=True)
    shown = t.List(t.Unicode()).tag(sync=True)

    def __init__(
        self,
        shown: Sequence[str] = ARTICLE_FOUR,
        *,
        lens: str = Lens.MEASURED.value,
        peak: str = Peak.WITH.value,
        person: str = Person.TYPICAL.value,
        stop: str = "ten_minutes",
        **traits: Any,
    ) -> None:
        timeline = Timeline(content.timeline())
        lanes = timeline_substances()
        by_line = {"lens": LENSES, "peak": PEAKS, "person": PEOPLE}
        tables = [
            title_table("timeline", {"lens": LENSES, "peak": PEAKS}),
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
    def _known_substances(self, proposal: dict[str, Any]) -> list[str]:
        known = [substance.id for substance in timeline_substances()]
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
            + m.checkboxes("shown", phrase("timeline.choose"), names)
        )
        return m.figure(
            kind=type(self).__name__,
            controls=controls,
            scene_name="timeline",
            words=m.sentences([m.sentence_item(f"sentence-{key}", key) for key in names]),
            lanes_by="shown",
            more=m.more_controls(phrase("timeline.more"), further),
            reading=f"{phrase('timeline.reading')} {phrase('person.note')}",
            hint=phrase("timeline.static_hint"),
        )


class SmallMultiples(Player):
    """All substances side by side, each on its own scale: compare shapes, never heights.

    Parameters
    ----------
    lens : {"measured", "story"}
        The evidence lens.
    peak : {"with_orgasm", "without_orgasm"}
        Whether there is an orgasm.
    """

    state_names = ("lens", "peak")

    lens = StopTrait(LENSES).tag(sync=True)
    peak = StopTrait(PEAKS).tag(sync=True)

    def __init__(
        self,
        *,
        lens: str = Lens.MEASURED.value,
        peak: str = Peak.WITH.value,
        **traits: Any,
    ) -> None:
        timeline = Timeline(content.timeline())
        panels = timeline_substances()
        states = {"lens": LENSES, "peak": PEAKS}
        tables = [title_table("multiples", states), *tick_tables(PEAKS, (0,))]
        for substance in panels:
            tables += line_tables(substance, timeline, states)
            tables.append(_panel_table(substance, states))
        markup = m.figure(
            kind=type(self).__name__,
            controls=lens_control() + peak_control(),
            scene_name="multiples",
            words=m.sentences(
                [m.sentence_item(f"sentence-{each.id}") for each in panels], opening=False
            ),
            reading=phrase("multiples.reading"),
            hint=phrase("timeline.static_hint"),
        )
        super().__init__(markup=markup, tables=tables, lens=lens, peak=peak, **traits)


def _panel_table(substance: Substance, states: dict[str, list[str]]) -> Table:
    return table(
        f"sentence-{substance.id}",
        "text",
        states,
        lambda s: panel_sentence(substance, Lens(s["lens"]), Peak(s["peak"])),
    )
