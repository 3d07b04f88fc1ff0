"""start.py forget: what use leaves behind is gone, named, and nothing else is touched."""

import json
import socket

import pytest

from course_lib.progress import progress_file
from tools import forget, own_python


@pytest.fixture
def used(course, monkeypatch):
    """A course that was used."""
    monkeypatch.setenv("COURSE_PROGRESS_FILE", str(course / "home" / "progress.json"))
    for name in (
        "home/progress.json",
        "home/progress.kept-1.json",
        "home/other.json",
        "notebooks/01_a.ipynb",
        "notebooks/.ipynb_checkpoints/01_a-checkpoint.ipynb",
        ".venv/course/ipython/profile_default/history.sqlite",
        ".venv/course/workspaces/default.json",
        ".venv/course/jupyterlab.log",
        ".venv/course/run-1/jpserver-1.json",
    ):
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    own_python.write_state({"learner": "x", "trusted": "y"})
    return course


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_what_use_left_is_removed_and_named(used, capsys):
    before = files(used)
    assert forget.main() == 0
    removed = before - files(used)
    assert len(removed) == 7
    assert {"home/other.json", "notebooks/01_a.ipynb"} <= files(used)
    said = capsys.readouterr().out
    for name in ("progress.json", "kept-1", "workspaces", "ipython", "jupyterlab.log", "notebooks"):
        assert name in said, name
    assert "What remains" in said
    assert own_python.read_state() == {"learner": "x"}


@pytest.mark.usefixtures("used")
def test_a_second_time_there_is_nothing(capsys):
    forget.main()
    capsys.readouterr()
    assert forget.main() == 0
    assert capsys.readouterr().out.startswith("There was nothing to remove.")


def test_while_the_course_is_open_nothing_is_removed(used, capsys):
    before = files(used)
    with socket.create_server(("127.0.0.1", 0)) as server:
        note = used / ".venv/course/run-1/jpserver-1.json"
        note.write_text(json.dumps({"port": server.getsockname()[1]}))
        assert forget.main() == 1
    assert files(used) == before
    assert "close it first" in capsys.readouterr().out


def test_no_folder_or_lock_of_progress_is_left_but_a_shared_folder_stays(course, monkeypatch):
    own, shared = course / "data" / "course-notes", course / "home"
    for folder in (own, shared):
        folder.mkdir(parents=True)
        monkeypatch.setenv("COURSE_PROGRESS_FILE", str(folder / "progress.json"))
        place = progress_file.place()
        progress_file.swap(place, None, "{}")
        assert progress_file.lock_file(place).exists()
        assert forget.main() == 0
        assert not progress_file.lock_file(place).exists()
    assert not own.exists()
    assert shared.exists()
