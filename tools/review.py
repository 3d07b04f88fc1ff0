"""``python -m tools.review``: what is to be checked again, and what to search for.

Prints the searches and claims that are past their review date; nothing is written or sent.
``--on 2027-12-01`` says what will be due on another day. Returns 1 if something is due.
"""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from course_lib.evidence import claims_data, searches_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def due(today: date) -> Iterator[str]:
    """Return a line for each thing that is past its review date, searches first."""
    log = searches_data.log()
    indexes = {index.id: index.name for index in log.indexes}
    for search in log.searches:
        by = searches_data.review_by(search.date)
        if by < today:
            stands_behind = ", ".join([*search.claims, *search.covers])
            yield f"search {search.id}, due on {by}: {search.question}"
            yield f"  stands behind: {stands_behind}"
            yield f"  last time in {indexes[search.where]}; {search.looked_at} results; search for:"
            yield from (f"    {phrasing}" for phrasing in search.phrasings)
            yield f"  nearest then: {search.nearest}"
    for claim in claims_data.claims().values():
        by = searches_data.review_by(searches_data.checked_on(claim.id))
        if by < today:
            sources = ", ".join([*claim.supports, *claim.limits]) or "none"
            yield f"claim {claim.id}, due on {by}: {claim.article_says}"
            yield f"  sources to look at again: {sources}"


def main(words: Sequence[str] | None = None) -> int:
    """Print what is due; return 1 if anything is."""
    reader = argparse.ArgumentParser(prog="python -m tools.review", description=__doc__)
    reader.add_argument("--on", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD")
    today = reader.parse_args(words).on or date.today()  # noqa: DTZ011  the reader's own day
    lines = list(due(today))
    months = searches_data.log().review_months
    print("\n".join(lines) or f"Nothing is older than {months} months on {today}.")
    return 1 if lines else 0


if __name__ == "__main__":
    raise SystemExit(main())
