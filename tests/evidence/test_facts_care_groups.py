"""Faults found when every sentence on health and care was checked, and their kinds."""

import pytest
from stated import answer, everything, lesson, nearest, never, rows, source

from course_lib.cards import faq_data
from course_lib.care import breathing_data, steps_data
from course_lib.frame import figures


def low_feelings_were_asked_about_with_depression_after_a_birth():
    assert "1,801 women" in answer("birth")
    assert "mehta2017" in faq_data.questions()["birth"].refs
    assert faq_data.questions()["birth"].known.value != "nobody_knows"
    assert "No hormone" in source("mehta2017").line
    assert "1,801 women" in nearest("after_a_birth")
    assert "None asked" not in nearest("after_a_birth")


def a_medicine_was_told_of_in_people_who_are_low_after_sex():
    never("there is a little, not about the time after sex")
    for key in ("ssri", "body"):
        assert "friedman2009" in faq_data.questions()[key].refs
    assert "no study" in answer("ssri")


def how_strong_a_link_is_stands_for_whom_it_was_read():
    never("[Ss]everal surveys found such a link, and it was modest")
    never("The link is modest")
    assert "in women" in answer("trauma")


def slow_breath_with_panic_or_asthma_is_advice_and_no_finding():
    never("for example with panic or asthma|as it may for people with panic or asthma")
    for text in (
        breathing_data.breathing().warning_more,
        next(each.leave for each in steps_data.five_steps().steps if each.id == "breathe"),
        everything()["sorts/who_can_help.toml"],
    ):
        assert "With panic or asthma, take extra care" in text


def at_this_pace_people_breathe_too_much():
    known = " ".join(breathing_data.breathing().known)
    assert "breathed too much" in known
    assert "lightly" in " ".join(breathing_data.breathing().text_steps)
    for key in ("szulczewski2019", "szulczewski_light2019"):
        assert key in breathing_data.breathing().refs
        assert "six times a minute" in source(key).line


def what_a_panic_attack_is_has_a_source():
    assert "nhs_panic" in faq_data.questions()["panic"].refs
    assert "10 minutes" in source("nhs_panic").line
    assert "panic attacks" in nearest("panic")


def low_figures_alone_and_high_ones_stand_together():
    assert "72.5%" in answer("masturbation")
    assert "51.4%" in answer("masturbation")


def the_short_page_asks_for_no_less_care_than_the_help_panel():
    places = {
        each["id"]: " ".join(each["lines"]) for each in figures.toml("doors.toml")["get_help"]
    }
    assert "weakness on one side" in places["now"]
    assert "bleeding that comes back" not in places["soon"]
    assert "not a period" in places["soon"]
    assert "bleeding in pregnancy" in places["now"]


def drink_is_told_with_both_results():
    assert "218 students" in answer("alcohol")
    never("Drink and regret do go together")
    assert "youngest" in source("lundin2022").line


def a_result_that_differs_is_told():
    assert "178 people" in answer("trans")
    assert "with more in married" in answer("faith")
    assert "hackathorn2016" in faq_data.questions()["faith"].refs


def an_answer_that_is_known_a_little_is_not_counted_as_unknown():
    assert "stands beside fifteen of the 45 answers" not in lesson("11")


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
