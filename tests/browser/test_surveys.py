"""Lesson 07 on the page: figures joined or refused, 100 people, and who answered."""

import pytest

from course_lib.surveys import published_data
from course_lib.surveys.published_words import verdict
from course_lib.surveys.survey_model import REPEATS

pytestmark = pytest.mark.browser

LESSON = "07_more_common_than_you_think"


@pytest.fixture
def opened(lesson_page):
    def show(name, **options):
        return lesson_page(LESSON, **options).locator(f"[data-activity={name}]")

    return show


def test_each_group_shows_its_figures_and_no_others(opened):
    root = opened("PrevalenceExplorer")
    for group in published_data.words().groups:
        root.locator(f"input[value={group.id}]").check()
        wanted = [figure.reading.label for figure in published_data.in_group(group.id)]
        names = root.locator("svg:visible [data-part^=group-who] text").all_text_contents()
        assert [name for name in names if name] == wanted
        assert root.locator("[data-group]:visible").count() == 1
        marks = root.locator("svg:visible [data-part^=group-whisker]").evaluate_all(
            "all => all.filter(each => each.getAttribute('d')).length"
        )
        figures = published_data.in_group(group.id)
        drawn = [f for f in figures if f.interval or (f.span and f.span[0] != f.span[1])]
        assert marks == len(drawn)


def test_a_pair_is_joined_or_kindly_refused_by_keyboard(opened):
    root = opened("PrevalenceExplorer")
    figures = published_data.published()
    second = root.locator("[data-control=second]")
    assert root.locator("[data-pair]").is_visible()
    for row in ("P05", "P12", "P17", "P01", "P08"):
        second.focus()
        second.select_option(row)
        joined, said = verdict(figures["P01"], figures[row])
        assert root.locator("[data-pair]").is_visible() == joined
        shown = root.locator("[data-part=verdict], .cc-reasons li:visible").all_inner_texts()
        assert shown == said
        assert second.evaluate("select => document.activeElement === select")


def test_the_slider_fills_as_many_dots_as_the_figure_says(opened):
    root = opened("HundredPeople", width=390, height=844)
    slider = root.locator("input[type=range]")
    slider.press("Home")
    for press in range(4):
        filled = root.locator("svg:visible [data-part=filled]").get_attribute("d").count("h0")
        maybe = root.locator("svg:visible [data-part=maybe]").get_attribute("d") or ""
        number = root.locator("svg:visible [data-part=number]").text_content().split()[0]
        assert filled == int(number), press
        assert maybe.count("h0") == ("Regularly: 1,208" in slider.get_attribute("aria-valuetext"))
        slider.press("ArrowRight")
    slider.press("End")
    assert "94 of every 100" in root.locator("[data-part=says]").inner_text()


def test_many_answers_do_not_cure_who_answered(opened):
    root = opened("WhoAnswered", reduced_motion="reduce")
    root.locator("input[value=twice]").press("Space")
    root.locator("input[value='1000']").press("Space")
    assert "say too much" in root.locator("[data-part=title]").inner_text()
    assert "Not one" in root.locator("[data-part=holding]").inner_text()
    dots = root.locator("svg:visible [data-part=dots]").get_attribute("d")
    assert dots.count("h0") == REPEATS
    assert "Invented surveys" in root.locator("svg:visible").text_content()
    root.locator("input[value=equal]").press("Space")
    assert "both sides" in root.locator("[data-part=title]").inner_text()


def test_nothing_scrolls_sideways_on_a_phone(opened):
    root = opened("PrevalenceExplorer", width=390, height=844)
    for group in ("situation", "video"):
        root.locator(f"input[value={group}]").check()
        assert root.page.evaluate("document.documentElement.scrollWidth") == 390
    sizes = root.page.evaluate(
        "[...document.querySelectorAll('.cc-published svg')].filter(s => s.clientWidth)"
        ".map(s => s.clientWidth / s.viewBox.baseVal.width * 12)"
    )
    assert min(sizes) >= 11
