"""The static page's figures of merit: bytes of a first visit, and time to a working activity."""

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

#: Notes when the first activity came alive, counted from the start of the visit.
WATCH = """
new MutationObserver((changes, watcher) => {
  if (!document.querySelector("[data-alive]")) return;
  window.aliveAfter = performance.now();
  watcher.disconnect();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-alive"] });
"""

EMPTY = "almost-empty.html"
EMPTY_PAGE = """<!doctype html><meta charset="utf-8"><title>Almost empty</title><p>Nothing yet</p>
<script type="module">document.querySelector("p").dataset.alive = "";</script>
"""


@contextmanager
def served_pages() -> Iterator[tuple[str, list[str]]]:
    """Build the static edition and serve it; give its address and the lessons' pages."""
    with TemporaryDirectory() as scratch:
        build(Path(scratch), tell=lambda _: None)
        (Path(scratch) / EMPTY).write_text(EMPTY_PAGE, encoding="utf-8")
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
        until the first activity works, requests to other hosts.
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


def page_figures(
    browser: Browser, visits: int = 3
) -> tuple[dict[str, tuple[float, float]], float, int]:
    """Measure each lesson's page, and a page with almost nothing in it.

    Returns
    -------
    tuple
        Kilobytes and milliseconds (best of ``visits``) by page, the milliseconds of the almost
        empty page, and all requests to other hosts.
    """
    with served_pages() as (address, names):
        empty = min(first_visit(browser, f"{address}/{EMPTY}")[1] for _ in range(visits))
        found, foreign = {}, 0
        for name in names:
            seen = [first_visit(browser, f"{address}/{name}") for _ in range(visits)]
            found[name] = (seen[0][0], min(each[1] for each in seen))
            foreign += sum(each[2] for each in seen)
    return found, empty, foreign
