"""kill -9 of control plane, host agent and QEMU at random moments, and a disk that fills up, with real VMs."""

import os
import random
import time

from faults import Acting, Actor, seed, settle
from trouble import PATIENCE, Host, Trouble, blank_image, cloud_in_trouble
from vm_support import until

ROUNDS = int(os.environ.get("FOGBANK_FAULT_ROUNDS", 6))
SIZE_MIB = 900


def test_whatever_is_killed_nothing_is_lost_left_over_or_stuck(cloud):
    number = seed()
    print(f"FOGBANK_SEED={number}")
    with cloud_in_trouble(cloud, SIZE_MIB) as (mine, _):
        run(mine, random.Random(number))


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
