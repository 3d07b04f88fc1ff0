"""Look at every value of typed content: names that exist, ids that differ, words that are words.

One walk for all files: it follows the types of a struct, so a new kind of entry is examined
without a line of its own.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin
from typing import get_type_hints as hints_of

from msgspec import Meta, Struct

from course_lib.frame.names import defined_in, known
from course_lib.frame.read import ContentError, MissingNameError, near_matches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

#: Control characters, other than the end of a line.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u2028\u2029\ufeff]")
_GAP = re.compile(r"\{(\w*)[^{}]*\}")
_BRACE = re.compile(r"[{}]")
_LARGEST = 10_000_000  # no count, year or minute of the course comes near


class Place(NamedTuple):
    """Where a value stands in a file."""

    entry: str
    field: str

    def inside(self, field: object) -> Place:
        """Return the place of one of its fields."""
        return Place(self.entry, f"{self.field}.{field}" if self.field else str(field))


WHOLE = Place("the file", "")


class Found(NamedTuple):
    """One value of the content: where it stands, and what its type says of it.

    ``says`` may give ``names``, the kind of name that it is, and ``gaps``, the names of the
    {gaps} that the course fills in it.
    """

    place: Place
    value: Any
    says: dict[str, Any]


def examine(name: str, content: object, kind: Any) -> None:
    """Raise `ContentError` for the first value of a file's content that cannot be right."""
    for fault in faults(name, content, kind):
        raise fault


def faults(name: str, content: object, kind: Any) -> Iterator[ContentError]:
    """Return an error for each value of a file's content that cannot be right."""
    for place, value, says in walk(content, kind):
        names = says.get("names")
        where = f"data/{name}, {place.entry}" + (f", field {place.field!r}" if place.field else "")
        if isinstance(value, list):
            yield from map(ContentError, _repeated(where, value))
        elif isinstance(value, str):
            yield from map(ContentError, text_faults(where, value, says.get("gaps")))
            if names and value not in known(names):
                near = near_matches(value, known(names))
                said = f"{where}: there is no {names} {value!r}. {near}"
                yield MissingNameError(said, defined_in(names))
        elif isinstance(value, int | float) and not abs(value) <= _LARGEST:
            yield ContentError(f"{where}: {value} is no number that can be right. Correct it.")


def names_used(content: object, names: str, kind: Any = None) -> list[str]:
    """Return the names of one kind that stand in typed content, in its order."""
    return [found.value for found in walk(content, kind) if found.says.get("names") == names]


def walk(
    value: Any, kind: Any, place: Place = WHOLE, says: dict[str, Any] | None = None
) -> Iterator[Found]:
    """Return every list, text and number of typed content, with what its type says of it."""
    if get_origin(kind) is Annotated:
        kind, *metas = get_args(kind)
        extras = [meta.extra for meta in metas if isinstance(meta, Meta) and meta.extra]
        says = extras[-1] if extras else says
    if isinstance(value, Struct | dict | list | tuple):
        yield from _inside(value, kind, place)
    elif get_origin(kind) in (Union, UnionType) and value not in ("", None):
        options = [each for each in get_args(kind) if get_origin(each) is Annotated]
        yield from walk(value, options[0] if options else None, place)
    elif value is not None and not isinstance(value, bool):
        yield Found(place, value, (says or {}) if value != "" else {})


def _inside(value: Any, kind: Any, place: Place) -> Iterator[Found]:
    """Return what `walk` does for each part of a struct, a table or a list."""
    if isinstance(value, Struct):
        place = Place(f"entry {_ident(value)}", "") if _ident(value) else place
        for field, hint in hints(type(value)).items():
            yield from walk(getattr(value, field), hint, place.inside(field))
    elif isinstance(value, dict):
        key_kind, inner = get_args(kind) or (None, None)
        for key, each in value.items():
            yield from walk(key, key_kind, place.inside(key))
            yield from walk(each, inner, place.inside(key))
    else:
        yield Found(place, list(value), {})
        inner = next(iter(get_args(kind)), None)
        for i, each in enumerate(value):
            one = f"{place.field}[{i}]" if isinstance(each, Struct) else place.field
            yield from walk(each, inner, Place(place.entry, one))


@cache
def hints(kind: type) -> dict[str, Any]:
    """Return the annotated types of a struct's fields."""
    return hints_of(kind, include_extras=True)


def _ident(value: object) -> str:
    for field in ("id", "row_id", "key"):
        if isinstance(found := getattr(value, field, None), str | Enum):
            return str(found.value if isinstance(found, Enum) else found)
    return ""


def _repeated(where: str, values: list[Any]) -> Iterator[str]:
    seen = set()
    for each in values:
        name = (_ident(each) or str(each)) if isinstance(each, Struct) else each
        if isinstance(name, str) and name:
            if name in seen:
                yield f"{where}: {name!r} stands twice. Remove or rename one."
            seen.add(name)


def text_faults(where: str, words: str, gaps_wanted: Collection[str] | None) -> Iterator[str]:
    """Return a sentence for each fault of a text; its gaps count if they are given."""
    if words and not words.strip():
        yield f"{where}: it is blank. Write words, or leave the field out."
    elif words != words.strip():
        yield f"{where}: it begins or ends with a space or an empty line. Remove that."
    if found := _CONTROL.search(words):
        yield f"{where}: it holds the character {found[0]!r}, which nobody can see. Remove it."
    if gaps_wanted is None:
        return
    if gaps(words) != set(gaps_wanted) or _BRACE.search(_GAP.sub("", words)):
        right = ", ".join(f"{{{each}}}" for each in gaps_wanted) or "none"
        yield f"{where}: its gaps must be these: {right}. Put them back."


def gaps(words: str) -> set[str]:
    """Return the names of the {gaps} in a text that the course fills."""
    return set(_GAP.findall(words))
