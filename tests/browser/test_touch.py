"""Pages under a thumb: answers in sight, help and leaving at hand, sliders that let swipes pass."""

from pathlib import Path

import pytest

from course_lib.frame.lessons_data import NOTEBOOKS

pytestmark = pytest.mark.browser

PROBE = Path(__file__).with_name("feedback_probe.js")
LESSONS = [f"{path.stem}.html" for path in sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))]
BESIDE = ["index.html", "help.html", "minute.html"]
BESIDE += ["glossary.html", "references.html", "about.html", "leading.html"]
#: Each picture's smallest letters that are seen, in CSS pixels.
LETTERS = """() => [...document.querySelectorAll(".cc-picture svg text")]
  .filter((each) => each.checkVisibility() && each.textContent.trim())
  .map((each) => {
    const { a, b } = each.getScreenCTM();
    return [Math.hypot(a, b) * parseFloat(getComputedStyle(each).fontSize), each.textContent];
  })
  .filter(([size]) => size < 10.95)"""
#: Options of one question that stand beside each other.
BESIDE_EACH_OTHER = """() => [...document.querySelectorAll(".cc fieldset")].flatMap((set) => {
  const rows = [...set.querySelectorAll(":scope > label")].filter((each) => each.checkVisibility());
  const tops = rows.map((each) => Math.round(each.getBoundingClientRect().top));
  return new Set(tops).size === tops.length ? [] : [set.innerText];
})"""


@pytest.fixture(scope="module", params=LESSONS)
def phone(request, new_visit, site_address):
    page = new_visit(has_touch=True, is_mobile=True, reduced_motion="reduce").page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site_address + request.param)
    page.wait_for_selector("html[data-awake]", timeout=20_000)
    yield page
    page.close()


def test_the_letters_of_every_picture_are_11_pixels_high_at_360(phone):
    phone.set_viewport_size({"width": 360, "height": 740})
    assert phone.evaluate(LETTERS) == []
    assert phone.evaluate("document.scrollingElement.scrollWidth") == 360
    phone.set_viewport_size({"width": 390, "height": 844})


def test_a_mark_has_room_for_a_finger(phone):
    height = "each => parseFloat(getComputedStyle(each, '::after').height)"
    marks = phone.locator(".rooms > section > :is(p, ul) a.mark:visible").all()
    assert marks
    assert all(mark.evaluate(height) >= 44 for mark in marks)


def test_one_option_stands_in_a_row(phone):
    assert phone.evaluate(BESIDE_EACH_OTHER) == []


def test_what_a_control_does_is_in_sight(phone):
    phone.evaluate(PROBE.read_text(encoding="utf-8"))
    result = phone.evaluate("feedback.unseen(12)")
    assert result["tried"] > 15
    assert result["found"] == []


@pytest.mark.parametrize("name", [*BESIDE, LESSONS[0], LESSONS[8]])
def test_help_and_leaving_are_a_bar_and_text_ends_above_it(visit, site_address, name):
    page = visit(width=390, height=844).page
    page.goto(site_address + name)
    if name[0].isdigit():  # rooms out of sight get their height then
        page.wait_for_selector("html[data-awake]")
    for size in [(390, 844), (360, 640), (740, 360)]:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.evaluate("scrollTo(0, 0)")
        bar_below_the_text(page, size)
    page.locator(".to-help").click()
    page.wait_for_url("**/help.html")


def bar_below_the_text(page, size):
    leave, to_help = (page.locator(each).bounding_box() for each in ("[data-exit]", ".to-help"))
    for box in (leave, to_help):
        assert box["height"] >= 44
        assert box["y"] + box["height"] == size[1]
    assert to_help["x"] + to_help["width"] == leave["x"]
    assert leave["x"] + leave["width"] == page.evaluate("document.documentElement.clientWidth")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator("footer p").last.bounding_box()
    assert last["y"] + last["height"] <= leave["y"]


SLIDER = "[data-activity=NervousSystemSeesaw] input[type=range]"


@pytest.mark.parametrize(("way", "moves"), [((0, -300), False), ((90, 0), True)])
def test_a_swipe_over_the_page_does_not_move_a_slider(visit, site_address, way, moves):
    page = visit(has_touch=True, is_mobile=True).page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site_address}01_the_science_behind_it.html")
    page.wait_for_selector("html[data-awake]")
    slider = page.locator(SLIDER).first
    slider.evaluate("each => each.scrollIntoView({ block: 'center' })")
    before, scrolled = slider.input_value(), page.evaluate("scrollY")
    box = slider.bounding_box()
    at = {"x": box["x"] + box["width"] * 0.6, "y": box["y"] + box["height"] / 2}
    session = page.context.new_cdp_session(page)

    def finger(kind, *points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    finger("touchStart", at)
    for part in range(1, 16):
        moved = {"x": at["x"] + way[0] * part / 15, "y": at["y"] + way[1] * part / 15}
        finger("touchMove", moved)
        page.wait_for_timeout(16)
    finger("touchEnd")
    page.wait_for_timeout(300)
    assert (slider.input_value() != before) is moves
    assert (page.evaluate("scrollY") > scrolled) is not moves
