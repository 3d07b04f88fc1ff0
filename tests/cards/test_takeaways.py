"""The five takeaways and the flash cards: complete, true to the ledger, and never a score."""

import re

import pytest

import course_lib
from course_lib.cards import takeaways_data
from course_lib.cards.flashcards import COMES_BACK_AFTER
from course_lib.evidence import claims_data
from course_lib.frame import lessons_data
from course_lib.frame.load import ContentError


def broken(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_takeaways_are_those_of_the_section():
    taught = {
        claim.id
        for claim in claims_data.claims().values()
        if "key_takeaways" in (claim.section, *claim.also_in)
    }
    assert {each.claim for each in takeaways_data.takeaways()} == taught
    assert taught


def test_the_evidences_grade_comes_from_the_ledger():
    markup = course_lib.GradeTheTakeaways().markup
    for each in takeaways_data.takeaways():
        grade = claims_data.claim(each.claim).grade.value
        assert f'data-takeaway="{each.id}" data-grade="{grade}"' in markup


def test_every_lesson_has_flash_cards():
    lessons = [card.lesson for card in takeaways_data.flash_cards()]
    assert {lesson: lessons.count(lesson) for lesson in lessons_data.lessons()} == dict.fromkeys(
        lessons_data.lessons(), 2
    )


def test_no_card_asks_about_the_learner_or_keeps_a_score():
    for card in takeaways_data.flash_cards():
        assert not re.search(r"\b(you|your)\b", f"{card.front} {card.back}".lower()), card.id
    words = course_lib.FlashCards().describe() + course_lib.GradeTheTakeaways().describe()
    assert not re.search(r"\d+ (right|wrong|points|per cent|%)", words)


def test_a_card_that_is_known_waits_longer_than_one_that_is_not():
    assert list(COMES_BACK_AFTER) == sorted(set(COMES_BACK_AFTER))
    assert course_lib.FlashCards().queue == [card.id for card in takeaways_data.flash_cards()]


def test_a_takeaway_must_not_give_its_grade_away(data_copy):
    broken(data_copy, "takeaways.toml", 'clues = "Many', 'clues = "This is contested. Many')
    with pytest.raises(ContentError, match=r"takeaways\.toml, takeaway release, clues: the grade"):
        takeaways_data.takeaways()


def test_a_takeaway_of_another_section_is_refused(data_copy):
    broken(data_copy, "takeaways.toml", 'claim = "C57"', 'claim = "C08"')
    with pytest.raises(ContentError, match="C08 is not a claim of the section"):
        takeaways_data.takeaways()


def test_cards_out_of_order_are_refused(data_copy):
    broken(data_copy, "flashcards.toml", 'lesson = "00"', 'lesson = "12"')
    with pytest.raises(ContentError, match="put the cards in the order of their lessons"):
        takeaways_data.flash_cards()


def test_a_card_with_an_unknown_claim_names_the_near_ones(data_copy):
    broken(data_copy, "flashcards.toml", 'claims = ["C05"]', 'claims = ["C98"]')
    with pytest.raises(ContentError, match=r"C98.*Near matches: C"):
        takeaways_data.flash_cards()
