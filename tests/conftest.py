"""For all unit tests: data that may be broken, and no deadline on a busy machine."""

import os
import shutil
import sys

import pytest
from filelock import FileLock
from hypothesis import settings

from course_lib.frame.load import data_dir
from course_lib.site.build import build

settings.register_profile("course", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("course")


@pytest.fixture
def broken_data(tmp_path, monkeypatch):
    """Break a word of a data file, in a copy: ``broken_data("jug.toml", old, new)``."""

    def broken(name, old, new):
        folder = tmp_path / "data"
        shutil.copytree(data_dir(), folder)
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        for module in list(sys.modules.values()):
            if module.__name__.startswith("course_lib.") and hasattr(module, "data_dir"):
                monkeypatch.setattr(module, "data_dir", lambda: folder)

    return broken


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """The pages of the whole course, below a folder as on a school's web server.

    They are built once in a run, by whichever worker needs them first, and only read.
    """
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    made = shared / "server" / "courses" / "notes"
    done = shared / "site-is-built"
    with FileLock(shared / "site.lock"):
        if not done.exists():
            build(made, tell=lambda _: None)
            done.touch()
    return made
