"""The map of causes: boxes, links by grade, and what is not known between the two ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Polygon

from course_lib.frame.palette import INK_STAND_IN
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import style, to_scene
from course_lib.pictures.causes_data import causes
from course_lib.pictures.causes_model import SHAPES, Box, Shape, cause_box, height, link, target_box
from course_lib.pictures.causes_words import grade_mark

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from course_lib.pictures.causes_data import Cause

#: Dashes in units of the line's width; a grade without a line is not among them.
LINES: dict[str, Any] = {
    "solid": "solid",
    "dashed": (0, (4, 2.5)),
    "dash-dot": (0, (5, 2, 1, 2)),
    "dotted": (0, (0.8, 2.2)),
    "long": (0, (11, 3)),
}


def draw(form: str) -> str:
    """Draw the whole map and return the scene."""
    shape, found = SHAPES[form], list(causes().values())
    tall = height(shape, len(found))
    with style():
        figure = Figure(figsize=(shape.width / 72, tall / 72))
        ax = figure.add_axes((0, 0, 1, 1))
        ax.set_axis_off()
        ax.set_xlim(0, shape.width)
        ax.set_ylim(tall, 0)
        ends = {end: [i for i, c in enumerate(found) if c.end == end] for end in ("tears", "low")}
        for place, cause in enumerate(found):
            _cause(ax, shape, place, cause)
            _link(ax, cause, link(shape, ends[cause.end], place))
        upper, lower = (target_box(shape, places) for places in ends.values())
        _target(ax, upper, phrase("causes.tears"), "")
        _target(ax, lower, phrase("causes.low"), phrase("causes.low_note"))
        _between(ax, upper, lower)
        _foot(ax, shape, tall)
        return to_scene(figure, {})


def _words(ax: Axes, x: float, y: float, text: str, size: int, **more: Any) -> None:
    ax.text(x, y, text, fontsize=size, va="baseline", **more)


def _box(ax: Axes, box: Box, gid: str, *, strong: bool = False) -> None:
    corners = FancyBboxPatch(
        (box.left, box.top),
        box.width,
        box.height,
        boxstyle="round,pad=0,rounding_size=6",
        facecolor="none",
        edgecolor=INK_STAND_IN,
        alpha=1 if strong else 0.6,
        linewidth=1.8 if strong else 1,
        gid=gid,
    )
    ax.add_patch(corners)


def _cause(ax: Axes, shape: Shape, place: int, cause: Cause) -> None:
    box = cause_box(shape, place)
    _box(ax, box, f"node-{cause.id}")
    grade = grade_mark(cause)
    if shape.narrow:
        _words(ax, box.left + 8, box.middle - 4, cause.label, 12, weight="bold")
        _words(ax, box.left + 8, box.middle + 13, grade, 12)
    else:
        _words(ax, box.left + 10, box.middle + 5, cause.label, 13, weight="bold")
        _words(ax, box.right - 10, box.middle + 5, grade, 12, ha="right")


def _link(ax: Axes, cause: Cause, ends: tuple[float, float, float, float]) -> None:
    line = cause.grade.line if cause.grade else "long"
    if line not in LINES:
        return
    x0, y0, x1, y1 = ends
    arrow = cause.link == "cause"
    tip = x1 - 3
    stop = tip - 8 if arrow else x1
    ax.plot(
        [x0 + 3, stop], [y0, y1], color=INK_STAND_IN, lw=2, ls=LINES[line], gid=f"link-{cause.id}"
    )
    if arrow:
        head = [(tip, y1), (tip - 10, y1 - 5.5), (tip - 10, y1 + 5.5)]
        ax.add_patch(Polygon(head, facecolor=INK_STAND_IN, lw=0, gid=f"arrow-{cause.id}"))


def _target(ax: Axes, box: Box, text: str, note: str) -> None:
    _box(ax, box, "target", strong=True)
    lines = [(line, 13, "bold") for line in text.split("|")]
    lines += [(line, 12, "normal") for line in note.split("|") if line]
    y = box.middle - 17 * len(lines) / 2 + 13
    for i, (line, size, weight) in enumerate(lines):
        x = box.left + box.width / 2
        _words(ax, x, y + 17 * i, line, size, ha="center", weight=weight)


def _between(ax: Axes, upper: Box, lower: Box) -> None:
    """Say that nobody counted how many of those with low feelings cry."""
    lines = phrase("causes.how_many").split("|")
    x = upper.left + upper.width / 2
    middle = (upper.top + upper.height + lower.top) / 2
    top = middle - 15 * len(lines) / 2
    for i, line in enumerate(lines):
        _words(ax, x, top + 15 * i + 11, line, 12, ha="center")
    dots: Any = {"color": INK_STAND_IN, "lw": 1.5, "ls": (0, (0.8, 2.2)), "alpha": 0.7}
    ax.plot([x, x], [upper.top + upper.height + 4, top - 4], **dots)
    ax.plot([x, x], [top + 15 * len(lines) + 4, lower.top - 4], **dots)


def _foot(ax: Axes, shape: Shape, tall: int) -> None:
    """Say under the map what an arrow is, and what no line shows."""
    step, top = 19, tall - shape.foot + 16
    second = (6, top + step) if shape.narrow else (190, top)
    last = top + (2 if shape.narrow else 1) * step
    _words(ax, 6, top, phrase("causes.key_cause"), 12)
    _words(ax, *second, phrase("causes.key_together"), 12)
    _words(ax, 6, last, phrase("causes.note"), 12, weight="bold")
