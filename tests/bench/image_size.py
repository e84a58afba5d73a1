"""How long from RunInstances to the ssh banner, from a large image against a small one.

Both are fogbank-tiny, which ends at 2 GiB, with data behind its end that can't be compressed: the same content at boot, and
the larger has so much more of it. Both are launched with a root volume of the same size, so that the guest has the same to do when it grows
its file system. Rounds are interleaved, so that a busy minute hurts both.

    tests/bench/image_size.py [--rounds N] [--large GIB] [--small GIB]

Needs room for the data once in the vault and once more, which a launch asks for and doesn't take. Ends with status 1 when the ratio of
the medians is above its goal.
"""

import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from goals import Goals  # noqa: E402
from launch import PATIENCE, banner  # noqa: E402
from support import binary  # noqa: E402
from vm_support import Cloud, Person, until, why_not  # noqa: E402

GOAL = 1.1


def add_image(data_dir, gib):
    """Lists fogbank-tiny once more, filled up to a size; its name."""
    listed = data_dir / "images.json"
    images = json.loads(listed.read_text())
    tiny = next(image for image in images if image["name"].startswith("fogbank-tiny-"))
    program = binary().parent / "examples" / "filled-snapshot"
    made = subprocess.run([program, data_dir / "vault", tiny["root"], str(gib)], check=True, stdout=subprocess.PIPE, text=True)
    image = {**tiny, "name": f"filled-{gib}", "digest": f"filled-{gib}", "root": made.stdout.strip(), "size_gib": gib}
    listed.write_text(json.dumps([*images, image]))
    return image["name"]


def seconds(person, name, volume_gib):
    """From RunInstances to the banner."""
    (image,) = person.ec2.describe_images(Filters=[{"Name": "name", "Values": [name]}])["Images"]
    root = [{"DeviceName": image["RootDeviceName"], "Ebs": {"VolumeSize": volume_gib}}]
    began = time.monotonic()
    instance_id = person.launch(ImageId=image["ImageId"], BlockDeviceMappings=root)
    address = until("its address", lambda: person.look(instance_id).get("PublicIpAddress"), PATIENCE, pause=0.02)
    took = banner(address) - began
    # Before its volume is copied in the background, which would hurt the next one.
    person.ec2.terminate_instances(InstanceIds=[instance_id])
    person.wait(instance_id, "terminated")
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large", type=int, default=20, help="GiB")
    parser.add_argument("--small", type=int, default=2, help="GiB")
    options = parser.parse_args()
    reason = why_not()
    if reason:
        raise SystemExit(f"not measured: {reason}")
    data_dir = pathlib.Path(tempfile.mkdtemp(prefix="fogbank-bench-"))
    cloud = Cloud(data_dir)
    try:
        # Nobody counts what is in the vault while it is filled.
        cloud.server.stop()
        began = time.monotonic()
        small, large = (add_image(data_dir, gib) for gib in (options.small, options.large))
        print(f"images of {options.small} and {options.large} GiB stored in {time.monotonic() - began:.0f} s", flush=True)
        cloud.up()
        with tempfile.TemporaryDirectory() as home:
            person = Person(cloud, home)
            rounds = []
            for number in range(options.rounds):
                rounds.append([seconds(person, name, options.large) for name in (large, small)])
                print("round {}: {:.2f} s, {:.2f} s".format(number + 1, *rounds[-1]), flush=True)
    finally:
        cloud.down()
        shutil.rmtree(data_dir, ignore_errors=True)
    ours, theirs = (statistics.median(column) for column in zip(*rounds))
    goals = Goals()
    what = f"launch to ssh, image of {options.large} GiB against {options.small}"
    goals.ratio(what, "s", ours, theirs, at_most=GOAL)
    sys.exit(goals.verdict())


if __name__ == "__main__":
    main()
