"""One sentence for each lane: for each kind of state, the phrase that a person would choose."""

import msgspec
import pytest
from invented import TIMELINE, substance, told
from said import said

from course_lib.evidence.bases_data import Basis
from course_lib.frame.lens_model import Lens
from course_lib.hormones import substances_data
from course_lib.hormones.curves_model import Peak, Person, curve
from course_lib.hormones.lanes_words import (
    lane_sentence,
    opening,
    panel_sentence,
    stop_label,
    title,
)

STOP = substances_data.timeline().stops[0]
MADE = substance(
    name="Cocoa",
    basis=Basis.MALE_RATS,
    measured_short="brain, male rats",
    levels=[0.2, 0.2, 0.9, 0.2],
    levels_without_orgasm=[0.2, 0.2],
    story=told([0.1, 0.9, 0.1, 0.1], says="It is sweet."),
    plain="It goes up and down. What it does in the brain is not known.",
)
WITH, WITHOUT = Peak.WITH, Peak.WITHOUT
RATS = "brain, male rats"


def sentence(made, minute, lens, peak, **more):
    line = curve(made, TIMELINE, lens=lens, peak=peak, **more)
    return lane_sentence(made, line, TIMELINE.place(minute), lens=lens, peak=peak)


@pytest.mark.parametrize(
    ("minute", "region"),
    [(-10, "start"), (20, "highest"), (60, "back_down"), (10, "rising_quickly")],
)
def test_a_measured_lane_says_where_it_was_measured_and_what_it_does(minute, region):
    doing = said(f"regions.{region}")
    wanted = said("timeline.lane_measured", name="Cocoa", basis=RATS, region=doing)
    assert sentence(MADE, minute, Lens.MEASURED, WITH) == wanted


def test_the_person_is_heeded():
    # In a person with a small response the line stays within 2 % of the lane: no change.
    weak = msgspec.structs.replace(MADE, levels=[0.5, 0.55, 0.5, 0.5])
    steady = said("timeline.lane_measured", name="Cocoa", basis=RATS, region=said("regions.steady"))
    assert sentence(weak, 0, Lens.MEASURED, WITH, person=Person.SMALL) == steady
    assert sentence(weak, 0, Lens.MEASURED, WITH) != steady


def test_past_the_end_of_a_line_nothing_is_known():
    beyond = said("timeline.lane_beyond", name="Cocoa")
    assert sentence(MADE, 20, Lens.MEASURED, WITHOUT) == beyond
    late = msgspec.structs.replace(MADE, levels=[0.9, 0.2], levels_from=20)
    before = said("timeline.lane_before", name="Cocoa")
    assert [sentence(late, each, Lens.MEASURED, WITH) == before for each in (0, 20)] == [
        True,
        False,
    ]
    short = msgspec.structs.replace(MADE, levels=[0.2, 0.9])
    assert sentence(short, 20, Lens.MEASURED, WITH) == said(
        "timeline.lane_beyond_with", name="Cocoa"
    )


def test_without_a_measurement_there_is_no_line():
    nothing = msgspec.structs.replace(MADE, basis=Basis.NOT_MEASURED)
    wanted = said("timeline.lane_unmeasured", name="Cocoa")
    for peak in Peak:
        assert sentence(nothing, 0, Lens.MEASURED, peak) == wanted


def test_the_story_tells_a_line_or_a_sentence_or_nothing():
    told_line = said("timeline.lane_story", name="Cocoa", region=said("regions.highest"))
    assert sentence(MADE, 0, Lens.STORY, WITH) == told_line
    silent = msgspec.structs.replace(MADE, story=told([], says="It is sweet."))
    wanted = said("timeline.lane_story_silent", name="Cocoa", says="It is sweet.")
    assert sentence(silent, 0, Lens.STORY, WITH) == wanted
    for made in (MADE, silent):
        nothing = said("timeline.lane_story_without", name="Cocoa")
        assert sentence(made, 0, Lens.STORY, WITHOUT) == nothing


def test_a_small_picture_says_it_all_in_one_sentence():
    measured = said("multiples.sentence", name="Cocoa", basis=RATS, summary="It goes up and down.")
    assert panel_sentence(MADE, Lens.MEASURED, WITH) == measured
    beyond = said("multiples.beyond_sentence", name="Cocoa")
    assert panel_sentence(MADE, Lens.MEASURED, WITHOUT) == beyond
    whole = msgspec.structs.replace(MADE, levels_without_orgasm=[0.2] * 4)
    flat = said("multiples.flat_without_sentence", name="Cocoa", basis=RATS)
    assert panel_sentence(whole, Lens.MEASURED, WITHOUT) == flat
    nothing = msgspec.structs.replace(MADE, basis=Basis.NOT_MEASURED)
    unmeasured = said("multiples.unmeasured_sentence", name="Cocoa")
    assert panel_sentence(nothing, Lens.MEASURED, WITH) == unmeasured
    undrawn = msgspec.structs.replace(MADE, levels_without_orgasm=[])
    assert panel_sentence(undrawn, Lens.MEASURED, WITHOUT) == unmeasured
    assert panel_sentence(undrawn, Lens.MEASURED, WITH) == measured
    story = said("multiples.story_sentence", name="Cocoa", says="It is sweet.")
    assert panel_sentence(MADE, Lens.STORY, WITH) == story
    without = said("timeline.lane_story_without", name="Cocoa")
    assert panel_sentence(MADE, Lens.STORY, WITHOUT) == without


def test_titles_openings_and_labels_follow_the_state():
    for lens in Lens:
        assert title("timeline", lens, WITH) == said(f"timeline.title_{lens.value}")
        assert title("timeline", lens, WITHOUT) == said(f"timeline.title_{lens.value}_without")
    stop = msgspec.structs.replace(
        STOP, label="A", opening="B", label_without_orgasm="C", opening_without_orgasm="D"
    )
    assert (stop_label(stop, WITH), opening(stop, WITH)) == ("A", "B")
    assert (stop_label(stop, WITHOUT), opening(stop, WITHOUT)) == ("C", "D")
