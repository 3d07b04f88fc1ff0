"""What the course says of a claim, a substance, a source: for tests that state the right value."""

import inspect
import json
import re

from course_lib.cards import faq_data, quiz_data, tears_data
from course_lib.evidence import claims_data, references_data, searches_data
from course_lib.frame import figures, lessons_data, read
from course_lib.hormones import substances_data
from course_lib.surveys import published_data


def claim(key):
    return claims_data.claim(key)


def said(key):
    """All that is said of a claim."""
    found = claim(key)
    return f"{found.finding} {found.studied} {found.better}"


def lane(key):
    return substances_data.substances()[key]


def told(key):
    """All that is said of a substance."""
    found = lane(key)
    parts = [found.measured_where, found.measured_in, found.plain, found.time_course]
    return " ".join([*parts, found.strength, found.unknown_note])


def source(key):
    return references_data.references()[key]


def judgement(key):
    (found,) = [each for each in tears_data.tears().judgements if each.id == key]
    return found


def figure(row):
    (found,) = [each for each in published_data.published().values() if each.id == row]
    return found


def sources_of(key):
    return {*claim(key).supports, *claim(key).limits}


def quiz_words(lesson, item):
    (found,) = [each for each in quiz_data.quiz(lesson).items if each.id == item]
    return " ".join(f"{each.text} {each.feedback}" for each in found.options)


def card(key):
    (found,) = [each for each in flashcards_of() if each["id"] == key]
    return found["back"]


def flashcards_of():
    return figures.toml("flashcards.toml")["cards"]


def everything():
    """Every text of data/, with its figures filled in."""
    return {name: str(figures.toml(name)) for name in read.files("**/*.toml")}


def answer(key):
    """All that an answer of lesson 11 says."""
    found = faq_data.questions()[key]
    return f"{found.short} {found.long}"


def nearest(key):
    """What came nearest in a search."""
    (found,) = [each for each in searches_data.log().searches if each.id == key]
    return found.nearest


def within_a_number(text, place):
    """Return whether a place in a text has digits of one number on both of its sides."""
    return bool(re.search(r"\d[.,]?$", text[:place]) and re.match(r"[.,]?\d", text[place:]))


def says_wrong(wrong, text):
    """Return the words of a text that are a fault found before; 47 people are not “7 people”."""
    found = re.finditer(wrong, text)
    whole = (each for each in found if not any(within_a_number(text, at) for at in each.span()))
    return next((each[0] for each in whole), "")


def not_said(wrong, text, where):
    """Ask that a text does not say this."""
    words = says_wrong(wrong, text)
    assert not words, (
        f"{where} says “{words}”, a fault that was found before: say it otherwise. If yours is "
        "about something else, let the pattern of this test name what it is about."
    )


def nowhere(wrong):
    """Ask that no text of data/, and no line of a source, says this."""
    for name, text in everything().items():
        not_said(wrong, text, name)
    for key, each in references_data.references().items():
        not_said(wrong, each.line, key)


def lesson(number):
    """Return the prose of a lesson, with what stands there for whoever leads a group."""
    (path,) = lessons_data.NOTEBOOKS.glob(f"{number}_*.ipynb")
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def nowhere_in_prose(wrong):
    """Ask that no lesson says this."""
    for number in lessons_data.lessons():
        not_said(wrong, lesson(number), f"lesson {number}")


def never(wrong):
    """Ask that neither data nor prose says this."""
    nowhere(wrong)
    nowhere_in_prose(wrong)


def rows(names):
    """Return the functions that a file of tests writes itself and that need no argument."""
    return [
        each
        for each in names.values()
        if inspect.isfunction(each)
        and each.__module__ == names["__name__"]
        and not inspect.signature(each).parameters
    ]
