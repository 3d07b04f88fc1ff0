"""The page for leaders: what each session needs stands there before anyone opens a stage."""

from html import unescape

import pytest
from bs4 import BeautifulSoup

from course_lib.sessions.leading_data import leading
from course_lib.sessions.plans_data import led_names
from course_lib.sessions.sessions_data import session, session_names
from course_lib.site.leaders import leaders_html, printed_packs
from course_lib.site.pack import pack_of


def part_of(html, name):
    """Return the text and the links of one session's part."""
    place = list(session_names()).index(name) + 1
    part = html.split(f'id="s{place}"')[1].split(f'id="s{place + 1}"')[0]
    found = BeautifulSoup(part, "html.parser")
    return " ".join(unescape(found.get_text(" ")).split()), [
        link["href"] for link in found.select("a")
    ]


@pytest.fixture(scope="module")
def page(site_folder):
    return (site_folder / "leading.html").read_text("utf-8")


@pytest.mark.parametrize("name", session_names())
def test_each_session_has_its_minutes_its_screens_and_all_that_is_on_paper(page, name):
    text, links = part_of(page, name)
    assert f"stage_{name}.html" in links
    found = session(name)
    minute = 0
    for part in found.parts:
        assert f"{minute}–{minute + part.minutes} {part.title}" in text
        minute += part.minutes
    assert f"+{found.slack} " in text
    for sheet in pack_of(name).sheets:
        assert f"{sheet.title}. {sheet.copies}" in text.replace(" .", ".")
    assert leading().leaders.command.format(id=name) in text


def test_what_was_printed_is_linked_and_the_command_is_not_asked_for(tmp_path):
    (tmp_path / "packs").mkdir()
    for name in ("60_board", "60_projector_large", "07_online"):
        (tmp_path / "packs" / f"{name}.pdf").write_bytes(b"%PDF-")
    packs = printed_packs(tmp_path)
    assert {place for found in packs.values() for place in found} == {
        f"packs/{p.stem}.pdf" for p in (tmp_path / "packs").iterdir()
    }
    html = leaders_html(packs, {"07": "07_x.html"})
    text, links = part_of(html, "60")
    assert links[1:] == ["packs/60_projector_large.pdf", "packs/60_board.pdf"]
    assert leading().leaders.command.format(id="60") not in text
    assert leading().leaders.command.format(id="90") in html.replace("&#34;", '"')
    assert 'href="packs/07_online.pdf"' in html


def test_each_lesson_with_a_group_is_there(page):
    links = [link["href"] for link in BeautifulSoup(page, "html.parser").select("main a")]
    for name in led_names():
        assert f"stage_{name}.html" in links


def test_the_first_page_leads_to_it_from_the_leaders_door(site_folder):
    first = BeautifulSoup((site_folder / "index.html").read_text("utf-8"), "html.parser")
    assert first.select_one(".doors section:nth-of-type(4) a")["href"] == "leading.html"
