"""The invented days and their link, against SciPy and days made on paper."""

from itertools import product
from statistics import mean, stdev

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import linregress, pearsonr

from course_lib.surveys import correlation_model
from course_lib.surveys.correlation_model import (
    WARMTH,
    WEEK,
    Day,
    correlation,
    held,
    invented_days,
    link,
    trend,
)

AMOUNTS = st.integers(0, 50).map(lambda tenths: tenths / 50)
MANY = st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=3, max_size=30)


def days(across, up):
    return [Day("mild", "weekdays", x, y) for x, y in zip(across, up, strict=True)]


@given(MANY)
def test_link_and_line_are_scipys(amounts):
    across, up = zip(*amounts, strict=True)
    assume(len(set(across)) > 1)
    assume(len(set(up)) > 1)
    found = days(across, up)
    assert correlation(found) == pytest.approx(pearsonr(across, up).statistic, abs=1e-9)
    line = linregress(across, up)
    for (x, y), wanted in zip(trend(found), (min(across), max(across)), strict=True):
        assert x == wanted
        assert y == pytest.approx(line.intercept + line.slope * x, abs=1e-9)


@pytest.mark.parametrize(
    ("across", "up", "size", "name"),
    [
        ((0, 1, 2), (0, 1, 2), 1, "clear"),
        ((0, 1, 2), (2, 1, 0), -1, "clear"),
        ((1, -1, 0), (1, 0, -1), 0.5, "clear"),
        ((1, -1, 0), (-1, 0, 1), -0.5, "clear"),
        ((1, -1, 0), (1, 0.02, -1.02), 0.4851, "weak"),
        ((-2, -2, 0, 2, 2), (-2, 0, 2, -2, 2), 0.25, "weak"),
        ((-2, -2, 0, 2, 2), (2, 0, -2, 2, -2), -0.25, "weak"),
        ((-2, -2, 0, 2, 2), (-2, 0.1, 2, -2.1, 2), 0.2221, "hardly"),
        ((0, 0, 1, 1), (0, 1, 0, 1), 0, "hardly"),
    ],
)
def test_links_worked_out_on_paper(across, up, size, name):
    found = days(across, up)
    assert correlation(found) == pytest.approx(size, abs=1e-4)
    assert link(found) == name


def test_the_days_are_as_many_and_as_warm_as_the_lesson_tells():
    found = invented_days()
    assert found == invented_days()
    for warmth, week in product(WARMTH, WEEK):
        some = [day for day in found if (day.warmth, day.week) == (warmth, week)]
        assert len(some) == 11
    assert len(found) == 66
    assert WARMTH == {"cool": 0.22, "mild": 0.5, "hot": 0.78}
    assert all(0.03 <= amount <= 0.97 for d in found for amount in (d.ice_creams, d.sunburns))


@pytest.mark.parametrize("amount", ["ice_creams", "sunburns"])
def test_warmth_moves_both_amounts_and_the_week_neither(amount):
    for warmth, level in WARMTH.items():
        some = [getattr(day, amount) for day in invented_days() if day.warmth == warmth]
        assert mean(some) == pytest.approx(level, abs=0.05)
        assert stdev(some) == pytest.approx(0.09, abs=0.03)
    by_week = [
        mean(getattr(day, amount) for day in invented_days() if day.week == week) for week in WEEK
    ]
    assert by_week[0] == pytest.approx(by_week[1], abs=0.05)


@pytest.mark.parametrize(("drawn", "kept"), [(-1, 0.03), (0.03, 0.03), (0.5, 0.5), (2, 0.97)])
def test_amounts_never_leave_the_picture(monkeypatch, drawn, kept):
    monkeypatch.setattr(correlation_model, "_SPREAD", 0)
    monkeypatch.setattr(correlation_model, "WARMTH", {"cool": drawn})
    assert {(day.ice_creams, day.sunburns) for day in invented_days()} == {(kept, kept)}


def test_held_steady_leaves_the_days_of_one_kind():
    kinds = list(product(WARMTH, WEEK))
    some = [Day(warmth, week, 0, 0) for warmth, week in kinds]
    assert held(some, "nothing") == some
    for steady in (*WARMTH, *WEEK):
        left = [(day.warmth, day.week) for day in held(some, steady)]
        assert left == [kind for kind in kinds if steady in kind]
