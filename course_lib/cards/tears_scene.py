"""A drawn face in a frame, with and without tears, and what a study found about such faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from course_lib.cards import face_model
from course_lib.cards.tears_data import tears
from course_lib.frame.canvas import Canvas, words
from course_lib.frame.palette import BLUE, INK_STAND_IN, named
from course_lib.frame.phrases import phrase
from course_lib.frame.svg import Moving, affine, style, to_scene

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMS = {
    "wide": Canvas(width=760, height=336, font=13),
    "narrow": Canvas(width=350, height=540, font=12, narrow=True),
}
#: Left and top of the frame, its size, and where the list begins: CSS pixels.
_FRAME = {"wide": (20, 12, 250, 270), "narrow": (68, 8, 214, 231)}
_LIST = {"wide": (330, 30), "narrow": (8, 312)}
#: From one row of the list to the next, and from a row's words to its mark.
_PITCH = {"wide": 40, "narrow": 30}
_TO_MARK = {"wide": 210, "narrow": 172}
TEARS = named("water", BLUE)


def draw(form: str) -> str:
    """Draw frame, face and list, and return the scene."""
    canvas = FORMS[form]
    left, top, width, height = _FRAME[form]
    with style():
        figure = canvas.figure()
        box = (
            left / canvas.width,
            top / canvas.height,
            width / canvas.width,
            height / canvas.height,
        )
        ax = canvas.axes(figure, "face", box)
        ax.set_xlim(0, face_model.FRAME[0])
        ax.set_ylim(0, face_model.FRAME[1])
        frame = Rectangle(
            (0, 0), *face_model.FRAME, fill=False, edgecolor=INK_STAND_IN, lw=2, alpha=0.6
        )
        ax.add_patch(frame)
        whole = _page(canvas, figure)
        below = top + height + 22
        for state in ("no", "yes"):
            said = phrase(f"deck.reason_{state}")
            gid = f"reason-{state}"
            words(whole, (left + width / 2, below), said, 11, ha="center", gid=gid)
        drawn = phrase("deck.drawn")
        words(whole, (left + width / 2, below + 20), drawn, canvas.font, ha="center", bold=True)
        _rows(whole, form, canvas)
        return to_scene(figure, {"face": (affine(figure, ax), _parts())})


def _page(canvas: Canvas, figure: Figure) -> Axes:
    """Return axes over the whole picture, in CSS pixels from its top left."""
    ax = canvas.axes(figure, "page", (0, 0, 1, 1))
    ax.set_xlim(0, canvas.width)
    ax.set_ylim(canvas.height, 0)
    return ax


def _rows(ax: Axes, form: str, canvas: Canvas) -> None:
    """Write what was asked, and beside it what was found, which appears when it is asked."""
    x, y = _LIST[form]
    words(ax, (x, y), phrase("deck.list"), canvas.font, bold=True)
    for each in tears().judgements:
        y += _PITCH[form]
        ax.plot([x, canvas.width - 8], [y + 11, y + 11], color=INK_STAND_IN, alpha=0.2, lw=1)
        words(ax, (x, y), each.row, canvas.font)
        mark = phrase(f"deck.mark_{each.found}")
        found = each.found == "more"
        at = (x + _TO_MARK[form], y)
        words(ax, at, mark, canvas.font, bold=found, gid=f"mark-{each.id}")


def _parts() -> list[Moving]:
    ink = {"stroke": "currentColor", "stroke-linecap": "round", "stroke-linejoin": "round"}
    wet = {"stroke": TEARS, "stroke-linecap": "round"}
    return [
        *(Moving("outline", {**ink, "stroke-width": "2.5", "d": d}) for d in face_model.outline()),
        *(
            Moving("features", {**ink, "stroke-width": "2.5", "d": d})
            for d in face_model.features()
        ),
        Moving("pupils", {**ink, "stroke-width": "10", "d": face_model.pupils()}),
        Moving(
            "tears", {**wet, "stroke-width": "3", "stroke-opacity": "0.6", "d": face_model.trails()}
        ),
        Moving("tears", {"fill": TEARS, "d": face_model.drops()}),
    ]
