"""A lane is drawn as far as its card says that something is known, and says where that ends."""

import re

import pytest

from course_lib import SmallMultiples, SubstanceCards
from course_lib.evidence.bases_data import Basis
from course_lib.frame.phrases import phrase
from course_lib.hormones import substances_data
from course_lib.hormones.curves_model import Peak, band, curve
from course_lib.hormones.regions_model import Region, region
from course_lib.hormones.timeline_model import Timeline

TIMELINE = Timeline(substances_data.timeline())
EVERY = list(substances_data.substances().values())
LANES = substances_data.timeline_substances()
#: What may stand beside a lane where there is nothing to draw, and what its card says then.
NOTHING_TO_DRAW = {
    "results not read": "results we could not read",
    "no study found": "found no study",
}
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


@pytest.mark.parametrize("substance", LANES, ids=lambda each: each.id)
def test_what_stands_beside_a_lane_stands_on_its_card(substance):
    where, _, whom = substance.measured_short.partition(", ")
    if substance.basis is Basis.NOT_MEASURED:
        assert substance.measured_short in NOTHING_TO_DRAW
        assert NOTHING_TO_DRAW[substance.measured_short] in substance.measured_where
        return
    assert re.search(rf"\b{where}\b", substance.measured_where, re.IGNORECASE)
    for word in whom.replace("people", "women men").split():
        assert re.search(rf"\b{word}\b", substance.measured_in, re.IGNORECASE), word


def test_a_card_says_not_known_of_a_phase_without_words():
    assert not substances_data.substances()["vasopressin"].phases.plateau
    card = SubstanceCards("vasopressin")._static_markup(slim=True)
    assert f"<li>Plateau: {phrase('cards.phase_unknown')}.</li>" in card
    card = SubstanceCards("serotonin")._static_markup(slim=True)
    assert "Serotonin: brain, male rats" in card


def test_the_small_pictures_have_time_marks_and_no_line_without_a_key():
    measured, story = SmallMultiples(), SmallMultiples(lens="story")
    said = parts_of(measured._static_markup())
    assert [said[f"tick-{each}"] for each in (0, 10, 60)] == ["orgasm", "10 min", "1 hour"]
    drawn = re.compile(r'data-part="story-oxytocin" d="(M?)')
    assert set(drawn.findall(measured._static_markup())) == {""}
    assert set(drawn.findall(story._static_markup())) == {"M"}
    # With a key that says what it is, the story stands behind what was measured.
    assert set(drawn.findall(SubstanceCards("oxytocin")._static_markup())) == {"M"}


@pytest.mark.parametrize("name", ["timeline.reading", "body.reading", "multiples.reading"])
def test_the_band_is_said_to_be_drawn_by_eye(name):
    assert "by eye" in phrase(name)
    assert "not a statistic" in phrase(name)
