"""The gate of the phrases, and the list of those that the course says."""

import re

import pytest

from course_lib.frame import load
from course_lib.frame.phrases_data import phrases
from course_lib.frame.read import ContentError
from tools import phrases as tool


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('check = "', 'chek = "', r"no phrase '\w+\.check', which the course says"),
        ("\n[jug]\n", '\n[jug]\nodd = "word"\n', r"field 'jug\.odd': the course says no such"),
        ("{region}", "{regoin}", r"gaps must be these: .*\{region\}"),
        ("{region}", "", r"gaps must be these: .*\{region\}"),
        ("{region}", "{region", r"gaps must be these|gap"),
        ('"Without orgasm"', '"  "', r"peak\.without_orgasm': it is blank"),
        ('"Without orgasm"', '"Without\\u0007"', r"peak\.without_orgasm': it holds"),
    ],
)
def test_what_cannot_be_right_gets_a_sentence(broken_data, old, new, said):
    broken_data("words.toml", old, new)
    with pytest.raises(ContentError, match=said) as caught:
        phrases()
    assert "\n" not in str(caught.value)


def test_the_gate_finds_it(broken_data):
    broken_data("words.toml", 'check = "', 'chek = "')
    with pytest.raises(ContentError, match="check"):
        load.typed("words.toml")


def test_the_list_is_up_to_date():
    assert tool.main(["--check"]) == 0


CODE = """
phrase("tea.hot", drink=drink)
phrase("tea.cold" if cold else f"tea.{warmth}_warm")
m.phrase(f"{name}.lid")
phrases_below("teapot")
"""


@pytest.fixture
def code(tmp_path):
    folder = tmp_path / "course_lib"
    folder.mkdir()
    (folder / "tea.py").write_text(CODE, encoding="utf-8")
    return folder


def test_what_the_code_asks_for_is_found(code):
    found = list(tool.asked(code))
    assert [each.whole for each in found] == [True, True, False, False, False]
    assert found[0].where == "course_lib/tea.py, line 2"
    wanted = re.compile("|".join(each.pattern for each in found))
    for key in ("tea.hot", "tea.cold", "tea.very_warm", "cup.lid", "teapot.a", "teapot.a.b"):
        assert wanted.fullmatch(key), key
    for key in ("teaxhot", "tea.warm", "teapot", "cup.lids"):
        assert not wanted.fullmatch(key), key


def test_what_is_missing_and_what_is_idle_is_named(code):
    phrases = {"tea.cold": "", "tea.odd": "", "teapot.lid": ""}
    assert tool.problems(phrases, list(tool.asked(code))) == [
        "course_lib/tea.py, line 2: data/words.toml has no phrase 'tea.hot'.",
        "data/words.toml, field 'tea.odd': no part of the course asks for it. Remove it.",
    ]
