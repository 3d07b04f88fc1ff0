"""Run the notebooks and store their outputs, normalised.

``python tools/refresh_notebooks.py [notebooks/01_….ipynb …]``; without names, all.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from course_lib.lab.normalise import normalise

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"


def refresh(path: Path) -> None:
    """Execute one notebook and write it back with its outputs."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": path.parent}}
    ).execute()
    nbformat.write(nbformat.from_dict(normalise(notebook)), path)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    names = [Path(name) for name in sys.argv[1:]]
    for each in names or sorted(NOTEBOOKS.glob("*.ipynb")):
        refresh(each)
