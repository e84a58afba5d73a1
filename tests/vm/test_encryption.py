"""Encrypted volumes: what is written to them in a guest is in no file of the cloud, and where it belongs all the same."""

import base64
import os

from vm_support import command_line, found_in, qemu_pids, until

IMAGE = 180


def serial(volume_id):
    return f"/dev/disk/by-id/virtio-{volume_id.replace('-', '')}"


def disks(person, instance_id):
    """Ids of volumes by device name."""
    return {m["DeviceName"]: m["Ebs"]["VolumeId"] for m in person.look(instance_id)["BlockDeviceMappings"]}


def write(person, address, marker, to):
    """Writes a marker a hundred times over, so that it lies somewhere whole, whatever is cut into blocks."""
    text = "".join(f"\\x{byte:02x}" for byte in marker)
    person.ssh(address, f"i=0; while [ $i -lt 100 ]; do printf '{text}'; i=$((i + 1)); done | sudo tee {to} >/dev/null; sync")


def read(person, address, of):
    return base64.b64decode(person.ssh(address, f"sudo head -c 48 {of} | base64"))


def completed(ec2, snapshot):
    def state():
        shown = ec2.describe_snapshots(SnapshotIds=[snapshot])["Snapshots"][0]
        assert shown["State"] != "error", shown
        return shown["State"] == "completed" and shown

    return until(f"{snapshot} to be complete", state, IMAGE)


def test_a_marker_is_found_in_no_file(person):
    cloud, ec2 = person.cloud, person.ec2
    secret_root, secret_data, plain = (os.urandom(48) for _ in range(3))
    image = ec2.describe_images(ImageIds=[person.tiny()])["Images"][0]
    root = image["RootDeviceName"]
    mappings = [
        {"DeviceName": root, "Ebs": {"Encrypted": True}},
        {"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 1, "Encrypted": True}},
        {"DeviceName": "/dev/sdg", "Ebs": {"VolumeSize": 1}},
    ]
    one = person.launch(BlockDeviceMappings=mappings)
    address = person.log_in(one)
    volumes = disks(person, one)

    def nothing_leaks(where=cloud.data_dir):
        return {name: found for name, marker in (("root", secret_root), ("data", secret_data)) if (found := found_in(where, marker))}

    # The secrets of the files stand in no command line.
    (pid,) = qemu_pids(cloud, one)
    assert "key-secret" in command_line(pid) and '"data"' not in command_line(pid)
    write(person, address, secret_root, "/root/marker")
    write(person, address, secret_data, serial(volumes["/dev/sdf"]))
    write(person, address, plain, serial(volumes["/dev/sdg"]))
    # The search finds what is not encrypted.
    assert found_in(cloud.data_dir, plain) == [f"host/volumes/{volumes['/dev/sdg']}.qcow2"]
    assert nothing_leaks() == {}

    made = ec2.create_image(InstanceId=one, Name=f"sealed-{person.home.name}", NoReboot=True)["ImageId"]

    def available():
        # Nor what a snapshot takes on its way.
        assert nothing_leaks(cloud.data_dir / "host" / "scratch") == {}
        shown = ec2.describe_images(ImageIds=[made])["Images"][0]
        assert shown["State"] in ("pending", "available"), shown.get("StateReason")
        return shown["State"] == "available" and shown

    devices = {m["DeviceName"]: m["Ebs"] for m in until("the image", available, IMAGE)["BlockDeviceMappings"]}
    assert {name: ebs["Encrypted"] for name, ebs in devices.items()} == {root: True, "/dev/sdf": True, "/dev/sdg": False}
    assert nothing_leaks() == {}
    assert any(path.startswith("vault/blocks/") for path in found_in(cloud.data_dir, plain))

    # What is in the twin is what was in the machine.
    twin = person.launch(ImageId=made)
    there, of_twin = person.log_in(twin), disks(person, twin)
    assert read(person, there, "/root/marker") == secret_root
    assert read(person, there, serial(of_twin["/dev/sdf"])) == secret_data
    assert read(person, there, serial(of_twin["/dev/sdg"])) == plain
    assert nothing_leaks() == {}

    # Of a machine that is down: its disk is a layer over what it began as.
    ec2.stop_instances(InstanceIds=[twin])
    person.wait(twin, "stopped")
    taken = ec2.create_snapshot(VolumeId=of_twin["/dev/sdf"])["SnapshotId"]
    assert completed(ec2, taken)["Encrypted"] is True
    zone = person.look(one)["Placement"]["AvailabilityZone"]
    volume = ec2.create_volume(AvailabilityZone=zone, SnapshotId=taken, Size=2)["VolumeId"]

    def state():
        return ec2.describe_volumes(VolumeIds=[volume])["Volumes"][0]["State"]

    until("the volume", lambda: state() == "available")
    # It comes to a machine that runs, and grows there.
    ec2.attach_volume(VolumeId=volume, InstanceId=one, Device="/dev/sdh")
    disk = serial(volume)
    until("the disk in the guest", lambda: person.ssh(address, f"ls {disk}"))
    assert read(person, address, disk) == secret_data
    ec2.modify_volume(VolumeId=volume, Size=3)
    until("the guest to see it grow", lambda: int(person.ssh(address, f"sudo blockdev --getsize64 {disk}")) == 3 << 30)
    ec2.detach_volume(VolumeId=volume)
    until("the volume to be free", lambda: state() == "available")
    ec2.modify_volume(VolumeId=volume, Size=4)
    ec2.attach_volume(VolumeId=volume, InstanceId=one, Device="/dev/sdh")
    until("the disk to be back", lambda: int(person.ssh(address, f"sudo blockdev --getsize64 {disk}")) == 4 << 30)
    assert read(person, address, disk) == secret_data

    # A copy in another region is under the key of there.
    far = cloud.client("eu-west-1")
    copy = far.copy_snapshot(SourceRegion="us-east-1", SourceSnapshotId=taken)["SnapshotId"]
    assert completed(far, copy)["KmsKeyId"].startswith("arn:aws:kms:eu-west-1:")
    # It starts again with what it was given.
    ec2.start_instances(InstanceIds=[twin])
    assert read(person, person.log_in(twin), "/root/marker") == secret_root
    assert nothing_leaks() == {}
    checked = cloud.fogbank("vault", "check", "--data-dir", str(cloud.data_dir))
    assert checked.returncode == 0 and "All of it is sound." in checked.stdout, checked.stdout + checked.stderr


def test_an_encrypted_volume_and_a_snapshot_outlive_the_agent(person):
    cloud, ec2 = person.cloud, person.ec2
    marker = os.urandom(48)
    one = person.launch(BlockDeviceMappings=[{"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 1, "Encrypted": True}}])
    address, volume = person.log_in(one), disks(person, one)["/dev/sdf"]
    write(person, address, marker, serial(volume))
    os.kill(cloud.agent_pid(), 9)
    until("another agent", lambda: cloud.agent_pid())
    taken = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
    assert completed(ec2, taken)["Encrypted"] is True
    assert read(person, address, serial(volume)) == marker
    copy = ec2.copy_volumes(SourceVolumeId=volume, Size=2)["Volumes"][0]
    assert (copy["Encrypted"], copy["KmsKeyId"]) == (True, completed(ec2, taken)["KmsKeyId"])
    ec2.terminate_instances(InstanceIds=[one])
    person.wait(one, "terminated")
    zone = copy["AvailabilityZone"]
    subnet = ec2.describe_subnets(Filters=[{"Name": "availability-zone", "Values": [zone]}])["Subnets"][0]["SubnetId"]
    two = person.launch(SubnetId=subnet)
    again = ec2.create_volume(AvailabilityZone=zone, SnapshotId=taken)["VolumeId"]
    address = person.log_in(two)
    ec2.attach_volume(VolumeId=again, InstanceId=two, Device="/dev/sdf")
    until("the disk in the guest", lambda: person.ssh(address, f"ls {serial(again)}"))
    assert read(person, address, serial(again)) == marker
    copy = copy["VolumeId"]
    until("the copy", lambda: ec2.describe_volumes(VolumeIds=[copy])["Volumes"][0]["State"] == "available")
    ec2.attach_volume(VolumeId=copy, InstanceId=two, Device="/dev/sdg")
    until("the copy in the guest", lambda: person.ssh(address, f"ls {serial(copy)}"))
    assert read(person, address, serial(copy)) == marker
    assert found_in(cloud.data_dir, marker) == []
