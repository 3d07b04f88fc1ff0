"""Faults that an eighth drawn sample of sentences found; and their kinds."""

import re

import pytest
from stated import claim, judgement, lane, lesson, nearest, never, rows, said, source

from course_lib.evidence.references_data import Studied
from course_lib.frame import figures, lessons_data


def a_comparison_is_told_with_both_its_groups():
    never("a survey of 475 people[.]")
    (robin,) = [each for each in figures.toml("reframes.toml")["cards"] if each["id"] == "robin"]
    (why,) = [each["why"] for each in robin["rewrites"] if "475" in each["why"]]
    assert "179" in why


def what_people_did_at_tears_was_tested_in_games():
    never("partners, the time after sex and real help, we found no test")
    assert "money" in judgement("really").says
    assert "no more often" in judgement("really").says
    assert "money" in lesson("09")
    assert "trust" in said("C55")
    assert "no more likely" in said("C55")
    assert "reed2019" in claim("C55").limits
    assert "Trust" in nearest("tears_and_deeds") or "trust" in nearest("tears_and_deeds")


def oxytocin_was_measured_in_the_brains_of_rats():
    never("Not in the living brain during sex")
    never("We found no study of it inside the brain,")
    never("[Dd]opamine and serotonin were followed in the brains of male rats")
    never("For dopamine and serotonin, the measurements we found in brains come from rats")
    assert "rats" in lane("oxytocin").measured_where
    assert "oxytocin" in str(figures.toml("predictions/05.toml")["guesses"][1]).lower()
    for key in ("waldherr2007", "nyuyki2011"):
        assert source(key).whom_studied is Studied.ANIMALS
        assert key in lane("oxytocin").refs
        assert key in {*claim("C04").supports, *claim("C04").limits}
    for key in ("C03", "C04"):
        assert re.search("oxytocin[^.]*rats|rats[^.]*oxytocin", said(key)), key
    assert re.search("rats[^.]*oxytocin|oxytocin[^.]*rats", nearest("living_brain"))


def no_study_of_people_is_not_no_study():
    never("No study was found that measured (hormones pulling|such a tug-of-war)")
    never("no study that measured a tug-of-war|metaphor, and we found nobody who")
    assert "male rats" in said("C38")
    assert {"lorrain1999", "hull2004"} <= {*claim("C38").supports, *claim("C38").limits}


def a_link_is_no_condition():
    never("under which condition")


def desire_and_pleasure_are_not_set_apart():
    never("it goes with desire, and opioids with pleasure|links it with desire, and opioids")
    assert "pleasure of orgasm" in said("C35")


def the_low_figures_are_told_with_the_high():
    never("(asked otherwise|with other questions), found more(?! in some)|three others found more")
    assert "42%" in said("C64")


@pytest.mark.parametrize("lesson", lessons_data.lessons())
def test_a_leader_is_told_of_the_cards_that_are_in_the_pack(lesson):
    plan = figures.toml(f"plans/{lesson}.toml")
    notes = [each for each in plan.get("leave_out", []) if "Only these are on the cards" in each]
    for key in plan.get("cards", []) if notes else []:
        assert key.title() in " ".join(notes), key


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
