"""Hormones, messengers and body signals, and the timeline that their curves share."""

from __future__ import annotations

from enum import Enum
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, field

from course_lib.evidence.bases_data import Basis
from course_lib.frame.colour_model import CONTRAST, alike, contrast, faint_on
from course_lib.frame.fields import (
    ClaimId,
    EntryId,
    Level,
    PhaseId,
    ReferenceKey,
    Sentence,
    Strict,
    SubstanceId,
)
from course_lib.frame.load import ContentError, load_struct, load_table, loader
from course_lib.frame.palette import named

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = "substances.toml"


class Certainty(Enum):
    """How much is known about a curve; it decides how wide its band is."""

    NARROW = "narrow"
    MEDIUM = "medium"
    WIDE = "wide"
    VERY_WIDE = "very_wide"


class Saying(Strict, frozen=True):
    """A popular sentence to avoid, and why."""

    say: Sentence
    because: Sentence


class Phase(Strict, frozen=True):
    """A part of the timeline. ``start`` and ``end`` in minutes from orgasm."""

    id: PhaseId
    label: Sentence
    short: Sentence
    start: float
    end: float
    width: Annotated[float, Meta(gt=0)]


class Stop(Strict, frozen=True):
    """A named place on the timeline. ``minute`` is relative to orgasm."""

    id: EntryId
    label: Sentence
    opening: Sentence
    label_without_orgasm: Sentence
    opening_without_orgasm: Sentence
    phase: PhaseId
    minute: float


class TimelineData(Strict, frozen=True):
    """``phases.toml``: the timeline that every curve shares."""

    landmarks: Annotated[list[float], Meta(min_length=2)]
    phases: Annotated[list[Phase], Meta(min_length=1)]
    stops: list[Stop]


class PhaseWords(Strict, frozen=True):
    """What was seen in each phase, in a learner's words; left out where nothing is known."""

    arousal: Sentence = ""
    plateau: Sentence = ""
    orgasm: Sentence = ""
    first_minutes: Sentence = ""
    first_hour: Sentence = ""


class Story(Strict, frozen=True):
    """The article's version. ``levels`` is empty where it gives no direction."""

    says: Sentence
    levels: list[Level] = field(default_factory=list)


#: How many letters there is room for beside a lane and above a small picture.
LABEL = 24

#: A colour as web pages write it.
Colour = Annotated[str, Meta(pattern=r"^#[0-9a-f]{6}\Z", examples=["#1387dc"])]


class Substance(Strict, frozen=True, kw_only=True):
    """A hormone, messenger or body signal, and what is known of its curve.

    ``levels`` are arbitrary (direction only), one for each landmark of the
    timeline; empty when nothing was measured. They begin at the landmark
    ``levels_from``, and stop early where nobody has looked further, as
    ``levels_without_orgasm`` do. None stands in a phase without words.
    ``measured_short`` stands beside the lane. ``body_lane`` is its place in the body timeline,
    from the top; 0 where another picture shows it.
    """

    id: SubstanceId
    name: Sentence
    short: Sentence
    kind: Sentence
    group: Literal["substance", "body_signal"]
    body_lane: Annotated[int, Meta(ge=0)] | None = None
    colour: Colour
    basis: Basis
    certainty: Certainty
    measured_where: Sentence
    measured_in: Sentence
    measured_short: Annotated[Sentence, Meta(max_length=LABEL)]
    role: Sentence
    plain: Sentence
    time_course: Sentence
    strength: Sentence
    phases: PhaseWords
    levels: list[Level] = field(default_factory=list)
    levels_from: float | None = None
    levels_without_orgasm: list[Level] = field(default_factory=list)
    unknown_note: str = ""
    story: Story
    avoid: list[Saying]
    refs: Annotated[list[ReferenceKey], Meta(min_length=1)]
    claims: list[ClaimId]

    @property
    def paint(self) -> str:
        """The colour as a CSS variable that a theme can set, with the colour to fall back on."""
        return named(self.id, self.colour)

    def first(self, landmarks: Sequence[float]) -> int:
        """Return which landmark the measured line begins at."""
        return 0 if self.levels_from is None else landmarks.index(self.levels_from)


def timeline_substances() -> list[Substance]:
    """Return the substances that have a lane in the hormone timeline, in order."""
    return [entry for entry in substances().values() if entry.group == "substance"]


def body_signals() -> list[Substance]:
    """Return what has a lane in the body timeline, from top to bottom."""
    lanes = [entry for entry in substances().values() if entry.body_lane]
    return sorted(lanes, key=lambda entry: entry.body_lane or 0)


@loader(_FILE)
def substances() -> dict[str, Substance]:
    """Return the hormones, messengers and body signals by id."""
    entries = load_table(_FILE, "substances", Substance)
    for entry in entries:
        _check_levels(entry, timeline())
    _check_colours(entries)
    _check_lanes(entries)
    return {entry.id: entry for entry in entries}


def _check_levels(entry: Substance, timeline: TimelineData) -> None:
    landmarks = timeline.landmarks
    wanted, where = len(landmarks), f"data/{_FILE}, entry {entry.id}, field"
    if entry.levels_from is not None and entry.levels_from not in landmarks:
        raise ContentError(
            f"{where} 'levels_from': {entry.levels_from:g} is no landmark. Write one of "
            f"phases.toml: {', '.join(f'{each:g}' for each in landmarks)}."
        )
    lines = {"levels": entry.first(landmarks), "levels_without_orgasm": 0}
    for name, first in lines.items():
        found = len(getattr(entry, name))
        whole = found == wanted and not first
        in_part = 0 < found <= wanted - first and entry.unknown_note
        if found and not whole and not in_part:
            raise ContentError(
                f"{where} {name!r}: {found} levels, but "
                f"phases.toml has {wanted} landmarks. Give one level for each landmark, or "
                "fewer and say in 'unknown_note' what is not known."
            )
        if found:
            _check_known(entry, timeline, name, landmarks[first], landmarks[first + found - 1])
    if len(entry.story.levels) not in (0, wanted):
        raise ContentError(
            f"{where} 'story.levels': give {wanted} levels "
            "(one for each landmark in phases.toml) or none."
        )


def _check_known(
    entry: Substance, timeline: TimelineData, name: str, start: float, end: float
) -> None:
    """Raise `ContentError` for a line in a phase of which the card knows nothing."""
    for phase in timeline.phases:
        silent = not getattr(entry.phases, phase.id)
        if silent and start < phase.end and end > phase.start:
            raise ContentError(
                f"data/{_FILE}, entry {entry.id}, field {name!r}: the line runs through "
                f"{phase.id!r}, of which 'phases' says nothing. Say there what was measured, or "
                "let the line begin later ('levels_from') or end earlier."
            )


def _check_colours(entries: list[Substance]) -> None:
    """Raise `ContentError` for a colour that is hard to see, or to tell from its neighbours."""
    for entry in entries:
        where = f"data/{_FILE}, entry {entry.id}, field 'colour'"
        for page in faint_on(entry.colour):
            raise ContentError(
                f"{where}: {entry.colour} is hard to see on a page coloured {page} "
                f"({contrast(entry.colour, page):.1f}:1). Choose a colour of middle lightness, "
                f"with at least {CONTRAST:.0f}:1 on light and dark pages."
            )
    for one, other in combinations(entries, 2):
        for eyes in alike(one.colour, other.colour) if one.group == other.group else ():
            raise ContentError(
                f"data/{_FILE}, entry {other.id}, field 'colour': {other.colour} is too close to "
                f"{one.colour} of {one.id} for {eyes} eyes. Choose a colour that differs more."
            )


def _check_lanes(entries: list[Substance]) -> None:
    """Raise `ContentError` for a body signal that no figure would show, or a place taken twice."""
    lanes = [entry for entry in entries if entry.body_lane]
    for entry in entries:
        where = f"data/{_FILE}, entry {entry.id}, field 'body_lane'"
        if entry.group == "body_signal" and entry.body_lane is None:
            raise ContentError(
                f"{where}: no figure would show this signal. Give its place in the body timeline, "
                f"such as {len(lanes) + 1}, or 0 if another picture shows it."
            )
        same = [each.id for each in lanes if each.body_lane == entry.body_lane]
        if len(same) > 1:
            raise ContentError(
                f"{where}: {' and '.join(same)} both have the place {entry.body_lane}. Give each "
                "its own, counted from the top."
            )


@loader("phases.toml")
def timeline() -> TimelineData:
    """Return phases, landmarks and stops of the timeline.

    Raises
    ------
    ContentError
        Also for landmarks out of order, phases with a gap, and a stop outside its phase.
    """
    found = load_struct("phases.toml", TimelineData)
    marks = found.landmarks
    for before, after in pairwise(marks):
        if before >= after:
            raise ContentError(
                f"data/phases.toml, field 'landmarks': {after:g} stands behind {before:g}. Order "
                "them from the earliest to the latest, each once."
            )
    ends = [marks[0], *(phase.end for phase in found.phases)]
    for phase, begins in zip(found.phases, ends, strict=False):
        if phase.start != begins or phase.end <= phase.start:
            raise ContentError(
                f"data/phases.toml, entry {phase.id}, field 'start': it goes from "
                f"{phase.start:g} to {phase.end:g}, and the timeline is filled up to {begins:g}. "
                f"Begin it at {begins:g}, and end it later."
            )
    if ends[-1] != marks[-1]:
        raise ContentError(
            f"data/phases.toml, entry {found.phases[-1].id}, field 'end': it is {ends[-1]:g}, and "
            f"the last landmark {marks[-1]:g}. Give both the same."
        )
    spans = {phase.id: (phase.start, phase.end) for phase in found.phases}
    for stop in found.stops:
        start, end = spans[stop.phase]
        if not start <= stop.minute <= end:
            raise ContentError(
                f"data/phases.toml, entry {stop.id}, field 'minute': {stop.minute:g} lies outside "
                f"of {stop.phase!r}. Give a minute from {start:g} to {end:g}."
            )
    return found
