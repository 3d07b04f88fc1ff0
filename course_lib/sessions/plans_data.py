"""A plan for each lesson with a group: loaded, and held to the rules of a session."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from course_lib.frame import lessons_data, read
from course_lib.frame.fields import EntryId, Sentence
from course_lib.frame.load import ContentError, UnknownNameError, load_one_of, loader_each
from course_lib.sessions.leading_data import Reaction, leading
from course_lib.sessions.plan_model import asks_for_a_vote
from course_lib.sessions.sessions_data import Led, Session, as_it_can_be_led, session

ExerciseKind = Literal[
    "beliefs",
    "quiz",
    "moments",
    "headlines",
    "published",
    "who_can_help",
    "judged",
    "takeaways",
    "short_answers",
    "causes",
]
CardsKind = Literal["", "feelings", "pcd", "substances", "reframes", "flashcards"]
#: A conversation and a moment of it.
Moment = Annotated[str, Meta(pattern=r"^[a-z_]+ [a-z0-9_]+\Z", examples=["the_partner b1"])]
HeadlineId = Annotated[str, Meta(pattern=r"^H[0-9]{2}\Z", examples=["H02"])]
RowId = Annotated[str, Meta(pattern=r"^P[0-9]{2}\Z", examples=["P01"])]


class LessonPlan(Led, frozen=True, kw_only=True):
    """``plans/NN.toml``: a lesson with a group, and what its leader needs to know.

    ``exercise`` says what is done on the lesson's sheet, and ``cards_of`` what is cut out;
    ``moments``, ``headlines``, ``rows`` and ``cards`` choose from it for a group.
    """

    before: list[Sentence] = field(default_factory=list)
    exercise: list[ExerciseKind] = field(default_factory=lambda: ["quiz"])
    moments: list[Moment] = field(default_factory=list)
    headlines: list[HeadlineId] = field(default_factory=list)
    rows: list[RowId] = field(default_factory=list)
    cards_of: CardsKind = ""
    cards: list[EntryId] = field(default_factory=list)
    never_ask: Sentence
    uneasy: Sentence
    reactions: Annotated[list[Reaction], Meta(min_length=2)]

    @property
    def title(self) -> str:
        """The lesson's number and title."""
        return f"{self.id} · {lessons_data.lessons()[self.id].title}"

    @property
    def aim(self) -> str:
        """What the lesson wants to have shown."""
        return lessons_data.lessons()[self.id].big_idea

    @property
    def asks(self) -> list[str]:
        """What is asked aloud, in order."""
        return [words for part in self.parts for words in part.ask]


@loader_each("plans/*.toml")
def plan(number: str) -> LessonPlan:
    """Return a lesson's plan. Raises `UnknownNameError`, or `ContentError` for a broken rule."""
    lessons_data.known_lesson(number)
    file = f"plans/{number}.toml"
    found = as_it_can_be_led(load_one_of("plans", number, LessonPlan), file)
    texts = [found.uneasy, *found.before, *(each.say for each in found.reactions)]
    for text in texts:
        if asks_for_a_vote(text):
            raise ContentError(
                f"data/{file}: “{text}” asks for a vote. Word it without one. {leading().voting}"
            )
    _look_up(found, file)
    return found


def _look_up(found: LessonPlan, file: str) -> None:
    """Raise `ContentError` if what the sheets of a plan are made of is not there."""
    from course_lib.sessions.exercises import cards, exercise  # noqa: PLC0415  widgets, only here

    try:
        cards(found)
        exercise(found)
    except UnknownNameError as unknown:
        raise ContentError(f"data/{file}: {unknown}") from unknown


def plan_names() -> list[str]:
    """Return the numbers of the lessons that have a plan."""
    return read.stems("plans")


def led_names() -> list[str]:
    """Return the name of all that can be led: sessions, then lessons."""
    return [*read.stems("sessions"), *plan_names()]


def led(name: str) -> Session | LessonPlan:
    """Return a session, or the plan of a lesson. Raises `UnknownNameError`."""
    return plan(name) if name in plan_names() else session(name)
