"""The course's phrases read straight from the file, for sentences put together by a test."""

import tomllib
from functools import cache

from course_lib.frame.read import data_dir


@cache
def _words():
    return tomllib.loads((data_dir() / "words.toml").read_text(encoding="utf-8"))


def said(key, /, **gaps):
    """Return a phrase such as "regions.rising", its gaps filled in by the test."""
    found = _words()
    for name in key.split("."):
        found = found[name]
    return found.format(**gaps)


def below(part):
    """Return the names of all phrases of one part."""
    return set(_words()[part])
