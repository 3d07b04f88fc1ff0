"""How old the help directory's review is: links and services change, and copies live long.

Today's date is always given from outside: what is stored never depends on it.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta

from course_lib.frame.fields import ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, loader
from course_lib.frame.phrases import phrase
from course_lib.frame.read import is_day, no_day


class Directory(Strict, frozen=True):
    """A maintained directory of helplines: never a number."""

    name: Sentence
    address: Annotated[str, Meta(pattern=r"^https://", examples=["https://findahelpline.com"])]
    what: Sentence


class Care(Strict, frozen=True):
    """What cannot wait, or is often taken too lightly; other files say ``{care.deadline}``."""

    deadline: Sentence
    wanted: Sentence
    short: Sentence
    some: Sentence
    pill: Sentence
    hiv: Sentence
    neck: Sentence
    bleeding: Sentence
    private: Sentence
    pictures: Sentence


class HelpData(Strict, frozen=True):
    """``help.toml``: where help is, with an owner and a review date."""

    owner: Sentence
    reviewed: Annotated[
        str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", examples=["2026-11-23"])
    ]
    links_opened: bool
    refs: Annotated[list[ReferenceKey], Meta(min_length=1)]
    limits: Sentence
    reviewed_by_clinician: Sentence
    urgent: Annotated[list[Sentence], Meta(min_length=1)]
    first_about: Sentence
    first_words: Annotated[list[Sentence], Meta(min_length=1)]
    soon: Annotated[list[Sentence], Meta(min_length=1)]
    directories: Annotated[list[Directory], Meta(min_length=1)]
    unsafe_places: Sentence
    busy_lines: Sentence
    care: Care


def reviewed_on() -> date:
    """Return the day on which the help directory was last looked over."""
    return date.fromisoformat(help_data().reviewed)


def fresh_until() -> date:
    """Return the last day on which the review is not yet over a year old."""
    day = reviewed_on()
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)


def old_note() -> str:
    """Return the sentence that learners see once the review is over a year old."""
    return phrase("help_directory.old", date=reviewed_on().isoformat())


@loader("help.toml")
def help_data() -> HelpData:
    """Return where help is, with the date it was last reviewed.

    Raises
    ------
    ContentError
        Also if the file names a day that does not exist.
    """
    found = load_struct("help.toml", HelpData)
    if not is_day(found.reviewed):
        raise ContentError(f"data/help.toml, the file, field 'reviewed': {no_day(found.reviewed)}")
    return found
