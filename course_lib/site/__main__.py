"""``python -m course_lib.site``: build the static edition, and open it."""

from __future__ import annotations

import argparse
import functools
import sys
import webbrowser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.site.build import build
from course_lib.site.handouts import make_handouts
from course_lib.site.problems import SiteError


class Handler(SimpleHTTPRequestHandler):
    """Serve plain files; says which kind a module is, whatever the system's table says."""

    protocol_version = "HTTP/1.1"  # one connection for all files of a page
    extensions_map = {  # noqa: RUF012  as the parent has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        ".html": "text/html; charset=utf-8",
    }

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the parent's name
        """Say nothing for each file."""


def make_server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of a folder that only this computer can reach.

    Raises
    ------
    SiteError
        If the port cannot be had.
    """
    handler = functools.partial(Handler, directory=str(folder))
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError) as error:
        raise SiteError(
            f"Port {port} cannot be used ({error}). "
            "Give another number, or leave out --port and a free one is found."
        ) from error


def main(arguments: list[str] | None = None) -> int:
    """Build, and without ``--output`` serve and open; expected errors are one sentence."""
    parser = argparse.ArgumentParser(
        prog="course_lib.site", description="Make a page of plain files from every lesson."
    )
    parser.add_argument("--output", type=Path, help="only build, into this folder")
    parser.add_argument("--no-open", action="store_true", help="do not open a web browser")
    parser.add_argument("--port", type=int, default=0, help="serve on this port")
    options = parser.parse_args(arguments)
    folder = options.output or NOTEBOOKS.parent / "site"
    try:
        make_handouts(folder, tell=_say)
        build(folder, tell=_say)
        if options.output:
            _say(f"The pages are in {folder}. Copy the whole folder to a web server.")
            return 0
        return _serve(make_server(folder, options.port), browser=not options.no_open)
    except (SiteError, ContentError, UnknownNameError) as problem:
        sys.stderr.write(f"\n{problem}\n")
    except OSError as problem:
        sys.stderr.write(
            f"\n{problem.filename or folder} could not be used ({problem.strerror}). "
            "Put that right, or name another folder with --output.\n"
        )
    return 1


def _serve(server: ThreadingHTTPServer, *, browser: bool) -> int:
    address = f"http://127.0.0.1:{server.server_port}/"
    _say(f"\nThe pages are open at {address}\nPress Ctrl+C here to stop.")
    if browser:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        _say("\nStopped.")
    finally:
        server.server_close()
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
