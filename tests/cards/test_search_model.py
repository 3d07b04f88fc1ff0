"""The search on texts of two words: what is found, and in which order."""

import pytest
from search_oracle import Asked, asked_words, begins_nearly, find, slips_allowed

from course_lib.cards.search_model import index_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Après l’amour: don't!", ["apres", "lamour", "dont"]),
        ("7 of 10 PEOPLE", ["7", "of", "10", "people"]),
        ("under_score", ["under", "score"]),
        ("", []),
    ],
)
def test_words_are_small_and_plain(text, words):
    assert words_of(text) == words


def test_a_word_keeps_its_largest_weight():
    assert index_of([("tears", 1), ("Tears again", 3), ("again", 2)]) == {"tears": 3, "again": 3}
    assert index_of([("tears", 3), ("tears", 1)]) == {"tears": 3}


@pytest.mark.parametrize(("letters", "slips"), [(1, 0), (3, 0), (4, 1), (7, 1), (8, 2), (20, 2)])
def test_longer_words_may_have_more_slips(letters, slips):
    assert slips_allowed("x" * letters) == slips


@pytest.mark.parametrize(
    ("typed", "known", "fits"),
    [
        ("tears", "tears", True),
        ("tear", "tearful", True),
        ("teers", "tears", True),  # one wrong
        ("tars", "tears", True),  # one too few
        ("teaars", "tears", True),  # one too many
        ("taers", "tears", True),  # two in the wrong order
        ("teesr", "tears", False),  # two slips in five letters
        ("tex", "tears", False),  # none is allowed in three letters
        ("te", "tears", True),
        ("oxitocim", "oxytocin", True),  # two slips in eight letters
        ("oxitosim", "oxytocin", False),
        ("xytocin", "oxytocin", True),
        ("tears", "", False),
    ],
)
def test_slips_counted_by_hand(typed, known, fits):
    assert begins_nearly(typed, known) is fits


@pytest.mark.parametrize(
    ("typed", "words", "weak"),
    [
        ("Why do tears come", ["why", "tears"], ["come"]),
        ("tears after sex", ["tears", "after"], []),
        ("sex", ["sex"], []),  # a topic word counts where nothing else is left
        ("come", ["come"], []),  # and so does a weak one, before the topic
        ("come, sex", ["come"], []),
        ("do sex", ["sex"], []),
        ("do", [], []),
        ("tears Tears TEARS", ["tears"], []),
    ],
)
def test_small_weak_and_topic_words_step_back(typed, words, weak):
    asked = asked_words(typed, small={"do"}, weak={"come"}, topic={"sex"})
    assert (asked.words, asked.weak) == (words, weak)
    assert asked.said == f" {' '.join(words_of(typed))} "


TEXTS = [{"tears": 1, "joy": 3}, {"tearful": 3, "joy": 1}, {"pain": 2, "tears": 1}]


def found(words, indexes, phrases=None, weak=()):
    return find(Asked(words, list(weak), f" {' '.join(words)} "), indexes, phrases)


@pytest.mark.parametrize(
    ("words", "places", "complete"),
    [
        ([], [0, 1, 2], True),
        (["joy"], [0, 1], True),  # 12 and 4: a third as well is still shown
        (["tears"], [0, 2], True),  # in full 4 each; "tearful" does not begin with it
        (["tear"], [1, 0, 2], True),  # begun: 6 for the second, 2 for the others
        (["tea"], [], False),  # three letters are no beginning
        (["tearsome"], [0, 2], True),  # a known word with three letters more
        (["tearsomes"], [], False),  # four are too many, and too many slips
        (["taers"], [0, 2], True),  # a slip: "tearful" has two
        (["joy", "pain"], [0, 2, 1], False),  # 12, 8 and 4
        (["joy", "tears"], [0], True),  # 16, 4 and 4
        (["nothing"], [], False),
        (["tears", "nothing"], [0, 2], False),
        (["paim"], [2], True),
        (["jox"], [], False),
    ],
)
def test_texts_that_fit_best_are_found_best_first(words, places, complete):
    assert found(words, TEXTS) == (places, complete)


def test_a_word_in_full_counts_four_one_begun_two_and_a_slip_one():
    full, begun = {"pain": 1}, {"painful": 2}
    # 4 × 1 for the word in full, 2 × 2 for the one begun: they stay in their order.
    assert found(["pain"], [begun, full]).places == [0, 1]
    assert found(["pain"], [full, begun]).places == [0, 1]
    assert found(["pain"], [{"painful": 1}, full]).places == [1, 0]
    assert found(["pain"], [full, {"painful": 3}]).places == [1, 0]
    # Slips count by the weight alone, together with a word in full elsewhere.
    texts = [{"pain": 2, "tears": 1}, {"pain": 1, "tears": 2}]
    assert found(["paim", "tears"], texts).places == [1, 0]
    assert found(["paim"], [{"pain": 1}, {"pain": 3}]).places == [1, 0]


def test_weak_words_sort_and_do_not_decide():
    texts = [{"man": 3}, {"angry": 1}, {"angry": 1, "man": 3}]
    assert found(["angry"], texts, weak=["man"]) == ([2, 1], True)
    assert found(["nothing"], texts, weak=["man"]) == ([0, 2], False)


def test_a_phrase_counts_as_a_whole():
    texts = [{"first": 3, "time": 3}, {"time": 1}, {}]
    phrases = [[], [], ["first time", "at first"]]
    assert found(["first", "time"], texts, phrases) == ([0, 2], True)  # 24 and 24
    assert found(["first", "time"], texts[1:], phrases[1:]) == ([1], False)
    assert found(["time", "first"], texts[1:], phrases[1:]) == ([0], False)


def test_without_texts_nothing_is_found():
    assert found(["tears"], []) == ([], False)
    assert found([], []) == ([], True)
