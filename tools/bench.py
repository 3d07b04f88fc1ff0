"""The course's figures of merit, as ratios measured in one run on one machine.

``python start.py bench`` prints a table and writes ``build/bench.json``. Speed
is shown here and never asserted in a test.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.bench_kernel import code_of, first_activity, run_cells
from tools.bench_lab import bench_lab, control_times, requests_elsewhere
from tools.bench_pages import Waited, page_figures
from tools.browser import ARGUMENTS, NO_CHROMIUM, ROOT, find_chromium

#: Milliseconds that a page's first activity may take, on a quiet machine made four times slower.
PAGE_LIMIT = 600
LESSONS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


@dataclass(frozen=True)
class Effort:
    """How often things are measured, and in which lessons."""

    visits: int
    warm: int
    presses: int
    starts: int
    lessons: list[Path]


FULL = Effort(visits=3, warm=3, presses=15, starts=7, lessons=LESSONS)
#: The same things once, and one lesson in JupyterLab: a rough look, and a proof that it still runs.
QUICK = Effort(visits=1, warm=0, presses=2, starts=1, lessons=LESSONS[:1])


@dataclass(frozen=True)
class Row:
    """One figure of merit.

    Parameters
    ----------
    what : str
        What was measured.
    ours : float
        Our figure.
    limit : float
        The most that is wanted: an amount, or with ``as_share`` a share of the rival's.
    unit : str, default: ""
        What the figures count.
    rival : float, optional
        What it is compared with.
    rival_name : str, default: ""
        What that is.
    as_share : bool, default: False
        Whether ``limit`` is a share.
    """

    what: str
    ours: float
    limit: float
    unit: str = ""
    rival: float | None = None
    rival_name: str = ""
    as_share: bool = False

    @property
    def ratio(self) -> str:
        """Ours as a share of the rival's."""
        return share(self.ours / self.rival) if self.rival else ""

    @property
    def target(self) -> str:
        """What is wanted, in words."""
        if self.as_share:
            return f"at most {share(self.limit)} of {self.rival_name}"
        wanted = f"at most {self.limit:g} {self.unit}".rstrip()
        return f"{wanted} (rival: {self.rival_name})" if self.rival_name else wanted

    @property
    def reached(self) -> bool:
        """Whether it is so."""
        return self.ours <= self.limit * (self.rival or 0 if self.as_share else 1)


def share(part: float) -> str:
    """Return a ratio as people say it."""
    return f"{part:.3g} x" if part > 1 or not part else f"1/{1 / part:.3g}"


def main(arguments: list[str] | None = None) -> int:
    """Measure, print a table and write JSON."""
    parser = argparse.ArgumentParser(prog="start.py bench", description=__doc__)
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "bench.json")
    parser.add_argument("--quick", action="store_true", help="measure once: a rough look")
    options = parser.parse_args(arguments)
    effort = QUICK if options.quick else FULL
    rows = [*browser_rows(effort), *python_rows(effort)]
    print_table(rows)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    told = [
        {**asdict(row), "ratio": row.ratio, "target": row.target, "reached": row.reached}
        for row in rows
    ]
    options.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    print(f"\nAlso written to {options.json}")
    return 0


def print_table(rows: list[Row]) -> None:
    """Print the rows for a person."""
    print(f"\n{'What':44} {'ours':>11} {'rival':>11} {'ratio':>8}  target")
    for row in rows:
        rival = "" if row.rival is None else f"{row.rival:.1f} {row.unit}"
        print(
            f"{row.what:44} {row.ours:>7.1f} {row.unit:3} {rival:>11} {row.ratio:>8}  "
            f"{row.target}: {'reached' if row.reached else 'MISSED'}"
        )


def browser_rows(effort: Effort) -> list[Row]:
    """Measure what happens in a browser: in JupyterLab, and on each lesson's page."""
    path = find_chromium()
    if path is None:
        print(NO_CHROMIUM)
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        with bench_lab(effort.lessons) as lab:
            print("Measuring: control to changed picture ...")
            times = control_times(lab, browser, effort.presses, effort.warm)
            print("Counting: requests to other hosts ...")
            foreign = requests_elsewhere(lab, browser, effort.lessons)
        print("Measuring: first visit of each lesson's page, CPU four times slower ...")
        pages, empty = page_figures(browser, effort.visits)
        browser.close()
    what, ours = "control to changed picture", times["ours"]
    elsewhere = foreign + sum(page.elsewhere for page in pages)
    return [
        Row(what, ours, 1 / 30, "ms", times["interact"], "interact + a new figure", as_share=True),
        Row(what, ours, 1 / 30, "ms", times["ipympl"], "ipympl", as_share=True),
        *(row for page in pages for row in page_rows(page, empty)),
        Row("requests to other hosts", elsewhere, 0),
    ]


def page_rows(page: Waited, empty: float) -> list[Row]:
    """Return the weight of a page, and how long its first activity is waited for."""
    name = page.name[:27]
    return [
        Row(f"{name}, gzip", page.kilobytes, 100, "kB"),
        Row(f"{name}, works", page.alive, PAGE_LIMIT, "ms", empty, "an almost empty page"),
    ]


def python_rows(effort: Effort) -> list[Row]:
    """Measure Python: the first activity; a lesson's kernel, its memory, running all cells."""
    print("Measuring: import and first activity ...")
    ours, pyplot = first_activity(effort.starts)
    print("Measuring: memory and running all cells of lessons ...")
    bare_time, bare = min(run_cells(["1"]) for _ in range(effort.visits))
    rival = run_cells(["import matplotlib.pyplot as plt, ipywidgets; plt.figure()"])[1]
    found = [
        min(run_cells(code_of(lesson)) for _ in range(effort.visits)) for lesson in effort.lessons
    ]
    seconds = max(each[0] for each in found) - bare_time
    memory = max(each[1] for each in found) - bare
    name = "pyplot + ipywidgets + one figure"
    return [
        Row("import and show the first activity", ours, 1 / 4, "ms", pyplot, name, as_share=True),
        Row(
            "memory that a lesson adds to a kernel",
            memory,
            1 / 4,
            "MB",
            rival - bare,
            name,
            as_share=True,
        ),
        Row("run all cells, beyond a bare kernel", seconds, 0.5, "s"),
    ]


if __name__ == "__main__":
    sys.exit(main())
