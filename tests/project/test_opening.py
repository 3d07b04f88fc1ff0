"""Opening JupyterLab: ports, signed notebooks, its address, its settings."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from setting_up import one_sentence

from tools import opening, own_python

ROOT = Path(__file__).parents[2]


def test_no_port_or_a_strange_one():
    opening.check_port(None)
    with pytest.raises(own_python.Stop, match="Port 123456 cannot be used") as problem:
        opening.check_port(123456)
    assert one_sentence(str(problem.value))


@pytest.mark.usefixtures("course")
def test_a_course_without_lessons_is_told():
    with pytest.raises(own_python.Stop, match="There is no lesson in") as problem:
        opening.open_course(None, browser=False)
    assert one_sentence(str(problem.value))


def test_a_broken_layer_of_a_teachers_own_is_told_before_anything_opens(course, monkeypatch):
    monkeypatch.setattr(opening, "venv_python", lambda: Path(sys.executable))
    mine = course / "my_course.toml"
    opening.check_own_layer()  # there is none
    monkeypatch.setattr(opening, "quiet", lambda *command: asked(command, mine))
    mine.write_text('organisation = "A"', encoding="utf-8")
    opening.check_own_layer()
    mine.write_text("organisation =", encoding="utf-8")
    with pytest.raises(own_python.Stop, match=r"^my_course\.toml is not valid TOML") as problem:
        opening.check_own_layer()
    assert "Traceback" not in str(problem.value)


def asked(command, mine):
    """Run a command as the course would, with this file as the teacher's own layer."""
    environment = {**os.environ, "COURSE_MY_COURSE": str(mine)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, (done.stdout + done.stderr).strip()


def test_a_server_that_ends_at_once_is_told(course):
    (course / "run").mkdir()
    server = subprocess.Popen([sys.executable, "-c", "pass"])
    with pytest.raises(own_python.Stop, match=r"did not start.*jupyterlab\.log"):
        opening.wait_for_server(server, course / "run")
    opening.close(server)


def test_the_address_is_read_once_it_is_written(course):
    (course / "run").mkdir()
    write = (
        "import pathlib, time; file = pathlib.Path('jpserver-1.json'); file.write_text('{\"ur');"
        'time.sleep(0.3); file.write_text(\'{"url": "x"}\'); time.sleep(30)'
    )
    server = subprocess.Popen([sys.executable, "-c", write], cwd=course / "run")
    try:
        assert opening.wait_for_server(server, course / "run") == {"url": "x"}
    finally:
        opening.close(server)
    assert server.returncode


def test_only_what_the_course_ships_is_signed_and_only_when_it_changed(course, monkeypatch):
    calls = []
    monkeypatch.setattr(opening, "quiet", lambda *command: calls.append(command) or (0, ""))
    notebooks = course / "notebooks"
    notebooks.mkdir()
    listed = course / "course_lib" / "lab" / "shipped.json"
    listed.parent.mkdir(parents=True)
    listed.write_text(json.dumps({"01_a.ipynb": hashlib.sha256(b"a").hexdigest()}))
    for name in ("01_a.ipynb", "somebody_elses.ipynb"):
        (notebooks / name).write_text("a")
    own_python.write_state({"learner": "x"})
    opening.trust(notebooks)
    opening.trust(notebooks)
    assert [command[3:] for command in calls] == [(notebooks / "01_a.ipynb",)]
    assert own_python.read_state()["learner"] == "x"
    os.utime(notebooks / "01_a.ipynb", ns=(0, 0))
    opening.trust(notebooks)
    assert len(calls) == 2
    (notebooks / "01_a.ipynb").write_text("a<img src=x onerror=alert(1)>")
    opening.trust(notebooks)
    assert len(calls) == 2


LAB = ROOT / "course_lib" / "lab"


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def schemas() -> Path:
    return Path(sys.prefix) / "share" / "jupyter" / "lab" / "schemas"


def test_jupyterlab_knows_every_setting_that_the_course_sets():
    overrides = read(LAB / "labconfig" / "default_setting_overrides.json")
    for plugin, settings in overrides.items():
        package, name = plugin.split(":")
        schema = json.loads((schemas() / package / f"{name}.json").read_text(encoding="utf-8"))
        assert set(settings) <= set(schema["properties"]), plugin


def test_the_button_the_key_and_the_menu_run_commands_that_are_there():
    extension = LAB / "labextensions" / "start-lesson"
    package = read(extension / "package.json")
    schema = read(extension / "schemas" / package["name"] / "plugin.json")
    start, *ways = [each["command"] for each in schema["jupyter.lab.toolbars"]["Notebook"]]
    [key] = schema["jupyter.lab.shortcuts"]
    script = (extension / "remoteEntry.js").read_text(encoding="utf-8")
    reading = (extension / "reading.js").read_text(encoding="utf-8")
    first, fresh = re.findall(r'addCommand\("([^"]+)"', script)
    assert start == key["command"] == first
    made = re.findall(r'addCommand\("([^"]+)"', reading)
    made += [f"{package['name']}:{name}" for name in re.findall(r'\badd\("(\w+)"', reading)]
    assert sorted(ways) == sorted(made)
    [menu] = schema["jupyter.lab.menus"]["main"]
    assert [each["command"] for each in menu["items"]] == [fresh]
    assert f'["{package["name"]}"] = {{' in script
    assert f'id: "{package["name"]}:plugin"' in script


def test_nothing_builds_parsers_while_jupyterlab_is_imported():
    """They were for addresses that no schema here asks for, and cost 1.3 s of each start."""
    code = "import sys, jupyterlab.labapp; print({'lark', 'rfc3987_syntax'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "set()\n"
