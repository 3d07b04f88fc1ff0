"""Numbers and sentences that stand once in ``data/`` and are said often: filled in when read.

A sentence writes ``{participants.burri2011}`` for "1,489", ``{total.claims}`` for "64",
``{word.substances}`` for "nine" and ``{Word.substances}`` for "Nine"; ``{care.neck}`` is what
``help.toml`` says under ``[care]``. The dot tells these names from the gaps that a view fills.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from functools import cache
from typing import Any

from course_lib.frame import read
from course_lib.frame.read import MissingNameError, near_matches

#: The name of a figure, such as "{total.claims}".
NAME = re.compile(r"\{([A-Za-z]+\.\w+)\}")
_SMALL = [
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

#: Whatever an entry has there, if it has anything.
_SOME = object()
#: What is counted -> the files and the table that it stands in, and what its entries have.
_TABLES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "beliefs": ("beliefs.toml", "beliefs", {}),
    "blood_lines": (
        "substances.toml",
        "substances",
        {"group": "substance", "basis": "human_blood", "levels": _SOME},
    ),
    "body_lanes": ("substances.toml", "substances", {"body_lane": _SOME}),
    "causes": ("causes.toml", "causes", {}),
    "claims": ("claims/*.toml", "claims", {}),
    "lessons": ("lessons.toml", "lessons", {}),
    "nobody_knows": ("faq.toml", "questions", {"known": "nobody_knows"}),
    "questions": ("faq.toml", "questions", {}),
    "substances": ("substances.toml", "substances", {"group": "substance"}),
    "tested_causes": ("causes.toml", "causes", {"tested": True}),
}


def toml(name: str) -> dict[str, Any]:
    """Return a TOML file with its figures filled in. Raises `ContentError`."""
    found: dict[str, Any] = _filled(read.toml(name), name, "")
    return found


def fill(text: str, where: str) -> str:
    """Return text with its figures filled in.

    Parameters
    ----------
    text : str
        Text with names such as ``{total.claims}``.
    where : str
        Where it stands, for the error.

    Raises
    ------
    ContentError
        If there is no figure of that name.
    """

    def figure(named: re.Match[str]) -> str:
        found = _said(*named[1].split("."))
        if found is None:
            raise MissingNameError(
                f"{where}: there is no figure called {named[0]!r}. "
                f"{near_matches(named[1], figures())}",
                _defined_in(*named[1].split(".")),
            )
        return found

    return NAME.sub(figure, text)


def figures() -> dict[str, str]:
    """Return every figure by its name, as it is said in a sentence."""
    kinds = {
        "participants": _participants(),
        **dict.fromkeys(("total", "word", "Word"), (*_TABLES, *_graded())),
    }
    kinds["care"] = _care()
    every = ((kind, name) for kind, names in kinds.items() for name in names)
    return {f"{kind}.{name}": str(_said(kind, name)) for kind, name in every}


def forget() -> None:
    """Forget what was counted, so that changed files are read again."""
    for counted in (_participants, _count, _graded, _care):
        counted.cache_clear()


def _said(kind: str, name: str) -> str | None:
    """Return a figure as it is said; only the files that it stands in are read."""
    if kind == "participants":
        size = _participants().get(name)
        return None if size is None else f"{size:,}"
    if kind == "care":
        return _care().get(name)
    number = _count(name) if name in _TABLES else _graded().get(name)
    if number is None or kind not in ("total", "word", "Word"):
        return None
    words = in_words(number)
    return {"total": str(number), "word": words, "Word": words[0].upper() + words[1:]}[kind]


def _defined_in(kind: str, name: str) -> str:
    """Return the file, or the pattern of files, that a figure comes from."""
    if kind in ("participants", "care"):
        return {"participants": "prevalence.csv", "care": "help.toml"}[kind]
    return _TABLES[name][0] if name in _TABLES else "grades.toml"


def in_words(number: int) -> str:
    """Return a number below a hundred in words, a larger one in digits."""
    if number < len(_SMALL):
        return _SMALL[number]
    if number >= 100:  # noqa: PLR2004
        return f"{number:,}"
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


@cache
def _participants() -> dict[str, int]:
    """Return how many took part in each survey that has one such number."""
    sizes: dict[str, set[str]] = {}
    for row in csv.DictReader(io.StringIO(read.text("prevalence.csv"), newline="")):
        sizes.setdefault(str(row.get("study_key")), set()).add(str(row.get("n")))
    return {
        key: int(next(iter(found)))
        for key, found in sizes.items()
        if len(found) == 1 and re.fullmatch(r"[0-9]{1,9}", next(iter(found)))
    }


@cache
def _count(name: str) -> int:
    """Return how many entries of a kind there are."""
    pattern, table, wanted = _TABLES[name]
    found = [entry for file in read.files(pattern) for entry in _entries(file, table)]
    if name == "lessons":
        from course_lib.frame.my_course_data import layer  # noqa: PLC0415  it reads files as we do

        found = [entry for entry in found if entry.get("id") not in layer().hide]
    return sum(_has(entry, wanted) for entry in found)


def _has(entry: dict[str, Any], wanted: dict[str, Any]) -> bool:
    pairs = ((entry.get(key), value) for key, value in wanted.items())
    return all(bool(has) if value is _SOME else has == value for has, value in pairs)


@cache
def _graded() -> dict[str, int]:
    """Return how many claims have each grade."""
    claims = [each for file in read.files("claims/*.toml") for each in _entries(file, "claims")]
    given = Counter(str(each.get("grade")) for each in claims)
    grades = (str(each.get("id")) for each in _entries("grades.toml", "grades"))
    return {grade: given[grade] for grade in grades}


@cache
def _care() -> dict[str, str]:
    """Return the sentences about care that many files say."""
    found = read.toml("help.toml").get("care")
    return {str(key): str(said) for key, said in found.items()} if isinstance(found, dict) else {}


def _entries(name: str, table: str) -> list[dict[str, Any]]:
    found = read.toml(name).get(table)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _filled(value: Any, name: str, place: str) -> Any:
    if isinstance(value, str):
        return fill(value, f"data/{name}, field {place!r}") if "{" in value else value
    if isinstance(value, list):
        return [_filled(each, name, f"{place}[{i}]") for i, each in enumerate(value)]
    if isinstance(value, dict):
        start = f"{place}." if place else ""
        return {key: _filled(each, name, f"{start}{key}") for key, each in value.items()}
    return value
