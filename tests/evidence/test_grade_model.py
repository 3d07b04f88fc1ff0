"""The rule gives each claim its grade: compared with a table by hand, and with what must hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.evidence import claims_data, marks, references_data
from course_lib.evidence.grade_model import Answers, Grade, RuleRow, grade_by_rule
from course_lib.evidence.references_data import Read
from course_lib.frame.read import ContentError

#: From best to worst, where one is better than another; contested is beside them.
RANK = {"no_good_evidence": 0, "speculative": 1, "mixed_or_indirect": 2, "well_supported": 3}
#: Each answer from the strongest to the weakest.
WEAKER = {
    "who": ["people", "animals"],
    "time": ["same", "other"],
    "about": ["itself", "near"],
    "agree": ["mostly", "partly"],
}


def rule(answers, *, supported=True):
    return grade_by_rule(answers, claims_data.grade_rule(), supported=supported).value


def answered(studies, *rest):
    return Answers(studies=studies, **dict(zip(WEAKER, rest, strict=False)))


#: Written by hand from lesson 00: studies, who, time, about, agree -> grade.
BY_HAND = [
    ((2, "people", "same", "itself", "mostly"), "well_supported"),
    ((9, "people", "same", "itself", "mostly"), "well_supported"),
    ((1, "people", "same", "itself", "mostly"), "mixed_or_indirect"),
    ((5, "animals", "same", "itself", "mostly"), "mixed_or_indirect"),
    ((5, "people", "other", "itself", "mostly"), "mixed_or_indirect"),
    ((5, "people", "same", "near", "mostly"), "mixed_or_indirect"),
    ((5, "people", "same", "itself", "partly"), "mixed_or_indirect"),
    ((2, "people", "same", "itself", "no"), "contested"),
    ((3, "animals", "other", "near", "no"), "contested"),
    ((4, "people", "same", "near", "against"), "no_good_evidence"),
    ((1, "animals", "other", "near", "against"), "no_good_evidence"),
]


@pytest.mark.parametrize(("answers", "grade"), BY_HAND)
def test_the_rule_says_what_lesson_00_says(answers, grade):
    assert rule(answered(*answers)) == grade
    assert rule(answered(*answers), supported=False) == grade


def test_without_a_study_it_depends_on_whether_anything_speaks_for_it():
    assert rule(Answers(studies=0), supported=True) == "speculative"
    assert rule(Answers(studies=0), supported=False) == "no_good_evidence"


@st.composite
def some_answers(draw, agree=("mostly", "partly", "no", "against")):
    rest = [draw(st.sampled_from(values)) for name, values in WEAKER.items() if name != "agree"]
    return answered(draw(st.integers(1, 20)), *rest, draw(st.sampled_from(agree)))


@given(st.booleans())
def test_a_claim_with_no_study_is_never_better_than_speculative(supported):
    assert RANK[rule(Answers(studies=0), supported=supported)] <= RANK["speculative"]


@given(some_answers(), st.booleans())
def test_every_set_of_answers_gets_a_grade(answers, supported):
    assert Grade(rule(answers, supported=supported))
    assert answers.complete


@given(some_answers(["mostly", "partly"]), st.sampled_from(list(WEAKER)))
def test_a_weaker_answer_never_gives_a_better_grade(answers, name):
    weak = WEAKER[name][-1]
    rest = {each: getattr(answers, each) for each in WEAKER}
    weaker = Answers(studies=answers.studies, **{**rest, name: weak})
    fewer = Answers(studies=1, **rest)
    assert RANK[rule(weaker)] <= RANK[rule(answers)]
    assert RANK[rule(fewer)] <= RANK[rule(answers)]


@pytest.mark.parametrize(
    ("answers", "complete"),
    [
        (Answers(studies=0), True),
        (Answers(studies=0, who="people"), False),
        (Answers(studies=1), False),
        (Answers(studies=1, who="people", time="same", about="itself"), False),
        (Answers(studies=1, who="people", time="same", about="near", agree="no"), True),
    ],
)
def test_answers_are_complete_or_not(answers, complete):
    assert answers.complete is complete


def test_the_first_row_that_fits_counts_and_none_is_an_error():
    rows = [
        RuleRow(at_least=2, at_most=3, grade=Grade.CONTESTED, says="."),
        RuleRow(at_least=3, supported=True, grade=Grade.SPECULATIVE, says="."),
    ]
    found = [grade_by_rule(Answers(studies=n), rows, supported=True) for n in (2, 3, 4)]
    assert found == [Grade.CONTESTED, Grade.CONTESTED, Grade.SPECULATIVE]
    for studies, supported in ((1, True), (4, False)):
        with pytest.raises(LookupError):
            grade_by_rule(Answers(studies=studies), rows, supported=supported)


@pytest.mark.parametrize("claim", claims_data.claims().values(), ids=lambda claim: claim.id)
def test_each_claim_has_the_grade_of_the_rule_or_says_why_not(claim):
    assert (claims_data.by_rule(claim) is claim.grade) == (not claim.grade_because)
    sources = [references_data.reference(key) for key in {*claim.supports, *claim.limits}]
    read = [each for each in sources if each.read is not Read.MEMORY]
    assert claim.answers.studies <= len(read), "a source that was not read is counted"


C08 = (
    'answers = { studies = 6, not_counted = ["kruger2006csf"], '
    'who = "people", time = "same", about = "itself", agree = "mostly" }'
)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (C08, C08.replace("mostly", "no"), "C08, field 'grade': the rule gives 'contested'"),
        (C08, C08.replace("= 6", "= 8"), "C08, field 'answers': .* at most its 7 named sources"),
        (C08, "answers = { studies = 6 }", "C08, field 'answers'"),
        (C08, f'{C08}\ngrade_because = "Because."', "C08, field 'grade_because': .* Remove it"),
    ],
)
def test_a_grade_that_does_not_follow_is_refused(broken_data, old, new, said):
    broken_data("claims/01.toml", old, new)
    with pytest.raises(ContentError, match=said):
        claims_data.claims()


def test_a_reason_lets_a_person_decide_otherwise(broken_data):
    broken_data("claims/01.toml", C08, C08.replace("mostly", "no") + '\ngrade_because = "So."')
    assert claims_data.claim("C08").grade is Grade.WELL_SUPPORTED
    assert marks.why_words(claims_data.claim("C08")).endswith(". So.")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('grade = "contested"', 'grade = "disputed"', "field 'grade': Invalid enum value"),
        ('[[rows]]\ngrade = "mixed', '[[rows]]\nagree = "partly"\ngrade = "mixed', "last row"),
    ],
)
def test_a_rule_that_leaves_a_claim_without_a_grade_is_refused(broken_data, old, new, said):
    broken_data("grade_rule.toml", old, new)
    with pytest.raises(ContentError, match=said):
        claims_data.grade_rule()


WHO = "one in people, three in animals, one mostly in animals"
NEAR = "at the moment the claim speaks of · they measured something near it"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("C05", "No study that we found tested it · nothing found speaks for it."),
        ("C13", "No study that we found tested it · something found makes it possible."),
        ("C36", f"Five studies or reviews · {WHO} · {NEAR} · they agree in part."),
    ],
)
def test_a_grade_is_explained_in_one_line(key, said):
    assert marks.why_words(claims_data.claim(key)) == said
