"""What is to be checked again, on invented days."""

from datetime import date, timedelta

import pytest

from course_lib.evidence import claims_data, searches_data
from tools import review

LOG = searches_data.log()
LAST = max(LOG.claims_checked, *(search.date for search in LOG.searches))
FIRST = min(LOG.claims_checked, *(search.date for search in LOG.searches))


def test_nothing_is_due_on_the_day_it_was_checked(capsys):
    assert review.main(["--on", FIRST.isoformat()]) == 0
    assert str(LOG.review_months) in capsys.readouterr().out


def test_all_is_due_the_day_after_the_last_review_date(capsys):
    day = searches_data.review_by(LAST) + timedelta(days=1)
    assert review.main(["--on", day.isoformat()]) == 1
    said = capsys.readouterr().out
    for search in LOG.searches:
        assert f"search {search.id}, due on" in said
        assert all(f"    {phrasing}\n" in said for phrasing in search.phrasings)
    for claim in claims_data.claims():
        assert f"claim {claim}, due on" in said


def test_a_claim_that_was_searched_for_again_is_due_later():
    claim = LOG.searches[0].claims[0]
    assert searches_data.checked_on(claim) == max(
        search.date for search in searches_data.searches_of(claim)
    )
    never = next(key for key in claims_data.claims() if not searches_data.searches_of(key))
    assert searches_data.checked_on(never) == LOG.claims_checked
    day = searches_data.review_by(LOG.claims_checked) + timedelta(days=1)
    said = "\n".join(review.due(day))
    assert f"claim {never}, due" in said
    assert f"claim {claim}, due" not in said


@pytest.mark.parametrize(
    ("months", "day", "by"),
    [
        (12, date(2026, 11, 26), date(2027, 11, 26)),
        (12, date(2028, 2, 29), date(2029, 2, 28)),
        (3, date(2026, 11, 30), date(2027, 2, 28)),
        (1, date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_the_review_date_is_a_real_day(monkeypatch, months, day, by):
    log = type("Log", (), {"review_months": months})
    monkeypatch.setattr(searches_data, "log", lambda: log)
    assert searches_data.review_by(day) == by
