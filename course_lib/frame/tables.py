"""What moves, as data: tables of values by state, filled into markup.

A table says, for one named part of the markup and one attribute, what its
value is in each state. The same tables are read here (static figure, caption,
stored text) and by ``player.js`` (live figure), so there is one model only.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

State = dict[str, str]


@dataclass(frozen=True)
class Table:
    """The values of one attribute of one part, by state.

    Parameters
    ----------
    part : str
        The ``data-part`` of the elements it fills.
    attribute : str
        An SVG or HTML attribute, or "text" for the words inside.
    by : tuple of str
        The names of the state that it depends on.
    values : dict of str to str
        The value for each state, keyed by the state's values joined with "|".
    """

    part: str
    attribute: str
    by: tuple[str, ...]
    values: dict[str, str]

    def value(self, state: Mapping[str, str]) -> str:
        """Return the value in a state."""
        return self.values["|".join(state[name] for name in self.by)]


def table(
    part: str,
    attribute: str,
    states: Mapping[str, Sequence[str]],
    value: Callable[[State], str],
) -> Table:
    """Compute a table for all states, leaving out what the value does not depend on.

    Parameters
    ----------
    part, attribute : str
        See `Table`.
    states : mapping
        Each name of the state with its possible values.
    value : callable
        Returns the value for one state.
    """
    names = tuple(states)
    full = {
        combination: value(dict(zip(names, combination, strict=True)))
        for combination in product(*states.values())
    }
    for name in names:
        full, names = _without(full, names, name)
    return Table(part, attribute, names, {"|".join(key): text for key, text in full.items()})


def _without(
    full: dict[tuple[str, ...], str], names: tuple[str, ...], name: str
) -> tuple[dict[tuple[str, ...], str], tuple[str, ...]]:
    """Drop one name of the state if no value depends on it."""
    place = names.index(name)
    shorter: dict[tuple[str, ...], str] = {}
    for key, text in full.items():
        rest = key[:place] + key[place + 1 :]
        if shorter.setdefault(rest, text) != text:
            return full, names
    return shorter, names[:place] + names[place + 1 :]


def as_json(tables: Sequence[Table]) -> list[dict[str, object]]:
    """Return the tables as the player reads them."""
    return [
        {"part": t.part, "attribute": t.attribute, "by": list(t.by), "values": t.values}
        for t in tables
    ]


def fill(
    markup: str,
    tables: Sequence[Table],
    state: State,
    shown: Sequence[str] | None,
    *,
    slim: bool = False,
) -> str:
    """Return the markup with every table's value for one state filled in.

    Parameters
    ----------
    markup : str
        Well-formed XHTML with one root element.
    tables : sequence of Table
        See `table`.
    state : dict of str to str
        The state to show.
    shown : sequence of str or None
        The lanes to show; ``None`` if the figure has no lanes to choose.
    slim : bool
        Whether to leave out what is not shown, for storage.
    """
    root = ET.fromstring(markup)
    parts: dict[str, list[ET.Element]] = {}
    for element in root.iter():
        if "data-part" in element.attrib:
            parts.setdefault(element.attrib["data-part"], []).append(element)
    for each in tables:
        for element in parts.get(each.part, []):
            _set(element, each.attribute, each.value(state))
    if shown is not None:
        arrange(root, shown)
    for element in root.iter():
        _tick(element, state, shown)
    if slim:
        _leave_out(root)
    return ET.tostring(root, encoding="unicode", method="html")


def arrange(root: ET.Element, shown: Sequence[str]) -> None:
    """Stack the shown lanes without gaps and shorten each picture (as in ``player.js``)."""
    for svg in root.iter():
        if "data-lanes" not in svg.attrib:
            continue
        pitch = float(svg.attrib["data-lane-height"])
        lanes = svg.attrib["data-lanes"].split()
        visible = [lane for lane in lanes if lane in shown]
        named = {e.attrib["data-part"]: e for e in svg.iter() if "data-part" in e.attrib}
        for place, lane in enumerate(lanes):
            if lane in visible:
                shift = (visible.index(lane) - place) * pitch
                named[f"lane-{lane}"].set("transform", f"translate(0 {shift:g})")
                named[f"lane-{lane}"].attrib.pop("display", None)
            else:
                named[f"lane-{lane}"].set("display", "none")
        gone = (len(lanes) - len(visible)) * pitch
        named["foot"].set("transform", f"translate(0 {-gone:g})")
        left, top, width, height = svg.attrib["viewBox"].split()
        svg.set("viewBox", f"{left} {top} {width} {float(height) - gone:g}")
    for element in root.iter():
        if "data-lane" not in element.attrib:
            continue
        if element.attrib["data-lane"] in shown:
            element.attrib.pop("hidden", None)
        else:
            element.set("hidden", "hidden")


def _leave_out(root: ET.Element) -> None:
    """Remove lanes that are not shown, and what speaks of them."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.get("display") == "none" or (
                "data-lane" in child.attrib and "hidden" in child.attrib
            ):
                parent.remove(child)


def _set(element: ET.Element, attribute: str, value: str) -> None:
    if attribute != "text":
        element.set(attribute, value)
        return
    target = element.find(".//text") if element.tag == "g" else element
    if target is not None:
        target.text = value


def _tick(element: ET.Element, state: State, shown: Sequence[str] | None) -> None:
    """Show the state in the controls of the static markup too."""
    name = element.attrib.get("data-control")
    if name is None or element.tag != "input":
        return
    kind, value = element.attrib["type"], element.attrib.get("value", "")
    if kind == "range":
        element.set("value", str(element.attrib["data-values"].split().index(state[name])))
    elif kind == "radio" or "data-off" in element.attrib:
        if state[name] == value:
            element.set("checked", "checked")
    elif kind == "checkbox" and value in (shown or ()):
        element.set("checked", "checked")
