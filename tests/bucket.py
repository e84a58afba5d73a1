"""A store that speaks as S3 does, and the wire to it, which a test may cut."""

import contextlib
import os
import pathlib
import socket
import subprocess
import threading
import time

from support import ROOT, make_client

MOTO = ROOT / ".venv-moto" / "bin" / "moto_server"
KEY, SECRET = "AKIAIOSFODNN7EXAMPLE", "a-secret-that-no-argument-shows"


def why_not():
    """Why there can't be one, in plain words; None when there can."""
    return None if MOTO.exists() else "moto is not installed (scripts/install-deps.sh test)"


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Store:
    """moto_server with one bucket, reached through a wire of the test's own."""

    def __init__(self, folder, bucket):
        self.folder = pathlib.Path(folder)
        self.bucket = bucket
        port = free_port()
        self.log = open(self.folder / "moto.log", "wb")
        environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        command = [MOTO, "-H", "127.0.0.1", "-p", str(port)]
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, env=environment)
        deadline = time.monotonic() + 60
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
                break
            assert time.monotonic() < deadline and self.process.poll() is None, (self.folder / "moto.log").read_text()
            time.sleep(0.05)
        self.s3 = make_client(
            "s3", endpoint_url=f"http://127.0.0.1:{port}", region_name="us-east-1",
            aws_access_key_id=KEY, aws_secret_access_key=SECRET,
        )
        self.s3.create_bucket(Bucket=bucket)
        self.wire = Wire(port)
        self.endpoint = f"http://127.0.0.1:{self.wire.port}"

    def keys(self, prefix=""):
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=prefix)
        return {found["Key"] for page in pages for found in page.get("Contents", [])}

    def close(self):
        self.wire.cut()
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()


class Wire:
    """Takes connections on a port of its own and leads them to another, until it is cut."""

    def __init__(self, to):
        self.to = to
        self.port = free_port()
        self.ends = set()
        self.lock = threading.Lock()
        self.listener = None
        self.mend()

    def mend(self):
        if self.listener is not None:
            return
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._take, args=(self.listener,), daemon=True).start()

    def cut(self):
        """Whoever connects is refused from now on, and connections end."""
        # What waits in accept() holds the socket until it is woken.
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.listener = None
        with self.lock:
            for end in self.ends:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def _take(self, listener):
        while True:
            try:
                here, _ = listener.accept()
            except OSError:
                return
            try:
                there = socket.create_connection(("127.0.0.1", self.to))
            except OSError:
                here.close()
                continue
            with self.lock:
                self.ends |= {here, there}
            for one, other in ((here, there), (there, here)):
                threading.Thread(target=self._lead, args=(one, other), daemon=True).start()

    def _lead(self, one, other):
        with contextlib.suppress(OSError):
            while chunk := one.recv(1 << 16):
                other.sendall(chunk)
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            with self.lock:
                self.ends.discard(end)
