"""Leaving, with real key presses, in Chromium and Firefox: the safety promise of the course."""

import random
import time

import pytest
from hands import hands

from course_lib.frame.lessons_data import NOTEBOOKS
from tools.sample import LONG

pytestmark = [pytest.mark.browser, pytest.mark.by_turns]
LESSONS = sorted(path.stem for path in NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
LAB = ("00_start_her…", "01_the_scien…", "sandbox.ipynb -")
NOTES = ("Notes —", "Notes -")
KEYS = {"Escape": ["Escape"] * 2, "Shift": ["Shift_L"] * 3, "Tab": ["Tab", "Return"]}
#: The keys that leave, the notebook, and what was pressed in it before.
IN_LAB = (
    ("Shift", "00_start_here.ipynb", []),
    ("Escape", "01_the_science_behind_it.ipynb", ["F9"]),
    ("Shift", "sandbox.ipynb", ["Return", "x"]),
)


def leave(window, way):
    if way == "Tab":  # goes on from where a click was, so there is none
        time.sleep(2)  # a title is there before the page has the keys
    else:
        window.click(20, 500)  # the margin: the keys go to the page, no longer to the address ...
        time.sleep(0.5)  # ... as soon as a busy browser has seen the click
    window.press(*KEYS[way])


@pytest.mark.parametrize("kind", ["chromium", "firefox"])
def test_leaving_by_key_and_no_way_back(tmp_path, site_address, kind):
    seed = random.randrange(10**6)
    chosen = random.Random(seed).sample(LESSONS, 5 if LONG else 2)
    with hands(kind, tmp_path / "profile", f"{site_address}{LESSONS[0]}.html") as window:
        window.sees("Lesson 00", 40)
        for turn in range(20 if LONG else 3):
            first, last = chosen[turn % len(chosen)], chosen[(turn + 1) % len(chosen)]
            way = list(KEYS)[turn % len(KEYS)]
            print(f"seed {seed}, turn {turn}, {way}: {first}, {last}")  # noqa: T201  for who has to repeat it
            for name in (first, last):
                window.go(f"{site_address}{name}.html", f"Lesson {name[:2]}")
            leave(window, way)
            window.sees(NOTES)
            window.press("F5")
            window.stays(NOTES)
            for _ in range(3):
                window.back()
                window.sees(NOTES)  # till the page has been read, it is hidden
                window.stays(NOTES)
        window.press("ctrl+t", "ctrl+Tab", pause=300)
        window.sees(NOTES)
        window.press("ctrl+w", pause=300)
        window.press("ctrl+shift+t")
        window.sees(NOTES)
        window.back()
        window.sees(NOTES)
        window.stays(NOTES)


@pytest.mark.parametrize("kind", ["chromium", "firefox"])
def test_leaving_jupyterlab_by_key_asks_nothing_and_has_no_way_back(lab, tmp_path, kind):
    """Before a lesson is started, after it, and with something unsaved in the sandbox."""
    with hands(kind, tmp_path / "profile", lab.url("00_start_here.ipynb")) as window:
        window.sees(LAB, 90)
        for way, name, prepare in IN_LAB if LONG else random.sample(IN_LAB, 1):
            print(f"{way}: {name}")  # noqa: T201  for who has to repeat it
            window.go(lab.url(name), LAB)
            time.sleep(6)  # the title is there before the notebook
            window.focus()
            window.press(*prepare)
            time.sleep(4)
            window.press(*KEYS[way])
            window.sees(NOTES)
            for _ in range(2):
                window.back()
                window.sees(NOTES)
                window.stays(NOTES)
            window.press("F5")
            window.sees(NOTES)
