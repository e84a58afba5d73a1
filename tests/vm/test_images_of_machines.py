"""A machine that somebody has set up becomes an image, and its twins are launched."""

import urllib.request

import pytest

from vm_support import BOOT, Person, until

# Serves what lies in /srv/www, now and on every twin.
SERVE = """#!/bin/sh
mkdir -p /srv/www
httpd -h /srv/www
"""
IMAGE = 180


def available(ec2, image_id):
    """Waits until an image is available; the image."""

    def state():
        image = ec2.describe_images(ImageIds=[image_id])["Images"][0]
        assert image["State"] in ("pending", "available"), image.get("StateReason")
        return image["State"] == "available" and image

    return until(f"{image_id} to be available", state, IMAGE)


def page(address):
    with urllib.request.urlopen(f"http://{address}/", timeout=30) as answer:
        return answer.read().decode()


@pytest.fixture
def abroad(cloud, tmp_path):
    """The same person in another region."""
    home = tmp_path / "abroad"
    home.mkdir()
    somebody = Person(cloud, home, region="eu-west-1")
    yield somebody
    somebody.leave()


def test_a_running_machine_and_its_twins(person, abroad):
    for somebody in (person, abroad):
        somebody.allow(80)
    instance_id = person.launch(UserData=SERVE)
    address = person.log_in(instance_id)
    boot = person.ssh(address, "cat /proc/sys/kernel/random/boot_id")
    until("the web server", lambda: person.ssh(address, "ls -d /srv/www"))
    person.ssh(address, "echo '<h1>Employees</h1>' | sudo tee /srv/www/index.html && sync")
    assert "Employees" in page(address)

    image_id = person.ec2.create_image(InstanceId=instance_id, Name=f"web-{person.home.name}", NoReboot=True)["ImageId"]
    image = available(person.ec2, image_id)
    assert image["SourceInstanceId"] == instance_id
    # It went on all the while.
    assert person.ssh(address, "cat /proc/sys/kernel/random/boot_id") == boot

    copy = abroad.ec2.copy_image(SourceImageId=image_id, SourceRegion="us-east-1", Name="web")["ImageId"]
    assert copy != image_id
    available(abroad.ec2, copy)

    twin = person.launch(ImageId=image_id, UserData=SERVE, Placement={"AvailabilityZone": "us-east-1b"})
    far = abroad.launch(ImageId=copy, UserData=SERVE)
    for somebody, machine in ((person, twin), (abroad, far)):
        there = somebody.log_in(machine)
        assert "Employees" in until(f"the page of {machine}", lambda at=there: page(at))
    assert person.look(twin)["Placement"]["AvailabilityZone"] == "us-east-1b"
    # What a snapshot took of the way is gone from the host.
    assert list((person.cloud.data_dir / "host" / "scratch").iterdir()) == []


# Counts on two disks, on the first one first.
COUNT = """
i=0
while [ ! -e /tmp/enough ]; do
  i=$((i + 1))
  for disk in FIRST SECOND; do
    printf '%-511d\\n' $i | sudo dd of=/dev/disk/by-id/virtio-$disk conv=fsync,notrunc 2>/dev/null
  done
done
"""


def counters(person, address, devices):
    read = " ".join(f"/dev/disk/by-id/virtio-{device}" for device in devices)
    return [int(n) for n in person.ssh(address, f"for d in {read}; do sudo head -c 512 $d; done").split()]


def disks(person, instance_id):
    """The serial numbers of the data disks, by device name."""
    mappings = person.look(instance_id)["BlockDeviceMappings"]
    by_name = {m["DeviceName"]: m["Ebs"]["VolumeId"].replace("-", "") for m in mappings}
    return by_name["/dev/sdf"], by_name["/dev/sdg"]


def test_all_disks_of_a_machine_are_of_one_moment(person):
    data = [{"DeviceName": name, "Ebs": {"VolumeSize": 1}} for name in ("/dev/sdf", "/dev/sdg")]
    instance_id = person.launch(BlockDeviceMappings=data)
    address = person.log_in(instance_id)
    first, second = disks(person, instance_id)
    script = COUNT.replace("FIRST", first).replace("SECOND", second)
    person.ssh(address, f"cat > count <<'END'\n{script}\nEND\nsh count </dev/null >/dev/null 2>&1 &")
    until("the count", lambda: counters(person, address, (first, second))[1] > 20)

    before = counters(person, address, (first, second))
    running = person.ec2.create_image(InstanceId=instance_id, Name=f"counts-{person.home.name}", NoReboot=True)
    # The moment lies within the call: what is written after the answer is not in the image.
    after = counters(person, address, (first, second))
    available(person.ec2, running["ImageId"])
    # What the guest has not flushed by itself is in an image for which it is rebooted.
    boot = person.ssh(address, "cat /proc/sys/kernel/random/boot_id")
    person.ssh(address, "touch /tmp/enough; echo unflushed | sudo tee /root/note")
    rebooted = person.ec2.create_image(InstanceId=instance_id, Name=f"rests-{person.home.name}")
    until("another boot", lambda: person.ssh(address, "cat /proc/sys/kernel/random/boot_id", timeout=5) != boot, BOOT)
    available(person.ec2, rebooted["ImageId"])

    twin = person.launch(ImageId=running["ImageId"])
    one, two = counters(person, person.log_in(twin), disks(person, twin))
    assert one - two in (0, 1), (one, two)
    assert before[0] <= one and two <= after[1], (before, one, two, after)
    rested = person.launch(ImageId=rebooted["ImageId"])
    address = person.log_in(rested)
    assert person.ssh(address, "sudo cat /root/note").strip() == "unflushed"
    one, two = counters(person, address, disks(person, rested))
    assert one == two, (one, two)
