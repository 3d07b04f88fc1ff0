"""The notebook check is strict: one false word, or one error, turns it red."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
LESSON = ROOT / "notebooks" / "01_the_science_behind_it.ipynb"


@pytest.fixture
def one_figure():
    """The first figure's cell of lesson 01, alone in a notebook."""
    notebook = nbformat.read(LESSON, as_version=4)
    cells = [cell for cell in notebook.cells if "HormoneTimeline()" in cell.source]
    notebook.cells = cells[:1]
    return notebook


def check(notebook, tmp_path):
    path = tmp_path / "lesson.ipynb"
    nbformat.write(notebook, path)
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", "--rootdir", tmp_path, "-c", os.devnull, path],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_the_figure_as_stored_is_green(one_figure, tmp_path):
    code, said = check(one_figure, tmp_path)
    assert code == 0, said


def test_one_false_word_in_a_stored_output_is_red(one_figure, tmp_path):
    data = one_figure.cells[0].outputs[0].data
    assert "Oxytocin (blood, people):\nfalling." in data["text/plain"]
    data["text/plain"] = data["text/plain"].replace("):\nfalling.", "):\nrising.")
    code, said = check(one_figure, tmp_path)
    assert code == 1
    assert "mismatch 'text/plain'" in said


def test_an_error_inside_an_activity_is_red(one_figure, tmp_path):
    one_figure.cells[0].source = one_figure.cells[0].source.replace(
        "HormoneTimeline()", 'HormoneTimeline(stop="nowhere")'
    )
    code, said = check(one_figure, tmp_path)
    assert code == 1
    assert "nowhere" in said
