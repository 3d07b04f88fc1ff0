"""A teacher's own layer is held to its rules, in one sentence, and is nobody else's business."""

import subprocess
from pathlib import Path

import pytest

from course_lib.frame import figures, lessons_data, load
from course_lib.frame.examine import hints
from course_lib.frame.my_course_data import (
    FILE,
    VARIABLE,
    MyCourse,
    layer,
    leave_out,
    main,
    my_course,
)
from course_lib.frame.read import ContentError
from tools import check

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "my_course.example.toml"


@pytest.fixture
def mine(tmp_path, monkeypatch):
    """Write a layer: ``mine(text)``; everything is read anew after it."""

    def write(text):
        path = tmp_path / FILE
        path.write_text(text, encoding="utf-8")
        monkeypatch.setenv(VARIABLE, str(path))
        load.forget()
        return path

    yield write
    monkeypatch.undo()
    load.forget()


def test_without_a_file_the_course_is_as_it_comes(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / FILE))
    load.forget()
    assert my_course() == MyCourse()


def test_the_example_is_whole_and_shows_every_part(mine):
    mine(EXAMPLE.read_text(encoding="utf-8"))
    found = my_course()
    assert all(getattr(found, name) for name in hints(MyCourse))
    assert main() == 0


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("organisation", "organization", "field 'organization'"),
        ('hide = ["06"]', 'hide = ["6"]', "Write it like '08'"),
        ('hide = ["06"]', 'hide = ["66"]', "there is no lesson '66'"),
        ('hide = ["06"]', 'hide = ["00"]', "where help is"),
        ('hide = ["06"]', 'hide = ["06", "06"]', "stands twice"),
        ('hide = ["06"]', 'hide = ["06"', "not valid TOML"),
        ('name = "College counselling"\n', "", "missing required field `name`"),
        ("https://www.example.org/clinic", "javascript:x", "Write it like 'https://"),
        ("right = true", "right = false", "entry our_headline, field 'options': none is right"),
        ('lesson = "01"', 'lesson = "77"', "entry our_headline, field 'lesson'"),
        ('id = "our_headline"', 'id = "Our headline"', "entry Our headline, field 'id'"),
        ("We meet in room 4", "We meet " + "so " * 50, "too much text"),
        ('"Maya', '"' + "so " * 50 + 'on", "' + "no " * 50 + 'on", "Maya', "has time for 80"),
        ("Maya and", "Maya\\u0007and", "nobody can see"),
    ],
)
def test_a_fault_is_one_sentence_with_its_place_and_remedy(mine, before, after, said):
    text = EXAMPLE.read_text(encoding="utf-8")
    assert before in text
    mine(text.replace(before, after, 1))
    with pytest.raises(ContentError) as fault:
        my_course()
    assert str(fault.value).startswith(FILE)
    assert said in str(fault.value)
    assert "\n" not in str(fault.value)
    assert str(fault.value) in check.faults()
    assert layer() == MyCourse()  # a learner who has a lesson open keeps its help


@pytest.mark.parametrize(("content", "said"), [(b"\xff", "not saved as UTF-8"), (b" ", "is empty")])
def test_what_is_no_text_is_said_too(mine, content, said):
    mine("").write_bytes(content)
    with pytest.raises(ContentError, match=rf"^{FILE} .*{said}"):
        my_course()


def test_hidden_lessons_are_not_counted(mine):
    every = len(lessons_data.lessons())
    assert figures.fill("{word.lessons}", "") == figures.in_words(every)
    mine('hide = ["06", "10"]')
    assert figures.fill("{word.lessons}", "") == figures.in_words(every - 2)


def test_it_can_be_left_out(mine, monkeypatch):
    mine(EXAMPLE.read_text(encoding="utf-8"))
    assert my_course().hide
    monkeypatch.setenv(VARIABLE, "kept by monkeypatch, to be put back")
    leave_out()
    assert my_course() == MyCourse()


def test_no_update_touches_it():
    """Git ignores it, so neither a pull nor a checkout writes it."""
    said = subprocess.run(["git", "check-ignore", FILE], cwd=ROOT, capture_output=True, check=False)
    if said.returncode == 128:
        pytest.skip("this folder is no repository")
    assert said.returncode == 0
