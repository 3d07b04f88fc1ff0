"""The search log, ``data/searches.toml``: what was searched for, and what it stands behind."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from msgspec import Meta

from course_lib.frame import read
from course_lib.frame.fields import ClaimId, EntryId, ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, loader
from course_lib.frame.read import MissingNameError

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "searches.toml"
#: How the name of a text in a notebook begins: "notebooks/07:say-answered" is a cell.
NOTEBOOK = "notebooks/"

#: A text that a search stands behind: a data file, and an entry or part of it.
Place = Annotated[
    str, Meta(pattern=r"^[a-z0-9_/]+:[A-Za-z0-9_-]+\Z", examples=["faq:ssri", "quizzes/05:Q05-1"])
]


class Index(Strict, frozen=True, kw_only=True):
    """Where a search was made, described once."""

    id: EntryId
    name: Sentence
    about: Sentence


class Search(Strict, frozen=True, kw_only=True):
    """A question that was searched for, and the nearest thing that turned up.

    ``looked_at`` counts the results whose excerpts were looked at; ``read`` how much of the
    nearest ones; ``claims`` and ``covers`` are the texts whose "not known" rests on it.
    """

    id: EntryId
    question: Sentence
    where: EntryId
    phrasings: Annotated[list[Sentence], Meta(min_length=2)]
    date: date
    looked_at: Annotated[int, Meta(ge=1)]
    nearest: Sentence
    refs: list[ReferenceKey]
    read: Literal["full_text", "abstract", "excerpt"]
    claims: list[ClaimId]
    covers: list[Place]


class SearchLog(Strict, frozen=True, kw_only=True):
    """The whole file."""

    review_months: Annotated[int, Meta(ge=1, le=60)]
    claims_checked: date
    indexes: Annotated[list[Index], Meta(min_length=1)]
    searches: Annotated[list[Search], Meta(min_length=1)]


@loader(FILE)
def log() -> SearchLog:
    """Return the search log.

    Raises
    ------
    ContentError
        Also for an index or a text that does not exist, and a search behind no text.
    """
    found = load_struct(FILE, SearchLog)
    for search in found.searches:
        where = f"data/{FILE}, entry {search.id}"
        indexes = [each.id for each in found.indexes]
        if search.where not in indexes:
            raise ContentError(
                f"{where}, field 'where': there is no index {search.where!r}. "
                f"{read.near_matches(search.where, indexes)}"
            )
        for place in search.covers:
            if place.startswith(NOTEBOOK):
                continue  # an installed course may be without them: a test looks these up
            if place not in places():
                near = read.near_matches(place, places())
                raise MissingNameError(
                    f"{where}, field 'covers': there is no text {place!r}. {near}",
                    f"{place.partition(':')[0]}.toml",
                )
        if not search.claims and not search.covers:
            raise ContentError(
                f"{where}: it stands behind nothing. Name a claim in 'claims', or a text in "
                "'covers', such as 'faq:ssri'."
            )
    return found


def checked_on(claim: str) -> date:
    """Return when a claim was last looked at: with all the others, or by a newer search."""
    return max(log().claims_checked, *(search.date for search in searches_of(claim)), date.min)


def review_by(day: date) -> date:
    """Return the day by which what was checked on a day is to be looked at again."""
    years, month = divmod(day.month - 1 + log().review_months, 12)
    first = date(day.year + years, month + 1, 1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return min(last, first.replace(day=min(day.day, last.day)))


def searches_of(claim: str) -> list[Search]:
    """Return the searches that a claim rests on, in the order of the file."""
    return [search for search in log().searches if claim in search.claims]


@cache
def places() -> dict[str, list[Any]]:
    """Return every text that a search can stand behind, by its name, as it is written."""
    found: dict[str, list[Any]] = {}
    for name in (*read.files("*.toml"), *read.files("*/*.toml")):
        for place, raw in _places_of(name) if name != FILE else ():
            found.setdefault(place, []).append(raw)
    return found


def _places_of(name: str) -> Iterator[tuple[str, Any]]:
    """Return the entries of a file by their ``id``; a part without entries by its own name."""
    stem = name.removesuffix(".toml")
    for part, raw in read.toml(name).items():
        for each in raw if isinstance(raw, list) else [raw]:
            ident = each.get("id", part) if isinstance(each, dict) else part
            yield f"{stem}:{ident}", each
