"""Where a learner's device keeps what it was asked to remember: one small file of text.

What the text says is the panel's business (``state.js``): here it is only read, swapped, set
aside and erased, written whole or not at all, and by one lesson at a time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from collections.abc import Iterator

#: More than the course can ever write; a longer file is not ours, and is not read to its end.
LARGEST = 100_000
#: A shared computer shows the names of folders: this one says nothing.
_FOLDER = "course-notes"
_PATIENCE = 1.5  # seconds, while another lesson writes


def place() -> Path:
    """Return where the file is or would be; ``COURSE_PROGRESS_FILE`` names another place."""
    named = os.environ.get("COURSE_PROGRESS_FILE")
    if named:
        return Path(named)
    return platformdirs.user_data_path(_FOLDER, appauthor=False) / "progress.json"


def read(path: Path) -> str | None:
    """Read the file; ``None`` if there is none. Raises `OSError` if it cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return content.decode(errors="replace").removesuffix("\n")


def swap(path: Path, before: str | None, after: str) -> str | None:
    """Write ``after`` if the file still holds ``before``; return what it holds now.

    Raises
    ------
    OSError
        If the folder cannot be written or the disk is full; the old file is as it was.
    """
    with _alone(path):
        if read(path) == before:
            _write(path, after)
        return read(path)


def set_aside(path: Path, before: str) -> str:
    """Give the file another name, if it still holds ``before``, and return that name.

    Raises
    ------
    OSError
        If it cannot be renamed.
    """
    with _alone(path):
        number = 1
        while (kept := path.with_name(f"{path.stem}.kept-{number}{path.suffix}")).exists():
            number += 1
        if read(path) == before:
            path.rename(kept)
        return kept.name


def erase(path: Path) -> bool:
    """Remove the file and all that was kept aside; return whether there was anything.

    Raises
    ------
    OSError
        If something cannot be removed.
    """
    with _alone(path):
        found = ours(path)
        # The file itself goes last: if one cannot go, "not erased" is still true of it.
        for each in sorted(found, key=lambda one: one == path):
            each.unlink(missing_ok=True)
    remove_folder(path)
    return bool(found)


def remove_folder(path: Path) -> None:
    """Remove the file's folder, if it is the course's own and empty."""
    if path.parent.name == _FOLDER:
        with suppress(OSError):  # it holds something else, or is not there
            path.parent.rmdir()


def ours(path: Path) -> list[Path]:
    """Return the file, and what was kept aside of it, as far as they are there."""
    try:
        return sorted(each for each in path.parent.iterdir() if _is_ours(each, path))
    except (FileNotFoundError, NotADirectoryError):
        return []


def _is_ours(found: Path, path: Path) -> bool:
    kept = found.match(f"{path.stem}.kept-*{path.suffix}") or found.match(f"{path.stem}.*.tmp")
    return found == path or kept


def lock_file(path: Path) -> Path:
    """Return the file by which lessons wait for each other; it says nothing of whose it is."""
    name = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"{name}.lock"


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other lessons' kernels out."""
    try:
        with FileLock(lock_file(path), timeout=_PATIENCE):
            yield
    except Timeout:
        raise OSError("Another lesson is still writing.") from None


def _write(path: Path, text: str) -> None:
    """Write beside the file's place and move it there, so that it is never half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{path.stem}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(f"{text}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105  the atomic one, by its name
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
