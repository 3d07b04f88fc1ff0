"""The stage in Firefox, from a file: walked with a clicker's keys, in step with the leader's."""

import json
import subprocess
from pathlib import Path

import pytest
from hands import PREFERENCES
from test_firefox import ALONE, ready

from course_lib.sessions.sessions_data import activities_of, session
from course_lib.site.stage import build_stages
from tools import web_checks

pytestmark = pytest.mark.browser

PROGRAM = Path(__file__).with_name("firefox_stage.mjs")


def test_the_stage_runs_from_a_file_in_firefox(tmp_path):
    path = ready()
    build_stages(tmp_path)
    preferences = {**PREFERENCES, **ALONE, "dom.disable_open_during_load": False}
    address = (tmp_path / "stage_demo.html").as_uri()
    command = [web_checks.node(), PROGRAM, path, json.dumps(preferences), address]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    met = json.loads(done.stdout)
    stops = [
        f"{each.id} {step}"
        for each in activities_of(session("demo"))
        for step in range(max(len(each.steps), 1))
    ]
    assert met["walked"] == stops
    assert met["together"] == [stops[-2], stops[-3]]
    assert met["asked"] == met["errors"] == []
