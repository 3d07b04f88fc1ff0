"""A fault that was found before is recognised, and nothing else is taken for it."""

import pytest
from stated import not_said, says_wrong


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ("7 adults", "of 47 adults"),
        ("7 adults", "of 1,207 adults"),
        ("46%", "146%, and 2.46%"),
        ("in 17", "in 178 people"),
        ("in 17", "in 17.5% of people"),
        ("5.1% against 46%", "45.1% against 46%"),
    ],
)
def test_a_part_of_a_number_is_another_number(wrong, text):
    assert says_wrong(wrong, text) == ""
    not_said(wrong, text, "somewhere")


@pytest.mark.parametrize(
    ("wrong", "text", "words"),
    [
        ("7 adults", "47 adults; 7 adults", "7 adults"),
        ("in 17", "it was in 17, or more", "in 17"),
        ("in 17", "it was in 17. 20 others", "in 17"),
        ("6|7 men", "of 7 men", "7 men"),
        ("(?<!1)97 women", "in 1997, 97 women", "97 women"),
    ],
)
def test_what_was_wrong_is_found_and_told(wrong, text, words):
    assert says_wrong(wrong, text) == words
    with pytest.raises(AssertionError, match=f"^data/a says “{words}”, a fault that was found"):
        not_said(wrong, text, "data/a")
