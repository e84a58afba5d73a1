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
import tempfile
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


def binary() -> pathlib.Path:
    """The binary under test: FOGBANK_BIN, or the one that `make build` makes."""
    return pathlib.Path(os.environ.get("FOGBANK_BIN", ROOT / "target" / "debug" / "fogbank"))


class Server:
    """A running `fogbank up`."""

    def __init__(self, data_dir, *arguments, patience=60):
        self.data_dir = pathlib.Path(data_dir)
        self.log = open(self.data_dir / "up.log", "ab")
        command = [binary(), "up", "--data-dir", self.data_dir, "--listen", "127.0.0.1:0", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
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
        text = (self.data_dir / "up.log").read_text()
        self.process.kill()
        raise AssertionError(f"fogbank up was not ready:\n{''.join(lines)}\n{text}")

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(timeout=30)
        self.process.stdout.close()
        self.log.close()

    def client(self, service="ec2", access_key=None, secret=SECRET, region="us-east-1", **config):
        return boto3.session.Session().client(
            service,
            region_name=region,
            endpoint_url=self.endpoint,
            aws_access_key_id=access_key or fresh_key(),
            aws_secret_access_key=secret,
            config=botocore.config.Config(
                retries={"total_max_attempts": 1}, connect_timeout=5, read_timeout=120, max_pool_connections=64, **config
            ),
        )


def fresh_key() -> str:
    """An access key that nobody has used: an account of its own."""
    return "AKIA" + uuid.uuid4().hex[:16].upper()


@pytest.fixture(scope="session")
def server():
    """A sandbox on the simulated host, shared by all tests: their accounts never see each other."""
    with tempfile.TemporaryDirectory(prefix="fogbank-test-") as data_dir:
        server = Server(data_dir, "--host", "simulated", "--sandbox", SECRET)
        yield server
        server.stop()


@pytest.fixture
def key():
    """The access key of this test's account."""
    return fresh_key()


@pytest.fixture
def ec2(server, key):
    """EC2 in us-east-1 for an account that is this test's own."""
    return server.client("ec2", key)


@pytest.fixture
def client(server, key):
    """client(service="ec2", region=…, account=KEY): any client; without `account` that of this test."""

    def make(service="ec2", region="us-east-1", account=None, **config):
        return server.client(service, account or key, region=region, **config)

    return make


@contextlib.contextmanager
def _error(code, message=None, status=400):
    with pytest.raises(ClientError) as caught:
        yield
    response = caught.value.response
    got = (response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"])
    assert got == (code, status), response["Error"]
    if message is not None:
        assert re.search(message, response["Error"]["Message"]), response["Error"]["Message"]


@pytest.fixture
def error():
    """with error("InvalidX", "a regular expression", status=400): the call inside must be refused so."""
    return _error


@pytest.fixture
def tiny(ec2):
    """The id of fogbank-tiny."""
    images = ec2.describe_images(Owners=["amazon"], Filters=[{"Name": "name", "Values": [TINY]}])["Images"]
    assert images, "fogbank-tiny is not listed"
    return images[0]["ImageId"]


@pytest.fixture
def launch(ec2, tiny):
    """launch(**arguments): RunInstances of one t3.micro of fogbank-tiny, and its instance."""

    def run(**arguments):
        arguments = {"ImageId": tiny, "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1, **arguments}
        return ec2.run_instances(**arguments)["Instances"][0]

    return run
