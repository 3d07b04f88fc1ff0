"""For all unit tests: data that may be broken, and no deadline on a busy machine."""

import os
import shutil
import sys

import pytest
from hypothesis import settings

from course_lib.frame.load import data_dir

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
