"""Mood after crying in a laboratory, and 100 crying episodes out of diaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Circle

from course_lib.frame.canvas import Canvas, ground, words
from course_lib.frame.palette import INK_STAND_IN, RED, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene
from course_lib.pictures import crying_data
from course_lib.pictures.crying_model import PLACES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FORMS = {
    "wide": Canvas(width=760, height=440, font=13),
    "narrow": Canvas(width=350, height=560, font=12, narrow=True),
}
#: Where the icons begin, in CSS pixels from the top.
_ICONS = 280
COLOUR = named("mood", RED)


def draw(form: str) -> str:
    """Draw chart and icons, without the moving lines, and return the scene."""
    canvas = FORMS[form]
    with style():
        figure = canvas.figure()
        ax = canvas.axes(figure, "mood", (0.02, 34 / canvas.height, 0.96, 150 / canvas.height))
        _chart(ax, (canvas.font, 11), (1 + 12 / 150, 0.9, 0.05, -0.13, -0.29), (0.2, 1))
        rows, per_row = (10, 10) if canvas.narrow else (5, 20)
        width = 25 * max(per_row, 13) / canvas.width
        box = (0.02, _ICONS / canvas.height, width, rows * 25 / canvas.height)
        _icons(canvas.axes(figure, "icons", box), rows, per_row)
        whole = canvas.axes(figure, "key", (0.02, 0, 0.96, 1))
        above = 1 - (_ICONS - 12) / canvas.height
        words(whole, (0, above), phrase("crying.icons"), canvas.font, bold=True)
        diary = crying_data.crying().diary
        counts = {"better": diary.better, "same": diary.same, "worse": diary.worse}
        key = phrase("crying.key_narrow" if canvas.narrow else "crying.key", **counts)
        below = 1 - (_ICONS + rows * 25 + 20) / canvas.height
        words(whole, (0, below), key, 11)
        return to_scene(figure, {"mood": (affine(figure, ax), _lines())})


def draw_stage() -> str:
    """Draw the chart alone, with large words for a projector."""
    canvas = Canvas(width=1200, height=400, font=28)
    with style():
        figure = canvas.figure()
        ax = canvas.axes(figure, "mood", (0.005, 46 / canvas.height, 0.99, 262 / canvas.height))
        _chart(ax, (28, 28), (1.05, 0.87, 0.04, -0.14, -0.3), (0.3, 2))
        return to_scene(figure, {"mood": (affine(figure, ax), _lines(2.3))})


def _chart(
    ax: Axes, letters: tuple[int, int], heights: tuple[float, ...], upright: tuple[float, int]
) -> None:
    """Draw the ground and the words of the moods, in large and small letters.

    ``heights`` are those of title, up, down, times and note; ``upright`` is how strong and how
    thick the line of each time is.
    """
    (large, small), (title, up, down, times, note) = letters, heights
    alpha, thick = upright
    ground(ax)
    words(ax, (0, title), phrase("crying.chart"), large, bold=True)
    for x, stop in zip(PLACES, crying_data.crying().stops, strict=True):
        ax.axvline(x, color=INK_STAND_IN, alpha=alpha, lw=thick)
        words(ax, (x, times), phrase(f"crying.tick_{stop.id}"), small, ha="center")
    words(ax, (0.005, up), phrase("crying.up"), small)
    words(ax, (0.005, down), phrase("crying.down"), small)
    words(ax, (0, note), phrase("illustrative"), large, bold=True)


def _lines(scale: float = 1) -> list[Moving]:
    stroke = {"stroke-linecap": "round", "stroke-linejoin": "round"}
    ink = {**stroke, "stroke": "currentColor"}
    return [
        Moving("story", {**ink, "stroke-width": f"{8 * scale:g}"}),
        Moving("did-not", {**ink, "stroke-width": f"{2 * scale:g}", "stroke-dasharray": "7 5"}),
        Moving("cried-line", {**stroke, "stroke": COLOUR, "stroke-width": f"{3 * scale:g}"}),
        Moving("dot", {**stroke, "stroke": COLOUR, "stroke-width": f"{12 * scale:g}"}),
    ]


def _icons(ax: Axes, rows: int, per_row: int) -> None:
    """Draw 100 episodes: filled means better, ring no different, cross worse."""
    diary = crying_data.crying().diary
    kinds = ["better"] * diary.better + ["same"] * diary.same + ["worse"] * diary.worse
    ax.set_xlim(0, 25 * max(per_row, 13))
    ax.set_ylim(-25 * rows, 0)
    for i, kind in enumerate(kinds):
        row, column = divmod(i, per_row)
        x, y = 25 * column + 12, -25 * row - 12
        if kind == "worse":
            for way in (-1, 1):
                ax.plot([x - 6, x + 6], [y - 6 * way, y + 6 * way], color=INK_STAND_IN, lw=2)
        else:
            face = INK_STAND_IN if kind == "better" else "none"
            ax.add_patch(Circle((x, y), 7, facecolor=face, edgecolor=INK_STAND_IN, lw=1.6))
