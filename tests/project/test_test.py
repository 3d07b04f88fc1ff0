"""The test command: every check runs, and what failed is named."""

import subprocess

import pytest

from tools import test as command


@pytest.mark.parametrize("failing", [None, "a", "pytest"])
def test_every_check_runs_even_if_one_fails(capsys, monkeypatch, failing):
    monkeypatch.setattr(command, "CHECKS", {"Check A": ["a"], "Check B": ["b"]})
    monkeypatch.setattr(command, "exists", lambda _: True)
    monkeypatch.setattr(
        command,
        "run_one",
        lambda title, what: command.Outcome(
            title, int(what[0] == failing), 0.1, f"said by {title}"
        ),
    )
    called = []
    monkeypatch.setattr(
        subprocess, "call", lambda what, **_: called.append(what) or int(failing == "pytest")
    )
    assert command.main(["-k", "x"]) == (failing is not None)
    said = capsys.readouterr().out
    assert called[0][-2:] == ["-k", "x"]
    assert "Check A" in said
    assert "Check B" in said
    assert ("said by Check A" in said) == (failing == "a")
    assert ("Everything passed." in said) == (failing is None)
    wanted = {"a": "Failed: Check A", "pytest": "Failed: Tests (pytest)"}
    assert failing is None or wanted[failing] in said


def test_long_is_said_to_the_tests(monkeypatch):
    monkeypatch.setattr(command, "CHECKS", {})
    monkeypatch.setattr(command.os, "environ", {"COURSE_SAMPLE": "1"})
    monkeypatch.setattr(subprocess, "call", lambda *_, **__: 0)
    assert command.main(["--long"]) == 0
    assert command.os.environ["COURSE_LONG"] == "1"
    assert "COURSE_SAMPLE" not in command.os.environ
