"""Faults in what was said of prolactin and oxytocin; and their kinds."""

import pytest
from stated import claim, lane, lesson, nearest, never, quiz_words, rows, said, source

from course_lib.frame import figures


def prolactin_rose_without_orgasm_in_ten_men():
    never("[Ww]ithout orgasm, no rise")
    never("(?<!mostly )no rise without orgasm")
    never("Without orgasm it did not rise")
    assert "prolactin mostly stayed flat" in lesson("01")
    assert "most studies" in quiz_words("01", "Q01-1")
    assert "ten men" in str(figures.toml("substances.toml")["substances"][1]["phases"])
    assert "codispoti2003" in lane("prolactin").refs
    assert "Ten men" in source("codispoti2003").line


def prolactin_was_measured_with_tear_fluid():
    never("no study that measured prolactin and tears together")
    never("links that fall, or prolactin, to tears")
    never("no study of people found links either of them to tears")
    never("no study was found that links it to tears")
    assert "after sex" in claim("C11").better
    assert "mathers1998" in claim("C57").limits
    assert "prolactin" in said("C57")
    assert "110 women" in nearest("oxytocin_and_tears")


def oxytocin_and_tear_fluid_were_measured_in_people():
    never("which is no weeping; in people, we found no study of that")
    never("from a hormone to tears: no study")
    never("any of them brings tears, nobody knows: we found no study of people that looked")
    never("untested:[*]* hormones and the amount of tears")
    assert "fluid stood at the lid" in nearest("oxytocin_and_tears")


def short_changes_of_prolactin_were_measured_with_feelings():
    never("evidence on mood comes from patients")
    assert "32 women" in nearest("prolactin_and_mood")


def spinal_fluid_was_searched_for_more_than_dopamine():
    never("blood and urine, and on dopamine from spinal fluid")


def oxytocin_was_measured_in_the_brains_of_more_than_rats():
    never("oxytocin, the measurements we found in brains come from rats")
    assert "ewes" in nearest("living_brain")


def what_was_done_to_the_mice_is_told_apart():
    never("raising or blocking prolactin did not change that pause")


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
