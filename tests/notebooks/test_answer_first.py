"""What a lesson says first, what it seldom says, and the question that it gives to take along."""

import re
from pathlib import Path

import nbformat
import pytest

from course_lib.cards import quiz_data
from course_lib.frame import lessons_data
from course_lib.site.prose import word_count

LESSONS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("[0-9][0-9]_*.ipynb"))
#: The lessons whose object is the article itself.
ABOUT_THE_ARTICLE = {"00", "10"}
MOST_ARTICLE = 5
MOST_IN_SHORT = 60
TAKE_ALONG = re.compile(r"\*\*To take with you: “(.+?)”\*\*[\s\S]*?\(Key Concept: \*(.+?)\*\.?\)")
#: Names from the index of Key Concepts of Informed Health Choices, read on 27 November 2026.
KEY_CONCEPTS = {
    "Messages that ignore harms",
    "Messages that are too sure",
    "Messages with no comparison",
    "Belief in theories",
    "Belief that association means causation",
    "Belief in single studies",
    "Belief that treatment is needed",
    "Trust in personal experiences",
    "Consistently-measured outcomes",
    "Words alone",
    "Not enough evidence",
    "Relevant participants",
    "Relevant circumstances",
}


def cells(path):
    """The learner's markdown cells of a lesson."""
    return [
        cell.source
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "markdown" and "facilitator" not in cell.metadata.get("tags", [])
    ]


each_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem[:2])


@each_lesson
def test_the_answer_comes_first(path):
    title = cells(path)[0]
    question, answer, *rest = re.split(r"\n\n", title.split("\n## ", 1)[1])
    assert question == lessons_data.lessons()[path.stem[:2]].question
    assert answer.startswith("**In short.** ")
    assert word_count(answer) <= MOST_IN_SHORT
    assert len(re.findall(r"[.?!](?= |$)", answer.removeprefix("**In short.** "))) in range(2, 8)
    assert rest[0].startswith("<details>"), "objectives and time come after the answer, closed"


@each_lesson
def test_the_article_is_seldom_named(path):
    if path.stem[:2] in ABOUT_THE_ARTICLE:
        return
    said = re.findall(r"\bthe article\b", "\n".join(cells(path)), flags=re.IGNORECASE)
    assert len(said) <= MOST_ARTICLE


@each_lesson
def test_each_lesson_gives_a_question_to_take_along(path):
    check = next(cell for cell in cells(path) if cell.startswith("## Check your understanding"))
    ((_, concept),) = TAKE_ALONG.findall(check)
    assert concept in KEY_CONCEPTS, f"{concept} is none of: {', '.join(sorted(KEY_CONCEPTS))}"
    items = quiz_data.quiz(path.stem[:2]).items
    assert [item.elsewhere for item in items] == [False] * (len(items) - 1) + [True]
    assert "invented" in items[-1].question
    assert items[-1].claims == []


def test_the_last_lesson_collects_the_questions_to_take_along():
    taught = {path.stem[:2]: TAKE_ALONG.findall("\n".join(cells(path))) for path in LESSONS}
    tables = [cell for path in LESSONS for cell in cells(path) if "| Ask |" in cell]
    table = tables[0].splitlines()
    for number, ((question, concept),) in taught.items():
        row = f"| {question} | {concept} | {number} |"
        assert row in table, f"this row is missing where all questions are collected: {row}"
    assert len({concept for ((_, concept),) in taught.values()}) == len(LESSONS)


def test_the_readme_tells_of_each_lesson():
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d\d) ", readme, re.MULTILINE)
    written = [each.id for each in lessons_data.lessons().values() if each.written]
    assert rows == written, "the table of lessons in README.md needs a row for each"


def test_what_is_closed_is_not_counted_and_its_line_is():
    closed = "<details>\n<summary>Two words</summary>\n\nand five that are closed\n\n</details>"
    assert word_count(f"One [link](#far-away) here.\n\n{closed}\n\nThe end.") == 7
