"""Write everything that follows from the data: scenes, marks, titles, minutes, totals, outputs.

``python -m tools.refresh`` says in one line for each file what it wrote and why; a second run
writes nothing. ``--check`` writes nothing at all, and returns 1 if something is out of date.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import nbformat

from course_lib.frame import load, scenes
from course_lib.frame.my_course_data import leave_out
from course_lib.frame.phrases_data import SAID
from course_lib.frame.read import ContentError, UnknownNameError
from course_lib.lab.lessons import SHIPPED
from course_lib.lab.normalise import normalise
from course_lib.site.lesson import read_notebook, reading_minutes
from course_lib.site.problems import SiteError
from tools import derived, look, outputs, phrases, shipped, stored

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]


class Stale(NamedTuple):
    """A file that is out of date, and why."""

    file: str
    why: str
    #: What it should hold; empty where that takes a run of the notebook.
    text: str = ""


def notebooks(root: Path = ROOT) -> list[Path]:
    """Return every notebook of the course, in order."""
    return sorted((root / "notebooks").glob("*.ipynb"))


def stale_scenes() -> Iterator[Stale]:
    """Draw every scene and yield those that are stored otherwise."""
    for name in scenes.scenes():
        for form in scenes.forms(name):
            path, drawn = scenes.place(name, form), scenes.draw(name, form)
            if not stored.up_to_date(path, drawn):
                yield Stale(path.relative_to(ROOT).as_posix(), "drawn anew", drawn)


def stale_prose(root: Path = ROOT) -> Iterator[Stale]:
    """Yield notebooks, the README and the list of lessons whose derived text is out of date."""
    texts, reading = {}, {}
    for path in notebooks(root):
        notebook = read_notebook(path)
        before = path.read_text(encoding="utf-8")
        why = derived.notebook_faults(notebook, path.name)
        name = f"notebooks/{path.name}"
        texts[name] = "\n".join(cell.source for cell in notebook.cells)
        if path.name[:2].isdigit():
            reading[path.name[:2]] = reading_minutes(notebook)
        if why or as_stored(notebook) != before:
            yield Stale(name, "; ".join(why) or "its form", as_stored(notebook))
    plain = {
        "README.md": ("totals", lambda text: derived.totals_in(text, "README.md")),
        "data/lessons.toml": ("minutes", lambda text: derived.with_minutes(text, reading)),
    }
    for name, (why_plain, correct) in plain.items():
        texts[name] = (root / name).read_text(encoding="utf-8")
        if correct(texts[name]) != texts[name]:
            yield Stale(name, why_plain, correct(texts[name]))
    lost = derived.lost_totals(texts)
    if lost:
        raise ContentError(" ".join(lost))


def stale_outputs(root: Path = ROOT) -> Iterator[Stale]:
    """Yield notebooks whose stored outputs are not what their cells show now."""
    for path in notebooks(root):
        why = outputs.stale(read_notebook(path), path.name)
        if why:
            yield Stale(f"notebooks/{path.name}", f"shown differently: {'; '.join(why)}")


def stale_lists(root: Path = ROOT) -> Iterator[Stale]:
    """Yield the lists of phrases and of lessons as shipped, and the look that is shared."""
    if root != ROOT:
        return
    for path, text, why in (
        (SAID, phrases.listed(), "other phrases or gaps"),
        (SHIPPED, shipped.listed(), "other lessons"),
        (look.SHEET, look.sheet(), "other colours"),
        (look.COVERS, look.covers(), "other covers"),
    ):
        if not stored.up_to_date(path, text):
            yield Stale(path.relative_to(ROOT).as_posix(), why, text)


def as_stored(notebook: nbformat.NotebookNode) -> str:
    """Return a notebook as the text of its file, normalised."""
    write = nbformat.writes
    return str(write(nbformat.from_dict(normalise(notebook)))) + "\n"


def refresh(*, write: bool, root: Path = ROOT) -> list[Stale]:
    """Say what is out of date, and write it if wanted; return what was."""
    found = []
    stages = (
        stale_scenes,
        *(partial(each, root) for each in (stale_prose, stale_outputs, stale_lists)),
    )
    for stage in stages:
        for stale in stage():
            found.append(stale)
            print(f"{stale.file}: {stale.why}", flush=True)
            if write:
                _write(stale, root)
        load.forget()  # what was written is read by the next stage
    return found


def _write(stale: Stale, root: Path) -> None:
    path = root / stale.file
    text = stale.text or as_stored(outputs.executed(read_notebook(path), path.parent))
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Refresh, or check, and return the exit code."""
    parser = argparse.ArgumentParser(prog="tools.refresh", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if out of date")
    options = parser.parse_args(arguments)
    leave_out()  # what is stored is the course as it comes
    try:
        found = refresh(write=not options.check)
    except (ContentError, UnknownNameError, SiteError) as fault:
        print(f"- {fault}")
        return 1
    if options.check and found:
        print(f"{len(found)} out of date. Run: python -m tools.refresh")
        return 1
    print(f"{len(found)} files written." if found else "All of it is up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
