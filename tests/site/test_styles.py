"""Style sheets are read as a browser reads them: a lost brace silently drops all that follows."""

import base64
import re
from itertools import combinations
from pathlib import Path

import pytest
import tinycss2

from course_lib.frame import palette
from course_lib.frame.colour_model import alike, contrast
from course_lib.site.page_assets import assets

SHEETS = sorted(Path(__file__).parents[2].glob("course_lib/**/*.css"))
#: Rules at whose place declarations stand, and no rules.
DECLARED = {"page", "font-face", "bottom-right"}
#: Rules for those who have not asked for less motion.
WELCOME = re.compile(r"@media \(prefers-reduced-motion: no-preference\) \{\n.*?\n\}", re.DOTALL)


def mistakes(nodes):
    """Return what a browser would skip, with its line."""
    found = []
    for node in nodes:
        if node.type == "error":
            found.append(f"line {node.source_line}: {node.message}")
        elif node.type == "qualified-rule":
            found += mistakes(tinycss2.parse_declaration_list(node.content, skip_comments=True))
        elif node.type == "at-rule" and node.content is not None:
            holds = "declaration" if node.lower_at_keyword in DECLARED else "rule"
            parse = getattr(tinycss2, f"parse_{holds}_list")
            found += mistakes(parse(node.content, skip_comments=True))
    return found


def read(text):
    return mistakes(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def test_the_sheets_are_found():
    assert {sheet.name for sheet in SHEETS} >= {"base.css", "page.css", "paper.css", "stage.css"}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_style_sheet_has_no_rule_that_a_browser_skips(sheet):
    assert read(sheet.read_text("utf-8")) == []


def test_a_lost_brace_is_found():
    assert read("a { color: red;\nb { color: blue; }\n")
    assert read("a { color: red; }\nb { color: blue; }\n") == []


#: Tokens behind text, and tokens that are only lines or shapes; every other one is text.
BEHIND, LINES = ("paper", "card", "tint"), ("rule", "sun", "-ground", "-soft", "-mid", "-deep")
SPECIAL = re.compile(r"#[0-9a-f]{3,8}\b")


def faint(colours):
    """Return the pairs of text and what is behind it that stand apart by less than 7 to 1."""
    texts = [name for name in colours if not name.endswith((*BEHIND, *LINES, "exit-ink"))]
    texts.append("soft")
    pairs = [(text, behind) for text in sorted(texts) for behind in BEHIND]
    pairs += [(text, f"{voice}-ground") for voice in palette.VOICES for text in ("ink", voice)]
    pairs.append(("exit-ink", "exit"))
    return [pair for pair in pairs if contrast(*(colours[name] for name in pair)) < 7]


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_of_text_stands_apart_by_seven_to_one(dark):
    colours = palette.tokens(dark=dark)
    assert {"ink", "soft", "exit", *palette.VOICES} <= colours.keys()
    assert faint(colours) == []


@pytest.mark.parametrize(("name", "colour"), [("soft", "#5f554b"), ("help", "#9c4d3b")])
def test_a_faint_colour_is_found(name, colour):
    light = palette.tokens(dark=False)
    assert (name, "paper") in faint({**light, name: colour})
    assert ("new", "tint") in faint({**light, "new": colour})


@pytest.mark.parametrize("dark", [False, True])
def test_voices_are_told_apart_by_all_eyes(dark):
    colours = palette.tokens(dark=dark)
    for one, other in combinations(palette.VOICES, 2):
        assert not [*alike(colours[f"{one}-mid"], colours[f"{other}-mid"])], (one, other)


def test_light_and_dark_pages_have_the_same_tokens():
    assert palette.tokens(dark=False).keys() == palette.tokens(dark=True).keys()


@pytest.mark.parametrize("name", ["page.css", "stage.css", "house.css", "base.css"])
def test_a_sheet_takes_its_colours_from_the_palette(name):
    """The ring around what has the focus is the browser's blue, and no voice's."""
    sheet = next(each for each in SHEETS if each.name == name).read_text("utf-8")
    focus_black_and_white = {"#2478b5", "#6db3ea", "#000000", "#000", "#fff", "#999"}
    assert set(SPECIAL.findall(sheet)) <= focus_black_and_white


def test_the_fonts_of_a_page_weigh_less_than_forty_kilobytes():
    sheet = next(each for each in SHEETS if each.name == "type.css")
    fonts = re.findall(r"data:font/woff2;base64,([^\"]+)", sheet.read_text("utf-8"))
    assert len(fonts) == 2
    assert sum(len(base64.b64decode(font)) for font in fonts) < 40_000
    for name in ("fraunces", "atkinson"):
        licence = sheet.with_name(f"{name}-license.txt").read_text("utf-8")
        assert "SIL Open Font License" in licence
        assert assets()[f"assets/{name}-license.txt"]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_movement_is_short_and_only_for_who_welcomes_it(sheet):
    text = sheet.read_text("utf-8")
    times = re.findall(r"transition: [^;]*?([\d.]+)s", text)
    assert all(float(each) < 0.3 for each in times)
    for welcome in WELCOME.findall(text):
        text = text.replace(welcome, "")
    rules = [rule for rule in text.split("}") if re.search(r"\s(transition|animation)[-:]", rule)]
    # A note that comes late (`not-yet`) is no motion: nothing is seen to move.
    moving = [rule.strip() for rule in rules if not re.search(r": (none|not-yet 6s);", rule)]
    assert moving == []
