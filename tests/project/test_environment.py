"""environment.yml asks for the same as pyproject.toml."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture
def environment() -> dict:
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


def ranges(lines: list[str]) -> dict[str, set[str]]:
    """Return name -> the parts of its range, as "a>=1,<2" and "a >=1,<2" both say it."""
    parts = [re.fullmatch(r"([\w.-]+) *(\S*)", line) for line in lines]
    return {part.group(1): set(part.group(2).split(",")) for part in parts}


def test_the_ranges_are_the_same(project, environment):
    *conda, last = environment["dependencies"]
    found = ranges([*conda, *(line for line in last["pip"] if not line.startswith("-e"))])
    assert found.pop("pip") == {""}
    wanted = ranges(project["dependencies"])
    wanted["python"] = set(project["requires-python"].split(","))
    assert found == wanted


def test_the_course_itself_is_installed_from_this_folder(environment):
    assert "-e ." in environment["dependencies"][-1]["pip"]


def test_packages_come_from_conda_forge_only(environment):
    assert environment["channels"] == ["conda-forge", "nodefaults"]


def test_contributing_says_what_a_hub_needs_and_no_more():
    hub = ROOT / "deploy" / "jupyterhub"
    lines = (hub / "requirements.in").read_text(encoding="utf-8").splitlines()
    wanted = re.findall(r"^[\w-]+", "\n".join(lines), re.MULTILINE)
    wanted += json.loads((hub / "package.json").read_text(encoding="utf-8"))["dependencies"]
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \*for a hub[^*]*\* (.+?) \| \S", table, re.MULTILINE)
    assert sorted(name for row in rows for name in row.split(", ")) == sorted(wanted)


def test_contributing_says_what_each_package_is_for(project):
    wanted = ranges([*project["dependencies"], *project["optional-dependencies"]["test"]])
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("| Package |")[2]
    rows = [re.match(r"\| (?:\*for tests:\* )?([^*]+?) \| \S", line) for line in table.splitlines()]
    named = [name for row in rows if row for name in row.group(1).split(", ")]
    assert sorted(name for name in named if name != "---") == sorted(wanted)
