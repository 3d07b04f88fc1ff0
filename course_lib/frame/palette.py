"""Colours and line styles: one mid-tone palette for light and dark pages.

Every colour has at least 3:1 contrast on white and on the dark theme's
background (tested), so one scene serves both. Colour only helps: labels and
line styles carry the meaning. A substance's own colour stands in ``data/substances.toml``.
"""

from __future__ import annotations

#: Text and axes follow the page's own text colour.
INK = "currentColor"
#: matplotlib needs a real colour to draw with; it is replaced by `INK`.
INK_STAND_IN = "#010101"

#: Okabe–Ito-like hues, moved to a middle lightness, for pictures of other things.
BLUE = "#1387dc"
ORANGE = "#b9601a"
OLIVE = "#8a7410"
RED = "#c0504d"

#: The line of a kind of evidence (``data/bases.toml``) -> SVG dash array.
DASHES = {"solid": "", "dashed": "9 6", "dotted": "1.5 6", "none": ""}


def named(name: str, colour: str) -> str:
    """Return a colour as a CSS variable that a theme can set, with the colour to fall back on."""
    return f"var(--cc-{name.replace('_', '-')}, {colour})"


#: How strongly the story's line shows behind the measured one.
GHOST = "0.2"
