"""kill -9 of control plane, host agent and QEMU, and a full disk, while snapshots and images are made, copied, imported and
deleted, with what is on them compared block by block.

As in `test_faults.py` the one machine that runs has a disk without a system, and nobody writes to a volume.
"""

import json
import os
import random
import time

from faults import Acting, seed, settle
from shelf import BLANK, BLOCK, Shelf
from test_faults import PATIENCE, Host, Trouble, blank_image, small_disk
from vm_support import Cloud, until

POINTS = int(os.environ.get("FOGBANK_FAULT_ROUNDS", 10))
BUCKET = "files"
# Snapshots are refused where less than half a gibibyte would be left.
SIZE_MIB = 2500


def files(data_dir, chance):
    """Disks of 1 GiB with some blocks of noise each, in the folder that imports are read from."""
    folder = data_dir / "exchange" / BUCKET
    folder.mkdir(parents=True, exist_ok=True)
    made = {}
    for name in ("first", "second", "third"):
        path = folder / f"{name}.raw"
        with open(path, "wb") as file:
            file.truncate(1 << 30)
            for index in sorted(chance.sample(range(2048), 4)):
                file.seek(index * BLOCK + 512 * chance.randrange(512))
                file.write(chance.randbytes(chance.randrange(1, BLOCK // 2)))
        made[name] = (f"{BUCKET}/{path.name}", path)
    return made


def test_no_snapshot_and_no_image_is_lost_or_wrong(cloud):
    number = seed()
    print(f"FOGBANK_SEED={number}")
    chance = random.Random(number)
    with small_disk(SIZE_MIB) as data_dir:
        (data_dir / "images.json").write_text((cloud.data_dir / "images.json").read_text())
        mine = Cloud(data_dir)
        try:
            run(mine, chance)
        finally:
            mine.down()


def run(cloud, chance):
    ec2 = cloud.client()
    zone = ec2.describe_availability_zones()["AvailabilityZones"][0]["ZoneName"]
    image = blank_image(ec2, zone)
    shelf = Shelf(
        lambda service, region: cloud.client(region, service), random.Random(chance.getrandbits(64)), zone,
        files(cloud.data_dir, chance),
    )
    shelf.instance = ec2.run_instances(ImageId=image, InstanceType="t3.nano", MinCount=1, MaxCount=1)["Instances"][0]["InstanceId"]
    host = Host(cloud)
    try:
        settle([shelf], PATIENCE)
        # The image that the instance is launched from is not of its making, nor is its root volume.
        blank = shelf.seen()
        shelf.may_be |= {id_: {True} for id_ in blank}
        shelf.contents |= {id_: BLANK for id_ in blank if id_.startswith(("snap-", "vol-"))}
        shelf.whole |= {id_ for id_ in blank if id_.startswith("snap-")}
        for name in shelf.files:
            shelf.import_file(name)
        settle([shelf], PATIENCE)
        shelf.check()
        for name in sorted(shelf.sources()):
            shelf.make_volume()
        settle([shelf], PATIENCE)
        strike(cloud, shelf, host, chance)
    except AssertionError as error:
        raise AssertionError(f"{error}\n{host.log()}") from None
    shelf.finish()
    for folder in ("scratch", "snapshots", "since", "instances", "volumes"):
        until(f"{folder} to be empty", lambda: not list((host.folder / folder).iterdir()))
    # What is left in the vault is whole: only the content of the listed image, which was never needed, isn't there.
    checked = json.loads(cloud.fogbank("vault", "check", "--json").stdout)
    listed = (cloud.data_dir / "images.json").read_text()
    assert [it for it in checked["hurt"] if it["root"] not in listed] == [], checked
    assert [it for it in checked["damaged"] if it["name"]["hash"] not in listed] == [], checked


def strike(cloud, shelf, host, chance):
    trouble = Trouble(cloud, shelf, random.Random(chance.getrandbits(64)))
    struck = {}
    for point in range(POINTS):
        with Acting([shelf], pause=0.02):
            time.sleep(chance.uniform(0.1, 1.5))
            what = trouble.strike()
            shelf.rough |= what != "control"
            struck[what] = struck.get(what, 0) + 1
            print(f"point {point}: {what}", flush=True)
            time.sleep(chance.uniform(0, 0.5))
        if cloud.server.process.poll() is not None:
            cloud.up()
        shelf.recover()
        settle([shelf], PATIENCE)
        shelf.check()
    print(f"{POINTS} points {struck}, {shelf.acknowledged} acknowledged calls, {len(shelf.may_be)} things")
    assert shelf.acknowledged > POINTS
