"""Lessons that were damaged, and the sandbox, in JupyterLab: all of them come back."""

import re
from pathlib import Path

import pytest
from cells import CELLS, RUN, opener, shipped

from tools.browser import ROOT

pytestmark = pytest.mark.browser

ENABLED = "command => jupyterapp.commands.isEnabled(command)"
LESSON = "06_neurotransmitters.ipynb"


@pytest.fixture(scope="module")
def at(new_visit, lab):
    """Open a notebook, not started; the tests of this file share one page for each."""
    opened = opener(new_visit, lab, start=False)
    return lambda name: opened(name).page


@pytest.mark.by_turns
@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("07_more_common_than_you_think.ipynb", b'{"cells": [{"cell_type": "mark'),
        ("glossary.ipynb", b""),
        ("references.ipynb", b"\xff\xfe\x00\x01"),
    ],
    ids=["half", "empty", "no text"],
)
def test_a_lesson_that_cannot_be_read_comes_back_and_the_damaged_one_is_kept(
    new_visit, lab, name, damage
):
    file = Path(lab.folder) / name
    whole = file.read_bytes()
    file.write_bytes(damage)
    visit = new_visit()
    visit.open(lab, name)
    page = visit.page
    dialog = page.locator(".jp-Dialog")
    dialog.get_by_text(f"kept as kept-1-{name}").wait_for()
    assert dialog.count() == 1
    dialog.get_by_role("button", name="OK").click()
    assert page.evaluate(CELLS) == shipped(name)
    assert file.read_bytes() == whole
    assert file.with_name(f"kept-1-{name}").read_bytes() == damage
    visit.run_lesson()


def test_a_learners_own_notebook_is_not_mended(new_visit, lab):
    own = Path(lab.folder) / "07_mine.ipynb"
    own.write_bytes(b"not yet")
    page = new_visit().page
    page.goto(lab.url(own.name))
    page.locator(".jp-Dialog").get_by_text("Error").first.wait_for()
    assert own.read_bytes() == b"not yet"
    assert list(own.parent.glob(f"kept-*-{own.name}")) == []


def test_the_sandbox_can_be_changed_and_brought_back(at, lab):
    page = at("sandbox.ipynb")
    page.evaluate(
        "() => jupyterapp.shell.currentWidget.content.model.sharedModel.getCell(1)"
        ".setSource('my own words')"
    )
    page.evaluate(RUN, ["notebook:delete-cell", {}])
    assert page.evaluate(CELLS) != shipped("sandbox.ipynb")
    page.get_by_role("menuitem", name="File", exact=True).click()
    assert page.get_by_role("menuitem", name=re.compile("^Save Notebook")).count() > 0
    page.get_by_role("menuitem", name="Fresh copy of this lesson").click()
    dialog = page.locator(".jp-Dialog")
    dialog.get_by_text("kept-1-sandbox.ipynb").wait_for()
    dialog.get_by_role("button", name="OK").click()
    assert page.evaluate(CELLS) == shipped("sandbox.ipynb")
    file = Path(lab.folder) / "sandbox.ipynb"
    assert file.read_bytes() == (ROOT / "notebooks" / file.name).read_bytes()
    assert "own words" in file.with_name("kept-1-sandbox.ipynb").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "there"),
    [
        ("notebook:cut-cell", False),
        ("notebook:paste-cell-below", False),
        ("editmenu:undo", False),
        ("notebook:move-cursor-heading-above-or-collapse", False),
        ("notebook:restart-clear-output", False),
        ("notebook:run-cell", True),
        ("notebook:run-cell-and-select-next", True),
        ("docmanager:save", True),
    ],
)
def test_menus_show_what_a_lesson_does_not_allow_as_not_to_be_had(at, command, there):
    assert at(LESSON).evaluate(ENABLED, command) is there


def test_editing_is_there_in_the_sandbox(at):
    page = at("sandbox.ipynb")
    for command in ("notebook:cut-cell", "notebook:change-cell-to-code"):
        assert page.evaluate(ENABLED, command)


def test_an_arrow_hides_nothing_below_a_heading(at):
    page = at(LESSON)
    page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex = 0")
    page.locator(".jp-Cell.jp-mod-active").first.focus()
    shown = page.locator(".jp-Cell:visible").count()
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(300)
    assert page.locator(".jp-Cell:visible").count() == shown > 10


def test_run_and_go_on_adds_no_cell_at_the_end(at):
    page = at(LESSON)
    last = len(shipped(LESSON)) - 1
    active = "jupyterapp.shell.currentWidget.content.activeCellIndex"
    for start, end in ((last, last), (3, 4)):
        page.evaluate(f"place => {{ {active} = place; }}", start)
        page.locator(".jp-Cell.jp-mod-active").first.focus()
        page.keyboard.press("Shift+Enter")
        page.wait_for_function(f"place => {active} === place", arg=end)
        page.wait_for_timeout(300)
        assert page.evaluate(CELLS) == shipped(LESSON)


def test_what_has_not_been_started_keeps_its_keys(new_visit, lab):
    """The arrows scroll and Enter opens, also before a lesson is started, and in the prose."""
    visit = new_visit()
    visit.open(lab, "05_hormones_in_detail.ipynb")
    page = visit.page
    for part in (".cc:not([data-alive]) summary:visible", ".jp-MarkdownCell a[href]:visible"):
        found = page.locator(part).first
        found.focus()
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(200)
        assert found.evaluate("each => each === document.activeElement"), part
    summary = page.locator(".cc:not([data-alive]) summary:visible").first
    summary.press("Enter")
    assert summary.evaluate("each => each.parentElement.open")
    page.locator(".jp-MarkdownCell a[href]:visible").first.press("F9")
    visit.wait_alive(page.locator(".jp-CodeCell").count())


def test_a_cell_cannot_be_carried_away(at):
    page = at(LESSON)
    cell = page.locator(".jp-Cell").nth(2)
    box = cell.bounding_box()
    for left in (8, 30, 55):
        page.mouse.move(box["x"] + left, box["y"] + 12)
        page.mouse.down()
        page.mouse.move(box["x"] + left + 40, box["y"] + 200, steps=8)
        assert page.locator(".lm-mod-drag-image").count() == 0
        page.mouse.up()
    assert page.evaluate(CELLS) == shipped(LESSON)
