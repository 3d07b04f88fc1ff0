"""What fresh readers stumbled over, each as a kind: one voice, once, and for who reads it."""

import re

import pytest

from course_lib.care import steps_data
from course_lib.cards import faq_data, quiz_data
from course_lib.frame import lessons_data
from course_lib.frame.phrases import phrase
from course_lib.site import doors_data

LESSONS = list(lessons_data.lessons())


@pytest.mark.parametrize("lesson", LESSONS)
def test_an_answer_does_not_say_yes_twice(lesson):
    """The activity begins each explanation with a word of its own."""
    said = (phrase("quiz.right"), phrase("quiz.not_quite"))
    for item in quiz_data.quiz(lesson).items:
        for option in item.options:
            assert not re.match(
                "|".join(rf"{each.rstrip('.')}\b" for each in said), option.feedback
            )


def test_who_was_beside_someone_yesterday_finds_words_first():
    (first, *_) = steps_data.partner_side().cards
    assert "evening after" in first.label
    assert "need not ask again" in first.does
    assert "cannot wait" in first.does
    assert "need not ask again" in faq_data.questions()["partner"].short


def test_the_second_door_leads_to_the_very_place():
    (door,) = [each for each in doors_data.doors().doors if each.id == "with_someone"]
    assert [each.to for each in door.places] == [
        "11#q-partner",
        "04#Ask,-offer,-wait",
        "08#Beside-someone-in-tears",
    ]
