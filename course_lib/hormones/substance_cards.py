"""Substance cards: pick one and see its role, its phases, and what was measured in whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course_lib.evidence.marks import claim_marks, closed_names, further_sources
from course_lib.frame import markup as m
from course_lib.frame.lens_model import LENSES, Lens
from course_lib.frame.markup import lens_control
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import table
from course_lib.hormones import substances_data
from course_lib.hormones.controls import axis_tables
from course_lib.hormones.curves_model import Peak
from course_lib.hormones.lanes import line_tables
from course_lib.hormones.substances_data import timeline_substances
from course_lib.hormones.timeline_model import Timeline

if TYPE_CHECKING:
    from course_lib.hormones.substances_data import Substance


class SubstanceCards(Player):
    """The article's table, live: one card for each substance.

    Parameters
    ----------
    substance : str
        The card to open, such as ``"prolactin"``.
    lens : {"measured", "story"}
        The evidence lens.

    Raises
    ------
    UnknownNameError
        For a substance that does not exist; it lists the near matches.
    """

    state_names = ("substance", "lens")

    substance = StopTrait(lambda: [each.id for each in timeline_substances()]).tag(sync=True)
    lens = StopTrait(LENSES).tag(sync=True)

    def __init__(
        self, substance: str = "prolactin", *, lens: str = Lens.MEASURED.value, **traits: Any
    ) -> None:
        timeline = Timeline(substances_data.timeline())
        cards = {each.id: each for each in timeline_substances()}
        states = {"lens": LENSES}
        tables = [
            table(
                "title",
                "text",
                {"substance": list(cards)},
                lambda s: _title(cards[s["substance"]]),
            ),
            *axis_tables(timeline, [Peak.WITH.value]),
        ]
        for each in cards.values():
            tables += line_tables(each, timeline, states)
        controls = (
            m.radios(
                "substance",
                phrase("cards.choose"),
                {each.id: each.name for each in cards.values()},
            )
            + lens_control()
        )
        markup = m.figure(
            kind=type(self).__name__,
            controls=controls,
            scene_name="timeline",
            words="".join(_card(each) for each in cards.values()) + further_sources(cards.values()),
            reading=phrase("timeline.reading"),
            hint=phrase("timeline.static_hint"),
            lanes_by="substance",
        )
        super().__init__(markup=markup, tables=tables, substance=substance, lens=lens, **traits)

    def _shown(self) -> list[str]:
        return [self.substance]


def _title(substance: Substance) -> str:
    return phrase("cards.title", name=substance.name, basis=substance.measured_short)


def _card(substance: Substance) -> str:
    phases = {phase.id: phase.label for phase in substances_data.timeline().phases}
    rows = [
        ("told", m.text(substance.story.says)),
        ("role", m.text(f"{substance.role} {substance.plain}")),
        ("measured_where", m.text(substance.measured_where)),
        ("measured_in", m.text(substance.measured_in)),
        ("strength", m.text(substance.strength)),
        ("phases", _phases(substance, phases)),
    ]
    if substance.unknown_note:
        rows.append(("unknown", m.text(substance.unknown_note)))
    if substance.avoid:
        rows.append(("avoid", _avoid(substance)))
    body = "".join(
        f"<dt>{m.text(phrase(f'cards.{name}'))}</dt><dd>{words}</dd>" for name, words in rows
    )
    marks = claim_marks(substance.claims)
    return (
        f'<div data-lane="{substance.id}"><dl>{body}</dl><p>{marks}</p>'
        f"{closed_names(substance.refs)}</div>"
    )


def _phases(substance: Substance, labels: dict[str, str]) -> str:
    words = {
        name: getattr(substance.phases, name) or phrase("cards.phase_unknown") for name in labels
    }
    items = "".join(f"<li>{m.text(labels[name])}: {m.text(words[name])}.</li>" for name in labels)
    return f"<ul>{items}</ul>"


def _avoid(substance: Substance) -> str:
    items = "".join(
        f"<li>{m.text(phrase('cards.instead', say=f'“{each.say}”', because=each.because))}</li>"
        for each in substance.avoid
    )
    return f"<ul>{items}</ul>"
