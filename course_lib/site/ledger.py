"""The claim ledger as data beside the pages, so that others can check and cite it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from course_lib.evidence import claims_data, references_data
from course_lib.frame import lessons_data

if TYPE_CHECKING:
    from course_lib.evidence.claims_data import Claim
    from course_lib.evidence.references_data import Reference

#: The columns of the table: those of the claim, then those of one of its sources.
CLAIM_COLUMNS = (
    *("claim", "lesson", "article_says", "grade", "grade_by_rule", "grade_because"),
    *("studies", "who", "time", "about", "agree", "not_counted", "other_moment", "near"),
    *("verdict", "confidence", "finding", "studied", "better"),
)
SOURCE_COLUMNS = (
    *("side", "source", "authors", "year", "title", "published_in", "doi"),
    *("doi_checked", "doi_is_preprint", "whom_studied", "line", "read", "read_on"),
)


def ledger() -> dict[str, Any]:
    """Return the whole ledger: grades, the rule behind them, claims and sources."""
    first, last = references_data.checked()
    return {
        "checked_from": first.isoformat(),
        "checked_until": last.isoformat(),
        "grades": to_builtins(list(claims_data.grades().values())),
        "rule": to_builtins(claims_data.grade_rule()),
        "claims": [_claim(claim) for claim in claims_data.claims().values()],
        "sources": [_source(source) for source in references_data.references().values()],
    }


def ledger_json() -> str:
    """Return the ledger as JSON."""
    return json.dumps(ledger(), ensure_ascii=False, indent=1) + "\n"


def ledger_csv() -> str:
    """Return the ledger as a table: a row for each source of a claim, or one for none."""
    data = ledger()
    sources = {source["source"]: source for source in data["sources"]}
    out = io.StringIO()
    table = csv.DictWriter(
        out, (*CLAIM_COLUMNS, *SOURCE_COLUMNS), extrasaction="ignore", lineterminator="\n"
    )
    table.writeheader()
    for claim in data["claims"]:
        named = [(side, key) for side in ("supports", "limits") for key in claim[side]]
        whole = {**claim, **claim["answers"]}
        for side, key in named or [("", "")]:
            source = sources.get(key, {})
            row = {**whole, **source, "side": side}
            table.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else value


def _claim(claim: Claim) -> dict[str, Any]:
    found: dict[str, Any] = to_builtins(claim)
    return {
        "claim": found.pop("id"),
        "lesson": lessons_data.sections()[claim.section].lesson,
        "grade_by_rule": claims_data.by_rule(claim).value,
        **found,
    }


def _source(source: Reference) -> dict[str, Any]:
    found: dict[str, Any] = to_builtins(source)
    unchecked = found.pop("doi_from_memory")
    return {
        "source": found.pop("key"),
        **found,
        "doi": source.doi or unchecked,
        "doi_checked": bool(source.doi),
    }
