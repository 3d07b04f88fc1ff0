"""Take the README's pictures again, from the course as it is now.

``python tools/screenshots.py`` opens the real JupyterLab in Chromium and
writes ``docs/*.png``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tools.bench_pages import served_pages
from tools.browser import ARGUMENTS, NO_CHROMIUM, ROOT, Visit, find_chromium, running_lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tools.browser import Lab

DOCS = ROOT / "docs"


def lesson(browser: Browser, lab: Lab, name: str, *, dark: bool = False) -> Visit:
    """Open and start a lesson."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="dark" if dark else "light"
    )
    visit = Visit(context.new_page())
    visit.open(lab, name)
    visit.run_lesson()
    return visit


def show(visit: Visit, figure: str, picture: str) -> None:
    """Scroll to a figure and store what is on the screen."""
    visit.page.locator(f"[data-activity={figure}][data-alive]").first.evaluate(
        "figure => figure.scrollIntoView()"
    )
    visit.page.wait_for_timeout(600)
    visit.page.screenshot(path=DOCS / picture)


def place_everyone(visit: Visit) -> None:
    """Put all invented people on the map of feelings, where they might stand."""
    root = visit.page.locator("[data-activity=FeelingsMap][data-alive]")
    for person in root.locator("input[type=radio]").all():
        person.check()
        root.get_by_role("button", name="Show one possible placing").click()


def main() -> None:
    """Write every picture of the README."""
    path = find_chromium()
    if path is None:
        raise SystemExit(NO_CHROMIUM)
    DOCS.mkdir(exist_ok=True)
    with running_lab() as lab, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        first = lesson(browser, lab, "01_the_science_behind_it.ipynb")
        show(first, "HormoneTimeline", "lesson01-measured.png")
        first.page.locator("[data-activity=HormoneTimeline] input[value=story]").first.check()
        show(first, "HormoneTimeline", "lesson01-story.png")
        second = lesson(browser, lab, "02_emotional_release.ipynb")
        place_everyone(second)
        show(second, "FeelingsMap", "lesson02-feelings.png")
        fifth = lesson(browser, lab, "05_hormones_in_detail.ipynb", dark=True)
        show(fifth, "SmallMultiples", "lesson05-dark.png")
        seventh = lesson(browser, lab, "07_more_common_than_you_think.ipynb")
        show(seventh, "PrevalenceExplorer", "lesson07-surveys.png")
        last = lesson(browser, lab, "12_conclusion.ipynb")
        show(last, "CauseMap", "lesson12-causes.png")
        phone_page(browser)
        browser.close()


def phone_page(browser: Browser) -> None:
    """Store lesson 01 as a page on a phone."""
    with served_pages() as (address, _):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        visit = Visit(context.new_page())
        visit.page.goto(f"{address}/01_the_science_behind_it.html")
        visit.wait_alive(5)
        show(visit, "HormoneTimeline", "page-phone.png")


if __name__ == "__main__":
    main()
