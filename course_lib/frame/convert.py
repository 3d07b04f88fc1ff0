"""Turn raw content into structs; what msgspec says becomes a sentence with a remedy."""

from __future__ import annotations

import re
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec
from msgspec import Meta

from course_lib.frame.examine import hints
from course_lib.frame.read import DAY, ContentError, WrongKeyError, near_matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
_NO_DAY = "Invalid RFC3339 encoded date"
# Patterns of errors are compiled when there is one.
#: What msgspec says of a key that is missing, or that it does not know.
_KEY = "(unknown|missing required) field"
_STEP = r"\w+|\[[^\]]*\]"
_MESSAGE = r"(?s)(?P<what>.*?)(?: - at `(?:key in )?\$(?P<where>.*)`)?$"


def convert(name: str, entry: str, raw: object, kind: type[T], *, strict: bool = True) -> T:
    """Return raw content as a struct. Raises `ContentError` with file, entry, field and remedy."""
    try:
        return msgspec.convert(raw, kind, strict=strict)
    except msgspec.ValidationError as error:
        kind_of_fault = WrongKeyError if re.search(_KEY, str(error)) else ContentError
        raise kind_of_fault(_explain(name, entry, str(error), raw, kind)) from None


def _explain(name: str, entry: str, message: str, raw: object, kind: Any) -> str:
    match = re.match(_MESSAGE, message)
    what = match["what"] if match else message
    where = (match["where"] or "").lstrip(".") if match else ""
    entry, field, value = _place(entry, raw, where)
    field = field or _named(what) or "(whole entry)"
    said = f"{_plain(what, value)}. {_remedy(what, kind, where)}"
    return f"data/{name}, {entry}, field {field!r}: {said}"


def _place(entry: str, raw: object, where: str) -> tuple[str, str, object]:
    """Return the nearest entry with a name, the field in it, and the value, at a place."""
    field = where
    for step in re.finditer(_STEP, where):
        key = step[0]
        if key.startswith("[") and key[1:-1].isdigit() and isinstance(raw, list):
            raw = raw[int(key[1:-1])]
        elif isinstance(raw, dict) and key in raw:
            raw = raw[key]
        else:
            return entry, field, None
        named = raw.get("id", raw.get("key")) if isinstance(raw, dict) else None
        if isinstance(named, str):
            entry, field = f"entry {' '.join(named.split())}", where[step.end() :].lstrip(".")
    return entry, field, raw


def _plain(what: str, value: object) -> str:
    """Return what msgspec says of a length, a form, a day or a size in words; else as it is."""
    if what == _NO_DAY:
        return f"{value!r} is not a day"
    if "matching regex" in what and isinstance(value, dict):
        return f"one of the names {', '.join(map(repr, value))} has not the form that it needs"
    if "matching regex" in what:
        return f"{value!r} has not the form that it needs"
    if re.fullmatch(r"Expected `(int|float)` [<>]=? [-\d.]+", what):
        return f"{value} is outside of what it can be"
    found = re.fullmatch(r"Expected `(array|str)` of length ([<>])= \d+", what)
    if not found:
        return what
    much = "too much" if found[2] == "<" else "too little"
    return f"there is {much} {'in this list' if found[1] == 'array' else 'text here'}"


def _named(what: str) -> str:
    """Return the field or value that msgspec names in its message."""
    named = re.search(r"(?:field|value) [`']([^`']+)[`']", what)
    return named[1] if named else ""


def _remedy(what: str, kind: Any, where: str) -> str:
    found = _type_at(kind, where)
    metas = list(_metas(found))
    remedies: dict[str, Callable[[], str]] = {
        "unknown field": lambda: (
            f"Remove it, or correct its spelling. {near_matches(_named(what), _fields(found))}"
        ),
        "missing required field": lambda: "Add it.",
        "Invalid enum value": lambda: f"Use one of: {', '.join(_allowed(found))}.",
        "of length": lambda: (
            f"Give {_bounds(metas, 'min_length', 'max_length')}: add what is missing, or remove "
            "what is too much."
        ),
        "matching regex": lambda: f"Write it like {_example(metas)!r}.",
        _NO_DAY: lambda: DAY,
        "Expected `int": lambda: _number(metas),
        "Expected `float": lambda: _number(metas),
        "Expected `array": lambda: "Write a list in brackets, such as [ … ], also for one.",
        "Expected `str": lambda: "Put it in quotation marks.",
        "Expected `bool": lambda: "Write true or false, without quotation marks.",
        "Expected `date": lambda: DAY,
        "Expected `object": lambda: "Give it fields of its own, as its neighbours have.",
    }
    fitting = [say() for sign, say in remedies.items() if sign in what]
    return fitting[0] if fitting else "Correct the value."


def _metas(kind: Any) -> Iterator[Meta]:
    """Return what a type says of its values, also where it is one of several that may stand."""
    for each in get_args(kind):
        if isinstance(each, Meta):
            yield each
        elif get_origin(kind) in (Union, UnionType):
            yield from _metas(each)


def _fields(kind: Any) -> tuple[str, ...]:
    return getattr(_struct(kind), "__struct_fields__", ())


def _struct(kind: Any) -> Any:
    """Return the struct that a type is, or that stands in it."""
    options = (kind, *get_args(kind))
    return next((each for each in options if hasattr(each, "__struct_fields__")), None)


def _allowed(kind: Any) -> list[str]:
    if hasattr(kind, "__members__"):
        return [str(each.value) for each in kind]
    found: list[str] = []
    for each in get_args(kind):
        found += [repr(each)] if isinstance(each, str) else _allowed(each)
    return found


def _example(metas: list[Meta]) -> str:
    return next((str(meta.examples[0]) for meta in metas if meta.examples), "the others")


def _number(metas: list[Meta]) -> str:
    bounds = _bounds(metas, "ge", "le", "gt")
    return f"Give a number of {bounds}." if bounds else "Give a number."


def _bounds(metas: list[Meta], low: str, high: str, above: str = "gt") -> str:
    found = {name: [getattr(meta, name) for meta in metas] for name in (low, above, high)}
    words = {low: "at least", above: "more than", high: "at most"}
    return " and ".join(
        f"{words[name]} {each:g}"
        for name, values in found.items()
        for each in values
        if each is not None
    )


def _type_at(kind: Any, where: str) -> Any:
    """Return the annotated type at a place such as ``options[0].text``."""
    for step in re.findall(_STEP, where):
        base = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        if step.startswith("["):
            kind = next(reversed(get_args(base)), None)
        else:
            struct = _struct(base)
            kind = hints(struct).get(step) if struct else None
    return kind
