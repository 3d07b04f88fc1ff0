"""The candidate causes of lesson 12: read from ``data/causes.toml`` and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta

from course_lib.evidence import claims_data
from course_lib.frame.fields import ClaimId, EntryId, ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, load_table, loader

if TYPE_CHECKING:
    from course_lib.evidence.claims_data import GradeEntry


class Cause(Strict, frozen=True, kw_only=True):
    """What may lie behind tears after sex, how it was studied, and what is missing.

    Parameters
    ----------
    end : {"tears", "low"}
        What its link leads to: tears, or low or tearful feelings, as surveys asked.
    link : {"cause", "together"}
        Whether it is claimed to cause that, or was found to go together with it.
    tested : bool
        Whether people were studied after sex.
    grade_of : str
        The claim whose grade the link has; empty if the article makes no such claim.
    claimed : str
        What is claimed, where the usual sentence for its kind of link does not do.
    """

    id: EntryId
    label: Annotated[str, Meta(min_length=3, max_length=24)]
    end: Literal["tears", "low"]
    link: Literal["cause", "together"]
    tested: bool
    grade_of: ClaimId | Literal[""] = ""
    claimed: str = ""
    claims: Annotated[list[ClaimId], Meta(min_length=1)]
    idea: Sentence
    studied: Sentence
    whom: Sentence
    needed: Sentence
    refs: Annotated[list[ReferenceKey], Meta(min_length=1)]

    @property
    def grade(self) -> GradeEntry | None:
        """The grade of its link, or none if the article makes no such claim."""
        return (
            claims_data.grades()[claims_data.claim(self.grade_of).grade] if self.grade_of else None
        )


@loader("causes.toml")
def causes() -> dict[str, Cause]:
    """Return the causes by id, from the top of the picture to its bottom.

    Raises
    ------
    ContentError
        If one names a claim or reference that does not exist, or says that it was
        tested and yet leads to tears, which no study found has counted.
    """
    name = "causes.toml"
    entries = load_table(name, "causes", Cause)
    for entry in entries:
        _check(name, entry)
    ends = [entry.end for entry in entries]
    if ends != sorted(ends, reverse=True):
        raise ContentError(
            f"data/{name}: causes with end = 'low' stand before others with end = 'tears', "
            "so their lines would cross. Move them to the end of the file."
        )
    return {entry.id: entry for entry in entries}


def _check(name: str, entry: Cause) -> None:
    def wrong(field: str, what: str) -> ContentError:
        return ContentError(f"data/{name}, entry {entry.id}, field {field!r}: {what}")

    if entry.grade_of and entry.grade_of not in entry.claims:
        raise wrong("grade_of", f"{entry.grade_of} is not among its claims. Add it there.")
    if entry.tested != (entry.end == "low") or entry.tested != (entry.link == "together"):
        raise wrong(
            "tested",
            "what was tested in people after sex goes together with low feelings "
            "(end = 'low', link = 'together'), and nothing else does. Correct one of the three.",
        )
