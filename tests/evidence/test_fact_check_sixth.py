"""Faults that two more drawn samples of sentences found, and their kinds."""

import re

import pytest
from stated import (
    answer,
    card,
    claim,
    flashcards_of,
    lane,
    lesson,
    nearest,
    never,
    rows,
    said,
    source,
    sources_of,
)

from course_lib.cards import faq_data
from course_lib.evidence import backlinks, searches_data
from course_lib.evidence.references_data import Read
from course_lib.frame import figures

PHOTOS = "zickfeld2021"


def one_trial_was_about_talk_after_sex():
    trial = source("denes2020")
    assert trial.read is Read.ABSTRACT
    limits = ("50 couples", "chosen by chance", "women", "no better in either", "Tears are not in")
    for limit in limits:
        assert limit in trial.line
    for key in ("C29", "C31", "C50"):
        assert "denes2020" in sources_of(key)
        assert "50 couples" in said(key)
        assert re.search("not about tears|None is about crying|None of this shows", said(key))
    for text in (
        answer("support"),
        str(figures.toml("steps.toml")),
        str(figures.toml("predictions/04.toml")),
        lesson("04"),
        nearest("after_sex_trials"),
    ):
        assert "50 couples" in text
    assert "denes2020" in faq_data.questions()["support"].refs
    (search,) = [e for e in searches_data.log().searches if e.id == "after_sex_trials"]
    assert any("pillow talk" in words for words in search.phrasings)


def a_trial_that_exists_is_not_denied():
    never(r"[Nn]o trial (was found|that we found) (that compared |of )?what (a )?partners? do")
    never(r"no trial of it after sex|what a partner best does\. ")
    for number in ("04", "08"):
        assert re.search("[Ff]or tears after sex", lesson(number))


def none_that_we_found_is_not_none():
    never(
        r"[Nn]o (trial|study) (has tested|tested it)|was not tested after sex|This was not tested\."
    )
    never("(partners|real help) were not tested|measured once in people|helps was not studied")
    never("Nobody has shown that orgasm")
    assert "We found one study" in claim("C03").finding
    assert "we found no trial" in card("ask_offer_wait")


def none_counted_that_we_found():
    never(r"(cry|itself|tears) (was|were) not counted")


def the_third_claim_leans_on_two():
    never("each leans on the one before")
    assert "the third leans on both" in lesson("06")


def words_of_a_summary_are_not_made_stronger():
    never("(and that|power\\)?,? and) (it )?did not get better")
    assert "noticeabl" in source("quintana2020").line


def where_a_time_is_from_notes_it_is_said():
    assert "notes" in lane("adrenaline").time_course
    assert "short time" not in lane("adrenaline").plain


def the_survey_nearest_to_everyone_is_told():
    never("[Tt]hree smaller (surveys|ones)")
    assert "94.3%" in said("C64")
    for number in ("00", "07"):
        assert "94" in lesson(number)
    for number in ("00", "07", "09"):
        assert re.search("[Ff]our (more|others)", lesson(number))
    never("(?<!in three surveys )far fewer people told")
    assert "in these" in answer("will-it-stop").lower()


def no_known_harm_where_nobody_was_followed():
    followed = "found nobody who (followed people|looked)"
    for text in (answer("normal"), claim("C46").finding, str(figures.toml("doors.toml"))):
        assert re.search(followed, text)
    assert re.search(followed, lesson("07"))
    never("do no known harm")
    never(r"not known to do harm(\.| and| ·)")
    assert faq_data.questions()["normal"].known.value == "nobody_knows"


def a_page_shows_the_sources_of_each_claim_it_cites():
    assert {"02", "04", "08", "09", "10", "11"} <= {*backlinks.lessons_with_reference(PHOTOS)}
    assert {"00", "03", "12"} <= {*backlinks.lessons_with_reference("aragon2015")}
    assert {"06", "07", "08", "10"} <= {*backlinks.lessons_with_reference("dsm5")}


def one_arm_is_not_the_whole_sample():
    never("99 men who imagined sex|56 students who breathed")
    assert "some of whom imagined sex" in claim("C59").studied
    assert "of 56 students, those who breathed slowly" in claim("C48").finding
    never("10 other men in a fourth")


def what_stands_in_quotation_marks_was_said():
    never(r"“[Ss]hapes?”|[Pp]ersonal experience shapes|switches on after climax")
    assert "influences" in claim("C60").article_says
    assert "“Influences”" in claim("C60").finding
    assert any("influences" in each["back"] for each in flashcards_of())


def people_without_tears_are_told_in_full():
    line = source("hesdorffer2017").line
    assert "46.1%" in line
    assert "empathy" in line


def a_setting_is_the_one_that_was_read():
    """The hypertension study's summary names no place; the other says "familiar environment"."""
    for key in ("huo2011", "xuerui2008"):
        assert "at home" not in source(key).line
    never("monitors at home")


def a_near_measurement_in_people_is_no_missing_one():
    never("without any test that we found|first claim rests on rats")
    assert "only blood of men with arousal" in claim("C41").finding
    assert "fell back" in str(figures.toml("substances.toml"))


def results_that_differ_are_not_unknown():
    never("it does in men is not known")
    assert "two small studies differ" in lane("adrenaline").unknown_note


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
