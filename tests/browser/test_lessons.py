"""Each lesson in the real JupyterLab: one key, every control by keyboard, names, no other host."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tools.browser import ROOT

pytestmark = pytest.mark.browser

LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
ALIVE = ".jp-OutputArea .cc[data-alive]"


@pytest.fixture(scope="module", params=LESSONS)
def lesson(request):
    return request.param


@pytest.fixture(scope="module")
def opened(new_visit, lab, lesson):
    """A lesson; the tests of one lesson share it and go on with it, as a learner would."""
    found = new_visit()
    found.open(lab, lesson)
    return found


@pytest.fixture(scope="module")
def started(opened):
    """The same lesson, started."""
    opened.run_lesson()
    return opened


def active_cell(page):
    return page.locator(".jp-Notebook-cell.jp-mod-active").get_attribute("data-windowed-list-index")


def test_opens_without_questions_or_news(opened):
    page = opened.page
    page.wait_for_timeout(1500)
    assert page.locator(".jp-Dialog").count() == 0
    assert page.locator(".Toastify__toast").count() == 0
    assert page.locator("#jp-main-statusbar").get_by_text("Python 3").count() > 0
    assert page.get_by_text("Start this lesson", exact=True).first.is_visible()


def test_shows_every_figure_before_it_is_run(opened):
    assert opened.page.locator(".jp-OutputArea [data-activity]").count() > 4
    for figure in opened.page.locator(".jp-OutputArea figure.cc-figure").all():
        assert figure.locator("img").first.bounding_box()["height"] > 50
    assert opened.page.get_by_text("model not found").count() == 0


def test_one_key_brings_every_activity_alive_and_stays_at_the_top(started):
    page = started.page
    assert page.locator(f"{ALIVE} [data-static]:visible").count() == 0
    assert page.locator("h1").first.is_visible()
    assert started.errors == []


@pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])
def test_axe_finds_nothing_in_our_outputs(started, dark):
    page = started.page
    page.emulate_media(color_scheme="dark" if dark else "light")
    theme = f"body[data-jp-theme-light={str(not dark).lower()}]"
    page.wait_for_selector(theme, state="attached")
    open_everything(page)
    results = Axe().run(
        page,
        context={"include": [[".jp-OutputArea .cc"]]},
        options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    )
    assert results.violations_count == 0, results.generate_report()


def test_terms_stand_above_what_they_mean(started):
    beside = "all => all.filter(each => getComputedStyle(each).float !== 'none').length"
    assert started.page.locator(".cc[data-alive] :is(dt, dd)").count() > 5
    assert started.page.locator(".cc :is(dt, dd)").evaluate_all(beside) == 0


def test_every_slider_moves_by_keyboard_and_never_the_notebook(started):
    page = started.page
    sliders = page.locator(f"{ALIVE} input[type=range]")
    for slider in sliders.all():
        slider.focus()
        cell = active_cell(page)
        slider.press("Home")
        last = int(slider.get_attribute("max"))
        heard = [slider.get_attribute("aria-valuetext")]
        for _ in range(last):
            slider.press("ArrowRight")
            heard.append(slider.get_attribute("aria-valuetext"))
            assert page.evaluate(
                "element => element === document.activeElement", slider.element_handle()
            )
        assert len(set(heard)) == last + 1
        assert all(re.search(r"[a-z]{3}", words) for words in heard)
        assert active_cell(page) == cell


def test_every_radio_group_moves_by_keyboard_and_never_the_notebook(started):
    page = started.page
    open_everything(page)
    groups = page.locator(f"{ALIVE} fieldset:visible:has(input[type=radio]:enabled)")
    assert groups.count() > 3
    for group in groups.all():
        radios = group.locator("input[type=radio]")
        radios.first.focus()
        cell = active_cell(page)
        page.keyboard.press("Space")
        seen = [group.locator("input:checked").get_attribute("value")]
        for _ in range(radios.count() - 1):
            page.keyboard.press("ArrowDown")
            seen.append(group.locator("input:checked").get_attribute("value"))
        assert len(set(seen)) == radios.count()
        assert active_cell(page) == cell


def open_everything(page):
    page.evaluate(
        "selector => document.querySelectorAll(`${selector} details`)"
        ".forEach(details => { details.open = true; })",
        ALIVE,
    )


def test_every_check_box_select_and_button_answers_to_the_keyboard(started):
    page = started.page
    open_everything(page)
    for box in page.locator(f"{ALIVE} input[type=checkbox]").all():
        before = box.is_checked()
        box.press("Space")
        expect(box).to_be_checked(checked=not before)
        box.press("Space")
        expect(box).to_be_checked(checked=before)
    for select in page.locator(f"{ALIVE} select:visible").all():
        select.focus()
        cell = active_cell(page)
        select.press("ArrowDown")
        assert select.input_value() != ""
        assert active_cell(page) == cell


def test_quiz_explains_every_answer_and_allows_another_try(started):
    page = started.page
    for card in page.locator(f"{ALIVE}[data-activity=Quiz] [data-question]").all():
        feedback = card.locator(".cc-feedback")
        check = card.get_by_role("button", name="Check")
        card.get_by_role("button", name="Try again").press("Enter")
        check.press("Enter")
        assert "Choose an answer first" in feedback.inner_text()
        explained = set()
        for radio in card.locator("input[type=radio]").all():
            radio.focus()
            page.keyboard.press("Space")
            check.press("Enter")
            explained.add(feedback.inner_text())
        assert len(explained) == card.locator("input[type=radio]").count()
        assert sum(words.startswith("Yes.") for words in explained) == 1
        card.get_by_role("button", name="Try again").press("Enter")
        assert feedback.inner_text() == ""
        assert card.locator("input:checked").count() == 0


def test_prediction_is_kept_shown_and_can_be_changed(started):
    page = started.page
    card = page.locator(f"{ALIVE}[data-activity=Prediction]")
    keep = card.get_by_role("button")
    card.locator("input:checked").evaluate_all("all => all.forEach(i => { i.checked = false; })")
    keep.press("Enter")
    assert "Choose a guess first" in card.locator(".cc-feedback").inner_text()
    card.locator("input[type=radio]").nth(1).focus()
    page.keyboard.press("Space")
    keep.press("Enter")
    assert card.locator("input[type=radio]").nth(1).is_disabled()
    assert "not saved" in card.locator(".cc-feedback").inner_text()
    assert card.locator("dt", has_text="Your guess.").count() == 1
    keep.press("Enter")
    assert card.locator("input[type=radio]").nth(1).is_enabled()


def test_a_claim_mark_opens_its_evidence(started):
    page = started.page
    mark = page.locator(".jp-MarkdownCell a[title$='Opens the evidence.']:visible").first
    key = mark.get_attribute("href").removeprefix("#")
    claim = page.locator(f"{ALIVE} [data-claim={key}]")
    claim.evaluate("details => { details.open = false; }")
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(".cc-note")
    assert note.is_visible()
    page.keyboard.press("x")  # no key of JupyterLab's acts while the note is read
    note.get_by_role("button", name="Close").press("Enter")
    note.wait_for(state="detached")
    assert mark.evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    note.get_by_role("button", name="All the evidence").press("Enter")
    assert claim.get_attribute("open") is not None
    assert page.evaluate("document.activeElement.parentElement.dataset.claim") == key
    assert claim.locator("summary").is_visible()
    claim.get_by_role("button", name="Back to where I was").press("Enter")
    assert mark.evaluate("link => link === document.activeElement")


def test_every_claim_mark_has_evidence_on_the_page(started):
    page = started.page
    marks = page.locator(".jp-Notebook a[href^='#C']").evaluate_all(
        "links => links.map(link => link.getAttribute('href').slice(1))"
    )
    marks = [mark for mark in marks if re.fullmatch(r"C\d\d", mark)]
    claims = page.locator(f"{ALIVE} [data-claim]").evaluate_all(
        "items => items.map(item => item.dataset.claim)"
    )
    assert marks
    assert set(marks) <= set(claims)


def test_a_second_view_shows_the_same_position(started):
    """JupyterLab builds views anew when it likes; several views of one model agree."""
    page = started.page
    group = page.locator(f"{ALIVE} fieldset:visible:has(input[type=radio][data-control])").first
    moves_at_once = group.count() > 0
    if not moves_at_once:
        group = page.locator(f"{ALIVE}[data-activity=Prediction]").first
    choice = group.locator("input[type=radio]").nth(1)
    choice.check()
    if not moves_at_once:
        group.locator("[data-do=keep]").press("Enter")
    value = choice.get_attribute("value")
    output = page.locator(".jp-CodeCell", has=choice).locator(".jp-OutputArea").first
    output.click(button="right", position={"x": 5, "y": 5})
    page.get_by_text("Create New View for Cell Output", exact=True).click()
    second = page.locator(f".jp-LinkedOutputView input[value='{value}']").first
    second.wait_for()
    assert second.is_checked()


def test_asks_no_other_host(started):
    """After all that the tests above did with it."""
    page = started.page
    for summary in page.locator(f"{ALIVE} summary").all():
        summary.evaluate("element => element.click()")
    page.wait_for_timeout(500)
    assert started.other_hosts == []


def test_nothing_is_left_of_a_lesson_when_saved(started, lab, lesson):
    started.page.keyboard.press("Control+s")
    started.page.wait_for_timeout(1500)
    assert (Path(lab.folder) / lesson).read_bytes() == (ROOT / "notebooks" / lesson).read_bytes()
