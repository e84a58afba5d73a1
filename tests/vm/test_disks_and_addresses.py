"""What one adds to a running machine: disks that come, grow and go, an address of one's own, a network of one's own."""

import pytest
from botocore.exceptions import ClientError

from vm_support import until


def volume_state(person, volume_id):
    return person.ec2.describe_volumes(VolumeIds=[volume_id])["Volumes"][0]["State"]


def test_a_disk_comes_grows_and_goes_to_another_machine(person):
    one, two = person.launch(), person.launch()
    zone = person.look(one)["Placement"]["AvailabilityZone"]
    volume = person.ec2.create_volume(AvailabilityZone=zone, Size=1, VolumeType="gp3")["VolumeId"]
    disk = f"/dev/disk/by-id/virtio-{volume.replace('-', '')}"
    address = person.log_in(one)
    until("the volume", lambda: volume_state(person, volume) == "available")

    person.ec2.attach_volume(VolumeId=volume, InstanceId=one, Device="/dev/sdf")
    until("the disk in the guest", lambda: person.ssh(address, f"ls {disk}"))
    until("the attachment", lambda: volume_state(person, volume) == "in-use")
    person.ssh(address, f"sudo mke2fs -q -t ext4 {disk} && sudo mount {disk} /mnt && echo kept | sudo tee /mnt/note && sync")

    person.ec2.modify_volume(VolumeId=volume, Size=3)
    size = f"sudo blockdev --getsize64 {disk}"
    until("the guest to see it grow", lambda: int(person.ssh(address, size)) == 3 << 30)
    with pytest.raises(ClientError) as refused:
        person.ec2.modify_volume(VolumeId=volume, Size=2)
    assert refused.value.response["Error"]["Code"] == "InvalidParameterValue"

    # A copy is of its moment, and what is written once that is answered is not in it.
    earlier = person.ec2.copy_volumes(SourceVolumeId=volume, Size=4)["Volumes"][0]["VolumeId"]
    person.ssh(address, "echo later | sudo tee /mnt/later && sync")

    # The guest is asked to let go of it.
    person.ssh(address, "sudo umount /mnt")
    person.ec2.detach_volume(VolumeId=volume)
    until("the volume to be free", lambda: volume_state(person, volume) == "available")
    assert person.ssh(address, f"ls {disk} 2>/dev/null || echo gone").strip() == "gone"
    later = person.ec2.copy_volumes(SourceVolumeId=volume)["Volumes"][0]["VolumeId"]

    person.ec2.attach_volume(VolumeId=volume, InstanceId=two, Device="/dev/sdf")
    address = person.log_in(two)
    until("the disk in the other guest", lambda: person.ssh(address, f"ls {disk}"))
    assert person.ssh(address, f"sudo mount {disk} /mnt && cat /mnt/note").strip() == "kept"
    person.ssh(address, "sudo umount /mnt")
    person.ec2.detach_volume(VolumeId=volume)
    until("the volume to be free", lambda: volume_state(person, volume) == "available")
    person.ec2.delete_volume(VolumeId=volume)

    for copy, size, files in ((earlier, 4 << 30, "note"), (later, 3 << 30, "later note")):
        until("the copy", lambda is_copy=copy: volume_state(person, is_copy) == "available")
        person.ec2.attach_volume(VolumeId=copy, InstanceId=two, Device="/dev/sdf")
        disk = f"/dev/disk/by-id/virtio-{copy.replace('-', '')}"
        until("the copy in the guest", lambda is_disk=disk: person.ssh(address, f"ls {is_disk}"))
        assert int(person.ssh(address, f"sudo blockdev --getsize64 {disk}")) == size
        person.ssh(address, f"sudo mount {disk} /mnt")
        assert person.ssh(address, "cd /mnt && echo $(ls -d [!l]* later 2>/dev/null | sort)").strip() == files
        assert person.ssh(address, "cat /mnt/note").strip() == "kept"
        person.ssh(address, "sudo umount /mnt")
        person.ec2.detach_volume(VolumeId=copy)
        until("the copy to be free", lambda is_copy=copy: volume_state(person, is_copy) == "available")
        person.ec2.delete_volume(VolumeId=copy)


def test_an_address_of_ones_own_moves_between_machines(person):
    one, two = person.launch(), person.launch()
    own = person.ec2.allocate_address(Domain="vpc")
    address = own["PublicIp"]
    for machine in (one, two):
        person.log_in(machine)
        name = person.look(machine)["PrivateDnsName"].split(".")[0]
        person.ec2.associate_address(AllocationId=own["AllocationId"], InstanceId=machine, AllowReassociation=True)
        until(f"{machine} at {address}", lambda is_here=name: person.ssh(address, "hostname", timeout=5).strip() == is_here)
        assert person.look(machine)["PublicIpAddress"] == address
    association = person.ec2.describe_addresses(AllocationIds=[own["AllocationId"]])["Addresses"][0]["AssociationId"]
    person.ec2.disassociate_address(AssociationId=association)
    person.ec2.release_address(AllocationId=own["AllocationId"])


def test_a_network_of_ones_own_carries_packets(person):
    ec2 = person.ec2
    vpc = ec2.create_vpc(CidrBlock="10.20.0.0/16")["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.20.1.0/24")["Subnet"]["SubnetId"]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    table = ec2.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["RouteTables"][0]["RouteTableId"]
    group = ec2.create_security_group(GroupName="ssh", Description="ssh", VpcId=vpc)["GroupId"]
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=person.rule(22))
    interface = {"DeviceIndex": 0, "SubnetId": subnet, "Groups": [group], "AssociatePublicIpAddress": True}
    machine = ec2.run_instances(
        ImageId=person.tiny(), InstanceType="t3.micro", MinCount=1, MaxCount=1, KeyName=person.key_name,
        NetworkInterfaces=[interface],
    )["Instances"][0]["InstanceId"]
    address = person.wait(machine, "running")["PublicIpAddress"]
    until("the machine to be up", lambda: "ready after" in person.console(machine), 180)

    # Without a way out of the subnet nobody reaches it.
    with pytest.raises(RuntimeError):
        person.ssh(address, "true", timeout=3)
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    assert "10.20.1." in until("the way in", lambda: person.ssh(address, "ip -4 addr show eth0", timeout=5))

    ec2.terminate_instances(InstanceIds=[machine])
    person.wait(machine, "terminated")
    ec2.delete_subnet(SubnetId=subnet)
    ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    ec2.delete_internet_gateway(InternetGatewayId=gateway)
    ec2.delete_security_group(GroupId=group)
    ec2.delete_vpc(VpcId=vpc)
