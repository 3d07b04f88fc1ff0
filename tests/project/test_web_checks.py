"""The checks of JavaScript and CSS: they find what is wrong, and come without a system's Node."""

import json
import re
import shutil

import pytest

from tools import web_checks
from tools.web_checks import ROOT, WebCheckError, faults, install

SETTINGS = ("package.json", "package-lock.json", ".npmrc", "biome.jsonc", "tsconfig.json")


@pytest.fixture
def room(tmp_path):
    """Return a copy of the settings beside an empty course, with the installed tools."""
    for name in SETTINGS:
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "course_lib").mkdir()
    return tmp_path


@pytest.fixture
def equipped(room):
    try:
        install()
    except WebCheckError as problem:
        pytest.skip(str(problem))
    (room / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return room


GOOD = """\
/** @param {string} name */
export function greet(name) {
  return name.length;
}
"""


MISTAKES = {
    "shape.js": (GOOD.replace("  return", " return"), "Formatter would have printed"),
    "unknown.js": (GOOD.replace("name.length", "nome"), "noUndeclaredVariables"),
    "misspelt.js": (GOOD.replace("name.length", "name.lenght"), "TS2551"),
    "untyped.js": (GOOD.split("\n", maxsplit=1)[1], "TS7006"),
    "misspelt.css": ("a {\n  colour: red;\n}\n", "noUnknownProperty"),
    "shape.css": ("a { color: red }\n", "Formatter would have printed"),
}


def test_mistakes_in_scripts_and_sheets_are_found(equipped):
    good = {"good.js": GOOD, "good.css": "a {\n  color: red;\n}\n"}
    for name, code in good.items():
        (equipped / "course_lib" / name).write_text(code, encoding="utf-8")
    assert faults(equipped) == []
    for name, (code, _) in MISTAKES.items():
        (equipped / "course_lib" / name).write_text(code, encoding="utf-8")
    found = "\n".join(faults(equipped))
    for name, (_, says) in MISTAKES.items():
        assert re.search(rf"course_lib/{re.escape(name)}\b.*{says}", found, re.DOTALL), name
    assert not any(name in found for name in good)


def test_without_a_registry_one_sentence_says_what_to_do(room, monkeypatch):
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", "http://127.0.0.1:9")
    monkeypatch.setenv("NPM_CONFIG_CACHE", str(room / "cache"))
    with pytest.raises(WebCheckError, match="could not reach its registry") as found:
        install(room)
    assert "\n" not in str(found.value)


def test_what_is_installed_is_not_installed_again(room, monkeypatch):
    monkeypatch.setattr(web_checks, "_node", lambda *_: pytest.fail("npm was started"))
    stamp = room / "node_modules" / ".installed-lock"
    stamp.parent.mkdir()
    stamp.write_text(web_checks.lock_of(room), encoding="utf-8")
    assert not install(room)


def test_versions_are_exact_and_the_lock_names_no_address():
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    lock = (ROOT / "package-lock.json").read_text("utf-8")
    packages = json.loads(lock)["packages"]
    for name, version in wanted.items():
        assert packages[f"node_modules/{name}"]["version"] == version
    assert '"resolved"' not in lock
    assert all("integrity" in each for name, each in packages.items() if name)
