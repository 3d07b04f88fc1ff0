"""Does crying help? What studies of crying in general found, one question at a time."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from course_lib.evidence.marks import claim_marks, closed_sources
from course_lib.frame import markup as m
from course_lib.frame.lens_model import LENSES, Lens
from course_lib.frame.markup import lens_control
from course_lib.frame.palette import GHOST
from course_lib.frame.paths_model import dot_path, line_path
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import State, Table, table
from course_lib.pictures import crying_data
from course_lib.pictures.crying_model import PLACES, mood_curve

if TYPE_CHECKING:
    from course_lib.pictures.crying_data import CryingFactor


@cache
def _stops() -> dict[str, crying_data.MoodStop]:
    return {stop.id: stop for stop in crying_data.crying().stops}


_SWITCH = ["no", "yes"]


class DoesCryingHelp(Player):
    """Mood after crying in a laboratory, and what else happened when people felt better.

    Parameters
    ----------
    lens : {"measured", "story"}
        The evidence lens.
    stop : str
        A moment, such as ``"straight_after"`` (see ``data/crying.toml``).
    comfort, solved, alone, ashamed : {"no", "yes"}
        Which of the other things to show. They are never added up.
    """

    scene = "crying"
    state_names = ("lens", "stop", "comfort", "solved", "alone", "ashamed")

    lens = StopTrait(LENSES).tag(sync=True)
    stop = StopTrait(lambda: list(_stops())).tag(sync=True)
    comfort = StopTrait(_SWITCH, "no").tag(sync=True)
    solved = StopTrait(_SWITCH, "no").tag(sync=True)
    alone = StopTrait(_SWITCH, "no").tag(sync=True)
    ashamed = StopTrait(_SWITCH, "no").tag(sync=True)

    def __init__(
        self, *, lens: str = Lens.MEASURED.value, stop: str = "straight_after", **traits: Any
    ) -> None:
        data = crying_data.crying()
        switches = "".join(m.switch(factor.id, factor.label) for factor in data.factors)
        markup = m.figure(
            kind=type(self).__name__,
            controls=lens_control() + m.slider("stop", phrase("crying.slider"), list(_stops())),
            scene_name=self.scene,
            words=m.sentences([m.sentence_item(name) for name in ("cried", "did-not-says")])
            + f"<p>{m.text(data.diary.says)} {m.text(data.diary.who)} "
            f"{m.text(data.diary.source)}</p>"
            '<fieldset data-live="" hidden="hidden">'
            f"<legend>{m.text(phrase('crying.factors'))}</legend>{switches}</fieldset>"
            + "".join(_factor(factor) for factor in data.factors)
            + f"<p>{m.text(phrase('crying.never_added'))}</p>"
            + closed_sources([*data.diary.refs, "bylsma2008", "gracanin2015"]),
            reading=phrase("crying.reading"),
            hint=phrase("timeline.static_hint"),
        )
        super().__init__(markup=markup, tables=_tables(), lens=lens, stop=stop, **traits)


def _factor(factor: CryingFactor) -> str:
    """Return what was found, in a part that only a live view hides until it is switched on."""
    words = phrase(
        "crying.factor",
        label=factor.label,
        arrow=phrase(f"crying.{factor.direction}"),
        says=factor.says,
    )
    marks = claim_marks(factor.claims)
    return (
        f'<p class="cc-factor" data-part="factor-{factor.id}"><span>{m.text(words)}</span> '
        f"{marks}</p>"
    )


def _tables() -> list[Table]:
    by_stop = {"stop": list(_stops())}
    both = {"lens": LENSES, **by_stop}
    cried = mood_curve([stop.cried for stop in _stops().values()])
    others = mood_curve([stop.did_not for stop in _stops().values()])
    told = mood_curve([stop.story for stop in _stops().values()])
    places = dict(zip(_stops(), PLACES, strict=True))

    def is_story(s: State) -> bool:
        return s["lens"] == Lens.STORY.value

    def says(s: State) -> str:
        stop = _stops()[s["stop"]]
        if is_story(s):
            return phrase("crying.story", says=stop.story_says)
        return phrase("crying.cried", says=stop.cried_says)

    def others_say(s: State) -> str:
        if is_story(s):
            return phrase("crying.story_quiet")
        return phrase("crying.did_not", says=_stops()[s["stop"]].did_not_says)

    def dot(s: State) -> str:
        place = places[s["stop"]]
        return dot_path(place, (told if is_story(s) else cried).level(place))

    return [
        table("title", "text", both, lambda s: phrase(f"crying.title_{s['lens']}")),
        table("stop-label", "text", by_stop, lambda s: _stops()[s["stop"]].label),
        table("stop-control", "aria-valuetext", by_stop, lambda s: _stops()[s["stop"]].label),
        table(
            "opening",
            "text",
            by_stop,
            lambda s: phrase("crying.opening", label=_stops()[s["stop"]].label),
        ),
        table("cried", "text", both, says),
        table("did-not-says", "text", both, others_say),
        table("story", "d", {}, lambda _: line_path(told)),
        table("story", "opacity", both, lambda s: "1" if is_story(s) else GHOST),
        table("cried-line", "d", both, lambda s: "" if is_story(s) else line_path(cried)),
        table("did-not", "d", both, lambda s: "" if is_story(s) else line_path(others)),
        table("dot", "d", both, dot),
        *(_switch(factor.id) for factor in crying_data.crying().factors),
    ]


def _switch(name: str) -> Table:
    return table(f"factor-{name}", "data-on", {name: _SWITCH}, lambda s: s[name])
