"""What is said of published figures: invented figures, and the sentences that fit them.

The figures, names and groups are the tests' own; only the phrases are the course's.
"""

import msgspec
import pytest
from said import said

from course_lib.surveys import published_data
from course_lib.surveys import published_words as say
from course_lib.surveys.published_data import Group, People, PrevalenceWords, Published

MODEL = published_data.published()["P01"]
PEOPLE = {
    "ten": People(id="ten", who="ten women", shape="women", how="by letter"),
    "six": People(id="six", who="six men", shape="men", how="by chance"),
}
GROUP = Group(id="ever", label="Ever", title="Asked about ever", note="A note.")
WORDS = PrevalenceWords(
    groups=[GROUP],
    things={"low": "low feelings", "pain": "pain"},
    periods={"ever": "ever in life", "week": "last week"},
    situations={"any": "any time", "alone": "when alone"},
    people=list(PEOPLE.values()),
    rows=[],
)
PLAIN = {
    "id": "P91",
    "group": "ever",
    "label": "ten women",
    "thing": "low",
    "period": "ever",
    "situation": "any",
    "people": "ten",
    "says": "felt low",
    "no_interval": "",
    "published_interval": None,
    "caution": "Take care.",
}


@pytest.fixture(autouse=True)
def own_words(monkeypatch):
    monkeypatch.setattr(published_data, "words", lambda: WORDS)


def figure(percent="50", count=5, n=10, letter="A", **reading):
    """Return an invented figure; without more, five of ten women."""
    row = msgspec.structs.replace(
        MODEL.row,
        percent=percent,
        count_reported=count,
        count_derived=None,
        n=n,
        comparable_group=letter,
    )
    entry = msgspec.structs.replace(MODEL.reading, **{**PLAIN, **reading})
    return Published(row, entry, PEOPLE[entry.people])


FIVE_OF_TEN = figure()  # its interval, from a table of Wilson's: 23.7 to 76.3
UNCOUNTED = figure("49.0", count=None, no_interval="Nobody counted.")
RANGE = figure("3-4.5", count=None, no_interval="A range.")
NOTHING = figure("", count=None, no_interval="Not seen.")


@pytest.mark.parametrize(
    ("number", "text"),
    [(32.9, "32.9"), (10.0, "10"), (0.04, "0"), (9.96, "10"), (0.5, "0.5"), (100, "100")],
)
def test_a_percentage_has_one_decimal_at_most(number, text):
    assert say.percent(number) == text


def test_the_figure_itself_is_as_published():
    assert say.span_words(FIVE_OF_TEN) == "50"
    assert say.span_words(UNCOUNTED) == "49.0"
    assert say.span_words(RANGE) == said("prevalence.span_range", low="3", high="4.5")
    assert say.span_words(NOTHING) == ""


def test_the_value_has_its_interval_or_says_that_there_is_none():
    wanted = said("prevalence.value", percent="50", low="23.7", high="76.3")
    assert say.value(FIVE_OF_TEN) == wanted
    assert say.value(UNCOUNTED) == said("prevalence.value_no_interval", percent="49.0")
    span = said("prevalence.span_range", low="3", high="4.5")
    assert say.value(RANGE) == said("prevalence.value_no_interval", percent=span)
    assert say.value(NOTHING) == said("prevalence.value_none")


def test_the_interval_is_ours_the_studys_own_or_missing_for_a_reason():
    ours = said("prevalence.interval", low="23.7", high="76.3")
    assert say.interval_words(FIVE_OF_TEN) == ours
    theirs = said("prevalence.interval_published", low="40.0", high="60.5")
    assert say.interval_words(figure(published_interval=(40, 60.5))) == theirs
    missing = said("prevalence.no_interval", reason="Nobody counted.")
    assert say.interval_words(UNCOUNTED) == missing


def test_an_option_names_its_group_unless_its_label_says_what_was_asked():
    percentage = said("prevalence.option_percent", percent="50")
    gaps = {"group": "Ever", "label": "ten women", "percent": percentage}
    assert say.option(FIVE_OF_TEN, GROUP) == said("prevalence.option_in_group", **gaps)
    gaps["label"] = "ten women: alone"
    labelled = figure(label="ten women: alone")
    assert say.option(labelled, GROUP) == said("prevalence.option", **gaps)
    gaps = {"group": "Ever", "label": "ten women", "percent": said("prevalence.value_none")}
    assert say.option(NOTHING, GROUP) == said("prevalence.option_in_group", **gaps)


@pytest.mark.parametrize(
    ("figures", "key", "ends"),
    [
        ([FIVE_OF_TEN, RANGE, NOTHING], "span", ("3", "50")),
        ([RANGE], "span", ("3", "4.5")),
        ([figure("7.5"), figure("12"), figure("9")], "span", ("7.5", "12")),
        ([UNCOUNTED], "span_single", ("49", "49")),
        ([figure("7.5"), figure("7.5"), NOTHING], "span_single", ("7.5", "7.5")),
    ],
)
def test_a_groups_title_says_how_far_its_figures_reach(monkeypatch, figures, key, ends):
    elsewhere = figure("99", group="elsewhere")
    every = dict(enumerate([elsewhere, *figures]))
    monkeypatch.setattr(published_data, "published", lambda: every)
    span = said(f"prevalence.{key}", low=ends[0], high=ends[1])
    assert say.group_title(GROUP) == said("prevalence.title", title="Asked about ever", span=span)


def test_a_group_without_figures_has_only_its_title(monkeypatch):
    monkeypatch.setattr(published_data, "published", lambda: {"P91": NOTHING})
    assert say.group_title(GROUP) == said("prevalence.title_none", title="Asked about ever")


def test_all_that_is_said_of_one_figure():
    asked = said("prevalence.asked", thing="low feelings", period="ever in life")
    who = said("prevalence.who", who="ten women", how="by letter")
    interval = said("prevalence.interval", low="23.7", high="76.3")
    assert say.about(FIVE_OF_TEN) == [asked, who, interval, "Take care."]
    situation = said("prevalence.situation", situation="when alone")
    alone = figure(situation="alone")
    assert say.about(alone) == [asked, situation, who, interval, "Take care."]


def other(**reading):
    return figure(**{"id": "P92", "label": "the other", **reading})


def test_the_same_figure_twice_is_not_compared():
    assert say.verdict(FIVE_OF_TEN, FIVE_OF_TEN) == (False, [said("prevalence.because_same")])


NAMES = {
    "thing": ("pain", "low feelings", "pain"),
    "period": ("week", "ever in life", "last week"),
    "situation": ("alone", "any time", "when alone"),
    "people": ("six", "ten women", "six men"),
}


@pytest.mark.parametrize("kinds", [("thing",), ("period",), ("situation", "people"), tuple(NAMES)])
def test_a_refusal_gives_every_reason_in_order(kinds):
    found = say.verdict(FIVE_OF_TEN, other(**{kind: NAMES[kind][0] for kind in kinds}))
    reasons = [
        said(f"prevalence.because_{kind}", first=NAMES[kind][1], second=NAMES[kind][2])
        for kind in kinds
    ]
    close = said("prevalence.refused_close")
    assert found == (False, [said("prevalence.refused"), *reasons, close])


@pytest.mark.parametrize("turned", [False, True])
def test_where_one_has_no_figure_that_is_the_reason(turned):
    pair = (FIVE_OF_TEN, figure("", count=None, id="P92", people="six"))
    wanted = (False, [said("prevalence.refused"), said("prevalence.because_none")])
    assert say.verdict(*(pair[::-1] if turned else pair)) == wanted


@pytest.mark.parametrize("kind", ["people", "situation"])
def test_a_pair_that_is_joined_is_said_with_both_values_and_what_differs(kind):
    one = figure(published_interval=(40, 60))
    two = other(percent="7.5", published_interval=(60, 80), **{kind: NAMES[kind][0]})
    fits, (joined, reason, gap) = say.verdict(one, two)
    assert fits
    assert joined == said(
        "prevalence.joined",
        first="ten women",
        first_value=said("prevalence.value", percent="50", low="40.0", high="60.0"),
        second="the other",
        second_value=said("prevalence.value", percent="7.5", low="60.0", high="80.0"),
    )
    names = {"first": NAMES[kind][1], "second": NAMES[kind][2]}
    assert reason == said(f"prevalence.joined_{kind}", **names)
    assert gap == said("prevalence.overlap")


def test_a_pair_that_agrees_in_everything_is_joined_without_a_difference():
    fits, (joined, reason, gap) = say.verdict(FIVE_OF_TEN, other())
    assert fits
    assert joined.startswith(said("prevalence.joined", first="ten women", first_value="", second="",
                                  second_value="").split(",")[0])  # fmt: skip
    assert reason == said("prevalence.joined_alike")
    assert gap == said("prevalence.overlap")


@pytest.mark.parametrize(
    ("one", "two", "gap"),
    [
        ((10, 20), (20, 30), "overlap"),
        ((20, 30), (10, 20), "overlap"),
        ((10, 40), (20, 30), "overlap"),
        ((20, 30), (10, 40), "overlap"),
        ((10, 20), (20.1, 30), "apart"),
        ((20.1, 30), (10, 20), "apart"),
        (None, (10, 20), "open"),
        ((10, 20), None, "open"),
        (None, None, "open"),
    ],
)
def test_the_gap_between_two_intervals(one, two, gap):
    def with_interval(interval, **more):
        return figure(count=None, published_interval=interval, **more)

    pair = (with_interval(one), with_interval(two, id="P92", people="six"))
    assert say.verdict(*pair)[1][-1] == said(f"prevalence.{gap}")
