"""The ledger as data says what the data files say, and stands beside the pages."""

import csv
import io
import json
import re
from datetime import date

import pytest

from course_lib.evidence import references_data
from course_lib.evidence.references_data import DOI_SHAPE
from course_lib.frame import figures, read
from course_lib.site.build import DATA
from course_lib.site.ledger import CLAIM_COLUMNS, SOURCE_COLUMNS, ledger_csv, ledger_json

WRITTEN = {
    entry["id"]: entry
    for name in read.files("claims/*.toml")
    for entry in figures.toml(name)["claims"]
}


@pytest.fixture(scope="module")
def data():
    return json.loads(ledger_json())


@pytest.fixture(scope="module")
def rows():
    return list(csv.DictReader(io.StringIO(ledger_csv())))


def test_every_claim_is_there_as_it_is_written(data):
    assert [claim["claim"] for claim in data["claims"]] == sorted(WRITTEN)
    for claim in data["claims"]:
        written = WRITTEN[claim["claim"]]
        for name in written.keys() - {"id", "answers"}:
            assert claim[name] == written[name], (claim["claim"], name)
        given = {
            name: value for name, value in claim["answers"].items() if value or name == "studies"
        }
        assert given == written["answers"]
        assert (claim["grade"] == claim["grade_by_rule"]) == (not claim["grade_because"])


def test_every_source_is_there_with_its_line_its_day_and_its_doi(data):
    sources = {source["source"]: source for source in data["sources"]}
    assert sources.keys() == references_data.references().keys()
    for key, source in sources.items():
        own = references_data.references()[key]
        assert source["line"] == own.line
        assert source["read"] == own.read.value
        assert date.fromisoformat(source["read_on"]) == own.read_on
        assert not source["doi"] or DOI_SHAPE.match(source["doi"])
        assert source["doi_checked"] == bool(own.doi)
    days = [source["read_on"] for source in sources.values()]
    assert (data["checked_from"], data["checked_until"]) == (min(days), max(days))
    for claim in data["claims"]:
        assert {*claim["supports"], *claim["limits"]} <= sources.keys()


def test_the_table_has_a_row_for_each_source_of_a_claim(rows):
    wanted = []
    for key in sorted(WRITTEN):
        sides = [
            (key, side, name) for side in ("supports", "limits") for name in WRITTEN[key][side]
        ]
        wanted += sides or [(key, "", "")]
    assert [(row["claim"], row["side"], row["source"]) for row in rows] == wanted
    for row in rows:
        assert tuple(row) == (*CLAIM_COLUMNS, *SOURCE_COLUMNS)
        for name in ("finding", "studied"):
            assert row[name] == WRITTEN[row["claim"]][name]
        assert row["studies"] == str(WRITTEN[row["claim"]]["answers"]["studies"])
        assert row["doi_checked"] in ("true", "false") if row["source"] else not row["doi"]


@pytest.mark.parametrize("text", [ledger_json(), ledger_csv()], ids=DATA)
def test_the_data_ask_nothing_of_anyone(text):
    assert "schema.org" not in text
    assert not re.search(r"(?m)^[=+@]|,[=+@]", text), "a spreadsheet would run it"


def test_both_files_stand_beside_the_pages_and_are_linked(site_folder):
    page = (site_folder / "references.html").read_text(encoding="utf-8")
    for name, made in zip(DATA, (ledger_json(), ledger_csv()), strict=True):
        assert (site_folder / name).read_text(encoding="utf-8") == made
        assert f'<a href="{name}" download>' in page
