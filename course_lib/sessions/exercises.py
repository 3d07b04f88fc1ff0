"""What is done on paper with a lesson: its guess, its exercise, its cards, each with answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from course_lib.cards import faq_data, overclaim_data, quiz_data, takeaways_data, tears_data
from course_lib.cards.beliefs_data import beliefs
from course_lib.cards.sorting_data import sorting
from course_lib.care import conversation_data
from course_lib.evidence import claims_data
from course_lib.frame import lessons_data
from course_lib.frame.load import UnknownNameError
from course_lib.frame.phrases import phrase
from course_lib.hormones.substances_data import timeline_substances
from course_lib.pictures.causes_data import causes
from course_lib.pictures.feelings_data import vignettes
from course_lib.sessions.leading_data import leading
from course_lib.surveys import published_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from course_lib.sessions.plans_data import LessonPlan

T = TypeVar("T")
#: Longer answers stand below each other.
_INLINE = 26
#: From so many short items on, two stand side by side.
_MANY = 9


@dataclass(frozen=True)
class Item:
    """Something to mark: what it says, the answers to choose from, and what is said of each.

    ``right`` are the places of the answers that fit; ``why`` has a reason for each answer, or
    one for all of them.
    """

    text: str
    options: tuple[str, ...] = ()
    right: tuple[int, ...] = ()
    why: tuple[str, ...] = ()
    lead: str = ""
    lines: int = 0

    @property
    def inline(self) -> bool:
        """Whether the answers are short enough to stand in one line."""
        return sum(map(len, self.options)) <= _INLINE * len(self.options) and all(
            len(each) <= _INLINE for each in self.options
        )


@dataclass(frozen=True)
class Group:
    """Items that belong together, and what is to be done with them."""

    title: str
    says: str
    items: list[Item] = field(default_factory=list)

    @property
    def columns(self) -> bool:
        """Whether its items are many and short, so that two stand side by side."""
        return len(self.items) >= _MANY and all(each.inline for each in self.items)


@dataclass(frozen=True)
class PaperCard:
    """A card to cut out, and what is said of it afterwards."""

    title: str
    text: str
    answer: str = ""


def exercise(plan: LessonPlan) -> list[Group]:
    """Return a lesson's guess and its exercise."""
    asked = quiz_data.prediction(plan.id)
    guess = Item(
        asked.question,
        tuple(each.text for each in asked.guesses),
        why=tuple(each.outcome for each in asked.guesses),
    )
    return [_group("guess", [guess]), *(_group(kind, _KINDS[kind](plan)) for kind in plan.exercise)]


def cards(plan: LessonPlan) -> list[PaperCard]:
    """Return the cards that are cut out for a lesson: those that its plan names, or all."""
    if not plan.cards_of:
        return []
    found = dict(_CARDS[plan.cards_of]())
    return [_known("card", name, found) for name in plan.cards or found]


def _known(kind: str, name: str, found: Mapping[str, T]) -> T:
    if name not in found:
        raise UnknownNameError(kind, name, found)
    return found[name]


def _group(kind: str, items: Sequence[Item] | Iterator[Item]) -> Group:
    words = leading().exercises[kind]
    return Group(words.title, words.says, list(items))


def _beliefs(_plan: LessonPlan) -> Iterator[Item]:
    kinds = ("true", "false", "unknown")
    options = tuple(phrase(f"beliefs.{kind}") for kind in kinds)
    for each in beliefs().values():
        yield Item(each.says, options, (kinds.index(each.answer),), (each.explained,))


def _quiz(plan: LessonPlan) -> Iterator[Item]:
    for item in quiz_data.quiz(plan.id).items:
        options = item.options
        yield Item(
            item.question,
            tuple(each.text for each in options),
            tuple(i for i, each in enumerate(options) if each.right),
            tuple(each.feedback for each in options),
        )


def _moments(plan: LessonPlan) -> Iterator[Item]:
    for moment in plan.moments:
        name, node_id = moment.split()
        data = conversation_data.conversation(name)
        node = _known("moment", node_id, {each.id: each for each in data.nodes if each.choices})
        people = data.people.rpartition(". ")[0] + "."
        yield Item(
            f"{people} {node.text}",
            tuple(each.say for each in node.choices),
            why=tuple(each.does for each in node.choices),
            lead=data.title.partition(":")[0],
            lines=1,
        )


def _headlines(plan: LessonPlan) -> Iterator[Item]:
    for name in plan.headlines:
        entry = _known("headline", name, {each.id: each for each in overclaim_data.headlines()})
        for place, slot in enumerate(entry.slots):
            yield Item(
                slot.label,
                tuple(each.text for each in slot.choices),
                tuple(i for i, each in enumerate(slot.choices) if each.fits),
                tuple(each.why for each in slot.choices),
                lead="" if place else entry.headline,
            )


def _published(plan: LessonPlan) -> Iterator[Item]:
    """Return published figures as blanks: what was asked, of whom, and how many said yes."""
    blank = leading().pack.blank
    groups = {each.id: each.label for each in published_data.words().groups}
    for name in plan.rows:
        figure = _known("published figure", name, published_data.published())
        low, high = (round(end) for end in figure.span or (0.0, 0.0))
        number = str(low) if low == high else phrase("prevalence.span_range", low=low, high=high)
        yield Item(
            f"{figure.people.who}: {blank}",
            why=(f"{number}. {figure.reading.caution}",),
            lead=groups[figure.reading.group],
        )


def _sorted(plan: LessonPlan) -> Iterator[Item]:
    data = sorting("who_can_help")
    piles = [group.id for group in data.groups]
    cases = {case.id: case for case in data.cases}
    for name in plan.cards:
        case = _known("case", name, cases)
        yield Item(
            case.text,
            tuple(group.label for group in data.groups),
            (piles.index(case.group),),
            (case.reason,),
        )


def _judged(_plan: LessonPlan) -> Iterator[Item]:
    kinds = ("more", "depends", "not_tested", "not_in_notes")
    options = tuple(phrase(f"deck.mark_{kind}") for kind in kinds)
    for each in tears_data.tears().judgements:
        yield Item(each.question, options, (kinds.index(each.found),), (each.says,))


def _takeaways(_plan: LessonPlan) -> Iterator[Item]:
    grades = list(claims_data.grades())
    options = tuple(f"{each.symbol} {each.word}" for each in claims_data.grades().values())
    for each in takeaways_data.takeaways():
        grade = claims_data.claim(each.claim).grade
        yield Item(each.clues, options, (grades.index(grade),), (each.why,), f"“{each.says}”")


def _short_answers(_plan: LessonPlan) -> Iterator[Item]:
    for item in faq_data.short_answers():
        yield Item(
            item.question,
            tuple(each.text for each in item.answers),
            tuple(i for i, each in enumerate(item.answers) if each.says == "fits"),
            tuple(each.why for each in item.answers),
        )


def _causes(_plan: LessonPlan) -> Iterator[Item]:
    words = leading().pack
    for each in causes().values():
        right = 0 if each.tested else 1
        yield Item(each.idea, (words.tested, words.untested), (right,), (each.studied,), each.label)


def _vignettes() -> Iterator[tuple[str, PaperCard]]:
    for each in vignettes().values():
        yield each.id, PaperCard(each.name, each.text, each.reading)


def _pcd() -> Iterator[tuple[str, PaperCard]]:
    data = sorting("pcd")
    labels = {group.id: group.label for group in data.groups}
    for case in data.cases:
        yield case.id, PaperCard(case.name, case.text, f"{labels[case.group]}. {case.reason}")


def _substances() -> Iterator[tuple[str, PaperCard]]:
    for each in timeline_substances():
        label = phrase("cards.measured_in")
        yield each.id, PaperCard(each.name, f"{each.role} {label}: {each.measured_in}")


def _reframes() -> Iterator[tuple[str, PaperCard]]:
    for each in tears_data.reframes().cards:
        thinks = phrase("deck.thinks", name=each.name)
        kept = " ".join(line.text for line in each.rewrites if line.kind == "both")
        yield each.id, PaperCard(each.name, f"{each.text} {thinks} “{each.thought}”", kept)


def _flashcards() -> Iterator[tuple[str, PaperCard]]:
    for each in takeaways_data.flash_cards():
        title = lessons_data.lessons()[each.lesson].title.partition(":")[0]
        yield each.id, PaperCard(title, each.front, each.back)


#: What a plan's ``exercise`` may name.
_KINDS: dict[str, Callable[[LessonPlan], Iterator[Item]]] = {
    "beliefs": _beliefs,
    "quiz": _quiz,
    "moments": _moments,
    "headlines": _headlines,
    "published": _published,
    "who_can_help": _sorted,
    "judged": _judged,
    "takeaways": _takeaways,
    "short_answers": _short_answers,
    "causes": _causes,
}
#: What a plan's ``cards_of`` may name.
_CARDS: dict[str, Callable[[], Iterator[tuple[str, PaperCard]]]] = {
    "feelings": _vignettes,
    "pcd": _pcd,
    "substances": _substances,
    "reframes": _reframes,
    "flashcards": _flashcards,
}
