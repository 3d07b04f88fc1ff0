"""What a class waits for when all press start at once, and what it takes: ``load.py 1 5 10``.

Run it as root with the hub's own Python, on the hub's machine and on nothing else. It makes
accounts of its own, and removes them. Beside the course's first lesson it runs a notebook with as
many figures made in the usual way, with pyplot and interact.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from pwd import getpwnam
from threading import Barrier

import accounts
from ahead import HUB, Hub
from learner import Learner

PREFIX = "load"
MOST = 30
LESSON = Path(sys.prefix).parent / "notebooks" / "01_the_science_behind_it.ipynb"
#: The first figure that moves; what stands before it in the lesson runs before it.
FIRST_FIGURE = "figure-timeline"
HEAD = (
    "| learners | notebook | server: median, worst (s) | first figure: median, worst (s) "
    "| MB each | errors |\n|---|---|---|---|---|---|"
)
PYPLOT = """import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import interact

@interact(peak=(0.0, 2.0))
def draw(peak=1.0):
    x = np.linspace(0, 10, 200)
    for each in range(4):
        plt.plot(x, peak * np.exp(-((x - each) ** 2)))
    plt.show()
"""


@dataclass
class Told:
    """What one learner saw: seconds to the server and to the first figure that moves."""

    server: float = 0.0
    figure: float = 0.0
    error: str = ""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print a table, and return 1 if any learner met an error."""
    parser = argparse.ArgumentParser(description="Load a hub on this machine, and measure.")
    parser.add_argument("learners", type=int, nargs="+", help=f"how many at once, up to {MOST}")
    parser.add_argument("--port", type=int, default=8000, help="the hub's outer port (8000)")
    parser.add_argument("--inner", default=HUB, help=f"the hub's inner address ({HUB})")
    options = parser.parse_args(arguments)
    if max(options.learners) > MOST:
        parser.error(f"not more than {MOST}")
    hub, errors = Hub(options.inner), 0
    passwords = accounts.add(PREFIX, max(options.learners))
    try:
        print(HEAD, flush=True)
        for many in options.learners:
            for notebook, cells in (("course", lesson()), ("pyplot", [[PYPLOT], [PYPLOT] * 2])):
                learners = [
                    Learner(f"http://127.0.0.1:{options.port}", name, password)
                    for name, password in list(passwords.items())[:many]
                ]
                told = press_start(learners, cells)
                held = statistics.mean(megabytes(each.name) for each in learners)
                row(many, notebook, told, held)
                errors += sum(bool(each.error) for each in told)
                for each in learners:
                    hub.stop(each.name)
    finally:
        for name in passwords:
            hub.ask("DELETE", f"users/{name}")
        accounts.remove(PREFIX)
    return int(bool(errors))


def lesson() -> list[list[str]]:
    """Return the cells of the lesson up to the first figure that moves, and those after it."""
    cells = [
        (cell["id"], "".join(cell["source"]))
        for cell in json.loads(LESSON.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    first = 1 + [name for name, _ in cells].index(FIRST_FIGURE)
    code = [source for _, source in cells]
    return [code[:first], code[first:]]


def press_start(learners: list[Learner], cells: list[list[str]]) -> list[Told]:
    """Let all sign in, then press start at the same moment; return what each saw."""
    together = Barrier(len(learners))
    with ThreadPoolExecutor(len(learners)) as pool:
        return list(pool.map(lambda learner: one(learner, cells, together), learners))


def one(learner: Learner, cells: list[list[str]], together: Barrier) -> Told:
    """Be one learner."""
    told = Told()
    try:
        learner.sign_in()
        together.wait()
        begun = time.monotonic()
        learner.start_server()
        told.server = time.monotonic() - begun
        kernel = learner.start_kernel(f"course/{LESSON.name}")
        learner.run(kernel, cells[0])
        told.figure = time.monotonic() - begun
        learner.run(kernel, cells[1])
    except Exception as error:  # whatever it is, it is what the learner met
        told.error = f"{type(error).__name__}: {error}"
        together.abort()
        print(f"{learner.name}: {told.error}", file=sys.stderr)
    return told


def megabytes(name: str) -> float:
    """Return the memory of a user's processes; what several share is counted in parts (PSS)."""
    held = 0
    for process in accounts.processes(getpwnam(name).pw_uid):
        with suppress(FileNotFoundError, ProcessLookupError):  # it ended meanwhile
            lines = (process / "smaps_rollup").read_text(encoding="ascii").splitlines()
            held += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return held / 1000


def row(many: int, notebook: str, told: list[Told], held: float) -> None:
    """Print one line of the table."""
    fine = [each for each in told if not each.error]
    server, figure = ([getattr(each, of) for each in fine] for of in ("server", "figure"))
    times = [
        f"{statistics.median(each):.1f}, {max(each):.1f}" if each else "–"
        for each in (server, figure)
    ]
    print(f"| {many} | {notebook} | {' | '.join(times)} | {held:.0f} | {len(told) - len(fine)} |",
          flush=True)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
