"""The W3C's HTML checker over every page: no error."""

import os
import shutil
import subprocess
from zipfile import ZipFile

import pytest

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.site.build import lesson_notebooks
from tools.web_checks import HTML_CHECKER, WebCheckError, install


@pytest.fixture
def checker():
    if not shutil.which("java"):
        reason = "The HTML checker needs Java (Debian: apt-get install default-jre-headless)."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    try:
        install()
    except WebCheckError as problem:
        pytest.skip(str(problem))

    def errors(*pages):
        command = ["java", "-jar", HTML_CHECKER, "--errors-only", "--format", "gnu", *pages]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stderr.splitlines()

    return errors


@pytest.mark.slow
def test_no_page_has_an_error(checker, site_folder, tmp_path):
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><html lang=en><title>A</title><p><p role=paragraf>", "utf-8")
    pages = sorted(site_folder.rglob("*.html"))
    assert len(pages) > 17
    found = checker(wrong, *pages)
    assert [line for line in found if "wrong.html" not in line] == []
    assert found  # the checker did look


@pytest.mark.slow
def test_no_lesson_in_a_file_by_itself_has_an_error(checker, released, tmp_path):
    """The checker does not know all of the sheets in it: these are checked elsewhere."""
    [given] = released.glob("*-lessons.zip")
    with ZipFile(given) as zipped:
        pages = [zipped.extract(name, tmp_path) for name in zipped.namelist() if "html" in name]
    assert len(pages) == len(lesson_notebooks(NOTEBOOKS))
    assert [line for line in checker(*pages) if "error: CSS:" not in line] == []
