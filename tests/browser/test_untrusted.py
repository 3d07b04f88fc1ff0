"""A notebook that JupyterLab does not trust: its pictures show, and nothing that was hidden."""

import json
from pathlib import Path

import pytest

from tools.browser import ROOT

pytestmark = pytest.mark.browser

LESSON = "01_the_science_behind_it.ipynb"
IMAGES = "() => [...document.querySelectorAll('.jp-OutputArea img')].map(i => i.naturalWidth)"


def test_an_untrusted_lesson_shows_its_pictures_and_no_sleeping_controls(new_visit, lab):
    changed = json.loads((ROOT / "notebooks" / LESSON).read_text(encoding="utf-8"))
    changed["cells"] = [
        {**cell, "metadata": {}}
        for cell in changed["cells"]
        if cell["cell_type"] == "code" and "HormoneTimeline" in "".join(cell["source"])
    ]
    (Path(lab.folder) / "copied.ipynb").write_text(json.dumps(changed), encoding="utf-8")
    page = new_visit().page
    page.goto(lab.url("copied.ipynb"))
    page.wait_for_selector(".jp-OutputArea .jp-RenderedHTMLCommon")
    assert not page.evaluate(
        "() => jupyterapp.shell.currentWidget.content.model.cells.get(0).trusted"
    )
    page.wait_for_function(f"({IMAGES})().length > 0 && ({IMAGES})().every(wide => wide > 0)")
    shown = page.locator(".jp-OutputArea").first.inner_text()
    assert "Move through time" not in shown
    assert "Plateau" not in shown
