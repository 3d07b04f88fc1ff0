"""``python -m tools.lock``: write the two lock files from ``pyproject.toml``, with uv.

``requirements.lock`` is for who reads or teaches, ``requirements-tests.lock`` for who changes the
course; the second holds the first. Pins that still fit are kept; ``--upgrade`` renews all of
them. ``--check`` writes nothing and tells whether the files are what would be written. They serve
Linux, macOS and Windows and each Python of the course; they hold hashes, and no address of a
package index, and end in a line by which `tools.install` sees that all of a file is there.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tools import stored
from tools.install import LOCKS

ROOT = Path(__file__).resolve().parents[1]
COMPILE = [
    "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "--no-header",
    "--no-emit-index-url", "--quiet",
]  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Write or compare the lock files and return the exit code."""
    parser = argparse.ArgumentParser(prog="tools.lock", description="Write the lock files.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest that fits")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as scratch:
        learner, tests = (Path(scratch) / name for name in LOCKS.values())
        upgrade = ["--upgrade"] if options.upgrade else []
        both = [*upgrade, "--all-extras", "--constraints", str(learner)]
        if not (compiled(learner, upgrade) and compiled(tests, both)):
            print("Nothing was written: what uv says above tells why.", file=sys.stderr)
            return 1
        results = [written(made, only_look=options.check) for made in (learner, tests)]
    return 0 if all(results) else 1


def compiled(target: Path, options: list[str]) -> bool:
    """Let uv write a lock file, beginning with the one there is; return whether it could."""
    if (ROOT / target.name).exists():
        shutil.copyfile(ROOT / target.name, target)  # uv keeps the pins that it finds there
    command = [sys.executable, "-m", "uv", *COMPILE, *options, "--output-file", str(target)]
    if subprocess.call(command, cwd=ROOT, stdout=subprocess.DEVNULL):
        return False
    text = target.read_text(encoding="utf-8")
    for folder in {str(target.parent), target.parent.as_posix()}:  # a new one each time
        text = text.replace(f"{folder}/", "").replace(f"{folder}\\", "")
    packages = len(re.findall(r"^[a-z0-9.-]+==", text, re.MULTILINE))
    target.write_text(f"{text}# The end: {packages} packages.\n", encoding="utf-8")
    return True


def written(made: Path, *, only_look: bool) -> bool:
    """Put a lock file in its place, or only look; return whether it is up to date now."""
    text = made.read_text(encoding="utf-8")
    return stored.bring(ROOT / made.name, text, "tools.lock", only_look=only_look)


if __name__ == "__main__":
    sys.exit(main())
