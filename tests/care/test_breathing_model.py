"""The slow pace, second by second, against a clock and a sine."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.care.breathing_model import Moment, breaths_a_minute, fullness, moments

SECONDS = st.integers(1, 9)


def test_a_pace_written_out_by_hand():
    assert moments(1, 2, 2) == [
        Moment(0, "in", 1, 1),
        Moment(1, "out", 1, 1),
        Moment(2, "out", 2, 1),
        Moment(3, "in", 1, 2),
        Moment(4, "out", 1, 2),
        Moment(5, "out", 2, 2),
    ]


@given(SECONDS, SECONDS, SECONDS)
def test_each_second_is_where_a_clock_finds_it(in_seconds, out_seconds, breaths):
    found = moments(in_seconds, out_seconds, breaths)
    assert len(found) == (in_seconds + out_seconds) * breaths
    for second, moment in enumerate(found):
        breath, rest = divmod(second, in_seconds + out_seconds)
        comes_in = rest < in_seconds
        assert (moment.at, moment.breath) == (second, breath + 1)
        assert moment.now == ("in" if comes_in else "out")
        assert moment.count == rest + 1 - (0 if comes_in else in_seconds)


def test_breaths_in_a_minute():
    assert breaths_a_minute(4, 6) == 6
    assert breaths_a_minute(2, 4) == 10


@given(st.floats(0, 1))
def test_the_breath_fills_and_empties_as_half_a_sine_squared(place):
    assert fullness(place) == pytest.approx(math.sin(math.pi * place) ** 2, abs=1e-12)
    assert 0 <= fullness(place) <= 1
