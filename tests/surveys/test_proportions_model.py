"""Shares and their intervals, against published values, SciPy and the meaning of the formula."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from course_lib.surveys.proportions_model import published_range, wilson

COUNTS = st.integers(1, 5000).flatmap(
    lambda asked: st.tuples(st.integers(0, asked), st.just(asked))
)


@pytest.mark.parametrize(
    ("count", "asked", "low", "high"),
    # Half of ten people; nobody of ten; all of ten: as tables of Wilson's interval have them.
    [(5, 10, 0.2366, 0.7634), (0, 10, 0, 0.2775), (10, 10, 0.7225, 1), (1, 1, 0.2065, 1)],
)
def test_intervals_from_a_table(count, asked, low, high):
    assert wilson(count, asked) == pytest.approx((low, high), abs=5e-5)


@given(COUNTS)
def test_wilson_is_scipys_at_95_per_cent_unless_said_otherwise(pair):
    wanted = binomtest(*pair).proportion_ci(0.95, method="wilson")
    assert wilson(*pair) == pytest.approx((wanted.low, wanted.high), abs=1e-9)


@given(COUNTS)
def test_the_ends_are_the_shares_whose_own_reach_just_touches_what_was_seen(pair):
    count, asked = pair
    for end in wilson(count, asked):
        if 0 < end < 1:
            reach = 1.959964 * sqrt(end * (1 - end) / asked)
            assert abs(count / asked - end) == pytest.approx(reach, abs=1e-6)


def test_nobody_and_everybody_reach_the_end_of_the_scale():
    assert wilson(0, 7)[0] == 0
    assert wilson(7, 7)[1] == 1


@pytest.mark.parametrize(("count", "asked"), [(-1, 5), (6, 5), (0, 0), (0, -1)])
def test_what_is_no_share_is_refused(count, asked):
    with pytest.raises(ValueError, match=f"{count} of {asked} people is no share"):
        wilson(count, asked)


@pytest.mark.parametrize(
    ("percent", "wanted"),
    [("0", (0, 0)), ("100", (100, 100)), ("0-100", (0, 100)), ("3-3.5", (3, 3.5)), ("", None)],
)
def test_what_is_published_is_read(percent, wanted):
    assert published_range(percent) == wanted


@pytest.mark.parametrize("percent", ["100.1", "-0.5", "4-3", "3-101", "many"])
def test_what_is_no_percentage_is_refused(percent):
    with pytest.raises(ValueError, match=r"percentage|could not convert"):
        published_range(percent)
