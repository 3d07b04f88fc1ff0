"""Turn raw content into structs; what msgspec says becomes a sentence with a remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

import msgspec
from msgspec import Meta

from course_lib.frame.examine import hints
from course_lib.frame.read import ContentError, near_matches

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_MESSAGE = re.compile(r"(?P<what>.*?)(?: - at `(?:key in )?\$(?P<where>.*)`)?$", re.DOTALL)


def convert(name: str, entry: str, raw: object, kind: type[T], *, strict: bool = True) -> T:
    """Return raw content as a struct. Raises `ContentError` with file, entry, field and remedy."""
    try:
        return msgspec.convert(raw, kind, strict=strict)
    except msgspec.ValidationError as error:
        raise ContentError(_explain(name, entry, str(error), kind)) from None


def _explain(name: str, entry: str, message: str, kind: Any) -> str:
    match = _MESSAGE.match(message)
    what = match["what"] if match else message
    where = (match["where"] or "").lstrip(".") if match else ""
    field = where or _named(what) or "(whole entry)"
    return f"data/{name}, {entry}, field {field!r}: {_plain(what)}. {_remedy(what, kind, where)}"


def _plain(what: str) -> str:
    """Return what msgspec says of a length in words; everything else as it is."""
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
    metas = [each for each in get_args(found)[1:] if isinstance(each, Meta)]
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
        "`int`": lambda: f"Give a number of {_bounds(metas, 'ge', 'le') or 'more than 0'}.",
        "`float`": lambda: f"Give a number of {_bounds(metas, 'ge', 'le') or 'more than 0'}.",
    }
    fitting = [say() for sign, say in remedies.items() if sign in what]
    return fitting[0] if fitting else "Correct the value."


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


def _bounds(metas: list[Meta], low: str, high: str) -> str:
    found = {name: [getattr(meta, name) for meta in metas] for name in (low, high)}
    words = {low: "at least", high: "at most"}
    return " and ".join(
        f"{words[name]} {each}"
        for name, values in found.items()
        for each in values
        if each is not None
    )


def _type_at(kind: Any, where: str) -> Any:
    """Return the annotated type at a place such as ``options[0].text``."""
    for step in re.findall(r"\w+|\[[^\]]*\]", where):
        base = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        if step.startswith("["):
            kind = next(reversed(get_args(base)), None)
        else:
            struct = _struct(base)
            kind = hints(struct).get(step) if struct else None
    return kind
