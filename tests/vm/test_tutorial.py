"""The tutorial does what it says: all of its commands run as they stand there, one after the other."""

import os
import re
import subprocess
import urllib.error
import urllib.parse
import urllib.request

import pytest

from apt_repository import repository
from support import ROOT, binary
from vm_support import BOOT, until


def test_from_a_machine_to_an_image_and_its_twin(cloud, tmp_path):
    text = (ROOT / "docs" / "employee-directory.md").read_text()
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 5
    # As in a checkout, with the binary under test in it.
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "target" / "debug").mkdir(parents=True)
    (tmp_path / "target" / "debug" / "fogbank").symlink_to(binary())
    script = "set -eux\nexport FOGBANK_DATA_DIR=" + str(cloud.data_dir) + "\n" + "\n".join(blocks)
    try:
        result = subprocess.run(
            ["bash", "-o", "pipefail", "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=900, check=False
        )
        assert result.returncode == 0, f"{result.stdout}\n{result.stderr[-6000:]}"
    finally:
        leave(cloud)
    assert "Ada Lovelace" in result.stdout and "there is no Carol here" in result.stdout


def leave(cloud):
    """Ends what a tutorial that stopped half-way has left."""
    ec2 = cloud.client()
    filters = [{"Name": "key-name", "Values": ["directory"]}]
    found = ec2.describe_instances(Filters=filters)["Reservations"]
    ids = [i["InstanceId"] for r in found for i in r["Instances"] if i["State"]["Name"] != "terminated"]
    if ids:
        ec2.terminate_instances(InstanceIds=ids)
        ec2.get_waiter("instance_terminated").wait(InstanceIds=ids, WaiterConfig={"Delay": 1, "MaxAttempts": 120})


class Page:
    """The directory of a machine, as a browser has it."""

    def __init__(self, address):
        self.address = address

    def read(self, path="/"):
        with urllib.request.urlopen(f"http://{self.address}{path}", timeout=20) as answer:
            return answer.read().decode()

    def send(self, path, photo=None, **fields):
        """Fills in a form and sends it; the page that follows."""
        if photo is None:
            body, kind = urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded"
        else:
            parts = [f'form-data; name="{name}"\r\n\r\n{value}' for name, value in fields.items()]
            parts.append(f'form-data; name="photo"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\n{photo}')
            body = "".join(f"--edge\r\nContent-Disposition: {part}\r\n" for part in parts).encode() + b"--edge--\r\n"
            kind = "multipart/form-data; boundary=edge"
        request = urllib.request.Request(f"http://{self.address}{path}", body, {"Content-Type": kind})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read().decode()


@pytest.mark.skipif("FOGBANK_NIGHTLY" not in os.environ, reason="Debian installs packages for minutes under emulation")
def test_the_same_on_debian(debian, person):
    person.login = "admin"
    person.allow(80)
    script = (ROOT / "examples" / "employee-directory" / "debian.sh").read_text()
    disks = [{"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": 1}}]
    with repository("nginx-light", "gunicorn", "python3-flask") as source:
        # No internet here: the packages come from next door.
        next_door = f"#!/bin/sh\nrm -f /etc/apt/sources.list.d/*\necho '{source}' >/etc/apt/sources.list\n"
        machine = person.launch(
            ImageId=debian, InstanceType="t3.small", UserData=next_door + script, BlockDeviceMappings=disks
        )
        page = Page(person.log_in(machine, 2 * BOOT))
        try:
            until("the page", lambda: "<h1>Employees</h1>" in page.read(), 5 * BOOT)
        except AssertionError as error:
            log = person.ssh(page.address, "sudo tail -n 40 /var/log/cloud-init-output.log; systemctl --failed")
            raise AssertionError(f"{error}\n{log}") from None

    assert 'value="Ada"' in page.send("/employees", name="Ada", title="Analyst", photo="a photo of Ada")
    assert 'value="Bob"' in page.send("/employees", name="Bob", title="<b>uilder")
    assert "&lt;b&gt;uilder" in page.read()
    assert 'value="Countess"' in page.send("/employees/1", do="edit", name="Ada Lovelace", title="Countess")
    assert 'value="Bob"' not in page.send("/employees/2", do="remove")
    assert page.read("/employees/1/photo") == "a photo of Ada"
    with pytest.raises(urllib.error.HTTPError, match="400"):
        page.send("/employees", name="  ")

    image = person.ec2.create_image(InstanceId=machine, Name=f"directory-{person.key_name}", NoReboot=True)["ImageId"]
    person.ec2.get_waiter("image_available").wait(ImageIds=[image], WaiterConfig={"Delay": 2, "MaxAttempts": 300})
    # All packages are in the image: the twin needs no repository.
    twin = Page(person.log_in(person.launch(ImageId=image, InstanceType="t3.small", UserData=script), 2 * BOOT))
    until("the twin's page", lambda: "Ada Lovelace" in twin.read(), 2 * BOOT)
    assert twin.read("/employees/1/photo") == "a photo of Ada"
    assert 'value="Carol"' in twin.send("/employees", name="Carol", title="Cook")
    assert "Carol" not in page.read()
