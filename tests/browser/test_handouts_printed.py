"""Every handout printed by the real Chromium: few pages of A4, type not too small, no colour."""

import os
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.site.build import lesson_notebooks
from course_lib.site.chromium import page_count
from course_lib.site.handouts import PAGES, SHEETS, make_handouts
from tools import sample
from tools.browser import NO_CHROMIUM, find_chromium

pytestmark = pytest.mark.browser
OF_HORMONES = ["01", "05"]
LESSONS = [path.name[:2] for path in lesson_notebooks(NOTEBOOKS)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    if find_chromium() is None:
        if os.environ.get("CI"):
            pytest.fail(NO_CHROMIUM)
        pytest.skip(NO_CHROMIUM)
    made = tmp_path_factory.mktemp("site")
    today = made / "notebooks"
    today.mkdir()
    for path in lesson_notebooks(NOTEBOOKS):
        if path.name[:2] in {*sample.drawn(LESSONS, Path(__file__).name), *OF_HORMONES}:
            shutil.copy(path, today)
    make_handouts(made, today)
    return made / "handouts"


@pytest.mark.parametrize("end", SHEETS)
@pytest.mark.parametrize("number", LESSONS)
def test_no_more_pages_than_are_worth_it(folder, number, end):
    pages = PdfReader(folder / f"{number}{end}.pdf").pages
    assert 1 <= len(pages) == page_count(folder / f"{number}{end}.pdf") <= PAGES[end]
    for page in pages:  # no page holds a few lines alone
        assert len(page.extract_text().split()) > 80
        assert abs(float(page.mediabox.height) - 842) < 2


@pytest.fixture
def printed(folder, visit):
    def opened(number, end="_known"):
        # As wide as the sheet between its margins: 182 mm.
        found = visit(width=688, height=1000)
        found.page.emulate_media(media="print")
        found.page.goto((folder / f"{number}{end}.html").as_uri())
        return found

    return opened


@pytest.mark.parametrize("number", LESSONS)
def test_no_text_is_smaller_than_eight_and_a_half_points(printed, number):
    smallest = printed(number).page.evaluate(
        """() => Math.min(...[...document.querySelectorAll("main *")]
          .filter(each => each.getClientRects().length && [...each.childNodes].some(
            node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
          .map(each => parseFloat(getComputedStyle(each).fontSize)
            * (each.ownerSVGElement ? each.getScreenCTM().a : 1) * 72 / 96))"""
    )
    assert smallest >= 8.49


@pytest.mark.parametrize("number", LESSONS)
def test_nothing_is_clipped_or_sticks_out(printed, number):
    out = printed(number).page.evaluate(
        """() => [...document.querySelectorAll("main *, svg text")]
          .map(each => [each.textContent.trim().slice(0, 40), each.getBoundingClientRect()])
          .filter(([words, box]) => box.width && (box.left < -1 || box.right > innerWidth + 1))
          .map(([words]) => words)"""
    )
    assert out == []


def line_styles(page, where):
    lines = page.evaluate(
        """where => [...document.querySelectorAll(`${where} path[data-part]`)]
          .filter(each => each.getAttribute("d"))
          .map(each => { const style = getComputedStyle(each); return [
            each.dataset.part, style.stroke, parseFloat(style.strokeWidth),
            style.strokeDasharray, style.opacity, style.fill]; })""",
        where,
    )
    return {part: rest for part, *rest in lines}


@pytest.mark.parametrize("number", OF_HORMONES)
def test_line_styles_carry_the_meaning_without_colour(printed, number):
    page = printed(number).page
    styles = line_styles(page, "[data-position=story]")  # small pictures show it there alone
    styles |= line_styles(page, "[data-position=measured]")
    story, solid, dotted = (
        styles[f"{kind}-{of}"]
        for kind, of in (("story", "oxytocin"), ("line", "oxytocin"), ("line", "dopamine"))
    )
    assert story == ["rgb(148, 148, 148)", 7, "none", "1", "none"] or story[1] >= 2 * solid[1]
    assert story[0] != solid[0] == dotted[0] == "rgb(0, 0, 0)"
    assert story[3] == "1"
    assert solid[2] == "none"
    assert dotted[2] != "none"


@pytest.mark.parametrize("number", LESSONS)
def test_every_line_is_printed_without_colour(printed, number):
    found = printed(number)
    for part, (stroke, _, _, _, fill) in line_styles(found.page, "main").items():
        for colour in (stroke, fill):
            shades = colour.removeprefix("rgb(").removesuffix(")").split(", ")
            assert colour == "none" or len(set(shades)) == 1, part
    assert found.other_hosts == []
