"""The lock files are the same whoever writes them, wherever: or a look would never find them so."""

import re
from pathlib import Path

import pytest

from tools import lock
from tools.install import LOCKS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def uv(tmp_path, monkeypatch):
    """A course whose uv pins one package, and says in a comment which file held it to that."""

    def call(command, **_):
        target = Path(command[command.index("--output-file") + 1])
        held = "--constraints" in command
        why = f"-c {command[command.index('--constraints') + 1]}" if held else "course"
        target.write_text(f"anyio==4.1 \\\n    --hash=sha256:0\n    # via {why}\n")
        return 0

    (tmp_path / lock.HUB).parent.mkdir(parents=True)
    monkeypatch.setattr(lock, "ROOT", tmp_path)
    monkeypatch.setattr(lock.subprocess, "call", call)
    return tmp_path


def test_what_was_written_is_found_up_to_date(uv, capsys):
    assert lock.main([]) == 0
    before = {name: (uv / name).read_text() for name in lock.ALL}
    assert lock.main(["--check"]) == 0
    assert capsys.readouterr().out.count("is up to date") == len(lock.ALL)
    assert before == {name: (uv / name).read_text() for name in lock.ALL}


def test_a_look_tells_what_is_out_of_date_and_writes_nothing(uv, capsys):
    lock.main([])
    (uv / LOCKS["tests"]).write_text("old\n")
    assert lock.main(["--check"]) == 1
    assert f"{LOCKS['tests']} is out of date: run python -m tools.lock." in capsys.readouterr().out
    assert (uv / LOCKS["tests"]).read_text() == "old\n"


def test_nothing_is_written_if_uv_cannot(uv, capsys, monkeypatch):
    monkeypatch.setattr(lock.subprocess, "call", lambda *_, **__: 2)
    assert lock.main([]) == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert not [path for path in uv.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", lock.ALL)
def test_no_lock_file_names_a_folder_of_who_wrote_it(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not [
        line
        for line in text.splitlines()
        if " -c " in line and line.split()[-1] not in (LOCKS["learner"], "(workspace)")
    ]


def test_what_is_locked_is_installed_as_locked():
    """Else pip 23.0 finds a newer one of what a package asks for with an extra, and stops."""
    places = ("*.md", "docs/*.md", "deploy/*/*.md", ".binder/*")
    told = [
        command
        for path in (each for place in places for each in ROOT.glob(place))
        for command in re.findall(r"pip install[^`\n]*\.lock", path.read_text("utf-8"))
    ]
    assert told
    assert not [command for command in told if "--no-deps" not in command]
