"""What every session shares: words on screens, the rule for voting, the leader's own sheets."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from course_lib.frame.fields import ClaimId, EntryId, MaterialId, Sentence, Strict, gaps
from course_lib.frame.load import load_by_id, load_struct, loader

Lines = Annotated[list[Sentence], Meta(min_length=1)]
#: What a screen is for; each session must have one of each of `NEEDED`.
ScreenKind = Literal["welcome", "ground_rules", "content_note", "help", "close", "plain"]
NEEDED: tuple[ScreenKind, ...] = ("welcome", "ground_rules", "content_note", "help", "close")


class StageWords(Strict, frozen=True, kw_only=True):
    """The words of the stage and of the leader's window."""

    title: Sentence
    opened: Annotated[str, gaps("page")]
    leader_title: Sentence
    open_leader: Sentence
    blocked: Sentence
    keys: Sentence
    guess: Sentence
    cards: Sentence
    clues: Sentence
    why: Sentence
    better: Sentence
    headline: Sentence
    parts: Sentence
    honest: Sentence
    invented: Sentence
    go_to: Sentence
    close: Sentence
    dark: Sentence
    now: Sentence
    following: Sentence
    end: Sentence
    say: Sentence
    ask: Sentence
    do: Sentence
    begin: Sentence
    left: Sentence
    part_left: Sentence
    connected: Sentence
    alone: Sentence


class VersionWords(Strict, frozen=True):
    """How each version of a session is named."""

    projector: Sentence
    board: Sentence
    online: Sentence


class PackWords(Strict, frozen=True, kw_only=True):
    """The words around the sheets of a pack."""

    minutes: Annotated[str, gaps("minutes")]
    versions: VersionWords
    aim: Sentence
    when: Sentence
    what: Sentence
    paper: Sentence
    may_cut: Sentence
    slack: Sentence
    voting: Sentence
    leave_out: Sentence
    never_ask: Sentence
    reactions: Sentence
    copies: Sentence
    say: Sentence
    opening: Sentence
    closing: Sentence
    step: Annotated[str, gaps("number", "all")]
    ask: Sentence
    prepare: Sentence
    send: Sentence
    version_list: Sentence
    local: Sentence
    do: Sentence
    never: Sentence
    near: Sentence
    anywhere: Sentence
    story: Sentence
    guess: Sentence
    measured: Sentence
    answers: Sentence
    reason: Sentence
    grades: Sentence
    question: Sentence
    fill: Sentence
    talk: Sentence
    choices: Sentence
    own: Sentence
    honest: Sentence
    fits: Sentence
    blank: Sentence
    tested: Sentence
    untested: Sentence
    theirs: Sentence
    scissors: Sentence
    marks: Sentence
    licence: Sentence
    made: Annotated[str, gaps("pdf", "pages", "page")]
    no_chromium: Annotated[str, gaps("page")]


class LessonWords(Strict, frozen=True, kw_only=True):
    """The words around the plan of a lesson, in its notebook."""

    who: Sentence
    minutes: Annotated[str, gaps("minutes")]
    part: Annotated[str, gaps("title", "minutes")]
    cut: Annotated[str, gaps("title", "minutes")]
    slack: Annotated[str, gaps("minutes")]
    paper: Annotated[str, gaps("number")]
    voting: Sentence
    rules: Sentence
    prompts: Sentence
    reactions: Sentence
    never_ask: Sentence
    uneasy: Sentence
    projector: Sentence
    stage: Annotated[str, gaps("number")]
    story: Sentence
    story_say: Sentence


class LeadersWords(Strict, frozen=True, kw_only=True):
    """The words of the page for leaders."""

    title: Sentence
    about: Sentence
    printing: Sentence
    rules: Sentence
    stage: Sentence
    minutes: Sentence
    need: Sentence
    printed: Sentence
    command: Annotated[str, gaps("id")]
    lessons: Sentence
    lessons_about: Sentence
    lesson_stage: Annotated[str, gaps("minutes")]


class ExerciseWords(Strict, frozen=True):
    """What stands above an exercise on paper."""

    title: Sentence
    says: Sentence


class ShareWords(Strict, frozen=True, kw_only=True):
    """The words of ``start.py share``."""

    title: Sentence
    heading: Sentence
    steps: Lines
    who: Sentence
    none: Sentence
    choose: Annotated[str, gaps("addresses")]
    ask: Annotated[str, Meta(min_length=1)]
    not_chosen: Sentence
    not_here: Annotated[str, gaps("address", "addresses")]
    open: Annotated[str, gaps("address", "hours")]
    firewall: Sentence
    held_title: Sentence
    held: Sentence
    held_onward: Sentence
    ended: Sentence
    busy: Annotated[str, gaps("address", "reason")]


class Screen(Strict, frozen=True, kw_only=True):
    """Words on the stage, and what the leader says with them."""

    id: EntryId
    kind: ScreenKind
    title: Sentence
    lines: Lines
    say: Sentence
    claims: list[ClaimId] = field(default_factory=list)


class Distress(Strict, frozen=True):
    """The card for a hard moment."""

    title: Sentence
    roles: Lines
    do: Lines
    never: Lines
    after: Sentence


class Checklist(Strict, frozen=True):
    """What to see to before a session; ``local`` gets a line to write on."""

    title: Sentence
    room: Lines
    send: Lines
    projector: Lines
    board: Lines
    online: Lines
    local: Lines


class Note(Strict, frozen=True):
    """What participants get before a session."""

    title: Sentence
    lines: Lines


class Reaction(Strict, frozen=True, kw_only=True):
    """Something that is often heard, and an answer."""

    heard: Sentence
    say: Sentence
    claims: list[ClaimId] = field(default_factory=list)


class Way(Strict, frozen=True):
    """A way to check a claim."""

    ask: Sentence
    more: Sentence


class Poster(Strict, frozen=True):
    """The ways to check a claim, to hang up."""

    title: Sentence
    foot: Sentence
    ways: Annotated[list[Way], Meta(min_length=3, max_length=7)]


class Leading(Strict, frozen=True, kw_only=True):
    """``leading.toml``."""

    voting: Sentence
    never_ask: Lines
    stage: StageWords
    pack: PackWords
    lesson: LessonWords
    leaders: LeadersWords
    exercises: dict[str, ExerciseWords]
    share: ShareWords
    screens: Annotated[list[Screen], Meta(min_length=5)]
    distress: Distress
    checklist: Checklist
    note: Note
    reactions: Annotated[list[Reaction], Meta(min_length=3)]
    poster: Poster


class Material(Strict, frozen=True):
    """Something on paper; ``answers`` are kept apart from what is given out."""

    id: MaterialId
    title: Sentence
    whom: Literal["leader", "everybody", "answers"]
    copies: Sentence


@loader("leading.toml")
def leading() -> Leading:
    """Return what every session shares."""
    return load_struct("leading.toml", Leading)


def screens() -> dict[str, Screen]:
    """Return the screens of words by id."""
    return {screen.id: screen for screen in leading().screens}


@loader("materials.toml")
def materials() -> dict[str, Material]:
    """Return what is given out, by id, in the order in which it is printed."""
    return load_by_id("materials.toml", "materials", Material)
