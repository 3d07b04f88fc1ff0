"""What fresh readers stumbled over, each as a kind: one voice, once, and for who reads it."""

import re

import nbformat
import pytest

from course_lib import EvidenceDrawer
from course_lib.cards import faq_data, quiz_data
from course_lib.care import steps_data
from course_lib.evidence import claims_data
from course_lib.frame import figures, lessons_data
from course_lib.frame.phrases import phrase
from course_lib.site import doors_data
from tools import refresh

LESSONS = list(lessons_data.lessons())
#: A sentence of a lesson, and the first sign behind it.
GRADED = re.compile(r"([^.!?\n]*(?:[.!?]”?[*]*|:))\u202f\[(.)\]\(#C")


def prose(lesson):
    """What learners read in the cells of a lesson."""
    (path,) = (each for each in refresh.notebooks() if each.name.startswith(lesson))
    cells = nbformat.read(path, as_version=4).cells
    return "\n\n".join(
        cell.source
        for cell in cells
        if cell.cell_type == "markdown" and "facilitator" not in cell.metadata.get("tags", [])
    )


@pytest.mark.parametrize("lesson", LESSONS)
def test_an_answer_does_not_say_yes_twice(lesson):
    """The activity begins each explanation with a word of its own."""
    said = (phrase("quiz.right"), phrase("quiz.not_quite"))
    for item in quiz_data.quiz(lesson).items:
        for option in item.options:
            assert not re.match(
                "|".join(rf"{each.rstrip('.')}\b" for each in said), option.feedback
            ), f"{option.feedback!r}: its first word is written before it, so begin with another"


def test_who_was_beside_someone_yesterday_finds_words_first():
    (first, *_) = steps_data.partner_side().cards
    assert "evening after" in first.label
    assert "need not ask again" in first.does
    assert "cannot wait" in first.does
    assert "need not ask again" in faq_data.questions()["partner"].short


def test_the_second_door_leads_to_the_very_place():
    (door,) = [each for each in doors_data.doors().doors if each.id == "with_someone"]
    assert [each.to for each in door.places] == [
        "11#q-partner",
        "04#Ask,-offer,-wait",
        "08#Beside-someone-in-tears",
    ]


#: Words of ours that a sign of little evidence, read with its sentence, would turn round.
OURS = re.compile(
    r"[Nn]obody (knows|can|has)|\b[Nn]o (study|trial|test)\b|not (known|seen|shown)|is missing"
    r"|still up|(went|stayed) up|has a \w+ peak|leaves this out|\bowed?\b|would (need|have to)"
)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_sign_stands_behind_what_it_grades_and_not_behind_our_correction(lesson):
    found = [
        sentence.strip()
        for sentence, sign in GRADED.findall(prose(lesson))
        if sign != "●"
        and not sentence.startswith(f"- **{sign}**")  # lesson 00 says what each sign means
        and (OURS.search(sentence) or sentence.endswith("?"))
    ]
    assert found == []


@pytest.mark.parametrize("lesson", [each for each in LESSONS if each != "00"])
def test_the_signs_are_named_where_the_first_of_them_is_met(lesson):
    """In lesson 00 a list explains them."""
    opened = re.sub(r"<details>.*?</details>", "", prose(lesson), flags=re.DOTALL)
    (key,) = re.findall(r"^\*\*Signs:\*\* .*$", opened, flags=re.MULTILINE)
    for grade in claims_data.grades().values():
        assert f"{grade.symbol} {grade.word.lower()}" in key
    assert opened.index(key) < re.search(r"\]\(#C\d\d", opened).start()


@pytest.mark.parametrize("lesson", LESSONS)
def test_nothing_is_said_twice_on_one_screen(lesson):
    check = prose(lesson).split("## Check your understanding")[1].split("##")[0]
    assert ("counted" in check) + ("counted" in phrase("quiz.private")) == 1
    assert "close to home" not in prose(lesson)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_list_of_evidence_says_once_whose_sentences_they_are(lesson):
    """A line is a grade and a sentence; its number stands behind it, small."""
    shown = EvidenceDrawer(lesson, extra="C01 C64").static_html()
    for name in ("article_says", "shared"):
        assert shown.count(phrase(f"evidence.{name}")) <= 1
    assert "sentence of the article" in phrase("evidence.intro")
    for line in re.findall(r"<summary>(.*?)</summary>", shown, re.DOTALL)[1:]:
        assert (
            re.search(r"cc-grade.* · .*<small>C\d\d</small>$", line, re.DOTALL) or "·" not in line
        )
    for cell in ("Every claim", "Each claim"):
        assert cell not in phrase("evidence.intro")


def test_what_cannot_wait_stands_before_the_part_that_one_may_skip():
    before, _, _ = prose("02").partition("## Tears do not reveal anyone's history")
    assert "Thoughts of suicide always deserve help at once" in before
    assert "comes often or distresses you" in before
    assert "you need not search your life" in before.split("<details>")[0]


@pytest.mark.parametrize(
    "crooked",
    [
        "kindness goes with it",
        "Robin's do not look like it",
        "drawn by lot",
        "Most pairs were refused",
        "of the second we found no test",
        "activate after climax",
        "real ones nobody can judge",
        "never about you, and it is not saved",
        "Better not to guess",
        "mark for oneself",
        "was found to have tested that",
    ],
)
def test_no_crooked_sentence_comes_back(crooked):
    assert not [lesson for lesson in LESSONS if crooked in prose(lesson)]
    assert crooked not in str(figures.toml("partner_side.toml"))
