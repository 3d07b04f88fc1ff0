"""The pages of the stage, without a browser: valid, whole, quiet, and with all that is said."""

import hashlib
import json
import re

import html5lib
import pytest
from bs4 import BeautifulSoup

from course_lib.frame import scenes
from course_lib.frame.phrases import phrase
from course_lib.sessions.leading_data import leading
from course_lib.sessions.sessions_data import activities_of, session, session_names
from course_lib.site.page_assets import POLICY, assets, is_whole
from course_lib.site.present import main
from course_lib.site.stage import ROLES, page_name, stage_html

#: reveal.js 6.0.2, `dist/reveal.js`, as npm gives it.
REVEAL = "aa1bbbf2617b23a623b23612cb3c5bdb63de512e652bf20fcfa832b045d37844"
EVERY = [(name, role) for name in session_names() for role in ROLES]


@pytest.fixture(scope="module")
def pages(site_folder):
    return {
        (name, role): (site_folder / page_name(role, name)).read_text("utf-8")
        for name, role in EVERY
    }


@pytest.mark.parametrize("which", EVERY)
def test_each_page_is_valid_and_quiet(pages, which):
    html = pages[which]
    html5lib.HTMLParser(strict=True).parse(html)
    soup = BeautifulSoup(html, "html.parser")
    assert soup.select_one("meta[http-equiv]")["content"] == POLICY
    assert not soup.select("[style], [onclick], [data-exit]")
    assert not re.search(r"leaving\.js|early\.js", html)
    assert len(soup.select("h1")) == len(soup.select("main")) == 1
    ids = [each["id"] for each in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    for tag in soup.select("script[src], link[href]"):
        assert (tag.get("src") or tag["href"]).startswith("assets/")
    assert not re.search(r"cry|sex|tear|orgasm", soup.title.text, re.IGNORECASE)


@pytest.mark.parametrize("name", session_names())
def test_the_stage_has_each_activity_once_in_order_and_what_is_said_at_each_step(pages, name):
    soup = BeautifulSoup(pages[name, "stage"], "html.parser")
    wanted = activities_of(session(name))
    assert [each["id"] for each in soup.select(".screen")] == [each.id for each in wanted]
    deck = json.loads(soup.select_one("script[data-deck]").text)
    for told, activity in zip(deck["screens"], wanted, strict=True):
        said = [words for step in told["steps"] for words in (step["say"], step["ask"]) if words]
        assert said == list(activity.spoken)
        assert told["do"] == activity.projector
    assert sum(part["minutes"] for part in deck["parts"]) <= deck["minutes"]


@pytest.mark.parametrize("name", session_names())
def test_each_hormone_picture_says_inside_that_it_is_illustrative(pages, name):
    soup = BeautifulSoup(pages[name, "stage"], "html.parser")
    for picture in soup.select("figure[data-activity$=Timeline] svg"):
        words = [each.text for each in picture.select("text")]
        assert words.count(phrase("illustrative")) == 1


@pytest.mark.parametrize("name", session_names())
def test_no_number_stands_in_a_picture_of_levels(pages, name):
    soup = BeautifulSoup(pages[name, "stage"], "html.parser")
    for word in soup.select("figure[data-activity$=Timeline] svg text"):
        assert not re.search(r"\d", word.text) or word.text in ("10 min", "30 min", "1 hour")


def test_a_figure_carries_the_tables_of_what_it_shows_and_no_others():
    soup = BeautifulSoup(stage_html("demo", "stage"), "html.parser")
    state = json.loads(soup.select_one("script[data-view]").text)
    parts = {each["data-part"] for each in soup.select("#drop [data-part]")}
    assert {each["part"] for each in state["tables"]} <= parts
    assert not {part for part in parts if "dopamine" in part}
    states = [key for each in state["tables"] for key in each["values"]]
    assert not [key for key in states if "without_orgasm" in key or "large" in key]


def test_what_is_not_ours_is_unchanged_and_its_licence_stands_beside_it():
    content = assets()["assets/reveal.js"]
    assert hashlib.sha256(content).hexdigest() == REVEAL
    assert b"Hakim El Hattab" in assets()["assets/reveal-license.txt"]
    assert assets()["assets/reveal-license.txt"].startswith(b"Copyright (C)")


def test_a_scene_without_a_form_for_the_stage_has_none():
    assert scenes.forms("timeline") == ("wide", "narrow", "stage")
    assert scenes.forms("feelings") == ("wide", "narrow")


@pytest.mark.slow
def test_present_writes_the_pages_and_says_where(tmp_path, capsys, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    assert main(["60", "--output", str(tmp_path / "a")]) == 0
    page = tmp_path / "a" / "stage_60.html"
    assert opened == [page.as_uri()]
    assert capsys.readouterr().out.strip() == leading().stage.opened.format(page=page)
    assert (tmp_path / "a" / "leader_60.html").is_file()
    assert is_whole(page)
    assert "reveal" in "".join(
        path.read_text("utf-8") for path in (tmp_path / "a/assets/together").glob("*.js")
    )


def test_present_knows_its_sessions(capsys):
    with pytest.raises(SystemExit):
        main(["45"])
    assert "demo" in capsys.readouterr().err
