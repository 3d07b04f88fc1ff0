"""The interpolation never overshoots and agrees with SciPy's."""

from itertools import pairwise

import pytest
from hypothesis import given
from scipy.interpolate import PchipInterpolator
from strategies import curves

from course_lib.frame.pchip_model import Curve


def between(a, b, parts=20):
    return [a + (b - a) * i / parts for i in range(parts + 1)]


@given(curves())
def test_stays_between_neighbouring_landmarks(curve):
    for (x0, x1), (y0, y1) in zip(pairwise(curve.xs), pairwise(curve.ys), strict=True):
        for x in between(x0, x1):
            assert min(y0, y1) <= curve.level(min(x, x1)) <= max(y0, y1)


@given(curves())
def test_rises_only_where_the_landmarks_rise(curve):
    for (x0, x1), (y0, y1) in zip(pairwise(curve.xs), pairwise(curve.ys), strict=True):
        found = [curve.level(min(x, x1)) for x in between(x0, x1)]
        steps = [b - a for a, b in pairwise(found)]
        if y1 >= y0:
            assert all(step >= -1e-12 for step in steps)
        if y1 <= y0:
            assert all(step <= 1e-12 for step in steps)


@given(curves())
def test_agrees_with_scipy(curve):
    theirs = PchipInterpolator(curve.xs, curve.ys)
    for place in between(curve.xs[0], curve.xs[-1], 50):
        x = min(place, curve.xs[-1])
        assert curve.level(x) == pytest.approx(float(theirs(x)), abs=1e-9)
        assert curve.slope(x) == pytest.approx(float(theirs(x, 1)), abs=1e-6)


@given(curves())
def test_bezier_is_the_same_curve(curve):
    ends = [end for _, _, end in curve.bezier()]
    assert ends == list(zip(curve.xs, curve.ys, strict=True))[1:]
    start = (curve.xs[0], curve.ys[0])
    for first, second, end in curve.bezier():
        for t in (0.25, 0.5, 0.75):
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (
                sum(w * p[i] for w, p in zip(weights, (start, first, second, end), strict=True))
                for i in (0, 1)
            )
            assert curve.level(x) == pytest.approx(y, abs=1e-9)
        start = end


@pytest.mark.parametrize(
    ("xs", "ys"), [((0,), (1,)), ((0, 1), (1,)), ((0, 0), (1, 1)), ((1, 0), (0, 1))]
)
def test_refuses_what_is_no_curve(xs, ys):
    with pytest.raises(ValueError, match="landmark"):
        Curve(xs, ys)


def test_refuses_places_outside():
    with pytest.raises(ValueError, match="outside"):
        Curve((0, 1), (0, 1)).level(1.5)
