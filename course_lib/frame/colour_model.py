"""How colours are seen: on which page they stand out, and by whom two of them are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The pages that a line is drawn on: white, and the dark themes of pages and of JupyterLab.
BACKGROUNDS = ("#ffffff", "#111111", "#1e1e1e")
#: What WCAG asks of the parts of a picture.
CONTRAST = 3.0
#: How far two colours lie apart, at least, in red, green and blue of 0 to 255 together.
APART = 30.0
#: The same for colour-blind eyes. It is little: labels and line styles carry the meaning.
APART_FOR_FEW_COLOURS = 8.0

#: Eyes, and what they make of red, green and blue.
EYES = {
    "most": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    # Machado, Oliveira and Fernandes (2009), severity 1.0.
    "red-blind": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "green-blind": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "blue-blind": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours such as "#1387dc", from 1 to 21, as WCAG counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint_on(colour: str) -> Iterator[str]:
    """Return the pages on which a line of this colour would be hard to see."""
    return (page for page in BACKGROUNDS if contrast(colour, page) < CONTRAST)


def alike(one: str, other: str) -> Iterator[str]:
    """Return whose eyes would hardly tell two colours apart, such as "red-blind"."""
    for eyes in EYES:
        if distance(one, other, eyes) < (APART if eyes == "most" else APART_FOR_FEW_COLOURS):
            yield eyes


def distance(one: str, other: str, eyes: str = "most") -> float:
    """Return how far apart two colours lie for eyes of one kind, in red, green and blue."""
    steps = [a - b for a, b in zip(_parts(one), _parts(other), strict=True)]
    seen = [sum(w * step for w, step in zip(row, steps, strict=True)) for row in EYES[eyes]]
    return float(sum(each**2 for each in seen) ** 0.5)


def _parts(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def _luminance(colour: str) -> float:
    values = [part / 255 for part in _parts(colour)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]  # noqa: PLR2004
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
