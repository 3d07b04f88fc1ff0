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
_CONTROL = r"[\x00-\x09\x0b-\x1f\x7f\u2028\u2029\ufeff]"
_GAP = re.compile(r"\{(\w*)[^{}]*\}")
_BRACE = re.compile(r"[{}]")
_LARGEST = 10_000_000  # no count, year or minute of the course comes near


class Place(NamedTuple):
    """Where a value stands in a file."""

    entry: str
    field: str

    def said(self, name: str) -> str:
        """Return where in a file it is, for the beginning of a sentence."""
        return f"data/{name}, {self.entry}" + (f", field {self.field!r}" if self.field else "")

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
        if isinstance(value, list):
            for fault in _repeated(value):
                yield ContentError(f"{place.said(name)}: {fault}")
        elif isinstance(value, str):
            for fault in text_faults(value, says.get("gaps")):
                yield ContentError(f"{place.said(name)}: {fault}")
            names = says.get("names")
            if names and value not in known(names):
                near = near_matches(value, known(names))
                said = f"{place.said(name)}: there is no {names} {value!r}. {near}"
                yield MissingNameError(said, defined_in(names))
        elif isinstance(value, int | float) and not abs(value) <= _LARGEST:
            yield ContentError(
                f"{place.said(name)}: {value} is no number that can be right. Correct it."
            )


def names_used(content: object, names: str, kind: Any = None) -> list[str]:
    """Return the names of one kind that stand in typed content, in its order."""
    return [found.value for found in walk(content, kind) if found.says.get("names") == names]


def walk(value: Any, kind: Any) -> Iterator[Found]:
    """Return every list, text and number of typed content, with what its type says of it."""
    return _walk(value, *_bare(kind), WHOLE)


def _walk(value: Any, kind: Any, says: dict[str, Any], place: Place) -> Iterator[Found]:
    """Return what `walk` does, for a type without its notes, and what these say."""
    if isinstance(value, (Struct, dict, list, tuple)):
        yield from _inside(value, kind, place)
    elif value in ("", None):
        if value == "":
            yield Found(place, value, {})
    elif get_origin(kind) in (Union, UnionType):
        options = [each for each in get_args(kind) if get_origin(each) is Annotated]
        yield from _walk(value, *_bare(options[0] if options else None), place)
    elif not isinstance(value, bool):
        yield Found(place, value, says)


def _bare(kind: Any) -> tuple[Any, dict[str, Any]]:
    """Return a type without its notes, and what the last of them says that says anything."""
    if get_origin(kind) is not Annotated:
        return kind, {}
    bare, *notes = get_args(kind)
    extras = [note.extra for note in notes if isinstance(note, Meta) and note.extra]
    return bare, extras[-1] if extras else {}


def _inside(value: Any, kind: Any, place: Place) -> Iterator[Found]:
    """Return what `walk` does for each part of a struct, a table or a list."""
    if isinstance(value, Struct):
        named = _ident(value)
        place = Place(f"entry {named}", "") if named else place
        for field, bare, says in _fields(type(value)):
            yield from _walk(getattr(value, field), bare, says, place.inside(field))
    elif isinstance(value, dict):
        key_kind, inner = (_bare(each) for each in get_args(kind) or (None, None))
        for key, each in value.items():
            yield from _walk(key, *key_kind, place.inside(key))
            yield from _walk(each, *inner, place.inside(key))
    else:
        yield Found(place, list(value), {})
        inner = _bare(next(iter(get_args(kind)), None))
        for i, each in enumerate(value):
            one = f"{place.field}[{i}]" if isinstance(each, Struct) else place.field
            yield from _walk(each, *inner, Place(place.entry, one))


@cache
def _fields(kind: type) -> list[tuple[str, Any, dict[str, Any]]]:
    """Return the fields of a struct, each with its type without notes and what these say."""
    return [(field, *_bare(hint)) for field, hint in hints(kind).items()]


@cache
def hints(kind: type) -> dict[str, Any]:
    """Return the annotated types of a struct's fields."""
    return hints_of(kind, include_extras=True)


def _ident(value: object) -> str:
    for field in ("id", "row_id", "key"):
        if isinstance(found := getattr(value, field, None), str | Enum):
            return str(found.value if isinstance(found, Enum) else found)
    return ""


def _repeated(values: list[Any]) -> Iterator[str]:
    seen = set()
    for each in values:
        name = (_ident(each) or str(each)) if isinstance(each, Struct) else each
        if isinstance(name, str) and name:
            if name in seen:
                yield f"{name!r} stands twice. Remove or rename one."
            seen.add(name)


def text_faults(words: str, gaps_wanted: Collection[str] | None) -> Iterator[str]:
    """Return a sentence for each fault of a text; its gaps count if they are given."""
    if words and not words.strip():
        yield "it is blank. Write words, or leave the field out."
    elif words != words.strip():
        yield "it begins or ends with a space or an empty line. Remove that."
    if not words.isprintable() and (found := re.search(_CONTROL, words)):
        yield f"it holds the character {found[0]!r}, which nobody can see. Remove it."
    if gaps_wanted is None:
        return
    if gaps(words) != set(gaps_wanted) or _BRACE.search(_GAP.sub("", words)):
        right = ", ".join(f"{{{each}}}" for each in gaps_wanted) or "none"
        yield f"its gaps must be these: {right}. Put them back."


def gaps(words: str) -> set[str]:
    """Return the names of the {gaps} in a text that the course fills."""
    return set(_GAP.findall(words))
