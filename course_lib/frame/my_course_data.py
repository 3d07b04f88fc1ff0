"""A teacher's own layer: ``my_course.toml`` beside the course, which no update touches.

Without the file, everything is as the course has it. Whoever builds pages asks for `my_course`,
and stops if the file is broken; what a learner has open asks for `layer`, as a slip in the file
must not take help away.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

from msgspec import Meta, field

from course_lib.frame import read
from course_lib.frame.convert import convert
from course_lib.frame.examine import examine
from course_lib.frame.fields import ClaimId, EntryId, LessonId, Sentence, Strict
from course_lib.frame.load import forget, loader
from course_lib.frame.phrases import phrase
from course_lib.frame.read import ContentError

FILE = "my_course.toml"
#: Names another file; empty, the course is as it comes.
VARIABLE = "COURSE_MY_COURSE"
#: It says how to leave and where help is.
_ALWAYS = "00"
#: Said within the minutes that each session keeps free.
MOST_WORDS = 80

#: Two of them fit on the stage.
Name = Annotated[str, Meta(min_length=1, max_length=50, examples=["A short name"])]
Line = Annotated[str, Meta(min_length=1, max_length=200, examples=["One sentence."])]
Address = Annotated[
    str, Meta(pattern=r'^(https?://[^\s"<>]+)?\Z', examples=["https://www.example.org"])
]


class Service(Strict, frozen=True):
    """A local service. ``how`` may be what the teacher chooses: a room, hours, a number."""

    name: Name
    what: Line
    how: Annotated[str, Meta(max_length=120)] = ""
    address: Address = ""


class OwnOption(Strict, frozen=True, kw_only=True):
    """One answer of an own question, with a kind explanation."""

    text: Sentence
    right: bool = False
    feedback: Sentence


class OwnItem(Strict, frozen=True):
    """A question that the teacher adds to a lesson's check of understanding."""

    id: EntryId
    lesson: LessonId
    question: Sentence
    options: Annotated[list[OwnOption], Meta(min_length=2)]
    claims: list[ClaimId] = field(default_factory=list)


class MyCourse(Strict, frozen=True):
    """The whole file; every part may be left out."""

    organisation: Annotated[str, Meta(max_length=80)] = ""
    hide: list[LessonId] = field(default_factory=list)
    opening: Annotated[list[Line], Meta(max_length=6)] = field(default_factory=list)
    services: Annotated[list[Service], Meta(max_length=6)] = field(default_factory=list)
    quiz: list[OwnItem] = field(default_factory=list)


def place() -> Path | None:
    """Return where the file is or would be; ``COURSE_MY_COURSE`` names another place, or none."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    return read.PACKAGE.parent / FILE


def text() -> str:
    """Return the file's text; empty if there is none. Raises `ContentError`."""
    path = place()
    if path is None or not path.exists():
        return ""
    return read.text_of(path, FILE, "Correct it, or take the file away.")


@loader(FILE)
def my_course() -> MyCourse:
    """Return the teacher's layer.

    Raises
    ------
    ContentError
        Naming the entry and the field, and what would be right.
    """
    written = text()
    if not written:
        return MyCourse()
    try:
        found = convert(FILE, "the file", read.toml_of(written, FILE), MyCourse)
        examine(FILE, found, MyCourse)
    except ContentError as fault:
        raise ContentError(str(fault).removeprefix("data/")) from None
    if _ALWAYS in found.hide:
        raise ContentError(
            f"{FILE}, field 'hide': lesson {_ALWAYS} says how to leave and where help is. Take it "
            "out of the list."
        )
    for item in found.quiz:
        if sum(option.right for option in item.options) != 1:
            raise ContentError(
                f"{FILE}, entry {item.id}, field 'options': none is right, or more than one. Write "
                "right = true into one."
            )
    if (words := len(" ".join(found.opening).split())) > MOST_WORDS:
        raise ContentError(
            f"{FILE}, field 'opening': it has {words} words, and a session has time for "
            f"{MOST_WORDS}. Make it shorter."
        )
    return found


def layer() -> MyCourse:
    """Return the teacher's layer; an empty one if the file is broken."""
    try:
        return my_course()
    except ContentError:
        return MyCourse()


def by_organisation(name: str) -> str:
    """Return a phrase that stands above what the teacher added; it names the organisation, if any.

    Parameters
    ----------
    name : {"near", "quiz"}
        A phrase of ``own`` that has a twin ending in ``_by``.
    """
    organisation = layer().organisation
    if not organisation:
        return phrase(f"own.{name}")
    return phrase(f"own.{name}_by", organisation=organisation)


def leave_out() -> None:
    """Let the rest of this process, and what it starts, know the course as it comes."""
    os.environ[VARIABLE] = ""
    forget()  # whatever was read counts lessons and questions with it


def main() -> int:
    """Say what is wrong with the file and return 1; say nothing if it is whole."""
    try:
        my_course()
    except ContentError as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
