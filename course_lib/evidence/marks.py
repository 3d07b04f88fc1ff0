"""How a claim's grade and its sources are shown, wherever they stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from course_lib.evidence import claims_data, references_data
from course_lib.evidence.references_data import short_name
from course_lib.frame import markup as m
from course_lib.frame.figures import in_words
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol

    from course_lib.evidence.claims_data import Claim
    from course_lib.evidence.references_data import Reference

    class Sourced(Protocol):
        """An entry with sources of its own, and claims that have theirs."""

        @property
        def refs(self) -> Sequence[str]:
            """Keys of sources."""

        @property
        def claims(self) -> Sequence[str]:
            """Ids of claims."""


def grade_words(claim: Claim) -> str:
    """Return a claim's grade as symbol and word."""
    entry = claims_data.grades()[claim.grade]
    return f"{entry.symbol} {entry.word}"


def why_words(claim: Claim) -> str:
    """Return the answers behind a claim's grade in one line, and why a person decided otherwise."""
    answers = claim.answers
    count = min(answers.studies, 2)  # none, one or more
    parts = [phrase(f"evidence.studies_{count}", number=in_words(answers.studies))]
    if answers.studies:
        parts += [
            _who_words(claim),
            _some_words(claim, f"time_{answers.time}", answers.other_moment),
            _some_words(claim, f"about_{answers.about}", answers.near),
            phrase(f"evidence.agree_{answers.agree}"),
        ]
    else:
        parts.append(phrase(f"evidence.supported_{'yes' if claim.supports else 'no'}"))
    line = " · ".join(parts)
    return f"{line[0].upper()}{line[1:]}. {claim.grade_because}".rstrip()


def _who_words(claim: Claim) -> str:
    """Say whom the counted sources studied; where they differ, how many studied whom."""
    kinds = Counter(references_data.reference(key).whom_studied for key in claim.counted)
    if len(kinds) == 1:
        return phrase(f"evidence.who_{kinds.popitem()[0].value}")
    return ", ".join(
        phrase(f"evidence.some_{kind.value}", number=in_words(kinds[kind]))
        for kind in references_data.Studied
        if kinds[kind]
    )


def _some_words(claim: Claim, name: str, others: Sequence[str]) -> str:
    """Say what holds of the counted sources: of all, or of all but some others."""
    if not others:
        return phrase(f"evidence.{name}")
    return phrase(f"evidence.{name}_some", number=in_words(len(claim.counted) - len(others)))


def rule_lines() -> list[str]:
    """Return lesson 00's rule line by line, each with the grade that it gives."""
    grades = claims_data.grades()
    return [
        f"{row.says} {grades[row.grade].symbol} {grades[row.grade].word}"
        for row in claims_data.grade_rule()
    ]


def claim_mark(key: str) -> str:
    """Return the mark that opens a claim's evidence, as in the lesson's prose."""
    claim = claims_data.claim(key)
    sign = m.text(claims_data.grades()[claim.grade].symbol)
    title, name = m.text(mark_title(claim)), m.text(mark_name(claim))
    return (
        f'<a class="cc-mark" href="#{key}" title="{title}" aria-label="{name}" '
        f'data-mark="{key}">{sign}</a>'
    )


def claim_marks(keys: Sequence[str]) -> str:
    """Return the marks of some claims, saying that they grade the article's sentence."""
    marks = " ".join(claim_mark(key) for key in keys)
    return f'<span class="cc-rests">{m.text(phrase("marks.this"))} {marks}</span>' if keys else ""


def mark_title(claim: Claim) -> str:
    """Return what a claim mark says when pointed at."""
    word = claims_data.grades()[claim.grade].word
    return phrase("marks.title", grade=f"{word[0].upper()}{word[1:]}")


def mark_name(claim: Claim) -> str:
    """Return what a claim mark is called by a screen reader."""
    return phrase("marks.name", grade=claims_data.grades()[claim.grade].word)


def reference_line(reference: Reference) -> str:
    """Return a reference as one line of markup: who, when, what, where."""
    names = _names(reference.authors)
    issue = f"{m.text(reference.volume)}"
    if reference.number:
        issue += f"({m.text(reference.number)})"
    if reference.pages:
        issue += f": {m.text(reference.pages)}" if issue else m.text(reference.pages)
    journal = f"<em>{m.text(reference.published_in)}</em>" if reference.published_in else ""
    where = " ".join(part for part in (journal, issue) if part)
    end = "" if reference.title.endswith(("?", "!")) else "."
    parts = [f"{m.text(names)} ({m.text(reference.year)}). {m.text(reference.title)}{end}"]
    parts += [f"{where}." if where else "", _doi(reference)]
    return " ".join(part for part in parts if part)


def source_line(reference: Reference, *, doi: bool = True) -> str:
    """Return what the course took from a source, how that was read, and its DOI if asked for."""
    read = phrase(f"evidence.read_{reference.read.value}", date=reference.read_on.isoformat())
    line = f"{m.text(reference.line)} <strong>[{m.text(read)}]</strong>"
    return " ".join(part for part in (line, _doi(reference) if doi else "") if part)


def _doi(reference: Reference) -> str:
    if reference.doi:
        label = phrase("evidence.doi_preprint") if reference.doi_is_preprint else "DOI"
        return f"{m.text(label)}: {m.text(reference.doi)}."
    if reference.doi_from_memory:
        unchecked = m.text(phrase("evidence.doi_from_memory"))
        return f"DOI: {m.text(reference.doi_from_memory)} ({unchecked})."
    return ""


def _names(authors: Sequence[str]) -> str:
    """Return up to three authors, and whether there are others."""
    names = [name for name in authors if name != "others"]
    more = len(names) > 3 or len(names) < len(authors)  # noqa: PLR2004
    return ", ".join(names[:3]) + (" and others" if more else "")


def reference_list(keys: Sequence[str], told: dict[str, str] | None = None, at: str = "") -> str:
    """Return references as a list with what was taken from each, or "none found".

    Where several lists stand together, ``told`` remembers the claim at which a source's line was
    told, and ``at`` is the claim of this list: further on the line only points there.
    """
    if not keys:
        return f"<p>{m.text(phrase('evidence.no_sources'))}</p>"
    told = {} if told is None else told
    items = "".join(_reference_item(key, told.setdefault(key, at), at) for key in keys)
    return f"<ul>{items}</ul>"


def source_names(keys: Sequence[str]) -> str:
    """Return the short names of sources that are told in full elsewhere on the page."""
    return m.text("; ".join(short_name(references_data.reference(key)) for key in keys))


def closed_names(keys: Sequence[str]) -> str:
    """Return `source_names`, closed."""
    return _closed("sources", f"<p>{source_names(keys)}</p>")


def closed_sources(keys: Sequence[str]) -> str:
    """Return sources with what was taken from each, closed."""
    return _closed("sources", reference_list(keys))


def further_sources(entries: Iterable[Sourced]) -> str:
    """Return in full, closed, the sources that no claim of the entries rests on.

    The others are told where the marks lead: in the drawer.
    """
    named = list(entries)
    claims = [claims_data.claim(claim) for each in named for claim in each.claims]
    told = {key for claim in claims for key in (*claim.supports, *claim.limits)}
    keys = sorted({key for each in named for key in each.refs} - told)
    return _closed("further_sources", reference_list(keys)) if keys else ""


def _closed(title: str, markup: str) -> str:
    title = m.text(phrase(f"evidence.{title}"))
    return f"<details><summary>{title}</summary>{markup}</details>"


def _reference_item(key: str, told_at: str, here: str) -> str:
    entry = references_data.reference(key)
    again = m.text(phrase("evidence.source_told", claim=told_at))
    return (
        f'<li><a href="references.ipynb#ref-{entry.key}" target="_blank" data-lesson-link="">'
        f"{m.text(short_name(entry))}</a>: {source_line(entry) if told_at == here else again}</li>"
    )


def further_pages(*names: str) -> str:
    """Return links to pages beside the lessons, such as the glossary."""
    links = " · ".join(
        f'<a href="{name}.ipynb" target="_blank" data-lesson-link="">'
        f"{m.text(phrase(f'pages.link_{name}'))}</a>"
        for name in names
    )
    return f'<p class="cc-reading">{m.text(phrase("pages.more"))} {links}</p>'
