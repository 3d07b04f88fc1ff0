"""What went wrong while packages were installed, in one sentence. Standard library only."""

from __future__ import annotations

import errno
import re
import shutil
import sys

from tools import own_python

TROUBLES = {  # what pip or venv says: what the learner is told
    r"No space left on device|Disk quota exceeded|Errno 28\b": (
        "The disk is full, so {venv} could not be filled: free about 1 GB and start again."
    ),
    r"Permission denied|Read-only file system": (
        "{venv} may not be written: move the course to a folder of your own and start again."
    ),
    r"DO NOT MATCH THE HASHES": (
        "A downloaded package is not the one that the course names, so it was not "
        "installed: start again, and if it happens again, use another network."
    ),
    r"Invalid requirement|In --require-hashes mode": (
        "A list of packages in {root} is damaged: fetch a fresh copy of the course."
    ),
    r"CERTIFICATE_VERIFY_FAILED": (
        "The package server could not be trusted, because this network puts its own certificate "
        "in between: use another network, or ask its owner how to set pip's option 'cert'."
    ),
    r"after connection broken by|ConnectionError|ReadTimeout|ConnectTimeout": (
        "The package server could not be reached: connect this computer to the internet (needed "
        "only the first time) and start again."
    ),
    r"No matching distribution found for (\S+)": (
        "There is no ready-made package {name} for this kind of computer and Python {python}: "
        "start the course with another Python from 3.11 to 3.14, in its 64-bit version."
    ),
}


def explain(said: str) -> str:
    """Turn what pip or venv said into one sentence."""
    python = ".".join(map(str, sys.version_info[:2]))
    if shutil.disk_usage(own_python.ROOT).free < 20 * 2**20:
        said += "No space left on device"  # not always said, when there is not even room for that
    for pattern, sentence in TROUBLES.items():
        found = re.search(pattern, said)
        if found:
            name = found.group(found.lastindex or 0)
            return sentence.format(
                root=own_python.ROOT, venv=own_python.VENV, python=python, name=name
            )
    last = said.rsplit("\n", maxsplit=1)[-1].strip()
    return f"Setting up {own_python.VENV} failed ({last}): delete that folder and start again."


def os_sentence(problem: OSError) -> str:
    """Turn an error of the operating system into one sentence."""
    where = problem.filename or own_python.ROOT
    if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk is full ({where} was not written): free about 1 GB and start again."
    if problem.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return (
            f"{where} may not be written: move the course to a folder of your own and start again."
        )
    return f"{where} could not be used ({problem.strerror}): put that right and start again."
