"""How the course looks, written for pages and JupyterLab from what the library knows.

``python -m tools.look`` writes the tokens of the palette as a sheet and the covers as JSON, into
the folder of JupyterLab's extension, where pages take them, too. ``--check`` only says.
"""

from __future__ import annotations

import json
import sys

from course_lib.frame.palette import VOICES, in_figures, tokens
from course_lib.pictures.covers import cover_svg, voice_of
from course_lib.pictures.covers_model import known
from tools.own_python import ROOT
from tools.stored import bring

PLACE = ROOT / "course_lib/lab/labextensions/start-lesson"
SHEET, COVERS = PLACE / "palette.css", PLACE / "covers.json"
_NOTE = "/* Written by `python -m tools.look`: change colours in course_lib/frame/palette.py. */"


def sheet() -> str:
    """Return the palette as a sheet: for pages in three themes and on paper, and for JupyterLab."""
    light, dark = tokens(dark=False), tokens(dark=True)
    by_system = _indented(_rule(':root:not([data-theme="light"])', dark))
    paper = light | dict.fromkeys(("paper", "card", "tint"), "#ffffff")
    paper |= dict.fromkeys(("ink", "soft", "exit", *VOICES), "#000000")
    printed = _indented(_rule(":root:root:root, body[data-jp-theme-light]", paper))
    return "\n".join(
        (
            _NOTE,
            _rule(':root, body[data-jp-theme-light="true"]', light),
            # Where JupyterLab has a theme of its own, its body gives them their tones.
            _rule(":root, body[data-jp-theme-light]", in_figures()),
            f"@media (prefers-color-scheme: dark) {{\n{by_system}}}\n",
            _rule(':root[data-theme="dark"], body[data-jp-theme-light="false"]', dark),
            f"@media print {{\n{printed}}}\n",
        )
    )


def _rule(where: str, values: dict[str, str]) -> str:
    lines = "".join(f"  --{name}: {value};\n" for name, value in values.items())
    return f"{where.replace(', ', f',{chr(10)}')} {{\n{lines}}}\n"


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


def covers() -> str:
    """Return each lesson's voice and cover by its number, for JupyterLab."""
    found = {each: {"voice": voice_of(each), "svg": cover_svg(each)} for each in known()[1:]}
    return json.dumps(found, indent=0, ensure_ascii=False) + "\n"


def main() -> int:
    """Write what is out of date, and return the exit code."""
    only_look = "--check" in sys.argv[1:]
    written = {SHEET: sheet(), COVERS: covers()}
    right = [bring(path, text, "tools.look", only_look=only_look) for path, text in written.items()]
    return 0 if all(right) else 1


if __name__ == "__main__":
    raise SystemExit(main())
