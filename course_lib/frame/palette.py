"""Colours and line styles: one mid-tone palette for light and dark pages.

Every colour has at least 3:1 contrast on white and on the dark theme's
background (tested), so one scene serves both. Colour only helps: the lane's
label and the line style carry the meaning.
"""

from __future__ import annotations

#: Text and axes follow the page's own text colour.
INK = "currentColor"
#: matplotlib needs a real colour to draw with; it is replaced by `INK`.
INK_STAND_IN = "#010101"

#: Okabe–Ito-like hues, moved to a middle lightness. Substances have theirs in
#: ``data/substances.toml``.
BLUE, ORANGE, OLIVE, RED = "#1387dc", "#b9601a", "#8a7410", "#c0504d"

#: Line style of `course_lib.content.structs.Basis` entries -> SVG dash array.
DASHES = {"solid": "", "dashed": "9 6", "dotted": "1.5 6", "none": ""}

#: How strongly the story's line shows behind the measured one.
GHOST = "0.2"
