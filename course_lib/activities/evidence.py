"""The evidence drawer: every claim of a section, graded, with what was studied in whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib import content
from course_lib.activities import markup as m
from course_lib.activities.base import Activity
from course_lib.content import causes as cause_list
from course_lib.content import exercises
from course_lib.content.bibliography import short_name
from course_lib.content.structs import Verified
from course_lib.words.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.content.structs import Claim, Reference


class EvidenceDrawer(Activity):
    """All claims of a lesson's section; a claim mark in the lesson opens its claim here.

    Parameters
    ----------
    lesson : str
        The lesson's number, such as ``"01"``.
    extra : str
        Further claims that the lesson's text points to, as in ``"C01 C23"``; a
        sequence will do as well. ``"beliefs"`` and ``"causes"`` stand for all
        claims that the self-check and the map of causes rest on.

    Raises
    ------
    UnknownNameError
        If there is no such lesson or claim.
    """

    view = "evidence.js"

    def __init__(self, lesson: str, extra: str | Sequence[str] = ()) -> None:
        claims = content.claims_of_lesson(lesson)
        known = {claim.id for claim in claims}
        further = _keys(extra.split() if isinstance(extra, str) else extra)
        claims += [content.claim(key) for key in further if key not in known]
        items = "".join(_claim_item(claim, lesson) for claim in claims)
        super().__init__(
            markup='<section class="cc cc-evidence" data-activity="EvidenceDrawer">'
            f"<p>{m.text(phrase('evidence.intro'))}</p>"
            f"{_grade_key()}{_buttons()}"
            f'<div class="cc-claims">{items}</div>{further_pages("glossary", "references")}'
            "</section>"
        )


def _keys(names: Sequence[str]) -> list[str]:
    """Return the claims that some names stand for, in order, each once."""
    groups = {"beliefs": _claims_of_beliefs, "causes": _claims_of_causes}
    keys: list[str] = []
    for name in names:
        keys += groups[name]() if name in groups else [name]
    return sorted(set(keys)) if groups.keys() & set(names) else keys


def _claims_of_beliefs() -> list[str]:
    return [key for belief in exercises.beliefs().values() for key in belief.claims]


def _claims_of_causes() -> list[str]:
    return [key for cause in cause_list.causes().values() for key in cause.claims]


def grade_words(claim: Claim) -> str:
    """Return a claim's grade as symbol and word."""
    entry = content.grades()[claim.grade]
    return f"{entry.symbol} {entry.word}"


def claim_mark(key: str) -> str:
    """Return the mark that opens a claim's evidence, as in the lesson's prose."""
    claim = content.claim(key)
    entry = content.grades()[claim.grade]
    return f'<a href="#{key}" title="{m.text(mark_title(claim))}">{entry.symbol}&#160;{key}</a>'


def claim_marks(keys: Sequence[str]) -> str:
    """Return the marks of some claims, saying that they grade the article's sentence."""
    marks = " ".join(claim_mark(key) for key in keys)
    return f'<span class="cc-rests">{m.text(phrase("marks.this"))} {marks}</span>' if keys else ""


def mark_title(claim: Claim) -> str:
    """Return what a claim mark says when pointed at."""
    word = content.grades()[claim.grade].word
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
    entries = [content.reference(key) for key in keys]
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


def _grade_key() -> str:
    rows = "".join(
        f"<dt>{entry.symbol} {m.text(entry.word)}</dt><dd>{m.text(entry.meaning)}</dd>"
        for entry in content.grades().values()
    )
    return f"<details><summary>{m.text(phrase('evidence.key'))}</summary><dl>{rows}</dl></details>"


def _buttons() -> str:
    return (
        '<div class="cc-buttons" data-live="" hidden="hidden">'
        f'<button type="button" data-do="open">{m.text(phrase("evidence.open_all"))}</button>'
        f'<button type="button" data-do="close">{m.text(phrase("evidence.close_all"))}</button>'
        "</div>"
    )


def _claim_item(claim: Claim, lesson: str) -> str:
    own = content.sections()[claim.section].lesson == lesson
    shared = "" if own else f" ({phrase('evidence.shared')})"
    rows = [
        ("finding", m.text(claim.finding)),
        ("studied", m.text(claim.studied)),
        (
            "verdict",
            (
                f"{m.text(content.verdicts()[claim.verdict])}. "
                f"{m.text(phrase(f'evidence.confidence_{claim.confidence}'))}"
            ),
        ),
    ]
    if claim.better:
        rows.insert(2, ("better", m.text(claim.better)))
    rows += [
        ("sources_for", reference_list(claim.supports)),
        ("sources_against", reference_list(claim.limits)),
    ]
    body = "".join(
        f"<dt>{m.text(phrase(f'evidence.{name}'))}</dt><dd>{words}</dd>" for name, words in rows
    )
    return (
        f'<details id="{m.PREFIX}{claim.id}" data-claim="{claim.id}"><summary>'
        f'<span class="cc-grade">{m.text(grade_words(claim))}</span> · {claim.id}{m.text(shared)}: '
        f"{m.text(phrase('evidence.article_says'))}: {m.text(claim.article_says)}</summary>"
        f"{m.way_back()}<dl>{body}</dl></details>"
    )
