"""Lesson 11: the search finds what it should, and the answers are whole and kind."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_oracle import PREFIX, Asked, asked_words, begins_nearly, find, slips_allowed

import course_lib
from course_lib.cards import faq_data
from course_lib.cards.faq import known_words, passed_over, question_indexes, question_phrases
from course_lib.cards.search_model import index_of, words_of
from course_lib.evidence import glossary_data
from course_lib.evidence.glossary_data import Term
from course_lib.frame.load import ContentError
from course_lib.frame.phrases import phrase

CASES = tomllib.loads((Path(__file__).parent / "search_cases.toml").read_text(encoding="utf-8"))[
    "cases"
]
TABLE = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
WORDS = st.text(alphabet="abcde", max_size=10)
ARTICLE = {"hormones", "release", "sensations", "pcd", "wrong"}


@cache
def searched():
    return question_indexes(), question_phrases()


def search(typed):
    """What the search box finds: questions by id, and whether all words are there."""
    found = find(asked_words(typed, **passed_over()), *searched())
    ids = list(faq_data.questions())
    return [ids[place] for place in found.places], found.complete


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"] or "nothing")
def test_the_search_finds_what_it_should(case):
    found, complete = search(case["typed"])
    assert found[: len(case["finds"])] == case["finds"]
    assert bool(found) == bool(case["finds"])
    wanted = {"all": len(faq_data.questions())}.get(case.get("count"), case.get("count"))
    assert wanted is None or len(found) == int(wanted)
    assert complete is (bool(found) and not case.get("partly", False))


@pytest.mark.parametrize("case", TABLE["sentences"], ids=lambda case: case["typed"])
def test_a_sentence_as_people_say_it_finds_its_answer_among_the_first_two(case):
    found, _ = search(case["typed"])
    assert case["finds"] in found[:2]
    assert found[0] not in TABLE["never_first"].get(case.get("of"), [])


def test_there_are_sixty_sentences_and_the_forbidden_answers_exist():
    assert len({case["typed"] for case in TABLE["sentences"]}) >= 60
    ids = set(faq_data.questions())
    assert {case["finds"] for case in TABLE["sentences"]} <= ids
    assert {each for never in TABLE["never_first"].values() for each in never} <= ids
    assert {case["of"] for case in TABLE["sentences"] if "of" in case} == set(TABLE["never_first"])


def test_every_question_is_found_by_its_own_words_and_by_each_search_word():
    for key, question in faq_data.questions().items():
        assert key in search(question.question)[0], question.question
        for word in question.words:
            assert key in search(word)[0], (key, word)


def test_every_other_word_of_a_used_term_finds_something():
    used = json.dumps(
        [[q.question, q.short, *q.words] for q in faq_data.questions().values()]
    ).lower()
    for term in glossary_data.glossary().values():
        if any(name.lower() in used for name in (term.term, *term.synonyms)):
            for name in term.also:
                assert search(name)[0], name


def test_words_are_compared_without_case_accents_and_marks():
    assert words_of("Don’t Ça-va? ÉTÉ") == ["dont", "ca", "va", "ete"]
    assert words_of("…!? 性") == []
    assert index_of([("Tears of joy", 3), ("tears", 1)]) == {"tears": 3, "of": 3, "joy": 3}


@cache
def slips(typed, known):
    """The fewest slips from one word to another, straight from the definition."""
    if not typed or not known:
        return len(typed) + len(known)
    ways = [
        slips(typed[1:], known) + 1,
        slips(typed, known[1:]) + 1,
        slips(typed[1:], known[1:]) + (typed[0] != known[0]),
    ]
    if len(typed) > 1 and typed[:2] == known[1::-1]:
        ways.append(slips(typed[2:], known[2:]) + 1)
    return min(ways)


@given(WORDS, WORDS)
def test_slips_are_counted_as_defined(typed, known):
    beginnings = [known[:end] for end in range(len(known) + 1)]
    fewest = min(slips(typed, beginning) for beginning in beginnings)
    assert begins_nearly(typed, known) == (fewest <= slips_allowed(typed))


def asked(*words):
    return Asked(list(words), [], f" {' '.join(words)} ")


@given(st.text(min_size=PREFIX, alphabet="abcde"), WORDS)
def test_what_is_typed_rightly_so_far_always_fits(typed, rest):
    assert begins_nearly(typed, typed + rest)
    assert find(asked(typed), [{typed + rest: 1}]).places == [0]


@given(st.lists(WORDS.filter(bool), max_size=4), st.lists(st.dictionaries(WORDS, st.just(1))))
def test_a_search_never_finds_a_text_twice_or_one_with_fewer_words(words, indexes):
    found = find(asked(*words), indexes)
    assert len(set(found.places)) == len(found.places)
    assert set(found.places) <= set(range(len(indexes)))
    if words:
        whole = [i for i, index in enumerate(indexes) if all(word in index for word in words)]
        assert set(whole) <= set(found.places)


@given(st.text(max_size=60))
def test_anything_can_be_typed(typed):
    found, _ = search(typed)
    assert set(found) <= set(faq_data.questions())


def test_no_question_is_lost_in_small_words():
    small = set(words_of(phrase("faq.small_words")))
    topic = set(words_of(phrase("faq.topic_words")))
    weak = set(words_of(phrase("faq.weak_words")))
    assert not (small & topic)
    assert not (small & weak)
    assert not (weak & topic)
    for question in faq_data.questions().values():
        assert set(words_of(question.question)) - small, question.id


def test_suggestions_find_something():
    for words in phrase("faq.suggestions").split(", "):
        assert search(words)[0], words


def test_the_articles_questions_and_many_more_are_asked():
    questions = faq_data.questions().values()
    assert {each.id for each in questions if each.article} == ARTICLE
    assert len(questions) >= len(ARTICLE) + 12
    assert {each.known for each in questions} == set(faq_data.Known)


def test_answers_are_short_and_long_as_promised():
    for each in faq_data.questions().values():
        sentences = re.split(r"(?<=[.!?])[”]? (?=[A-Z“])", each.short)
        assert 1 <= len(sentences) <= 3, each.id
        assert len(each.short.split()) <= 36, each.id
        assert 3 <= len(re.split(r"(?<=[.!?])[”]? (?=[A-Z“])", each.long)) <= 6, each.id
        assert len(re.split(r"(?<=[.!]) ", each.short)[0]) <= 80, each.id


def test_what_needs_care_leads_to_care_and_not_to_better_words():
    for key in ("pain", "unwanted", "help", "stop"):
        assert faq_data.questions()[key].known is faq_data.Known.GOOD_PRACTICE
    for key in ("pain", "stop"):
        assert faq_data.questions()[key].short.startswith(("Stop", "Yes. Stop"))
    unwanted = faq_data.questions()["unwanted"].short
    assert unwanted.startswith("It is not the fault of the person who did not want it.")
    assert "must stop" in unwanted


def test_answers_give_no_number_to_call_and_promise_nothing():
    for each in faq_data.questions().values():
        said = f"{each.short} {each.long}"
        assert not re.search(r"\b\d{3}[ -]\d{3,}|\bwww|http", said)
        assert not re.search(r"normal people|should feel|guarantee|always helps", said.lower())


def test_each_grade_has_its_words():
    words = [known_words(known) for known in faq_data.Known]
    assert len({symbol for symbol, _, _ in words}) == len(words)
    assert words[0][1] == "well supported"


def test_short_answers_are_alike_in_length_and_the_fitting_one_moves():
    places = []
    for item in faq_data.short_answers():
        lengths = [len(each.text) for each in item.answers]
        assert max(lengths) <= 1.4 * min(lengths), item.id
        places.append([each.says for each in item.answers].index("fits"))
    assert len(places) == 5
    assert set(places) == {0, 1, 2}


def test_the_view_sees_the_index_and_no_typed_word_is_a_trait():
    activity = course_lib.QuestionSearch()
    assert activity.search["indexes"] == question_indexes()
    assert set(activity.traits(sync=True)) & {"query", "typed", "value"} == set()
    assert 'autocomplete="off"' in activity.markup
    assert 'spellcheck="false"' in activity.markup
    assert " name=" not in activity.markup


def test_everything_is_in_the_words_and_in_the_static_form():
    activity = course_lib.QuestionSearch()
    said = activity.describe()
    for each in faq_data.questions().values():
        assert each.question in said
        assert each.short in said
        assert each.long in said
        assert f'data-asked="q-{each.id}"' in activity.static_html()


def test_a_glossary_entry_without_other_words_is_as_good_as_ever():
    term = Term(id="x", term="x", synonyms=[], definition="x")
    assert term.also == []
    assert any(each.also for each in glossary_data.glossary().values())


@pytest.mark.parametrize(
    "broken",
    [
        (
            "faq.toml",
            'claims = ["C11", "C05"]',
            'claims = ["C99"]',
            "hormones, field 'claims'.*C99",
        ),
        ("faq.toml", '"kruger2002"', '"kruger2022"', "hormones, field 'refs'.*kruger2022"),
        ("faq.toml", 'known = "contested"', 'known = "sure"', "release, field 'known'"),
        ("faq.toml", 'id = "men"', 'id = "Men!"', "field 'id'"),
        ("faq.toml", 'id = "men"', 'id = "pcd"', "'pcd' stands twice"),
        ("short_answers.toml", 'says = "fits"', 'says = "too_much"', "wei-.*one answer of each"),
        ("short_answers.toml", 'answered_at = "men"', 'answered_at = "man"', "no question 'man'"),
    ],
)
def test_a_broken_file_is_named_with_entry_and_field(broken_data, broken):
    name, old, new, said = broken
    broken_data(name, old, new)
    reader = faq_data.questions if name == "faq.toml" else faq_data.short_answers
    with pytest.raises(ContentError, match=said):
        reader.__wrapped__()
