"""Disks that were made elsewhere become volumes and images, and images become disks for elsewhere."""

import os
import signal
import subprocess

import pytest
from botocore.exceptions import ClientError

from support import binary
from vm_support import found_in, until


def ended(person, task_id, leaks=lambda: []):
    """Waits until an import has ended; the task."""

    def seen():
        assert leaks() == []
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

    secret_disks(person, tmp_path, bucket)
    own = restored_image(person)
    elsewhere, plain = exported(person, own, "VMDK"), exported(person, own, "RAW")
    assert (elsewhere.suffix, plain.suffix) == (".vmdk", ".raw")
    subprocess.run(["qemu-img", "compare", "-q", "-f", "vmdk", "-F", "raw", elsewhere, plain], check=True)
    containers = [
        {"Format": "VMDK", "UserBucket": {"S3Bucket": bucket.name, "S3Key": f"VMDK/{elsewhere.name}"}},
        {"DeviceName": "/dev/sdf", "SnapshotId": done["SnapshotId"]},
    ]
    image = imported(person, DiskContainers=containers)
    assert list((person.cloud.data_dir / "imports").iterdir()) == []

    machine = person.launch(ImageId=image)
    address = person.log_in(machine)
    mappings = person.look(machine)["BlockDeviceMappings"]
    volume = next(m["Ebs"]["VolumeId"] for m in mappings if m["DeviceName"] == "/dev/sdf").replace("-", "")
    assert person.ssh(address, f"sudo head -n 1 /dev/disk/by-id/virtio-{volume}").strip() == "from elsewhere"


def secret_disks(person, tmp_path, bucket):
    """A disk is imported to be encrypted, and an image of it stored and restored: it is in no file in clear."""
    ec2, cloud, marker = person.ec2, person.cloud, os.urandom(48)
    raw = tmp_path / "secret.raw"
    with raw.open("wb") as file:
        file.write(marker * 100)
        file.truncate(1 << 30)
    # Packed, as it was put there by somebody, the marker is in one place that is not ours.
    subprocess.run(["qemu-img", "convert", "-c", "-f", "raw", "-O", "qcow2", raw, bucket / "secret.qcow2"], check=True)
    url = f"s3://{bucket.name}/secret.qcow2"
    task = ec2.import_snapshot(DiskContainer={"Format": "QCOW2", "Url": url}, Encrypted=True)["ImportTaskId"]
    leaks = lambda: found_in(cloud.data_dir, marker)
    done = ended(person, task, leaks)
    assert (done["Status"], done["Encrypted"]) == ("completed", True), done
    device = {"DeviceName": "/dev/sda1", "Ebs": {"SnapshotId": done["SnapshotId"]}}
    image = ec2.register_image(
        Name=f"{bucket.name} secret", RootDeviceName="/dev/sda1", Architecture="x86_64", BlockDeviceMappings=[device]
    )["ImageId"]
    key = ec2.create_store_image_task(ImageId=image, Bucket=bucket.name)["ObjectKey"]
    assert stored(person, image, leaks)["StoreTaskState"] == "Completed"
    assert (bucket / key).stat().st_size > 0
    far = cloud.client("eu-west-1")
    there = far.create_restore_image_task(Bucket=bucket.name, ObjectKey=key)["ImageId"]
    far.get_waiter("image_available").wait(ImageIds=[there])
    (restored,) = far.describe_images(ImageIds=[there])["Images"][0]["BlockDeviceMappings"]
    assert restored["Ebs"]["Encrypted"] is True and leaks() == []
    ebs = cloud.client("eu-west-1", "ebs")
    blocks = ebs.list_snapshot_blocks(SnapshotId=restored["Ebs"]["SnapshotId"])["Blocks"]
    token = {"BlockIndex": 0, "BlockToken": blocks[0]["BlockToken"]}
    content = ebs.get_snapshot_block(SnapshotId=restored["Ebs"]["SnapshotId"], **token)["BlockData"].read()
    assert (len(blocks), content[: 48 * 100]) == (1, marker * 100)
    # An encrypted image is not exported, as on AWS.
    with pytest.raises(ClientError, match="contains an encrypted EBS snapshot"):
        ec2.export_image(ImageId=image, DiskImageFormat="RAW", S3ExportLocation={"S3Bucket": bucket.name})


def test_a_person_at_a_terminal(person, tmp_path):
    """fogbank image copy, export and import, with a file that lies elsewhere."""
    cloud = person.cloud

    def run(*arguments):
        done = cloud.fogbank("image", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def names(region, image):
        return cloud.client(region).describe_images(ImageIds=[image])["Images"][0]["Name"]

    there = run("copy", person.tiny(), "--to-region", "eu-west-1", "--name", "copied")
    assert names("eu-west-1", there) == "copied"
    file = tmp_path / "disk.vhd"
    assert run("export", there, str(file), "--region", "eu-west-1") == str(file)
    again = cloud.fogbank("image", "export", there, str(file), "--region", "eu-west-1")
    assert (again.returncode, "is there already" in again.stderr) == (1, True), again.stderr
    back = run("import", str(file), "--name", "back again", "--boot-mode", "uefi-preferred")
    image = person.ec2.describe_images(ImageIds=[back])["Images"][0]
    assert (image["Name"], image["Architecture"], image["BootMode"]) == ("back again", "x86_64", "uefi-preferred")
    listed = [line.split("\t") for line in run("list").splitlines()]
    size = f"{image['BlockDeviceMappings'][0]['Ebs']['VolumeSize']} GiB"
    assert [back, "back again", size, "x86_64", "available"] in listed, listed
    assert any(line[0] == person.tiny() and line[-1] == "login ec2-user" for line in listed), listed
    elsewhere = run("list", "--region", "eu-west-1").splitlines()
    assert [line.split("\t")[1] for line in elsewhere if line.startswith(there)] == ["copied"], elsewhere
    # The same content, by way of a VHD and back.
    plain = tmp_path / "disk.raw"
    run("export", back, str(plain))
    subprocess.run(["qemu-img", "compare", "-q", "-f", "vpc", "-F", "raw", file, plain], check=True)
    taken = cloud.fogbank("image", "import", str(file), "--name", "back again")
    assert (taken.returncode, f"in use by the image {back}" in taken.stderr) == (1, True), taken.stderr
    buckets = [it.name for it in (cloud.data_dir / "exchange").iterdir() if it.name.startswith("fogbank-command")]
    assert buckets == [], "buckets were left"


def stored(person, image, leaks=lambda: []):
    """Waits until an image has been stored; the task."""

    def seen():
        assert leaks() == []
        task = person.ec2.describe_store_image_tasks(ImageIds=[image])["StoreImageTaskResults"][0]
        return task["StoreTaskState"] != "InProgress" and task

    return until(f"{image} to be stored", seen, 120)


def test_what_is_ended_in_the_middle_leaves_nothing(person, tmp_path):
    """Ctrl-C while a disk is imported."""
    cloud, disk = person.cloud, tmp_path / "large.raw"
    with disk.open("wb") as file:
        for _ in range(8):
            file.write(os.urandom(64 << 20))
    command = [binary(), "image", "import", str(disk), "--name", "never", "--data-dir", str(cloud.data_dir)]
    before = {task["ImportTaskId"] for task in person.ec2.describe_import_snapshot_tasks()["ImportSnapshotTasks"]}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:

        def begun():
            tasks = person.ec2.describe_import_snapshot_tasks()["ImportSnapshotTasks"]
            return [task["ImportTaskId"] for task in tasks if task["ImportTaskId"] not in before]

        (task,) = until("the task", begun, 60, 0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 128 + signal.SIGINT
    ended_task = ended(person, task)
    assert (ended_task["Status"], ended_task["StatusMessage"]) == ("deleted", "cancelled by the user")
    assert "SnapshotId" not in ended_task
    left = [it.name for it in (cloud.data_dir / "exchange").iterdir() if it.name.startswith("fogbank-command")]
    assert left == []
    until("the unpacked disk to be gone", lambda: list((cloud.data_dir / "imports").iterdir()) == [], 60)


def restored_image(person):
    """A copy of fogbank-tiny that was stored, taken from its bucket to another, and restored."""
    ec2, bucket = person.ec2, person.home.name
    copy = ec2.copy_image(SourceImageId=person.tiny(), SourceRegion="us-east-1", Name=bucket)["ImageId"]
    ec2.get_waiter("image_available").wait(ImageIds=[copy])
    key = ec2.create_store_image_task(ImageId=copy, Bucket=bucket)["ObjectKey"]
    ended = stored(person, copy)
    assert ended["StoreTaskState"] == "Completed", ended
    elsewhere = person.cloud.data_dir / "exchange" / f"{bucket}-2"
    elsewhere.mkdir()
    (person.cloud.data_dir / "exchange" / bucket / key).rename(elsewhere / key)
    image = ec2.create_restore_image_task(Bucket=elsewhere.name, ObjectKey=key, Name=f"{bucket} restored")["ImageId"]
    ec2.get_waiter("image_available").wait(ImageIds=[image])
    before, after = (ec2.describe_images(ImageIds=[it])["Images"][0] for it in (copy, image))
    differs = {"ImageId", "Name", "ImageLocation", "CreationDate", "SourceImageId", "BlockDeviceMappings"}
    assert {name: before[name] for name in before.keys() - differs} == {name: after[name] for name in after.keys() - differs}
    return image


def exported(person, image, form):
    """The file that an image was exported to."""
    place = {"S3Bucket": person.home.name, "S3Prefix": f"{form}/"}
    task = person.ec2.export_image(ImageId=image, DiskImageFormat=form, S3ExportLocation=place)["ExportImageTaskId"]

    def seen():
        found = person.ec2.describe_export_image_tasks(ExportImageTaskIds=[task])["ExportImageTasks"][0]
        return found["Status"] in ("completed", "deleted") and found

    ended = until(f"{task} to end", seen, 120)
    assert ended["Status"] == "completed", ended
    files = list((person.cloud.data_dir / "exchange" / person.home.name / form).iterdir())
    assert [file.stem for file in files] == [task], "one object, and nothing unfinished"
    return files[0]


def imported(person, **asked):
    """The image that disks become."""
    task = person.ec2.import_image(**asked)["ImportTaskId"]

    def seen():
        found = person.ec2.describe_import_image_tasks(ImportTaskIds=[task])["ImportImageTasks"][0]
        return found["Status"] in ("completed", "deleted") and found

    ended = until(f"{task} to end", seen, 120)
    assert ended["Status"] == "completed", ended
    return ended["ImageId"]
