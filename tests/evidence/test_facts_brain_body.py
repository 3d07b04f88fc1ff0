"""Faults that a reading of one subject found: dopamine, brain scans, heart, breath, muscles."""

import re

import pytest
from stated import claim, lane, nearest, never, rows, said, source, sources_of, told

from course_lib.evidence.references_data import Studied


def scans_put_together_are_no_second_sample():
    never("[Tt]wo scan studies by one group|second study by the same group")
    never(
        "12 women in one study, (and )?(of heterosexual men and )?(of )?men and women in (an)?other"
    )
    assert "memory" in source("georgiadis2009").line
    assert "georgiadis2009" in claim("C22").answers.not_counted


def areas_of_reward_were_active_in_more_than_two_studies():
    never("[Ii]n two scan studies, one of men|people, two scan studies")
    assert "others not" in said("C35")
    assert "reward" in source("wise2017").line
    assert "reward" in source("georgiadis2006").line
    assert "wise2017" in sources_of("C04") & sources_of("C35") & {*lane("dopamine").refs}


def the_brain_is_not_one_area_of_it():
    never("lowered the brain's response|weaker (response|answer) in the brain")
    assert "some brain areas" in said("C50")
    assert "answered more" in source("lieberman2007").line


def dopamine_of_rats_stays_up_while_they_mate_on():
    assert "stayed up" in said("C36")
    assert "stayed up" in told("dopamine")
    for key in ("fiorino1997", "canseco2022"):
        assert source(key).whom_studied is Studied.ANIMALS
        assert key in sources_of("C36") & {*lane("dopamine").refs}
    levels = lane("dopamine").levels
    assert levels[-1] >= levels[0]


def one_sex_of_rabbits():
    never("(?<!male )rabbits(,| suggest| both)(?! and mice)")
    assert "male rabbits" in said("C12")


def the_branch_itself_was_not_measured():
    never("heartbeat showed more of the calming branch")


def in_spinal_fluid_it_rose_with_arousal_already():
    never("noradrenaline rose with orgasm")


def a_group_is_not_all_in_it():
    never("17 felt more aroused when")
    assert "Among 17 women" in said("C35")
    never("blood ran no faster|dopamine in urine did not change")


def a_sign_in_the_heartbeat_is_no_nerve():
    assert "ritz2024" in claim("C48").limits
    assert "the breath alone can change" in said("C48")


def what_was_read_of_muscles_and_breath():
    never("of letting go we read nothing|for breathing we know one old report")
    assert "gasps" in source("kinsey1953").line
    assert "kinsey1953" in lane("breathing").refs


def the_brain_was_recorded_without_a_scanner_too():
    assert "heath1972" in sources_of("C22")
    assert re.search("[Ee]lectrodes", nearest("overwhelmed_brain"))


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_what_the_reading_found_is_cured(row):
    row()
