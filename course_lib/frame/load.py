"""Load ``data/`` into strict structs; every error says where and what to do."""

from __future__ import annotations

import csv
import re
import tomllib
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

_PACKAGE = Path(__file__).resolve().parents[1]


class ContentError(ValueError):
    """A data file is missing, broken or contradicts another one."""


class UnknownNameError(LookupError):
    """A lesson, substance, claim or reference that does not exist."""

    def __init__(self, kind: str, name: object, known: Iterable[str]) -> None:
        names = sorted(known)
        padded = [each for each in names if _unpadded(each) == _unpadded(str(name))]
        close = get_close_matches(str(name), names, n=3, cutoff=0.4)
        near = list(dict.fromkeys(padded + close)) or names
        super().__init__(f"There is no {kind} called {name!r}. Near matches: {', '.join(near)}.")


def _unpadded(name: str) -> str:
    """Return a name without leading zeros, so that "C8" is near "C08"."""
    return re.sub(r"0+(?=\d)", "", name)


@cache
def data_dir() -> Path:
    """Return the folder with the course's data files.

    Raises
    ------
    ContentError
        If neither the checkout nor the installed package has it.
    """
    for folder in (_PACKAGE / "_data", _PACKAGE.parent / "data"):
        if folder.is_dir():
            return folder
    raise ContentError(
        f"The course's data folder is missing: it should be at {_PACKAGE.parent / 'data'}. "
        "Put it back from the course's repository (git checkout data)."
    )


def read_toml(path: Path) -> dict[str, Any]:
    """Read one TOML file.

    Raises
    ------
    ContentError
        If the file is missing, unreadable or not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(
            f"{_shown(path)} is missing. Put it back from the course's repository."
        ) from None
    except UnicodeDecodeError as error:
        raise ContentError(
            f"{_shown(path)} is not saved as UTF-8 text ({error.reason} at byte {error.start}). "
            "Save it again as UTF-8."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise ContentError(
            f"{_shown(path)} is not valid TOML: {error}. "
            "Look for a missing quotation mark or bracket there."
        ) from None


def load_table(path: Path, table: str, kind: type[T]) -> list[T]:
    """Read the entries of one array of tables, such as ``[[claims]]``.

    Raises
    ------
    ContentError
        Naming the file, the entry and the field, and what would be right.
    """
    content = read_toml(path)
    unknown = sorted(set(content) - {table})
    if unknown:
        raise ContentError(
            f"{_shown(path)} has a part called {unknown[0]!r}; only [[{table}]] belongs there. "
            f"Rename or remove it."
        )
    entries = content.get(table)
    if not entries or not isinstance(entries, list):
        raise ContentError(f"{_shown(path)} has no [[{table}]] entries. Add at least one.")
    return [_convert(path, _entry_name(table, i, raw), raw, kind) for i, raw in enumerate(entries)]


def load_struct(path: Path, kind: type[T]) -> T:
    """Read a whole file as one struct. Raises `ContentError` like `load_table`."""
    return _convert(path, "the file", read_toml(path), kind)


def load_csv(path: Path, kind: type[T]) -> list[T]:
    """Read a CSV file as structs; an empty cell of a number becomes ``None``.

    Raises
    ------
    ContentError
        Naming the file, the row and the column.
    """
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
    except FileNotFoundError:
        raise ContentError(
            f"{_shown(path)} is missing. Put it back from the course's repository."
        ) from None
    number_columns = {
        field.name
        for field in msgspec.structs.fields(kind)  # type: ignore[arg-type]
        if field.type is not str and _allows_none(field.type)
    }
    cleaned = [
        {k: (None if v == "" and k in number_columns else v) for k, v in row.items()}
        for row in rows
    ]
    return [
        _convert(path, f"row {number}", row, kind, strict=False)
        for number, row in enumerate(cleaned, start=2)
    ]


def unique(path: Path, names: Iterable[str]) -> None:
    """Raise `ContentError` if a name stands twice in a file."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ContentError(f"{_shown(path)}: {name!r} stands twice. Remove or rename one.")
        seen.add(name)


def _allows_none(kind: object) -> bool:
    return type(None) in getattr(kind, "__args__", ())


def _entry_name(table: str, index: int, raw: object) -> str:
    if isinstance(raw, dict):
        for key in ("id", "key", "row_id"):
            if key in raw:
                return f"entry {raw[key]}"
    return f"[[{table}]] entry {index + 1}"


def _convert(path: Path, entry: str, raw: object, kind: type[T], *, strict: bool = True) -> T:
    try:
        return msgspec.convert(raw, kind, strict=strict)
    except msgspec.ValidationError as error:
        raise ContentError(_explain(path, entry, str(error))) from None


def _explain(path: Path, entry: str, message: str) -> str:
    """Turn msgspec's message into a sentence with file, entry, field and remedy."""
    match = re.match(r"(?P<what>.*?)(?: - at `\$(?P<where>.*)`)?$", message, re.DOTALL)
    what = match["what"] if match else message
    where = (match["where"] or "").lstrip(".") if match else ""
    named = re.search(r"(?:field|value) [`'](\w+)[`']", what)
    field = where or (named[1] if named else "(whole entry)")
    if "unknown field" in what:
        remedy = "Remove it, or correct its spelling."
    elif "missing required field" in what:
        remedy = "Add it."
    elif "Invalid enum value" in what:
        remedy = "Use one of the values listed in course_lib/content/structs.py."
    elif "matching regex" in what:
        remedy = "Correct its spelling to that pattern."
    else:
        remedy = "Correct the value."
    return f"{_shown(path)}, {entry}, field {field!r}: {what}. {remedy}"


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(_PACKAGE.parent))
    except ValueError:
        return str(path)


def names_in(folder: str) -> list[str]:
    """Return the names of the files of one kind, such as "sorts"."""
    return sorted(path.stem for path in (data_dir() / folder).glob("*.toml"))


def one_of(folder: str, name: str) -> Path:
    """Return the path of one file of a folder of data. Raises `UnknownNameError`."""
    known = names_in(folder)
    if name not in known:
        raise UnknownNameError(folder.removesuffix("s"), name, known)
    return data_dir() / folder / f"{name}.toml"
