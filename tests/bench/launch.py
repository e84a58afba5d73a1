"""How long from RunInstances to the ssh banner, against the same QEMU started by hand.

Each round launches a machine through the real API of a cloud of its own, and then replays the command line that the host
noted for it (`launched.json`) on a copy of the disk as it was before its first boot, with the same tap, so that the same
DHCP and metadata answer. The machine of the first half is halted meanwhile and takes no processor. Both halves are cold
starts of a new machine: the copy has never been booted either. Below the first half's disk is the image as the vault serves
it, below the copy the same as a raw file. Rounds are interleaved, so that a busy minute hurts both.

    tests/bench/launch.py [--rounds N] [--goal RATIO]

Ends with status 1 when the ratio of the medians is above the goal.
"""

import argparse
import contextlib
import ctypes
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from vm_support import Cloud, Person, until, why_not  # noqa: E402

# Longer than any boot takes on a busy machine without KVM.
PATIENCE = 300
PIDFD_GETFD = 438


def banner(address):
    """Waits until the machine's ssh server says who it is; when that was."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection((address, 22), timeout=0.25) as connection:
            connection.settimeout(PATIENCE)
            if connection.recv(64).startswith(b"SSH-"):
                return time.monotonic()
        time.sleep(0.02)
    raise SystemExit(f"{address} did not answer within {PATIENCE} s")


def open_file_of(pid, number):
    """An open file of another process, as one of ours."""
    process = os.pidfd_open(pid)
    try:
        ours = ctypes.CDLL(None, use_errno=True).syscall(PIDFD_GETFD, process, number, 0)
    finally:
        os.close(process)
    if ours < 0:
        raise OSError(ctypes.get_errno(), f"file {number} of process {pid} can't be had")
    return ours


class ByHand:
    """The noted command line in a folder of its own; disks that the machine doesn't start from are raw files."""

    def __init__(self, cloud, instance_id, folder):
        host = cloud.data_dir / "host"
        launched = json.loads((host / "instances" / instance_id / "launched.json").read_text())
        self.pid = int((host / "instances" / instance_id / "pid").read_text())
        self.folder = folder
        # The command line names files relative to the host's folder.
        (folder / "instances" / instance_id).mkdir(parents=True)
        (folder / "volumes").mkdir()
        # What each node of a disk is instead.
        self.nodes = {}
        for volume, disk in launched["disks"].items():
            record = json.loads((host / "volumes" / f"{volume}.json").read_text())
            raw = folder / f"{volume}.raw"
            served = f"nbd+unix:///{record['origin']}?socket={host / 'vault.sock'}"
            subprocess.run(["qemu-img", "convert", "-O", "raw", served, raw], check=True)
            file = {"driver": "raw", "file": {"driver": "file", "filename": str(raw)}}
            if disk["slot"] == 0:
                # As it was before its first boot: an empty overlay of the image, of the same size.
                overlay = folder / "volumes" / f"{volume}.qcow2"
                subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", overlay, f"{record['size_gib']}G"], check=True)
                self.nodes[disk["names"]["base"]] = {**file, "read-only": True}
            else:
                self.nodes[disk["names"]["base"]] = {"driver": "null-co"}
                self.nodes[disk["names"]["image"]] = file
        self.files = []
        # Without -S: by hand nobody would have it wait for a `cont`.
        self.argv = [self.with_our_files(word) for word in launched["argv"] if word != "-S"]

    def with_our_files(self, word):
        """The same word, with numbers of our files in place of those of the first QEMU."""
        name = json.loads(word).get("node-name") if word.startswith("{") else None
        if name in self.nodes:
            return json.dumps({"node-name": name, **self.nodes[name]})
        found = re.search(r"\bfd=(\d+)", word)
        if not found or not word.startswith(("socket,", "tap,")):
            return word
        if word.startswith("tap,"):
            number = open_file_of(self.pid, int(found[1]))
        else:
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(str(self.folder / f"{len(self.files)}.sock"))
            listener.listen()
            number = listener.detach()
        self.files.append(number)
        return word.replace(found[0], f"fd={number}")

    @contextlib.contextmanager
    def running(self):
        """Its process, from beginning to end."""
        qemu = subprocess.Popen(self.argv, cwd=self.folder, pass_fds=self.files, start_new_session=True)
        try:
            yield qemu
        finally:
            qemu.kill()
            qemu.wait()
            for number in self.files:
                os.close(number)

    def seconds(self, address):
        began = time.monotonic()
        with self.running():
            return banner(address) - began


def one_round(cloud, person):
    """Seconds through Fogbank, those of them before QEMU was started, and seconds by hand."""
    began, began_ms = time.monotonic(), time.time() * 1000
    instance_id = person.launch()
    address = until("its address", lambda: person.look(instance_id).get("PublicIpAddress"), PATIENCE, pause=0.02)
    through = banner(address) - began
    launched = json.loads((cloud.data_dir / "host" / "instances" / instance_id / "launched.json").read_text())
    before = (launched["started_ms"] - began_ms) / 1000
    with tempfile.TemporaryDirectory(prefix="fogbank-by-hand-") as folder:
        replay = ByHand(cloud, instance_id, pathlib.Path(folder))
        os.kill(replay.pid, signal.SIGSTOP)
        try:
            by_hand = replay.seconds(address)
        finally:
            os.kill(replay.pid, signal.SIGKILL)
    until("its end", lambda: person.state(instance_id) == "stopped", PATIENCE)
    person.ec2.terminate_instances(InstanceIds=[instance_id])
    person.wait(instance_id, "terminated")
    return through, before, by_hand


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--goal", type=float, default=1.15)
    options = parser.parse_args()
    reason = why_not()
    if reason:
        raise SystemExit(f"not measured: {reason}")
    data_dir = tempfile.mkdtemp(prefix="fogbank-bench-")
    cloud = Cloud(data_dir)
    try:
        with tempfile.TemporaryDirectory() as home:
            person = Person(cloud, home)
            print("seconds      Fogbank   before QEMU   by hand", flush=True)
            rounds = []
            for number in range(options.rounds):
                rounds.append(one_round(cloud, person))
                through, before, by_hand = rounds[-1]
                print(f"round {number + 1:<6} {through:>7.2f} {before:>13.2f} {by_hand:>9.2f}", flush=True)
    finally:
        cloud.down()
        shutil.rmtree(data_dir, ignore_errors=True)
    through, before, by_hand = (statistics.median(column) for column in zip(*rounds))
    ratio = through / by_hand
    print(f"median       {through:>7.2f} {before:>13.2f} {by_hand:>9.2f}")
    print(f"RunInstances to ssh banner: {through:.2f} s, the same QEMU by hand {by_hand:.2f} s: ratio {ratio:.2f}, "
          f"goal {options.goal:.2f}")
    sys.exit(ratio > options.goal)


if __name__ == "__main__":
    main()
