"""A small reader of SVG paths, so that tests look at the drawing and not at its text."""

import re
from itertools import pairwise

#: How many numbers each command takes.
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4}


def strokes(path):
    """Return each stroke of a path as pieces: the points of one line or Bézier curve each."""
    found, start, here = [], None, None
    for letter, given in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", given)]
        if letter in "Zz":
            found[-1].append([here, start])
            here = start
            continue
        assert len(numbers) == _TAKES[letter.upper()], f"{letter}{given} in {path}"
        points = _absolute(letter, numbers, here)
        if letter == "M":
            found.append([])
            start = points[-1]
        else:
            found[-1].append([here, *points])
        here = points[-1]
    return found


def _absolute(letter, numbers, here):
    if letter in "Hh":
        return [(numbers[0] + (here[0] if letter == "h" else 0), here[1])]
    if letter in "Vv":
        return [(here[0], numbers[0] + (here[1] if letter == "v" else 0))]
    assert letter.isupper(), letter
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def at(piece, share):
    """Return the point of a piece at a share of its way (de Casteljau's construction)."""
    if len(piece) == 1:
        return piece[0]
    nearer = [
        tuple(a + (b - a) * share for a, b in zip(one, two, strict=True))
        for one, two in pairwise(piece)
    ]
    return at(nearer, share)


def traced(path, parts=8):
    """Return points along each stroke of a path, close together."""
    return [
        [at(piece, i / parts) for piece in stroke for i in range(parts + 1)]
        for stroke in strokes(path)
    ]


def closed(path):
    """Return whether every stroke ends where it began."""
    return all(stroke[0][0] == stroke[-1][-1] for stroke in strokes(path))
