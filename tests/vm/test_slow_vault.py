"""A vault that doesn't answer while it is given a snapshot of a busy machine."""

import os
import pathlib
import shutil
import tempfile

import pytest

from trouble import stopped, vault_that_may_hang
from vm_support import Cloud, Person, until

# Durable writes of something new, each to the end before the next, for so many seconds; then how many there were.
BUSY = """
n=0; end=$(($(date +%s) + 20))
while [ $(date +%s) -lt $end ]; do
  dd if=/dev/urandom of=busy-$((n % 8)) bs=64k count=4 conv=fsync 2>/dev/null || exit 1
  n=$((n + 1))
done
echo $n
"""


@pytest.mark.skipif(not os.path.exists("/dev/fuse"), reason="a vault that stops answering needs /dev/fuse")
def test_a_busy_machine_goes_on_while_the_vault_hangs(cloud, tmp_path):
    with tempfile.TemporaryDirectory(prefix="fogbank-slow-") as folder:
        data_dir = pathlib.Path(folder) / "cloud"
        data_dir.mkdir()
        with vault_that_may_hang(data_dir / "vault", pathlib.Path(folder) / "behind") as vault:
            # The images that the shared cloud has, with their content.
            shutil.copy(cloud.data_dir / "images.json", data_dir)
            shutil.copytree(cloud.data_dir / "vault", data_dir / "vault", dirs_exist_ok=True)
            mine = Cloud(data_dir)
            try:
                makes_an_image_meanwhile(Person(mine, tmp_path), vault)
            finally:
                mine.down()


def makes_an_image_meanwhile(person, vault):
    instance_id = person.launch()
    address = person.log_in(instance_id)
    # Until all of its disk is here what a machine reads may have to wait for the vault.
    volume = person.look(instance_id)["BlockDeviceMappings"][0]["Ebs"]["VolumeId"]
    until("its disk to be here", lambda: person.cloud.origin(volume) is None)
    noise = "dd if=/dev/urandom of=noise bs=1M count=40 2>/dev/null; md5sum noise >sum; sync"
    person.ssh(address, noise, timeout=60)

    with stopped(vault.pid):
        image = person.ec2.create_image(InstanceId=instance_id, Name="slow", NoReboot=True)["ImageId"]

        def state():
            return person.ec2.describe_images(ImageIds=[image])["Images"][0]["State"]

        # A guest that was held up would write nothing, and be told of no error either.
        assert int(person.ssh(address, BUSY, timeout=60)) > 20
        assert state() == "pending"
    until("the image", lambda: state() == "available", 180)

    twin = person.log_in(person.launch(ImageId=image))
    assert person.ssh(twin, "md5sum -c sum", timeout=60).strip() == "noise: OK"
    person.leave()
