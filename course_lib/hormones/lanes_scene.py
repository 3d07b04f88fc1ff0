"""The hormone timeline's scene: one lane for each substance, so heights are never compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from matplotlib.figure import Figure

from course_lib.frame.palette import INK_STAND_IN
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene
from course_lib.hormones import substances_data
from course_lib.hormones.parts_scene import curve_parts, label, note, phase_backdrop
from course_lib.hormones.timeline_model import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from course_lib.hormones.substances_data import Substance


@dataclass(frozen=True)
class Shape:
    """Sizes of a scene in CSS pixels."""

    width: int
    left: int
    right: int
    head: int
    lane: int
    gap: int
    foot: int
    font: int
    label_above: bool
    #: Minutes from orgasm that are marked below the lanes.
    ticks: tuple[int, ...]
    #: The smaller letters, and how far below the lanes the two lines of words stand.
    small: int = 11
    drops: tuple[int, int] = (12, 34)
    #: Stroke widths of the measured line, the story and the dot.
    strokes: tuple[float, float, float] = (3, 7, 11)
    #: Whether a lane says below its name where it was measured; sentences say it, too.
    bases: bool = True


WIDE = Shape(
    width=760,
    left=158,
    right=12,
    head=30,
    lane=66,
    gap=8,
    foot=46,
    font=13,
    label_above=False,
    ticks=(0, 10, 30, 60),
)
NARROW = Shape(
    width=350,
    left=6,
    right=6,
    head=26,
    lane=84,
    gap=8,
    foot=58,
    font=12,
    label_above=True,
    ticks=(0, 10, 60),
)
#: For a projector: 28 pixels is the smallest of its letters on a stage of 1280 × 720.
STAGE = Shape(
    width=1200,
    left=240,
    right=16,
    head=48,
    lane=128,
    gap=14,
    foot=92,
    font=28,
    label_above=False,
    ticks=(0, 10, 30, 60),
    small=28,
    drops=(30, 76),
    strokes=(7, 16, 26),
    bases=False,
)
SHAPES = {"wide": WIDE, "narrow": NARROW}


@dataclass(frozen=True)
class Stage:
    """A drawing above the lanes, such as the see-saw.

    ``draw`` fills an axes that spans the figure and returns the moving parts.
    """

    height: int
    draw: Callable[[Axes, Shape], list[Moving]]


def draw_lanes(substances: list[Substance], shape: Shape, stage: Stage | None = None) -> str:
    """Draw the lanes, empty, and return the scene.

    Parameters
    ----------
    substances : list of Substance
        One lane each, from top to bottom.
    shape : Shape
        Wide or narrow.
    stage : Stage, optional
        What is drawn above the lanes.
    """
    timeline = Timeline(substances_data.timeline())
    pitch = shape.lane + shape.gap
    top = shape.head + (stage.height if stage else 0)
    height = top + pitch * len(substances) + shape.foot
    moving = {}
    with style():
        figure = Figure(figsize=(shape.width / 72, height / 72))
        if stage:
            ax = figure.add_axes((0, 1 - stage.height / height, 1, stage.height / height))
            ax.set_axis_off()
            ax.set_gid("stage")
            parts = stage.draw(ax, shape)
            moving["stage"] = (affine(figure, ax), parts)
        head = _axes(figure, shape, timeline, top=top - shape.head, height=shape.head)
        head.set_gid("head")
        _phase_labels(head, shape, timeline)
        for i, substance in enumerate(substances):
            room = 20 if shape.label_above else 0
            ax = _axes(
                figure, shape, timeline, top=top + i * pitch + room, height=shape.lane - room
            )
            ax.set_gid(f"lane-{substance.id}")
            _lane(ax, shape, timeline, substance)
            moving[f"lane-{substance.id}"] = (affine(figure, ax), _moving_parts(substance, shape))
        foot = _axes(figure, shape, timeline, top=height - shape.foot, height=shape.foot)
        foot.set_gid("foot")
        _foot(foot, shape, timeline)
    return to_scene(
        figure,
        moving,
        {
            "data-lanes": " ".join(substance.id for substance in substances),
            "data-lane-height": str(pitch),
        },
    )


def _axes(figure: Figure, shape: Shape, timeline: Timeline, *, top: float, height: float) -> Axes:
    total = figure.get_figheight() * 72
    ax = figure.add_axes(
        (
            shape.left / shape.width,
            1 - (top + height) / total,
            (shape.width - shape.left - shape.right) / shape.width,
            height / total,
        )
    )
    ax.set_axis_off()
    ax.set_xlim(0, timeline.length)
    ax.set_ylim(-0.04, 1.04)
    return ax


def _phase_labels(ax: Axes, shape: Shape, timeline: Timeline) -> None:
    for phase, left, right in timeline.spans():
        ax.text(
            (left + right) / 2,
            0.3,
            phase.short,
            ha="center",
            va="baseline",
            fontsize=shape.font - (1 if shape.label_above else 0),
            gid=f"phase-{phase.id}",
        )


def _lane(ax: Axes, shape: Shape, timeline: Timeline, substance: Substance) -> None:
    phase_backdrop(ax, timeline)
    _lane_label(ax, shape, substance)
    note(ax, timeline, substance, shape.font)


def _lane_label(ax: Axes, shape: Shape, substance: Substance) -> None:
    basis = f"basis-{substance.id}"
    if shape.label_above:
        label(ax, substance.short, (0, 1), (0, 6), size=shape.font, bold=True)
        label(ax, "-", (1, 1), (0, 6), size=11, ha="right", gid=basis)
    elif shape.bases:
        label(ax, substance.short, (0, 0.5), (-12, 3), size=shape.font, ha="right", bold=True)
        label(ax, "-", (0, 0.5), (-12, -13), size=11, ha="right", gid=basis)
    else:
        label(ax, substance.short, (0, 0.5), (-16, -10), size=shape.font, ha="right", bold=True)


def _moving_parts(substance: Substance, shape: Shape) -> list[Moving]:
    line, story, round_dot = shape.strokes
    dot = {"stroke": substance.paint, "stroke-linecap": "round", "stroke-width": f"{round_dot:g}"}
    return [
        Moving("cursor", {"stroke": "currentColor", "stroke-width": "1.5"}),
        *curve_parts(substance, line=line, story=story),
        Moving(f"dot-{substance.id}", dot),
    ]


def _foot(ax: Axes, shape: Shape, timeline: Timeline) -> None:
    first, second = shape.drops
    for minute in shape.ticks:
        place = timeline.place(minute) / timeline.length
        last = minute == shape.ticks[-1]
        ha: Literal["right", "center"] = "right" if last else "center"
        label(ax, "-", (place, 1), (0, -first), size=shape.small, ha=ha, gid=f"tick-{minute}")
    _story_key(ax, shape)
    words = phrase("illustrative")
    if shape.label_above:
        label(ax, words, (0, 1), (0, -second), size=shape.font, bold=True)
    else:
        label(ax, words, (1, 1), (0, -second), size=shape.font, bold=True, ha="right")


def _story_key(ax: Axes, shape: Shape) -> None:
    """Say beside the time axis what the thick line is."""
    wide = shape.width - shape.left - shape.right
    first, _ = shape.drops
    height = 1 - (first - shape.small * 4 / 11) / shape.foot
    start, end = (shape.small * share / 11 / wide for share in (5, 27))
    ax.plot(
        [start, end],
        [height, height],
        transform=ax.transAxes,
        color=INK_STAND_IN,
        alpha=0.25,
        lw=shape.strokes[1],
        solid_capstyle="round",
        clip_on=False,
    )
    words = phrase("timeline.story_key")
    label(ax, words, (0, 1), (shape.small * 38 / 11, -first), size=shape.small)
