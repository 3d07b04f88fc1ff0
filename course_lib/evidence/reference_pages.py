"""The glossary and the list of sources, each entry with links back to where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.evidence import backlinks, claims_data, glossary_data, references_data
from course_lib.evidence.marks import grade_words, reference_line, source_line
from course_lib.evidence.references_data import short_name
from course_lib.frame import lessons_data
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.evidence.glossary_data import Term
    from course_lib.evidence.references_data import Reference


class Glossary(Activity):
    """Every term with its explanation and the lessons that use it."""

    view = "reference_pages.js"

    def __init__(self) -> None:
        terms = sorted(glossary_data.glossary().values(), key=lambda term: term.term.lower())
        super().__init__(markup=_page("Glossary", "glossary", "".join(map(_term, terms))))


class References(Activity):
    """Every source, what was taken from it, how that was read, and who cites it."""

    view = "reference_pages.js"

    def __init__(self) -> None:
        entries = sorted(
            references_data.references().values(), key=lambda each: short_name(each).lower()
        )
        super().__init__(markup=_page("References", "references", "".join(map(_source, entries))))


def _page(kind: str, part: str, items: str) -> str:
    return (
        f'<section class="cc cc-pages" data-activity="{kind}">'
        f"<p>{m.text(phrase(f'pages.{part}'))}</p><dl>{items}</dl></section>"
    )


def _term(term: Term) -> str:
    used = _lessons(backlinks.lessons_with_term(term.id), "used_in")
    name = term.term[0].upper() + term.term[1:]
    return (
        f'<dt id="{m.PREFIX}term-{term.id}">{m.text(name)}</dt>'
        f"<dd>{m.text(term.definition)}</dd>{used}"
    )


def _source(entry: Reference) -> str:
    claims = "; ".join(
        f"{key} {grade_words(claims_data.claim(key))}"
        for key in backlinks.claims_with_reference(entry.key)
    )
    cited = f"<dd>{m.text(phrase('pages.claims', claims=claims))}</dd>" if claims else ""
    lessons = _lessons(backlinks.lessons_with_reference(entry.key), "cited_in")
    return (
        f'<dt id="{m.PREFIX}ref-{entry.key}">{m.text(short_name(entry))}</dt>'
        f"<dd>{reference_line(entry)}</dd><dd>{source_line(entry, doi=False)}</dd>{cited}{lessons}"
    )


def _lessons(numbers: Sequence[str], words: str) -> str:
    """Return links to the lessons, or that the term or source stands in an activity or a page."""
    if not numbers:
        return f"<dd>{m.text(phrase('pages.elsewhere'))}</dd>"
    links = ", ".join(
        f'<a href="{entry.notebook}" target="_blank" data-lesson-link="">'
        f"{entry.id} · {m.text(entry.title)}</a>"
        for entry in (lessons_data.lessons()[number] for number in numbers)
    )
    return f"<dd>{m.text(phrase(f'pages.{words}'))} {links}</dd>"
