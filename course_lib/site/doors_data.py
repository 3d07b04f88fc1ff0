"""The doors of the first page and the short page behind one: ``data/doors.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from course_lib.frame import lessons_data
from course_lib.frame.fields import ClaimId, EntryId, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, loader
from course_lib.site.anchors import neutral

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = "doors.toml"
#: Pages that a door may lead to, beside the lessons.
PAGES = ("minute", "help", "about", "leading", "glossary", "references")

#: A lesson's number, or a page beside the lessons; perhaps with a place on it.
Goal = Annotated[
    str, Meta(pattern=r"^(\d\d|[a-z]+)(#[A-Za-z,-]+)?\Z", examples=["08", "11#q-partner", "minute"])
]


class Place(Strict, frozen=True):
    """Somewhere to go, and what is said of it."""

    to: Goal
    says: Sentence


class Door(Strict, frozen=True):
    """Who is here, and three places for them."""

    id: EntryId
    name: Sentence
    places: Annotated[list[Place], Meta(min_length=3, max_length=3)]


class Known(Strict, frozen=True):
    """A sentence of what is known, and the claims that it rests on."""

    id: EntryId
    says: Sentence
    claims: Annotated[list[ClaimId], Meta(min_length=1)]


class Step(Strict, frozen=True):
    """Something that can be done, and what stands below it, one thing a line."""

    id: EntryId
    says: Sentence
    lines: tuple[Sentence, ...] = ()


class Minute(Strict, frozen=True):
    """The headings of the short page."""

    title: Sentence
    lead: Sentence
    beside: Sentence
    known_title: Sentence
    now_title: Sentence
    help_title: Sentence
    help_link: Sentence
    on_title: Sentence


class Doors(Strict, frozen=True):
    """The whole file."""

    doors: Annotated[list[Door], Meta(min_length=4, max_length=4)]
    minute: Minute
    partner: Place
    known: Annotated[list[Known], Meta(min_length=5, max_length=5)]
    now: Annotated[list[Step], Meta(min_length=1)]
    get_help: Annotated[list[Step], Meta(min_length=1)]
    read_on: Annotated[list[Place], Meta(min_length=3, max_length=3)]


@loader(FILE)
def doors() -> Doors:
    """Return the doors and what stands on the short page.

    Raises
    ------
    ContentError
        Also for a place that does not exist.
    """
    found = load_struct(FILE, Doors)
    for entry, place in goals(found):
        goal = place.to.partition("#")[0]
        if goal not in lessons_data.lessons() and goal not in PAGES:
            raise ContentError(
                f"data/{FILE}, entry {entry}, field 'to': there is no lesson or page {goal!r}. "
                f"Give a lesson's number, or one of: {', '.join(PAGES)}."
            )
    return found


def links(places: list[Place], built: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return address and words of some places; of lessons, those whose page was built."""
    found = []
    for place in places:
        goal, hash_, name = place.to.partition("#")
        page = built.get(goal) if goal in lessons_data.lessons() else f"{goal}.html"
        if page:
            found.append((f"{page}{hash_}{neutral(name) if name else ''}", place.says))
    return found


def goals(found: Doors) -> Iterator[tuple[str, Place]]:
    """Return every place that a door or the short page leads to, with its entry."""
    for door in found.doors:
        for place in door.places:
            yield door.id, place
    yield "partner", found.partner
    for place in found.read_on:
        yield "read_on", place
