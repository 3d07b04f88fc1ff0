"""Find a Chromium on this machine, and let it print a page; no other library is needed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from course_lib.site.problems import SiteError
from course_lib.site.words_data import words


class PrintError(SiteError):
    """Chromium did not print; the message is one sentence with the remedy."""


#: Printing a page takes about two seconds; then something is wrong.
SECONDS = 60
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
#: Where it stands on macOS and on Windows, whose search path does not name it.
_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"%PROGRAMFILES%\Google\Chrome\Application\chrome.exe",
    r"%PROGRAMFILES(X86)%\Microsoft\Edge\Application\msedge.exe",
)
_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--virtual-time-budget=5000",  # so that the letters are there: it printed without, under load
)


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine, if there is one."""
    named = [os.environ.get("COURSE_CHROMIUM"), *(shutil.which(name) for name in _NAMES)]
    usual = [os.path.expandvars(place) for place in _PLACES]
    return next((place for place in named if place), None) or next(
        (place for place in usual if Path(place).is_file()), None
    )


def print_pdf(chromium: str, page: Path, target: Path) -> None:
    """Print a page of this machine as PDF.

    Parameters
    ----------
    chromium : str
        The program.
    page, target : Path
        The HTML file, and the PDF to write.

    Raises
    ------
    PrintError
        If Chromium cannot be started, fails, or does not end.
    """
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        log = Path(profile) / "log.txt"
        command = [
            chromium,
            *_ARGUMENTS,
            f"--user-data-dir={profile}",
            f"--print-to-pdf={target.resolve()}",
            page.resolve().as_uri(),
        ]
        try:
            with log.open("wb") as out:
                code = _run(command, out.fileno())
        except OSError as error:
            reason = words().handout_not_started.format(reason=error.strerror)
            raise PrintError(_sentence(chromium, reason)) from error
        except subprocess.TimeoutExpired as error:
            reason = words().handout_hangs.format(seconds=SECONDS)
            raise PrintError(_sentence(chromium, reason)) from error
    if code or not target.is_file():
        raise PrintError(_sentence(chromium, words().handout_fails.format(code=code)))


def page_count(pdf: Path) -> int:
    """Count the pages of a PDF as Chromium writes it, with its page objects uncompressed."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def _run(command: list[str], out: int) -> int:
    """Run a command and return its exit code; one that does not end is ended, with its children."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=out,
        start_new_session=True,
    )
    try:
        return process.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        raise


def _sentence(chromium: str, reason: str) -> str:
    return str(words().handout_problem).format(chromium=chromium, reason=reason)
