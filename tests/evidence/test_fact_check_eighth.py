"""Faults that an eighth drawn sample of sentences found; and their kinds."""

import pytest
from stated import claim, judgement, lane, lesson, nearest, never, rows, said, source, told

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


@pytest.mark.parametrize("lesson", lessons_data.lessons())
def test_a_leader_is_told_of_the_cards_that_are_in_the_pack(lesson):
    plan = figures.toml(f"plans/{lesson}.toml")
    notes = [each for each in plan.get("leave_out", []) if "Only these are on the cards" in each]
    for key in plan.get("cards", []) if notes else []:
        assert key.title() in " ".join(notes), key


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
