"""Covers: one for each lesson, in the palette's colours, and nothing for a screen reader.

``covers_as_looked_at.csv`` says where each piece lay when somebody last looked, as another library
measures it: its corners, and how much paper it is. You write it; nothing refreshes it.
"""

import csv
import gzip
import re
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path

from course_lib.frame import lessons_data, palette
from course_lib.pictures.covers import cover_svg, voice_of
from course_lib.pictures.covers_model import HEIGHT, WIDTH, cover, known


def test_each_lesson_has_a_cover_of_its_own():
    missing = set(lessons_data.lessons()) - set(known())
    assert not missing, f"draw covers for {missing} in covers_model.py, and name them in _COVERS"
    assert known() == ("index", *lessons_data.lessons())
    assert len({cover(name) for name in known()}) == len(known())


def test_a_new_lesson_has_the_cover_of_the_first_page():
    assert cover("99") == cover("index")


@pytest.mark.parametrize("name", known())
def test_a_cover_is_decoration_that_follows_the_page(name):
    svg = cover_svg(name)
    root = ET.fromstring(svg)
    assert root.attrib["aria-hidden"] == "true"
    assert {each.tag for each in root} == {"path"}
    assert not root.findall(".//text")
    used = set(re.findall(r"var\(--([a-z-]+)\)", svg))
    assert used <= palette.tokens(dark=False).keys()
    assert f"{voice_of(name)}-ground" in used
    assert "#" not in svg
    assert len(gzip.compress(svg.encode())) < 1500


@pytest.mark.parametrize("name", known())
def test_a_cover_begins_each_piece_on_its_own_ground(name):
    for shape in cover(name):
        for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", shape.path):
            assert -60 <= float(x) <= WIDTH + 60
            assert -90 <= float(y) <= HEIGHT + 60


def test_a_hundred_people_are_a_hundred():
    assert sum(shape.path.count("Z") for shape in cover("07")) == 100


def test_a_bubble_hangs_its_tail_on_its_own_side():
    """The tail's tip is the lowest point: near the left edge of one, the right of the other."""
    for shape, near in zip(cover("04")[:2], (0, -1), strict=True):
        found = re.findall(r"[ML](\S+) ([\d.]+)", shape.path)
        points = [(float(x), float(y)) for x, y in found]
        tip, _ = max(points, key=lambda point: point[1])
        bounds = BoundsPen(None)
        parse_path(shape.path, bounds)
        left, _, right, _ = bounds.bounds
        assert abs(tip - (left, right)[near]) < (right - left) / 4


def test_twelve_causes_are_twelve():
    lines = [shape for shape in cover("12") if shape.width]
    assert len(lines) == 12
    assert sum(not shape.dash for shape in lines) == 5


@pytest.mark.parametrize("name", known())
def test_a_path_is_commands_and_numbers_only(name):
    for shape in cover(name):
        rest = re.sub(r"-?\d+(\.\d+)?(e-\d+)?", "", shape.path)
        assert set(rest) <= set("MmLlHhVvCcSsQqAaZz "), shape.path


RECORD = Path(__file__).with_name("covers_as_looked_at.csv")


class _Area(AreaPen):
    """A line that does not end where it began has the area that a straight way back would give."""

    def _endPath(self):  # noqa: N802
        self._closePath()


def measured(name):
    """Return a row of text for each piece of a cover, the one at the back first."""
    rows = []
    for shape in cover(name):
        bounds, area = BoundsPen(None), _Area(None)
        parse_path(shape.path, bounds)
        parse_path(shape.path, area)
        corners = (f"{corner:.1f}" for corner in bounds.bounds)
        rows.append(
            [name, shape.colour, *corners, f"{area.value:.0f}", f"{shape.width:g}", shape.dash]
        )
    return rows


def _looked_at():
    rows = defaultdict(list)
    with RECORD.open(encoding="utf-8", newline="") as file:
        next(lines := csv.reader(file))
        for row in lines:
            rows[row[0]].append(row)
    return rows


@pytest.mark.parametrize(("name", "rows"), _looked_at().items())
def test_a_cover_lies_where_it_was_looked_at(name, rows):
    assert name in known()
    now = measured(name)
    text = "\n".join(",".join(row) for row in now)
    assert now == rows, (
        f"The cover of {name} changed. Look at it; if it is as you mean it, these are its rows "
        f"of {RECORD.name}:\n{text}"
    )
