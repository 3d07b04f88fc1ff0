"""Packs printed by the real Chromium: their words read back, their pages counted and measured."""

import os
import re
import unicodedata

import pytest
from pypdf import PdfReader

from course_lib.sessions.leading_data import leading, materials
from course_lib.sessions.sessions_data import session_names
from course_lib.site.pack import make_pack, pack_of
from tools import sample
from tools.browser import NO_CHROMIUM, find_chromium

pytestmark = pytest.mark.browser


def name_of(one):
    """Return how a pack is called in a test: its session and its version."""
    return f"{one[0]}-{one[1]}"


EVERY = [
    *((name, "projector", False) for name in session_names()),
    ("60", "board", True),
    ("05", "board", False),
    ("10", "projector", True),
]


TODAY = sample.drawn((name_of(each) for each in EVERY), "packs")


@pytest.fixture(
    scope="module", params=[each for each in EVERY if name_of(each) in TODAY], ids=name_of
)
def printed(request, tmp_path_factory):
    """Return a pack, the page that was printed, and the PDF."""
    if find_chromium() is None:
        if os.environ.get("CI"):
            pytest.fail(NO_CHROMIUM)
        pytest.skip(NO_CHROMIUM)
    name, version, large = request.param
    pack = pack_of(name, version, large=large)
    page, pdf = make_pack(tmp_path_factory.mktemp("pack"), pack)
    return pack, page, PdfReader(pdf)


def plain(text):
    """Return text without line ends, and with two letters where the print has joined them."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))


def test_every_material_that_the_plan_names_is_in_the_pdf(printed):
    pack, _, pdf = printed
    pages = [plain(each.extract_text()) for each in pdf.pages]
    for row in pack.rows:
        for each in row.papers:
            assert each.title in pages[0] + pages[1]
    for each in pack.sheets:
        assert [page for page in pages if f"{each.id} · {pack.session.id} ·" in page], each.id
        head = [page for page in pages[1:] if each.title in page]
        assert head or each.id == "plan", each.id


def test_the_plan_takes_two_pages_and_each_sheet_begins_on_its_own(printed):
    pack, _, pdf = printed
    pages = [plain(each.extract_text()) for each in pdf.pages]
    begins = next(i for i, page in enumerate(pages) if materials()["checklist"].title in page[:120])
    assert begins == 2 or pack.large
    if not pack.large:
        ends = [page for page in pages if re.search(r" · \w+ · CC BY", page)]
        assert len(ends) == len(pack.sheets)
    for page in pages:  # no page holds a footer alone
        assert len(page) > 150


def test_every_page_of_answers_says_so(printed):
    apart = leading().pack.answers
    says_so = [apart in plain(each.extract_text()) for each in printed[2].pages]
    assert any(says_so) == any(each.whom == "answers" for each in printed[0].sheets)
    assert says_so == sorted(says_so)  # once they have begun, nothing else comes


def test_it_is_printed_in_the_courses_letters(printed):
    fonts = [
        str(font.get_object().get("/BaseFont", ""))
        for page in printed[2].pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert any("Fraunces" in each for each in fonts), fonts


def test_it_is_a4(printed):
    for page in printed[2].pages:
        assert abs(float(page.mediabox.width) - 595) < 2
        assert abs(float(page.mediabox.height) - 842) < 2


def test_letters_are_large_enough_nothing_sticks_out_and_all_is_grey(printed, visit):
    pack, page, _ = printed
    found = visit(width=680, height=1000).page
    found.emulate_media(media="print")
    found.goto(page.as_uri())
    smallest = found.evaluate(
        """() => Math.min(...[...document.querySelectorAll("main *")]
          .filter((each) => each.getClientRects().length && !each.closest("footer, .eyebrow")
            && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
          .map((each) => parseFloat(getComputedStyle(each).fontSize)
            * (each.ownerSVGElement ? each.getScreenCTM().a : 1) * 72 / 96))"""
    )
    assert smallest >= (11.8 if pack.large else 8.4)
    out = found.evaluate(
        """() => [...document.querySelectorAll("main *:not(.marks *)")]
          .map((each) => [each.textContent.trim().slice(0, 40), each.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.left < -1 || box.right > innerWidth + 1))
          .map(([words]) => words)"""
    )
    assert out == []
    coloured = found.evaluate(
        """() => [...document.querySelectorAll("main *")].filter((each) =>
          ["color", "backgroundColor", "stroke", "fill"].some((name) => {
            const [r, g, b] = getComputedStyle(each)[name].match(/[\\d.]+/g)?.map(Number) ?? [];
            return r !== undefined && (r !== g || g !== b)
              && !/none/.test(getComputedStyle(each)[name]);
          })).map((each) => each.outerHTML.slice(0, 120))"""
    )
    assert coloured == []


def test_eight_cards_stand_on_a_page_and_nothing_is_cut_off(printed, visit):
    pack, page, _ = printed
    found = visit(width=680, height=1000).page
    found.emulate_media(media="print")
    found.goto(page.as_uri())
    on_a_page = 4 if pack.large else 8
    for block in found.query_selector_all(".eight"):
        cards = block.query_selector_all(":scope > div")
        assert 1 <= len(cards) <= on_a_page
        assert len(block.query_selector_all(".marks path")) == 3 * (on_a_page // 2 + 1)
        for card in cards:
            assert card.evaluate("each => each.scrollHeight <= each.clientHeight + 1")
    names = {each.id for each in pack.sheets}
    assert bool(found.query_selector(".eight")) == bool(names & {"grade_cards", "cases"})
