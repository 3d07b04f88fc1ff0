"""Small wrong changes to Python code, as a careless hand would make them.

Each change replaces one node of a module's syntax tree. Left alone is what no test should
fix: docstrings, annotations, imports, decorators, ``__all__`` and the words of errors.
"""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
#: Fields of a node that hold no behaviour.
_QUIET = {"annotation", "returns", "decorator_list", "format_spec", "type_params", "bases"}
#: ``zip(…, strict=True)`` guards against faults elsewhere; without it nothing else changes.
_QUIET_KEYWORDS = {"strict"}


@dataclass(frozen=True)
class Change:
    """One wrong change: where it is, how the code read, how it reads now, and all of it."""

    path: Path
    line: int
    before: str
    after: str
    tree: ast.Module
    node: ast.AST
    other: ast.AST

    def source(self) -> str:
        """Return the whole module with the change in it."""
        # What is in the memo is taken in place of a copy.
        return ast.unparse(copy.deepcopy(self.tree, {id(self.node): self.other}))


def changes(path: Path) -> list[Change]:
    """Return every change that can be made to a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        Change(path, node.lineno, _shown(node), _shown(other), tree, node, other)
        for node in _nodes(tree)
        for other in _others(node)
    ]


def _shown(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 90 else f"{text[:89]}…"


def _nodes(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Yield every expression and statement that may be changed, outside in."""
    for child in _children(node):
        if isinstance(child, (ast.Import, ast.ImportFrom)) or _is_quiet(child):
            continue
        if isinstance(child, (ast.expr, ast.stmt)):
            yield child
        if not isinstance(child, ast.Raise):
            yield from _nodes(child)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name in _QUIET or (isinstance(node, ast.keyword) and node.arg in _QUIET_KEYWORDS):
            continue
        yield from (each for each in _as_list(value) if isinstance(each, ast.AST))


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_quiet(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):  # a docstring
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
    return False


def _others(node: ast.expr | ast.stmt) -> Iterator[ast.AST]:
    """Yield what may wrongly stand in place of a node."""
    match node:
        case ast.Constant():
            yield from (ast.Constant(other) for other in _constants(node.value))
        case ast.Compare():
            yield from _compared(node)
        case ast.BinOp() if type(node.op) in _SUMS:
            yield ast.BinOp(node.left, _SUMS[type(node.op)](), node.right)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.USub() | ast.Not()):
            yield node.operand
        case ast.Name() if node.id in _NAMES:
            yield ast.Name(_NAMES[node.id], node.ctx)
        case ast.Call(args=[first, second, *rest]) if _order_matters(node):
            yield ast.Call(node.func, [second, first, *rest], node.keywords)
        case ast.IfExp():
            yield ast.IfExp(node.test, node.orelse, node.body)
        case _:
            yield from _other_statements(node)


def _order_matters(call: ast.Call) -> bool:
    first, second, *_ = call.args
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    starred = isinstance(first, ast.Starred) or isinstance(second, ast.Starred)
    return not starred and name not in ("min", "max") and ast.dump(first) != ast.dump(second)


def _other_statements(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.If():
            yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case ast.Return(value=ast.expr()):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.Assign() | ast.AugAssign() | ast.Raise():
            yield ast.Pass()
        case ast.GeneratorExp() | ast.ListComp() | ast.SetComp() if node.generators[0].ifs:
            first, *rest = node.generators
            free = ast.comprehension(first.target, first.iter, [], first.is_async)
            yield type(node)(node.elt, [free, *rest])


def _compared(node: ast.Compare) -> Iterator[ast.Compare]:
    for place, op in enumerate(node.ops):
        for other in _COMPARISONS[type(op)]:
            ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)


def _constants(value: object) -> tuple[object, ...]:
    match value:
        case bool():
            return (not value,)
        case int():
            return (value + 1, value - 1)
        case float():
            return (value + 1, value * 1.1 if value else -1.0)
        case str():
            return (f"{value}x",)
    return ()
