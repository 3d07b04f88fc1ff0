"""Set up the course and open it: ``python3 start.py``.

The first run makes a private folder of packages, ``.venv``, beside this file; later runs start
at once. Nothing is written outside the course's folder. Only the standard library is used, and
Python 3.7 can read this file, so that an old Python gets a sentence instead of a traceback.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import importlib.util
import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST, TOO_NEW = (3, 11), (3, 15)
PIN = re.compile(  # one package of the lock file: name, marker, hashes, who asked for it
    r"([a-z0-9.-]+)==\S+( ; [^\n]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+(    # .+\n)+"
)
FOREIGN = re.compile(  # settings of other Jupyters and Pythons, and what would mislead pip
    r"JUPYTER|JPY_|IPYTHON|MPL|PYTHON(PATH|HOME|STARTUP|SAFEPATH|WARNINGS)$|PIP_"
)
PIP_MAY = {  # where packages come from and how they are reached; never where they go to
    "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX", "PIP_FIND_LINKS", "PIP_TRUSTED_HOST",
    "PIP_CERT", "PIP_CLIENT_CERT", "PIP_PROXY", "PIP_TIMEOUT", "PIP_DEFAULT_TIMEOUT",
    "PIP_RETRIES", "PIP_CACHE_DIR", "PIP_CONFIG_FILE",
}  # fmt: skip
TROUBLES = {  # what pip or venv says: what the learner is told
    r"No space left on device|Disk quota exceeded|Errno 28\b": (
        "The disk is full, so {venv} could not be filled: free about 1 GB and start again."
    ),
    r"Permission denied|Read-only file system": (
        "{venv} may not be written: move the course to a folder of your own and start again."
    ),
    r"DO NOT MATCH THE HASHES": (
        "A downloaded package is not the one that requirements.lock names, so it was not "
        "installed: start again, and if it happens again, use another network."
    ),
    r"CERTIFICATE_VERIFY_FAILED": (
        "The package server could not be trusted, because this network puts its own certificate "
        "in between: use another network, or ask its owner how to set pip's option 'cert'."
    ),
    r"after connection broken by|ConnectionError|ReadTimeout|ConnectTimeout": (
        "The package server could not be reached: connect this computer to the internet (needed "
        "only the first time) and start again."
    ),
    r"No matching distribution found for (\S+)": (
        "There is no ready-made package {name} for this kind of computer and Python {python}: "
        "start the course with another Python from 3.11 to 3.14, in its 64-bit version."
    ),
}


class Stop(Exception):  # noqa: N818 - the end of the run, not a mistake in it
    """One sentence for the learner: what is wrong, where, and what to do."""


class Pin(NamedTuple):
    """One package of the lock file, with the names of the packages that need it."""

    name: str
    needed_by: set[str]
    text: str


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; every expected error is one sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace", line_buffering=True)
    try:
        check_python(sys.version_info[:2])
        return run(arguments)
    except Stop as problem:
        print(f"\n{problem}", file=sys.stderr)
    except OSError as problem:
        print(f"\n{os_sentence(problem)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. It is safe to start again; what was already done is kept.")
    return 1


def run(arguments: list[str] | None) -> int:
    """Read the command line and do what it asks for."""
    parser = argparse.ArgumentParser(description="Set up the course and open it.")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--port", type=int, help="use this port and no other")
    commands = parser.add_subparsers(dest="command", metavar="[site | check | test | bench]")
    commands.add_parser("site", help="build the pages and open them; --output DIR only builds")
    commands.add_parser("check", help="check the data files, in seconds")
    commands.add_parser("test", help="run every check; --fast, --long, and pytest's options")
    commands.add_parser("bench", help="measure the course; further options go to the bench")
    options, extra = parser.parse_known_args(arguments)
    if options.command == "site":
        set_up("learner")
        return call(["course_lib.site", *extra])
    if options.command == "check":
        set_up("learner")
        return call(["tools.check", *extra])
    if options.command == "test":
        set_up("tests")
        return call(["tools.test", *extra])
    if options.command == "bench":
        set_up("tests")
        return call(["tools.bench", *extra])
    if extra:
        parser.error(f"unknown option: {' '.join(extra)}")
    check_port(options.port)
    set_up("learner")
    return open_course(options.port, browser=not options.no_browser)


def check_python(version: tuple[int, ...]) -> None:
    """Stop if the course does not run on this version of Python."""
    if not OLDEST <= version < TOO_NEW:
        what = "too old" if version < OLDEST else "too new"
        raise Stop(
            f"This is Python {version[0]}.{version[1]}, which is {what} for the course: get a "
            "Python from 3.11 to 3.14 from python.org and start this file with it."
        )


# Setting up


def set_up(want: str) -> None:
    """Make ``.venv`` ready for a "learner" or for "tests", installing only if it is not yet."""
    lock = read_lock(ROOT / "requirements.lock")
    pins = {"learner": learner_pins(lock, main_packages(ROOT / "pyproject.toml")), "tests": lock}
    version = venv_version()
    if read_state().get(want) != stamp(pins[want], version):
        version = venv_version("pip") or make_venv()
        state_file().unlink(missing_ok=True)
        forget_half_installed(site_packages(version))
        install(pins[want])
        site = site_packages(version)  # a relative path is safe in any alphabet
        (site / "course.pth").write_text(os.path.relpath(ROOT, site) + "\n", encoding="ascii")
        done = ["learner", "tests"] if want == "tests" else ["learner"]
        write_state({name: stamp(pins[name], version) for name in done})
    lab = ROOT / "course_lib" / "lab"  # JupyterLab's defaults and its button to start a lesson
    for source in (*lab.glob("*.json"), *lab.glob("start-lesson/*")):
        into = "labextensions" if source.parent != lab else "lab/settings"
        target = VENV / "share" / "jupyter" / into / source.relative_to(lab)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def read_lock(path: Path) -> list[Pin]:
    """Read the lock file."""
    try:
        blocks = re.split(r"^(?=\S)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    except (FileNotFoundError, UnicodeDecodeError):
        blocks = []
    if not blocks or not all(map(PIN.fullmatch, blocks)):
        raise Stop(f"{path} is missing or damaged: fetch a fresh copy of the course.")
    who = re.compile(r"^    # (?:via |  )([\w.-]+)", re.MULTILINE)
    return [Pin(text.split("==")[0], set(who.findall(text)), text) for text in blocks]


def main_packages(path: Path) -> set[str]:
    """Return the names of the packages that the course itself asks for in pyproject.toml."""
    import tomllib  # noqa: PLC0415 - who has an older Python, without it, was told so before

    try:
        wanted = tomllib.loads(path.read_text(encoding="utf-8"))["project"]["dependencies"]
    except (FileNotFoundError, ValueError, KeyError):
        raise Stop(f"{path} is missing or damaged: fetch a fresh copy of the course.") from None
    return {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", name)[0]).lower() for name in wanted}


def learner_pins(pins: list[Pin], wanted: set[str]) -> list[Pin]:
    """Return the packages named in ``wanted`` and all that they need in their turn."""
    missing = wanted - {pin.name for pin in pins}
    if missing:
        raise Stop(
            f"requirements.lock in {ROOT} lacks {', '.join(sorted(missing))}, which pyproject.toml "
            "asks for: fetch a fresh copy of the course, or make the lock file anew."
        )
    reached: set[str] = set()
    while not wanted <= reached:
        reached |= wanted
        wanted = {pin.name for pin in pins if pin.needed_by & reached}
    return [pin for pin in pins if pin.name in reached]


def venv_python() -> Path:
    """Return the path of the course's own Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_version(module: str = "sys") -> str | None:
    """Return the version of the course's Python, or None if it or ``module`` is not usable."""
    code = f"import sys, {module}; print('%d.%d' % sys.version_info[:2])"
    try:
        _, version = quiet(venv_python(), "-I", "-c", code)
    except OSError:
        return None
    usable = re.fullmatch(r"3\.\d+", version) and OLDEST <= (3, int(version[2:])) < TOO_NEW
    return version if usable else None


def site_packages(version: str) -> Path:
    """Return the folder that the course's packages are installed in."""
    return VENV / ("Lib" if os.name == "nt" else f"lib/python{version}") / "site-packages"


def make_venv() -> str:
    """Make ``.venv`` anew and return the version of its Python."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise Stop(
            "This Python lacks its 'venv' module: install that (on Debian or Ubuntu: "
            "sudo apt install python3-venv) and start again."
        )
    print("Making a private folder for packages, .venv ...")
    VENV.mkdir(exist_ok=True)
    _, said = quiet(sys.executable, "-m", "venv", "--clear", VENV)
    version = venv_version("pip")
    if version is None:
        raise Stop(explain(said))
    return version


def forget_half_installed(site: Path) -> None:
    """Make pip install again what it was interrupted in: its file INSTALLER comes last."""
    for package in site.glob("*.dist-info"):
        if not (package / "INSTALLER").exists():
            shutil.rmtree(package)


def install(pins: list[Pin], at_once: int = 10) -> None:
    """Install exactly these packages, hashes checked, a few at a time to show how far it is."""
    print("Installing packages (only this once; it may take some minutes) ...")
    some_file = VENV / "packages.txt"
    options = ["--no-user", "--no-input", "--no-deps", "--require-hashes", "--only-binary=:all:"]
    for start in range(0, len(pins), at_once):
        some = pins[start : start + at_once]
        show(start, len(pins), some[0].name)
        some_file.write_text("".join(pin.text for pin in some), encoding="utf-8")
        code, said = quiet(venv_python(), "-m", "pip", "install", *options, "-r", some_file)
        if code:
            raise Stop(explain(said))
    show(len(pins), len(pins), "done\n" if sys.stdout.isatty() else "done")


def show(done: int, total: int, name: str) -> None:
    """Show a counter: always on one line of a screen; elsewhere, only some lines of it."""
    text = f"  [{done:3}/{total}] {name}"
    if sys.stdout.isatty():
        print(f"\r{text:50}", end="", flush=True)
    elif done % 20 == 0 or done == total:
        print(text)


def stamp(pins: list[Pin], version: str | None) -> str:
    """Return what tells these packages, for this Python in this folder, from any other."""
    text = f"{version} {ROOT} {''.join(pin.text for pin in pins)}"
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def state_file() -> Path:
    """Return the path of the file that says what is completely installed."""
    return VENV / "course-state.json"


def read_state() -> dict[str, str]:
    """Return the stamps of what is completely installed; none if that is not certain."""
    try:
        return dict(json.loads(state_file().read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def write_state(state: dict[str, str]) -> None:
    """Say what is completely installed now, and which notebooks are signed."""
    state_file().write_text(json.dumps(state), encoding="utf-8")


# Opening the course


def open_course(port: int | None, *, browser: bool) -> int:
    """Open JupyterLab on the first lesson and stay until it is closed."""
    notebooks = ROOT / "notebooks"
    first = min((path.name for path in notebooks.glob("[0-9][0-9]*.ipynb")), default=None)
    if first is None:
        raise Stop(f"There is no lesson in {notebooks}: fetch a fresh copy of the course.")
    trust(notebooks)
    command = lab_command(notebooks, first, port=port, browser=browser)
    runtime = VENV / "course" / f"run-{os.getpid()}"
    runtime.mkdir(parents=True, exist_ok=True)
    runtime.parent.chmod(0o700)  # the address, which the log names too, is for this user only
    environment = {**clean_environment(), "JUPYTER_RUNTIME_DIR": str(runtime)}
    for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):
        signal.signal(getattr(signal, name), signal.default_int_handler)
    print("Starting JupyterLab ...")
    with (VENV / "course" / "jupyterlab.log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
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


def lab_command(notebooks: Path, first: str, *, port: int | None, browser: bool) -> list[str]:
    """Return how JupyterLab is started on a lesson, in the view of a single document."""
    command = [str(venv_python()), "-m", "jupyterlab", "--ServerApp.ip=127.0.0.1"]
    command += [f"--ServerApp.root_dir={notebooks}", f"--LabApp.default_url=/doc/tree/{first}"]
    command += [f"--ServerApp.open_browser={browser}", "--ServerApp.allow_root=True"]
    command += ["--LanguageServerManager.autodetect=False"]  # it would write to the home folder
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
    """Sign the notebooks if any changed, so that stored figures show before a lesson is run."""
    paths = sorted(set(notebooks.rglob("*.ipynb")) - set(notebooks.rglob("*checkpoints/*")))
    now = str([(path.name, path.stat().st_mtime_ns) for path in paths])
    if read_state().get("trusted") != now:
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
    log = VENV / "course" / "jupyterlab.log"
    raise Stop(f"JupyterLab did not start: delete {VENV} and start again; what it said is in {log}")


def close(server: subprocess.Popen[bytes]) -> None:
    """Wait for JupyterLab to end, which Ctrl+C in a terminal tells it too, or make it end."""
    try:
        server.wait(timeout=2)
    except subprocess.TimeoutExpired:
        server.terminate()
        server.wait()


# Small things


def call(module: list[str]) -> int:
    """Run a module with the course's Python and return its exit code."""
    return subprocess.call([venv_python(), "-m", *module], cwd=ROOT, env=clean_environment())


def quiet(*command: str | Path) -> tuple[int, str]:
    """Run a command and return its exit code and all that it said."""
    done = subprocess.run(
        command,
        check=False,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.returncode, done.stdout.decode(errors="replace").strip()


def clean_environment() -> dict[str, str]:
    """Return the environment with Jupyter's files inside ``.venv`` and no foreign settings.

    Of pip's own settings only proxies, certificates and mirrors stay: `PIP_MAY`.
    """
    environment = {
        name: text
        for name, text in os.environ.items()
        if name.upper() in PIP_MAY or not FOREIGN.match(name.upper())
    }
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "matplotlib",
    }
    environment.update({name: str(VENV / "course" / folder) for name, folder in folders.items()})
    environment["JUPYTER_CONFIG_PATH"] = str(ROOT / "course_lib" / "lab")
    environment["JUPYTER_PREFER_ENV_PATH"] = "1"
    environment["PATH"] = f"{venv_python().parent}{os.pathsep}{environment.get('PATH', '')}"
    return environment


def explain(said: str) -> str:
    """Turn what pip or venv said into one sentence."""
    python = ".".join(map(str, sys.version_info[:2]))
    if shutil.disk_usage(ROOT).free < 20 * 2**20:
        said += "No space left on device"  # not always said, when there is not even room for that
    for pattern, sentence in TROUBLES.items():
        found = re.search(pattern, said)
        if found:
            name = found.group(found.lastindex or 0)
            return sentence.format(venv=VENV, python=python, name=name)
    last = said.rsplit("\n", maxsplit=1)[-1].strip()
    return f"Setting up {VENV} failed ({last}): delete that folder and start again."


def os_sentence(problem: OSError) -> str:
    """Turn an error of the operating system into one sentence."""
    where = problem.filename or ROOT
    if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk is full ({where} was not written): free about 1 GB and start again."
    if problem.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return (
            f"{where} may not be written: move the course to a folder of your own and start again."
        )
    return f"{where} could not be used ({problem.strerror}): put that right and start again."


if __name__ == "__main__":
    sys.exit(main())
