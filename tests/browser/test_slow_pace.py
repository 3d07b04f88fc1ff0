"""The lesson on responding, in Chromium: the pace can always be left, and help shows its age."""

from datetime import timedelta

import pytest

from course_lib.cards import sorting_data
from course_lib.care import steps_data
from course_lib.evidence.help_data import fresh_until, old_note

pytestmark = pytest.mark.browser
LESSON = "08_how_to_respond"


@pytest.fixture
def go(visit, site_address):
    """Open the lesson with a clock that the test moves."""

    def opened(days_past_fresh=-1, **options):
        today = fresh_until() + timedelta(days=days_past_fresh)
        page = visit(**options).page
        page.clock.install(time=f"{today}T12:00:00")
        page.goto(f"{site_address}{LESSON}.html")
        while page.locator("html[data-awake]").count() == 0:
            page.clock.run_for(100)
        page.clock.pause_at(f"{today}T12:30:00")  # from here on only the test moves it
        return page

    return opened


class Pace:
    def __init__(self, page):
        self.page = page
        self.root = page.locator(".cc-breathing")
        self.start = self.root.get_by_role("button", name="Start")
        self.stop = self.root.get_by_role("button", name="Stop")

    def says(self):
        return self.root.locator("[role=status]").inner_text()

    def line(self):
        return self.root.locator("[data-line]").inner_text().strip()

    def size(self):
        return self.root.locator("svg:visible [data-part=breath]").evaluate(
            "circle => getComputedStyle(circle).transform"
        )

    def focused(self):
        return self.page.evaluate("document.activeElement.textContent")


def test_nothing_happens_until_it_is_asked_for(go):
    pace = Pace(go())
    pace.page.clock.run_for(30_000)
    assert pace.line() == ""
    assert pace.stop.is_disabled()
    assert pace.root.get_attribute("data-now") == "rest"


def test_it_can_be_stopped_with_the_next_key_press(go):
    pace = Pace(go())
    pace.start.press("Enter")
    assert pace.focused() == "Stop"
    assert pace.line() == "Breathe in · breath 1 of 6"
    pace.page.clock.run_for(7_000)
    assert pace.line() == "Breathe out · breath 1 of 6"
    assert pace.says().startswith("Started: 6 breaths.")  # one announcement, not one a breath
    pace.page.keyboard.press("Enter")
    assert pace.says() == "Stopped. Breathe as you like."
    assert pace.focused() == "Start"
    pace.page.clock.run_for(20_000)
    assert pace.line() == ""


def test_it_ends_by_itself_and_does_not_begin_again(go):
    pace = Pace(go())
    pace.start.press("Enter")
    pace.page.clock.run_for(59_000)
    assert pace.line() == "Breathe out · breath 6 of 6"
    pace.page.clock.run_for(2_000)
    assert pace.says() == "That was all. Breathe as you like."
    pace.page.keyboard.press("Enter")  # someone who was about to press Stop
    assert pace.stop.is_disabled()


def test_each_breath_is_announced_only_if_chosen(go):
    pace = Pace(go())
    pace.root.locator("[data-spoken]").check()
    pace.root.locator("input[value=count]").check()
    pace.start.press("Space")
    pace.page.clock.run_for(2_500)
    assert pace.says() == "Breathe in"
    assert pace.line() == "Breathe in: 3"
    pace.page.clock.run_for(4_000)
    assert pace.says() == "Breathe out"
    assert pace.root.locator(".cc-picture").is_hidden()
    assert pace.root.get_by_text("Stop if it feels worse.").first.is_visible()


def test_nothing_moves_where_less_motion_is_asked_for(go):
    pace = Pace(go(reduced_motion="reduce"))
    assert pace.root.locator("input[value=moving]").is_hidden()
    pace.start.press("Enter")
    seen = set()
    for _ in range(4):
        seen.add((pace.line(), pace.size()))
        pace.page.clock.run_for(2_600)
    assert {size for _, size in seen} == {"none"}
    assert {line.split(" ·")[0] for line, _ in seen} == {"Breathe in", "Breathe out"}


def test_the_circle_moves_where_motion_is_welcome(go):
    pace = Pace(go(reduced_motion="no-preference"))
    assert pace.size() == "none"
    pace.start.press("Enter")
    pace.page.wait_for_timeout(300)  # CSS moves it, by the real clock
    assert pace.size() != "none"
    pace.stop.press("Enter")
    assert pace.size() == "none"


def test_cards_are_read_alone_or_across(go):
    page = go(width=390, height=844)
    root = page.locator("[data-activity=FiveSteps]")
    assert root.locator(".cc-card:visible").count() == 1
    root.locator("input[data-control=card][value=all]").check()
    root.locator("input[data-control=row][value=leave]").check()
    assert root.locator(".cc-card:visible").count() == len(steps_data.five_steps().steps)
    assert set(root.locator("dt:visible").all_inner_texts()) == {"When to leave it"}
    assert root.locator("[role=status]").inner_text() == "Shown: All cards. When to leave it."
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_who_can_help_is_answered_in_its_own_words(go):
    page = go()
    root = page.locator(".cc-sort")
    case = sorting_data.sorting("who_can_help").cases[0]
    root.locator(f"[data-case={case.id}] button[data-group=urgent]").press("Enter")
    said = root.locator(f"[data-case={case.id}] .cc-feedback").inner_text()
    assert "This course would say: Look after yourself." in said
    assert case.reason in said


@pytest.mark.parametrize(("days", "shown"), [(0, 0), (1, 1)])
def test_help_tells_its_age_once_the_review_is_over_a_year_old(go, days, shown):
    page = go(days)
    for name in ("HelpPanel", "HelpDirectory"):
        note = page.locator(f"[data-activity={name}] [data-old]")
        assert note.count() == shown
        if shown:
            assert note.inner_text() == old_note()
            assert note.is_visible()


def test_in_jupyterlab_it_starts_and_stops_by_keyboard_and_keeps_the_cell(visit, lab):
    found = visit()
    found.open(lab, f"{LESSON}.ipynb")
    found.run_lesson()
    pace = Pace(found.page)
    pace.root = found.page.locator(".jp-OutputArea .cc-breathing[data-alive]")
    pace.start, pace.stop = (pace.root.get_by_role("button", name=n) for n in ("Start", "Stop"))
    active = found.page.locator(".jp-Notebook-cell.jp-mod-active")
    pace.start.focus()
    cell = active.get_attribute("data-windowed-list-index")
    found.page.keyboard.press("Enter")
    assert pace.focused() == "Stop"
    assert pace.line().startswith("Breathe in")
    found.page.keyboard.press("Space")
    assert pace.says() == "Stopped. Breathe as you like."
    assert active.get_attribute("data-windowed-list-index") == cell
    assert found.errors == []
