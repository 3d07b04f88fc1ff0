"""Where terms and sources are used: computed from the lessons and data, never written by hand."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from course_lib import content
from course_lib.content import causes, exercises, faq
from course_lib.content.load import UnknownNameError

#: The course's notebooks, where the course was not installed without them.
NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


@cache
def prose(lesson: str) -> str:
    """Return the learners' prose of a lesson; empty if its notebook is not here."""
    entry = content.lessons()[lesson]
    path = NOTEBOOKS / f"{entry.id}_{entry.slug}.ipynb"
    if not entry.written or not path.is_file():
        return ""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join(
        "".join(cell["source"])
        for cell in cells
        if cell["cell_type"] == "markdown" and "facilitator" not in cell["metadata"].get("tags", [])
    )


def lessons_with_term(term: str) -> list[str]:
    """Return the lessons whose prose uses a glossary term, in order.

    Raises
    ------
    UnknownNameError
        If there is no such term.
    """
    if term not in content.glossary():
        raise UnknownNameError("term", term, content.glossary())
    entry = content.glossary()[term]
    names = "|".join(map(re.escape, (entry.term, *entry.synonyms)))
    found = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])", re.IGNORECASE)
    return [lesson for lesson in content.lessons() if found.search(prose(lesson))]


def claims_with_reference(key: str) -> list[str]:
    """Return the claims that a source supports or limits. Raises `UnknownNameError`."""
    content.reference(key)
    return [
        claim.id for claim in content.claims().values() if key in (*claim.supports, *claim.limits)
    ]


def lessons_with_reference(key: str) -> list[str]:
    """Return the lessons that show a source, in evidence, quiz or activity, in order."""
    claims = set(claims_with_reference(key))
    return [
        lesson
        for lesson, entry in content.lessons().items()
        if entry.written
        and (
            claims & {claim.id for claim in content.claims_of_lesson(lesson)}
            or any(key in item.refs for item in exercises.quiz(lesson).items)
            or key in _sources_of_activities().get(lesson, ())
        )
    ]


@cache
def _sources_of_activities() -> dict[str, set[str]]:
    """Return the sources that an activity of a lesson lists beside those of the claims."""
    return {
        "05": {key for each in content.substances().values() for key in each.refs},
        "07": {row.study_key for row in content.prevalence()},
        "08": set(content.help_data().refs),
        "11": {key for each in faq.questions().values() for key in each.refs},
        "12": {key for each in causes.causes().values() for key in each.refs},
    }
