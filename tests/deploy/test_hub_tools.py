"""What installs a hub and makes its accounts, as far as that needs neither root nor a network."""

import json
import re
import subprocess
import sys

import pytest

from deploy.jupyterhub import accounts, install

on_linux = pytest.mark.skipif(sys.platform == "win32", reason="a hub is for Linux")


def test_the_hub_installs_what_is_locked_as_it_is_locked(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(install, "closed_folder", lambda _: None)
    monkeypatch.setattr(install, "install_proxy", lambda _: None)
    monkeypatch.setattr(install, "install_lessons", lambda _: None)
    monkeypatch.setattr(install.shutil, "copyfile", lambda *_: None)
    monkeypatch.setattr(install, "run", lambda *command, **_: ran.append(command))
    install.install(tmp_path / "place")
    [locked] = [each for each in ran if install.HERE / "requirements.lock" in each]
    assert {"--no-deps", "--require-hashes"} <= set(locked)


@on_linux
def test_a_python_that_learners_could_not_read_is_refused(tmp_path, capsys, monkeypatch):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    python = closed / "python3"
    python.touch(mode=0o755)
    monkeypatch.setattr(install.sys, "executable", str(python))
    ran = []
    monkeypatch.setattr(install, "run", lambda *command, **_: ran.append(command))
    assert install.main(["--place", str(tmp_path / "place")]) == 1
    said = capsys.readouterr().err
    assert f"Learners could not read {python}" in said
    assert "/usr/bin/python3" in said
    assert ran == []


@on_linux
def test_the_first_closed_folder_is_named(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "a").chmod(0o700)
    assert install.closed_folder(inner) in [tmp_path / "a", *tmp_path.parents]
    assert install.closed_folder(install.Path("/usr")) is None


def test_lessons_are_replaced_whole_and_for_all_to_read(tmp_path, monkeypatch):
    monkeypatch.setattr(install, "ROOT", tmp_path)
    shipped = tmp_path / "notebooks"
    shipped.mkdir()
    (shipped / "01_a.ipynb").write_text("old")
    shared = tmp_path / "shared"
    install.install_lessons(shared)
    (shipped / "01_a.ipynb").write_text("new")
    install.install_lessons(shared)
    assert [path.name for path in shared.iterdir()] == ["01_a.ipynb"]
    assert (shared / "01_a.ipynb").read_text() == "new"
    assert (shared / "01_a.ipynb").stat().st_mode & 0o777 == 0o644 or sys.platform == "win32"


def test_a_broken_layer_of_a_teachers_own_is_not_copied(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_MY_COURSE", "put back afterwards")
    monkeypatch.setattr(install, "ROOT", tmp_path)
    python, place = install.Path(sys.executable), tmp_path / "place"
    place.mkdir()
    install.install_own_layer(place, python)
    (tmp_path / "my_course.toml").write_text("?")
    with pytest.raises(subprocess.CalledProcessError):
        install.install_own_layer(place, python)
    assert list(place.iterdir()) == []
    (tmp_path / "my_course.toml").write_text('organisation = "A"')
    install.install_own_layer(place, python)
    assert (place / "my_course.toml").exists()


def test_passwords_differ_and_are_told_to_the_system_alone(monkeypatch):
    told = []
    monkeypatch.setattr(accounts, "run", lambda *command, told="": tell(command, told))

    def tell(command, text):
        told.append(text)
        assert command == ("chpasswd",)  # not among the words that a list of processes shows

    made = [accounts.new_password("learner01") for _ in range(50)]
    assert len(set(made)) == 50
    assert all(re.fullmatch(r"([a-km-z]{4}-){2}[a-km-z]{4}", each) for each in made)
    assert told == [f"learner01:{each}\n" for each in made]
    assert made[0] in accounts.slip("learner01", made[0])


def test_accounts_are_numbered_on_and_have_no_shell(monkeypatch):
    ran = []
    monkeypatch.setattr(accounts, "run", lambda *command, **_: ran.append(command))
    monkeypatch.setattr(accounts, "exists", lambda name: name == "learner01")
    assert list(accounts.add("learner", 2)) == ["learner02", "learner03"]
    made = [command for command in ran if command[0] == "useradd"]
    assert all("/usr/sbin/nologin" in command and "HOME_MODE=0700" in command for command in made)


def test_who_is_no_learner_gets_no_new_password(monkeypatch, capsys):
    monkeypatch.setattr(accounts, "learners", lambda _: ["learner01"])
    monkeypatch.setattr(accounts, "run", lambda *_, **__: pytest.fail("changed"))
    assert accounts.main(["new-password", "root"]) == 1
    assert "no account of this class" in capsys.readouterr().err


def test_the_option_stands_in_the_one_file_that_every_hub_uses():
    text = (install.HERE / "jupyter_server_config.py").read_text(encoding="utf-8")
    assert '\nc.KernelManager.transport_encryption = "required"\n' in text
    assert "jupyter_server_config.py" in (install.HERE / "README.md").read_text(encoding="utf-8")


def test_the_proxy_is_the_one_that_is_locked():
    declared, locked = (
        json.loads((install.HERE / name).read_text(encoding="utf-8"))
        for name in ("package.json", "package-lock.json")
    )
    assert locked["packages"][""]["dependencies"] == declared["dependencies"]
    assert all("integrity" in each for name, each in locked["packages"].items() if name)
