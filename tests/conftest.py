"""For all unit tests: data that may be broken, and no deadline on a busy machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from course_lib.frame import load, names, phrases, read
from course_lib.site.build import build
from tools.release import release

settings.register_profile("course", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("course")


def forget():
    """Forget all that was read, so that changed data files are read again."""
    load.forget()
    names.known.cache_clear()
    phrases.forget()


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


def made_once(tmp_path_factory, name, make):
    """Return a folder that is filled once in a run, by whichever worker needs it first."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    done = shared / f"{name}-is-made"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            (shared / name).mkdir()
            make(shared / name)
            done.touch()
    return shared / name


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """The pages of the whole course, below a folder as on a school's web server; only read."""
    below = "courses/notes"
    return made_once(tmp_path_factory, "server", lambda folder: build(folder / below)) / below


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    """What is given to others, as `tools.release` makes it; only read."""
    return made_once(tmp_path_factory, "released", release)


@pytest.fixture(scope="session")
def marked_folder(tmp_path_factory):
    """All that is made of data in which HTML stands at the end of each text; only read."""
    program = Path(__file__).with_name("marked.py")

    def make(folder):
        subprocess.run([sys.executable, program, folder], check=True)

    return made_once(tmp_path_factory, "marked", make)
