"""What a learner waits for in JupyterLab: a control, until the picture has changed."""

from __future__ import annotations

import shutil
import statistics
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import nbformat

from tools.browser import Lab, Visit, running_lab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

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
#: What is measured, with the part that takes the keys.
CONTROLS = {
    "ours": (OURS, ".cc input[type=range]"),
    "interact": (INTERACT, ".noUi-handle"),
    "ipympl": (IPYMPL, ".noUi-handle"),
}


@contextmanager
def bench_lab(lessons: list[Path]) -> Iterator[Lab]:
    """Run a JupyterLab with these lessons and a notebook for each way of moving a picture."""
    with TemporaryDirectory() as scratch:
        for lesson in lessons:
            shutil.copy(lesson, scratch)
        for name, (source, _) in CONTROLS.items():
            cell = nbformat.v4.new_code_cell(source.strip(), id="a")
            notebook = nbformat.v4.new_notebook(cells=[cell])
            notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
            nbformat.write(notebook, Path(scratch) / f"bench_{name}.ipynb")
        with running_lab(Path(scratch)) as lab:
            yield lab


def control_times(lab: Lab, browser: Browser, presses: int, warm: int) -> dict[str, float]:
    """Return the median milliseconds from key press to picture, for ours and two rivals."""
    medians = {}
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    for name, (_, handle) in CONTROLS.items():
        visit = Visit(context.new_page())
        visit.open(lab, f"bench_{name}.ipynb")
        visit.page.keyboard.press("F9")
        medians[name] = median_press(visit.page, handle, presses, warm)
        visit.page.close()
    context.close()
    return medians


def median_press(page: Page, handle: str, presses: int, warm: int) -> float:
    """Press an arrow key, again and again, and return the median time to the picture."""
    slider = page.locator(handle).first
    slider.wait_for(timeout=60_000)
    page.wait_for_timeout(500 * warm)  # until what came with the page is done
    page.evaluate(CLOCK)
    slider.focus()
    for press in range(warm + presses):
        page.keyboard.press(("ArrowRight", "ArrowLeft")[press % 2])
        page.wait_for_function("n => bench.times.length > n", arg=press, timeout=30_000)
        page.wait_for_timeout(250)
    return statistics.median(page.evaluate("bench.times")[warm:])


def requests_elsewhere(lab: Lab, browser: Browser, lessons: list[Path]) -> int:
    """Open and run lessons and count requests to any other host."""
    count = 0
    context = browser.new_context()
    for lesson in lessons:
        visit = Visit(context.new_page())
        visit.open(lab, lesson.name)
        visit.run_lesson()
        count += len(visit.other_hosts)
        visit.page.close()
    context.close()
    return count
