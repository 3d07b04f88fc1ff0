"""No finding without a line: a number that the course says stands in the line of a source.

A line is the result that the course takes from a source, in our own words
(``x_line`` in ``data/references.bib``); numbers of participants in it come from ``prevalence.csv``.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from course_lib.cards import faq_data
from course_lib.evidence import backlinks, claims_data, help_data, marks, references_data
from course_lib.evidence.drawer import EvidenceDrawer
from course_lib.evidence.reference_pages import References
from course_lib.evidence.references_data import Read, load_references
from course_lib.frame import figures, lessons_data, read
from course_lib.frame.read import ContentError
from course_lib.surveys import published_data

CLAIMS = claims_data.claims()
SOURCES = references_data.references()
#: Number words from two on; "one" is mostly no count ("in one study").
WORDS = {figures.in_words(number): number for number in range(2, 100)}
WORDED = "|".join(sorted(WORDS, key=len, reverse=True))
#: What a sentence counts of its own: sources, ideas, steps. Such a number is no result.
OWN = "stud|sources|surveys|reviews|analys|groups|others?|handbooks|steps|papers|substances"
NUMBER = re.compile(
    rf"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)|\b({WORDED})\b(?!\s+(?:\w+\s+)?(?:{OWN}))",
    re.IGNORECASE,
)
#: A result that can be told apart anywhere: a share, or how many people, couples or studies.
RESULT = re.compile(
    r"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?) ?(?:%|(?:\w+ ){0,2}(?:women|men|people|adults|couples"
    r"|students|twins|trials|studies|countries|patients|mothers|criers|crying episodes)\b)"
)
#: Results worked out by the course, and numbers that stand for no result.
WORKED_OUT = {
    "activities.toml": {"200"},  # invented surveys
    "crying.toml": {"9", "100"},  # of 100 episodes, what the digest leaves
    "quizzes/07.toml": {"1,000"},  # invented surveys, here and below
    "quizzes/11.toml": {"40"},
    "tutorial.toml": {"900"},
    "words.toml": {"95", "100", "200", "1,000"},
    "07": {"95", "100", "1,000"},
}


def value(digits):
    return Decimal(digits.replace(",", ""))


def numbers(text):
    """Return the numbers that a text says, in digits or in words; 0 and 1 are no result."""
    found = {
        value(digits) if digits else Decimal(WORDS[word.lower()])
        for digits, word in NUMBER.findall(text)
    }
    return {each for each in found if each > 1 or each % 1}


def says(known, number):
    """Tell whether numbers have one, or a more exact one that rounds to it."""
    step = Decimal(1).scaleb(number.as_tuple().exponent)
    return any(each.quantize(step, ROUND_HALF_UP) == number for each in known)


def told(keys):
    """Return the numbers in the lines of some sources, and their years."""
    lines = (f"{SOURCES[key].line} {SOURCES[key].year}" for key in keys)
    return set().union(*map(numbers, lines))


def sources(claim):
    return {*claim.supports, *claim.limits}


def missing(text, keys):
    """Return a sentence for each number of a text that no line of its sources says."""
    known = told(keys)
    return sorted(
        f"{each} stands in no x_line of {', '.join(sorted(keys))} (data/references.bib)"
        for each in numbers(text)
        if not says(known, each)
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2,181 men, 46% and 5.1%, in one study", {"2181", "46", "5.1"}),
        ("Ten men in two studies, and twenty-two women", {"10", "22"}),
        ("DSM-5, ICD-11, 0 and 1", set()),
        ("from 20 to 87 beats", {"20", "87"}),
        ("three old papers, six controlled trials", {"6"}),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text, found):
    assert {str(each) for each in numbers(text)} == found


def test_a_rounded_number_is_the_same_and_another_is_not():
    line = numbers("32.9%, 0.47")
    assert says(line, Decimal(33))
    assert says(line, Decimal("0.5"))
    assert not says(line, Decimal(32))
    assert not says(line, Decimal("32.8"))


@pytest.mark.parametrize("key", CLAIMS)
def test_each_number_of_a_claim_stands_in_the_line_of_one_of_its_sources(key):
    claim = CLAIMS[key]
    assert missing(f"{claim.finding} {claim.studied} {claim.better}", sources(claim)) == []


@pytest.mark.parametrize("key", faq_data.questions())
def test_each_number_of_an_answer_stands_in_the_line_of_one_of_its_sources(key):
    question = faq_data.questions()[key]
    keys = {*question.refs, *help_data.help_data().refs}
    keys |= {each for name in question.claims for each in sources(CLAIMS[name])}
    assert missing(f"{question.short} {question.long}", keys) == []


@pytest.mark.parametrize("row", published_data.prevalence(), ids=lambda row: row.row_id)
def test_each_published_figure_stands_in_the_line_of_its_source(row):
    assert missing(f"{row.percent} {row.n or ''}", [row.study_key]) == []


def texts():
    """Return every text that a learner reads, by where it stands."""
    for name in read.files("**/*.toml"):
        if name != "searches.toml":  # what came nearest need not be a source of the course
            yield name, str(figures.toml(name))
    for lesson in lessons_data.lessons():
        yield lesson, backlinks.prose(lesson)


@pytest.mark.parametrize(("name", "text"), [*texts()], ids=lambda each: each[:20])
def test_each_share_and_number_of_people_stands_in_some_line(name, text):
    """Wherever it is said: a number that no source tells is a slip or an invention."""
    known = told(SOURCES)
    found = {digits for digits in RESULT.findall(text) if not says(known, value(digits))}
    found -= WORKED_OUT.get(name, set())
    assert not found, f"{name}: {', '.join(sorted(found))} in no x_line of data/references.bib"


def test_every_source_has_a_line_of_its_own():
    lines = [each.line for each in SOURCES.values()]
    assert len(set(lines)) == len(lines)
    for source in SOURCES.values():
        assert source.line.endswith("."), source.key
        assert 30 < len(source.line) < 350, source.key


@pytest.mark.parametrize("field", ["x_line", "x_read", "x_read_on"])
def test_a_source_without_its_result_is_refused(data_copy, field):
    entry = (
        "@misc{tea, title={Tea}, year={2000}, x_line={Ten people drank tea.}, x_read={abstract}, "
        "x_read_on={2026-11-26}}"
    )
    path = data_copy / "refs.bib"
    path.write_text(entry, encoding="utf-8")
    assert load_references("refs.bib")["tea"].read is Read.ABSTRACT
    path.write_text(entry.replace(f"{field}=", "x_where="), encoding="utf-8")
    with pytest.raises(ContentError, match=f"entry tea, field '{field}' is missing"):
        load_references("refs.bib")


def test_a_number_of_participants_is_filled_into_a_line():
    for key in ("bird2011", "burri2011", "schweitzer2015", "maczkowiack2019"):
        assert SOURCES[key].line.startswith(f"{figures.figures()[f'participants.{key}']} ")


def test_the_drawer_and_the_list_show_each_line_and_how_it_was_read():
    listed = References().static_html()
    for lesson in lessons_data.lessons():
        shown = EvidenceDrawer(lesson).static_html()
        for claim in claims_data.claims_of_lesson(lesson):
            for key in sources(claim):
                assert marks.source_line(SOURCES[key]) in shown
    for source in SOURCES.values():
        assert marks.source_line(source, doi=False) in listed


@pytest.mark.parametrize(
    ("added", "says"),
    [
        ("@article{x, title = {b", "end of file"),
        ("@article{lorrain1997,\n  title = {b},\n}\n", "Duplicate"),
        ("@misc{x, title = {b}, title = {c},\n}\n", "title"),
    ],
)
def test_a_broken_bibliography_says_where_and_what_once(data_copy, caplog, added, says):
    path = data_copy / "references.bib"
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    with pytest.raises(ContentError, match=rf"references\.bib, line \d+: .*{says}.*\. Correct"):
        references_data.load_references("references.bib")
    assert not caplog.records  # the parser's own words are not heard
