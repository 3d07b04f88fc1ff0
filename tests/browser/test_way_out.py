"""The way out of a page, whatever else is open, switched off or out of reach."""

from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from keys import leave

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.site.__main__ import Handler

pytestmark = pytest.mark.browser

LESSONS = sorted(path.stem for path in NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
#: Opens each term at two heights of the window, and tells where the way out is not free: not
#: what a finger on its middle would touch, overlapped, or the note cut off at the top.
COVERED = """async () => {
  const exit = document.querySelector("[data-exit]");
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
  const found = [];
  for (const term of document.querySelectorAll("button.term")) {
    if (!term.checkVisibility()) continue;
    for (const block of ["center", "end"]) {
      term.scrollIntoView({ block, behavior: "instant" });
      term.click();
      await drawn();
      const note = document.getElementById(term.getAttribute("popovertarget"));
      const box = exit.getBoundingClientRect();
      const on = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const other = note.getBoundingClientRect();
      const apart = other.right <= box.left || other.left >= box.right
        || other.bottom <= box.top || other.top >= box.bottom;
      if (!(note.checkVisibility() && exit.contains(on) && apart && other.top >= 0))
        found.push([term.textContent, block, JSON.stringify(other)]);
      note.hidePopover();
      await drawn();
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def strict_address(site_folder, served):
    """The pages from a server that allows no more than it must."""

    class Strict(Handler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", STRICT)
            super().end_headers()

    handler = partial(Strict, directory=str(site_folder.parents[1]))
    with served(ThreadingHTTPServer(("127.0.0.1", 0), handler)) as address:
        yield address


def is_left(page):
    page.wait_for_url("**/notes.html")
    page.wait_for_selector("h1:visible")
    assert page.title() == "Notes"
    assert page.locator("body").inner_text().startswith("Shopping list")


@pytest.mark.parametrize("name", LESSONS)
def test_no_explained_term_lies_over_the_way_out(lesson_page, name):
    page = lesson_page(name, width=360, height=640)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.locator("button.term:visible").count() > 2
    assert page.evaluate(COVERED) == []
    page.set_viewport_size({"width": 640, "height": 360})
    assert page.evaluate(COVERED) == []


def test_an_escape_that_was_used_does_not_count(lesson_page):
    page = lesson_page("11_questions_people_ask")
    search = page.locator("input[type=search]")
    search.fill("tears")
    search.press("Escape")
    assert search.input_value() == ""
    search.press("Escape")
    page.wait_for_timeout(200)
    assert page.url.endswith("11_questions_people_ask.html")
    page.wait_for_timeout(1100)
    page.locator("button.term:visible").first.press("Enter")
    page.keyboard.press("Escape")  # closes the note
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    assert page.url.endswith("11_questions_people_ask.html")
    page.wait_for_timeout(1100)
    composed = "new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, isComposing: true})"
    page.evaluate(f"document.body.dispatchEvent({composed})")
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    assert page.url.endswith("11_questions_people_ask.html")
    leave(page)
    is_left(page)


@pytest.mark.parametrize("way", ["contents", "claim", "skip"])
def test_links_within_a_page_leave_no_way_back(lesson_page, site_address, way):
    page = lesson_page("05_hormones_in_detail")
    page.goto(f"{site_address}01_the_science_behind_it.html")
    page.wait_for_selector("html[data-awake]")
    before = page.evaluate("history.length")
    links = {
        "contents": ".contents li a",
        "claim": ".rooms section > p > a.mark",
        "skip": "a.skip",
    }
    for link in page.locator(links[way]).all()[:3]:
        link.press("Enter")
        if way == "claim":  # opens in place, and leads to the drawer from there
            page.get_by_role("button", name="All the evidence").press("Enter")
    assert page.evaluate("history.length") == before
    leave(page)
    is_left(page)
    page.go_back()  # to lesson 05; before that, nothing of the course was open
    is_left(page)


def test_a_tap_leaves(lesson_page):
    page = lesson_page("02_emotional_release", has_touch=True, width=390, height=844)
    page.locator("[data-exit]").tap()
    is_left(page)


@pytest.mark.parametrize("keys", [["Escape"] * 2, ["Shift"] * 3, ["Tab", "Enter"]], ids="+".join)
def test_off_line_it_leaves_as_well(lesson_page, keys):
    page = lesson_page("02_emotional_release")
    page.context.set_offline(True)
    leave(page, *keys)
    is_left(page)


@pytest.mark.parametrize("keys", [["Escape"] * 2, ["Shift"] * 3, ["Tab", "Enter"]], ids="+".join)
def test_a_strict_policy_changes_nothing(visit, strict_address, keys):
    found = visit()
    page = found.page
    page.goto(f"{strict_address}01_the_science_behind_it.html")
    page.wait_for_selector("html[data-awake]")
    assert page.locator("[data-exit]").evaluate("each => each.matches(':popover-open')")
    leave(page, *keys)
    is_left(page)
    page.go_back()
    assert page.locator(".lesson").count() == 0
    assert found.errors == []


def test_without_scripts_it_leaves_and_says_what_back_does(visit, site_address):
    page = visit(java_script_enabled=False).page
    page.goto(f"{site_address}01_the_science_behind_it.html")
    told = page.locator(".no-script")
    assert told.is_visible()
    assert "Back button" in told.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    is_left(page)


@pytest.mark.parametrize("name", LESSONS)
def test_the_way_out_is_the_first_stop_of_tab(lesson_page, name):
    page = lesson_page(name)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('[data-exit]')")
