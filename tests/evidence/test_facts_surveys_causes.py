"""Faults about surveys of low feelings after sex, and about what goes along with them."""

import pytest
from stated import answer, figure, lesson, nearest, never, nowhere, rows, said, source

from course_lib.frame import figures


def the_twins_low_figures_are_told_with_the_others():
    never("Three other surveys|three others range")
    assert "3.7% of women twins recently and 7.7%" in said("C64")
    assert "4% to 94% did" in lesson("00")
    assert "4 to 94 of 100 did" in lesson("07")


def one_study_counted_low_feelings_after_masturbation():
    never("Two studies counted (low )?feelings after masturbation")
    nowhere("Two surveys, of 156 and of 299 people, in which many told of low feelings")
    assert "list of 21" in nearest("alone")
    assert "vibrator in 14%" in nearest("alone")


def a_link_is_modest_only_where_its_size_was_read():
    never("[Mm]ost (single )?links (found in surveys )?are modest|mostly modest links")
    never("Most of (the|these) links are modest|Most of them are[.] But a number")
    never("The link is modest|such a link, and it was modest|modest links with past hurt, on")
    assert "In women, most of these links are modest" in said("C18")
    assert "modest in women" in answer("trauma")
    never("explain only a small part of it|for men we read no size")
    assert "by a news digest, only a little" in source("maczkowiack2019").line


def what_the_surveys_asked_is_not_the_definition():
    never("all in one: tearful, sad, anxious or irritable|sad, anxious or irritable feelings all")
    never("told of such feelings: tearful, sad, anxious")
    assert "anxious" not in str(figures.toml("predictions/11.toml"))
    assert "tearfulness and sadness only" in figure("P05").reading.caution


def not_reporting_is_not_never():
    never("Many never have tears then|and many never do;")
    never("in people of (every|all) orientation|wide in all orientations")


def three_surveys_are_three():
    never("[Ii]n several surveys, (about|roughly) a third|volunteers in several surveys")


def a_gap_that_chance_could_make_is_not_told():
    never("masturbation and in a relationship, (more )?women")


def surveys_of_women_and_men_are_more_than_three():
    never("Of three that asked both")


def who_answered_about_21_symptoms():
    line = source("burri2020").line
    assert "depression" in line
    assert "other sexual activity" not in line
    assert "sexual activity in general" in line
    assert "depression" in str(figures.toml("prevalence.toml")["people"])


def a_press_release_is_called_one():
    assert "press release" in figure("P02").reading.caution


def one_of_two_studies_of_students_tried_a_lesson():
    never("small studies, students told|two small studies of students")
    assert "In the other, after a short lesson" in source("social_norms_satisfaction").line


def pain_has_no_test_that_we_found():
    never("because nobody tested that either")


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
