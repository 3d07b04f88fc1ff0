"""HTML in a text of the data is shown as text, in all that is made of the data."""

import json

import html5lib
import pytest
from marked import PAYLOAD

pytestmark = pytest.mark.slow


def seen(html):
    """Return what a browser would obey of the payload, and how often it shows all of it."""
    found, words = [], []
    for element in html5lib.parse(html).iter():
        words += [element.text or "", element.tail or ""]
        if not isinstance(element.tag, str):
            found.append(f"a comment: {element.text[:80]}")
        elif element.get("src") == "x" or any(name.startswith("on") for name in element.attrib):
            found.append(element.tag)
    return found, sum(each.count(PAYLOAD) for each in words)


def test_the_check_sees_what_is_not_escaped():
    for html in (f"<p>{PAYLOAD}", f'<p title="{PAYLOAD}">', f"<script>'{PAYLOAD}'</script>"):
        assert seen(html)[0]


def test_pages_and_handouts_show_it(marked_folder):
    pages = [*marked_folder.glob("site/*.html"), *marked_folder.glob("handouts/*.html")]
    assert len(pages) > 30
    for path in pages:
        obeyed, shown = seen(path.read_text(encoding="utf-8"))
        assert obeyed == [], path
        assert shown > 1, path


def test_what_a_notebook_stores_and_brings_to_life_shows_it(marked_folder):
    activities = json.loads((marked_folder / "activities.json").read_text(encoding="utf-8"))
    for name, forms in activities.items():
        for html in forms:
            obeyed, shown = seen(html)
            assert obeyed == [], name
            assert shown, name
