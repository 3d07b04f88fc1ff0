"""A build believes no file that it did not write, blames what is at fault, and is never silent."""

import json
import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course_lib.frame import lessons_data
from course_lib.frame.read import ContentError
from course_lib.site import chromium
from course_lib.site.build import build
from course_lib.site.handouts import make_handouts
from course_lib.site.problems import SiteError
from course_lib.site.prose import Prose
from course_lib.site.stamps import STAMPS


def course(folder, *sources, name="01_x.ipynb"):
    cells = [
        new_markdown_cell("# 01 · Title\n\n## Key points\n\n- One."),
        *map(new_code_cell, sources),
    ]
    folder.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=cells), folder / name)
    return folder


@pytest.fixture
def printed(monkeypatch):
    """Stands in for Chromium: each handout has two pages."""
    monkeypatch.setattr(chromium, "find_chromium", lambda: "chromium")
    monkeypatch.setattr(
        chromium, "print_pdf", lambda _, __, target: target.write_bytes(b"/Type /Page\n" * 2)
    )


HANDOUTS = ["01.pdf", "01_known.pdf"]
CRAFTED = ["../precious.html", "../precious.pdf", "{}/precious.pdf", "sub/../../precious.html"]


@pytest.mark.slow
@pytest.mark.parametrize("value", ["", ["a"], None], ids=str)
@pytest.mark.usefixtures("printed")
def test_names_in_a_file_of_stamps_never_lead_out_of_the_folder(tmp_path, value):
    folder, out = course(tmp_path / "n"), tmp_path / "out"
    names = [each.format(tmp_path) for each in CRAFTED] + ["02_mine.html", "02.pdf", "index.html"]
    precious = [tmp_path / "precious.html", tmp_path / "precious.pdf", out / "precious.pdf"]
    for place in (out, out / "handouts"):
        place.mkdir()
        (place / STAMPS).write_text(json.dumps(dict.fromkeys(names, value)), encoding="utf-8")
    for path in precious:
        path.write_text("mine", encoding="utf-8")
    make_handouts(out, folder)
    build(out, folder)
    assert [path.read_text(encoding="utf-8") for path in precious] == ["mine"] * len(precious)
    assert "precious" not in (out / STAMPS).read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("text", ["[broken", "[]", "1", "null", "[" * 100_000, '{"01.pdf": {}}'])
@pytest.mark.usefixtures("printed")
def test_a_damaged_file_of_stamps_is_no_hindrance(tmp_path, text):
    folder, out = course(tmp_path / "n"), tmp_path / "out"
    make_handouts(out, folder)
    (out / "handouts" / STAMPS).write_text(text, encoding="utf-8")
    assert make_handouts(out, folder) == HANDOUTS


@pytest.mark.slow
@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize("damage", ["", "other words"])
def test_what_was_damaged_on_the_disk_is_built_again(tmp_path, damage):
    folder, out = course(tmp_path / "n"), tmp_path / "out"
    make_handouts(out, folder)
    build(out, folder)
    assert [make_handouts(out, folder), build(out, folder)] == [[], []]
    whole = (out / "help.html").read_text(encoding="utf-8")
    for name in ("help.html", "handouts/01.pdf"):
        (out / name).write_text(damage, encoding="utf-8")
    assert [make_handouts(out, folder), build(out, folder)] == [["01.pdf"], ["help.html"]]
    assert (out / "help.html").read_text(encoding="utf-8") == whole


@pytest.mark.slow
def test_a_lost_or_damaged_file_beside_a_page_is_written_again(tmp_path):
    folder, out = course(tmp_path / "n"), tmp_path / "out"
    build(out, folder)
    files = {path: path.read_bytes() for path in (out / "assets").rglob("*") if path.is_file()}
    sheet, script = (next((out / "assets/together").glob(f"*.{end}")) for end in ("css", "js"))
    sheet.unlink()
    script.write_text("damaged", encoding="utf-8")
    assert build(out, folder)
    assert {path: path.read_bytes() for path in files} == files
    assert build(out, folder) == []


@pytest.mark.parametrize(
    "source", ["import sys\nsys.exit()", "exit(0)", "raise SystemExit", "raise GeneratorExit"]
)
def test_a_cell_that_ends_python_is_said_and_not_obeyed(tmp_path, source):
    folder = course(tmp_path / "n", source)
    for make in (build, handouts_of):
        with pytest.raises(SiteError, match=r"01_x\.ipynb, cell 2 .*correct that cell"):
            make(tmp_path / "out", folder)


def handouts_of(output, folder):
    """Make the handouts where there is a Chromium that is never asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chromium, "find_chromium", lambda: "chromium")
        return make_handouts(output, folder)


@pytest.mark.slow
def test_lessons_without_a_notebook_are_named(tmp_path):
    told = []
    build(tmp_path / "out", course(tmp_path / "n"), told.append)
    [line] = [each for each in told if "No notebook was found" in each]
    missing = [lesson for lesson in lessons_data.lessons() if lesson != "01"]
    assert ", ".join(missing) in line
    assert str(tmp_path / "n") in line


def test_two_notebooks_of_one_lesson_are_refused(tmp_path):
    course(tmp_path / "n")
    with pytest.raises(SiteError, match=r"01_x\.ipynb and 01_y\.ipynb .* both lesson 01"):
        build(tmp_path / "out", course(tmp_path / "n", name="01_y.ipynb"))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("jug.toml", 'id = "', 'idd = "'),
        ("words.toml", "[jug]", "[jugg]"),
        ("claims/04.toml", "grade = ", "grad = "),
    ],
)
def test_a_fault_in_the_data_is_not_blamed_on_a_cell(tmp_path, broken_data, name, old, new):
    folder = course(tmp_path / "n", "from course_lib import LoadAndCapacity\nLoadAndCapacity()")
    broken_data(name, old, new)
    with pytest.raises(ContentError, match=f"data/{name}") as found:
        build(tmp_path / "out", folder)
    assert "ipynb" not in str(found.value)


def test_a_wrong_name_in_a_cell_is_the_cells_fault(tmp_path):
    folder = course(tmp_path / "n", "from course_lib import Quiz\nQuiz('77')")
    with pytest.raises(SiteError, match=r"cell 2 .*77"):
        build(tmp_path / "out", folder)


def test_a_term_that_is_explained_in_closed_text_is_explained_where_it_is_seen():
    closed = "<details>\n<summary>More</summary>\n\nAbout dopamine.\n\n</details>\n\n"
    shown = Prose([]).html(f"{closed}First dopamine, then dopamine.")
    assert re.findall(r' id="(term-dopamine[^"]*)" popover', shown) == [
        "term-dopamine-closed",
        "term-dopamine",
    ]
    assert Prose([]).html(f"Dopamine.\n\n{closed}").count("popovertarget") == 1
