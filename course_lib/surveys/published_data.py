"""The published figures with their plain words: ``prevalence.csv`` and ``prevalence.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from msgspec import Meta

from course_lib.frame.fields import EntryId, ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, load_csv, load_struct, loader
from course_lib.surveys.comparing_model import Asked
from course_lib.surveys.proportions_model import published_range, wilson

Percent = Annotated[float, Meta(ge=0, le=100)]
RowId = Annotated[str, Meta(pattern=r"^P[0-9]{2}\Z")]


class PrevalenceRow(Strict, frozen=True):
    """One published figure. Percentages and counts are as published."""

    row_id: Annotated[str, Meta(pattern=r"^P[0-9]{2}\Z")]
    study_key: ReferenceKey
    study: Sentence
    year: Annotated[int, Meta(ge=1900, le=2100)]
    design_recruitment: Sentence
    population: Sentence
    gender_group: Sentence
    n: Annotated[int, Meta(ge=1)] | None
    construct: Sentence
    measure: Sentence
    percent: str
    count_reported: int | None
    count_derived: int | None
    derived_note: str
    wilson95_low: float | None
    wilson95_high: float | None
    comparable_group: Sentence
    verified: Sentence
    where_verified: Sentence
    confidence: Literal["high", "medium", "low"]
    caveat: str


class Group(Strict, frozen=True):
    """Rows that were asked alike; one picture each. ``title`` stands above it."""

    id: EntryId
    label: Sentence
    title: Sentence
    note: Sentence


class People(Strict, frozen=True):
    """Who answered, how they were found, and which shape their dot has."""

    id: EntryId
    who: Sentence
    shape: Literal["women", "men", "both"]
    how: Sentence


class Reading(Strict, frozen=True, kw_only=True):
    """One row of ``prevalence.csv`` in plain words; the ids are those of the file's tables.

    ``published_interval`` is the study's own, where ours would not fit it; ``no_interval``
    says why there is none, where there is no count or the people are no sample.
    """

    id: RowId
    group: EntryId
    label: Annotated[str, Meta(min_length=1, max_length=30)]
    thing: EntryId
    period: EntryId
    situation: EntryId
    people: EntryId
    base: Sentence = "those who answered"
    says: str = ""
    no_interval: str = ""
    published_interval: tuple[Percent, Percent] | None = None
    caution: Sentence


class PrevalenceWords(Strict, frozen=True):
    """``prevalence.toml``: the words behind the published figures."""

    groups: list[Group]
    things: dict[str, Sentence]
    periods: dict[str, Sentence]
    situations: dict[str, Sentence]
    people: list[People]
    rows: list[Reading]


@dataclass(frozen=True)
class Published:
    """A published figure: its row, its reading, and what can be drawn of it."""

    row: PrevalenceRow
    reading: Reading
    people: People

    @property
    def id(self) -> str:
        """The row's id, such as "P01"."""
        return self.reading.id

    @property
    def span(self) -> tuple[float, float] | None:
        """Lowest and highest published percentage; mostly the same."""
        return published_range(self.row.percent)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval in per cent: ours (Wilson), or the study's own."""
        if self.reading.no_interval:
            return None
        if self.reading.published_interval:
            return self.reading.published_interval
        count = self.row.count_reported or self.row.count_derived
        if count is None or self.row.n is None:
            return None
        low, high = wilson(count, self.row.n)
        return 100 * low, 100 * high

    @property
    def asked(self) -> Asked:
        """What decides whether it may stand beside another."""
        return Asked(
            self.reading.thing,
            self.reading.period,
            self.reading.situation,
            self.reading.people,
            self.row.comparable_group,
            self.span is not None,
        )


@loader("prevalence.toml")
def words() -> PrevalenceWords:
    """Return the words behind the figures.

    Raises
    ------
    ContentError
        If a row points to what the file does not have, or contradicts the figures.
    """
    data = load_struct("prevalence.toml", PrevalenceWords)
    _check_rows(data)
    return data


@cache
def published() -> dict[str, Published]:
    """Return every published figure by row id, in the order of the table."""
    people = {entry.id: entry for entry in words().people}
    readings = {entry.id: entry for entry in words().rows}
    return {
        row.row_id: Published(row, readings[row.row_id], people[readings[row.row_id].people])
        for row in prevalence()
    }


def in_group(group: str) -> list[Published]:
    """Return the figures of one group, in the order of the table."""
    return [each for each in published().values() if each.reading.group == group]


def _check_rows(data: PrevalenceWords) -> None:
    rows = {row.row_id: row for row in prevalence()}
    found = [entry.id for entry in data.rows]
    if found != list(rows):
        odd = sorted(set(rows).symmetric_difference(found)) or found
        raise ContentError(
            f"data/prevalence.toml, [[rows]]: it must have the rows of prevalence.csv in their "
            f"order. Look at {odd[0]}."
        )
    known = {
        "group": [entry.id for entry in data.groups],
        "thing": list(data.things),
        "period": list(data.periods),
        "situation": list(data.situations),
        "people": [entry.id for entry in data.people],
    }
    letters: dict[str, str] = {}
    for entry in data.rows:
        for name, names in known.items():
            if getattr(entry, name) not in names:
                raise ContentError(
                    f"data/prevalence.toml, entry {entry.id}, field {name!r}: there is no "
                    f"{getattr(entry, name)!r}. Use one of: {', '.join(names)}."
                )
        row = rows[entry.id]
        if letters.setdefault(entry.group, row.comparable_group) != row.comparable_group:
            raise ContentError(
                f"data/prevalence.toml, entry {entry.id}, field 'group': prevalence.csv puts it "
                f"into {row.comparable_group!r}, other rows of {entry.group!r} elsewhere. "
                "Give it a group of its own."
            )
        _check_words(entry, row)


def _check_words(entry: Reading, row: PrevalenceRow) -> None:
    """Raise `ContentError` unless figures have words and missing intervals a reason."""
    uncounted = row.count_reported is None and row.count_derived is None
    chosen = "self-selected" in row.comparable_group  # no sample, so no interval
    wanted = {"says": bool(row.percent), "no_interval": uncounted or chosen}
    for name, needed in wanted.items():
        if bool(getattr(entry, name)) != needed:
            remedy = "Add it." if needed else "Remove it: prevalence.csv does not need it."
            raise ContentError(f"data/prevalence.toml, entry {entry.id}, field {name!r}: {remedy}")


@loader("prevalence.csv")
def prevalence() -> list[PrevalenceRow]:
    """Return the published figures, one row each. Raises `ContentError` for a wrong one."""
    rows = load_csv("prevalence.csv", PrevalenceRow)
    for row in rows:
        try:
            published_range(row.percent)
        except ValueError as error:
            raise ContentError(
                f"data/prevalence.csv, entry {row.row_id}, field 'percent': {error}"
            ) from error
        _check_counts(row)
    return rows


def _check_counts(row: PrevalenceRow) -> None:
    """Raise `ContentError` for a count or an interval that cannot be right."""
    where = f"data/prevalence.csv, entry {row.row_id}, field"
    for name in ("count_reported", "count_derived"):
        count = getattr(row, name)
        if count is None:
            continue
        if row.n is None or not 0 <= count <= row.n:
            raise ContentError(
                f"{where} {name!r}: {count} of {'nobody' if row.n is None else row.n} cannot be. "
                "Correct it, or 'n', how many answered."
            )
        if not row.percent or "-" in row.percent:
            continue
        decimals = len(row.percent.partition(".")[2])
        # A share may lie just between two percentages: either is right then.
        if abs(100 * count / row.n - float(row.percent)) > 0.501 * 10**-decimals:
            raise ContentError(
                f"{where} {name!r}: {count} of {row.n} is {100 * count / row.n:.{decimals}f}%, and "
                f"'percent' says {row.percent}. Correct one of them."
            )
    low, high = row.wilson95_low, row.wilson95_high
    if low is not None and high is not None and not 0 <= low <= high <= 100:  # noqa: PLR2004
        raise ContentError(
            f"{where} 'wilson95_low': from {low:g} to {high:g} is no range of percentages. Give "
            "the lower end first, both from 0 to 100."
        )
