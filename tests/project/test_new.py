"""A skeleton is whole, says what is still to be written, and never lies over what is there."""

import ast
import json
import re
import shutil

import pytest

from course_lib.frame import lessons_data, load, names, read
from tools import check, new


@pytest.fixture
def house(tmp_path, monkeypatch, data_copy):
    """A copy of the folders that a skeleton is written to, with the data read from there."""
    root = tmp_path / "house"
    for folder in ("notebooks", "tests/pictures"):
        shutil.copytree(new.ROOT / folder, root / folder)
    shutil.copytree(data_copy, root / "data")
    (root / "course_lib/pictures").mkdir(parents=True)
    shutil.copy(new.ROOT / "course_lib/__init__.pyi", root / "course_lib")
    monkeypatch.setattr(read, "data_dir", lambda: root / "data")
    return root


def everything(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_lesson_takes_the_next_number_and_waits_for_its_words(house):
    number = f"{len(lessons_data.lessons()):02}"
    written = new.new_lesson("a_house_by_the_sea", house)
    assert house / f"notebooks/{number}_a_house_by_the_sea.ipynb" in written
    load.forget()
    names.known.cache_clear()
    found = check.faults(house / "notebooks")
    assert found
    assert all("To be written" in each for each in found), found
    for place in ("lessons.toml", f"quizzes/{number}", f"claims/{number}", f"predictions/{number}",
                  f"plans/{number}",
                  f"{number}_a_house_by_the_sea.ipynb, cell title"):  # fmt: skip
        assert any(place in each for each in found), place


def test_the_notebook_of_a_lesson_has_the_rooms_of_all_lessons(house):
    (path,) = [each for each in new.new_lesson("after_it", house) if each.suffix == ".ipynb"]
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    others = json.loads((new.ROOT / "notebooks/09_vulnerability.ipynb").read_text("utf-8"))["cells"]
    shared = {"title", "help", "question", "prediction", "check", "quiz", "reflect", "evidence",
              "drawer", "keypoints", "progress", "facilitator-minutes"}  # fmt: skip
    made = [cell["id"] for cell in cells if cell["id"] in shared]
    assert made == [cell["id"] for cell in others if cell["id"] in shared]
    for cell in cells:
        if cell["cell_type"] == "code":
            assert cell["metadata"]["jupyter"]["source_hidden"]


def test_an_activity_has_all_its_files_and_stands_in_the_one_list(house):
    written = new.new_activity("pictures/lost_umbrella", house)
    names = {path.relative_to(house).as_posix() for path in written}
    assert names == {
        "course_lib/pictures/lost_umbrella.py",
        "course_lib/pictures/lost_umbrella_model.py",
        "course_lib/pictures/lost_umbrella_data.py",
        "course_lib/pictures/lost_umbrella.js",
        "data/lost_umbrella.toml",
        "tests/pictures/test_lost_umbrella.py",
        "tests/pictures/test_lost_umbrella_model.py",
        "course_lib/__init__.pyi",
    }
    for path in written:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\$(name|cls|room)|\$\{", text)
        if path.suffix in (".py", ".pyi"):
            ast.parse(text)
    stub = (house / "course_lib/__init__.pyi").read_text(encoding="utf-8").splitlines()
    assert "from .pictures.lost_umbrella import LostUmbrella as LostUmbrella" in stub
    assert stub[1:] == sorted(stub[1:])


@pytest.mark.parametrize(
    ("make", "name", "says"),
    [
        (new.new_lesson, "Big Idea", "Use small letters"),
        (new.new_lesson, "../outside", "Use small letters"),
        (new.new_lesson, "13_more", "Use small letters"),
        (new.new_lesson, "conclusion", "already"),
        (new.new_activity, "kettle", "Write it like pictures/kettle"),
        (new.new_activity, "picture/kettle", "Near matches: pictures"),
        (new.new_activity, "frame/kettle", "Write it like pictures/kettle"),
        (new.new_activity, "pictures/class", "Use small letters"),
        (new.new_activity, "pictures/Tea", "Use small letters"),
        (new.new_activity, "pictures/feelings_map", "already"),
    ],
)
def test_a_name_that_does_not_serve_gets_a_sentence_and_nothing_is_written(house, make, name, says):
    before = everything(house)
    with pytest.raises(new.NewError, match=says) as caught:
        make(name, house)
    assert "\n" not in str(caught.value)
    assert everything(house) == before


def test_what_exists_is_never_overwritten(house):
    (house / "data/kettle.toml").write_text("mine", encoding="utf-8")
    before = everything(house)
    with pytest.raises(new.NewError, match=r"data/kettle\.toml exists already"):
        new.new_activity("pictures/kettle", house)
    assert everything(house) == before


@pytest.mark.parametrize("arguments", [[], ["lesson"], ["poem", "x"], ["lesson", "a", "b"]])
def test_without_a_kind_and_a_name_it_says_what_to_type(arguments, capsys):
    assert new.main(arguments) == 1
    assert "python -m tools.new lesson after_the_course" in capsys.readouterr().out


def test_a_bad_name_is_printed_as_a_sentence(capsys):
    assert new.main(["lesson", "No"]) == 1
    assert "Use small letters" in capsys.readouterr().out
