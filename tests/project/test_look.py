"""What pages and JupyterLab share of the course's look is what the library says now."""

import json

import pytest

from course_lib.frame import lessons_data, palette
from tools import look


@pytest.mark.parametrize(
    ("path", "text"), [(look.SHEET, look.sheet()), (look.COVERS, look.covers())]
)
def test_what_is_stored_is_what_the_library_says(path, text):
    assert path.read_text("utf-8") == text, "run python -m tools.look"


def test_each_lesson_has_a_cover_and_a_voice_in_jupyterlab():
    covers = json.loads(look.covers())
    assert covers.keys() == lessons_data.lessons().keys()
    assert {each["voice"] for each in covers.values()} == set(palette.VOICES)


def test_a_page_on_paper_has_black_letters_also_in_the_dark():
    _, _, printed = look.sheet().partition("@media print")
    for name in ("ink", "soft", *palette.VOICES):
        assert f"--{name}: #000000;" in printed


def test_each_tone_stands_once_for_pages_and_jupyterlab():
    light = look.sheet().partition("@media")[0]
    for name in palette.tokens(dark=False):
        assert light.count(f"  --{name}: ") == 1
    for name in palette.in_figures():  # on the body, too, whose theme may be none of the system's
        assert f"--{name}: " in light.partition("body[data-jp-theme-light] {")[2]
