"""A cloud whose vault lies in a bucket: machines come from it and go into it, and don't notice when it is away."""

import pathlib
import shutil
import subprocess
import tempfile

import pytest

from bucket import KEY, SECRET, Store, why_not
from support import binary
from vm_support import Cloud, Person, until

pytestmark = pytest.mark.skipif(why_not() is not None, reason=str(why_not()))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("store"), "vaults")
    yield store
    store.close()


@pytest.fixture(scope="module")
def cloud(store):
    data_dir = pathlib.Path(tempfile.mkdtemp(prefix="fogbank-s3-"))
    key = data_dir / "key"
    key.write_text(f"[default]\naws_access_key_id = {KEY}\naws_secret_access_key = {SECRET}\n")
    key.chmod(0o600)
    place = ["--vault", "s3://vaults/cloud/one", "--vault-endpoint", store.endpoint]
    (data_dir / "data").mkdir()
    cloud = Cloud(data_dir / "data", *place, "--vault-credentials", str(key))
    # Later starts know all of that.
    key.unlink()
    cloud.arguments = ()
    try:
        yield cloud
    finally:
        store.wire.mend()
        cloud.down()
        shutil.rmtree(data_dir, ignore_errors=True)


def check(cloud):
    result = cloud.fogbank("vault", "check", "--data-dir", str(cloud.data_dir))
    return result.returncode, result.stdout + result.stderr


def volume_of(person, instance_id):
    return person.look(instance_id)["BlockDeviceMappings"][0]["Ebs"]["VolumeId"]


def test_a_machine_its_image_and_its_twin(cloud, store, tmp_path):
    # Nothing of it lies here, and the key is shown to nobody.
    vault = cloud.data_dir / "vault"
    assert not (vault / "blocks").exists()
    assert any(key.startswith("cloud/one/blocks/") for key in store.keys())
    assert (vault / "credentials.json").stat().st_mode & 0o777 == 0o600
    for pid in (cloud.server.process.pid, cloud.agent_pid()):
        for what in ("cmdline", "environ"):
            assert SECRET.encode() not in pathlib.Path(f"/proc/{pid}/{what}").read_bytes()

    person = Person(cloud, tmp_path)
    instance_id = person.launch()
    address = person.log_in(instance_id)
    person.ssh(address, "echo kept > page; sync")
    image = person.ec2.create_image(InstanceId=instance_id, Name="page", NoReboot=True)["ImageId"]

    def state():
        return person.ec2.describe_images(ImageIds=[image])["Images"][0]["State"]

    until("the image", lambda: state() == "available", 180)
    twin = person.launch(ImageId=image)
    assert person.ssh(person.log_in(twin), "cat page") == "kept\n"
    code, said = check(cloud)
    assert code == 0 and "All of it is sound." in said, said
    person.leave()


def test_machines_go_on_while_the_bucket_is_away(cloud, store, tmp_path, request):
    person = Person(cloud, tmp_path)
    instance_id = person.launch()
    address = person.log_in(instance_id)
    volume = volume_of(person, instance_id)
    # Until all of its disk is here a machine needs the bucket.
    until("its disk to be here", lambda: cloud.origin(volume) is None)

    store.wire.cut()
    request.addfinalizer(store.wire.mend)
    # An agent that starts meanwhile serves them as ever.
    agent = cloud.agent_pid()
    subprocess.run(["kill", "-9", str(agent)], check=True)
    until("another agent", lambda: cloud.agent_pid() != agent)
    snapshot = person.ec2.create_snapshot(VolumeId=volume)["SnapshotId"]

    def seen():
        return person.ec2.describe_snapshots(SnapshotIds=[snapshot])["Snapshots"][0]

    assert person.ssh(address, "echo meanwhile > page; sync; cat page", timeout=60) == "meanwhile\n"
    assert seen()["State"] == "pending"
    store.wire.mend()
    until("the snapshot", lambda: seen()["State"] == "completed", 180)

    assert person.ssh(address, "cat page") == "meanwhile\n"
    code, said = check(cloud)
    assert code == 0 and "All of it is sound." in said, said
    person.leave()


def test_a_vault_does_not_move(cloud, store):
    cloud.server.stop()
    command = [binary(), "up", "--data-dir", cloud.data_dir, "--listen", "127.0.0.1:0", "--vault", "s3://vaults/other"]
    command += ["--vault-endpoint", store.endpoint]
    refused = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    wanted = (
        f"fogbank: the cloud in {cloud.data_dir} keeps its vault in s3://vaults/cloud/one at {store.endpoint} (us-east-1), "
        f"and a vault doesn't move to s3://vaults/other at {store.endpoint} (us-east-1): start it without --vault, or "
        "another cloud with another --data-dir\n"
    )
    assert (refused.returncode, refused.stderr) == (1, wanted)
    cloud.up()
    code, said = check(cloud)
    assert code == 0 and "All of it is sound." in said, said
