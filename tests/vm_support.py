"""A cloud with real VMs, and a person at a terminal."""

import contextlib
import json
import mmap
import os
import pathlib
import shutil
import subprocess
import time

import botocore.config
import pytest
from support import Server, binary, make_client

# A boot of fogbank-tiny takes seconds; under emulation, two at once on a busy machine, up to a minute.
BOOT = 180


def why_not():
    """Why this machine can't run real VMs, in plain words; None when it can."""
    if os.geteuid() != 0:
        return "real VMs need root"
    for tool in ("qemu-system-x86_64", "nft", "ip"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    if not os.path.exists("/dev/net/tun"):
        return "/dev/net/tun is missing"
    probe = subprocess.run(["ip", "netns", "add", "fogbank-probe"], capture_output=True, text=True)
    if probe.returncode != 0:
        return f"network namespaces can't be made: {probe.stderr.strip()}"
    subprocess.run(["ip", "netns", "del", "fogbank-probe"], check=False)
    return None


def until(what, check, patience=BOOT, pause=0.2):
    """Waits until check() is true and returns it; says what was waited for when it never is."""
    deadline = time.monotonic() + patience
    last = None
    while time.monotonic() < deadline:
        try:
            last = check()
            if last:
                return last
        except Exception as error:  # noqa: BLE001 - the last one is told below
            last = error
        time.sleep(pause)
    raise AssertionError(f"waited {patience:.0f} s for {what}; last seen: {last!r}")


class Cloud:
    """`fogbank up --host qemu` on a data directory of its own."""

    def __init__(self, data_dir, *arguments):
        self.data_dir = pathlib.Path(data_dir)
        self.arguments = arguments
        self.up()

    def up(self):
        self.server = Server(self.data_dir, "--host", "qemu", *self.arguments, patience=300)

    def credentials(self):
        return json.loads((self.data_dir / "credentials.json").read_text())

    def client(self, region="us-east-1", service="ec2"):
        keys = self.credentials()
        return make_client(
            service,
            region_name=region,
            endpoint_url=self.server.endpoint,
            aws_access_key_id=keys["access_key_id"],
            aws_secret_access_key=keys["secret_access_key"],
            config=botocore.config.Config(retries={"total_max_attempts": 1}, read_timeout=120),
        )

    def fogbank(self, *arguments, **kwargs):
        command, *rest = arguments
        return subprocess.run(
            [binary(), command, *rest], capture_output=True, text=True, timeout=300,
            env={**os.environ, "FOGBANK_DATA_DIR": str(self.data_dir)}, **kwargs,
        )

    def agent_pid(self):
        """The process of the host agent of this cloud."""
        return one_process("host", self.data_dir)

    def origin(self, volume):
        """What the volume needs of the vault; None once all of it is in its own file."""
        return json.loads((self.data_dir / "host" / "volumes" / f"{volume}.json").read_text())["origin"]

    def kernel_objects(self):
        """What the kernel holds of this cloud: its tag is in all their names, or an address of its pool or its link."""
        slice_ = json.loads((self.data_dir / "machine.json").read_text())
        words = ["fb" + slice_["tag"], "fogbank-" + slice_["tag"], *(slice_[net].split(".0/")[0] for net in ("pool", "link"))]
        questions = (
            ["ip", "-o", "link"], ["ip", "netns", "list"], ["ip", "route", "show", "table", "all"], ["ip", "rule"],
            ["nft", "list", "tables"], ["find", "/sys/fs/cgroup", "-maxdepth", "3", "-type", "d", "-name", "fogbank-*"],
        )
        found = set()
        for question in questions:
            # Not an error: a group of processes that went while it was looked for.
            answer = subprocess.run(question, capture_output=True, text=True, check=question[0] != "find").stdout
            found |= {line.strip() for line in answer.splitlines() if any(word in line for word in words)}
        return found

    def down(self):
        self.server.stop()
        result = self.fogbank("down")
        assert result.returncode == 0, result.stderr


def processes(word, data_dir):
    """Processes of this data directory whose command line has `word` as one of its words."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        text = [part.decode(errors="replace") for part in command]
        if any(str(data_dir) in part for part in text) and any(part == word or part.endswith("/" + word) for part in text):
            found.append(int(entry.name))
    return found


def one_process(word, data_dir):
    found = processes(word, data_dir)
    assert len(found) == 1, f"processes of {word}: {found}"
    return found[0]


def qemu_pids(cloud, instance_id=""):
    """Processes of QEMU that this cloud runs for an instance; for all of them without an id."""
    folder = str(cloud.data_dir / "host")
    return [
        pid for pid in named("qemu-system-x86_64") if working_directory(pid) == folder and instance_id in command_line(pid)
    ]


def named(program):
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if (entry / "cmdline").read_bytes().split(b"\0")[0].decode(errors="replace").endswith(program):
                    found.append(int(entry.name))
    return found


def command_line(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def working_directory(pid):
    try:
        return os.readlink(f"/proc/{pid}/cwd")
    except OSError:
        return ""


class Person:
    """Somebody with a key pair, who launches machines and logs in to them."""

    # The name that they log in by; images differ.
    login = "ec2-user"

    def __init__(self, cloud, home, region="us-east-1"):
        self.cloud = cloud
        self.home = pathlib.Path(home)
        self.ec2 = cloud.client(region)
        self.key_name = f"me-{self.home.name}"
        self.key = self.home / "me.pem"
        material = self.ec2.create_key_pair(KeyName=self.key_name, KeyType="ed25519")["KeyMaterial"]
        self.key.write_text(material)
        self.key.chmod(0o600)
        vpc = self.ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
        self.group = self.ec2.create_security_group(GroupName=f"ssh-{self.home.name}", Description="ssh", VpcId=vpc)["GroupId"]
        self.allow(22)

    def leave(self):
        """Ends what they launched."""
        filters = [{"Name": "key-name", "Values": [self.key_name]}]
        mine = self.ec2.describe_instances(Filters=filters)["Reservations"]
        ids = [i["InstanceId"] for r in mine for i in r["Instances"] if i["State"]["Name"] != "terminated"]
        if ids:
            self.ec2.terminate_instances(InstanceIds=ids)
            for instance_id in ids:
                self.wait(instance_id, "terminated")

    def tiny(self):
        filters = [{"Name": "name", "Values": ["fogbank-tiny-*-x86_64"]}]
        return self.ec2.describe_images(Owners=["amazon"], Filters=filters)["Images"][0]["ImageId"]

    def rule(self, port):
        return [{"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]

    def allow(self, port):
        self.ec2.authorize_security_group_ingress(GroupId=self.group, IpPermissions=self.rule(port))

    def forbid(self, port):
        self.ec2.revoke_security_group_ingress(GroupId=self.group, IpPermissions=self.rule(port))

    def launch(self, **arguments):
        arguments = {
            "ImageId": self.tiny(), "InstanceType": "t3.micro", "MinCount": 1, "MaxCount": 1,
            "KeyName": self.key_name, "SecurityGroupIds": [self.group], **arguments,
        }
        return self.ec2.run_instances(**arguments)["Instances"][0]["InstanceId"]

    def look(self, instance_id):
        return self.ec2.describe_instances(InstanceIds=[instance_id])["Reservations"][0]["Instances"][0]

    def state(self, instance_id):
        return self.look(instance_id)["State"]["Name"]

    def wait(self, instance_id, state, patience=BOOT):
        """Waits for a state; not in vain for an instance that has ended."""
        def reached():
            seen = self.look(instance_id)
            now = seen["State"]["Name"]
            if now == "terminated" != state:
                pytest.fail(f"{instance_id} has ended instead of being {state}: {seen.get('StateReason')}")
            return seen if now == state else None

        return until(f"{instance_id} to be {state}", reached, patience)

    def ssh(self, address, command, timeout=20, stdin=None):
        """Runs a command over there, which is given these bytes; its output, or an exception."""
        result = subprocess.run(
            ["ssh", "-i", self.key, "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no",
             "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR", "-o", f"ConnectTimeout={timeout}",
             # A connection whose other end was cut off ends soon.
             "-o", "ServerAliveInterval=5", "-o", "ServerAliveCountMax=6",
             f"{self.login}@{address}", command],
            capture_output=True, input=stdin, timeout=timeout + 60, check=False,
        )
        if result.returncode != 0:
            raise RuntimeError(f"ssh {address} {command!r}: {result.returncode} {result.stderr.decode().strip()}")
        return result.stdout.decode()

    def hang_up(self, address, command):
        """Runs a command that may take the connection down with it."""
        try:
            self.ssh(address, command)
        except RuntimeError as error:
            if "closed by remote host" not in str(error):
                raise

    def log_in(self, instance_id, patience=BOOT):
        """Waits until ssh works; the public address."""
        address = self.wait(instance_id, "running", patience)["PublicIpAddress"]
        try:
            until(f"ssh to {instance_id}", lambda: self.ssh(address, "true", timeout=5) == "", patience)
        except AssertionError as error:
            raise AssertionError(f"{error}\nits console:\n{self.console(instance_id)[-3000:]}") from None
        return address

    def console(self, instance_id):
        answer = self.ec2.get_console_output(InstanceId=instance_id, Latest=True)
        return answer.get("Output", "")


def unpacked(stored):
    """What is in an object of the vault that is only compressed; nothing for others."""
    if stored[:4] != b"FBV\x01":
        return b""
    return subprocess.run(["zstd", "-dcq"], input=stored[8:], capture_output=True, check=True).stdout


def found_in(folder, marker):
    """The files below a folder that have the marker in them, as they are or unpacked."""
    found = []
    for path in folder.rglob("*"):
        try:
            if not path.is_file() or path.stat().st_size == 0:
                continue
            with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                if content.find(marker) >= 0 or marker in unpacked(content[: 1 << 20]):
                    found.append(str(path.relative_to(folder)))
        except FileNotFoundError:
            # It has gone since it was listed.
            continue
    return found
