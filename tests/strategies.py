"""Invented values for the tests of more than one room."""

from hypothesis import strategies as st

from course_lib.frame.pchip_model import Curve

levels = st.floats(0, 1, allow_nan=False).map(lambda y: round(y, 3))


@st.composite
def curves(draw):
    """Any curve: landmarks at uneven steps, levels from 0 to 1."""
    steps = draw(st.lists(st.floats(0.05, 3), min_size=1, max_size=9))
    xs = [0.0]
    for step in steps:
        xs.append(xs[-1] + step)
    ys = draw(st.lists(levels, min_size=len(xs), max_size=len(xs)))
    return Curve(tuple(xs), tuple(ys))
