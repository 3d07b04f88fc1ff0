"""The tool that draws wrong changes: it changes what matters, and the tests notice nearly all."""

from pathlib import Path

import pytest

from tools.mutate import attempt_all, draw, modules, noticed, own_tests
from tools.mutations import changes
from tools.sample import LONG

ROOT = Path(__file__).parents[2]
QUIET = '''"""What it is about."""
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from pathlib import Path
__all__ = ["half"]
@cache(1)
def half(x: Literal["a"]) -> Literal[1]:
    """Return half of it."""
'''


def changed(tmp_path, code):
    """Return every change of one line of code, as it reads then."""
    path = tmp_path / "some_model.py"
    path.write_text(f"{QUIET}    {code}\n", encoding="utf-8")
    found = changes(path)
    assert {change.line for change in found} == {len(QUIET.splitlines()) + 1}
    sources = [change.source() for change in found]
    assert all(source.splitlines()[:8] == sources[0].splitlines()[:8] for source in sources)
    return {" ".join(source.partition('of it."""\n')[2].split()) for source in sources}


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("return x < y", {"return None", "return x <= y", "return x > y"}),
        ("return x in y", {"return None", "return x not in y"}),
        ("return x - y", {"return None", "return x + y"}),
        ("return x and not y", {"return None", "return x or not y", "return x and y"}),
        ("return 3", {"return None", "return 4", "return 2"}),
        ("return True", {"return None", "return False"}),
        ("return f'a{x:.2f}'", {"return None", "return f'ax{x:.2f}'"}),
        ("return f(x, y)", {"return None", "return f(y, x)"}),
        ("return f(x, x)", {"return None"}),
        ("return min(x, y)", {"return None", "return max(x, y)"}),
        ("return x if y else z", {"return None", "return z if y else x"}),
        ("return [x for x in y if z]", {"return None", "return [x for x in y]"}),
        ("return zip(*x, strict=True)", {"return None"}),
        ("raise ValueError('no')", {"pass"}),
        ("x.append(y)", {"pass"}),
        ("x += y", {"pass"}),
    ],
)
def test_changes_are_those_of_a_careless_hand(tmp_path, code, wanted):
    assert changed(tmp_path, code) == wanted


def test_a_condition_is_turned_round(tmp_path):
    assert "if not x: return y" in changed(tmp_path, "if x: return y")


def test_every_pure_module_has_a_test_of_its_own():
    for module in modules():
        (own,) = own_tests(module)
        assert own == f"tests/{module.parent.name}/test_{module.name}"


def test_the_same_seed_draws_the_same_changes_and_never_one_twice():
    one, again = ([(c.path, c.line, c.before, c.after) for c in draw(60, seed=3)] for _ in range(2))
    assert one == again
    nodes = [(change.path, change.source()) for change in draw(60, seed=3)]
    assert len(set(nodes)) == 60


@pytest.mark.skipif(not LONG, reason="runs the unit tests 25 times")
def test_the_unit_tests_notice_wrong_changes():
    before = {path: path.read_bytes() for path in modules()}
    results = list(attempt_all(draw(25, seed=2511)))
    assert {path: path.read_bytes() for path in modules()} == before
    survived = [r.change for r in results if r.outcome == "survived"]
    where = [f"{c.path.relative_to(ROOT)}:{c.line} {c.after}" for c in survived]
    assert noticed(results) >= 0.8, where
