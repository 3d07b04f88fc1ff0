"""Grade the article's five takeaways, then see the evidence's grade beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.cards.takeaways_data import takeaways
from course_lib.evidence import claims_data
from course_lib.evidence.marks import claim_mark, grade_words
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below

if TYPE_CHECKING:
    from course_lib.cards.takeaways_data import Takeaway


class GradeTheTakeaways(Activity):
    """Five takeaways: what was studied, the learner's grade, and then the evidence's.

    Attributes
    ----------
    chosen : dict of str to str
        The grade that was chosen for each takeaway that has been compared.
    """

    view = "takeaways.js"
    chosen: t.Dict[str, Any] = t.Dict().tag(sync=True, private=True)
    words = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        entries = takeaways()
        cards = "".join(_card(each, i, len(entries)) for i, each in enumerate(entries))
        rows = "".join(_row(each) for each in entries)
        heads = "".join(
            f'<th scope="col">{m.text(phrase(f"takeaways.head_{name}"))}</th>'
            for name in ("takeaway", "yours", "evidence")
        )
        super().__init__(
            markup='<section class="cc cc-takeaways" data-activity="GradeTheTakeaways">'
            f"<p>{m.text(phrase('takeaways.about'))}</p>{cards}"
            f'<div class="cc-card" data-live="" hidden="hidden"><table class="cc-side-by-side">'
            f"<caption>{m.text(phrase('takeaways.table'))}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
            f'<div class="cc-buttons"><button type="button" data-do="clear">'
            f"{m.text(phrase('takeaways.clear'))}</button></div></div></section>",
            words=phrases_below("takeaways"),
        )


def _card(entry: Takeaway, place: int, count: int) -> str:
    grades = "".join(
        f'<label><input type="radio" name="{m.PREFIX}{entry.id}" value="{grade.value}"/> '
        f"<span>{m.text(each.symbol)} {m.text(each.word)}</span></label>"
        for grade, each in claims_data.grades().items()
    )
    number = phrase("takeaways.number", number=place + 1, all=count)
    buttons = "".join(
        f'<button type="button"{kind} data-do="{name}">'
        f"{m.text(phrase(f'takeaways.{name}'))}</button>"
        for name, kind in (("compare", ' class="cc-main"'), ("again", ""))
    )
    claim = claims_data.claim(entry.claim)
    found = phrase("takeaways.found", grade=grade_words(claim))
    return (
        f'<div class="cc-card" data-takeaway="{entry.id}" data-grade="{claim.grade.value}" '
        f'role="group" aria-label="{m.text(number)}"><p>{m.text(number)}</p>'
        f'<p class="cc-quote">{m.text(entry.says)}</p>'
        f"<p><strong>{m.text(phrase('takeaways.clues'))}</strong> {m.text(entry.clues)}</p>"
        f'<div data-live="" hidden="hidden"><fieldset class="cc-options">'
        f"<legend>{m.text(phrase('takeaways.question'))}</legend>{grades}</fieldset>"
        f'<div class="cc-buttons">{buttons}</div></div>'
        '<div class="cc-feedback" role="status"></div>'
        f"<details><summary>{m.text(phrase('takeaways.reveal'))}</summary>"
        f'<p data-found="">{m.text(found)} {m.text(entry.why)} {claim_mark(entry.claim)}</p>'
        "</details></div>"
    )


def _row(entry: Takeaway) -> str:
    yours, evidence = (m.text(phrase(f"takeaways.head_{name}")) for name in ("yours", "evidence"))
    return (
        f'<tr data-row="{entry.id}"><th scope="row">{m.text(entry.says)}</th>'
        f'<td data-head="{yours}" data-yours=""></td>'
        f'<td data-head="{evidence}" data-evidence="" '
        f'data-words="{m.text(grade_words(claims_data.claim(entry.claim)))}"></td></tr>'
    )
