"""``start.py present 60``: write the stages, and open one from its file."""

from __future__ import annotations

import argparse
import sys
import webbrowser
from pathlib import Path

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.sessions.leading_data import leading
from course_lib.sessions.plans_data import led_names
from course_lib.site.problems import SiteError
from course_lib.site.stage import build_stages, page_name


def main(arguments: list[str] | None = None) -> int:
    """Write the stage of every session and open the one that is asked for."""
    parser = argparse.ArgumentParser(prog="start.py present", description="Show a session.")
    parser.add_argument("session", nargs="?", default="demo", choices=led_names())
    parser.add_argument("--output", type=Path, help="write the pages into this folder")
    parser.add_argument("--no-open", action="store_true", help="do not open a web browser")
    options = parser.parse_args(arguments)
    folder = options.output or NOTEBOOKS.parent / "site"
    try:
        build_stages(folder)
    except (SiteError, ContentError, UnknownNameError, OSError) as problem:
        sys.stderr.write(f"\n{problem}\n")
        return 1
    page = (folder / page_name("stage", options.session)).resolve()
    sys.stdout.write(leading().stage.opened.format(page=page) + "\n")
    if not options.no_open:
        webbrowser.open(page.as_uri())
    return 0


if __name__ == "__main__":
    sys.exit(main())
