"""Trouble for a cloud with real VMs: processes that are killed or hang, a disk that fills up, a vault that doesn't answer; and
what has to be on the machine afterwards.

The machines have a disk without a system: their QEMU, disks, network and records are real, and no guest takes the
processor, so that there is time for many faults.
"""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time

from vm_support import Cloud, one_process, processes, qemu_pids, until

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
        instances, volumes = actor.machines()
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
        # Nothing is on its way: copies are in the vault, and who asked has taken note.
        found += [f"{path.name} in {path.parent.name}" for name in ("scratch", "snapshots") for path in (self.folder / name).iterdir()]
        followed = {path.name.split(".")[0] for path in (self.folder / "since").iterdir()}
        if not followed <= set(volumes):
            found.append(f"what changes of {followed - set(volumes)}")
        for id_ in running & set(qemus):
            launched = self.folder / "instances" / id_ / "launched.json"
            has = set(json.loads(launched.read_text())["disks"]) if launched.exists() else set()
            wanted = {v for v, volume in volumes.items() if any(a["InstanceId"] == id_ for a in volume["Attachments"])}
            if has != wanted:
                found.append(f"{id_} has the disks {has}, and should have {wanted}")
        return found


class Trouble:
    """Kills, fills and stops at random."""

    KINDS = ("control", "agent", "qemu", "both", "all", "disk")
    # After these nothing may have failed, nor be down.
    GENTLE = ("control", "hung_agent", "hung_vault")

    def __init__(self, cloud, actor, chance, vault=None):
        self.cloud, self.actor, self.chance, self.vault = cloud, actor, chance, vault

    def strike(self):
        """One fault; what it was."""
        what = self.chance.choice((*self.KINDS, "hung_agent", "hung_vault", "kill_while_hung") if self.vault else self.KINDS)
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

    def hung_agent(self):
        """Who serves snapshots to QEMU and brings them into the vault says nothing for a while."""
        with contextlib.suppress(ProcessLookupError, AssertionError):
            pid = one_process("host", self.cloud.data_dir)
            with stopped(pid):
                time.sleep(self.chance.uniform(0.5, 6))

    def hung_vault(self):
        """Whoever reads or writes in the vault, control plane and agent alike, waits."""
        with stopped(self.vault.pid):
            time.sleep(self.chance.uniform(0.5, 10))

    def kill_while_hung(self):
        """A process that is killed while it waits for the vault is gone, as any, when the vault answers again."""
        with stopped(self.vault.pid):
            time.sleep(self.chance.uniform(0.5, 3))
            answers = threading.Timer(self.chance.uniform(1, 4), os.kill, (self.vault.pid, signal.SIGCONT))
            answers.start()
            try:
                getattr(self, self.chance.choice(("control", "agent", "qemu", "both", "all")))()
            finally:
                answers.join()


@contextlib.contextmanager
def stopped(pid):
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        # It may have been killed meanwhile.
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


@contextlib.contextmanager
def vault_that_may_hang(folder, behind):
    """Puts the folder of a vault behind a file system of its own (bindfs), whose process is answered: while that is stopped
    every access waits, as on a disk that hangs or a share whose server is away.

    To stop the agent alone, who serves the vault to QEMU, would spare the control plane, which has the vault in its own hands
    for imports, copies and sweeps; and a folder that is moved away or made unreadable answers, namely that there is nothing.
    """
    folder.mkdir()
    behind.mkdir()
    process = subprocess.Popen(["bindfs", "-f", "--multithreaded", behind, folder])
    try:
        until("the vault's file system", lambda: os.path.ismount(folder) or process.poll() is not None, 10)
        assert process.poll() is None, "bindfs could not be started"
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGCONT)
        subprocess.run(["umount", "--lazy", folder], check=False)
        process.wait(timeout=30)


@contextlib.contextmanager
def small_disk(size_mib):
    with tempfile.TemporaryDirectory(prefix="fogbank-faults-") as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size_mib}m", "none", folder], check=True)
        try:
            yield pathlib.Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


@contextlib.contextmanager
def cloud_in_trouble(like, size_mib, may_hang=False):
    """A cloud on a small disk of its own, and the process that its vault depends on, if it has one. Afterwards nothing may be
    left of it on the machine.

    No image is built for it: the list of the cloud `like` does, the content is not needed.
    """
    with small_disk(size_mib) as disk, contextlib.ExitStack() as stack:
        data_dir = disk / "cloud"
        data_dir.mkdir()
        shutil.copy(like.data_dir / "images.json", data_dir)
        vault = stack.enter_context(vault_that_may_hang(data_dir / "vault", disk / "behind")) if may_hang else None
        cloud = Cloud(data_dir)
        try:
            yield cloud, vault
        finally:
            cloud.down()
        assert processes("host", data_dir) == [] and qemu_pids(cloud) == []
        until("nothing to be left on the machine", lambda: not cloud.kernel_objects())
