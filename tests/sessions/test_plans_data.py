"""The plans of the lessons: each can be led, gives out what exists, and votes by the one rule."""

import re
from pathlib import Path

import nbformat
import pytest

from course_lib.frame import lessons_data
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.sessions import exercises, leading_data
from course_lib.sessions.plan_model import asks_for_a_vote
from course_lib.sessions.plans_data import plan, plan_names
from course_lib.sessions.sessions_data import (
    VERSIONS,
    activities,
    activities_of,
    session,
    session_names,
)

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
LESSONS = sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))


def leaders_cells(path):
    """Return the cells for whoever leads a group, by their names."""
    cells = nbformat.read(path, as_version=4).cells
    return {
        cell.id.removeprefix("facilitator-"): cell.source
        for cell in cells
        if "facilitator" in cell.metadata.get("tags", [])
    }


def test_each_lesson_has_a_plan():
    written = [each.id for each in lessons_data.lessons().values() if each.written]
    assert plan_names() == written == [path.name[:2] for path in LESSONS]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.name[:2])
def test_what_a_lesson_tells_a_leader_asks_for_no_vote_but_on_a_claim(path):
    found = plan(path.name[:2])
    for name, source in leaders_cells(path).items():
        if name != "never-ask":
            assert not asks_for_a_vote(source), name
        assert "Ctrl" not in source
        assert "enlarge" not in source
    for part in found.parts:
        if "grade_cards" in part.papers:
            kinds = {each.kind for each in activities_of(found) if "grade_cards" in each.materials}
            assert part.graded or kinds == {"grade"}


@pytest.mark.parametrize("number", plan_names())
def test_what_a_plan_gives_out_exists_and_holds_something(number):
    found = plan(number)
    named = {name for part in found.parts for name in part.papers}
    assert named <= set(leading_data.materials())
    groups = exercises.exercise(found)
    assert all(group.items for group in groups)
    assert "exercise" in named or number == "07"
    assert bool(exercises.cards(found)) == ("cases" in named)
    assert ("cases_answers" in named) <= any(card.answer for card in exercises.cards(found))


@pytest.mark.parametrize("number", plan_names())
def test_each_item_to_mark_has_answers_and_a_reason(number):
    for group in exercises.exercise(plan(number)):
        for item in group.items:
            assert item.why
            assert len(item.why) in (1, len(item.options))
            assert all(place < len(item.options) for place in item.right)
            assert item.options or "____" in item.text


@pytest.mark.parametrize("number", plan_names())
def test_words_to_say_differ_from_words_on_what_to_do(number):
    for part in plan(number).parts:
        for version in VERSIONS:
            assert part.way(version)
            assert not set(part.way(version)) & set(part.ask)


def test_no_group_gets_the_cards_that_its_plan_leaves_out():
    for number in ("03", "08", "09"):
        found = plan(number)
        left_out = " ".join(found.leave_out)
        names = re.search(r"(?:sheet|cards) leaves? out ([A-Z][\w ,]+?)\.", left_out)
        titles = {card.title for card in exercises.cards(found)}
        assert names
        assert not {name for name in titles if name in names[1]}, number
    texts = " ".join(item.text for item in exercises.exercise(plan("08"))[1].items)
    assert not re.search(r"\b(Marek|Tamar|Elif|Ade|Yasmin|Rui)\b", texts)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("plans/00.toml", "minutes = 30", "minutes = 28", "take 27 of 28"),
        ("plans/11.toml", "may_cut = true", "", "3 of its 30 minutes may be cut"),
        ("plans/04.toml", "minutes = 4\nactiv", "minutes = 1\nactiv", "words to say in 1 min"),
        ("plans/10.toml", '"help"', '"pause"', "no 'help'"),
        ("plans/06.toml", '"welcome", ', "", "no 'welcome'"),
        ("plans/12.toml", '["exercise"]', '["exercises"]', "no material 'exercises'"),
        ("plans/06.toml", 'graded = ["C40"]', "", "go together"),
        ("plans/06.toml", 'materials = ["grade_cards"]', "", "go together"),
        ("plans/00.toml", "Choose four.", "Show of hands for four.", "asks for a vote"),
        ("plans/10.toml", "without comment.", "and collect hands for each.", "asks for a vote"),
        ("plans/08.toml", 'does = "Say what', 'projector = "Say what', "does not say what is done"),
        ("plans/05.toml", '"H04"', '"H44"', "no headline called 'H44'"),
        ("plans/04.toml", "the_partner b1", "the_partner b99", "no moment called 'b99'"),
        ("plans/07.toml", '"P01"', '"P99"', "no published figure called 'P99'"),
        ("plans/08.toml", '"olu"', '"nobody"', "no case called 'nobody'"),
        ("plans/03.toml", '"olu"', '"nobody"', "no card called 'nobody'"),
        ("plans/00.toml", "Then stay with hummin", "Let people vote", "asks for a vote"),
    ],
)
def test_a_plan_that_cannot_be_led_gets_a_sentence(broken_data, name, old, new, said):
    broken_data(name, old, new)
    with pytest.raises((ContentError, UnknownNameError), match=said) as caught:
        plan(name[6:8])
    assert "\n" not in str(caught.value)


def test_each_part_is_at_least_led_in_a_session_or_a_plan():
    used = {each.id for name in session_names() for each in activities_of(session(name))}
    used |= {each.id for number in plan_names() for each in activities_of(plan(number))}
    assert used == set(activities())
