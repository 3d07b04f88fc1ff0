"""Where the cells of a claim's history stand, worked out on paper and read back."""

from itertools import pairwise

import pytest
from drawn import strokes

from course_lib.evidence.claim_age_model import columns, piece, rows


def test_places_worked_out_on_paper():
    # 6 % of room at both sides; a row's middle is 62 % down its share of the height.
    assert columns(2) == pytest.approx([0.06, 0.94])
    assert columns(3) == pytest.approx([0.06, 0.5, 0.94])
    assert rows(1) == pytest.approx([0.38])
    assert rows(2) == pytest.approx([0.69, 0.19])


def test_lines_worked_out_on_paper():
    # From one column to the next it is 0.44; 22 % of that stays free at both ends.
    assert piece(0, 3, 0.5) == "M0.157 0.500 H0.403"
    assert piece(1, 3, 0.19) == "M0.597 0.190 H0.843"
    assert piece(2, 3, 0.5) == ""


@pytest.mark.parametrize("count", [2, 3, 6, 11])
def test_steps_are_equal_and_lines_stand_between_the_signs(count):
    across, down = columns(count), rows(count)
    for steps in (pairwise(across), pairwise(reversed(down))):
        lengths = [b - a for a, b in steps]
        assert lengths == pytest.approx([lengths[0]] * (count - 1))
        assert lengths[0] > 0
    assert across[0] == pytest.approx(1 - across[-1])
    for place, (left, right) in enumerate(pairwise(across)):
        ((((x0, y0), (x1, y1)),),) = strokes(piece(place, count, 0.25))
        assert left < x0 < x1 < right
        assert x0 - left == pytest.approx(right - x1, abs=2e-3)
        assert y0 == y1 == 0.25
