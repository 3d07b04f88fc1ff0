"""A test in a browser that stands once for each page runs on one of them, drawn by a seed.

So it is with tests marked ``by_turns``: long ones of a like kind, of which one runs each day.
A person who waits for the answer gets it in minutes, and as the seed is the day, every page has
its turn within two weeks; each file draws for itself, so that a day sees many of them.
``start.py test --long``, which continuous integration runs, and ``pytest`` called by hand take all.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from datetime import date
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

#: Where the seed stands; without it nothing is left out.
SEED = "COURSE_SAMPLE"
#: Whether all repetitions are run, too, and what takes minutes.
LONG = os.environ.get("COURSE_LONG") == "1"
#: How many pages, packs or computers a test is run on.
SIZE = 1
#: Fewer than these many are no list of all pages, and none is left out.
ALL_PAGES = 10
PAGE = re.compile(r"(\d\d)(?:_\w+)?(?:\.\w+)?|(\w+)\.html")


def drawn(names: Iterable[str], place: str, seed: str | None = None) -> list[str]:
    """Return the pages that are tried today in a place: without a seed, all."""
    seed = seed or os.environ.get(SEED)
    every = sorted(set(names))
    if not seed:
        return every
    Random(place).shuffle(every)
    first = _days(seed) * SIZE
    return sorted(every[(first + each) % len(every)] for each in range(SIZE))


def _days(seed: str) -> int:
    """Return which day a date is; for another seed, any number that follows from it."""
    try:
        return date.fromisoformat(seed).toordinal()
    except ValueError:
        return Random(seed).randrange(10_000)


def left_out(items: Iterable[pytest.Item], seed: str | None = None) -> set[pytest.Item]:
    """Return the tests that are not run today: those of pages, and by turns, outside the sample.

    The tests of one file draw the same pages, as those of one page share a visit.
    """
    seed = seed or os.environ.get(SEED)
    if not seed:
        return set()
    cases: dict[tuple[str, str, str], dict[pytest.Item, str]] = defaultdict(dict)
    for item in items:
        if item.get_closest_marker("browser") and hasattr(item, "callspec"):
            for name, value in item.callspec.params.items():
                if isinstance(value, str) and (page := PAGE.fullmatch(value)):
                    test = item.nodeid.partition("[")[0]
                    cases[str(item.path), test, name][item] = page[1] or page[2]
    out = _out_of_turn(items, seed)
    for (path, _, _), pages in cases.items():
        names = sorted(set(pages.values()))
        if len(names) >= ALL_PAGES:
            today = drawn(names, path.rpartition("/")[2], seed)
            out.update(item for item, page in pages.items() if page not in today)
    return out


def _out_of_turn(items: Iterable[pytest.Item], seed: str) -> set[pytest.Item]:
    turns: dict[str, dict[str, pytest.Item]] = defaultdict(dict)
    for item in items:
        if item.get_closest_marker("by_turns"):
            turns[str(item.path)][item.nodeid.partition("::")[2]] = item
    return {
        item
        for path, tests in turns.items()
        for name, item in tests.items()
        if name not in drawn(tests, path.rpartition("/")[2], seed)
    }
