"""The signs of the grades are drawings where they are shown, and letters where they are stored."""

from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup

from course_lib import EvidenceDrawer
from course_lib.evidence import claims_data
from course_lib.frame.signs import SIGNS, drawn, sign


def test_each_grade_has_a_drawing_of_its_own():
    assert SIGNS.keys() == {grade.symbol for grade in claims_data.grades().values()}
    assert len(set(SIGNS.values())) == len(SIGNS)
    for letter in SIGNS:
        root = ET.fromstring(sign(letter))
        assert root.attrib["aria-hidden"] == "true"
        assert root.findtext("desc") == letter


def test_a_sign_in_words_is_drawn_and_one_elsewhere_is_left():
    html = (
        '<title>◐ a</title><p title="◐ b">◐ c</p><script>"◐ d"</script><svg><text>◐ e</text></svg>'
        "<option>◐ f</option><p>◐ g and ✕</p>"
    )
    found = drawn(html)
    soup = BeautifulSoup(found, "html.parser")
    assert [len(p.select("svg.cc-sign")) for p in soup.select("p")] == [1, 2]
    assert found.count("<desc>") == 3
    assert soup.get_text() == BeautifulSoup(html, "html.parser").get_text()


def test_markup_without_a_sign_is_as_it_was():
    assert drawn("<p>a < b ◻</p>") == "<p>a < b ◻</p>"


def test_what_is_stored_has_letters_and_a_view_has_drawings():
    drawer = EvidenceDrawer("01")
    assert "cc-sign" not in drawer._repr_mimebundle_()[0]["text/html"]
    assert "cc-sign" in drawer.get_state()["markup"]
