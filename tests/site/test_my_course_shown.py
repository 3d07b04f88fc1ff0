"""What a teacher adds stands on pages, handouts, the stage and in packs, as words and no more."""

import shutil

import pytest

from course_lib.cards.quiz import Quiz
from course_lib.evidence.help import HelpDirectory, HelpPanel
from course_lib.frame import figures, lessons_data, load
from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.frame.my_course_data import FILE, VARIABLE, my_course
from course_lib.frame.read import ContentError
from course_lib.progress.course_map import CourseMap
from course_lib.site import handouts
from course_lib.site.build import build, lesson_notebooks
from course_lib.site.pack import make_pack, pack_html, pack_of
from course_lib.site.stage import build_stages, stage_html
from tools import refresh, release

MINE = """
organisation = "Org <b>A</b>"
hide = ["06"]
opening = ["Open <b>B</b>"]
[[services]]
name = "Name <b>C</b>"
what = "What <b>D</b>"
how = "How <b>E</b> 01234 567890"
address = "https://www.example.org/f"
[[quiz]]
id = "own"
lesson = "01"
question = "Ask <b>G</b>"
[[quiz.options]]
text = "Yes <b>H</b>"
right = true
feedback = "Why <b>I</b>"
[[quiz.options]]
text = "No <b>J</b>"
feedback = "Why <b>K</b>"
"""


def said(letter):
    return f"&lt;b&gt;{letter}&lt;/b&gt;"


pytestmark = pytest.mark.usefixtures("mine")


@pytest.fixture
def mine(tmp_path, monkeypatch):
    path = tmp_path / FILE
    path.write_text(MINE, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    load.forget()
    yield path
    monkeypatch.undo()
    load.forget()


@pytest.fixture
def lessons(tmp_path):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for path in NOTEBOOKS.glob("0[0156]_*.ipynb"):
        shutil.copyfile(path, folder / path.name)
    return folder


def shows(html, letters):
    assert "<b>" not in html
    assert [letter for letter in letters if said(letter) not in html] == []


@pytest.mark.slow
def test_pages(lessons, tmp_path):
    site = tmp_path / "site"
    told = []
    build(site, lessons, told.append)
    pages = {path.name: path.read_text(encoding="utf-8") for path in site.glob("*.html")}
    shows(pages["index.html"], "AB")
    shows(pages["00_start_here.html"], "ABCDE")
    shows(pages["01_the_science_behind_it.html"], "ACDEGHIJK")
    shows(pages["help.html"], "ACDE")
    assert 'href="https://www.example.org/f"' in pages["help.html"]
    assert said("B") not in pages["01_the_science_behind_it.html"]
    assert not [name for name in pages if name.startswith("06")]
    # Nothing leads to a hidden lesson, and nobody is told to put it back.
    assert not [name for name, html in pages.items() if "06_neuro" in html]
    [missing] = [line for line in told if line.startswith("No notebook")]
    numbers = missing.partition(" The pages ")[0]  # a folder follows, whose name may hold numbers
    assert [number for number in ("05", "06", "07") if number in numbers] == ["07"]
    shown = len(list(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))) - 1
    assert f"{figures.in_words(shown).capitalize()} short lessons" in pages["index.html"]


@pytest.mark.slow
def test_a_changed_layer_is_built_anew(mine, lessons, tmp_path):
    build(tmp_path / "site", lessons)
    assert build(tmp_path / "site", lessons) == []
    mine.write_text(MINE.replace("Org", "Other"), encoding="utf-8")
    load.forget()
    assert "index.html" in build(tmp_path / "site", lessons)


def test_lessons_in_jupyterlab():
    shows(HelpPanel().markup, "ACDE")
    shows(HelpDirectory().markup, "ACDE")
    quiz = Quiz("01")
    shows(quiz.markup, "AGHIJK")
    assert len(quiz.answers) == quiz.markup.count("data-question=") == 4
    assert "06_neuro" not in CourseMap("00").markup


def test_handouts():
    for sheets in handouts.SHEETS.values():
        shows(pack_html(pack_of("01").with_only(sheets)), "AC")
    assert not [each for each in lesson_notebooks(NOTEBOOKS) if each.name.startswith("06")]


def test_stage():
    shows(stage_html("60", "stage"), "AC")
    leader = stage_html("60", "leader")
    assert "Open <b>B</b>" in leader.replace("\\u003c", "<").replace("\\u003e", ">")
    assert "<b>B" not in leader


def test_packs():
    shows(pack_html(pack_of("60")), "ABCDE")


@pytest.mark.parametrize(
    "make",
    [
        build,
        handouts.make_handouts,
        build_stages,
        lambda site: make_pack(site, pack_of("60")),
    ],
)
def test_of_a_broken_layer_nothing_is_built_half(mine, tmp_path, make):
    mine.write_text(MINE + "?", encoding="utf-8")
    load.forget()
    with pytest.raises(ContentError, match=rf"^{FILE} is not valid TOML"):
        make(tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_release_and_stored_lessons_know_nothing_of_it(monkeypatch, tmp_path):
    seen = []

    def look(*_, **__):
        seen.append(my_course().organisation)
        return ""

    for name in ("alone_html", "pages", "zipped", "wheel"):
        monkeypatch.setattr(release, name, look)
    release.release(tmp_path / "out")
    assert set(seen) == {""}
    assert {path.name[:2] for path in lesson_notebooks(NOTEBOOKS)} == {*lessons_data.lessons()}


@pytest.mark.slow
def test_refreshing_knows_nothing_of_it(monkeypatch):
    seen = []

    def look():
        seen.append(my_course().organisation)
        return []

    monkeypatch.setattr(refresh, "stale_scenes", look)
    monkeypatch.setattr(refresh, "stale_prose", lambda *_: [])
    refresh.main(["--check"])
    assert seen == [""]
