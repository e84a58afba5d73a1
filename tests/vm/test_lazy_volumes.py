"""A volume of a snapshot is usable at once. What was read of it once is the volume's own; what is read for the first time
while the agent is away waits and never fails; and in the end the volume needs neither agent nor snapshot."""

import json
import os
import signal

from vm_support import processes, until

MIB = 64


def state(person, kind, name):
    answer = {
        "volume": lambda: person.ec2.describe_volumes(VolumeIds=[name])["Volumes"],
        "snapshot": lambda: person.ec2.describe_snapshots(SnapshotIds=[name])["Snapshots"],
    }[kind]()
    return answer[0]["State"]


def attach(person, volume, instance_id, address, device):
    person.ec2.attach_volume(VolumeId=volume, InstanceId=instance_id, Device=device)
    disk = f"/dev/disk/by-id/virtio-{volume.replace('-', '')}"
    until("the disk in the guest", lambda: person.ssh(address, f"ls {disk}"))
    return disk


def test_reads_wait_for_the_agent_and_the_snapshot_may_go(cloud, person):
    instance_id = person.launch()
    address = person.log_in(instance_id)
    assert list((cloud.data_dir / "host" / "bases").iterdir()) == []
    (root,) = [mapping["Ebs"]["VolumeId"] for mapping in person.look(instance_id)["BlockDeviceMappings"]]
    zone = person.look(instance_id)["Placement"]["AvailabilityZone"]

    # A snapshot of noise.
    source = person.ec2.create_volume(AvailabilityZone=zone, Size=1)["VolumeId"]
    until("the volume", lambda: state(person, "volume", source) == "available")
    disk = attach(person, source, instance_id, address, "/dev/sdf")
    person.ssh(address, f"sudo dd if=/dev/urandom of={disk} bs=1M count={MIB} conv=fsync 2>/dev/null", timeout=120)
    summed = "sudo dd if={} bs=1M skip={} count={} 2>>errors | md5sum"
    sums = [person.ssh(address, summed.format(disk, skip, MIB // 2), timeout=60) for skip in (0, MIB // 2)]
    snapshot = person.ec2.create_snapshot(VolumeId=source)["SnapshotId"]
    until("the snapshot", lambda: state(person, "snapshot", snapshot) == "completed", 180)
    person.ec2.detach_volume(VolumeId=source)
    until("the volume to be free", lambda: state(person, "volume", source) == "available")
    person.ec2.delete_volume(VolumeId=source)

    # Half of it is loaded when control plane and agent die.
    lazy = person.ec2.create_volume(AvailabilityZone=zone, SnapshotId=snapshot)["VolumeId"]
    until("the volume", lambda: state(person, "volume", lazy) == "available")
    disk = attach(person, lazy, instance_id, address, "/dev/sdg")
    assert person.ssh(address, summed.format(disk, 0, MIB // 2), timeout=60) == sums[0]
    assert cloud.origin(lazy)
    cloud.server.stop(signal.SIGKILL)
    agent = cloud.agent_pid()
    os.kill(agent, signal.SIGKILL)
    until("the agent to be gone", lambda: agent not in processes("host", cloud.data_dir))
    again = f"sudo dd if={disk} iflag=direct bs=1M count={MIB // 2} 2>>errors | md5sum"
    assert person.ssh(address, again, timeout=60) == sums[0]
    person.ssh(address, f"({summed.format(disk, MIB // 2, MIB // 2)} >sum; touch done) </dev/null >/dev/null 2>&1 &")
    waiting = "grep -l '^State:.D' /proc/[0-9]*/status | sed 's/status/comm/' | xargs cat"
    until("a reader that waits", lambda: "dd" in person.ssh(address, waiting).split())
    assert person.ssh(address, "[ -e done ] || echo not done").strip() == "not done"

    cloud.up()
    person.ec2 = cloud.client()
    until("the reader to go on", lambda: person.ssh(address, "ls done"))
    assert person.ssh(address, "cat sum") == sums[1]
    assert "I/O error" not in person.ssh(address, "dmesg; cat errors")

    # Nobody waits for the volume to be copied before the snapshot is deleted.
    person.ec2.delete_snapshot(SnapshotId=snapshot)
    for volume in (lazy, root):
        until(f"{volume} to be independent", lambda it=volume: cloud.origin(it) is None, 120)
    person.ec2.stop_instances(InstanceIds=[instance_id])
    person.wait(instance_id, "stopped")
    person.ec2.start_instances(InstanceIds=[instance_id])
    address = person.log_in(instance_id)
    for skip, expected in zip((0, MIB // 2), sums):
        assert person.ssh(address, summed.format(disk, skip, MIB // 2), timeout=60) == expected
    argv = json.loads((cloud.data_dir / "host" / "instances" / instance_id / "launched.json").read_text())["argv"]
    assert not [word for word in argv if '"driver":"nbd"' in word]
    person.ec2.detach_volume(VolumeId=lazy)
    until("the volume to be free", lambda: state(person, "volume", lazy) == "available")
    person.ec2.delete_volume(VolumeId=lazy)
