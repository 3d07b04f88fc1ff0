"""Start the servers of a class before it begins: ``ahead.py``; close them all: ``ahead.py --stop``.

Run it as root with the hub's own Python; the key to the hub lies in a file that only root can read.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import requests

import accounts

HUB = "http://127.0.0.1:8081"
TOKEN = Path(sys.prefix).parent / "state" / "ahead_token"
PATIENCE = 180
#: So many start at the same time: the machine has other things to do, too.
TOGETHER = 4


class Hub:
    """The hub as its owner speaks to it, on its inner door.

    Parameters
    ----------
    address : str
        The hub's inner address.
    """

    def __init__(self, address: str = HUB) -> None:
        self.address = address
        self.web = requests.Session()
        self.web.headers["Authorization"] = f"token {TOKEN.read_text(encoding='ascii')}"

    def ask(self, method: str, path: str) -> requests.Response:
        """Ask the hub's interface; what is there already (409) is no mistake."""
        said = self.web.request(method, f"{self.address}/hub/api/{path}", timeout=PATIENCE)
        if said.status_code != requests.codes.conflict:
            said.raise_for_status()
        return said

    def start(self, name: str) -> None:
        """Ask for a learner's server, making the learner known to the hub first."""
        self.ask("POST", f"users/{name}")
        if not self.ready(name):
            self.ask("POST", f"users/{name}/server")

    def ready(self, name: str) -> bool:
        """Return whether a learner's server answers."""
        return bool(self.ask("GET", f"users/{name}").json().get("server"))

    def stop(self, name: str) -> None:
        """Close a learner's server and wait until it is closed."""
        self.ask("DELETE", f"users/{name}/server")
        wait(lambda: not self.ask("GET", f"users/{name}").json()["servers"])


def wait(done) -> bool:  # noqa: ANN001 - anything that can be asked
    """Ask until it is so, within patience; return whether it is."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if done():
            return True
        time.sleep(0.5)
    return False


def main(arguments: list[str] | None = None) -> int:
    """Start or close the servers of the class; return 1 if one did not start."""
    parser = argparse.ArgumentParser(description="Start the servers of a class.")
    parser.add_argument("--hub", default=HUB, help=f"the hub's inner address ({HUB})")
    parser.add_argument("--stop", action="store_true", help="close them instead")
    options = parser.parse_args(arguments)
    hub, names, failed = Hub(options.hub), accounts.learners(), []
    if options.stop:
        for name in names:
            hub.stop(name)
        return 0
    for first in range(0, len(names), TOGETHER):
        some = names[first : first + TOGETHER]
        for name in some:
            hub.start(name)
        failed += [name for name in some if not wait(lambda name=name: hub.ready(name))]
    print(f"{len(names) - len(failed)} of {len(names)} servers are ready. {' '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
