"""Load ``data/`` into strict structs; every error says where and what to do.

A loader is a function marked with `loader` or `loader_each` in a module ``*_data.py``. They
are found by that name, so that all of the data can be checked without naming a room.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from enum import Enum
from functools import cache, partial
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from course_lib.frame import figures, read
from course_lib.frame.convert import convert
from course_lib.frame.examine import examine
from course_lib.frame.read import ContentError, MissingNameError, UnknownNameError, WrongKeyError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ContentError", "UnknownNameError"]

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
Loader = TypeVar("Loader", bound=Callable[..., Any])

#: Every loader, with the file or the pattern of files that it reads.
LOADERS: dict[Callable[..., Any], str] = {}
#: The loaders that are called with the end of a file's name, for each file of their pattern.
EACH: set[Callable[..., Any]] = set()
#: What was loaded last from each file, as typed content.
LOADED: dict[str, Any] = {}


def loader(file: str) -> Callable[[Loader], Loader]:
    """Mark a function without arguments that loads a file, or all of a pattern, once."""

    def marked(load: Loader) -> Loader:
        cached: Any = cache(load)
        LOADERS[cached] = file
        return cached  # type: ignore[no-any-return]

    return marked


def loader_each(pattern: str) -> Callable[[Loader], Loader]:
    """Mark a function that loads one of the files of a pattern, given the end of its name."""

    def marked(load: Loader) -> Loader:
        cached: Any = loader(pattern)(load)
        EACH.add(cached)
        return cached  # type: ignore[no-any-return]

    return marked


def forget() -> None:
    """Forget all that was loaded, so that changed files are read again."""
    for load in LOADERS:
        load.cache_clear()  # type: ignore[attr-defined]
    figures.forget()
    LOADED.clear()


def calls(name: str = "*") -> Iterable[Callable[[], Any]]:
    """Return calls that together load a file, or every file there is: one for each file."""
    for path in sorted(read.PACKAGE.glob("*/*_data.py")):
        import_module(f"course_lib.{path.parent.name}.{path.stem}")
    for load, pattern in list(LOADERS.items()):
        if load in EACH:
            for each in read.files(pattern):
                if name in ("*", each):
                    yield partial(load, PurePosixPath(each).stem)
        elif name == "*" or PurePosixPath(name).match(pattern):
            yield load


def check() -> None:
    """Load all of the data. Raises `ContentError` for the first fault in it."""
    for call in calls():
        call()


def typed(name: str) -> Any:
    """Return the typed content of a data file. Raises `ContentError` if nothing loads it."""
    if name not in LOADED:
        for call in calls(name):
            call()
    if name not in LOADED:
        raise ContentError(f"data/{name} is read by no part of the course. Correct its name.")
    return LOADED[name]


def load_table(name: str, table: str, kind: type[T]) -> list[T]:
    """Read the entries of one array of tables, such as ``[[claims]]``.

    Raises
    ------
    ContentError
        Naming the file, the entry and the field, and what would be right.
    """
    content = _filled(name, lambda raw: _entries(name, table, raw, kind))
    found = _entries(name, table, content, kind)
    return _kept(name, found, list[kind])  # type: ignore[valid-type]


def _entries(name: str, table: str, content: dict[str, Any], kind: type[T]) -> list[T]:
    unknown = sorted(set(content) - {table})
    if unknown:
        raise ContentError(
            f"data/{name} has a part called {unknown[0]!r}; only [[{table}]] belongs there. "
            "Rename or remove it."
        )
    entries = content.get(table)
    if not entries or not isinstance(entries, list):
        raise ContentError(f"data/{name} has no [[{table}]] entries. Add at least one.")
    return [convert(name, _entry_name(table, i, raw), raw, kind) for i, raw in enumerate(entries)]


def _filled(name: str, shape: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """Return a file with its figures filled in; where one is missing, its shape is checked first.

    A wrong key in the file may be why a figure is missing.
    """
    try:
        return figures.toml(name)
    except MissingNameError as missing:
        try:
            shape(read.toml(name))
        except WrongKeyError:
            raise
        except ContentError:  # such as the length of a text, which says nothing yet
            pass
        raise missing from None


def load_by_id(name: str, table: str, kind: type[T]) -> dict[Any, T]:
    """Read entries as `load_table` does, by their ``id``."""
    return {entry.id: entry for entry in load_table(name, table, kind)}  # type: ignore[attr-defined]


def every(name: str, found: dict[E, T], kind: type[E]) -> dict[E, T]:
    """Return entries that there must be one of for each member of ``kind``.

    Raises
    ------
    ContentError
        If one is missing.
    """
    missing = [str(each.value) for each in kind if each not in found]
    if missing:
        raise ContentError(f"data/{name} has no entry {missing[0]!r}. Add it.")
    return found


def load_struct(name: str, kind: type[T]) -> T:
    """Read a whole file as one struct. Raises `ContentError` like `load_table`."""
    content = _filled(name, lambda raw: convert(name, "the file", raw, kind))
    return _kept(name, convert(name, "the file", content, kind), kind)


def load_one_of(folder: str, stem: str, kind: type[T]) -> T:
    """Read one file of a folder, such as ``sorts/pcd.toml``; its ``id`` is the file's name.

    Raises
    ------
    UnknownNameError
        If there is no such file; it lists the near matches.
    ContentError
        Like `load_table`.
    """
    known = read.stems(folder)
    if stem not in known:
        raise UnknownNameError(folder.removesuffix("s"), stem, known)
    found = load_struct(f"{folder}/{stem}.toml", kind)
    for field in {"id", "lesson"} & set(kind.__struct_fields__):  # type: ignore[attr-defined]
        if getattr(found, field) != stem:
            raise ContentError(
                f"data/{folder}/{stem}.toml, field {field!r}: {getattr(found, field)!r} is not "
                f"the name of the file. Write {stem!r}, or rename the file."
            )
    return found


def load_csv(name: str, kind: type[T]) -> list[T]:
    """Read a CSV file as structs; an empty cell of a number becomes ``None``.

    Raises
    ------
    ContentError
        Naming the file, the row and the column.
    """
    rows = list(csv.DictReader(io.StringIO(read.text(name), newline="")))
    number_columns = {
        field.name
        for field in msgspec.structs.fields(kind)  # type: ignore[arg-type]
        if field.type is not str and type(None) in getattr(field.type, "__args__", ())
    }
    found = []
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise ContentError(
                f"data/{name}, row {number}: it has another number of cells than the first row. "
                "Put quotation marks around a cell with a comma in it."
            )
        cleaned = {k: (None if v == "" and k in number_columns else v) for k, v in row.items()}
        found.append(convert(name, f"row {number}", cleaned, kind, strict=False))
    if not found:
        raise ContentError(f"data/{name} has no rows below the first. Add at least one.")
    return _kept(name, found, list[kind])  # type: ignore[valid-type]


def _kept(name: str, found: T, kind: Any) -> T:
    examine(name, found, kind)
    LOADED[name] = found
    return found


def _entry_name(table: str, index: int, raw: object) -> str:
    if isinstance(raw, dict):
        for key in ("id", "key", "row_id"):
            if key in raw:
                return f"entry {' '.join(str(raw[key]).split())}"
    return f"[[{table}]] entry {index + 1}"
