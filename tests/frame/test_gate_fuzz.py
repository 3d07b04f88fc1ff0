"""Wrong values, put into every data file one at a time: each gets one sentence, none a traceback.

In the usual run, a seeded sample; with ``COURSE_LONG=1``, every change there is.
"""

import copy
import math
import random
from datetime import date

import pytest

from course_lib.frame import load, names, phrases, read
from course_lib.frame.read import ContentError, UnknownNameError
from tools.sample import LONG

TABLES = read.files("**/*.toml")
SAMPLE = 400
#: Kinds of change that may be accepted, and why that is right.
ACCEPTED = {
    "far": "a time may lie outside the timeline that is drawn: the course cannot know better",
    "dropped": "a field that has a sensible value of its own may be left out",
    "blank": "a field that may be left out may also be empty",
    "no entries": "a list that may be empty, such as sources that limit a claim",
}


#: Fields that name something else: what they name must be there.
NAMES = {
    "activities", "also_in", "answered_at", "claim", "claims", "grade_of", "group", "lesson",
    "limits", "materials", "node", "note_claims", "people", "period", "phase", "ref", "refs",
    "section", "situation", "supports", "thing", "to",
}  # fmt: skip


def field(path):
    """Return the name of the field that a path leads to, or that its list stands in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def places(raw, path=()):
    """Return the path of every value, with the value."""
    yield path, raw
    items = (
        raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    )
    for key, each in items:
        yield from places(each, (*path, key))


def wrong_values(key, value):
    """Return wrong values to put in the place of a value of a field, by kind of change."""
    if isinstance(value, bool):
        return [("type", "yes")]
    if isinstance(value, str):
        wrong = [("type", 5), ("blank", ""), ("spaces", "  "), ("control", f"{value}\x07")]
        wrong += [("line end", f"{value}\n")] if value else []
        if key in NAMES:
            wrong += [("digits", f"{value}٣"), ("dangling", f"{value}_99")]
        return wrong
    if isinstance(value, int | float):
        return [("type", "one"), ("nan", math.nan), ("endless", math.inf), ("far", -1e9)]
    if isinstance(value, date):
        return [("type", "some day"), ("not a day", "2026-02-30")]
    if isinstance(value, list):
        same = [("twice", [*value, value[-1]])] if value and not isinstance(value[0], float) else []
        return [("no entries", []), ("type", "text"), *same]
    return [("extra key", {**value, "odd_key": 1}), ("type", [])]


def changes(name):
    """Return every wrong change of a file: its kind, its place, and the whole raw content."""
    raw = read.toml(name)
    for path, value in places(raw):
        found = [(kind, wrong) for kind, wrong in wrong_values(field(path), value) if path]
        if path and isinstance(path[-1], str):
            found += [("dropped", None), ("misspelt", None)]
        for kind, wrong in found:
            yield name, kind, path, wrong


def changed(name, kind, path, wrong):
    """Return the raw content of a file with one change."""
    raw = copy.deepcopy(read.toml(name))
    owner = raw
    for key in path[:-1]:
        owner = owner[key]
    if kind == "dropped":
        del owner[path[-1]]
    elif kind == "misspelt":
        owner[f"{path[-1]}x"] = owner.pop(path[-1])
    else:
        owner[path[-1]] = wrong
    return raw


def forget():
    load.forget()
    names.known.cache_clear()
    phrases.forget()


def answer(name, monkeypatch, raw):
    """Return the sentence that a changed file gets, or nothing if it is accepted."""
    plain = read.toml
    with monkeypatch.context() as patch:
        patch.setattr(read, "toml", lambda asked: raw if asked == name else plain(asked))
        forget()
        try:
            for call in load.calls(name):
                call()
        except (ContentError, UnknownNameError) as fault:
            return str(fault)
        finally:
            forget()
    return ""


def test_every_wrong_change_gets_one_sentence_or_a_reason(monkeypatch):
    every = [change for name in TABLES for change in changes(name)]
    drawn = every if LONG else random.Random(7).sample(every, SAMPLE)
    accepted = []
    for name, kind, path, wrong in drawn:
        said = answer(name, monkeypatch, changed(name, kind, path, wrong))
        assert "\n" not in said, said
        if not said:
            accepted.append((kind, name, path))
    unexplained = [each for each in accepted if each[0] not in ACCEPTED]
    summary = f"{len(accepted)} of {len(drawn)} changes accepted, {len(unexplained)} unexplained"
    assert len(unexplained) <= 0.03 * len(drawn), f"{summary}: {unexplained[:40]}"


@pytest.mark.parametrize("name", ["jug.toml", "prevalence.csv", "references.bib", "words.toml"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"   \n", "is empty"),
        (b'x = "\xff\xfe"', "UTF-8"),
        (None, "is missing"),
        ("folder", "is a folder"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(data_copy, name, content, said):
    (data_copy / name).unlink()
    if content == "folder":
        (data_copy / name).mkdir()
    elif content is not None:
        (data_copy / name).write_bytes(content)
    with pytest.raises(ContentError, match=said) as caught:
        read.text(name)
    assert name in str(caught.value)


def test_a_byte_order_mark_does_no_harm(data_copy):
    path = data_copy / "jug.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load.typed("jug.toml").loads
