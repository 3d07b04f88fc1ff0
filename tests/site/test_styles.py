"""Style sheets are read as a browser reads them: a lost brace silently drops all that follows."""

from pathlib import Path

import pytest
import tinycss2

SHEETS = sorted(Path(__file__).parents[2].glob("course_lib/**/*.css"))


def mistakes(nodes):
    """Return what a browser would skip, with its line."""
    found = []
    for node in nodes:
        if node.type == "error":
            found.append(f"line {node.source_line}: {node.message}")
        elif node.type == "qualified-rule":
            found += mistakes(tinycss2.parse_declaration_list(node.content, skip_comments=True))
        elif node.type == "at-rule" and node.content is not None:
            holds = "declaration" if node.lower_at_keyword == "page" else "rule"
            parse = getattr(tinycss2, f"parse_{holds}_list")
            found += mistakes(parse(node.content, skip_comments=True))
    return found


def read(text):
    return mistakes(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def test_the_sheets_are_found():
    assert {sheet.name for sheet in SHEETS} >= {"base.css", "page.css", "handout.css"}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_style_sheet_has_no_rule_that_a_browser_skips(sheet):
    assert read(sheet.read_text("utf-8")) == []


def test_a_lost_brace_is_found():
    assert read("a { color: red;\nb { color: blue; }\n")
    assert read("a { color: red; }\nb { color: blue; }\n") == []
