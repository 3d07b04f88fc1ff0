"""The evidence drawer: every claim of a section, graded, with what was studied in whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import traitlets as t

from course_lib.evidence import claims_data, searches_data
from course_lib.evidence.marks import (
    further_pages,
    grade_words,
    reference_list,
    rule_lines,
    why_words,
)
from course_lib.evidence.references_data import reference, short_name
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.examine import names_used
from course_lib.frame.load import typed
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course_lib.evidence.claims_data import Claim
    from course_lib.evidence.searches_data import Search

#: What its view says where a mark opens a claim.
WORDS = ("article_says", "note_close", "note_more")


class EvidenceDrawer(Activity):
    """All claims of a lesson's section; a claim mark in the lesson opens its claim here.

    Parameters
    ----------
    lesson : str
        The lesson's number, such as ``"01"``.
    extra : str
        Further claims that the lesson's text points to, as in ``"C01 C23"``; a
        sequence will do as well. the name of a data file, as in
        ``"beliefs"``, stands for all claims that the file names.

    Raises
    ------
    UnknownNameError
        If there is no such lesson or claim.
    """

    view = "drawer.js"
    example = ("01",)
    words = t.Dict().tag(sync=True)

    def __init__(self, lesson: str, extra: str | Sequence[str] = ()) -> None:
        own = claims_data.claims_of_lesson(lesson)
        known = {claim.id for claim in own}
        keys = _keys(extra.split() if isinstance(extra, str) else extra)
        further = [claims_data.claim(key) for key in keys if key not in known]
        told: dict[str, str] = {}
        items = [_claim_item(claim, told) for claim in own]
        if further:
            items.append(f"<p>{m.text(phrase('evidence.shared'))}</p>")
            items += [_claim_item(claim, told) for claim in further]
        super().__init__(
            markup='<section class="cc cc-evidence" data-activity="EvidenceDrawer">'
            f"<p>{m.text(phrase('evidence.intro'))}</p>"
            f"{_grade_key()}{_buttons()}"
            f'<div class="cc-claims">{"".join(items)}</div>'
            f"{further_pages('glossary', 'references')}"
            "</section>",
            words={name: phrase(f"evidence.{name}") for name in WORDS},
        )


def _keys(names: Sequence[str]) -> list[str]:
    """Return the claims that some names stand for, in order, each once."""
    files = [name for name in names if not name.startswith("C")]
    keys = [name for name in names if name not in files]
    for name in files:
        keys += names_used(typed(f"{name}.toml"), "claim")
    return sorted(set(keys)) if files else keys


def search_line(search: Search, claim: Claim, told_at: str) -> str:
    """Return what was searched for a claim, when, and what came nearest, or where that is told.

    Sources that the claim lists itself are not named a second time.
    """
    day = f"{search.date.day} {search.date:%B %Y}"
    if told_at != claim.id:
        return phrase("evidence.search_told", question=search.question, date=day, claim=told_at)
    listed = (*claim.supports, *claim.limits)
    sources = "; ".join(short_name(reference(key)) for key in search.refs if key not in listed)
    return phrase(
        "evidence.search" if sources else "evidence.search_without_sources",
        question=search.question,
        date=day,
        looked_at=str(search.looked_at),
        nearest=search.nearest,
        **({"sources": sources} if sources else {}),
    )


def _grade_key() -> str:
    rows = "".join(
        f"<dt>{m.text(entry.symbol)} {m.text(entry.word)}</dt><dd>{m.text(entry.meaning)}</dd>"
        for entry in claims_data.grades().values()
    )
    rule = "".join(f"<li>{m.text(line)}</li>" for line in rule_lines())
    indexes = (
        phrase("evidence.index", name=index.name, about=index.about)
        for index in searches_data.log().indexes
    )
    where = "".join(f"<p>{m.text(each)}</p>" for each in indexes)
    return (
        f"<details><summary>{m.text(phrase('evidence.key'))}</summary><dl>{rows}</dl>"
        f"<p>{m.text(phrase('evidence.rule'))}</p><ol>{rule}</ol>{where}</details>"
    )


def _buttons() -> str:
    return (
        '<div class="cc-buttons" data-live="" hidden="hidden">'
        f'<button type="button" data-do="open">{m.text(phrase("evidence.open_all"))}</button>'
        f'<button type="button" data-do="close">{m.text(phrase("evidence.close_all"))}</button>'
        "</div>"
    )


def _searched(claim: Claim, told: dict[str, str]) -> str:
    """Return what a claim's searches found: each in full at the first claim that rests on it."""
    return "<br/>".join(
        m.text(search_line(search, claim, told.setdefault(f"search {search.id}", claim.id)))
        for search in searches_data.searches_of(claim.id)
    )


def _claim_item(claim: Claim, told: dict[str, str]) -> str:
    rows = [
        ("finding", m.text(claim.finding)),
        ("studied", m.text(claim.studied)),
        ("why", m.text(why_words(claim))),
        (
            "verdict",
            (
                f"{m.text(claims_data.verdicts()[claim.verdict])}. "
                f"{m.text(phrase(f'evidence.confidence_{claim.confidence}'))}"
            ),
        ),
    ]
    if claim.better:
        rows.insert(3, ("better", m.text(claim.better)))
    rows += [
        ("sources_for", reference_list(claim.supports, told, claim.id)),
        ("sources_against", reference_list(claim.limits, told, claim.id)),
    ]
    if searched := _searched(claim, told):
        rows.append(("searched", searched))
    body = "".join(
        f"<dt>{m.text(phrase(f'evidence.{name}'))}</dt><dd>{words}</dd>" for name, words in rows
    )
    return (
        f'<details id="{m.PREFIX}{claim.id}" data-claim="{claim.id}"><summary>'
        f'<span class="cc-grade">{m.text(grade_words(claim))}</span> · '
        f"{m.text(claim.article_says)} <small>{claim.id}</small></summary>"
        f"{m.way_back()}<dl>{body}</dl></details>"
    )
