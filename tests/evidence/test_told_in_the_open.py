"""What a sceptical reader missed: what a sentence leans on is told where the sentence stands."""

import re

import pytest
from stated import card, everything, lane, lesson, rows, source

from course_lib.frame import figures, lessons_data
from course_lib.hormones.substances_data import timeline_substances

NOTHING_TOLD = r"spinal fluid[^“”]*?\b(is|none is) told|tells? of (no|it)"


def a_sentence_that_breaks_off_is_said_to():
    """What spinal fluid of ten men did not show rests on a copy whose sentence is cut off.

    Short sentences say what is told, and no more; longer ones say where it breaks off.
    """
    assert "cut off" in source("kruger2006csf").line
    prose = [lesson(number) for number in lessons_data.lessons()]
    found = [
        said
        for text in (*everything().values(), *prose)
        for said in re.findall(r"[^'\"\n.]*spinal fluid[^'\"\n.]*", text)
        if re.search(NOTHING_TOLD, said)
    ]
    assert len(found) >= 15
    for said in found:
        assert "our copy" in said or "only noradrenaline is told" in said, said
    assert "breaks off mid-sentence" in lane("dopamine").measured_where
    assert "breaks off mid-sentence" in lesson("05")
    assert "only noradrenaline is told" in card("dopamine")


def how_people_were_measured_stands_in_the_open():
    prose = lesson("05").partition("<details>\n<summary>What is said about three")[0]
    assert "masturbated alone in a laboratory while blood was taken" in prose
    for key in ("exton1999", "kruger1998", "exton2001abst", "carmichael1987", "fuss2017"):
        assert "masturbation" in source(key).line, key
    assert "masturbated" in source("incoronato2023").line
    for key in ("exton2001coitus", "siciliani2000"):
        assert "couples" in source(key).line, key
    assert "a medicine that blocks opioids" in lane("prolactin").measured_in


def lines_are_counted_as_they_are_drawn():
    drawn = [each for each in timeline_substances() if each.levels]
    blood = [each.id for each in drawn if each.basis.value == "human_blood"]
    rats = [each.id for each in drawn if each.basis.value == "male_rats"]
    prose = lesson("05")
    every = len(timeline_substances())
    few, all_of_them = figures.in_words(len(blood)).capitalize(), figures.in_words(every)
    assert len(blood) < every
    assert f"{few} of the {all_of_them} have a line from the blood of small groups" in prose
    assert f"lines of {' and '.join(rats)} come from the brains of male rats" in prose
    assert f"{few} of the {all_of_them} lines" not in prose


def what_was_not_looked_at_is_said_with_what_one_can_do():
    (said,) = re.findall(r"\*\*Not looked at here:\*\*.*", lesson("05"))
    for word in ("oestrogen", "testosterone", "the pill", "a birth", "menopause"):
        assert word in said
    assert "nothing about whether they matter" in said
    assert "nurse or doctor" in said
    assert "11_questions_people_ask.ipynb" in said


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_what_was_hidden_is_told(row):
    row()
