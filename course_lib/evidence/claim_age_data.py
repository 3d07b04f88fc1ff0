"""How the serotonin claims aged: read from ``data/claim_history.toml`` and checked."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from course_lib.evidence import claims_data, references_data
from course_lib.evidence.claims_data import Grade
from course_lib.frame.fields import ClaimId, EntryId, ReferenceKey, Sentence, Strict
from course_lib.frame.load import ContentError, load_struct, loader


class AgeingClaim(Strict, frozen=True):
    """One of the claims that is followed, in few words for the picture."""

    id: ClaimId
    short: Sentence


class Argument(Strict, frozen=True):
    """What a source that came out at a step says for or against a claim."""

    claim: ClaimId
    side: Literal["for", "against"]
    text: Sentence
    ref: ReferenceKey


class HistoryStep(Strict, frozen=True, kw_only=True):
    """One moment; ``grades`` holds a grade for each claim, but none while no source was out."""

    id: EntryId
    tick: Sentence
    year: str = ""
    label: Sentence
    says: Sentence
    grades: dict[ClaimId, Grade]
    arguments: list[Argument] = field(default_factory=list)


class ClaimHistory(Strict, frozen=True):
    """``claim_history.toml``."""

    claims: Annotated[list[AgeingClaim], Meta(min_length=2)]
    steps: Annotated[list[HistoryStep], Meta(min_length=3)]


@loader("claim_history.toml")
def claim_history() -> ClaimHistory:
    """Return the claims and the steps, from the story to today.

    Raises
    ------
    ContentError
        If a step grades a claim that is not followed, if a source was not out in its step's year,
        or if the last step differs from the ledger.
    """
    name = "claim_history.toml"
    data = load_struct(name, ClaimHistory)
    known = [claim.id for claim in data.claims]
    for step in data.steps:
        where = f"data/{name}, step {step.id}"
        unknown = set(step.grades) - set(known)
        if unknown:
            raise ContentError(
                f"{where}, grades: {', '.join(sorted(unknown))} is not followed in this file. "
                f"It follows {', '.join(known)}."
            )
        for argument in step.arguments:
            _check(argument, step, known, where)
    for key in known:
        if data.steps[-1].grades.get(key) is not claims_data.claim(key).grade:
            raise ContentError(
                f"data/{name}, step {data.steps[-1].id}, grades: {key} differs from the ledger, "
                f"which has “{claims_data.claim(key).grade.value}”. Make them the same."
            )
    return data


def _check(argument: Argument, step: HistoryStep, known: list[str], where: str) -> None:
    if argument.claim not in known:
        raise ContentError(f"{where}, arguments: {argument.claim} is not followed in this file.")
    if references_data.reference(argument.ref).year != step.year:
        raise ContentError(
            f"{where}, arguments: {argument.ref} came out in "
            f"{references_data.reference(argument.ref).year}, not in {step.year or 'this step'}."
        )
