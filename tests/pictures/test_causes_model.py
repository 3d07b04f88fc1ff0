"""The map of causes: boxes worked out on paper, and nothing that touches or leaves the picture."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.frame.scenes import scene
from course_lib.pictures.causes_data import causes
from course_lib.pictures.causes_model import (
    SHAPES,
    Box,
    Shape,
    cause_box,
    height,
    link,
    percent,
    target_box,
)

PAPER = Shape(width=400, row=50, box=(100, 40), target=(200, 80), foot=30)
FORMS = pytest.mark.parametrize("form", SHAPES)
#: At least four causes next to one another, as they are counted from the top.
NEIGHBOURS = st.builds(
    lambda first, count: list(range(first, first + count)), st.integers(0, 8), st.integers(4, 12)
)


def test_boxes_worked_out_on_paper():
    # The picture's edges leave 6 pixels at the top and 4 at the left.
    assert cause_box(PAPER, 0) == Box(4, 6, 100, 40)
    assert cause_box(PAPER, 2) == Box(4, 106, 100, 40)
    assert (cause_box(PAPER, 2).right, cause_box(PAPER, 2).middle) == (104, 126)
    assert height(PAPER, 3) == 186
    # Beside the third and the fourth of the causes 1 to 4: from 106 to 156 + 40.
    assert target_box(PAPER, [1, 2, 3, 4]) == Box(200, 106, 80, 90)
    # The second of four lines ends at three eighths of that height.
    assert link(PAPER, [1, 2, 3, 4], 2) == (104, 126, 200, 139.75)
    assert link(PAPER, [1, 2, 3, 4], 4) == (104, 226, 200, 184.75)


def test_shares_of_the_picture_are_css_lengths():
    assert percent(1, 3) == "33.33%"
    assert percent(380, 760) == "50.00%"


@FORMS
@given(places=NEIGHBOURS)
def test_links_lead_from_box_to_box_without_crossing(form, places):
    shape = SHAPES[form]
    target = target_box(shape, places)
    ends = [link(shape, places, place) for place in places]
    for place, (x0, y0, x1, y1) in zip(places, ends, strict=True):
        box = cause_box(shape, place)
        assert (x0, y0) == (box.left + box.width, box.top + box.height / 2)
        assert x1 == target.left
        assert target.top < y1 < target.top + target.height
    assert all(above[3] < below[3] for above, below in pairwise(ends))
    steps = [below[3] - above[3] for above, below in pairwise(ends)]
    assert steps == pytest.approx([steps[0]] * len(steps))
    middle = (ends[0][3] + ends[-1][3]) / 2
    assert middle == pytest.approx(target.middle)
    assert ends[0][1] - ends[0][3] == pytest.approx(ends[-1][3] - ends[-1][1])


def by_end():
    """Return the places of the causes whose links lead to the upper and to the lower box."""
    found = list(causes().values())
    return {end: [i for i, c in enumerate(found) if c.end == end] for end in ("tears", "low")}


@FORMS
def test_nothing_touches_or_leaves_the_picture(form):
    shape, count = SHAPES[form], len(causes())
    boxes = [cause_box(shape, place) for place in range(count)]
    for above, below in pairwise(boxes):
        assert 4 <= below.top - above.top - above.height <= 8
    tall = height(shape, count)
    assert boxes[-1].top + boxes[-1].height <= tall - shape.foot
    upper, lower = (target_box(shape, places) for places in by_end().values())
    assert upper.top + upper.height < lower.top
    for target in (upper, lower):
        assert boxes[0].right < target.left
        assert boxes[0].left <= shape.width - target.right <= 2 * boxes[0].left
    assert shape.narrow is (form == "narrow")


def drawn_boxes(form):
    """Return the stored picture's frame, and the boxes in it: left, top, width, height."""
    root = ET.fromstring(scene("causes", form))
    causes_drawn, targets = {}, []
    for group in root.iter("g"):
        name, path = group.get("data-part", ""), group.find("path")
        if path is None or not name.startswith(("node-", "target")):
            continue
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", path.get("d"))]
        xs, ys = numbers[::2], numbers[1::2]
        box = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        if name == "target":
            targets.append(box)
        else:
            causes_drawn[name.removeprefix("node-")] = box
    return [float(number) for number in root.get("viewBox").split()], causes_drawn, targets


def sides(box):
    return pytest.approx((box.left, box.top, box.width, box.height), abs=0.02)


@FORMS
def test_buttons_laid_over_the_picture_fit_its_boxes(form):
    shape = SHAPES[form]
    frame, drawn, targets = drawn_boxes(form)
    assert frame == [0, 0, shape.width, height(shape, len(causes()))]
    assert list(drawn) == list(causes())
    for place, found in enumerate(drawn.values()):
        assert found == sides(cause_box(shape, place))
    assert targets == [sides(target_box(shape, places)) for places in by_end().values()]
