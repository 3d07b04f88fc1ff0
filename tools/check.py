"""Check everything in ``data/``, and that every claim mark leads to a claim.

``python -m tools.check``, or ``start.py check``: one sentence for each fault, in seconds.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from course_lib.frame import load, names, read
from course_lib.frame.examine import walk
from course_lib.frame.read import ContentError, MissingNameError, UnknownNameError, near_matches
from course_lib.site import doors_data
from course_lib.site.anchors import neutral

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
#: How a skeleton says what belongs in its place.
_UNWRITTEN = "To be written"
_FILE = re.compile(r"data/([^\s,:]+)")
_CLAIM_LINK = re.compile(r"\(#(C[0-9]+)\b")


def faults(notebooks: Path = NOTEBOOKS) -> list[str]:
    """Return a sentence for each fault in the data files and in the links of the lessons."""
    found: list[Exception] = []
    for call in load.calls():
        try:
            call()
        except (ContentError, UnknownNameError) as fault:
            found.append(fault)
    found += dead_links(notebooks)
    more = [*unread_files(), *lost_lessons(notebooks), *lost_places(notebooks)]
    return list(dict.fromkeys([*_causes(found), *more, *unwritten(notebooks)]))


def _causes(found: list[Exception]) -> list[str]:
    """Return what is wrong without what only follows from it.

    Where a file is broken, other files name what it should define: they are not at fault.
    """
    named = [_FILE.match(str(each)) for each in found if not isinstance(each, MissingNameError)]
    broken = [Path(each[1]) for each in named if each]
    return [
        str(each)
        for each in found
        if not isinstance(each, MissingNameError)
        or not any(path.match(each.defined_in) for path in broken)
    ]


def unread_files() -> list[str]:
    """Return a sentence for each data file that no part of the course reads."""
    patterns = load.LOADERS.values()
    return [
        f"data/{name} is read by no part of the course. Correct its name, or remove it."
        for name in read.files("**/*.*")
        if not any(Path(name).match(each) for each in patterns)
    ]


def dead_links(notebooks: Path) -> list[MissingNameError]:
    """Return an error for each claim mark in the prose that leads to no claim."""
    try:
        known = names.known("claim")
    except ContentError:  # said already
        return []
    return [
        MissingNameError(
            f"notebooks/{path.name}, cell {cell.get('id', '?')}: there is no claim {key!r}. "
            f"{near_matches(key, known)}",
            names.defined_in("claim"),
        )
        for path in sorted(notebooks.glob("*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
        for key in _CLAIM_LINK.findall("".join(cell["source"]))
        if key not in known
    ]


def lost_lessons(notebooks: Path) -> list[str]:
    """Return a sentence for each written lesson whose notebook is not there."""
    there = [path.name for path in notebooks.glob("[0-9]*.ipynb")]
    lessons = _loaded("lessons.toml")
    return [
        f"data/lessons.toml, entry {each.id}, field 'slug': there is no {each.notebook!r} in "
        f"notebooks/. {near_matches(each.notebook, there)}"
        for each in lessons or ()
        if there and each.written and each.notebook not in there
    ]


def lost_places(notebooks: Path) -> list[str]:
    """Return a sentence for each door that leads to a place which its lesson does not have."""
    found = []
    doors = _loaded(doors_data.FILE)
    for entry, place in doors_data.goals(doors) if doors else ():
        lesson, _, name = place.to.partition("#")
        paths = list(notebooks.glob(f"{lesson}_*.ipynb")) if name else []
        if not paths or neutral(name) == name:  # a claim, the help panel, the page's own places
            continue
        if name.startswith("q-") and _loaded("faq.toml") is None:
            continue
        known = _places_of(paths[0])
        if name not in known:
            found.append(
                f"data/{doors_data.FILE}, entry {entry}, field 'to': {paths[0].name} has no "
                f"place {name!r}. {near_matches(name, known)}"
            )
    return found


def _places_of(path: Path) -> list[str]:
    """Return the places of a lesson that a link can lead to: its headings, and its questions."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    prose = "\n".join("".join(each["source"]) for each in cells if each["cell_type"] == "markdown")
    asked = any("QuestionSearch" in "".join(each["source"]) for each in cells)
    return [
        *(each.strip().replace(" ", "-") for each in re.findall(r"^#+ (.+)$", prose, re.MULTILINE)),
        *(f"q-{each.id}" for each in _loaded("faq.toml") or () if asked),
    ]


def _loaded(name: str) -> Any:
    """Return the typed content of a file; None if it is broken, as was said already."""
    try:
        return load.typed(name)
    except (ContentError, UnknownNameError):
        return None


def unwritten(notebooks: Path) -> list[str]:
    """Return a sentence for each place where a skeleton of `tools.new` still waits for words."""
    places = [
        (f"data/{name}, {place.entry}, field {place.field!r}", value)
        for name, content in load.LOADED.items()
        for place, value, *_ in walk(content, None)
        if isinstance(value, str)
    ]
    places += [
        (f"notebooks/{path.name}, cell {cell.get('id', '?')}", "".join(cell["source"]))
        for path in sorted(notebooks.glob("*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
    ]
    return [
        f"{place}: {line.strip()}"
        for place, text in places
        for line in text.splitlines()
        if _UNWRITTEN in line
    ]


def main() -> int:
    """Print what is wrong and return 1, or say that all is well and return 0."""
    started = time.perf_counter()
    found = faults()
    for fault in found:
        print(f"- {fault}")
    seconds = time.perf_counter() - started
    files = len(read.files("**/*.*"))
    if found:
        print(f"{len(found)} to put right, in {files} files ({seconds:.1f} s).")
        return 1
    print(f"All {files} files of data/ are as they should be ({seconds:.1f} s).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
