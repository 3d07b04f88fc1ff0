"""The words around the lessons, from ``data/site.toml``."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course_lib.frame.fields import Strict, gaps
from course_lib.frame.load import load_struct, loader

#: Words with nothing to fill in.
Words = Annotated[str, Meta(min_length=1, examples=["Some words."], extra={"gaps": ()})]
Lines = Annotated[list[Words], Meta(min_length=1)]


Numbered = Annotated[str, gaps("number")]
Timed = Annotated[str, gaps("minute")]
Explained = Annotated[str, gaps("reason")]


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
    total: Annotated[str, gaps("minutes")]
    minute: Timed
    minute_spoken: Timed
    previous: Words
    next: Words
    pager: Words
    map: Words
    start: Words
    projector: Words
    hint: Words
    asleep: Words
    asleep_forbidden: Words
    asleep_broken: Words
    facilitators: Words
    facilitators_open: Words
    being_written: Words
    lessons_missing: Annotated[str, gaps("lessons", "folder")]
    index_title: Words
    index_promise: Words
    index_worried: Words
    index_worried_help: Words
    index_how: Words
    index_exit: Words
    index_exit_more: Words
    index_who: Words
    index_map: Words
    minute_page: Words
    door_learner: Words
    door_learner_start: Words
    door_leader: Words
    door_leader_stage: Annotated[str, gaps("minutes")]
    door_leader_more: Words
    door_leader_page: Words
    pack_large: Words
    door_facilitator: Words
    door_facilitator_stage: Words
    help_title: Words
    help_unsafe: Words
    help_exit: Words
    help_exit_limits: Words
    sources: Words
    glossary_title: Words
    references_title: Words
    ledger: Words
    about_title: Words
    about_read: Annotated[str, gaps("full_text", "abstract", "excerpt", "memory")]
    about_again: Annotated[str, gaps("day")]
    checked: Annotated[str, gaps("first", "last")]
    index_about: Words
    footer: Words
    notes_title: Words
    notes_heading: Words
    notes_list: Lines
    notes_title_2: Words
    notes_list_2: Lines
    handout_link: Words
    handout_known: Words
    handout_claims: Words
    handout_heads: Lines
    handout_help: Words
    handout_skipped: Words
    handout_problem: Annotated[str, gaps("chromium", "reason")]
    handout_not_started: Explained
    handout_hangs: Annotated[str, gaps("seconds")]
    handout_fails: Annotated[str, gaps("code")]
    handout_too_long: Annotated[str, gaps("name")]


@loader("site.toml")
def words() -> SiteWords:
    """Return the words of the pages. Raises `ContentError` like `load_struct`."""
    return load_struct("site.toml", SiteWords)
