"""The words agree with the curve: a rise is never described as a fall."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import curves

from course_lib.frame.lens_model import Lens
from course_lib.frame.pchip_model import Curve
from course_lib.hormones import substances_data
from course_lib.hormones.curves_model import BAND, Peak, Person, band, curve
from course_lib.hormones.regions_model import FALLS, RISES, Region, region
from course_lib.hormones.timeline_model import Timeline

TIMELINE = Timeline(substances_data.timeline())
STOPS = substances_data.timeline().stops


@given(curves(), st.floats(0, 1))
def test_words_follow_the_slope(found, share):
    x = min(found.xs[0] + share * (found.xs[-1] - found.xs[0]), found.xs[-1])
    doing = region(found, x)
    if doing in RISES:
        assert found.slope(x) > 0
    if doing in FALLS:
        assert found.slope(x) < 0
    if doing is Region.HIGHEST:
        span = max(found.ys) - min(found.ys)
        assert found.level(x) >= max(found.ys) - 0.08 * span - 1e-9
    if doing is Region.LOWEST:
        assert found.level(x) < found.ys[0]
    if doing is Region.STILL_HIGH:
        assert found.level(x) > found.ys[0]
    if doing is Region.BELOW:
        assert found.level(x) < found.ys[0]


def all_states():
    for substance in substances_data.substances().values():
        for lens in Lens:
            for peak in Peak:
                for person in Person:
                    yield substance, lens, peak, person


@pytest.mark.parametrize(
    "state",
    list(all_states()),
    ids=lambda s: "-".join(getattr(p, "value", None) or p.id for p in s),
)
def test_every_stop_of_every_substance_is_true(state):
    substance, lens, peak, person = state
    found = curve(substance, TIMELINE, lens=lens, peak=peak, person=person)
    for stop in STOPS:
        x = TIMELINE.place(stop.minute)
        doing = region(found, x)
        if found is None or not found.xs[0] <= x <= found.end:
            assert doing is Region.UNKNOWN
            continue
        assert doing is not Region.UNKNOWN
        assert 0 <= found.level(x) <= 1
        step = 0.02
        before = found.level(max(x - step, found.xs[0]))
        after = found.level(min(x + step, found.end))
        if doing in RISES:
            assert after > before
        if doing in FALLS:
            assert after < before


@pytest.mark.parametrize(
    "state",
    list(all_states()),
    ids=lambda s: "-".join(getattr(p, "value", None) or p.id for p in s),
)
def test_every_person_stays_in_the_band(state):
    substance, lens, peak, person = state
    found = curve(substance, TIMELINE, lens=lens, peak=peak, person=person)
    edges = band(substance, TIMELINE, lens=lens, peak=peak)
    if lens is Lens.STORY or found is None:
        assert edges is None
        return
    lower, upper = edges
    for i in range(101):
        x = min(found.xs[0] + i / 100 * (found.end - found.xs[0]), found.end)
        assert lower.level(x) - 1e-6 <= found.level(x) <= upper.level(x) + 1e-6


def test_band_is_wider_where_less_is_known():
    widths = list(BAND.values())
    assert widths == sorted(widths)
    assert len(set(widths)) == len(widths)


def test_prolactin_stays_up_and_the_story_drops_it():
    prolactin = substances_data.substances()["prolactin"]
    for minute, wanted in ((10, Region.HIGHEST), (60, Region.STILL_HIGH)):
        measured = curve(prolactin, TIMELINE)
        assert region(measured, TIMELINE.place(minute)) is wanted
    told = curve(prolactin, TIMELINE, lens=Lens.STORY)
    assert region(told, TIMELINE.place(60)) is Region.BACK_DOWN


def test_a_line_that_ends_while_rising_has_no_highest():
    oxytocin = curve(substances_data.substances()["oxytocin"], TIMELINE, peak=Peak.WITHOUT)
    assert region(oxytocin, oxytocin.end) in RISES


def test_without_orgasm_nothing_is_made_up():
    for substance in substances_data.substances().values():
        found = curve(substance, TIMELINE, peak=Peak.WITHOUT)
        if substance.id == "prolactin":
            assert region(found, TIMELINE.place(60)) is Region.STEADY
        elif found is not None:
            assert substance.levels_without_orgasm
            assert found.end == TIMELINE.place(-3)


def test_flat_line_is_steady():
    assert region(Curve((0, 1, 2), (0.3, 0.3, 0.3)), 1) is Region.STEADY
