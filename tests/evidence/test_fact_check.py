"""Each fault that a fact check of 2026-11-27 found, with the right value, read by the loaders."""

import re

import pytest
from stated import answer, card, claim, lane, nearest, nowhere, rows, said, source, sources_of, told

from course_lib.evidence.claims_data import Grade
from course_lib.evidence.references_data import Read, references


def missed_diaries():
    for key in ("shrier2007", "shrier2010", "shrier2012", "casual_students"):
        assert key in sources_of("C38")
    assert source("shrier2007").doi == "10.1016/j.jadohealth.2006.10.014"
    assert source("shrier2010").doi == "10.1007/s10508-008-9394-1"
    assert source("shrier2012").doi == "10.1007/s10508-011-9787-4"
    assert "67 young people" in said("C38")
    assert claim("C38").grade is Grade.NO_GOOD_EVIDENCE
    for key in ("unsteady_time", "over_time"):
        assert "67" in nearest(key)
    assert "such feelings over time" in answer("sudden")
    nowhere("Nobody measured swings")


def missed_cortisol():
    for key in ("hamilton2008", "vananders2009", "rahardjo2023", "carani1990"):
        assert {key} <= {*lane("cortisol").refs} & sources_of("C59")
    assert "without orgasm" in told("cortisol")
    assert "fell" in told("cortisol")
    assert "fell" in said("C59")
    nowhere("cortisol in blood fell straight away")


def missed_heartbeats():
    assert "huo2011" in sources_of("C12")
    assert "how the heartbeat varied" in nearest("calming_nerves")
    assert "how the heartbeat varied" in said("C12")
    assert "how the heartbeat varied" in told("parasympathetic")


def missed_rates():
    for key in ("C23", "C58"):
        assert "oliva2022" in sources_of(key)
        assert "170" in said(key)


def missed_woman_without_orgasm():
    assert "One woman" in lane("heart_rate").unknown_note
    assert "One woman" in nearest("without_orgasm")
    assert "eight men" in nearest("without_orgasm")


def doubts_have_sources():
    assert {"bartz2011", "walum2016", "quintana2020"} <= sources_of("C07")
    assert source("walum2016").doi == "10.1016/j.biopsych.2015.06.016"
    assert source("quintana2020").doi == "10.1016/j.cpnec.2020.100014"
    assert "small" not in source("leng2016").line
    assert "person and setting" not in source("quintana2021").line
    assert "107 studies" in source("quintana2020").line


def not_significant_is_not_nothing():
    nowhere("explained nothing|explains nothing|had nothing to do with|not at all in")
    assert "did not account for a significant share" in source("schweitzer2015").line
    nowhere("attachment did not explain (low|post)")
    assert "significant share" in said("C62")
    assert "only a part" in said("C01")


def abuse_in_the_second_survey():
    assert "childhood sexual abuse" in source("schweitzer2015").line
    assert "schweitzer2015" in claim("C18").supports
    assert "attachment" in said("C18")
    assert "“ever” only" in source("bird2011").line


def no_direction_that_is_not_told():
    nowhere("(more|high in) attachment anxiety")
    nowhere("[Rr]elationship satisfaction and abuse went along")
    for key in ("burri2011", "fernandes2016"):
        assert "way" in source(key).line
    for key in ("C30", "C62"):
        assert "which way" in said(key)


def women_and_men_asked_the_same():
    for text in (said("C44"), answer("men"), card("women_men")):
        assert "same questions" in text
    assert "fernandes2016" in sources_of("C44")


def still_raised_is_not_no_fall():
    nowhere("so there was no fall|fast drop is missing")
    assert "above its starting level" in answer("hormones")


def oxytocin_after_five_minutes():
    nowhere("5 to 30 minutes|mostly back by 5 minutes|within minutes to about half an hour")
    assert "half way back after 5 minutes" in told("oxytocin")
    assert "half of that rise" in source("blaicher1999").line
    assert "within about half an hour" in said("C11")


def the_range_is_of_seven():
    six = r"[Ii]n six men[^.]*20 to 87|[Ii]n six men (it|of)[^.]*below"
    nowhere(six)
    for text in (said("C23"), said("C58"), told("heart_rate"), card("heart")):
        assert re.search(r"seven (people|others) \(six men with orgasm, one woman without\)", text)


def recorded_and_linked_are_two_times():
    assert "Up to orgasm" in source("carmichael1994").line
    assert "Up to orgasm" in said("C23")
    assert "up to orgasm" in told("muscle").lower()
    assert "10 minutes" in source("xuerui2008").line
    assert "plateau" in source("xuerui2008").line


def both_halves_are_told():
    assert "without such material" in source("rellini2008").line
    nowhere("held back more")
    assert "fell after 30 minutes" in source("mermelstein1995").line
    assert "a little up" in source("christensen2013").line
    assert "a little up" in nearest("shame_and_numbers")
    nowhere("921 men took part|with 921 young men")
    assert "did not shorten" in source("valente2021").line


def people_are_those_who_were_asked():
    assert "35 countries, students" in said("C31")
    sides = source("schweitzer2021").line
    assert sides.index("In men") < sides.index("in women four")
    assert "in women, self-loathing" in said("C15")


def no_words_that_the_summary_lacks():
    assert "ever" not in source("toussaint_lgbt").line.split()
    assert "over which time" in answer("orientation")
    assert "by press reports 63%" in answer("sensations")
    assert "knew" in answer("sensations")
    nowhere("pictures of faces")
    assert "teacher" in source("bentley2023").line
    assert "in the part we read" in source("ramalho2025").line


def what_was_read_again():
    """A part is a part, and what was found this time is read."""
    assert source("torre2018").read is Read.ABSTRACT
    assert source("bylsma2011").read is Read.ABSTRACT
    assert source("levine2018").read is Read.EXCERPT
    first = [key for key, each in references().items() if str(each.read_on) == "2026-11-23"]
    assert sorted(first) == ["lifeline_intl2024", "throughline_docs"]


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
