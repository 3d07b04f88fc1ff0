"""The names that data files may use of each other: which file defines them, and what they are.

Read straight from the files, so that no room has to be imported to look a name up.
"""

from __future__ import annotations

import re
from functools import cache

from course_lib.frame import read

#: Kind of name -> the files that define it, and their table.
DEFINED = {
    "activity": ("activities.toml", "activities"),
    "claim": ("claims/*.toml", "claims"),
    "lesson": ("lessons.toml", "lessons"),
    "material": ("materials.toml", "materials"),
    "phase": ("phases.toml", "phases"),
    "section": ("sections.toml", "sections"),
    "substance": ("substances.toml", "substances"),
    "term": ("glossary.toml", "terms"),
}
_SOURCES = "references.bib"
_KEY = re.compile(r"\n\s*@\w+\s*\{\s*([^,\s]+)\s*,")
#: How an entry begins in all of the files: its table, and its name in the line below.
_HEAD = r'\n\[\[{}\]\]\n(?:id = "([^"\\\n]+)"\n)?'


@cache
def known(kind: str) -> frozenset[str]:
    """Return every name of a kind, such as "claim" or "source"."""
    if kind == "source":
        return frozenset(_KEY.findall(f"\n{read.text(_SOURCES)}"))
    pattern, table = DEFINED[kind]
    return frozenset(each for name in read.files(pattern) for each in _ids(name, table))


def defined_in(kind: str) -> str:
    """Return the file, or the pattern of files, that defines the names of a kind."""
    return _SOURCES if kind == "source" else DEFINED[kind][0]


def _ids(name: str, table: str) -> list[str]:
    """Return the names of a file's entries; only a file that is not written as usual is parsed."""
    text = read.text(name)
    found = re.findall(_HEAD.format(table), f"\n{text}")
    if found and all(found) and len(found) == text.count("[["):
        return found
    return [str(entry["id"]) for entry in _entries(read.toml(name).get(table)) if "id" in entry]


def _entries(found: object) -> list[dict[str, object]]:
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
