"""What is installed, when that is done, and what is said when it fails."""

import errno
import importlib.util
import json
import os
import re
import subprocess
import sys
import time
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from setting_up import lock, one_sentence

from tools import install, own_python
from tools.install import LOCKS

ROOT = Path(__file__).parents[2]


# What is installed


def installed_closure(names: set[str]) -> set[str]:
    """Return all that the installed packages of these names say they need, on this platform."""
    found, todo = set(), [Requirement(name) for name in names]
    while todo:
        wanted = todo.pop()
        key = (canonicalize_name(wanted.name), frozenset(wanted.extras))
        if key in found:
            continue
        found.add(key)
        for line in metadata.requires(wanted.name) or []:
            need = Requirement(line)
            extras = wanted.extras or {""}
            if not need.marker or any(need.marker.evaluate({"extra": extra}) for extra in extras):
                todo.append(need)
    return {name for name, _ in found}


def wanted(name):
    """Return names and versions of the packages that a lock file means for this platform."""
    text = install.read_lock(ROOT / name)
    lines = re.findall(r"^([a-z0-9.-]+)==(\S+)(?: ; (.+?))? \\$", text, re.MULTILINE)
    return {each: version for each, version, mark in lines if not mark or Marker(mark).evaluate()}


def test_the_learner_gets_exactly_what_the_course_needs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {Requirement(line).name for line in project["dependencies"]}
    assert set(wanted(LOCKS["learner"])) == installed_closure(names)
    assert not {"pytest", "mypy", "playwright", "scipy"} & set(wanted(LOCKS["learner"]))


def test_the_tests_get_the_same_and_more_and_it_is_installed_here():
    found = wanted(LOCKS["tests"])
    assert wanted(LOCKS["learner"]).items() < found.items()
    for name, version in found.items():
        assert metadata.version(name) == version, name


@pytest.mark.parametrize("name", LOCKS.values())
def test_every_package_has_a_hash(name):
    blocks = re.split(r"^(?=[a-z0-9])", install.read_lock(ROOT / name), flags=re.MULTILINE)[1:]
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", block) for block in blocks)


@pytest.mark.parametrize("text", [None, "", b"\xff", "cut", "cut earlier"])
def test_a_missing_or_damaged_lock_file_is_named(tmp_path, text):
    file, whole = tmp_path / "requirements.lock", lock("a==1", "b==2")
    damaged = {"cut": whole[:-1], "cut earlier": whole[whole.index("b==") :]}
    if isinstance(text, bytes):
        file.write_bytes(text)
    elif text is not None:
        file.write_text(damaged.get(text, text))
    with pytest.raises(own_python.Stop, match=r"lock is missing or damaged") as problem:
        install.read_lock(file)
    assert one_sentence(str(problem.value))


# When it is installed

LEARNER, TESTS = "requirements.lock", "requirements-tests.lock"


@pytest.mark.usefixtures("course")
def test_nothing_is_installed_twice(installs):
    for want in ("learner", "learner", "tests", "tests", "learner"):
        install.set_up(want)
    assert installs == [LEARNER, TESTS]


@pytest.mark.usefixtures("course")
def test_the_tests_packages_serve_the_learner_too(installs):
    install.set_up("tests")
    install.set_up("learner")
    assert installs == [TESTS]


def test_a_new_lock_file_is_installed(course, installs):
    install.set_up("learner")
    file = course / "requirements.lock"
    file.write_text(lock("web==3.1"))
    install.set_up("learner")
    (course / TESTS).write_text(lock("web==3.1", "checker==2.1"))
    install.set_up("learner")  # what only the tests need does not matter here
    assert installs == [LEARNER, LEARNER]


@pytest.mark.usefixtures("course")
def test_another_python_is_noticed(installs, monkeypatch):
    install.set_up("learner")
    monkeypatch.setattr(install, "venv_version", lambda _="sys": "3.12")
    own_python.site_packages("3.12").mkdir(parents=True)
    install.set_up("learner")
    assert installs == [LEARNER, LEARNER]


def test_a_moved_folder_is_noticed(course, installs, monkeypatch):
    install.set_up("learner")
    moved = course.with_name("moved")
    course.rename(moved)
    monkeypatch.setattr(own_python, "ROOT", moved)
    monkeypatch.setattr(own_python, "VENV", moved / ".venv")
    install.set_up("learner")
    assert installs == [LEARNER, LEARNER]


def test_an_interrupted_run_does_not_count_as_done(course, installs, monkeypatch):
    install.set_up("learner")
    before = (course / LEARNER).read_text()
    (course / LEARNER).write_text(lock("web==3.1"))

    def interrupted(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as during:
        during.setattr(install, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            install.set_up("learner")
    assert not own_python.state_file().exists()
    (course / LEARNER).write_text(before)  # even if all is as it was before
    install.set_up("learner")
    assert installs == [LEARNER, LEARNER]


@pytest.mark.usefixtures("course", "installs")
def test_a_half_installed_package_is_installed_again():
    whole, half = (own_python.site_packages("3.11") / f"{name}-1.dist-info" for name in ("a", "b"))
    for folder in (whole, half):
        folder.mkdir()
        (folder / "METADATA").touch()
    (whole / "INSTALLER").touch()
    install.set_up("learner")
    assert whole.exists()
    assert not half.exists()


@pytest.mark.parametrize("text", ["", "[", "[1]", '"x"', '{"learner": "other"}'])
@pytest.mark.usefixtures("course")
def test_a_damaged_stamp_means_not_installed(installs, text):
    install.set_up("learner")
    own_python.state_file().write_text(text)
    install.set_up("learner")
    assert installs == [LEARNER, LEARNER]


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("usable", [{}, {"sys": "3.11"}], ids=["no Python", "no pip"])
def test_a_broken_venv_is_made_anew(installs, monkeypatch, usable):
    monkeypatch.setattr(install, "venv_version", lambda module="sys": usable.get(module))
    monkeypatch.setattr(install, "make_venv", lambda: installs.append("made") or "3.11")
    install.set_up("learner")
    assert installs == ["made", LEARNER]


def test_only_a_python_that_runs_counts(tmp_path, monkeypatch):
    monkeypatch.setattr(own_python, "VENV", tmp_path)
    assert own_python.venv_version() is None
    own_python.venv_python().parent.mkdir()
    own_python.venv_python().write_text("#!/bin/sh\nexit 1\n")
    own_python.venv_python().chmod(0o755)
    assert own_python.venv_version() is None
    own_python.venv_python().write_text("#!/bin/sh\necho 3.10\n")
    assert own_python.venv_version() is None
    own_python.venv_python().write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    assert own_python.venv_version() == "{}.{}".format(*sys.version_info)
    assert own_python.venv_version("no_such_module") is None


@pytest.mark.usefixtures("installs")
def test_the_course_is_importable_and_nothing_of_it_is_copied(course):
    (course / "course_lib" / "lab").mkdir(parents=True)
    install.set_up("learner")
    site = own_python.site_packages("3.11")
    path = (site / "course.pth").read_text().strip()
    assert (site / path).resolve() == course
    environment = own_python.clean_environment()
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH"):
        assert environment[name] == str(course / "course_lib" / "lab")


TWO_STARTS = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tools import install, own_python

own_python.ROOT = Path(sys.argv[2])
own_python.VENV = own_python.ROOT / ".venv"
install.venv_version = own_python.venv_version = lambda _="sys": "3.11"

def slow(lock):
    with (own_python.ROOT / "done").open("a") as file:
        file.write("begun\\n")
        file.flush()
        time.sleep(1.5)
        file.write("ended\\n")

install.install = slow
install.set_up("learner")
"""


def test_two_first_starts_wait_for_each_other(course):
    command = [sys.executable, "-c", TWO_STARTS, ROOT, course]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [each.communicate(timeout=30)[0] for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert (course / "done").read_text().split() == ["begun", "ended"]
    assert sum("waiting for it" in each for each in said) == 1


def test_a_start_that_was_killed_keeps_nobody_waiting(course):
    command = [sys.executable, "-c", TWO_STARTS, ROOT, course]
    first = subprocess.Popen(command)
    until = time.monotonic() + 20
    while not (course / "done").exists() and time.monotonic() < until:
        time.sleep(0.05)
    first.kill()
    first.wait()
    assert subprocess.run(command, check=False, timeout=30).returncode == 0


@pytest.mark.usefixtures("course")
@pytest.mark.skipif(os.name == "nt", reason="locks of another kind")
def test_a_folder_that_knows_no_locks_keeps_nobody_waiting(installs, monkeypatch):
    import fcntl  # noqa: PLC0415 - not on Windows

    def unknown(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    monkeypatch.setattr(install.time, "sleep", lambda _: pytest.fail("would wait for ever"))
    install.set_up("learner")
    assert installs == [LEARNER]


# How it is installed


FAKE_PIP = """#!{python}
import sys
if "config" in sys.argv:
    print("global.index-url='https://mirror.example/simple'")
    print("install.target='/elsewhere'")
    sys.exit()
import json, os
with open({log!r}, "w") as file:
    json.dump([sys.argv, dict(os.environ)], file)
for name in ("anyio", "web"):
    print("Collecting " + name + "==1 (from -r x)")
print("Installing collected packages: anyio, web")
print({says!r})
sys.exit({code})
"""


@pytest.fixture
def pip(course):
    """A pip that only pretends; gives what it was asked, and is told what to say."""
    log = course / "asked.json"

    def pretend(says="", code=0):
        program = own_python.venv_python()
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(
            FAKE_PIP.format(python=sys.executable, log=str(log), says=says, code=code)
        )
        program.chmod(0o755)
        return lambda: json.loads(log.read_text())

    return pretend


def test_pip_checks_hashes_and_puts_packages_nowhere_else(pip, course, monkeypatch):
    asked = pip()
    for name in own_python.PIP_MAY:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_CERT", "/a/certificate")
    install.install(course / "requirements.lock")
    arguments, environment = asked()
    assert {"--require-hashes", "--no-deps", str(course / "requirements.lock")} <= set(arguments)
    settings = {name: text for name, text in environment.items() if name.startswith("PIP_")}
    assert settings == {
        "PIP_INDEX_URL": "https://mirror.example/simple",
        "PIP_CERT": "/a/certificate",
        "PIP_CONFIG_FILE": os.devnull,
    }


def test_packages_that_are_there_or_not_for_this_system_count_too(pip, course, monkeypatch):
    pip(
        "Ignoring appnope: markers 'sys_platform == \"darwin\"' don't match your environment\n"
        "Requirement already satisfied: checker==2 in /x (from -r x)"
    )
    names = ("anyio", "appnope", "checker", "web")
    (course / "requirements.lock").write_text(lock(*(f"{name}==1" for name in names)))
    seen = []
    monkeypatch.setattr(install, "show", lambda *told: seen.append(told))
    install.install(course / "requirements.lock")
    counted = {name: done for done, _, name in seen}
    assert [counted[name] for name in ("anyio", "web", "appnope", "checker")] == [0, 1, 2, 3]


def test_what_pip_cannot_do_stops_the_run(pip, course):
    pip("WARNING: Retrying after connection broken by x", 1)
    with pytest.raises(own_python.Stop, match="could not be reached"):
        install.install(course / "requirements.lock")


@pytest.mark.parametrize("screen", [True, False])
def test_progress_is_one_line_on_a_screen_and_few_elsewhere(capsys, monkeypatch, screen):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: screen)
    for n in range(113):
        install.show(n, 113, f"package{n}")
    install.show(113, 113, "done\n" if screen else "done")
    said = capsys.readouterr().out
    assert "[100/113] package100" in said
    assert said.rstrip().endswith("[113/113] done")
    assert said.count("\n") == (1 if screen else 7)
    assert ("\r" in said) == screen


@pytest.mark.usefixtures("course")
def test_a_missing_venv_module_is_told(monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name)
    )
    with pytest.raises(own_python.Stop, match="python3-venv") as problem:
        install.make_venv()
    assert one_sentence(str(problem.value))
