"""How long CreateImage without a reboot holds up the writes of a busy guest.

The guest overwrites 16 KiB after 16 KiB of a file of noise, each durably, and notes the longest time from the end of one to
the end of the next. Windows of the same length alternate: nothing else happens in one of them, and in the other an image is
made of the machine, from the call until it is available. Each image is of a disk that has all been written to since the
last one, so that as much has to be copied while the guest overwrites it.

    tests/bench/create_image.py [--rounds N] [--seconds S] [--mib N]

Compared is the longest of all windows of a kind. Ends with status 1 when the goal is missed.
"""

import argparse
import shutil
import sys
import tempfile
import threading
import pathlib
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import in_guest  # noqa: E402
from goals import Goals  # noqa: E402
from vm_support import Cloud, Person, until, why_not  # noqa: E402

GOAL_MS = 200
PATIENCE = 300
# How long after the guest began to write the call is made.
CALL_AFTER_S = 3


def available(person, image_id):
    image = person.ec2.describe_images(ImageIds=[image_id])["Images"][0]
    assert image["State"] in ("pending", "available"), image.get("StateReason")
    return image["State"] == "available"


class Window(threading.Thread):
    """The guest writes for so many seconds."""

    def __init__(self, person, address, mib, seconds):
        super().__init__()
        self.asked = (person, address, "stalls", "/var/busy", mib, seconds, seconds + PATIENCE)
        self.failed = None

    def run(self):
        try:
            self.writes, self.longest_ms, self.at_ms = in_guest.run(*self.asked)
        except Exception as error:  # noqa: BLE001 - told by whoever waits for it
            self.failed = error

    def done(self):
        self.join()
        if self.failed:
            raise self.failed
        return self


def with_image(person, instance_id, window, name):
    """Seconds from the start of the window to the call, its answer, and the image's being available."""
    began = time.monotonic()
    window.start()
    time.sleep(CALL_AFTER_S)
    moments = [time.monotonic() - began]
    image_id = person.ec2.create_image(InstanceId=instance_id, Name=name, NoReboot=True)["ImageId"]
    moments.append(time.monotonic() - began)
    until("the image", lambda: available(person, image_id), PATIENCE, pause=0.05)
    moments.append(time.monotonic() - began)
    if not window.is_alive():
        raise SystemExit(f"the guest was done before the image: {moments[-1]:.1f} s; use a longer window")
    return moments


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--mib", type=int, default=512)
    options = parser.parse_args()
    reason = why_not()
    if reason:
        raise SystemExit(f"not measured: {reason}")
    in_guest.build()
    data_dir = tempfile.mkdtemp(prefix="fogbank-bench-")
    cloud = Cloud(data_dir)
    try:
        with tempfile.TemporaryDirectory() as home:
            person = Person(cloud, home)
            instance_id = person.launch()
            address = person.log_in(instance_id)
            in_guest.bring(person, address)
            # Makes the file.
            Window(person, address, options.mib, 1).run()
            longest = {"with": 0, "without": 0}
            for number in range(options.rounds):
                calm = Window(person, address, options.mib, options.seconds)
                calm.start()
                calm.done()
                busy = Window(person, address, options.mib, options.seconds)
                moments = with_image(person, instance_id, busy, f"busy-{number}")
                busy.done()
                print(
                    "round {}: without: {:.0f} writes, longest {:.0f} ms; with: {:.0f} writes, longest {:.0f} ms at {:.1f} s "
                    "(called at {:.1f} s, answered at {:.1f} s, available at {:.1f} s)".format(
                        number + 1, calm.writes, calm.longest_ms, busy.writes, busy.longest_ms, busy.at_ms / 1000, *moments
                    ),
                    flush=True,
                )
                longest["without"] = max(longest["without"], calm.longest_ms)
                longest["with"] = max(longest["with"], busy.longest_ms)
            person.leave()
    finally:
        cloud.down()
        shutil.rmtree(data_dir, ignore_errors=True)
    goals = Goals()
    print("longest write: {with:.0f} ms with CreateImage, {without:.0f} ms without".format(**longest))
    goals.at_most("held up by CreateImage", "ms", longest["with"] - longest["without"], GOAL_MS)
    sys.exit(goals.verdict())


if __name__ == "__main__":
    main()
