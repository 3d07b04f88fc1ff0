"""Sort invented cases into piles, with the reason for each. Never a self-test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.cards import sorting_data
from course_lib.evidence.marks import claim_marks
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase, phrases_below

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course_lib.cards.sorting_data import SortCase, SortData


class SortCases(Activity):
    """One invented case after another, a button for each pile, and the reason at once.

    Parameters
    ----------
    name : str
        A file of ``data/sorts/``, such as ``"pcd"``.

    Attributes
    ----------
    position : int
        The case that is shown, counted from 0.
    chosen : dict of str to str
        The pile chosen last for each case.

    Raises
    ------
    UnknownNameError
        If there is no such file; it lists the near matches.
    """

    view = "sorting.js"
    example = ("pcd",)
    position = t.Int(0).tag(sync=True)
    chosen: t.Dict[str, Any] = t.Dict().tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self, name: str) -> None:
        data = sorting_data.sorting(name)
        # What is sorted may need words of its own, in place of the common ones.
        words = {**phrases_below("sort"), **phrases_below(f"sort_{name}")}
        super().__init__(markup=_markup(data, words), words=words)


def _markup(data: SortData, words: Mapping[str, str]) -> str:
    cards = "".join(_case(case, data, place, words) for place, case in enumerate(data.cases))
    piles = "".join(
        f'<p data-pile="{group.id}" data-label="{m.text(group.label)}"></p>'
        for group in data.groups
    )
    moves = "".join(
        f'<button type="button" data-do="{name}">{m.text(phrase(f"sort.{name}"))}</button>'
        for name in ("previous", "next", "again")
    )
    answers = "".join(_answer(case, data) for case in data.cases)
    return (
        '<section class="cc cc-sort" role="group" data-activity="SortCases" '
        f'aria-labelledby="{m.PREFIX}title"><p class="cc-title" id="{m.PREFIX}title">'
        f"{m.text(data.title)}</p><p>{m.text(data.about)}</p><p>{m.with_help(data.help)}</p>{cards}"
        f'<div class="cc-buttons" data-live="" hidden="hidden">{moves}</div>'
        f'<div class="cc-card cc-piles" data-live="" hidden="hidden">'
        f'<p class="cc-subtitle">{m.text(words["piles"])}</p>{piles}</div>'
        f"<details><summary>{m.text(phrase('sort.answers'))}</summary><dl>{answers}</dl>"
        "</details></section>"
    )


def _case(case: SortCase, data: SortData, place: int, words: Mapping[str, str]) -> str:
    position = phrase("sort.position", number=place + 1, all=len(data.cases))
    piles = "".join(
        f'<button type="button" aria-pressed="false" data-group="{group.id}">'
        f"{m.text(group.label)}</button>"
        for group in data.groups
    )
    return (
        f'<div class="cc-card" data-case="{case.id}" data-name="{m.text(case.name)}" '
        f'role="group" aria-label="{m.text(position)}" tabindex="-1">'
        f"<p>{m.text(position)}</p><p><strong>{m.text(case.name)}.</strong> {m.text(case.text)}</p>"
        f'<div data-live="" hidden="hidden"><p>{m.text(words["question"])}</p>'
        f'<div class="cc-buttons">{piles}</div></div>'
        '<div class="cc-feedback" role="status"></div></div>'
    )


def _answer(case: SortCase, data: SortData) -> str:
    group = next(each.label for each in data.groups if each.id == case.group)
    marks = claim_marks(case.claims)
    return (
        f"<dt>{m.text(case.name)}: {m.text(group)}</dt>"
        f'<dd data-reason="{case.id}" data-group="{case.group}">'
        f"<span>{m.text(case.reason)}</span> {marks}</dd>"
    )
