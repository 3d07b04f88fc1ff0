"""The ledger is whole: claims, references and what is marked partial."""

from html import escape

import pytest

from course_lib.cards import faq_data, overclaim_data, quiz_data
from course_lib.evidence import claims_data, help_data, marks, references_data, searches_data
from course_lib.evidence.claims_data import Grade
from course_lib.evidence.references_data import DOI_SHAPE, Read
from course_lib.frame import lessons_data, read
from course_lib.frame.phrases import phrase
from course_lib.hormones import substances_data
from course_lib.surveys import published_data


def cited():
    keys = set()
    for claim in claims_data.claims().values():
        keys.update(claim.supports, claim.limits)
    for substance in substances_data.substances().values():
        keys.update(substance.refs)
    keys.update(row.study_key for row in published_data.prevalence())
    keys.update(help_data.help_data().refs)
    keys.update(key for each in faq_data.questions().values() for key in each.refs)
    keys.update(key for each in searches_data.log().searches for key in each.refs)
    return keys


def test_all_claims_are_here_in_order():
    claims = list(claims_data.claims())
    assert claims == [f"C{n:02d}" for n in range(1, len(claims) + 1)]


def test_every_grade_is_given_to_a_claim():
    assert {claim.grade for claim in claims_data.claims().values()} == set(Grade)


def test_every_grade_has_its_own_word_symbol_and_line():
    entries = list(claims_data.grades().values())
    assert [entry.id for entry in entries] == list(Grade)
    for name in ("word", "symbol", "line", "meaning"):
        assert len({getattr(entry, name) for entry in entries}) == len(Grade)


def test_sections_resolve_and_every_lesson_has_one():
    sections = lessons_data.sections()
    for claim in claims_data.claims().values():
        assert {claim.section, *claim.also_in} <= set(sections)
    assert [section.lesson for section in sections.values()] == list(lessons_data.lessons())


def test_every_key_resolves():
    assert cited() <= set(references_data.references())
    for substance in substances_data.substances().values():
        assert set(substance.claims) <= set(claims_data.claims())
    for headline in overclaim_data.headlines():
        assert set(headline.claims) <= set(claims_data.claims())
    for lesson in lessons_data.lessons().values():
        if lesson.written:
            items = quiz_data.quiz(lesson.id).items
            keys = {key for item in items for key in item.claims}
            keys.update(quiz_data.prediction(lesson.id).claims)
            assert keys <= set(claims_data.claims())


def test_every_reference_is_cited_somewhere():
    assert set(references_data.references()) - cited() == set()


def test_references_and_their_dois():
    for entry in references_data.references().values():
        for doi in (entry.doi, entry.doi_from_memory):
            assert not doi or DOI_SHAPE.match(doi), entry.key


def test_what_was_not_checked_is_said():
    assert len({phrase(f"evidence.read_{each.value}", date="") for each in Read}) == len(Read)
    for entry in references_data.references().values():
        said = phrase(f"evidence.read_{entry.read.value}", date=entry.read_on)
        assert f"[{escape(said)}]" in marks.source_line(entry), entry.key
    assert references_data.references()["jern2023"].doi_is_preprint


def test_vasopressin_is_never_drawn():
    vasopressin = substances_data.substances()["vasopressin"]
    assert not vasopressin.levels
    assert not vasopressin.story.levels


def test_prevalence_rows_are_complete():
    rows = published_data.prevalence()
    assert [row.row_id for row in rows] == [f"P{n:02d}" for n in range(1, len(rows) + 1)]
    for row in rows:
        count = row.count_reported or row.count_derived
        assert (count is None) == (row.wilson95_low is None), row.row_id


@pytest.mark.parametrize("word", ["love hormone", "chemical storm", "normal people", "floods"])
def test_words_to_avoid_stand_only_in_quotation_marks(word):
    for path in sorted(read.data_dir().rglob("*.toml")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for place in range(len(line)):
                if line.startswith(word, place):
                    before = line[:place]
                    opened = before.count("“") - before.count("”")
                    said = line.lstrip().startswith(("say =", "headline ="))
                    assert opened > 0 or said, f"{path.name}:{number}: {word}"


def test_honest_headline_is_made_of_the_fitting_choices():
    for headline in overclaim_data.headlines():
        fitting = []
        for slot in headline.slots:
            fits = [choice.text for choice in slot.choices if choice.fits]
            assert len(fits) == 1, headline.id
            fitting += fits
        assert " ".join(fitting) == headline.honest


def test_quiz_items_have_one_right_answer():
    for lesson in lessons_data.lessons().values():
        if lesson.written:
            for item in quiz_data.quiz(lesson.id).items:
                assert sum(option.right for option in item.options) == 1, item.id


def test_no_telephone_numbers_in_help():
    text = (read.data_dir() / "help.toml").read_text(encoding="utf-8")
    digits = [word for word in text.replace("-", "").split() if sum(map(str.isdigit, word)) > 4]
    assert [word for word in digits if "2026" not in word] == []
