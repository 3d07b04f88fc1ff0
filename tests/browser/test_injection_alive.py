"""HTML in a text of the data is shown as text by every live view too, whatever is pressed."""

import pytest
from marked import PAYLOAD

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.site.__main__ import make_server
from course_lib.site.build import lesson_notebooks

pytestmark = pytest.mark.browser

#: Every control of the activities once, also those that appear meanwhile; gives their number.
PRESS = """() => {
  const pressed = new Set();
  const left = () => [...document.querySelectorAll(
    "[data-alive] :is(button, input, select, textarea, summary)")]
    .find((each) => !pressed.has(each) && !each.matches("[type=file], [data-do=export], " +
      "[data-do=print], [data-do=import], [data-do=leave], .cc-questions summary"));
  for (let each = left(); each; each = left()) {
    pressed.add(each);
    if (each.type === "range") each.value = each.max;
    each.click();
    each.dispatchEvent(new Event("input", { bubbles: true }));
    each.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return pressed.size;
}"""
#: What the payload would have made.
OBEYED = "() => globalThis.obeyed ?? document.querySelectorAll('img[src=x], [onerror]').length"


@pytest.fixture(scope="module")
def address(marked_folder, served):
    with served(make_server(marked_folder)) as found:
        yield found.replace("/courses/notes/", "/site/")


@pytest.mark.parametrize("name", [path.stem for path in lesson_notebooks(NOTEBOOKS)])
def test_live_views_show_it(visit, address, name):
    found = visit()
    page = found.page
    page.goto(f"{address}{name}.html")
    page.wait_for_selector("html[data-awake]")
    assert page.evaluate(PRESS) > 10
    page.wait_for_timeout(200)  # what is loaded in vain fails only now
    assert page.evaluate(OBEYED) == 0
    assert page.evaluate("document.body.textContent").count(PAYLOAD) > 10
    assert found.errors == []
