"""Published figures: intervals, words, what may be joined, and invented surveys."""

import re
from itertools import product

import pytest
from scipy.stats import binomtest

import course_lib
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.surveys import published_data
from course_lib.surveys import published_words as say
from course_lib.surveys.comparing_model import Asked, differences, may_join
from course_lib.surveys.marks_model import field, figure_marks, whisker_path
from course_lib.surveys.proportions_model import published_range, wilson
from course_lib.surveys.survey_model import ANSWERING, ASKED, REPEATS, TRUTHS, surveys

FIGURES = published_data.published()


@pytest.mark.parametrize("asked", [1, 2, 5, 51, 105, 222, 1208, 6669])
@pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
def test_wilson_is_what_scipy_says(asked, level):
    for count in {0, 1, asked // 10, asked // 3, asked // 2, asked - 1, asked}:
        wanted = binomtest(count, asked).proportion_ci(level, method="wilson")
        assert wilson(count, asked, level) == pytest.approx((wanted.low, wanted.high), abs=1e-12)


@pytest.mark.parametrize(("count", "asked"), [(-1, 5), (6, 5), (0, 0)])
def test_what_is_no_share_is_refused(count, asked):
    with pytest.raises(ValueError, match="is no share"):
        wilson(count, asked)


def test_published_percentages_are_read():
    assert published_range("32.9") == (32.9, 32.9)
    assert published_range("3-4") == (3, 4)
    assert published_range("") is None
    for wrong in ("101", "4-3", "many"):
        with pytest.raises(ValueError, match=r"."):
            published_range(wrong)


def counts_that_round_to(percent, asked):
    decimals = len(percent.partition(".")[2])
    return [k for k in range(asked + 1) if f"{100 * k / asked:.{decimals}f}" == percent]


def test_every_row_is_there_once_and_in_order():
    assert list(FIGURES) == [row.row_id for row in published_data.prevalence()]
    assert sum(len(published_data.in_group(g.id)) for g in published_data.words().groups) == len(
        FIGURES
    )


@pytest.mark.parametrize("figure", FIGURES.values(), ids=lambda figure: figure.id)
def test_interval_and_count_fit_the_published_percentage(figure):
    row = figure.row
    count = row.count_reported or row.count_derived
    if count is not None:
        assert count in counts_that_round_to(row.percent, row.n)
    if count is None or "self-selected" in row.comparable_group:
        assert figure.interval is None
        assert figure.reading.no_interval in say.interval_words(figure)
        return
    assert [round(end, 1) for end in figure.interval] == [row.wilson95_low, row.wilson95_high]
    assert figure.interval[0] < float(row.percent) < figure.interval[1]


@pytest.mark.parametrize("row", ["P06", "P11", "P13", "P14", "P15", "P16"])
def test_no_whole_number_makes_these_percentages(row):
    figure = FIGURES[row]
    assert counts_that_round_to(figure.row.percent, figure.row.n) == []
    assert f"No whole number out of {figure.row.n}" in figure.reading.no_interval


def test_who_answered_is_said_with_the_number_of_the_table():
    for figure in FIGURES.values():
        if figure.row.n is None:
            continue
        numbers = [int(n.replace(",", "")) for n in re.findall(r"[\d,]*\d", figure.people.who)]
        assert figure.row.n in (numbers[0], sum(numbers[:2])), figure.id
        shape = {"women": "women", "men": "men"}.get(figure.row.gender_group, "both")
        assert figure.people.shape == shape


def test_figures_are_joined_only_within_a_group_of_the_evidence():
    joined = 0
    for one, other in product(FIGURES.values(), repeat=2):
        if one is other:
            continue
        fits, said = say.verdict(one, other)
        joined += fits
        assert len(said) >= 2
        if fits:
            assert one.row.comparable_group == other.row.comparable_group
            assert one.reading.period == other.reading.period
            assert one.reading.thing == other.reading.thing
        assert fits == say.verdict(other, one)[0]
    assert joined == 34


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("P01", "P12", "count different things"),
        ("P08", "P09", "different times: ever in life; and the past four weeks"),
        ("P19", "P23", "situations differ"),
        ("P25", "P26", "Different people answered"),
        ("P01", "P17", "no figure at all"),
        ("P05", "P06", "only the answer “a few times”"),
    ],
)
def test_refusal_is_kind_and_gives_the_reason(one, other, reason):
    fits, said = say.verdict(FIGURES[one], FIGURES[other])
    assert not fits
    assert reason in " ".join(said)
    assert "better left apart" in said[0]


def test_the_gap_between_joined_figures_is_put_in_words():
    assert "overlap" in say.verdict(FIGURES["P01"], FIGURES["P08"])[1][-1]
    assert "do not touch" in say.verdict(FIGURES["P02"], FIGURES["P09"])[1][-1]
    assert "no interval" in say.verdict(FIGURES["P05"], FIGURES["P08"])[1][-1]
    assert say.verdict(FIGURES["P01"], FIGURES["P01"])[0] is False


def test_at_most_one_thing_may_differ():
    one = Asked("pcd", "ever", "any", "men", "A")
    assert may_join(one, Asked("pcd", "ever", "any", "women", "A"))
    assert not may_join(one, Asked("pcd", "ever", "casual", "women", "A"))
    assert not may_join(one, Asked("pcd", "ever", "any", "women", "B"))
    assert not may_join(one, Asked("pcd", "ever", "any", "women", "A", known=False))
    assert differences(one, Asked("x", "ever", "any", "y", "A")) == ("thing", "people")


@pytest.mark.parametrize(
    "broken",
    [
        ('thing = "pcd_few"', 'thing = "few"', "entry P06, field 'thing': there is no 'few'"),
        ('group = "twins"', 'group = "ever"', "entry P0[35], field 'group'.* a group of its own"),
        ('says = "had such symptoms recently"', "", "entry P03, field 'says': Add it"),
        ('id = "P28"', 'id = "P29"', r"\[\[rows\]\].* Look at P28"),
        (
            'label = "{participants.maczkowiack2019} men, online"',
            f'label = "{"x" * 31}"',
            r"entry P08, field 'label'.* at most 30",
        ),
        (
            'says = "had painful',
            'no_interval = "x"\nsays = "had painful',
            "P28, field 'no_interval': Remove",
        ),
    ],
)
def test_a_broken_file_is_named_with_entry_and_field(broken_data, broken):
    old, new, said = broken
    broken_data("prevalence.toml", old, new)
    with pytest.raises(ContentError, match=said):
        published_data.words.__wrapped__()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("(ever),32.9,", "(ever),132.9,", "prevalence.csv, entry P01, field 'percent': '132.9' is"),
        (",women,222,", ",women,-222,", "prevalence.csv, row 2, field 'n'"),
        ('Strassberg",2011,', 'Strassberg",146,', "prevalence.csv, row 2, field 'year'"),
    ],
)
def test_a_figure_that_cannot_be_is_named_with_file_and_row(broken_data, old, new, said):
    broken_data("prevalence.csv", old, new)
    with pytest.raises(ContentError, match=said):
        published_data.prevalence.__wrapped__()


def test_marks_follow_who_was_asked():
    assert [k for k, v in figure_marks((5, 5), None, "men").items() if v] == ["square"]
    assert [k for k, v in figure_marks((5, 5), (4, 6), "both").items() if v] == [
        "whisker",
        "round",
        "hole",
    ]
    assert figure_marks((3, 4), None, "men")["whisker"] == whisker_path(3, 4)
    assert not any(figure_marks(None, None, "both").values())
    assert field(0, 100).count("h0") == 100


def test_each_group_shows_its_rows_and_all_words_are_in_the_static_form():
    explorer = course_lib.PrevalenceExplorer()
    words = explorer.describe()
    for figure in FIGURES.values():
        assert figure.reading.caution in words
        assert figure.reading.no_interval in words
    for group in published_data.words().groups:
        explorer.group = group.id
        svg = explorer.static_html()
        assert say.group_title(group) in explorer.describe()
        for figure in published_data.in_group(group.id):
            assert svg.count(f">{figure.reading.label}</text>") >= 2  # wide and narrow


def test_a_refused_pair_is_not_drawn():
    explorer = course_lib.PrevalenceExplorer(first="P01", second="P12")
    assert '<div data-pair="" hidden="hidden">' in explorer.static_html()
    assert "better left apart" in explorer.describe()
    with pytest.raises(UnknownNameError, match="P01"):
        course_lib.PrevalenceExplorer(first="P1")


@pytest.mark.parametrize("figure", [f for f in FIGURES.values() if f.span], ids=lambda f: f.id)
def test_hundred_people_say_of_whom(figure):
    hundred = course_lib.HundredPeople(row=figure.id)
    words = hundred.describe()
    assert "Not of all people." in words
    assert figure.people.who in words
    assert figure.row.percent.replace("-", " and ") in words
    filled = re.search(r'data-part="filled"[^>]*', hundred.static_html())[0]
    assert filled.count("h0") == round(figure.span[0])
    if figure.interval:
        assert f"{round(figure.interval[0])} to {round(figure.interval[1])} of every 100" in words


def test_surveys_are_the_same_every_time_and_possible():
    for state in product(TRUTHS, ANSWERING, ASKED):
        found = surveys(*state)
        assert surveys.__wrapped__(*state) == found
        assert len(found.runs) == REPEATS
        assert all(0 <= run.yes <= run.answered <= ASKED[state[2]] for run in found.runs)
        assert all(run.answered for run in found.runs)


def test_more_answers_gather_around_what_the_answering_makes_of_the_truth():
    for truth, (name, (with_tears, without)) in product(TRUTHS, ANSWERING.items()):
        share = TRUTHS[truth]
        wanted = 100 * share * with_tears / (share * with_tears + (1 - share) * without)
        assert surveys(truth, name, "1000").middle == pytest.approx(wanted, abs=2)


def test_what_the_lesson_says_of_the_invented_surveys_is_true():
    equal, twice = surveys("20", "equal", "1000"), surveys("20", "twice", "1000")
    assert equal.below
    assert equal.above
    assert round(twice.middle) == 33
    assert twice.above == REPEATS
    assert twice.holding == 0
    for asked in ("200", "1000"):
        assert surveys("20", "half", asked).below == REPEATS
    spans = [surveys("20", "equal", n).highest - surveys("20", "equal", n).lowest for n in ASKED]
    assert spans == sorted(spans, reverse=True)
    words = course_lib.WhoAnswered(answering="twice", asked="1000").describe()
    assert f"between {round(twice.lowest)} and {round(twice.highest)} of every 100" in words
    assert "say too much" in words
    assert "Not one of the 20" in words
