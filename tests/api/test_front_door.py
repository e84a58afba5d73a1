"""The wire: signatures, limits, other services, and what a restart keeps."""

import http.client
import resource
import signal
import subprocess
import tempfile
import time
import urllib.parse

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from support import SECRET, Server, binary, fresh_key


def post(server, body, headers):
    host = urllib.parse.urlparse(server.endpoint).netloc
    connection = http.client.HTTPConnection(host, timeout=20)
    connection.request("POST", "/", body=body, headers=headers)
    response = connection.getresponse()
    text = response.read().decode(errors="replace")
    connection.close()
    return response.status, text


def signed(server, body, key=None, secret=SECRET, service="ec2", region="us-east-1"):
    request = AWSRequest("POST", server.endpoint + "/", data=body, headers={"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"})
    SigV4Auth(Credentials(key or fresh_key(), secret), service, region).add_auth(request)
    return dict(request.headers)


DESCRIBE = "Action=DescribeVpcs&Version=2016-11-15"


def test_a_signed_request_is_answered_as_ec2_answers(server):
    status, text = post(server, DESCRIBE, signed(server, DESCRIBE))
    assert status == 200
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>')


def test_the_same_request_twice_is_accepted(server):
    headers = signed(server, DESCRIBE)
    assert [post(server, DESCRIBE, headers)[0] for _ in range(2)] == [200, 200]


def test_an_altered_request_is_refused(server):
    status, text = post(server, DESCRIBE.replace("Vpcs", "Subnets"), signed(server, DESCRIBE))
    assert (status, "<Code>AuthFailure</Code>" in text) == (401, True)


def test_a_wrong_secret_and_no_signature_are_refused(server):
    status, text = post(server, DESCRIBE, signed(server, DESCRIBE, secret="wrong"))
    assert (status, "<Code>AuthFailure</Code>" in text) == (401, True)
    status, text = post(server, DESCRIBE, {"Content-Type": "application/x-www-form-urlencoded"})
    assert (status, "MissingAuthenticationToken" in text) == (403, True)


@pytest.mark.parametrize("body, status, code", [
    ("Action=NoSuchThing&Version=2016-11-15", 400, "InvalidAction"),
    ("Action=CreateFleet&Version=2016-11-15", 400, "UnsupportedOperation"),
    ("Version=2016-11-15", 400, "MissingAction"),
    (DESCRIBE + "&Nonsense=1", 400, "UnknownParameter"),
    (DESCRIBE + "&MaxResults=many", 400, "InvalidParameterValue"),
    (DESCRIBE + "&VpcId.1=%ff", 400, "MalformedQueryString"),
    (DESCRIBE + "&VpcId.x=1", 400, "MalformedQueryString"),
])
def test_nonsense_is_refused_by_name(server, body, status, code):
    got, text = post(server, body, signed(server, body))
    assert (got, f"<Code>{code}</Code>" in text) == (status, True), text


def test_a_body_over_a_mebibyte_is_refused(server):
    body = DESCRIBE + "&VpcId.1=" + "x" * (1 << 20)
    status, text = post(server, body, signed(server, body))
    assert (status, "RequestEntityTooLarge" in text) == (413, True)


@pytest.mark.parametrize("service, call", [
    ("iam", lambda c: c.get_user()), ("s3", lambda c: c.list_buckets()), ("dynamodb", lambda c: c.list_tables()),
    ("lambda", lambda c: c.list_functions()), ("sqs", lambda c: c.list_queues()),
    ("route53", lambda c: c.list_hosted_zones()), ("cloudwatch", lambda c: c.list_metrics()),
])
def test_other_services_are_refused_in_their_own_words_at_once(client, service, call):
    began = time.monotonic()
    with pytest.raises(ClientError) as caught:
        call(client(service))
    assert 400 <= caught.value.response["ResponseMetadata"]["HTTPStatusCode"] < 500
    assert time.monotonic() - began < 5


def test_who_am_i(client, key):
    identity = client("sts").get_caller_identity()
    assert identity["Arn"] == f"arn:aws:iam::{identity['Account']}:root"
    assert client("sts", account="123456789012").get_caller_identity()["Account"] == "123456789012"


def test_kill_and_restart_keep_every_acknowledged_change():
    with tempfile.TemporaryDirectory(prefix="fogbank-test-") as data_dir:
        server = Server(data_dir, "--host", "simulated", "--sandbox", SECRET)
        key = fresh_key()
        ec2 = server.client("ec2", key)
        image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
        ids = [ec2.run_instances(ImageId=image, InstanceType="t3.nano", MinCount=1, MaxCount=1)["Instances"][0]["InstanceId"] for _ in range(5)]
        ec2.stop_instances(InstanceIds=ids[:1])
        ec2.terminate_instances(InstanceIds=ids[1:2])
        server.stop(signal.SIGKILL)
        server = Server(data_dir, "--host", "simulated", "--sandbox", SECRET)
        ec2 = server.client("ec2", key)
        states = {i["InstanceId"]: i["State"]["Name"] for r in ec2.describe_instances()["Reservations"] for i in r["Instances"]}
        assert states == {ids[0]: "stopped", ids[1]: "terminated", **{i: "running" for i in ids[2:]}}
        server.stop()


def test_when_nothing_can_be_written_calls_are_refused_and_what_follows_is_made_up_for(error):
    with tempfile.TemporaryDirectory(prefix="fogbank-test-") as data_dir:
        # Every write to its log fails as on a full disk; and Python has the server ignore the signal for files that are
        # too large, so that the limit set below is an error of the write as well.
        arguments = ("--host", "simulated", "--simulated-delay", "400", "--sandbox", SECRET)
        server = Server(data_dir, *arguments, log="/dev/full", restore_signals=False)
        ec2 = server.client()
        ec2.create_security_group(GroupName="one", Description="one")
        image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
        launched = ec2.run_instances(ImageId=image, InstanceType="t3.micro", MinCount=1, MaxCount=1)["Instances"][0]

        unlimited = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (0, unlimited[1]))
        for _ in range(3):
            with error("InternalError", "could not be stored", status=500):
                ec2.create_security_group(GroupName="two", Description="two")
        assert ec2.describe_security_groups(GroupNames=["one"])["SecurityGroups"]
        # Meanwhile the host says that the instance runs, which can't be stored.
        time.sleep(1.5)

        def state():
            return ec2.describe_instances(InstanceIds=[launched["InstanceId"]])["Reservations"][0]["Instances"][0]["State"]["Name"]

        assert state() == "pending"
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, unlimited)
        ec2.create_security_group(GroupName="two", Description="two")
        deadline = time.monotonic() + 30
        while state() != "running":
            assert time.monotonic() < deadline, state()
            time.sleep(0.1)
        server.stop()


def test_accounts_and_keys_of_a_cloud_without_a_sandbox():
    with tempfile.TemporaryDirectory(prefix="fogbank-test-") as data_dir:
        server = Server(data_dir, "--host", "simulated")

        def fogbank(*words):
            done = subprocess.run([binary(), *words, "--data-dir", data_dir], capture_output=True, text=True, timeout=30)
            assert done.returncode == 0, done.stderr
            return done.stdout

        made = dict(line.split(": ") for line in fogbank("account", "create", "second").splitlines())
        ec2 = server.client("ec2", made["AccessKeyId"], made["SecretAccessKey"])
        assert ec2.describe_vpcs()["Vpcs"][0]["OwnerId"] == made["Account"]
        with pytest.raises(ClientError) as caught:
            server.client("ec2", made["AccessKeyId"], "not the secret").describe_vpcs()
        assert caught.value.response["Error"]["Code"] == "AuthFailure"
        assert made["Account"] in fogbank("account", "list")
        fogbank("key", "delete", made["AccessKeyId"])
        with pytest.raises(ClientError):
            ec2.describe_vpcs()
        environment = fogbank("env")
        assert f"export AWS_ENDPOINT_URL={server.endpoint}" in environment
        server.stop()


def test_a_sandbox_is_refused_where_others_can_reach_it():
    done = subprocess.run(
        [binary(), "up", "--host", "simulated", "--sandbox", "x", "--listen", "0.0.0.0:0", "--data-dir", "/nonexistent"],
        capture_output=True, text=True, timeout=30,
    )
    assert done.returncode != 0 and "--sandbox" in done.stderr
