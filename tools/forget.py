"""``start.py forget``: remove what use of the course has left behind, and say what remains."""

from __future__ import annotations

import json
import shutil
import socket
import sys
from pathlib import Path

from course_lib.progress import progress_file
from tools import own_python

REMAINS = """\
What remains, because only you can remove it:
- what your web browser keeps: its history, and the progress of the pages, if you asked for it
  (the button "Erase" in a page's progress panel removes that);
- what you wrote in a notebook and saved, such as sandbox.ipynb, lessons that were kept aside
  (their names begin with "kept-"), and files you saved elsewhere;
- the course itself: to remove that too, delete the folder {root}."""


def main() -> int:
    """Remove each thing, name it, and return 0; refuse while the course is open."""
    if is_open(own_python.VENV / "course"):
        print("The course is open: close it first (Ctrl+C where it was started), then try again.")
        return 1
    found = left_behind()
    for name, path in found:
        remove(path)
        print(f"Removed: {name}")
    progress_file.remove_folder(progress_file.place())
    if not found:
        print("There was nothing to remove.")
    forget_signed()
    print(REMAINS.format(root=own_python.ROOT))
    return 0


def left_behind() -> list[tuple[str, Path]]:
    """Return what use leaves behind, with a name that says what it is."""
    own, place = own_python.VENV / "course", progress_file.place()
    found = [(f"progress that was remembered, {path}", path) for path in progress_file.ours(place)]
    lock = progress_file.lock_file(place)
    if lock.exists():
        found.append((f"the file by which lessons waited for each other, {lock}", lock))
    found += [(f"what JupyterLab and Python noted, {path}", path) for path in sorted(own.glob("*"))]
    checkpoints = sorted((own_python.ROOT / "notebooks").rglob(".ipynb_checkpoints"))
    return found + [(f"saved states of notebooks, {path}", path) for path in checkpoints]


def is_open(own: Path) -> bool:
    """Return whether a JupyterLab of the course answers at an address that a start noted."""
    for note in own.glob("run-*/jpserver-*.json"):
        try:
            port = json.loads(note.read_text(encoding="utf-8"))["port"]
            with socket.create_connection(("127.0.0.1", port), timeout=2):
                return True
        except (OSError, ValueError, KeyError):  # that start has ended without tidying up
            continue
    return False


def remove(path: Path) -> None:
    """Remove a file or a folder."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def forget_signed() -> None:
    """Let the next start sign the notebooks again: what said so was removed."""
    state = own_python.read_state()
    if state.pop("trusted", None):
        own_python.write_state(state)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        from tools.troubles import os_sentence

        sys.exit(os_sentence(error))
