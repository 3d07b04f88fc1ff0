"""``python -m tools.test``: run every check, several at a time, and say which failed.

``--fast`` leaves out what needs a browser or a notebook's kernel, and what is marked slow;
``--long`` runs in full what otherwise is a sample: all pages, and all repetitions. Every other
option goes to pytest.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tools import sample
from tools.browser import NO_CHROMIUM, find_chromium

ROOT = Path(__file__).resolve().parents[1]
CHECKS = {
    "Rules of style (ruff check)": ["ruff", "check"],
    "Layout of the code (ruff format)": ["ruff", "format", "--check"],
    "Types (mypy)": ["mypy"],
    "Rooms and their order (import-linter)": ["tools.imports"],
    "Declared packages (deptry)": ["deptry", "."],
    "JavaScript and CSS": ["tools.web_checks"],
    "Data (python -m tools.check)": ["tools.check"],
    "Reading and words (python -m tools.reading)": ["tools.reading"],
}
#: What it says is a report, told also when all is well.
REPORT = ["tools.reading"]
MOST_WORKERS = 4
#: Real keys, whose pace counts: after all other tests.
HANDS = "tests/browser/test_leaving.py"
#: A sample of them: the pages' beside JupyterLab's.
BESIDE = ("-n", "2", "--dist", "load")


class Outcome(NamedTuple):
    """How one check ended."""

    title: str
    code: int
    seconds: float
    said: str


def main(arguments: list[str] | None = None) -> int:
    """Run the checks beside each other, then pytest, and return 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="tools.test", description="Run every check.")
    parser.add_argument("--fast", action="store_true", help="without browsers and notebooks")
    parser.add_argument("--long", action="store_true", help="all pages and repetitions")
    options, extra = parser.parse_known_args(arguments)
    if options.long:
        os.environ["COURSE_LONG"] = "1"
        os.environ.pop(sample.SEED, None)  # one that was set by hand leaves nothing out, either
    elif not options.fast:
        os.environ.setdefault(sample.SEED, datetime.now().astimezone().date().isoformat())
    failed = [outcome.title for outcome in run_beside(CHECKS) if outcome.code]
    runs = {"Tests (pytest)": [*pytest_options(fast=options.fast), *extra]}
    if not options.fast and not extra:
        runs["Tests (pytest)"].append(f"--ignore={HANDS}")
        runs["Real key presses (pytest)"] = ["-q", *(() if options.long else BESIDE), HANDS]
    for title, arguments_of_run in runs.items():
        print(f"\n== {title}", flush=True)
        begun = time.monotonic()
        if subprocess.call([*module("pytest"), *arguments_of_run], cwd=ROOT):
            failed.append(title)
        print(f"   {time.monotonic() - begun:.0f} s")
    if options.fast:
        print("Not run, because of --fast: browsers, the lessons as notebooks, tests marked slow.")
    elif find_chromium() is None:
        print(f"The tests in a browser were not run. {NO_CHROMIUM}")
    elif seed := os.environ.get(sample.SEED):
        print(f"In a browser, each file tried one page, drawn by {sample.SEED}={seed}.")
        print("All of them: python3 start.py test --long")
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything passed.")
    return 1 if failed else 0


def run_beside(checks: dict[str, list[str]]) -> list[Outcome]:
    """Run independent checks at the same time; print each when it ends, in their order."""
    wanted = {title: command for title, command in checks.items() if exists(command[0])}
    with ThreadPoolExecutor(workers()) as pool:
        outcomes = []
        for outcome in pool.map(run_one, wanted, wanted.values()):
            outcomes.append(outcome)
            print(f"== {outcome.title}: {'FAILED' if outcome.code else 'passed'}", end="")
            print(f", {outcome.seconds:.1f} s", flush=True)
            if outcome.code or wanted[outcome.title] == REPORT:
                print(outcome.said)
    return outcomes


def run_one(title: str, command: list[str]) -> Outcome:
    """Run one check and keep what it says."""
    begun = time.monotonic()
    done = subprocess.run(
        [*module(command[0]), *command[1:]],
        cwd=ROOT,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said = done.stdout.decode(errors="replace").strip()
    return Outcome(title, done.returncode, time.monotonic() - begun, said)


def pytest_options(*, fast: bool) -> list[str]:
    """Return how pytest is run: several workers, dealt out by `tools.workers`."""
    options = ["-n", str(workers()), "--dist", "loadfile", "--no-loadscope-reorder"]
    options += ["-q", "--durations=10"]
    return [*options, "tests", "-m", "not browser and not slow"] if fast else options


def workers() -> int:
    """Return how many things may run at once: one for each core, to a limit."""
    return max(2, min(os.cpu_count() or 2, MOST_WORKERS))


def module(name: str) -> list[str]:
    """Return how a module is started, with this Python whatever the scripts in PATH are."""
    return [sys.executable, "-m", name]


def exists(name: str) -> bool:
    """Return whether a module is there."""
    return importlib.util.find_spec(name) is not None


if __name__ == "__main__":
    sys.exit(main())
