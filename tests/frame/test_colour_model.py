"""Colours are measured against numbers that others have published, and against themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.frame import palette
from course_lib.frame.colour_model import APART, BACKGROUNDS, CONTRAST, alike, contrast, faint_on

COLOURS = st.from_regex(r"\A#[0-9a-f]{6}\Z")


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.478),  # the grey that just fails WCAG's AA for text
        ("#767676", "#ffffff", 4.542),  # and the one that just passes
        ("#ff0000", "#ffffff", 3.998),
        ("#0000ff", "#ffffff", 8.592),
        ("#00ff00", "#ffffff", 1.372),
        ("#010101", "#000000", 1.006),
        ("#0a0a0a", "#000000", 1.061),
        ("#0b0b0b", "#000000", 1.067),
    ],
)
def test_contrast_is_what_wcag_counts(one, other, wanted):
    assert contrast(one, other) == pytest.approx(wanted, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS)
def test_a_colour_is_like_itself_for_everyone(colour):
    assert contrast(colour, colour) == 1
    assert list(alike(colour, colour)) == ["most", "red-blind", "green-blind", "blue-blind"]


@given(COLOURS, COLOURS)
def test_likeness_has_no_direction(one, other):
    assert list(alike(one, other)) == list(alike(other, one))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("#000000", "#ffffff", []),
        ("#808080", "#80809d", ["most"]),  # 29 apart
        ("#808080", "#80809e", []),  # 30 apart
        ("#8a7410", "#a06a10", ["most", "green-blind"]),
        ("#40b0a0", "#40a8c0", ["blue-blind"]),
        ("#2bc233", "#53c031", ["red-blind"]),
    ],
)
def test_whose_eyes_tell_two_colours_apart(one, other, wanted):
    assert list(alike(one, other)) == wanted


def test_middle_lightness_stands_out_and_the_ends_do_not():
    assert list(faint_on("#7d7d7d")) == []
    assert list(faint_on("#ffff00")) == ["#ffffff"]
    assert list(faint_on("#303030")) == ["#111111", "#1e1e1e"]
    assert list(faint_on("#666666")) == ["#1e1e1e"]


def test_what_is_asked_is_what_wcag_asks():
    assert CONTRAST == 3
    assert APART == 30
    assert BACKGROUNDS == ("#ffffff", "#111111", "#1e1e1e")


def test_a_name_with_several_words_becomes_a_variable():
    assert palette.named("heart_rate", "#c0504d") == "var(--cc-heart-rate, #c0504d)"
