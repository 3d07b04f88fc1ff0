"""Why a grade is as it is says of each source what holds for it: derived from the sources' data."""

import re

import pytest

from course_lib.evidence import claims_data, marks, references_data
from course_lib.evidence.claims_data import Grade
from course_lib.evidence.references_data import Studied
from course_lib.frame.load import ContentError

SOURCES = references_data.references()
ANIMAL = re.compile(r"\b(dog|rat|mice|mouse|vole|rodent|rabbit|monkey|animal)s?\b", re.IGNORECASE)
COUNTING = [each for each in claims_data.claims().values() if each.answers.studies]


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_that_names_animals_says_whom_it_studied(key):
    named = bool(ANIMAL.search(f"{SOURCES[key].title} {SOURCES[key].line}"))
    assert named == (SOURCES[key].whom_studied is not Studied.PEOPLE)


@pytest.mark.parametrize("claim", COUNTING, ids=lambda claim: claim.id)
def test_the_best_source_studied_people_if_any_did(claim):
    kinds = {SOURCES[key].whom_studied for key in claim.counted}
    assert claim.answers.who == ("animals" if kinds == {Studied.ANIMALS} else "people")
    assert len(claim.counted) == claim.answers.studies


@pytest.mark.parametrize("claim", COUNTING, ids=lambda claim: claim.id)
def test_well_supported_means_two_studies_of_people_of_just_this(claim):
    apart = {*claim.answers.other_moment, *claim.answers.near}
    just = [key for key in claim.counted if key not in apart]
    people = [key for key in just if SOURCES[key].whom_studied is Studied.PEOPLE]
    assert len(people) > 1 or claim.grade is not Grade.WELL_SUPPORTED


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("C03", "seven in people, six in animals · twelve of them at the moment"),
        ("C06", "four in people, one in people and animals ·"),
        ("C09", "Six studies or reviews · in people ·"),
        ("C18", "six of them at the moment the claim speaks of ·"),
        ("C30", "five of them at the moment the claim speaks of ·"),
        ("C35", "six in people, three in animals, one mostly in animals, one in people and"),
        ("C36", "one in people, three in animals, one mostly in animals ·"),
        ("C39", "one in people, two in animals, one mostly in animals ·"),
        ("C44", "six of them at the moment the claim speaks of ·"),
        ("C46", "four of them at the moment the claim speaks of ·"),
        ("C48", "three of them are about just that, the rest about something near it"),
        ("C56", "three of them are about just that, the rest about something near it"),
    ],
)
def test_what_holds_of_some_is_not_said_of_all(key, said):
    assert said in marks.why_words(claims_data.claim(key))


C09 = 'answers = { studies = 6, not_counted = ["valente2021"], '
C44 = 'other_moment = ["vanhemert2011"]'


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("01", C09, "answers = { studies = 6, "),
        ("01", C09, 'answers = { studies = 6, not_counted = ["bird2011"], '),
        ("07", C44, 'other_moment = ["bylsma2008"]'),
        ("07", C44, 'near = ["vanhemert2011"]'),
    ],
)
def test_answers_that_do_not_fit_their_sources_are_refused(broken_data, name, old, new):
    broken_data(f"claims/{name}.toml", old, new)
    with pytest.raises(ContentError, match="field 'answers'"):
        claims_data.claims()


def test_an_unknown_kind_of_study_is_refused(broken_data):
    broken_data("references.bib", "x_studied = {animals}", "x_studied = {plants}")
    with pytest.raises(ContentError, match=r"field 'x_studied': 'plants' is unknown\. Use one of"):
        references_data.load_references("references.bib")
