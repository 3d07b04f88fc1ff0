"""Each row of the second review (2026-11-25), with the right value, read through the loaders."""

import re

import pytest
from stated import (
    card,
    claim,
    everything,
    figure,
    judgement,
    lane,
    not_said,
    nowhere,
    quiz_words,
    said,
    source,
    sources_of,
    told,
)

from course_lib.cards import faq_data, quiz_data, tears_data
from course_lib.care import breathing_data, steps_data
from course_lib.evidence import bases_data, claims_data, references_data
from course_lib.evidence.claims_data import Grade, Verdict
from course_lib.hormones import substances_data
from course_lib.surveys import published_data


def a_honesty():
    assert "wrobel2025" in sources_of("C55")
    assert "how a face seems" in said("C55")
    assert judgement("genuine").found == "depends"
    assert "weak" in judgement("genuine").says
    assert "honest" in card("tears_to_others")
    assert all("genuine" not in str(each) for each in quiz_data.quiz("09").items)
    assert source("wrobel2025").doi == "10.1371/journal.pone.0324954"


def a_situation():
    assert "do not say" not in tears_data.tears().reason_on
    assert "situation" in tears_data.tears().reason_on
    assert "neutral situation" in source("zickfeld2021").line


def a_prolactin_in_men():
    assert source("kruger2003acute").doi == "10.1677/joe.0.1790357"
    for key in ("C09", "C10"):
        assert "kruger2003acute" in sources_of(key)
        assert "ten men" in said(key).lower()
    assert claim("C09").grade is Grade.CONTESTED
    assert "dopamine" in said("C09")
    assert "kruger2003acute" in lane("prolactin").refs


def a_oxytocin_spray():
    for key in ("C04", "C07"):
        assert {"behnia2014", "ghorbani2023"} <= sources_of(key)
        assert "six" in said(key)
        assert "29 couples" in said(key)
    assert source("behnia2014").doi == "10.1016/j.yhbeh.2014.01.009"
    assert source("ghorbani2023").doi == "10.2174/1574885517666220823164357"


def a_breathing():
    assert claim("C48").grade is Grade.MIXED_OR_INDIRECT
    assert {"fincham2023b", "laborde2022", "shao2024"} <= sources_of("C48")
    assert "400 adults" in said("C48")
    assert "223 studies" in said("C48")
    known = " ".join(breathing_data.breathing().known)
    assert "400 adults" in known
    assert "under five minutes" in known
    (breathe,) = [each for each in steps_data.five_steps().steps if each.id == "breathe"]
    assert "400 adults" in breathe.limits


def a_animals():
    assert lane("dopamine").measured_short == "brain, male rats"
    assert "animals, mainly rats" in said("C03")
    assert "becker2001" in sources_of("C03")
    assert "female rats" in said("C03")
    assert "female rats" in told("dopamine")
    nowhere("male rats only")


def a_breathing_lane():
    assert "did not read" in told("breathing")
    assert "Not measured" not in told("breathing")
    assert source("masters1966").year == "1966"


def a_reward_areas():
    assert "georgiadis2007" in sources_of("C04") & sources_of("C35")
    assert source("georgiadis2007").read is references_data.Read.MEMORY


def a_vasopressin():
    assert "one small, old" not in told("vasopressin").lower()
    assert "three" in told("vasopressin").lower()
    assert lane("vasopressin").levels == []


def a_medicines_and_life_stages():
    body = faq_data.questions()["body"]
    assert "did not search" not in body.long
    assert {"opbroek2002", "holguin2013"} <= set(body.refs)
    assert "do not stop a prescribed medicine" in body.long


def a_handbooks():
    assert "rest category" in said("C26")
    assert "ishak2013" not in references_data.references()
    assert "pcb_leaflet" not in references_data.references()
    nowhere("little we could read")


def b_muscle():
    assert lane("muscle").basis is bases_data.Basis.HUMAN_DIRECT
    assert "5 minutes" in told("muscle")
    assert "oxytocin" in told("muscle").lower()
    assert "follow each other" not in said("C23")


def b_littler():
    for text in (said("C12"), said("C23"), told("heart_rate"), told("blood_pressure")):
        assert "six men" in text
        assert "below" in text
    assert "below" in quiz_words("03", "Q03-1")
    assert "six men" in card("heart")
    for name, text in everything().items():
        not_said(r"seven (people|adults)(?! \(six men)|7 adults", text, name)


def b_where_the_blood_ended():
    minutes = substances_data.timeline().landmarks
    for key in ("cortisol", "endorphins", "adrenaline", "noradrenaline"):
        levels = lane(key).levels
        assert minutes[len(levels) - 1] == 30, key


def b_not_reported():
    nowhere(r"more than half[^.]*(said|had never)|most people said that they never")
    assert "did not report" in said("C64")


def b_nobody_counted():
    assert "Most often" not in claim("C38").finding
    assert "Many people" in claim("C38").finding


def b_no_interval():
    for row in ("P25", "P26", "P27"):
        assert figure(row).interval is None
        assert figure(row).reading.no_interval
    (note,) = [each.note for each in published_data.words().groups if each.id == "situation"]
    assert "same people" in note


def b_effort():
    assert "20 to 87" in said("C58")
    assert "one study of 49" in said("C58")


def b_once():
    sentences = re.split(r"(?<=[.!?]) ", card("worn_out"))
    assert not [each for each in sentences if sentences.count(each) > 1]
    assert card("worn_out").count("No study was found") == 1


def b_xuerui():
    names = source("xuerui2008").authors
    assert [each.split(",")[0] for each in names] == ["Tan", "Lv", "Yang", "Chen"]


def b_sensate_focus():
    assert "sexes2025" not in sources_of("C29")
    assert "Authors not seen" not in str(source("sexes2025").authors)
    assert "anonymous" not in str(source("rabbit2012").authors)


def c_breathing():
    assert claim("C48").grade is Grade.MIXED_OR_INDIRECT


def c_experience():
    assert claim("C60").grade is Grade.MIXED_OR_INDIRECT
    assert claim("C60").grade is claim("C18").grade


def c_nothing_contradicts():
    assert claim("C33").verdict is claim("C34").verdict is Verdict.OVERSTATED


def c_nothing_that_supports():
    for each in claims_data.claims().values():
        if each.grade is Grade.NO_GOOD_EVIDENCE:
            assert each.supports == [], each.id


def d_records_filled_in():
    """What the closing notes asked to look up: seen in a search, or marked as from memory."""
    dois = {
        "avis2009": "10.1097/gme.0b013e3181948dd0",
        "connor2015": "10.1371/journal.pone.0135660",
        "morof2003": "10.1016/j.obstetgynecol.2003.08.020",
    }
    assert {key: source(key).doi for key in dois} == dois
    assert source("shame2020").title.startswith("Sexual Satisfaction, Sexual Attitudes, and Shame")
    graber = source("anal_contractions1991")
    assert [each.split(",")[0] for each in graber.authors][:2] == ["Graber", "Balogh"]
    assert (graber.volume, graber.number, graber.pages) == ("4", "2", "151–165")
    assert "lundin2022" in faq_data.questions()["contraception"].refs
    assert "avis2009" in faq_data.questions()["menopause"].refs


def d_vasopressin_in_arousal():
    assert "25 men" in told("vasopressin")
    assert "from 5.4 to 2.9" in source("becker_vasopressin").line
    assert "becker_vasopressin" in lane("vasopressin").refs


ROWS = [value for name, value in list(globals().items()) if re.match(r"[a-d]_", name)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_each_row_has_the_right_value(row):
    row()


def test_what_must_stay_right_is_right():
    """Prolactin, the four surveys, the 28 criers, attachment, and serotonin."""
    assert lane("prolactin").levels[8] > lane("prolactin").levels[0]
    shares = {row.id: row.row.percent for row in published_data.published().values()}
    assert (shares["P01"], shares["P05"], shares["P08"]) == ("32.9", "46", "41")
    assert figure("P05").row.count_derived is None
    assert claim("C62").grade is claim("C40").grade is Grade.CONTESTED
