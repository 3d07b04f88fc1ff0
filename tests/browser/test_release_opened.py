"""The zips as they are given to others: unpacked, and opened by a double click."""

from zipfile import ZipFile

import pytest
from keys import leave
from playwright.sync_api import expect

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.site.build import lesson_notebooks
from course_lib.site.words_data import words

pytestmark = pytest.mark.browser

LESSONS = [path.stem for path in lesson_notebooks(NOTEBOOKS)]


@pytest.fixture(scope="module")
def unpacked(released, tmp_path_factory):
    folder = tmp_path_factory.mktemp("given")
    for path in released.glob("*.zip"):
        with ZipFile(path) as zipped:
            zipped.extractall(folder / path.stem.rpartition("-")[2])
    return folder


@pytest.fixture
def opened(visit, unpacked):
    """Open a lesson's own file; the page notes what it asks for and complains of."""
    page = visit().page
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))

    def go(name):
        page.goto((unpacked / "lessons" / f"{name}.html").as_uri())
        page.wait_for_selector("html[data-awake]")
        return page

    return go


def is_left(page):
    """Look for the plain page; a page that comes back may still be on its way to it."""
    expect(page).to_have_title(words().notes_title, timeout=30_000)
    page.get_by_role("heading", name=words().notes_heading).wait_for()
    assert page.locator("body").inner_text().startswith(words().notes_heading)
    assert page.locator("[data-activity], script[data-view]").count() == 0


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_by_itself_is_alive_and_can_be_left(opened, name):
    page = opened(name)
    address = page.url
    assert page.locator("[data-activity]:not([data-alive])").count() == 0
    assert page.locator(".asleep:visible").count() == 0
    leave(page)
    is_left(page)
    family = page.evaluate("getComputedStyle(document.body).maxWidth")
    assert family == "512px"  # its own style is at work, also under the policy
    page.evaluate("sessionStorage.clear()")  # a busy Chromium now and then loses that of a file
    page.reload()
    is_left(page)
    assert page.url == address
    assert [url for url in page.asked if not url.startswith(("data:image/", "data:font/"))] == [
        address
    ] * 2
    assert page.said == []


def test_leaving_takes_the_place_out_of_the_address_and_back_brings_no_lesson(opened):
    opened(LESSONS[0])
    page = opened(LESSONS[1])
    page.locator(".contents a").first.click()
    assert "#" in page.url
    page.locator("[data-exit]").click()
    is_left(page)
    assert "#" not in page.url
    page.go_back()
    is_left(page)
    assert page.said == []


def test_help_stands_in_each_lesson(opened):
    page = opened(LESSONS[3])
    page.get_by_role("navigation", name=words().menu).get_by_role("link").click()
    page.locator("#help").wait_for()
    assert page.locator("#help").evaluate("each => each.closest('details')?.open ?? each.open")


def test_opened_on_purpose_again_it_is_alive_again(opened):
    page = opened(LESSONS[1])
    leave(page)
    is_left(page)
    page.goto("about:blank")
    opened(LESSONS[1])


def test_without_scripts_the_way_out_leads_to_an_empty_page(visit, unpacked):
    page = visit(java_script_enabled=False).page
    page.goto((unpacked / "lessons" / f"{LESSONS[1]}.html").as_uri())
    page.locator("a.exit").click()
    page.wait_for_url("about:blank")


def test_the_zip_of_the_pages_opens_at_its_index(visit, unpacked):
    found = visit()
    page = found.page
    page.goto((unpacked / "pages" / "index.html").as_uri())
    page.locator(f'.map a[href="{LESSONS[1]}.html"]').click()
    page.wait_for_selector("html[data-awake]")
    leave(page)
    is_left(page)
    assert found.errors == []
    assert found.other_hosts == []
