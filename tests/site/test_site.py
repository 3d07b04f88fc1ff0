"""The static edition, without a browser: every page valid, neutral, complete and up to date."""

import gzip
import hashlib
import json
import re
import shutil
from functools import cache, cached_property
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import html5lib
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

import course_lib
from course_lib.evidence import glossary_data, help_data
from course_lib.frame import lessons_data
from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.sessions.plans_data import led_names
from course_lib.site import build as site_build
from course_lib.site.__main__ import Handler, main
from course_lib.site.activities import Activities
from course_lib.site.anchors import neutral
from course_lib.site.build import build
from course_lib.site.page_assets import POLICY, assets
from course_lib.site.problems import SiteError
from course_lib.site.prose import Prose
from course_lib.site.stamps import STAMPS
from course_lib.site.words_data import words
from tools.bench_pages import FONT

LAB = Path(course_lib.__file__).parent / "lab"
LESSONS = sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
PAGES = [f"{path.stem}.html" for path in LESSONS] + [
    "index.html",
    "help.html",
    "minute.html",
    "about.html",
    "leading.html",
    "glossary.html",
    "references.html",
    "notes.html",
]
STAGES = [f"{role}_{name}.html" for name in led_names() for role in ("stage", "leader")]
FIGURE = "from course_lib import HormoneTimeline\nHormoneTimeline(shown=['cortisol'])"


@pytest.fixture(scope="module")
def site(site_folder):
    return site_folder


@pytest.fixture(params=PAGES)
def page(site, request):
    return read(site / request.param)


@cache
def read(path):
    """Read a page of the whole site, which no test changes, once for all links that lead to it."""
    return Page(path)


class Page(HTMLParser):
    """All start tags of a page, in order, with their attributes."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self.tags = []
        self.feed(self.text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, *names):
        return [attrs for tag, attrs in self.tags if tag in names]

    @cached_property
    def ids(self):
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]


def notebook(folder, name, *cells):
    made = [
        new_markdown_cell(each[1]) if each[0] == "words" else new_code_cell(each[1])
        for each in cells
    ]
    folder.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=made), folder / name)


@pytest.fixture
def small(tmp_path):
    folder = tmp_path / "notebooks"
    for number in ("01", "05"):
        notebook(
            folder,
            f"{number}_x.ipynb",
            ("words", f"# {number} · Title\n\nPress **F9**."),
            ("words", "## One\n\nSome prolactin. More prolactin. [Other](05_x.ipynb#One)"),
            ("code", FIGURE),
            ("code", FIGURE.replace("cortisol", "oxytocin")),
        )
    return folder


def test_valid_html(page):
    html5lib.HTMLParser(strict=True).parse(page.text)


def test_says_its_language_has_one_h1_and_landmarks(page):
    assert page.all("html")[0]["lang"] == "en-GB"
    assert len(page.all("h1")) == len(page.all("main")) == 1
    if page.path.name != "notes.html":
        assert len(page.all("footer")) == 1
        assert page.all("header")
        assert page.all("nav")
        way_out, to_help, skip = page.all("a")[:3]
        assert way_out["href"] == "notes.html"
        assert "data-exit" in way_out
        assert to_help["href"] in ("help.html", "#help")
        assert skip == {"class": "skip", "href": "#content"}


def test_heading_levels_are_not_skipped(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    for before, after in pairwise(levels):
        assert after - before <= 1


def test_title_address_and_icon_are_neutral(page):
    title = re.search(r"<title>(.*?)</title>", page.text)[1]
    named = r"Lesson \d\d|Help|In short|Glossary|References|About this course|For leaders"
    assert re.fullmatch(rf"(({named}) · )?Course notes|Notes", title)
    assert not re.search(r"cry|sex|tear|orgasm", page.path.name, re.IGNORECASE)
    assert (page.path.parent / "assets/icon.svg").read_text(encoding="utf-8").count("circle") == 1


def test_no_place_on_a_page_says_what_it_is_about(page):
    headings = [attrs.get("id", "") for tag, attrs in page.tags if re.fullmatch("h[1-6]", tag)]
    links = [each.get("href", "") for each in page.all("a")]
    terms = [each["popovertarget"] for each in page.all("button") if "popovertarget" in each]
    places = [link.partition("#")[2] for link in links if not link.startswith("https:")]
    for place in {*headings, *places, *terms} - {""}:
        assert re.fullmatch(r"s[0-9a-f]{8}|s\d\d?|[cf]|d\d|C\d\d|help|content", place), place


def test_a_mark_goes_with_its_sentence_unless_it_is_shown():
    mark = "[◐](#C48 'Mixed. Opens the evidence.')"
    html = Prose([]).html(f"Slow.\u202f{mark} Marks such as\u202f{mark} are small.")
    assert 'Slow.<a class="mark" href="#C48"' in html
    assert 'as<a class="mark shown" href="#C48"' in html
    assert html.count('<span class="spoken">mixed or indirect, open</span>') == 2


def test_the_help_page_begins_with_what_is_urgent_and_ends_with_limits(site):
    text = unescape((site / "help.html").read_text(encoding="utf-8"))
    data = help_data.help_data()
    order = [data.urgent[0], data.first_words[0], data.directories[0].name, data.limits]
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    main = text.split("<h1>")[1]
    assert main.split("</h1>")[1].lstrip().startswith('<section class="urgent"')


def test_quick_exit_is_told_with_its_limits(site):
    for name in ("index.html", "help.html"):
        text = Page(site / name).text
        for said in ("Escape twice", "Shift three times", "history", "network", "app that watches"):
            assert said in text, (name, said)


def test_the_plain_page_says_the_same_everywhere(site):
    said = [
        re.search(r"<main>.*</main>", path.read_text("utf-8"), re.DOTALL)[0]
        for path in (site / "notes.html", LAB / "labextensions" / "start-lesson" / "notes.html")
    ]
    assert len({re.sub(r"\s+", "", each) for each in said}) == 1
    entry = (LAB / "labextensions" / "start-lesson" / "remoteEntry.js").read_text("utf-8")
    for name in ("exit", "exit_hint", "notes_title"):
        assert f'"{getattr(words(), name)}"' in entry


def test_asks_nothing_of_another_host(page):
    for tag, attrs in page.tags:
        for name in ("src", "href", "srcset", "data", "action"):
            if tag != "a" and name in attrs:
                assert not re.match(r"\w+:|//", attrs[name]), (tag, attrs)
    for word in ("@import", "url(", "mathjax", "require.js", "cdn"):
        assert word not in page.text.lower()


def test_ships_its_policy_and_nothing_that_it_forbids(page):
    metas = page.all("meta")
    found = [each["content"] for each in metas if "http-equiv" in each]
    assert found == [POLICY]
    assert POLICY.startswith("default-src 'none';")
    assert "unsafe" not in POLICY
    assert page.all("style") == []
    for attrs in page.all("script"):
        assert "src" in attrs or attrs["type"] == "application/json"
    for tag, attrs in page.tags:
        assert not [name for name in attrs if name == "style" or name.startswith("on")], tag


def test_files_ask_nothing_of_another_host(site):
    for path in (site / "assets").rglob("*.*"):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        if "Hakim El Hattab" in text:  # says in a note who wrote it, and can set a picture
            text = re.sub(r"/\*!.*?\*/|http://hakim\.se|url\(", "", text, flags=re.DOTALL)
        text = re.sub(r'url\("data:font/woff2;base64,[^"]*"\)', "", text)
        if path.name.endswith("-license.txt"):  # of a font: nothing loads it
            continue
        assert not re.search(r"https?://|@import|url\(", text), path


@pytest.mark.parametrize("lesson", lessons_data.lessons().values(), ids=lambda each: each.id)
def test_a_page_weighs_no_more_than_a_hundred_kilobytes(site, lesson):
    """Over the wire, compressed, with all it asks for, and without letters."""
    html = (site / f"{lesson.id}_{lesson.slug}.html").read_text("utf-8")
    asked = re.findall(r'(?:src|href)="(assets/[^"?]+)', html)
    files = [html.encode(), *(FONT.sub(b"", (site / each).read_bytes()) for each in asked)]
    assert sum(len(gzip.compress(each)) for each in files) <= 100_000


def test_a_page_waits_for_few_files(page):
    """Each file more is a wait more; letters, icon and the plain page's sheet are no part of it."""
    asked = [each.get("src") or each.get("href") for each in page.all("script", "link")]
    asked = [each.partition("?")[0] for each in asked if each]
    apart = {"assets/icon.svg", "assets/notes.css", "assets/type.css"}
    assert len(set(asked) - apart) <= len(["sheet", "way out", "what wakes the page"])
    assert len(asked) == len(set(asked))


def test_what_only_readers_of_the_source_need_is_not_sent():
    found = assets()
    for name in (
        "page.css",
        "early.js",
        "page.js",
        "views/frame/player.js",
        "views/frame/base.css",
    ):
        assert not re.search(r"^\s*(/\*|//)|^ ", found[f"assets/{name}"].decode(), re.MULTILINE)
    assert b"Open Font License" in found["assets/type.css"]
    assert b"reveal.js" in found["assets/reveal.js"]


def test_links_resolve(page):
    for attrs in page.all("a", "link", "script"):
        target = attrs.get("href") or attrs.get("src")
        if not target or target.startswith("https://"):
            continue
        name, _, place = target.partition("#")
        name, _, version = name.partition("?v=")
        path = page.path.parent / name if name else page.path
        assert path.is_file(), target
        if name.startswith("assets/"):  # so that no old copy of it is taken
            assert version == hashlib.sha256(path.read_bytes()).hexdigest()[:8], target
        if place:
            assert place in read(path).ids, target
    for attrs in page.all("button"):
        assert attrs.get("popovertarget", page.ids[0] if page.ids else None) in [*page.ids, None]


def test_ids_are_unique_and_references_hold(page):
    assert len(page.ids) == len(set(page.ids))
    for _, attrs in page.tags:
        for name in ("for", "aria-labelledby", "aria-describedby"):
            for each in (attrs.get(name) or "").split():
                assert each in page.ids


def test_every_activity_has_its_state_and_sleeps(page):
    found = page.all("script")
    states = [each for each in found if "data-for" in each]
    activities = [attrs for _, attrs in page.tags if "data-activity" in attrs]
    assert len(states) == len(activities)
    asked = [each["src"].partition("?")[0] for each in found if "src" in each]
    scripts = "".join((page.path.parent / each).read_text("utf-8") for each in asked)
    for each in states:
        assert each["data-for"] in page.ids
        assert f'.push(["{each["data-view"]}",' in scripts
    for _, attrs in page.tags:
        if "data-live" in attrs:
            assert "hidden" in attrs


def test_every_picture_has_words(page):
    for attrs in page.all("svg"):
        if attrs.get("aria-hidden") == "true":  # a cover, or the sign beside its word
            assert attrs["class"] in ("cover", "cc-sign")
            continue
        assert attrs["role"] == "img"
        assert attrs["aria-labelledby"] != attrs["aria-describedby"]


def test_lessons_show_all_that_the_notebook_shows(site):
    for path in LESSONS:
        page = read(site / f"{path.stem}.html")
        cells = nbformat.read(path, as_version=4).cells
        assert len([1 for _, a in page.tags if "data-activity" in a]) == sum(
            cell.cell_type == "code" for cell in cells
        )
        stated = re.search(r"\*\*Time:\*\* about (\d+) minutes", cells[0].source)[1]
        assert f"About {stated} minutes" in page.text
        assert "F9" not in page.text
        assert page.text.index('id="f"') > page.text.index(f'id="{neutral("Key-points")}"')


def test_pages_use_known_terms_once(site):
    for path in LESSONS:
        terms = read(site / f"{path.stem}.html").all("button")
        explained = [each["popovertarget"] for each in terms if "popovertarget" in each]
        assert len(explained) == len(set(explained)) >= 2


def test_state_is_every_public_trait_and_safe_in_a_script():
    activity = course_lib.Quiz("01")
    activity.words = {**activity.words, "end": "</script>"}
    html = Activities("x").form(activity)
    (state,) = re.findall(r"<script[^>]*>(.*?)</script>", html, flags=re.DOTALL)
    assert set(json.loads(state)) == {"answers", "lesson", "words"}
    assert json.loads(state)["words"]["end"] == "</script>"


def test_every_view_can_be_wired_to_markup_that_is_there():
    for view in {getattr(course_lib, name).view_path for name in course_lib.__all__}:
        code = (Path(site_build.__file__).parents[1] / view).read_text("utf-8")
        assert re.search(r"^export default view\(", code, flags=re.MULTILINE), view


@pytest.mark.slow
def test_the_same_activity_twice_keeps_its_ids_apart(small, tmp_path):
    notebook(
        small, "07_x.ipynb", ("words", "# 07 · T\n\n## One"), ("code", FIGURE), ("code", FIGURE)
    )
    build(tmp_path / "out", small)
    page = Page(tmp_path / "out/07_x.html")
    assert len(page.ids) == len(set(page.ids))
    assert [i for i in page.ids if i.endswith("-2-title")]


#: What is built beside the lessons, in its order.
OTHERS = ["index.html", "leading.html", "minute.html", "help.html", "about.html", "glossary.html"]
OTHERS += ["references.html", "ledger.json", "ledger.csv", *STAGES, "notes.html"]


@pytest.mark.slow
def test_a_second_build_touches_only_what_changed(small, tmp_path):
    out = tmp_path / "out"
    lines = []
    pages = ["01_x.html", "05_x.html", *OTHERS]
    assert build(out, small, lines.append) == pages
    assert [line.split(":")[1] for line in lines[: len(pages)]] == [" built"] * len(pages)
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    assert build(out, small) == []
    assert times == {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    notebook(small, "05_x.ipynb", ("words", "# 05 · New"), ("code", FIGURE))
    assert build(out, small) == ["05_x.html", *OTHERS]
    assert times[out / "01_x.html"] == (out / "01_x.html").stat().st_mtime_ns
    (out / "help.html").unlink()
    assert build(out, small) == ["help.html"]
    (out / STAMPS).write_text("[broken", encoding="utf-8")
    assert build(out, small) == pages


@pytest.mark.slow
def test_changed_code_or_data_builds_everything(small, tmp_path, monkeypatch):
    build(tmp_path, small)
    monkeypatch.setattr(site_build, "_code_hash", lambda: "other")
    assert len(build(tmp_path, small)) == 2 + len(OTHERS)


@pytest.mark.slow
def test_a_lesson_that_is_gone_goes_and_nothing_else(small, tmp_path):
    out = tmp_path / "out"
    build(out, small)
    (out / "mine.html").write_text("mine", encoding="utf-8")
    (small / "05_x.ipynb").unlink()
    build(out, small)
    assert not (out / "05_x.html").exists()
    assert (out / "mine.html").read_text(encoding="utf-8") == "mine"
    assert "05_x" not in (out / "01_x.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_map_previous_and_next(small, tmp_path):
    build(tmp_path / "out", small)
    index = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert index.count("being written") == len(lessons_data.lessons()) - 2
    first = (tmp_path / "out/01_x.html").read_text(encoding="utf-8")
    assert 'rel="next" href="05_x.html"' in first
    assert 'rel="prev"' not in first
    assert f'href="05_x.html#{neutral("One")}"' in first


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ([("code", "1 / 0")], r"01_x.ipynb, cell 2 \(\w+\): ZeroDivisionError.* correct"),
        ([("code", "'words'")], "cell 2 .*shows a str"),
        ([("code", "from course_lib import HormonTimeline")], "cannot import name"),
        ([("code", "import course_lib\ncourse_lib.HelpPanel(")], "SyntaxError"),
    ],
)
def test_a_broken_cell_is_one_clear_sentence(tmp_path, capsys, monkeypatch, cells, says):
    notebook(tmp_path / "n", "01_x.ipynb", ("words", "# 01 · T"), *cells)
    with pytest.raises(SiteError, match=says):
        build(tmp_path / "out", tmp_path / "n")
    monkeypatch.setattr("course_lib.site.__main__.make_handouts", lambda *_, **__: [])
    monkeypatch.setattr(
        "course_lib.site.__main__.build", lambda out, tell: build(out, tmp_path / "n", tell)
    )
    assert main(["--output", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert re.search(says, said)
    assert "Traceback" not in said


@pytest.mark.parametrize("text", ["not json", "{}", '{"cells": 1}'])
def test_what_is_no_notebook_is_one_clear_sentence(tmp_path, text):
    (tmp_path / "01_x.ipynb").write_text(text, encoding="utf-8")
    with pytest.raises(SiteError, match=r"01_x.ipynb is not a notebook that can be read"):
        build(tmp_path / "out", tmp_path)


def test_no_lessons_or_an_unknown_one_is_one_clear_sentence(tmp_path):
    with pytest.raises(SiteError, match="No lesson was found"):
        build(tmp_path / "out", tmp_path)
    shutil.copy(LESSONS[0], tmp_path / "77_x.ipynb")
    with pytest.raises(SiteError, match="no lesson 77"):
        build(tmp_path / "out", tmp_path)


def test_an_unusable_folder_or_port_is_one_clear_sentence(tmp_path, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["--output", str(tmp_path / "file")]) == 1
    assert "could not be used" in capsys.readouterr().err
    with pytest.raises(SiteError, match="Port 99999"):
        site_main_server(tmp_path, 99999)


def site_main_server(folder, port):
    from course_lib.site.__main__ import make_server  # noqa: PLC0415

    return make_server(folder, port)


def test_modules_are_served_as_modules():
    assert Handler.extensions_map[".js"] == "text/javascript"


def test_prose_explains_a_term_once_and_never_in_links_or_headings():
    html = Prose([]).html(
        "# Prolactin\n\n[prolactin](#x) and prolactin, then prolactin. `cortisol`"
    )
    assert html.count("popovertarget") == 1
    assert f'<h1 id="{neutral("Prolactin")}">Prolactin</h1>' in html
    assert "<code>cortisol</code>" in html
    assert ">prolactin</a>" in html


def test_prose_finds_whole_words_and_other_forms():
    html = Prose([]).html("A parasympathetic nerve. Hormones, hormonelike. PCD is a term.")
    assert 'term-parasympathetic"' in html
    assert "term-sympathetic" not in html
    assert ">Hormones</button>" in html
    assert ">hormonelike" not in html
    assert ">PCD</button>" in html


def test_a_term_takes_what_is_written_close_to_it_along_to_the_next_line():
    html = Prose([]).html("By nerves (parasympathetic). Cortisol rose: “prolactin…” PCD rose.")
    close = re.findall(r'<span class="close">(.*?)<button.*?</span>(.*?)</span>', html)
    assert close == [("(", ")."), ("“", "…”")]


def test_prose_keeps_links_between_lessons_that_exist():
    html = Prose(["05_x.html"]).html("[a](05_x.ipynb#b) [c](06_y.ipynb) [d](https://x.org)")
    assert '<a href="05_x.html#b">a</a>' in html
    assert " c " in html
    assert '<a href="https://x.org">d</a>' in html


def test_repeated_headings_have_ids_of_their_own():
    html = Prose([]).html("## See?\n\n## See?")
    assert f'id="{neutral("See?")}"' in html
    assert f'id="{neutral("See?-2")}"' in html


def test_glossary_is_plain_and_short():
    for term in glossary_data.glossary().values():
        assert len(term.definition.split()) <= 40, term.id
        assert term.definition.endswith(".")


def test_a_figure_like_another_says_only_what_is_its_own(site):
    html = (site / "01_the_science_behind_it.html").read_text("utf-8")
    found = re.findall(r'<script [^>]*data-for="([^"]+)"[^>]*>(.*?)</script>', html, re.DOTALL)
    states = {name: json.loads(text) for name, text in found}
    ((own, other),) = re.findall(r'data-for="([^"]+)"[^>]* data-like="([^"]+)"', html)
    assert "tables" in states[other]
    assert states[own].keys() == {"shown", "stop"}
