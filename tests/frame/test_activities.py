"""Activities: three forms from one markup, public traits, kind errors."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

import course_lib
from course_lib.evidence import claims_data
from course_lib.frame.activity import shipped, view_code
from course_lib.frame.load import UnknownNameError
from course_lib.frame.tables import Table, fill, table


def maker(name):
    """Return what makes the example of an activity."""
    return lambda: getattr(course_lib, name)(*getattr(course_lib, name).example)


MAKERS = {name: maker(name) for name in course_lib.__all__}
FIGURES = (
    "BodyTimeline",
    "ClaimTimeline",
    "CorrelationMachine",
    "DoesCryingHelp",
    "FiveSteps",
    "HormoneTimeline",
    "HundredPeople",
    "LensTutorial",
    "LoadAndCapacity",
    "NervousSystemSeesaw",
    "PartnersSide",
    "PhraseBuilder",
    "ReadAFigure",
    "SmallMultiples",
    "SubstanceCards",
    "WhoAnswered",
)


def test_every_activity_is_tested():
    assert set(MAKERS) == set(course_lib.__all__)


@pytest.fixture(params=MAKERS)
def activity(request):
    return MAKERS[request.param]()


def test_gives_three_forms_and_no_script(activity):
    data, _ = activity._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
    assert "<script" not in data["text/html"]
    assert len(data["text/plain"].split()) > 20
    assert data["text/plain"].split() == activity.describe().split()


def test_storage_has_short_lines(activity):
    stored = activity._repr_mimebundle_()[0]["text/html"]
    lines = re.sub(r" d=['\"][^'\"]*['\"]", "", stored).splitlines()  # a path is one thing
    assert max(map(len, lines)) < 1_100


def test_markup_is_well_formed_and_ids_are_unique(activity):
    root = ET.fromstring(activity.markup)
    ids = [e.attrib["id"] for e in root.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("cc0-") for each in ids)
    for element in root.iter():
        for name in ("for", "aria-labelledby", "aria-describedby"):
            if name in element.attrib:
                assert element.attrib[name] in ids


def test_static_form_is_the_same_every_time(activity):
    again = MAKERS[type(activity).__name__]()
    assert activity.static_html() == again.static_html()
    assert "cc0-" not in activity.static_html()


def ids_in(html):
    return re.findall(r' id="([^"]+)"', html)


def test_ids_stay_when_a_word_changes(activity):
    before = ids_in(activity.static_html())
    assert activity.markup.count("</p>")
    activity.markup = activity.markup.replace("</p>", " another word</p>")
    assert "another word" in activity.static_html()
    assert ids_in(activity.static_html()) == before


def test_ids_differ_between_activities_and_between_arguments():
    made = [*(make() for make in MAKERS.values()), *map(course_lib.Quiz, ("01", "02"))]
    made.append(course_lib.HormoneTimeline(stop="orgasm"))
    ids = [each for activity in made for each in ids_in(activity.static_html())]
    assert len(ids) == len(set(ids))


def test_static_controls_are_asleep(activity):
    for element in ET.fromstring(activity.markup).iter():
        if element.tag == "button" or "data-control" in element.attrib:
            assert f"{element.tag}" not in visible_tags(activity.markup)


def visible_tags(markup):
    """Tags of elements that can be pressed and are not inside something hidden."""

    def walk(element, hidden):
        hidden = hidden or "hidden" in element.attrib
        if not hidden and (element.tag == "button" or "data-control" in element.attrib):
            yield element.tag
        for child in element:
            yield from walk(child, hidden)

    return set(walk(ET.fromstring(markup), hidden=False))


def test_view_is_one_module_without_imports(activity):
    code = view_code(type(activity).view_path)
    assert not re.search(r"^import ", code, flags=re.MULTILINE)
    assert code.count("export default") == 1


def test_what_is_shipped_is_the_code_without_its_notes():
    code = """// kept
/**
 * Note.
 * @param {string} a
 */
function f(a) {
  /** @type {Find} */
  const g = (b) => /** @type {Part} */ (b);
  /** @type {Part} */ (a).open();
  return "/** kept */";
}
"""
    assert (
        shipped(code)
        == """// kept
function f(a) {
  const g = (b) => /** @type {Part} */ (b);
  /** @type {Part} */ (a).open();
  return "/** kept */";
}
"""
    )


@pytest.mark.parametrize("name", FIGURES)
def test_every_table_has_a_part_to_fill(name):
    activity = MAKERS[name]()
    parts = {e.attrib.get("data-part") for e in ET.fromstring(activity.markup).iter()}
    for each in activity._tables:
        assert each.part in parts or each.part.startswith("tick-"), each.part


@pytest.mark.parametrize("name", FIGURES)
def test_every_moving_part_is_filled(name):
    activity = MAKERS[name]()
    filled = {each.part for each in activity._tables}
    prefixes = ("line-", "band-", "story-", "sentence-", "basis-", "note-")
    for element in ET.fromstring(activity.markup).iter():
        part = element.attrib.get("data-part", "")
        if part.startswith(prefixes):
            assert part in filled, part


@pytest.mark.parametrize("name", FIGURES)
def test_no_dash_placeholder_is_ever_seen(name):
    assert not re.search(r"<text[^>]*>-</text>", MAKERS[name]().static_html())


def test_traits_can_be_set_observed_and_described():
    figure = course_lib.HormoneTimeline()
    seen = []
    figure.observe(lambda change: seen.append(change.new), names="stop")
    before = figure.describe()
    figure.stop = "one_hour"
    figure.shown = ["vasopressin", "prolactin"]
    assert seen == ["one_hour"]
    assert figure.shown == ["prolactin", "vasopressin"]
    after = figure.describe()
    assert after != before
    assert "still above where it began" in after
    assert "not known from what we could check" in after
    assert "Oxytocin" not in after


@pytest.mark.parametrize(
    ("make", "near"),
    [
        (lambda: course_lib.HormoneTimeline(shown=["prolactine"]), "prolactin"),
        (lambda: course_lib.HormoneTimeline(stop="orgasms"), "orgasm"),
        (lambda: course_lib.SubstanceCards("oxitocin"), "oxytocin"),
        (lambda: course_lib.EvidenceDrawer("01", extra=["C064"]), "C64"),
        (lambda: course_lib.Quiz("99"), "09"),
        (lambda: course_lib.ProgressPanel("1"), "01"),
    ],
)
def test_unknown_names_list_near_matches(make, near):
    with pytest.raises(UnknownNameError, match=near):
        make()


def test_unknown_activity_lists_the_known():
    with pytest.raises(AttributeError, match="HormoneTimeline"):
        course_lib.HormonTimeline  # noqa: B018


def test_first_position_already_teaches_its_message():
    words = course_lib.HormoneTimeline().describe()
    assert "each substance goes its own way" in words
    assert "Prolactin (blood, people): at its highest." in words
    assert "brain, male rats" in words
    assert "no change seen" in words


def test_story_and_measurement_disagree_on_prolactin():
    figure = course_lib.HormoneTimeline(stop="half_hour")
    measured = figure.describe()
    figure.lens = "story"
    assert "still above" in measured
    assert "down again, near where it began" in figure.describe()


def test_evidence_drawer_says_what_was_not_checked():
    words = course_lib.EvidenceDrawer("01").describe()
    assert "only a part read" in words
    assert "DOI not checked" in words
    for claim in claims_data.claims_of_lesson("01"):
        assert claim.finding in words


def test_table_keeps_only_what_matters():
    states = {"lens": ["a", "b"], "stop": ["1", "2"]}
    found = table("x", "d", states, lambda s: s["stop"])
    assert found.by == ("stop",)
    assert found.values == {"1": "1", "2": "2"}
    assert table("x", "d", states, lambda _: "same").values == {"": "same"}


def test_fill_sets_text_attributes_and_controls():
    markup = (
        '<div><p data-part="p"></p><svg><g data-part="g"><text>-</text></g></svg>'
        '<input type="radio" data-control="lens" value="a"/>'
        '<input type="radio" data-control="lens" value="b"/></div>'
    )
    tables = [
        Table("p", "text", ("lens",), {"a": "A & B", "b": "no"}),
        Table("g", "text", (), {"": "word"}),
        Table("g", "opacity", (), {"": "0.5"}),
    ]
    html = fill(markup, tables, {"lens": "a"}, None)
    assert "A &amp; B" in html
    assert '<g data-part="g" opacity="0.5"><text>word</text></g>' in html
    assert re.search(r'value="a" checked', html)
    assert not re.search(r'value="b" checked', html)


def test_payload_is_small_enough_for_a_phone():
    figure = course_lib.HormoneTimeline()
    assert len(figure.markup) + len(json.dumps(figure.tables)) < 200_000
