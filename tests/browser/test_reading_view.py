"""A lesson in JupyterLab is read: a few buttons that lead on, one column, one size of letters."""

import pytest
from playwright.sync_api import expect

from tools.browser import ROOT

pytestmark = pytest.mark.browser

LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
SOURCE = ".jp-NotebookPanel:visible :is([id$='-ref-{0}'], [data-jupyter-id$='-ref-{0}'])"
BUTTONS = ".jp-NotebookPanel:visible .jp-NotebookPanel-toolbar > :visible"
TEXTS = "all => all.map(each => each.textContent.trim())"
COLUMN = """() => [...document.querySelectorAll('.course-lesson .jp-Cell')].flatMap(cell =>
  [...cell.querySelectorAll('.jp-MarkdownOutput > p, .cc')].slice(0, 1)).map(each => {
    const box = each.getBoundingClientRect();
    return [Math.round(box.left), Math.round(box.width), getComputedStyle(each).fontSize];
  })"""


@pytest.fixture(scope="module")
def page(new_visit, lab):
    found = new_visit(width=1920, height=1080)
    found.open(lab, LESSONS[1])
    return found.page


def buttons(page):
    return [each for each in page.locator(BUTTONS).evaluate_all(TEXTS) if each]


def test_the_toolbar_leads_through_the_course_and_has_nothing_else(page):
    assert buttons(page) == [
        "Start this lesson",
        "← Previous",
        "Course map",
        "Next →",
        "Help",
    ]


def test_the_foot_of_the_window_counts_no_lines_and_names_no_mode(page):
    foot = page.locator("#jp-main-statusbar")
    expect(foot).to_be_visible()
    for word in ("Mode:", "Ln "):
        expect(foot.get_by_text(word)).not_to_have_count(0)
        expect(foot.get_by_text(word).first).to_be_hidden()


def test_the_way_out_is_there_before_the_start_and_in_sight(page):
    way_out = page.get_by_role("link", name="Quick exit", exact=True)
    expect(way_out).to_be_visible()
    assert page.evaluate("document.body.firstElementChild.matches('[data-exit]')")  # of Tab, too
    box = way_out.bounding_box()
    middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    assert page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).matches('[data-exit]')", middle
    )


def test_prose_and_activities_share_a_column_and_a_size(page):
    places = page.evaluate(COLUMN)
    assert len(places) > 15
    lefts, widths, sizes = (set(each) for each in zip(*places, strict=True))
    assert max(lefts) - min(lefts) <= 8
    assert max(widths) <= 800
    assert sizes == {"16px"}


ENDS = """() => {
  const cell = [...document.querySelectorAll(".course-lesson .jp-Cell")].at(-1);
  const all = cell.closest(".jp-WindowedPanel-outer");
  const end = all.getBoundingClientRect().top + all.scrollHeight - all.scrollTop;
  const [cover, activity] = [".course-cover svg", ".jp-OutputArea .cc"].map((name) =>
    Math.round(document.querySelector(`.course-lesson ${name}`).getBoundingClientRect().right));
  return [end - cell.getBoundingClientRect().bottom, cover - activity];
}"""


def test_a_lesson_ends_with_its_words_and_its_cover_with_the_column(page):
    page.locator(".course-cover svg").wait_for()
    below, beside = page.evaluate(ENDS)
    assert below < 100
    assert abs(beside) <= 8


def test_help_opens_in_sight_with_the_focus_on_it(page):
    page.get_by_role("button", name="Help", exact=True).first.click()
    help_panel = page.locator("[data-activity=HelpPanel] details").first
    expect(help_panel).to_have_attribute("open", "")
    expect(help_panel.locator("summary").first).to_be_focused()
    expect(help_panel.locator("summary").first).to_be_in_viewport()


def test_on_to_the_next_and_back_to_the_map(page):
    for button, lesson in [("Next →", 2), ("← Previous", 1), ("Course map", 0), ("Next →", 1)]:
        page.locator(BUTTONS).get_by_text(button, exact=True).click()
        title = (ROOT / "notebooks" / LESSONS[lesson]).read_text(encoding="utf-8")
        heading = page.locator(".jp-NotebookPanel:visible h1").first
        expect(heading).to_contain_text(f"{lesson:02}")
        assert heading.inner_text().strip("¶") in title
    page.locator(BUTTONS).get_by_text("← Previous", exact=True).click()
    expect(page.locator(".jp-NotebookPanel:visible h1").first).to_contain_text("00")
    assert "← Previous" not in buttons(page)
    assert "Course map" not in buttons(page)


@pytest.mark.parametrize("started", [False, True], ids=["read", "started"])
def test_a_link_leads_on_in_this_window_wherever_it_stands(new_visit, lab, started):
    visit = new_visit()
    page = visit.page
    prose, course_map, drawer = (
        (".jp-MarkdownCell a:has-text('01 · ') >> nth=0", "01"),
        ("[data-activity=CourseMap] a[data-lesson-link] >> nth=1", "02"),
        ("[data-activity=EvidenceDrawer] a[href*='#ref-'] >> nth=0", "References"),
    )
    visit.open(lab, LESSONS[0])
    if started:
        visit.run_lesson()
    for link, to in (prose, course_map, drawer):
        leads = page.locator(f".jp-NotebookPanel:visible {link}")
        source = leads.get_attribute("href").partition("#ref-")[2]
        leads.evaluate("each => each.click()")
        heading = page.locator(".jp-NotebookPanel:visible h1").first
        expect(heading).to_contain_text(to)
        assert page.context.pages == [page]
        if source and started:  # before, JupyterLab follows links itself and knows no such place
            expect(page.locator(SOURCE.format(source))).to_be_in_viewport()
        page.locator(BUTTONS).get_by_text("Course map", exact=True).click()
        expect(heading).to_contain_text("00")
