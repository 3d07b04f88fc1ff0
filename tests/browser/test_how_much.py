"""How much there is to read: what a phone shows on arrival, and what is closed."""

import pytest

from course_lib.frame import lessons_data

pytestmark = pytest.mark.browser

MOST_WORDS = 1800
#: Screens of a phone, 390 by 844, before the evidence, all as it is first shown.
MOST_SCREENS = 14
#: Words that open on request, in all lessons before their evidence: 69,049 before the words were
#: written anew, the answers and studies that were added on 27 November 2026, and the 471 words of
#: questions in lesson 11 that were open before and are asked for now.
MOST_CLOSED = 70_621
#: Words up to the evidence: those that are seen, and those that are closed or come later.
#: The list of contents is made by the page and is none of the lesson's.
COUNT = """() => {
  const words = (text) => (text.match(/[A-Za-z0-9’'-]+/g) || []).length;
  const heads = [...document.querySelectorAll("article h2")];
  const end = heads.find((head) => head.textContent === "The evidence for this section");
  const all = document.querySelector("article.lesson");
  const walker = document.createTreeWalker(all, NodeFilter.SHOW_TEXT);
  const screens = (end.getBoundingClientRect().top + scrollY) / innerHeight;
  const found = { seen: 0, closed: 0, screens };
  while (walker.nextNode() && !(end.contains(walker.currentNode))) {
    const node = walker.currentNode;
    if (node.parentElement.closest("script, style, option, nav, [popover], noscript")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { width, height } = range.getBoundingClientRect();
    const seen = node.parentElement.checkVisibility() && width > 2 && height > 2;
    found[seen ? "seen" : "closed"] += words(node.data);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def counted(new_visit, site_address):
    page = new_visit(width=390, height=844).page
    found = {}
    for lesson in lessons_data.lessons().values():
        page.goto(f"{site_address}{lesson.id}_{lesson.slug}.html")
        page.wait_for_selector("html[data-awake]")
        found[lesson.id] = page.evaluate(COUNT)
    return found


@pytest.mark.parametrize("lesson", lessons_data.lessons())
def test_a_lesson_shows_no_more_words_than_can_be_read(counted, lesson):
    assert counted[lesson]["seen"] <= MOST_WORDS


@pytest.mark.parametrize("lesson", lessons_data.lessons())
def test_a_lesson_is_no_longer_than_fourteen_screens(counted, lesson):
    assert counted[lesson]["screens"] <= MOST_SCREENS


def test_what_is_closed_does_not_grow(counted):
    assert sum(each["closed"] for each in counted.values()) <= MOST_CLOSED
