"""A real JupyterLab in a real Chromium, with every other host out of reach."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from course_lib.site.chromium import find_chromium  # noqa: F401  for who imports it here
from tools import opening
from tools.own_python import clean_environment

ROOT = Path(__file__).resolve().parents[1]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Request

NO_CHROMIUM = (
    "No Chromium was found: install one (Debian: apt-get install chromium; or set "
    "COURSE_CHROMIUM to its path) to run what needs a browser."
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Other hosts do not resolve; a request to one still counts as a request.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
#: A known key to the door, and the application within reach of a test's scripts.
FOR_TESTS = ["--IdentityProvider.token=course", "--LabApp.expose_app_in_browser=True"]


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab over a copy of the notebooks."""

    folder: Path
    port: int

    def url(self, name: str) -> str:
        """Return the address of a notebook in the single-document view."""
        return f"http://127.0.0.1:{self.port}/doc/tree/{name}?token=course"


@contextmanager
def running_lab(notebooks: Path = ROOT / "notebooks") -> Iterator[Lab]:
    """Run the course's JupyterLab, as ``start.py`` does, over a copy of a folder."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch) / "notebooks"
        shutil.copytree(notebooks, folder, ignore=shutil.ignore_patterns(".*"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        environment = clean_environment()
        for name in ("RUNTIME_DIR", "DATA_DIR", "CONFIG_DIR"):
            environment[f"JUPYTER_{name}"] = str(Path(scratch) / name.lower())
        for name in ("WORKSPACES_DIR", "SETTINGS_DIR"):
            environment[f"JUPYTERLAB_{name}"] = str(Path(scratch) / name.lower())
        environment["COURSE_PROGRESS_FILE"] = str(Path(scratch) / "progress" / "progress.json")
        names = sorted(folder.glob("*.ipynb"))
        subprocess.run([sys.executable, "-m", "nbformat.sign", *names], check=True, env=environment)
        command = opening.lab_command(folder, names[0].name, port=port, browser=False)
        with (Path(scratch) / "lab.log").open("wb") as log:
            server = subprocess.Popen(
                [*command, *FOR_TESTS],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            opening.wait_for_server(server, Path(environment["JUPYTER_RUNTIME_DIR"]))
            yield Lab(folder, port)
        finally:
            end(server)


def end(server: subprocess.Popen[bytes]) -> None:
    """End a server, also on a busy machine, where its kernels are slow to end."""
    server.terminate()
    try:
        server.wait(timeout=30)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


class Visit:
    """A learner's page, with the requests to other hosts and the errors it met."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.other_hosts: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            self.other_hosts.append(request.url)

    def open(self, lab: Lab, name: str) -> None:
        """Open a lesson and wait until its kernel is idle."""
        self.page.goto(lab.url(name))
        self.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        self.page.wait_for_selector("#jp-main-statusbar >> text=/\\| Idle/", timeout=60_000)
        self.page.wait_for_selector(".jp-Spinner", state="detached", timeout=60_000)

    def run_lesson(self) -> None:
        """Press the one key that starts a lesson, and wait until every activity is alive."""
        self.page.keyboard.press("F9")
        self.wait_alive(self.page.locator(".jp-CodeCell").count())

    def start_again(self) -> None:
        """Start a lesson that was started before, and wait until its activities are new ones."""
        self.page.evaluate(
            "for (const each of document.querySelectorAll('.cc')) each.dataset.old = ''"
        )
        self.page.locator(".jp-Notebook").press("F9")
        self.page.wait_for_function("document.querySelector('.cc[data-old]') === null")
        self.wait_alive(self.page.locator(".jp-CodeCell").count())

    def wait_alive(self, count: int) -> None:
        """Wait until so many activities are live views."""
        self.page.wait_for_function(
            "count => document.querySelectorAll('.cc[data-alive]').length >= count",
            arg=count,
            timeout=90_000,
        )
