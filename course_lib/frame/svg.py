"""Turn a matplotlib figure into a scene: a small SVG with named, empty moving parts."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import matplotlib as mpl

from course_lib.frame.palette import INK, INK_STAND_IN

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "course",
    "font.family": "DejaVu Sans",
    "text.color": INK_STAND_IN,
    "axes.edgecolor": INK_STAND_IN,
    "figure.dpi": 72,
}


@dataclass(frozen=True)
class Moving:
    """A path that the player fills in.

    Parameters
    ----------
    part : str
        Its name, as in the activity's frames.
    attributes : dict of str to str
        SVG presentation attributes.
    """

    part: str
    attributes: dict[str, str] = field(default_factory=dict)


def style() -> AbstractContextManager[None]:
    """Draw with the settings that make scenes reproducible byte for byte."""
    return mpl.rc_context(_STYLE)


def affine(figure: Figure, ax: Axes) -> str:
    """Return the SVG transform from data coordinates of an axes to the picture."""
    height = figure.get_figheight() * 72
    (x0, y0), (x1, y1) = ax.transData.transform([(0, 0), (1, 1)])
    numbers = (x1 - x0, 0, 0, -(y1 - y0), x0, height - y0)
    return "matrix(" + " ".join(f"{n:.4f}".rstrip("0").rstrip(".") for n in numbers) + ")"


def to_scene(
    figure: Figure,
    moving: dict[str, tuple[str, list[Moving]]],
    attributes: dict[str, str] | None = None,
) -> str:
    """Return the figure as a scene.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        Drawn with `style`; a ``gid`` names each part.
    moving : dict
        For a ``gid``, the transform and the moving paths that are put there.
    attributes : dict, optional
        Further attributes of the ``<svg>`` element.

    Returns
    -------
    str
        One ``<svg>`` element, to be put into a page: without ids, scripts or fixed text
        colours.
    """
    buffer = io.StringIO()
    with style():
        figure.savefig(buffer, format="svg", metadata={"Date": None}, transparent=True)
    root = ET.fromstring(_without_namespaces(buffer.getvalue()))
    for tag in ("metadata", "defs"):
        for parent in root.iter():
            for child in [c for c in parent if c.tag == tag]:
                parent.remove(child)
    _name_parts(root)
    for gid, (transform, paths) in moving.items():
        _add_moving(root, gid, transform, paths)
    root.attrib = {
        "viewBox": root.attrib["viewBox"],
        "width": "100%",
        **(attributes or {}),
    }
    _drop_empty(root)
    _present(root)
    text = ET.tostring(root, encoding="unicode")
    text = re.sub(r"\n\s*", "\n", text).replace(INK_STAND_IN, INK)
    return _fewer_decimals(text) + "\n"


def _without_namespaces(text: str) -> str:
    text = re.sub(r"<\?xml.*?\?>|<!DOCTYPE.*?>", "", text, flags=re.DOTALL)
    text = re.sub(r'\sxmlns(:\w+)?="[^"]*"', "", text)
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    return re.sub(r"\sxlink:", " ", text).strip()


def _name_parts(root: ET.Element) -> None:
    """Keep our names as ``data-part``; drop matplotlib's own ids."""
    for element in root.iter():
        name = element.attrib.pop("id", "")
        if name and not re.match(r"^(figure|axes|patch|text|line2d|matplotlib\.\w+)_\d+$", name):
            element.set("data-part", name)
        element.attrib.pop("clip-path", None)


def _add_moving(root: ET.Element, gid: str, transform: str, paths: list[Moving]) -> None:
    target = root.find(f".//*[@data-part='{gid}']")
    if target is None:
        raise LookupError(f"The scene has no part called {gid!r}.")
    group = ET.SubElement(target, "g", {"transform": transform})
    for path in paths:
        ET.SubElement(
            group,
            "path",
            {
                "data-part": path.part,
                "d": "",
                "fill": "none",
                "vector-effect": "non-scaling-stroke",
                **path.attributes,
            },
        )


def _drop_empty(root: ET.Element) -> None:
    """Remove groups that hold nothing, innermost first."""
    changed = True
    while changed:
        changed = False
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "g" and len(child) == 0 and "data-part" not in child.attrib:
                    parent.remove(child)
                    changed = True


def _present(root: ET.Element) -> None:
    """Say as attributes how things look: a page's policy forbids styles that stand in markup."""
    for element in root.iter():
        for declared in element.attrib.pop("style", "").split(";"):
            name, _, value = declared.partition(":")
            if value:
                element.set(name.strip(), value.strip())


def _fewer_decimals(text: str) -> str:
    return re.sub(r"(\d+\.\d{2})\d+", r"\1", text)
