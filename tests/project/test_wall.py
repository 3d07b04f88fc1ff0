"""The rules of the house that import-linter cannot say: they are about the names of files."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import course_lib

PACKAGE = Path(course_lib.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MAY_DRAW = {"frame/svg.py", "frame/canvas.py", "lab/live.py"}  # live.py: figures of the sandbox
ENUMS_OF_DATA = {  # words of a data file's columns that a model decides by; loads nothing itself
    "course_lib.evidence.bases_data": {"Basis"},
    "course_lib.hormones.substances_data": {"Certainty"},
}
NOT_PURE = ("_data", "_scene", "_words", "markup", "phrases", "load", "activity", "player", "svg")


def imports(path):
    """Yield (module, name) for what a file imports when it runs, lazily or not."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from ((each.name, None) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", each.name) for each in node.names)


def impure(path):
    """Return what a model imports of the rooms and may not: data, scenes, markup, widgets."""
    found = []
    for module, name in imports(path):
        if name in ENUMS_OF_DATA.get(module, ()):
            continue
        if module.partition(".")[0] in {"ipywidgets", "anywidget", "traitlets", "matplotlib"}:
            found.append(module)
        elif module.startswith("course_lib"):
            own = [module.rpartition(".")[2], name or ""]
            found += [f"{module}.{name}" for each in own if each.endswith(NOT_PURE)][:1]
    return found


def draws(path):
    return any(module.partition(".")[0] == "matplotlib" for module, _ in imports(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_keeps_to_what_its_name_says(path):
    name = path.relative_to(PACKAGE).as_posix()
    if not name.endswith("_scene.py") and name not in MAY_DRAW:
        assert not draws(path), f"{name}: only *_scene.py import matplotlib"
    if name.endswith("_model.py"):
        assert impure(path) == [], f"{name}: a model knows no data, markup or widget"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_has_under_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


def test_no_room_is_as_big_as_a_quarter_of_the_code():
    lines = Counter()
    for path in PACKAGE.rglob("*"):
        if path.suffix in {".py", ".js", ".css"}:
            room = path.relative_to(PACKAGE).parts[0]
            lines[room] += len(path.read_text(encoding="utf-8").splitlines())
    shares = {room: count / lines.total() for room, count in lines.most_common()}
    print({room: f"{share:.0%}" for room, share in shares.items()})  # noqa: T201  shown with -s
    assert max(shares.values()) < 0.25


@pytest.mark.parametrize(
    "line",
    [
        "import ipywidgets",
        "from course_lib.frame.phrases import phrase",
        "from course_lib.frame import load",
        "def late():\n    from course_lib.cards import quiz_data",
    ],
)
def test_an_impure_model_is_found_out(tmp_path, line):
    path = tmp_path / "x_model.py"
    path.write_text(line, encoding="utf-8")
    assert len(impure(path)) == 1


def test_an_import_of_matplotlib_is_found_out_and_one_for_types_is_none(tmp_path):
    path = tmp_path / "x.py"
    path.write_text("def late():\n    import matplotlib.figure", encoding="utf-8")
    assert draws(path)
    path.write_text("if TYPE_CHECKING:\n    import matplotlib", encoding="utf-8")
    assert not draws(path)
