"""How fast a guest reads and writes a volume, against the same QEMU started by hand on a raw file.

Both guests are there all the time and take turns: one of them is halted while the other one measures, and each begins with
what doesn't count, because a guest that was halted has to make up for it. They have the same command line but for the disk,
and the same noise on it. Both are throttled as the fastest of volumes is, at more than either reaches. Each turn reads and
overwrites it in a row by 1 MiB and anywhere by 4 KiB, one request at a time, past the guest's own cache.

The volume is measured once it is independent of its snapshot; and before that, a new one each round, as soon as it is
attached and what is measured has been read once: that much it has kept, nothing else.

    tests/bench/volume.py [--rounds N] [--seconds S]

Ends with status 1 when the ratio of medians is below its goal.
"""

import argparse
import contextlib
import os
import pathlib
import shutil
import signal
import statistics
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import in_guest  # noqa: E402
from goals import Goals  # noqa: E402
from launch import ByHand  # noqa: E402
from vm_support import Cloud, Person, until, why_not  # noqa: E402

PATIENCE = 300
# The least of io2 that has its most throughput, 4,000 MiB/s.
VOLUME = {"VolumeType": "io2", "Iops": 16_000}
SIZE_GIB = 16
# How much is measured of an independent volume, and of a lazy one.
STREAMED_MIB, STREAMED_GOAL = 512, 0.9
LAZY_MIB, LAZY_GOAL = 48, 0.7
WHAT = ("read in a row", "read anywhere", "write in a row", "write anywhere")
SDF = "/dev/sdf"


def device(volume):
    return f"/dev/disk/by-id/virtio-{volume.replace('-', '')}"


class Bench:
    def __init__(self, cloud, person, seconds):
        self.cloud, self.person, self.seconds = cloud, person, seconds

    def volume_is(self, volume, state):
        return self.person.ec2.describe_volumes(VolumeIds=[volume])["Volumes"][0]["State"] == state

    def noise(self):
        """A snapshot of a volume that is full of noise as far as it is measured."""
        root = {"DeviceName": SDF, "Ebs": {"VolumeSize": SIZE_GIB, **VOLUME}}
        instance_id = self.person.launch(BlockDeviceMappings=[root])
        address = self.person.log_in(instance_id)
        volume = self.volume_of(instance_id)
        fill = f"dd if=/dev/urandom of={device(volume)} bs=1M count={STREAMED_MIB} conv=fsync"
        self.person.ssh(address, f"sudo {fill} 2>/dev/null", timeout=PATIENCE)
        snapshot = self.person.ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
        done = lambda: self.person.ec2.describe_snapshots(SnapshotIds=[snapshot])["Snapshots"][0]["State"] == "completed"  # noqa: E731
        until("the snapshot", done, PATIENCE)
        self.person.ec2.terminate_instances(InstanceIds=[instance_id])
        self.person.wait(instance_id, "terminated")
        return snapshot

    def volume_of(self, instance_id):
        mappings = self.person.look(instance_id)["BlockDeviceMappings"]
        (volume,) = (m["Ebs"]["VolumeId"] for m in mappings if m["DeviceName"] == SDF)
        return volume

    def speeds(self, address, disk, mib, seconds=None):
        return in_guest.run(self.person, address, "speeds", disk, mib, seconds or self.seconds, PATIENCE)

    @contextlib.contextmanager
    def lazy(self, snapshot, instance_id, address):
        """A volume that is attached to the machine and has nothing of its own yet."""
        ec2 = self.person.ec2
        zone = self.person.look(instance_id)["Placement"]["AvailabilityZone"]
        volume = ec2.create_volume(AvailabilityZone=zone, SnapshotId=snapshot, **VOLUME)["VolumeId"]
        until("the volume", lambda: self.volume_is(volume, "available"), PATIENCE)
        ec2.attach_volume(VolumeId=volume, InstanceId=instance_id, Device="/dev/sdg")
        until("the disk in the guest", lambda: self.person.ssh(address, f"ls {device(volume)}"), PATIENCE)
        yield volume
        ec2.detach_volume(VolumeId=volume)
        until("the volume to be free", lambda: self.volume_is(volume, "available"), PATIENCE)
        ec2.delete_volume(VolumeId=volume)


class Turns:
    """Two QEMUs on one tap, of which one is halted."""

    def __init__(self, ours, by_hand):
        self.pids = (ours, by_hand)

    def take(self, pid):
        (other,) = (it for it in self.pids if it != pid)
        os.kill(other, signal.SIGSTOP)
        os.kill(pid, signal.SIGCONT)


def compare(goals, what, rounds, at_least):
    for name, *columns in zip(WHAT, *(zip(*side) for side in zip(*rounds))):
        ours, theirs = (statistics.median(column) for column in columns)
        goals.ratio(f"{what}: {name}", "MB/s", ours / 1e6, theirs / 1e6, at_least=at_least)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=2)
    options = parser.parse_args()
    reason = why_not()
    if reason:
        raise SystemExit(f"not measured: {reason}")
    in_guest.build()
    data_dir = tempfile.mkdtemp(prefix="fogbank-bench-")
    cloud = Cloud(data_dir)
    streamed, lazy = [], []
    try:
        with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory(prefix="fogbank-by-hand-") as folder:
            person = Person(cloud, home)
            bench = Bench(cloud, person, options.seconds)
            snapshot = bench.noise()
            data = {"DeviceName": SDF, "Ebs": {"SnapshotId": snapshot, **VOLUME}}
            instance_id = person.launch(BlockDeviceMappings=[data])
            address = person.log_in(instance_id)
            in_guest.bring(person, address)
            volume = bench.volume_of(instance_id)
            replay = ByHand(cloud, instance_id, pathlib.Path(folder))
            for disk in person.look(instance_id)["BlockDeviceMappings"]:
                it = disk["Ebs"]["VolumeId"]
                until("a volume's independence", lambda it=it: cloud.origin(it) is None, PATIENCE)
            os.kill(replay.pid, signal.SIGSTOP)
            with replay.running() as qemu:
                turns = Turns(replay.pid, qemu.pid)
                until("ssh", lambda: person.ssh(address, "true", timeout=5) == "", PATIENCE)
                in_guest.bring(person, address)
                def ours():
                    """The rates of our volume, independent and lazy."""
                    turns.take(replay.pid)
                    bench.speeds(address, device(volume), LAZY_MIB, 1)
                    measured = bench.speeds(address, device(volume), STREAMED_MIB)
                    with bench.lazy(snapshot, instance_id, address) as new:
                        lazily = bench.speeds(address, device(new), LAZY_MIB)
                        assert cloud.origin(new) is not None, "it was copied before it was measured"
                    return measured, lazily

                def theirs():
                    """Those of the raw file, of which as much is measured."""
                    turns.take(qemu.pid)
                    bench.speeds(address, device(volume), LAZY_MIB, 1)
                    return [bench.speeds(address, device(volume), mib) for mib in (STREAMED_MIB, LAZY_MIB)]

                for number in range(options.rounds):
                    # By turns the first, too.
                    sides = [ours, theirs][:: 1 if number % 2 else -1]
                    measured = {side: side() for side in sides}
                    for name, rounds, *pair in zip(("independent", "lazy"), (streamed, lazy), measured[ours], measured[theirs]):
                        rounds.append(pair)
                        shown = ", ".join(f"{a / 1e6:.1f} / {b / 1e6:.1f}" for a, b in zip(*pair))
                        print(f"round {number + 1}, {name}: {shown} MB/s", flush=True)
                turns.take(replay.pid)
    finally:
        cloud.down()
        shutil.rmtree(data_dir, ignore_errors=True)
    goals = Goals()
    print(f"{'':56}{'a volume':>12}{'raw file':>12}{'ratio':>10}")
    compare(goals, "independent", streamed, STREAMED_GOAL)
    compare(goals, "lazy", lazy, LAZY_GOAL)
    sys.exit(goals.verdict())


if __name__ == "__main__":
    main()
