"""The map of causes: what may lie behind tears after sex, and how little of it was tested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.evidence import claims_data
from course_lib.evidence.marks import claim_marks, closed_names, further_sources
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.load import UnknownNameError
from course_lib.frame.phrases import phrase, phrases_below
from course_lib.pictures.causes_data import causes
from course_lib.pictures.causes_model import SHAPES, cause_box, height, percent
from course_lib.pictures.causes_words import claimed, grade_mark

if TYPE_CHECKING:
    from course_lib.pictures.causes_data import Cause


class CauseMap(Activity):
    """Candidate causes with links by grade; each opens what was studied and what is missing.

    Attributes
    ----------
    chosen : str
        The cause that is open, such as ``"hormones"``; empty for none.
    only : bool
        Whether to show only links that were tested in people after sex.

    Raises
    ------
    UnknownNameError
        For a cause that is not on the map; it lists the near matches.
    """

    view = "causes.js"
    chosen = t.Unicode().tag(sync=True)
    only = t.Bool(False).tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self, *, chosen: str = "", only: bool = False) -> None:
        words = phrases_below("causes")
        said = ("title", "title_only", "opened", "status_all")
        super().__init__(
            markup=_markup(),
            chosen=chosen,
            only=only,
            words={name: words[name] for name in said} | {"status_only": _tested()},
        )

    @t.validate("chosen")
    def _known_cause(self, proposal: dict[str, Any]) -> str:
        if proposal["value"] and proposal["value"] not in causes():
            raise UnknownNameError("cause", proposal["value"], causes())
        return str(proposal["value"])


def _tested() -> str:
    """Return what is said when only the tested links are shown."""
    labels = [cause.label for cause in causes().values() if cause.tested]
    names = ", ".join(label[0].lower() + label[1:] for label in labels)
    return phrase("causes.status_only", names=names)


def _markup() -> str:
    found = list(causes().values())
    only = (
        f'<label><input type="checkbox" data-part="only"/> {m.text(phrase("causes.only"))}</label>'
    )
    return (
        '<figure class="cc cc-figure cc-causes" '
        f'aria-labelledby="{m.PREFIX}title" data-activity="CauseMap">'
        f'<p class="cc-title" id="{m.PREFIX}title" data-part="title">'
        f"{m.text(phrase('causes.title'))}</p>"
        f'<div class="cc-controls" data-live="" hidden="hidden"><p>'
        f"{m.text(phrase('causes.choose'))}</p><fieldset>{only}</fieldset></div>"
        f'<div class="cc-cause-map">{m.picture("causes")}{_nodes(found)}</div>'
        '<p role="status" data-part="status"></p>'
        f'<figcaption><p class="cc-static" data-static="">'
        f"<em>{m.text(phrase('causes.static_hint'))}</em></p>"
        f"{''.join(_cause(cause) for cause in found)}"
        f"{further_sources(found)}"
        f'<p class="cc-words" id="{m.PREFIX}words">{m.text(phrase("causes.alternative"))}</p>'
        f"<details><summary>{m.text(phrase('causes.key'))}</summary>{_key()}</details>"
        f'<p class="cc-reading">{m.text(phrase("causes.reading"))}</p></figcaption></figure>'
    )


def _nodes(found: list[Cause]) -> str:
    """Return a button over each cause in the picture, placed for both of its forms."""

    def places(name: str, count: int, place: int) -> str:
        shape = SHAPES[name]
        box, tall = cause_box(shape, place), height(shape, count)
        letter = name[0]
        return (
            f"--{letter}l:{percent(box.left, shape.width)};--{letter}t:{percent(box.top, tall)};"
            f"--{letter}w:{percent(box.width, shape.width)};"
            f"--{letter}h:{percent(box.height, tall)}"
        )

    items = "".join(
        f'<li data-places="{places("wide", len(found), i)};{places("narrow", len(found), i)}">'
        f'<button type="button" aria-expanded="false" data-node="{cause.id}" '
        f'aria-label="{m.text(_node_name(cause))}"></button></li>'
        for i, cause in enumerate(found)
    )
    return (
        f'<ol class="cc-nodes" aria-label="{m.text(phrase("causes.map"))}" data-live="" '
        f'hidden="hidden">{items}</ol>'
    )


def _node_name(cause: Cause) -> str:
    return phrase("causes.node", label=cause.label, grade=grade_mark(cause).split(" ", 1)[1])


def _cause(cause: Cause) -> str:
    grade = m.text(_grade_sentence(cause))
    rows = [
        ("claimed", m.text(claimed(cause))),
        ("studied", m.text(cause.studied)),
        ("whom", m.text(cause.whom)),
        ("needed", m.text(cause.needed)),
        ("grade", grade),
        ("claims", claim_marks(cause.claims)),
    ]
    body = "".join(
        f"<dt>{m.text(phrase(f'causes.{name}'))}</dt><dd>{words}</dd>" for name, words in rows
    )
    buttons = "".join(
        f'<button type="button" data-do="{name}">{m.text(phrase(f"causes.{name}"))}</button>'
        for name in ("back", "next")
    )
    tested = ' data-tested=""' if cause.tested else ""
    return (
        f'<details class="cc-cause" data-cause="{cause.id}" data-label="{m.text(cause.label)}"'
        f"{tested}><summary><strong>{m.text(cause.label)}</strong> "
        f'<span class="cc-grade">{m.text(grade_mark(cause))}</span></summary>'
        f"<p>{m.text(cause.idea)}</p><dl>{body}</dl>"
        f"{closed_names(cause.refs)}"
        f'<div class="cc-buttons" data-live="" hidden="hidden">{buttons}</div></details>'
    )


def _grade_sentence(cause: Cause) -> str:
    if cause.grade is None:
        return f"{grade_mark(cause)}. {phrase('causes.not_graded_meaning')}"
    says = claims_data.claim(cause.grade_of).article_says
    return phrase("causes.grade_of", grade=grade_mark(cause), says=says)


def _key() -> str:
    """Return each grade's symbol, word and line."""
    rows = [
        phrase(
            "causes.key_line",
            symbol=entry.symbol,
            grade=entry.word,
            line=phrase(f"causes.line_{entry.line}"),
            meaning=entry.meaning,
        )
        for entry in claims_data.grades().values()
    ]
    rows.append(
        phrase(
            "causes.key_line",
            symbol=phrase("causes.not_graded_symbol"),
            grade=phrase("causes.not_graded"),
            line=phrase("causes.line_long"),
            meaning=phrase("causes.not_graded_meaning"),
        )
    )
    return "<ul>" + "".join(f"<li>{m.text(row)}</li>" for row in rows) + "</ul>"
