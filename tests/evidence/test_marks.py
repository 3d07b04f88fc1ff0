"""Marks and lines of sources, for an invented claim and invented sources."""

from datetime import date
from types import SimpleNamespace

import pytest
from said import said

from course_lib.evidence import claims_data, marks, references_data
from course_lib.evidence.references_data import Read, Reference, Studied

PLAIN = {
    "key": "tea2001",
    "kind": "article",
    "authors": ["Tea, A.", "Cup, B."],
    "year": "2001",
    "title": "Tea & sleep",
    "published_in": "Leaves",
    "line": "Ten people slept & woke.",
    "read": Read.ABSTRACT,
    "read_on": date(2026, 11, 26),
}
WHO = "some_people two, some_animals one"
LINE = "Ten people slept &amp; woke. <strong>[{}]</strong>".format


def source(**changed):
    return Reference(**{**PLAIN, **changed})


@pytest.fixture
def claim(monkeypatch):
    made = SimpleNamespace(grade="fair", id="C91")
    entry = SimpleNamespace(symbol="◐", word="mixed <or> so")
    monkeypatch.setattr(claims_data, "grades", lambda: {"fair": entry})
    monkeypatch.setattr(claims_data, "claim", lambda _: made)
    return made


def test_a_claim_is_marked_with_its_grade(claim):
    assert marks.grade_words(claim) == "◐ mixed <or> so"
    assert marks.mark_title(claim) == "Mixed <or> so. Opens the evidence."
    assert marks.mark_name(claim) == "mixed <or> so, open"
    mark = (
        '<a class="cc-mark" href="#{0}" title="Mixed &lt;or&gt; so. Opens the evidence." '
        'aria-label="mixed &lt;or&gt; so, open" data-mark="{0}">◐</a>'
    ).format
    assert marks.claim_mark("C91") == mark("C91")
    this = said("marks.this")
    two = f"{this} {mark('C91')} {mark('C92')}"
    assert marks.claim_marks(["C91", "C92"]) == f'<span class="cc-rests">{two}</span>'
    assert marks.claim_marks([]) == ""


@pytest.mark.parametrize(
    ("counted", "near", "other", "told"),
    [
        ("t", "", "", "Studies_1 one · who_people · time_yes · about_yes"),
        ("tc", "c", "", "Studies_2 two · who_people · time_yes · about_yes_some one"),
        ("tc", "", "c", "Studies_2 two · who_people · time_yes_some one · about_yes"),
        ("tcm", "m", "tc", f"Studies_2 three · {WHO} · time_yes_some one · about_yes_some two"),
    ],
)
def test_the_answers_behind_a_grade_are_told_in_one_order(keys, counted, near, other, told):
    studied = {"t": Studied.PEOPLE, "c": Studied.PEOPLE, "m": Studied.ANIMALS}
    keys.setattr(references_data, "reference", lambda k: SimpleNamespace(whom_studied=studied[k]))
    answers = SimpleNamespace(
        studies=len(counted), time="yes", about="yes", agree="yes", other_moment=other, near=near
    )
    made = SimpleNamespace(answers=answers, counted=counted, grade_because="")
    assert marks.why_words(made) == f"{told} · agree_yes."


@pytest.fixture
def keys(monkeypatch):
    """Phrases that are their own keys, and the number they were given."""

    def phrase(key, number=""):
        room, name = key.split(".")
        assert room == "evidence"
        return f"{name} {number}".strip()

    monkeypatch.setattr(marks, "phrase", phrase)
    return monkeypatch


@pytest.mark.parametrize(("supports", "word"), [((), "no"), (("t",), "yes")])
@pytest.mark.usefixtures("keys")
def test_a_claim_without_a_study_says_whether_anything_speaks_for_it(supports, word):
    answers = SimpleNamespace(studies=0)
    made = SimpleNamespace(answers=answers, supports=supports, grade_because="As A. decided.")
    assert marks.why_words(made) == f"Studies_0 none · supported_{word}. As A. decided."


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({}, "<em>Leaves</em>"),
        ({"volume": "3"}, "<em>Leaves</em> 3"),
        ({"volume": "3", "number": "2"}, "<em>Leaves</em> 3(2)"),
        ({"volume": "3", "number": "2", "pages": "4–5"}, "<em>Leaves</em> 3(2): 4–5"),
        ({"volume": "3", "pages": "4–5"}, "<em>Leaves</em> 3: 4–5"),
        ({"pages": "4–5"}, "<em>Leaves</em> 4–5"),
        ({"published_in": "", "volume": "3"}, "3"),
        ({"published_in": "A & B"}, "<em>A &amp; B</em>"),
    ],
)
def test_a_source_says_where_it_stands(changed, where):
    assert marks.reference_line(source(**changed)) == (
        f"Tea, A., Cup, B. (2001). Tea &amp; sleep. {where}."
    )


def test_a_source_that_stands_nowhere_has_no_full_stop_of_its_own():
    line = marks.reference_line(source(published_in=""))
    assert line == "Tea, A., Cup, B. (2001). Tea &amp; sleep."


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        (["A"], "A"),
        (["A", "B", "C"], "A, B, C"),
        (["A", "B", "C", "D"], "A, B, C and others"),
        (["A", "others"], "A and others"),
        (["A", "B", "C", "others"], "A, B, C and others"),
    ],
)
def test_three_names_at_most(authors, names):
    assert marks.reference_line(source(authors=authors)).startswith(f"{names} (2001). ")


@pytest.mark.parametrize(
    ("title", "end"), [("Why?", "Why? <em>"), ("Oh!", "Oh! <em>"), ("So", "So. <em>")]
)
def test_a_title_ends_once(title, end):
    assert f"(2001). {end}Leaves" in marks.reference_line(source(title=title))


@pytest.mark.parametrize(
    ("changed", "doi"),
    [
        ({}, ""),
        ({"doi": "10.1/x"}, " DOI: 10.1/x."),
        ({"doi": "10.1/x", "doi_from_memory": "10.1/y"}, " DOI: 10.1/x."),
        ({"doi": "10.1/x", "doi_is_preprint": True}, f" {said('evidence.doi_preprint')}: 10.1/x."),
        ({"doi_from_memory": "10.1/y"}, f" DOI: 10.1/y ({said('evidence.doi_from_memory')})."),
    ],
)
def test_a_doi_says_how_far_it_can_be_trusted(changed, doi):
    changed = source(**changed)
    seen = LINE(said("evidence.read_abstract", date="2026-11-26"))
    assert marks.reference_line(changed).endswith(f"<em>Leaves</em>.{doi}")
    assert marks.source_line(changed) == f"{seen}{doi}"
    assert marks.source_line(changed, doi=False) == seen


@pytest.mark.parametrize("read", Read)
def test_a_source_says_how_it_was_read(read):
    wanted = said(f"evidence.read_{read.value}", date="2026-11-26")
    assert marks.source_line(source(read=read)) == LINE(wanted)


def test_a_list_of_sources_leads_to_the_page_of_all(monkeypatch):
    made = {
        "tea2001": source(),
        "cup2002": source(key="cup2002", year="2002", authors=["Cup & Co"]),
    }
    monkeypatch.setattr(references_data, "reference", made.__getitem__)
    link = (
        '<li><a href="references.ipynb#ref-{}" target="_blank" data-lesson-link="">{}</a>: {}</li>'
    )
    first = link.format("tea2001", "Tea and Cup, 2001", marks.source_line(made["tea2001"]))
    second = link.format("cup2002", "Cup &amp; Co, 2002", marks.source_line(made["cup2002"]))
    assert marks.reference_list(["tea2001", "cup2002"]) == f"<ul>{first}{second}</ul>"
    assert marks.reference_list([]) == f"<p>{said('evidence.no_sources')}</p>"


def test_further_pages_are_links_in_a_row():
    def link(name):
        words = said(f"pages.link_{name}")
        return f'<a href="{name}.ipynb" target="_blank" data-lesson-link="">{words}</a>'

    row = f"{said('pages.more')} {link('glossary')} · {link('references')}"
    assert marks.further_pages("glossary", "references") == f'<p class="cc-reading">{row}</p>'
