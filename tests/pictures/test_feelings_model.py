"""The feelings map, drawn by hand: which place is in which corner, and where it stands."""

import pytest

from course_lib.pictures.feelings_model import FIELD, STOPS, corner, place

#: From the top (very intense) down; across from very unpleasant to very pleasant.
UI, PI, UC, PC = (f"{a}_{b}" for b in ("intense", "calm") for a in ("unpleasant", "pleasant"))
MAP = [
    [UI, UI, "", PI, PI],
    [UI, UI, "", PI, PI],
    ["", "", "", "", ""],
    [UC, UC, "", PC, PC],
    [UC, UC, "", PC, PC],
]


def test_every_place_is_in_the_corner_drawn_by_hand():
    assert len(MAP) == STOPS
    found = [[corner(x, y) for x in range(STOPS)] for y in reversed(range(STOPS))]
    assert found == MAP


@pytest.mark.parametrize(
    ("pleasant", "intense", "left", "top"),
    # The field begins at 2 % and 7.5 % and measures 96 % by 80 %; a place is a fifth of that.
    [(0, 4, 0.116, 0.155), (2, 2, 0.5, 0.475), (4, 0, 0.884, 0.795), (3, 1, 0.692, 0.635)],
)
def test_places_worked_out_on_paper(pleasant, intense, left, top):
    assert place(pleasant, intense) == pytest.approx((left, top))


def test_the_field_is_in_the_middle_of_the_picture():
    left, top, width, height = FIELD
    assert left == pytest.approx(1 - left - width)
    assert 0 < top < top + height < 1
