"""The see-saw of the nervous system's two branches: a metaphor, drawn as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import INK_STAND_IN
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene
from course_lib.hormones import substances_data
from course_lib.hormones.lanes_scene import SHAPES, STAGE, Shape, Stage, draw_lanes

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: The body signals whose lanes stand below the see-saw.
SIGNALS = ("heart_rate", "parasympathetic")


def draw(form: str) -> str:
    """Draw the see-saw above the lanes of heart rate and the calming branch."""
    substances = [substances_data.substances()[key] for key in SIGNALS]
    return draw_lanes(substances, SHAPES[form], Stage(height=190, draw=_stage))


def draw_stage() -> str:
    """Draw the see-saw alone, with large words for a projector."""
    canvas = Canvas(width=1200, height=420, font=28)
    with style():
        figure = canvas.figure()
        ax = canvas.axes(figure, "stage", (0, 0, 1, 370 / canvas.height))
        parts = _stage(ax, STAGE, scale=2)
        whole = canvas.axes(figure, "whole", (0.005, 0, 0.99, 1))
        words(whole, (0, 10 / canvas.height), phrase("illustrative"), canvas.font, bold=True)
        return to_scene(figure, {"stage": (affine(figure, ax), parts)})


def _stage(ax: Axes, shape: Shape, scale: float = 1) -> list[Moving]:
    reach = 1.9 if shape.label_above else 2.4
    ax.set_xlim(-reach, reach)
    ax.set_ylim(-1.35, 0.95)
    ax.fill([-0.16, 0.16, 0], [-0.75, -0.75, 0], color=INK_STAND_IN, alpha=0.75, lw=0)
    ax.axhline(-0.76, 0.1, 0.9, color=INK_STAND_IN, alpha=0.45, lw=1)
    for x, key in ((-1, "get_going"), (1, "calming")):
        ax.text(
            x * 1.02,
            -1.05,
            phrase(f"seesaw.{key}"),
            ha="center",
            va="baseline",
            fontsize=shape.font,
            weight="bold",
        )
    beam = {"stroke": "currentColor", "stroke-linecap": "round"}
    colours = {"get-going": "heart_rate", "calming": "parasympathetic"}
    substances = substances_data.substances()
    pans = [
        Moving(
            f"pan-{side}",
            {**beam, "stroke": substances[key].paint, "stroke-width": f"{26 * scale:g}"},
        )
        for side, key in colours.items()
    ]
    return [
        Moving("beam-range", {"fill": "currentColor", "fill-opacity": "0.16"}),
        Moving("beam", {**beam, "stroke-width": f"{6 * scale:g}"}),
        *pans,
    ]
