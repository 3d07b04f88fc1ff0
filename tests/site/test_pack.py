"""The pack of a session, before it is printed: all that the plan names, and answers apart."""

import re

import html5lib
import pytest
from bs4 import BeautifulSoup

from course_lib.sessions.leading_data import leading, materials
from course_lib.sessions.plans_data import led, led_names, plan_names
from course_lib.sessions.sessions_data import VERSIONS, activities_of
from course_lib.sessions.sheets import materials_of
from course_lib.site import chromium
from course_lib.site.pack import ALWAYS, WITH_A_LESSON, main, pack_html, pack_of
from tools import sample

TODAY = sample.drawn(led_names(), "packs as pages")
EVERY = [(name, version) for name in TODAY for version in VERSIONS]


class Packs(dict):
    """Packs as they are read, each made when it is first asked for."""

    def __missing__(self, which):
        self[which] = BeautifulSoup(pack_html(pack_of(*which)), "html.parser")
        return self[which]


@pytest.fixture(scope="module")
def packs():
    return Packs()


def sheets(soup):
    return [each["aria-labelledby"].removeprefix("m-") for each in soup.select(".sheet")]


@pytest.mark.slow
@pytest.mark.parametrize("which", EVERY)
def test_each_page_is_valid(which):
    html5lib.HTMLParser(strict=True).parse(pack_html(pack_of(*which)))


@pytest.mark.parametrize("which", EVERY)
def test_all_that_the_plan_names_is_there_once_and_nothing_else(packs, which):
    soup = packs[which]
    named = set(ALWAYS) | set(materials_of(led(which[0])))
    if which[0] in plan_names():
        named |= set(WITH_A_LESSON)
    assert sorted(sheets(soup)) == sorted(named)
    plan = soup.select_one(".plan-sheet").text
    for name in named:
        assert materials()[name].title in plan
        assert materials()[name].copies in plan


@pytest.mark.parametrize("which", EVERY)
def test_answers_come_last_and_say_that_they_are_kept_apart(packs, which):
    soup = packs[which]
    whom = [materials()[name].whom for name in sheets(soup)]
    assert whom == sorted(whom, key="answers".__eq__)
    for sheet in soup.select(".sheet"):
        apart = sheet.select_one(".apart") is not None
        name = sheet["aria-labelledby"].removeprefix("m-")
        assert apart == (materials()[name].whom == "answers")


@pytest.mark.parametrize("name", TODAY)
def test_sheets_that_are_given_out_do_not_tell_the_answers(packs, name):
    soup = packs[name, "board"]
    given = [each for each in soup.select(".sheet") if not each.select(".apart")]
    words = " ".join(
        each.text for each in given if materials()[each["aria-labelledby"][2:]].whom == "everybody"
    )
    content = pack_of(name).content
    for each in content["claims"]:
        assert each["entry"].why not in words
    for talk in content["talks"]:
        assert not [choice for choice in talk["node"].choices if choice.does in words]
    for headline in content["headlines"]:
        assert headline.honest not in words
    exercise = " ".join(each.text for each in given if each["aria-labelledby"] == "m-exercise")
    for item in (one for group in content.get("exercise", []) for one in group.items):
        assert not [why for why in item.why if why in exercise]
    for card in content.get("cards", []):
        assert not card.answer or card.answer not in words
    assert not [each for each in content["fields"] if each["says"] in words]
    for sheet in given:
        if sheet["aria-labelledby"] == "m-curves":
            assert not [p for p in sheet.select("path[data-part^=line]") if p.get("d")]


@pytest.mark.parametrize("which", EVERY)
def test_the_plan_says_what_is_done_in_this_version_and_when(packs, which):
    name, version = which
    plan = packs[which].select_one(".plan-sheet").text
    for each in activities_of(led(name)):
        assert getattr(each, version) in plan
        for line in each.leave_out:
            assert line in plan
    minutes = [int(each) for each in re.findall(r"(\d+)–\d+", plan)]
    assert minutes == sorted(set(minutes))
    assert f"+{led(name).slack}" in plan
    assert leading().voting in plan


@pytest.mark.parametrize("name", TODAY)
def test_every_word_to_say_is_on_paper(packs, name):
    spoken = packs[name, "board"].select_one("[aria-labelledby=m-spoken]").text
    for each in activities_of(led(name)):
        for words in each.spoken:
            assert words in spoken


def test_without_a_chromium_there_is_a_page_to_print(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(chromium, "find_chromium", lambda: None)
    assert main(["demo", "--output", str(tmp_path)]) == 0
    page = tmp_path / "packs" / "demo_projector.html"
    assert page.is_file()
    assert capsys.readouterr().out.strip() == leading().pack.no_chromium.format(page=page)
    assert (tmp_path / "assets" / "paper.css").is_file()
