"""Fixtures: one JupyterLab and one Chromium for each worker, a fresh page for each test."""

import os
from contextlib import contextmanager
from threading import Thread

import pytest
from playwright.sync_api import sync_playwright

from course_lib.site.__main__ import make_server
from tools.browser import ARGUMENTS, NO_CHROMIUM, Visit, find_chromium, running_lab


@pytest.fixture(scope="session")
def browser():
    path = find_chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(NO_CHROMIUM)
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def lab(browser):  # noqa: ARG001  without a browser there is no need for a server
    with running_lab() as server:
        yield server


@contextmanager
def visits(browser):
    contexts = []

    def new(*, width=1280, height=800, dark=False, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            **options,
        )
        contexts.append(context)
        return Visit(context.new_page())

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def visit(browser):
    with visits(browser) as new:
        yield new


@pytest.fixture(scope="module")
def new_visit(browser):
    with visits(browser) as new:
        yield new


@pytest.fixture(scope="session")
def served():
    """Run a server of the pages for a while; gives their address."""

    @contextmanager
    def run(server):
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/courses/notes/"
        server.shutdown()
        thread.join(timeout=10)
        server.server_close()

    return run


@pytest.fixture(scope="session")
def site_address(site_folder, served):
    with served(make_server(site_folder.parents[1])) as address:
        yield address


@pytest.fixture
def lesson_page(visit, site_address):
    """Open a lesson's page, alive: ``lesson_page("10_key_takeaways")``."""

    def opened(name, **options):
        page = visit(**options).page
        page.goto(f"{site_address}{name}.html")
        page.wait_for_selector("html[data-awake]")
        return page

    return opened
