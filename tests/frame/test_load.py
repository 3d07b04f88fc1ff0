"""A broken data file gets one sentence with file, entry, field and remedy."""

import pytest

from course_lib.cards import quiz_data
from course_lib.evidence import claims_data, references_data
from course_lib.evidence.references_data import Verified, load_references
from course_lib.frame import load as loading
from course_lib.frame.load import ContentError, UnknownNameError, load_csv, load_table, unique
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


def load(tmp_path, text):
    path = tmp_path / "phases.toml"
    path.write_text(text, encoding="utf-8")
    return load_table(path, "phases", Phase)


def test_good_file(tmp_path):
    assert load(tmp_path, GOOD)[0].width == 1.0


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("width = 1.0", "width = 0", ["entry arousal", "width", "Correct the value"]),
        ("width = 1.0", 'width = "one"', ["entry arousal", "width", "Correct the value"]),
        ("width = 1.0", "", ["entry arousal", "width", "Add it"]),
        ('short = "Arousal"', 'shrt = "A"\nshort = "A"', ["shrt", "spelling"]),
        ('id = "arousal"', 'id = "Big One"', ["'id'", "pattern"]),
        ('label = "Arousal"', 'label = "Arousal', ["line 4", "quotation mark"]),
        ("[[phases]]", "[[fases]]", ["'fases'", "only [[phases]]"]),
        (GOOD, "", ["no [[phases]] entries"]),
    ],
)
def test_broken_file(tmp_path, old, new, wanted):
    with pytest.raises(ContentError) as caught:
        load(tmp_path, GOOD.replace(old, new))
    message = str(caught.value)
    assert "phases.toml" in message
    assert "\n" not in message
    for part in wanted:
        assert part in message


def test_missing_file(tmp_path):
    with pytest.raises(ContentError, match=r"gone\.toml is missing\. Put it back"):
        load_table(tmp_path / "gone.toml", "phases", Phase)


def test_file_that_is_not_utf8(tmp_path):
    path = tmp_path / "phases.toml"
    path.write_bytes(b'x = "\xff"')
    with pytest.raises(ContentError, match="UTF-8"):
        load_table(path, "phases", Phase)


def test_name_that_stands_twice(tmp_path):
    with pytest.raises(ContentError, match="'a' stands twice"):
        unique(tmp_path / "x.toml", ["a", "b", "a"])


def test_csv_error_names_row_and_column(tmp_path):
    header, first, *_ = (
        (loading.data_dir() / "prevalence.csv").read_text(encoding="utf-8").splitlines()
    )
    path = tmp_path / "prevalence.csv"
    path.write_text(f"{header}\n{first.replace(',2011,', ',last year,', 1)}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"row 2, field 'year'"):
        load_csv(path, PrevalenceRow)


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        ("@article{a, title={T}, year={2000}, x_verified={yes}, doi={doi.org/10.1}}", "not a DOI"),
        ("@article{a, title={T}, x_verified={yes}}", "'year' is missing"),
        ("@article{a, title={T}, year={2000}, x_verified={maybe}}", "'maybe' is unknown"),
        ("@article{a, title={T, year={2000}", "refs.bib, line"),
    ],
)
def test_broken_reference(tmp_path, entry, wanted):
    path = tmp_path / "refs.bib"
    path.write_text(entry, encoding="utf-8")
    with pytest.raises(ContentError, match=wanted):
        load_references(path)


def test_verification_survives(tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text("@misc{a, title={T}, year={2000}, x_verified={no}}", encoding="utf-8")
    assert load_references(path)["a"].verified is Verified.FROM_MEMORY


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
