"""Every page of the static edition in Chromium: alive, by keyboard, offline, with no script too."""

import gzip
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from keys import leave
from playwright.sync_api import expect

from course_lib.frame.lessons_data import NOTEBOOKS

pytestmark = pytest.mark.browser

LESSONS = [f"{path.stem}.html" for path in sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))]
BESIDE = ["glossary.html", "references.html", "about.html", "leading.html"]
PAGES = [*LESSONS, "index.html", "help.html", "minute.html", "notes.html", *BESIDE]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALIVE = "[data-activity][data-alive]"


@pytest.fixture
def go(visit, site_address):
    def opened(name, **options):
        found = visit(**options)
        found.page.goto(site_address + name)
        if name in LESSONS and options.get("java_script_enabled", True):
            found.page.wait_for_selector("html[data-awake]", timeout=20_000)
        return found

    return opened


def open_everything(page):
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")


@pytest.mark.parametrize("name", LESSONS)
def test_every_activity_comes_alive(go, name):
    found = go(name)
    page = found.page
    assert page.locator(ALIVE).count() == page.locator("[data-activity]").count() > 4
    assert page.locator("[data-static]:visible").count() == 0
    assert page.locator(".asleep:visible").count() == 0
    assert found.errors == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_slider_moves_by_keyboard_and_says_where_it_is(go, name):
    page = go(name).page
    for figure in page.locator(f"{ALIVE}:has(input[type=range])").all():
        for slider in figure.locator("input[type=range]").all():
            slider.press("Home")
            last = int(slider.get_attribute("max"))
            heard, seen = set(), set()
            for step in range(last + 1):
                heard.add(slider.get_attribute("aria-valuetext"))
                seen.add(figure.locator(".cc-words").inner_text())
                if step < last:
                    slider.press("ArrowRight")
            assert len(heard) == last + 1
            assert len(seen) > last


@pytest.mark.parametrize("name", LESSONS)
def test_every_radio_box_and_select_answers_to_the_keyboard(go, name):
    page = go(name).page
    open_everything(page)
    groups = page.locator("fieldset:visible:has(input[type=radio]:enabled)")
    assert groups.count() > 4
    for group in groups.all():
        radios = group.locator("input[type=radio]")
        radios.first.focus()
        page.keyboard.press("Space")
        seen = [group.locator("input:checked").get_attribute("value")]
        for _ in range(radios.count() - 1):
            page.keyboard.press("ArrowDown")
            seen.append(group.locator("input:checked").get_attribute("value"))
        assert len(set(seen)) == radios.count()
    for box in page.locator("input[type=checkbox]:visible").all():
        before = box.is_checked()
        box.press("Space")
        assert box.is_checked() != before
    for select in page.locator(f"{ALIVE} select:visible").all():
        select.press("ArrowDown")
        assert select.input_value() != ""


@pytest.mark.parametrize("name", LESSONS)
def test_lanes_that_are_chosen_show_and_others_do_not(go, name):
    page = go(name).page
    open_everything(page)
    choosable = "figure[data-lanes-by=shown]:has(input:not(:checked)[type=checkbox])"
    for figure in page.locator(choosable).all():
        height = figure.locator("svg:visible").bounding_box()["height"]
        extra = figure.locator("input[type=checkbox]:not(:checked)").first
        lane = extra.get_attribute("value")
        extra.press("Space")
        assert figure.locator(f"svg:visible [data-part=lane-{lane}]").is_visible()
        assert figure.locator("svg:visible").bounding_box()["height"] > height + 20
        page.locator(f"figure input[value={lane}]").first.press("Space")


@pytest.mark.parametrize("name", LESSONS)
def test_quiz_and_prediction_explain(go, name):
    page = go(name).page
    card = page.locator("[data-question]").first
    feedback = card.locator(".cc-feedback")
    explained = set()
    for radio in card.locator("input[type=radio]").all():
        radio.press("Space")
        card.locator('[data-do="check"]').press("Enter")
        explained.add(feedback.inner_text())
    assert len(explained) == card.locator("input[type=radio]").count()
    card.locator('[data-do="again"]').press("Enter")
    assert feedback.inner_text() == ""
    guess = page.locator("[data-activity=Prediction]")
    guess.locator("input[type=radio]").nth(1).press("Space")
    guess.locator("button").press("Enter")
    assert guess.locator("input[type=radio]").nth(1).is_disabled()


@pytest.mark.parametrize("place", ["#%", "#%E0%A4%A", '#"]<img>', "#'", "#q-%", "#C08%"])
def test_a_place_that_is_none_harms_nothing(visit, site_address, place):
    said = []
    for name in (LESSONS[1], LESSONS[11]):
        found = visit()
        found.page.on("console", lambda each: said.append(each.text) if each.type == "error" else 0)
        found.page.goto(f"{site_address}{name}{place}")
        found.page.wait_for_selector("html[data-awake]")
        found.page.evaluate("place => { location.hash = 'f'; location.hash = place }", place)
        found.page.wait_for_timeout(50)
        assert found.errors == said == []  # a view that fails as it wakes is told there only


@pytest.mark.parametrize("name", LESSONS)
def test_a_claim_mark_opens_its_evidence(go, name):
    page = go(name).page
    mark = page.locator(".rooms section > p > a.mark").first
    claim = page.locator(f"[data-claim={mark.get_attribute('href')[1:]}]")
    mark.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    mark.press("Enter")
    note = page.get_by_role("dialog")
    assert note.evaluate("each => each === document.activeElement")
    assert claim.locator("dl").inner_text() in note.inner_text()
    assert page.evaluate("scrollY") == before  # opened in place
    page.keyboard.press("Escape")
    note.wait_for(state="detached")
    assert mark.evaluate("each => each === document.activeElement")
    mark.click()
    exit_box, box = page.locator("[data-exit]").bounding_box(), note.bounding_box()
    assert box["y"] >= exit_box["y"] + exit_box["height"]  # nothing lies over the way out
    assert box["y"] + box["height"] <= page.viewport_size["height"]
    note.get_by_role("button", name="All the evidence").click()
    assert claim.get_attribute("open") is not None
    assert claim.locator("summary").evaluate("each => each === document.activeElement")
    claim.get_by_role("button", name="Back to where I was").press("Enter")
    assert mark.evaluate("each => each === document.activeElement")


@pytest.mark.parametrize("name", LESSONS)
@pytest.mark.parametrize("width", [1280, 390])
def test_marks_stand_beside_the_text(go, name, width):
    page = go(name).page
    page.set_viewport_size({"width": width, "height": 844})
    marks = page.locator(".rooms > section > :is(p, ul) a.mark:not(.shown):visible")
    found = marks.evaluate_all(
        """all => all.map((each) => {
          const box = each.getBoundingClientRect();
          const text = each.closest("p, li").getBoundingClientRect();
          const [sign, spoken] = [".cc-sign", ".spoken"].map((name) => each.querySelector(name));
          return [sign.textContent, spoken.textContent,
            box.left >= text.right, box.right <= innerWidth,
            each.previousSibling?.textContent.trim().at(-1) ?? ""];
        })"""
    )
    assert len(found) > 5
    assert all(re.fullmatch(r"\S", seen) for seen, *_ in found)
    assert all(re.fullmatch(r"[a-z ]+, open", heard) for _, heard, *_ in found)
    assert all(inside for *_, inside, _ in found)
    if width == 1280:
        assert all(beside for _, _, beside, _, _ in found)
    boxes = marks.evaluate_all(
        "all => all.map(each => JSON.stringify(each.getBoundingClientRect()))"
    )
    assert len(set(boxes)) == len(boxes)


@pytest.mark.parametrize("name", LESSONS)
def test_a_term_is_explained_where_it_stands(go, name):
    page = go(name).page
    term = page.locator("button.term:visible").first
    note = page.locator(f"#{term.get_attribute('popovertarget')}")
    assert note.is_hidden()
    term.press("Enter")
    assert note.is_visible()
    box = note.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    page.keyboard.press("Escape")
    assert note.is_hidden()
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("name", LESSONS)
@pytest.mark.parametrize("width", [1280, 390])
def test_contents_lead_to_every_room(go, name, width):
    page = go(name, width=width).page
    minutes = []
    if width == 390:
        page.locator(".contents summary").click()  # one line, until it is wanted
    for link in page.locator(".contents li").all():
        minutes.append(int(re.search(r"\d+", link.locator(".minute").inner_text())[0]))
        link.locator("a").press("Enter")
        place = link.locator("a").get_attribute("href")[1:]
        expect(page.locator(f"[id='{place}']")).to_be_in_viewport(ratio=1, timeout=5000)
    assert minutes == sorted(minutes)
    assert minutes[-1] > 8


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(go, name, dark):
    page = go(name, dark=dark, reduced_motion="reduce").page
    open_everything(page)
    # In the dark nothing but the colours changes.
    rules = {"type": "rule", "values": ["color-contrast"]} if dark else WCAG
    results = Axe().run(page, options={"runOnly": rules})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", LESSONS)
def test_axe_finds_nothing_on_a_phone_or_in_a_term(go, name):
    page = go(name, width=390, height=844).page
    open_everything(page)
    page.locator("button.term").first.press("Enter")
    results = Axe().run(page, options={"runOnly": WCAG})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways(go, name):
    page = go(name, width=1280).page
    open_everything(page)
    for width in (1280, 640, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        wide = page.evaluate(
            "width => [...document.querySelectorAll('main *')].filter(each =>"
            " each.checkVisibility() && !each.closest('svg, .spoken')"
            " && each.getBoundingClientRect().right > width + 1)"
            ".map(each => each.outerHTML.slice(0, 80))",
            width,
        )
        assert wide == [], width


@pytest.mark.parametrize("name", PAGES)
def test_no_request_to_another_host(go, name):
    found = go(name)
    page = found.page
    open_everything(page)
    page.mouse.wheel(0, 20_000)
    for button in page.locator("main button:visible").all()[:40]:
        button.evaluate("each => each.click()")
    page.wait_for_timeout(300)
    assert found.other_hosts == []
    assert found.errors == []


@pytest.mark.parametrize("way", ["click", "escape"])
@pytest.mark.parametrize("name", [LESSONS[0], "index.html", "help.html"])
def test_quick_exit_takes_the_place_of_the_page(go, site_address, name, way):
    found = go("notes.html")
    page = found.page
    page.goto(site_address + name)
    before = page.evaluate("history.length")
    if way == "click":
        page.locator("[data-exit]").click()
    else:
        leave(page)
    page.wait_for_url("**/notes.html")
    assert page.title() == "Notes"
    assert page.evaluate("history.length") == before
    page.go_back()
    assert page.url.endswith("notes.html")
    page.go_forward()
    assert page.url.endswith("notes.html")
    assert found.other_hosts == []


def test_one_escape_or_two_slow_ones_leave_nothing(go):
    page = go("index.html").page
    page.keyboard.press("Escape")
    page.wait_for_timeout(1300)
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert page.url.endswith("index.html")


def test_quick_exit_and_help_are_in_sight_wherever_the_page_stands(go):
    for width, height in ((1280, 800), (390, 844), (640, 400)):
        page = go(LESSONS[0], width=width, height=height).page
        page.evaluate("scrollTo({top: 3000, behavior: 'instant'})")
        box = page.locator("[data-exit]").bounding_box()
        assert 0 <= box["y"] <= height - box["height"]
        assert 0 <= box["x"] <= width - box["width"]
        assert page.locator("header a[href='help.html']").count() == 1


def test_colours_follow_the_system_and_the_switch_and_nothing_is_kept(go):
    page = go(LESSONS[0], dark=True).page
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.locator("fieldset.theme input").first.focus()
    page.keyboard.press("ArrowRight")
    light = page.evaluate(paper)
    assert light != dark
    page.keyboard.press("ArrowRight")
    assert page.evaluate(paper) == dark
    assert (
        page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    )
    page.emulate_media(color_scheme="light")
    assert page.evaluate(paper) == dark
    page.locator("fieldset.theme input").first.press("Space")
    assert page.evaluate(paper) == light


@pytest.mark.parametrize("name", LESSONS)
def test_without_a_script_everything_can_be_read(go, name):
    page = go(name, java_script_enabled=False).page
    assert page.locator("[data-activity]").count() > 4
    for figure in page.locator("figure.cc-figure").all():
        assert figure.locator("svg:visible").first.bounding_box()["height"] > 50
        assert len(figure.locator(".cc-words").text_content().split()) > 8
        assert figure.locator("[data-static]").is_visible()
    assert page.locator("main button:visible:not(.term)").count() == 0
    assert page.locator("input[type=range]:visible").count() == 0
    assert page.locator("fieldset.theme:visible").count() == 0
    for card in page.locator("[data-question]").all():
        assert card.locator("fieldset").is_visible()
        card.locator("summary").click()
        assert card.locator("dd").first.is_visible()
    mark = page.locator(".rooms section > p > a.mark").first
    mark.click()
    assert page.locator(mark.get_attribute("href")).is_visible()
    page.locator("[data-exit]").click()
    assert page.url.endswith("notes.html")


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_through_the_whole_page_with_focus_in_sight(go, name):
    page = go(name, reduced_motion="reduce").page
    open_everything(page)
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, summary')].filter(each =>"
        " each.checkVisibility() && !each.disabled && each.type !== 'radio').length"
    )
    reached, last = set(), ""
    presses = wanted * 2 + 60
    for _ in range(presses):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """() => {
              const each = document.activeElement;
              if (each === document.body) return null;
              each.dataset.tabbed ??= Math.random();
              const box = each.getBoundingClientRect();
              const ring = each.type === 'radio' && each.closest('.theme')
                ? each.nextElementSibling : each;
              return [each.dataset.tabbed, each.type, getComputedStyle(ring).outlineStyle,
                box.bottom > 0 && box.top < innerHeight, each.outerHTML.slice(0, 90)];
            }"""
        )
        if at is None:
            break
        name_of, kind, outline, in_sight, html = at
        assert outline != "none", html
        assert in_sight, html
        assert name_of != last, f"trapped at {html}"
        last = name_of
        if kind != "radio":
            reached.add(name_of)
    else:
        pytest.fail(f"Tab did not reach the end in {presses} presses")
    assert len(reached) >= wanted


@pytest.mark.parametrize("name", LESSONS)
def test_pictures_have_names_and_words_of_their_own(go, name):
    page = go(name).page
    for svg in page.locator("svg[role=img]:visible").all():
        title, words = (
            page.locator(f"#{svg.get_attribute(each)}").text_content()
            for each in ("aria-labelledby", "aria-describedby")
        )
        assert len(title.split()) >= 3
        assert len(words.split()) >= 6
        assert title not in words
        assert not re.search(r"\.(svg|png|html)", words)


@pytest.mark.parametrize("name", LESSONS)
def test_print_is_black_on_white_without_controls(go, name):
    page = go(name, dark=True).page
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    for hidden in (".masthead", ".exit", ".contents", ".pager", ".facilitators", "[data-live]"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    assert page.locator("[data-question] dd").first.is_visible()


@pytest.mark.parametrize("name", LESSONS)
def test_motion_only_where_it_is_welcome(go, name):
    page = go(name, reduced_motion="reduce").page
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(each => {"
        " const style = getComputedStyle(each);"
        " return style.transitionDuration !== '0s' || style.animationName !== 'none'"
        " || style.scrollBehavior === 'smooth'; }).length"
    )
    assert moving == 0


@pytest.mark.parametrize("name", LESSONS)
def test_from_a_file_it_comes_alive_and_can_be_left(visit, site_folder, name):
    found = visit()
    page = found.page
    page.goto((site_folder / name).as_uri())
    page.wait_for_selector("html[data-awake]")
    assert page.locator("[data-activity]:not([data-alive])").count() == 0
    assert found.errors == []
    leave(page)
    page.wait_for_url("**/notes.html")


@pytest.mark.parametrize("name", LESSONS)
def test_a_first_visit_is_small_enough_for_a_phone(visit, site_address, name):
    page = visit().page
    bodies = []
    page.on("response", lambda response: bodies.append(response.body()))
    page.goto(site_address + name, wait_until="networkidle")
    assert sum(len(gzip.compress(body)) for body in bodies) <= 250_000
