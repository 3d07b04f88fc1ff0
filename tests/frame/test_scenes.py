"""Scenes are reproducible, labelled as illustrative, and without numbers on the level axis."""

import re
from xml.etree import ElementTree as ET

import pytest

from course_lib.evidence import bases_data
from course_lib.frame import scenes
from course_lib.frame.load import UnknownNameError
from course_lib.frame.palette import SUBSTANCE
from course_lib.frame.phrases import phrase
from course_lib.hormones.substances_data import timeline_substances

EVERY = [(name, form) for name in scenes.scenes() for form in scenes.FORMS]
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
        size = float(re.search(r"([\d.]+)px", element.attrib["style"])[1])
        assert size >= 11


@pytest.mark.parametrize(("name", "form"), EVERY)
def test_narrow_scene_is_drawn_for_a_phone(name, form):
    width = float(ET.fromstring(scenes.scene(name, form)).attrib["viewBox"].split()[2])
    assert width == 350 if form == "narrow" else width in (620, 760)


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


def luminance(colour):
    values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", SUBSTANCE)
@pytest.mark.parametrize("background", ["#ffffff", "#111111", "#1e1e1e"])
def test_lines_stand_out_on_light_and_dark(name, background):
    assert contrast(SUBSTANCE[name], background) >= 3


# Machado, Oliveira and Fernandes (2009), severity 1.0.
COLOUR_BLIND = {
    "protan": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deutan": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritan": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}


@pytest.mark.parametrize("kind", COLOUR_BLIND)
def test_the_articles_four_differ_for_colour_blind_eyes(kind):
    def seen(colour):
        rgb = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        return [sum(w * v for w, v in zip(row, rgb, strict=True)) for row in COLOUR_BLIND[kind]]

    four = [seen(SUBSTANCE[name]) for name in ("oxytocin", "prolactin", "dopamine", "endorphins")]
    for i, one in enumerate(four):
        for other in four[i + 1 :]:
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 20
