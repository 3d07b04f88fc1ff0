"""How to respond: the slow pace, the steps, who can help, and how old the help directory is."""

import json
import re
import warnings
from datetime import UTC, date, datetime

import msgspec
import pytest

import course_lib
from course_lib.cards import sorting_data
from course_lib.care import breathing_data, steps_data
from course_lib.care.breathing_model import breaths_a_minute, fullness, moments
from course_lib.evidence import claims_data, help_data
from course_lib.frame.load import ContentError, UnknownNameError

PHONE = re.compile(r"(?:\d[\s().-]?){5,}")

BREATHING, STEPS = breathing_data.breathing, steps_data.five_steps
PARTNER = steps_data.partner_side


def test_the_pace_is_about_six_a_minute_and_each_length_is_what_it_says():
    data = breathing_data.breathing()
    assert breaths_a_minute(data.in_seconds, data.out_seconds) == pytest.approx(6)
    for each, minutes in zip(data.lengths, (1, 2), strict=True):
        pace = moments(data.in_seconds, data.out_seconds, each.breaths)
        assert [moment.at for moment in pace] == list(range(60 * minutes))
        assert pace[-1].breath == each.breaths
        assert each.label == {1: "One minute", 2: "Two minutes"}[minutes]


def test_a_breath_goes_in_first_and_is_counted_from_one():
    found = [(moment.now, moment.count, moment.breath) for moment in moments(2, 3, 2)]
    one = [("in", 1), ("in", 2), ("out", 1), ("out", 2), ("out", 3)]
    assert found == [(*each, 1) for each in one] + [(*each, 2) for each in one]
    assert [fullness(place) for place in (0, 0.5, 1)] == pytest.approx([0, 1, 0])


def test_the_way_out_of_the_pace_is_said_in_every_form():
    for form in ("moving", "still", "count"):
        activity = course_lib.BreathingPace(form=form)
        words = activity.describe()
        assert "Stop if it feels worse." in words
        assert "None of the trials was about crying after sex." in words
        assert "running" not in activity.trait_values(sync=True)
    with pytest.raises(UnknownNameError, match="moving"):
        course_lib.BreathingPace(form="movin")


@pytest.mark.parametrize(
    "broken",
    [
        (
            "breathing.toml",
            "in_seconds = 5",
            "in_seconds = 2",
            breathing_data.breathing,
            "8.57143 breaths a",
        ),
        (
            "breathing.toml",
            "breaths = 12",
            "breaths = 60",
            breathing_data.breathing,
            "entry two.*600 seconds",
        ),
        (
            "breathing.toml",
            '["C48"]',
            '["C99"]',
            breathing_data.breathing,
            "there is no claim 'C99'",
        ),
        (
            "steps.toml",
            'claim = "C49"',
            'claim = "C94"',
            steps_data.five_steps,
            "entry accept.*'claim'",
        ),
        ("steps.toml", "leave = ", "leaves = ", STEPS, "unknown field `leaves`"),
        ("partner_side.toml", 'id = "wait"', 'id = "ask"', PARTNER, "stands twice"),
        ("partner_side.toml", '["C50"]', "[]", PARTNER, "claims"),
    ],
)
def test_a_broken_file_gives_one_clear_sentence(broken_data, broken):
    file, old, new, read, said = broken
    broken_data(file, old, new)
    with pytest.raises(ContentError, match=said) as error:
        read.__wrapped__()
    assert file in str(error.value)


def test_the_five_steps_are_the_articles_each_with_its_grade_and_its_limit():
    steps = steps_data.five_steps().steps
    assert [step.claim for step in steps] == ["C48", "C49", "C50", "C51", "C52"]
    words = course_lib.FiveSteps().describe()
    for step in steps:
        claim = claims_data.claim(step.claim)
        assert claim.article_says in words
        assert f"Grade: {claims_data.grades()[claim.grade].word}." in words
        assert step.leave in words
    assert "No study was found that tested the set." in words


def test_a_card_can_be_read_alone_or_one_row_across_all():
    activity = course_lib.FiveSteps()

    def shown():
        return {
            each.part for each in activity._tables if "yes" in each.value(activity.state).split()
        }

    rows = {"row-supports", "row-limits", "row-way", "row-leave"}
    assert shown() == {"card-breathe", *rows}
    activity.card, activity.row = "all", "leave"
    cards = {f"card-{step.id}" for step in steps_data.five_steps().steps}
    assert shown() == {"row-leave", *cards}
    with pytest.raises(UnknownNameError, match="reflect"):
        activity.card = "reflekt"


def test_the_partner_asks_offers_waits_and_is_not_forgotten():
    cards = steps_data.partner_side().cards
    assert [card.id for card in cards] == ["after", "ask", "offer", "wait", "believe", "own"]
    assert "believe" in cards[4].does
    assert "Stop" in cards[4].does
    assert "names and details" in cards[5].does


def who_can_help():
    return sorting_data.sorting("who_can_help")


def test_at_least_fourteen_situations_for_four_kinds_of_help():
    data = who_can_help()
    assert len(data.cases) >= 14
    assert [group.id for group in data.groups] == ["self", "talk", "clinician", "urgent"]
    assert len({case.name for case in data.cases}) == len(data.cases)


@pytest.mark.parametrize(
    ("sign", "group"),
    [
        (r"rather not live", "urgent"),
        (r"very strong headache", "urgent"),
        (r"bleeds heavily", "urgent"),
        (r"threatens", "urgent"),
        (r"hurts .*not for the first time", "clinician"),
        (r"bled a little after sex", "clinician"),
        (r"pressed until", "clinician"),
        (r"lasts for days", "clinician"),
        (r"new medicine", "clinician"),
        (r"as with flu", "clinician"),
    ],
)
def test_every_safety_note_has_its_person_in_the_right_place(sign, group):
    (case,) = [case for case in who_can_help().cases if re.search(sign, case.text)]
    assert case.group == group


def test_sorting_gives_no_score_and_says_that_careful_is_never_wrong():
    activity = course_lib.SortCases("who_can_help")
    assert "Who can help here?" in activity.markup
    assert "take the more careful answer" in activity.describe()
    assert not re.search(r"\b(score|points)\b|your result", activity.describe().lower())
    assert "readings" not in activity.words["fits"] + activity.words["other"]
    assert "readings" in course_lib.SortCases("pcd").words["other"]


def test_no_phone_number_in_anything_the_lesson_says():
    parts = [
        who_can_help(),
        breathing_data.breathing(),
        steps_data.five_steps(),
        steps_data.partner_side(),
        help_data.help_data(),
    ]
    for part in parts:
        words = json.dumps(msgspec.to_builtins(part)).replace(help_data.help_data().reviewed, "")
        assert not PHONE.search(words)
    assert PHONE.search("call 020 7946 0999")


# --- The age of the help directory: today's date always comes from outside. ---


def dated(monkeypatch, day):
    data = msgspec.structs.replace(help_data.help_data(), reviewed=day)
    monkeypatch.setattr(help_data, "help_data", lambda: data)


def review_note(today):
    """What learners read on a day, if the review is over a year old by then."""
    return help_data.old_note() if today > help_data.fresh_until() else ""


@pytest.mark.parametrize(
    ("reviewed", "today", "old"),
    [
        ("2026-11-23", date(2026, 11, 23), False),
        ("2026-11-23", date(2027, 11, 23), False),
        ("2026-11-23", date(2027, 11, 24), True),
        ("2026-11-23", date(2031, 1, 1), True),
        ("2028-02-29", date(2029, 3, 1), False),
        ("2028-02-29", date(2029, 3, 2), True),
    ],
)
def test_a_review_over_a_year_old_is_said(monkeypatch, reviewed, today, old):
    dated(monkeypatch, reviewed)
    note = review_note(today)
    assert bool(note) == old
    if old:
        assert reviewed in note
        assert "over a year ago" in note


def test_a_day_that_does_not_exist_is_named(broken_data):
    broken_data("help.toml", 'reviewed = "2026-11', 'reviewed = "2026-13')
    with pytest.raises(ContentError, match=r"help\.toml.*'reviewed'.*'2026-13-\d\d'"):
        help_data.help_data()


@pytest.mark.parametrize("name", ["HelpPanel", "HelpDirectory"])
def test_what_is_stored_does_not_depend_on_the_day(name):
    before = getattr(course_lib, name)()
    assert before.review == {
        "fresh_until": help_data.fresh_until().isoformat(),
        "old": help_data.old_note(),
    }
    assert "over a year ago" not in before.static_html()
    assert help_data.help_data().reviewed in before.describe()
    assert help_data.help_data().owner in before.describe()


def warn_if_old(today):
    note = review_note(today)
    if note:
        warnings.warn(f"data/help.toml needs a new review. Learners now read: {note}", stacklevel=2)


def test_the_warning_comes_once_the_year_is_over(monkeypatch):
    dated(monkeypatch, "2026-11-23")
    with pytest.warns(UserWarning, match=r"help\.toml needs a new review.*2026-11-23"):
        warn_if_old(date(2027, 11, 24))
    warn_if_old(date(2027, 11, 23))


# Time alone must not turn the suite red: here, and only here, the warning stays a warning.
@pytest.mark.filterwarnings("default:data/help.toml needs a new review:UserWarning")
def test_the_real_file_is_reviewed_once_a_year():
    warn_if_old(datetime.now(tz=UTC).date())
