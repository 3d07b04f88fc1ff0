"""Colours and line styles, of figures, covers, pages and JupyterLab.

A figure's colours are of a middle tone, with at least 3:1 contrast on white and on the dark
theme's background (tested), so one scene serves both; a page gives the named ones its own tone.
Colour only helps: labels and line styles carry the meaning. A substance's own colour stands in
``data/substances.toml``.

The course speaks with four voices, one hue each: bodies, feelings, evidence and help.
``python -m tools.look`` writes the sheet of tokens that pages and JupyterLab share.
"""

from __future__ import annotations

from typing import Literal, get_args

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

#: What a lesson is mostly about; its hue is that of its cover, its number and its name.
Voice = Literal["bodies", "feelings", "evidence", "help"]
VOICES: tuple[Voice, ...] = get_args(Voice)
#: The tones of a voice, by the sheet's name: text; then the layers of a cover, from its ground up.
TONES = ("", "-ground", "-soft", "-mid", "-deep")

#: Tokens of a page that are no voice: what is behind, what is written, lines, the way out.
_LIGHT = {
    "paper": "#fdf9f3",
    "card": "#fffdfb",
    "tint": "#f6ede3",
    "ink": "#29222a",
    "soft": "#51464d",
    "rule": "#e0d4c9",
    "exit": "#7a1f1f",
    "exit-ink": "#ffffff",
    "sun": "#e8a33d",
}
_DARK = {
    "paper": "#1b181b",
    "card": "#252125",
    "tint": "#30292d",
    "ink": "#f0e8e4",
    "soft": "#cbbfbc",
    "rule": "#4b4247",
    "exit": "#f2b8a9",
    "exit-ink": "#2a1410",
    "sun": "#d9983f",
}
#: The tones of each voice. In the dark the layers of a cover grow lighter, not darker.
_LIGHT_VOICES: dict[Voice, tuple[str, ...]] = {
    "bodies": ("#82301d", "#fae3d4", "#f2b694", "#d9704c", "#8e3420"),
    "feelings": ("#74265a", "#f5e1ec", "#e2a8c6", "#b2558a", "#6b2457"),
    "evidence": ("#1d4a73", "#dde9f4", "#a3c6e3", "#4a86b8", "#1f4668"),
    "help": ("#17523b", "#dceee3", "#a3d0b4", "#4a9170", "#1c513c"),
}
_DARK_VOICES: dict[Voice, tuple[str, ...]] = {
    "bodies": ("#f4b39b", "#36241e", "#6f3d2e", "#b8603f", "#f0a585"),
    "feelings": ("#f0b5d6", "#34212d", "#683a57", "#a95c8a", "#e6a9cb"),
    "evidence": ("#a9cfee", "#1c2b39", "#335673", "#5b8fbd", "#a9cfee"),
    "help": ("#9fdcbc", "#1b2f26", "#31604d", "#4f977a", "#9fdcbc"),
}
#: The colours of figures that have a name of their own, and whose tone they take on a page.
_IN_FIGURES: dict[str, Voice] = {
    "published": "evidence",
    "invented": "evidence",
    "water": "evidence",
    "mood": "feelings",
    "truth": "bodies",
}


def tokens(*, dark: bool) -> dict[str, str]:
    """Return every token of a light or a dark page, such as "bodies-mid", and its colour."""
    voices = _DARK_VOICES if dark else _LIGHT_VOICES
    toned = {
        f"{voice}{tone}": colour
        for voice in VOICES
        for tone, colour in zip(TONES, voices[voice], strict=True)
    }
    return (_DARK if dark else _LIGHT) | toned


def in_figures() -> dict[str, str]:
    """Return the tokens of figures, and the token of the page that each one is."""
    return {f"cc-{name}": f"var(--{voice}-mid)" for name, voice in _IN_FIGURES.items()}
