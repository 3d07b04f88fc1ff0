"""What another user of the machine can hear of a learner's kernel: ``eavesdrop.py UID``.

It finds the learner's open ports where the system lists them for everybody, tries each, says
which speak as kernels do and how they close their door, listens until its input ends, and prints
all of it as JSON. It is run as the other user.
"""

import json
import socket
import sys
import threading
from pathlib import Path

import zmq

LISTENING = "0A"
#: What ZeroMQ says first (ZMTP 3.0), offering no encryption.
GREETING = b"\xff" + bytes(8) + b"\x7f\x03\x00NULL".ljust(22, b"\0") + bytes(32)


def ports(user):
    """Return the ports on which a user's programs wait for connections."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return [int(row[1].split(":")[1], 16) for row in rows if row[3] == LISTENING and row[7] == user]


def mechanism(port):
    """Return how a port closes its door (NULL, CURVE); nothing if it does not speak ZeroMQ."""
    with socket.create_connection(("127.0.0.1", port), timeout=2) as door:
        door.settimeout(2)
        door.sendall(GREETING)
        said = b""
        try:
            while len(said) < 64 and (more := door.recv(64 - len(said))):
                said += more
        except OSError:
            pass
    return said[12:32].rstrip(b"\0").decode() if said[:1] == b"\xff" else ""


def main():
    doors = {port: how for port in ports(sys.argv[1]) if (how := mechanism(port))}
    poller = zmq.Poller()
    for port in doors:
        for kind in (zmq.SUB, zmq.DEALER):  # for what is told to all, and for what is answered
            listener = zmq.Context.instance().socket(kind)
            listener.connect(f"tcp://127.0.0.1:{port}")
            if kind == zmq.SUB:
                listener.subscribe(b"")
            poller.register(listener, zmq.POLLIN)
    heard = []
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    print("listening", flush=True)
    while not ended.is_set():
        for listener, _ in poller.poll(200):
            heard += [part.decode(errors="replace") for part in listener.recv_multipart()]
    print(json.dumps({"doors": doors, "heard": heard}), flush=True)
    zmq.Context.instance().destroy(linger=0)


main()
