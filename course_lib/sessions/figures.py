"""The figures that have a form for the stage, with what a step may set and what is said below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from course_lib.evidence.claim_age import ClaimTimeline
from course_lib.frame.lens_model import LENSES
from course_lib.frame.load import UnknownNameError
from course_lib.frame.phrases import phrase
from course_lib.frame.tables import Table
from course_lib.hormones.hormones import BodyTimeline, HormoneTimeline
from course_lib.hormones.lens_tutorial import LensTutorial
from course_lib.hormones.seesaw import NervousSystemSeesaw
from course_lib.pictures.crying import DoesCryingHelp
from course_lib.pictures.jug import LoadAndCapacity
from course_lib.surveys.answered import WhoAnswered
from course_lib.surveys.correlation import CorrelationMachine
from course_lib.surveys.hundred import HundredPeople

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course_lib.frame.player import Player, StopTrait

#: More lanes cannot be read from the back of a room.
MOST_LANES = 2


@dataclass(frozen=True)
class Staged:
    """A figure on the stage: its controls with the phrase that names each, and its sentences.

    ``values`` says how the values of its sliders are named, where no part of the lesson does.
    """

    made: type[Player]
    controls: dict[str, str]
    says: tuple[str, ...]
    lens: str = "lens.{}"
    values: str = ""

    def versions(self) -> dict[str, str]:
        """Return the names of the versions between which its lens switches."""
        return {lens: phrase(self.lens.format(lens)) for lens in reversed(LENSES)}

    def named_values(self) -> list[Table]:
        """Return what each slider says beside itself, if the lesson's figure does not."""
        found = []
        for name in self.controls if self.values else ():
            names = {each: phrase(self.values.format(name, each)) for each in self._names(name)}
            for part, attribute in (("label", "text"), ("control", "aria-valuetext")):
                found.append(Table(f"{name}-{part}", attribute, (name,), names))
        return found

    def _names(self, control: str) -> list[str]:
        return list(getattr(self.made, control).names)


_LENS = {"lens": "lens.question"}
_TIME = {**_LENS, "stop": "phases.question"}
#: Each figure by its name, with its controls in their order.
STAGED = {
    staged.made.__name__: staged
    for staged in (
        Staged(HormoneTimeline, _TIME, ("opening",)),
        Staged(BodyTimeline, _TIME, ("opening",)),
        Staged(HundredPeople, {"row": "hundred.slider"}, ("says",)),
        Staged(LensTutorial, {**_LENS, "step": "lens_tutorial.slider"}, ("news", "grade", "drawn")),
        Staged(NervousSystemSeesaw, _TIME, ("opening", "sentence-beam")),
        Staged(DoesCryingHelp, _TIME, ("opening", "cried", "did-not-says")),
        Staged(
            LoadAndCapacity,
            {**_LENS, "load": "jug.load", "size": "jug.size"},
            ("says",),
            lens="jug.lens_{}",
        ),
        Staged(ClaimTimeline, {"stop": "claim_age.slider"}, ("opening", "says")),
        Staged(CorrelationMachine, {"steady": "correlation.question"}, ("opening", "says", "why")),
        Staged(
            WhoAnswered,
            {name: f"answered.stage_{name}" for name in ("truth", "answering", "asked")},
            ("opening", "spread", "holding"),
            values="answered.stage_{}_{}",
        ),
    )
}
#: The class of each figure by its name.
FIGURES: dict[str, type[Player]] = {name: staged.made for name, staged in STAGED.items()}


def look_up(
    figure: str, options: Mapping[str, Sequence[str]], states: Sequence[Mapping[str, str]]
) -> None:
    """Raise `UnknownNameError` for a lane, a name or a value that the figure does not have."""
    made = FIGURES[figure]
    if set(options) - {"shown"}:
        raise UnknownNameError("option", ", ".join(options), ["shown"])
    lanes = [each.id for each in made.lanes()] if hasattr(made, "lanes") else []
    shown = options.get("shown", ())
    for lane in shown:
        if lane not in lanes:
            raise UnknownNameError("lane", lane, lanes)
    if lanes and not 1 <= len(shown) <= MOST_LANES:
        raise UnknownNameError("number of lanes", len(shown), ["1", str(MOST_LANES)])
    controls = STAGED[figure].controls
    for state in states:
        if set(state) != set(controls):
            raise UnknownNameError("state", ", ".join(state), [", ".join(controls)])
        for name, value in state.items():
            cast("StopTrait", getattr(made, name)).validate(None, value)
