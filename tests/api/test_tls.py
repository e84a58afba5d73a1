"""HTTPS: a certificate of the cloud's own, or one's own; who doesn't trust it is told so, and so is who speaks HTTP to it."""

import datetime
import ipaddress
import os
import shutil
import socket
import subprocess

import botocore.config
import botocore.exceptions
import pytest

from support import SECRET, Server, binary, fresh_key, make_client

ARGUMENTS = ("--host", "simulated", "--sandbox", SECRET, "--tls")


def regions(endpoint, verify):
    client = make_client(
        "ec2", region_name="us-east-1", endpoint_url=endpoint, verify=verify,
        aws_access_key_id=fresh_key(), aws_secret_access_key=SECRET,
        config=botocore.config.Config(retries={"total_max_attempts": 1}, connect_timeout=5, read_timeout=30))
    return client.describe_regions()["Regions"]


def environment(data_dir):
    printed = subprocess.run([binary(), "env", "--data-dir", data_dir], check=True, capture_output=True, text=True).stdout
    lines = [line.removeprefix("export ") for line in printed.splitlines()]
    return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def cloud(tmp_path):
    server = Server(tmp_path, *ARGUMENTS)
    yield server
    server.stop()


def test_a_certificate_of_the_clouds_own(cloud, tmp_path):
    assert cloud.endpoint.startswith("https://127.0.0.1:")
    env = environment(tmp_path)
    assert env["AWS_ENDPOINT_URL"] == cloud.endpoint
    assert env["AWS_CA_BUNDLE"] == str(tmp_path / "tls" / "ca.pem")
    assert len(regions(cloud.endpoint, env["AWS_CA_BUNDLE"])) > 10
    # The name is in it, too.
    assert regions(cloud.endpoint.replace("127.0.0.1", "localhost"), env["AWS_CA_BUNDLE"])
    with pytest.raises(botocore.exceptions.SSLError):
        regions(cloud.endpoint, True)
    assert (tmp_path / "tls" / "ca-key.pem").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(shutil.which("aws") is None, reason="the aws CLI is not installed")
def test_the_aws_cli(cloud, tmp_path):
    env = {**os.environ, **environment(tmp_path), "AWS_EC2_METADATA_DISABLED": "true"}
    arguments = ["aws", "ec2", "describe-regions", "--query", "length(Regions)", "--output", "text"]
    answer = subprocess.run(arguments, env=env, capture_output=True, text=True)
    assert answer.returncode == 0 and int(answer.stdout) > 10, answer.stderr
    del env["AWS_CA_BUNDLE"]
    refused = subprocess.run(arguments, env=env, capture_output=True, text=True)
    assert refused.returncode != 0 and "SSL" in refused.stderr


def test_the_authority_stays_over_restarts(tmp_path):
    server = Server(tmp_path, *ARGUMENTS)
    bundle = (tmp_path / "tls" / "ca.pem").read_text()
    server.stop()
    server = Server(tmp_path, *ARGUMENTS)
    try:
        assert (tmp_path / "tls" / "ca.pem").read_text() == bundle
        assert regions(server.endpoint, str(tmp_path / "tls" / "ca.pem"))
    finally:
        server.stop()
    # Without TLS nothing is said of a bundle.
    server = Server(tmp_path, *ARGUMENTS[:-1])
    try:
        assert server.endpoint.startswith("http://") and "AWS_CA_BUNDLE" not in environment(tmp_path)
    finally:
        server.stop()


def test_plain_http_is_told_so(cloud):
    host, port = cloud.endpoint.removeprefix("https://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        answer = b""
        while more := connection.recv(4096):
            answer += more
    assert answer.startswith(b"HTTP/1.1 400 ") and b"https://" in answer


def own_certificate(folder):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mine")])
    now = datetime.datetime.now(datetime.timezone.utc)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256()))
    pem, key_pem = folder / "mine.pem", folder / "mine.key"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_pem.write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return pem, key_pem


def test_ones_own_certificate(tmp_path):
    pem, key = own_certificate(tmp_path)
    server = Server(tmp_path, *ARGUMENTS, "--tls-cert", pem, "--tls-key", key)
    try:
        assert regions(server.endpoint, str(pem))
        assert "AWS_CA_BUNDLE" not in environment(tmp_path), "whoever has a certificate knows who signed it"
        assert not (tmp_path / "tls").exists()
    finally:
        server.stop()


def up(data_dir, *arguments):
    command = [binary(), "up", "--data-dir", data_dir, "--listen", "127.0.0.1:0", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_what_is_no_certificate_is_named(tmp_path):
    pem, key = own_certificate(tmp_path)
    for certificate, secret, said in [(tmp_path / "none.pem", key, "none.pem"), (pem, pem, "mine.pem"), (key, key, "mine.key")]:
        refused = up(tmp_path / "data", *ARGUMENTS, "--tls-cert", certificate, "--tls-key", secret)
        assert refused.returncode != 0 and said in refused.stderr, refused.stderr
    alone = up(tmp_path / "data", *ARGUMENTS, "--tls-cert", pem)
    assert alone.returncode != 0 and "--tls-key" in alone.stderr
