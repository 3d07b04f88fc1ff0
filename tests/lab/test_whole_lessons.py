"""A saved lesson gets back what the course owns, and a damaged one never becomes the original."""

import copy
import hashlib
import importlib
import json
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from jupyter_server.services.contents.filemanager import FileContentsManager
from nbformat.sign import NotebookNotary

from course_lib.lab import lessons
from course_lib.lab import server as lab_server
from course_lib.lab.normalise import before_saving
from tools import install, own_python
from tools import shipped as list_of_shipped

ROOT = Path(__file__).resolve().parents[2]
LESSON = "03_physical_sensations.ipynb"
WHOLE = json.loads((ROOT / "notebooks" / LESSON).read_text(encoding="utf-8"))
ERROR = {"output_type": "error", "ename": "E", "evalue": "e", "traceback": []}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Lessons in a folder of their own, and fresh copies beside it."""
    for place in ("notebooks", "fresh"):
        (tmp_path / place).mkdir()
        for name in (LESSON, lessons.SANDBOX):
            copied = (ROOT / "notebooks" / name).read_bytes()
            (tmp_path / place / name).write_bytes(copied)
    monkeypatch.setattr(lessons, "FRESH", tmp_path / "fresh")
    monkeypatch.delenv("COURSE_AUTHOR", raising=False)
    return tmp_path / "notebooks"


def saved(folder, content, name=LESSON):
    """Return what is stored of ``content``."""
    model = {"type": "notebook", "content": copy.deepcopy(content)}
    before_saving(model=model, path=name, contents_manager=SimpleNamespace(root_dir=str(folder)))
    return model["content"]


def no_outputs(content):
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)


def errors(content):
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [ERROR]


def shown_source(content):
    for cell in content["cells"]:
        cell["metadata"] = {"editable": False, "deletable": False}


def gone(content):
    del content["cells"][2:5]


def moved(content):
    content["cells"].reverse()


def rewritten(content):
    content["cells"][0]["source"] = "mine"


def converted(content):
    content["cells"][0]["cell_type"] = "raw"


def added_empty(content):
    content["cells"].insert(
        1, {"id": "new", "cell_type": "code", "metadata": {}, "source": " ", "outputs": []}
    )


DAMAGES = [
    no_outputs,
    errors,
    shown_source,
    gone,
    moved,
    rewritten,
    converted,
    added_empty,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda each: each.__name__)
@pytest.mark.parametrize("on_the_disk", ["whole", "damaged"])
def test_whatever_happened_to_a_lesson_it_is_saved_whole(folder, damage, on_the_disk):
    content = copy.deepcopy(WHOLE)
    damage(content)
    assert content != WHOLE
    if on_the_disk == "damaged":
        (folder / LESSON).write_text(json.dumps(content), encoding="utf-8")
    assert saved(folder, content) == WHOLE


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda each: each.__name__)
@pytest.mark.parametrize("fresh", ["missing", "of another version", "damaged"])
def test_without_a_fresh_copy_the_file_on_the_disk_is_the_original(folder, damage, fresh):
    copied = lessons.FRESH / LESSON
    if fresh == "missing":
        copied.unlink()
    else:
        other = {**WHOLE, "cells": WHOLE["cells"][:2]}
        copied.write_text(json.dumps(other) if fresh != "damaged" else "{", encoding="utf-8")
    content = copy.deepcopy(WHOLE)
    damage(content)
    assert saved(folder, content) == WHOLE


def test_outputs_that_are_whole_and_what_a_person_wrote_stay(folder):
    content = copy.deepcopy(WHOLE)
    place = next(p for p, cell in enumerate(content["cells"]) if cell["cell_type"] == "code")
    new = [{"output_type": "stream", "name": "stdout", "text": "again"}]
    content["cells"][place]["outputs"] = new
    own = {"id": "own", "cell_type": "markdown", "metadata": {}, "source": "My note."}
    content["cells"].insert(0, own)
    stored = saved(folder, content)
    assert stored["cells"][place]["outputs"] == new
    assert stored["cells"][-1] == own
    assert len(stored["cells"]) == len(WHOLE["cells"]) + 1


@pytest.mark.parametrize("case", ["author", "sandbox", "own", "no original"])
def test_what_is_not_protected_is_saved_as_it_was_written(folder, monkeypatch, case):
    content = copy.deepcopy(WHOLE)
    rewritten(content)
    gone(content)
    name = {"sandbox": lessons.SANDBOX, "own": "03_mine.ipynb"}.get(case, LESSON)
    if case == "author":
        monkeypatch.setenv("COURSE_AUTHOR", "1")
    if case == "no original":
        (folder / LESSON).unlink()
        (lessons.FRESH / LESSON).unlink()
    stored = saved(folder, content, name)["cells"]
    written = [(cell["id"], cell["source"]) for cell in content["cells"]]
    assert [(cell["id"], cell["source"]) for cell in stored] == written


def test_the_list_of_shipped_notebooks_is_up_to_date(tmp_path, monkeypatch, capsys):
    assert list_of_shipped.main(["--check"]) == 0, "run python -m tools.shipped"
    monkeypatch.setattr(list_of_shipped, "SHIPPED", tmp_path / "shipped.json")
    assert list_of_shipped.main(["--check"]) == 1
    assert list_of_shipped.main([]) == 0
    assert (tmp_path / "shipped.json").read_bytes() == lessons.SHIPPED.read_bytes()
    assert "out of date" in capsys.readouterr().out


@pytest.mark.parametrize("damaged", [None, "{", "[]", "\0"])
def test_a_damaged_list_of_shipped_notebooks_protects_nothing(monkeypatch, tmp_path, damaged):
    if damaged:
        (tmp_path / "list").write_text(damaged)
    monkeypatch.setattr(lessons, "SHIPPED", tmp_path / "list")
    assert not lessons.is_lesson(LESSON)
    monkeypatch.undo()
    assert lessons.is_lesson(LESSON)
    assert not lessons.is_lesson(lessons.SANDBOX)


def test_a_damaged_lesson_does_not_take_the_place_of_its_copy(tmp_path, monkeypatch):
    whole = b'{"cells": []}'
    listed = tmp_path / "course_lib" / "lab" / "shipped.json"
    lesson = tmp_path / "notebooks" / "01_a.ipynb"
    for each in (listed, lesson):
        each.parent.mkdir(parents=True)
    listed.write_text(json.dumps({lesson.name: hashlib.sha256(whole).hexdigest()}))
    monkeypatch.setattr(own_python, "ROOT", tmp_path)
    lesson.write_bytes(b"{")
    install.lend_fresh_lessons(tmp_path / "fresh")
    assert list((tmp_path / "fresh").iterdir()) == []
    lesson.write_bytes(whole)
    install.lend_fresh_lessons(tmp_path / "fresh")
    lesson.write_bytes(b"")
    install.lend_fresh_lessons(tmp_path / "fresh")
    assert (tmp_path / "fresh" / lesson.name).read_bytes() == whole


@pytest.mark.parametrize("trusted", [True, False])
def test_what_a_learner_ran_is_signed_and_what_came_from_elsewhere_is_not(folder, trusted):
    content = json.loads((folder / lessons.SANDBOX).read_text(encoding="utf-8"))
    content["cells"][1]["outputs"] = [
        {"output_type": "display_data", "metadata": {}, "data": {"text/html": "<b>own</b>"}}
    ]
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["metadata"]["trusted"] = trusted
    manager = FileContentsManager(root_dir=str(folder))
    manager.notary = NotebookNotary(db_file=":memory:", secret=b"for a test")
    manager.register_pre_save_hook(before_saving)
    manager.save({"type": "notebook", "format": "json", "content": content}, lessons.SANDBOX)
    stored = nbformat.read(folder / lessons.SANDBOX, as_version=4)
    assert manager.notary.check_signature(stored) is trusted
    assert not any("trusted" in cell.metadata for cell in stored.cells)


def server():
    hooks = []
    manager = SimpleNamespace(register_pre_save_hook=hooks.append)
    app = SimpleNamespace(contents_manager=manager, web_app=SimpleNamespace(settings={}))
    [point] = lab_server._jupyter_server_extension_points()
    importlib.import_module(point["module"])._load_jupyter_server_extension(app)
    return hooks, app.web_app.settings["page_config_data"]


@pytest.mark.parametrize("author", [False, True])
def test_the_page_is_told_what_is_protected_unless_an_author_asks(monkeypatch, author):
    monkeypatch.delenv("COURSE_AUTHOR", raising=False)
    if author:
        monkeypatch.setenv("COURSE_AUTHOR", "1")
    hooks, told = server()
    names = {path.name for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert set(told["courseFresh"]) == names
    assert set(told["courseLessons"]) == (set() if author else names - {lessons.SANDBOX})
    assert hooks == [before_saving]


def test_a_server_is_told_of_the_courses_part_and_of_nothing_else():
    """Encryption, for one, would stop other people's kernels that do not know it."""
    [file] = Path(lab_server.__file__).with_name("jupyter_server_config.d").iterdir()
    settings = json.loads(file.read_text(encoding="utf-8"))
    assert settings == {"ServerApp": {"jpserver_extensions": {lab_server.__name__: True}}}


@pytest.mark.parametrize("name", [LESSON, "budget.ipynb"])
def test_another_notebook_even_of_the_same_name_is_saved_as_it_is(folder, name):
    other = {
        "cells": [{"id": "a1b2c3d4", "cell_type": "code", "source": "1", "outputs": [],
                   "metadata": {"collapsed": True}, "execution_count": 7}],
        "metadata": {"kernelspec": {"name": "julia"}}, "nbformat": 4, "nbformat_minor": 5,
    }  # fmt: skip
    assert saved(folder, other, name) == other
