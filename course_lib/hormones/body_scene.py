"""The body timeline's scene: a lane for each signal of the body."""

from course_lib.hormones.lanes_scene import SHAPES, draw_lanes
from course_lib.hormones.substances_data import body_signals


def draw(form: str) -> str:
    """Draw the lanes, empty, and return the scene."""
    return draw_lanes(body_signals(), SHAPES[form])
