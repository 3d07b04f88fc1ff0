"""Faults that two drawn samples of sentences and a reading of the prose found; and their kinds."""

import pytest
from stated import (
    answer,
    claim,
    lane,
    lesson,
    nearest,
    never,
    quiz_words,
    rows,
    said,
    source,
    sources_of,
)

from course_lib.cards import faq_data
from course_lib.evidence.claims_data import Grade
from course_lib.frame import figures
from course_lib.pictures import causes_data


def no_count_was_found_is_all_we_know():
    wrong = r"(has|have) not been counted|[Nn]obody has (counted|followed)"
    never(wrong)
    never("stored-up feelings have not been measured|How long it lasts has not been")
    assert "We found no count" in faq_data.questions()["happy"].short


def serotonin_and_tears_were_studied_at_films():
    assert "No study was found that looked at both" not in str(figures.toml("predictions/06.toml"))
    never("nothing about sex was found")
    assert "no study about sex" in lesson("12").lower()
    assert "two patients" in nearest("serotonin_and_tears")
    assert "SSRI" in source("friedman2009").line


def women_said_that_they_cried_less():
    never("made (25 )?women cry less|mood did not change. The claim")
    (serotonin,) = [each for each in causes_data.causes().values() if each.id == "serotonin"]
    for text in (claim("C41").finding, claim("C41").better, serotonin.studied):
        assert "told of crying less" in text


def serotonin_rose_in_one_area_of_two():
    never("serotonin (even )?(goes|went) up at (ejaculation|that moment)(?!, in one)")
    assert "stayed stable" in source("lorrain1997").line
    assert "lorrain1997" in sources_of("C39")
    (rats,) = [e for e in figures.toml("claim_history.toml")["steps"] if e["id"] == "rats"]
    assert rats["year"] == "1997"


def serotonin_rose_in_blood_of_the_penis():
    never("In 41 men's blood")
    assert "penile" in lane("serotonin").unknown_note
    assert "penile" in quiz_words("06", "Q06-1")
    assert "penile" in lesson("06")


def a_sentence_of_the_article_is_not_ours():
    prose = lesson("03")
    assert "At orgasm, it is said, muscles let go" in prose
    never(r"^Tears come where walls fall and a person is open")
    assert "Tears come where walls fall, it is said" in lesson("09")
    assert "“Serotonin changes around sex.”" in lesson("06")
    assert "Personal experience influences how people feel after sex, and" not in lesson("12")


def less_and_not_much_less():
    never(r"much less (in|of it) |others much less so")


def the_one_measurement_at_orgasm():
    text = str(figures.toml("overclaims.toml"))
    assert "measurement of people that we found" not in text
    assert "In people we found spinal fluid" not in text
    assert "in most studies; after orgasm" not in text
    assert "evidence on low mood" in text
    assert "breakdown product" in str(figures.toml("glossary.toml"))


def empty_means_too_little_and_not_nothing():
    never("nothing we could check was measured in people")
    assert "too little could be checked" in lesson("00")


def a_pill_and_three_large_studies():
    assert "264,557" in answer("contraception")
    assert "johansson2023" in faq_data.questions()["contraception"].refs
    assert "the UK" in nearest("contraception")


def vasopressin_fell_with_arousal():
    assert "from orgasm on" in lane("vasopressin").unknown_note
    never("three small papers")
    assert "nine substances differ" not in lesson("05")


def wanted_to_help_more():
    never(r"(want|wanted) to help( them)?[.;] ")
    assert "want to help more" in said("C55")


def no_treatment_is_promised():
    never("can be treated")


def good_feelings_rose_and_bad_ones_fell():
    for text in (said("C38"), nearest("unsteady_time")):
        assert "bad ones fell after it" in text


def being_tired_was_read_about():
    assert "a night without sleep" in claim("C58").finding


def three_people_make_hours_possible():
    assert claim("C28").grade is Grade.SPECULATIVE
    assert "friedman2009" in claim("C28").supports


def a_link_with_kindness_is_no_cause():
    never("more often when someone (is kind|responds kindly)")
    never("there is reason in the advice|[Ss]omething speaks for it")
    assert "kindness goes" in claim("C17").better


def not_different_is_not_alike():
    never("were alike in a stress hormone")


def what_was_measured_is_heart_and_blood_pressure():
    never("What is sure is simpler|Your body does change around orgasm")
    assert "heart and blood pressure go up and come down" in lesson("03")


def words_as_wide_as_their_studies():
    never("Many people never cry after sex|women and men alike")
    never("though, they are reasonable|as it is often told|It is often called a condition")
    never("Only a study that follows|a research term and no condition")
    never("did not report such feelings, and some people never")
    assert "often weakly" in lesson("10")
    assert "in one study, students told" in lesson("07").lower()
    assert "have a line from the blood of small groups" in lesson("05")


def safety_as_strong_as_it_was():
    never("no map is needed. You can stop|bigger jug: you can stop")
    assert "stop, ask, believe" in lesson("09")
    assert "stop or change no medicine" in lesson("06")
    assert "never owed" in lesson("12")
    assert "or stop an app that watches" in lesson("00")
    assert "telling and reporting are their choice" in lesson("02")
    for number in ("00", "12"):
        assert "frightens you or was unwanted" in lesson(number)


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
