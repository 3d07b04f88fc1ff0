"""Faults found in what is said of closeness: talk, comfort, touch, satisfaction, acceptance."""

import pytest
from stated import claim, lesson, nearest, never, rows, source, sources_of

from course_lib.frame import figures
from course_lib.pictures import causes_data


def two_kinds_of_satisfaction_had_stronger_links():
    never("the one with (how )?satisf\\w+|one is stronger")
    for key in ("C18", "C30", "C60"):
        assert "toussaint_lgbt" in sources_of(key)
        assert "two groups among 172 LGBTQIA+ adults" in claim(key).finding
        assert "sex life" in claim(key).finding
    assert "sex in two groups" in str(figures.toml("takeaways.toml"))
    assert "sex in two groups" in lesson("02")
    (relationship,) = [e for e in causes_data.causes().values() if e.id == "relationship"]
    assert "toussaint_lgbt" in relationship.refs
    assert "0.59 and 0.75" in source("toussaint_lgbt").line
    assert "satisfaction" in nearest("orientation")


def sharing_may_help_and_was_not_shown_to():
    never("Sharing can help|Talking helps most")
    assert "brans2014" in sources_of("C50")
    assert "only a little good" in claim("C50").finding


def talk_of_tears_was_studied_in_therapy():
    never("whether talking about tears helps|shows it helps with tears")
    assert "In therapy" in nearest("partner_response")


def words_that_say_a_feeling_makes_sense_were_tested():
    never("Of whether a sentence like this changes that")
    assert "made sense" in nearest("partner_response")


def accepting_pain_was_studied_too():
    never("The studies of acceptance are about the first")


def a_correction_that_was_not_read_is_named():
    assert "correction" in source("hamilton2008").line


def what_was_not_found_is_of_tears_after_sex():
    never("partner best does when someone cries|less readily; after sex, we found no study")
    never("Openness was not compared with")
    assert "or tears after sex" in claim("C54").finding


def people_with_a_partner_are_not_studies_of_couples():
    never("93 studies of couples")


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
