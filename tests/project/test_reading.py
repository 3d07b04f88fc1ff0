"""The reading report counts as by hand, and words that hurt or are not plain turn it red."""

import json
import tomllib

import pytest

from tools import reading
from tools import test as command

LESSONS = sorted(reading.NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))


def notebook(folder, text, tags=()):
    path = folder / "77_invented.ipynb"
    cell = {"cell_type": "markdown", "id": "a", "metadata": {"tags": [*tags]}, "source": [text]}
    path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    return path


def test_a_text_is_counted_as_by_hand():
    read = reading.figures("The article says so. We do not know!\nWhy?")
    assert read[:3] == (9, 3, 3.0)
    assert round(read.spread, 2) == 1.41  # of 4, 4 and 1 words
    letters = (3 + 7 + 4 + 2 + 2 + 2 + 3 + 4 + 3) / 9
    assert round(read.age, 6) == round(4.71 * letters + 0.5 * 3 - 21.43 + 5, 6)
    assert read.article == 1
    assert reading.figures("") == (0, 0, 0.0, 0.0, 0.0, 0)


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ("# A title\n\n- One *thing*.", "A title\n\nOne thing."),
        ('So.\u202f[◐](#C08 "Mixed. Opens.") [Next](a.ipynb)', "So. Next"),
        ("| a | b |", "a  b"),
    ],
)
def test_markdown_is_read_as_it_is_seen(markdown, read):
    assert reading.plain(markdown) == read


def test_each_lesson_has_its_line_and_teachers_notes_are_not_counted(tmp_path):
    head, *lines, whole = reading.report(LESSONS)
    assert [line.split()[0] for line in lines] == [path.name[:2] for path in LESSONS]
    counted = [int(line.split()[1]) for line in lines]
    assert all(counted)
    assert int(whole.split()[1]) == sum(counted)
    assert "reading age" in head
    for_teachers = notebook(tmp_path, "Ten words.", ["facilitator"])
    assert list(reading.report([for_teachers]))[1].split()[1] == "0"


def test_every_text_is_plain_and_kind():
    assert reading.all_faults(LESSONS) == []


@pytest.mark.parametrize(
    "fault",
    [
        ("Hormones flood\nthe brain.", "flood", "never said"),
        ("You should\nfeel calm then.", "should\nfeel", "never said"),
        ("She suffers from tears.", "suffers from", "can hurt"),
        ("It is about the opposite sex.", "opposite sex", "leaves people out"),
        ("Stop prior to that.", "prior to", "is not plain"),
        ("Obviously, it helps.", "Obviously", "talks down"),
        ("It will cure you.", "will cure", "promises"),
    ],
)
@pytest.mark.parametrize("tags", [(), ("facilitator",)], ids=["learners", "teachers"])
def test_a_planted_fault_turns_it_red(tmp_path, monkeypatch, capsys, fault, tags):
    planted, word, kind = fault
    notebook(tmp_path, f"All is well. {planted}", tags)
    monkeypatch.setattr(reading, "NOTEBOOKS", tmp_path)
    monkeypatch.setattr(reading, "data_texts", list)  # they are read in the test before this one
    assert reading.main() == 1
    said = capsys.readouterr().out
    assert f"notebooks/77:a: “{word}” {kind}. Instead: " in said


def test_a_fault_in_the_data_turns_it_red(monkeypatch):
    monkeypatch.setattr(reading, "data_texts", lambda: [("data/x.toml", "Use it in order to see.")])
    (fault, *_) = reading.all_faults([])
    assert fault.startswith("data/x.toml: “in order to” is not plain")


@pytest.mark.parametrize(
    "text", ["They call it a “love hormone”.", "A flooding bathroom is no seaflood.", "Hysteresis."]
)
def test_quoted_words_and_parts_of_words_are_let_be(text):
    found = [fault.word for fault in reading.faults_in("x", text)]
    assert found == (["flooding"] if "flooding" in text else [])


def test_an_allowance_says_why_and_is_needed():
    for entry in reading.allowed():
        assert entry.keys() == {"word", "place", "because"}
        assert entry["because"].endswith(".")
    (line,) = [each for each in reading.all_faults([]) if "allowed, and not there" in each] or [""]
    assert line == ""


def test_a_needless_allowance_is_refused(monkeypatch):
    extra = {"word": "slut", "place": "data/x.toml", "because": "No."}
    monkeypatch.setattr(reading, "allowed", lambda: [extra])
    monkeypatch.setattr(reading, "data_texts", list)
    assert reading.all_faults([]) == [
        "tools/language.toml: 'slut' in data/x.toml is allowed, and not there."
    ]


def test_the_list_has_the_words_of_the_design():
    found = {
        word
        for entry in tomllib.loads(reading.LIST.read_text(encoding="utf-8"))["words"]
        for word in entry["find"]
    }
    assert {"flood*", "chemical storm*", "love hormone*", "normal people", "should feel"} <= found


def test_the_report_is_told_by_the_checks_also_when_all_is_well(monkeypatch, capsys):
    title = next(name for name, run in command.CHECKS.items() if run == ["tools.reading"])
    outcome = command.Outcome(title, 0, 0.1, "the table")
    monkeypatch.setattr(command, "run_one", lambda *_: outcome)
    command.run_beside({title: ["tools.reading"]})
    assert "the table" in capsys.readouterr().out
