"""The two servers that are compared: Fogbank, which verifies signatures and keeps what it answered, and moto_server,
which does neither."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

import boto3
import botocore.config

from signing import REGION, Signed

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# How long a server may take to start, or to answer.
PATIENCE = 180


class Side:
    """A server that is started, asked and stopped."""

    name = ""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = "127.0.0.1:%d" % free.getsockname()[1]
        # On the same file system as the binaries: /tmp may be memory, where durable means nothing.
        (ROOT / "target").mkdir(exist_ok=True)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=ROOT / "target"))
        self.log = open(self.folder / "log", "wb")
        self.key, self.secret = "AKIAIOSFODNN7EXAMPLE", "moto-verifies-nothing"
        self.prepare()
        self.began = time.monotonic()
        self.process = subprocess.Popen(self.command(), stdout=self.log, stderr=self.log)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
        self.log.close()
        shutil.rmtree(self.folder)

    def prepare(self):
        """Fills the folder before the server starts."""

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def signed(self, action, **parameters):
        return Signed(self.address, self.key, self.secret, action, **parameters)

    def ask(self, request):
        """Status and body of one request."""
        host, port = self.address.split(":")
        with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
            connection.sendall(request.bytes())
            chunks = []
            while chunk := connection.recv(1 << 16):
                chunks.append(chunk)
        head, _, body = b"".join(chunks).partition(b"\r\n\r\n")
        return int(head.split(b" ")[1]), body

    def first_answer(self):
        """Seconds from the start of the process to its first answer to an EC2 call."""
        while True:
            try:
                self.know_keys()
                status, body = self.ask(self.first_request())
                break
            except (ConnectionError, FileNotFoundError):
                if time.monotonic() - self.began > PATIENCE or self.process.poll() is not None:
                    raise RuntimeError(f"{self.name} did not start:\n{(self.folder / 'log').read_text()}") from None
                time.sleep(0.001)
        assert status == 200, body
        return time.monotonic() - self.began

    def know_keys(self):
        """Learns the access key, where the server makes its own."""

    def first_request(self):
        return self.signed("DescribeInstances")

    def memory(self):
        """Resident memory in bytes, once it has stopped moving."""
        before, now = -1, self._resident()
        while before != now:
            time.sleep(1)
            before, now = now, self._resident()
        return now

    def _resident(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/statm").read_text().split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")

    def client(self):
        return boto3.client(
            "ec2",
            endpoint_url=f"http://{self.address}",
            region_name=REGION,
            aws_access_key_id=self.key,
            aws_secret_access_key=self.secret,
            config=botocore.config.Config(read_timeout=PATIENCE, retries={"total_max_attempts": 1}),
        )


class Fogbank(Side):
    name = "fogbank"

    def command(self):
        arguments = ["up", "--host", "simulated", "--data-dir", self.folder / "data", "--listen", self.address]
        return [ROOT / "target" / "release" / "fogbank", *arguments]

    def know_keys(self):
        found = json.loads((self.folder / "data" / "credentials.json").read_text())
        self.key, self.secret = found["access_key_id"], found["secret_access_key"]

    def image(self, client):
        images = client.describe_images(
            Owners=["amazon"], Filters=[{"Name": "name", "Values": ["fogbank-tiny-*-x86_64"]}]
        )
        return images["Images"][0]["ImageId"]


class Moto(Side):
    name = "moto"

    def command(self):
        host, port = self.address.split(":")
        return [ROOT / ".venv-moto" / "bin" / "moto_server", "-H", host, "-p", port]

    def image(self, client):
        filters = [{"Name": "architecture", "Values": ["x86_64"]}, {"Name": "virtualization-type", "Values": ["hvm"]}]
        return client.describe_images(Owners=["amazon"], Filters=filters)["Images"][0]["ImageId"]
