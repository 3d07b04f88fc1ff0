"""The figures over time: hormone timeline, body timeline and small multiples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course_lib.frame import markup as m
from course_lib.frame.lens_model import LENSES, Lens
from course_lib.frame.markup import lens_control
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import table
from course_lib.hormones import substances_data
from course_lib.hormones.controls import PEAKS, peak_control, tick_tables, title_table
from course_lib.hormones.curves_model import Peak
from course_lib.hormones.lanes import line_tables
from course_lib.hormones.lanes_words import panel_sentence
from course_lib.hormones.substances_data import body_signals, timeline_substances
from course_lib.hormones.timeline import LaneTimeline
from course_lib.hormones.timeline_model import FEW_TICKS, Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.frame.tables import Table
    from course_lib.hormones.substances_data import Substance

#: The four substances that the article says rush into the brain together.
ARTICLE_FOUR = ("oxytocin", "prolactin", "dopamine", "endorphins")


class HormoneTimeline(LaneTimeline):
    """The hormone timeline: one lane for each substance (see `LaneTimeline`)."""

    scene = "timeline"

    def __init__(self, shown: Sequence[str] = ARTICLE_FOUR, **options: Any) -> None:
        super().__init__(shown, **options)


class BodyTimeline(LaneTimeline):
    """Signals of the body, all of them shown unless others are asked for (see `LaneTimeline`)."""

    scene = "body"
    lanes = staticmethod(body_signals)

    def __init__(self, shown: Sequence[str] | None = None, **options: Any) -> None:
        options.setdefault("stop", "orgasm")
        every = [each.id for each in body_signals()]
        super().__init__(every if shown is None else shown, **options)


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
        timeline = Timeline(substances_data.timeline())
        panels = timeline_substances()
        states = {"lens": LENSES, "peak": PEAKS}
        tables = [title_table("multiples", states), *tick_tables(PEAKS, FEW_TICKS)]
        for substance in panels:
            tables += line_tables(substance, timeline, states, ghost=False)
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
