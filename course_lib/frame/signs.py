"""The signs of the grades as small drawings: the same at every size, on every screen, on paper.

Where markup is shown, `drawn` puts a drawing in the place of each sign. What is stored, spoken or
copied keeps the letter, which the drawing holds as its description.
"""

from __future__ import annotations

import re

_RING = '<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.7"/>'
_LINE = 'fill="none" stroke="currentColor" stroke-linejoin="round" stroke-linecap="round"'
#: What each sign looks like, in a square of 12.
SIGNS = {
    "●": '<circle cx="6" cy="6" r="5.4" fill="currentColor"/>',
    "◐": f'{_RING}<path d="M6 1.4a4.6 4.6 0 0 0 0 9.2Z" fill="currentColor"/>',
    "◇": f'<path d="M6 1l5 5l-5 5l-5-5Z" {_LINE} stroke-width="1.7"/>',
    "○": _RING,
    "✕": f'<path d="M2 2l8 8m0-8l-8 8" {_LINE} stroke-width="2.2"/>',
}
_ANY = f"[{''.join(SIGNS)}]"
_TAG = "(?s)(<!--.*?-->|<[^>]*>)"
_NAME = "(?i)<(/?)([a-z0-9]+)"
#: Where words are no markup, or are a picture's own.
_AS_IT_IS = {"option", "script", "style", "svg", "textarea", "title"}


def sign(letter: str) -> str:
    """Return one sign as a drawing in the colour and the size of the words around it."""
    return (
        '<svg class="cc-sign" viewBox="0 0 12 12" width=".85em" height=".85em" aria-hidden="true" '
        f'focusable="false"><desc>{letter}</desc>{SIGNS[letter]}</svg>'
    )


def drawn(html: str) -> str:
    """Return markup in whose words each sign of a grade is a drawing."""
    if not any(letter in html for letter in SIGNS):
        return html
    pieces, kept = [], ""
    for piece in re.split(_TAG, html):
        tag = re.match(_NAME, piece)
        if tag:
            name = tag[2].lower()
            if kept == name and tag[1]:
                kept = ""
            elif not kept and name in _AS_IT_IS and not tag[1] and not piece.endswith("/>"):
                kept = name
            pieces.append(piece)
        else:
            pieces.append(piece if kept else re.sub(_ANY, lambda found: sign(found[0]), piece))
    return "".join(pieces)
