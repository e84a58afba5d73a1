"""Fixtures of all tests: a sandbox on the simulated host, and clients of an account of the test's own."""

import tempfile

import pytest

from support import SECRET, TINY, Server, fresh_key, refused


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


@pytest.fixture
def error():
    """with error("InvalidX", "a regular expression", status=400): the call inside must be refused so."""
    return refused


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
