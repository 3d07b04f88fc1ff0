"""start.py: what it installs, when it does so, and what it says when something is wrong."""

import ast
import errno
import importlib.util
import json
import os
import re
import socket
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("start", ROOT / "start.py")
start = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(start)

HASH = "sha256:" + "0" * 64
LOCK = f"""\
anyio==4.1 \\
    --hash={HASH} \\
    --hash={HASH}
    # via
    #   httpx
    #   web
appnope==1.0 ; sys_platform == 'darwin' \\
    --hash={HASH}
    # via web
checker==2.0 \\
    --hash={HASH}
    # via course (pyproject.toml)
httpx==0.28 \\
    --hash={HASH}
    # via checker
web==3.0 \\
    --hash={HASH}
    # via course (pyproject.toml)
"""
PROJECT = """\
[project]
dependencies = ["Web>=3,<4"]
optional-dependencies = { test = ["checker>=2"] }
"""


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A small course in a folder of its own, whose .venv is only pretended."""
    (tmp_path / "requirements.lock").write_text(LOCK, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(start, "venv_version", lambda _="sys": "3.11")
    start.site_packages("3.11").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def installs(monkeypatch):
    """The names of what was installed, one list for each time."""
    done = []
    monkeypatch.setattr(start, "install", lambda pins: done.append([pin.name for pin in pins]))
    return done


def one_sentence(text: str) -> bool:
    """Tell whether this is one line that begins and ends as a sentence does."""
    return "\n" not in text and text.endswith(".") and len(text) > 40 and ". " not in text


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


def here(pin) -> bool:
    """Tell whether the lock file means this package for this platform."""
    marker = re.match(r"\S+ ; (.+?) \\\n", pin.text)
    return not marker or Marker(marker.group(1)).evaluate()


def test_the_learner_gets_exactly_what_the_course_needs():
    main = start.main_packages(ROOT / "pyproject.toml")
    pins = start.learner_pins(start.read_lock(ROOT / "requirements.lock"), main)
    assert {pin.name for pin in pins if here(pin)} == installed_closure(main)
    assert not {"pytest", "mypy", "playwright", "scipy"} & {pin.name for pin in pins}


def test_the_tests_get_the_whole_lock_file_and_it_is_installed_here():
    pins = start.read_lock(ROOT / "requirements.lock")
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "".join(pin.text for pin in pins) == text
    for pin in filter(here, pins):
        assert pin.text.startswith(f"{pin.name}=={metadata.version(pin.name)} "), pin.name


def test_markers_and_hashes_are_kept(course):
    pins = start.learner_pins(start.read_lock(course / "requirements.lock"), {"web"})
    assert [pin.name for pin in pins] == ["anyio", "appnope", "web"]
    assert "appnope==1.0 ; sys_platform == 'darwin' \\\n    --hash=sha256:" in pins[1].text
    assert pins[0].text.count("--hash=") == 2


def test_the_names_in_pyproject_are_found_whatever_their_spelling(tmp_path):
    file = tmp_path / "pyproject.toml"
    file.write_text("[project]\ndependencies = ['A_b.C[x]>=1 ; os_name == \"nt\"', 'd']")
    assert start.main_packages(file) == {"a-b-c", "d"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        LOCK[:-1],
        LOCK[: LOCK.index("# via web")],
        LOCK.replace(f"    --hash={HASH}\n    # via checker\n", "    # via checker\n"),
        LOCK.replace(HASH, HASH[:-1], 1),
        "<<<<<<< HEAD\n" + LOCK,
    ],
    ids=["empty", "cut", "cut earlier", "no hash", "short hash", "merge conflict"],
)
def test_a_damaged_lock_file_is_named(tmp_path, text):
    file = tmp_path / "requirements.lock"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(start.Stop, match=r"requirements\.lock is missing or damaged") as problem:
        start.read_lock(file)
    assert one_sentence(str(problem.value))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(start.Stop, match=r"requirements\.lock is missing"):
        start.read_lock(tmp_path / "requirements.lock")
    with pytest.raises(start.Stop, match=r"pyproject\.toml is missing"):
        start.main_packages(tmp_path / "pyproject.toml")


def test_a_lock_file_older_than_pyproject_is_named(course):
    pins = start.read_lock(course / "requirements.lock")
    with pytest.raises(start.Stop, match="lacks newcomer, which") as problem:
        start.learner_pins(pins, {"web", "newcomer"})
    assert one_sentence(str(problem.value))


# When it is installed

LEARNER, TESTS = ["anyio", "appnope", "web"], ["anyio", "appnope", "checker", "httpx", "web"]


@pytest.mark.usefixtures("course")
def test_nothing_is_installed_twice(installs):
    for want in ("learner", "learner", "tests", "tests", "learner"):
        start.set_up(want)
    assert installs == [LEARNER, TESTS]


@pytest.mark.usefixtures("course")
def test_the_tests_packages_serve_the_learner_too(installs):
    start.set_up("tests")
    start.set_up("learner")
    assert installs == [TESTS]


def test_a_new_lock_file_is_installed(course, installs):
    start.set_up("learner")
    file = course / "requirements.lock"
    file.write_text(LOCK.replace("web==3.0", "web==3.1"), encoding="utf-8")
    start.set_up("learner")
    file.write_text(LOCK.replace("web==3.0", "web==3.1").replace("checker==2.0", "checker==2.1"))
    start.set_up("learner")  # what only the tests need does not matter here
    assert installs == [LEARNER, LEARNER]


@pytest.mark.usefixtures("course")
def test_another_python_is_noticed(installs, monkeypatch):
    start.set_up("learner")
    monkeypatch.setattr(start, "venv_version", lambda _="sys": "3.12")
    start.site_packages("3.12").mkdir(parents=True)
    start.set_up("learner")
    assert installs == [LEARNER, LEARNER]


def test_a_moved_folder_is_noticed(course, installs, monkeypatch):
    start.set_up("learner")
    moved = course.with_name("moved")
    course.rename(moved)
    monkeypatch.setattr(start, "ROOT", moved)
    monkeypatch.setattr(start, "VENV", moved / ".venv")
    start.set_up("learner")
    assert installs == [LEARNER, LEARNER]


def test_an_interrupted_run_does_not_count_as_done(course, installs, monkeypatch):
    start.set_up("learner")
    (course / "requirements.lock").write_text(LOCK.replace("web==3.0", "web==3.1"))

    def interrupted(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as during:
        during.setattr(start, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            start.set_up("learner")
    assert not start.state_file().exists()
    (course / "requirements.lock").write_text(LOCK)  # even if all is as it was before
    start.set_up("learner")
    assert installs == [LEARNER, LEARNER]


@pytest.mark.usefixtures("course", "installs")
def test_a_half_installed_package_is_installed_again():
    whole, half = (start.site_packages("3.11") / f"{name}-1.dist-info" for name in ("a", "b"))
    for folder in (whole, half):
        folder.mkdir()
        (folder / "METADATA").touch()
    (whole / "INSTALLER").touch()
    start.set_up("learner")
    assert whole.exists()
    assert not half.exists()


@pytest.mark.parametrize("text", ["", "[", "[1]", '"x"', '{"learner": "other"}'])
@pytest.mark.usefixtures("course")
def test_a_damaged_stamp_means_not_installed(installs, text):
    start.set_up("learner")
    start.state_file().write_text(text)
    start.set_up("learner")
    assert installs == [LEARNER, LEARNER]


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("usable", [{}, {"sys": "3.11"}], ids=["no Python", "no pip"])
def test_a_broken_venv_is_made_anew(installs, monkeypatch, usable):
    monkeypatch.setattr(start, "venv_version", lambda module="sys": usable.get(module))
    monkeypatch.setattr(start, "make_venv", lambda: installs.append("made") or "3.11")
    start.set_up("learner")
    assert installs == ["made", LEARNER]


def test_only_a_python_that_runs_counts(tmp_path, monkeypatch):
    monkeypatch.setattr(start, "VENV", tmp_path)
    assert start.venv_version() is None
    start.venv_python().parent.mkdir()
    start.venv_python().write_text("#!/bin/sh\nexit 1\n")
    start.venv_python().chmod(0o755)
    assert start.venv_version() is None
    start.venv_python().write_text("#!/bin/sh\necho 3.10\n")
    assert start.venv_version() is None
    start.venv_python().write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    assert start.venv_version() == "{}.{}".format(*sys.version_info)
    assert start.venv_version("no_such_module") is None


@pytest.mark.usefixtures("installs")
def test_the_course_is_importable_and_lab_has_its_settings(course):
    lab = course / "course_lib" / "lab"
    (lab / "start-lesson").mkdir(parents=True)
    (lab / "overrides.json").write_text("1")
    (lab / "start-lesson" / "package.json").write_text("2")
    start.set_up("learner")
    site = start.site_packages("3.11")
    path = (site / "course.pth").read_text().strip()
    assert (site / path).resolve() == course
    (lab / "overrides.json").write_text("3")
    start.set_up("learner")
    share = course / ".venv" / "share" / "jupyter"
    assert (share / "lab" / "settings" / "overrides.json").read_text() == "3"
    assert (share / "labextensions" / "start-lesson" / "package.json").read_text() == "2"


# What is said when something is wrong


def test_any_python_from_3_8_can_read_the_file_and_it_needs_nothing_else():
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    assert {name.split(".")[0] for name in imported(ast.walk(tree))} <= sys.stdlib_module_names
    assert "tomllib" not in imported(tree.body)  # new in 3.11: only after the version is checked


def imported(nodes) -> set[str]:
    nodes = list(nodes)
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return {*plain, *(node.module for node in nodes if isinstance(node, ast.ImportFrom))}


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 15), (4, 0)])
def test_a_wrong_python_is_told(version):
    with pytest.raises(start.Stop, match=f"This is Python {version[0]}.{version[1]}, ") as problem:
        start.check_python(version)
    assert ("too old" in str(problem.value)) == (version < (3, 11))


def test_the_pythons_are_those_of_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    allowed = SpecifierSet(project["requires-python"])
    for minor in range(8, 20):
        try:
            start.check_python((3, minor))
        except start.Stop:
            assert f"3.{minor}" not in allowed
        else:
            assert f"3.{minor}" in allowed


@pytest.mark.usefixtures("course")
def test_a_missing_venv_module_is_told(monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else find(name)
    )
    with pytest.raises(start.Stop, match="python3-venv") as problem:
        start.make_venv()
    assert one_sentence(str(problem.value))


SAID = {
    "connect this computer": (
        "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by "
        "'NewConnectionError(': Failed to establish a new connection: [Errno -3] Temporary "
        "failure in name resolution')': /simple/anyio/\n"
        "ERROR: Could not find a version that satisfies the requirement anyio==4.16.0\n"
        "ERROR: No matching distribution found for anyio==4.16.0"
    ),
    "own certificate": (
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'SSLError("
        "SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed"
    ),
    "no ready-made package psutil==7.2.2": (
        "ERROR: Could not find a version that satisfies the requirement psutil==7.2.2\n"
        "ERROR: No matching distribution found for psutil==7.2.2 (from -r x)"
    ),
    "disk is full": (
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
    ),
    "may not be written": (
        "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/x'"
    ),
    "not the one that requirements.lock names": (
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have"
    ),
    r"failed \(ERROR: something new\)": "Collecting x\nERROR: something new",
    r"failed \(\)": "",
}


@pytest.mark.parametrize(("expected", "said"), SAID.items())
@pytest.mark.usefixtures("course")
def test_what_pip_says_is_told_in_one_sentence(expected, said):
    sentence = start.explain(said)
    assert re.search(expected, sentence)
    assert one_sentence(sentence)


@pytest.mark.usefixtures("course")
def test_a_disk_too_full_for_any_message_is_told(monkeypatch):
    monkeypatch.setattr(start.shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
    assert "The disk is full" in start.explain("Command '...' returned non-zero exit status 1.")


def test_pip_stops_the_run_and_its_mirror_settings_are_kept(course, monkeypatch):
    commands = []

    def fail(*command):
        commands.append(command)
        return 1, "after connection broken by"

    monkeypatch.setattr(start, "quiet", fail)
    with pytest.raises(start.Stop, match="could not be reached"):
        start.install(start.read_lock(course / "requirements.lock"))
    assert len(commands) == 1
    assert {"--require-hashes", "--no-deps"} < set(commands[0])
    assert "--isolated" not in commands[0]


def test_a_full_disk_is_told_without_a_traceback(capsys, monkeypatch):
    def write(_):
        with Path("/dev/full").open("w") as full:
            full.write("x")

    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    monkeypatch.setattr(start, "run", write)
    assert start.main([]) == 1
    assert "The disk is full" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "may not be written"),
        (errno.EACCES, "may not be written"),
        (errno.EIO, "could not be used"),
    ],
)
def test_errors_of_the_system_are_told_in_one_sentence(number, expected):
    sentence = start.os_sentence(OSError(number, os.strerror(number), "/some/where"))
    assert expected in sentence
    assert "/some/where" in sentence
    assert one_sentence(sentence)


def test_ctrl_c_is_answered_politely(capsys, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "run", interrupted)
    assert start.main([]) == 1
    assert "safe to start again" in capsys.readouterr().out


def test_a_taken_port_is_told_before_anything_is_installed(capsys, monkeypatch):
    monkeypatch.setattr(start, "set_up", lambda _: pytest.fail("too late"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert start.main(["--port", str(port)]) == 1
    assert f"Port {port} cannot be used" in capsys.readouterr().err
    start.check_port(port)


def test_no_port_or_a_strange_one():
    start.check_port(None)
    with pytest.raises(start.Stop, match="Port 123456 cannot be used") as problem:
        start.check_port(123456)
    assert one_sentence(str(problem.value))


def test_an_unknown_option_is_told(capsys):
    with pytest.raises(SystemExit):
        start.main(["--prot=1"])
    assert "unknown option: --prot" in capsys.readouterr().err


@pytest.mark.usefixtures("course")
def test_a_course_without_lessons_is_told():
    with pytest.raises(start.Stop, match="There is no lesson in") as problem:
        start.open_course(None, browser=False)
    assert one_sentence(str(problem.value))


def test_a_server_that_ends_at_once_is_told(course):
    (course / "run").mkdir()
    server = subprocess.Popen([sys.executable, "-c", "pass"])
    with pytest.raises(start.Stop, match=r"did not start.*jupyterlab\.log"):
        start.wait_for_server(server, course / "run")
    start.close(server)


def test_the_address_is_read_once_it_is_written(course):
    (course / "run").mkdir()
    write = (
        "import pathlib, time; file = pathlib.Path('jpserver-1.json'); file.write_text('{\"ur');"
        'time.sleep(0.3); file.write_text(\'{"url": "x"}\'); time.sleep(30)'
    )
    server = subprocess.Popen([sys.executable, "-c", write], cwd=course / "run")
    try:
        assert start.wait_for_server(server, course / "run") == {"url": "x"}
    finally:
        start.close(server)
    assert server.returncode


# The rest


@pytest.mark.parametrize("screen", [True, False])
def test_progress_is_one_line_on_a_screen_and_few_elsewhere(capsys, monkeypatch, screen):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: screen)
    monkeypatch.setattr(start, "quiet", lambda *_: (0, ""))
    monkeypatch.setattr(Path, "write_text", lambda *_, **__: None)
    start.install([start.Pin(f"package{n}", set(), "") for n in range(113)])
    said = capsys.readouterr().out
    assert "[100/113] package100" in said
    assert said.rstrip().endswith("[113/113] done")
    assert said.count("\n") == (2 if screen else 8)
    assert ("\r" in said) == screen


@pytest.mark.usefixtures("course")
def test_other_settings_stay_out_and_pip_keeps_its_own(monkeypatch):
    foreign = ["JUPYTER_PATH", "PYTHONPATH", "PYTHONSTARTUP", "IPYTHON_X"]
    foreign += [f"PIP_{name}" for name in ("TARGET", "PYTHON", "USER", "NO_DEPS", "A_NEW_ONE")]
    for name in (*foreign, "PIP_CERT", "PIP_INDEX_URL", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "/elsewhere")
    environment = start.clean_environment()
    assert not set(foreign) & set(environment)
    assert {environment[name] for name in ("PIP_CERT", "PIP_INDEX_URL", "HTTPS_PROXY")} == {
        "/elsewhere"
    }
    places = [text for name, text in environment.items() if re.match("JUPYTER.*DIR|IPYTHON", name)]
    assert len(places) == 6
    assert all(text.startswith(str(start.VENV)) for text in places)


def test_notebooks_are_signed_only_when_they_changed(course, monkeypatch):
    calls = []
    monkeypatch.setattr(start, "quiet", lambda *command: calls.append(command) or (0, ""))
    notebooks = course / "notebooks"
    (notebooks / ".ipynb_checkpoints").mkdir(parents=True)
    for name in ("01_a.ipynb", ".ipynb_checkpoints/01_a-checkpoint.ipynb"):
        (notebooks / name).touch()
    start.write_state({"learner": "x"})
    start.trust(notebooks)
    start.trust(notebooks)
    assert [command[3:] for command in calls] == [(notebooks / "01_a.ipynb",)]
    assert start.read_state()["learner"] == "x"
    os.utime(notebooks / "01_a.ipynb", ns=(0, 0))
    start.trust(notebooks)
    assert len(calls) == 2


@pytest.mark.parametrize(
    ("command", "module", "want"),
    [
        ("site", "course_lib.site", "learner"),
        ("check", "tools.check", "learner"),
        ("test", "tools.test", "tests"),
        ("bench", "tools.bench", "tests"),
    ],
)
def test_a_command_sets_up_and_passes_its_options_on(monkeypatch, command, module, want):
    calls = []
    monkeypatch.setattr(start, "set_up", calls.append)
    monkeypatch.setattr(start, "call", lambda module: calls.append(module) or 7)
    assert start.main([command, "--json", "x"]) == 7
    assert calls == [want, [module, "--json", "x"]]


def schemas() -> Path:
    return Path(sys.prefix) / "share" / "jupyter" / "lab" / "schemas"


def test_jupyterlab_knows_every_setting_that_the_course_sets():
    overrides = json.loads((ROOT / "course_lib/lab/overrides.json").read_text(encoding="utf-8"))
    for plugin, settings in overrides.items():
        package, name = plugin.split(":")
        schema = json.loads((schemas() / package / f"{name}.json").read_text(encoding="utf-8"))
        assert set(settings) <= set(schema["properties"]), plugin


def test_the_button_and_the_key_run_the_command_that_is_there():
    lab = ROOT / "course_lib" / "lab"
    overrides = json.loads((lab / "overrides.json").read_text(encoding="utf-8"))
    [button] = overrides["@jupyterlab/notebook-extension:panel"]["toolbar"]
    [key] = overrides["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    script = (lab / "start-lesson" / "remoteEntry.js").read_text(encoding="utf-8")
    [command] = re.findall(r'addCommand\("([^"]+)"', script)
    assert button["command"] == key["command"] == command
    package = json.loads((lab / "start-lesson" / "package.json").read_text(encoding="utf-8"))
    assert f'["{package["name"]}"] = {{' in script
