"""Sessions and what is done in them: loaded, and held to the rules of a session that can be led."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

from msgspec import Meta, field

from course_lib.cards import overclaim_data, takeaways_data
from course_lib.cards.quiz_data import prediction
from course_lib.care import conversation_data
from course_lib.frame import read
from course_lib.frame.fields import ActivityId, ClaimId, LessonId, MaterialId, Sentence, Strict
from course_lib.frame.load import (
    ContentError,
    UnknownNameError,
    load_by_id,
    load_one_of,
    loader,
    loader_each,
)
from course_lib.frame.my_course_data import my_course
from course_lib.sessions.leading_data import NEEDED, leading, screens
from course_lib.sessions.plan_model import PlannedPart, asks_for_a_vote, faults

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["words", "figure", "guess", "grade", "headline", "talk"]
Version = Literal["projector", "board", "online"]
VERSIONS: tuple[Version, ...] = ("projector", "board", "online")
#: How many steps a kind of activity has, where its data decides.
_STEPS = {"guess": 1, "grade": 3, "headline": 3}
_CARDS = "grade_cards"
T = TypeVar("T", bound="Led")
#: A name that one of the course's activities has for something; looked up where it is used.
Named = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_]*\Z", examples=["tear_hormones"])]


class Step(Strict, frozen=True, kw_only=True):
    """What the leader says at one stop; ``at`` is the state of a figure there."""

    at: dict[str, Named] = field(default_factory=dict)
    say: Sentence
    ask: str = ""
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


class StagedActivity(Strict, frozen=True, kw_only=True):
    """One activity of a session: one screen of the stage, with its way in each version."""

    id: ActivityId
    kind: Kind
    of: Named = ""
    title: str = ""
    figure: Named = ""
    node: Named = ""
    options: dict[str, list[Named]] = field(default_factory=dict)
    materials: list[MaterialId] = field(default_factory=list)
    answers: list[MaterialId] = field(default_factory=list)
    projector: Sentence
    board: Sentence
    online: Sentence
    leave_out: list[Sentence] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    @property
    def spoken(self) -> tuple[str, ...]:
        """What the leader says and asks, in order."""
        if self.kind == "words":
            return (screens()[self.of].say,)
        return tuple(words for step in self.steps for words in (step.say, step.ask) if words)


class Part(Strict, frozen=True, kw_only=True):
    """A part of a session, with its minutes.

    It names activities, or says itself what is done, and what is asked aloud. ``graded`` are the
    claims that grade cards are held up for; ``guess`` is the lesson whose guess is made.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*\Z", examples=["opening"])]
    title: Sentence
    minutes: Annotated[int, Meta(ge=1, le=60)]
    may_cut: bool = False
    activities: list[ActivityId] = field(default_factory=list)
    does: str = ""
    projector: str = ""
    board: str = ""
    online: str = ""
    ask: list[Sentence] = field(default_factory=list)
    graded: list[ClaimId] = field(default_factory=list)
    guess: LessonId | Literal[""] = ""
    materials: list[MaterialId] = field(default_factory=list)
    answers: list[MaterialId] = field(default_factory=list)

    def way(self, version: str) -> list[str]:
        """Return what is done in a version, each thing once."""
        own = [self.does, getattr(self, version)]
        shown = [getattr(each, version) for each in activities_in(self)]
        return list(dict.fromkeys(line for line in (*shown, *own) if line))

    @property
    def papers(self) -> list[str]:
        """The ids of what is given out, then of the answers to it."""
        sources: list[StagedActivity | Part] = [*activities_in(self), self]
        given = [name for each in sources for name in each.materials]
        answers = [name for each in sources for name in each.answers]
        return list(dict.fromkeys([*given, *answers]))

    @property
    def spoken(self) -> list[str]:
        """What the leader says and asks, in order."""
        return [*(words for each in activities_in(self) for words in each.spoken), *self.ask]


class Led(Strict, frozen=True, kw_only=True):
    """What can be led in each version: a session of its own, or a lesson with a group."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9]+\Z", examples=["60"])]
    minutes: Annotated[int, Meta(ge=5, le=240)]
    leave_out: list[Sentence] = field(default_factory=list)
    parts: Annotated[list[Part], Meta(min_length=3)]

    @property
    def slack(self) -> int:
        """The minutes that no part takes."""
        return self.minutes - sum(part.minutes for part in self.parts)


class Session(Led, frozen=True, kw_only=True):
    """``sessions/ID.toml``: a session that can be led in each version."""

    title: Sentence
    aim: Sentence
    leave_out: Annotated[list[Sentence], Meta(min_length=1)]


@loader("activities.toml")
def activities() -> dict[str, StagedActivity]:
    """Return every activity by id. Raises `ContentError` for one that cannot be shown."""
    found = load_by_id("activities.toml", "activities", StagedActivity)
    for activity in found.values():
        for fault in _activity_faults(activity):
            raise ContentError(f"data/activities.toml, entry {activity.id}: {fault}")
    return found


@loader_each("sessions/*.toml")
def session(name: str) -> Session:
    """Return a session. Raises `UnknownNameError`, or `ContentError` for a broken rule."""
    return as_it_can_be_led(load_one_of("sessions", name, Session), f"sessions/{name}.toml")


def session_names() -> list[str]:
    """Return the names of the sessions, from the shortest to the longest."""
    return sorted(read.stems("sessions"), key=lambda name: session(name).minutes)


def as_it_can_be_led(found: T, file: str) -> T:
    """Return a session. Raises `ContentError`, with the file's name, for a rule that it breaks."""
    for part in found.parts:
        for fault in _part_faults(part):
            raise ContentError(f"data/{file}, part {part.id!r}: {fault}")
    for fault in faults(found.minutes, [_planned(part) for part in found.parts], NEEDED):
        raise ContentError(f"data/{file}: {fault}")
    return found


def activities_in(part: Part) -> list[StagedActivity]:
    """Return the activities of a part in order."""
    return [activities()[name] for name in part.activities]


def activities_of(found: Led) -> list[StagedActivity]:
    """Return the activities of a session in order."""
    return [each for part in found.parts for each in activities_in(part)]


def words_to_say(activity: StagedActivity) -> tuple[str, ...]:
    """Return what is said with an activity that is words, and a teacher's own opening after it."""
    welcome = screens()[activity.of].kind == "welcome"
    own = " ".join(my_course().opening) if welcome else ""
    return (*activity.spoken, *([own] if own else []))


def _planned(part: Part) -> PlannedPart:
    shown = activities_in(part)
    kinds = [screens()[each.of].kind for each in shown if each.kind == "words"]
    return PlannedPart(part.id, part.minutes, part.may_cut, tuple(kinds), tuple(part.spoken))


def _part_faults(part: Part) -> Iterator[str]:
    if not all(part.way(version) for version in VERSIONS):
        yield (
            "it does not say what is done. Name activities, or write “does”, or one line each for "
            f"{', '.join(VERSIONS)}."
        )
    cards = _CARDS in part.materials
    if cards != bool(part.graded):
        yield (
            f"{_CARDS!r} and “graded”, the claims they are held up for, go together. "
            f"Write both, or neither. {leading().voting}"
        )
    for text in (part.does, *(getattr(part, version) for version in VERSIONS), *part.ask):
        if asks_for_a_vote(text) and not cards:
            yield f"“{text}” asks for a vote. Word it without one. {leading().voting}"


def _activity_faults(activity: StagedActivity) -> Iterator[str]:
    try:
        wanted = _steps_wanted(activity)
    except UnknownNameError as unknown:
        yield str(unknown)
        return
    if len(activity.steps) != wanted:
        yield (
            f"it has {len(activity.steps)} steps, and this kind of activity needs {wanted}. "
            "Add or remove [[activities.steps]]."
        )
    texts = (*activity.spoken, *(getattr(activity, version) for version in VERSIONS))
    if activity.kind != "grade":
        if _CARDS in activity.materials:
            yield f"{_CARDS!r} are for claims about evidence. Take them out. {leading().voting}"
        for text in texts:
            if asks_for_a_vote(text):
                yield f"“{text}” asks for a vote. Word it without one. {leading().voting}"


def _steps_wanted(activity: StagedActivity) -> int:
    """Return how many steps an activity needs. Raises `UnknownNameError` for what is not there."""
    kind, of = activity.kind, activity.of
    if kind == "figure":
        return _figure_steps(activity)
    known: dict[str, list[str]] = {
        "words": list(screens()),
        "guess": read.stems("predictions"),
        "grade": [each.id for each in takeaways_data.takeaways()],
        "headline": [each.id for each in overclaim_data.headlines()],
        "talk": read.stems("conversations"),
    }
    if of not in known[kind]:
        raise UnknownNameError(kind, of, known[kind])
    if kind == "words":
        return 0
    if kind == "guess":
        prediction(of)
    if kind != "talk":
        return _STEPS[kind]
    nodes = {node.id: node for node in conversation_data.conversation(of).nodes if node.choices}
    if activity.node not in nodes:
        raise UnknownNameError("moment", activity.node, nodes)
    return 1 + len(nodes[activity.node].choices)


def _figure_steps(activity: StagedActivity) -> int:
    """Return the steps of a figure, having looked up each name of its states."""
    from course_lib.sessions.figures import FIGURES, look_up  # noqa: PLC0415  widgets, only here

    if activity.figure not in FIGURES:
        raise UnknownNameError("figure", activity.figure, FIGURES)
    if not activity.title:
        raise UnknownNameError("title", activity.title, ["a title of your own"])
    look_up(activity.figure, activity.options, [step.at for step in activity.steps])
    return max(len(activity.steps), 1)
