"""``python -m tools.lock``: write ``requirements.lock`` from ``pyproject.toml``, with uv.

Pins that still fit are kept; ``--upgrade`` renews all of them. ``--check`` writes nothing and
tells whether the file is what would be written. The file serves Linux, macOS and Windows and
each Python of the course; it holds hashes, and no address of a package index.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
COMPILE = [
    "pip", "compile", "pyproject.toml", "--all-extras", "--universal", "--generate-hashes",
    "--no-header", "--no-emit-index-url", "--quiet",
]  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Write or compare the lock file and return the exit code."""
    parser = argparse.ArgumentParser(prog="tools.lock", description="Write requirements.lock.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest that fits")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as scratch:
        made = Path(scratch) / LOCK.name
        if LOCK.exists():
            shutil.copyfile(LOCK, made)  # uv keeps the pins it finds in the file it writes
        upgrade = ["--upgrade"] if options.upgrade else []
        command = [sys.executable, "-m", "uv", *COMPILE, *upgrade, "--output-file", str(made)]
        if subprocess.call(command, cwd=ROOT, stdout=subprocess.DEVNULL):
            print(f"{LOCK.name} was not made: what uv says above tells why.", file=sys.stderr)
            return 1
        text = made.read_text(encoding="utf-8")
    same = LOCK.exists() and LOCK.read_text(encoding="utf-8") == text
    if same:
        print(f"{LOCK.name} is up to date.")
    elif options.check:
        print(f"{LOCK.name} is out of date: run python -m tools.lock.")
    else:
        LOCK.write_text(text, encoding="utf-8")
        print(f"{LOCK.name} is written anew.")
    return 1 if options.check and not same else 0


if __name__ == "__main__":
    sys.exit(main())
