"""Every "no study was found" of the course has a search behind it, with its words and date."""

import json
import re
import shutil
import tomllib

import pytest
from bs4 import BeautifulSoup

from course_lib import EvidenceDrawer
from course_lib.evidence import claims_data, references_data, searches_data
from course_lib.frame import lessons_data, load, read
from course_lib.frame.phrases import phrase
from course_lib.frame.read import ContentError, data_dir

#: How the course says that something is not known.
NOT_KNOWN = re.compile(
    r"\b(?<!study )(?<!reviews )found (no|none|only)\b"
    r"|\b(no|nobody|nothing)\b[^.?!]{0,60}\b(was|were) found\b"
    r"|\b(was|were) not found\b"
    r"|\bno (\w+ ){0,3}(study|trial|measurement|figure|research|survey|test)s? "
    r"(of|for|that|has|have|compared|measured|tested|counted|looked|on)\b"
    r"|\bno such (study|trial)\b"
    r"|\b(nobody|no one) (knows|can say)\b"
    r"|\b(nobody|no one) has (ever )?(looked|tested|shown|measured|followed|asked|counted)\b"
    r"|\b(not|hardly|rarely|never) (yet )?(been )?"
    r"(counted|measured|tested|known|studied|shown|proven)\b"
    r"|\bhardly any (study|studies|research)\b"
    r"|\b(unknown|untested)\b",
    re.IGNORECASE,
)
#: Said of what this course read, and not of all research.
OF_OUR_OWN = re.compile(
    r"\b(source|sources) (we |we've )?(read|was read)\b|\bwe did not read\b", re.IGNORECASE
)
SENTENCE_END = re.compile(r"(?<=[.;!?”])\s+|\n+")
CLAIM = re.compile(r"\bC\d\d\b")
#: Files in which each entry is a topic of its own, so that a claim beside it is not enough.
TOPICS = {"faq", "substances"}
#: Files that are not about research on tears after sex: drill, frame and the words of the tools.
NOT_ABOUT_THIS = {"tutorial", "site", "searches"}
#: Words for a choice, a heading or a picture: they say nothing of the world by themselves.
LABELS = (data_dir().parent / "tests" / "evidence" / "labels.txt").read_text("utf-8").splitlines()


def sentences(text):
    """Return the sentences of a text that say that something is not known."""
    return [
        each.strip()
        for each in SENTENCE_END.split(text)
        if NOT_KNOWN.search(each) and not OF_OUR_OWN.search(each) and each.strip() not in LABELS
    ]


def texts(raw, place, claims=frozenset()):
    """Return every text of a data file, with its place and the claims beside and above it."""
    stem, _, entry = place.partition(":")
    if isinstance(raw, dict):
        beside = {
            each
            for value in raw.values()
            for each in (value if isinstance(value, list) else [value])
            if isinstance(each, str) and CLAIM.fullmatch(each)
        }
        for key, value in raw.items():
            yield from texts(value, place if entry else f"{stem}:{key}", claims | beside)
    elif isinstance(raw, list):
        for each in raw:
            top = isinstance(each, dict) and "id" in each and f"{stem}:{each['id']}"
            yield from texts(each, top if top in searches_data.places() else place, claims)
    elif isinstance(raw, str):
        yield place, raw, claims


def said_in_data():
    """Return (place, claims, sentence) for each "not known" of the data."""
    for path in sorted(data_dir().rglob("*.toml")):
        stem = path.relative_to(data_dir()).as_posix().removesuffix(".toml")
        if stem in NOT_ABOUT_THIS:
            continue
        for place, text, claims in texts(tomllib.loads(path.read_text("utf-8")), f"{stem}:"):
            own = {place.partition(":")[2]} if stem.startswith("claims/") else claims
            for sentence in sentences(text):
                yield place, own, sentence


def said_in_notebooks():
    """Return (place, claims, sentence) for each "not known" of a lesson's prose."""
    for path in sorted(lessons_data.NOTEBOOKS.glob("[0-9]*.ipynb")):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                text = "".join(cell["source"])
                place = f"{searches_data.NOTEBOOK}{path.name[:2]}:{cell['id']}"
                plain = re.sub(r"\]\([^)]*\)", "]", text)
                for sentence in sentences(plain):
                    yield place, set(CLAIM.findall(text)), sentence


def without_a_search(said, searches):
    """Return the sentences that no search stands behind."""
    claims_searched = {claim for search in searches for claim in search.claims}
    covered = {place for search in searches for place in search.covers}
    return [
        f"{place}: {sentence}"
        for place, claims, sentence in said
        if place not in covered
        and (place.partition(":")[0] in TOPICS or not claims & claims_searched)
    ]


SAID = [*said_in_data(), *said_in_notebooks()]
SEARCHES = searches_data.log().searches


def test_each_not_known_has_a_search_behind_it():
    assert without_a_search(SAID, SEARCHES) == []


@pytest.mark.parametrize("search", SEARCHES, ids=lambda search: search.id)
def test_each_search_is_needed(search):
    others = [each for each in SEARCHES if each is not search]
    leans_on_it = any(set(search.claims) & claims for _, claims, _ in SAID)
    assert leans_on_it or without_a_search(SAID, others)


def test_each_text_that_a_search_names_says_that_something_is_not_known():
    said = {place for place, _, _ in SAID}
    named = [place for search in SEARCHES for place in search.covers]
    assert [place for place in named if place not in said] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We found no study of rain.",
        "No study was found that measured this.",
        "Nobody knows why.",
        "How many people cry has not been counted.",
        "Hardly any research has asked them.",
        "It has never been tested.",
        "In people the time course is unknown.",
    ],
)
def test_a_new_sentence_without_a_search_is_seen(sentence):
    said = [("quizzes/01:new", set(), each) for each in sentences(f"It rains. {sentence}")]
    assert without_a_search(said, SEARCHES) == [f"quizzes/01:new: {sentence}"]


def test_the_cells_that_searches_name_are_there():
    cells = {
        f"{searches_data.NOTEBOOK}{path.name[:2]}:{cell['id']}"
        for path in lessons_data.NOTEBOOKS.glob("[0-9]*.ipynb")
        for cell in json.loads(path.read_text("utf-8"))["cells"]
    }
    named = {place for search in SEARCHES for place in search.covers}
    assert {place for place in named if place.startswith(searches_data.NOTEBOOK)} <= cells


def test_each_label_is_still_said():
    everything = "\n".join(
        path.read_text("utf-8")
        for path in (*data_dir().rglob("*.toml"), *lessons_data.NOTEBOOKS.glob("*.ipynb"))
    )
    assert [label for label in LABELS if label not in everything.replace('\\"', '"')] == []


@pytest.mark.parametrize("search", SEARCHES, ids=lambda search: search.id)
def test_what_a_search_calls_its_source_was_read_as_it_says(search):
    for key in search.refs:
        assert references_data.reference(key).read is not references_data.Read.MEMORY


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('where = "stored_pages"', 'where = "pubmed"', r"no index 'pubmed'.*stored_pages"),
        ('"faq:ssri", ', '"faq:ssris", ', r"no text 'faq:ssris'.*faq:ssri"),
        ('claims = ["C33", ', 'claims = ["C99", ', r"no claim 'C99'"),
        ("date = 2026-11-27", 'date = "someday"', r"entry hormones_and_tears, field 'date'"),
        ('"vanderveen2011"', '"vanderveen2010"', r"no source 'vanderveen2010'.*vanderveen2011"),
    ],
)
def test_a_slip_in_the_log_is_named(tmp_path, monkeypatch, old, new, said):
    shutil.copytree(data_dir(), tmp_path / "data")
    file = tmp_path / "data" / "searches.toml"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    monkeypatch.setattr(read, "data_dir", lambda: tmp_path / "data")
    load.forget()
    try:
        with pytest.raises(ContentError, match=said):
            searches_data.log()
    finally:
        monkeypatch.undo()
        load.forget()


def lines_of(shown, claim):
    """Return what the drawer says was searched for a claim."""
    item = BeautifulSoup(shown, "html.parser").select_one(f"[data-claim={claim}]")
    row = item.find("dt", string=phrase("evidence.searched"))
    return list(row.find_next("dd").stripped_strings) if row else []


@pytest.mark.parametrize("claim", claims_data.claims())
def test_the_drawer_says_what_was_searched_for_each_claim(claim):
    lesson = lessons_data.sections()[claims_data.claim(claim).section].lesson
    lines = lines_of(EvidenceDrawer(lesson).static_html(), claim)
    searches = searches_data.searches_of(claim)
    assert len(lines) == len(searches)
    for line, search in zip(lines, searches, strict=True):
        assert search.question in line
        assert f"{search.date:%Y}" in line
        assert search.nearest in line or ": see C" in line


def test_a_search_behind_two_claims_is_told_once():
    shown = EvidenceDrawer("01").static_html()
    assert lines_of(shown, "C05")[0].count("Nearest: ") == 1
    assert lines_of(shown, "C11") == [
        (
            "“Has anybody measured hormones, feelings and tears after sex in the same people?” "
            "27 November 2026: see C05."
        )
    ]
    assert "not PubMed" in BeautifulSoup(shown, "html.parser").get_text()
