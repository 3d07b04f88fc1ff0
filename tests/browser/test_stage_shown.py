"""The stage and the leader's window in a real browser, opened from their files."""

import random
import statistics
import time

import pytest
from playwright.sync_api import expect

from course_lib.frame import load
from course_lib.frame.my_course_data import FILE, VARIABLE
from course_lib.sessions.plans_data import led, led_names
from course_lib.sessions.screens import screens_of
from course_lib.sessions.sessions_data import activities_of, session
from course_lib.site.stage import build_stages

pytestmark = pytest.mark.browser

#: What of a screen both windows must have alike.
SHOWN = """() => {
  const screen = document.querySelector(".screen.present");
  const controls = [...screen.querySelectorAll("[data-control]")];
  const parts = [...screen.querySelectorAll("[data-at], [data-from], [data-mark], [data-part]")];
  return [
    document.documentElement.dataset.shown,
    controls.map((each) => [each.value, each.checked]),
    parts.map((each) => [each.hidden, each.hasAttribute("data-marked"), each.getAttribute("d"),
      each.children.length ? "" : each.textContent]),
    document.querySelector(".dark").hidden,
  ];
}"""
#: What is cut off, too small, or covers something, on the screen that is shown.
FAULTS = """() => {
  const scale = innerHeight / 720;
  const screen = document.querySelector(".screen.present");
  const seen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !each.closest("legend, output, .cc-slider label, .spoken");
  const found = [];
  const words = [...screen.querySelectorAll("h2, h3, p, li, label, text")].filter(seen);
  for (const each of words) {
    if (!each.textContent.trim()) continue;
    const box = each.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(each).fontSize);
    if (size < 28) found.push(["small", size, each.textContent]);
    if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      found.push(["cut off", each.textContent]);
    const picture = each.ownerSVGElement?.getBoundingClientRect();
    if (picture && (box.left < picture.left - 1 || box.right > picture.right + 1
      || box.top < picture.top - 1 || box.bottom > picture.bottom + 1))
      found.push(["sticks out of its picture", each.textContent]);
  }
  for (const line of screen.querySelectorAll(".picture path[data-part]:not([data-part=cursor])")) {
    const { stroke, strokeWidth } = getComputedStyle(line);
    if (line.getAttribute("d") && stroke !== "none" && parseFloat(strokeWidth) < 4)
      found.push(["thin", line.dataset.part, strokeWidth]);
  }
  const blocks = [...screen.querySelectorAll(
    ":scope > *, figure > *, figcaption > p, .screen > div > p, ol > li, ul > li, svg text")]
    .filter((each) => seen(each) && each.getBoundingClientRect().height
      && !each.matches(".activity, .activity *:has(figcaption)"));
  for (const one of blocks) for (const other of blocks) {
    if (one === other || one.contains(other) || other.contains(one)) continue;
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 * scale && high > 6 * scale)
      found.push(["covered", one.textContent.slice(0, 40), other.textContent.slice(0, 40)]);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    """The stages as files in a folder, as on a USB stick."""
    folder = tmp_path_factory.mktemp("stick")
    build_stages(folder)
    return folder


@pytest.fixture
def opened(browser, stages):
    """Open a session's stage: ``opened("60", "?figure=drop")``; nothing may be asked or wrong."""
    contexts, asked = [], []

    def new(name, query="", **size):
        size = size or {"width": 1280, "height": 720}
        context = browser.new_context(viewport=size, reduced_motion="reduce")
        contexts.append(context)
        context.on("request", lambda r: r.url.startswith("file:") or asked.append(r.url))
        context.on("console", lambda m: m.type == "error" and asked.append(m.text))
        context.on("weberror", lambda e: asked.append(str(e.error)))
        page = context.new_page()
        page.goto((stages / f"stage_{name}.html").as_uri() + query)
        page.wait_for_selector("html[data-ready]")
        return page

    yield new
    for context in contexts:
        context.close()
    assert asked == []


def walk(name):
    """Return every stop of a session in order, as the page names it."""
    return [
        f"{each.id} {step}" for each in screens_of(led(name)) for step in range(len(each.steps))
    ]


def shown(page):
    return page.evaluate("document.documentElement.dataset.shown")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("name", led_names())
def test_on_every_screen_words_are_large_and_whole_and_nothing_is_covered(opened, name, size):
    page = opened(name, width=size[0], height=size[1])
    for stop in walk(name):
        assert shown(page) == stop
        assert page.evaluate(FAULTS) == [], stop
        page.keyboard.press("PageDown")


def test_what_a_teacher_adds_fits_too(browser, tmp_path, monkeypatch):
    services = "".join(
        f'[[services]]\nname = "{name}"\nwhat = "Help."\n'
        for name in ("Women's advice office, long house by old station".ljust(50, "m"), "W" * 50)
    )
    mine = tmp_path / FILE
    mine.write_text(f'organisation = "{"m" * 80}"\n{services}', encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(mine))
    load.forget()
    try:
        build_stages(tmp_path)
    finally:
        monkeypatch.undo()
        load.forget()
    page = browser.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page.goto((tmp_path / "stage_60.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    for stop in walk("60")[:4]:
        assert shown(page) == stop
        assert page.evaluate(FAULTS) == [], stop
        page.keyboard.press("PageDown")
    page.close()


def test_sixty_times_on_and_sixty_times_back_from_any_focus(opened):
    page = opened("demo")
    stops = walk("demo")
    chance = random.Random(15)

    def focus_something():
        there = page.query_selector_all(".screen.present :is(input, button, a)")
        if there and chance.random() < 0.8:
            chance.choice(there).focus()

    for turn in range(60):
        assert shown(page) == stops[min(turn, len(stops) - 1)]
        focus_something()
        page.keyboard.press("PageDown")
    for turn in range(60):
        assert shown(page) == stops[max(len(stops) - 1 - turn, 0)]
        focus_something()
        page.keyboard.press("PageUp")


def test_the_sentence_and_the_curve_belong_to_the_stop(opened):
    page = opened("demo", "?figure=drop")
    for step in session_steps("drop"):
        assert page.is_visible("#drop [data-part=opening]")
        checked = page.eval_on_selector("#drop [name=drop-lens]:checked", "each => each.value")
        assert checked == step.at["lens"]
        said = page.text_content("#drop [data-part=sentence-prolactin]")
        assert ("as told" in said) == (step.at["lens"] == "story")
        assert bool(page.get_attribute("#drop [data-part=line-prolactin]", "d")) == (
            step.at["lens"] == "measured"
        )
        page.keyboard.press("PageDown")


def session_steps(name):
    return next(each for each in activities_of(session("demo")) if each.id == name).steps


def test_a_state_has_an_address(opened):
    page = opened("60", "?figure=drop&lens=measured&stop=half_hour")
    assert shown(page) == "drop 5"
    assert "Half an hour" in page.text_content("#drop [data-part=opening]")
    page = opened("60", "?figure=drop&lens=measured&stop=plateau")
    assert "plateau" in page.text_content("#drop [data-part=opening]")
    for query in ("?figure=nothing", "?figure=drop&step=99&stop=never", "?step=x"):
        assert shown(opened("60", query)) in ("welcome 0", "drop 0")


def test_keys_that_mean_something_in_a_control_are_left_to_it(opened):
    page = opened("demo", "?figure=drop")
    page.keyboard.press("b")
    assert page.is_visible(".dark")
    page.keyboard.press(".")
    assert not page.is_visible(".dark")
    page.focus("#drop input[type=range]")
    page.keyboard.press("ArrowRight")
    assert shown(page) == "drop 0"
    assert "Late in arousal" in page.text_content("#drop [data-part=opening]")
    page.focus("#drop [name=drop-lens][value=measured]")
    page.keyboard.press("Space")
    assert not page.is_visible(".dark")
    assert "blood, people" in page.text_content("#drop [data-part=sentence-oxytocin]")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    assert page.is_visible(".dark")
    page.keyboard.press("PageDown")
    assert not page.is_visible(".dark")


def test_escape_leaves_nothing_and_there_is_no_quick_exit(opened):
    page = opened("demo")
    for key in ("Escape", "Escape", "Shift", "Shift", "Shift"):
        page.keyboard.press(key)
    assert shown(page) == "welcome 0"
    assert page.is_visible("#welcome h2")


def test_g_goes_to_a_screen(opened):
    page = opened("60")
    page.keyboard.press("g")
    page.click("dialog [data-go='4']")
    assert shown(page) == "drop 0"
    page.keyboard.press("PageDown")
    assert shown(page) == "drop 1"


def leaders(page):
    with page.context.expect_page() as found:
        page.keyboard.press("l")
    leader = found.value
    leader.wait_for_selector("html[data-ready][data-connected]")
    return leader


def test_fifty_random_steps_keep_both_windows_alike(opened):
    page = opened("60", "?figure=ground_rules")
    leader = leaders(page)
    chance, late = random.Random(7), []

    def hand_on_a_control(window):
        there = window.query_selector_all(".screen.present input")
        if there:
            chance.choice(there).focus()
            window.keyboard.press(chance.choice(["ArrowLeft", "ArrowRight"]))

    def key(name):
        return lambda window: window.keyboard.press(name)

    def free_key(name):
        def press(window):
            window.evaluate("document.activeElement.blur()")
            window.keyboard.press(name)

        return press

    def jump(window):
        free_key("g")(window)
        place = chance.randrange(len(activities_of(session("60"))))
        window.click(f"dialog [data-go='{place}']")

    turns = [key("PageDown")] * 4 + [key("PageUp"), hand_on_a_control, free_key("b"), jump]
    for turn in range(50):
        window = chance.choice([page, leader])
        chance.choice(turns)(window)
        other = leader if window is page else page
        wanted, began = window.evaluate(SHOWN), time.perf_counter()
        while other.evaluate(SHOWN) != wanted:
            assert time.perf_counter() - began < 5, turn  # a busy machine may be late
        late.append(time.perf_counter() - began)
    assert statistics.median(late) < 0.1


def test_the_leader_sees_what_to_say_what_comes_and_the_clock(opened):
    page = opened("60", "?figure=drop&step=7")
    leader = leaders(page)
    step = session_steps("drop")[-1]
    assert leader.text_content("[data-say]") == step.say
    assert leader.text_content("[data-ask]") == step.ask
    assert "A claim about evidence" in leader.text_content("[data-next-say]")
    assert not leader.is_visible("[data-left]")
    leader.click("[data-do=begin]")
    assert leader.text_content("[data-left] strong") == "60"
    assert leader.text_content("[data-part-left] strong") == "14"
    page.evaluate("courseStage.change({ began: courseStage.now().began - 20 * 60_000 })")
    expect(leader.locator("[data-left] strong")).to_have_text("40")
    assert leader.text_content("[data-part-left] strong") == "-6"
    assert leader.get_attribute("[data-part-left]", "data-late") is not None


def test_a_window_that_is_loaded_again_finds_its_place(opened):
    page = opened("60", "?figure=drop&step=4")
    leader = leaders(page)
    leader.reload()
    leader.wait_for_selector("html[data-ready][data-connected]")
    assert shown(leader) == "drop 3"
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert shown(page) == "drop 3"
    leader.keyboard.press("PageDown")
    expect(page.locator("html")).to_have_attribute("data-shown", "drop 4")
    page.keyboard.press("PageDown")
    expect(leader.locator("html")).to_have_attribute("data-shown", "drop 5")


def test_a_stranger_cannot_move_the_stage(opened):
    page = opened("demo")
    page.evaluate(
        """() => window.postMessage({ course: "state", state: { screen: 3, step: 0 } }, "*")"""
    )
    page.wait_for_timeout(100)
    assert shown(page) == "welcome 0"
