"""A disk that fills up: a launch that finds no room ends and gives back what it took; what runs goes on."""

import contextlib
import os
import shutil
import subprocess

import pytest
from botocore.exceptions import ClientError
from vm_support import Cloud, Person, until

MIB = 1 << 20
# Beside what the vault takes: more than the reserve that a host keeps when it makes a volume, 512 MiB.
SIZE_MIB = 800


@pytest.fixture
def small(cloud, tmp_path):
    """A cloud on a disk of its own, with the image of the shared one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    # Tests before this one have left more or less in the vault.
    vault = sum(path.stat().st_blocks * 512 for path in (cloud.data_dir / "vault").rglob("*")) // MIB
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={vault + SIZE_MIB}m", "none", disk], check=True)
    try:
        shutil.copytree(cloud.data_dir / "vault", disk / "vault")
        shutil.copy(cloud.data_dir / "images.json", disk / "images.json")
        made = Cloud(disk)
        try:
            yield made
        finally:
            (disk / "ballast").unlink(missing_ok=True)
            made.down()
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


def free(cloud):
    stat = os.statvfs(cloud.data_dir)
    return stat.f_bavail * stat.f_frsize


def fill(cloud, leave):
    """Takes the disk's room until no more than `leave` bytes are free."""
    with open(cloud.data_dir / "ballast", "wb", buffering=0) as ballast, contextlib.suppress(OSError):
        while free(cloud) > leave:
            ballast.write(b"\1" * min(MIB, free(cloud) - leave))


def empty(cloud):
    (cloud.data_dir / "ballast").unlink()


def host_files(cloud):
    """What instances and volumes have on the disk."""
    host = cloud.data_dir / "host"
    return sorted(str(path.relative_to(host)) for name in ("instances", "volumes") for path in (host / name).rglob("*"))


def test_a_launch_without_room_ends_and_gives_the_space_back(small, tmp_path):
    person = Person(small, tmp_path)

    # Room for the store, and not for the image's content.
    fill(small, leave=100 * MIB)
    before = free(small)
    instance_id = person.launch()
    ended = person.wait(instance_id, "terminated")
    assert ended["StateReason"]["Code"] == "Server.InternalError"
    assert "disk is full" in ended["StateReason"]["Message"], ended["StateReason"]
    volumes = person.ec2.describe_volumes(Filters=[{"Name": "attachment.instance-id", "Values": [instance_id]}])
    assert volumes["Volumes"] == []
    until("the files to go", lambda: host_files(small) == [])
    until("the space to be given back", lambda: free(small) > before - MIB)
    assert not list((small.data_dir / "host").rglob("*.new"))

    # With room there is a machine.
    empty(small)
    lives = person.launch()
    address = person.log_in(lives)
    kept = host_files(small)

    # No room at all: whatever is refused or ends leaves nothing, and the machine stays.
    fill(small, leave=0)
    started = None
    try:
        started = person.launch()
    except ClientError as error:
        assert error.response["Error"]["Code"] == "Unavailable", error
        assert "disk is full" in error.response["Error"]["Message"], error
    if started:
        # That it has ended is known once it can be written.
        empty(small)
        assert person.wait(started, "terminated")["StateReason"]["Code"] == "Server.InternalError"
    else:
        empty(small)
    until("nothing of it to be left", lambda: host_files(small) == kept)
    assert person.state(lives) == "running"
    person.ssh(address, "echo written after all | sudo tee /root/note && sync")

    # And the next launch is as any other.
    another = person.launch()
    person.log_in(another)
    person.ec2.terminate_instances(InstanceIds=[lives, another])
    for instance_id in (lives, another):
        person.wait(instance_id, "terminated")
    until("the files to go", lambda: host_files(small) == [])
