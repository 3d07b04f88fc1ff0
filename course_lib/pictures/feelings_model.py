"""The feelings map: a field of five by five places, pleasant across and intense upwards."""

from __future__ import annotations

#: Stops each way.
STOPS = 5
#: The field as shares of the picture: left, top, width, height. The drops are put over the
#: picture, so both of its forms have the same shares.
FIELD = (0.02, 0.075, 0.96, 0.8)
_MIDDLE = STOPS // 2


def corner(pleasant: int, intense: int) -> str:
    """Return which corner a place belongs to, or "" between the corners."""
    if _MIDDLE in (pleasant, intense):
        return ""
    across = "pleasant" if pleasant > _MIDDLE else "unpleasant"
    return f"{across}_{'intense' if intense > _MIDDLE else 'calm'}"


def place(pleasant: int, intense: int) -> tuple[float, float]:
    """Return the middle of a place, as shares of the picture from its left and its top."""
    left, top, width, height = FIELD
    return (
        left + width * (pleasant + 0.5) / STOPS,
        top + height * (STOPS - intense - 0.5) / STOPS,
    )
