"""What readers may ask of health information: ``data/about.toml``, and what follows from data."""

from __future__ import annotations

from collections import Counter
from datetime import date
from enum import Enum
from typing import Annotated

from msgspec import Meta

from course_lib.evidence import references_data
from course_lib.evidence.marks import rule_lines
from course_lib.evidence.references_data import Read
from course_lib.frame.fields import Sentence, Strict
from course_lib.frame.load import ContentError, every, load_struct, loader
from course_lib.site.words_data import words


class Part(Enum):
    """A question that the page answers."""

    MADE_BY = "made_by"
    MADE_FOR = "made_for"
    ARTICLE = "article"
    PAID_BY = "paid_by"
    FOUND = "found"
    GRADED = "graded"
    DECIDE = "decide"
    AGAIN = "again"
    NOT_DONE = "not_done"
    MISTAKES = "mistakes"


class AboutPart(Strict, frozen=True):
    """One question with its answer, in paragraphs."""

    id: Part
    question: Sentence
    answer: Annotated[list[Sentence], Meta(min_length=1)]


class About(Strict, frozen=True):
    """``about.toml``; ``review_by`` is the day by which all is to be gone through again."""

    review_by: date
    parts: Annotated[list[AboutPart], Meta(min_length=1)]


@loader("about.toml")
def about() -> About:
    """Return what the course says of itself.

    Raises
    ------
    ContentError
        If a question is missing, or the next review lies before the last one.
    """
    data = load_struct("about.toml", About)
    every("about.toml", {part.id: part for part in data.parts}, Part)
    if data.review_by <= references_data.checked()[1]:
        raise ContentError(
            f"data/about.toml, field 'review_by': {data.review_by} is not after the day on which "
            "a source was last read. Write the day of the next review."
        )
    return data


def checked_line() -> str:
    """Return when the evidence was last checked, as every page says it."""
    first, last = references_data.checked()
    return words().checked.format(first=first.isoformat(), last=last.isoformat())


def derived() -> dict[Part, list[str]]:
    """Return the sentences of some parts that follow from the data."""
    read = Counter(source.read.value for source in references_data.references().values())
    counts = words().about_read.format(**{each.value: read[each.value] for each in Read})
    again = words().about_again.format(day=about().review_by.isoformat())
    return {Part.FOUND: [counts], Part.GRADED: rule_lines(), Part.AGAIN: [again, checked_line()]}
