"""The course's figures of merit, as ratios measured in one run on one machine.

``python start.py bench`` prints a table and writes ``build/bench.json``. Speed
is shown here and never asserted in a test.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import nbformat
from jupyter_client.manager import start_new_kernel
from playwright.sync_api import sync_playwright

from tools.bench_pages import page_figures
from tools.browser import ARGUMENTS, NO_CHROMIUM, ROOT, Visit, find_chromium, running_lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LESSONS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
PRESSES = 15

OURS = """
from course_lib import HormoneTimeline

HormoneTimeline(stop="before")
"""
_CURVES = """
import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import IntSlider, interact

xs = np.linspace(0, 6, 200)
"""
INTERACT = (
    _CURVES
    + """
def draw(stop):
    figure, axes = plt.subplots(figsize=(7, 4))
    for shift in range(4):
        axes.plot(xs, np.exp(-((xs - shift) ** 2)))
    axes.axvline(stop)
    plt.show()

interact(draw, stop=IntSlider(0, 0, 30));
"""
)
IPYMPL = (
    "%matplotlib widget\n"
    + _CURVES
    + """
figure, axes = plt.subplots(figsize=(7, 4))
for shift in range(4):
    axes.plot(xs, np.exp(-((xs - shift) ** 2)))
cursor = axes.axvline(0)
slider = IntSlider(0, 0, 30)

def move(change):
    cursor.set_xdata([change.new, change.new])
    figure.canvas.draw_idle()

slider.observe(move, names="value")
display(slider)
"""
)
# The clock runs in the page, from the key press to the changed picture.
CLOCK = """
() => {
  window.bench = { times: [], pressed: null };
  const done = () => {
    if (bench.pressed === null) return;
    bench.times.push(performance.now() - bench.pressed);
    bench.pressed = null;
  };
  document.addEventListener("keydown", () => { bench.pressed = performance.now(); }, true);
  const drawImage = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (...all) {
    const drawn = drawImage.apply(this, all);
    done();
    return drawn;
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.target.closest?.("svg [data-part]")) { done(); return; }
      for (const node of change.addedNodes) {
        const image = node.querySelector?.("img") ?? (node.tagName === "IMG" ? node : null);
        if (image) image.decode().then(done);
      }
    }
  }).observe(document.querySelector(".jp-Notebook"),
             { subtree: true, childList: true, attributes: true });
}
"""


@dataclass(frozen=True)
class Row:
    """One figure of merit."""

    what: str
    ours: float
    rival: float | None
    rival_name: str
    unit: str
    target: str
    reached: bool

    @property
    def ratio(self) -> str:
        """Ours as a share of the rival's."""
        if not self.rival:
            return ""
        more = self.ours / self.rival
        return f"{more:.1f} x" if more > 1 else f"1/{1 / more:.1f}"


def main(arguments: list[str] | None = None) -> int:
    """Measure, print a table and write JSON."""
    parser = argparse.ArgumentParser(prog="start.py bench", description=__doc__)
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "bench.json")
    parser.add_argument("--quick", action="store_true", help="few repetitions: a rough look")
    options = parser.parse_args(arguments)
    visits, presses = (1, 3) if options.quick else (3, PRESSES)
    rows = [*browser_rows(visits, presses), *start_rows(), *kernel_rows(visits)]
    print_table(rows)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(
        json.dumps([{**asdict(row), "ratio": row.ratio} for row in rows], indent=1),
        encoding="utf-8",
    )
    print(f"\nAlso written to {options.json}")
    return 0


def print_table(rows: list[Row]) -> None:
    """Print the rows for a person."""
    print(f"\n{'What':44} {'ours':>11} {'rival':>11} {'ratio':>8}  target")
    for row in rows:
        rival = "" if row.rival is None else f"{row.rival:.1f} {row.unit}"
        mark = "met" if row.reached else "MISSED"
        print(
            f"{row.what:44} {row.ours:>7.1f} {row.unit:3} {rival:>11} {row.ratio:>8}  "
            f"{row.target}: {mark}" + (f" (rival: {row.rival_name})" if row.rival_name else "")
        )


def browser_rows(visits: int, presses: int) -> list[Row]:
    """Measure control to picture, and requests to other hosts, in JupyterLab."""
    path = find_chromium()
    if path is None:
        print(NO_CHROMIUM)
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        print("Measuring: control to changed picture ...")
        ours, interact, ipympl = control_times(browser, presses)
        print("Counting: requests to other hosts ...")
        foreign = requests_elsewhere(browser)
        print("Measuring: first visit of each page, CPU four times slower ...")
        pages, empty, foreign_pages = page_figures(browser, visits)
        browser.close()
    what = "control to changed picture"
    elsewhere = foreign + foreign_pages
    return [
        Row(what, ours, interact, "interact + new figure", "ms", "1/30", ours * 30 <= interact),
        Row(what, ours, ipympl, "ipympl", "ms", "1/30", ours * 30 <= ipympl),
        *page_rows(pages, empty),
        Row("requests to other hosts", elsewhere, None, "", "", "0", elsewhere == 0),
    ]


def page_rows(pages: dict[str, tuple[float, float]], empty: float) -> list[Row]:
    """Return the weight of each page, and how long its first activity is waited for."""
    rows = []
    for name, (kilobytes, alive) in pages.items():
        page = name.removesuffix(".html")[:24]
        weighs, light = f"{page}, gzip", kilobytes <= 100
        rows.append(Row(weighs, kilobytes, None, "", "kB", "at most 100", light))
        works = f"{page}, works, CPU / 4"
        rows.append(Row(works, alive, empty, "almost empty page", "ms", "under 600", alive < 600))
    return rows


def control_times(browser: Browser, presses: int) -> list[float]:
    """Return the median milliseconds from key press to picture, for ours and two rivals."""
    handles = {"ours": ".cc input[type=range]", "rival": ".noUi-handle"}
    medians = []
    with TemporaryDirectory() as scratch:
        for number, source in enumerate((OURS, INTERACT, IPYMPL)):
            cell = nbformat.v4.new_code_cell(source.strip(), id="a")
            notebook = nbformat.v4.new_notebook(cells=[cell])
            notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
            nbformat.write(notebook, Path(scratch) / f"0{number}_bench.ipynb")
        with running_lab(Path(scratch)) as lab:
            for number in range(3):
                context = browser.new_context(viewport={"width": 1280, "height": 1000})
                visit = Visit(context.new_page())
                visit.open(lab, f"0{number}_bench.ipynb")
                visit.page.keyboard.press("F9")
                handle = handles["ours" if number == 0 else "rival"]
                medians.append(median_press(visit.page, handle, presses))
                context.close()
    return medians


def median_press(page: Page, handle: str, presses: int) -> float:
    """Press an arrow key, again and again, and return the median time to the picture."""
    slider = page.locator(handle).first
    slider.wait_for(timeout=60_000)
    page.wait_for_timeout(3000)
    page.evaluate(CLOCK)
    slider.focus()
    keys = ["ArrowRight", "ArrowLeft"]
    for press in range(presses + 3):
        page.keyboard.press(keys[press % 2])
        page.wait_for_function("n => bench.times.length > n", arg=press, timeout=10_000)
        page.wait_for_timeout(250)
    return statistics.median(page.evaluate("bench.times")[3:])


def requests_elsewhere(browser: Browser) -> int:
    """Open and run every lesson and count requests to any other host."""
    count = 0
    with running_lab() as lab:
        for lesson in LESSONS:
            context = browser.new_context()
            visit = Visit(context.new_page())
            visit.open(lab, lesson.name)
            visit.run_lesson()
            count += len(visit.other_hosts)
            context.close()
    return count


def start_rows() -> list[Row]:
    """Measure importing the library and showing the first activity."""
    print("Measuring: import and first picture ...")
    ours = in_new_process("import course_lib; course_lib.HormoneTimeline()._repr_mimebundle_()")
    rival = in_new_process(
        "import io, ipywidgets, matplotlib; matplotlib.use('agg'); "
        "import matplotlib.pyplot as plt; "
        "figure, axes = plt.subplots(); axes.plot([0, 1], [0, 1]); figure.savefig(io.BytesIO())"
    )
    name = "pyplot + ipywidgets + one figure"
    what = "import and show the first activity"
    return [Row(what, ours, rival, name, "ms", "1/4", ours * 4 <= rival)]


def in_new_process(code: str) -> float:
    """Return the median milliseconds that code takes where a kernel is already loaded."""
    program = (
        "import time, ipykernel.zmqshell, ipykernel.kernelapp\n"
        f"start = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    )
    found = [
        float(subprocess.check_output([sys.executable, "-c", program], cwd=ROOT).split()[-1])
        for _ in range(6)
    ]
    return 1000 * statistics.median(found[1:])


def kernel_rows(runs: int) -> list[Row]:
    """Measure a lesson's kernel: memory, and running all cells."""
    print("Measuring: memory and run-all of each lesson ...")
    bare_time, bare = min(run_cells(["1"]) for _ in range(runs))
    pyplot = run_cells(["import matplotlib.pyplot as plt, ipywidgets; plt.figure()"])[1]
    found = [min(run_cells(code_of(lesson)) for _ in range(runs)) for lesson in LESSONS]
    seconds = max(each[0] for each in found) - bare_time
    memory = max(each[1] for each in found)
    return [
        Row("memory of a lesson's kernel", memory, pyplot, "a kernel with pyplot", "MB", "60 %",
            memory <= 0.6 * pyplot),
        Row("memory a lesson adds to a bare kernel", memory - bare, pyplot - bare, "pyplot", "MB",
            "60 %", memory - bare <= 0.6 * (pyplot - bare)),
        Row("run all cells, beyond a bare kernel", seconds, None, "", "s", "at most 2.5 s",
            seconds <= 2.5),
    ]  # fmt: skip


def code_of(lesson: Path) -> list[str]:
    """Return the code cells of a lesson."""
    cells = nbformat.read(lesson, as_version=4).cells
    return [cell.source for cell in cells if cell.cell_type == "code"]


def run_cells(cells: list[str]) -> tuple[float, float]:
    """Run cells in a new kernel; return the seconds it took and the megabytes it holds."""
    begun = time.perf_counter()
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        for cell in cells:
            client.execute_interactive(cell, output_hook=lambda _: None, timeout=120)
        seconds = time.perf_counter() - begun
        held: list[float] = []
        client.execute_interactive(
            "import psutil; print(psutil.Process().memory_info().rss / 1e6)",
            output_hook=lambda message: (
                held.append(float(message["content"]["text"]))
                if message["msg_type"] == "stream"
                else None
            ),
            timeout=30,
        )
        return seconds, held[0]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    sys.exit(main())
