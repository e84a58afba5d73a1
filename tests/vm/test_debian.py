"""debian-12: a stock Debian that finds out by itself where it is."""

import json
import os
import re
import socket

import pytest

from vm_support import BOOT, until

CONFIG = """#cloud-config
write_files:
- path: /var/lib/written
  content: written
users:
- default
- name: carol
runcmd:
- [sh, -c, "echo ran as $(id -un) > /var/lib/ran"]
"""

# cloud-init's own words where something went wrong or had to be asked for twice.
TROUBLE = re.compile(r"WARNING|ERROR|CRITICAL|Traceback|[Rr]etry|timed out|Calling .* failed|\(404|after [2-9] attempts")


def guest_agent(cloud, instance_id, command):
    """Asks the agent in the guest, by the socket that the host has for it."""
    (path,) = cloud.data_dir.glob(f"host/**/{instance_id}/**/agent.sock")
    with socket.socket(socket.AF_UNIX) as channel:
        channel.settimeout(30)
        channel.connect(str(path))
        channel.sendall(json.dumps({"execute": command}).encode() + b"\n")
        return json.loads(channel.makefile().readline())["return"]


def test_debian_by_bios(debian, person):
    person.login = "admin"
    larger = [{"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 11}}]
    instance_id = person.launch(ImageId=debian, InstanceType="t3.small", UserData=CONFIG, BlockDeviceMappings=larger)
    address = person.log_in(instance_id, 2 * BOOT)
    machine = person.look(instance_id)
    status = until("cloud-init", lambda: person.ssh(address, "cloud-init status --wait --long", timeout=5), BOOT)
    assert "status: done" in status and "DataSourceEc2Local" in status

    log = person.ssh(address, "sudo cat /var/log/cloud-init.log")
    assert "Cloud-init v." in log
    assert [line for line in log.splitlines() if TROUBLE.search(line)] == []

    looked = person.ssh(
        address,
        "hostname; sudo -n id -un; cat /var/lib/written /var/lib/ran; echo; id -un carol; systemctl --failed --quiet;"
        "ls -d /sys/firmware/efi 2>/dev/null; df -k --output=size / | tail -n 1",
    ).split("\n")
    assert looked[:4] == [machine["PrivateDnsName"].split(".")[0], "root", "writtenran as root", ""], looked
    assert looked[4] == "carol" and len(looked) == 7, looked
    # The disk that was asked for, less the boot partitions and the file system's own.
    assert 10.5 < int(looked[5]) / 2**20 < 11, looked

    sources = person.ssh(address, "cat /etc/apt/sources.list.d/*; ls /etc/apt/sources.list 2>/dev/null; true")
    assert set(re.findall(r"URIs: (.*)", sources)) == {
        "http://deb.debian.org/debian", "http://deb.debian.org/debian-security"
    }, sources
    assert guest_agent(person.cloud, instance_id, "guest-ping") == {}
    # Its file systems are frozen for a snapshot's moment, and for no longer.
    volume_id = machine["BlockDeviceMappings"][0]["Ebs"]["VolumeId"]
    person.ssh(address, "sync", timeout=60)
    snapshot_id = person.ec2.create_snapshot(VolumeId=volume_id)["SnapshotId"]
    message = until(
        "the snapshot's moment",
        lambda: person.ec2.describe_snapshots(SnapshotIds=[snapshot_id])["Snapshots"][0].get("StateMessage"),
    )
    assert message == "The guest's file systems were frozen at the snapshot's moment."
    person.ssh(address, "sudo sh -c 'echo thawed >/var/lib/thawed && sync'", timeout=60)
    assert guest_agent(person.cloud, instance_id, "guest-fsfreeze-status") == "thawed"
    assert "guest-fsfreeze called" in person.ssh(address, "sudo journalctl --boot --identifier=qemu-ga")
    person.ec2.delete_snapshot(SnapshotId=snapshot_id)
    # The kernel's words and a prompt are on the serial console.
    until("the login prompt", lambda: f"{looked[0]} login:" in person.console(instance_id))
    assert re.search(r"^\[ +\d+\.\d+\] \w", person.console(instance_id), re.MULTILINE)


@pytest.mark.skipif("FOGBANK_NIGHTLY" not in os.environ, reason="one boot of Debian is enough for every change")
def test_debian_by_uefi(debian, person):
    person.login = "admin"
    (disk,) = person.ec2.describe_images(ImageIds=[debian])["Images"][0]["BlockDeviceMappings"]
    # An image may be registered with snapshots of one's own only.
    snapshot_id = person.ec2.copy_snapshot(SourceRegion="us-east-1", SourceSnapshotId=disk["Ebs"]["SnapshotId"])["SnapshotId"]
    person.ec2.get_waiter("snapshot_completed").wait(SnapshotIds=[snapshot_id], WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    image_id = person.ec2.register_image(
        Name=f"by-uefi-{person.key_name}", Architecture="x86_64", BootMode="uefi", RootDeviceName=disk["DeviceName"],
        VirtualizationType="hvm", EnaSupport=True,
        BlockDeviceMappings=[{"DeviceName": disk["DeviceName"], "Ebs": {"SnapshotId": snapshot_id}}],
    )["ImageId"]
    address = person.log_in(person.launch(ImageId=image_id, InstanceType="t3.small"), 2 * BOOT)
    looked = person.ssh(address, "ls -d /sys/firmware/efi; mountpoint /boot/efi")
    assert looked == "/sys/firmware/efi\n/boot/efi is a mountpoint\n"
    person.ec2.deregister_image(ImageId=image_id)
    person.ec2.delete_snapshot(SnapshotId=snapshot_id)
