"""The hormone timeline's scene: a lane for each substance."""

from course_lib.hormones.lanes_scene import SHAPES, draw_lanes
from course_lib.hormones.substances_data import timeline_substances


def draw(form: str) -> str:
    """Draw the lanes, empty, and return the scene."""
    return draw_lanes(timeline_substances(), SHAPES[form])
