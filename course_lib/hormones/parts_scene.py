"""Pieces that several scenes share: the phases' backdrop and a substance's moving lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from course_lib.evidence import bases_data
from course_lib.frame.palette import DASHES, INK_STAND_IN
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving
from course_lib.hormones.curves_model import Peak, Side, band, curve, gaps
from course_lib.hormones.lanes import gap_part

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from course_lib.hormones.substances_data import Substance
    from course_lib.hormones.timeline_model import Timeline

#: A letter's width as a share of its height, with room for a wider font.
_WIDTH = 0.64
#: How near to a lane's edge the middle of words may stand: clear of the story along its bottom.
_MARGIN = 0.27


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
    """Leave room for words where a lane has no line, and where its line begins late or ends early.

    Parameters
    ----------
    size : int
        Of the letters, in CSS pixels.
    """
    middle = timeline.length / 2
    _italic(ax, (middle, 0.5), "center", size, f"note-{substance.id}")
    for peak in Peak:
        for side, gap in gaps(substance, timeline, peak).items():
            _beside(ax, timeline, substance, peak, side=side, gap=gap, size=size)


def _beside(
    ax: Axes,
    timeline: Timeline,
    substance: Substance,
    peak: Peak,
    *,
    side: Side,
    gap: tuple[float, float],
    size: int,
) -> None:
    """Leave room for words in a gap, level with the line's end; in a small one, above the band."""
    line = curve(substance, timeline, peak=peak)
    edges = band(substance, timeline, peak=peak)
    if line is None or edges is None:
        return
    name = gap_part(substance, peak, side)
    after, box = side is Side.AFTER, ax.get_window_extent()
    needed = (len(phrase("lane_notes.unknown")) * _WIDTH + 1) * size * timeline.length / box.width
    if gap[1] - gap[0] >= needed:
        level = min(max(line.ys[-1 if after else 0], _MARGIN), 1 - _MARGIN)
        _italic(ax, (sum(gap) / 2, level), "center", size, name)
        return
    outer = gap[1] if after else gap[0]
    reach = (outer - needed, outer) if after else (outer, outer + needed)
    upper = edges[1]
    places = [x for x in (*upper.xs, *reach) if reach[0] <= x <= reach[1]]
    top = max(upper.level(x) for x in places if upper.xs[0] <= x <= upper.end)
    ha: Literal["left", "right"] = "right" if after else "left"
    inset = size / 4 * timeline.length / box.width * (-1 if after else 1)
    _italic(ax, (outer + inset, min(top + size / box.height, 0.88)), ha, size, name)


def _italic(
    ax: Axes,
    at: tuple[float, float],
    ha: Literal["left", "center", "right"],
    size: int,
    name: str,
) -> None:
    ax.text(*at, "-", ha=ha, va="center", fontsize=size, style="italic", gid=name)


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
