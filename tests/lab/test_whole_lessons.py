"""A saved lesson gets back what the course owns, and nothing that a person wrote is lost."""

import copy
import hashlib
import json
from types import SimpleNamespace

import pytest

from course_lib.lab import lessons
from course_lib.lab.normalise import before_saving
from tools import install, own_python, shipped

FIGURE = {
    "output_type": "execute_result",
    "data": {"text/plain": "a figure"},
    "metadata": {},
    "execution_count": 1,
}


def lesson():
    return {
        "cells": [
            {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# Title"},
            {
                "cell_type": "code",
                "id": "b",
                "metadata": {"jupyter": {"source_hidden": True}},
                "source": "show()",
                "outputs": [FIGURE],
                "execution_count": 1,
            },
        ],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with one lesson and no fresh copy of it."""
    monkeypatch.setattr(lessons, "FRESH", tmp_path / "fresh")
    monkeypatch.setattr(lessons, "SHIPPED", tmp_path / "shipped.json")
    (tmp_path / "fresh").mkdir()
    lessons.SHIPPED.write_text(json.dumps({"01_x.ipynb": "of another version"}))
    (tmp_path / "01_x.ipynb").write_text(json.dumps(lesson()), encoding="utf-8")
    return tmp_path


def saved(folder, content, name="01_x.ipynb"):
    model = {"type": "notebook", "content": copy.deepcopy(content)}
    manager = SimpleNamespace(root_dir=str(folder))
    before_saving(model, path=f"/{name}", contents_manager=manager)
    return model["content"]["cells"]


def damaged():
    content = lesson()
    content["cells"][0]["source"] = "# Broken"
    content["cells"][1].update(outputs=[], metadata={}, cell_type="code", source="import os")
    return content


def test_cells_sources_metadata_and_lost_outputs_come_back(folder):
    assert saved(folder, damaged()) == saved(folder, lesson()) == lesson()["cells"]
    assert saved(folder, {**lesson(), "cells": []}) == lesson()["cells"]


def test_an_error_does_not_take_a_figures_place_and_a_new_figure_does(folder):
    content = lesson()
    error = {"output_type": "error", "ename": "X", "evalue": "", "traceback": []}
    content["cells"][1]["outputs"] = [error]
    assert saved(folder, content) == lesson()["cells"]
    content["cells"][1]["outputs"] = [{**FIGURE, "data": {"text/plain": "another"}}]
    assert saved(folder, content)[1]["outputs"][0]["data"] == {"text/plain": "another"}


def test_a_cell_that_somebody_wrote_in_stays_and_an_empty_one_goes(folder):
    content = lesson()
    own = {"cell_type": "markdown", "id": "c", "metadata": {}, "source": "mine"}
    content["cells"] += [own, {**own, "id": "d", "source": " \n"}]
    assert saved(folder, content) == [*lesson()["cells"], own]


@pytest.mark.parametrize("name", ["sandbox.ipynb", "kept-1-01_x.ipynb", "mine.ipynb"])
def test_a_notebook_of_the_learner_is_saved_as_it_is(folder, name):
    (folder / name).write_text(json.dumps(lesson()), encoding="utf-8")
    assert saved(folder, damaged(), name)[0]["source"] == "# Broken"


def test_an_author_may_change_a_lesson(folder, monkeypatch):
    monkeypatch.setenv("COURSE_AUTHOR", "1")
    assert saved(folder, damaged())[0]["source"] == "# Broken"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", None])
def test_without_a_readable_lesson_it_is_saved_as_it_is(folder, text):
    file = folder / "01_x.ipynb"
    file.unlink() if text is None else file.write_text(text, encoding="utf-8")
    assert saved(folder, damaged())[0]["source"] == "# Broken"


def test_the_fresh_copy_counts_more_than_the_file_if_it_is_the_one_that_was_shipped(folder):
    fresh = folder / "fresh" / "01_x.ipynb"
    fresh.write_text(json.dumps(lesson()), encoding="utf-8")
    (folder / "01_x.ipynb").write_text(json.dumps(damaged()), encoding="utf-8")
    assert saved(folder, damaged())[0]["source"] == "# Broken"  # a copy of another version
    lessons.SHIPPED.write_text(
        json.dumps({"01_x.ipynb": hashlib.sha256(fresh.read_bytes()).hexdigest()})
    )
    assert saved(folder, damaged()) == lesson()["cells"]


def test_a_start_copies_whole_lessons_and_no_damaged_ones(tmp_path, monkeypatch):
    monkeypatch.setattr(own_python, "ROOT", tmp_path)
    (tmp_path / "course_lib/lab").mkdir(parents=True)
    (tmp_path / "notebooks").mkdir()
    listed = {}
    for name in ("01_x.ipynb", "02_x.ipynb"):
        (tmp_path / "notebooks" / name).write_text(name)
        listed[name] = hashlib.sha256(name.encode()).hexdigest()
    (tmp_path / "course_lib/lab/shipped.json").write_text(json.dumps(listed))
    install.lend_fresh_lessons(tmp_path / "fresh")
    (tmp_path / "notebooks/02_x.ipynb").write_text("damaged")
    install.lend_fresh_lessons(tmp_path / "fresh")
    assert (tmp_path / "fresh/02_x.ipynb").read_text() == "02_x.ipynb"
    assert (tmp_path / "fresh/01_x.ipynb").read_text() == "01_x.ipynb"


def test_the_list_of_shipped_lessons_is_up_to_date():
    assert shipped.main(["--check"]) == 0
