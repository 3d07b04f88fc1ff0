"""Fixtures: one JupyterLab and one Chromium for the whole suite, a fresh page for each test."""

import os
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

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
