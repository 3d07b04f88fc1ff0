"""A broken data file gets one sentence with file, entry, field and remedy."""

import re

import pytest

from course_lib.cards import quiz_data
from course_lib.evidence import claims_data, help_data, references_data
from course_lib.evidence.references_data import Read, load_references
from course_lib.frame.load import ContentError, UnknownNameError, load_csv, load_table
from course_lib.hormones.substances_data import Phase
from course_lib.surveys.published_data import PrevalenceRow

GOOD = """
[[phases]]
id = "arousal"
label = "Arousal"
short = "Arousal"
start = -20
end = -10
width = 1.0
"""


def load(data_copy, text):
    (data_copy / "phases.toml").write_text(text, encoding="utf-8")
    return load_table("phases.toml", "phases", Phase)


def test_good_file(data_copy):
    assert load(data_copy, GOOD)[0].width == 1.0


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("width = 1.0", "width = 0", ["entry arousal", "width", "more than 0"]),
        ("width = 1.0", 'width = "one"', ["entry arousal", "width", "Give a number"]),
        ("width = 1.0", "", ["entry arousal", "width", "Add it"]),
        ('short = "Arousal"', 'shrt = "A"\nshort = "A"', ["shrt", "spelling"]),
        ('id = "arousal"', 'id = "Big One"', ["'id'", "Write it like"]),
        ('label = "Arousal"', 'label = "Arousal', ["line 4", "quotation mark"]),
        ("[[phases]]", "[[fases]]", ["'fases'", "only [[phases]]"]),
        (GOOD, "", ["is empty", "Put it back"]),
        (GOOD, "phases = []", ["no [[phases]] entries"]),
    ],
)
def test_broken_file(data_copy, old, new, wanted):
    with pytest.raises(ContentError) as caught:
        load(data_copy, GOOD.replace(old, new))
    message = str(caught.value)
    assert "phases.toml" in message
    assert "\n" not in message
    for part in wanted:
        assert part in message


def test_missing_file():
    with pytest.raises(ContentError, match=r"gone\.toml is missing\. Put it back"):
        load_table("gone.toml", "phases", Phase)


def test_file_that_is_not_utf8(data_copy):
    (data_copy / "phases.toml").write_bytes(b'x = "\xff"')
    with pytest.raises(ContentError, match="UTF-8"):
        load_table("phases.toml", "phases", Phase)


def test_name_that_stands_twice(data_copy):
    with pytest.raises(ContentError, match="'arousal' stands twice"):
        load(data_copy, GOOD + GOOD)


def test_csv_error_names_row_and_column(data_copy):
    path = data_copy / "prevalence.csv"
    header, first, *_ = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{header}\n{first.replace(',2011,', ',last year,', 1)}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"row 2, field 'year'"):
        load_csv("prevalence.csv", PrevalenceRow)


#: What every entry of the bibliography says.
READ = "x_line={L.}, x_read={abstract}, x_read_on={2026-11-26}"


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        (f"@article{{a, title={{T}}, year={{2000}}, {READ}, doi={{doi.org/10.1}}}}", "not a DOI"),
        (f"@article{{a, title={{T}}, {READ}}}", "'year' is missing"),
        (
            f"@article{{a, title={{T}}, year={{2000}}, {READ.replace('abstract', 'maybe')}}}",
            "'maybe' is unknown",
        ),
        (
            f"@article{{a, title={{T}}, year={{2000}}, {READ.replace('2026-11-26', 'today')}}}",
            "not a day",
        ),
        ("@article{a, title={T, year={2000}", "refs.bib, line"),
    ],
)
def test_broken_reference(data_copy, entry, wanted):
    path = data_copy / "refs.bib"
    path.write_text(entry, encoding="utf-8")
    with pytest.raises(ContentError, match=wanted):
        load_references("refs.bib")


def test_how_a_source_was_read_survives(data_copy):
    path = data_copy / "refs.bib"
    entry = f"@misc{{a, title={{T}}, year={{2000}}, {READ.replace('abstract', 'memory')}}}"
    path.write_text(entry, encoding="utf-8")
    found = load_references("refs.bib")["a"]
    assert (found.line, found.read) == ("L.", Read.MEMORY)
    assert found.read_on.isoformat() == "2026-11-26"


@pytest.mark.parametrize(
    ("ask", "near"),
    [
        (lambda: claims_data.claim("C8"), "C08"),
        (lambda: references_data.reference("exton99"), "exton1999"),
        (lambda: claims_data.claims_of_lesson("1"), "01"),
        (lambda: quiz_data.quiz("5"), "05"),
    ],
)
def test_unknown_name_lists_near_matches(ask, near):
    with pytest.raises(UnknownNameError, match=near):
        ask()


@pytest.mark.parametrize("field", ["urgent", "soon", "refs"])
def test_a_help_page_without_help_is_refused(data_copy, field):
    path = data_copy / "help.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(rf"^{field} = \[.*?\]$", f"{field} = []", text, flags=re.MULTILINE | re.DOTALL),
        encoding="utf-8",
    )
    with pytest.raises(ContentError, match=rf"data/help\.toml, .*{field}.*at least 1"):
        help_data.help_data()


@pytest.mark.parametrize("wanted", [2, 6])
def test_too_few_or_too_many_items_are_told_how_many_there_may_be(data_copy, wanted):
    path = data_copy / "quizzes" / "00.toml"
    head, *items = path.read_text(encoding="utf-8").split("[[items]]\n")
    items = [*items, *items][:wanted]
    path.write_text("[[items]]\n".join([head, *items]), encoding="utf-8")
    with pytest.raises(ContentError, match="at least 3 and at most 5"):
        quiz_data.quiz("00")
