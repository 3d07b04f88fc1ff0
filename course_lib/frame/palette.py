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

#: Okabe–Ito-like hues, moved to a middle lightness.
SUBSTANCE = {
    "oxytocin": "#1387dc",
    "prolactin": "#b9601a",
    "dopamine": "#3f9a6c",
    "endorphins": "#d41183",
    "serotonin": "#8a7410",
    "adrenaline": "#c0504d",
    "noradrenaline": "#6f6cc4",
    "cortisol": "#5f7d8c",
    "vasopressin": "#7d7d7d",
    "heart_rate": "#c0504d",
    "parasympathetic": "#1b8a68",
    "blood_pressure": "#1387dc",
    "muscle": "#b9601a",
    "breathing": "#7d7d7d",
}

#: Line style of `course_lib.content.structs.Basis` entries -> SVG dash array.
DASHES = {"solid": "", "dashed": "9 6", "dotted": "1.5 6", "none": ""}


def colour(substance: str) -> str:
    """Return a substance's colour as a CSS variable with a fallback."""
    return f"var(--cc-{substance.replace('_', '-')}, {SUBSTANCE[substance]})"


#: How strongly the story's line shows behind the measured one.
GHOST = "0.2"
