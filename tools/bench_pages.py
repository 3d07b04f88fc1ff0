"""The static page's figures of merit: bytes of a first visit, and time to a working figure."""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from course_lib.site.__main__ import make_server
from course_lib.site.build import build
from tools.browser import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Response

#: Notes when the first figure (or conversation) came alive, counted from the start of the visit.
WATCH = """
new MutationObserver((changes, watcher) => {
  if (!document.querySelector("figure.cc-figure[data-alive], .cc-talk[data-alive]")) return;
  window.aliveAfter = performance.now();
  watcher.disconnect();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-alive"] });
"""


@contextmanager
def served_pages() -> Iterator[tuple[str, list[str]]]:
    """Build the static edition and serve it; give its address and the lessons' pages."""
    with TemporaryDirectory() as scratch:
        build(Path(scratch), tell=lambda _: None)
        server = make_server(Path(scratch))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            names = sorted(path.name for path in Path(scratch).glob("[0-9][0-9]_*.html"))
            yield f"http://127.0.0.1:{server.server_port}", names
        finally:
            server.shutdown()
            server.server_close()


def first_visit(browser: Browser, address: str) -> tuple[float, float, int]:
    """Visit a page with an empty cache and a CPU four times slower.

    Returns
    -------
    tuple
        Kilobytes over the wire if the server compresses (gzip), milliseconds
        until the first figure works, requests to other hosts.
    """
    context = browser.new_context()
    page = context.new_page()
    visit = Visit(page)
    bodies: list[Response] = []
    page.on("response", lambda response: bodies.append(response))  # noqa: PLW0108  Playwright marks it
    page.add_init_script(WATCH)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    page.wait_for_function("window.aliveAfter !== undefined", timeout=30_000)
    milliseconds = float(page.evaluate("window.aliveAfter"))
    kilobytes = sum(len(gzip.compress(each.body())) for each in bodies) / 1000
    context.close()
    return kilobytes, milliseconds, len(visit.other_hosts)


def page_figures(browser: Browser) -> tuple[float, float, int]:
    """Return the largest kilobytes, milliseconds (best of three) and other hosts of all pages."""
    with served_pages() as (address, names):
        found = []
        for name in names:
            visits = [first_visit(browser, f"{address}/{name}") for _ in range(3)]
            found.append((visits[0][0], min(v[1] for v in visits), sum(v[2] for v in visits)))
    return max(f[0] for f in found), max(f[1] for f in found), sum(f[2] for f in found)
