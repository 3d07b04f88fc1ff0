"""The load-and-capacity jug: a metaphor to play with, and four places where it breaks."""

from __future__ import annotations

from functools import cache
from typing import Any

from course_lib.evidence.marks import claim_marks
from course_lib.frame import markup as m
from course_lib.frame.lens_model import LENSES, Lens
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import State, Table, table
from course_lib.pictures import jug_data
from course_lib.pictures.jug_model import Jug


@cache
def _loads() -> dict[str, jug_data.JugStop]:
    return {stop.id: stop for stop in jug_data.jug().loads}


@cache
def _jugs() -> dict[str, jug_data.JugStop]:
    return {stop.id: stop for stop in jug_data.jug().jugs}


class LoadAndCapacity(Player):
    """Fill an invented person's jug, then ask what of it was measured: nothing.

    Parameters
    ----------
    lens : {"story", "measured"}
        The picture, or what was measured of it.
    load, size : str
        What comes in and how big the jug is (see ``data/jug.toml``).
    """

    scene = "jug"
    state_names = ("lens", "load", "size")

    lens = StopTrait(LENSES).tag(sync=True)
    load = StopTrait(lambda: list(_loads())).tag(sync=True)
    size = StopTrait(lambda: list(_jugs())).tag(sync=True)

    def __init__(
        self,
        *,
        lens: str = Lens.STORY.value,
        load: str = "sensations",
        size: str = "small",
        **traits: Any,
    ) -> None:
        lenses = {lens: phrase(f"jug.lens_{lens}") for lens in LENSES}
        controls = (
            m.radios("lens", phrase("jug.question_lens"), lenses)
            + m.slider("load", phrase("jug.load"), list(_loads()))
            + m.slider("size", phrase("jug.size"), list(_jugs()))
        )
        breaks = "".join(
            f"<li>{m.text(each.says)} {claim_marks(each.claims)}</li>"
            for each in jug_data.jug().breaks
        )
        markup = m.figure(
            kind=type(self).__name__,
            controls=controls,
            scene_name=self.scene,
            words='<p data-part="says"></p>',
            reading=phrase("jug.reading"),
            hint=phrase("jug.static_hint"),
            more=f'<p class="cc-subtitle">{m.text(phrase("jug.breaks"))}</p><ol>{breaks}</ol>',
        )
        super().__init__(markup=markup, tables=_tables(), lens=lens, load=load, size=size, **traits)


def _tables() -> list[Table]:
    both = {"load": list(_loads()), "size": list(_jugs())}
    every = {"lens": LENSES, **both}

    def jug(s: State) -> Jug:
        return Jug(height=_jugs()[s["size"]].size, load=_loads()[s["load"]].size)

    def told(s: State) -> bool:
        return s["lens"] == Lens.STORY.value

    def says(s: State) -> str:
        if not told(s):
            return phrase("jug.measured")
        load, size = _loads()[s["load"]].says, _jugs()[s["size"]].says
        return phrase(f"jug.{jug(s).fill.value}", load=load, jug=size)

    def label(kind: str, stops: dict[str, Any]) -> list[Table]:
        states = {kind: list(stops)}
        return [
            table(f"{kind}-label", "text", states, lambda s: stops[s[kind]].label),
            table(f"{kind}-control", "aria-valuetext", states, lambda s: stops[s[kind]].label),
        ]

    return [
        table("title", "text", every, lambda s: phrase(f"jug.title_{s['lens']}")),
        *label("load", _loads()),
        *label("size", _jugs()),
        table("says", "text", every, says),
        table("note", "text", every, lambda s: "" if told(s) else phrase("jug.note")),
        table("jug", "d", every, lambda s: jug(s).outline()),
        table("jug", "stroke-dasharray", every, lambda s: "" if told(s) else "3 9"),
        table("water", "d", every, lambda s: jug(s).water() if told(s) else ""),
        table("spill", "d", every, lambda s: jug(s).spill() if told(s) else ""),
    ]
