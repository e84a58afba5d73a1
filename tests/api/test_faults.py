"""kill -9 of the control plane at random moments, on the simulated host."""

import os
import pathlib
import random
import signal
import sqlite3
import tempfile
import time

from faults import Actor, Acting, seed, settle
from support import SECRET, TINY, Server, fresh_key

ROUNDS = int(os.environ.get("FOGBANK_FAULT_ROUNDS", 8))
ACTORS = 4


def keys_of(data_dir):
    """The keys of all records of the region, by what they are."""
    with sqlite3.connect(f"file:{data_dir}/cells/us-east-1.db?mode=ro", uri=True) as store:
        return {key for (key,) in store.execute("select key from records")}


def test_nothing_acknowledged_is_lost_and_nothing_hangs():
    number = seed()
    print(f"FOGBANK_SEED={number}")
    chance = random.Random(number)
    with tempfile.TemporaryDirectory(prefix="fogbank-faults-") as folder:
        data_dir = pathlib.Path(folder)

        def up(at_once=False):
            slow = not at_once and chance.random() < 0.7
            delay = ["--simulated-delay", str(chance.choice((1, 20, 100)))] if slow else []
            return Server(data_dir, "--host", "simulated", "--sandbox", SECRET, *delay)

        server = up()
        keys = [fresh_key() for _ in range(ACTORS)]
        actors = []
        for key in keys:
            ec2 = server.client("ec2", key)
            image = ec2.describe_images(Owners=["amazon"], Filters=[{"Name": "name", "Values": [TINY]}])["Images"][0]
            chance_of_its_own = random.Random(chance.getrandbits(64))
            actors.append(Actor(ec2, chance_of_its_own, image["ImageId"], "us-east-1a", InstanceType="t3.micro"))
        settle(actors, 30)
        server.stop()
        before = keys_of(data_dir)

        for round_ in range(ROUNDS):
            server = up()
            for actor, key in zip(actors, keys):
                actor.recover(server.client("ec2", key))
            settle(actors, 30)
            for actor in actors:
                actor.check()
            with Acting(actors):
                time.sleep(chance.uniform(0, 0.6))
                server.stop(signal.SIGKILL)

        # Without a delay every answer waits until all has followed, what nobody sees included.
        server = up(at_once=True)
        for actor, key in zip(actors, keys):
            actor.recover(server.client("ec2", key))
        settle(actors, 30)
        for actor in actors:
            actor.check()
            actor.finish()
        settle(actors, 30)
        for actor in actors:
            actor.check()
            for volume in [id_ for id_, where in actor.volumes.items() if where == {None}]:
                actor.ec2.delete_volume(VolumeId=volume)
        settle(actors, 30)
        server.stop()
        acknowledged = sum(actor.acknowledged for actor in actors)
        print(f"{ROUNDS} kills, {acknowledged} acknowledged calls")
        assert acknowledged > 3 * ROUNDS

        # All that is left is what tells of instances that have ended, and what answers repeated calls.
        ended = {id_ for actor in actors for id_ in actor.instances}
        left = [
            key for key in keys_of(data_dir) - before
            if not key.startswith("token/") and not any(id_ in key for id_ in ended if key.split("/")[0] in ("instance", "tag"))
        ]
        assert left == []
        # A claim that came with the accounts and is gone would be as wrong.
        assert {key for key in before - keys_of(data_dir) if key != "controller/epoch"} == set()
