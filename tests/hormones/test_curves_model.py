"""Which curve a substance has, for invented substances worked out on paper."""

import pytest
from invented import TIMELINE, substance, told

from course_lib.evidence.bases_data import Basis
from course_lib.frame.lens_model import Lens
from course_lib.hormones.curves_model import BAND, Peak, Person, Side, band, curve, gaps
from course_lib.hormones.substances_data import Certainty

LEVELS = [0.5, 0.9, 0.3, 0.5]


def test_the_measured_line_goes_through_the_levels_at_the_landmarks():
    found = curve(substance(levels=LEVELS), TIMELINE)
    assert found.xs == (0, 1, 2, 3.5)
    assert found.ys == tuple(LEVELS)
    assert [found.level(x) for x in found.xs] == pytest.approx(LEVELS)


@pytest.mark.parametrize(
    ("kind", "xs", "ys"),
    [
        ({}, (0, 1, 2, 3.5), (0.5, 0.9, 0.3, 0.5)),
        ({"peak": Peak.WITHOUT}, (0, 1), (0.4, 0.6)),
        ({"lens": Lens.STORY}, (0, 1, 2, 3.5), (0.1, 1, 1, 0)),
        # The story knows no differences between people.
        ({"lens": Lens.STORY, "person": Person.LARGE}, (0, 1, 2, 3.5), (0.1, 1, 1, 0)),
    ],
)
def test_each_state_has_its_own_levels(kind, xs, ys):
    made = substance(levels=LEVELS, levels_without_orgasm=[0.4, 0.6], story=told([0.1, 1, 1, 0]))
    found = curve(made, TIMELINE, **kind)
    assert (found.xs, found.ys) == (xs, ys)


def test_where_nothing_is_known_nothing_is_drawn():
    made = substance(levels=LEVELS, levels_without_orgasm=[], story=told([]))
    for kind in ({"lens": Lens.STORY}, {"peak": Peak.WITHOUT}):
        assert curve(made, TIMELINE, **kind) is None
        assert band(made, TIMELINE, **kind) is None
    silent = substance(levels=LEVELS, story=told([0.1, 1, 1, 0]))
    assert curve(silent, TIMELINE, lens=Lens.STORY, peak=Peak.WITHOUT) is None
    unmeasured = substance(levels=LEVELS, basis=Basis.NOT_MEASURED)
    assert curve(unmeasured, TIMELINE) is None
    assert band(unmeasured, TIMELINE) is None


# Each certainty with half the height of its band, as the figures' key explains them.
HALVES = {"narrow": 0.06, "medium": 0.11, "wide": 0.17, "very_wide": 0.24}


@pytest.mark.parametrize(("name", "half"), HALVES.items())
def test_the_band_reaches_as_far_up_as_down_and_never_out_of_its_lane(name, half):
    made = substance(levels=[0.05, 0.5, 0.97], certainty=Certainty(name))
    lower, upper = band(made, TIMELINE)
    assert lower.xs == upper.xs == (0, 1, 2)
    assert lower.ys == pytest.approx((0, 0.5 - half, 0.97 - half))
    assert upper.ys == pytest.approx((0.05 + half, 0.5 + half, 1))
    assert BAND[Certainty(name)] == half
    assert band(made, TIMELINE, lens=Lens.STORY) is None


def test_the_story_has_no_band_even_where_it_has_levels():
    assert band(substance(story=told(LEVELS)), TIMELINE, lens=Lens.STORY) is None


@pytest.mark.parametrize(
    ("levels", "certainty", "small", "large"),
    [
        # The largest change is 0.4 and the band reaches 0.06: 15 % less, or more, of each.
        ([0.5, 0.9, 0.3], "narrow", [0.5, 0.84, 0.33], [0.5, 0.96, 0.27]),
        # The largest change may also be downwards: 0.2, with 0.06 of it.
        ([0.5, 0.3, 0.6], "narrow", [0.5, 0.36, 0.57], [0.5, 0.24, 0.63]),
        # At most four fifths of a change are taken away or added: here of 0.05.
        ([0.5, 0.55], "very_wide", [0.5, 0.51], [0.5, 0.59]),
        # Nobody leaves the lane: 0.98 + 0.06 and 0.02 - 0.06 would.
        ([0.1, 0.98], "narrow", [0.1, 0.92], [0.1, 1]),
        ([0.9, 0.02], "narrow", [0.9, 0.08], [0.9, 0]),
        ([0.3, 0.3], "medium", [0.3, 0.3], [0.3, 0.3]),
    ],
)
def test_people_differ_by_the_height_of_the_band(levels, certainty, small, large):
    made = substance(levels=levels, certainty=Certainty(certainty))
    wanted = {Person.SMALL: small, Person.TYPICAL: levels, Person.LARGE: large}
    for person, ys in wanted.items():
        assert curve(made, TIMELINE, person=person).ys == pytest.approx(ys)


def test_states_are_named_as_the_views_name_them():
    assert [peak.value for peak in Peak] == ["with_orgasm", "without_orgasm"]
    assert [person.value for person in Person] == ["small", "typical", "large"]


def test_a_line_may_begin_late_and_end_early_and_its_gaps_are_told():
    made = substance(levels=[0.9, 0.3], levels_from=0, levels_without_orgasm=[0.4, 0.6])
    found = curve(made, TIMELINE)
    assert (found.xs, found.ys) == ((1, 2), (0.9, 0.3))
    assert [edge.xs for edge in band(made, TIMELINE)] == [(1, 2), (1, 2)]
    assert gaps(made, TIMELINE, Peak.WITH) == {Side.BEFORE: (0, 1), Side.AFTER: (2, 3.5)}
    # The story, and the line without orgasm, begin where the timeline does.
    assert curve(made, TIMELINE, peak=Peak.WITHOUT).xs == (0, 1)
    assert gaps(made, TIMELINE, Peak.WITHOUT) == {Side.AFTER: (1, 3.5)}
    told_all = substance(levels=[0.9, 0.3], levels_from=0, story=told([0.1, 1, 1, 0]))
    assert curve(told_all, TIMELINE, lens=Lens.STORY).xs == (0, 1, 2, 3.5)
    assert gaps(substance(levels=LEVELS), TIMELINE, Peak.WITH) == {}
    assert gaps(substance(levels=[]), TIMELINE, Peak.WITH) == {}
