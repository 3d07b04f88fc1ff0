"""The feelings map: put invented people's tears where they seem to belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.evidence.marks import claim_marks
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.load import UnknownNameError
from course_lib.frame.phrases import phrase, phrases_below
from course_lib.pictures import feelings_data
from course_lib.pictures.feelings_model import STOPS, corner, place

if TYPE_CHECKING:
    from course_lib.pictures.feelings_data import Vignette

_SCALE = [str(stop) for stop in range(STOPS)]


class FeelingsMap(Activity):
    """Place invented people's tears by dragging a drop or by two sliders.

    Attributes
    ----------
    chosen : str
        The person whose drop the sliders move.
    places : dict of str to list of int
        Where each placed drop stands: pleasant and intense, from 0 to 4.

    Raises
    ------
    UnknownNameError
        For a person who is not on the map; it lists the near matches.
    """

    view = "feelings.js"
    chosen = t.Unicode().tag(sync=True)
    places = t.Dict().tag(sync=True)
    words = t.Dict().tag(sync=True)
    people = t.Dict().tag(sync=True)
    spots: t.List[Any] = t.List(help="Left, top (per cent) and corner of each place").tag(sync=True)

    def __init__(self) -> None:
        people = feelings_data.vignettes()
        super().__init__(
            markup=_markup(list(people.values())),
            chosen=next(iter(people)),
            words=_words(),
            people={
                each.id: {"name": each.name, "reading": [each.pleasant, each.intense]}
                for each in people.values()
            },
            spots=[[_spot(x, y) for y in range(STOPS)] for x in range(STOPS)],
        )

    @t.validate("chosen")
    def _known_person(self, proposal: dict[str, Any]) -> str:
        if proposal["value"] not in feelings_data.vignettes():
            raise UnknownNameError("person", proposal["value"], feelings_data.vignettes())
        return str(proposal["value"])


def _spot(pleasant: int, intense: int) -> list[Any]:
    left, top = place(pleasant, intense)
    return [round(left * 100, 2), round(top * 100, 2), corner(pleasant, intense)]


def _where(person: Vignette) -> dict[str, str]:
    return {
        "pleasant": phrase(f"feelings.pleasant_{person.pleasant}"),
        "intense": phrase(f"feelings.intense_{person.intense}"),
    }


def _markup(people: list[Vignette]) -> str:
    numbered = {each.id: f"{i} {each.name}" for i, each in enumerate(people, start=1)}
    sliders = "".join(
        m.slider(name, phrase(f"feelings.{name}"), _SCALE) for name in ("pleasant", "intense")
    )
    buttons = "".join(
        f'<button type="button" data-do="{name}">{m.text(phrase(f"feelings.{name}"))}</button>'
        for name in ("show", "clear")
    )
    texts = "".join(f'<p data-person="{p.id}">{m.text(p.text)}</p>' for p in people)
    return (
        f'<figure class="cc cc-figure cc-feelings" '
        f'aria-labelledby="{m.PREFIX}title" data-activity="FeelingsMap">'
        f'<p class="cc-title" id="{m.PREFIX}title">{m.text(phrase("feelings.title"))}</p>'
        '<div class="cc-controls" data-live="" hidden="hidden">'
        f"{m.radios('chosen', phrase('feelings.choose'), numbered)}"
        f'<div class="cc-vignette">{texts}</div>{sliders}'
        '<div class="cc-buttons"><button type="button" class="cc-main" data-do="place"></button>'
        f"{buttons}</div></div>"
        f'<div class="cc-map">{m.picture("feelings")}<div class="cc-drops" aria-hidden="true">'
        f"{_drops(people)}</div></div>"
        f'<div class="cc-tray" aria-hidden="true" data-live="" hidden="hidden"></div>'
        f'<figcaption><div class="cc-words" id="{m.PREFIX}words" aria-live="polite">'
        f"{_placed(people)}</div>"
        f"<details><summary>{m.text(phrase('feelings.people'))}</summary>{_people(people)}"
        f"</details>"
        f'<p class="cc-static" data-static=""><em>{m.text(phrase("feelings.static_hint"))}</em></p>'
        f'<p class="cc-reading">{m.text(phrase("feelings.reading"))}</p></figcaption></figure>'
    )


def _placed(people: list[Vignette]) -> str:
    """Return in words one possible placing of everyone, which the picture starts with."""
    first, *others = (
        m.text(phrase("feelings.placed", name=each.name, **_where(each))) for each in people
    )
    items = "".join(f"<li>{each}</li>" for each in others)
    corners = {corner(each.pleasant, each.intense) for each in people} - {""}
    return (
        f'<p class="cc-opening" data-part="placed">{first}</p><ul data-part="list">{items}</ul>'
        f'<p data-part="corners">{m.text(phrase(f"feelings.corners_{len(corners)}"))}</p>'
    )


def _drops(people: list[Vignette]) -> str:
    """Return the drops at one possible placing; those on the same place stand side by side."""
    drops: list[str] = []
    taken: list[tuple[int, int]] = []
    for number, each in enumerate(people, start=1):
        spot = (each.pleasant, each.intense)
        drops.append(
            f'<span class="cc-drop" data-drop="{each.id}" data-pleasant="{each.pleasant}" '
            f'data-intense="{each.intense}" data-beside="{taken.count(spot)}">'
            f'<span data-number="{number}"></span></span>'
        )
        taken.append(spot)
    return "".join(drops)


def _people(people: list[Vignette]) -> str:
    items = []
    for number, each in enumerate(people, start=1):
        where = phrase("feelings.drop", number=number, name=each.name, **_where(each))
        marks = claim_marks(each.claims)
        items.append(
            f"<dt>{number}. {m.text(each.name)}</dt><dd>{m.text(each.text)}</dd>"
            f"<dd>{m.text(phrase('feelings.possible'))}: {m.text(where)}. "
            f"{m.text(each.reading)} {marks}</dd>"
        )
    return f"<dl>{''.join(items)}</dl>"


def _words() -> dict[str, str]:
    """Return the phrases that a live map says."""
    words = phrases_below("feelings")
    del words["static_hint"]  # stands in the markup; a live view and a page need none
    return words
