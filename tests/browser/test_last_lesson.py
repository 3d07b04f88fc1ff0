"""Lesson 12 in a real browser: the map, the two self-checks, and a page of one's own."""

import json

import pytest
from playwright.sync_api import expect

from course_lib.frame.phrases import phrase
from course_lib.pictures.causes_data import causes

pytestmark = pytest.mark.browser

START, END = "00_start_here", "12_conclusion"
SECRET = "Only for me: a blue kite"


@pytest.fixture
def page(lesson_page):
    return lesson_page(END, width=390, height=844)


def believe(page, belief, value, sure):
    card = page.locator(f"[data-belief={belief}]")
    while card.is_hidden():
        page.get_by_role("button", name="Next belief").click()
    card.locator(f"input[value={value}]").check()
    card.locator(f"input[value={sure}]").check()
    card.get_by_role("button", name="See what is known").click()
    return " ".join(card.locator(".cc-feedback").inner_text().split())


def test_every_box_is_a_button_that_opens_its_evidence_and_leads_back(page):
    root = page.locator("[data-activity=CauseMap]")
    assert root.locator("[data-cause]:visible").count() == 0
    for cause in causes().values():
        node = root.locator(f"[data-node={cause.id}]")
        box = node.bounding_box()
        drawn = root.locator(f"svg:visible [data-part=node-{cause.id}]").bounding_box()
        assert abs(box["x"] - drawn["x"]) < 3
        assert abs(box["y"] - drawn["y"]) < 3
        assert box["height"] >= 24
        node.press("Enter")
        card = root.locator("[data-cause]:visible")
        assert card.get_attribute("data-cause") == cause.id
        assert " ".join(cause.needed.split()) in " ".join(card.inner_text().split())
        assert node.get_attribute("aria-expanded") == "true"
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
        card.get_by_role("button", name="Back to the picture").press("Enter")
        assert page.evaluate("document.activeElement.dataset.node") == cause.id
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_only_five_links_remain_and_none_leads_to_tears(page):
    root = page.locator("[data-activity=CauseMap]")

    def drawn(kind):
        parts = root.locator(f"svg:visible [data-part^={kind}-]")
        return parts.evaluate_all(
            "all => all.filter(part => getComputedStyle(part).display !== 'none').length"
        )

    assert (drawn("link"), drawn("arrow")) == (10, 5)
    root.get_by_label("Show only links").check()
    assert (drawn("link"), drawn("arrow")) == (5, 0)
    assert root.locator("[data-part=title]").inner_text() == phrase("causes.title_only")
    assert "whatever a map shows" in root.locator("[role=status]").inner_text()
    root.get_by_label("Show only links").uncheck()
    assert (drawn("link"), drawn("arrow")) == (10, 5)


def test_without_first_answers_it_says_so_and_compares_nothing(page):
    root = page.locator("[data-activity=SelfCheck]")
    assert root.locator("[data-part=then]").inner_text() == phrase("beliefs_again.first_missing")
    said = believe(page, "B01", "true", "very")
    assert "beginning" not in said
    assert root.locator("[data-part=both]").is_hidden()


def test_first_answers_stand_beside_the_second_with_a_kind_word(lesson_page, site_address):
    page = lesson_page(START)
    page.get_by_label("Remember my progress").check()
    for belief, value in (("B01", "true"), ("B02", "true"), ("B03", "true"), ("B05", "true")):
        believe(page, belief, value, "very")
    page.goto(f"{site_address}{END}.html")
    page.wait_for_selector("html[data-awake]")
    root = page.locator("[data-activity=SelfCheck]")
    assert root.locator("[data-part=then]").inner_text() == phrase("beliefs_again.first_here")
    assert root.locator("[data-part=both]").is_hidden()
    changed = phrase("beliefs_again.changed_to", then="True")
    assert changed in believe(page, "B01", "unknown", "guess")
    assert phrase("beliefs_again.fits") in believe(page, "B02", "true", "very")
    assert phrase("beliefs_again.kept") in believe(page, "B03", "true", "very")
    assert "beginning" not in believe(page, "B04", "false", "very")
    away = phrase("beliefs_again.changed_from", then="True")
    assert away in believe(page, "B05", "false", "very")
    rows = root.locator("[data-part=both] li strong").all_inner_texts()
    assert rows == ["Changed.", "As before.", "As before.", "New.", "Changed."]
    assert "Just guessing" in root.locator("[data-belief=B01] .cc-feedback").text_content()
    page.get_by_role("button", name="Erase").click()
    assert root.locator("[data-part=then]").inner_text() == phrase("beliefs_again.first_missing")
    assert root.locator("[data-part=both]").is_hidden()


def test_an_imported_file_brings_the_first_answers(page):
    first = {"B01": ["false", "guess"]}
    text = json.dumps(
        {
            "kind": "course-progress",
            "version": 2,
            "finished": [],
            "checks": [],
            "beliefs": {"first": first},
        }
    )
    page.locator("[data-activity=ProgressPanel] input[type=file]").set_input_files(
        {"name": "p.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    then = page.locator("[data-activity=SelfCheck] [data-part=then]")
    expect(then).to_have_text(phrase("beliefs_again.first_here"))
    assert "You have changed your mind" in believe(page, "B01", "unknown", "guess")
    assert page.evaluate("localStorage.length") == 0


def own_page(page):
    root = page.locator("[data-activity=PersonalSummary]").last
    for group in root.locator("details").all():
        group.locator("summary").click()
    return root


def test_only_what_was_chosen_is_printed_and_nothing_is_stored(page):
    root = own_page(page)
    assert root.locator("input:checked").count() == 0
    button = root.get_by_role("button", name="Print")
    assert button.is_disabled()
    root.locator("[data-tick=causes-0]").check()
    root.locator("[data-tick=partner-4]").check()
    root.get_by_label("A note of your own").fill(SECRET)
    page.evaluate("window.print = () => {}")
    button.click()
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    lines = [line for line in printed.splitlines() if line.strip()]
    assert lines[0] == "My page"
    assert "Hormones after orgasm: ✕ no good evidence" in lines
    assert "When one of us says stop, we stop. Always." in lines
    assert SECRET in lines
    assert len(lines) == 8
    assert page.title() == "My page"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert SECRET not in page.locator("body").inner_text()
    page.emulate_media(media="screen")
    assert page.locator(".cc-printout").count() == 0
    assert page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])") == (
        '[{},{},""]'
    )
    root.get_by_role("button", name="Delete the note").click()
    assert SECRET not in root.inner_text()
    assert root.locator("input:checked").count() == 2
    root.get_by_role("button", name="Clear everything").click()
    assert root.locator("input:checked").count() == 0
    assert phrase("summary.empty") in root.inner_text()


def test_a_full_page_says_so_and_a_short_one_fits(page):
    root = own_page(page)
    for box in root.locator("[data-tick^=points]").all():
        box.check()
    sheet = root.locator("[data-part=sheet]")
    assert phrase("summary.full") not in sheet.inner_text()
    for box in root.locator("[data-tick]").all():
        box.check()
    assert phrase("summary.full") in sheet.inner_text()


def test_the_page_is_forgotten_when_it_is_loaded_again(page):
    root = own_page(page)
    root.locator("[data-tick=points-0]").check()
    root.get_by_label("A note of your own").fill(SECRET)
    page.reload()
    page.wait_for_selector("html[data-awake]")
    root = page.locator("[data-activity=PersonalSummary]")
    assert root.locator("input:checked").count() == 0
    assert root.get_by_label("A note of your own").input_value() == ""


def test_in_jupyterlab_the_note_is_printed_alone_and_never_saved(lab, visit):
    stay = visit()
    page = stay.page
    page.add_init_script("window.print = () => { window.printed = true; };")
    stay.open(lab, f"{END}.ipynb")
    stay.run_lesson()
    root = own_page(page)
    root.locator("[data-tick=points-1]").check()
    note = root.get_by_label("A note of your own")
    note.click()
    page.keyboard.type("a d d b " + SECRET)
    page.keyboard.press("Enter")
    assert SECRET in note.input_value()
    cells = page.locator(".jp-Cell").count()
    with page.expect_popup() as popup:
        root.get_by_role("button", name="Print").click()
    alone = popup.value
    lines = alone.locator("body").inner_text().split("\n")
    assert lines[0] == "My page"
    assert alone.title() == "My page"
    assert any(SECRET in line for line in lines)
    assert phrase("summary.about") not in lines
    alone.close()
    page.keyboard.press("Control+s")
    page.wait_for_timeout(1500)
    assert page.locator(".jp-Cell").count() == cells
    stored = (lab.folder / f"{END}.ipynb").read_text(encoding="utf-8")
    assert "blue kite" not in stored
    assert "CauseMap" in stored
