"""Published figures, group by group, and side by side only where that is fair."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Any

import traitlets as t

from course_lib.evidence.marks import reference_list
from course_lib.evidence.references_data import reference, short_name
from course_lib.frame import markup as m
from course_lib.frame.activity import Activity
from course_lib.frame.phrases import phrase
from course_lib.frame.player import StopTrait
from course_lib.frame.scenes import FORMS, scene
from course_lib.frame.tables import Table, fill
from course_lib.surveys import published_data
from course_lib.surveys.marks_model import figure_marks
from course_lib.surveys.published_words import about, group_title, option, value, verdict

if TYPE_CHECKING:
    from course_lib.surveys.published_data import Group, Published


@cache
def _groups() -> dict[str, published_data.Group]:
    return {group.id: group for group in published_data.words().groups}


@cache
def _rows() -> dict[str, published_data.Published]:
    return published_data.published()


_LANES = {"group": 6, "pair": 2}
#: What fills the places of reasons that are not needed.
_NONE = ("",) * 5
_REASONS = "".join(f'<li data-part="reason-{i}"></li>' for i in range(5))


class PrevalenceExplorer(Activity):
    """Every published figure as a dot with its interval, grouped by what was asked.

    Parameters
    ----------
    group : str
        A group of ``data/prevalence.toml``, such as ``"ever"``.
    first, second : str
        Two rows of ``data/prevalence.csv`` to put side by side, such as ``"P01"``.

    Raises
    ------
    UnknownNameError
        For an unknown group or row; it lists the near matches.
    """

    view = "prevalence.js"
    group = StopTrait(lambda: list(_groups())).tag(sync=True)
    first = StopTrait(lambda: list(_rows())).tag(sync=True)
    second = StopTrait(lambda: list(_rows())).tag(sync=True)
    groups = t.Dict(help="Each group's title, note, rows and picture heights").tag(sync=True)
    shapes = t.Dict(help="Each row's name, value and paths").tag(sync=True)
    pairs = t.Dict(help="For each pair: joined or not, its link, its sentences").tag(sync=True)
    sentences = t.List(t.Unicode()).tag(sync=True)

    def __init__(self, group: str = "ever", *, first: str = "P01", second: str = "P08") -> None:
        pairs, sentences = _pairs()
        super().__init__(
            markup=_markup(),
            group=group,
            first=first,
            second=second,
            groups={each.id: _group_data(each) for each in _groups().values()},
            shapes={each.id: _shape(each) for each in _rows().values()},
            pairs=pairs,
            sentences=sentences,
        )

    def _static_markup(self, *, slim: bool = False) -> str:
        here = self.groups[self.group]
        joined, said = verdict(_rows()[self.first], _rows()[self.second])
        pair = [self.first, self.second] if joined else []
        values = {
            ("title", "text"): here["title"],
            ("note", "text"): here["note"],
            ("verdict", "text"): said[0],
            **{(f"reason-{i}", "text"): each for i, each in enumerate([*said[1:], *_NONE][:5])},
            ("link", "d"): "",
            **_lane_values("group", here["rows"]),
            **_lane_values("pair", pair),
            **{(f"group-{form}", "viewBox"): box for form, box in here["boxes"].items()},
        }
        markup = self.markup
        if joined:
            link = _link(_rows()[self.first], _rows()[self.second])
            values["pair-link", "d"] = link
        else:
            markup = markup.replace('<div data-pair="">', '<div data-pair="" hidden="hidden">')
        tables = [Table(part, attribute, (), {"": v}) for (part, attribute), v in values.items()]
        return fill(markup, tables, {"group": self.group}, None, slim=slim)


def _lane_values(picture: str, rows: list[str]) -> dict[tuple[str, str], str]:
    """Return what stands in each lane of a picture; lanes without a row are empty."""
    values = {}
    for lane in range(_LANES[picture]):
        shape = _shape(_rows()[rows[lane]]) if lane < len(rows) else {}
        for name in ("who", "value", "whisker", "round", "hole", "square"):
            attribute = "text" if name in ("who", "value") else "d"
            values[f"{picture}-{name}-{lane}", attribute] = shape.get(name, "")
    return values


def _shape(figure: Published) -> dict[str, str]:
    """Return one row's name, value and paths."""
    marks = figure_marks(figure.span, figure.interval, figure.people.shape)
    return {"who": figure.reading.label, "value": value(figure), **marks}


def _group_data(group: Group) -> dict[str, Any]:
    rows = [figure.id for figure in published_data.in_group(group.id)]
    return {
        "title": group_title(group),
        "note": group.note,
        "rows": rows,
        "boxes": {form: _box(form, len(rows)) for form in FORMS},
    }


def _box(form: str, rows: int) -> str:
    """Return the part of the picture that so many rows need."""
    svg = scene("prevalence", form)
    width, top, lane = (
        re.search(rf'{name}="(?:0 0 )?([\d.]+)', svg)[1]  # type: ignore[index]
        for name in ("viewBox", "data-top", "data-lane-height")
    )
    return f"0 0 {width} {int(top) + rows * int(lane) + 6}"


def _link(one: Published, other: Published) -> str:
    """Return the line that joins two figures, from lane to lane."""
    places = [sum(each.span) / 2 for each in (one, other) if each.span]
    return f"M{places[0]:g} -0.5 L{places[1]:g} -1.5"


def _pairs() -> tuple[dict[str, list[Any]], list[str]]:
    """Return what is said of each pair of rows: each sentence once, pairs as places in them."""
    places: dict[str, int] = {}
    pairs = {}
    for one, other in combinations_with_replacement(_rows().values(), 2):
        for first, second in ((one, other), (other, one)):
            joined, said = verdict(first, second)
            link = _link(first, second) if joined else ""
            numbers = [places.setdefault(words, len(places)) for words in said]
            pairs[f"{first.id}|{second.id}"] = [link, *numbers]
    return pairs, list(places)


def _picture(name: str, picture: str) -> str:
    """Return a picture whose parts are named apart from the other picture's."""
    svg = re.sub(
        r'data-part="(who|value|whisker|round|hole|square|link)(?=[-"])',
        rf'data-part="{picture}-\1',
        m.picture(name),
    )
    if picture == "pair":  # the figure's title does not describe this one
        return svg.replace("title", "compare").replace(f"{m.PREFIX}words", f"{m.PREFIX}verdict")
    return svg


def _markup() -> str:
    groups = m.radios(
        "group", phrase("prevalence.choose"), {g.id: g.label for g in _groups().values()}
    )
    lists = "".join(_list(group) for group in _groups().values())
    sources = reference_list(list(dict.fromkeys(f.row.study_key for f in _rows().values())))
    return (
        f'<figure class="cc cc-figure cc-published" '
        f'aria-labelledby="{m.PREFIX}title" data-activity="PrevalenceExplorer">'
        f'<p class="cc-title" id="{m.PREFIX}title" data-part="title"></p>'
        f'<div class="cc-controls" data-live="" hidden="hidden">{groups}</div>'
        f"{_picture('prevalence', 'group')}"
        f'<figcaption><p class="cc-key">{m.text(phrase("prevalence.key"))}</p>'
        f'<div class="cc-words" id="{m.PREFIX}words" aria-live="polite">'
        '<p class="cc-opening" data-part="note"></p></div>'
        f'<details class="cc-rows"><summary>{m.text(phrase("prevalence.rows"))}</summary>'
        f"{lists}</details>"
        f"{_compare()}"
        f"<details><summary>{m.text(phrase('prevalence.sources'))}</summary>{sources}</details>"
        f'<p class="cc-static" data-static=""><em>{m.text(phrase("prevalence.static_hint"))}</em>'
        f'</p><p class="cc-reading">{m.text(phrase("prevalence.reading"))}</p>'
        "</figcaption></figure>"
    )


def _list(group: Group) -> str:
    items = "".join(
        f"<dt>{m.text(figure.reading.label)}: {m.text(value(figure))}</dt>"
        f"<dd>{m.text(' '.join(about(figure)))} "
        f"{m.text(phrase('prevalence.source', source=short_name(reference(figure.row.study_key))))}"
        "</dd>"
        for figure in published_data.in_group(group.id)
    )
    return (
        f'<div data-group="{group.id}"><div class="cc-asleep">'
        f'<p class="cc-subtitle">{m.text(group.label)}</p><p>{m.text(group.note)}</p></div>'
        f"<dl>{items}</dl></div>"
    )


def _compare() -> str:
    selects = "".join(
        f'<div><label for="{m.PREFIX}{name}">{m.text(phrase(f"prevalence.{name}"))}</label> '
        f'<select id="{m.PREFIX}{name}" data-control="{name}">{_options()}</select></div>'
        for name in ("first", "second")
    )
    return (
        f'<div class="cc-card cc-compare"><p class="cc-subtitle" id="{m.PREFIX}compare">'
        f"{m.text(phrase('prevalence.compare'))}</p>"
        f"<p>{m.text(phrase('prevalence.compare_help'))}</p>"
        f'<div class="cc-two" data-live="" hidden="hidden">{selects}</div>'
        f'<div data-pair="">{_picture("prevalence_pair", "pair")}</div>'
        f'<div id="{m.PREFIX}verdict" role="status"><p class="cc-opening" data-part="verdict"></p>'
        f'<ul class="cc-reasons">{_REASONS}</ul></div></div>'
    )


def _options() -> str:
    groups = []
    for group in _groups().values():
        options = "".join(
            f'<option value="{figure.id}">{m.text(option(figure, group))}</option>'
            for figure in published_data.in_group(group.id)
        )
        groups.append(f'<optgroup label="{m.text(group.label)}">{options}</optgroup>')
    return "".join(groups)
