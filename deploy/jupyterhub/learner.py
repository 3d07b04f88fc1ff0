"""A learner without a browser: signs in, starts a server and runs cells, as a browser would.

For `load.py` and for the test of the hub; both talk to a hub on this machine only.
"""

from __future__ import annotations

import json
import time
import uuid
from typing import Any

import requests
import websocket

PATIENCE = 180  # seconds for whatever a class would wait for
_PAUSE = 0.25


class Learner:
    """One account at one hub.

    Parameters
    ----------
    hub : str
        The hub's address, such as ``"http://127.0.0.1:8000"``.
    name, password : str
        As they stand on the slip.
    """

    def __init__(self, hub: str, name: str, password: str) -> None:
        self.hub, self.name, self.password = hub, name, password
        self.web = requests.Session()

    def sign_in(self) -> None:
        """Fill in the form; raises `RuntimeError` if the hub does not let the learner in."""
        self.web.get(f"{self.hub}/hub/login", timeout=PATIENCE)
        form = {"username": self.name, "password": self.password, "_xsrf": self._xsrf("/hub/")}
        said = self.web.post(
            f"{self.hub}/hub/login", data=form, timeout=PATIENCE, allow_redirects=False
        )
        if said.status_code != requests.codes.found:
            raise RuntimeError(f"{self.name} was not let in: {said.status_code}")

    def start_server(self) -> None:
        """Press start and wait until the server answers; raises `TimeoutError` if it does not."""
        page = self.web.get(f"{self.hub}/hub/spawn", timeout=PATIENCE)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if page.ok and page.url.startswith(f"{self.hub}/user/{self.name}/"):
                return
            time.sleep(_PAUSE)
            page = self.web.get(f"{self.hub}/hub/spawn-pending/{self.name}", timeout=PATIENCE)
        raise TimeoutError(f"The server of {self.name} did not start.")

    def get(self, path: str, of: str = "") -> requests.Response:
        """Ask for something of one's own server, or of another learner's."""
        return self.web.get(f"{self.hub}/user/{of or self.name}/{path}", timeout=PATIENCE)

    def start_kernel(self, notebook: str) -> str:
        """Open a notebook's kernel and return its id."""
        wanted = {
            "kernel": {"name": "python3"},
            "name": notebook,
            "path": notebook,
            "type": "notebook",
        }
        said = self.web.post(
            f"{self.hub}/user/{self.name}/api/sessions",
            json=wanted,
            headers={"X-XSRFToken": self._xsrf(f"/user/{self.name}/")},
            timeout=PATIENCE,
        )
        said.raise_for_status()
        return str(said.json()["kernel"]["id"])

    def run(self, kernel: str, cells: list[str]) -> list[dict[str, Any]]:
        """Run cells one after the other and return what the kernel said, with the times.

        Raises
        ------
        RuntimeError
            If a cell ends in an error.
        """
        cookies = "; ".join(f"{each.name}={each.value}" for each in self.web.cookies)
        address = f"{self.hub}/user/{self.name}/api/kernels/{kernel}/channels"
        socket = websocket.create_connection(
            address.replace("http", "ws", 1), cookie=cookies, origin=self.hub, timeout=PATIENCE
        )
        said = []
        for cell in cells:
            message = _request(cell)
            socket.send(json.dumps(message))
            while True:
                answer = _read(socket.recv())
                if answer["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                    continue
                said.append({**answer, "at": time.monotonic()})
                if answer["header"]["msg_type"] == "error":
                    raise RuntimeError(answer["content"]["evalue"])
                if answer["content"].get("execution_state") == "idle":
                    break
        socket.close()
        return said

    def _xsrf(self, path: str) -> str:
        found = [each for each in self.web.cookies if each.name == "_xsrf" and each.path == path]
        return str(found[0].value) if found else ""


def _request(code: str) -> dict[str, Any]:
    header = {
        "msg_id": uuid.uuid4().hex,
        "msg_type": "execute_request",
        "session": "class",
        "username": "",
        "version": "5.3",
    }
    content = {"code": code, "silent": False, "store_history": False, "allow_stdin": False}
    return {
        "header": header,
        "parent_header": {},
        "metadata": {},
        "content": {**content, "user_expressions": {}, "stop_on_error": True},
        "channel": "shell",
        "buffers": [],
    }


def _read(frame: str | bytes) -> dict[str, Any]:
    """Read one message; one with buffers comes as bytes, its words first."""
    if isinstance(frame, bytes):
        count = int.from_bytes(frame[:4], "big")
        places = [int.from_bytes(frame[4 * (1 + i) : 4 * (2 + i)], "big") for i in range(count)]
        frame = frame[places[0] : places[1] if count > 1 else None].decode()
    found: dict[str, Any] = json.loads(frame)
    return found
