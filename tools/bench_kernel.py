"""What a learner waits for from Python: the first activity, and a lesson's kernel."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parents[1]
OURS = "import course_lib; course_lib.HormoneTimeline()._repr_mimebundle_()"
PYPLOT = (
    "import io, ipywidgets, matplotlib; matplotlib.use('agg'); "
    "import matplotlib.pyplot as plt; "
    "figure, axes = plt.subplots(); axes.plot([0, 1], [0, 1]); figure.savefig(io.BytesIO())"
)


def first_activity(runs: int) -> tuple[float, float]:
    """Return the median milliseconds of importing and showing, for ours and for pyplot.

    They take turns, so that a machine that is busy for a while is busy for both. Both find their
    compiled files in a folder that a first run of each has filled: otherwise, where Python is told
    to write none, ours would be compiled each time, but not what pip compiled as it installed it.
    """
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for code in (OURS, PYPLOT):
            in_new_process(code, environment)
        pairs = [
            (in_new_process(OURS, environment), in_new_process(PYPLOT, environment))
            for _ in range(runs)
        ]
    ours, pyplot = (statistics.median(times) for times in zip(*pairs, strict=True))
    return ours, pyplot


def in_new_process(code: str, environment: dict[str, str]) -> float:
    """Return the milliseconds that code takes where a kernel is already loaded."""
    program = (
        "import time, ipykernel.zmqshell, ipykernel.kernelapp\n"
        f"start = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    )
    said = subprocess.check_output([sys.executable, "-c", program], cwd=ROOT, env=environment)
    return 1000 * float(said.split()[-1])


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
