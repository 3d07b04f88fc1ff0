"""The jug: its drawing read back, and water that is never outside it."""

import pytest
from drawn import closed, strokes, traced
from hypothesis import given
from hypothesis import strategies as st

from course_lib.pictures.jug_model import Fill, Jug

SHARES = st.floats(0.05, 1)


@pytest.mark.parametrize(
    ("height", "load", "fill"),
    [
        (1, 0, "room"),
        (1, 0.85, "room"),  # 85 % is the last that leaves room
        (1, 0.86, "nearly"),
        (1, 1, "nearly"),
        (0.5, 0.42, "room"),
        (0.5, 0.43, "nearly"),
        (0.5, 0.5, "nearly"),
        (0.5, 0.51, "over"),
    ],
)
def test_how_the_water_stands_to_the_rim(height, load, fill):
    assert Jug(height, load).fill is Fill(fill)


def test_a_jug_drawn_on_paper():
    # 0.84 wide at the rim and nine tenths of that at its foot; the handle is on the right.
    walls, handle = strokes(Jug(0.5, 0.2).outline())
    assert [piece[0] for piece in walls] == [(-0.42, 0.5), (-0.378, 0), (0.378, 0)]
    assert walls[-1][-1] == (0.42, 0.5)
    wanted = [(0.4074, 0.36), (0.62, 0.36), (0.62, 0.15), (0.3906, 0.15)]
    assert handle[0] == [pytest.approx(point) for point in wanted]


def test_water_drawn_on_paper():
    # Half full: half way between the foot's width and the rim's, and flat.
    assert Jug(1, 0.5).water() == ("M-0.399 0.5 L-0.378 0 H0.378 L0.399 0.5 Q0 0.5 -0.399 0.5 Z")
    # Over: full to the rim, with the water standing a little above it in the middle.
    assert Jug(0.5, 0.8).water() == ("M-0.420 0.5 L-0.378 0 H0.378 L0.420 0.5 Q0 0.58 -0.420 0.5 Z")


def test_what_runs_over_drawn_on_paper():
    run, puddle = strokes(Jug(0.5, 0.8).spill())
    assert run == [[(-0.378, 0.53), (-0.5, 0.55), (-0.5, 0.4), (-0.5, 0.01)]]
    assert puddle == [[(-0.64, 0.005), (-0.407, 0.005)]]


@given(SHARES, SHARES)
def test_water_stays_between_the_walls_and_runs_out_only_when_there_is_too_much(height, load):
    jug = Jug(height, load)
    assert closed(jug.water())
    (water,) = traced(jug.water())
    level = min(height, load)
    for x, y in water:
        wall = 0.378 + (0.42 - 0.378) * min(y, height) / height
        assert abs(x) <= wall + 1e-3
        assert y <= level + (0.041 if load > height else 1e-5)
    assert max(abs(x) for x, y in water if abs(y - level) < 1e-5) == pytest.approx(
        0.378 + 0.042 * level / height, abs=1e-3
    )
    assert bool(jug.spill()) == (load > height)
