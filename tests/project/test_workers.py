"""Several workers: what must stay together does."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.workers import scope_of

ROOT = Path(__file__).resolve().parents[2]
TESTS = "import pytest\n@pytest.mark.parametrize('name', {names})\ndef test(name):\n    pass\n"


@pytest.mark.parametrize(
    ("nodeid", "scope"),
    [
        ("notebooks/09_x.ipynb::Cell 7", "notebooks/09_x.ipynb"),
        ("tests/browser/test_lessons.py::test_a[05_x.ipynb]", "tests/browser/test_lessons.py 05"),
        (
            "tests/browser/test_lessons.py::test_a[05_x.ipynb-dark]",
            "tests/browser/test_lessons.py 05",
        ),
        (
            "tests/browser/test_site_pages.py::test_a[390-05_x.html]",
            "tests/browser/test_site_pages.py 05",
        ),
        ("tests/browser/test_site_pages.py::test_a[help.html]", "tests/browser/test_site_pages.py"),
        (
            "tests/browser/test_handouts_printed.py::test_a[05]",
            "tests/browser/test_handouts_printed.py",
        ),
    ],
)
def test_the_scope_is_the_file_or_its_lesson(nodeid, scope):
    assert scope_of(nodeid) == scope


@pytest.mark.slow
def test_real_workers_share_out_files_and_lessons_and_never_tear_one_apart(tmp_path):
    shutil.copy(ROOT / "conftest.py", tmp_path)
    lessons = [f"{lesson:02}_{part}" for part in "abc" for lesson in range(6)]
    for name, names in {"test_lessons": lessons, "test_a": range(9), "test_b": range(9)}.items():
        (tmp_path / f"{name}.py").write_text(TESTS.format(names=list(names)), encoding="utf-8")
    options = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-v"]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            *options,
            "-p",
            "no:cacheprovider",
            "--rootdir",
            tmp_path,
            tmp_path,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    ran = re.findall(r"^\[(gw\d)\].* PASSED \S*?(test_\w+\.py::\S+)", done.stdout, re.MULTILINE)
    assert len(ran) == len(lessons) + 18, done.stdout + done.stderr
    workers = {}
    for worker, nodeid in ran:
        workers.setdefault(scope_of(nodeid), set()).add(worker)
    assert len(workers) == 6 + 2
    assert all(len(each) == 1 for each in workers.values())
    assert set.union(*workers.values()) == {"gw0", "gw1"}
