"""How many wrong changes do the tests notice? Draw some at random and see.

``python -m tools.mutate`` changes the pure modules, one change at a time, in a copy of the
repository that is thrown away afterwards, and runs the changed module's own unit test
(``tests/ROOM/test_MODULE.py``). What it does not notice is listed: write the missing
test, or find out why nobody can see it.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tools.mutations import Change, changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
#: The modules that only compute: no picture is drawn there and no page is built.
PURE = (
    "*/*_model.py",
    "*/*_words.py",
    "frame/tables.py",
    "frame/phrases.py",
    "evidence/marks.py",
)
#: Tests that open a browser, run whole notebooks or build pages take too long for this.
SLOW_ROOMS = {"browser", "notebooks", "site", "project"}
WORKERS = 2
SECONDS = 60
#: How pytest says that tests failed, or that they or their conftest could not be read: the tests
#: passed before the change (see `Bench.check`), so the change did it.
_FAILED = (1, 2, 4)


@dataclass(frozen=True)
class Result:
    """A change and what became of it: "killed", "survived" or "timeout"."""

    change: Change
    outcome: str


def modules(name: str = "") -> list[Path]:
    """Return the pure modules, or only those with this name."""
    found = sorted(path for shape in PURE for path in (ROOT / "course_lib").glob(shape))
    found = [path for path in found if name in ("", path.stem)]
    if not found:
        raise SystemExit(f"There is no pure module called {name!r}.")
    return found


def own_tests(module: Path) -> list[str]:
    """Return a module's own test, or if it has none, the unit tests that import it."""
    dotted = ".".join(module.relative_to(ROOT).with_suffix("").parts)
    found = [
        path
        for path in sorted((ROOT / "tests").glob("*/test_*.py"))
        if path.parent.name not in SLOW_ROOMS and dotted in _imported(path)
    ]
    own = [path for path in found if path.name == f"test_{module.stem}.py"]
    return [str(path.relative_to(ROOT)) for path in own or found]


@cache
def _imported(path: Path) -> frozenset[str]:
    """Return the dotted names that a test imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return frozenset(names)


def draw(count: int, seed: int, name: str = "") -> list[Change]:
    """Return some changes, drawn at random: first a module by its length, then a change in it."""
    chance = random.Random(seed)
    every = {path: changes(path) for path in modules(name)}
    lengths = [len({change.line for change in every[path]}) for path in every]
    drawn: list[Change] = []
    while len(drawn) < count and any(every.values()):
        (left,) = chance.choices(list(every.values()), lengths)
        if left:
            drawn.append(left.pop(chance.randrange(len(left))))
    return drawn


class Bench:
    """Copies of the repository, one for each worker, in which changes are tried."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._free: SimpleQueue[Path] = SimpleQueue()
        for folder in folders:
            shutil.copytree(ROOT, folder, ignore=_not_copied)
            self._free.put(folder)

    def check(self, tests: Sequence[str]) -> None:
        """Stop if the tests fail without any change, or if there are none."""
        with self._folder() as folder:
            outcome = _run(folder, tests) if tests else "missing"
        if outcome != "survived":
            raise SystemExit(f"These tests must pass before anything is changed: {outcome} {tests}")

    def attempt(self, change: Change) -> Result:
        """Make a change in a copy, run the tests and undo it."""
        place = change.path.relative_to(ROOT)
        with self._folder() as folder:
            (folder / place).write_text(change.source(), encoding="utf-8")
            try:
                return Result(change, _run(folder, own_tests(change.path)))
            finally:
                shutil.copy2(change.path, folder / place)

    @contextmanager
    def _folder(self) -> Iterator[Path]:
        folder = self._free.get()
        try:
            yield folder
        finally:
            self._free.put(folder)


def _not_copied(_: str, names: list[str]) -> list[str]:
    return [n for n in names if n.startswith(".") or n in {"build", "docs", "__pycache__"}]


def _run(folder: Path, tests: Sequence[str]) -> str:
    """Run tests in a copy and say what became of the change in it."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    # A changed module must never be read from a compiled file of before.
    own = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    try:
        done = subprocess.run(
            [*command, "-o", "addopts=", *tests],
            cwd=folder,
            env={**os.environ, **own, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "timeout"
    if done.returncode not in (0, *_FAILED):
        raise SystemExit(done.stdout.decode() + done.stderr.decode())
    return "killed" if done.returncode else "survived"


def attempt_all(drawn: Sequence[Change]) -> Iterator[Result]:
    """Try every change and yield what became of it; the work tree stays as it is."""
    with TemporaryDirectory(prefix="course-mutate-") as place, ThreadPoolExecutor(WORKERS) as pool:
        bench = Bench(Path(place) / str(number) for number in range(WORKERS))
        list(pool.map(bench.check, dict.fromkeys(tuple(own_tests(c.path)) for c in drawn)))
        yield from pool.map(bench.attempt, drawn)


def noticed(results: Sequence[Result]) -> float:
    """Return the share of changes that the tests noticed; one that never ends is noticed."""
    return sum(result.outcome != "survived" for result in results) / len(results)


def main() -> None:
    """Draw changes, try them and print what survived."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    parser.add_argument("--changes", type=int, default=100, help="how many (100)")
    parser.add_argument("--seed", type=int, default=None, help="for the same draw again")
    parser.add_argument("--module", default="", help="only this one, such as regions_model")
    chosen = parser.parse_args()
    seed = random.SystemRandom().randrange(10_000) if chosen.seed is None else chosen.seed
    began = time.monotonic()
    results = []
    for result in attempt_all(draw(chosen.changes, seed, chosen.module)):
        results.append(result)
        if result.outcome != "killed":
            change = result.change
            print(f"{result.outcome}: {change.path.relative_to(ROOT)}:{change.line}")
            print(f"    {change.before}\n    {change.after}", flush=True)
    counts = {o: sum(r.outcome == o for r in results) for o in ("killed", "timeout", "survived")}
    print(
        f"Seed {seed}: of {len(results)} changes {counts['killed']} killed, "
        f"{counts['timeout']} timeouts, {counts['survived']} survived: "
        f"{noticed(results):.0%} noticed, in {time.monotonic() - began:.0f} s."
    )


if __name__ == "__main__":
    main()
