"""What a notebook stores of an activity can be seen where nothing is trusted."""

import re
from html import unescape
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

import course_lib
from course_lib.frame.storage import for_storage

SVG = (
    '<svg class="cc-wide" role="img" viewBox="0 0 40 20" width="100%">\n<g data-part="a">'
    "<text style=\"font-family: 'DejaVu Sans'; fill: #123\">50% &lt; 60 – “é”</text></g></svg>"
)
ADDRESS = re.compile(r'src="data:image/svg\+xml,([^"]*)"')


def pictures(html):
    """Return what a browser reads from the addresses of pictures: it drops line ends first."""
    return [
        ET.fromstring(unquote(unescape(found).replace("\n", ""))) for found in ADDRESS.findall(html)
    ]


def test_a_picture_is_an_image_that_needs_nothing_around_it():
    stored = for_storage(f'<p class="cc-title">Tears &amp; <b>time</b></p>{SVG}')
    (picture,) = pictures(stored)
    assert 'alt="Tears &amp; time"' in stored
    assert "".join(picture.itertext()) == "50% < 60 – “é”"
    ground, group = picture
    assert ground.attrib == {"width": "40", "height": "20", "fill": "white"}
    assert group.attrib == {}
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize(
    "hidden",
    ['<div hidden="">a<br>b<p>c</p></div>', '<input hidden="">', "<p hidden>&amp;&#8212;</p>"],
)
def test_what_is_hidden_is_not_stored(hidden):
    assert for_storage(f"<p>seen &amp; kept</p>{hidden}<i>after</i>") == (
        "<p>seen &amp; kept</p\n><i>after</i\n>"
    )


def test_a_line_of_many_words_ends_after_a_sentence_and_never_within_a_tag():
    few = '<p title="One. Two">Of 1.5 &amp; 2. Three?</p>'
    assert for_storage(few) == few.replace("</p>", "</p\n>")
    many = "More &amp; more of 1.5. " * 20
    stored = for_storage(f'<p title="{many}">{many}Last</p>')
    lines = many.replace(". ", ".\n")
    assert stored == f'<p title="{many}">{lines}Last</p\n>'


def seen_words(html):
    """Return the words around the pictures, without what is hidden."""
    soup = BeautifulSoup(html, "html.parser")
    for each in soup.select("svg, [hidden]"):
        each.extract()
    return soup.get_text().split()


@pytest.mark.parametrize("name", course_lib.__all__)
def test_every_word_that_is_seen_is_stored(name):
    made = getattr(course_lib, name)
    activity = made(*made.example)
    stored = activity._repr_mimebundle_()[0]["text/html"]
    assert seen_words(stored) == seen_words(activity.static_html(slim=True))


@pytest.mark.parametrize("name", course_lib.__all__)
def test_no_activity_stores_what_an_untrusted_notebook_loses_or_should_not_show(name):
    made = getattr(course_lib, name)
    stored = made(*made.example)._repr_mimebundle_()[0]["text/html"]
    assert "<svg" not in stored
    assert not re.search(r"<[^>]* hidden\b", ADDRESS.sub("", stored))
    assert stored.count("<img") == len(pictures(stored))
    assert 'alt=""' not in stored
