"""What follows from the data in prose: marks, titles, links, minutes, totals, plans for a group."""

from __future__ import annotations

import re
import tomllib
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from course_lib.cards import quiz_data
from course_lib.evidence import claims_data
from course_lib.evidence.marks import mark_title
from course_lib.frame import figures, lessons_data
from course_lib.site.lesson import reading_minutes
from tools import facilitators

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parents[1]
_MARK = re.compile(r"\[[^\]\w\s]?(?:[ \u00a0]?C\d\d)?\]\(#(?P<key>C\d\d)(?: \"[^\"]*\")?\)")
#: A mark goes with the word before it, to the next line too: a narrow space that does not break.
_NARROW = "\u202f"
_BEFORE_MARK = re.compile(rf"(?<=[\w.,;:!?%”’\"')*_\]])[ \u00a0{_NARROW}]*(?={_MARK.pattern})")
#: A mark within a sentence, and the rest of the sentence. Where it follows "as", it is shown.
_A_MARK = _MARK.pattern.replace("(?P<key>", "(?:")
_WITHIN = re.compile(
    rf"(?<=[\w”’)*_,])(?<!\bas)[ \u00a0{_NARROW}]*"
    rf"(?P<marks>(?:{_A_MARK}[ \u00a0{_NARROW}]*)+)"
    rf"(?P<rest>(?:(?!{_A_MARK})\[[^\]\n]*\]\([^)\n]*\)|[^.!?\n|\[])*?[.!?][”’\"')*_]*)(?=\s|$)"
)
_LESSON = re.compile(r"\[(?P<id>\d\d) · [^\]]*\]\(\w+\.ipynb(?P<place>#[^)]*)?\)")
_NEXT = re.compile(r"^(?P<said>\*\*Next:\*\*.*?)" + _LESSON.pattern, re.MULTILINE)
_TITLE = re.compile(r"\A# (?P<id>\d\d)( · .*)?$", re.MULTILINE)
_TIME = re.compile(r"^\*\*Time:\*\*.*$", re.MULTILINE)
_QUESTIONS = re.compile(r"\b[A-Z][\w-]* questions(?=\. Every answer|, each answer)")
_MINUTES = re.compile(r"^reading_minutes = .*\n", re.MULTILINE)
#: A number as `figures` says it, in digits or in words.
_NUMBER = rf"(?:\d[\d,]*|(?i:{'|'.join(figures.in_words(n) for n in reversed(range(100)))}))"


class Total(NamedTuple):
    """A sentence that says a number, as a pattern with the names of figures."""

    file: str
    text: str

    def found(self) -> re.Pattern[str]:
        """Return what matches the sentence, whichever numbers it says."""
        parts = figures.NAME.split(self.text)[::2]
        return re.compile(_NUMBER.join(map(re.escape, parts)))

    def said(self) -> str:
        """Return the sentence as it should be."""
        return figures.fill(self.text, "tools/totals.toml")


@cache
def totals() -> tuple[Total, ...]:
    """Return every sentence of ``tools/totals.toml``."""
    text = Path(__file__).with_name("totals.toml").read_text(encoding="utf-8")
    return tuple(Total(**each) for each in tomllib.loads(text)["said"])


def claim_marks(source: str) -> str:
    """Return prose with each claim mark as its grade has it; ``[C08](#C08)`` is enough to write."""

    def mark(found: re.Match[str]) -> str:
        claim = claims_data.claim(found["key"])
        symbol = claims_data.grades()[claim.grade].symbol
        return f'[{symbol}](#{claim.id} "{mark_title(claim)}")'

    return _BEFORE_MARK.sub(_NARROW, at_the_end(_MARK.sub(mark, source)))


def at_the_end(source: str) -> str:
    """Return prose whose marks stand at the end of their sentences, in their order."""
    while True:
        within = [found for found in _WITHIN.finditer(source) if _is_within(source, found)]
        if not within:
            return source
        last = within[-1]
        rest = last["rest"]
        apart = "" if rest[0] in " .,;:!?)”’" else " "
        moved = f"{apart}{rest}{_NARROW}{last['marks'].rstrip()}"
        source = source[: last.start()] + moved.replace("\n", " ") + source[last.end() :]


def _is_within(source: str, found: re.Match[str]) -> bool:
    """Return whether a sentence goes on after its marks."""
    before = source[: found.start()].rstrip("”’\"')*_ \u00a0" + _NARROW)
    return not before.endswith((".", "!", "?"))


def lesson_name(number: str) -> str:
    """Return a lesson's number and the first part of its title, such as "05 · Hormones"."""
    lesson = lessons_data.lessons()[lessons_data.known_lesson(number)]
    return f"{number} · {lesson.title.split(':')[0]}"


def lesson_links(source: str) -> str:
    """Return prose whose title, and whose links to lessons by name, have the lessons' titles."""
    source = _TITLE.sub(lambda found: f"# {lesson_name(found['id'])}", source)
    return _LESSON.sub(lambda found: _link(found["id"], found["place"] or ""), source)


def next_lesson(source: str, number: str) -> str:
    """Return prose whose line "Next:" leads to the lesson that follows."""
    written = [each.id for each in lessons_data.lessons().values() if each.written]
    later = [each for each in written if each > number]
    if not later:
        return source
    return _NEXT.sub(lambda found: found["said"] + _link(later[0], found["place"] or ""), source)


def stated_time(source: str, *, reading: int, activities: int) -> str:
    """Return prose whose line "Time:" says how long a lesson takes."""
    said = (
        f"**Time:** about {reading + activities} minutes "
        f"(reading {reading}, activities {activities})."
    )
    return _TIME.sub(said, source)


def questions(source: str, number: str) -> str:
    """Return a cell that says how many questions the lesson's quiz has."""
    said = figures.in_words(len(quiz_data.quiz(number).items))
    return _QUESTIONS.sub(f"{said[0].upper()}{said[1:]} questions", source)


def notebook_faults(notebook: NotebookNode, name: str) -> list[str]:
    """Correct what a notebook's cells say and return what was wrong, each with its cell."""
    number = name[:2]
    lesson = lessons_data.lessons().get(number) if name[2:3] == "_" else None
    steps: list[tuple[str, Callable[[str], str]]] = [
        ("claim marks", claim_marks),
        ("lesson titles", lesson_links),
        ("totals", lambda source: totals_in(source, f"notebooks/{name}")),
    ]
    if lesson:
        steps += [
            ("the link to the next lesson", lambda source: next_lesson(source, number)),
            ("the number of questions", lambda source: questions(source, number)),
        ]
    renewed = facilitators.renew(notebook, number)
    wrong = [f"the plan for a group in {', '.join(renewed)}"] if renewed else []
    wrong += _corrected(notebook, steps)
    if lesson:
        reading = reading_minutes(notebook)
        time = partial(stated_time, reading=reading, activities=lesson.activity_minutes)
        wrong += _corrected(notebook, [(f"minutes (reading now {reading})", time)])
    return wrong


def totals_in(source: str, file: str) -> str:
    """Return text in which the sentences of ``tools/totals.toml`` have their numbers."""
    for total in totals():
        if total.file == file:
            source = total.found().sub(total.said(), source)
    return source


def lost_totals(texts: dict[str, str]) -> list[str]:
    """Return a sentence for each total whose sentence is in its file no longer."""
    return [
        f"tools/totals.toml: {each.file} does not say {each.text!r}. "
        "Correct that entry, or remove it."
        for each in totals()
        if each.file in texts and not each.found().search(texts[each.file])
    ]


def with_minutes(toml: str, reading: dict[str, int]) -> str:
    """Return ``lessons.toml`` with the reading minutes of lessons, by their number."""
    head, *entries = re.split(r"^(?=\[\[lessons\]\])", toml, flags=re.MULTILINE)
    for i, entry in enumerate(entries):
        number = re.search(r'^id = "(\d\d)"', entry, re.MULTILINE)
        if number and number[1] in reading:
            line = f"reading_minutes = {reading[number[1]]}\n"
            entries[i] = (
                _MINUTES.sub(line, entry)
                if _MINUTES.search(entry)
                else entry.replace("activity_minutes", f"{line}activity_minutes", 1)
            )
    return head + "".join(entries)


def _link(number: str, place: str) -> str:
    lesson = lessons_data.lessons()[lessons_data.known_lesson(number)]
    return f"[{lesson_name(number)}]({lesson.notebook}{place})"


def _corrected(
    notebook: NotebookNode, steps: list[tuple[str, Callable[[str], str]]]
) -> Iterator[str]:
    for what, correct in steps:
        touched = []
        for cell in notebook.cells:
            now = correct(cell.source)
            if now != cell.source:
                cell.source = now
                touched.append(cell.id)
        if touched:
            yield f"{what} in {', '.join(touched)}"
