"""Phrases from a small file of our own: found by their whole name, with their gaps filled."""

import pytest

from course_lib.frame import phrases as module
from course_lib.frame import read
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.frame.phrases import phrase, phrases_below


@pytest.fixture(autouse=True)
def own_words(tmp_path, monkeypatch):
    def write(text):
        (tmp_path / "words.toml").write_text(text, encoding="utf-8")
        monkeypatch.setattr(read, "data_dir", lambda: tmp_path)
        module.forget()

    write('[tea]\nhot = "hot {drink}"\n[tea.with]\nmilk = "white"\n[teapot]\nlid = "lid"\n')
    yield write
    module.forget()


def test_a_phrase_is_found_by_its_whole_name_and_filled():
    assert phrase("tea.hot", drink="mint tea") == "hot mint tea"
    assert phrase("tea.with.milk") == "white"


def test_all_phrases_of_a_part_and_of_no_other():
    assert phrases_below("tea") == {"hot": "hot {drink}", "with.milk": "white"}
    assert phrases_below("teapot") == {"lid": "lid"}
    assert phrases_below("coffee") == {}


def test_a_phrase_that_does_not_exist_lists_the_near_ones():
    with pytest.raises(UnknownNameError, match=r"phrase called 'tea\.hit'.*tea\.hot"):
        phrase("tea.hit")


@pytest.mark.parametrize("gap", ["{drinks}", "{0}", "{drink", "{}"])
def test_a_gap_that_nobody_fills_is_named(own_words, gap):
    own_words(f'[tea]\nhot = "hot {gap}"\n')
    with pytest.raises(ContentError, match=r"field 'tea\.hot'.*gap"):
        phrase("tea.hot", drink="mint tea")


@pytest.mark.parametrize("value", ['""', "3", "true", '["a"]'])
def test_what_is_no_text_is_named_with_its_place(own_words, value):
    own_words(f'[tea]\nhot = "hot"\n[tea.with]\nmilk = {value}\n')
    with pytest.raises(ContentError, match=r"field 'tea\.with\.milk': it must be text"):
        phrase("tea.hot")
