"""The tutorial does what it says: all of its commands run as they stand there, one after the other."""

import re
import subprocess

from support import ROOT, binary


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
