"""The bibliography, ``data/references.bib``: each source with its result, and how it was read."""

from __future__ import annotations

import logging
import re
from datetime import date
from enum import Enum
from typing import TypeVar

from course_lib.frame import figures, read
from course_lib.frame.fields import ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, UnknownNameError, loader


class Read(Enum):
    """How the result that is taken from a source was read for this course."""

    FULL_TEXT = "full_text"
    ABSTRACT = "abstract"
    EXCERPT = "excerpt"
    MEMORY = "memory"


class Studied(Enum):
    """Whom a source studied."""

    PEOPLE = "people"
    ANIMALS = "animals"
    MOSTLY_ANIMALS = "mostly_animals"
    BOTH = "both"


class Reference(Strict, frozen=True, kw_only=True):
    """A source, with the one result it is used for. Built from ``references.bib``.

    ``line`` says that result in our own words, ``read`` how it was read, ``read_on`` when;
    ``whom_studied`` is people, where the file says nothing.
    """

    key: ReferenceKey
    kind: str
    authors: list[str]
    year: str
    title: Sentence
    published_in: str
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    doi_from_memory: str = ""
    doi_is_preprint: bool = False
    line: Sentence
    read: Read
    read_on: date
    whom_studied: Studied = Studied.PEOPLE
    seen_at: str = ""
    note: str = ""


Kind = TypeVar("Kind", bound=Enum)
DOI_SHAPE = re.compile(r"^10\.[0-9]{4,9}/\S+\Z")
YEAR_SHAPE = re.compile(r"^((19|20)[0-9]{2}|n\.d\.)\Z")
_NEEDED = ("title", "year", "x_line", "x_read", "x_read_on")
_CONTAINERS = ("journal", "booktitle", "publisher", "howpublished", "institution", "organization")
#: Every field that an entry may have.
_FIELDS = {
    *_NEEDED,
    *_CONTAINERS,
    *("author", "volume", "number", "pages", "url", "doi", "x_doi_from_memory"),
    *("x_doi_is_preprint", "x_studied", "x_where", "x_note"),
}


def load_references(name: str) -> dict[str, Reference]:
    """Read the bibliography.

    Returns
    -------
    dict
        Each reference by its key, in the order of the file.

    Raises
    ------
    ContentError
        For a broken entry, a key that stands twice, a DOI without a DOI's shape, or an entry
        that does not say what its source found, how that was read, or when.
    """
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415  opening stays fast

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what is broken is said below
    library = parse_string(read.text(name))
    if library.failed_blocks:
        block = library.failed_blocks[0]
        raise ContentError(
            f"data/{name}, line {(block.start_line or 0) + 1}: {_wrong(block.error)}. "
            "Correct that entry; every key must be there once."
        )
    return {
        entry.key: _reference(
            f"data/{name}, entry {entry.key}",
            entry.key,
            entry.entry_type,
            {f.key: f.value for f in entry.fields},
        )
        for entry in library.entries
    }


def _wrong(error: Exception) -> str:
    """Return what the parser found wrong, in one line without a full stop."""
    said = getattr(error, "abort_reason", "") or str(error)
    return " ".join(said.split()).rstrip(". ")


def short_name(reference: Reference) -> str:
    """Return "Exton and others, 1999": how a learner sees a source named."""
    families = [name.split(",")[0].strip() for name in reference.authors]
    who = families[0] if families else reference.published_in
    if len(families) == 2:  # noqa: PLR2004
        who = f"{families[0]} and {families[1]}"  # "and others" in BibTeX says just that
    elif len(families) > 2:  # noqa: PLR2004
        who = f"{families[0]} and others"
    return f"{who}, {reference.year}"


def _reference(where: str, key: str, kind: str, raw: dict[str, str]) -> Reference:
    fields = {
        name: re.sub(r"[{}]", "", figures.fill(value, f"{where}, field {name!r}")).strip()
        for name, value in raw.items()
    }
    if unknown := sorted(set(fields) - _FIELDS):
        raise ContentError(
            f"{where}, field {unknown[0]!r}: there is no such field. Remove it, or correct its "
            f"spelling. {read.near_matches(unknown[0], _FIELDS)}"
        )
    for name in _NEEDED:
        if not fields.get(name):
            raise ContentError(f"{where}, field {name!r} is missing. Add it.")
    if not YEAR_SHAPE.match(fields["year"]):
        raise ContentError(
            f"{where}, field 'year': {fields['year']!r} is not a year. Write one such as 2011, or "
            "n.d. where none is told."
        )
    for name in ("doi", "x_doi_from_memory"):
        if fields.get(name) and not DOI_SHAPE.match(fields[name]):
            raise ContentError(
                f"{where}, field {name!r}: {fields[name]!r} is not a DOI. "
                "Write it as 10.number/suffix, with no address before it."
            )
    return Reference(
        key=key,
        kind=kind,
        authors=_authors(raw.get("author", "")),
        year=fields["year"],
        title=fields["title"],
        published_in=next((fields[name] for name in _CONTAINERS if fields.get(name)), ""),
        volume=fields.get("volume", ""),
        number=fields.get("number", ""),
        pages=fields.get("pages", "").replace("--", "–"),
        doi=fields.get("doi", ""),
        doi_from_memory=fields.get("x_doi_from_memory", ""),
        doi_is_preprint=fields.get("x_doi_is_preprint", "") == "yes",
        line=fields["x_line"],
        read=_one_of(Read, where, "x_read", fields["x_read"]),
        read_on=_day(where, fields["x_read_on"]),
        whom_studied=_one_of(Studied, where, "x_studied", fields.get("x_studied", "people")),
        seen_at=fields.get("x_where", ""),
        note=fields.get("x_note", ""),
    )


def _one_of(kind: type[Kind], where: str, name: str, value: str) -> Kind:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(each.value for each in kind)
        raise ContentError(
            f"{where}, field {name!r}: {value!r} is unknown. Use one of {known}."
        ) from None


def _day(where: str, value: str) -> date:
    if not read.is_day(value):
        raise ContentError(f"{where}, field 'x_read_on': {read.no_day(value)}")
    return date.fromisoformat(value)


def _authors(raw: str) -> list[str]:
    """Split a BibTeX author field; a name in braces is one name."""
    raw = raw.strip()
    if raw.startswith("{") and raw.endswith("}"):
        return [raw[1:-1]]
    return [name.strip() for name in raw.split(" and ") if name.strip()]


@loader("references.bib")
def references() -> dict[str, Reference]:
    """Return every source by its key."""
    return load_references("references.bib")


def checked() -> tuple[date, date]:
    """Return the first and the last day on which a source was read."""
    days = [source.read_on for source in references().values()]
    return min(days), max(days)


def reference(key: str) -> Reference:
    """Return one source. Raises `UnknownNameError` with the near matches."""
    if key not in references():
        raise UnknownNameError("reference", key, references())
    return references()[key]
