"""Activities made of choices, on the page: by mouse, by keyboard, and what they remember."""

import random
import re
from itertools import pairwise

import progress_oracle
import pytest

from course_lib.cards import sorting_data
from course_lib.care import conversation_data
from course_lib.care.conversation_model import paths
from course_lib.frame import read
from course_lib.hormones import tutorial_data
from course_lib.pictures import feelings_data
from tools.sample import LONG

pytestmark = pytest.mark.browser

START, FEELINGS, BODY, TALK = (
    "00_start_here",
    "02_emotional_release",
    "03_physical_sensations",
    "04_communication",
)


@pytest.fixture
def go(lesson_page):
    return lesson_page


def focused(page):
    return page.evaluate("document.activeElement.dataset.node ?? document.activeElement.tagName")


@pytest.mark.parametrize("name", read.stems("conversations"))
def test_every_path_of_a_conversation_can_be_walked_by_keyboard(go, name):
    data = conversation_data.conversation(name)
    nodes = {node.id: node for node in data.nodes}
    page = go(TALK)
    talk = page.locator(f".cc-talk:has([data-node={data.start}])").filter(has_text=data.title)
    every = list(paths(data))
    for path in every if LONG else random.sample(every, min(4, len(every))):
        talk.get_by_role("button", name="Start again").evaluate("button => button.click()")
        for here, to in pairwise(path):
            place = next(i for i, c in enumerate(nodes[here].choices) if c.to == to)
            button = talk.locator(f"[data-node={here}] [data-choice='{place}'] button")
            button.press("Enter")
            assert focused(page) == to
            said = talk.locator(f"[data-node={here}]").inner_text()
            assert " ".join(nodes[here].choices[place].does.split()) in " ".join(said.split())
        assert (
            talk.locator("[data-node]:visible").evaluate_all(
                "all => all.map(node => node.dataset.node)"
            )
            == path
        )
        assert talk.locator("[data-choice] button:visible").count() == 0
    back = talk.get_by_role("button", name="One step back")
    back.press("Enter")
    assert focused(page) == path[-2]
    assert talk.locator(f"[data-node={path[-1]}]").is_hidden()


def test_a_drop_is_placed_by_dragging_and_the_same_by_keyboard(go):
    page = go(FEELINGS)
    root = page.locator(".cc-feelings")
    first, second = list(feelings_data.vignettes())[:2]
    root.locator(".cc-map").evaluate("map => map.scrollIntoView({block: 'center'})")
    assert root.locator(".cc-tray [data-drop]").count() == len(feelings_data.vignettes())
    field = root.locator(".cc-map").bounding_box()
    drop = root.locator(f"[data-drop={first}]").bounding_box()
    page.mouse.move(drop["x"] + drop["width"] / 2, drop["y"] + drop["height"] / 2)
    page.mouse.down()
    page.mouse.move(field["x"] + field["width"] * 0.9, field["y"] + field["height"] * 0.15, steps=8)
    page.mouse.up()
    by_hand = root.locator("[data-part=placed]").inner_text()
    assert by_hand.endswith("very pleasant, very intense.")
    assert root.locator("[data-part=corners]").inner_text().startswith("Tears now stand in 1 of")
    root.locator(f"input[value={second}]").focus()
    page.keyboard.press("Space")
    for name in ("pleasant", "intense"):
        slider = root.locator(f"input[data-control={name}]")
        slider.press("Home")
        assert slider.get_attribute("aria-valuetext") in ("very unpleasant", "very calm")
    assert root.locator("[data-part=placed]").inner_text().endswith("very unpleasant, very calm.")
    assert "in 2 of" in root.locator("[data-part=corners]").inner_text()
    root.get_by_role("button", name="Show one possible placing").click()
    assert "in all 4" in root.locator("[data-part=corners]").inner_text()
    assert root.locator(".cc-tray").is_hidden()
    root.get_by_role("button", name="Take all drops").click()
    assert root.locator(".cc-drops [data-drop]").count() == 0


def test_the_first_drag_of_a_drop_that_is_not_chosen_yet_places_it(go):
    page = go(FEELINGS, width=390, height=844)
    root = page.locator("[data-activity=FeelingsMap]")
    drop = root.locator("[data-drop]").nth(3)
    field = root.locator(".cc-map")
    field.evaluate("map => map.scrollIntoView({ block: 'center' })")
    start, end = drop.bounding_box(), field.bounding_box()
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + 40, end["y"] + 40, steps=6)
    page.mouse.up()
    name = root.locator("input[type=radio]").nth(3).evaluate("r => r.labels[0].textContent")
    assert root.locator("[data-part=placed]").inner_text() == (
        f"{name.split()[-1]}: very unpleasant, very intense."
    )


def test_a_drop_let_go_outside_the_map_stays_where_it_was(go):
    page = go(FEELINGS, width=390, height=844)
    root = page.locator(".cc-feelings")
    drop = root.locator(".cc-tray [data-drop]").first
    drop.scroll_into_view_if_needed()
    box = drop.bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 30, middle[1] + 20, steps=4)
    assert drop.get_attribute("data-dragged") == ""
    page.mouse.up()
    assert root.locator(".cc-drops [data-drop]").count() == 0


def test_every_case_is_answered_with_its_reason_whatever_is_chosen(go):
    page = go(BODY)
    root = page.locator(".cc-sort")
    data = sorting_data.sorting("pcd")
    labels = {group.id: group.label for group in data.groups}
    for case in data.cases:
        card = root.locator(f"[data-case={case.id}]")
        assert card.is_visible()
        for group in data.groups:
            card.locator(f"button[data-group={group.id}]").press("Enter")
            said = " ".join(card.locator(".cc-feedback").inner_text().split())
            assert case.reason in said
            assert labels[case.group] in said
            pile = root.locator(f"[data-pile={group.id}]").inner_text()
            assert case.name in pile
        if case is not data.cases[-1]:
            root.get_by_role("button", name="Next case").press("Enter")
    assert root.get_by_role("button", name="Next case").is_disabled()
    root.get_by_role("button", name="Start again").press("Enter")
    assert "nobody yet" in root.locator("[data-pile]").first.inner_text()
    assert not re.search(r"\d+ (of|/) \d+ right|score", root.inner_text().lower())


def answer(page, belief, value, sure="very"):
    card = page.locator(f"[data-belief={belief}]")
    card.locator(f"input[value={value}]").check()
    card.locator(f"input[value={sure}]").check()
    card.get_by_role("button", name="See what is known").click()
    return card.locator(".cc-feedback")


def test_a_belief_is_answered_kindly_and_without_a_score(go):
    page = go(START)
    check = page.locator("[data-belief=B01]").get_by_role("button", name="See what is known")
    check.click()
    assert "first" in page.locator("[data-belief=B01] .cc-feedback").inner_text()
    assert "You said the same." in answer(page, "B01", "unknown").inner_text()
    other = answer(page, "B01", "true").inner_text()
    assert "nobody knows" in other
    assert "You said: True." in other
    page.get_by_role("button", name="Next belief").press("Enter")
    assert page.locator("[data-belief=B02]").is_visible()
    assert page.locator("[data-belief=B01]").is_hidden()


def test_the_self_check_is_gone_with_the_page_unless_progress_is_remembered(go):
    page = go(START)
    answer(page, "B01", "true")
    page.reload()
    page.wait_for_selector("html[data-awake]")
    assert page.locator("[data-belief=B01] input:checked").count() == 0
    assert page.evaluate("localStorage.getItem('course-progress')") is None
    panel = page.locator("[data-activity=ProgressPanel]")
    panel.get_by_label("Remember my progress").check()
    answer(page, "B01", "true")
    kept = progress_oracle.found(page.evaluate("localStorage.getItem('course-progress')"))
    assert kept["beliefs"] == {"first": {"B01": ["true", "very"]}}
    page.reload()
    page.wait_for_selector("html[data-awake]")
    assert page.locator("[data-belief=B01] input:checked").count() == 2
    page.get_by_role("button", name="Clear my answers").click()
    kept = progress_oracle.found(page.evaluate("localStorage.getItem('course-progress')"))
    assert kept["beliefs"] == {}


def test_the_map_shows_what_is_finished_and_leads_to_every_written_lesson(go, site_address):
    page = go(START)
    assert page.locator("[data-done]:visible").count() == 0
    panel = page.locator("[data-activity=ProgressPanel]")
    panel.get_by_label("I have finished this lesson").check()
    assert page.locator("[data-lesson='00'] [data-done]").is_visible()
    for link in page.locator(".cc-course-map a").all():
        found = page.request.get(f"{site_address}{link.get_attribute('href')}")
        assert found.ok


def test_each_piece_of_news_changes_line_grade_and_words(go):
    page = go(START)
    root = page.locator("[data-activity=LensTutorial]")
    slider = root.locator("input[type=range]")
    slider.press("Home")
    seen = []
    for _ in tutorial_data.tutorial().steps:
        line = root.locator("svg:visible [data-part=line]")
        seen.append((line.get_attribute("d") or "", root.locator("[data-part=grade]").inner_text()))
        slider.press("ArrowRight")
    assert [bool(line) for line, _ in seen] == [
        bool(s.levels) for s in tutorial_data.tutorial().steps
    ]
    assert len({grade for _, grade in seen}) == 5
    root.locator("input[value=story]").check()
    assert root.locator("svg:visible [data-part=line]").get_attribute("d") == ""


def test_the_quick_exit_of_the_help_panel_is_only_for_jupyterlab(go):
    page = go(START)
    assert page.locator("[data-do=leave]").is_hidden()
    assert page.locator("[data-exit]").is_visible()


def test_the_jug_is_empty_where_measurement_is_asked_for(go):
    page = go(BODY)
    root = page.locator("[data-activity=LoadAndCapacity]")
    root.locator("input[data-control=load]").press("End")
    assert "It runs over" in root.locator("[data-part=says]").inner_text()
    root.locator("input[value=measured]").check()
    assert root.locator("svg:visible [data-part=water]").get_attribute("d") == ""
    assert "No load, no size and no level" in root.locator("[data-part=says]").inner_text()


@pytest.mark.parametrize("name", [BODY, TALK])
def test_where_help_is_named_it_is_one_tap_away_and_the_way_back_too(go, name):
    page = go(name, width=390, height=844)
    link = page.locator("a[href='#help']:visible").first
    link.click()
    panel = page.locator("[data-help]")
    assert panel.get_attribute("open") is not None
    assert panel.get_by_text("Get help straight away").is_visible()
    panel.get_by_role("button", name="Back to where I was").click()
    assert link.evaluate("link => link === document.activeElement")
