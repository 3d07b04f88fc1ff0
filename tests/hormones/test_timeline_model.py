"""Minutes on the stretched axis, against straight lines between the phases' edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import PHASES, TIMELINE

from course_lib.hormones import substances_data
from course_lib.hormones.timeline_model import FEW_TICKS, Timeline


def test_an_axis_worked_out_on_paper():
    assert TIMELINE.edges == (0, 1, 3, 3.5)
    assert TIMELINE.length == 3.5
    assert TIMELINE.landmarks == (0, 1, 2, 3.5)
    assert TIMELINE.spans() == [(PHASES[0], 0, 1), (PHASES[1], 1, 3), (PHASES[2], 3, 3.5)]


@pytest.mark.parametrize(
    ("minute", "place"), [(-10, 0), (-7.5, 0.25), (0, 1), (10, 1.5), (40, 3), (50, 3.25), (60, 3.5)]
)
def test_minutes_worked_out_on_paper(minute, place):
    assert TIMELINE.place(minute) == place


@pytest.mark.parametrize("minute", [-10.01, 60.01, 1000])
def test_no_place_outside(minute):
    with pytest.raises(ValueError, match="outside"):
        TIMELINE.place(minute)


@given(st.floats(0, 1))
def test_the_courses_own_axis_is_straight_between_the_edges(share):
    data = substances_data.timeline()
    minutes = [data.phases[0].start, *(phase.end for phase in data.phases)]
    widths = np.cumsum([0, *(phase.width for phase in data.phases)])
    minute = min(minutes[0] + share * (minutes[-1] - minutes[0]), minutes[-1])
    wanted = np.interp(minute, minutes, widths)
    assert Timeline(data).place(minute) == pytest.approx(wanted, abs=1e-9)


def test_where_a_picture_is_small_the_peak_its_first_minutes_and_the_hour_are_marked():
    assert FEW_TICKS == (0, 10, 60)
