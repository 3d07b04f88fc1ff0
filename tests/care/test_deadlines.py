"""Care that cannot wait stands once in `help.toml`, and is named wherever waiting is advised."""

import html
import re

import pytest

import course_lib
from course_lib.cards import faq_data
from course_lib.evidence import help_data
from course_lib.frame import figures, read
from course_lib.site import build
from course_lib.site.lesson import read_notebook
from tools import refresh

#: What says that something about unwanted sex may be done later, or not at all.
WAITING = re.compile(
    r"need not be decided|report(s|ed)? (it )?or not|whether or not|without (a|any) report"
    r"|never report|Nothing has to be reported|Explaining can wait|when they choose"
    r"|later and alone",
)
UNWANTED = re.compile(r"not wanted|unwanted|pressed|pressure|said no|said “no”|hurt|their past")
DEADLINE = re.compile(r"works only for a short time|has a deadline|cannot wait|do not wait")
PRIVATE = re.compile(r"private (window|browsing)", re.IGNORECASE)


def care():
    return help_data.help_data().care


def entries():
    """Return each entry of each data file as one text, with its place."""

    def texts(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | dict):
            for each in value.values() if isinstance(value, dict) else value:
                yield from texts(each)

    for name in read.files("**/*.toml"):
        for key, value in figures.toml(name).items():
            parts = value if isinstance(value, list) else [value]
            for i, part in enumerate(parts):
                yield f"data/{name}, {key}[{i}]", " ".join(texts(part))


def cells():
    """Return each paragraph of prose, also the facilitators', with its place."""
    for path in refresh.notebooks():
        for cell in read_notebook(path).cells:
            if cell.cell_type == "markdown":
                for paragraph in re.split(r"\n\n|\n(?=- )", cell.source):
                    yield f"{path.name} ({cell.id})", paragraph


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("deadline", ["5 days", "72 hours", "the sooner the better", "without any report"]),
        ("neck", ["neck", "no mark", "emergency care now"]),
        ("bleeding", ["After the menopause", "in pregnancy", "promptly"]),
        ("private", ["history", "nothing more", "network", "cannot reach"]),
        ("pictures", ["Write down", "stop pictures from spreading"]),
    ],
)
def test_each_kind_of_care_says_what_counts(name, words):
    said = getattr(care(), name)
    for word in words:
        assert word in said


@pytest.mark.parametrize("name", ["HelpPanel", "HelpDirectory"])
def test_the_panel_and_the_directory_say_all_of_it(name):
    said = getattr(course_lib, name)().describe()
    for each in (care().deadline, care().neck, care().bleeding, care().private):
        assert each in said


def test_the_help_page_says_it_and_no_reader_meets_a_disclaimer_instead_of_help():
    page = html.unescape(build._help())
    for each in (care().deadline, care().neck, care().bleeding, care().private):
        assert each in page
    for said in (page, course_lib.HelpPanel().describe(), course_lib.HelpDirectory().describe()):
        assert "not tested" not in said


def test_there_are_two_directories_one_for_violence():
    first, second = help_data.help_data().directories
    assert "helplines" in first.what
    assert "sexual or domestic violence" in second.what


@pytest.mark.parametrize("story", ["priya", "charlie"])
def test_the_limits_of_acceptance_name_it(story):
    (found,) = [each for each in figures.toml("acceptance.toml")["stories"] if each["id"] == story]
    said = " ".join(str(each) for each in found.values())
    assert (care().deadline if story == "priya" else care().pictures) in said
    assert "has to be deleted" not in said


def test_the_questions_have_it():
    assert care().deadline in faq_data.questions()["deadline"].long
    assert care().neck in faq_data.questions()["neck"].long
    assert care().bleeding in faq_data.questions()["pain"].long


def test_wherever_waiting_is_advised_the_deadline_stands_beside_it():
    found = [
        place
        for place, text in (*entries(), *cells())
        if WAITING.search(text) and UNWANTED.search(text) and not DEADLINE.search(text)
    ]
    assert found == []


def test_a_private_window_is_never_named_without_its_limits():
    found = [
        place
        for place, text in (*entries(), *cells())
        if PRIVATE.search(text) and "watch" not in text
    ]
    assert found == []


def test_bleeding_is_never_called_harmless_for_everybody():
    found = [
        place
        for place, text in (*entries(), *cells())
        if re.search(r"usually (not|nothing) serious|often nothing serious", text)
        and "menopause" not in text
    ]
    assert found == []


def test_support_is_never_left_out_when_it_is_urgent():
    (support,) = [each for each in figures.toml("steps.toml")["steps"] if each["id"] == "support"]
    assert support["leave"].startswith("This one is never to be left out")
