"""The static page's figures of merit: bytes of a first visit, and time to a working activity."""

from __future__ import annotations

import gzip
import re
import statistics
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from course_lib.site.__main__ import make_server
from course_lib.site.build import build
from tools import sample
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
#: The course's fonts stand within a sheet.
FONT = re.compile(rb'url\("data:font/[^"]*"\)')
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
            names = [path.name for path in Path(scratch).glob("[0-9][0-9]_*.html")]
            yield f"http://127.0.0.1:{server.server_port}", sample.drawn(names, "bench")
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
    alive : float
        Milliseconds until the first activity works.
    elsewhere : int
        Requests to other hosts.
    """

    name: str
    kilobytes: float
    alive: float
    elsewhere: int


def first_visit(browser: Browser, address: str) -> tuple[float, float, int]:
    """Visit a page with an empty cache and a CPU four times slower.

    Returns
    -------
    tuple
        Kilobytes, milliseconds until the first activity works, requests to other hosts.
    """
    context = browser.new_context()
    page = context.new_page()
    visit = Visit(page)
    bodies: list[Response] = []
    page.on("response", lambda response: bodies.append(response))  # noqa: PLW0108  Playwright marks it
    page.add_init_script(WATCH)
    chromium = context.new_cdp_session(page)
    chromium.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="commit")
    page.wait_for_selector("[data-alive]", state="attached", timeout=60_000)
    chromium.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.wait_for_load_state()
    milliseconds = float(page.evaluate("window.aliveAfter"))
    sent = [each.body() for each in bodies if each.request.resource_type != "font"]
    kilobytes = sum(len(gzip.compress(FONT.sub(b"", body))) for body in sent) / 1000
    context.close()
    return kilobytes, milliseconds, len(visit.other_hosts)


def page_figures(browser: Browser, visits: int) -> tuple[list[Waited], float]:
    """Visit each lesson's page, in turns with a page that has almost nothing in it.

    So a machine that is busy for a while is busy for both; medians leave out its worst moments.

    Returns
    -------
    tuple
        What is waited for on each page, and the milliseconds of the almost empty one.
    """
    found, empty = [], []
    with served_pages() as (address, names):
        for name in names:
            seen = []
            for _ in range(visits):
                empty.append(first_visit(browser, f"{address}/{EMPTY}")[1])
                seen.append(first_visit(browser, f"{address}/{name}"))
            kilobytes, alive, elsewhere = (list(each) for each in zip(*seen, strict=True))
            stem = Path(name).stem
            found.append(Waited(stem, max(kilobytes), statistics.median(alive), sum(elsewhere)))
    return found, statistics.median(empty)
