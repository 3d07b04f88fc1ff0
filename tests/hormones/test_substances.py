"""Each substance brings its own colour, which is seen, and told from the others."""

import itertools
import re

import pytest

from course_lib.frame.colour_model import alike
from course_lib.frame.load import ContentError
from course_lib.hormones.substances_data import substances

PAIRS = [
    (one, other)
    for one, other in itertools.combinations(substances().values(), 2)
    if one.group == other.group
]


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda each: each.id)
def test_neighbours_are_told_apart_by_all_eyes(one, other):
    assert not list(alike(one.colour, other.colour))


@pytest.mark.parametrize(
    ("colour", "says"),
    [
        ("#1387dd", "too close to #1387dc of oxytocin for most eyes"),
        ("#ffff00", "#ffff00 is hard to see on a page coloured #ffffff (1.1:1)"),
        ("#202020", "hard to see on a page coloured #111111"),
        ("blue", "Write it like '#1387dc'"),
    ],
)
def test_a_colour_that_does_not_serve_is_refused_with_a_remedy(data_copy, colour, says):
    path = data_copy / "substances.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'(id = "dopamine".*?colour = )"[^"]*"', rf'\1"{colour}"', text,
                           count=1, flags=re.DOTALL), encoding="utf-8")  # fmt: skip
    with pytest.raises(ContentError) as caught:
        substances()
    said = str(caught.value)
    assert "data/substances.toml, entry dopamine, field 'colour'" in said
    assert says in said


def test_levels_that_do_not_fit_the_landmarks_name_the_file(data_copy):
    path = data_copy / "substances.toml"
    text = path.read_text(encoding="utf-8")
    more = text.replace("levels = [0.15,", "levels = [0.15, 0.15, 0.15,", 1)
    path.write_text(more, encoding="utf-8")
    with pytest.raises(ContentError, match=r"data/substances\.toml, entry oxytocin, .*'levels'"):
        substances()


@pytest.mark.parametrize(
    ("entry", "old", "new", "says"),
    [
        ("serotonin", "levels = [", "levels_from = -4\nlevels = [", "-4 is no landmark"),
        ("muscle", "levels = [", "levels_from = -3\nlevels = [", "'levels': the line runs through"),
        ("serotonin", "0.65, 0.5]", "0.65, 0.5, 0.4]", "through 'first_hour', of which 'phases'"),
        ("vasopressin", "without_orgasm = []", "without_orgasm = [0.3, 0.3, 0.3]",
         "'levels_without_orgasm': the line runs through 'plateau'"),
        ("serotonin", "0.65, 0.5]", "0.65, 0.5, 0.4, 0.4, 0.4, 0.4]", "'levels': 11 levels, but"),
        ("serotonin", "levels = [", "levels_from = 2\nlevels = [", "'levels': 7 levels, but"),
        ("dopamine", "0.35, 0.35]", "0.35, 0.35, 0.3]", "through 'first_hour'"),
        ("muscle", "1.0]\n", "1.0, 0.9, 0.8]\n", "through 'first_minutes'"),
        ("prolactin", 'measured_short = "', 'measured_short = "in ten of them ', "at most 24"),
    ],
)  # fmt: skip
def test_a_line_through_what_is_not_known_is_refused(data_copy, entry, old, new, says):
    path = data_copy / "substances.toml"
    before, found, after = path.read_text(encoding="utf-8").partition(f'id = "{entry}"')
    assert old in after
    path.write_text(before + found + after.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        substances()
    assert f"entry {entry}" in str(caught.value)
    assert says in str(caught.value)
