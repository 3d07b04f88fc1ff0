"""Faults F1 to F12 that a second fact check found, and others of their kinds, put right."""

import pytest
from stated import answer, claim, lane, nearest, nowhere, rows, said, source, sources_of, told

from course_lib.evidence.claims_data import Grade
from course_lib.evidence.references_data import Read, references


def one_link_is_not_modest():
    nowhere(r"[Ee]ach (single )?link is modest|^The links are modest|[.] The links are modest")
    assert "4.5 and 2.5 times" in source("burri2011").line
    for key in ("C60", "C18", "C30"):
        assert "4.5 times the odds" in said(key)
    assert "lasting ones" in source("burri2011").line


def dopamine_outside_the_brain():
    nowhere(r"dopamine( itself)? in people(?!'| at)|it directly in people during sex")
    nowhere(r"[Ii]n people no direct measurement|Nothing in people")
    for key in ("meston2005", "dundon2012", "carani1990"):
        assert {key} <= {*lane("dopamine").refs} & sources_of("C35")
        assert "dopamine" in source(key).line
    assert "22 women" in told("dopamine")
    assert "people's brains" in lane("dopamine").unknown_note
    assert "urine" in nearest("living_brain")


def serotonin_outside_the_brain():
    assert {"uckert2003"} <= {*lane("serotonin").refs} & sources_of("C39")
    assert "41 men" in said("C39")
    assert "41 men" in told("serotonin")
    assert "41 men" in answer("hormones")
    nowhere("looked for this in people(?!')|in people we found no measurement")


def scans_disagree():
    for key in ("georgiadis2009", "tiihonen1994", "wise2017", "komisaruk_fmri"):
        assert key in sources_of("C24") & sources_of("C22")
    assert "news" in source("wise2017").line
    assert source("wise2017").read is Read.EXCERPT
    nowhere("in one small study. Whether|One small (scan )?study (of 12 women )?saw")
    for text in (said("C24"), answer("sensations")):
        assert "eight men" in text
    assert "eight men" in nearest("overwhelmed_brain")
    assert "scan studies" in said("C35")


def problems_with_sex_go_along():
    assert "-0.16" in source("schweitzer2015").line
    assert "sexual problems" in source("maczkowiack2019").line
    for key in ("C30", "C60"):
        assert "sexual problems" in said(key)


def cortisol_a_third_and_a_fourth_time():
    for key in ("fuss2017", "siciliani2000"):
        assert {key} <= {*lane("cortisol").refs} & sources_of("C59")
    for text in (said("C59"), told("cortisol")):
        assert "24" in text
        assert "rose" in text
    nowhere("[Tt]wo small studies,? (orgasm did|cortisol)|two small ones followed")
    assert "2-AG" in said("C02")
    assert "klein2012" in sources_of("C02")


def feelings_day_by_day():
    for key in ("diary_couples", "wesche2021", "vasilenko2012"):
        assert key in sources_of("C38")
    assert "71 papers" in said("C38")
    for key in ("unsteady_time", "over_time"):
        assert "twice a day" in nearest(key)
    assert claim("C38").grade is Grade.NO_GOOD_EVIDENCE


def whose_depression_was_known():
    assert "3,674" in source("dunne1997").line
    assert "3,674" in nearest("who_answers")
    assert "dawson2019" in references()


def simple_comparisons_did_not_agree():
    assert "did not agree" in source("becht2002").line


def breathing_was_recorded():
    nowhere("papers( since 1950)? that we did not read")
    assert "reathing" in source("anal_contractions1991").line
    assert "anal_contractions1991" in lane("breathing").refs


def what_could_not_be_read():
    assert "denes_saliva" in lane("oxytocin").refs
    assert "no result" in source("denes_saliva").line


def orgasm_or_the_touch_before():
    for text in (source("jern2023").line, said("C03"), told("endorphins")):
        assert "touch before" in text
    assert "Six men" in source("jern2023").line


def not_the_only_study():
    """Kind 3: a result is not "from one small study" where there are more."""
    assert {"bohlen1982", "vannetten2008"} <= {*lane("muscle").refs} & sources_of("C23")
    assert "mann1982" in lane("blood_pressure").refs
    nowhere("come from one small study|inside an artery in one small study")


def arousal_without_orgasm():
    """Kind 1, for the other substances: what films alone did is told apart."""
    assert {"meston2005", "erection_risk"} <= {*lane("noradrenaline").refs}
    assert {"carani1990", "erection_risk"} <= {*lane("adrenaline").refs}
    assert {"carani1990", "heiman1991"} <= {*lane("prolactin").refs}
    assert "carani1990" in lane("endorphins").refs
    assert "stanton2016" in lane("parasympathetic").refs
    assert "22 women" in lane("noradrenaline").phases.arousal
    assert "60%" in told("adrenaline")


def hearts_before_tears():
    """Kind 3: another study of crying saw the heart go up, and then come down."""
    assert "hendriks2007" in sources_of("C13")
    assert "60" in said("C13")
    nowhere("in one laboratory study heart rate slowed")


def how_much_is_explained():
    """Kind 2: the number that was left out."""
    assert "22%" in source("schweitzer2015").line
    assert "22%" in said("C01")


def opioids_were_blocked():
    """Kind 1: two experiments with people, and they do not agree."""
    for key in ("naltrexone2001", "incoronato2023"):
        assert {key} <= {*lane("endorphins").refs} & sources_of("C04")
    assert "64" in told("endorphins")
    assert "20 men" in said("C04")
    assert "incoronato2023" in sources_of("C08")
    assert "64 people" in told("prolactin")


def followed_through_orgasm():
    """Kind 1: heartbeat, saliva and breathing of today's studies, whose results we did not see."""
    for key in ("parasympathetic", "cortisol"):
        assert "dorfler2025" in lane(key).refs
    assert "incoronato2023" in lane("breathing").refs
    assert "dorfler2025" in sources_of("C12") & sources_of("C59")
    assert source("dorfler2025").read is Read.EXCERPT


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
