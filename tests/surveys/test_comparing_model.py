"""What may be joined, by brute force over all small cases."""

from itertools import product

from course_lib.surveys.comparing_model import KINDS, Asked, differences, may_join

EVERY = [
    Asked(*parts, known=known)
    for *parts, known in product("ab", "ab", "ab", "ab", "AB", (True, False))
]


def test_every_pair_is_joined_by_the_rule_and_by_no_other():
    for one, other in product(EVERY, repeat=2):
        differ = {kind for kind in KINDS if vars(one)[kind] != vars(other)[kind]}
        assert set(differences(one, other)) == differ
        alike = one.thing == other.thing and one.period == other.period
        # Of the people and the situation one may differ.
        allowed = alike and not differ >= {"people", "situation"}
        both = one.known and other.known and one.letter == other.letter
        assert may_join(one, other) is (allowed and both)


def test_differences_are_said_in_the_order_of_the_kinds():
    one, other = Asked("a", "a", "a", "a", "A"), Asked("b", "b", "b", "b", "A")
    assert differences(one, other) == ("thing", "period", "situation", "people")
    assert one.known
