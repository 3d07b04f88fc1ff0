"""``python -m tools.lock``: write the lock files from ``pyproject.toml``, with uv.

``requirements.lock`` is for who reads or teaches, ``requirements-tests.lock`` for who changes the
course, `HUB` for a hub on which a class learns; the others hold the first. Pins that still fit are
kept; ``--upgrade`` renews all of them. ``--check`` writes nothing and tells whether the files are
what would be written. They hold hashes, and no address of a package index, and end in a line by
which `tools.install` sees that all of a file is there. The first two serve each computer of
`COMPUTERS` and each Python of the course: ``--check-platforms`` lets uv try all of that, with the
wheels that each computer could install.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tools import stored
from tools.install import LOCKS
from tools.own_python import OLDEST, TOO_NEW

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parents[1]
COMPILE = [
    "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "--no-header",
    "--no-emit-index-url", "--quiet",
]  # fmt: skip
#: For Linux only; what it asks for beside the course stands in the file ``.in`` beside it.
HUB = "deploy/jupyterhub/requirements.lock"
ALL = (*LOCKS.values(), HUB)
#: Each computer that the course promises to work on, as uv names it.
COMPUTERS = {
    "Linux": "x86_64-unknown-linux-gnu",
    "Linux on ARM": "aarch64-unknown-linux-gnu",
    "macOS": "aarch64-apple-darwin",
    "macOS on Intel": "x86_64-apple-darwin",
    "Windows": "x86_64-pc-windows-msvc",
    "Windows on ARM": "aarch64-pc-windows-msvc",
}
PYTHONS = [f"{OLDEST[0]}.{minor}" for minor in range(OLDEST[1], TOO_NEW[1])]
#: Where some package has never had a wheel; the README says so.
NOT_PROMISED = {("Windows on ARM", "3.11")}
#: What uv says if it gets no answer from a package index, and not that something is missing.
_UNREACHED = ("Failed to fetch", "error sending request", "dns error")


def main(arguments: list[str] | None = None) -> int:
    """Write or compare the lock files and return the exit code."""
    parser = argparse.ArgumentParser(prog="tools.lock", description="Write the lock files.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest that fits")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument(
        "--check-platforms",
        action="store_true",
        help="try every computer and Python, write nothing",
    )
    options = parser.parse_args(arguments)
    if options.check_platforms:
        found = faults()
        print("\n".join(found) or "Every promised computer and Python can install both lock files.")
        return int(bool(found))
    upgrade = ["--upgrade"] if options.upgrade else []
    with TemporaryDirectory() as scratch:
        made = [Path(scratch) / name for name in ALL]
        within = [*upgrade, "--constraints", str(made[0])]
        wanted = (
            upgrade,
            [*within, "--all-extras"],
            [*within, str(Path(HUB).with_suffix(".in"))],
        )
        if not all(map(compiled, ALL, made, wanted)):
            print("Nothing was written: what uv says above tells why.", file=sys.stderr)
            return 1
        results = [
            stored.bring(
                ROOT / name,
                each.read_text(encoding="utf-8"),
                "tools.lock",
                only_look=options.check,
            )
            for name, each in zip(ALL, made, strict=True)
        ]
    return 0 if all(results) else 1


def compiled(name: str, target: Path, options: list[str]) -> bool:
    """Let uv write a lock file, beginning with the one there is; return whether it could."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if (ROOT / name).exists():
        shutil.copyfile(ROOT / name, target)  # uv keeps the pins that it finds there
    command = [sys.executable, "-m", "uv", *COMPILE, *options, "--output-file", str(target)]
    if subprocess.call(command, cwd=ROOT, stdout=subprocess.DEVNULL):
        return False
    text = target.read_text(encoding="utf-8")
    scratch = target.parents[name.count("/")]
    for folder in {str(scratch), scratch.as_posix()}:  # a new one each time
        text = text.replace(f"{folder}/", "").replace(f"{folder}\\", "")
    packages = len(re.findall(r"^[a-z0-9.-]+==", text, re.MULTILINE))
    target.write_text(f"{text}# The end: {packages} packages.\n", encoding="utf-8")
    return True


def faults(root: Path = ROOT, computers: Iterable[str] = tuple(COMPUTERS)) -> list[str]:
    """Return a sentence for each lock file that a promised computer and Python cannot install.

    Raises
    ------
    ConnectionError
        If the package index gives no answer.
    """
    wanted = [
        (name, computer, python)
        for name, computer, python in product(LOCKS.values(), computers, PYTHONS)
        if (computer, python) not in NOT_PROMISED
    ]
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda each: fault(root / each[0], *each[1:]), wanted))
    return [each for each in said if each]


def fault(lock: Path, computer: str, python: str) -> str:
    """Return why a computer with a Python cannot install a lock file, or nothing if it can.

    uv only plans: it evaluates the markers as that computer would, and looks for its wheels.
    """
    with TemporaryDirectory() as scratch:  # without the settings that stand in pyproject.toml
        done = subprocess.run(
            [
                *(sys.executable, "-m", "uv", "pip", "install", "--dry-run"),
                *("--require-hashes", "--only-binary", ":all:", "--target", scratch),
                *("--python-platform", COMPUTERS[computer], "--python-version", python),
                *("--requirement", str(lock)),
            ],
            cwd=scratch,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if any(each in done.stderr for each in _UNREACHED):
        raise ConnectionError(f"The package index gives no answer: {done.stderr.strip()}")
    if done.returncode == 0:
        return ""
    why = re.search(
        r"[Bb]ecause (.*?),? (?:and you require|we can conclude)", done.stderr, re.DOTALL
    )
    reason = " ".join(why[1].split()) if why else done.stderr.strip()
    return f"{lock.name}: {computer} with Python {python} cannot install it: {reason}."


if __name__ == "__main__":
    sys.exit(main())
