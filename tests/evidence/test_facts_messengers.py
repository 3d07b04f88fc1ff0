"""Faults in what was said of serotonin, opioids, adrenaline, cortisol and vasopressin."""

import pytest
from stated import claim, lane, lesson, nearest, never, rows, said, source, told

from course_lib.evidence.references_data import Studied
from course_lib.frame import figures


def serotonin_rose_after_ejaculation_and_not_before():
    never("serotonin[^.]*(goes|went|rises|rose)( up)? at ejaculation")
    never("it (goes|went|rises) (up )?at ejaculation|At (ejaculation|that moment) serotonin rose")
    line = source("lorrain1997").line
    assert "did not rise before ejaculation" in line
    assert "mated again" in line
    assert "no rise" in lane("serotonin").phases.arousal
    assert "no rise" in lane("serotonin").phases.plateau
    assert len({*lane("serotonin").levels[:3]}) == 1
    assert "we read nothing of before" not in told("serotonin")
    assert "of what comes before" not in lesson("06")


def serotonin_was_measured_in_more_parts_of_the_brain():
    never("in one part of the brain at ejaculation, though not in another")
    never("In people's brains nobody knows[.]")
    assert "fumero1994" in claim("C39").supports
    assert "three other parts" in said("C39")
    assert source("fumero1994").whom_studied is Studied.ANIMALS
    assert "more sex" not in lane("serotonin").role


def nothing_was_found_after_sex_and_something_at_films():
    never("third (claim )?we found (nothing|no study at all)|third claim no study at all")
    assert "25 women" in lesson("06")
    assert "mice" in nearest("serotonin_and_tears")
    assert "no weeping" in source("imada2017").line


def serotonin_and_crying_easily():
    """What speaks against the story is told beside what speaks for it."""
    for text in (said("C41"), lesson("06"), nearest("serotonin_and_tears")):
        assert "170 people" in text
    assert "did not differ" in source("markianos2011").line
    assert "markianos2011" in claim("C41").limits


def the_years_of_a_story_are_those_of_its_sources():
    (story,) = [e for e in figures.toml("activities.toml")["activities"] if e["id"] == "claim_ages"]
    (says,) = [each["say"] for each in story["steps"] if each["at"]["stop"] == "rats"]
    assert "1997" in says


def opioids_in_the_brain_were_measured_in_rats():
    never("no study that followed the brain over time|Natural opioids in the brain were scanned")
    assert "rats" in lane("endorphins").measured_in
    assert {"szechtman1981", "rodriguez2002"} <= {*lane("endorphins").refs}
    assert "opioids" in nearest("mating_brain")


def adrenaline_with_arousal_is_not_settled():
    assert "not settled" in lane("adrenaline").phases.arousal
    never("little change or small rise")


def a_time_that_no_summary_gives_is_not_told():
    never("gone again within minutes|Brief in blood: back within minutes")


def cortisol_with_arousal_has_no_size_for_women():
    never("it fell a little in many people|a small fall (in many|was seen)")
    assert "a little in many" not in lesson("05")
    never("and in (one|two) it did not( change)?[.]")
    assert "79 women" in said("C59")
    assert "goldey2011" in claim("C59").limits


def nearly_all_is_from_rats_of_both_sexes():
    never("from blood, from male rats, or not checked")


def vasopressin_and_voles():
    never("Nothing we checked supports that name")
    assert "from memory" in lane("vasopressin").strength


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
