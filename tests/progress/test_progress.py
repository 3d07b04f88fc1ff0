"""The shelf of progress in a notebook: one file, whole or not at all, one lesson at a time."""

import errno
import json
import multiprocessing
import os
from pathlib import Path

import pytest

from course_lib import ProgressPanel, Quiz
from course_lib.progress import progress_file
from course_lib.site.activities import Activities


@pytest.fixture(autouse=True)
def file(tmp_path, monkeypatch):
    path = tmp_path / "folder" / "progress.json"
    monkeypatch.setenv("COURSE_PROGRESS_FILE", str(path))
    return path


def names(file):
    return sorted(each.name for each in file.parent.iterdir())


def asked(panel, do, **more):
    """Ask a panel as its view does, and return the answer."""
    panel.question = {"id": f"view-{do}-{len(str(panel.question))}-{more}", "do": do, **more}
    assert panel.answer["id"] == panel.question["id"]
    return {name: value for name, value in panel.answer.items() if name != "id"}


def test_default_place_is_neutral(monkeypatch):
    monkeypatch.delenv("COURSE_PROGRESS_FILE")
    place = progress_file.place()
    assert (place.parent.name, place.name) == ("course-notes", "progress.json")


def test_a_panel_answers_what_it_is_asked_and_does_nothing_unasked(file):
    panel = ProgressPanel("01")
    assert not file.parent.exists()
    assert asked(panel, "read") == {"found": None, "path": str(file)}
    assert asked(panel, "swap", before=None, after="one")["found"] == "one"
    assert file.read_text() == "one\n"
    assert asked(panel, "read")["found"] == "one"
    assert asked(panel, "swap", before="other", after="two")["found"] == "one"
    assert asked(panel, "swap", before="one", after="two")["found"] == "two"
    assert asked(panel, "set_aside", before="two")["found"] == "progress.kept-1.json"
    assert names(file) == ["progress.kept-1.json"]
    assert asked(panel, "erase")["found"] is True
    assert asked(panel, "erase", again=1)["found"] is False
    assert names(file) == []


def test_nothing_of_the_learner_goes_into_a_page():
    panel = ProgressPanel("01")
    form = Activities("x").form(panel)
    asked(panel, "swap", before=None, after="secret")
    assert Activities("x").form(panel) == form
    assert "secret" not in panel.describe()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"x" * 200_000])
def test_any_bytes_are_read_without_a_crash_and_never_to_an_end_that_is_far(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    assert len(progress_file.read(file)) <= progress_file.LARGEST + 1


def test_what_was_set_aside_before_stays(file):
    file.parent.mkdir()
    file.with_name("progress.kept-1.json").write_bytes(b"older")
    file.write_bytes(b"odd\n")
    assert progress_file.set_aside(file, "odd") == "progress.kept-2.json"
    assert file.with_name("progress.kept-1.json").read_bytes() == b"older"


def test_a_folder_that_cannot_be_made_is_a_problem(file):
    file.parent.write_text("a file, where the folder should be")
    assert asked(ProgressPanel("01"), "swap", before=None, after="x")["problem"] == "unsaved"


def test_a_file_that_cannot_be_read_is_a_problem(file):
    file.mkdir(parents=True)
    assert asked(ProgressPanel("01"), "read")["problem"] == "unreadable"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_whole(file, monkeypatch, call):
    progress_file.swap(file, None, "before")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, full)
    assert asked(ProgressPanel("01"), "swap", before="before", after="x")["problem"] == "full"
    assert file.read_text() == "before\n"
    assert names(file) == ["progress.json"]


def test_a_write_that_is_cut_short_never_stands_in_the_files_place(file, monkeypatch):
    progress_file.swap(file, None, "before")
    seen = []
    real = os.replace

    def replace(source, target):
        seen.append((Path(source).parent, Path(source).read_text(), file.read_text()))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    progress_file.swap(file, "before", "after")
    assert seen == [(file.parent, "after\n", "before\n")]


def test_erase_removes_the_file_and_what_was_kept_and_nothing_else(file):
    file.parent.mkdir()
    for name in ("progress.json", "progress.kept-1.json", "progress.abc.tmp", "other.json"):
        file.with_name(name).write_text("{}")
    assert progress_file.erase(file)
    assert names(file) == ["other.json"]
    assert not progress_file.erase(file)


def test_erase_that_fails_names_the_file(file, monkeypatch):
    progress_file.swap(file, None, "x")

    def refuse(*_, **__):
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    answer = asked(ProgressPanel("01"), "erase")
    assert answer == {"problem": "not_erased", "path": str(file)}


def test_erase_that_fails_at_what_was_kept_leaves_what_is_remembered(file, monkeypatch):
    file.parent.mkdir()
    file.write_text("{}")
    file.with_name("progress.kept-1.json").write_text("x")
    unlink = Path.unlink

    def held(path, **options):
        if "kept" in path.name:
            raise PermissionError
        unlink(path, **options)

    monkeypatch.setattr(Path, "unlink", held)
    with pytest.raises(PermissionError):
        progress_file.erase(file)
    assert file.exists()


def test_our_own_folder_goes_when_it_is_empty(tmp_path):
    file = tmp_path / "course-notes" / "progress.json"
    progress_file.swap(file, None, "x")
    progress_file.erase(file)
    assert not file.parent.exists()


def add_marks(file, own):
    """What a lesson's kernel and its view do together: look, add, swap, and again if need be."""
    for number in range(20):
        while True:
            before = progress_file.read(file)
            marks = [*json.loads(before or "[]"), f"{own}{number}"]
            after = json.dumps(marks)
            if progress_file.swap(file, before, after) == after:
                break


def test_three_lessons_that_store_at_the_same_moment_lose_no_mark(file):
    context = multiprocessing.get_context("spawn")
    lessons = [context.Process(target=add_marks, args=(file, own)) for own in "abc"]
    for each in lessons:
        each.start()
    for each in lessons:
        each.join(60)
    assert [each.exitcode for each in lessons] == [0, 0, 0]
    assert sorted(json.loads(progress_file.read(file))) == sorted(
        f"{own}{number}" for own in "abc" for number in range(20)
    )


def test_a_quiz_knows_its_lesson():
    assert Quiz("05").lesson == "05"
