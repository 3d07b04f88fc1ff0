"""Lesson 10 on its page: grading the takeaways, and cards that come back until known."""

import pytest

from course_lib.cards.flashcards import COMES_BACK_AFTER
from course_lib.cards.takeaways_data import flash_cards, takeaways

pytestmark = pytest.mark.browser


@pytest.fixture
def page(lesson_page):
    return lesson_page("10_key_takeaways")


def test_a_grade_is_compared_only_after_it_was_chosen(page):
    root = page.locator(".cc-takeaways")
    entry = takeaways()[0]
    card = root.locator(f"[data-takeaway={entry.id}]")
    row = root.locator(f"[data-row={entry.id}]")
    card.get_by_role("button", name="Compare").press("Enter")
    assert "Choose a grade first" in card.locator(".cc-feedback").inner_text()
    assert row.locator("[data-evidence]").inner_text() == "shown when you compare"
    card.locator("input[value=well_supported]").press("Space")
    card.get_by_role("button", name="Compare").press("Enter")
    assert "You chose “● well supported”" in card.locator(".cc-feedback").text_content()
    assert "◇ contested" in card.locator(".cc-feedback").text_content()
    assert row.locator("[data-yours]").text_content() == "● well supported"
    card.locator("input[value=contested]").press("Space")
    card.get_by_role("button", name="Compare").press("Enter")
    assert "The two grades are the same" in card.locator(".cc-feedback").inner_text()
    root.get_by_role("button", name="Clear all").press("Enter")
    assert root.locator("input:checked").count() == 0
    assert card.locator(".cc-feedback").inner_text() == ""


def turn(root, answer):
    root.get_by_role("button", name="Turn the card").press("Enter")
    assert len(root.locator("[data-part=back]").inner_text().split()) > 5
    root.get_by_role("button", name=answer, exact=True).press("Enter")


def test_a_card_that_is_not_known_comes_back_soon(page):
    root = page.locator(".cc-flashcards")
    front = root.locator("[data-part=front]")
    first = front.inner_text()
    turn(root, "Show me again later")
    assert root.locator("[data-part=card]").evaluate("card => card === document.activeElement")
    for _ in range(COMES_BACK_AFTER[0]):
        assert front.inner_text() != first
        turn(root, "I knew it")
    assert front.inner_text() == first


def test_the_box_is_empty_when_every_card_was_known_often_enough(page):
    root = page.locator(".cc-flashcards")
    cards = flash_cards()
    seen = []
    for _ in range(len(COMES_BACK_AFTER) * len(cards)):
        seen.append(root.locator("[data-part=front]").inner_text())
        turn(root, "I knew it")
    assert {seen.count(card.front) for card in cards} == {len(COMES_BACK_AFTER)}
    assert "The box is empty" in root.inner_text()
    assert root.get_by_role("button", name="Turn the card").is_hidden()
    root.get_by_role("button", name="Put all cards back").press("Enter")
    assert root.locator("[data-part=front]").inner_text() == cards[0].front
    assert f"In the box: {len(cards)}." in root.inner_text()
