"""Sessions and activities: each rule is held when they are loaded, and names are looked up."""

import re

import pytest

import course_lib
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.sessions import leading_data, sessions_data
from course_lib.sessions.figures import FIGURES
from course_lib.sessions.plan_model import WORDS_A_MINUTE, word_count
from course_lib.sessions.plans_data import plan, plan_names
from course_lib.sessions.sessions_data import VERSIONS, activities, activities_of, session

#: Where the words on how to read a figure begin: nobody reads these aloud.
READING = re.compile(r"^(?:Solid line:|Filled:)", re.MULTILINE)
NAMES = ("demo", "30", "60", "90")


def every_session():
    """Load each session, and with it all that it names."""
    return [session(name) for name in NAMES]


def test_there_are_four_sessions_from_short_to_long():
    assert tuple(sessions_data.session_names()) == NAMES
    assert [session(name).minutes for name in NAMES] == [10, 30, 60, 90]


@pytest.mark.parametrize("name", NAMES)
def test_each_session_begins_and_ends_as_it_should(name):
    kinds = [
        leading_data.screens()[each.of].kind
        for each in activities_of(session(name))
        if each.kind == "words"
    ]
    assert kinds[:4] == list(leading_data.NEEDED[:4])
    assert kinds[-1] == "close"
    assert activities_of(session(name))[-1].id == "close"


@pytest.mark.parametrize("name", NAMES)
def test_even_with_the_sentences_under_a_figure_nobody_has_to_hurry(name):
    for part in session(name).parts:
        read_aloud = []
        for each in (activities()[one] for one in part.activities):
            read_aloud += each.spoken
            if each.kind == "figure":
                made = FIGURES[each.figure]
                for step in each.steps:
                    said = made(**each.options, **step.at).describe()
                    read_aloud.append(READING.split(said)[0])
        assert word_count(*read_aloud) <= WORDS_A_MINUTE * part.minutes, part.id


def test_every_material_is_given_out_by_an_activity_or_belongs_to_every_session():
    used = {name for each in activities().values() for name in (*each.materials, *each.answers)}
    used |= {name for number in plan_names() for part in plan(number).parts for name in part.papers}
    always = {"plan", "checklist", "spoken", "distress", "note", "poster"}
    with_a_lesson = {"known"}
    assert used | always | with_a_lesson == set(leading_data.materials())


def test_answers_are_apart_from_what_is_given_out():
    for each in activities().values():
        whom = leading_data.materials()
        assert {whom[name].whom for name in each.materials} <= {"everybody"}
        assert {whom[name].whom for name in each.answers} <= {"answers"}


def test_nothing_asks_anyone_about_their_own_life():
    asked = re.compile(r"\b(have you|do you|did you|are you|when you) (ever )?(cr|feel|felt|had)")
    for each in activities().values():
        for text in (*each.spoken, *(getattr(each, version) for version in VERSIONS)):
            assert not asked.search(text.lower()), text


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("sessions/60.toml", "minutes = 13", "minutes = 19", "leaves 2. Keep at least 10%"),
        ("sessions/60.toml", "minutes = 60", "minutes = 40", "take 52 of 40"),
        ("sessions/30.toml", "may_cut = true", "", "5 of its 30 minutes may be cut"),
        ("sessions/demo.toml", "minutes = 2\nactiv", "minutes = 1\nactiv", "words to say in 1 min"),
        ("sessions/demo.toml", '"welcome", ', "", "no 'welcome'"),
        ("sessions/demo.toml", '"ground_rules", ', "", "no 'ground_rules'"),
        ("sessions/demo.toml", '"content_note", ', "", "no 'content_note'"),
        ("sessions/demo.toml", ', "help"]', "]", "no 'help'"),
        ("sessions/demo.toml", '["close"]', '["help"]', "no 'close'"),
        ("sessions/demo.toml", '["drop"]', '["dorp"]', "no activity 'dorp'.*drop"),
        ("sessions/demo.toml", 'id = "demo"', 'id = "other"', "not the name of the file"),
        ("activities.toml", '["C57"]', '["C97"]', "no claim 'C97'"),
        ("activities.toml", '"curves"', '"curve"', "no material 'curve'"),
        ("activities.toml", 'stop = "orgasm"', 'stop = "orgasmm"', "stop called 'orgasmm'"),
        ("activities.toml", 'lens = "story"', 'lens = "told"', "lens called 'told'"),
        ("activities.toml", '"prolactin"]', '"prolactine"]', "lane called 'prolactine'"),
        ("activities.toml", '"oxytocin",', '"oxytocin", "dopamine",', "number of lanes"),
        ("activities.toml", 'row = "P01"', 'row = "P99"', "row called 'P99'"),
        ("activities.toml", 'of = "tear_hormones"', 'of = "tears"', "grade called 'tears'"),
        ("activities.toml", 'node = "b1"', 'node = "e1"', "moment called 'e1'"),
        ("activities.toml", 'of = "H02"', 'of = "H99"', "headline called 'H99'"),
        ("activities.toml", '["curves"]', '["grade_cards"]', "claims about evidence. Take"),
        ("activities.toml", "Make a guess, each for yourself", "Let us vote", "asks for a vote"),
    ],
)
def test_what_cannot_be_led_gets_a_sentence(broken_data, name, old, new, said):
    broken_data(name, old, new)
    with pytest.raises((ContentError, UnknownNameError), match=said) as caught:
        every_session()
    assert "\n" not in str(caught.value)


def test_a_step_too_few_is_refused(data_copy):
    path = data_copy / "activities.toml"
    text = path.read_text("utf-8")
    steps = text.split("[[activities.steps]]\n")
    at = next(i for i, each in enumerate(steps) if "This is what was studied. Read it" in each)
    path.write_text("[[activities.steps]]\n".join(steps[:at] + steps[at + 1 :]), "utf-8")
    with pytest.raises(ContentError, match=r"entry grade_tears: it has 2 steps.* needs 3"):
        activities()


def test_the_figures_of_the_stage_are_the_courses_own():
    for name, made in FIGURES.items():
        assert getattr(course_lib, name) is made
