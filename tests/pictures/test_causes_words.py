"""What the map says of a cause, for invented causes of each kind."""

from types import SimpleNamespace

import pytest
from said import said

from course_lib.pictures.causes_words import claimed, grade_mark

DASHED = SimpleNamespace(symbol="◐", word="mixed", line="dashed")
NO_LINE = SimpleNamespace(symbol="○", word="no good evidence", line="none")


def cause(grade=None, link="cause", says=""):
    return SimpleNamespace(grade=grade, link=link, claimed=says)


def test_the_mark_is_symbol_and_word_also_without_a_grade():
    assert grade_mark(cause(DASHED)) == "◐ mixed"
    symbol, word = said("causes.not_graded_symbol"), said("causes.not_graded")
    assert grade_mark(cause()) == f"{symbol} {word}"


@pytest.mark.parametrize(
    ("made", "key"),
    [
        (cause(), "cause"),
        (cause(DASHED), "cause"),
        (cause(NO_LINE), "cause_no_line"),
        (cause(link="together"), "together"),
        (cause(DASHED, link="together"), "together"),
        (cause(NO_LINE, link="together"), "together"),
    ],
)
def test_what_is_claimed_follows_from_the_link_and_its_line(made, key):
    assert claimed(made) == said(f"causes.{key}")


@pytest.mark.parametrize("link", ["cause", "together"])
def test_a_sentence_of_its_own_comes_first(link):
    assert claimed(cause(NO_LINE, link, "It may.")) == "It may."
