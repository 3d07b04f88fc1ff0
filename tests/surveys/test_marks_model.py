"""Dots and intervals as paths, written out by hand and read back."""

import pytest
from drawn import strokes

from course_lib.surveys.marks_model import dots_path, field, figure_marks, line_path, whisker_path


def test_paths_written_out_by_hand():
    # The upright ends reach 0.42 of the lane up and down from its middle.
    assert whisker_path(10, 20.5) == "M10 0.5H20.5M10 0.08v0.84M20.5 0.08v0.84"
    assert whisker_path(10, 20, 3, 0.25) == "M10 3H20M10 2.75v0.5M20 2.75v0.5"
    assert line_path(3, 4.126, 0.25) == "M3 0.25H4.13"
    assert line_path(0, 100, 7) == "M0 7H100"
    assert dots_path([(1, 2.5), (3, 40)]) == "M1 2.5h0M3 40h0"


def test_an_interval_is_a_line_with_two_uprights_of_one_height():
    line, left, right = strokes(whisker_path(12, 34, 5))
    assert line == [[(12, 5), (34, 5)]]
    for upright, x in ((left, 12), (right, 34)):
        (((x0, low), (x1, high)),) = upright
        assert x0 == x1 == x
        assert (low + high) / 2 == pytest.approx(5)


@pytest.mark.parametrize(
    ("shape", "drawn"), [("women", {"round"}), ("men", {"square"}), ("both", {"round", "hole"})]
)
def test_who_answered_has_a_shape_at_the_figures_place(shape, drawn):
    bare = figure_marks((32.9, 32.9), None, shape)
    assert bare == {
        "whisker": "",
        **{name: "M32.9 0.5 h0" if name in drawn else "" for name in ("round", "hole", "square")},
    }
    sure = figure_marks((32.9, 32.9), (27, 39.5), shape)
    assert sure == {**bare, "whisker": "M27 0.5H39.5M27 0.08v0.84M39.5 0.08v0.84"}


def test_a_range_has_ends_and_no_dot_and_nothing_has_nothing():
    none = {"whisker": "", "round": "", "hole": "", "square": ""}
    ends = "M3 0.5H4M3 0.08v0.84M4 0.08v0.84"
    assert figure_marks((3, 4), None, "men") == {**none, "whisker": ends}
    assert figure_marks(None, None, "women") == none


def test_a_hundred_dots_fill_ten_rows_from_the_top_left():
    assert field(0, 2) == "M0.5 9.5h0M1.5 9.5h0"
    assert field(9, 11) == "M9.5 9.5h0M0.5 8.5h0"
    assert field(99, 100) == "M9.5 0.5h0"
    assert field(7, 7) == ""
    places = [stroke[0][0] for stroke in strokes(field(0, 100))]
    assert set(places) == {(x + 0.5, y + 0.5) for x in range(10) for y in range(10)}
