"""``start.py release``: what is given to others, in ``build/release``.

A zip of the pages, a zip with one file for each lesson (to send, or for a learning platform), and
a wheel, which brings the course to any JupyterLab. The same course gives the same files, byte for
byte. The names of the zips say nothing of their subject, as the names of the pages do not.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.frame.my_course_data import leave_out
from course_lib.frame.read import ContentError, UnknownNameError
from course_lib.sessions.sessions_data import session_names
from course_lib.site.alone import alone_html
from course_lib.site.build import build, lesson_notebooks
from course_lib.site.chromium import find_chromium
from course_lib.site.handouts import make_handouts
from course_lib.site.pack import make_pack, pack_of
from course_lib.site.problems import SiteError
from course_lib.site.stamps import STAMPS
from tools import own_python

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "build" / "release"
#: Everyone who is given the course is given the terms on which it may be passed on.
LICENCE = "LICENSE.md"
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can say
_READABLE = 0o100644 << 16
_UNIX = 3


def release(output: Path = OUTPUT, *, paper: bool = False) -> list[Path]:
    """Make everything anew and return the files that were made.

    Parameters
    ----------
    output : Path
        The folder for them; made if it is missing. Earlier files of the same names are replaced.
    paper : bool
        Whether handouts and packs are printed into the pages: by Chromium, in some minutes, and
        with the time in them, so that they are never the same twice.

    Raises
    ------
    SiteError
        If a page cannot be built.
    ContentError
        If the data is not as it should be.
    own_python.Stop
        If the wheel cannot be made.
    """
    leave_out()  # a teacher's own layer is for their own group
    output.mkdir(parents=True, exist_ok=True)
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "version"
    ]
    lessons = {
        f"{path.stem}.html": alone_html(path).encode() for path in lesson_notebooks(NOTEBOOKS)
    }
    return [
        zipped(output / f"course-notes-{version}-pages.zip", pages(paper=paper)),
        zipped(output / f"course-notes-{version}-lessons.zip", lessons),
        wheel(output),
    ]


def pages(*, paper: bool = False) -> dict[str, bytes]:
    """Return every file of the pages by its place, with what can be printed if it is wished."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        if paper:
            if find_chromium() is None:
                raise SiteError("Chromium prints the paper, and none was found. Leave out --paper.")
            make_handouts(folder, tell=print)
            for name in session_names():
                make_pack(folder, pack_of(name))
        build(folder)
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and path.name != STAMPS
        }


def zipped(target: Path, files: dict[str, bytes]) -> Path:
    """Write files and the licence into a zip, in order and without dates; return its path."""
    licence = (ROOT / LICENCE).read_bytes()
    with ZipFile(target, "w") as made:
        for name, content in sorted({**files, LICENCE: licence}.items()):
            entry = ZipInfo(name, _NO_DATE)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            made.writestr(entry, content, compress_type=ZIP_DEFLATED, compresslevel=9)
    return target


def wheel(output: Path) -> Path:
    """Make the wheel in a folder and return its path."""
    with TemporaryDirectory() as scratch:
        code, said = own_python.quiet(
            *(sys.executable, "-m", "pip", "wheel", "--no-deps", "--disable-pip-version-check"),
            *("--wheel-dir", scratch, str(ROOT)),
        )
        made = [*Path(scratch).glob("*.whl")]
        if code or len(made) != 1:
            raise own_python.Stop(f"The wheel could not be made:\n{said}")
        target = output / made[0].name
        target.write_bytes(made[0].read_bytes())
    return target


def table(made: list[Path]) -> str:
    """Return a line for each file that was made, and for each lesson by itself."""
    lines = []
    for path in made:
        lines.append(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
        if path.name.endswith("-lessons.zip"):
            lines += [
                f"    {entry.filename}: {entry.compress_size / 1000:.0f} kB"
                for entry in ZipFile(path).infolist()
                if entry.filename != LICENCE
            ]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Make the release and say what was made; expected errors are one sentence."""
    parser = argparse.ArgumentParser(
        prog="tools.release", description="Make what is given to others."
    )
    parser.add_argument("--output", type=Path, default=OUTPUT, help="the folder for it")
    parser.add_argument(
        "--paper", action="store_true", help="print handouts and packs (PDF) into the pages"
    )
    options = parser.parse_args(arguments)
    print("Making the pages, one file for each lesson, and the wheel ...", flush=True)
    try:
        made = release(options.output, paper=options.paper)
    except (SiteError, ContentError, UnknownNameError, own_python.Stop) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    print(f"{table(made)}\nAll of it is in {options.output}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
