"""Scenes are reproducible, labelled as illustrative, and without numbers on the level axis."""

import re
from xml.etree import ElementTree as ET

import pytest

from course_lib.evidence import bases_data
from course_lib.frame import scenes
from course_lib.frame.load import UnknownNameError
from course_lib.frame.phrases import phrase
from course_lib.hormones.substances_data import timeline_substances

EVERY = [(name, form) for name in scenes.scenes() for form in scenes.forms(name)]
#: What a picture says of itself, where it is not about directions of levels.
OWN_LABEL = {
    "feelings": "feelings.invented",
    "jug": "jug.metaphor",
    "prevalence": "prevalence.label",
    "prevalence_pair": "prevalence.label",
    "hundred": "hundred.label",
    "answered": "answered.label",
    "claim_age": "claim_age.scale",
    "correlation": "correlation.invented",
    "breathing": "breathing.invented",
    "tears": "deck.drawn",
    "causes": "causes.note",
}
#: Counts of people, or years: no levels, so these pictures have numbers.
OF_PEOPLE = ("prevalence", "prevalence_pair", "hundred", "answered", "claim_age")
#: The only figure with counts: minutes after the film, and episodes out of diaries.
COUNTS = ("tick_twenty", "tick_ninety", "icons", "key", "key_narrow")


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_stored_scene_is_what_would_be_drawn_now(name, form):
    stored = scenes.place(name, form).read_text(encoding="utf-8")
    assert stored == scenes.draw(name, form)


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_says_what_it_is_inside_the_picture(name, form):
    words = [e.text for e in ET.fromstring(scenes.scene(name, form)).iter("text")]
    assert phrase("illustrative") == "Illustrative — shows direction, not amounts"
    assert words.count(phrase(OWN_LABEL.get(name, "illustrative"))) == 1


@pytest.mark.parametrize(("name", "form"), [each for each in EVERY if each[0] not in OF_PEOPLE])
def test_no_number_on_any_level(name, form):
    counts = {"better": 30, "same": 61, "worse": 9}
    known = {phrase(f"crying.{each}", **counts) for each in COUNTS} if name == "crying" else set()
    for element in ET.fromstring(scenes.scene(name, form)).iter("text"):
        words = element.text or ""
        assert not re.search(r"\d", words) or words in known, words


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_text_is_real_and_large_enough(name, form):
    root = ET.fromstring(scenes.scene(name, form))
    assert "<use" not in scenes.scene(name, form)
    for element in root.iter("text"):
        size = float(re.search(r"([\d.]+)px", element.attrib["font-size"])[1])
        assert size >= (28 if form == scenes.STAGE else 11)


@pytest.mark.parametrize("name", [name for name, form in EVERY if form == scenes.STAGE])
def test_lines_on_the_stage_are_seen_from_the_back(name):
    for part in ET.fromstring(scenes.scene(name, scenes.STAGE)).iter("path"):
        if re.match(r"(line|story|dot|filled|rings)\b", part.attrib.get("data-part", "")):
            assert float(part.attrib["stroke-width"]) >= 4


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_narrow_scene_is_drawn_for_a_phone(name, form):
    width = float(ET.fromstring(scenes.scene(name, form)).attrib["viewBox"].split()[2])
    assert width in {"narrow": (350,), "wide": (620, 760), "stage": (1200,)}[form]


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_has_no_ids_that_could_clash(name, form):
    assert not re.search(r'\sid="', scenes.scene(name, form))
    assert "<script" not in scenes.scene(name, form)


def test_line_style_follows_the_basis():
    root = ET.fromstring(scenes.scene("timeline", "wide"))
    for substance in timeline_substances():
        line = root.find(f".//path[@data-part='line-{substance.id}']")
        wanted = bases_data.bases()[substance.basis].line
        assert ("stroke-dasharray" in line.attrib) == (wanted in ("dashed", "dotted"))


def test_missing_scene_is_drawn_on_the_spot(monkeypatch):
    monkeypatch.setattr(scenes, "stored", lambda *_: None)
    scenes.scene.cache_clear()
    assert scenes.scene("seesaw", "narrow") == scenes.draw("seesaw", "narrow")
    scenes.scene.cache_clear()


def test_unknown_scene_lists_near_matches():
    with pytest.raises(UnknownNameError, match="timeline_wide"):
        scenes.scene("timelines", "wide")
