"""``start.py share``: let phones in one room read the learners' pages, until it is stopped.

One address that the leader has confirmed, GET only, nothing but files that the course has built,
no listing, and an end after some hours.
"""

from __future__ import annotations

import argparse
import io
import re
import socket
import sys
import webbrowser
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import Any
from urllib.parse import unquote, urlsplit

import segno

from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.sessions.leading_data import leading
from course_lib.site.__main__ import Handler
from course_lib.site.build import build
from course_lib.site.exporter import CourseExporter
from course_lib.site.page_assets import POLICY, with_assets
from course_lib.site.problems import SiteError

#: What may be asked for: the learners' pages and what stands beside them.
_SHARED = re.compile(
    r"(?!stage_|leader_|leading\.)\w+\.html|ledger\.(?:json|csv)|handouts/\d\d\.pdf"
    r"|assets/(?:[\w-]+/)*[\w-]+\.(?:css|js|svg|txt)",
    re.ASCII,
)
#: What the pages link to and a phone in the room does not get: it is told so.
_HELD_BACK = re.compile(
    r"(?:stage_|leader_)\w+\.html|leading\.html|handouts/\d\d(?:_known)?\.pdf|packs/.*", re.ASCII
)
_HELD = "held.html"
_PAGE = "text/html; charset=utf-8"
_AT_ONCE = 96
_SECONDS = 20
_PATIENCE = 5
_HOURS = 3
#: An address that stands for no computer; asking the way to it sends nothing.
_NOWHERE = ("192.0.2.1", 9)


class ShareHandler(Handler):
    """Answer GET for the learners' pages; everything else is refused without a word."""

    protocol_version = "HTTP/1.0"  # a phone that has its page leaves its place to the next
    timeout = _SECONDS
    server: ShareServer

    def __init__(self, *request: Any, extra: dict[str, tuple[str, bytes]], **options: Any) -> None:
        self._extra = extra
        super().__init__(*request, **options)

    def do_GET(self) -> None:  # noqa: N802  the parent's name
        """Send a file of the course, or say that there is none."""
        name = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
        if name in self._extra:
            kind, content = self._extra[name]
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        elif self._is_shared(name):
            self.path = f"/{name}"
            super().do_GET()
        elif _HELD_BACK.fullmatch(name):
            self.send_response(HTTPStatus.FOUND)  # to a page that stands where its links begin
            self.send_header("Location", f"/{_HELD}")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _is_shared(self, name: str) -> bool:
        """Return whether a name is that of a learner's page, or of what stands beside it."""
        if not _SHARED.fullmatch(name):
            return False
        root = Path(self.directory).resolve()
        file = (root / name).resolve()
        return file.is_relative_to(root) and file.is_file()

    def do_HEAD(self) -> None:  # noqa: N802  the parent's name
        """Refuse: pages are read with GET."""
        self.send_error(HTTPStatus.NOT_IMPLEMENTED)

    def end_headers(self) -> None:
        """Send what keeps a page to itself."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


class ShareServer(ThreadingHTTPServer):
    """A server for one room: so many at once, and a new one waits no longer than a while."""

    daemon_threads = True

    def __init__(self, *options: Any) -> None:
        self._room = BoundedSemaphore(_AT_ONCE)
        super().__init__(*options)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, or not at all if the room stays full."""
        if not self._room.acquire(timeout=_PATIENCE):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make room again."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a phone that has gone is no fault."""


def own_addresses() -> list[str]:
    """Return the addresses by which other devices can reach this computer."""
    found: dict[str, None] = {}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_NOWHERE)
            found[probe.getsockname()[0]] = None
        except OSError:
            pass
    try:
        entries = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        entries = []
    found.update(dict.fromkeys(str(entry[4][0]) for entry in entries))
    return [each for each in found if not each.startswith(("127.", "0."))]


def make_share_server(folder: Path, address: str, port: int = 0) -> tuple[ShareServer, str]:
    """Return a server of a built site at one address, and where its first page is.

    Raises
    ------
    SiteError
        If the address or the port cannot be had.
    """
    extra: dict[str, tuple[str, bytes]] = {}
    handler = partial(ShareHandler, directory=str(folder), extra=extra)
    try:
        server = ShareServer((address, port), handler)
    except (OSError, OverflowError) as error:
        raise SiteError(leading().share.busy.format(address=address, reason=error)) from error
    home = f"http://{address}:{server.server_port}/"
    extra[_HELD] = (_PAGE, with_assets(folder, held_html()).encode())
    extra["join.html"] = (_PAGE, with_assets(folder, join_html(home)).encode())
    extra["join.svg"] = ("image/svg+xml", qr_svg(home))
    return server, home


def qr_svg(address: str) -> bytes:
    """Return an address as a square that a phone's camera reads."""
    written = io.BytesIO()
    code = segno.make(address, micro=False, error="m")
    code.save(written, kind="svg", scale=10, border=4, light="white")
    return written.getvalue()


def join_html(home: str) -> str:
    """Return the screen that shows the way in, for the projector."""
    return CourseExporter().plain_page("join", home=home, words=leading().share)


def held_html() -> str:
    """Return the page for a phone that asks for what is the leader's."""
    return CourseExporter().plain_page("held", words=leading().share)


def main(arguments: list[str] | None = None) -> int:
    """Ask on which address to share, and serve the pages there until Ctrl+C."""
    parser = argparse.ArgumentParser(prog="start.py share", description="Share the pages.")
    parser.add_argument("--address", help="the address to share on; it is asked for otherwise")
    parser.add_argument("--port", type=int, default=0, help="use this port")
    parser.add_argument("--hours", type=float, default=_HOURS, help="end after so many hours")
    parser.add_argument("--output", type=Path, help="build the pages into this folder")
    parser.add_argument("--no-open", action="store_true", help="do not open a web browser")
    options = parser.parse_args(arguments)
    folder = options.output or NOTEBOOKS.parent / "site"
    try:
        address = _confirmed(options.address)
        if address is None:
            return 1
        build(folder, tell=_say)
        server, home = make_share_server(folder, address, options.port)
    except (SiteError, ContentError, UnknownNameError, OSError) as problem:
        sys.stderr.write(f"\n{problem}\n")
        return 1
    _serve(server, home, hours=options.hours, browser=not options.no_open)
    return 0


def _confirmed(given: str | None) -> str | None:
    """Return the address that the leader says yes to, having said who could see what."""
    words, own = leading().share, own_addresses()
    listed = ", ".join(f"{place} = {each}" for place, each in enumerate(own, start=1))
    _say(f"\n{words.who}\n")
    if given:
        if given in own or given.startswith("127."):
            return given
        raise SiteError(words.not_here.format(address=given, addresses=", ".join(own) or "-"))
    if not own:
        raise SiteError(words.none)
    _say(words.choose.format(addresses=listed))
    try:
        answer = input(f"{words.ask} ").strip()
    except EOFError:
        answer = ""
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(own):
        return own[int(answer) - 1]
    _say(words.not_chosen)
    return None


def _serve(server: ShareServer, home: str, *, hours: float, browser: bool) -> None:
    words = leading().share
    end = Timer(hours * 3600, server.shutdown)
    end.daemon = True
    end.start()
    try:
        with suppress(UnicodeEncodeError):  # a terminal without such signs; the page has them
            segno.make(home, micro=False, error="m").terminal(out=sys.stdout, compact=True)
        _say(words.open.format(address=home, hours=f"{hours:g}"))
        _say(words.firewall)
        if browser:
            webbrowser.open(f"{home}join.html")
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        end.cancel()
        server.server_close()
        _say(words.ended)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
