"""Say what the hormone figures show: one sentence for each lane and state.

The same sentences are the caption, the screen reader's text, the notebook's
stored text output and the facilitator's script.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course_lib.evidence.bases_data import Basis
from course_lib.frame.lens_model import Lens
from course_lib.frame.phrases import phrase
from course_lib.hormones.curves_model import Peak
from course_lib.hormones.regions_model import Region, region

if TYPE_CHECKING:
    from course_lib.frame.pchip_model import Curve
    from course_lib.hormones.substances_data import Stop, Substance


def title(figure: str, lens: Lens, peak: Peak) -> str:
    """Return the figure's message for the lens and with or without orgasm."""
    ending = "" if peak is Peak.WITH else "_without"
    return phrase(f"{figure}.title_{lens.value}{ending}")


def opening(stop: Stop, peak: Peak) -> str:
    """Return how a description begins: the time it speaks of."""
    return stop.opening if peak is Peak.WITH else stop.opening_without_orgasm


def stop_label(stop: Stop, peak: Peak) -> str:
    """Return a stop's name, as a slider says it."""
    return stop.label if peak is Peak.WITH else stop.label_without_orgasm


def lane_sentence(
    substance: Substance, found: Curve | None, place: float, *, lens: Lens, peak: Peak
) -> str:
    """Say what one substance does at a place of its line, if it has one, and where measured."""
    name = substance.name
    doing = region(found, place)
    if lens is Lens.STORY:
        if peak is Peak.WITHOUT:
            return phrase("timeline.lane_story_without", name=name)
        if found is None:
            return phrase("timeline.lane_story_silent", name=name, says=substance.story.says)
        return phrase("timeline.lane_story", name=name, region=phrase(f"regions.{doing.value}"))
    if found is None:
        return phrase("timeline.lane_unmeasured", name=name)
    if doing is Region.UNKNOWN:
        ending = "beyond" if peak is Peak.WITHOUT else "beyond_with"
        early = place < found.xs[0]
        return phrase(f"timeline.lane_{'before' if early else ending}", name=name)
    return phrase(
        "timeline.lane_measured",
        name=name,
        basis=substance.measured_short,
        region=phrase(f"regions.{doing.value}"),
    )


def panel_sentence(substance: Substance, lens: Lens, peak: Peak) -> str:
    """Say what one small multiple shows, over the whole timeline."""
    name = substance.name
    if lens is Lens.STORY:
        if peak is Peak.WITHOUT:
            return phrase("timeline.lane_story_without", name=name)
        return phrase("multiples.story_sentence", name=name, says=substance.story.says)
    drawn = substance.levels if peak is Peak.WITH else substance.levels_without_orgasm
    if substance.basis is Basis.NOT_MEASURED or not drawn:
        return phrase("multiples.unmeasured_sentence", name=name)
    basis = substance.measured_short
    if peak is Peak.WITH:
        summary = first_sentence(substance.plain)
        return phrase("multiples.sentence", name=name, basis=basis, summary=summary)
    if len(substance.levels_without_orgasm) < len(substance.levels):
        return phrase("multiples.beyond_sentence", name=name)
    return phrase("multiples.flat_without_sentence", name=name, basis=basis)


def first_sentence(text: str) -> str:
    """Return what stands before the first full stop that ends a sentence, with it."""
    return re.split(r"(?<=[.!?]) ", text, maxsplit=1)[0]
