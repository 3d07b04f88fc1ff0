"""The files beside the pages: sheets, pictures, and views as scripts that run everywhere.

Templates name each sheet and each script. A page asks for few of them: what it names in a row
stands together in one file, because each file more is a wait more on a slow phone.

Browsers do not load ES modules from a file, from a server that calls them "text/plain", or in a
sandboxed frame. Classic scripts run in each of these places, so each module becomes one that
hands itself in with the names of what it needs; ``page.js`` puts them together.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from course_lib.frame.activity import IMPORT, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = Path(__file__).resolve().parents[1]
_OWN = Path(__file__).parent / "assets"
_SHARED = _PACKAGE / "lab" / "labextensions" / "start-lesson"
#: Shared with JupyterLab, whose extension brings them.
_WITH_JUPYTERLAB = ("leaving.js", "notes.css", "palette.css", "type.css")
_LICENCES = ("atkinson-license.txt", "fraunces-license.txt", "reveal-license.txt")
#: What a printed page asks for.
PAPER = ("icon.svg", "paper.css", "type.css", *_LICENCES)
#: Sent as they came, with their makers' notes.
_OTHERS = ("reveal.js", "type.css")
#: Notes on lines of their own, and what stands before a line: for whoever reads the source.
_FOR_READERS = re.compile(r"^ */\*(?:(?!\*/).)*\*/\n|^ *//[^\n]*\n|^ +", re.MULTILINE | re.DOTALL)
_EXPORTED = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
_VERSION_LETTERS = 8
#: Asked for by itself: heavy, the same on every page, and not waited for by what wakes up.
_APART = "type.css"
_ROWS = {
    kind: re.compile(rf"(?:{re.escape(kind).replace('HERE', each)}\s*){{2,}}")
    for kind, each in (
        ('<link rel="stylesheet" href="HERE">', rf'(?!assets/{_APART})[^"]+'),
        ('<script src="HERE"></script>', '[^"]+'),
        ('<script async src="HERE"></script>', '[^"]+'),
    )
}
_ASKED = re.compile(r'(?:src|href)="(?P<place>assets/[^"?]+)\?v=(?P<version>\w+)"')
#: What a page may load and run: only what stands beside it. It holds as a ``<meta>`` element and
#: as a header; a page needs no style or script in its own text.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


@cache
def assets() -> dict[str, bytes]:
    """Return every file beside the pages, by its place in the site."""
    files = {f"assets/{path.name}": path for path in sorted(_OWN.iterdir()) if path.is_file()}
    for name in (*_WITH_JUPYTERLAB, *_LICENCES):
        files.setdefault(f"assets/{name}", _SHARED / name)
    found = {name: path.read_bytes() for name, path in files.items()}
    for path in sorted([*_PACKAGE.glob("*/*.js"), *_PACKAGE.glob("*/*.css")]):
        name = path.relative_to(_PACKAGE).as_posix()
        content = classic(name).encode() if path.suffix == ".js" else path.read_bytes()
        found[f"assets/views/{name}"] = content
    return {name: _light(name, content) for name, content in found.items()}


def _light(name: str, content: bytes) -> bytes:
    """Return a style sheet or a script without what only readers of the source need."""
    if not name.endswith((".css", ".js")) or name.endswith(_OTHERS):
        return content
    written = content.decode()
    if any(line.count("`") % 2 for line in written.splitlines()):
        return content  # a text over several lines keeps the space before them
    return _FOR_READERS.sub("", written).encode()


@cache
def address(name: str) -> str:
    """Return how a page names an asset: with its version, so that an old copy is not taken.

    Parameters
    ----------
    name : str
        Its place in ``assets``, such as "page.js" or "views/cards/quiz.js".

    Raises
    ------
    KeyError
        If there is no such asset.
    """
    place = f"assets/{name}"
    return f"{place}?v={_version(assets()[place])}"


def _version(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_VERSION_LETTERS]


def write_page(path: Path, html: str) -> None:
    """Write a page, and beside it each file that it asks for."""
    path.write_text(with_assets(path.parent, html), encoding="utf-8")


def with_assets(output: Path, html: str) -> str:
    """Write each file that a page asks for, and return the page, which then asks for few."""
    files: dict[str, bytes] = {}
    for kind, row in _ROWS.items():
        html = row.sub(partial(_together, kind, files), html)
    places = {found["place"] for found in _ASKED.finditer(html)}
    places |= {f"assets/{name}" for name in _LICENCES}
    _write(output, files | {place: assets()[place] for place in places - set(files)})
    return html


def _together(kind: str, files: dict[str, bytes], row: re.Match[str]) -> str:
    """Note the files of a row as one file, and return how the page names that."""
    places = [found["place"] for found in _ASKED.finditer(row[0])]
    end = places[0].rpartition(".")[2]
    content = (b"\n;\n" if end == "js" else b"\n").join(assets()[each] for each in places)
    place = f"assets/together/{_version(' '.join(places).encode())}.{end}"
    files[place] = content
    return kind.replace("HERE", f"{place}?v={_version(content)}") + "\n"


def is_whole(path: Path) -> bool:
    """Return whether each file that a page asks for is there, as the page asks for it."""
    return all(
        (path.parent / found["place"]).is_file()
        and _version((path.parent / found["place"]).read_bytes()) == found["version"]
        for found in _ASKED.finditer(path.read_text(encoding="utf-8"))
    )


def copy_assets(output: Path, *names: str) -> None:
    """Write assets such as "paper.css" into a site, for pages that name them without a version."""
    _write(output, {f"assets/{name}": assets()[f"assets/{name}"] for name in names})


def _write(output: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        target = output / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != content:
            target.write_bytes(content)


def with_needs(views: Iterable[str]) -> list[str]:
    """Return modules such as "cards/quiz.js" and all that they import, what is needed first."""
    found: dict[str, None] = {}

    def add(name: str) -> None:
        for needed in _needs(name):
            add(needed)
        found[name] = None

    for each in sorted(views):
        add(each)
    return list(found)


@cache
def classic(name: str) -> str:
    """Return a module as a classic script that hands in its name, its needs and itself."""
    code = shipped((_PACKAGE / name).read_text(encoding="utf-8"))
    given = _EXPORTED.findall(code)
    taken = ", ".join(f"{{{found[1]}}}" for found in IMPORT.finditer(code))
    body = IMPORT.sub("", code).replace("\nexport default ", "\nconst main = ")
    body = re.sub(r"^export ", "", body, flags=re.MULTILINE)
    if body != code and "\nconst main = " in body:
        given.append("main")
    handed = f"{json.dumps(name)}, {json.dumps(_needs(name))}, ({taken}) => {{"
    return (
        f'"use strict";\n(globalThis.courseParts ??= []).push([{handed}\n{body}\n'
        f"return {{ {', '.join(given)} }};\n}}]);\n"
    )


def _needs(name: str) -> list[str]:
    module = _PACKAGE / name
    code = module.read_text(encoding="utf-8")
    return [
        (module.parent / found[2]).resolve().relative_to(_PACKAGE).as_posix()
        for found in IMPORT.finditer(code)
    ]
