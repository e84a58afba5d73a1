"""Somebody who makes, copies, imports and deletes snapshots and images at random while processes are killed, and what has to
hold afterwards.

All content is known: it began as one of a few files that were imported, and nobody writes to a volume. So each snapshot's
blocks are those of one of the files, through whichever volume, image and region it came, and they are compared.
"""

import hashlib
import os

from faults import GONE, Caller, Refused
from vm_support import until

HOME, ABROAD = "us-east-1", "us-west-2"
BLOCK = 512 * 1024
BLANK = "blank"
# Of some fifteen slots; the instance has up to six disks, and loses some more before the next look.
MOST_HELD = 4


def blocks_of(path):
    """The blocks of a file that aren't zeros, by their index, as the hashes of their content."""
    found = {}
    zeros = bytes(BLOCK)
    with open(path, "rb") as file:
        for index in range(-(-os.path.getsize(path) // BLOCK)):
            block = file.read(BLOCK).ljust(BLOCK, b"\0")
            if block != zeros:
                found[index] = hashlib.sha256(block).hexdigest()
    return found


def blocks_in(ebs, snapshot):
    """The same of a snapshot, by the EBS direct APIs."""
    listed = ebs.list_snapshot_blocks(SnapshotId=snapshot)
    assert "NextToken" not in listed, "more blocks than these disks have"
    found = {}
    for block in listed["Blocks"]:
        index, token = block["BlockIndex"], block["BlockToken"]
        data = ebs.get_snapshot_block(SnapshotId=snapshot, BlockIndex=index, BlockToken=token)["BlockData"].read()
        if any(data):
            found[index] = hashlib.sha256(data).hexdigest()
    return found


class Shelf(Caller):
    """Calls at random on snapshots, images and volumes in two regions, and what they may be like now.

    `contents` says which file is on each snapshot and volume; `may_be`, for each thing, all that it may be once everything has
    settled: True (it is there) or GONE; `where`, for each volume, all that it may be attached to.
    """

    def __init__(self, clients, chance, zone, files, most=6):
        """`clients(service, region)`; `files`: bucket/key and path, by the names of contents."""
        super().__init__(clients("ec2", HOME), chance)
        self.clients, self.zone, self.files, self.most = clients, zone, files, most
        self.blocks = {name: blocks_of(path) for name, (_, path) in files.items()} | {BLANK: {}}
        self.may_be, self.contents, self.imports, self.where = {}, {}, {}, {}
        # What has been seen whole, what has been seen to have failed, what is in the other region, and what was taken from
        # the guest by force.
        self.whole, self.failed, self.abroad, self.held = set(), set(), set(), set()
        self.instance = None
        # Of images at home, what is on each device.
        self.mappings = {}
        # Whether anything but the control plane was killed, or a disk was full, since the last check: the moment of a
        # snapshot that was not whole then may be lost, which it says.
        self.rough = False

    # Calls.

    def act(self):
        action = self.chance.choice((
            self.import_a_file, self.make_volume, self.make_volume, self.copy_volume, self.attach, self.attach, self.detach, self.delete_volume,
            self.snapshot, self.snapshot, self.snapshots_of_the_instance, self.image_of_the_instance,
            self.copy_snapshot, self.copy_snapshot, self.copy_image, self.copy_image, self.delete_snapshot,
            self.delete_snapshot, self.deregister,
        ))
        try:
            action()
        except Refused:
            pass

    def there(self, kind):
        """What is there for sure of a kind, by the beginning of its id."""
        return [id_ for id_, states in self.may_be.items() if id_.startswith(kind) and states == {True}]

    def is_room(self, kind):
        return len([id_ for id_, states in self.may_be.items() if id_.startswith(kind) and states != {GONE}]) < self.most

    def sources(self):
        """Snapshots at home that are whole."""
        return [id_ for id_ in self.there("snap-") if id_ in self.whole and id_ in self.contents]

    def at(self, id_):
        """The client of the region that something is in."""
        return self.clients("ec2", ABROAD if id_ in self.abroad else HOME)

    def appears(self, id_, content=None):
        self.may_be[id_] = {True}
        if content is not None:
            self.contents[id_] = content

    def goes(self, id_, operation, also=(), **arguments):
        """`also`: what may go with it, which the answer says."""
        before = {it: self.may_be[it] for it in (id_, *also)}
        self.may_be |= {it: states | {GONE} for it, states in before.items()}
        try:
            answer = self.call(operation, **arguments)
        except Refused:
            self.may_be |= before
            raise
        self.may_be |= before | {id_: {GONE}}
        return answer

    def import_a_file(self):
        if len(self.imports) < 2 and self.is_room("snap-"):
            self.import_file(self.pick(self.files))

    def import_file(self, name):
        bucket, key = self.files[name][0].split("/")
        container = {"Format": "RAW", "UserBucket": {"S3Bucket": bucket, "S3Key": key}}
        task = self.call("import_snapshot", DiskContainer=container, ClientToken=self.token())
        self.imports[task["ImportTaskId"]] = name

    def make_volume(self):
        snapshot = self.pick(self.sources())
        if snapshot and self.is_room("vol-"):
            volume = self.call("create_volume", AvailabilityZone=self.zone, SnapshotId=snapshot)["VolumeId"]
            self.appears(volume, self.contents[snapshot])
            self.where[volume] = {None}

    def copy_volume(self):
        volume = self.pick(self.there("vol-"))
        if volume and self.is_room("vol-"):
            (copy,) = self.call("copy_volumes", SourceVolumeId=volume)["Volumes"]
            self.appears(copy["VolumeId"], self.contents[volume])
            self.where[copy["VolumeId"]] = {None}

    def attach(self):
        volume = self.pick([id_ for id_ in self.there("vol-") if self.where.get(id_) == {None} and id_ not in self.held])
        if volume and self.instance:
            device = f"/dev/sd{self.chance.choice('fghijk')}"
            self.moves(volume, self.instance, "attach_volume", VolumeId=volume, InstanceId=self.instance, Device=device)

    def detach(self):
        volume = self.pick([id_ for id_ in self.there("vol-") if self.where.get(id_) == {self.instance}])
        if volume and self.chance.random() < 0.5:
            # By force, since a guest without a system never lets go, and holds the device until it is restarted.
            self.held.add(volume)
            self.moves(volume, None, "detach_volume", VolumeId=volume, Force=True)

    def moves(self, volume, to, operation, **arguments):
        before = self.where[volume]
        self.where[volume] = before | {to}
        try:
            self.call(operation, **arguments)
        except Refused:
            self.where[volume] = before
            raise
        self.where[volume] = {to}

    def delete_volume(self):
        volume = self.pick([id_ for id_ in self.there("vol-") if self.where.get(id_) == {None}])
        if volume and self.chance.random() < 0.5:
            self.goes(volume, "delete_volume", VolumeId=volume)

    def snapshot(self):
        volume = self.pick(self.there("vol-"))
        if volume and self.is_room("snap-"):
            self.appears(self.call("create_snapshot", VolumeId=volume)["SnapshotId"], self.contents[volume])

    def snapshots_of_the_instance(self):
        if self.instance and self.is_room("snap-"):
            answer = self.call("create_snapshots", InstanceSpecification={"InstanceId": self.instance})
            for snapshot in answer["Snapshots"]:
                self.appears(snapshot["SnapshotId"], self.contents[snapshot["VolumeId"]])

    def image_of_the_instance(self):
        if self.instance and self.is_room("ami-"):
            name = f"of {self.instance}, {self.token()}"
            self.appears(self.call("create_image", InstanceId=self.instance, Name=name, NoReboot=True)["ImageId"])

    def copy_snapshot(self):
        snapshot = self.pick(self.sources())
        if snapshot and self.is_room("snap-"):
            content = self.contents[snapshot]
            copy = self.call("copy_snapshot", SourceRegion=HOME, SourceSnapshotId=snapshot, Description=content)
            self.appears(copy["SnapshotId"], content)

    def copy_image(self):
        image = self.pick([id_ for id_ in self.there("ami-") if id_ in self.whole and id_ not in self.abroad])
        if image and self.is_room("ami-"):
            name = f"of {image}, {self.token()}"
            copy = self.call("copy_image", by=self.clients("ec2", ABROAD), SourceRegion=HOME, SourceImageId=image, Name=name)["ImageId"]
            self.abroad.add(copy)
            self.appears(copy)

    def delete_snapshot(self):
        if snapshot := self.pick(self.there("snap-")):
            self.goes(snapshot, "delete_snapshot", by=self.at(snapshot), SnapshotId=snapshot)

    def deregister(self):
        image = self.pick(self.there("ami-"))
        if image and self.chance.random() < 0.5:
            self.goes(image, "deregister_image", by=self.at(image), ImageId=image)
        elif image in self.mappings:
            # But for those that another image needs.
            also = [m["Ebs"]["SnapshotId"] for m in self.mappings[image]]
            answer = self.goes(
                image, "deregister_image", also, by=self.at(image), ImageId=image, DeleteAssociatedSnapshots=True
            )
            deleted = [it["SnapshotId"] for it in answer["DeleteSnapshotResults"] if it["ReturnCode"] == "success"]
            self.may_be |= {it: {GONE} for it in deleted}

    # Afterwards.

    def recover(self):
        """Starts the instance again if it has stopped: by a kill of its QEMU, or by us, as it must where what was taken by
        force occupies too many of its slots for disks."""
        self.ec2 = self.clients("ec2", HOME)

        def state():
            return self.ec2.describe_instances(InstanceIds=[self.instance])["Reservations"][0]["Instances"][0]["State"]["Name"]

        if len(self.held) >= MOST_HELD and state() == "running":
            # Which ends its QEMU in the midst of whatever it does.
            self.rough = True
            self.ec2.stop_instances(InstanceIds=[self.instance], Force=True)
            until("the instance to stop", lambda: state() == "stopped")
        if state() == "stopped":
            self.ec2.start_instances(InstanceIds=[self.instance])
            # With a new QEMU it has let go of everything.
            self.held.clear()

    def seen(self):
        """Everything of the account, by id: snapshots and images of both regions, and volumes."""
        def of(region):
            ec2 = self.clients("ec2", region)
            found = {it["SnapshotId"]: it for it in ec2.describe_snapshots(OwnerIds=["self"])["Snapshots"]}
            return found | {it["ImageId"]: it for it in ec2.describe_images(Owners=["self"])["Images"]}

        abroad = of(ABROAD)
        self.abroad |= set(abroad)
        return of(HOME) | abroad | {it["VolumeId"]: it for it in self.ec2.describe_volumes()["Volumes"]}

    def tasks(self):
        return {it["ImportTaskId"]: it["SnapshotTaskDetail"] for it in self.ec2.describe_import_snapshot_tasks()["ImportSnapshotTasks"]}

    def unsettled(self):
        """What is still on its way to something, in words."""
        found = []
        for id_, it in self.seen().items():
            # What a volume's host could not do it tries again within half a minute; but a copy's moment is lost.
            volume_ends = ("available", "in-use", "error") if it.get("SourceVolumeId") else ("available", "in-use")
            ends = volume_ends if id_.startswith("vol-") else ("completed", "error", "available", "failed")
            if it["State"] not in ends:
                found.append(f"{id_} is {it['State']} {it.get('Progress', '')}")
            found += [f"{id_} is {a['State']}" for a in it.get("Attachments", []) if a["State"] != "attached"]
        found += [f"{id_} is {it['Status']}" for id_, it in self.tasks().items() if it["Status"] not in ("completed", "deleted")]
        if self.instance:
            instance = self.ec2.describe_instances(InstanceIds=[self.instance])["Reservations"][0]["Instances"][0]
            if instance["State"]["Name"] != "running":
                found.append(f"{self.instance} is {instance['State']['Name']}")
                if self.rough:
                    # It may have been noticed only now.
                    self.recover()
        return found

    def on_their_way(self):
        """What is not settled, by its kind and state."""
        return sorted({f"{line.split('-')[0]} {line.split()[2]}" for line in self.unsettled()})

    def check(self):
        """Compares what is with what may be, and from now on goes by what is. Everything has settled."""
        seen = self.seen()
        self.learn(seen)
        for id_, may_be in self.may_be.items():
            assert (True if id_ in seen else GONE) in may_be, f"{id_} may be {may_be}, and is {seen.get(id_)}"
            self.may_be[id_] = {True} if id_ in seen else {GONE}
        for id_, it in seen.items():
            if id_.startswith("vol-"):
                self.check_volume(id_, it)
            elif it["State"] in ("error", "failed"):
                # One that failed in rough times is there until it is deleted.
                assert (self.rough or id_ in self.failed) and id_ not in self.whole, f"{id_} has failed: {it}"
                self.failed.add(id_)
            elif id_ not in self.whole:
                self.check_content(id_, it)
                self.whole.add(id_)
        self.rough = False

    def learn(self, seen):
        """What was made by calls that nobody answered, and by those that make something later."""
        for id_, task in self.tasks().items():
            name = self.imports.pop(id_, None)
            assert task["Status"] == "completed" or self.rough or name is None, f"{id_} has failed: {task}"
            if name and task["Status"] == "completed":
                self.appears(task["SnapshotId"], name)
        for id_ in sorted(set(seen) - set(self.may_be)):
            it = seen[id_]
            if id_.startswith("ami-"):
                self.appears(id_)
            elif id_.startswith("snap-"):
                # A copy says what it is of; those of a region abroad are looked at with their image.
                content = self.contents.get(it["VolumeId"]) or it["Description"]
                self.appears(id_, content if content in self.blocks and id_ not in self.abroad else None)
            elif "SnapshotId" in it:
                self.appears(id_, self.contents[it.get("SourceVolumeId") or it["SnapshotId"]])
                self.where[id_] = {None}

    def check_volume(self, id_, it):
        if id_ not in self.where:
            # The root of the instance.
            return
        if it["State"] == "error":
            assert self.rough or id_ in self.failed, f"{id_} has failed: {it}"
            self.failed.add(id_)
        where = it["Attachments"][0]["InstanceId"] if it["Attachments"] else None
        assert where in self.where[id_], f"{id_} is at {where}, and may be at {self.where[id_]}"
        self.where[id_] = {where}

    def check_content(self, id_, it):
        """Compares blocks. An image is whole when its snapshots are: abroad only its own say what is on them."""
        region = ABROAD if id_ in self.abroad else HOME
        if id_.startswith("ami-"):
            if region == ABROAD:
                source = it["Name"].removeprefix("of ").split(",")[0]
                of = {m["DeviceName"]: m["Ebs"]["SnapshotId"] for m in self.mappings.get(source, [])}
                for mapping in it["BlockDeviceMappings"]:
                    content = self.contents[of[mapping["DeviceName"]]]
                    self.compare(mapping["Ebs"]["SnapshotId"], content, region)
            else:
                self.mappings[id_] = it["BlockDeviceMappings"]
                for mapping in it["BlockDeviceMappings"]:
                    assert mapping["Ebs"]["SnapshotId"] in self.contents, f"{id_} has {mapping}"
        elif id_ in self.contents:
            self.compare(id_, self.contents[id_], region)

    def compare(self, snapshot, content, region):
        found = blocks_in(self.clients("ebs", region), snapshot)
        assert found == self.blocks[content], f"{snapshot} isn't {content}: blocks {sorted(found)}"

    def let_go(self):
        """Ends the instance, and takes snapshots of the volumes that are left: without a QEMU all that they have is read."""
        self.ec2.stop_instances(InstanceIds=[self.instance], Force=True)
        self.ec2.terminate_instances(InstanceIds=[self.instance])
        self.ec2.get_waiter("instance_terminated").wait(InstanceIds=[self.instance], WaiterConfig={"Delay": 1})
        self.instance = None
        for volume in self.there("vol-"):
            if volume not in self.where:
                # Its root goes with it.
                self.may_be[volume] = {GONE}
                continue
            self.where[volume] = {None}
            if volume not in self.failed:
                self.appears(self.ec2.create_snapshot(VolumeId=volume)["SnapshotId"], self.contents[volume])

    def finish(self):
        """Compares everything that is left once more, and deletes it."""
        for id_ in self.seen():
            if id_ in self.contents and id_ in self.whole:
                self.compare(id_, self.contents[id_], HOME)
        for region in (HOME, ABROAD):
            ec2 = self.clients("ec2", region)
            for image in ec2.describe_images(Owners=["self"])["Images"]:
                ec2.deregister_image(ImageId=image["ImageId"])
            for snapshot in ec2.describe_snapshots(OwnerIds=["self"])["Snapshots"]:
                ec2.delete_snapshot(SnapshotId=snapshot["SnapshotId"])
        for volume in self.ec2.describe_volumes()["Volumes"]:
            self.ec2.delete_volume(VolumeId=volume["VolumeId"])
