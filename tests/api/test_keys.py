"""Key pairs: made, imported, described, deleted, and what is refused."""

import base64
import concurrent.futures
import hashlib
import hmac
import re
import time

import botocore.exceptions
import pytest
from cryptography.hazmat.primitives import serialization as ser
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

X = "0123456789abcdef0"
ED25519 = "AAAAC3NzaC1lZDI1NTE5AAAAIGmSlAtLKBK0Wf0TUDgqWWxZVFTPXkoTMRzKxXkSGKTj"


def colons(digest):
    return ":".join(f"{byte:02x}" for byte in digest)


def ssh(public):
    return public.public_bytes(ser.Encoding.OpenSSH, ser.PublicFormat.OpenSSH)


def test_a_created_rsa_key(ec2):
    tags = [{"Key": "a", "Value": "b"}]
    made = ec2.create_key_pair(KeyName="key one", TagSpecifications=[{"ResourceType": "key-pair", "Tags": tags}])
    assert re.fullmatch("key-[0-9a-f]{17}", made["KeyPairId"])
    assert (made["KeyName"], made["Tags"]) == ("key one", tags)
    assert made["KeyMaterial"].startswith("-----BEGIN RSA PRIVATE KEY-----\n")
    private = ser.load_pem_private_key(made["KeyMaterial"].encode(), None)
    assert private.key_size == 2048
    der = private.private_bytes(ser.Encoding.DER, ser.PrivateFormat.PKCS8, ser.NoEncryption())
    assert made["KeyFingerprint"] == colons(hashlib.sha1(der).digest())
    [shown] = ec2.describe_key_pairs(KeyNames=["key one"], IncludePublicKey=True)["KeyPairs"]
    assert abs(shown.pop("CreateTime").timestamp() - time.time()) < 60
    assert shown == {
        "KeyPairId": made["KeyPairId"],
        "KeyName": "key one",
        "KeyType": "rsa",
        "KeyFingerprint": made["KeyFingerprint"],
        "PublicKey": f"{ssh(private.public_key()).decode()} key one",
        "Tags": tags,
    }


def test_a_created_ed25519_key(ec2):
    made = ec2.create_key_pair(KeyName="ed", KeyType="ed25519")
    private = ser.load_ssh_private_key(made["KeyMaterial"].encode(), None)
    blob = base64.b64decode(ssh(private.public_key()).split()[1])
    assert made["KeyFingerprint"] == base64.b64encode(hashlib.sha256(blob).digest()).decode()
    [shown] = ec2.describe_key_pairs()["KeyPairs"]
    assert (shown["KeyType"], shown["KeyFingerprint"]) == ("ed25519", made["KeyFingerprint"])
    assert "PublicKey" not in shown


@pytest.mark.parametrize("key_type", ["rsa", "ed25519"])
def test_a_key_for_putty(ec2, key_type):
    made = ec2.create_key_pair(KeyName="putty", KeyType=key_type, KeyFormat="ppk")
    lines = made["KeyMaterial"].splitlines()
    head = dict(line.split(": ", 1) for line in lines if ": " in line)
    assert lines[0] == f"PuTTY-User-Key-File-2: ssh-{key_type}"
    assert (head["Encryption"], head["Comment"]) == ("none", "putty")
    start = lines.index(f"Public-Lines: {head['Public-Lines']}") + 1
    public = base64.b64decode("".join(lines[start:start + int(head["Public-Lines"])]))
    start = lines.index(f"Private-Lines: {head['Private-Lines']}") + 1
    private = base64.b64decode("".join(lines[start:start + int(head["Private-Lines"])]))
    sealed = b"".join(
        len(part).to_bytes(4, "big") + part for part in (f"ssh-{key_type}".encode(), b"none", b"putty", public, private))
    key = hashlib.sha1(b"putty-private-key-file-mac-key").digest()
    assert head["Private-MAC"] == hmac.new(key, sealed, hashlib.sha1).hexdigest()
    [shown] = ec2.describe_key_pairs(IncludePublicKey=True)["KeyPairs"]
    assert base64.b64decode(shown["PublicKey"].split()[1]) == public


def test_imported_keys(ec2):
    tags = [{"Key": "a", "Value": "b"}]
    made = ec2.import_key_pair(
        KeyName="ed", PublicKeyMaterial=f"ssh-ed25519 {ED25519} me@example\n".encode(),
        TagSpecifications=[{"ResourceType": "key-pair", "Tags": tags}])
    assert (made["KeyName"], made["Tags"]) == ("ed", tags)
    assert made["KeyFingerprint"] == base64.b64encode(hashlib.sha256(base64.b64decode(ED25519)).digest()).decode()
    [shown] = ec2.describe_key_pairs(KeyPairIds=[made["KeyPairId"]], IncludePublicKey=True)["KeyPairs"]
    assert (shown["KeyType"], shown["PublicKey"]) == ("ed25519", f"ssh-ed25519 {ED25519} ed")
    for size in (1024, 2048, 4096):
        public = rsa.generate_private_key(65537, size).public_key()
        der = public.public_bytes(ser.Encoding.DER, ser.PublicFormat.SubjectPublicKeyInfo)
        forms = {
            "openssh": ssh(public),
            "spki": public.public_bytes(ser.Encoding.PEM, ser.PublicFormat.SubjectPublicKeyInfo),
            "pkcs1": public.public_bytes(ser.Encoding.PEM, ser.PublicFormat.PKCS1),
            "der": base64.b64encode(der),
        }
        for form, material in forms.items():
            made = ec2.import_key_pair(KeyName=f"rsa-{size}-{form}", PublicKeyMaterial=material)
            assert made["KeyFingerprint"] == colons(hashlib.md5(der).digest()), form


@pytest.mark.parametrize("filters, names", [
    ([("key-name", ["a*"])], ["a1", "a2"]),
    ([("key-name", ["a1", "b"])], ["a1", "b"]),
    ([("key-name", ["A1"])], []),
    ([("tag:team", ["x"])], ["a1", "b"]),
    ([("tag:team", ["x"]), ("key-name", ["b"])], ["b"]),
    ([("tag-key", ["other"])], ["a2"]),
    ([("fingerprint", ["*"])], ["a1", "a2", "b"]),
    ([("key-pair-id", ["key-*"])], ["a1", "a2", "b"]),
])
def test_filters(ec2, filters, names):
    for name, tag in (("a1", ("team", "x")), ("a2", ("other", "y")), ("b", ("team", "x"))):
        public = ssh(ed25519.Ed25519PrivateKey.generate().public_key())
        ec2.import_key_pair(KeyName=name, PublicKeyMaterial=public, TagSpecifications=[
            {"ResourceType": "key-pair", "Tags": [{"Key": tag[0], "Value": tag[1]}]}])
    asked = [{"Name": name, "Values": values} for name, values in filters]
    assert [key["KeyName"] for key in ec2.describe_key_pairs(Filters=asked)["KeyPairs"]] == names
    everyone = ec2.describe_key_pairs(KeyNames=["a1", "a2", "b"], Filters=asked)["KeyPairs"]
    assert [key["KeyName"] for key in everyone] == names


def test_deleting(ec2, error):
    made = ec2.create_key_pair(KeyName="gone", KeyType="ed25519", TagSpecifications=[
        {"ResourceType": "key-pair", "Tags": [{"Key": "a", "Value": "b"}]}])
    with error("DryRunOperation", status=412):
        ec2.delete_key_pair(KeyName="gone", DryRun=True)
    answer = ec2.delete_key_pair(KeyName="gone")
    assert (answer["Return"], answer["KeyPairId"]) == (True, made["KeyPairId"])
    assert ec2.describe_key_pairs()["KeyPairs"] == ec2.describe_tags()["Tags"] == []
    # What does not exist is deleted already.
    for arguments in ({"KeyName": "gone"}, {"KeyPairId": made["KeyPairId"]}):
        answer = ec2.delete_key_pair(**arguments)
        assert answer["Return"] is True and "KeyPairId" not in answer
    # The name is free again.
    again = ec2.create_key_pair(KeyName="gone", KeyType="ed25519")
    ec2.delete_key_pair(KeyPairId=again["KeyPairId"])
    assert ec2.describe_key_pairs()["KeyPairs"] == []


def test_a_name_is_given_once(ec2):
    def create(_):
        try:
            return ec2.create_key_pair(KeyName="one", KeyType="ed25519")["KeyPairId"]
        except botocore.exceptions.ClientError as refused:
            return refused.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(create, range(8)))
    assert answers.count("InvalidKeyPair.Duplicate") == 7
    assert len(ec2.describe_key_pairs()["KeyPairs"]) == 1


def test_keys_belong_to_an_account_and_a_region(ec2, client, server):
    ec2.create_key_pair(KeyName="mine", KeyType="ed25519")
    assert client("ec2", region="eu-west-1").describe_key_pairs()["KeyPairs"] == []
    assert server.client().describe_key_pairs()["KeyPairs"] == []


P256 = ssh(ec.derive_private_key(7, ec.SECP256R1()).public_key())
SHORT = ssh(rsa.generate_private_key(65537, 1536).public_key())
FORMAT = "^Key is not in valid OpenSSH public key format$"


@pytest.mark.parametrize("action, arguments, code, message", [
    ("create_key_pair", {"KeyName": "taken"}, "InvalidKeyPair.Duplicate", "^The keypair 'taken' already exists"),
    ("create_key_pair", {"KeyName": ""}, "MissingParameter", "KeyName"),
    ("create_key_pair", {"KeyName": "k" * 256}, "InvalidParameterValue", "at most 255 characters"),
    ("create_key_pair", {"KeyName": "schlüssel"}, "InvalidParameterValue", "beyond ASCII are not supported"),
    ("create_key_pair", {"KeyName": "two\nlines"}, "InvalidParameterValue", "no control characters"),
    ("create_key_pair", {"KeyName": "k", "KeyType": "dsa"}, "InvalidParameterValue", "keyType"),
    ("create_key_pair", {"KeyName": "k", "KeyFormat": "der"}, "InvalidParameterValue", "keyFormat"),
    ("create_key_pair", {"KeyName": "k", "DryRun": True}, "DryRunOperation", "^Request would have succeeded"),
    ("create_key_pair", {"KeyName": "k", "KeyType": "ed25519",
                         "TagSpecifications": [{"ResourceType": "volume", "Tags": [{"Key": "a", "Value": "b"}]}]},
     "InvalidParameterValue", "'volume' is not a valid taggable resource type"),
    ("import_key_pair", {"KeyName": "taken", "PublicKeyMaterial": f"ssh-ed25519 {ED25519}"},
     "InvalidKeyPair.Duplicate", "already exists"),
    ("import_key_pair", {"KeyName": "k", "PublicKeyMaterial": b"garbage"}, "InvalidKey.Format", FORMAT),
    ("import_key_pair", {"KeyName": "k", "PublicKeyMaterial": b"\xff"}, "InvalidKey.Format", FORMAT),
    ("import_key_pair", {"KeyName": "k", "PublicKeyMaterial": P256}, "InvalidKey.Format", FORMAT),
    ("import_key_pair", {"KeyName": "k", "PublicKeyMaterial": SHORT}, "InvalidKey.Format", "1024, 2048 or 4096"),
    ("describe_key_pairs", {"KeyNames": ["nope"]}, "InvalidKeyPair.NotFound", "^The key pair 'nope' does not exist$"),
    ("describe_key_pairs", {"KeyNames": ["taken", "a", "b"]}, "InvalidKeyPair.NotFound", "'a, b' do not exist$"),
    ("describe_key_pairs", {"KeyPairIds": [f"key-{X}"]}, "InvalidKeyPair.NotFound", f"'key-{X}' does not exist$"),
    ("describe_key_pairs", {"KeyPairIds": ["key_x"]}, "InvalidKeyPair.Malformed", "key_x"),
    ("describe_key_pairs", {"Filters": [{"Name": "nope", "Values": ["x"]}]}, "InvalidParameterValue",
     "^The filter 'nope' is invalid$"),
    ("delete_key_pair", {}, "MissingParameter", "KeyName"),
    ("delete_key_pair", {"KeyPairId": "x"}, "InvalidKeyPair.Malformed", "x"),
    ("delete_key_pair", {"KeyName": "taken", "KeyPairId": f"key-{X}"}, "InvalidParameterCombination", "KeyPairId"),
])
def test_refusals(ec2, error, action, arguments, code, message):
    ec2.import_key_pair(KeyName="taken", PublicKeyMaterial=f"ssh-ed25519 {ED25519}")
    with error(code, message, status=412 if code == "DryRunOperation" else 400):
        getattr(ec2, action)(**arguments)
    assert [key["KeyName"] for key in ec2.describe_key_pairs()["KeyPairs"]] == ["taken"]
