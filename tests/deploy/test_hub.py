"""A real hub with two real learners: neither can read what the other does.

It makes system users and removes them, so it needs root, and it takes minutes: it runs with
``start.py test --long`` only. Where it is not permitted it is skipped, and on CI it fails.
"""

import json
import os
import pwd
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest

from deploy.jupyterhub import accounts, install
from deploy.jupyterhub.learner import Learner

PREFIX = "hubtest"
LESSON = "01_the_science_behind_it.ipynb"
OPTION = 'c.KernelManager.transport_encryption = "required"'
#: In the code, in what it prints, and in what goes to a widget's view.
WORDS = ("told-in-code", "told-in-print", "told-in-comm")
SECRETS = [
    "note = 'told-in-code'",
    "print('told', 'in', 'print', sep='-')",
    "from ipywidgets import Label\nlabel = Label('-'.join(['told', 'in', 'comm']))\nlabel",
]

CHANNELS = ("shell", "control", "stdin", "iopub", "hb")

pytestmark = pytest.mark.skipif(
    os.environ.get("COURSE_LONG") != "1",
    reason="installs a hub and makes system users; start.py test --long does",
)


def not_permitted():
    """Return why this machine cannot try the hub, or nothing."""
    if sys.platform != "linux":
        return "the hub is for Linux"
    if os.geteuid() != 0:
        return "only root may make users"
    if missing := [name for name in ("useradd", "userdel", "chpasswd") if not shutil.which(name)]:
        return f"there is no {missing[0]}"
    return "" if readable_python() else "no Python here can be read by other users"


def readable_python():
    """Return a Python of the right version that other users can read, if there is one."""
    for each in (os.path.realpath(sys.executable), "/usr/bin/python3"):
        if Path(each).exists() and not install.closed_folder(Path(each).resolve()):
            ask = "import sys, ensurepip, venv; print(sys.version_info[1])"
            said = subprocess.run(
                [each, "-I", "-c", ask], capture_output=True, text=True, check=False
            )
            if said.returncode == 0 and 11 <= int(said.stdout) <= 14:
                return each
    return None


def free_port():
    """Return the first of three free ports in a row."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            first = probe.getsockname()[1]
        try:
            for port in (first, first + 1, first + 2):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            continue
        return first


class Hub:
    """A hub that runs, its place, and its learners."""

    def __init__(self, place, port, passwords):
        self.place, self.port = place, port
        address = f"http://127.0.0.1:{port}"
        self.anna, self.bela = (Learner(address, *each) for each in passwords.items())

    def as_bela(self, *command, **options):
        """Run a command as the other learner, and return it while it runs."""
        user = pwd.getpwnam(self.bela.name)
        return subprocess.Popen(
            command, user=user.pw_uid, group=user.pw_gid, extra_groups=[], cwd="/",
            env={"PATH": "/usr/bin:/bin"}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options,
        )  # fmt: skip

    def overheard(self):
        """Let Anna run cells; return how her kernel's doors are closed and what Bela heard."""
        kernel = self.anna.start_kernel("my_work/sandbox.ipynb")
        self.anna.run(kernel, ["1 + 1"])  # it is there, with all its doors
        uid = str(pwd.getpwnam(self.anna.name).pw_uid)
        program = (Path(__file__).parent / "eavesdrop.py").read_text(encoding="utf-8")
        listener = self.as_bela(self.place / "env/bin/python", "-I", "-c", program, uid)
        assert listener.stdout.readline() == "listening\n", listener.stderr.read()
        time.sleep(1)  # a subscription takes a moment
        said = self.anna.run(kernel, SECRETS)
        assert all(word in json.dumps(said) for word in WORDS)  # Anna herself sees it all
        time.sleep(1)
        out, problem = listener.communicate(timeout=30)
        assert not problem
        found = json.loads(out)
        # Beside these a kernel has a door that only takes in, from programs that it starts.
        runtime = Path(pwd.getpwnam(self.anna.name).pw_dir) / ".local/share/jupyter/runtime"
        connection = json.loads((runtime / f"kernel-{kernel}.json").read_text())
        doors = {each: found["doors"][str(connection[f"{each}_port"])] for each in CHANNELS}
        return doors, found["heard"]

    def stop_server(self, learner):
        token = (self.place / "state/ahead_token").read_text()
        url = f"http://127.0.0.1:{self.port + 1}/hub/api/users/{learner.name}"
        header = {"Authorization": f"token {token}"}
        ask = urllib.request.Request(f"{url}/server", method="DELETE", headers=header)
        urllib.request.urlopen(ask, timeout=60).close()
        for _ in range(120):
            with urllib.request.urlopen(urllib.request.Request(url, headers=header)) as said:
                if not json.load(said)["servers"]:
                    return
            time.sleep(0.5)
        pytest.fail("the server did not stop")


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    if why := not_permitted():
        if os.environ.get("CI"):
            pytest.fail(f"The hub could not be tried: {why}.")
        pytest.skip(why)
    # Not in pytest's own folder, which is closed to other users.
    place = Path(tempfile.mkdtemp(prefix="course-hub-", dir="/opt"))
    place.chmod(0o755)
    running = None
    try:
        command = [readable_python(), install.HERE / "install.py", "--place", place]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        passwords = accounts.add(PREFIX, 2)
        port = free_port()
        said = tmp_path_factory.mktemp("hub") / "hub.log"
        with said.open("wb") as log:
            running = subprocess.Popen(
                [place / "env/bin/jupyterhub", "--config", place / "jupyterhub_config.py"],
                cwd=place / "state", env={"PATH": "/usr/bin:/bin", "COURSE_HUB_PORT": str(port)},
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        wait_for(port, running, said)
        found = Hub(place, port, passwords)
        for learner in (found.anna, found.bela):
            learner.sign_in()
            learner.start_server()
        yield found
        for learner in (found.anna, found.bela):
            learner.web.close()
    finally:
        if running:
            running.send_signal(signal.SIGTERM)
            running.wait(timeout=60)
        accounts.remove(PREFIX)
        shutil.rmtree(place)


def wait_for(port, running, log):
    for _ in range(240):
        assert running.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/hub/health", timeout=5).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail(log.read_text())


def test_a_learner_opens_a_lesson_and_is_told_whose_computer_it_is(hub):
    [lesson] = [
        each for each in hub.anna.get("api/contents/course").json()["content"]
        if each["name"] == LESSON
    ]  # fmt: skip
    assert not lesson["writable"]
    kernel = hub.anna.start_kernel(f"course/{LESSON}")
    ask = "from course_lib import ProgressPanel; print(ProgressPanel('01').place)"
    said = hub.anna.run(kernel, [ask])
    assert [each["content"]["text"] for each in said if "text" in each["content"]] == ["hub\n"]


def test_the_others_server_answers_403(hub):
    assert hub.bela.get("api/contents").status_code == 200
    for path in ("api/contents", "api/sessions", "api/kernels", "files/my_work/sandbox.ipynb"):
        assert hub.bela.get(path, of=hub.anna.name).status_code == 403, path


def test_the_others_files_are_closed(hub):
    home = Path(pwd.getpwnam(hub.anna.name).pw_dir)
    hub.anna.start_kernel("my_work/sandbox.ipynb")
    [connection, *_] = home.glob(".local/share/jupyter/runtime/kernel-*.json")
    state = hub.place / "state"
    for path in (home, home / "my_work/sandbox.ipynb", connection, state / "hub.sqlite"):
        reading = hub.as_bela("head", "-c1", path)
        out, problem = reading.communicate(timeout=30)
        assert (out, reading.returncode) == ("", 1), path
        assert "Permission denied" in problem
    for each in (home / "my_work/sandbox.ipynb", connection):
        assert stat.S_IMODE(each.stat().st_mode) & 0o077 == 0, each


def test_what_the_hub_keeps_is_for_root_alone(hub):
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (hub.place / "state").iterdir()}
    assert modes["hub.sqlite"] == 0o600
    assert not [name for name, mode in modes.items() if mode & 0o077]


def test_a_correction_reaches_everybody_and_overwrites_nobody(hub, monkeypatch, tmp_path):
    own = Path(pwd.getpwnam(hub.anna.name).pw_dir) / "my_work/sandbox.ipynb"
    own.write_text("mine", encoding="utf-8")
    before = own.read_bytes()
    corrected = tmp_path / "notebooks"
    shutil.copytree(install.ROOT / "notebooks", corrected)
    text = (corrected / LESSON).read_text(encoding="utf-8")
    title = json.loads(text)["cells"][0]["source"][0].strip()
    (corrected / LESSON).write_text(text.replace(title, f"{title}, corrected"), encoding="utf-8")
    monkeypatch.setattr(install, "ROOT", tmp_path)
    install.install_lessons(hub.place / "notebooks")
    for learner in (hub.anna, hub.bela):
        found = learner.get(f"api/contents/course/{LESSON}").json()["content"]["cells"][0]
        assert "corrected" in found["source"]
    assert own.read_bytes() == before
    writing = hub.as_bela("touch", hub.place / "notebooks" / LESSON)
    _, problem = writing.communicate(timeout=30)
    assert "Permission denied" in problem


def test_a_socket_hears_nothing_of_the_others_kernel_and_without_the_option_everything(hub):
    doors, heard = hub.overheard()
    assert doors == dict.fromkeys(CHANNELS, "CURVE")
    assert heard == []

    settings = hub.place / "env/etc/jupyter/jupyter_server_config.py"
    whole = settings.read_text(encoding="utf-8")
    assert OPTION in whole
    hub.stop_server(hub.anna)
    settings.write_text(whole.replace(OPTION, ""), encoding="utf-8")
    try:
        hub.anna.start_server()
        doors, heard = hub.overheard()
    finally:
        settings.write_text(whole, encoding="utf-8")
    assert doors == dict.fromkeys(CHANNELS, "NULL")
    assert [word for word in WORDS if word in " ".join(heard)] == list(WORDS)
