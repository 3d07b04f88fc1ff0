"""Real hands: a browser with a window, and keys and clicks that go through the browser itself.

Synthetic key presses go to the page only, so they do not show what a key means to a browser.
"""

import os
import shutil
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tools.browser import ARGUMENTS, find_chromium

NEEDED = ("Xvfb", "xdotool")
PREFERENCES = {  # no greetings, no questions, no other hosts
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.tabs.warnOnClose": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "browser.newtabpage.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.normandy.enabled": False,
    "trailhead.firstrun.didSeeAboutWelcome": True,
    "termsofuse.bypassNotification": True,
}


def find(browser):
    """Return the path of a browser; without it, or without a screen, skip (in CI: fail)."""
    path = find_chromium() if browser == "chromium" else shutil.which("firefox-esr")
    path = path or shutil.which("firefox" if browser == "firefox" else browser)
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if path is None:
        missing.append(browser)
    if missing:
        problem = f"Install {', '.join(missing)} to try leaving with real key presses."
        if os.environ.get("CI"):
            pytest.fail(problem)
        pytest.skip(problem)
    return path


@contextmanager
def screen(number):
    """Run a screen that nobody sees; gives the environment for what is shown on it."""
    place = Path("/tmp")  # where X itself keeps what it needs
    while (place / f".X{number}-lock").exists():
        number += 1
    command = ["Xvfb", f":{number}", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait((place / ".X11-unix" / f"X{number}").exists, 10)
        yield {**os.environ, "DISPLAY": f":{number}"}
    finally:
        stop(server)


@contextmanager
def hands(browser, profile, address):
    """Open a browser's window on an address; gives the hands that press its keys."""
    path = find(browser)
    profile.mkdir(exist_ok=True)
    if browser == "firefox":
        lines = [
            f'user_pref("{name}", {str(value).lower()});'
            if isinstance(value, bool)
            else f'user_pref("{name}", "{value}");'
            for name, value in PREFERENCES.items()
        ]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [path, "--no-remote", "--profile", str(profile), address]
    else:
        command = [path, *ARGUMENTS, "--no-default-browser-check", f"--user-data-dir={profile}"]
        command += ["--password-store=basic", address]
    with screen(90 + os.getpid() % 100) as environment:
        shown = subprocess.Popen(
            command,
            env={**environment, "HOME": str(profile)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Hands(environment)
        finally:
            stop(shown)


class Hands:
    """Keys and clicks in the one window of a screen, and what its title says."""

    def __init__(self, environment):
        self._environment = environment

    def _xdotool(self, *words):
        return subprocess.run(
            ["xdotool", *map(str, words)],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        ).stdout

    @property
    def title(self):
        """The title of the page in front."""
        found = self._xdotool("search", "--onlyvisible", "--name", ".+", "getwindowname", "%@")
        names = [name for name in found.splitlines() if " — " in name or " - " in name]
        return names[-1] if names else ""

    def sees(self, words, seconds=40):
        """Wait until the title begins with some words."""
        title = self._title_after(words, seconds)
        assert title.startswith(words), f"{title!r} instead of {words!r}"

    def _title_after(self, words, seconds):
        """Return the title as soon as it begins with some words, or what it is in the end.

        A title changes while it is looked at: the same look decides and is told.
        """
        end = time.monotonic() + seconds
        while not (title := self.title).startswith(words) and time.monotonic() <= end:
            time.sleep(0.1)
        return title

    def stays(self, words, seconds=0.7):
        """See the same title for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            title = self.title
            assert title.startswith(words), f"{title!r} instead of {words!r}"

    def back(self):
        """Go back, and give the browser time to begin with the page that comes."""
        self.press("alt+Left")
        time.sleep(0.7)

    def press(self, *keys, pause=60):
        """Press keys, one after the other, in the browser."""
        self._xdotool("key", "--delay", pause, *keys)

    def click(self, x, y):
        """Click at a place of the screen."""
        self._xdotool("mousemove", x, y, "click", 1)

    def focus(self):
        """Give the window the keys: without a window manager nobody else does."""
        self._xdotool("search", "--onlyvisible", "--name", "Course notes|Notes", "windowfocus")

    def go(self, address, words):
        """Type an address, as somebody who opens a page on purpose, till its title is there.

        A busy browser loses keys. Then a new tab takes the place of the one in which some wrong
        address is now in the history.
        """
        for attempt in range(4):
            if attempt:
                self.press("ctrl+t", "ctrl+Tab", "ctrl+w", pause=400)
            self.focus()
            self._xdotool("key", "--delay", 100, "ctrl+l")
            time.sleep(0.5)  # until the line has the focus: what comes before goes to the page
            self._xdotool("type", "--delay", 12, address)
            self._xdotool("key", "Return")
            title = self._title_after(words, 15)
            if title.startswith(words):
                return
        raise AssertionError(f"{title!r} instead of {words!r}")


def wait(done, seconds):
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.1)


def stop(process):
    """End a process that was started here."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
        return
    process.kill()
