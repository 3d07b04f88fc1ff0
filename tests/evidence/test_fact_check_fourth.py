"""Faults that the fourth fact check found outside hormones and body, put right; and their kinds."""

import re

import pytest
from stated import (
    answer,
    card,
    claim,
    figure,
    lesson,
    nearest,
    nowhere,
    nowhere_in_prose,
    quiz_words,
    rows,
    said,
    source,
    sources_of,
)

from course_lib.cards import beliefs_data, tears_data
from course_lib.care import breathing_data, steps_data
from course_lib.evidence.claims_data import Grade
from course_lib.evidence.references_data import Read
from course_lib.frame import figures
from course_lib.pictures import causes_data, crying_data


def cause(key):
    (found,) = [each for each in causes_data.causes().values() if each.id == key]
    return found


def not_reported_is_not_never():
    nowhere_in_prose(r"(of every 100|more than half) said never|had \*not\* felt low")
    assert "54 to 67 of every 100 did not report it" in lesson("07")


def four_other_surveys_and_not_two():
    nowhere_in_prose(r"[Tt]wo small (surveys|ones|volunteer studies)")
    nowhere(r"[Tt]wo small (surveys|ones|volunteer studies)")
    assert "toussaint_lgbt" in sources_of("C64")
    for number in ("00", "07", "09"):
        assert re.search("[Ff]our (more|others)", lesson(number))


def a_few_times_is_not_at_all():
    assert "5.1% had it a few times in four weeks" in answer("will-it-stop")
    nowhere("5.1% against 46%")


def a_link_with_abuse_is_no_cause():
    nowhere("history of abuse makes|abuse report distress")
    assert "A study of" not in cause("abuse").whom
    assert "press release" in cause("abuse").whom
    for key in ("abuse", "distress"):
        assert "by a news digest in men" in cause(key).studied


def attachment_one_no_and_one_yes():
    assert "fernandes2016" in sources_of("C18")
    assert "attachment anxiety" in said("C18")


def relationships_in_some_surveys():
    nowhere("relationships and attitudes all go along")
    assert "in some surveys" in claim("C60").finding


def names_of_factors_are_no_shares():
    nowhere_in_prose("4,217 women and men told of")
    assert "How many felt each" in lesson("02")
    assert "does not count" in claim("C15").finding
    assert "gives no shares" in source("schweitzer2021").line


def diaries_just_after_and_all_day():
    nowhere_in_prose("mostly changed nothing|most often nothing changed")
    assert "mood was on average lower" in crying_data.crying().diary.says
    assert "just after" in quiz_words("02", "Q02-3")
    assert "just after crying" in str(figures.toml("predictions/02.toml"))


def perhaps_later():
    nowhere("often later")
    nowhere_in_prose("often later")


def those_who_did_not_cry():
    (ninety,) = [stop for stop in crying_data.crying().stops if stop.id == "ninety"]
    assert "digest" in ninety.did_not_says
    assert "did not change" in source("gracanin2015").line


def nobody_chose_who_cried():
    nowhere("in an experiment it changed neither")
    assert "did not differ" in claim("C56").finding


def no_descriptions_of_closeness_were_read():
    nowhere(
        "[Ss]ome people describe tears|some people say about tears"
        "|[Ff]or some people tears (after sex )?go (along )?with closeness"
    )
    nowhere_in_prose("Some people do describe them")
    for text in (said("C20"), nearest("happy_tears")):
        assert "43%" in text


def cautions_say_what_was_seen():
    for row in ("P21", "P23"):
        assert "Other studies give lower" not in caution(row)
    assert "press reports" in caution("P26")
    assert "breaks off" in source("streicher2025").seen_at
    assert source("streicher2025").read is Read.EXCERPT


def caution(row):
    return str(figure(row))


def walls_and_tears():
    for key in ("hesdorffer2017", "crying_attachment2016"):
        assert key in sources_of("C54")
    nowhere("links tears to walls|anything like “walls falling”")
    nowhere_in_prose("no study that measured such walls")
    assert "keep others at a distance" in said("C54")
    assert "keep others at a distance" in lesson("09")
    assert claim("C54").grade is Grade.SPECULATIVE
    assert "475" in nearest("walls_and_closeness")


def two_minutes_of_breath():
    assert "decouck2019" in sources_of("C48")
    assert any("56 students" in each for each in breathing_data.breathing().known)
    nowhere_in_prose("shorter than what was found to help")
    (breathe,) = [each for each in steps_data.five_steps().steps if each.id == "breathe"]
    assert "mostly" in breathe.limits
    nowhere_in_prose(r"Not judging your tears\*\* goes with less distress")


def two_studies_of_masturbation():
    nowhere("[Oo]ne small study counted")
    nowhere_in_prose("[Oo]ne small study counted")


def what_was_asked_of_a_summary():
    for key in ("birth", "alcohol"):
        assert "in what we read" in answer(key) or "what we read of it" in answer(key)
    nowhere("It did not ask about tears|neither study says|small scan studies by one group, areas")


def orientation_of_volunteers():
    nowhere("done with straight volunteers|looked at young, healthy volunteers")
    assert "less satisfaction" in answer("orientation")
    assert "satisfaction" in source("toussaint_lgbt").line


def shame_and_what_others_do():
    assert "social_norms_satisfaction" in sources_of("C47")
    assert "satisfied" in said("C47")
    assert "students" in nearest("shame_and_numbers")
    assert "hope" in source("maczkowiack2019").note
    nowhere_in_prose("It has not been tested|the second was not tested|After sex, it has not")


def serotonin_medicines_and_crying():
    for text in (answer("ssri"), nearest("serotonin_and_tears")):
        assert "stroke" in text
    assert "comparison group" in source("opbroek2002").line


def how_long_three_people_said():
    assert "about a day" in answer("long")
    assert "friedman2009" in sources_of("C28")
    assert "about a day" in nearest("duration")


def newer_studies_of_the_pill():
    assert "739,585" in answer("contraception")
    assert "15 to 34" in source("skovlund2016").line


def illness_and_mood():
    for text in (answer("ill"), source("abdessater2019").line):
        assert "irritable" in text


def five_have_a_link_in_at_least_one_survey():
    assert "at least one survey" in lesson("12")


def nobody_knows_is_counted():
    """The number of answers is not typed: it follows from data/faq.toml."""
    known = [each["known"] for each in figures.toml("faq.toml")["questions"]]
    word = figures.in_words(known.count("nobody_knows"))
    assert f"stands beside {word} of the {len(known)} answers" in lesson("11")
    assert "came up seldom" not in lesson("11")


def lines_say_what_the_abstract_says():
    assert "from memory" not in source("zickfeld2021").line
    assert "memory" not in tears_data.tears().reason_on
    assert "a link with childhood sexual abuse" in source("schweitzer2015").line
    assert "No numbers in" in source("fernandes2016").line
    assert "6% to 27%" in source("ureno2019").line
    assert "0.43 with" in source("mallory2022").line
    assert "text not read" not in source("zaccaro2018").seen_at
    assert "different" in source("doyle2023").line


def searches_name_what_is_nearer():
    assert "566" in nearest("over_time")
    assert "566" in nearest("unsteady_time")
    assert "most of the studies" in nearest("unsteady_time")
    assert "476" in nearest("who_answers")
    assert "Some pages" in nearest("crying_counted")
    assert "86 women" in nearest("alone")
    assert "36 women" in nearest("after_a_birth")
    assert "different hormones" in nearest("trans_people")
    assert "4,217" in nearest("orientation")


def beliefs_and_cards_follow():
    beliefs = {each.id: each.explained for each in beliefs_data.beliefs().values()}
    assert "perhaps later" in beliefs["B07"]
    assert "perhaps later" in card("good_cry")


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
