"""Faults that a ninth pair of drawn samples found; and their kinds."""

import re

import pytest
from stated import answer, claim, lane, lesson, nearest, never, rows, source

from course_lib.evidence import references_data
from course_lib.frame import figures


def one_diary_is_no_diaries():
    never("[Ii]n diaries(,|[*])")
    never("(?<!1)97 women students")
    assert "frey1983" in claim("C17").supports
    assert "newsletter" in source("frey1983").line


def what_is_told_of_spinal_fluid_is_told_in_one_way():
    never("our copy(, cut short,)? tells of")
    assert "only noradrenaline" in lane("prolactin").measured_where
    assert "only noradrenaline" in lesson("01")


def a_share_without_its_base_says_so():
    never(r"63% of (those|the) 86|63% of them")
    assert "do not say of how many" in source("streicher2025").line


def oxytocin_added_to_tears_that_a_drug_brought_in_rats():
    never("[Ii]n dogs and rats, oxytocin")
    assert "macdonald2011" in claim("C33").limits
    assert "38 trials" in nearest("oxytocin_and_tears")


def a_result_keeps_its_conditions():
    never("178 people, mood did not")
    assert "support and coping" in nearest("trans_people")
    assert "support and coping" in answer("trans")
    assert "1,614 people" in answer("faith")
    assert "not in married ones" not in answer("faith")
    assert "hour by hour" not in source("shrier2010").line
    never(r"(people|adults|students|women|men|couples)( \([^)]*\))?, drawn by lot")


def care_is_told_as_it_may_be_needed():
    assert "some care cannot wait; a clinic can say what" in lesson("09")
    never("Asking kindly is the only way")


def most_is_not_all():
    never("not there (every|all the) time")
    assert "a few, in men, did not" in lane("oxytocin").strength
    assert "as far as we found" in str(figures.toml("predictions/04.toml"))


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()


def test_the_number_of_an_issue_is_no_number_of_an_article():
    for key, each in references_data.references().items():
        assert not re.fullmatch(r"\d{3,}", each.number or ""), key
