"""Progress on a page and in JupyterLab: off until wanted, then there again, never in the way."""

import json
import re
import threading
from pathlib import Path

import nbformat
import progress_oracle
import pytest
from axe_playwright_python.sync_playwright import Axe
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import expect

from course_lib.frame.phrases import phrase
from course_lib.site.__main__ import make_server
from course_lib.site.build import build
from tools.browser import running_lab

pytestmark = pytest.mark.browser

SAMPLES = sorted((Path(__file__).parents[1] / "progress/data").glob("*.json"))
GOOD = '{"kind":"course-progress","version":2,"finished":["01","05"],"checks":["01"],"beliefs":{}}'
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
KEPT = "course-progress-kept-1"
DONE_01 = '{"kind":"course-progress","version":2,"finished":["01"],"checks":["01"],"beliefs":{}}'
WHAT_01 = "lessons finished: 01; checks done: 01"


def reason_of(path):
    """Why a sample cannot be used, or "" if it can."""
    return progress_oracle.reason(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    for number in ("01", "05"):
        cells = [
            new_markdown_cell(f"# {number} · Title\n\nPress **F9**."),
            new_markdown_cell("## Check\n\nQuestions."),
            new_code_cell(f'from course_lib import Quiz\nQuiz("{number}")'),
            new_markdown_cell("## Key points\n\nWords."),
            new_code_cell(f'from course_lib import ProgressPanel\nProgressPanel("{number}")'),
        ]
        made = new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
        nbformat.write(made, folder / f"{number}_x.ipynb")
    return folder


@pytest.fixture(scope="module")
def address(notebooks, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    build(folder, notebooks)
    server = make_server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def go(visit, address):
    def opened(before="", **options):
        page = visit(**options).page
        page.goto(f"{address}notes.html")
        if before:
            page.evaluate(before)
        page.goto(f"{address}01_x.html")
        page.wait_for_selector("html[data-awake]")
        return page

    return opened


def panel(page):
    return page.locator("[data-activity=ProgressPanel]")


def message(page):
    return panel(page).get_by_role("status").inner_text()


def box(page, name):
    return panel(page).get_by_role("checkbox", name=phrase(f"progress.{name}"))


def press(page, name):
    panel(page).get_by_role("button", name=phrase(f"progress.{name}"), exact=True).click()


def stored(page):
    return page.evaluate("Object.fromEntries(Object.entries(localStorage))")


def answer(card):
    card.locator("input[type=radio]").last.check()
    card.get_by_role("button", name="Check").click()


def answer_all(page):
    for card in page.locator("[data-question]").all():
        answer(card)


def test_nothing_is_stored_before_it_is_turned_on(go):
    page = go()
    box(page, "finish").check()
    answer_all(page)
    assert message(page) == phrase("progress.visit", what=WHAT_01)
    assert stored(page) == {}
    page.reload()
    page.wait_for_selector("html[data-awake]")
    assert message(page) == phrase("progress.off")


def test_turned_on_it_is_there_after_a_reload_and_in_another_lesson(go, address):
    page = go()
    box(page, "remember").check()
    box(page, "finish").check()
    cards = page.locator("[data-question]").all()
    for card in cards[:-1]:
        answer(card)
    cards[0].get_by_role("button", name="Try again").click()
    assert "no check done" in message(page)
    answer(cards[-1])  # each was answered once, though not at the same time
    assert message(page) == phrase("progress.on", what=WHAT_01)
    assert stored(page) == {"course-progress": DONE_01}
    page.reload()
    page.wait_for_selector("html[data-awake]")
    assert message(page) == phrase("progress.on", what=WHAT_01)
    assert box(page, "remember").is_checked()
    assert box(page, "finish").is_checked()
    page.goto(f"{address}05_x.html")
    page.wait_for_selector("html[data-awake]")
    assert not box(page, "finish").is_checked()
    box(page, "finish").check()
    assert json.loads(stored(page)["course-progress"])["finished"] == ["01", "05"]


def test_turning_off_erases(go):
    page = go(f"localStorage.setItem('course-progress', '{GOOD}')")
    box(page, "remember").press("Space")
    what = "lessons finished: 01, 05; checks done: 01"
    told = f"{phrase('progress.erased', what=what)} {phrase('progress.off')}"
    assert message(page) == told
    assert stored(page) == {}
    assert not box(page, "finish").is_checked()


def test_erase_empties_the_store_with_what_was_kept_and_leaves_other_keys(go):
    page = go(
        "localStorage.setItem('course-progress', 'x'); localStorage.setItem('other', 'stays')"
    )
    assert stored(page) == {KEPT: "x", "other": "stays"}
    box(page, "remember").check()
    press(page, "erase")
    assert stored(page) == {"other": "stays"}
    assert message(page).startswith("Erased: ")
    assert not box(page, "remember").is_checked()
    assert page.evaluate("document.activeElement.dataset.do") == "erase"
    press(page, "erase")
    assert message(page).startswith(phrase("progress.erased_nothing"))


def test_turned_off_in_another_tab_it_is_not_written_again(go):
    page = go(f"localStorage.setItem('course-progress', '{GOOD}')")
    page.evaluate("localStorage.clear()")
    box(page, "finish").uncheck()
    assert stored(page) == {}
    assert message(page).startswith(phrase("progress.gone"))
    assert not box(page, "remember").is_checked()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_stored_content_is_used_or_kept_aside(go, sample):
    text, reason = sample.read_text("utf-8"), reason_of(sample)
    page = go(f"localStorage.setItem('course-progress', {json.dumps(text)})")
    if not reason:
        assert message(page).startswith("Remembered: lessons finished: 01, 05;")
        return
    told = phrase(f"progress.kept_{reason}", name=KEPT)
    assert message(page) == f"{told} {phrase('progress.off')}"
    assert stored(page) == {KEPT: text}
    box(page, "finish").check()
    box(page, "remember").check()
    assert json.loads(stored(page)["course-progress"])["finished"] == ["01"]
    assert stored(page)[KEPT] == text


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_import_takes_good_files_and_says_what_is_wrong_with_others(go, sample):
    page, reason = go(), reason_of(sample)
    box(page, "remember").check()
    before = stored(page)
    with page.expect_file_chooser() as chooser:
        press(page, "import")
    chooser.value.set_files(sample)
    said = phrase(f"progress.import_{reason}" if reason else "progress.imported")
    panel(page).get_by_text(said).wait_for()
    if reason:
        assert stored(page) == before
    else:
        assert stored(page) == {"course-progress": GOOD}
        assert box(page, "finish").is_checked()
    answer_all(page)
    assert json.loads(stored(page)["course-progress"])["checks"] == ["01"]


def test_export_gives_a_file_that_import_takes(go):
    page = go(f"localStorage.setItem('course-progress', '{GOOD}')")
    with page.expect_download() as download:
        press(page, "export")
    assert download.value.suggested_filename == "course-progress.json"
    assert Path(download.value.path()).read_text("utf-8") == GOOD


@pytest.mark.parametrize(
    ("problem", "said"), [("QuotaExceededError", "full"), ("SecurityError", "unsaved")]
)
def test_a_store_that_takes_nothing_leaves_the_course_unsaved(go, problem, said):
    page = go()
    page.evaluate(
        "name => { Storage.prototype.setItem = () => { throw new DOMException('no', name); }; }",
        problem,
    )
    box(page, "finish").check()
    box(page, "remember").press("Space")
    assert message(page).startswith(phrase(f"progress.{said}"))
    assert "For this visit only" in message(page)
    assert not box(page, "remember").is_checked()
    answer_all(page)
    assert "checks done: 01" in message(page)


def test_a_browser_without_room_is_never_said_to_remember(go):
    page = go(f"localStorage.setItem('course-progress', '{GOOD}')")
    page.evaluate(
        "() => { Storage.prototype.setItem = () => {"
        " throw new DOMException('no', 'QuotaExceededError'); }; }"
    )
    box(page, "finish").uncheck()
    on = phrase("progress.on", what="lessons finished: 01, 05; checks done: 01")
    here = phrase("progress.unstored", what="lessons finished: 05; checks done: 01")
    panel(page).get_by_text(f"{phrase('progress.full')} {on} {here}").wait_for()
    assert stored(page) == {"course-progress": GOOD}


def test_erased_in_one_tab_it_is_not_called_remembered_in_the_other(go, address):
    page = go(f"localStorage.setItem('course-progress', '{GOOD}')")
    other = page.context.new_page()
    other.goto(f"{address}05_x.html")
    other.wait_for_selector("html[data-awake]")
    press(other, "erase")
    panel(page).get_by_text(f"{phrase('progress.gone')} {phrase('progress.off')}").wait_for()
    assert not box(page, "remember").is_checked()


def test_a_browser_that_refuses_its_store_says_so(visit, address):
    found = visit()
    found.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', "
        "{ get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    found.page.goto(f"{address}01_x.html")
    found.page.wait_for_selector("html[data-awake]")
    assert message(found.page).startswith(phrase("progress.unreadable"))
    box(found.page, "finish").check()
    press(found.page, "erase")
    assert message(found.page).startswith("Erased: lessons finished: 01")
    assert found.errors == []


@pytest.mark.parametrize("dark", [False, True])
def test_names_contrast_and_width(go, dark):
    page = go(dark=dark, width=390)
    result = Axe().run(page, context="[data-activity=ProgressPanel]")
    assert result.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert [each.inner_text() for each in panel(page).get_by_role("button").all()] == [
        "Export",
        "Import",
        "Erase",
    ]


def end_kernels(page):
    """End every kernel, as a crash or a restart does."""
    page.evaluate(
        "async () => { const headers = { Authorization: 'token course' };"
        " for (const { id } of await (await fetch('/api/kernels', { headers })).json())"
        " await fetch(`/api/kernels/${id}/restart`, { method: 'POST', headers }); }"
    )


def test_in_jupyterlab_it_is_a_file_and_the_same_words(visit, notebooks):
    with running_lab(notebooks) as server:
        file = server.folder.parent / "progress" / "progress.json"
        found = visit()
        page = found.page
        found.open(server, "01_x.ipynb")
        found.run_lesson()
        status = panel(page).get_by_role("status")
        status.get_by_text(phrase("progress.off")).wait_for()
        box(page, "finish").check()
        answer_all(page)
        status.get_by_text(phrase("progress.visit", what=WHAT_01)).wait_for()
        found.start_again()
        status.get_by_text(phrase("progress.visit", what=WHAT_01)).wait_for()
        assert box(page, "finish").is_checked()
        assert not file.exists()
        box(page, "remember").press("Space")
        status.get_by_text(phrase("progress.on", what=WHAT_01)).wait_for()
        assert file.read_text("utf-8") == f"{DONE_01}\n"
        for key in ("ArrowDown", "ArrowUp"):
            page.keyboard.press(key)
            assert page.evaluate("document.activeElement.dataset.part") == "remember"
        with page.expect_download() as download:
            press(page, "export")
        assert Path(download.value.path()).read_text("utf-8") == DONE_01

        found.open(server, "05_x.ipynb")
        found.run_lesson()
        status.get_by_text(phrase("progress.on", what=WHAT_01)).wait_for()
        for name, said in (("corrupt", "import_corrupt"), ("good", "imported")):
            with page.expect_file_chooser() as chooser:
                press(page, "import")
            chooser.value.set_files(SAMPLES[0].with_name(f"{name}.json"))
            status.get_by_text(phrase(f"progress.{said}")).wait_for()
        assert box(page, "finish").is_checked()
        before = file.read_text("utf-8")
        end_kernels(page)
        lost = phrase("progress.silent")
        for do in (lambda: press(page, "erase"), lambda: box(page, "finish").press("Space")):
            do()
            status.get_by_text(re.compile(f"^{re.escape(lost)}")).wait_for(timeout=4000)
            assert file.read_text("utf-8") == before
            expect(box(page, "remember")).to_be_checked(timeout=4000)
            expect(box(page, "finish")).to_be_checked(timeout=4000)
        found.open(server, "05_x.ipynb")
        found.run_lesson()
        status.get_by_text(re.compile(r"^Remembered: lessons finished")).wait_for()
        press(page, "erase")
        status.get_by_text(re.compile("^Erased: lessons finished: 01, 05;")).wait_for()
        assert not file.exists()
        assert not box(page, "remember").is_checked()
        assert found.errors == []
        assert found.other_hosts == []
