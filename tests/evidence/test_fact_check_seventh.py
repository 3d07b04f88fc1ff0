"""Faults that a seventh drawn sample of sentences found; and their kinds."""

import html
import re

import pytest
from stated import claim, lane, lesson, nearest, never, quiz_words, rows, said, source, sources_of

from course_lib.cards import takeaways_data
from course_lib.evidence import backlinks, claims_data, references_data
from course_lib.evidence.claims_data import Grade
from course_lib.evidence.marks import reference_list
from course_lib.evidence.references_data import Studied
from course_lib.frame import figures, lessons_data
from course_lib.frame.figures import in_words
from course_lib.frame.phrases import phrase
from course_lib.hormones import substances_data
from course_lib.pictures import causes_data


def studied_in_animals_is_not_nothing_found():
    never("Oxytocin can set off tears.{0,200}nothing found supports it")
    never("(?i)over longer times")
    never("no study found links either of them|looked whether any of it brings")
    never("nobody knows: we found no study that looked")
    never("no study that looked at hormones and at tears together")
    never(r"(?<!In people, )no study was found in which (oxytocin|it) led to crying(?! in people)")
    assert claim("C33").grade is Grade.MIXED_OR_INDIRECT
    assert claim("C57").grade is Grade.SPECULATIVE
    for key in ("C33", "C57"):
        assert {"murata2022", "tyagi2007"} <= set(claim(key).supports)
        assert "dogs" in said(key)
        assert "rats" in said(key)
        assert "Leave this claim out" not in claim(key).better
    assert "weeping" in claim("C33").finding
    for key in ("murata2022", "tyagi2007"):
        assert source(key).whom_studied is Studied.ANIMALS
    assert "dogs" in nearest("oxytocin_and_tears")
    grades = [each.grade for each in claims_data.claims().values()]
    without = in_words(grades.count(Grade.NO_GOOD_EVIDENCE)).capitalize()
    assert f"{without} of the {len(grades)}" in lesson("00")


def what_rests_on_a_grade_follows_it():
    shown = takeaways_data.takeaway("tear_hormones")
    assert "dogs" in shown.clues
    assert "lowest" not in shown.why
    assert "dogs" in quiz_words("10", "Q10-3")
    never("nothing was found which speaks for it|Two takeaways have the grade")
    never("for two no good evidence was found|[Tt]wo have nothing to lean on")
    never("takeaway that is well supported")
    avoided = {each.say: each.because for each in lane("oxytocin").avoid}
    assert "in people" in avoided["Oxytocin makes you cry"]


def the_same_questions_were_asked_in_some_surveys():
    never("asked different people different things|The samples and the questions were different")
    never(
        "In one survey that asked both|But samples and questions|samples and the questions differ"
    )
    assert "raftery2024" in sources_of("C44")
    for text in (claim("C44").finding, lesson("07")):
        assert "after masturbation" in text
    assert "Where both were asked the same" in str(figures.toml("short_answers.toml"))


def an_explanation_stays_with_its_own_result():
    never("That fits freedom to show feelings")
    for text in (claim("C45").finding, source("vanhemert2011").line, lesson("07")):
        assert "“feminine”" in text
    assert "authors link this" in claim("C45").finding


def the_graver_half_is_told_too():
    line = source("fda2007").line
    assert "proposed" in line
    assert "act on them" in line


def two_surveys_found_a_link_with_satisfaction():
    never("One survey found a link, another did not")
    (found,) = [each for each in causes_data.causes().values() if each.id == "relationship"]
    assert "fernandes2016" in found.refs
    assert "fernandes2016" in sources_of("C30")


def the_glossary_says_of_the_prose_what_is_computed_from_the_prose():
    """Cards and figures have the words as well: the list is of the text, and says so."""
    assert "text" in phrase("pages.used_in")
    assert "05" not in backlinks.lessons_with_term("plateau")


def _page(lesson):
    """What a built page holds."""
    outputs = [found for cell in backlinks._cells(lesson) for found in cell.get("outputs", [])]
    text = " ".join("".join(found.get("data", {}).get("text/html", "")) for found in outputs)
    return re.sub(r"\s+", " ", html.unescape(text))


@pytest.mark.parametrize("lesson", lessons_data.lessons())
def test_a_page_that_is_said_to_show_a_source_names_it(lesson):
    page = _page(lesson)
    turned = reference_list([key for e in substances_data.timeline_substances() for key in e.refs])
    shown = page + (turned if 'data-activity="SubstanceCards"' in page else "")
    for key, each in references_data.references().items():
        if lesson in backlinks.lessons_with_reference(key):
            assert f'#ref-{key}"' in shown or references_data.short_name(each) in page, key
        else:
            assert f'#ref-{key}"' not in page, key


@pytest.mark.parametrize("row", rows(globals()), ids=lambda row: row.__name__)
def test_each_fault_has_the_right_value(row):
    row()
