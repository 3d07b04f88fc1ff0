"""Pieces that several scenes share: the phases' backdrop and a substance's moving lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from course_lib.evidence import bases_data
from course_lib.frame.palette import DASHES, INK_STAND_IN
from course_lib.frame.svg import Moving

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from course_lib.hormones.substances_data import Substance
    from course_lib.hormones.timeline_model import Timeline


def phase_backdrop(ax: Axes, timeline: Timeline) -> None:
    """Shade the phases and mark the moment of orgasm; the level axis has no numbers."""
    ax.set_axis_off()
    ax.set_xlim(0, timeline.length)
    ax.set_ylim(-0.04, 1.04)
    for i, (_, left, right) in enumerate(timeline.spans()):
        ax.axvspan(left, right, color=INK_STAND_IN, alpha=0.03 if i % 2 else 0.08, lw=0)
    ax.axhline(-0.04, color=INK_STAND_IN, alpha=0.45, lw=1)
    ax.axvline(timeline.place(0), color=INK_STAND_IN, alpha=0.4, lw=1)


def label(
    ax: Axes,
    words: str,
    at: tuple[float, float],
    shift: tuple[float, float],
    *,
    size: int,
    ha: Literal["left", "center", "right"] = "left",
    bold: bool = False,
    gid: str | None = None,
) -> None:
    """Write words at a place of the axes.

    Parameters
    ----------
    at : tuple of float
        As shares of the axes' width and height.
    shift : tuple of float
        Further, in CSS pixels to the right and up.
    """
    ax.annotate(
        words,
        xy=at,
        xytext=shift,
        xycoords="axes fraction",
        textcoords="offset points",
        annotation_clip=False,
        ha=ha,
        va="baseline",
        fontsize=size,
        weight="bold" if bold else "normal",
        gid=gid,
    )


def note(ax: Axes, timeline: Timeline, substance: Substance, size: int) -> None:
    """Leave room for words where a lane has no line; beside a long line, above its end."""
    known = len(substance.levels)
    ends_early = 0 < known < len(timeline.landmarks)
    start = timeline.landmarks[known - 1] if ends_early else 0.0
    narrow = start > timeline.length / 2
    ax.text(
        timeline.length if narrow else (start + timeline.length) / 2,
        0.85 if narrow else 0.5,
        "-",
        ha="right" if narrow else "center",
        va="center",
        fontsize=size,
        style="italic",
        gid=f"note-{substance.id}",
    )


def curve_parts(substance: Substance, *, line: float, story: float) -> list[Moving]:
    """Return a substance's band, story and measured line, in the order they are painted.

    Parameters
    ----------
    substance : Substance
        Its basis decides the dashes.
    line, story : float
        Stroke widths in CSS pixels.
    """
    paint = substance.paint
    stroke = {"stroke": paint, "stroke-linecap": "round", "stroke-linejoin": "round"}
    dashes = DASHES[bases_data.bases()[substance.basis].line]
    measured = {**stroke, "stroke-width": str(line)}
    if dashes:
        measured["stroke-dasharray"] = dashes
    return [
        Moving(f"band-{substance.id}", {"fill": paint, "fill-opacity": "0.2"}),
        Moving(f"story-{substance.id}", {**stroke, "stroke-width": str(story)}),
        Moving(f"line-{substance.id}", measured),
    ]
