"""The covers of the lessons: cut paper in the course's four voices, each from its lesson's idea.

A cover is decoration: it says nothing that the lesson does not say in words, and no number can be
read from it. Its shapes lie in layers, the first one at the back, on a ground of the voice.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, exp, pi, sin
from typing import TYPE_CHECKING

from course_lib.frame.palette import VOICES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: A cover's size in units of its own; a page may cut off its upper and lower edge.
WIDTH, HEIGHT = 960, 240
_MIDDLE = HEIGHT / 2


@dataclass(frozen=True)
class Shape:
    """One piece of paper, or one line where it has a width.

    Parameters
    ----------
    path : str
        SVG path data.
    colour : str
        A token of the palette, such as "bodies-mid".
    width : float
        How thick a line is; 0 for a filled piece.
    dash : str
        How a line is broken, as SVG wants it.
    """

    path: str
    colour: str
    width: float = 0
    dash: str = ""


def cover(lesson: str) -> tuple[Shape, ...]:
    """Return the shapes of a lesson's cover, such as "01"; a new lesson has the first page's."""
    return tuple(_COVERS.get(lesson, _voices)())


def known() -> tuple[str, ...]:
    """Return which covers there are."""
    return tuple(_COVERS)


def _disc(x: float, y: float, r: float) -> str:
    return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0Z"


def _half(x: float, y: float, r: float) -> str:
    return f"M{x:g} {y - r:g}a{r:g} {r:g} 0 0 0 0 {2 * r:g}Z"


def _drop(x: float, y: float, r: float) -> str:
    """Return a tear, its round end at x and y."""
    return (
        f"M{x:g} {y - 2.1 * r:g}C{x + 0.35 * r:g} {y - 1.3 * r:g} {x + r:g} {y - 0.7 * r:g} "
        f"{x + r:g} {y:g}a{r:g} {r:g} 0 0 1 {-2 * r:g} 0C{x - r:g} {y - 0.7 * r:g} "
        f"{x - 0.35 * r:g} {y - 1.3 * r:g} {x:g} {y - 2.1 * r:g}Z"
    )


def _box(x: float, y: float, width: float, height: float, r: float) -> str:
    across, down = width - 2 * r, height - 2 * r
    arc = f"a{r:g} {r:g} 0 0 1"
    return (
        f"M{x + r:g} {y:g}h{across:g}{arc} {r:g} {r:g}v{down:g}{arc} {-r:g} {r:g}"
        f"h{-across:g}{arc} {-r:g} {-r:g}v{-down:g}{arc} {r:g} {-r:g}Z"
    )


def _bubble(x: float, y: float, width: float, height: float, *, left: bool) -> str:
    """Return a speech bubble, whose tail hangs at its lower left or right corner."""
    foot = y + height - 4
    if left:
        tail = f"M{x + 108:g} {foot:g}L{x + 42:g} {foot + 44:g}L{x + 52:g} {foot - 30:g}Z"
    else:
        end = x + width
        tail = f"M{end - 108:g} {foot:g}L{end - 52:g} {foot - 30:g}L{end - 42:g} {foot + 44:g}Z"
    return _box(x, y, width, height, 48) + tail


def _hill(at: float, rise: float, fall: float, height: float, foot: float = HEIGHT) -> str:
    """Return a curve that rises to its peak and falls after it, each as steeply as asked."""
    steps = [(x, rise if x < at else fall) for x in range(0, WIDTH + 1, 10)]
    heights = [round(foot - height * exp(-(((x - at) / w) ** 2))) for x, w in steps]
    moves = (f"l10 {later - before}" for before, later in pairwise(heights))
    return f"M0 {heights[0]}{''.join(moves)}"


def _land(at: float, rise: float, fall: float, height: float, foot: float = HEIGHT) -> str:
    """Return the same as a piece of paper that reaches down to the lower edge."""
    return f"{_hill(at, rise, fall, height, foot)}V{HEIGHT}H0Z"


def _signs() -> Iterator[Shape]:
    """00: one can always see how sure anyone is, by five signs."""
    r, away = 46, 172
    x = WIDTH / 2 - 2 * away
    yield Shape(_disc(x, _MIDDLE, r), "evidence-deep")
    x += away
    yield Shape(_disc(x, _MIDDLE, r - 5), "evidence-mid", 10)
    yield Shape(_half(x, _MIDDLE, r), "evidence-mid")
    x += away
    square = f"M{x:g} {_MIDDLE - r:g}l{r} {r}l{-r} {r}l{-r} {-r}Z"
    yield Shape(square, "sun", 10)
    x += away
    yield Shape(_disc(x, _MIDDLE, r - 5), "evidence-mid", 10)
    x += away
    cross = f"M{x - 34:g} {_MIDDLE - 34:g}l68 68m0 -68l-68 68"
    yield Shape(cross, "evidence-deep", 12)


def _lanes() -> Iterator[Shape]:
    """01: four substances, each with a course of its own; one was seen in animals only."""
    yield Shape(_disc(796, 66, 34), "sun")
    yield Shape(_land(270, 90, 120, 150), "bodies-soft")
    yield Shape(_land(400, 130, 470, 148), "bodies-mid")
    yield Shape(_hill(560, 70, 84, 150, 226), "bodies-ground", 5, "1 13")
    yield Shape(_land(700, 330, 330, 34), "bodies-deep")


def _corners() -> Iterator[Shape]:
    """02: tears in every corner of the map of feelings."""
    half = WIDTH / 2
    yield Shape(f"M0 0H{half:g}V{_MIDDLE:g}H0Z", "feelings-soft")
    yield Shape(f"M{half:g} {_MIDDLE:g}H{WIDTH}V{HEIGHT}H{half:g}Z", "evidence-soft")
    yield Shape(f"M{half:g} 0H{WIDTH}V{_MIDDLE:g}H{half:g}Z", "bodies-soft")
    places = {
        "feelings-mid": [(146, 76, 22), (330, 88, 16)],
        "bodies-mid": [(600, 88, 16), (806, 72, 24)],
        "feelings-deep": [(240, 196, 24), (420, 200, 15)],
        "evidence-mid": [(560, 204, 17), (716, 190, 26)],
    }
    for colour, drops in places.items():
        for x, y, r in drops:
            yield Shape(_drop(x, y, r), colour)


def _peak() -> Iterator[Shape]:
    """03: a body that comes down from a peak, and comes to rest."""
    for height, spread, colour in (
        (206, 250, "bodies-soft"),
        (158, 190, "bodies-mid"),
        (104, 130, "bodies-deep"),
    ):
        yield Shape(_land(400, spread, spread * 1.15, height), colour)
    yield Shape(_disc(836, 206, 30), "sun")


def _talk() -> Iterator[Shape]:
    """04: something said, room beside it, and a silence that is an answer, too."""
    yield Shape(_bubble(100, 30, 380, 136, left=True), "help-mid")
    yield Shape(_bubble(560, 52, 310, 124, left=False), "help-deep")
    for x in (651, 715, 779):
        yield Shape(_disc(x, 114, 13), "help-ground")


def _multiples() -> Iterator[Shape]:
    """05: nine substances, each with its own curve, and one that was never measured."""
    curves = ((20, 14), (26, 60), (46, 18), (30, 30), None, (16, 70), (58, 24), (40, 40), (24, 20))
    colours = ("bodies-mid", "bodies-deep", "sun")
    for place, curve in enumerate(curves):
        left = 44 + place * 98
        if curve is None:
            yield Shape(_box(left + 3, 63, 82, 114, 16), "bodies-mid", 3, "1 9")
            continue
        rise, fall = curve
        yield Shape(_box(left, 60, 88, 120, 18), "bodies-soft")
        points = []
        for x in range(0, 89, 8):
            width = rise if x < 40 else fall  # noqa: PLR2004  where the peak is
            points.append(f"{left + x} {164 - 70 * exp(-(((x - 40) / width) ** 2)):.0f}")
        foot = f"V162a18 18 0 0 1 -18 18H{left + 18}a18 18 0 0 1 -18 -18Z"
        yield Shape("M" + "L".join(points) + foot, colours[place % 3])


def _ages() -> Iterator[Shape]:
    """06: a claim with a history, for it above the line of time and against it below."""
    yield Shape(f"M40 {_MIDDLE:g}H920", "evidence-deep", 5)
    sides = (1, 1, 1, -1, 1, -1, 1, -1, -1, -1)
    sizes = (13, 18, 27, 14, 36, 20, 24, 30, 22, 38)
    for place, (side, r) in enumerate(zip(sides, sizes, strict=True)):
        x, y = 92 + place * 88, _MIDDLE - side * (r + 20)
        yield Shape(_disc(x, y, r), "evidence-mid" if side > 0 else "sun")
        yield Shape(_disc(x, _MIDDLE, 7), "evidence-deep")


def _hundred() -> Iterator[Shape]:
    """07: a hundred people, and how many one counts depends on the question."""
    sorts: dict[str, list[str]] = {"evidence-deep": [], "evidence-mid": [], "evidence-soft": []}
    for place in range(100):
        column, row = divmod(place, 5)
        colour = tuple(sorts)[(column > 5) + (column > 8)]  # noqa: PLR2004  a third, a half
        sorts[colour].append(_disc(62 + column * 44, 32 + row * 44, 15))
    for colour, discs in sorts.items():
        yield Shape("".join(discs), colour)


def _steps() -> Iterator[Shape]:
    """08: five small steps, and a breath that goes out in rings."""
    for r, colour in ((190, "help-soft"), (138, "help-mid"), (86, "help-deep"), (38, "sun")):
        yield Shape(_disc(770, _MIDDLE, r), colour)
    for place in range(5):
        x, r = 60 + place * 100, 20 + place * 5
        yield Shape(_box(x, 196 - place * 24, 2 * r + 28, 2 * r - 6, r - 3), "help-mid")


def _ripples() -> Iterator[Shape]:
    """09: a tear speaks to others, as a drop goes out in rings."""
    for r, colour in ((330, "feelings-soft"), (226, "feelings-ground"), (140, "feelings-soft")):
        yield Shape(_disc(300, 150, r), colour)
    yield Shape(_drop(300, 150, 48), "feelings-deep")
    yield Shape("M684 240C684 170 724 146 776 146S868 170 868 240Z", "feelings-mid")
    yield Shape(_disc(776, 92, 44), "feelings-mid")


def _headlines() -> Iterator[Shape]:
    """10: five headlines that are graded anew."""
    lengths = (520, 700, 430, 610, 560)
    for place, length in enumerate(lengths):
        y = 20 + place * 42
        colour = ("evidence-mid", "evidence-deep")[place % 2]
        yield Shape(_box(196, y, length, 32, 16), colour)
        yield Shape(_disc(150, y + 16, 16), "sun" if place == 1 else "evidence-soft")


def _asked() -> Iterator[Shape]:
    """11: questions, short answers."""
    marks = ((160, 46, "help-mid"), (370, 56, "help-deep"), (590, 50, "sun"), (800, 42, "help-mid"))
    for x, r, colour in marks:
        hook = (
            f"M{x - r:g} {_MIDDLE - r * 0.5:g}a{r:g} {r:g} 0 1 1 {r * 1.5:g} {r * 0.87:g}"
            f"q{-r * 0.5:g} {r * 0.3:g} {-r * 0.5:g} {r * 0.7:g}"
        )
        yield Shape(hook, colour, r * 0.42)
        yield Shape(_disc(x, _MIDDLE + r * 1.56, r * 0.25), colour)


def _causes() -> Iterator[Shape]:
    """12: many ideas of a cause, and few links that were tested."""
    x, y = WIDTH / 2, _MIDDLE
    tested = {0, 2, 5, 7, 10}
    hues = ("bodies", "feelings", "evidence", "help")
    for place in range(12):
        turn = 2 * pi * place / 12 + pi / 12
        to_x, to_y = x + 390 * cos(turn), y + 88 * sin(turn)
        solid = place in tested
        line = f"M{x:g} {y:g}L{to_x:.0f} {to_y:.0f}"
        yield Shape(line, "feelings-deep" if solid else "feelings-mid", 4, "" if solid else "1 11")
        yield Shape(_disc(round(to_x), round(to_y), 26 if solid else 19), f"{hues[place % 4]}-mid")
    yield Shape(_drop(x, y + 14, 42), "feelings-deep")


def _voices() -> Iterator[Shape]:
    """Return the first page's: the four voices, one behind the other."""
    yield Shape(_disc(838, 62, 32), "sun")
    peaks = ((150, 150, 200, 150), (390, 160, 230, 132), (620, 170, 220, 108), (840, 260, 240, 76))
    for voice, peak in zip(VOICES, peaks, strict=True):
        yield Shape(_land(*peak), f"{voice}-mid")


_COVERS: dict[str, Callable[[], Iterator[Shape]]] = {
    "index": _voices,
    "00": _signs,
    "01": _lanes,
    "02": _corners,
    "03": _peak,
    "04": _talk,
    "05": _multiples,
    "06": _ages,
    "07": _hundred,
    "08": _steps,
    "09": _ripples,
    "10": _headlines,
    "11": _asked,
    "12": _causes,
}
