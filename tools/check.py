"""Check everything in ``data/``, and that every claim mark leads to a claim.

``python -m tools.check``, or ``start.py check``: one sentence for each fault, in seconds.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from course_lib.frame import load, names, read
from course_lib.frame.examine import walk
from course_lib.frame.read import ContentError, UnknownNameError, near_matches

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
#: How a skeleton says what belongs in its place.
_UNWRITTEN = "To be written"
_CLAIM_LINK = re.compile(r"\(#(C[0-9]+)\b")


def faults(notebooks: Path = NOTEBOOKS) -> list[str]:
    """Return a sentence for each fault in the data files and in the links of the lessons."""
    found = []
    for call in load.calls():
        try:
            call()
        except (ContentError, UnknownNameError) as fault:
            found.append(str(fault))
    found += [*unread_files(), *dead_links(notebooks), *unwritten(notebooks)]
    return list(dict.fromkeys(found))


def unread_files() -> list[str]:
    """Return a sentence for each data file that no part of the course reads."""
    patterns = load.LOADERS.values()
    return [
        f"data/{name} is read by no part of the course. Correct its name, or remove it."
        for name in read.files("**/*.*")
        if not any(Path(name).match(each) for each in patterns)
    ]


def dead_links(notebooks: Path) -> list[str]:
    """Return a sentence for each claim mark in the prose that leads to no claim."""
    try:
        known = names.known("claim")
    except ContentError:  # said already
        return []
    return [
        f"notebooks/{path.name}, cell {cell.get('id', '?')}: there is no claim {key!r}. "
        f"{near_matches(key, known)}"
        for path in sorted(notebooks.glob("*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
        for key in _CLAIM_LINK.findall("".join(cell["source"]))
        if key not in known
    ]


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
