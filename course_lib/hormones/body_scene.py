"""The body timeline's scene: a lane for each signal of the body."""

from course_lib.hormones.lanes_scene import SHAPES, STAGE, draw_lanes
from course_lib.hormones.substances_data import body_signals


def draw(form: str) -> str:
    """Draw the lanes, empty, and return the scene."""
    return draw_lanes(body_signals(), SHAPES[form])


def draw_stage() -> str:
    """Draw the lanes for the stage, which shows one or two of them."""
    return draw_lanes(body_signals(), STAGE)
