"""Pages where their scripts may not run as usual: alive all the same, or they say why not."""

import re
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from course_lib.site.__main__ import Handler
from course_lib.site.page_assets import POLICY
from course_lib.site.words_data import words

pytestmark = pytest.mark.browser

LESSON = "01_the_science_behind_it.html"
FRAME = f'<!DOCTYPE html><title>Frame</title><iframe sandbox="%s" src="{LESSON}"></iframe>'


class Other(Handler):
    """A server with headers of its own, and a kind of its own for scripts; pages in a frame."""

    headers_sent = {}  # noqa: RUF012  each server has its own class
    scripts_are = "text/javascript"

    def guess_type(self, path):
        """Return what this server calls a file."""
        return self.scripts_are if str(path).endswith(".js") else super().guess_type(path)

    def end_headers(self):
        """Send this server's headers with the others."""
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture
def other(served, site_folder, visit):
    """Open lesson 01 from a server that is not as usual."""
    running = []

    def opened(scripts_are="text/javascript", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        kind = type("Kind", (Other,), {"headers_sent": named, "scripts_are": scripts_are})
        made = partial(kind, directory=str(site_folder.parents[1]))
        running.append(served(ThreadingHTTPServer(("127.0.0.1", 0), made)))
        page = visit().page
        page.goto(running[-1].__enter__() + LESSON)
        return page

    yield opened
    for each in running:
        each.__exit__(None, None, None)


def is_alive(page):
    page.wait_for_selector("html[data-awake]")
    assert page.locator("[data-activity]:not([data-alive])").count() == 0
    assert page.locator(".asleep:visible").count() == 0


def says(page, *told):
    """Wait for the notice, which comes after some seconds, run fast, and look for its words."""
    chromium = (page if isinstance(page, Page) else page.page).context.new_cdp_session(page)
    chromium.send("Animation.enable")
    chromium.send("Animation.setPlaybackRate", {"playbackRate": 20})
    page.locator(".asleep").wait_for(timeout=15_000)
    shown = page.locator(".asleep").inner_text()
    for each in (*told, words().asleep):
        assert each in shown
    others = {words().asleep_forbidden, words().asleep_broken} - set(told)
    assert not any(each in shown for each in others)


def test_scripts_that_are_called_text_run_all_the_same(other):
    is_alive(other("text/plain"))


def test_scripts_that_may_not_run_are_told(other):
    says(other("text/plain", X_Content_Type_Options="nosniff"), words().asleep_forbidden)


def test_a_policy_that_forbids_scripts_is_told(other):
    says(other(Content_Security_Policy="sandbox"), words().asleep_forbidden)


def test_the_pages_own_policy_holds_as_a_header(other):
    is_alive(other(Content_Security_Policy=POLICY))


@pytest.fixture
def framed(visit, site_address):
    """Open lesson 01 in a sandboxed frame: ``framed("allow-scripts")``."""

    def opened(allowed):
        page = visit().page
        body = FRAME % allowed
        page.route(
            "**/frame.html", lambda route: route.fulfill(body=body, content_type="text/html")
        )
        page.goto(f"{site_address}frame.html")
        return page.frame(url=f"**/{LESSON}")

    return opened


def test_in_a_sandboxed_frame_that_allows_scripts_it_is_alive(framed):
    is_alive(framed("allow-scripts"))


def test_in_a_sandboxed_frame_without_scripts_it_is_told(framed):
    says(framed(""), words().asleep_forbidden)


@pytest.mark.parametrize(
    ("now", "then"),
    [('<script async src="assets/together/', '<script async src="assets/older/'),
     ('"cards/quiz.js"', '"cards/older.js"'), ('"answers":', '"older":')],
    ids=["the views' address", "a view's name", "an activity's state"],
)  # fmt: skip
def test_an_old_tab_after_an_update_is_told(visit, site_address, site_folder, now, then):
    """Its page is of one version, and what it asks for of another."""
    page = visit().page
    body = (site_folder / LESSON).read_text(encoding="utf-8")
    assert now in body
    body = body.replace(now, then)
    page.route(f"**/{LESSON}", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(site_address + LESSON)
    says(page, words().asleep_broken)


@pytest.mark.parametrize("answer", [{"status": 404}, {"status": 200, "body": "[1, 2"}])
def test_views_that_never_arrive_are_told(visit, site_address, site_folder, answer):
    [views] = re.findall(r'<script async src="([^"?]+)', (site_folder / LESSON).read_text("utf-8"))
    page = visit().page
    page.route(f"**/{views}*", lambda route: route.fulfill(**answer))
    page.goto(site_address + LESSON)
    says(page, words().asleep_broken)
