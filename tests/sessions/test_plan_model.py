"""The rules of a session that can be led, without any data."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.sessions.plan_model import (
    CUT,
    SLACK,
    WORDS_A_MINUTE,
    PlannedPart,
    asks_for_a_vote,
    faults,
    word_count,
)

NEEDED = ("welcome", "close")


def part(name, minutes, *, cut=False, kinds=(), spoken=()):
    return PlannedPart(name, minutes, cut, kinds, spoken)


GOOD = (
    part("opening", 2, kinds=("welcome",), spoken=("Good morning.",)),
    part("figure", 4),
    part("more", 2, cut=True),
    part("close", 1, kinds=("close",)),
)


def test_a_good_plan_has_no_fault():
    assert list(faults(10, GOOD, NEEDED)) == []


def test_the_numbers_of_the_rules():
    assert (SLACK, CUT, WORDS_A_MINUTE) == (0.10, 0.20, 110)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((*GOOD[:3], part("close", 2, kinds=("close",))), "leaves 0"),
        ((GOOD[0], GOOD[1], part("more", 2), GOOD[3]), "0 of its 10 minutes may be cut"),
        ((part("opening", 2, kinds=()), *GOOD[1:]), "no 'welcome'"),
        ((part("opening", 2, cut=True, kinds=("welcome",)), *GOOD[1:]), "no 'welcome'"),
        ((GOOD[3], *GOOD[:3]), "last part is not the close"),
        (
            (GOOD[0], part("figure", 4, spoken=("word " * 441,)), *GOOD[2:]),
            "441 words .* 4 minutes",
        ),
    ],
)
def test_each_broken_rule_gets_a_sentence_with_a_remedy(parts, said):
    found = list(faults(10, parts, NEEDED))
    assert len(found) == 1
    assert re.search(said, found[0])


def test_as_many_words_as_may_be_said_have_no_fault():
    said = part("figure", 4, spoken=("word " * 300, "word " * 140))
    assert list(faults(10, (GOOD[0], said, *GOOD[2:]), NEEDED)) == []


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(5, 240))
def test_free_minutes_are_what_no_part_takes(minutes, whole):
    parts = [part(f"p{i}", each, cut=True, kinds=("close",)) for i, each in enumerate(minutes)]
    late = any("free" in fault for fault in faults(whole, parts, ()))
    assert late == (sum(minutes) > whole - SLACK * whole)


@pytest.mark.parametrize(
    ("text", "words"),
    [("One, two. Three!", 3), ("What's wrong?", 2), ("“Men's survey” – 41 %", 3), ("", 0)],
)
def test_words_are_counted_as_they_are_spoken(text, words):
    assert word_count(text) == words


@pytest.mark.parametrize("text", ["Let us vote.", "A poll:", "Raise your hand if", "Cards up!"])
def test_a_vote_is_seen(text):
    assert asks_for_a_vote(text)


@pytest.mark.parametrize("text", ["Devote a minute.", "A hand on the sheet", "Pollen"])
def test_what_is_no_vote_is_left_alone(text):
    assert not asks_for_a_vote(text)
