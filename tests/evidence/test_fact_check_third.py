"""Faults of a third fact check on hormones and the body, each kind with the right value."""

import re

import pytest
from stated import (
    answer,
    card,
    claim,
    everything,
    lane,
    nearest,
    never,
    quiz_words,
    rows,
    said,
    source,
    sources_of,
    told,
)

from course_lib.evidence import backlinks
from course_lib.evidence.claims_data import Grade, Verdict
from course_lib.frame import figures
from course_lib.hormones.substances_data import Certainty


def guesses(lesson):
    return str(figures.toml(f"predictions/{lesson}.toml"))


def spinal_fluid_was_measured():
    assert source("kruger2006csf").doi == "10.1111/j.1460-9568.2006.05215.x"
    for key in ("C02", "C03", "C08", "C09", "C32", "C35", "C36", "C37", "C39"):
        assert "kruger2006csf" in sources_of(key)
        assert "spinal fluid" in said(key)
    for key in ("dopamine", "noradrenaline", "prolactin", "oxytocin"):
        assert "kruger2006csf" in lane(key).refs
        assert "spinal fluid" in told(key)
    for text in (answer("hormones"), card("dopamine"), nearest("living_brain")):
        assert "spinal fluid" in text
    for lesson in ("01", "05"):
        assert "spinal fluid" in guesses(lesson)
        assert "spinal fluid" in backlinks.prose(lesson)
    assert "spinal fluid" in backlinks.prose("06")
    for name in ("overclaims.toml", "beliefs.toml", "glossary.toml"):
        assert "spinal fluid" in everything()[name]
    never(r"dopamine in people at orgasm|measured (it|this) in people (at|or)|and none at orgasm")
    never(
        "anywhere in the body|measurement in people at orgasm|nobody knows what it does in people"
    )
    assert claim("C36").grade is Grade.MIXED_OR_INDIRECT
    assert claim("C36").answers.who == "people"


def the_cut_sentence_says_no_more():
    """Our copy of the summary ends in mid-sentence: a rise was not told, and that is all."""
    assert "cut off" in source("kruger2006csf").line
    assert "serotonin" not in source("kruger2006csf").line
    never(r"spinal fluid[^.]*(did not|never) chang")


def oxytocin_came_back_in_one_study_of_men():
    for text in (said("C11"), answer("hormones"), guesses("01"), backlinks.prose("01")):
        assert re.search(
            r"half an hour in one study of men|one study of men[^.]*half an hour", text
        )
    assert "one study of men" in lane("oxytocin").phases.first_hour
    assert "murphy1987" in sources_of("C11")
    never("Oxytocin does (return|come back)|oxytocin comes down|it is back where it began within")
    never("some minutes and was back where it began")


def cortisol_is_wide_and_alone():
    assert lane("cortisol").certainty is Certainty.WIDE
    assert {"hamilton2011", "goldey2012", "exton2001abst"} <= sources_of("C59")
    assert "hamilton2011" in lane("cortisol").refs
    assert "cortisol" in source("exton2001abst").line
    assert "alone in a laboratory" in told("cortisol")
    assert "people alone" in said("C59")
    assert "funny" in told("cortisol")
    assert "99 men" in said("C59")
    never(
        "sex at home|24 couples at home|three small studies, cortisol"
        "|three small studies; in saliva"
    )
    never("crying did not lower")


def alone_in_a_laboratory():
    for key in ("noradrenaline", "adrenaline", "endorphins"):
        assert "alone in a laboratory" in lane(key).measured_in
    assert "people alone" in said("C02")
    assert "people alone" in backlinks.prose("05")


def noradrenaline_without_orgasm():
    levels = lane("noradrenaline").levels_without_orgasm
    assert len({*levels}) == 1
    assert "urine of eight men" in lane("noradrenaline").phases.arousal


def adrenaline_in_men():
    assert "taken together" in lane("adrenaline").phases.orgasm
    never("tudies in men disagree")


def who_was_measured():
    never(r"young, healthy(,| and) heterosexual|most of them young|young, healthy volunteers")
    never("straight volunteers")
    never("Most of the volunteers were young")


def how_small():
    for text in (quiz_words("01", "Q01-1"), everything()["overclaims.toml"]):
        assert "64" in text
    never(
        "The studies are small, about ten|far smaller: about ten"
        "|The prolactin studies had about ten"
    )
    assert "mostly small" in card("prolactin")


def prolactin_and_mood_in_women():
    assert "in women" in said("C10")
    assert "women" in claim("C10").better
    never("link low mood to prolactin that stays high for a (medical|long)[^.]*[.](?! In women)")
    assert {"kruger2003acute", "heiman1991"} <= sources_of("C34")
    never("measured mood and the short rise")
    assert "whichever film" not in lane("prolactin").phases.arousal


def what_of_the_body_was_read():
    assert claim("C23").verdict is Verdict.ROUGHLY_RIGHT
    assert "bartlett1956" in claim("C23").supports
    assert "15 to 18" in source("bartlett1956").line
    never(r"of which we did not read the results|whose results we did not read")
    never("That holds; only|tension builds up and is let go")
    assert "three times" in quiz_words("03", "Q03-1")
    assert "three times" in backlinks.prose("03")


def nerves_of_rabbits():
    never("recordings? (of both branches|from nerves)|Recordings from nerves|rabbit recordings")
    assert "speeding-up" in source("rabbit2012").line
    assert {"hamilton2011", "erection_risk"} <= sources_of("C12")
    assert "19 women" in said("C12")
    assert "19 women" in told("parasympathetic")
    assert "briefly below" not in said("C12")


def tears_and_relief_is_a_theory():
    assert "efran1979" in claim("C13").supports
    never("Crying often comes as")


def scans_go_both_ways():
    for text in (said("C24"), backlinks.prose("03")):
        assert re.search(r"eight men[^.]*(fell|less)", text)
    never("[Tt]wo small scan studies by one group")
    assert "brain_artery" in sources_of("C22")
    assert "artery" in nearest("overwhelmed_brain")


def nobody_asked_about_choice():
    never("orgasm (that they did not choose|without choosing)")
    never("hard to (control|hold back)")


def no_test_of_a_tug_of_war():
    assert claim("C38").answers.studies == 0
    assert claim("C38").grade is Grade.NO_GOOD_EVIDENCE
    assert said("C38").startswith("We found no study of people that measured hormones pulling")
    never("a little worse for a time in most|nobody counted how many")


def animals_and_bonding():
    assert "berendzen2023" in sources_of("C06")
    never("strong effects on bonding|does much for bonding")


def sprays_in_everyday_life():
    never("29 couples (at home|used oxytocin spray at home)")
    assert "burri2008" in sources_of("C04") & sources_of("C07")


def serotonin_and_crying_at_films():
    assert "25 women" in claim("C41").better
    assert "vanderveen2011" in str(figures.toml("causes.toml"))


def lines_of_sources():
    assert "not in the summary" in source("becker_vasopressin").line
    assert "saliva" in source("cera2021").line
    assert "rats without a male" in source("mermelstein1995").line
    assert "outside the laboratory" in source("leeners2013").line
    assert "44 of 64" in source("vannetten2008").line
    assert "higher throughout" in source("meston2005").line
    assert "neutral" in source("carani1990").line


def searches_name_what_is_nearer():
    assert "asked how the time after sex felt" in nearest("hormones_and_tears")
    assert "stroke" in nearest("serotonin_and_tears")
    assert "three times" in nearest("breathing_lane")


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
