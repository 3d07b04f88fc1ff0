"""Learn the evidence lens on an invented example, and how to read a figure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from course_lib.evidence import claims_data
from course_lib.frame import markup as m
from course_lib.frame.lens_model import LENSES, Lens
from course_lib.frame.markup import lens_control
from course_lib.frame.palette import DASHES, GHOST
from course_lib.frame.paths_model import band_path, box_path, line_path
from course_lib.frame.pchip_model import Curve
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import State, Table, table
from course_lib.hormones import tutorial_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.hormones.tutorial_data import TutorialStep


@cache
def _steps() -> dict[str, tutorial_data.TutorialStep]:
    return {step.id: step for step in tutorial_data.tutorial().steps}


@cache
def _parts() -> dict[str, tutorial_data.FigurePart]:
    return {part.id: part for part in tutorial_data.tutorial().parts}


class LensTutorial(Player):
    """Read invented news one by one: the line, the band and the grade follow.

    Parameters
    ----------
    lens : {"measured", "story"}
        The evidence lens.
    step : str
        A piece of news, such as ``"mice"`` (see ``data/tutorial.toml``).
    """

    scene = "tutorial"
    state_names = ("lens", "step")

    lens = StopTrait(LENSES).tag(sync=True)
    step = StopTrait(lambda: list(_steps())).tag(sync=True)

    def __init__(
        self, *, lens: str = Lens.MEASURED.value, step: str = "people", **traits: Any
    ) -> None:
        controls = lens_control() + m.slider("step", phrase("lens_tutorial.slider"), list(_steps()))
        names = ("claim", "news", "grade", "why", "drawn")
        markup = m.figure(
            kind=type(self).__name__,
            controls=controls,
            scene_name=self.scene,
            words=m.sentences([m.sentence_item(name) for name in names], opening=False),
            reading=phrase("lens_tutorial.reading"),
            hint=phrase("lens_tutorial.static_hint"),
        )
        tables = [*_word_tables(), *_line_tables()]
        super().__init__(markup=markup, tables=tables, lens=lens, step=step, **traits)


def _word_tables() -> list[Table]:
    data = tutorial_data.tutorial()
    places = {name: place for place, name in enumerate(_steps(), start=1)}
    by_step = {"step": list(_steps())}
    both = {"lens": LENSES, **by_step}

    def label(s: State) -> str:
        step = _steps()[s["step"]]
        return phrase(
            "lens_tutorial.step", number=places[step.id], all=len(_steps()), label=step.label
        )

    def grade(s: State) -> str:
        entry = claims_data.grades()[_steps()[s["step"]].grade]
        return phrase("lens_tutorial.grade", symbol=entry.symbol, word=entry.word)

    def drawn(s: State) -> str:
        return phrase(f"lens_tutorial.line_{_shown_line(s)}")

    def basis(s: State) -> str:
        told = s["lens"] == Lens.STORY.value
        return phrase("lane_notes.told") if told else _steps()[s["step"]].basis

    def note(s: State) -> str:
        return phrase("lane_notes.not_measured") if _shown_line(s) == "none" else ""

    return [
        table("title", "text", both, lambda s: phrase(f"lens_tutorial.title_{s['lens']}")),
        table("step-label", "text", by_step, label),
        table("step-control", "aria-valuetext", by_step, label),
        table("claim", "text", {}, lambda _: phrase("lens_tutorial.claim", claim=data.claim)),
        table(
            "news",
            "text",
            by_step,
            lambda s: phrase("lens_tutorial.news", news=_steps()[s["step"]].news),
        ),
        table("grade", "text", by_step, grade),
        table(
            "why",
            "text",
            by_step,
            lambda s: phrase("lens_tutorial.why", why=_steps()[s["step"]].why),
        ),
        table("drawn", "text", both, drawn),
        table("basis", "text", both, basis),
        table("note", "text", both, note),
    ]


def _line_tables() -> list[Table]:
    told = _curve(tutorial_data.tutorial().story)
    both = {"lens": LENSES, "step": list(_steps())}

    def line(s: State) -> str:
        return "" if _shown_line(s) in ("none", "story") else line_path(_measured(s))

    def band(s: State) -> str:
        if _shown_line(s) in ("none", "story"):
            return ""
        step = _steps()[s["step"]]
        edges = (
            [min(1.0, max(0.0, level + shift)) for level in step.levels]
            for shift in (-step.band, step.band)
        )
        return band_path(*map(_curve, edges))

    def dashes(s: State) -> str:
        return DASHES.get(_steps()[s["step"]].line, "")

    def strength(s: State) -> str:
        return "1" if s["lens"] == Lens.STORY.value else GHOST

    return [
        table("story", "d", {}, lambda _: line_path(told)),
        table("story", "opacity", {"lens": LENSES}, strength),
        table("line", "d", both, line),
        table("line", "stroke-dasharray", both, dashes),
        table("band", "d", both, band),
    ]


def _shown_line(s: State) -> str:
    return "story" if s["lens"] == Lens.STORY.value else _steps()[s["step"]].line


def _measured(s: State) -> Curve:
    step: TutorialStep = _steps()[s["step"]]
    return _curve(step.levels)


def _curve(levels: Sequence[float]) -> Curve:
    """Return the curve through levels that stand evenly along the picture, from 0 to 1."""
    last = len(levels) - 1
    return Curve(tuple(i / last for i in range(len(levels))), tuple(levels))


class ReadAFigure(Player):
    """Point at each part of a figure and read what it means.

    Parameters
    ----------
    part : str
        A part, such as ``"band"`` (see ``data/tutorial.toml``).
    """

    state_names = ("part",)

    part = StopTrait(lambda: list(_parts())).tag(sync=True)

    def __init__(self, *, part: str = "solid", **traits: Any) -> None:
        by_part = {"part": list(_parts())}

        def says(s: State) -> str:
            part = _parts()[s["part"]]
            return phrase("anatomy.part", label=part.label, says=part.says)

        every = "".join(
            f"<li>{m.text(phrase('anatomy.part', label=each.label, says=each.says))}</li>"
            for each in _parts().values()
        )
        markup = m.figure(
            kind=type(self).__name__,
            controls=m.radios(
                "part",
                phrase("anatomy.choose"),
                {each.id: each.label for each in _parts().values()},
            ),
            scene_name="anatomy",
            words='<p data-part="says"></p>',
            more=f"<details><summary>{m.text(phrase('anatomy.every'))}</summary>"
            f"<ul>{every}</ul></details>",
            reading=phrase("anatomy.reading"),
            hint=phrase("anatomy.static_hint"),
        )
        tables = [
            table("title", "text", {}, lambda _: phrase("anatomy.title")),
            table("says", "text", by_part, says),
            table("frame", "d", by_part, lambda s: box_path(_parts()[s["part"]].box)),
        ]
        super().__init__(markup=markup, tables=tables, part=part, **traits)
