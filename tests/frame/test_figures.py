"""Numbers stand once: what is filled in is what the data count, and a wrong name is refused."""

import csv
import re

import pytest

from course_lib.evidence import claims_data
from course_lib.evidence.bases_data import Basis
from course_lib.frame import figures, lessons_data, phrases, read
from course_lib.frame.read import ContentError
from course_lib.hormones import substances_data

#: Numbers of participants that are said in many sentences.
LONG = re.compile(r"(?<![\d,])\d,\d{3}(?![\d,])")


def test_totals_are_what_the_loaders_count():
    found = figures.figures()
    assert found["total.claims"] == str(len(claims_data.claims()))
    assert found["total.lessons"] == str(len(lessons_data.lessons()))
    groups = [each.group for each in substances_data.substances().values()]
    assert found["total.substances"] == str(groups.count("substance"))
    lanes = substances_data.timeline_substances()
    blood = [each for each in lanes if each.levels and each.basis is Basis.HUMAN_BLOOD]
    assert found["total.blood_lines"] == str(len(blood))
    assert found["total.body_lanes"] == str(len(substances_data.body_signals()))
    grades = [each.grade for each in claims_data.claims().values()]
    for grade in claims_data.Grade:
        assert found[f"total.{grade.value}"] == str(grades.count(grade))


def test_participants_are_those_of_the_published_figures():
    text = (read.data_dir() / "prevalence.csv").read_text(encoding="utf-8")
    sizes = {}
    for row in csv.DictReader(text.splitlines()):
        sizes.setdefault(row["study_key"], set()).add(row["n"])
    for key, found in sizes.items():
        name = f"participants.{key}"
        if found == {""} or len(found) > 1:
            assert name not in figures.figures()
        else:
            assert figures.figures()[name].replace(",", "") in found


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "none"), (9, "nine"), (13, "thirteen"), (20, "twenty"), (64, "sixty-four")],
)
def test_small_numbers_are_said_in_words(number, said):
    assert figures.in_words(number) == said
    assert figures.in_words(1_489) == "1,489"


def test_a_view_s_own_gaps_are_left_alone():
    filled = figures.fill("about {minutes} of {total.claims}", "here")
    assert filled == f"about {{minutes}} of {len(claims_data.claims())}"


def test_an_unknown_name_is_refused_with_near_matches():
    with pytest.raises(ContentError) as refused:
        figures.fill("{participants.buri2011} twins", "data/x.toml, field 'y'")
    said = str(refused.value)
    assert said.startswith("data/x.toml, field 'y': there is no figure called")
    assert "participants.burri2011" in said


@pytest.fixture
def counted_anew():
    """What is counted from other data is not kept for the next test."""
    figures.forget()
    phrases.forget()
    yield
    figures.forget()
    phrases.forget()


@pytest.mark.usefixtures("counted_anew")
def test_the_gate_names_the_place_of_an_unknown_name(monkeypatch):
    raw = {"figures": {"list": ["good", "{total.clams}"]}}
    monkeypatch.setattr(read, "toml", lambda _: raw)
    monkeypatch.setattr(figures, "figures", lambda: {"total.claims": "64"})
    said = r"words\.toml, field 'figures\.list\[1\]'.*total\.claims"
    with pytest.raises(ContentError, match=said):
        figures.toml("words.toml")


@pytest.mark.usefixtures("counted_anew")
def test_a_phrase_with_an_unknown_figure_is_named(monkeypatch):
    monkeypatch.setattr(read, "toml", lambda _: {"tea": {"hot": "{total.clams}"}})
    with pytest.raises(ContentError, match=r"words\.toml, field 'tea\.hot'.*total\.claims"):
        phrases.phrase("tea.hot")


def test_no_number_of_participants_is_typed_into_a_sentence():
    """Each stands in `prevalence.csv`; every other file names it."""
    known = {
        value: name for name, value in figures.figures().items() if name.startswith("participants.")
    }
    for name in read.files("**/*.toml"):
        for number in LONG.findall(read.text(name)):
            assert number not in known, f"data/{name}: write {{{known[number]}}} for {number}"
