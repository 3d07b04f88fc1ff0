"""What Binder would build of this folder, from repo2docker's own plan; nothing is built.

``--no-build`` prints the plan and asks for no Docker: none is needed, here or anywhere.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tools.own_python import OLDEST, TOO_NEW

ROOT = Path(__file__).parents[2]
OPENS = re.compile(r"https://mybinder\.org/v2/\S+?(?=[)`\s])")


def plan(folder):
    """Return what repo2docker would do with a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "."],
        cwd=folder,
        env={**os.environ, "DOCKER_HOST": "tcp://127.0.0.1:9"},  # nobody answers there
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def python_of(said):
    """Return the Python that a plan takes."""
    [version] = re.findall(r"Building conda environment for python=(\S+)", said)
    return version


@pytest.fixture
def course(tmp_path):
    """A folder with all of this one that Binder may read."""
    shutil.copytree(ROOT / ".binder", tmp_path / ".binder")
    for name in ("environment.yml", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_binder_takes_one_python_and_installs_what_was_tested(course):
    said = plan(course)
    assert re.findall(r"^FROM (\S+)", said, re.MULTILINE) == [
        "docker.io/library/buildpack-deps:24.04"
    ]
    version = python_of(said)
    assert OLDEST <= tuple(map(int, version.split("."))) < TOO_NEW
    assert f"python={version}\n" in (course / ".binder/environment.yml").read_text("utf-8")
    assert '--file ".binder/environment.yml"' in said
    user = said.rindex("USER ${NB_USER}")
    assert user < said.index("RUN ./.binder/postBuild")  # pip runs as the learner, not as root
    assert said.count("postBuild\n") == 2  # made a program, and run once


def test_a_range_of_pythons_would_not_be_understood(course):
    """The reason for a file of Binder's own; if this fails, environment.yml is enough."""
    shutil.rmtree(course / ".binder")
    assert ">=3.11,<3.15" in (course / "environment.yml").read_text(encoding="utf-8")
    assert python_of(plan(course)) == "3.10"


@pytest.mark.parametrize("works", [True, False])
def test_what_is_run_after_the_build(course, tmp_path, works):
    stub = tmp_path / "programs" / "python"
    stub.parent.mkdir()
    stub.write_text(f'#!/bin/sh\necho "$@" >> said\nexit {int(not works)}\n', encoding="utf-8")
    stub.chmod(0o755)
    path = f"{stub.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [course / ".binder" / "postBuild"],
        cwd=course,
        env={**os.environ, "PATH": path},
        check=False,
    )
    assert (done.returncode == 0) == works
    said = (course / "said").read_text(encoding="utf-8").splitlines()
    wanted = [
        "-m pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock",
        "-m pip install --no-cache-dir --no-deps .",
    ]
    assert said == wanted[: 2 if works else 1]
    assert (course / "requirements.lock").is_file()


def test_the_badge_opens_the_first_lesson():
    found = OPENS.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found
    for address in found:
        [opened] = parse_qs(urlsplit(address).query)["urlpath"]
        assert opened.startswith("lab/tree/notebooks/00_")
        assert (ROOT / opened.removeprefix("lab/tree/")).is_file()


def test_where_the_course_does_not_run_the_readme_says_so_and_why():
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    said = re.search(r"\*\*Google's Colab is not supported\.\*\* (.+?) ## ", readme)
    for why in ("no button", "no quick exit", "from another host", "needs an account"):
        assert why in said[1]
