"""Lesson 06: the history of the serotonin claims, and the correlation machine."""

import pytest

import course_lib
from course_lib.evidence import claim_age_data as history
from course_lib.evidence import claims_data
from course_lib.evidence.claim_age_model import columns, piece, rows
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.frame.scenes import scene
from course_lib.surveys.correlation_model import (
    WARMTH,
    WEEK,
    Day,
    correlation,
    held,
    invented_days,
    link,
    trend,
)


@pytest.fixture
def own_history(data_copy):
    """Return the history's file in a copy of the data that may be broken."""
    return data_copy / "claim_history.toml"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('C40 = "contested"', 'C40 = "speculative"', "C40 differs from the ledger"),
        ('ref = "jauhar2023"', 'ref = "moncrieff2022"', "moncrieff2022 came out in 2022"),
        ('claim = "C39"\nside', 'claim = "C08"\nside', "C08 is not followed"),
        ("grades = {}", 'grades = { C08 = "contested" }', "C08 is not followed"),
    ],
)
def test_a_history_that_is_not_true_is_refused(own_history, old, new, says):
    text = own_history.read_text(encoding="utf-8")
    assert old in text
    own_history.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=says):
        history.claim_history()


def test_the_steps_go_forward_in_time():
    years = [int(step.year) for step in history.claim_history().steps if step.year]
    assert years == sorted(years)
    assert len(years) >= 4


def test_all_claims_of_the_section_are_followed():
    followed = {claim.id for claim in history.claim_history().claims}
    assert followed == {
        c.id for c in claims_data.claims().values() if c.section == "neurotransmitters"
    }


def test_arguments_grow_and_grades_change_on_the_way():
    figure = course_lib.ClaimTimeline()
    tables = {(t.part, t.attribute): t for t in figure._tables}
    shown = [
        sum(
            table.value({"stop": step.id} if table.by else {}) == "yes"
            for (part, _), table in tables.items()
            if part.startswith("argument-")
        )
        for step in history.claim_history().steps
    ]
    assert shown[0] == 0
    assert shown == sorted(shown)
    assert shown[-1] == sum(len(step.arguments) for step in history.claim_history().steps)
    grades = set(tables["grade-C40", "text"].values.values())
    assert len(grades) == 3


def test_an_unknown_step_names_the_known_ones():
    with pytest.raises(UnknownNameError, match="umbrella"):
        course_lib.ClaimTimeline(stop="umbrela")


def test_cells_stand_in_order_inside_the_picture():
    assert columns(6) == sorted(columns(6))
    assert rows(3) == sorted(rows(3), reverse=True)
    assert all(0 < each < 1 for each in columns(6) + rows(3))
    assert piece(5, 6, 0.5) == ""


def test_correlation_is_scipys():
    stats = pytest.importorskip("scipy.stats")
    for steady in ("nothing", *WARMTH, *WEEK):
        days = held(invented_days(), steady)
        across, up = [d.ice_creams for d in days], [d.sunburns for d in days]
        assert correlation(days) == pytest.approx(stats.pearsonr(across, up).statistic)
        (x0, y0), (x1, y1) = trend(days)
        assert (y1 - y0) / (x1 - x0) == pytest.approx(stats.linregress(across, up).slope)


def test_the_link_goes_only_when_the_right_thing_is_held_steady():
    found = {steady: link(held(invented_days(), steady)) for steady in ("nothing", *WARMTH, *WEEK)}
    assert found == {
        "nothing": "clear",
        "cool": "hardly",
        "mild": "hardly",
        "hot": "hardly",
        "weekdays": "clear",
        "weekends": "clear",
    }


def test_a_weak_link_is_called_weak():
    ups = (0.1, 0.5, 0.1, 0.4)
    days = [Day("cool", "weekdays", x / 10, up) for x, up in enumerate(ups)]
    assert correlation(days) == pytest.approx(0.3131, abs=1e-4)
    assert link(days) == "weak"


def test_the_picture_says_that_the_data_are_invented():
    for form in ("wide", "narrow"):
        assert "Invented data" in scene("correlation", form)


def test_words_carry_the_number_that_was_computed():
    figure = course_lib.CorrelationMachine(steady="weekdays")
    days = held(invented_days(), "weekdays")
    assert f"On these {len(days)} days" in figure.describe()
    assert f"{correlation(days):.2f}" in figure.describe()
