"""A timeline and substances of the tests' own, so that no figure of the course is welded in."""

import msgspec

from course_lib.hormones import substances_data
from course_lib.hormones.substances_data import Phase, TimelineData
from course_lib.hormones.timeline_model import Timeline

PHASES = [
    Phase(id="first", label="First", short="First", start=-10, end=0, width=1),
    Phase(id="second", label="Second", short="Second", start=0, end=40, width=2),
    Phase(id="third", label="Third", short="Third", start=40, end=60, width=0.5),
]
TIMELINE = Timeline(TimelineData(landmarks=[-10, 0, 20, 60], phases=PHASES, stops=[]))


def substance(**changed):
    """Return an invented substance: one of the course's with other values."""
    return msgspec.structs.replace(substances_data.substances()["prolactin"], **changed)


def told(levels, says="It rises."):
    """Return a story with these levels."""
    return msgspec.structs.replace(substance().story, levels=levels, says=says)
