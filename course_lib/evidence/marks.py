"""The evidence drawer: every claim of a section, graded, with what was studied in whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.evidence import claims_data, references_data
from course_lib.evidence.references_data import Verified, short_name
from course_lib.frame import markup as m
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.evidence.claims_data import Claim
    from course_lib.evidence.references_data import Reference


def grade_words(claim: Claim) -> str:
    """Return a claim's grade as symbol and word."""
    entry = claims_data.grades()[claim.grade]
    return f"{entry.symbol} {entry.word}"


def claim_mark(key: str) -> str:
    """Return the mark that opens a claim's evidence, as in the lesson's prose."""
    claim = claims_data.claim(key)
    entry = claims_data.grades()[claim.grade]
    sign, title = m.text(entry.symbol), m.text(mark_title(claim))
    return f'<a href="#{key}" title="{title}">{sign}&#160;{key}</a>'


def claim_marks(keys: Sequence[str]) -> str:
    """Return the marks of some claims, saying that they grade the article's sentence."""
    marks = " ".join(claim_mark(key) for key in keys)
    return f'<span class="cc-rests">{m.text(phrase("marks.this"))} {marks}</span>' if keys else ""


def mark_title(claim: Claim) -> str:
    """Return what a claim mark says when pointed at."""
    word = claims_data.grades()[claim.grade].word
    return f"{word[0].upper()}{word[1:]}. Opens the evidence."


def reference_line(reference: Reference) -> str:
    """Return a reference as one line of markup, with how far it was checked."""
    names = _names(reference.authors)
    issue = f"{m.text(reference.volume)}"
    if reference.number:
        issue += f"({m.text(reference.number)})"
    if reference.pages:
        issue += f": {m.text(reference.pages)}" if issue else m.text(reference.pages)
    journal = f"<em>{m.text(reference.published_in)}</em>" if reference.published_in else ""
    where = " ".join(part for part in (journal, issue) if part)
    end = "" if reference.title.endswith(("?", "!")) else "."
    parts = [f"{m.text(names)} ({m.text(reference.year)}). {m.text(reference.title)}{end} {where}."]
    if reference.doi:
        label = phrase("evidence.doi_preprint") if reference.doi_is_preprint else "DOI"
        parts.append(f"{m.text(label)}: {m.text(reference.doi)}.")
    elif reference.doi_from_memory:
        parts.append(
            f"{m.text(reference.doi_from_memory)} ({m.text(phrase('evidence.doi_from_memory'))})."
        )
    checked = phrase(f"evidence.verified_{VERIFIED[reference.verified]}")
    return f"{' '.join(parts)} <strong>[{m.text(checked)}]</strong>"


def _names(authors: Sequence[str]) -> str:
    """Return up to three authors, and whether there are others."""
    names = [name for name in authors if name != "others"]
    more = len(names) > 3 or len(names) < len(authors)  # noqa: PLR2004
    return ", ".join(names[:3]) + (" and others" if more else "")


#: How far a source was checked -> the phrase that says so.
VERIFIED = {
    Verified.YES: "yes",
    Verified.PARTIAL: "partial",
    Verified.FROM_MEMORY: "from_memory",
}


def reference_list(keys: Sequence[str]) -> str:
    """Return references as a list, or "none found"."""
    if not keys:
        return f"<p>{m.text(phrase('evidence.no_sources'))}</p>"
    entries = [references_data.reference(key) for key in keys]
    items = "".join(
        f'<li><a href="references.ipynb#ref-{entry.key}" target="_blank" data-lesson-link="">'
        f"{m.text(short_name(entry))}</a>. {reference_line(entry)}</li>"
        for entry in entries
    )
    return f"<ul>{items}</ul>"


def further_pages(*names: str) -> str:
    """Return links to pages beside the lessons, such as the glossary."""
    links = " · ".join(
        f'<a href="{name}.ipynb" target="_blank" data-lesson-link="">'
        f"{m.text(phrase(f'pages.link_{name}'))}</a>"
        for name in names
    )
    return f'<p class="cc-reading">{m.text(phrase("pages.more"))} {links}</p>'
