"""Terraform with the AWS provider: apply, an empty plan, an edit, an empty plan, destroy.

Each folder beside this file is a configuration; `provider.tf` belongs to all. They need `terraform` and a mirror of its
registry with the AWS provider (TF_PLUGIN_DIR, or a folder registry.terraform.io within four levels of /).
"""

import functools
import json
import os
import pathlib
import shutil
import subprocess

import pytest

from support import SECRET

HERE = pathlib.Path(__file__).parent
CONFIGURATIONS = sorted(path.parent.name for path in HERE.glob("*/main.tf"))
STEP_TIMEOUT = 600


@functools.cache
def mirror():
    """The folder that holds registry.terraform.io, or None."""
    named = os.environ.get("TF_PLUGIN_DIR")
    if named:
        return pathlib.Path(named)
    level = [pathlib.Path("/")]
    for _ in range(4):
        below = []
        for folder in level:
            try:
                entries = [entry for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)]
            except OSError:
                continue
            if any(entry.name == "registry.terraform.io" for entry in entries):
                return folder
            # What the kernel makes up holds no provider.
            below += [pathlib.Path(entry.path) for entry in entries if entry.path not in ("/proc", "/sys", "/dev")]
        level = below
    return None


def why_not():
    if shutil.which("terraform") is None:
        return "terraform is not installed"
    if mirror() is None:
        return "there is no mirror of registry.terraform.io with the AWS provider"
    return None


pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "")


class Terraform:
    """One configuration in a folder of its own."""

    def __init__(self, folder, endpoint, key):
        self.folder = folder
        (folder / "terraformrc").write_text(
            f'disable_checkpoint = true\nprovider_installation {{\n  filesystem_mirror {{ path = "{mirror()}" }}\n}}\n')
        own = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "TF_"))}
        self.environment = {
            **own, "TF_CLI_CONFIG_FILE": str(folder / "terraformrc"), "TF_IN_AUTOMATION": "1", "TF_INPUT": "0",
            "CHECKPOINT_DISABLE": "1", "NO_COLOR": "1", "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
            "TF_VAR_endpoint": endpoint, "TF_VAR_access_key": key, "TF_VAR_secret_key": SECRET,
        }

    def run(self, *arguments, allowed=(0,)):
        done = subprocess.run(["terraform", *arguments], cwd=self.folder, env=self.environment, timeout=STEP_TIMEOUT,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert done.returncode in allowed, f"terraform {' '.join(arguments)}:\n{done.stdout}"
        return done

    def apply(self, stage):
        self.run("apply", "-auto-approve", f"-var=stage={stage}")

    def plan_is_empty(self, stage):
        plan = self.run("plan", "-detailed-exitcode", "-out=plan", f"-var=stage={stage}", allowed=(0, 2))
        if plan.returncode == 2:
            changes = json.loads(self.run("show", "-json", "plan").stdout)
            touched = [c["address"] for c in changes["resource_changes"] if c["change"]["actions"] not in (["no-op"], ["read"])]
            raise AssertionError(f"a plan right after an apply changes {touched}:\n{plan.stdout}")


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_configuration(name, server, key, ec2, tmp_path):
    for file in [HERE / "provider.tf", *(HERE / name).glob("*.tf")]:
        shutil.copy(file, tmp_path)
    terraform = Terraform(tmp_path, server.endpoint, key)
    terraform.run("init")
    terraform.apply(1)
    terraform.plan_is_empty(1)
    terraform.apply(2)
    terraform.plan_is_empty(2)
    terraform.run("destroy", "-auto-approve", "-var=stage=2")
    left = [line for line in terraform.run("state", "list").stdout.split() if not line.startswith("data.")]
    assert left == []
    assert ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["false"]}])["Vpcs"] == []
    states = {i["State"]["Name"] for r in ec2.describe_instances()["Reservations"] for i in r["Instances"]}
    assert states <= {"terminated"}
