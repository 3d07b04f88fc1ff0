"""What the activities ask and tell: complete, consistent, and never about the learner."""

import itertools
import re
from pathlib import Path

import msgspec
import pytest
from said import said

import course_lib
from course_lib.cards import beliefs_data, sorting_data
from course_lib.care import conversation_data, phrase_builder_data
from course_lib.care.conversation_model import paths, problems
from course_lib.evidence import claims_data, references_data
from course_lib.evidence.claims_data import Grade
from course_lib.frame import lessons_data, read
from course_lib.frame.load import ContentError, UnknownNameError
from course_lib.hormones import tutorial_data
from course_lib.pictures import crying_data, feelings_data, jug_data
from course_lib.pictures.feelings_model import corner
from course_lib.pictures.jug_model import Fill, Jug

TALKS = read.stems("conversations")
ASKS_THE_LEARNER = re.compile(r"\b(have you ever|do you feel|did you cry|your partner|your own)\b")


@pytest.fixture(params=TALKS)
def talk(request):
    return conversation_data.conversation(request.param)


def test_there_are_two_conversations():
    assert TALKS == ["the_one_who_cried", "the_partner"]


def test_every_moment_can_be_reached_and_every_path_ends(talk):
    nodes = {node.id: node for node in talk.nodes}
    found = list(paths(talk))
    assert {name for path in found for name in path} == set(nodes)
    assert all(nodes[path[-1]].ending for path in found)
    assert all(len(path) in range(3, 9) for path in found)


def test_there_is_room_to_choose(talk):
    endings = [node for node in talk.nodes if node.ending]
    assert len(talk.nodes) >= 12
    assert len(endings) >= 4
    assert all(len(node.choices) >= 2 for node in talk.nodes if not node.ending)


def test_one_path_leads_to_help_and_none_to_failure(talk):
    endings = [node for node in talk.nodes if node.ending]
    assert any(node.help for node in endings)
    assert not any(node.help for node in talk.nodes if not node.ending)
    for node in endings:
        assert not re.search(r"fail|wrong|lost|bad|mistake", node.ending.lower())


def test_silence_and_not_now_can_be_chosen(talk):
    said = " ".join(choice.say.lower() for node in talk.nodes for choice in node.choices)
    assert re.search(r"silen|say nothing|quiet|nod", said)
    assert re.search(r"not now|later|tomorrow|some time|alone", said)


def test_every_choice_rests_on_a_claim(talk):
    for node in talk.nodes:
        for choice in node.choices:
            assert set(choice.claims) <= set(claims_data.claims())


def changed(talk, **changes):
    """The conversation with some of its moments replaced; ``None`` removes one."""
    nodes = [changes.get(node.id, node) for node in talk.nodes]
    return msgspec.structs.replace(talk, nodes=[node for node in nodes if node is not None])


def test_each_broken_path_is_found_and_named(talk):
    first = next(node for node in talk.nodes if node.id == talk.start)
    last = next(node for node in talk.nodes if node.ending)
    lost = [msgspec.structs.replace(first.choices[0], to="nowhere"), *first.choices[1:]]
    assert (
        "'nowhere', which does not exist"
        in problems(changed(talk, **{first.id: msgspec.structs.replace(first, choices=lost)}))[0]
    )
    both = msgspec.structs.replace(last, choices=first.choices)
    assert f"entry {last.id}: it needs either" in problems(changed(talk, **{last.id: both}))[0]
    alone = msgspec.structs.replace(last, id="alone")
    more = msgspec.structs.replace(talk, nodes=[*talk.nodes, alone])
    assert problems(more) == ["entry alone: no choice leads there. Lead to it, or remove it."]
    back = [msgspec.structs.replace(first.choices[0], to=talk.start)]
    circle = msgspec.structs.replace(last, ending="", choices=back)
    assert any("may never end" in each for each in problems(changed(talk, **{last.id: circle})))
    assert "there is no such entry" in problems(msgspec.structs.replace(talk, start="x"))[0]
    assert problems(talk) == []


@pytest.mark.parametrize(
    "broken",
    [
        ("conversations/the_partner.toml", "to = ", "too = ", "unknown field `too`"),
        ("conversations/the_partner.toml", "\nstart = ", '\nstart = "x"\n#', "Correct 'start'"),
        ("sorts/pcd.toml", 'group = "fits"', 'group = "fit"', "field 'group'.* Use one of"),
        ("crying.toml", "better = 30", "better = 31", "add up to 101"),
        ("tutorial.toml", 'line = "none"', 'line = "solid"', "field 'levels'"),
        ("feelings.toml", "pleasant = ", "pleasant = 9 #", "feelings.toml, entry .*pleasant"),
    ],
)
def test_a_broken_file_is_named_with_entry_and_field(broken_data, broken):
    path, old, new, said = broken
    broken_data(path, old, new)
    readers = {
        "the_partner": lambda: conversation_data.conversation("the_partner"),
        "pcd": lambda: sorting_data.sorting("pcd"),
        "crying": crying_data.crying.__wrapped__,
        "tutorial": tutorial_data.tutorial.__wrapped__,
        "feelings": feelings_data.vignettes.__wrapped__,
    }
    with pytest.raises(ContentError, match=said):
        readers[Path(path).stem]()


@pytest.mark.parametrize("name", read.stems("sorts"))
def test_cases_to_sort_fill_every_pile_and_are_no_self_test(name):
    data = sorting_data.sorting(name)
    assert len(data.cases) >= 10
    for group in data.groups:
        assert sum(case.group == group.id for case in data.cases) >= 3
    for case in data.cases:
        assert not re.search(r"\b(you|your)\b", case.text.lower()), case.id
    assert "invented" in data.about


def test_tears_stand_in_every_corner_and_between():
    found = {corner(each.pleasant, each.intense) for each in feelings_data.vignettes().values()}
    assert len(found) == 5
    assert len(feelings_data.vignettes()) >= 8


def test_beliefs_are_of_three_kinds():
    answers = [each.answer for each in beliefs_data.beliefs().values()]
    assert all(answers.count(kind) >= 3 for kind in ("true", "false", "unknown"))


def test_the_tutorial_meets_every_grade_and_starts_with_nothing():
    steps = tutorial_data.tutorial().steps
    assert {step.grade for step in steps} == set(Grade)
    assert not steps[0].levels
    for step in steps:
        words = course_lib.LensTutorial(step=step.id).describe()
        assert claims_data.grades()[step.grade].word in words
        assert step.news in words


def test_switches_of_the_crying_figure_are_those_of_the_data():
    figure = course_lib.DoesCryingHelp()
    for factor in crying_data.crying().factors:
        assert getattr(figure, factor.id) == "no"
        setattr(figure, factor.id, "yes")
        assert f'data-part="factor-{factor.id}" data-on="yes"' in figure.static_html()
    assert len(crying_data.crying().factors) == len(figure.state_names) - 2


def test_those_who_did_not_cry_are_drawn_only_as_far_as_known():
    figure = course_lib.DoesCryingHelp()
    drawn = re.search(r'data-part="did-not" d="([^"]*)"', figure.static_html())[1]
    assert drawn.count("C") == 1


def test_the_jug_has_room_is_nearly_full_and_runs_over():
    data = jug_data.jug()
    fills = {Jug(jug.size, load.size).fill for jug in data.jugs for load in data.loads}
    assert fills >= {Fill.ROOM, Fill.OVER}
    assert Jug(height=0.5, load=0.45).fill is Fill.NEARLY


def test_measured_the_jug_is_empty():
    figure = course_lib.LoadAndCapacity(lens="measured", load="worry")
    html = figure.static_html()
    assert re.search(r'data-part="water" d=""', html)
    assert "no source we read measured any of them" in figure.describe()
    figure.lens = "story"
    assert re.search(r'data-part="water" d="M', figure.static_html())
    assert "It runs over" in figure.describe()


@pytest.mark.parametrize("role", [role.id for role in phrase_builder_data.phrase_builder().roles])
def test_every_combination_of_pieces_is_a_sentence_of_its_own(role):
    builder = course_lib.PhraseBuilder(role)
    parts = next(r for r in phrase_builder_data.phrase_builder().roles if r.id == role).parts
    sentences = set()
    for pieces in itertools.product(*(part.choices for part in parts)):
        builder.first, builder.second, builder.third = (piece.id for piece in pieces)
        said = builder.describe()
        whole = " ".join(piece.text for piece in pieces)
        assert f"“{whole}”" in said
        assert all(piece.does in said for piece in pieces)
        assert all(piece.text[0].isupper() and piece.text[-1] in ".?!" for piece in pieces)
        sentences.add(whole)
    assert len(sentences) == len(list(itertools.product(*(part.choices for part in parts))))
    with pytest.raises(UnknownNameError):
        builder.first = "nothing"


def test_nothing_asks_for_the_learners_own_story():
    data = phrase_builder_data.phrase_builder()
    texts = [data.silence, data.unsafe]
    texts += [
        case.text for name in read.stems("sorts") for case in sorting_data.sorting(name).cases
    ]
    texts += [each.text for each in feelings_data.vignettes().values()]
    texts += [each.says for each in beliefs_data.beliefs().values()]
    for text in texts:
        assert not ASKS_THE_LEARNER.search(text.lower()), text


def test_every_claim_named_by_an_activity_exists():
    named = {key for each in feelings_data.vignettes().values() for key in each.claims}
    named |= {key for each in beliefs_data.beliefs().values() for key in each.claims}
    named |= {key for each in crying_data.crying().factors for key in each.claims}
    named |= {key for each in jug_data.jug().breaks for key in each.claims}
    for name in read.stems("sorts"):
        named |= {key for case in sorting_data.sorting(name).cases for key in case.claims}
    assert named <= set(claims_data.claims())
    assert set(crying_data.crying().diary.refs) <= set(references_data.references())


def test_the_map_links_every_written_lesson_and_no_other():
    links = re.findall(r'href="(\d\d)_(\w+)\.ipynb"', course_lib.CourseMap("00").markup)
    written = [
        (e.id, e.slug) for e in lessons_data.lessons().values() if e.written and e.id != "00"
    ]
    assert links == written
    words = course_lib.CourseMap("00").describe()
    assert all(lesson.title in words for lesson in lessons_data.lessons().values())


@pytest.mark.parametrize(
    "make",
    [
        lambda: course_lib.Conversation("the_partners"),
        lambda: course_lib.SortCases("pdc"),
        lambda: course_lib.PhraseBuilder("cryed"),
        lambda: course_lib.CourseMap("1"),
        lambda: course_lib.LensTutorial(step="mouse"),
    ],
)
def test_unknown_names_list_near_matches(make):
    with pytest.raises(UnknownNameError, match=r"Near matches: [a-z0-9]"):
        make()


def test_a_question_about_another_field_points_to_no_claim_of_the_article():
    shown = course_lib.Quiz("08").static_html()
    own, _, elsewhere = shown.rpartition('data-question="')
    assert said("quiz.rests_on") in own
    assert said("quiz.rests_on") not in elsewhere
