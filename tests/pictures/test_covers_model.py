"""Covers: one for each lesson, in the palette's colours, and nothing for a screen reader."""

import gzip
import re
from xml.etree import ElementTree as ET

import pytest

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


def test_twelve_causes_are_twelve():
    lines = [shape for shape in cover("12") if shape.width]
    assert len(lines) == 12
    assert sum(not shape.dash for shape in lines) == 5
