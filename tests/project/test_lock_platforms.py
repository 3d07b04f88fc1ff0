"""The lock files are true on every computer that the README promises: uv plans it for each."""

import os
import re
import tomllib

import pytest

from tools import lock, sample
from tools.install import LOCKS
from tools.lock import COMPUTERS, NOT_PROMISED, PYTHONS, ROOT, fault, faults

LEARNERS = ROOT / LOCKS["learner"]


def without(text, package):
    """Return a lock file without a package."""
    return re.sub(rf"^{re.escape(package)}.*?(?=^[a-z])", "", text, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def asked():
    """Ask uv; where the package index cannot be reached, skip, or fail where it is promised."""

    def ask(question, *given):
        try:
            return question(*given)
        except ConnectionError as problem:
            if os.environ.get("CI"):
                pytest.fail(str(problem))
            pytest.skip(str(problem))

    return ask


@pytest.mark.slow
def test_every_promised_computer_can_install_both(asked):
    assert asked(faults, ROOT, sample.drawn(COMPUTERS, "lock")) == []


@pytest.mark.slow
def test_a_package_that_only_one_kind_of_computer_needs_is_missed(asked, tmp_path):
    damaged = tmp_path / LEARNERS.name
    damaged.write_text(without(LEARNERS.read_text("utf-8"), "colorama=="), encoding="utf-8")
    assert "colorama" in asked(fault, damaged, "Windows", "3.12")
    assert asked(fault, damaged, "Linux", "3.12") == ""


@pytest.mark.slow
def test_a_package_without_a_wheel_for_a_computer_is_named(asked, tmp_path):
    text = without(LEARNERS.read_text("utf-8"), "argon2-cffi-bindings==25")
    newest = re.sub(r"^(argon2-cffi-bindings==\S+) ;.*?\\$", r"\1 \\", text, flags=re.MULTILINE)
    (tmp_path / LEARNERS.name).write_text(newest, encoding="utf-8")
    said = asked(fault, tmp_path / LEARNERS.name, "macOS on Intel", "3.14")
    assert re.search(r"macOS on Intel with Python 3\.14 .*argon2-cffi-bindings==26\S* has no", said)
    assert asked(fault, tmp_path / LEARNERS.name, "macOS", "3.14") == ""


def test_no_answer_is_no_fault_of_the_lock(monkeypatch):
    def call(*_, **__):
        return lock.subprocess.CompletedProcess([], 2, "", "error: Failed to fetch: `https://x/`")

    monkeypatch.setattr(lock.subprocess, "run", call)
    with pytest.raises(ConnectionError, match="gives no answer"):
        fault(LEARNERS, "Linux", "3.12")


def test_what_is_tried_is_what_is_promised():
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    first, last = PYTHONS[0], PYTHONS[-1]
    assert f"Python {first} to {last}" in readme
    after = f"{last.partition('.')[0]}.{int(last.partition('.')[2]) + 1}"
    assert project["requires-python"] == f">={first},<{after}"
    for name in ("Linux", "macOS", "Windows"):
        assert name in {each.partition(" ")[0] for each in COMPUTERS}
        assert name in readme
    for computer, python in NOT_PROMISED:
        assert f"{computer}, Python {python}" in readme
