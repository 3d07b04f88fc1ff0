"""Two published figures side by side, joined by a line."""

from __future__ import annotations

from course_lib.surveys.prevalence_scene import draw_lanes


def draw(form: str) -> str:
    """Draw room for two figures, and return the scene."""
    return draw_lanes(form, 2, "pair")
