"""Servers and clients for the tests.

`fogbank up --host simulated --sandbox …` is started once for the run; every test gets an account of its own, because a
sandbox makes one of each access key.
"""

import contextlib
import os
import pathlib
import re
import selectors
import signal
import subprocess
import threading
import time
import uuid

import boto3
import botocore.config
import pytest
from botocore.exceptions import ClientError

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECRET = "test-secret"
# What fogbank-tiny is called in the simulated catalog, and its type.
TINY = "fogbank-tiny-*-x86_64"
# One for all, because each reads the models of its services anew, which takes half a second for EC2's. It can't make two
# clients at once.
SESSION = boto3.session.Session()
MAKING = threading.Lock()


def binary() -> pathlib.Path:
    """The binary under test: FOGBANK_BIN, or the one that `make build` makes."""
    return pathlib.Path(os.environ.get("FOGBANK_BIN", ROOT / "target" / "debug" / "fogbank"))


class Server:
    """A running `fogbank up`."""

    def __init__(self, data_dir, *arguments, patience=60, log=None, **popen):
        self.data_dir = pathlib.Path(data_dir)
        self.log = open(log or self.data_dir / "up.log", "ab")
        command = [binary(), "up", "--data-dir", self.data_dir, "--listen", "127.0.0.1:0", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True, **popen)
        self.endpoint = self._ready(patience)

    def _ready(self, patience):
        deadline = time.monotonic() + patience
        lines = []
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while time.monotonic() < deadline:
                if not selector.select(timeout=0.5):
                    continue
                line = self.process.stdout.readline()
                if not line:
                    break
                lines.append(line)
                if line.startswith("ready: "):
                    return line.split(" ", 1)[1].strip()
        self.log.close()
        text = pathlib.Path(self.log.name).read_text() if pathlib.Path(self.log.name).is_file() else ""
        self.process.kill()
        raise AssertionError(f"fogbank up was not ready:\n{''.join(lines)}\n{text}")

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(timeout=30)
        self.process.stdout.close()
        self.log.close()

    def client(self, service="ec2", access_key=None, secret=SECRET, region="us-east-1", **config):
        return make_client(
            service,
            region_name=region,
            endpoint_url=self.endpoint,
            aws_access_key_id=access_key or fresh_key(),
            aws_secret_access_key=secret,
            config=botocore.config.Config(
                retries={"total_max_attempts": 1}, connect_timeout=5, read_timeout=120, max_pool_connections=64, **config
            ),
        )


def make_client(service, **arguments):
    with MAKING:
        return SESSION.client(service, **arguments)


def fresh_key() -> str:
    """An access key that nobody has used: an account of its own."""
    return "AKIA" + uuid.uuid4().hex[:16].upper()


@contextlib.contextmanager
def refused(code, message=None, status=400):
    with pytest.raises(ClientError) as caught:
        yield
    response = caught.value.response
    got = (response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"])
    assert got == (code, status), response["Error"]
    if message is not None:
        assert re.search(message, response["Error"]["Message"]), response["Error"]["Message"]
