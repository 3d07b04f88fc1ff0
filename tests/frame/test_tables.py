"""Tables of what moves: each value as computed, no name too many, markup filled as described."""

from itertools import product
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.frame.tables import Table, as_json, fill, table

STATES = {"lens": ["story", "measured"], "stop": ["a", "b", "c"], "peak": ["with", "without"]}
EVERY = [dict(zip(STATES, each, strict=True)) for each in product(*STATES.values())]


@given(st.lists(st.sampled_from(["x", "y"]), min_size=len(EVERY), max_size=len(EVERY)))
def test_a_table_says_in_every_state_what_was_computed(values):
    found = table("part", "d", STATES, lambda state: values[EVERY.index(state)])
    assert [found.value(state) for state in EVERY] == values
    assert (found.part, found.attribute) == ("part", "d")


@pytest.mark.parametrize("names", [(), ("stop",), ("lens", "peak"), ("lens", "stop", "peak")])
def test_a_table_depends_on_what_matters_and_on_nothing_else(names):
    found = table("part", "d", STATES, lambda state: "-".join(state[name] for name in names))
    assert found.by == names
    keys = {"|".join(state[name] for name in names) for state in EVERY}
    assert found.values == {key: key.replace("|", "-") for key in keys}


def test_the_player_reads_the_same_table():
    assert as_json([Table("p", "text", ("a", "b"), {"1|2": "word"})]) == [
        {"part": "p", "attribute": "text", "by": ["a", "b"], "values": {"1|2": "word"}}
    ]


LANES = """<figure>
<svg viewBox="0 5 300 260" data-lanes="a b c" data-lane-height="60">
<g data-part="lane-a"><text>A</text></g>
<g data-part="lane-b" display="none"><text>B</text></g>
<g data-part="lane-c"><text>C</text></g>
<g data-part="foot"/></svg>
<ul><li data-lane="a" hidden="hidden">a</li><li data-lane="b">b</li><li data-lane="c">c</li></ul>
</figure>"""


def filled(markup, tables=(), state=None, shown=None, **more):
    html = fill(markup, tables, state or {}, shown, **more)
    root = ET.fromstring(html.replace("hidden>", 'hidden="hidden">'))
    parts = {each.get("data-part"): each.attrib for each in root.iter() if each.get("data-part")}
    items = {each.get("data-lane"): "hidden" in each.attrib for each in root.iter("li")}
    return root, parts, items


def test_shown_lanes_close_up_and_the_picture_gets_shorter():
    root, parts, hidden = filled(LANES, shown=["c", "a"])
    assert parts["lane-a"]["transform"] == "translate(0 0)"
    assert parts["lane-c"]["transform"] == "translate(0 -60)"
    assert parts["lane-b"] == {"data-part": "lane-b", "display": "none"}
    assert "display" not in parts["lane-c"]
    assert parts["foot"]["transform"] == "translate(0 -60)"
    assert root.find("svg").get("viewBox") == "0 5 300 200"
    assert hidden == {"a": False, "b": True, "c": False}


def test_a_lane_that_was_hidden_comes_back():
    root, parts, hidden = filled(LANES, shown=["b"])
    assert parts["lane-b"] == {"data-part": "lane-b", "transform": "translate(0 -60)"}
    assert parts["lane-a"]["display"] == parts["lane-c"]["display"] == "none"
    assert parts["foot"]["transform"] == "translate(0 -120)"
    assert root.find("svg").get("viewBox") == "0 5 300 140"
    assert hidden == {"a": True, "b": False, "c": True}


def test_stored_markup_leaves_out_what_is_not_shown():
    _, parts, hidden = filled(LANES, shown=["a"], slim=True)
    assert set(parts) == {"lane-a", "foot"}
    assert hidden == {"a": False}


def test_without_lanes_nothing_is_moved():
    _, parts, hidden = filled(LANES)
    assert parts["lane-b"]["display"] == "none"
    assert not any("transform" in each for each in parts.values())
    assert hidden == {"a": True, "b": False, "c": False}


def test_pictures_without_lanes_are_left_alone_and_others_after_them_are_not():
    two = f'<div><svg viewBox="0 0 9 9"/><p data-lane="a"/>{LANES}</div>'
    root, parts, _ = filled(two, shown=["a"])
    assert [svg.get("viewBox") for svg in root.iter("svg")] == ["0 0 9 9", "0 5 300 140"]
    assert parts["foot"]["transform"] == "translate(0 -120)"


def test_words_go_to_the_text_of_a_group_and_attributes_to_every_part_of_that_name():
    markup = (
        '<div><p data-part="p">old</p><p data-part="p"/><p>mine</p>'
        '<g data-part="g"><g><text>old</text></g></g><g data-part="empty"/></div>'
    )
    tables = [
        Table("p", "text", ("x",), {"1": "one", "2": "two"}),
        Table("g", "text", (), {"": "word"}),
        Table("g", "opacity", (), {"": "0.5"}),
        Table("empty", "text", (), {"": "lost"}),
        Table("nowhere", "d", (), {"": "M0 0"}),
    ]
    assert fill(markup, tables, {"x": "2"}, None) == (
        '<div><p data-part="p">two</p><p data-part="p">two</p><p>mine</p>'
        '<g data-part="g" opacity="0.5"><g><text>word</text></g></g><g data-part="empty"></g></div>'
    )


@pytest.mark.parametrize(
    ("control", "shown", "wanted"),
    [
        ('type="range" data-control="stop" data-values="a b c"', None, {"value": "1"}),
        ('type="radio" data-control="stop" value="b"', None, {"checked": True}),
        ('type="radio" data-control="stop" value="a"', ["a"], {"checked": False}),
        ('type="checkbox" data-control="shown" value="x"', ["x"], {"checked": True}),
        ('type="checkbox" data-control="shown" value="y"', ["x"], {"checked": False}),
        ('type="checkbox" data-control="shown" value="x"', None, {"checked": False}),
        # A switch with an "off" value is a state of its own, not one of the lanes.
        ('type="checkbox" data-control="stop" data-off="a" value="b"', None, {"checked": True}),
        ('type="checkbox" data-control="stop" data-off="b" value="a"', ["a"], {"checked": False}),
        ('type="text" data-control="stop" value="b"', ["b"], {"checked": False}),
        ('type="radio" value="b"', None, {"checked": False}),
    ],
)
def test_controls_show_the_state(control, shown, wanted):
    html = fill(f"<p><input {control}/></p>", [], {"stop": "b", "shown": "x"}, shown)
    for name, value in wanted.items():
        assert (f'{name}="{value}"' in html) if isinstance(value, str) else (name in html) == value


def test_only_inputs_are_ticked():
    markup = '<p><button type="radio" data-control="stop" value="b">b</button></p>'
    assert fill(markup, [], {"stop": "b"}, None) == markup
