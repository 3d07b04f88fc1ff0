"""The words around the lessons, from ``data/site.toml``."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course_lib.frame.fields import Strict
from course_lib.frame.load import load_struct, loader

#: Words with nothing to fill in.
Words = Annotated[str, Meta(min_length=1, examples=["Some words."], extra={"gaps": ()})]
Lines = Annotated[list[Words], Meta(min_length=1)]


def _filled(*gaps: str) -> Meta:
    return Meta(min_length=1, extra={"gaps": gaps})


Numbered = Annotated[str, _filled("number")]
Timed = Annotated[str, _filled("minute")]
Explained = Annotated[str, _filled("reason")]


class SiteWords(Strict, frozen=True, kw_only=True):
    """Every word that the pages and handouts say around the lessons."""

    name: Words
    lesson_name: Numbered
    skip: Words
    menu: Words
    lessons: Words
    help: Words
    exit: Words
    exit_hint: Words
    exit_no_script: Words
    theme: Words
    theme_system: Words
    theme_light: Words
    theme_dark: Words
    contents: Words
    total: Annotated[str, _filled("minutes")]
    minute: Timed
    minute_spoken: Timed
    previous: Words
    next: Words
    pager: Words
    map: Words
    start: Words
    projector: Words
    hint: Words
    from_file: Words
    facilitators: Words
    facilitators_open: Words
    being_written: Words
    lessons_missing: Annotated[str, _filled("lessons", "folder")]
    index_title: Words
    index_promise: Words
    index_worried: Words
    index_worried_start: Words
    index_worried_help: Words
    index_how: Words
    index_exit: Words
    index_exit_more: Words
    index_who: Words
    index_map: Words
    help_title: Words
    help_unsafe: Words
    help_exit: Words
    help_exit_limits: Words
    sources: Words
    glossary_title: Words
    references_title: Words
    footer: Words
    notes_title: Words
    notes_heading: Words
    notes_list: Lines
    notes_title_2: Words
    notes_list_2: Lines
    handout_link: Words
    handout_name: Numbered
    handout_claims: Words
    handout_heads: Lines
    handout_help: Words
    handout_licence: Annotated[str, _filled("course", "number")]
    handout_skipped: Words
    handout_problem: Annotated[str, _filled("chromium", "reason")]
    handout_not_started: Explained
    handout_hangs: Annotated[str, _filled("seconds")]
    handout_fails: Annotated[str, _filled("code")]
    handout_too_long: Annotated[str, _filled("name")]


@loader("site.toml")
def words() -> SiteWords:
    """Return the words of the pages. Raises `ContentError` like `load_struct`."""
    return load_struct("site.toml", SiteWords)
