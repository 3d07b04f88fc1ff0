"""Read the files of ``data/``: one way for all kinds of file, and one sentence if it fails."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = Path(__file__).resolve().parents[1]
#: So many names are not all told to whoever wrote none that is near one of them.
_MANY = 25
_ID = r'(?:id|key|row_id)\s*=\s*"([^"]+)"'
_DATE = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\b"
_FETCH = "Put it back from the course's repository."
#: What would be right in the place of something that is no day.
DAY = "Write year, month and day, like 2026-11-26."


class ContentError(ValueError):
    """A data file is missing, broken or contradicts another one."""


class WrongKeyError(ContentError):
    """A part of a data file has a key too many, or lacks one."""


class MissingNameError(ContentError):
    """A data file names what another file should define; that one may be broken itself.

    ``defined_in`` is the file, or the pattern of files, that should have the name.
    """

    def __init__(self, message: str, defined_in: str) -> None:
        super().__init__(message)
        self.defined_in = defined_in


class UnknownNameError(LookupError):
    """A lesson, substance, claim or reference that does not exist."""

    def __init__(self, kind: str, name: object, known: Iterable[str]) -> None:
        super().__init__(f"There is no {kind} called {name!r}. {near_matches(name, known)}")


def near_matches(name: object, known: Iterable[str]) -> str:
    """Return a sentence with the known names that are nearest to a name."""
    from difflib import get_close_matches  # noqa: PLC0415  only where something is wrong

    names = sorted(known)
    padded = [each for each in names if _unpadded(each) == _unpadded(str(name))]
    close = get_close_matches(str(name), names, n=3, cutoff=0.4)
    near = list(dict.fromkeys(padded + close))
    if not near and len(names) > _MANY:
        return f"None of the {len(names)} names there is near it; the first is {names[0]}."
    return f"Near matches: {', '.join(near or names)}."


def _unpadded(name: str) -> str:
    """Return a name without leading zeros, so that "C8" is near "C08"."""
    return re.sub(r"0+(?=[0-9])", "", name)


@cache
def data_dir() -> Path:
    """Return the folder with the course's data files.

    Raises
    ------
    ContentError
        If neither the checkout nor the installed package has it.
    """
    for folder in (PACKAGE / "_data", PACKAGE.parent / "data"):
        if folder.is_dir():
            return folder
    raise ContentError(
        f"The course's data folder is missing: it should be at {PACKAGE.parent / 'data'}. "
        "Put it back from the course's repository (git checkout data)."
    )


def files(pattern: str) -> list[str]:
    """Return the names of the data files that fit a pattern, such as "claims/*.toml", in order."""
    folder = data_dir()
    return sorted(path.relative_to(folder).as_posix() for path in folder.glob(pattern))


def text(name: str) -> str:
    """Return the text of a data file, without a byte order mark.

    Raises
    ------
    ContentError
        If it is missing, empty, a folder, not UTF-8 or not readable.
    """
    return text_of(data_dir() / name, f"data/{name}", _FETCH)


def text_of(path: Path, shown: str, remedy: str) -> str:
    """Return the text of a file as `text` does, with its name as it is shown and a remedy."""
    try:
        found = path.read_text(encoding="utf-8").removeprefix("\ufeff")
    except FileNotFoundError:
        raise ContentError(f"{shown} is missing. {remedy}") from None
    except IsADirectoryError:
        raise ContentError(f"{shown} is a folder and should be a file. {remedy}") from None
    except UnicodeDecodeError as error:
        raise ContentError(
            f"{shown} is not saved as UTF-8 text ({error.reason} at byte {error.start}). "
            "Save it again as UTF-8."
        ) from None
    except OSError as error:
        raise ContentError(
            f"{shown} cannot be read ({error.strerror}). Make it readable, or put it back."
        ) from None
    if not found.strip():
        raise ContentError(f"{shown} is empty. {remedy}")
    return found


def toml(name: str) -> dict[str, Any]:
    """Return a TOML file as it is written. Raises `ContentError`, also if it is not TOML."""
    return toml_of(text(name), f"data/{name}")


def toml_of(written: str, shown: str) -> dict[str, Any]:
    """Return TOML as it is written; only to be read. Raises `ContentError` if it is not TOML."""
    try:
        return _parsed(written)
    except tomli.TOMLDecodeError as error:
        if said := _impossible_day(written, error.lineno):
            raise ContentError(f"{shown}, {said}") from None
        raise ContentError(
            f"{shown} is not valid TOML: {error}. "
            "Look for a missing quotation mark or bracket there."
        ) from None
    except RecursionError:
        raise ContentError(f"{shown} is nested too deeply. {_FETCH}") from None


@lru_cache(maxsize=64)  # a file's names, its totals and its content are asked for one by one
def _parsed(written: str) -> dict[str, Any]:
    return tomli.loads(written)


def _impossible_day(written: str, line: int) -> str:
    """Return what is wrong in a line whose date the calendar does not have; else nothing."""
    lines = written.splitlines()
    field, _, value = lines[line - 1].partition("=") if 0 < line <= len(lines) else ("", "", "")
    found = re.match(_DATE, value.strip())
    if not found or is_day(found[0]):
        return ""
    entry = ""
    for each in lines[: line - 1]:
        named = re.match(_ID, each)
        entry = f"entry {named[1]}, " if named else "" if each.startswith("[[") else entry
    return f"line {line}, {entry}field {field.strip()!r}: {no_day(found[0])}"


def is_day(written: str) -> bool:
    """Return whether something is a day of the calendar, written like 2026-11-26."""
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return bool(re.fullmatch(_DATE, written))


def no_day(written: str) -> str:
    """Return what is wrong with something that should be a day, and what would be right."""
    return f"{written!r} is not a day. {DAY}"


def stems(folder: str) -> list[str]:
    """Return the names of the TOML files of a folder without their ending, in order."""
    return [Path(name).stem for name in files(f"{folder}/*.toml")]
