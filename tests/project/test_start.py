"""start.py: its commands, and what it says when something is wrong."""

import ast
import importlib.util
import re
import socket
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from tools import install, opening, own_python

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("start", ROOT / "start.py")
start = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(start)


def imported(path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module.split(".")[0])
    return found


def test_any_python_from_3_8_can_read_the_file_and_it_needs_nothing_else():
    text = (ROOT / "start.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 8))
    first = {
        alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names
    }
    assert first <= {"argparse", "io", "sys"}  # the rest comes after the version is checked
    assert len(text.splitlines()) < 300


@pytest.mark.parametrize("name", ["own_python", "install", "opening", "troubles"])
def test_setting_up_needs_nothing_that_is_not_there_before_it(name):
    assert imported(ROOT / "tools" / f"{name}.py") <= {*sys.stdlib_module_names, "tools"}


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 15), (4, 0)])
def test_a_wrong_python_is_told(version, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (*version, 0))
    assert start.main([]) == 1
    said = capsys.readouterr().err.strip()
    assert said.startswith(f"This is Python {version[0]}.{version[1]}, ")
    assert ("too old" in said) == (version < (3, 11))


def test_the_pythons_are_those_of_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    allowed = SpecifierSet(project["requires-python"])
    assert (start.OLDEST, start.TOO_NEW) == (own_python.OLDEST, own_python.TOO_NEW)
    for minor in range(8, 20):
        assert (f"3.{minor}" in allowed) == (not start.wrong_python((3, minor)))


def test_an_author_may_change_lessons_and_nobody_else(monkeypatch):
    asked = []
    monkeypatch.setattr(install, "set_up", lambda _: None)
    monkeypatch.setattr(opening, "open_course", lambda *_, **options: asked.append(options) or 0)
    start.main(["--author", "--no-browser"])
    start.main([])
    assert [each["author"] for each in asked] == [True, False]
    monkeypatch.setenv("COURSE_AUTHOR", "1")
    assert "COURSE_AUTHOR" not in own_python.clean_environment()


def test_a_full_disk_is_told_without_a_traceback(capsys, monkeypatch):
    def write(_):
        with Path("/dev/full").open("w") as full:
            full.write("x")

    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    monkeypatch.setattr(start, "run", write)
    assert start.main([]) == 1
    assert "The disk is full" in capsys.readouterr().err


def test_ctrl_c_is_answered_politely(capsys, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "run", interrupted)
    assert start.main([]) == 1
    assert "safe to start again" in capsys.readouterr().out


def test_a_taken_port_is_told_before_anything_is_installed(capsys, monkeypatch):
    monkeypatch.setattr(install, "set_up", lambda _: pytest.fail("too late"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert start.main(["--port", str(port)]) == 1
    assert f"Port {port} cannot be used" in capsys.readouterr().err
    opening.check_port(port)


def test_an_unknown_option_is_told(capsys):
    with pytest.raises(SystemExit):
        start.main(["--prot=1"])
    assert "unknown option: --prot" in capsys.readouterr().err


@pytest.mark.usefixtures("course")
def test_other_settings_stay_out_and_pip_keeps_its_own(monkeypatch):
    foreign = ["JUPYTER_NO_CONFIG", "PYTHONPATH", "PYTHONSTARTUP", "IPYTHON_X"]
    foreign += [f"PIP_{name}" for name in ("TARGET", "PYTHON", "USER", "NO_DEPS", "A_NEW_ONE")]
    for name in (*foreign, "JUPYTER_PATH", "PIP_CERT", "PIP_INDEX_URL", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "/elsewhere")
    environment = own_python.clean_environment()
    assert not set(foreign) & set(environment)
    assert environment["JUPYTER_PATH"] == str(own_python.ROOT / "course_lib" / "lab")
    assert {environment[name] for name in ("PIP_CERT", "PIP_INDEX_URL", "HTTPS_PROXY")} == {
        "/elsewhere"
    }
    places = [text for name, text in environment.items() if re.match("JUPYTER.*DIR|IPYTHON", name)]
    assert len(places) == 6
    assert all(text.startswith(str(own_python.VENV)) for text in places)


@pytest.mark.parametrize(
    ("command", "module", "want"),
    [
        ("site", "course_lib.site", "learner"),
        ("release", "tools.release", "learner"),
        ("check", "tools.check", "learner"),
        ("forget", "tools.forget", "learner"),
        ("test", "tools.test", "tests"),
        ("bench", "tools.bench", "tests"),
    ],
)
def test_a_command_sets_up_and_passes_its_options_on(monkeypatch, command, module, want):
    calls = []
    monkeypatch.setattr(install, "set_up", calls.append)
    monkeypatch.setattr(own_python, "call", lambda module: calls.append(module) or 7)
    assert start.main([command, "--json", "x"]) == 7
    assert calls == [want, [module, "--json", "x"]]
