"""The bibliography, ``data/references.bib``, and how far each source was checked."""

from __future__ import annotations

import re
from enum import Enum

from course_lib.frame import read
from course_lib.frame.fields import ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, UnknownNameError, loader


class Verified(Enum):
    """How far a reference was checked for this course."""

    YES = "yes"
    PARTIAL = "partial"
    FROM_MEMORY = "from_memory"


class Reference(Strict, frozen=True, kw_only=True):
    """A source, with how far it was checked. Built from ``references.bib``."""

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
    verified: Verified
    seen_at: str = ""
    note: str = ""


DOI_SHAPE = re.compile(r"^10\.[0-9]{4,9}/\S+\Z")
_VERIFIED = {"yes": Verified.YES, "partial": Verified.PARTIAL, "no": Verified.FROM_MEMORY}
_CONTAINERS = ("journal", "booktitle", "publisher", "howpublished", "institution", "organization")


def load_references(name: str) -> dict[str, Reference]:
    """Read the bibliography.

    Returns
    -------
    dict
        Each reference by its key, in the order of the file.

    Raises
    ------
    ContentError
        For a broken entry, a key that stands twice, a DOI without a DOI's
        shape or an unknown ``x_verified``.
    """
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415  opening stays fast

    library = parse_string(read.text(name))
    if library.failed_blocks:
        block = library.failed_blocks[0]
        raise ContentError(
            f"data/{name}, line {(block.start_line or 0) + 1}: {block.error}. "
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
    fields = {name: re.sub(r"[{}]", "", value).strip() for name, value in raw.items()}
    for name in ("title", "year", "x_verified"):
        if not fields.get(name):
            raise ContentError(f"{where}, field {name!r} is missing. Add it.")
    for name in ("doi", "x_doi_from_memory"):
        if fields.get(name) and not DOI_SHAPE.match(fields[name]):
            raise ContentError(
                f"{where}, field {name!r}: {fields[name]!r} is not a DOI. "
                "Write it as 10.number/suffix, with no address before it."
            )
    if fields["x_verified"] not in _VERIFIED:
        raise ContentError(
            f"{where}, field 'x_verified': {fields['x_verified']!r} is unknown. "
            f"Use one of {', '.join(_VERIFIED)}."
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
        verified=_VERIFIED[fields["x_verified"]],
        seen_at=fields.get("x_where", ""),
        note=fields.get("x_note", ""),
    )


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


def reference(key: str) -> Reference:
    """Return one source. Raises `UnknownNameError` with the near matches."""
    if key not in references():
        raise UnknownNameError("reference", key, references())
    return references()[key]
