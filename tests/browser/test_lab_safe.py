"""Nothing a learner does in JupyterLab breaks a lesson: keys, clicks, saving, a hung kernel."""

import json
import random
from pathlib import Path

import pytest
from cells import CELLS, RUN, opener, shipped
from keys import leave

from course_lib.frame.phrases import phrase
from tools.browser import ROOT
from tools.sample import LONG

pytestmark = pytest.mark.browser

LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
KEYS = [*"abcdmxyz1", "Delete", "Enter", "Escape"]
KEYS += [f"Arrow{way}" for way in ("Up", "Down", "Left", "Right")]
#: Where a learner may be: in the notebook, on its first cells, in an activity, on one of its parts.
PLACES = [
    ".jp-Notebook",
    ".jp-MarkdownCell >> nth=0",
    ".jp-MarkdownCell >> nth=3",
    ".cc >> nth=0",
    ".cc [tabindex='-1']:visible >> nth=0",
    ".cc button:visible:enabled >> nth=1",
    ".cc summary:visible >> nth=0",
]
ALIVE = ".jp-OutputArea .cc[data-alive]"


@pytest.fixture(scope="module")
def at(new_visit, lab):
    """Open a lesson, started; the tests of this file go on with one page for each."""
    return opener(new_visit, lab, start=True)


def has_left(page):
    return page.title() == "Notes" or "/doc/" not in page.url


def come_back(visit, lab, name):
    """The course was left, indeed; opened on purpose, the lesson starts again."""
    visit.page.wait_for_selector("h1 >> text=Shopping list")
    visit.open(lab, name)
    visit.run_lesson()


# In full, hundreds of steps in some lessons; else few in the day's, on the page of the next test.
@pytest.mark.parametrize("name", LESSONS[::3] if LONG else LESSONS)
def test_any_keys_and_double_clicks_leave_every_cell_as_it_was(at, lab, name):
    seed = random.randrange(10**6)
    draw = random.Random(seed)
    print(f"seed {seed}, {name}")  # noqa: T201  for who has to repeat it
    visit = at(name)
    page = visit.page
    for _ in range(300 if LONG else 25):
        place = page.locator(draw.choice(PLACES))
        if draw.random() < 0.3 and place.count():
            if draw.random() < 0.5:
                place.evaluate("each => each.focus()")
            else:
                place.dblclick(position={"x": 3, "y": 3}, force=True, timeout=3000)
        page.keyboard.press(draw.choice(KEYS))
        page.wait_for_timeout(60)
        if has_left(page):
            come_back(visit, lab, name)
        assert page.locator(".jp-Dialog").count() == 0
    assert page.evaluate(CELLS) == shipped(name)
    assert page.locator(".jp-MarkdownCell:not(.jp-mod-rendered)").count() == 0
    page.locator(".jp-Notebook").focus()
    leave(page)
    come_back(visit, lab, name)
    assert page.locator(ALIVE).count() > 4
    assert page.evaluate(CELLS) == shipped(name)


@pytest.mark.parametrize("name", LESSONS)
def test_no_part_that_gets_the_focus_gives_its_keys_to_jupyterlab(at, name):
    page = at(name).page
    before = page.evaluate(CELLS)
    for button in page.locator(f"{ALIVE} [data-do=next]:visible:enabled").all():
        button.press("Enter")
        for key in "xm":
            page.keyboard.press(key)
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('.cc') !== null")
    unmarked = page.locator(f"{ALIVE} [tabindex]").evaluate_all(
        "all => all.filter((each) => { each.focus(); return document.activeElement === each"
        " && each.dataset.lmSuppressShortcuts !== 'true'; }).map((each) => each.outerHTML)"
    )
    assert unmarked == []
    assert page.evaluate(CELLS) == before == shipped(name)


@pytest.mark.parametrize(
    "command",
    [
        "notebook:cut-cell",
        "notebook:delete-cell",
        "notebook:change-cell-to-code",
        "notebook:insert-cell-below",
        "notebook:split-cell-at-cursor",
        "notebook:move-cell-down",
        "notebook:enter-edit-mode",
        "notebook:run-cell-and-insert-below",
        "notebook:run-cell-and-select-next",
        "notebook:show-all-cell-code",
        "notebook:clear-all-cell-outputs",
        "editmenu:clear-all",
        "editmenu:undo",
    ],
)
def test_no_command_of_a_menu_or_the_palette_changes_a_lesson(at, command):
    page = at(LESSONS[0]).page
    outputs = page.locator(".jp-OutputArea [data-activity]").count()
    page.evaluate(RUN, [command, {}])
    page.wait_for_timeout(100)
    assert page.evaluate(CELLS) == shipped(LESSONS[0])
    assert page.locator(".jp-OutputArea [data-activity]").count() == outputs
    assert page.locator(".jp-MarkdownCell:not(.jp-mod-rendered)").count() == 0


def test_a_double_click_shows_no_source(at):
    page = at(LESSONS[0]).page
    for part in ("h1", "p"):
        page.locator(f".jp-MarkdownCell {part}:visible").first.dblclick()
    page.wait_for_timeout(200)
    assert page.locator(".jp-MarkdownCell:not(.jp-mod-rendered)").count() == 0


def test_tools_for_editing_are_out_of_the_way(at):
    page = at(LESSONS[0]).page
    for hidden in ("insert", "cut", "paste", "cellType"):
        assert page.locator(f"[data-jp-item-name='{hidden}']:visible").count() == 0
    parts = "Placeholder Collapser Notebook-footer cell-toolbar InputPrompt OutputPrompt"
    for hidden in (*parts.split(), "OutputArea-promptOverlay"):
        assert page.locator(f".jp-{hidden}").count() or hidden == "cell-toolbar"
        assert page.locator(f".jp-{hidden}:visible").count() == 0, hidden
    assert page.get_by_text("Start this lesson", exact=True).first.is_visible()


def test_a_saved_lesson_is_whole_whatever_happened_to_it(at, lab):
    visit = at(LESSONS[0])
    page = visit.page
    page.evaluate(
        """() => {
          const { model } = jupyterapp.shell.currentWidget.content;
          for (const cell of model.cells) {
            cell.setMetadata("jupyter", {});
            if (cell.type === "code") cell.outputs.clear();
          }
          model.sharedModel.deleteCell(2);
          model.sharedModel.getCell(0).setSource("broken");
        }"""
    )
    page.evaluate(RUN, ["docmanager:save", {}])
    page.wait_for_timeout(1500)
    stored = (Path(lab.folder) / LESSONS[0]).read_bytes()
    assert stored == (ROOT / "notebooks" / LESSONS[0]).read_bytes()
    visit.open(lab, LESSONS[0])
    visit.run_lesson()
    assert page.evaluate(CELLS) == shipped(LESSONS[0])


def test_a_kernel_that_hangs_is_told_and_takes_nothing_away(new_visit, lab):
    visit = new_visit()
    page = visit.page
    visit.open(lab, LESSONS[1])
    page.evaluate(
        "() => { jupyterapp.shell.currentWidget.sessionContext.session.kernel"
        ".requestExecute({ code: 'import time; time.sleep(600)' }); }"
    )
    figures = page.locator(".jp-OutputArea [data-activity]").count()
    page.keyboard.press("F9")
    dialog = page.locator(".jp-Dialog")
    dialog.get_by_text("does not answer").wait_for(timeout=15_000)
    assert "Restart Kernel" in dialog.inner_text()
    dialog.get_by_role("button", name="OK").click()
    assert page.locator(".jp-OutputArea [data-activity]").count() == figures > 4
    page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    page.wait_for_selector("#jp-main-statusbar >> text=/\\| Idle/", timeout=60_000)
    visit.run_lesson()


def test_a_fresh_copy_brings_a_lesson_back_and_keeps_the_damaged_one(new_visit, lab):
    name = LESSONS[2]
    file = Path(lab.folder) / name
    whole = file.read_bytes()
    damaged = json.loads(whole)
    damaged["cells"] = damaged["cells"][:3]
    file.write_text(json.dumps(damaged), encoding="utf-8")
    visit = new_visit()
    visit.open(lab, name)
    page = visit.page
    page.get_by_role("menuitem", name="File", exact=True).click()
    page.get_by_role("menuitem", name="Fresh copy of this lesson").click()
    dialog = page.locator(".jp-Dialog")
    dialog.get_by_text(f"kept-1-{name}").wait_for()
    dialog.get_by_role("button", name="OK").click()
    assert page.evaluate(CELLS) == shipped(name)
    assert file.read_bytes() == whole
    kept = json.loads(file.with_name(f"kept-1-{name}").read_text(encoding="utf-8"))
    assert len(kept["cells"]) == 3
    visit.run_lesson()


@pytest.mark.by_turns
@pytest.mark.parametrize("start", [False, True], ids=["opened", "started"])
def test_closing_a_lesson_asks_nothing(new_visit, lab, start):
    visit = new_visit()
    visit.open(lab, LESSONS[4])
    if start:
        visit.run_lesson()
        visit.page.locator(f"{ALIVE} input:visible").first.focus()
    visit.page.mouse.click(400, 400)
    asked = []
    visit.page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    visit.page.close(run_before_unload=True)
    visit.page.wait_for_event("close")  # after a question, if there is one
    assert asked == []


def test_starting_again_leaves_what_the_learner_wrote(at):
    visit = at(LESSONS[12])
    page = visit.page
    note = page.locator(f"{ALIVE} textarea")
    note.fill("tea with M.")
    page.locator(f"{ALIVE} [data-tick]").first.evaluate("each => each.click()")
    visit.start_again()
    assert note.input_value() == "tea with M."
    assert page.locator(f"{ALIVE} [data-tick]").first.is_checked()
    page.get_by_role("button", name=phrase("summary.clear"), exact=True).click()
    assert note.input_value() == ""
