"""Small multiples: one small picture for each substance, each on its own scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from matplotlib.figure import Figure

from course_lib.frame.palette import INK_STAND_IN
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import affine, style, to_scene
from course_lib.hormones import substances_data
from course_lib.hormones.parts_scene import curve_parts, label, note, phase_backdrop
from course_lib.hormones.timeline_model import FEW_TICKS, Timeline

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from course_lib.hormones.substances_data import Substance


@dataclass(frozen=True)
class Grid:
    """Sizes of the grid in CSS pixels."""

    width: int
    columns: int
    panel: int
    label: int
    gap: int
    foot: int
    font: int
    #: How the words stand below their marks: where it is narrow, they end at them.
    ticks: Literal["center", "right"]


GRIDS = {
    "wide": Grid(
        width=760, columns=3, panel=84, label=36, gap=22, foot=34, font=13, ticks="center"
    ),
    "narrow": Grid(
        width=350, columns=2, panel=70, label=36, gap=14, foot=32, font=12, ticks="right"
    ),
}


def draw(form: str) -> str:
    """Draw one empty panel for each substance and return the scene."""
    substances, grid = substances_data.timeline_substances(), GRIDS[form]
    timeline = Timeline(substances_data.timeline())
    rows = -(-len(substances) // grid.columns)
    pitch = grid.label + grid.panel + 24
    height = rows * pitch + grid.foot
    width = (grid.width - grid.gap * (grid.columns - 1)) / grid.columns
    moving = {}
    with style():
        figure = Figure(figsize=(grid.width / 72, height / 72))
        for i, substance in enumerate(substances):
            row, column = divmod(i, grid.columns)
            top = row * pitch + grid.label
            ax = figure.add_axes(
                (
                    column * (width + grid.gap) / grid.width,
                    1 - (top + grid.panel) / height,
                    width / grid.width,
                    grid.panel / height,
                )
            )
            ax.set_gid(f"panel-{substance.id}")
            _panel(ax, grid, timeline, substance)
            moving[f"panel-{substance.id}"] = (
                affine(figure, ax),
                curve_parts(substance, line=2.5, story=6),
            )
        figure.text(
            1 if grid.columns > 2 else 0,  # noqa: PLR2004
            10 / height,
            phrase("illustrative"),
            ha="right" if grid.columns > 2 else "left",  # noqa: PLR2004
            va="baseline",
            fontsize=grid.font,
            weight="bold",
            gid="illustrative",
        )
    return to_scene(figure, moving)


def _panel(ax: Axes, grid: Grid, timeline: Timeline, substance: Substance) -> None:
    phase_backdrop(ax, timeline)
    label(ax, substance.short, (0, 1), (0, 20), size=grid.font, bold=True)
    label(ax, "-", (0, 1), (0, 6), size=11, gid=f"basis-{substance.id}")
    for minute in FEW_TICKS:
        place = timeline.place(minute)
        ha: Literal["center", "right"] = "right" if minute == FEW_TICKS[-1] else grid.ticks
        ax.plot([place, place], [-0.04, -0.1], color=INK_STAND_IN, lw=1, clip_on=False)
        at = (place / timeline.length, 0)
        label(ax, "-", at, (0, -15), size=11, ha=ha, gid=f"tick-{minute}")
    note(ax, timeline, substance, 11)
