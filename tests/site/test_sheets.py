"""Each activity carries what all share and its own sheet: no more, no less, in any order."""

import re
from functools import cache
from pathlib import Path

import pytest
import tinycss2
from bs4 import BeautifulSoup

import course_lib

PACKAGE = Path(course_lib.__file__).parent
BASE = "frame/base.css"
OWN = sorted(
    path.relative_to(PACKAGE).as_posix()
    for path in PACKAGE.glob("*/*.css")
    if path.relative_to(PACKAGE).as_posix() != BASE
)
ACTIVITIES = {name: getattr(course_lib, name) for name in course_lib.__all__}
#: Names that a sheet gives to what stands outside every activity.
OUTSIDE = {"cc-printout", "cc-printing"}
LONG = {
    "margin": ("margin-top", "margin-right", "margin-bottom", "margin-left"),
    "padding": ("padding-top", "padding-right", "padding-bottom", "padding-left"),
}


def rules(nodes):
    """Yield each selector with the properties it sets, also inside at-rules."""
    for node in nodes:
        if node.type == "at-rule" and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from rules(inner)
        elif node.type == "qualified-rule":
            declarations = tinycss2.parse_declaration_list(
                node.content, skip_comments=True, skip_whitespace=True
            )
            kept = {each.lower_name for each in declarations if not each.important}
            for selector in split(tinycss2.serialize(node.prelude)):
                yield selector, {part for each in kept for part in longhand(each)}


def split(selectors):
    return [each.strip() for each in re.split(r",\s*(?![^(]*\))", selectors)]


def longhand(name):
    """Return what a property sets, as far as the course's sheets mix both forms."""
    if name.startswith("border"):
        return ("border",) if "radius" not in name else (name,)
    if name.startswith("font"):
        return ("font",) if name == "font" else ("font", name)
    return LONG.get(name, (name,))


def weight(selector):
    """Return how much a selector without ids weighs: classes and the like, then elements."""
    text = re.sub(r":where\([^)]*\)", "", selector)
    text = re.sub(r":(is|not)\(([^,)]*)[^)]*\)", r" \2", text)
    elements = len(re.findall(r"::[\w-]+", text))
    text = re.sub(r"::[\w-]+", "", text)
    strings = re.sub(r'"[^"]*"', "", text)
    classes = len(re.findall(r"\.[\w-]+|\[[^]]*\]|:[\w-]+", strings))
    bare = re.sub(r"\.[\w-]+|\[[^]]*\]|:[\w-]+", "", strings)
    return (classes, elements + len(re.findall(r"[a-z]\w*", bare)))


def sheet(name):
    text = (PACKAGE / name).read_text("utf-8")
    return list(rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


@cache
def markups():
    """Return the example of every activity, awake, as a tree that selectors can look through."""
    made = (each(*each.example).markup for each in ACTIVITIES.values())
    return [
        BeautifulSoup(each.replace("data-activity=", 'data-alive="" data-activity='), "html.parser")
        for each in made
    ]


@cache
def chosen(selector):
    """Return which elements of all examples a selector chooses, in any state of theirs."""
    plain = re.sub(r":(hover|disabled|focus-visible|empty)|::[\w-]+|:not\([^)]*\)", "", selector)
    plain = re.sub(r"\[data-(on|now|form|alive|off)[^]]*\]|\[aria-\w+[^]]*\]", "", plain)
    return {id(each) for tree in markups() for each in tree.select(plain)}


def test_weights_are_a_browsers():
    assert weight(".cc p") == (1, 1)
    assert weight(".cc.cc dl dt") == (2, 2)
    assert weight(".cc .cc-side-by-side :is(th, td)") == (2, 1)
    assert weight('.cc button[aria-pressed="true"]:hover') == (3, 1)
    assert weight(".cc .cc-drop > span::before") == (2, 2)
    assert weight(".cc-feedback:not(:empty)") == (2, 0)


@pytest.mark.slow
@pytest.mark.parametrize("name", OWN)
def test_an_own_sheet_never_depends_on_standing_behind_what_all_share(name):
    """JupyterLab holds that once for each activity, so that it may stand in front or behind."""
    for selector, properties in sheet(name):
        for other, shared in sheet(BASE):
            if weight(selector) == weight(other) and properties & shared:
                assert not chosen(selector) & chosen(other), (selector, other)


@pytest.mark.parametrize("name", OWN)
def test_every_sheet_belongs_to_an_activity(name):
    assert any(name in each.sheets for each in ACTIVITIES.values()), name


@pytest.mark.parametrize("name", ACTIVITIES)
def test_an_activity_carries_every_rule_that_its_markup_can_meet(name):
    """What is named like a rule of another activity's sheet would look bare without it."""
    made = ACTIVITIES[name]
    activity = made(*made.example)
    view = (PACKAGE / made.view_path).read_text("utf-8")
    named = set(re.findall(r"(?<!-)cc-[\w-]+", activity.markup + view))
    shared = {each for selector, _ in sheet(BASE) for each in re.findall(r"cc-[\w-]+", selector)}
    for other in set(OWN) - set(made.sheets):
        for selector, _ in sheet(other):
            special = set(re.findall(r"\.(cc-[\w-]+)", selector)) - shared - OUTSIDE
            assert not special or special - named, (other, selector)


@pytest.mark.parametrize("name", ACTIVITIES)
def test_an_activity_carries_its_own_sheets_only(name):
    made = ACTIVITIES[name]
    carried = made(*made.example)._css
    for each in (BASE, *OWN):
        text = (PACKAGE / each).read_text("utf-8")
        assert (text in carried) == (each == BASE or each in made.sheets), each
