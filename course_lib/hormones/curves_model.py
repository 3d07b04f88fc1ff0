"""Which curve a substance has: as told or as measured, with its band.

All levels are arbitrary and show direction only (0 is the bottom of a lane,
1 its top). Each substance is scaled by itself; heights of two substances must
never be compared.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from course_lib.evidence.bases_data import Basis
from course_lib.frame.lens_model import Lens
from course_lib.frame.pchip_model import Curve
from course_lib.hormones.substances_data import Certainty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.hormones.substances_data import Substance
    from course_lib.hormones.timeline_model import Timeline


class Peak(Enum):
    """Whether there is an orgasm on the timeline."""

    WITH = "with_orgasm"
    WITHOUT = "without_orgasm"


class Side(Enum):
    """On which side of a line nothing is known."""

    BEFORE = "before"
    AFTER = "after"


class Person(Enum):
    """How strongly an invented person responds: named stops, never numbers."""

    SMALL = "small"
    TYPICAL = "typical"
    LARGE = "large"


#: Half the height of the band (arbitrary level units): wide where little is known. Chosen by
#: eye, as the figures say: it is no statistic.
BAND = {
    Certainty.NARROW: 0.06,
    Certainty.MEDIUM: 0.11,
    Certainty.WIDE: 0.17,
    Certainty.VERY_WIDE: 0.24,
}


def curve(
    substance: Substance,
    timeline: Timeline,
    *,
    lens: Lens = Lens.MEASURED,
    peak: Peak = Peak.WITH,
    person: Person = Person.TYPICAL,
) -> Curve | None:
    """Return a substance's curve, or ``None`` where there is nothing to draw.

    The story is told for orgasm only and knows no differences between people.
    """
    xs, levels = _placed(substance, timeline, lens, peak)
    if not levels:
        return None
    if lens is Lens.MEASURED:
        levels = _for_person(levels, BAND[substance.certainty], person)
    return _shared(xs, tuple(levels))


def band(
    substance: Substance, timeline: Timeline, *, lens: Lens = Lens.MEASURED, peak: Peak = Peak.WITH
) -> tuple[Curve, Curve] | None:
    """Return the lower and upper edge of how different people might be.

    The story shows no band: it admits no doubt.
    """
    xs, levels = _placed(substance, timeline, lens, peak)
    if not levels or lens is Lens.STORY:
        return None
    half = BAND[substance.certainty]
    lower = _shared(xs, tuple(max(0.0, level - half) for level in levels))
    upper = _shared(xs, tuple(min(1.0, level + half) for level in levels))
    return lower, upper


def gaps(substance: Substance, timeline: Timeline, peak: Peak) -> dict[Side, tuple[float, float]]:
    """Return where, before and after its measured line, nothing is known of a substance.

    A substance without a line has no gaps: nothing is known of it anywhere.
    """
    line = curve(substance, timeline, peak=peak)
    if line is None:
        return {}
    sides = {Side.BEFORE: (0.0, line.xs[0]), Side.AFTER: (line.end, timeline.length)}
    return {side: (left, right) for side, (left, right) in sides.items() if left < right}


def _placed(
    substance: Substance, timeline: Timeline, lens: Lens, peak: Peak
) -> tuple[tuple[float, ...], Sequence[float]]:
    """Return a line's levels, none where there is nothing to draw, and where they stand."""
    first, levels = 0, _levels(substance, lens, peak)
    if lens is Lens.MEASURED and peak is Peak.WITH:
        first = substance.first(timeline.data.landmarks)
    return timeline.landmarks[first : first + len(levels)], levels


def _levels(substance: Substance, lens: Lens, peak: Peak) -> Sequence[float]:
    if lens is Lens.STORY:
        return substance.story.levels if peak is Peak.WITH else ()
    if substance.basis is Basis.NOT_MEASURED:
        return ()
    return substance.levels if peak is Peak.WITH else substance.levels_without_orgasm


def _for_person(levels: Sequence[float], half: float, person: Person) -> list[float]:
    """Scale the change from the start so that the largest shift just stays in the band."""
    start = levels[0]
    change = max(abs(level - start) for level in levels)
    if person is Person.TYPICAL or change == 0:
        return list(levels)
    share = min(half / change, 0.8)
    factor = 1 - share if person is Person.SMALL else 1 + share
    return [min(1.0, max(0.0, start + (level - start) * factor)) for level in levels]


@lru_cache(maxsize=256)
def _shared(xs: tuple[float, ...], ys: tuple[float, ...]) -> Curve:
    """Return the curve through some landmarks, whose slopes are worked out once."""
    return Curve(xs, ys)
