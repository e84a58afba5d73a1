"""What ten images baked from one base take in the vault, against one.

The base is fogbank-tiny: with a larger one the ratio would be the better the larger it is. Each bake launches it, puts a
small application there that can't be compressed, and has an image made of the machine while it runs.

    tests/bench/image_growth.py [--images N] [--app-kib N]

Ends with status 1 when the ratio is above its goal.
"""

import argparse
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from goals import Goals  # noqa: E402
from create_image import PATIENCE, available  # noqa: E402
from snapshots import vault_bytes  # noqa: E402
from vm_support import Cloud, Person, until, why_not  # noqa: E402

GOAL = 1.1


def bake(person, name, command):
    """An image of a machine on which a command was run."""
    instance_id = person.launch()
    address = person.log_in(instance_id)
    person.ssh(address, f"sudo sh -c '{command} && sync' 2>/dev/null", timeout=PATIENCE)
    image_id = person.ec2.create_image(InstanceId=instance_id, Name=name, NoReboot=True)["ImageId"]
    until("the image", lambda: available(person, image_id), PATIENCE)
    person.ec2.terminate_instances(InstanceIds=[instance_id])
    person.wait(instance_id, "terminated")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=int, default=10)
    parser.add_argument("--app-kib", type=int, default=16)
    options = parser.parse_args()
    reason = why_not()
    if reason:
        raise SystemExit(f"not measured: {reason}")
    data_dir = tempfile.mkdtemp(prefix="fogbank-bench-")
    cloud = Cloud(data_dir)
    try:
        with tempfile.TemporaryDirectory() as home:
            person = Person(cloud, home)
            grown = [vault_bytes(cloud)]
            print(f"the cloud's own images: {grown[-1] / 1e6:.1f} MB", flush=True)
            for number in range(options.images):
                app = f"mkdir -p /srv/app && dd if=/dev/urandom of=/srv/app/page bs=1k count={options.app_kib}"
                bake(person, f"app-{number}", app)
                grown.append(vault_bytes(cloud))
                print(f"with {number + 1}: {grown[-1] / 1e6:.1f} MB, {(grown[-1] - grown[-2]) / 1e6:.2f} more", flush=True)
    finally:
        cloud.down()
        shutil.rmtree(data_dir, ignore_errors=True)
    goals = Goals()
    what = f"vault of {options.images} images of one base against that of one"
    goals.ratio(what, "MB", grown[-1] / 1e6, grown[1] / 1e6, at_most=GOAL)
    sys.exit(goals.verdict())


if __name__ == "__main__":
    main()
