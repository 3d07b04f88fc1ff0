"""``pip install .`` and plain JupyterLab or Notebook 7, without start.py: lessons work there."""

import os
import re
import subprocess
import sys
import sysconfig
from contextlib import contextmanager
from pathlib import Path

import pytest

from course_lib.frame.phrases import phrase
from tools import opening, own_python
from tools.browser import FOR_TESTS, ROOT, Lab, end

pytestmark = pytest.mark.browser

PACKAGES = sysconfig.get_path("purelib")
LESSON = "01_the_science_behind_it.ipynb"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """An environment with ``pip install .``."""
    return made(tmp_path_factory.mktemp("elsewhere"), ROOT)


@pytest.fixture(scope="module")
def editable(tmp_path_factory):
    """An environment with ``pip install -e .``."""
    return made(tmp_path_factory.mktemp("editable"), "--editable", ROOT)


def made(place, *course):
    """Make an environment of its own with the course installed; other packages are lent to it."""
    subprocess.run([sys.executable, "-m", "venv", place / "env"], check=True)
    python = place / "env" / "bin" / "python"
    [site] = (place / "env" / "lib").glob("python*/site-packages")
    (site / "lent.pth").write_text(PACKAGES, encoding="utf-8")
    options = ["--quiet", "--no-deps", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "pip", "install", *options, *course], check=True)
    return place


def plain(place):
    """Return an environment with no setting of start.py's in it."""
    foreign = own_python.FOREIGN
    kept = {name: text for name, text in os.environ.items() if not foreign.match(name.upper())}
    folders = {f"JUPYTER_{name}_DIR": str(place / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    settings = {f"JUPYTERLAB_{name}_DIR": str(place / name) for name in ("SETTINGS", "WORKSPACES")}
    more = {"COURSE_PROGRESS_FILE": str(place / "progress.json")}
    more["JUPYTERLAB_DIR"] = f"{sys.prefix}/share/jupyter/lab"
    more["JUPYTER_PATH"] = f"{sys.prefix}/share/jupyter"  # other packages' part of JupyterLab
    return {**kept, **folders, **settings, **more, "PYTHONDONTWRITEBYTECODE": "1"}


def kept(place):
    return phrase(f"progress.kept_{place}")


@contextmanager
def plain_lab(place, notebooks, module="jupyterlab", options=FOR_TESTS, **more):
    command = [place / "env" / "bin" / "python", "-m", module, "--allow-root", "--no-browser"]
    command += ["--ServerApp.port=0", f"--ServerApp.root_dir={notebooks}", *options]
    with (place / "lab.log").open("wb") as log:
        server = subprocess.Popen(
            command,
            env=plain(place) | more,
            cwd=place,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        about = opening.wait_for_server(server, place / "RUNTIME")
        yield Lab(notebooks, about["port"])
    finally:
        end(server)


@pytest.mark.by_turns
@pytest.mark.parametrize("environment", ["elsewhere", "editable"])
@pytest.mark.parametrize(
    ("tool", "name"),
    [
        ("jupyterlab.labextensions", "start-lesson"),
        ("jupyter_server.extension.serverextension", "course_lib.lab.server"),
    ],
)
def test_a_server_knows_the_courses_part(request, environment, tool, name):
    place = request.getfixturevalue(environment)
    command = [place / "env" / "bin" / "python", "-m", tool, "list"]
    done = subprocess.run(
        command, env=plain(place), cwd=place, capture_output=True, text=True, check=False
    )
    said = re.sub(r"\x1b\[\d*m", "", done.stdout + done.stderr)
    assert re.search(rf"{re.escape(name)}.*enabled.*OK", said, re.DOTALL), said
    assert str(place) in said


@pytest.mark.by_turns
def test_a_lesson_starts_and_is_saved_as_it_came(elsewhere, visit):
    notebooks = elsewhere / "notebooks"
    notebooks.mkdir()
    whole = (ROOT / "notebooks" / LESSON).read_bytes()
    (notebooks / LESSON).write_bytes(whole)
    other = '{"cells": [], "metadata": {"x": 1}, "nbformat": 4, "nbformat_minor": 5}'
    (notebooks / "budget.ipynb").write_text(other, encoding="utf-8")
    with plain_lab(elsewhere, notebooks) as lab:
        found = visit()
        found.open(lab, LESSON)
        page = found.page
        assert page.get_by_role("button", name="Start this lesson").count() == 1
        found.run_lesson()
        assert page.get_by_text("model not found").count() == 0
        assert page.get_by_text("official Jupyter news").count() == 0
        assert page.locator(".cc-progress [data-part=kept]").inner_text() == kept("here")
        page.evaluate("jupyterapp.commands.execute('docmanager:save')")
        page.wait_for_timeout(1500)
        assert (notebooks / LESSON).read_bytes() == whole
        assert found.other_hosts == []
        assert (notebooks / "budget.ipynb").read_text(encoding="utf-8") == other


@pytest.mark.by_turns
def test_notebook_7_shows_the_button_and_f9_starts_a_lesson(editable, visit):
    """In the environment of ``pip install -e .``, and as a hub starts it: that is told."""
    notebooks = editable / "notebooks"
    notebooks.mkdir()
    whole = (ROOT / "notebooks" / LESSON).read_bytes()
    (notebooks / LESSON).write_bytes(whole)
    options = [FOR_TESTS[0], "--JupyterNotebookApp.expose_app_in_browser=True"]
    with plain_lab(editable, notebooks, "notebook", options, JUPYTERHUB_USER="ash") as server:
        found = visit()
        page = found.page
        page.goto(f"http://127.0.0.1:{server.port}/notebooks/{LESSON}?token=course")
        button = page.get_by_role("button", name="Start this lesson")
        button.wait_for(timeout=60_000)
        assert button.count() == 1
        page.locator(".jp-CodeCell").first.wait_for()
        found.run_lesson()
        page.wait_for_function(  # a view is alive before its cell counts as done
            "[...document.querySelectorAll('.jp-InputPrompt')]"
            ".every(each => !each.textContent.includes('*'))"
        )
        assert page.locator(".cc-progress [data-part=kept]").inner_text() == kept("hub")
        page.locator(".cc-progress").scroll_into_view_if_needed()
        page.evaluate("jupyterapp.commands.execute('docmanager:save')")
        page.wait_for_timeout(1500)
        assert (notebooks / LESSON).read_bytes() == whole
        assert found.other_hosts == []


@pytest.mark.by_turns
@pytest.mark.parametrize("environment", ["elsewhere", "editable"])
def test_there_is_a_fresh_copy_of_each_notebook(request, environment):
    share = (
        request.getfixturevalue(environment)
        / "env"
        / "share"
        / "jupyter"
        / "labextensions"
        / "start-lesson"
    )
    fresh = {path.name: path.read_bytes() for path in (share / "fresh").iterdir()}
    assert fresh == {path.name: path.read_bytes() for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert Path(share, "schemas", "start-lesson", "plugin.json").is_file()
