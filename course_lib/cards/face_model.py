"""A plain drawn face, as shapes: the same with tears and without. It belongs to nobody."""

from __future__ import annotations

#: The frame's inner width and height; all places below are in these units, y upwards.
FRAME = (200.0, 216.0)
_MIDDLE = FRAME[0] / 2
#: How far each eye is from the middle, and how high.
EYE_OUT, EYE_UP = 29.0, 128.0


def outline() -> list[str]:
    """Return head, hair, ears, neck and shoulders as path data."""
    left, right = _MIDDLE - 58, _MIDDLE + 58
    head = (
        f"M{left:g} 132 C{left:g} 60 {_MIDDLE - 34:g} 40 {_MIDDLE:g} 40 "
        f"C{_MIDDLE + 34:g} 40 {right:g} 60 {right:g} 132 "
        f"C{right:g} 178 {_MIDDLE + 34:g} 200 {_MIDDLE:g} 200 "
        f"C{_MIDDLE - 34:g} 200 {left:g} 178 {left:g} 132 Z"
    )
    hair = (
        f"M{left + 1:g} 142 C{left + 22:g} 150 {_MIDDLE - 22:g} 158 {_MIDDLE - 4:g} 178 "
        f"C{_MIDDLE + 14:g} 164 {right - 18:g} 152 {right - 1:g} 142"
    )
    sides = (-1, 1)
    return [head, hair, *(_ear(side) for side in sides), *(_shoulder(side) for side in sides)]


def features() -> list[str]:
    """Return brows, lids, nose and mouth at rest as path data."""
    return [
        *(_brow(side) for side in (-1, 1)),
        *(_lid(side) for side in (-1, 1)),
        f"M{_MIDDLE:g} 118 C{_MIDDLE + 4:g} 106 {_MIDDLE + 8:g} 98 {_MIDDLE - 4:g} 96",
        f"M{_MIDDLE - 17:g} 72 C{_MIDDLE - 7:g} 70 {_MIDDLE + 7:g} 70 {_MIDDLE + 17:g} 72",
    ]


def pupils() -> str:
    """Return the pupils as two dots of path data."""
    return " ".join(f"M{_MIDDLE + side * EYE_OUT:g} {EYE_UP:g} h0" for side in (-1, 1))


def trails() -> str:
    """Return the wet trails from each eye down the cheek as path data."""
    return " ".join(
        f"M{_MIDDLE + side * (EYE_OUT + 5):g} {EYE_UP - 9:g} "
        f"C{_MIDDLE + side * (EYE_OUT + 9):g} {EYE_UP - 22:g} "
        f"{_MIDDLE + side * (EYE_OUT + 8):g} {EYE_UP - 34:g} "
        f"{_MIDDLE + side * (EYE_OUT + 6):g} {EYE_UP - 44:g}"
        for side in (-1, 1)
    )


def drops() -> str:
    """Return one drop at the end of each trail as path data."""
    return " ".join(drop(_MIDDLE + side * (EYE_OUT + 6), EYE_UP - 42, 9) for side in (-1, 1))


def drop(x: float, top: float, size: float) -> str:
    """Return a tear whose tip is at `x` and `top`, with `size` as half its width."""
    low, wide = top - 2.6 * size, 1.25 * size
    return (
        f"M{x:g} {top:g} C{x + 0.3 * size:g} {top - 0.9 * size:g} "
        f"{x + wide:g} {top - 1.2 * size:g} {x + size:g} {low + 0.8 * size:g} "
        f"C{x + 0.8 * size:g} {low:g} {x - 0.8 * size:g} {low:g} "
        f"{x - size:g} {low + 0.8 * size:g} "
        f"C{x - wide:g} {top - 1.2 * size:g} {x - 0.3 * size:g} {top - 0.9 * size:g} "
        f"{x:g} {top:g} Z"
    )


def _ear(side: int) -> str:
    at = _MIDDLE + side * 58
    return f"M{at:g} 130 C{at + side * 14:g} 138 {at + side * 12:g} 104 {at - side * 3:g} 104"


def _shoulder(side: int) -> str:
    neck, out = _MIDDLE + side * 22, _MIDDLE + side * 82
    return f"M{neck:g} 46 C{neck:g} 26 {out - side * 14:g} 30 {out:g} 3"


def _brow(side: int) -> str:
    near, far = _MIDDLE + side * 18, _MIDDLE + side * 42
    middle = _MIDDLE + side * 30
    return f"M{near:g} 144 C{middle - side * 4:g} 148 {middle + side * 4:g} 148 {far:g} 144"


def _lid(side: int) -> str:
    x = _MIDDLE + side * EYE_OUT
    return (
        f"M{x - 13:g} {EYE_UP:g} C{x - 5:g} {EYE_UP + 9:g} {x + 5:g} {EYE_UP + 9:g} "
        f"{x + 13:g} {EYE_UP:g} C{x + 5:g} {EYE_UP - 7:g} {x - 5:g} {EYE_UP - 7:g} "
        f"{x - 13:g} {EYE_UP:g}"
    )
