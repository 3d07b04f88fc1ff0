"""Every lesson's page in Firefox: alive, each control used once, and left, without an error.

One Firefox for all lessons, driven by WebDriver BiDi: `firefox.mjs`.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from hands import PREFERENCES

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.site.build import lesson_notebooks
from course_lib.site.words_data import words
from tools import web_checks

pytestmark = pytest.mark.browser

PROGRAM = Path(__file__).with_name("firefox.mjs")
#: Nothing but this machine can be reached: any other host is asked of a port that is closed.
ALONE = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
}


def missing(problem):
    """Skip; where all that tests need is promised, fail."""
    if os.environ.get("CI"):
        pytest.fail(problem)
    pytest.skip(problem)


def ready():
    """Return the path of a Firefox, with the packages that drive it in their place."""
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    if path is None:
        missing("No Firefox was found: install one (Debian: apt-get install firefox-esr).")
    try:
        web_checks.install()
    except web_checks.WebCheckError as problem:
        missing(str(problem))
    return path


@pytest.fixture(scope="module")
def visited():
    """Let Firefox visit an address, and return what it met there."""
    path = ready()
    command = [web_checks.node(), PROGRAM, path, json.dumps({**PREFERENCES, **ALONE})]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as firefox:

        def visit(address):
            firefox.stdin.write(f"{address}\n")
            firefox.stdin.flush()
            return json.loads(firefox.stdout.readline())

        yield visit
        firefox.stdin.close()
        firefox.wait(timeout=30)


LESSONS = [path.stem for path in lesson_notebooks(NOTEBOOKS)]


def check(met, name, address):
    """Look at what was met in a lesson; `address` is where one is after leaving it."""
    assert "failed" not in met, met
    cells = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    assert met["activities"] == sum(cell["cell_type"] == "code" for cell in cells)
    assert met["asleep"] == []
    assert met["scrolling"] == []  # Firefox shows a bar for a single pixel
    assert met["controls"] > met["activities"]
    assert met["without"] == []
    plain = {"title": words().notes_title, "address": address, "activities": 0}
    assert met["left"] == [plain, plain]
    assert met["errors"] == []
    assert met["elsewhere"] == []


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_is_alive_and_can_be_left(visited, site_address, name):
    check(visited(f"{site_address}{name}.html"), name, "notes.html")


@pytest.mark.by_turns
@pytest.mark.parametrize("name", [LESSONS[0], LESSONS[-1]])
def test_so_it_is_in_a_file_by_itself(visited, released, tmp_path, name):
    [given] = released.glob("*-lessons.zip")
    with ZipFile(given) as zipped:
        file = zipped.extract(f"{name}.html", tmp_path)
    check(visited(Path(file).as_uri()), name, f"{name}.html")
