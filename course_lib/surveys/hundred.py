"""100 people: a published figure as filled dots and rings, with what it does not say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from course_lib.evidence.references_data import reference, short_name
from course_lib.frame import markup as m
from course_lib.frame.phrases import phrase
from course_lib.frame.player import Player, StopTrait
from course_lib.frame.tables import Table, table
from course_lib.surveys import published_data
from course_lib.surveys.marks_model import field
from course_lib.surveys.published_words import interval_words, percent

if TYPE_CHECKING:
    from course_lib.surveys.published_data import Published


@cache
def _groups() -> dict[str, published_data.Group]:
    return {group.id: group for group in published_data.words().groups}


def _from_low_to_high() -> dict[str, Published]:
    """Return the figures that have a percentage, from the lowest to the highest."""
    spans = [(each.span, each) for each in published_data.published().values() if each.span]
    return {each.id: each for _, each in sorted(spans, key=lambda pair: pair[0])}


@cache
def _figures() -> dict[str, published_data.Published]:
    return _from_low_to_high()


class HundredPeople(Player):
    """One published figure as 100 dots: filled for yes, a ring for no.

    Parameters
    ----------
    row : str
        A row of ``data/prevalence.csv`` with a percentage, such as ``"P01"``.
    """

    scene = "hundred"
    state_names = ("row",)
    row = StopTrait(lambda: list(_figures())).tag(sync=True)

    def __init__(self, row: str = "P01", **traits: Any) -> None:
        markup = m.figure(
            kind=type(self).__name__,
            controls=m.slider("row", phrase("hundred.slider"), list(_figures())),
            scene_name=self.scene,
            words='<p class="cc-opening" data-part="says"></p>'
            + "".join(f'<p data-part="{name}"></p>' for name in ("asked", "rounding", "interval")),
            reading=phrase("hundred.reading"),
            hint=phrase("hundred.static_hint"),
        )
        super().__init__(markup=markup, tables=_tables(), row=row, **traits)


def _number(figure: Published) -> str:
    """Return the figure as whole people out of 100."""
    low, high = (round(end) for end in _span(figure))
    if low == high:
        return str(low)
    return phrase("prevalence.span_range", low=low, high=high)


def _span(figure: Published) -> tuple[float, float]:
    return figure.span or (0.0, 0.0)


def _says(figure: Published) -> str:
    reading = figure.reading
    return phrase("hundred.says", number=_number(figure), base=reading.base, says=reading.says)


def _asked(figure: Published) -> str:
    said = phrase("hundred.who", who=figure.people.who, how=figure.people.how)
    source = phrase("prevalence.source", source=short_name(reference(figure.row.study_key)))
    return f"{said} {figure.reading.caution} {source}"


def _rounding(figure: Published) -> str:
    low, high = _span(figure)
    if low != high:
        return phrase("hundred.as_range", low=percent(low), high=percent(high))
    kind = "whole" if "." not in figure.row.percent else "rounded"
    return phrase(f"hundred.{kind}", percent=figure.row.percent, number=_number(figure))


def _interval(figure: Published) -> str:
    never = phrase("hundred.never_asked")
    if figure.interval is None:
        return f"{interval_words(figure)} {never}"
    low, high = (round(end) for end in figure.interval)
    kind = "interval_tight" if low == high else "interval"
    return f"{phrase(f'hundred.{kind}', low=low, high=high)} {never}"


def _label(figure: Published) -> str:
    return f"{_groups()[figure.reading.group].label}: {figure.reading.label}"


def _tables() -> list[Table]:
    by_row = {"row": list(_figures())}

    def each(part: str, attribute: str, say: Any) -> Table:
        return table(part, attribute, by_row, lambda s: say(_figures()[s["row"]]))

    def ends(figure: Published) -> tuple[int, int]:
        low, high = _span(figure)
        return round(low), round(high)

    return [
        each("title", "text", lambda f: phrase("hundred.title", number=_number(f))),
        each("row-label", "text", _label),
        each("row-control", "aria-valuetext", lambda f: f"{_label(f)}, {_number(f)} %"),
        each("number", "text", lambda f: phrase("hundred.number", number=_number(f))),
        each("group", "text", lambda f: _groups()[f.reading.group].label),
        each("who", "text", lambda f: f.reading.label),
        each("says", "text", _says),
        each("asked", "text", _asked),
        each("rounding", "text", _rounding),
        each("interval", "text", _interval),
        table("rings", "d", {}, lambda _: field(0, 100)),
        table("holes", "d", {}, lambda _: field(0, 100)),
        each("filled", "d", lambda f: field(0, ends(f)[0])),
        each("maybe", "d", lambda f: field(*ends(f))),
    ]
