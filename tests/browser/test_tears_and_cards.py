"""Lesson 09 on the page: the face, the cards and the two sides, by mouse and by keyboard."""

import pytest

from course_lib.cards import tears_data

pytestmark = pytest.mark.browser


@pytest.fixture
def activity(lesson_page):
    def opened(name, **options):
        return lesson_page("09_vulnerability", **options).locator(f"[data-activity={name}]")

    return opened


def words(locator):
    return " ".join(locator.inner_text().split())


def press(root, name):
    root.locator(f"[data-do={name}]").press("Enter")


def test_what_was_found_appears_only_after_a_guess(activity):
    root = activity("TearsTellOthers")
    data = tears_data.tears()
    for each in data.judgements:
        card = root.locator(f"[data-card={each.id}]")
        mark = root.locator(f"svg:visible [data-part=mark-{each.id}]")
        assert card.is_visible()
        assert mark.get_attribute("display") == "none"
        assert each.says not in words(root)
        card.locator("[data-pick=same]").press("Enter")
        assert mark.get_attribute("display") is None
        said = words(card.locator(".cc-feedback"))
        assert said.startswith("You guessed: No difference.")
        assert each.says in said
        if each is not data.judgements[-1]:
            press(root, "next")
    assert root.locator("[data-do=next]").is_disabled()
    press(root, "again")
    assert root.locator("svg:visible [data-part^=mark-]:not([display])").count() == 0
    assert root.page.evaluate("document.activeElement.dataset.card") == data.judgements[0].id


def test_the_switches_change_the_face_and_its_words(activity):
    root = activity("TearsTellOthers", width=390, height=844)
    drops = root.locator("svg:visible [data-part=tears]")
    assert drops.first.get_attribute("display") is None
    root.get_by_label("With tears", exact=True).press("ArrowDown")
    assert drops.first.get_attribute("display") == "none"
    assert "The same drawn face without tears" in words(root)
    assert "A reason is given, one that we made up" not in words(root)
    root.get_by_label("No reason").press("ArrowDown")
    assert "A reason is given, one that we made up" in words(root)
    assert root.locator("svg:visible [data-part=reason-no]").get_attribute("display") == "none"
    assert root.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_every_rewrite_is_answered_and_danger_is_met_with_help(activity):
    root = activity("ReframeCards")
    cards = tears_data.reframes().cards
    for each in cards:
        card = root.locator(f"[data-card={each.id}]")
        assert card.is_visible()
        if each.help:
            assert card.locator("button").count() == 0
            assert all(step in words(card) for step in each.help.steps)
        for place, rewrite in enumerate(each.rewrites):
            card.locator(f"[data-pick='{place}']").press("Enter")
            said = words(card.locator(".cc-feedback"))
            assert rewrite.why in said
            assert said.startswith("Kind and true.") == (rewrite.kind == "both")
            # The mark has no number of its own any more: it leads to the claim.
            assert card.locator(f".cc-feedback a[href$='#{each.claims[0]}']").first.is_visible()
        if each.rewrites:
            card.locator("[data-pick=none]").press("Enter")
            assert "Not on this card" in words(card.locator(".cc-feedback"))
        if each is not cards[-1]:
            press(root, "next")


def test_a_choice_appears_once_both_sides_are_open_and_help_is_always_there(activity):
    root = activity("AcceptanceLimits")
    for each in tears_data.acceptance().stories:
        card = root.locator(f"[data-card={each.id}]")
        assert each.help in words(card)
        for side in ("situation", "feeling"):
            assert each.choice not in words(card)
            card.locator(f"[data-side={side}] summary").press("Enter")
        card.locator("[data-both]").wait_for(state="visible")
        assert each.choice in words(card)
        if each is not tears_data.acceptance().stories[-1]:
            press(root, "next")
    press(root, "again")
    first = root.locator(f"[data-card={tears_data.acceptance().stories[0].id}]")
    assert first.locator("[data-side][open]").count() == 0
    assert first.locator("[data-both]").is_hidden()


def test_without_a_script_everything_can_be_read(browser, site_address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_address}09_vulnerability.html")
    for name, told in (
        ("ReframeCards", [card.thought for card in tears_data.reframes().cards]),
        ("AcceptanceLimits", [story.choice for story in tears_data.acceptance().stories]),
    ):
        said = words(page.locator(f"[data-activity={name}]"))
        assert all(each in said for each in told)
        assert page.locator(f"[data-activity={name}] button:visible").count() == 0
    face = page.locator("[data-activity=TearsTellOthers] svg:visible")
    assert face.text_content().count("▲ more") == 3
    page.context.close()
