"""kill -9 of control plane, host agent and QEMU at random moments, and a disk that fills up, with real VMs.

The machines have a disk without a system: their QEMU, disks, network and records are real, and no guest takes the
processor, so that there is time for many faults.
"""

import contextlib
import json
import os
import pathlib
import random
import signal
import subprocess
import tempfile
import time

from faults import Acting, Actor, seed, settle
from vm_support import Cloud, one_process, processes, qemu_pids, until

ROUNDS = int(os.environ.get("FOGBANK_FAULT_ROUNDS", 6))
SIZE_MIB = 900
# The longest way: a guest that hears no power button is ended after three presses, ten seconds apart, and a disk that
# could not be made is tried again after thirty.
PATIENCE = 150


def blank_image(ec2, zone):
    """An image whose disk is empty."""
    volume = ec2.create_volume(AvailabilityZone=zone, Size=1)["VolumeId"]
    ec2.get_waiter("volume_available").wait(VolumeIds=[volume], WaiterConfig={"Delay": 1})
    snapshot = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
    ec2.get_waiter("snapshot_completed").wait(SnapshotIds=[snapshot], WaiterConfig={"Delay": 1})
    ec2.delete_volume(VolumeId=volume)
    root = {"DeviceName": "/dev/xvda", "Ebs": {"SnapshotId": snapshot, "DeleteOnTermination": True}}
    return ec2.register_image(
        Name="blank", Architecture="x86_64", RootDeviceName="/dev/xvda", VirtualizationType="hvm", BlockDeviceMappings=[root]
    )["ImageId"]


class Host:
    """What the machine has of a cloud, by looking at the machine."""

    def __init__(self, cloud):
        self.cloud = cloud
        self.folder = cloud.data_dir / "host"

    def qemus(self):
        """Which instances have a QEMU, with all processes of each."""
        found = {}
        for pid in qemu_pids(self.cloud):
            words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            found.setdefault(words[words.index(b"-name") + 1].decode(), []).append(pid)
        return found

    def taps(self):
        """Interfaces of the cloud's VPCs that a guest may have, and what is wrong with its namespaces."""
        tag = "fb" + json.loads((self.cloud.data_dir / "machine.json").read_text())["tag"]
        names = subprocess.run(["ip", "netns", "list"], capture_output=True, text=True, check=True).stdout.split()
        found, broken = [], []
        for namespace in (name for name in names if name.startswith(tag)):
            shown = subprocess.run(["ip", "-n", namespace, "-d", "-j", "link"], capture_output=True, text=True)
            if shown.returncode != 0:
                # One that is being made, or that an agent left half made when it was killed.
                broken.append(f"namespace {namespace}: {shown.stderr.strip()}")
                continue
            links = json.loads(shown.stdout or "[]")
            found += [link["ifname"] for link in links if link.get("linkinfo", {}).get("info_kind") == "tun"]
        return found, broken

    def agrees(self, actor):
        """Waits until the machine is as the API says."""
        deadline = time.monotonic() + PATIENCE
        while found := self.problems(actor):
            assert time.monotonic() < deadline, f"still so after {PATIENCE} s: {found}\n{self.log()}"
            time.sleep(0.3)

    def log(self):
        """The last words of both processes."""
        return "\n".join((self.cloud.data_dir / name).read_text()[-3000:] for name in ("up.log", "host/agent.log"))

    def problems(self, actor):
        """Where the machine has too much or too little for what the API says."""
        instances, volumes = actor.seen()
        running = {id_ for id_, i in instances.items() if i["State"]["Name"] == "running"}
        alive = {id_ for id_, i in instances.items() if i["State"]["Name"] != "terminated"}
        qemus = self.qemus()
        found = []
        if set(qemus) != running or any(len(pids) > 1 for pids in qemus.values()):
            found.append(f"QEMUs {qemus}, running {running}")
        taps, broken = self.taps()
        found += broken
        if len(taps) != len(running):
            found.append(f"taps {taps}, running {running}")
        folders = {path.name for path in (self.folder / "instances").iterdir()}
        if not folders <= alive:
            found.append(f"folders of {folders - alive}")
        files = {path.name.split(".")[0] for path in (self.folder / "volumes").iterdir()}
        if not files <= set(volumes):
            found.append(f"files of {files - set(volumes)}")
        sockets = {path.parent.name for path in (self.folder / "instances").rglob("*.sock")}
        if sockets != running:
            found.append(f"sockets of {sockets}, running {running}")
        found += [f"unfinished {path}" for path in self.folder.rglob("*.new")]
        for id_ in running & set(qemus):
            launched = self.folder / "instances" / id_ / "launched.json"
            has = set(json.loads(launched.read_text())["disks"]) if launched.exists() else set()
            wanted = {v for v, volume in volumes.items() if any(a["InstanceId"] == id_ for a in volume["Attachments"])}
            if has != wanted:
                found.append(f"{id_} has the disks {has}, and should have {wanted}")
        return found


class Trouble:
    """Kills and fills at random."""

    def __init__(self, cloud, actor, chance):
        self.cloud, self.actor, self.chance = cloud, actor, chance

    def strike(self):
        """One fault; what it was."""
        what = self.chance.choice(("control", "agent", "qemu", "both", "all", "disk"))
        getattr(self, what)()
        return what

    def control(self):
        self.cloud.server.stop(signal.SIGKILL)

    def agent(self):
        with contextlib.suppress(ProcessLookupError, AssertionError):
            os.kill(one_process("host", self.cloud.data_dir), signal.SIGKILL)

    def qemu(self):
        self.actor.rough = True
        for pid in qemu_pids(self.cloud):
            if self.chance.random() < 0.5:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    def both(self):
        self.control()
        self.agent()

    def all(self):
        self.both()
        self.qemu()

    def disk(self):
        """Full for a moment."""
        self.actor.rough = True
        ballast = self.cloud.data_dir / "ballast"
        try:
            with open(ballast, "wb", buffering=0) as file, contextlib.suppress(OSError):
                while True:
                    stat = os.statvfs(self.cloud.data_dir)
                    file.write(b"\1" * min(1 << 20, max(1, stat.f_bavail * stat.f_frsize)))
            time.sleep(self.chance.uniform(0.5, 3))
        finally:
            ballast.unlink()


@contextlib.contextmanager
def small_disk(size_mib=SIZE_MIB):
    with tempfile.TemporaryDirectory(prefix="fogbank-faults-") as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size_mib}m", "none", folder], check=True)
        try:
            yield pathlib.Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def test_whatever_is_killed_nothing_is_lost_left_over_or_stuck(cloud):
    number = seed()
    print(f"FOGBANK_SEED={number}")
    chance = random.Random(number)
    with small_disk() as data_dir:
        # No image needs to be built: the list of the shared cloud does, its content is not needed.
        (data_dir / "images.json").write_text((cloud.data_dir / "images.json").read_text())
        mine = Cloud(data_dir)
        try:
            run(mine, chance)
        finally:
            mine.down()
        assert processes("host", data_dir) == [] and qemu_pids(mine) == []
        until("nothing to be left on the machine", lambda: not mine.kernel_objects())


def run(cloud, chance):
    ec2 = cloud.client()
    zone = ec2.describe_availability_zones()["AvailabilityZones"][0]["ZoneName"]
    image = blank_image(ec2, zone)
    actor = Actor(ec2, random.Random(chance.getrandbits(64)), image, zone, InstanceType="t3.nano")
    host = Host(cloud)
    trouble = Trouble(cloud, actor, random.Random(chance.getrandbits(64)))
    struck = {}
    for round_ in range(ROUNDS):
        with Acting([actor], pause=0.1):
            time.sleep(chance.uniform(0.2, 3))
            what = trouble.strike()
            struck[what] = struck.get(what, 0) + 1
            print(f"round {round_}: {what}", flush=True)
            # What lives goes on being changed.
            time.sleep(chance.uniform(0, 1))
        if cloud.server.process.poll() is not None:
            cloud.up()
        actor.recover(cloud.client())
        try:
            settle([actor], PATIENCE)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{host.log()}") from None
        host.agrees(actor)
        actor.check()
    actor.finish()
    settle([actor], PATIENCE)
    actor.check()
    for volume in [id_ for id_, where in actor.volumes.items() if where == {None}]:
        actor.ec2.delete_volume(VolumeId=volume)
    until("the files of volumes to go", lambda: not list((host.folder / "volumes").iterdir()))
    assert not list((host.folder / "instances").iterdir())
    print(f"{ROUNDS} rounds {struck}, {actor.acknowledged} acknowledged calls")
    assert actor.acknowledged > ROUNDS
