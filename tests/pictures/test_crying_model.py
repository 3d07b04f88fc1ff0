"""The mood curve of the crying studies: through what is known, and no further."""

from itertools import pairwise

import pytest

from course_lib.pictures.crying_model import PLACES, mood_curve


@pytest.mark.parametrize(
    ("levels", "known"),
    [
        ((0.5, 0.2, 0.4, 0.7), 4),
        ((0.5, 0.2, 0.4, None), 3),
        ((0.5, 0.0, None, None), 2),
    ],
)
def test_the_curve_goes_through_what_is_known_and_ends_there(levels, known):
    found = mood_curve(levels)
    assert found.ys == levels[:known]
    assert found.xs == PLACES[:known]
    assert found.end == PLACES[known - 1]


def test_four_moments_stand_in_order_with_room_at_both_ends():
    assert len(PLACES) == 4
    assert list(PLACES) == sorted(PLACES)
    assert PLACES[0] == pytest.approx(1 - PLACES[-1])
    # Before and just after are close; the later two are further apart each time.
    gaps = [round(b - a, 2) for a, b in pairwise(PLACES)]
    assert gaps == [0.24, 0.28, 0.32]
