"""``python -m tools.phrases``: write down which phrases the course says, with their gaps.

The code says which: ``phrase("jug.title", load=…)`` by its whole name, ``phrase(f"jug.{name}")``
and ``phrases_below("jug")`` by a pattern. ``--check`` writes nothing and tells what is out of date.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from course_lib.frame.examine import gaps
from course_lib.frame.phrases import every_phrase
from course_lib.frame.phrases_data import SAID
from tools import stored

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = Path(__file__).resolve().parents[1] / "course_lib"


class Asked(NamedTuple):
    """One place in the code that asks for a phrase, or for all that match a pattern."""

    pattern: str
    whole: bool
    where: str


def asked(code: Path = CODE) -> Iterator[Asked]:
    """Return every place in the code that asks for phrases."""
    for path in sorted(code.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in ("phrase", "phrases_below"):
                    end = r"\..+" if name == "phrases_below" else ""
                    where = f"{path.relative_to(code.parent)}, line {node.lineno}"
                    for pattern, whole in _patterns(node.args[0]):
                        yield Asked(pattern + end, whole and not end, where)


def _patterns(argument: ast.expr) -> Iterator[tuple[str, bool]]:
    """Return what an argument may be, as patterns, and whether each is one whole name."""
    if isinstance(argument, ast.Constant):
        yield re.escape(str(argument.value)), True
    elif isinstance(argument, ast.IfExp):
        yield from _patterns(argument.body)
        yield from _patterns(argument.orelse)
    elif isinstance(argument, ast.JoinedStr):
        parts = [
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z0-9_.]+"
            for part in argument.values
        ]
        yield "".join(parts), False


def problems(phrases: dict[str, str], places: list[Asked]) -> list[str]:
    """Return a sentence for each phrase that is missing, or that nothing asks for."""
    wanted = re.compile("|".join(place.pattern for place in places))
    missing = [
        f"{place.where}: data/words.toml has no phrase {place.pattern.replace(chr(92), '')!r}."
        for place in places
        if place.whole and not any(re.fullmatch(place.pattern, key) for key in phrases)
    ]
    idle = [
        f"data/words.toml, field {key!r}: no part of the course asks for it. Remove it."
        for key in phrases
        if not wanted.fullmatch(key)
    ]
    return missing + idle


def listed() -> str:
    """Return the list as it should be now."""
    phrases = every_phrase()
    return json.dumps({key: sorted(gaps(phrases[key])) for key in sorted(phrases)}, indent=0) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Write or compare the list and return the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    phrases = every_phrase()
    found = problems(phrases, list(asked()))
    for problem in found:
        print(f"- {problem}")
    good = stored.bring(SAID, listed(), "tools.phrases", only_look="--check" in arguments)
    return 1 if found or not good else 0


if __name__ == "__main__":
    sys.exit(main())
