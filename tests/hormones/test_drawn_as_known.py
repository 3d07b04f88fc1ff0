"""A lane is drawn as far as its card says that something is known, and says where that ends."""

import re
from itertools import pairwise

import pytest

from course_lib import SmallMultiples, SubstanceCards
from course_lib.frame import scenes
from course_lib.frame.phrases import phrase
from course_lib.hormones import substances_data
from course_lib.hormones.curves_model import Peak, band, curve
from course_lib.hormones.regions_model import Region, region
from course_lib.hormones.timeline_model import Timeline

TIMELINE = Timeline(substances_data.timeline())
EVERY = list(substances_data.substances().values())
LANES = substances_data.timeline_substances()
UNKNOWN = re.compile(r"unknown\b(?!;)|not known\b")


def said_of(substance, phase):
    return getattr(substance.phases, phase) or phrase("cards.phase_unknown")


@pytest.mark.parametrize("peak", list(Peak), ids=lambda each: each.value)
@pytest.mark.parametrize("substance", EVERY, ids=lambda each: each.id)
def test_no_measured_line_and_no_band_where_the_card_says_unknown(substance, peak):
    line, edges = curve(substance, TIMELINE, peak=peak), band(substance, TIMELINE, peak=peak)
    for phase, left, right in TIMELINE.spans():
        if not UNKNOWN.match(said_of(substance, phase.id)):
            continue
        for drawn in (line, *(edges or ())):
            assert drawn is None or drawn.end <= left or drawn.xs[0] >= right, phase.id
        assert region(line, (left + right) / 2) is Region.UNKNOWN


def parts_of(markup):
    return dict(re.findall(r'data-part="([\w-]+)"[^>]*>(?:\s*<text[^>]*>)?([^<]*)', markup))


@pytest.mark.parametrize("peak", list(Peak), ids=lambda each: each.value)
@pytest.mark.parametrize("substance", LANES, ids=lambda each: each.id)
def test_where_a_line_has_not_begun_or_ends_the_picture_says_so(substance, peak):
    line, shown = curve(substance, TIMELINE, peak=peak), SmallMultiples(peak=peak.value)
    said = parts_of(shown._static_markup())
    words = phrase("lane_notes.unknown")
    late = line is not None and line.xs[0] > 0
    early = line is not None and line.end < TIMELINE.length
    other = next(each for each in Peak if each is not peak)
    assert (said.get(f"before-{peak.value}-{substance.id}") == words) is late
    assert (said.get(f"after-{peak.value}-{substance.id}") == words) is early
    assert not said.get(f"after-{other.value}-{substance.id}")
    assert bool(said[f"note-{substance.id}"]) is (line is None)
