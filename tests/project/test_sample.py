"""The sample of pages: one in each file, all in turn, and nothing else is ever left out."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tools.sample import ALL_PAGES, SEED, SIZE, left_out

LESSONS = [f"{number:02}_any.html" for number in range(13)]


class Collected:
    """A test as pytest has collected it."""

    def __init__(self, test, *markers, file="test_x.py", **params):
        self.nodeid = f"tests/{file}::{test}[{params}]"
        self.path = Path("tests", file)
        self.markers = markers
        if params:
            self.callspec = SimpleNamespace(params=params)

    def get_closest_marker(self, name):
        return name in self.markers


def pages(items, out):
    return {item.callspec.params["name"] for item in items if item not in out}


def cases(test="a", names=LESSONS, browser=True):
    markers = ["browser"] if browser else []
    return [
        Collected(test, *markers, name=name, dark=dark) for name in names for dark in (True, False)
    ]


def test_a_few_pages_are_run_with_everything_else_that_changes():
    items = cases()
    out = left_out(items, "1")
    assert len(pages(items, out)) == SIZE
    assert len(items) - len(out) == 2 * SIZE


def test_tests_of_one_file_draw_the_same_pages():
    a, b = cases("a"), cases("b")
    out = left_out([*a, *b], "1")
    assert pages(a, out) == pages(b, out)


def test_every_page_has_its_turn():
    items = cases()
    seen = set().union(
        *(pages(items, left_out(items, f"2026-12-{day:02}")) for day in range(1, 15))
    )
    assert seen == set(LESSONS)


@pytest.mark.parametrize(
    "items",
    [
        cases(browser=False),
        cases(names=LESSONS[: ALL_PAGES - 1]),
        [Collected("a", "browser")],
        [Collected("a", "browser", name=f"key {letter}") for letter in "abcdefghijklmnop"],
    ],
    ids=["no browser", "no list of all pages", "no argument", "no pages"],
)
def test_nothing_else_is_left_out(items):
    assert left_out(items, "1") == set()


def test_of_tests_by_turns_a_few_are_run_in_each_file_and_all_in_turn():
    def by_turns(file):
        return [Collected(name, "browser", "by_turns", file=file) for name in "abcd"]

    one, other = by_turns("test_x.py"), by_turns("test_y.py")
    days = [left_out([*one, *other], f"2026-12-{day:02}") for day in range(1, 8)]
    for each in (one, other):
        assert {len(set(each) - out) for out in days} == {SIZE}
        assert set.union(*(set(each) - out for out in days)) == set(each)


def test_without_a_seed_all_are_run(monkeypatch):
    monkeypatch.delenv(SEED, raising=False)
    assert left_out(cases()) == set()
