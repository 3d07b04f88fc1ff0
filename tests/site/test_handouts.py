"""The handouts, without a browser: what stands on them, and what happens without a Chromium."""

import json
import os
import re
import shutil
import sys
from functools import partial
from pathlib import Path

import html5lib
import nbformat
import pytest
from bs4 import BeautifulSoup

import course_lib
from course_lib.evidence import claims_data, help_data, references_data
from course_lib.evidence.references_data import short_name
from course_lib.frame import lessons_data
from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.frame.phrases import phrase
from course_lib.site import build as site_build
from course_lib.site import chromium, handouts, lesson_sheets
from course_lib.site.__main__ import main
from course_lib.site.build import build, lesson_notebooks
from course_lib.site.handouts import PAGES, SHEETS, make_handouts
from course_lib.site.lesson_sheets import sheets_of
from course_lib.site.pack import pack_html, pack_of
from course_lib.site.problems import SiteError
from course_lib.site.words_data import words

LESSONS = lesson_notebooks(NOTEBOOKS)


def html_of(path, end="_known"):
    """Return one of the two handouts of a lesson as the page that is printed."""
    return pack_html(pack_of(path.name[:2], notebook=path).with_only(SHEETS[end]))


@pytest.fixture(scope="module", params=LESSONS, ids=lambda path: path.name[:2])
def lesson(request):
    html = html_of(request.param)
    return request.param, html, BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.name[:2])
def test_the_exercise_is_worth_giving_out_alone(path):
    soup = BeautifulSoup(html_of(path, ""), "html.parser")
    lesson = lessons_data.lessons()[path.name[:2]]
    assert said(soup.h1) == lesson.title
    assert lesson.question in said(soup)
    items = soup.select(".items > li")
    assert len(items) >= 3
    for item in items:  # whatever is asked can be answered on the sheet
        assert len(item.select(".ticks > li")) > 1 or "____" in said(item)
    assert len(said(soup).split()) > 120
    assert help_data.help_data().directories[0].name in said(soup)


def own_claims(path):
    number = path.name[:2]
    return [
        claim
        for claim in claims_data.claims().values()
        if lessons_data.sections()[claim.section].lesson == number
    ]


def said(element):
    return " ".join(element.get_text().split())


def paths(soup, lens, part):
    found = soup.select(f'[data-position="{lens}"] path[data-part^="{part}-"]')
    return {path["data-part"]: path["d"] for path in found}


def test_valid_html_with_ids_that_stand_once(lesson):
    _, html, soup = lesson
    html5lib.HTMLParser(strict=True).parse(html)
    ids = [element["id"] for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    for element in soup.select("[aria-labelledby]"):
        assert element["aria-labelledby"] in ids


#: How many lanes of a lesson's figure are told.
TOLD_LANES = {"01": 4, "03": 2, "05": 4, "06": 1}


def figure(path):
    """Return the class of the lesson's first figure that has the lens, if there is one."""
    cells = nbformat.read(path, as_version=4).cells
    sources = [cell.source for cell in cells if cell.cell_type == "code"]
    names = [name for each in sources for name in re.findall(r"^([A-Z]\w+)\(", each, re.MULTILINE)]
    with_lens = [name for name in names if "lens" in getattr(course_lib, name).class_trait_names()]
    return next((name for name in with_lens if name not in lesson_sheets._NOT_ON_PAPER), "")


def test_both_positions_of_the_figure_stand_side_by_side(lesson):
    path, _, soup = lesson
    told_lanes = TOLD_LANES.get(path.name[:2], 0)
    if not figure(path):
        assert not soup.select(".position")
        return
    assert len({said(each) for each in soup.select(".position .cc-title")}) == 2
    assert [each["data-position"] for each in soup.select(".position")] == ["story", "measured"]
    told, measured = (
        {**paths(soup, lens, "story"), **paths(soup, lens, "line")}
        for lens in ("story", "measured")
    )
    assert set(told) == set(measured)
    assert not any(d for part, d in told.items() if part.startswith("line-"))
    if not told_lanes:
        return
    lines = sum(bool(d) for part, d in measured.items() if part.startswith("line-"))
    assert lines >= min(told_lanes, 4)
    assert sum(bool(d) for part, d in told.items() if part.startswith("story-")) == told_lanes
    for part, d in measured.items():
        if d and part.startswith("line-"):
            assert d != told[part.replace("line-", "story-")]


def test_the_figure_is_the_lessons_own(lesson):
    path, _, soup = lesson
    kinds = {each["data-activity"] for each in soup.select(".positions figure")}
    assert kinds == {figure(path)} - {""}
    assert not soup.select("[hidden], input, button, script, .cc-wide, [display=none]")


def test_says_how_to_read_it_and_what_it_is_not(lesson):
    path, _, soup = lesson
    text = said(soup)
    if figure(path):
        reading = soup.select_one(".reading").get_text()
        assert reading.startswith(("Solid line", "Each small picture", "The grade says"))
    pictures = 2 * bool(figure(path))
    assert text.count("Illustrative — shows direction, not amounts") == pictures + 1
    assert help_data.help_data().reviewed_by_clinician in text
    assert help_data.help_data().directories[0].name in text
    assert "CC BY 4.0" in text
    for picture in soup.select("svg:not(.cc-sign)"):  # an axis has numbers side by side
        picture.decompose()
    assert not re.search(r"\+?\d[\d ()-]{6,}\d", said(soup).replace("×", ""))  # no phone number


def test_the_figures_words_stand_once(lesson):
    path, _, soup = lesson
    under = [said(each) for each in soup.select(".position > .cc-words")]
    assert len(set(under)) == 2 * bool(figure(path))


def test_title_question_and_key_points_are_the_notebooks(lesson):
    path, _, soup = lesson
    entry = lessons_data.lessons()[path.name[:2]]
    assert entry.title in said(soup.select_one(".eyebrow"))
    assert entry.question in said(soup)
    cells = nbformat.read(path, as_version=4).cells
    source = next(cell.source for cell in cells if cell.source.startswith("## Key points"))
    wanted = [
        # On paper a mark opens nothing, and says where its claim stands in the table.
        " ".join(
            re.sub(
                r"\[([^]]*)\]\([^)]*\)",
                r"\1",
                re.sub(r"\[(\S)\]\(#(C\d\d)[^)]*\)", r"\1 \2", line[2:]),
            ).split()
        )
        for line in source.splitlines()
        if line.startswith("- ")
    ]
    assert [said(each) for each in soup.select("#key-points + ul > li")] == wanted


def test_all_own_claims_graded_and_no_others(lesson):
    path, _, soup = lesson
    rows = [
        [said(cell) for cell in row.select("td, th")] for row in soup.select(".claims tbody tr")
    ]
    claims = own_claims(path)
    assert [row[1] for row in rows] == [claim.id for claim in claims]
    for row, claim in zip(rows, claims, strict=True):
        grade = claims_data.grades()[claim.grade]
        assert row[0] == f"{grade.symbol} {grade.word}"
        assert row[2] == claim.article_says
        assert row[3] == claim.better or claims_data.verdicts()[claim.verdict] in row[3]


def test_every_source_is_named_where_it_was_checked_that_far(lesson):
    path, _, soup = lesson
    groups = {said(each.strong): said(each) for each in soup.select(".sources")}
    for claim in own_claims(path):
        for key in (*claim.supports, *claim.limits):
            source = references_data.reference(key)
            word = phrase(f"evidence.handout_{source.read.value}")
            group = next(t for name, t in groups.items() if name.lower().startswith(word))
            assert short_name(source) in group


def small(tmp_path):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    shutil.copy(LESSONS[0], folder)
    return folder


class Printer:
    """Stands in for Chromium; a page takes the given number of sheets at each fit."""

    def __init__(self, *sheets):
        self.sheets = sheets
        self.pages = []

    def __call__(self, _program, page, target):
        place = min(len(self.pages), len(self.sheets) - 1)
        self.pages.append(page.read_text(encoding="utf-8"))
        target.write_bytes(b"/Type /Pages " + b"<</Type /Page\n>>" * self.sheets[place])


@pytest.fixture
def printer(monkeypatch):
    def use(*sheets):
        made = Printer(*sheets)
        monkeypatch.setattr(chromium, "find_chromium", lambda: "chromium")
        monkeypatch.setattr(chromium, "print_pdf", made)
        return made

    return use


def test_printed_once_then_left_alone_until_something_changes(printer, tmp_path, monkeypatch):
    folder, out, told = small(tmp_path), tmp_path / "out", []
    made = printer(2)
    assert make_handouts(out, folder, told.append) == ["00.pdf", "00_known.pdf"]
    assert make_handouts(out, folder, told.append) == []
    assert [line.rpartition(": ")[2] for line in told] == ["built"] * 2 + ["unchanged"] * 2
    assert len(made.pages) == 2
    (out / "handouts" / "00.pdf").unlink()
    assert make_handouts(out, folder) == ["00.pdf"]
    monkeypatch.setattr(site_build, "_code_hash", lambda: "other")
    assert make_handouts(out, folder) == ["00.pdf", "00_known.pdf"]
    assert sorted(path.name for path in (out / "handouts").iterdir()) == [
        ".built.json",
        "00.html",
        "00.pdf",
        "00_known.html",
        "00_known.pdf",
    ]


def test_too_long_says_so_and_leaves_nothing(printer, tmp_path):
    told = []
    made = printer(max(PAGES.values()) + 1)
    assert make_handouts(tmp_path / "out", small(tmp_path), told.append) == []
    assert told == [
        words().handout_too_long.format(name=f"handouts/{name}")
        for name in ("00.pdf", "00_known.pdf")
    ]
    assert len(made.pages) == len(SHEETS)
    assert [path.name for path in (tmp_path / "out/handouts").iterdir()] == [".built.json"]


@pytest.mark.slow
def test_the_page_links_its_handout_only_if_it_was_made(printer, tmp_path, monkeypatch):
    folder, out = small(tmp_path), tmp_path / "out"
    page = out / f"{LESSONS[0].stem}.html"
    build(out, folder)
    assert "handouts/" not in page.read_text(encoding="utf-8")
    printer(2)
    make_handouts(out, folder)
    assert page.name in build(out, folder)
    link = f'<a href="handouts/00.pdf">{words().handout_link}</a>'
    assert link in page.read_text(encoding="utf-8")
    # Stale and not to be had again: an old handout would contradict its page.
    monkeypatch.setattr(chromium, "find_chromium", lambda: None)
    monkeypatch.setattr(site_build, "_code_hash", lambda: "other")
    make_handouts(out, folder)
    build(out, folder)
    assert not (out / "handouts" / "00.pdf").exists()
    assert "handouts/" not in page.read_text(encoding="utf-8")


@pytest.fixture
def two_lessons(tmp_path, monkeypatch):
    """Let the command build a course of two lessons: enough to say a thing once or twice."""
    folder = small(tmp_path)
    shutil.copy(LESSONS[1], folder)
    for function in (make_handouts, build):
        name = f"course_lib.site.__main__.{function.__name__}"
        monkeypatch.setattr(name, partial(function, notebooks=folder))


@pytest.mark.slow
@pytest.mark.usefixtures("two_lessons")
def test_without_chromium_one_line_and_the_site(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(chromium, "find_chromium", lambda: None)
    assert main(["--output", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.count(words().handout_skipped) == 1
    assert (tmp_path / "out" / "index.html").is_file()
    assert not list((tmp_path / "out").rglob("*.pdf"))


def fake(tmp_path, body):
    program = tmp_path / "fake-chromium"
    program.write_text(f"#!{sys.executable}\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.mark.slow
@pytest.mark.usefixtures("two_lessons")
@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Chromium is a script")
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("import sys; sys.exit(3)", "exit code 3"),
        ("", "exit code 0"),
        ("import subprocess; subprocess.run(['sleep', '60'])", "within 1 seconds"),
        (None, "could not be started"),
    ],
)
def test_a_chromium_that_fails_is_one_sentence_and_the_site(
    tmp_path, monkeypatch, capsys, body, reason
):
    program = str(tmp_path / "missing") if body is None else fake(tmp_path, body)
    monkeypatch.setenv("COURSE_CHROMIUM", program)
    monkeypatch.setattr(chromium, "SECONDS", 1)
    assert main(["--output", str(tmp_path / "out")]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if program in line]
    assert len(lines) == 1
    assert reason in lines[0]
    assert (tmp_path / "out" / "index.html").is_file()
    assert json.loads((tmp_path / "out/handouts/.built.json").read_text("utf-8")) == {}
    assert [path.name for path in (tmp_path / "out/handouts").iterdir()] == [".built.json"]


def test_key_points_that_are_missing_are_said(tmp_path):
    path = tmp_path / "01_x.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), path)
    with pytest.raises(SiteError, match=r"01_x\.ipynb: no cell has the heading “## Key points”"):
        sheets_of(path)


def test_type_is_never_below_eight_and_a_half_points():
    style = Path(handouts.__file__).with_name("assets") / "paper.css"
    sizes = re.findall(r"(?:--type|font-size): ([\d.]+)pt", style.read_text(encoding="utf-8"))
    assert min(map(float, sizes)) >= 8.5
