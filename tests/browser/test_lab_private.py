"""What a kernel says is for its learner only, though any user of the computer reaches its ports."""

import json
import time

import pytest
import zmq
from jupyter_client.manager import KernelManager

pytestmark = pytest.mark.browser


class Listener:
    """Somebody else on this computer, who knows the port where a kernel tells what it does."""

    def __init__(self, port):
        self.socket = zmq.Context.instance().socket(zmq.SUB)
        self.socket.connect(f"tcp://127.0.0.1:{port}")
        self.socket.subscribe(b"")

    def heard(self, seconds=5):
        until = time.monotonic() + seconds
        parts = []
        while time.monotonic() < until and not parts:
            if self.socket.poll(200):
                parts = self.socket.recv_multipart()
        self.socket.close(linger=0)
        return b"".join(parts)


def test_nobody_else_can_read_what_a_lessons_kernel_says(visit, lab):
    found = visit()
    found.open(lab, "09_vulnerability.ipynb")
    kernels = (lab.folder.parent / "runtime_dir").glob("kernel-*.json")
    ports = [json.loads(each.read_text(encoding="utf-8"))["iopub_port"] for each in kernels]
    assert ports
    listeners = [Listener(port) for port in ports]
    found.run_lesson()
    assert [listener.heard(2) for listener in listeners] == [b""] * len(ports)


def test_without_encryption_the_listener_reads_everything():
    manager = KernelManager(kernel_name="python3", transport_encryption="disabled")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        listener = Listener(manager.iopub_port)
        time.sleep(1)
        client.execute("print('for the learner only')")
        assert listener.heard()
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
