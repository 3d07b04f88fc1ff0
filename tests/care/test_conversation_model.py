"""Conversations as graphs, against drawings small enough to walk by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_lib.care.conversation_data import Choice, ConversationData, Node
from course_lib.care.conversation_model import paths, problems


def talk(start="a", /, **moments):
    """Return a conversation: for each moment the moments it leads to, or its ending."""
    nodes = [
        Node(id=name, text=name, ending="The end.")
        if leads == "end"
        else Node(
            id=name,
            text=name,
            choices=[Choice(say="s", does="d", claims=["C01"], to=to) for to in leads],
        )
        for name, leads in moments.items()
    ]
    return ConversationData(id="t", title="T", people="P", start=start, nodes=nodes)


DIAMOND = talk(a="bc", b="d", c="de", d="end", e="end")


def test_every_path_of_a_drawing_is_walked():
    assert problems(DIAMOND) == []
    assert ["".join(path) for path in paths(DIAMOND)] == ["abd", "acd", "ace"]
    assert list(paths(talk("x", x="end"))) == [["x"]]


@given(st.integers(1, 5), st.integers(1, 3))
def test_a_ladder_has_as_many_paths_as_its_steps_allow(steps, choices):
    rungs = {f"n{i}": [f"n{i + 1}"] * choices for i in range(steps)}
    ladder = talk("n0", **rungs, **{f"n{steps}": "end"})
    assert problems(ladder) == []
    assert len(list(paths(ladder))) == choices**steps


START = "entry z: the conversation starts there, but there is no such entry. Correct 'start'."
BOTH = ("entry {}: it needs either choices or an ending, and not both. Add or remove one.").format
NOWHERE = "entry {}: a choice leads to '{}', which does not exist. Correct its 'to'.".format
UNREACHED = "entry {}: no choice leads there. Lead to it, or remove it.".format
ROUND = (
    "entry {}: a path comes back to it, so the conversation may never end. "
    "Lead that choice to a later moment."
).format


@pytest.mark.parametrize(
    ("broken", "wanted"),
    [
        (talk("z", a="b", b="end"), [START]),
        (talk(a="bx", b="yb"), [NOWHERE("a", "x"), NOWHERE("b", "y")]),
        (talk(a="b", b=""), [BOTH("b")]),
        (talk(a="b", b="end", c="b", d="c"), [UNREACHED("c"), UNREACHED("d")]),
        (talk(a="bc", b="a", c="end"), [ROUND("a"), ROUND("b")]),
        (talk(a="ab", b="end"), [ROUND("a")]),
        (talk(a="b", b="end", c="c"), [UNREACHED("c"), ROUND("c")]),
        # While a choice leads nowhere, paths cannot be followed.
        (talk(a="x", b="a"), [NOWHERE("a", "x")]),
    ],
)
def test_each_problem_is_said_with_its_place_and_remedy(broken, wanted):
    assert problems(broken) == wanted


def test_an_ending_with_choices_is_refused():
    choice = Choice(say="s", does="d", claims=["C01"], to="b")
    both = Node(id="a", text="a", choices=[choice], ending="The end.")
    nodes = [both, Node(id="b", text="b", ending="The end.")]
    data = ConversationData(id="t", title="T", people="P", start="a", nodes=nodes)
    assert problems(data) == [BOTH("a")]
