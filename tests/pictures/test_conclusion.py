"""Lesson 12: the map of causes, the second self-check and the page of one's own."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

import course_lib
from course_lib.evidence import claims_data, help_data
from course_lib.frame import lessons_data, scenes
from course_lib.frame.figures import in_words
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.frame.phrases import phrase, phrases_below
from course_lib.pictures.causes_data import causes
from course_lib.pictures.causes_model import SHAPES, cause_box, height, link, target_box
from course_lib.pictures.causes_words import claimed, grade_mark
from course_lib.pictures.summary_data import summary

TESTED = [cause for cause in causes().values() if cause.tested]


def test_many_causes_and_few_tested_as_the_words_say():
    number = in_words(len(TESTED)).capitalize()
    assert in_words(len(causes())).capitalize() in phrase("causes.alternative")
    assert 0 < len(TESTED) < len(causes()) / 2
    assert phrase("causes.title_only").startswith(number)
    assert phrase("causes.status_only", names="").startswith(number)


def test_no_tested_link_leads_to_tears_or_claims_a_cause():
    for cause in TESTED:
        assert (cause.end, cause.link) == ("low", "together")
        assert "go together" in claimed(cause) or claimed(cause) == phrase("causes.together")
        assert "cause" not in claimed(cause).replace(phrase("causes.together"), "")


def test_grades_are_those_of_the_ledger():
    for cause in causes().values():
        if cause.grade_of:
            entry = claims_data.grades()[claims_data.claim(cause.grade_of).grade]
            assert grade_mark(cause) == f"{entry.symbol} {entry.word}"
        else:
            assert grade_mark(cause) == "□ not graded"


@pytest.mark.parametrize("form", scenes.FORMS)
def test_lines_follow_grade_and_arrows_follow_claims(form):
    root = ET.fromstring(scenes.scene("causes", form))
    for cause in causes().values():
        line = root.find(f".//*[@data-part='link-{cause.id}']")
        drawn = cause.grade is None or cause.grade.line != "none"
        assert (line is not None) == drawn, cause.id
        arrow = root.find(f".//*[@data-part='arrow-{cause.id}']")
        assert (arrow is not None) == (drawn and cause.link == "cause"), cause.id
        if drawn:
            dashed = "stroke-dasharray" in ET.tostring(line, encoding="unicode")
            assert dashed == (cause.grade is None or cause.grade.line != "solid")


@pytest.mark.parametrize("name", SHAPES)
def test_boxes_do_not_touch_and_links_do_not_cross(name):
    shape, count = SHAPES[name], len(causes())
    boxes = [cause_box(shape, place) for place in range(count)]
    for above, below in pairwise(boxes):
        assert above.top + above.height < below.top
    assert boxes[-1].top + boxes[-1].height < height(shape, count) - shape.foot + 12
    places = list(range(7, 12))
    target = target_box(shape, places)
    ends = [link(shape, places, place)[3] for place in places]
    assert ends == sorted(ends)
    assert target.top < ends[0] < ends[-1] < target.top + target.height
    assert target.right <= shape.width
    assert boxes[0].right < target.left - 40


def test_every_cause_says_what_was_studied_and_what_is_missing():
    said = course_lib.CauseMap().describe()
    for cause in causes().values():
        for words in (cause.label, cause.idea, cause.studied, cause.whom, cause.needed):
            assert " ".join(words.split()) in said
    assert "help comes first" in causes()["pain"].needed


def test_unknown_cause_lists_near_matches():
    with pytest.raises(UnknownNameError, match="hormones"):
        course_lib.CauseMap(chosen="hormone")
    with pytest.raises(UnknownNameError, match="attachment"):
        course_lib.CauseMap().chosen = "atachment"


def test_second_self_check_has_what_it_compares_with_and_the_first_has_not():
    first, second = course_lib.SelfCheck(), course_lib.SelfCheck("second")
    assert 'data-part="both"' in second.markup
    assert 'data-part="both"' not in first.markup
    assert phrase("beliefs_again.private") in second.describe()
    assert "answers" not in second.trait_values(sync=True, private=None)
    for name in ("changed_to", "changed_from", "fits", "kept", "first_missing"):
        assert second.words[f"again_{name}"]


def test_kind_words_do_not_judge():
    for words in phrases_below("beliefs_again").values():
        for harsh in ("wrong", "mistake", "should", "score:", "fail", "still believe"):
            assert harsh not in words.lower()


def test_the_page_of_ones_own_has_no_trait_for_what_is_ticked_or_written():
    page = course_lib.PersonalSummary()
    own = set(page.trait_names(sync=True)) - set(course_lib.HelpPanel().trait_names(sync=True))
    assert own == {"words"}


def test_nothing_is_ticked_beforehand_and_the_note_is_empty():
    root = ET.fromstring(course_lib.PersonalSummary().markup)
    boxes = [e for e in root.iter("input") if e.attrib["type"] == "checkbox"]
    assert len(boxes) == len(summary().points) + len(causes()) + len(summary().questions)
    for box in boxes:
        assert "checked" not in box.attrib
    (note,) = root.iter("textarea")
    assert note.attrib["autocomplete"] == "off"
    assert not (note.text or "").strip()


def test_every_lesson_has_a_key_point_and_help_is_named():
    assert {point.lesson for point in summary().points} == set(lessons_data.lessons())
    said = course_lib.PersonalSummary().describe()
    assert help_data.help_data().directories[0].name in said
    for each in [*summary().points, *summary().questions]:
        assert each.text in said


@pytest.mark.parametrize(
    "broken",
    [
        (
            "causes.toml",
            'claims = ["C62"]',
            'claims = ["C99"]',
            "attachment.*'claims'.*no claim 'C99'",
        ),
        ("causes.toml", 'grade_of = "C62"', 'grade_of = "C61"', "C61 is not among its claims"),
        ("causes.toml", "tested = true", "tested = false", "abuse, field 'tested'"),
        ("causes.toml", '"georgiadis2006"', '"georgiadis2060"', "sensations.*'refs'.*no source"),
        ("causes.toml", 'id = "joy"', 'id = "pain"', "'pain' stands twice"),
        ("causes.toml", 'end = "tears"', 'end = "tear"', "entry hormones.*end"),
        (
            "summary.toml",
            'claims = ["C19"]',
            'claims = ["C91"]',
            "'points\\[2\\].claims'.*no claim 'C91'",
        ),
        ("summary.toml", 'lesson = "04"', 'lesson = "01"', "order of the lessons"),
        ("summary.toml", "topic: {directory}", "topic: many", "must name {directory}"),
        ("summary.toml", 'to = "clinician"', 'to = "doctor"', "summary.toml.*'questions"),
    ],
)
def test_a_broken_file_gives_one_sentence(broken_data, broken):
    name, old, new, said = broken
    broken_data(name, old, new)
    load = causes.__wrapped__ if name == "causes.toml" else summary.__wrapped__
    with pytest.raises(ContentError, match=said) as caught:
        load()
    assert "\n" not in str(caught.value)


def test_causes_that_would_cross_are_refused(data_copy):
    file = data_copy / "causes.toml"
    head, *entries = file.read_text(encoding="utf-8").split("[[causes]]")
    mixed = "[[causes]]".join([head, entries[-1], *entries[:-1]])
    file.write_text(mixed, encoding="utf-8")
    with pytest.raises(ContentError, match="lines would cross"):
        causes.__wrapped__()
