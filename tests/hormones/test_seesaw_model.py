"""The see-saw's lean, worked out on paper from invented levels."""

import pytest
from invented import TIMELINE, substance, told

from course_lib.evidence.bases_data import Basis
from course_lib.frame.lens_model import Lens
from course_lib.hormones.seesaw_model import Lean, Tilt, lean
from course_lib.hormones.substances_data import Certainty

CALMING = substance(
    levels=[0.2, 0.5, 0.7, 0.95], certainty=Certainty.NARROW, story=told([0.1, 0.1, 0.9, 1.0])
)


@pytest.mark.parametrize(
    ("minute", "middle", "low", "high"),
    [
        (-10, -0.6, -0.72, -0.48),
        (0, 0, -0.12, 0.12),
        (20, 0.4, 0.28, 0.52),
        (60, 0.9, 0.78, 1),
    ],
)
def test_half_way_up_is_level_and_the_doubt_is_the_band(minute, middle, low, high):
    found = lean(CALMING, TIMELINE, minute, Lens.MEASURED)
    assert (found.middle, found.low, found.high) == pytest.approx((middle, low, high))


def test_the_doubt_ends_where_the_see_saw_touches_the_ground():
    down = substance(levels=[0.05, 0.5, 0.7, 0.95], certainty=Certainty.NARROW)
    assert lean(down, TIMELINE, -10, Lens.MEASURED).low == -1


@pytest.mark.parametrize(("minute", "middle"), [(-10, -0.8), (20, 0.8), (60, 1)])
def test_the_story_has_no_doubt(minute, middle):
    found = lean(CALMING, TIMELINE, minute, Lens.STORY)
    assert (found.middle, found.low, found.high) == pytest.approx((middle, middle, middle))
    assert not found.could_be_either


def test_without_a_curve_there_is_no_lean():
    nothing = substance(levels=[0.2, 0.5], basis=Basis.NOT_MEASURED)
    with pytest.raises(ValueError, match="no curve"):
        lean(nothing, TIMELINE, 0, Lens.MEASURED)


@pytest.mark.parametrize(
    ("middle", "tilt"),
    [
        (-1, "get_going"),
        (-0.15, "get_going"),
        (-0.149, "level"),
        (0, "level"),
        (0.149, "level"),
        (0.15, "calming"),
        (1, "calming"),
    ],
)
def test_a_small_lean_is_called_level(middle, tilt):
    assert Lean(middle, -1, 1).tilt is Tilt(tilt)


@pytest.mark.parametrize(
    ("low", "high", "either"),
    [(-0.1, 0.1, True), (0, 0.1, False), (-0.1, 0, False), (0.1, 0.2, False), (-0.2, -0.1, False)],
)
def test_it_could_be_either_only_if_the_doubt_reaches_both_sides(low, high, either):
    assert Lean((low + high) / 2, low, high).could_be_either is either
