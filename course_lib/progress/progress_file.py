"""What a learner asked this device to remember: one small file, written whole or not at all.

The file holds which lessons were finished, which checks were done and what was
answered in the two self-checks on beliefs, and nothing else. The static pages
keep the same JSON in the browser's store (``browser_store.js``).
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import platformdirs
from msgspec import Meta, Struct

KIND: Literal["course-progress"] = "course-progress"
#: Version 1 knew no beliefs.
VERSION: Literal[2] = 2
#: More than the course can ever write; a longer file is not ours.
LARGEST = 100_000
#: A shared computer shows the names of folders: this one says nothing.
_FOLDER = "course-notes"

LessonNumber = Annotated[str, Meta(pattern=r"^[0-9]{2}\Z")]
Lessons = Annotated[list[LessonNumber], Meta(max_length=100)]
BeliefNumber = Annotated[str, Meta(pattern=r"^B[0-9]{2}\Z")]
#: What was answered and how sure, as in ``["false", "very"]``.
Word = Annotated[str, Meta(pattern=r"^(true|false|unknown|guess|fairly|very)?\Z")]
Answer = Annotated[list[Word], Meta(min_length=2, max_length=2)]
SelfCheckAnswers = Annotated[dict[BeliefNumber, Answer], Meta(max_length=100)]
Beliefs = dict[Literal["first", "second"], SelfCheckAnswers]


class Progress(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole content of the file."""

    kind: Literal["course-progress"]
    version: Literal[1, 2]
    finished: Lessons
    checks: Lessons
    beliefs: Beliefs = {}


class UnreadableError(ValueError):
    """Content that is not ours to use; ``reason`` is "corrupt", "foreign" or "newer"."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Stored progress is {reason}.")
        self.reason = reason


def place() -> Path:
    """Return where the file is or would be; ``COURSE_PROGRESS_FILE`` names another place."""
    named = os.environ.get("COURSE_PROGRESS_FILE")
    if named:
        return Path(named)
    return platformdirs.user_data_path(_FOLDER, appauthor=False) / "progress.json"


def decode(content: bytes | str) -> Progress:
    """Return content as progress, each lesson once, in order.

    Raises
    ------
    UnreadableError
        If it is anything else.
    """
    try:
        raw: Any = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise UnreadableError("corrupt") from None
    if isinstance(raw, dict) and raw.get("kind") == KIND:
        version = raw.get("version")
        if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
            raise UnreadableError("newer")
    try:
        found = msgspec.convert(raw, Progress)
    except msgspec.ValidationError:
        raise UnreadableError("foreign") from None
    return made(found.finished, found.checks, found.beliefs)


def made(finished: list[str], checks: list[str], beliefs: Beliefs | None = None) -> Progress:
    """Return progress from lists in any order."""
    return Progress(KIND, VERSION, sorted(set(finished)), sorted(set(checks)), beliefs or {})


def load(path: Path) -> Progress | None:
    """Read the file; ``None`` if there is none.

    Raises
    ------
    UnreadableError
        If it holds something else.
    OSError
        If it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if len(content) > LARGEST:
        raise UnreadableError("foreign")
    return decode(content)


def save(path: Path, progress: Progress) -> None:
    """Write the file beside its place and move it there, so that it is never half written.

    Raises
    ------
    OSError
        If the folder cannot be written or the disk is full; the old file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{path.stem}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(progress) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105  the atomic one, by its name
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def keep_aside(path: Path) -> Path:
    """Give what stands in the file's place another name, and return that.

    Raises
    ------
    OSError
        If it cannot be renamed.
    """
    number = 1
    while (kept := path.with_name(f"{path.stem}.kept-{number}{path.suffix}")).exists():
        number += 1
    return path.rename(kept)


def erase(path: Path) -> bool:
    """Remove the file and all that was kept aside; return whether there was anything.

    Raises
    ------
    OSError
        If something cannot be removed.
    """
    found = ours(path)
    for each in found:
        each.unlink(missing_ok=True)
    if path.parent.name == _FOLDER:
        with suppress(OSError):  # it holds something else, or is not there
            path.parent.rmdir()
    return bool(found)


def ours(path: Path) -> list[Path]:
    """Return the file, and what was kept aside of it, as far as they are there."""
    try:
        return sorted(each for each in path.parent.iterdir() if _is_ours(each, path))
    except (FileNotFoundError, NotADirectoryError):
        return []


def _is_ours(found: Path, path: Path) -> bool:
    kept = found.match(f"{path.stem}.kept-*{path.suffix}") or found.match(f"{path.stem}.*.tmp")
    return found == path or kept
