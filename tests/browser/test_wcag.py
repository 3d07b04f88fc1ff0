"""What WCAG 2.2 AA asks for and axe cannot see, on every page; each page is opened once."""

from pathlib import Path

import pytest

from course_lib.frame.lessons_data import NOTEBOOKS

pytestmark = pytest.mark.browser

PROBE = Path(__file__).with_name("wcag_probe.js")
LESSONS = [f"{path.stem}.html" for path in sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))]
PAGES = [
    *LESSONS,
    "index.html",
    "help.html",
    "minute.html",
    "notes.html",
    "glossary.html",
    "references.html",
    "about.html",
    "leading.html",
]
#: What success criterion 1.4.12 lets a person set.
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)


class Opened:
    """A page with the probe in it, whose window, letters and style can be changed."""

    def __init__(self, page, context_session):
        self.page = page
        self._session = context_session

    def as_set(self, width=1280, css="", letters=16, **media):
        """Set the window's width, a person's own style, and the size of letters."""
        self.page.set_viewport_size({"width": width, "height": 800})
        sizes = {"standard": letters, "fixed": letters}
        self._session.send("Page.setFontSizes", {"fontSizes": sizes})
        touch = {"enabled": media.pop("touch", False)}
        self._session.send("Emulation.setTouchEmulationEnabled", touch)
        self.page.emulate_media(**{"forced_colors": "none", **media})
        self.page.evaluate("css => wcag.restyle(css)", css)
        self.page.evaluate("document.documentElement.dir = 'ltr'")

    def wrong(self, *looks):
        """Return what each way of looking finds."""
        return {look: found for look in looks if (found := self.page.evaluate(f"wcag.{look}()"))}


@pytest.fixture(scope="module", params=PAGES)
def opened(request, new_visit, site_address):
    page = new_visit(reduced_motion="reduce").page
    page.add_init_script(path=PROBE)
    page.goto(site_address + request.param)
    if request.param in LESSONS:
        page.wait_for_selector("html[data-awake]", timeout=20_000)
    page.evaluate("wcag.openEverything()")
    yield Opened(page, page.context.new_cdp_session(page))
    page.close()


@pytest.mark.parametrize("width", [1200, 320])
def test_wider_spacing_cuts_nothing_and_lays_nothing_over_another(opened, width):
    opened.as_set(width, SPACING)
    assert opened.wrong("wide", "cut", "overlapping") == {}


@pytest.mark.parametrize(("width", "letters"), [(320, 16), (360, 24), (360, 32)])
def test_a_narrow_page_with_large_letters_flows_in_one_column(opened, width, letters):
    opened.as_set(width, letters=letters)
    assert opened.wrong("wide", "cut", "overlapping") == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_chosen_stays_marked_in_forced_colours(opened, scheme):
    opened.as_set(forced_colors="active", color_scheme=scheme)
    opened.page.evaluate("wcag.choose()")
    assert opened.wrong("unmarked") == {}


@pytest.mark.parametrize(
    ("width", "touch", "least"), [(1280, False, 24), (390, True, 44), (360, False, 44)]
)
def test_everything_to_press_is_large_enough(opened, width, touch, least):
    opened.as_set(width, touch=touch)
    assert opened.page.evaluate("least => wcag.small(least)", least) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_on_a_page_from_right_to_left_pictures_and_their_sliders_agree(opened, width):
    opened.as_set(width)
    before = opened.page.evaluate("wcag.places()")
    opened.page.evaluate("document.documentElement.dir = 'rtl'")
    assert opened.page.evaluate("wcag.places()") == before
    assert opened.wrong("wide", "cut", "overlapping") == {}


def test_what_opens_on_a_phone_stays_where_it_is(opened):
    opened.as_set(390)
    opened.page.evaluate("wcag.openAgain()")
    opened.page.wait_for_timeout(200)
    assert opened.page.locator("details[style]").count() == 0
