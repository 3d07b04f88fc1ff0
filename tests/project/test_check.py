"""One wrong value in a data file gets one sentence: which file, entry and field, and the remedy."""

import re

import pytest

from course_lib.frame import load
from course_lib.frame.read import near_matches
from tools import check

#: The first row of the surveys, up to a column, and the cell after it.
P01 = r"^(P01,(?:\"[^\"]*\"|[^,\"]*)(?:,(?:\"[^\"]*\"|[^,\"]*)){{{}}}),[^,]*"
#: File, what stands there (a pattern), what is written instead, and what the sentence says.
WRONG = [
    ("help.toml", r"^\[care\]", "[caer]", ["field 'caer'", "Near matches: care"]),
    ("help.toml", r"^neck = ", "nek = ", ["nek", "Near matches: neck"]),
    ("help.toml", r"\{care\.neck\}", "{care.nek}", ["'{care.nek}'", "care.neck"]),
    ("help.toml", r"(?<=reviewed = \"2026-)11", "13", ["'reviewed'", "is not a day"]),
    ("help.toml", r"reviewed = \"(2026-..-..)\"", r"reviewed = \1", ["quotation marks"]),
    ("help.toml", r"https://findahelpline", "findahelpline", ["'findahelpline.com'", "https://"]),
    (
        "searches.toml",
        r"^date = 2026-\d\d-(\d\d)",
        r"date = 2026-13-\1",
        ["entry hormones_and_tears, field 'date'", "is not a day", "like 2026-11-26"],
    ),
    (
        "searches.toml",
        r"^claims_checked = .*$",
        "claims_checked = 2026-02-30",
        ["field 'claims_checked': '2026-02-30' is not a day"],
    ),
    (
        "searches.toml",
        r"^looked_at = \d+",
        "looked_at = -3",
        ["entry hormones_and_tears, field 'looked_at': -3", "at least 1"],
    ),
    ("about.toml", r"^review_by = \"\d+-\d+", 'review_by = "2027-13', ["'review_by'", "not a day"]),
    (
        "references.bib",
        r"x_read_on = \{2026-\d\d",
        "x_read_on = {2026-13",
        ["entry bird2011, field 'x_read_on'", "is not a day"],
    ),
    ("references.bib", r"year = \{2011\}", "year = {20111}", ["'year'", "such as 2011"]),
    ("references.bib", r"x_line = ", "x_lien = ", ["'x_lien'", "Near matches: x_line"]),
    ("references.bib", r"@article\{burri2011", "@article{bird2011", ["'bird2011'"]),
    ("prevalence.csv", P01.format(8), r"\1,132.9", ["entry P01, field 'percent': '132.9'"]),
    ("prevalence.csv", P01.format(5), r"\1,-222", ["field 'n': -222", "at least 1"]),
    ("prevalence.csv", P01.format(10), r"\1,9999", ["'count_derived': 9999 of ", "cannot be"]),
    ("prevalence.csv", P01.format(10), r"\1,1", ["'count_derived': 1 of", "and 'percent' says"]),
    ("prevalence.csv", P01.format(12), r"\1,99.5", ["from 99.5 to", "is no range"]),
    ("prevalence.csv", r"^P01", "P02", ["data/prevalence.csv, the file: 'P02' stands twice"]),
    ("quizzes/05.toml", r"^right = true\n", "", ["entry Q05-", "none of them is right"]),
    (
        "quizzes/05.toml",
        r"^right = true\n((?:.+\n)+\n\[\[items\.options\]\]\n)",
        r"right = true\n\1right = true\n",
        ["'options': two of them are right"],
    ),
    ("quizzes/05.toml", r"^elsewhere = true\n", "", ["'elsewhere'", "Write elsewhere = true"]),
    ("quizzes/05.toml", r"id = \"Q05-", 'id = "Q06-', ["'id'", "Begin it with Q05-"]),
    ("lessons.toml", r"\"start_here\"", '"start_heer"', ["'slug'", "00_start_here.ipynb"]),
    ("lessons.toml", r"reading_minutes = \d+", "reading_minutes = 0", ["entry 00", "at least 1"]),
    ("lessons.toml", r"id = \"02\"", 'id = "2"', ["entry 2, field 'id': '2' has not the form"]),
    ("doors.toml", r"to = \"11#q-partner", 'to = "11#q-partnr', ["Near matches: q-partner"]),
    ("doors.toml", r"#Beside-someone", "#Besides-someone", ["Beside-someone-in-tears"]),
    ("phases.toml", r"-20, -10", "-10, -20", ["'landmarks': -20 stands behind -10"]),
    ("phases.toml", r"^end = -3", "end = -4", ["entry orgasm, field 'start'"]),
    ("phases.toml", r"^end = 60", "end = 50", ["entry first_hour, field 'end'"]),
    ("phases.toml", r"^minute = 60", "minute = 600", ["entry one_hour, field 'minute': 600"]),
    ("substances.toml", r"^refs = .*$", "refs = []", ["entry oxytocin, field 'refs'"]),
    ("substances.toml", r"^body_lane = 2\n", "", ["entry blood_pressure, field 'body_lane'"]),
    ("substances.toml", r"^body_lane = 2", "body_lane = 1", ["both have the place 1"]),
    ("quizzes/05.toml", r"^text = \".*\"$", "text = 5", ["entry Q05-", "in quotation marks"]),
    ("quizzes/05.toml", r"^right = true$", "right = 1", ["entry Q05-", "Write true or false"]),
    ("crying.toml", r"^claims = .*$", "claims = 5", ["'claims'", "Write a list in brackets"]),
    ("quizzes/05.toml", r"^elsewhere = true$", "elswhere = true", ["entry Q05-", "elsewhere"]),
    ("faq.toml", r"id = \"release\"", 'id = "hormones"', ["'hormones' stands twice"]),
    ("crying.toml", r"^cried = 0\.2", "cried = 20", ["entry straight_after, field 'cried': 20"]),
    ("glossary.toml", r"synonyms = \[\"hormones\"\]", 'synonyms = "hormones"', ["in brackets"]),
    ("beliefs.toml", r"answer = \"true\"", "answer = true", ["entry B02", "quotation marks"]),
    ("tears.toml", r"^refs = \[", 'refs = ["x", ', ["no source 'x'", "None of the"]),
    ("claims/04.toml", r"id = \"C29\"", 'id = "C2x"', ["'id': 'C2x'", "like 'C08'"]),
]


@pytest.mark.parametrize(("name", "old", "new", "says"), WRONG)
def test_a_wrong_value_gets_one_sentence(data_copy, name, old, new, says):
    path = data_copy / name
    text = path.read_text(encoding="utf-8")
    changed, found = re.subn(old, new, text, count=1, flags=re.MULTILINE)
    assert found, "the change fits nowhere: look for its place"
    path.write_text(changed, encoding="utf-8")
    said = check.faults()
    assert len(said) == 1, said
    for part in (f"data/{name}", *says):
        assert part in said[0]
    assert len(said[0]) < 400
    assert "\n" not in said[0]


def test_two_faults_of_two_files_are_both_said(broken_data):
    broken_data("help.toml", "[care]", "[caer]")
    broken_data("jug.toml", "size = ", "sise = ")
    assert len(check.faults()) == 2


def test_a_figure_that_nothing_defines_is_said_where_its_file_is_whole(broken_data):
    broken_data("faq.toml", 'short = "', 'short = "{care.nothing} ')
    (said,) = check.faults()
    assert "data/faq.toml" in said
    assert "'{care.nothing}'" in said


def test_many_names_of_which_none_is_near_are_not_all_told():
    assert near_matches("x", ["aa", "bb"]) == "Near matches: aa, bb."
    many = [f"name{each:03}" for each in range(200)]
    assert (
        near_matches("x", many) == "None of the 200 names there is near it; the first is name000."
    )


def test_the_course_as_it_is_has_no_fault():
    load.forget()
    assert check.faults() == []
