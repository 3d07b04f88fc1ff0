"""The bench runs to its end and measures each lesson's page; speed itself is never asserted."""

import json
import math
import subprocess
import sys

import pytest

from tools import sample
from tools.bench import LESSONS, ROOT, Row

pytestmark = pytest.mark.browser


@pytest.mark.usefixtures("browser")
def test_it_runs_to_its_end_and_measures_each_page_of_the_sample(tmp_path):
    told = tmp_path / "bench.json"
    command = [sys.executable, "-m", "tools.bench", "--quick", "--json", str(told)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = json.loads(told.read_text(encoding="utf-8"))
    assert all(math.isfinite(row["ours"]) for row in rows)
    for page in sample.drawn((f"{lesson.stem}.html" for lesson in LESSONS), "bench"):
        name = page.removesuffix(".html")[:27]
        heavy, waited = (row for row in rows if row["what"].startswith(name + ","))
        assert heavy["ours"] > 1
        assert waited["ours"] > 0
        assert waited["rival"] > 0
    assert [row["ours"] for row in rows if row["what"] == "requests to other hosts"] == [0]
    assert done.stdout.count("reached") + done.stdout.count("MISSED") == len(rows)


@pytest.mark.parametrize(
    ("row", "ratio", "target", "reached"),
    [
        (Row("a", 3, 1 / 30, "ms", 90, "b", as_share=True), "1/30", "at most 1/30 of b", True),
        (Row("a", 4, 1 / 30, "ms", 90, "b", as_share=True), "1/22.5", "at most 1/30 of b", False),
        (Row("a", 600, 600, "ms", 100, "b"), "6 x", "at most 600 ms (rival: b)", True),
        (Row("a", 601, 600, "ms", 10_000, "b"), "1/16.6", "at most 600 ms (rival: b)", False),
        (Row("a", 0, 0), "", "at most 0", True),
        (Row("a", 1, 0), "", "at most 0", False),
    ],
)
def test_a_row_tells_its_target_and_whether_it_is_reached(row, ratio, target, reached):
    assert (row.ratio, row.target, row.reached) == (ratio, target, reached)
