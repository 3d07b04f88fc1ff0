"""The whole article is taught, and nothing in the data is an orphan."""

import json
import re

import pytest

from course_lib.cards import quiz_data
from course_lib.evidence import backlinks, claims_data, drawer, glossary_data, references_data
from course_lib.frame import lessons_data
from course_lib.frame.load import UnknownNameError
from course_lib.frame.read import data_dir
from course_lib.hormones import substances_data

LESSONS = list(lessons_data.lessons().values())


def code(lesson):
    path = lessons_data.NOTEBOOKS / lesson.notebook
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def marked(lesson):
    return set(re.findall(r"\(#(C\d\d)", backlinks.prose(lesson.id)))


def test_every_section_of_the_article_is_taught():
    taught = {section.lesson for section in lessons_data.sections().values()}
    assert taught == {lesson.id for lesson in LESSONS if lesson.written}


def test_every_claim_is_taught_in_at_least_one_lesson():
    assert set().union(*map(marked, LESSONS)) == set(claims_data.claims())


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_drawer_of_a_lesson_holds_its_sections_claims(lesson):
    shown_drawer = drawer.EvidenceDrawer(lesson.id)
    shown = set(re.findall(r'data-claim="(C\d\d)"', shown_drawer.static_html()))
    own = {claim.id for claim in claims_data.claims_of_lesson(lesson.id)}
    assert own
    assert own <= shown


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_source_lists_each_lesson_whose_evidence_shows_it(lesson):
    path = lessons_data.NOTEBOOKS / lesson.notebook
    (output,) = [
        "".join(found["data"]["text/html"])
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        for found in cell.get("outputs", [])
        if 'data-activity="EvidenceDrawer"' in "".join(found.get("data", {}).get("text/html", ""))
    ]
    shown = set(re.findall(r'data-claim="(C\d\d)"', output))
    assert shown == backlinks.claims_shown(lesson.id)
    for claim in map(claims_data.claim, shown):
        for key in (*claim.supports, *claim.limits):
            assert lesson.id in backlinks.lessons_with_reference(key)


@pytest.mark.parametrize("term", glossary_data.glossary())
def test_every_term_is_used_in_a_lesson(term):
    assert backlinks.lessons_with_term(term)


@pytest.mark.parametrize("key", references_data.references())
def test_every_source_is_shown_in_a_lesson_or_stands_behind_a_line_of_the_body(key):
    behind = {key for each in substances_data.body_signals() for key in each.refs}
    assert backlinks.lessons_with_reference(key) or key in behind


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_check_and_the_guess_of_a_lesson_stand_in_it_and_nowhere_else(lesson):
    for call in (f'Quiz("{lesson.id}")', f'Prediction("{lesson.id}")'):
        assert [other.id for other in LESSONS if call in code(other)] == [lesson.id]
    assert quiz_data.quiz(lesson.id).items


@pytest.mark.parametrize(
    ("folder", "call"),
    [
        ("quizzes", "Quiz"),
        ("predictions", "Prediction"),
        ("sorts", "SortCases"),
        ("conversations", "Conversation"),
    ],
)
def test_no_data_file_is_left_over(folder, call):
    named = {found for lesson in LESSONS for found in re.findall(rf'{call}\("(\w+)"', code(lesson))}
    assert {path.stem for path in (data_dir() / folder).glob("*.toml")} == named


def test_a_term_or_source_that_does_not_exist_is_named():
    with pytest.raises(UnknownNameError, match=r"oxytoxin.*oxytocin"):
        backlinks.lessons_with_term("oxytoxin")
    with pytest.raises(UnknownNameError, match=r"bird2012.*bird2011"):
        backlinks.lessons_with_reference("bird2012")


def test_backlinks_are_found_by_hand_too():
    assert backlinks.claims_with_reference("exton1999") == [
        claim.id
        for claim in claims_data.claims().values()
        if "exton1999" in (*claim.supports, *claim.limits)
    ]
    assert "07" in backlinks.lessons_with_term("prevalence")
    assert "04" not in backlinks.lessons_with_term("microdialysis")
    assert backlinks.lessons_with_reference("samhsa2014") == ["08", "11"]
