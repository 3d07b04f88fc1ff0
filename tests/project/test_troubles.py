"""What pip, venv and the system say, in one sentence for a learner."""

import errno
import os
import re
from types import SimpleNamespace

import pytest
from setting_up import one_sentence

from tools import troubles

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
    "not the one that the course names": (
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have"
    ),
    r"failed \(ERROR: something new\)": "Collecting x\nERROR: something new",
    r"failed \(\)": "",
}


@pytest.mark.parametrize(("expected", "said"), SAID.items())
@pytest.mark.usefixtures("course")
def test_what_pip_says_is_told_in_one_sentence(expected, said):
    sentence = troubles.explain(said)
    assert re.search(expected, sentence)
    assert one_sentence(sentence)


@pytest.mark.usefixtures("course")
def test_a_disk_too_full_for_any_message_is_told(monkeypatch):
    monkeypatch.setattr(troubles.shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
    assert "The disk is full" in troubles.explain("Command '...' returned non-zero exit status 1.")


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
    sentence = troubles.os_sentence(OSError(number, os.strerror(number), "/some/where"))
    assert expected in sentence
    assert "/some/where" in sentence
    assert one_sentence(sentence)
