"""Faults about crying and tears as such that a reading of that one subject found."""

import pytest
from stated import claim, judgement, lesson, nearest, never, rows, said, source, sources_of

from course_lib.frame import figures


def the_body_at_tears_is_told_with_the_study_that_disagrees():
    never("laboratory studies saw the heart slow|in laboratories the heart slowed")
    assert "gross1994" in sources_of("C13")
    assert "more active" in said("C13")
    assert "do not agree" in lesson("01")
    (calm,) = [
        each for each in figures.toml("causes.toml")["causes"] if each["id"] == "coming_down"
    ]
    assert "more active" in calm["studied"]
    assert "do not agree" in nearest("tension_and_relief")
    assert "as before once they did" in source("sharman2020").line


def holding_back_was_tested_as_well_as_remembered():
    never("what was found points the other way|relief follows less often")
    never("[Hh]olding tears back, or being ashamed of them, goes along with less relief")
    assert "labott1996" in claim("C56").limits
    assert "experiment" in claim("C56").finding
    assert "experiment" in str(figures.toml("predictions/09.toml")["guesses"][2])


def whether_tears_make_someone_seem_less_able_was_asked():
    never("does not say whether people were asked about this one")
    assert "three others" in judgement("able").says
    assert {"vandeven2017", "zickfeld2018"} <= sources_of("C55")
    assert "do not agree" in claim("C55").finding


def what_partners_would_do_at_tears_was_asked():
    never("For partners and the time after sex, we found no test")
    assert "cries for joy" in nearest("partner_response")


def there_were_two_films():
    never("watched the same film|It was one film")


def what_the_diaries_say_of_company_is_told():
    never("give no result for crying alone|no source we read measured them together")
    (alone,) = [each for each in figures.toml("crying.toml")["factors"] if each["id"] == "alone"]
    assert alone["direction"] == "less"
    assert "news report" in alone["says"]
    assert "somebody there" in source("bylsma2011").line


def tiredness_was_tested_with_films():
    never("Being tired may bring feelings closer|tired people can be closer to tears")
    assert "minkel2011" in claim("C58").limits
    assert "without sleep" in said("C58")
    assert "without sleep" in nearest("workout_tears")


def what_others_do_at_tears_was_tested_with_more_than_money():
    assert "joystick" in source("gracanin2018").line
    assert "sniffed" in nearest("tears_and_deeds")


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
