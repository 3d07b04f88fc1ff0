"""Lesson 09: what a study found is never more than was found, and pain is never reworded."""

import re
from xml.etree import ElementTree as ET

import pytest

import course_lib
from course_lib.cards import face_model, tears_data
from course_lib.evidence import claims_data, references_data
from course_lib.frame import scenes
from course_lib.frame.load import ContentError

REWRITTEN = [card for card in tears_data.reframes().cards if card.rewrites]
HELPED = [card for card in tears_data.reframes().cards if card.help]
#: What a sentence that is kind and true never does.
PROMISES = re.compile(r"\b(always|never|everyone|everybody|will|certain|prove|surely)\b")
#: A rewrite where there is none.
ONE_MORE = "[[cards.rewrites]]\nkind = 'true'\ntext = 'x'\nwhy = 'y'\n"
DANGER = re.compile(r"pain|hurt|blood|afraid|fear|pressure|throws|did not want|hadn't heard")


def test_three_answers_were_measured_and_the_others_are_left_open():
    found = {each.id: each.found for each in tears_data.tears().judgements}
    assert {name for name, what in found.items() if what == "more"} == {"help", "warm", "helpless"}
    assert found["genuine"] == "depends"
    assert found["really"] == found["partner"] == "not_tested"
    limits = " ".join(tears_data.tears().limits).lower()
    assert all(word in limits for word in ("photograph", "partners", "computer", "sex"))


def test_only_the_figures_of_the_evidence_are_named():
    data = tears_data.tears()
    said = [data.about, data.reason_on, *data.limits, *(each.says for each in data.judgements)]
    assert re.findall(r"\d[\d,]*", " ".join(said)) == ["7,007", "41"]


def test_each_card_has_one_of_each_kind_and_the_right_one_moves_about():
    assert len(REWRITTEN) >= 10
    places = [
        next(i for i, each in enumerate(card.rewrites) if each.kind == "both") for card in REWRITTEN
    ]
    assert all(places.count(place) >= 3 for place in range(3))


@pytest.mark.parametrize("card", REWRITTEN, ids=lambda card: card.id)
def test_what_is_kind_and_true_promises_nothing(card):
    kinds = {each.kind: each for each in card.rewrites}
    assert not PROMISES.search(kinds["both"].text.lower())
    assert not DANGER.search(f"{card.text} {card.thought}".lower())
    lengths = [len(each.text) for each in card.rewrites]
    assert max(lengths) <= 3 * min(lengths)


def test_pressure_pain_and_fear_get_help_and_no_sentence():
    assert {card.id for card in HELPED} == {"marek", "ines", "dana"}
    markup = ET.fromstring(course_lib.ReframeCards().markup)
    for card in HELPED:
        place = markup.find(f".//div[@data-card='{card.id}']")
        assert not place.findall(".//button")
        words = " ".join(place.itertext())
        assert all(step in words for step in card.help.steps)
        assert "help panel" in words


def test_help_is_never_waiting_behind_something():
    markup = ET.fromstring(course_lib.AcceptanceLimits().markup)
    for story in tears_data.acceptance().stories:
        place = markup.find(f".//div[@data-card='{story.id}']")
        hidden = place.findall(".//details") + place.findall(".//div[@data-both]")
        assert len(hidden) == 3
        assert not any(story.help in " ".join(part.itertext()) for part in hidden)
        assert story.help in " ".join(place.itertext())


def test_only_one_story_has_nothing_to_refuse():
    fine = [story.id for story in tears_data.acceptance().stories if story.fine]
    assert fine == ["mina"]
    for story in tears_data.acceptance().stories:
        assert story.fine == ("nothing to refuse" in story.situation)


def test_the_words_say_which_face_is_shown():
    activity = course_lib.TearsTellOthers()
    assert "with tears on both cheeks" in activity.describe()
    activity.tears = "no"
    activity.reason = "yes"
    words, html = activity.describe(), activity.static_html()
    assert "The same drawn face without tears" in words
    assert "The list shows the average of all situations" in words
    away = {
        re.search(r'data-part="([^"]+)"', tag)[1]
        for tag in re.findall(r'<(?:g|path)\b[^>]*display="none"[^>]*>', html)
    }
    assert away == {"tears", "reason-no"}
    assert 'display="none"' not in scenes.scene("tears", "wide")


def test_all_answers_stand_in_the_static_form():
    words = course_lib.TearsTellOthers().describe()
    assert all(each.says in words for each in tears_data.tears().judgements)
    words = course_lib.ReframeCards().describe()
    for card in REWRITTEN:
        assert all(each.why in words for each in card.rewrites)


def test_nothing_is_about_the_learner():
    data = tears_data.tears(), tears_data.reframes(), tears_data.acceptance()
    told = [card.text + card.thought for card in data[1].cards]
    told += [story.text for story in data[2].stories]
    for text in told:
        assert not re.search(r"\b(you|your)\b", text.lower()), text
    for entry in data[1:]:
        assert "invented" in entry.about


def test_every_claim_named_exists():
    entries = [
        *tears_data.tears().judgements,
        *tears_data.reframes().cards,
        *tears_data.acceptance().stories,
    ]
    assert {key for each in entries for key in each.claims} <= set(claims_data.claims())
    assert set(tears_data.tears().refs) <= set(references_data.references())


def test_a_drop_is_closed_and_hangs_below_its_tip():
    path = face_model.drop(10, 50, 5)
    points = [float(n) for n in re.findall(r"-?[\d.]+", path)]
    assert path.endswith("Z")
    assert max(points[1::2]) == 50
    assert points[:2] == points[-2:] == [10, 50]


def test_both_halves_of_the_face_mirror_each_other():
    middle = face_model.FRAME[0] / 2
    left, right = (float(x) for x in re.findall(r"M([\d.]+)", face_model.pupils()))
    assert middle - left == right - middle == face_model.EYE_OUT


@pytest.mark.parametrize(
    "broken",
    [
        ("reframes.toml", 'kind = "both"', 'kind = "true"', "entry ade, field 'rewrites': give"),
        ("reframes.toml", "[cards.help]", f"{ONE_MORE}[cards.help]",
         "entry marek, field 'rewrites': it has 'help' as well"),
        ("reframes.toml", 'id = "ade"', 'id = "mina"', "'mina' stands twice"),
        ("tears.toml", 'found = "more"', 'found = "less"', "tears.toml.*found"),
        ("acceptance.toml", "feeling = ", "feelings = ", "acceptance.toml.*feelings"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_with_entry_and_field(broken_data, broken):
    path, old, new, said = broken
    broken_data(path, old, new)
    with pytest.raises(ContentError, match=said):
        getattr(tears_data, path.removesuffix(".toml")).__wrapped__()
