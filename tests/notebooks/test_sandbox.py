"""The sandbox: its code runs, its solutions solve, and a mistake costs nothing."""

import json
import re
from base64 import b64decode

import ipywidgets as widgets
import pytest
from matplotlib.figure import Figure

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.hormones import substances_data
from course_lib.lab.live import Live

CELLS = json.loads((NOTEBOOKS / "sandbox.ipynb").read_text("utf-8"))["cells"]
SOLUTION = re.compile(r"<details>.*?```python\n(.*?)```.*?</details>", re.DOTALL)


@pytest.fixture(scope="module")
def names():
    """What stands in the notebook's memory after all its cells."""
    found = {}
    for cell in CELLS:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), found)
    return found


def solved(cell_id, names):
    """Run the solution of a task and return its last line's value."""
    source = "".join(next(cell for cell in CELLS if cell["id"] == cell_id)["source"])
    *lines, last = SOLUTION.search(source)[1].strip().splitlines()
    own = dict(names)
    exec("\n".join(lines), own)
    return eval(last, own)


def test_every_task_has_a_solution_that_can_be_opened():
    tasks = [cell for cell in CELLS if "**Task.**" in "".join(cell["source"])]
    assert len(tasks) == 4
    assert all(SOLUTION.search("".join(cell["source"])) for cell in tasks)


def test_the_curve_ends_above_where_it_began(names):
    said = solved("curve-task", names)
    assert "1 hour: still above where it began" in said


def test_lines_are_listed_by_what_is_known(names):
    styles = solved("known-task", names)
    assert "Prolactin" in styles["solid"]
    known = [each for each in substances_data.substances().values() if each.group == "substance"]
    assert styles["none"] == [each.short for each in known if not each.levels]
    assert "Vasopressin" in styles["none"]
    assert sum(map(len, styles.values())) == len(known)


def test_ten_times_the_people_make_the_interval_about_three_times_as_narrow(names):
    small, large = solved("surveys-task", names)
    assert small == pytest.approx(12.3, abs=0.1)
    assert small / large == pytest.approx(10**0.5, rel=0.03)


def test_two_timelines_stay_at_the_same_moment(names):
    assert solved("activity-task", names) == "one_hour"


def sliding(draw):
    return Live(draw, level=widgets.IntSlider(1, min=0, max=3, description="Level"))


def test_a_control_draws_again_and_says_what_it_drew():
    def draw(level):
        figure = Figure(figsize=(2, 1))
        figure.subplots().plot([0, level])
        return figure, f"level {level} & up"

    live = sliding(draw)
    slider, picture, said = live.children
    first = bytes(picture.value)
    assert first.startswith(b"\x89PNG")
    slider.value = 3
    assert picture.value != first
    assert live.words == "level 3 & up"
    assert "level 3 &amp; up" in said.value
    stored, laid_out = live._repr_mimebundle_()
    assert stored["text/plain"] == live.words
    in_file = int.from_bytes(b64decode(stored["image/png"])[16:20])  # the PNG's own width
    assert in_file == 2 * laid_out["image/png"]["width"]  # sharp on a fine screen
    assert picture.layout.width == f"min(100%, {laid_out['image/png']['width']}px)"


def test_a_failing_drawing_leaves_the_last_picture_and_says_why():
    def draw(level):
        if level == 0:
            raise ValueError("a level of <nothing>")
        return Figure(figsize=(2, 1)), "fine"

    live = sliding(draw)
    slider, picture, said = live.children
    first = picture.value
    slider.value = 0
    assert picture.value == first
    assert "a level of &lt;nothing&gt; (ValueError). The last picture stays." in said.value
    slider.value = 2
    assert "fine" in said.value
