"""For all unit tests: data that may be broken, and no deadline on a busy machine."""

import os
import shutil

import pytest
from filelock import FileLock
from hypothesis import settings

from course_lib.frame import load, names, phrases, read
from course_lib.site.build import build

settings.register_profile("course", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("course")


def forget():
    """Forget all that was read, so that changed data files are read again."""
    load.forget()
    names.known.cache_clear()
    phrases.every_phrase.cache_clear()


@pytest.fixture
def data_copy(tmp_path, monkeypatch):
    """A copy of the data that may be broken; everything is read from there during the test."""
    folder = tmp_path / "data"
    shutil.copytree(read.data_dir(), folder)
    monkeypatch.setattr(read, "data_dir", lambda: folder)
    forget()
    yield folder
    forget()


@pytest.fixture
def broken_data(data_copy):
    """Break a word of a data file: ``broken_data("jug.toml", old, new)``."""

    def broken(name, old, new):
        text = (data_copy / name).read_text(encoding="utf-8")
        assert old in text
        (data_copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")

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
