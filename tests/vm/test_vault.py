"""The vault of a running cloud: what is in it is checked, and what nobody needs goes."""

from vm_support import until


def blocks(cloud):
    return {path for path in (cloud.data_dir / "vault" / "blocks").rglob("*") if path.is_file()}


def size(cloud):
    return sum(path.stat().st_size for path in blocks(cloud))


def check(cloud):
    result = cloud.fogbank("vault", "check", "--data-dir", str(cloud.data_dir))
    return result.returncode, result.stdout + result.stderr


def test_a_deleted_snapshot_gives_its_space_back_and_a_hurt_one_is_named(person):
    cloud, ec2 = person.cloud, person.ec2
    instance_id = person.launch()
    address = person.log_in(instance_id)
    person.ssh(address, "dd if=/dev/urandom of=noise bs=1M count=40 2>/dev/null; md5sum noise >sum; sync", timeout=60)
    ec2.stop_instances(InstanceIds=[instance_id])
    person.wait(instance_id, "stopped")
    before, bytes_before = blocks(cloud), size(cloud)

    volume = person.look(instance_id)["BlockDeviceMappings"][0]["Ebs"]["VolumeId"]
    snapshot = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]

    def state():
        return ec2.describe_snapshots(SnapshotIds=[snapshot])["Snapshots"][0]["State"]

    until("the snapshot", lambda: state() == "completed", 180)
    assert size(cloud) > bytes_before + (40 << 20)
    assert check(cloud)[0] == 0

    # One byte of one of its blocks.
    new = max(blocks(cloud) - before, key=lambda path: path.stat().st_size)
    good = new.read_bytes()
    new.write_bytes(good[:1000] + bytes([good[1000] ^ 1]) + good[1001:])
    code, said = check(cloud)
    assert code != 0 and f"hurt: {snapshot} in us-east-1: 1 blocks" in said, said
    new.write_bytes(good)
    assert check(cloud)[0] == 0

    ec2.delete_snapshot(SnapshotId=snapshot)
    until("its space", lambda: size(cloud) < bytes_before + (1 << 20), 240, 1)
    # The machine's own disk needs none of it, and the image that it came from is whole.
    ec2.start_instances(InstanceIds=[instance_id])
    address = person.log_in(instance_id)
    assert person.ssh(address, "md5sum -c sum", timeout=60).strip() == "noise: OK"
    code, said = check(cloud)
    assert code == 0 and "All of it is sound." in said, said
