"""A small course of its own, for the tests of setting up and opening."""

import pytest
from setting_up import lock

from tools import install, own_python


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A small course in a folder of its own, whose .venv is only pretended."""
    (tmp_path / "requirements.lock").write_text(lock("anyio==4.1", "web==3.0"))
    (tmp_path / "requirements-tests.lock").write_text(
        lock("anyio==4.1", "checker==2.0", "web==3.0")
    )
    monkeypatch.setattr(own_python, "ROOT", tmp_path)
    monkeypatch.setattr(own_python, "VENV", tmp_path / ".venv")
    for module in (own_python, install):
        monkeypatch.setattr(module, "venv_version", lambda _="sys": "3.11")
    own_python.site_packages("3.11").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def installs(monkeypatch):
    """The names of the lock files that were installed."""
    done = []
    monkeypatch.setattr(install, "install", lambda lock: done.append(lock.name))
    return done
