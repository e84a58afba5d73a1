"""Somebody who changes things at random while processes are killed, and what has to hold afterwards.

What was acknowledged must be there; what was refused must not; of what was answered by nothing, because the server died,
either may be. Once everything is back nothing may stay on its way for ever. Everything is drawn from a seed, which the
tests print: the order of calls and of kills is the same again, though not their moments.
"""

import os
import random
import threading
import time

from botocore.exceptions import BotoCoreError, ClientError

GONE = "gone"
SETTLED = {"running", "stopped", "terminated"}


def seed():
    """The seed of this run: FOGBANK_SEED, or a new one."""
    return int(os.environ.get("FOGBANK_SEED") or random.SystemRandom().randrange(1 << 32))


class Unknown(Exception):
    """Nobody knows whether a call was carried out."""


class Refused(Exception):
    """A call was refused, and has changed nothing."""


class Caller:
    """Calls, at random but by a seed, of which it is known whether they were carried out."""

    def __init__(self, ec2, chance):
        self.ec2, self.chance = ec2, chance
        self.acknowledged = 0
        self.tokens = 0
        # How often something was asked for, and what is being asked for.
        self.calls, self.asking = 0, None

    def call(self, operation, by=None, **arguments):
        """A call by `by`, or else the client at home."""
        self.calls, self.asking = self.calls + 1, operation
        try:
            answer = getattr(by or self.ec2, operation)(**arguments)
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] < 500 or error.response["Error"]["Code"] in (
                "InsufficientInstanceCapacity", "Unavailable",
            ):
                raise Refused(error) from error
            raise Unknown(error) from error
        except (BotoCoreError, OSError) as error:
            raise Unknown(error) from error
        self.asking = None
        self.acknowledged += 1
        return answer

    def machines(self):
        """All instances and volumes of the account."""
        instances = {i["InstanceId"]: i for r in self.ec2.describe_instances()["Reservations"] for i in r["Instances"]}
        volumes = {volume["VolumeId"]: volume for volume in self.ec2.describe_volumes()["Volumes"]}
        return instances, volumes

    def token(self):
        self.tokens += 1
        return f"{self.chance.getrandbits(64):x}-{self.tokens}"

    def pick(self, things):
        return self.chance.choice(sorted(things)) if things else None


class Actor(Caller):
    """Calls at random on things of its own, and what they may be like now.

    `instances` and `volumes` name, for each thing, all that it may be once everything has settled: the state of an
    instance; the instance that a volume is attached to, None, or GONE.
    """

    def __init__(self, ec2, chance, image, zone, most=3, **launch):
        super().__init__(ec2, chance)
        self.image, self.zone, self.most, self.launch_with = image, zone, most, launch
        self.instances, self.volumes, self.tags = {}, {}, {}
        # Launches and volumes whose answer was lost, by token: asked for again once the server is back.
        self.open_launches, self.open_volumes = {}, {}
        # Whether QEMUs were killed, or a disk was full, since the last check: what was to run may be down.
        self.rough = False
        # Instances that have been seen running: one that fails before that terminates instead of stopping.
        self.proven = set()
        # Volumes that were taken from a guest by force: as on EC2 it may hold their devices until it is restarted, and
        # they can't be attached to it before that.
        self.held = set()

    # Calls.

    def act(self):
        """One call, or nothing where there is nothing to do it to."""
        action = self.chance.choice((
            self.launch, self.launch, self.stop, self.start, self.terminate, self.make_volume, self.delete_volume,
            self.attach, self.attach, self.detach, self.tag,
        ))
        try:
            action()
        except Refused:
            pass

    def alive(self):
        return [id_ for id_, states in self.instances.items() if states != {"terminated"}]

    def launch(self):
        if len(self.alive()) + len(self.open_launches) >= self.most:
            return
        self.launch_again(self.token())

    def launch_again(self, token):
        arguments = {"ImageId": self.image, "MinCount": 1, "MaxCount": 1, "ClientToken": token, **self.launch_with}
        self.open_launches[token] = arguments
        try:
            instance = self.call("run_instances", **arguments)["Instances"][0]
        except Refused:
            del self.open_launches[token]
            raise
        del self.open_launches[token]
        self.instances[instance["InstanceId"]] = {"running"}

    def change(self, table, id_, after, operation, **arguments):
        """A call that is to bring something to `after`."""
        before = table[id_]
        table[id_] = before | {after}
        try:
            self.call(operation, **arguments)
        except Refused:
            table[id_] = before
            raise
        table[id_] = {after}

    def stop(self):
        if id_ := self.pick(self.alive()):
            # A guest without a system does not hear its power button.
            self.change(self.instances, id_, "stopped", "stop_instances", InstanceIds=[id_], Force=True)

    def start(self):
        if id_ := self.pick(self.alive()):
            self.change(self.instances, id_, "running", "start_instances", InstanceIds=[id_])

    def terminate(self):
        # Seldom: most of the others need somebody alive.
        if self.chance.random() < 0.5 and (id_ := self.pick(self.alive())):
            self.change(self.instances, id_, "terminated", "terminate_instances", InstanceIds=[id_])

    def make_volume(self):
        if len([v for v, where in self.volumes.items() if where != {GONE}]) + len(self.open_volumes) < self.most:
            self.make_volume_again(self.token())

    def make_volume_again(self, token):
        arguments = {"AvailabilityZone": self.zone, "Size": 1, "ClientToken": token}
        self.open_volumes[token] = arguments
        try:
            volume = self.call("create_volume", **arguments)["VolumeId"]
        except Refused:
            del self.open_volumes[token]
            raise
        del self.open_volumes[token]
        self.volumes[volume] = {None}

    def delete_volume(self):
        free = [id_ for id_, where in self.volumes.items() if where == {None}]
        if self.chance.random() < 0.5 and (id_ := self.pick(free)):
            self.change(self.volumes, id_, GONE, "delete_volume", VolumeId=id_)

    def attach(self):
        volume = self.pick([id_ for id_, where in self.volumes.items() if where != {GONE}])
        instance = self.pick(self.alive())
        if volume and instance and (volume, instance) not in self.held:
            device = f"/dev/sd{self.chance.choice('fghijk')}"
            self.change(self.volumes, volume, instance, "attach_volume", VolumeId=volume, InstanceId=instance, Device=device)

    def detach(self):
        attached = [id_ for id_, where in self.volumes.items() if where - {None, GONE}]
        if id_ := self.pick(attached):
            # Forced: a guest without a system never lets go by itself.
            self.held |= {(id_, instance) for instance in self.volumes[id_]}
            self.change(self.volumes, id_, None, "detach_volume", VolumeId=id_, Force=True)

    def tag(self):
        if id_ := self.pick([*self.alive(), *(v for v, where in self.volumes.items() if where == {None})]):
            value = str(self.chance.getrandbits(16))
            before = self.tags.get(id_, {None})
            self.tags[id_] = before | {value}
            try:
                self.call("create_tags", Resources=[id_], Tags=[{"Key": "value", "Value": value}])
            except Refused:
                self.tags[id_] = before
                raise
            self.tags[id_] = {value}

    # Afterwards.

    def recover(self, ec2):
        """Has a new client, and asks again for what was never answered: it must be there once, not twice."""
        self.ec2 = ec2
        for again, open_calls in ((self.launch_again, self.open_launches), (self.make_volume_again, self.open_volumes)):
            for token in list(open_calls):
                try:
                    again(token)
                except Refused:
                    pass

    def unsettled(self):
        """What is still on its way to something, in words."""
        instances, volumes = self.machines()
        found = [f"{id_} is {i['State']['Name']}" for id_, i in instances.items() if i["State"]["Name"] not in SETTLED]
        for id_, volume in volumes.items():
            if volume["State"] not in ("available", "in-use"):
                found.append(f"{id_} is {volume['State']}")
            found += [f"{id_} is {a['State']}" for a in volume["Attachments"] if a["State"] != "attached"]
        for id_, instance in instances.items():
            for device in instance.get("BlockDeviceMappings", []):
                if device["Ebs"]["Status"] != "attached":
                    found.append(f"{id_} {device['DeviceName']} is {device['Ebs']['Status']}")
        return found

    def check(self):
        """Compares what is with what may be, and from now on goes by what is. Everything has settled."""
        instances, volumes = self.machines()
        assert set(instances) == set(self.instances), "instances that nobody launched, or that are lost"
        for id_, instance in instances.items():
            state = instance["State"]["Name"]
            may_be = self.instances[id_]
            if self.rough and "running" in may_be:
                may_be = may_be | ({"stopped"} if id_ in self.proven else {"stopped", "terminated"})
            assert state in may_be, f"{id_} is {state}, and may be {may_be}: {instance}"
            self.instances[id_] = {state}
            if state == "running":
                self.proven.add(id_)
        roots = {
            device["Ebs"]["VolumeId"]: id_ for id_, instance in instances.items()
            for device in instance.get("BlockDeviceMappings", []) if device["DeviceName"] == instance["RootDeviceName"]
        }
        assert set(volumes) - set(roots) == set(volumes) & set(self.volumes), "volumes that belong to nobody"
        for id_, may_be in self.volumes.items():
            attachments = volumes[id_]["Attachments"] if id_ in volumes else []
            where = (attachments[0]["InstanceId"] if attachments else None) if id_ in volumes else GONE
            # An instance that has ended has let go of its volumes.
            may_be = {None if self.instances.get(it) == {"terminated"} else it for it in may_be}
            assert where in may_be, f"{id_} is at {where}, and may be at {may_be}"
            assert id_ not in volumes or volumes[id_]["State"] == ("in-use" if where else "available"), volumes[id_]
            self.volumes[id_] = {where}
        for id_, values in self.tags.items():
            thing = instances.get(id_) or volumes.get(id_)
            # What is gone has no tags, and keeps those that it had while it is still shown.
            if thing and self.instances.get(id_) != {"terminated"}:
                value = next((tag["Value"] for tag in thing.get("Tags", []) if tag["Key"] == "value"), None)
                assert value in values, f"{id_} is tagged {value}, and may be {values}"
                self.tags[id_] = {value}
        self.check_interfaces(instances)
        self.rough = False

    def check_interfaces(self, instances):
        """Interfaces belong to those that are alive, and no address is given twice."""
        interfaces = self.ec2.describe_network_interfaces()["NetworkInterfaces"]
        owners = sorted(interface["Attachment"]["InstanceId"] for interface in interfaces)
        assert owners == sorted(id_ for id_, i in instances.items() if i["State"]["Name"] != "terminated"), owners
        private = [interface["PrivateIpAddress"] for interface in interfaces]
        public = [interface["Association"]["PublicIp"] for interface in interfaces if "Association" in interface]
        assert len(set(private)) == len(private) and len(set(public)) == len(public), (private, public)

    def finish(self):
        """Ends and deletes everything."""
        if ids := self.alive():
            # What is on its way down already needs no more telling; the rest is not to wait for a guest.
            for id_ in ids:
                try:
                    self.call("stop_instances", InstanceIds=[id_], Force=True)
                except Refused:
                    pass
            self.call("terminate_instances", InstanceIds=ids)
        for id_ in ids:
            self.instances[id_] = {"terminated"}


class Acting:
    """Actors at work, each on a thread of its own, until the block ends."""

    def __init__(self, actors, pause=0.0):
        self.halt = threading.Event()
        self.problems = []
        self.threads = [threading.Thread(target=self.work, args=(actor, pause)) for actor in actors]

    def work(self, actor, pause):
        try:
            while not self.halt.is_set():
                actor.act()
                if pause:
                    self.halt.wait(actor.chance.uniform(0, 2 * pause))
        except Unknown:
            # The server is dead, or can't tell: nothing more to be had from it.
            pass
        except Exception as error:  # noqa: BLE001 - told to the test
            self.problems.append(error)

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.halt.set()
        for thread in self.threads:
            thread.join(timeout=60)
        if self.problems:
            raise self.problems[0]


def settle(actors, patience):
    """Waits until nothing is on its way any more; what is still, when the patience has ended, would be for ever."""
    deadline = time.monotonic() + patience
    while True:
        found = [line for actor in actors for line in actor.unsettled()]
        if not found:
            return
        assert time.monotonic() < deadline, f"still so after {patience} s: {found}"
        time.sleep(0.1)
