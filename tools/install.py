"""Install the course's packages into ``.venv``. Standard library only."""

from __future__ import annotations

import ast
import errno
import filecmp
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from tools import own_python
from tools.own_python import Stop, quiet, venv_python, venv_version
from tools.troubles import explain
from tools.whole import whole_lessons

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Who reads or teaches needs the first; who changes the course, the second, which holds both.
LOCKS = {"learner": "requirements.lock", "tests": "requirements-tests.lock"}
_PACKAGE = re.compile(r"^([a-z0-9.-]+)==", re.MULTILINE)
_END = re.compile(r"^# The end: (\d+) packages\.\n\Z", re.MULTILINE)
#: What pip says of each package: it is fetched, is there already, or is not for this system.
_SEEN = re.compile(r"(?:Collecting |Requirement already satisfied: |Ignoring )([\w.-]+)")
_OPTIONS = ("--no-user", "--no-input", "--no-deps", "--require-hashes", "--only-binary=:all:")


def set_up(want: str) -> None:
    """Make ``.venv`` ready for a "learner" or for "tests", installing only if it is not yet."""
    if not is_ready(want):
        with alone():
            if not is_ready(want):  # another start may have done it meanwhile
                make_ready(want)
    lend_fresh_lessons(own_python.VENV / "share/jupyter/labextensions/start-lesson/fresh")


def is_ready(want: str) -> bool:
    """Return whether just these packages are completely installed."""
    return own_python.read_state().get(want) == stamp(want, venv_version())


def make_ready(want: str) -> None:
    """Install packages, and note when all of them are there."""
    version = venv_version("pip") or make_venv()
    own_python.state_file().unlink(missing_ok=True)
    site = own_python.site_packages(version)
    forget_half_installed(site)
    install(own_python.ROOT / LOCKS[want])
    path = os.path.relpath(own_python.ROOT, site)  # a relative path is safe in any alphabet
    (site / "course.pth").write_text(path + "\n", encoding="ascii")
    done = LOCKS if want == "tests" else [want]
    own_python.write_state({name: stamp(name, version) for name in done})


def lend_fresh_lessons(folder: Path) -> None:
    """Keep a copy of each lesson that is as it was shipped, to bring it back from.

    A lesson that was damaged meanwhile does not take the place of its copy.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for lesson in whole_lessons(own_python.ROOT / "notebooks"):
        copy(lesson, folder / lesson.name)


def copy(source: Path, target: Path) -> None:
    """Copy a file, unless it is there already: another start may be reading it."""
    if not (target.exists() and filecmp.cmp(source, target, shallow=False)):
        shutil.copyfile(source, target)


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other start of the course installs packages, and keep others waiting.

    The system lets go of the lock when a start ends in whatever way.
    """
    with (own_python.ROOT / ".setting-up").open("a+b") as file:
        if not _locked(file):
            print("Another start of the course is installing packages; waiting for it ...")
            while not _locked(file):
                time.sleep(0.3)
        yield


def _locked(file: BinaryIO) -> bool:
    """Try to get the lock on a file; return whether nobody else has it."""
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 - on Windows only

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:  # held by another start; some network folders know no locks at all
        return error.errno not in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
    return True


def read_lock(path: Path) -> str:
    """Return a lock file's text, if all of it is there."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        text = ""
    end = _END.search(text)
    if not end or int(end[1]) != len(_PACKAGE.findall(text)):
        raise Stop(f"{path} is missing or damaged: fetch a fresh copy of the course.")
    return text


def stamp(want: str, version: str | None) -> str:
    """Return what tells these packages, for this Python in this folder, from any other."""
    text = f"{version} {own_python.ROOT} {read_lock(own_python.ROOT / LOCKS[want])}"
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def install(lock: Path) -> None:
    """Install exactly the packages of a lock file, hashes checked, showing how far it is."""
    print("Installing packages (only this once; it may take some minutes) ...")
    total, done, said = len(_PACKAGE.findall(read_lock(lock))), 0, []
    process = subprocess.Popen(
        [venv_python(), "-m", "pip", "install", *_OPTIONS, "-r", lock],
        env={**own_python.clean_environment(), **pip_settings()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with process:
        for line in process.stdout:  # type: ignore[union-attr]
            said.append(line.decode(errors="replace"))
            if found := _SEEN.match(said[-1]):
                show(done, total, found[1])
                done += 1
            elif said[-1].startswith("Installing collected packages"):
                show(done, total, "putting them in place")
    if process.returncode:
        raise Stop(explain("".join(said).strip()))
    show(total, total, "done\n" if sys.stdout.isatty() else "done")


def pip_settings() -> dict[str, str]:
    """Return where packages come from, as pip's own files say, without where they would go to."""
    _, listed = quiet(venv_python(), "-m", "pip", "config", "list")
    found = re.findall(r"^(?:global|install)\.([a-z-]+)=(.+)$", listed, re.MULTILINE)
    named = {f"PIP_{key.upper().replace('-', '_')}": ast.literal_eval(text) for key, text in found}
    kept = {name: text for name, text in named.items() if name in own_python.PIP_MAY}
    return {**kept, **own_python.pip_environment(), "PIP_CONFIG_FILE": os.devnull}


def make_venv() -> str:
    """Make ``.venv`` anew and return the version of its Python."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise Stop(
            "This Python lacks its 'venv' module: install that (on Debian or Ubuntu: "
            "sudo apt install python3-venv) and start again."
        )
    print("Making a private folder for packages, .venv ...")
    own_python.VENV.mkdir(exist_ok=True)
    _, said = quiet(sys.executable, "-m", "venv", "--clear", own_python.VENV)
    version = venv_version("pip")
    if version is None:
        raise Stop(explain(said))
    return version


def forget_half_installed(site: Path) -> None:
    """Make pip install again what it was interrupted in: its file INSTALLER comes last."""
    for package in site.glob("*.dist-info"):
        if not (package / "INSTALLER").exists():
            shutil.rmtree(package)


def show(done: int, total: int, name: str) -> None:
    """Show a counter: always on one line of a screen; elsewhere, only some lines of it."""
    text = f"  [{done:3}/{total}] {name}"
    if sys.stdout.isatty():
        print(f"\r{text:50}", end="", flush=True)
    elif done % 20 == 0 or done == total:
        print(text)
