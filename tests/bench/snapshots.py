"""What the second snapshot of a running machine's disk costs against the first.

A disk with noise on it is snapshot, 1 % of its blocks are written anew by the guest, and it is snapshot again: seconds from
CreateSnapshot to `completed`, and bytes that the vault has grown by.

    tests/bench/snapshots.py [--mib N]

Ends with status 1 when a goal is missed.
"""

import argparse
import pathlib
import random
import shutil
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from goals import Goals  # noqa: E402
from vm_support import Cloud, Person, until, why_not  # noqa: E402

PATIENCE = 600
DISK_GIB = 4


def vault_bytes(cloud):
    return sum(path.stat().st_size for path in (cloud.data_dir / "vault").rglob("*") if path.is_file())


def data_disk(person, instance_id):
    """The volume of /dev/sdf, and its device in the guest."""
    mappings = person.look(instance_id)["BlockDeviceMappings"]
    (volume,) = (m["Ebs"]["VolumeId"] for m in mappings if m["DeviceName"] == "/dev/sdf")
    return volume, f"/dev/disk/by-id/virtio-{volume.replace('-', '')}"


def snapshot(cloud, person, volume):
    """Seconds until a snapshot is complete, and bytes that the vault has grown by."""
    before, began = vault_bytes(cloud), time.monotonic()
    snapshot_id = person.ec2.create_snapshot(VolumeId=volume)["SnapshotId"]

    def complete():
        found = person.ec2.describe_snapshots(SnapshotIds=[snapshot_id])["Snapshots"][0]
        assert found["State"] != "error", found
        return found["State"] == "completed"

    until("the snapshot", complete, PATIENCE, pause=0.02)
    return time.monotonic() - began, vault_bytes(cloud) - before


def second_against_first(cloud, person, goals, address, volume, device, mib):
    blocks = mib * 2
    changed = max(1, blocks // 100)
    first_s, first_bytes = snapshot(cloud, person, volume)
    places = random.Random(1).sample(range(blocks), changed)
    write = f"for n in {' '.join(map(str, places))}; do dd if=/dev/urandom of={device} bs=512k count=1 seek=$n conv=notrunc; done"
    person.ssh(address, f"sudo sh -c '{write}; sync' 2>/dev/null", timeout=120)
    second_s, second_bytes = snapshot(cloud, person, volume)
    print(f"{changed} of {blocks} blocks changed                                     second       first     ratio")
    goals.ratio("seconds of a snapshot", "s", second_s, first_s, at_most=0.2)
    goals.ratio("bytes that the vault grew by", "MB", second_bytes / 1e6, first_bytes / 1e6, at_most=0.05)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mib", type=int, default=1024)
    options = parser.parse_args()
    reason = why_not()
    if reason:
        raise SystemExit(f"not measured: {reason}")
    goals = Goals()
    data_dir = tempfile.mkdtemp(prefix="fogbank-bench-")
    cloud = Cloud(data_dir)
    try:
        with tempfile.TemporaryDirectory() as home:
            person = Person(cloud, home)
            disk = [{"DeviceName": "/dev/sdf", "Ebs": {"VolumeSize": DISK_GIB, "DeleteOnTermination": True}}]
            instance_id = person.launch(BlockDeviceMappings=disk)
            address = person.log_in(instance_id)
            volume, device = data_disk(person, instance_id)
            noise = f"dd if=/dev/urandom of={device} bs=1M count={options.mib} conv=notrunc"
            person.ssh(address, f"sudo sh -c '{noise}; sync' 2>/dev/null", timeout=PATIENCE)
            second_against_first(cloud, person, goals, address, volume, device, options.mib)
            person.leave()
    finally:
        cloud.down()
        shutil.rmtree(data_dir, ignore_errors=True)
    sys.exit(goals.verdict())


if __name__ == "__main__":
    main()
