"""Disks that were made elsewhere become volumes and images."""

import subprocess

from vm_support import until


def ended(person, task_id):
    """Waits until an import has ended; the task."""

    def seen():
        task = person.ec2.describe_import_snapshot_tasks(ImportTaskIds=[task_id])["ImportSnapshotTasks"][0]["SnapshotTaskDetail"]
        return task["Status"] in ("completed", "deleted") and task

    return until(f"{task_id} to end", seen, 120)


def test_a_disk_from_elsewhere_is_read_by_a_guest(person, tmp_path):
    bucket = person.cloud.data_dir / "exchange" / person.home.name
    bucket.mkdir(parents=True)
    raw = tmp_path / "disk.raw"
    with raw.open("wb") as file:
        file.write(b"from elsewhere\n")
        file.truncate(1 << 30)
    for form, name in (("vmdk", "disk.vmdk"), ("qcow2", "disk.qcow2")):
        subprocess.run(["qemu-img", "convert", "-f", "raw", "-O", form, raw, bucket / name], check=True)
    # One that asks for this machine's secrets.
    subprocess.run(
        ["qemu-img", "create", "-q", "-u", "-f", "qcow2", "-b", "/etc/shadow", "-F", "raw", bucket / "evil.qcow2", "1G"],
        check=True,
    )
    ec2 = person.ec2
    place = {"S3Bucket": person.home.name, "S3Key": "disk.vmdk"}
    task = ec2.import_snapshot(DiskContainer={"Format": "VMDK", "UserBucket": place})["ImportTaskId"]
    url = f"s3://{person.home.name}/evil.qcow2"
    evil = ec2.import_snapshot(DiskContainer={"Format": "QCOW2", "Url": url})["ImportTaskId"]
    wrong = ec2.import_snapshot(DiskContainer={"Format": "VHDX", "Url": f"s3://{person.home.name}/disk.qcow2"})["ImportTaskId"]

    done = ended(person, task)
    assert (done["Status"], done["DiskImageSize"]) == ("completed", 1 << 30), done
    refused = ended(person, evil)
    assert refused["Status"] == "deleted"
    assert refused["StatusMessage"].startswith("ClientError: the disk leans on another file (its backing file)")
    assert ended(person, wrong)["StatusMessage"] == "ClientError: the file is qcow2, not vhdx as was said"
    assert list((person.cloud.data_dir / "imports").iterdir()) == []

    machine = person.launch(BlockDeviceMappings=[{"DeviceName": "/dev/sdf", "Ebs": {"SnapshotId": done["SnapshotId"]}}])
    address = person.log_in(machine)
    mappings = person.look(machine)["BlockDeviceMappings"]
    volume = next(m["Ebs"]["VolumeId"] for m in mappings if m["DeviceName"] == "/dev/sdf").replace("-", "")
    assert person.ssh(address, f"sudo head -n 1 /dev/disk/by-id/virtio-{volume}").strip() == "from elsewhere"
