"""What a curve is doing: every rule at its edge, and real curves against SciPy's slope."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said import below
from scipy.interpolate import PchipInterpolator
from strategies import curves

from course_lib.frame.pchip_model import Curve
from course_lib.hormones.regions_model import FALLS, RISES, Region, region


@dataclass
class Seen:
    """A stand-in for a curve: its landmarks, and what it is doing at the place asked about."""

    ys: tuple
    here: float
    steep: float
    xs: tuple = (0, 1, 2, 3)

    @property
    def end(self):
        return self.xs[-1]

    def level(self, _):
        return self.here

    def slope(self, _):
        return self.steep


HILL = (0.5, 1, 0, 0.5)  # begins in the middle; its range is 1
UP, DOWN = (0, 0.3, 0.6, 1), (1, 0.6, 0.3, 0)

CASES = [
    # Within 8 % of the range from the top or the bottom.
    (HILL, 0.92, 0, "highest"),
    (HILL, 0.92, 5, "highest"),
    (HILL, 0.92, -5, "highest"),
    (HILL, 0.9199, 0, "still_high"),
    (HILL, 0.08, 0, "lowest"),
    (HILL, 0.08, 5, "lowest"),
    (HILL, 0.08, -5, "lowest"),
    (HILL, 0.0801, 0, "below"),
    # A line that begins at its highest or lowest is at its start there.
    (UP, 0.05, 0, "start"),
    (DOWN, 0.95, 0, "start"),
    ((0.1, 1, 0, 0), 0.05, 0, "start"),
    ((0.11, 1, 1, 0), 0.05, 0, "lowest"),
    # Within 10 % of the range from the start.
    (UP, 0.1, 1, "start"),
    (UP, 0.11, 0, "still_high"),
    (HILL, 0.41, 1, "start"),
    (HILL, 0.39, 1, "rising_quickly"),
    # How quick: more than 60 % of the range on one unit of the axis.
    (HILL, 0.7, 0.61, "rising_quickly"),
    (HILL, 0.7, 0.6, "rising"),
    (HILL, 0.3, 0.01, "rising"),
    (HILL, 0.7, 0, "still_high"),
    (HILL, 0.3, 0, "below"),
    (HILL, 0.3, -0.01, "falling"),
    (HILL, 0.3, -0.59, "falling"),
    (HILL, 0.3, -0.6, "falling_quickly"),
    # Slowly down, and still more than 40 % above the start.
    (UP, 0.41, -0.01, "still_high"),
    (UP, 0.4, -0.01, "falling"),
    (UP, 0.5, -0.59, "still_high"),
    (UP, 0.5, -0.6, "falling_quickly"),
    # Shares are of the curve's own range, here of one half and of two.
    ((0.25, 0.5, 0, 0), 0.35, 0.31, "rising_quickly"),
    ((0.25, 0.5, 0, 0), 0.35, 0.29, "rising"),
    ((0, 1, 2, 0), 0.5, 1.19, "rising"),
    ((0, 1, 2, 0), 0.5, 1.21, "rising_quickly"),
    ((0, 1, 2, 0), 0.81, -0.1, "still_high"),
    ((0, 1, 2, 0), 0.79, -0.1, "falling"),
    ((0, 1, 2, 0), 1.84, 0, "highest"),
    ((2, 1, 0, 2), 0.16, 0, "lowest"),
    ((2, 1, 0, 2), 0.17, 0, "below"),
    ((1.9, 2, 0, 0), 1.85, 0, "highest"),
    ((0.1, 2, 0, 0), 0.05, 0, "start"),
    # Less than 2 % of the lane is no change.
    ((0.5, 0.519), 0.5, 1, "steady"),
    ((0, 0.02), 0.01, 1, "rising_quickly"),
]


@pytest.mark.parametrize(("ys", "level", "slope", "wanted"), CASES)
def test_each_rule_holds_up_to_its_edge(ys, level, slope, wanted):
    xs = tuple(range(len(ys)))
    assert region(Seen(ys, level, slope, xs), 0.5) is Region(wanted)


@pytest.mark.parametrize(
    ("ys", "level", "slope", "wanted"),
    [
        # It ends while it rises or falls: nobody saw the top or the bottom.
        (HILL, 0.95, 0.1, "rising"),
        (HILL, 0.95, -0.1, "highest"),
        (HILL, 0.95, 0, "highest"),
        (HILL, 0.05, -0.1, "falling"),
        (HILL, 0.05, 0.1, "lowest"),
        (HILL, 0.05, 0, "lowest"),
    ],
)
def test_a_line_that_ends_while_it_moves_has_no_top_and_no_bottom(ys, level, slope, wanted):
    assert region(Seen(ys, level, slope), 3) is Region(wanted)


def test_beyond_the_end_and_without_a_line_nobody_knows():
    assert region(None, 0) is Region.UNKNOWN
    assert region(Seen(HILL, 0.5, 0), 3.001) is Region.UNKNOWN
    assert region(Seen(HILL, 0.95, 0), 3) is not Region.UNKNOWN
    assert region(Seen(HILL, 0.95, 0), -0.001) is Region.UNKNOWN
    assert region(Seen(HILL, 0.95, 0), 0) is not Region.UNKNOWN


@pytest.mark.parametrize(
    ("ys", "x", "wanted"),
    [
        ((0.5, 1, 0.5, 1), 2.5, "back_down"),
        ((0.5, 0, 0.5, 0), 2.5, "back_up"),
        # The last landmark that was away decides.
        ((0.5, 1, 0, 0.5), 3, "back_up"),
        ((0.5, 0, 1, 0.5), 3, "back_down"),
        # Only landmarks before this place, and only those that were away.
        ((0.5, 1, 0.5, 0), 1, "start"),
        ((0.5, 1, 0.5, 0), 1.01, "back_down"),
        ((0, 0.1, 1, 0), 1.5, "start"),
        ((0, 0.11, 1, 0), 1.5, "back_down"),
        ((0, 0.2, 2, 0), 1.5, "start"),
        ((0, 0.22, 2, 0), 1.5, "back_down"),
    ],
)
def test_near_the_start_it_is_told_from_where_the_line_came_back(ys, x, wanted):
    assert region(Seen(ys, ys[0], 0.1), x) is Region(wanted)


@given(curves(), st.floats(0, 1))
def test_words_of_movement_agree_with_the_slope_of_scipys_curve(curve, share):
    x = min(curve.xs[0] + share * (curve.end - curve.xs[0]), curve.end)
    doing, theirs = region(curve, x), PchipInterpolator(curve.xs, curve.ys)
    span = max(curve.ys) - min(curve.ys)
    if span < 0.02:
        assert doing is Region.STEADY
        return
    slope, almost = float(theirs(x, 1)) / span, 1e-6
    if doing in RISES:
        assert slope > -almost
    if doing in FALLS:
        assert slope < almost
    if doing in (Region.RISING_QUICKLY, Region.FALLING_QUICKLY):
        assert abs(slope) > 0.6 - almost
    if doing in (Region.RISING, Region.FALLING):
        assert abs(slope) < 0.6 + almost


def test_a_straight_line_rises_quickly_or_not_by_its_length_alone():
    assert region(Curve((0, 1.6), (0, 1)), 0.8) is Region.RISING_QUICKLY
    assert region(Curve((0, 1.7), (0, 1)), 0.85) is Region.RISING
    assert region(Curve((0, 1.6), (0.3, 0.1)), 0.8) is Region.FALLING_QUICKLY
    assert region(Curve((0, 1.7), (0.3, 0.1)), 0.85) is Region.FALLING


def test_rises_and_falls_and_words_for_all():
    assert {each.value for each in RISES} == {"rising", "rising_quickly"}
    assert {each.value for each in FALLS} == {"falling", "falling_quickly"}
    assert {each.value for each in Region} == below("regions")
