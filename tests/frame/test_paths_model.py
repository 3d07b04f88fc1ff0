"""Path data, read back: the drawing is where the curve is."""

from itertools import pairwise

import pytest
from drawn import closed, strokes, traced
from hypothesis import given
from hypothesis import strategies as st
from strategies import curves

from course_lib.frame.paths_model import band_path, box_path, dot_path, line_path, upright_path
from course_lib.frame.pchip_model import Curve

#: A hill whose slopes were worked out on paper: 3/2 at its start, 0 on top, -3/2 at its end.
HILL = Curve((0, 1, 3), (0, 1, 0))


def test_a_hill_worked_out_on_paper():
    assert line_path(HILL) == "M0 0 C0.333 0.5 0.667 1 1 1 C1.667 1 2.333 1 3 0"


def test_the_area_goes_along_the_upper_edge_and_back_along_the_lower():
    lower = Curve((0, 1, 3), (-1, 0, -1))
    assert band_path(lower, HILL) == (
        "M0 0 C0.333 0.5 0.667 1 1 1 C1.667 1 2.333 1 3 0 "
        "L3 -1 C2.333 0 1.667 0 1 0 C0.667 0 0.333 -0.5 0 -1 Z"
    )


@given(curves())
def test_every_point_of_the_line_is_on_the_curve(curve):
    (line,) = traced(line_path(curve))
    assert line[0] == pytest.approx((curve.xs[0], curve.ys[0]), abs=6e-4)
    assert line[-1] == pytest.approx((curve.xs[-1], curve.ys[-1]), abs=6e-4)
    # Places are rounded to 0.0005, and nowhere is a piece steeper than three times its secant.
    landmarks = pairwise(zip(curve.xs, curve.ys, strict=True))
    steepest = 3 * max(abs((y1 - y0) / (x1 - x0)) for (x0, y0), (x1, y1) in landmarks)
    for x, y in line:
        here = curve.level(min(max(x, curve.xs[0]), curve.end))
        assert y == pytest.approx(here, abs=6e-4 * (1 + steepest))


@given(curves(), st.floats(0, 0.5))
def test_the_area_has_one_edge_on_each_curve(curve, gap):
    upper = Curve(curve.xs, tuple(y + gap for y in curve.ys))
    path = band_path(curve, upper)
    assert closed(path)
    (pieces,) = strokes(path)
    count = len(curve.xs) - 1
    forth, back = pieces[:count], pieces[count + 1 : -1]
    ends = [pieces[0][0], *(piece[-1] for piece in forth)]
    assert ends == [pytest.approx(p, abs=6e-4) for p in zip(upper.xs, upper.ys, strict=True)]
    ends = [back[0][0], *(piece[-1] for piece in back)][::-1]
    assert ends == [pytest.approx(p, abs=6e-4) for p in zip(curve.xs, curve.ys, strict=True)]
    for out, home in zip(forth, reversed(back), strict=True):
        for (x0, y0), (x1, y1) in zip(out, reversed(home), strict=True):
            assert (x0, y0 - gap) == pytest.approx((x1, y1), abs=2e-3)


def test_dots_uprights_and_boxes_worked_out_on_paper():
    assert dot_path(1.5, 0.25) == "M1.5 0.25 h0"
    assert upright_path(2, 0.125, 20) == "M2 0.125 V20"
    # 0.1 from the left and 0.2 from the top: the top edge is at 0.8 with y upwards.
    assert box_path((0.1, 0.2, 0.3, 0.5)) == "M0.1 0.8 h0.3 v-0.5 h-0.3 Z"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1 / 3, "0.333"), (0.0006, "0.001"), (-0.0001, "0"), (100, "100"), (1.25, "1.25"), (0, "0")],
)
def test_numbers_are_short_and_never_minus_nought(value, text):
    assert dot_path(value, value) == f"M{text} {text} h0"
