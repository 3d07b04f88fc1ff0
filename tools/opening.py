"""Open JupyterLab on the first lesson. Standard library only."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from tools import own_python
from tools.own_python import Stop, clean_environment, quiet, read_state, venv_python, write_state
from tools.whole import whole_lessons


def open_course(port: int | None, *, browser: bool, author: bool = False) -> int:
    """Open JupyterLab on the first lesson and stay until it is closed.

    For an author, lessons can be changed.
    """
    notebooks = own_python.ROOT / "notebooks"
    first = min((path.name for path in notebooks.glob("[0-9][0-9]*.ipynb")), default=None)
    if first is None:
        raise Stop(f"There is no lesson in {notebooks}: fetch a fresh copy of the course.")
    check_own_layer()
    trust(notebooks)
    command = lab_command(notebooks, first, port=port, browser=browser)
    runtime = own_python.VENV / "course" / f"run-{os.getpid()}"
    runtime.mkdir(parents=True, exist_ok=True)
    runtime.parent.chmod(0o700)  # the address, which the log names too, is for this user only
    environment = {**clean_environment(), "JUPYTER_RUNTIME_DIR": str(runtime)}
    if author:
        environment["COURSE_AUTHOR"] = "1"
    for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):
        signal.signal(getattr(signal, name), signal.default_int_handler)
    print("Starting JupyterLab ...")
    with (own_python.VENV / "course" / "jupyterlab.log").open("wb") as log:
        server = subprocess.Popen(
            command,
            cwd=own_python.ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        about = wait_for_server(server, runtime)
        print("\nThe course is open at this address; if no web browser shows it, open it in one:")
        print(f"\n    {about['url']}doc/tree/{first}?token={about['token']}\n")
        print("Press Ctrl+C here to close the course.")
        server.wait()
    except KeyboardInterrupt:
        print("\nClosing the course ...")
    finally:
        close(server)
        shutil.rmtree(runtime, ignore_errors=True)
    print("The course is closed.")
    return 0


def check_own_layer() -> None:
    """Stop if a teacher's own layer is there and broken: lessons would open without it."""
    if (own_python.ROOT / "my_course.toml").exists():
        code, said = quiet(venv_python(), "-m", "course_lib.frame.my_course_data")
        if code:
            raise Stop(said)


def lab_command(notebooks: Path, first: str, *, port: int | None, browser: bool) -> list[str]:
    """Return how JupyterLab is started on a lesson, in the view of a single document."""
    command = [str(venv_python()), "-m", "jupyterlab", "--ServerApp.ip=127.0.0.1"]
    command += [f"--ServerApp.root_dir={notebooks}", f"--LabApp.default_url=/doc/tree/{first}"]
    command += [f"--ServerApp.open_browser={browser}", "--ServerApp.allow_root=True"]
    command += ["--LanguageServerManager.autodetect=False"]  # it would write to the home folder
    # Other users of this computer can reach a kernel's ports: they must not read along.
    command += ["--KernelManager.transport_encryption=required"]
    return command + ([f"--ServerApp.port={port}", "--ServerApp.port_retries=0"] if port else [])


def check_port(port: int | None) -> None:
    """Stop if a port was asked for and cannot be had; without one, Jupyter finds a free port."""
    with socket.socket() as probe:
        if os.name != "nt":  # as the server does; on Windows it would hide who has the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port or 0))
        except (OSError, OverflowError):
            raise Stop(
                f"Port {port} cannot be used, most likely because another program has it: give "
                "another number, or leave out --port and a free one is found."
            ) from None


def trust(notebooks: Path) -> None:
    """Sign lessons that are as shipped, so that stored figures show before a lesson is run.

    Anything else in the folder may hold a script of somebody else's: JupyterLab shows it without.
    """
    paths = whole_lessons(notebooks)
    now = str([(path.name, path.stat().st_mtime_ns) for path in paths])
    if paths and read_state().get("trusted") != now:
        quiet(venv_python(), "-m", "nbformat.sign", *paths)
        write_state({**read_state(), "trusted": now})


def wait_for_server(server: subprocess.Popen[bytes], runtime: Path) -> Any:
    """Wait until JupyterLab has written down where it listens, and return what it wrote."""
    until = time.monotonic() + 120
    while server.poll() is None and time.monotonic() < until:
        try:
            return json.loads(next(runtime.glob("jpserver-*.json")).read_text(encoding="utf-8"))
        except (StopIteration, ValueError):  # not written yet, or half
            time.sleep(0.05)
    log = own_python.VENV / "course" / "jupyterlab.log"
    raise Stop(
        f"JupyterLab did not start: delete {own_python.VENV} and start again; "
        f"what it said is in {log}"
    )


def close(server: subprocess.Popen[bytes]) -> None:
    """Wait for JupyterLab to end, which Ctrl+C in a terminal tells it too, or make it end."""
    try:
        server.wait(timeout=2)
    except subprocess.TimeoutExpired:
        server.terminate()
        server.wait()
