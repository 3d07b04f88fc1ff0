"""Invented surveys, against the same people counted one by one and against chance itself."""

from itertools import product
from math import sqrt
from random import Random

import pytest
from said import said

from course_lib.surveys.survey_model import (
    ANSWERING,
    ASKED,
    REPEATS,
    TRUTHS,
    Survey,
    Surveys,
    surveys,
)

STATES = list(product(TRUTHS, ANSWERING, ASKED))


def test_names_say_their_numbers():
    assert {name: int(name) / 100 for name in TRUTHS} == TRUTHS
    assert {name: int(name) for name in ASKED} == ASKED
    times = {name: with_tears / without for name, (with_tears, without) in ANSWERING.items()}
    assert times == {"half": 0.5, "equal": 1, "twice": 2, "four": 4}
    assert all(0 < share < 1 for pair in ANSWERING.values() for share in pair)
    assert str(REPEATS) in said("answered.label")


# How many of 100 people with and of 100 without tears answer, as the lesson tells it.
OF_A_HUNDRED = {"half": (30, 60), "equal": (45, 45), "twice": (60, 30), "four": (80, 20)}


@pytest.mark.parametrize("state", STATES, ids="-".join)
def test_each_person_counted_one_by_one(state):
    truth, answering, asked = state
    with_tears, without = OF_A_HUNDRED[answering]
    # Of 10,000 people in a row, the first said yes, the next answered no, the last are silent.
    row = ["yes"] * (int(truth) * with_tears) + ["no"] * ((100 - int(truth)) * without)
    row += ["silent"] * (10_000 - len(row))
    chance = Random(" ".join(state))
    for run in surveys(*state).runs:
        people = [row[int(chance.random() * 10_000)] for _ in range(int(asked))]
        assert (run.yes, run.answered) == (
            people.count("yes"),
            len(people) - people.count("silent"),
        )
    assert len(surveys(*state).runs) == 20
    assert surveys(*state).truth == int(truth) / 100


@pytest.mark.parametrize("state", STATES, ids="-".join)
def test_all_surveys_together_are_what_chance_allows(state):
    truth, answering, asked = state
    with_tears, without = (share / 100 for share in OF_A_HUNDRED[answering])
    people = int(asked) * REPEATS
    for field, share in {
        "yes": int(truth) / 100 * with_tears,
        "answered": int(truth) / 100 * with_tears + (1 - int(truth) / 100) * without,
    }.items():
        found = sum(getattr(run, field) for run in surveys(*state).runs)
        assert abs(found - people * share) < 4.5 * sqrt(people * share * (1 - share))


def test_one_survey_worked_out_on_paper():
    one = Survey(yes=5, answered=10)
    assert one.percent == 50
    assert one.interval == pytest.approx((23.66, 76.34), abs=0.005)


def test_many_surveys_worked_out_on_paper():
    # Reports of 10, 20, 20, 40 and 90 per cent where 20 is true. The intervals of the last two
    # begin at 21.9 and at 59.6, above the truth.
    runs = tuple(Survey(*each) for each in [(2, 20), (2, 10), (20, 100), (8, 20), (9, 10)])
    many = Surveys(0.2, runs)
    assert (many.lowest, many.middle, many.highest) == (10, 20, 90)
    assert many.answered == 20
    assert (many.above, many.below) == (2, 1)
    assert many.holding == 3
    assert Surveys(0.99, runs).holding == 0
    assert Surveys(0.99, runs).below == 5
    assert Surveys(0.01, runs).above == 5
