"""A handout's claims and sources, in the words of its sheet."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from course_lib.evidence import claims_data, references_data
from course_lib.evidence.marks import grade_words
from course_lib.evidence.references_data import Read, short_name
from course_lib.frame.phrases import phrase

if TYPE_CHECKING:
    from course_lib.evidence.claims_data import Claim


def claim_row(claim: Claim) -> dict[str, str]:
    """Return a claim's name, its grade, what is said and what may be said instead."""
    accurate = f"{phrase('evidence.verdict')} {claims_data.verdicts()[claim.verdict]}."
    return {
        "id": claim.id,
        "grade": grade_words(claim),
        "says": claim.article_says,
        "better": claim.better or accurate,
    }


def source_groups(claims: list[Claim]) -> list[dict[str, str]]:
    """Return the short names of the sources of some claims, by how each was read."""
    keys = dict.fromkeys(key for claim in claims for key in (*claim.supports, *claim.limits))
    groups: list[dict[str, str]] = []
    for read in Read:
        names = Counter(
            short_name(entry)
            for entry in map(references_data.reference, keys)
            if entry.read is read
        )
        if names:
            checked = phrase(f"evidence.handout_{read.value}")
            each = (f"{name} (×{n})" if n > 1 else name for name, n in sorted(names.items()))
            groups.append({"checked": checked[0].upper() + checked[1:], "names": "; ".join(each)})
    return groups
