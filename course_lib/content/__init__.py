"""The course's content: read once from ``data/``, validated, never changed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from course_lib.content import structs
from course_lib.content.load import (
    ContentError,
    UnknownNameError,
    data_dir,
    load_csv,
    load_struct,
    load_table,
    unique,
)

if TYPE_CHECKING:
    from course_lib.content.structs import Basis, Claim, Grade, Lesson, Reference, Substance

__all__ = ["ContentError", "UnknownNameError", "structs"]


@cache
def lessons() -> dict[str, Lesson]:
    """Return the thirteen lessons by number ("00" to "12")."""
    path = data_dir() / "lessons.toml"
    entries = load_table(path, "lessons", structs.Lesson)
    unique(path, (entry.id for entry in entries))
    return {entry.id: entry for entry in entries}


@cache
def sections() -> dict[str, structs.Section]:
    """Return the sections of the source article by id."""
    path = data_dir() / "sections.toml"
    entries = load_table(path, "sections", structs.Section)
    unique(path, (entry.id for entry in entries))
    return {entry.id: entry for entry in entries}


@cache
def grades() -> dict[Grade, structs.GradeEntry]:
    """Return how each grade looks and what it means."""
    entries = load_table(data_dir() / "grades.toml", "grades", structs.GradeEntry)
    return {entry.id: entry for entry in entries}


@cache
def verdicts() -> dict[structs.Verdict, str]:
    """Return the words for each verdict on the article."""
    entries = load_table(data_dir() / "verdicts.toml", "verdicts", structs.VerdictEntry)
    return {entry.id: entry.word for entry in entries}


@cache
def bases() -> dict[Basis, structs.BasisEntry]:
    """Return how each place of measurement is drawn and said."""
    entries = load_table(data_dir() / "bases.toml", "bases", structs.BasisEntry)
    return {entry.id: entry for entry in entries}


@cache
def claims() -> dict[str, Claim]:
    """Return the claim ledger: all claims of the article, in order of number."""
    entries: list[Claim] = []
    for path in sorted((data_dir() / "claims").glob("*.toml")):
        entries += load_table(path, "claims", structs.Claim)
    unique(data_dir() / "claims", (entry.id for entry in entries))
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}


@cache
def references() -> dict[str, Reference]:
    """Return every source by its key."""
    from course_lib.content.bibliography import load_references  # noqa: PLC0415  opening stays fast

    return load_references(data_dir() / "references.bib")


def claim(key: str) -> Claim:
    """Return one claim. Raises `UnknownNameError` with the near matches."""
    if key not in claims():
        raise UnknownNameError("claim", key, claims())
    return claims()[key]


def reference(key: str) -> Reference:
    """Return one source. Raises `UnknownNameError` with the near matches."""
    if key not in references():
        raise UnknownNameError("reference", key, references())
    return references()[key]


@cache
def substances() -> dict[str, Substance]:
    """Return the hormones, messengers and body signals by id."""
    path = data_dir() / "substances.toml"
    entries = load_table(path, "substances", structs.Substance)
    unique(path, (entry.id for entry in entries))
    wanted = len(timeline().landmarks)
    for entry in entries:
        for name in ("levels", "levels_without_orgasm"):
            found = len(getattr(entry, name))
            ends_early = 0 < found < wanted and entry.unknown_note
            if found not in (0, wanted) and not ends_early:
                raise ContentError(
                    f"data/{path.name}, entry {entry.id}, field {name!r}: {found} levels, but "
                    f"phases.toml has {wanted} landmarks. Give one level for each landmark, or "
                    "fewer and say in 'unknown_note' what is not known."
                )
        if len(entry.story.levels) not in (0, wanted):
            raise ContentError(
                f"data/{path.name}, entry {entry.id}, field 'story.levels': give {wanted} levels "
                "(one for each landmark in phases.toml) or none."
            )
    return {entry.id: entry for entry in entries}


@cache
def timeline() -> structs.TimelineData:
    """Return phases, landmarks and stops of the timeline."""
    path = data_dir() / "phases.toml"
    data = load_struct(path, structs.TimelineData)
    unique(path, (entry.id for entry in data.phases))
    unique(path, (entry.id for entry in data.stops))
    return data


@cache
def prevalence() -> list[structs.PrevalenceRow]:
    """Return the published figures, one row each."""
    return load_csv(data_dir() / "prevalence.csv", structs.PrevalenceRow)


@cache
def help_data() -> structs.HelpData:
    """Return where help is, with the date it was last reviewed."""
    return load_struct(data_dir() / "help.toml", structs.HelpData)


def claims_of_lesson(lesson: str) -> list[Claim]:
    """Return the claims of a lesson's section: its own first, then those it shares.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    """
    lesson = known_lesson(lesson)
    here = {key for key, section in sections().items() if section.lesson == lesson}
    own = [claim for claim in claims().values() if claim.section in here]
    shared = [
        claim
        for claim in claims().values()
        if claim.section not in here and here.intersection(claim.also_in)
    ]
    return own + shared


def known_lesson(lesson: str) -> str:
    """Return a lesson's number. Raises `UnknownNameError` if there is no such lesson."""
    if lesson not in lessons():
        raise UnknownNameError("lesson", lesson, lessons())
    return lesson


@cache
def glossary() -> dict[str, structs.Term]:
    """Return the terms that are explained in place, by id."""
    path = data_dir() / "glossary.toml"
    entries = load_table(path, "terms", structs.Term)
    unique(path, (entry.id for entry in entries))
    unique(path, (name.lower() for entry in entries for name in (entry.term, *entry.synonyms)))
    return {entry.id: entry for entry in entries}
