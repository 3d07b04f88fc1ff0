"""Every lesson has the same rooms, true marks, its stated time, and clean storage."""

import ast
import json
import math
import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

import course_lib
from course_lib.cards import faq_data
from course_lib.evidence import claims_data
from course_lib.evidence.marks import mark_title
from course_lib.frame import lessons_data
from course_lib.lab.normalise import KERNELSPEC, WIDGET_VIEW, before_saving, normalise

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
LESSONS = sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
VERBS = {
    "explain",
    "say",
    "name",
    "read",
    "tell",
    "compare",
    "spot",
    "describe",
    "choose",
    "rewrite",
}
ROOMS = [
    "A guess",
    "Check your understanding",
    "Pause and reflect",
    "The evidence for this section",
    "Key points",
    "For facilitators",
]
MARK = re.compile(r'\[(?P<symbol>\S)\]\(#(?P<key>C\d\d) "(?P<title>[^"]+)"\)')
CLOSED = re.compile(r"<details>\s*<summary>(.*?)</summary>.*?</details>", re.DOTALL)
AVOID = ["normal people", "should feel", "love hormone", "chemical storm", "floods", "flooded"]


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem[:2])
def lesson(request):
    notebook = nbformat.read(request.param, as_version=4)
    notebook.metadata["number"] = request.param.stem[:2]
    notebook.metadata["path"] = request.param
    return notebook


def prose(notebook, *, facilitator=False):
    """The learner's markdown cells, or the facilitator's."""
    return [
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        and ("facilitator" in cell.metadata.get("tags", [])) == facilitator
    ]


def words_in(text):
    text = re.sub(r"\]\([^)]*\)", "]", CLOSED.sub(r"\1", text))
    return len(re.findall(r"[A-Za-z0-9’'-]+", text))


def test_written_lessons_have_notebooks():
    written = [f"{e.id}_{e.slug}.ipynb" for e in lessons_data.lessons().values() if e.written]
    assert [path.name for path in LESSONS] == written


def test_rooms_are_in_order(lesson):
    headings = re.findall(r"^## (.+)$", "\n".join(prose(lesson)), flags=re.MULTILINE)
    headings += re.findall(
        r"^## (.+)$", "\n".join(prose(lesson, facilitator=True)), flags=re.MULTILINE
    )
    places = [headings.index(room) for room in ROOMS]
    assert places == sorted(places)
    assert headings[0].endswith("?")
    assert places[0] <= 2, "the guess comes first, or after one thing to do"
    assert headings[-1] == "For facilitators"
    assert 2 <= places[1] - 2 <= 4, "say, do, read"


def test_there_is_one_h1_and_no_level_is_skipped(lesson):
    levels = [
        len(marks)
        for cell in lesson.cells
        if cell.cell_type == "markdown"
        for marks in re.findall(r"^(#+) ", cell.source, flags=re.MULTILINE)
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_title_cell_promises_time_objectives_and_help(lesson):
    title = lesson.cells[0].source
    for part in ("**Time:**", "You will be able to", "F9", "Start this lesson", "skipped", "help"):
        assert part in title, part
    objectives = re.findall(r"^[-*\d.]+ +(\w+)", title.split("able to")[1], flags=re.MULTILINE)[:3]
    assert len(objectives) == 3
    assert {verb.lower() for verb in objectives} <= VERBS


def test_stated_time_is_the_computed_time(lesson):
    number = lesson.metadata["number"]
    reading = math.ceil(sum(words_in(text) for text in prose(lesson)) / 200)
    activity = lessons_data.lessons()[number].activity_minutes
    wanted = (
        f"**Time:** about {reading + activity} minutes (reading {reading}, activities {activity})."
    )
    assert wanted in lesson.cells[0].source
    assert lessons_data.lessons()[number].reading_minutes == reading
    assert 12 <= reading + activity <= 25


def test_key_points_mirror_the_objectives(lesson):
    title = lesson.cells[0].source.split("able to")[1]
    objectives = re.findall(r"^[-*\d.]+ +\w+", title, flags=re.MULTILINE)
    points = next(text for text in prose(lesson) if text.startswith("## Key points"))
    assert len(re.findall(r"^[-*\d.]+ +", points, flags=re.MULTILINE)) == len(objectives) == 3
    assert "Next:" in points


def test_marks_are_true(lesson):
    text = "\n".join(prose(lesson))
    marks = list(MARK.finditer(text))
    assert len(marks) == len(re.findall(r"\(#C\d\d", text))
    assert len(marks) >= 8
    for mark in marks:
        claim = claims_data.claim(mark["key"])
        assert mark["symbol"] == claims_data.grades()[claim.grade].symbol, mark[0]
        assert mark["title"] == mark_title(claim), mark[0]


def test_no_two_words_stick_together(lesson):
    """A mark or a quotation that was moved takes a space with it."""
    text = re.sub(r"\]\([^)]*\)", "]", "\n".join(prose(lesson)))
    assert re.findall(r"\S*(?:[”)]|(?<=[a-z])[.,;:!?])[A-Za-z]\S*", text) == []


def test_every_mark_opens_a_claim_in_the_drawer(lesson):
    outputs = "".join(
        output.data.get("text/html", "")
        for cell in lesson.cells
        for output in cell.get("outputs", [])
    )
    used = set(re.findall(r'href="#(C\d\d)"', outputs))
    used.update(re.findall(r"\(#(C\d\d)", "\n".join(prose(lesson))))
    assert used <= set(re.findall(r'data-claim="(C\d\d)"', outputs))


def test_other_links_resolve(lesson):
    text = "\n".join(prose(lesson) + prose(lesson, facilitator=True))
    headings = {
        heading.replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)\s]+)", text):
        if target.startswith("#C"):
            continue
        if target.startswith("#q-"):
            assert target[3:] in faq_data.questions(), target
        elif target == "#help":
            assert "HelpPanel()" in str(lesson)
        elif target.startswith("#"):
            assert target[1:] in headings, target
        else:
            assert (NOTEBOOKS / target.split("#")[0]).exists(), target


def test_every_claim_of_the_section_is_taught(lesson):
    number = lesson.metadata["number"]
    taught = set(re.findall(r"\(#(C\d\d)", "\n".join(prose(lesson))))
    own = {
        c.id
        for c in claims_data.claims().values()
        if lessons_data.sections()[c.section].lesson == number
    }
    assert own <= taught


def test_words_to_avoid_stand_only_in_quotation_marks(lesson):
    for text in prose(lesson) + prose(lesson, facilitator=True):
        outside = re.sub(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|'[^']*'", "", text).lower()
        for word in AVOID:
            assert word not in outside, (word, text)


def test_code_is_hidden_short_and_says_what_it_is(lesson):
    for cell in lesson.cells:
        if cell.cell_type == "code":
            lines = [line for line in cell.source.splitlines() if line]
            assert len(ast.parse(cell.source).body) == 2, "an import and one call"
            assert len(lines) <= 6, "design: one to three lines, more where a list is long"
            assert re.match(r"# [A-Z].{15,}\.$", lines[0]), lines[0]
            assert cell.metadata["jupyter"]["source_hidden"]
            assert "hide-input" in cell.metadata["tags"]
            assert lines[1].startswith("from course_lib import ")


def test_stored_outputs_are_true_and_complete(lesson):
    for cell in lesson.cells:
        if cell.cell_type != "code":
            continue
        assert cell.execution_count, f"{cell.id} was never run: nbval would compare nothing"
        (output,) = cell.outputs
        assert output.data["text/plain"]
        assert 'data-activity="' in output.data["text/html"]
        assert WIDGET_VIEW not in output.data


def test_stored_form_is_normal_and_small(lesson):
    path = lesson.metadata["path"]
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert normalise(json.loads(json.dumps(stored))) == stored
    shown = [
        text
        for cell in lesson.cells
        for out in cell.get("outputs", [])
        for text in out.data.values()
    ]
    written = [cell.source for cell in lesson.cells]
    # JSON's marks of short lines apart; the largest is lesson 11 with all of its questions
    assert len("".join(shown + written).encode()) < 340_000


def test_facilitators_get_minutes_prompts_and_a_fallback(lesson):
    text = "\n".join(prose(lesson, facilitator=True)).lower()
    for part in ("minutes", "never ask", "uneasy", "projector", "reactions"):
        assert part in text, part


def test_each_lesson_uses_known_activities(lesson):
    used = set(
        re.findall(
            r"^from course_lib import (\w+)",
            "\n".join(cell.source for cell in lesson.cells if cell.cell_type == "code"),
            flags=re.MULTILINE,
        )
    )
    assert {"HelpPanel", "Prediction", "Quiz", "EvidenceDrawer"} <= used <= set(course_lib.__all__)


MESSY = {
    "cells": [
        {
            "cell_type": "code",
            "id": "a",
            "execution_count": 17,
            "metadata": {"execution": {"x": 1}, "tags": ["hide-input"], "trusted": True},
            "source": "1",
            "outputs": [
                {
                    "output_type": "execute_result",
                    "execution_count": 17,
                    "metadata": {"z": 1, "image/png": {"width": 560}},
                    "data": {"text/plain": "words", WIDGET_VIEW: {"model_id": "random"}},
                },
                {"output_type": "stream", "name": "stdout", "text": "kept"},
            ],
        },
        {"cell_type": "markdown", "id": "b", "metadata": {}, "source": "kept"},
    ],
    "metadata": {"widgets": {"state": 1}, "language_info": {"version": "3.11.7"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def test_normalise_removes_what_differs_and_keeps_what_people_wrote():
    messy = normalise(json.loads(json.dumps(MESSY)))
    code, text = messy["cells"]
    assert code["execution_count"] == code["outputs"][0]["execution_count"] == 1
    assert code["outputs"][0]["data"] == {"text/plain": "words"}
    assert code["outputs"][0]["metadata"] == {"image/png": {"width": 560}}
    assert code["outputs"][1]["text"] == "kept"
    assert code["metadata"] == {"tags": ["hide-input"]}
    assert text["source"] == "kept"
    assert messy["metadata"] == {
        "kernelspec": KERNELSPEC,
        "language_info": {"name": "python"},
    }


def test_what_is_no_notebook_is_saved_as_it_is():
    model = {"type": "file", "content": "text"}
    before_saving(model=model)
    assert model == {"type": "file", "content": "text"}


def test_each_lesson_says_how_to_start_with_and_without_the_courses_button(lesson):
    title = lesson.cells[0].source
    for way in ("**F9**", "**▶ Start this lesson**", "**Run → Run All Cells**"):
        assert way in title
    assert not re.search("gr[ae]y bar", title)  # a theme may give the bar another colour
