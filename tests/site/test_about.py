"""The course says of itself what readers may ask, and what follows from data is counted."""

import re

import pytest
from bs4 import BeautifulSoup

from course_lib.evidence import claims_data, references_data
from course_lib.frame import read
from course_lib.frame.read import ContentError
from course_lib.site import about_data
from course_lib.site.about_data import Part
from course_lib.site.exporter import CourseExporter


@pytest.fixture(scope="module")
def page():
    made = CourseExporter().plain_page(
        "about", about=about_data.about(), derived=about_data.derived()
    )
    return BeautifulSoup(made, "html.parser")


def test_every_question_stands_on_the_page_with_its_answer(page):
    shown = " ".join(page.main.get_text(" ").split())
    assert [part.id for part in about_data.about().parts] == list(Part)
    assert [each.get_text() for each in page.select("main h2")] == [
        part.question for part in about_data.about().parts
    ]
    for part in about_data.about().parts:
        for line in part.answer:
            assert line in shown


def test_the_sources_are_counted_by_how_they_were_read(page):
    counts = re.findall(r"x_read = \{(\w+)\}", read.text("references.bib"))
    said = next(each.get_text() for each in page.select("main p") if "in part" in each.text)
    for kind in ("abstract", "excerpt", "full_text", "memory"):
        assert re.search(rf"\b{counts.count(kind)}\b", said), kind
    assert len(counts) == len(references_data.references())


def test_the_rule_stands_there_line_by_line(page):
    lines = [each.get_text() for each in page.select("main ol > li")]
    for line, row in zip(lines, claims_data.grade_rule(), strict=True):
        assert line.startswith(row.says)


def test_the_days_are_those_of_the_sources(page):
    days = sorted(re.findall(r"x_read_on = \{([\d-]+)\}", read.text("references.bib")))
    assert f"{days[0]} to {days[-1]}" in page.footer.get_text()
    assert about_data.about().review_by.isoformat() in page.main.get_text()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "paid_by"', 'id = "made_for"', "made_for"),
        ('review_by = "2027-11-26"', 'review_by = "2026-11-26"', "field 'review_by'"),
        ('review_by = "2027-11-26"', 'review_by = "soon"', "field 'review_by'"),
        ('id = "again"', 'id = "later"', "entry later, field 'id'"),
    ],
)
def test_a_page_that_leaves_something_out_is_refused(broken_data, old, new, said):
    broken_data("about.toml", old, new)
    with pytest.raises(ContentError, match=re.escape(said)):
        about_data.about()


def test_it_is_linked_from_the_first_page_and_every_footer(site_folder):
    first = BeautifulSoup((site_folder / "index.html").read_text("utf-8"), "html.parser")
    assert first.select('main a[href="about.html"]')
    pages = [
        each
        for each in site_folder.glob("*.html")
        if not re.match("notes|stage_|leader_", each.name)
    ]
    assert len(pages) > 10
    for each in pages:
        footer = BeautifulSoup(each.read_text("utf-8"), "html.parser").footer
        assert footer.select('a[href="about.html"]'), each.name
        assert about_data.checked_line() in footer.get_text(), each.name
    assert "about" not in (site_folder / "notes.html").read_text("utf-8")


def test_it_says_which_article_is_checked_and_names_no_one_that_nobody_knows():
    (part,) = [each for each in about_data.about().parts if each.id is about_data.Part.ARTICLE]
    said = " ".join(part.answer)
    assert f"{len(claims_data.claims())} claims" in said
    assert "no author, address or date" in said
    assert "http" not in said
