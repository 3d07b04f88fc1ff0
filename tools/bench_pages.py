"""The static page's figures of merit: bytes of a first visit, and time to a working activity."""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Waited:
    """What a learner waits for on a page.

    Parameters
    ----------
    name : str
        The page's file, without its ending.
    kilobytes : float
        What goes over the wire, without fonts, if the server compresses (gzip).
    alive, empty : float
        Milliseconds until the first activity works, and until an almost empty page does.
    elsewhere : int
        Requests to other hosts.
    """

    name: str
    kilobytes: float
    alive: float
    empty: float
    elsewhere: int


def first_visit(browser: Browser, address: str, slower: int) -> tuple[float, float, int]:
    """Visit a page with an empty cache; return kilobytes, milliseconds, requests elsewhere."""
    context = browser.new_context()
    page = context.new_page()
    visit = Visit(page)
    bodies: list[Response] = []
    page.on("response", lambda response: bodies.append(response))  # noqa: PLW0108  Playwright marks it
    page.add_init_script(WATCH)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    page.wait_for_function("window.aliveAfter !== undefined", timeout=60_000)
    milliseconds = float(page.evaluate("window.aliveAfter"))
    sent = [each.body() for each in bodies if each.request.resource_type != "font"]
    context.close()
    return (
        sum(len(gzip.compress(body)) for body in sent) / 1000,
        milliseconds,
        len(visit.other_hosts),
    )


def page_figures(browser: Browser, visits: int, slower: int) -> list[Waited]:
    """Visit each lesson's page, in turns with one that has almost nothing in it.

    Of several visits the quickest counts; ``slower`` is how many times slower the CPU is made.
    """
    found = []
    with served_pages() as (address, names):
        for name in names:
            empty, ours = [], []
            for _ in range(visits):
                empty.append(first_visit(browser, f"{address}/{EMPTY}", slower)[1])
                ours.append(first_visit(browser, f"{address}/{name}", slower))
            kilobytes, alive, elsewhere = (list(each) for each in zip(*ours, strict=True))
            page = Waited(Path(name).stem, max(kilobytes), min(alive), min(empty), sum(elsewhere))
            found.append(page)
    return found
