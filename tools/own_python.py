"""The course's own Python in ``.venv``, and how it is run. Standard library only."""

from __future__ import annotations

import json
import os
import re
import subprocess
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
#: Which Pythons a `.venv` may have, as in start.py.
OLDEST, TOO_NEW = (3, 11), (3, 15)
FOREIGN = re.compile(  # settings of other Jupyters and Pythons, and what would mislead pip
    r"JUPYTER|JPY_|IPYTHON|MPL|PYTHON(PATH|HOME|STARTUP|SAFEPATH|WARNINGS)$|PIP_|COURSE_AUTHOR$"
)
PIP_MAY = {  # where packages come from and how they are reached; never where they go to
    "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX", "PIP_FIND_LINKS", "PIP_TRUSTED_HOST",
    "PIP_CERT", "PIP_CLIENT_CERT", "PIP_PROXY", "PIP_TIMEOUT", "PIP_DEFAULT_TIMEOUT",
    "PIP_RETRIES", "PIP_CACHE_DIR", "PIP_CONFIG_FILE",
}  # fmt: skip


class Stop(Exception):  # noqa: N818 - the end of the run, not a mistake in it
    """One sentence for the learner: what is wrong, where, and what to do."""


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


def call(module: list[str]) -> int:
    """Run a module with the course's Python and return its exit code; Ctrl+C is the module's."""
    command = [venv_python(), "-m", *module]
    with subprocess.Popen(command, cwd=ROOT, env=clean_environment()) as child:
        while True:
            with suppress(KeyboardInterrupt):
                return child.wait()


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
        name: text for name, text in os.environ.items() if not FOREIGN.match(name.upper())
    }
    environment.update(pip_environment())
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
    for name in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH"):  # the course's own part of JupyterLab
        environment[name] = str(ROOT / "course_lib" / "lab")
    environment["JUPYTER_PREFER_ENV_PATH"] = "1"
    environment["PATH"] = f"{venv_python().parent}{os.pathsep}{environment.get('PATH', '')}"
    return environment


def pip_environment() -> dict[str, str]:
    """Return those of pip's own settings in the environment that may stay."""
    return {name: text for name, text in os.environ.items() if name.upper() in PIP_MAY}
