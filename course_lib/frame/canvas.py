"""A plain picture: sizes of its two forms, and axes placed by shares of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from matplotlib.figure import Figure

from course_lib.frame.palette import INK_STAND_IN

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True)
class Canvas:
    """Sizes of a picture in CSS pixels; ``narrow`` is the phone's form."""

    width: int
    height: int
    font: int
    narrow: bool = False

    def figure(self) -> Figure:
        """Return an empty figure of this size."""
        return Figure(figsize=(self.width / 72, self.height / 72))

    def axes(self, figure: Figure, gid: str, box: tuple[float, float, float, float]) -> Axes:
        """Return axes without frame at left, top, width and height (shares of the picture).

        Data run from 0 to 1 both ways, with y upwards.
        """
        left, top, width, height = box
        ax = figure.add_axes((left, 1 - top - height, width, height))
        ax.set_axis_off()
        ax.set_gid(gid)
        ax.set_xlim(0, 1)
        ax.set_ylim(0, 1)
        return ax


def words(
    ax: Axes,
    at: tuple[float, float],
    text: str,
    size: int,
    *,
    ha: Literal["left", "center", "right"] = "left",
    bold: bool = False,
    gid: str | None = None,
) -> None:
    """Write words on an axes, from their baseline."""
    ax.text(
        *at,
        text,
        ha=ha,
        va="baseline",
        fontsize=size,
        weight="bold" if bold else "normal",
        gid=gid,
    )


def ground(ax: Axes, x: float | None = None) -> None:
    """Shade an axes, rule its bottom, and mark a moment in it."""
    ax.axvspan(0, 1, color=INK_STAND_IN, alpha=0.05, lw=0)
    ax.axhline(0, color=INK_STAND_IN, alpha=0.45, lw=1)
    if x is not None:
        ax.axvline(x, color=INK_STAND_IN, alpha=0.4, lw=1)
