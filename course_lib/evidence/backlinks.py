"""Where terms and sources are used: computed from the lessons and data, never written by hand."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from course_lib.evidence import claims_data, glossary_data, references_data, searches_data
from course_lib.frame import lessons_data
from course_lib.frame.examine import names_used
from course_lib.frame.load import UnknownNameError, typed


@cache
def _cells(lesson: str) -> list[dict[str, Any]]:
    """Return the cells of a lesson; none if its notebook is not here."""
    entry = lessons_data.lessons()[lesson]
    path = lessons_data.NOTEBOOKS / entry.notebook
    if not entry.written or not path.is_file():
        return []
    cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return cells


@cache
def prose(lesson: str) -> str:
    """Return the learners' prose of a lesson; empty if its notebook is not here."""
    return "\n".join(
        "".join(cell["source"])
        for cell in _cells(lesson)
        if cell["cell_type"] == "markdown" and "facilitator" not in cell["metadata"].get("tags", [])
    )


@cache
def claims_shown(lesson: str) -> set[str]:
    """Return the claims in a lesson's evidence: those of its section, and those it adds to them."""
    code = "\n".join("".join(c["source"]) for c in _cells(lesson) if c["cell_type"] == "code")
    calls = re.findall(r"EvidenceDrawer\((.*?)\)", code, re.DOTALL)
    names = " ".join(text for call in calls for text in re.findall(r'"([^"]*)"', call)).split()
    files = [name for name in names if re.fullmatch("[a-z_]+", name)]
    return {
        *(claim.id for claim in claims_data.claims_of_lesson(lesson)),
        *(name for name in names if name.startswith("C")),
        *(key for name in files for key in names_used(typed(f"{name}.toml"), "claim")),
    }


def lessons_with_term(term: str) -> list[str]:
    """Return the lessons whose prose uses a glossary term, in order.

    Raises
    ------
    UnknownNameError
        If there is no such term.
    """
    if term not in glossary_data.glossary():
        raise UnknownNameError("term", term, glossary_data.glossary())
    entry = glossary_data.glossary()[term]
    names = "|".join(map(re.escape, (entry.term, *entry.synonyms)))
    found = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)
    return [lesson for lesson in lessons_data.lessons() if found.search(prose(lesson))]


def claims_with_reference(key: str) -> list[str]:
    """Return the claims that a source supports or limits. Raises `UnknownNameError`."""
    references_data.reference(key)
    return [
        claim.id
        for claim in claims_data.claims().values()
        if key in (*claim.supports, *claim.limits)
    ]


def lessons_with_reference(key: str) -> list[str]:
    """Return the lessons that show a source, in evidence, quiz or activity, in order."""
    claims = set(claims_with_reference(key))
    claims |= {
        each
        for search in searches_data.log().searches
        if key in search.refs
        for each in search.claims
    }
    return [
        lesson
        for lesson, entry in lessons_data.lessons().items()
        if entry.written and (claims & claims_shown(lesson) or key in _sources_shown(lesson))
    ]


@cache
def _sources_shown(lesson: str) -> set[str]:
    """Return the sources of a lesson's quiz and of what its activities list of other files."""
    entry = lessons_data.lessons()[lesson]
    content = [typed(f"quizzes/{lesson}.toml"), *map(typed, entry.lists)]
    if entry.lists_group:
        content[1:] = [
            [each for each in found if each.group == entry.lists_group] for found in content[1:]
        ]
    return {key for found in content for key in names_used(found, "source")}
