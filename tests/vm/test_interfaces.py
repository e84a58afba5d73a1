"""A second network interface of a running machine: it comes, carries packets and goes, and is there after a stop."""

from vm_support import until

TOKEN = "$(curl -s -m 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token)"


def metadata(person, address, path):
    return person.ssh(address, f"curl -s -m 5 -H \"X-aws-ec2-metadata-token: {TOKEN}\" http://169.254.169.254/latest/meta-data/{path}")


def status(person, eni):
    interface = person.ec2.describe_network_interfaces(NetworkInterfaceIds=[eni])["NetworkInterfaces"][0]
    return interface.get("Attachment", {}).get("Status", interface["Status"])


def device(person, address, mac):
    """What the guest calls the interface; empty if it has none."""
    found = person.ssh(address, f"grep -l {mac} /sys/class/net/*/address || true").strip()
    return found.split("/")[4] if found else ""


def test_an_interface_comes_and_goes(person):
    ec2, machine = person.ec2, person.launch()
    address = person.log_in(machine)
    subnet = person.look(machine)["SubnetId"]
    made = ec2.create_network_interface(SubnetId=subnet, Groups=[person.group])["NetworkInterface"]
    eni, mac, private = made["NetworkInterfaceId"], made["MacAddress"], made["PrivateIpAddress"]

    attachment = ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=machine, DeviceIndex=1)["AttachmentId"]
    until("the attachment", lambda: status(person, eni) == "attached")
    name = until("the interface in the guest", lambda: device(person, address, mac))
    assert f"{mac}/" in metadata(person, address, "network/interfaces/macs/").split()
    assert metadata(person, address, f"network/interfaces/macs/{mac}/local-ipv4s") == private

    # Packets by it: the metadata service, asked by the second interface alone, knows whose it is.
    person.ssh(address, f"sudo ip link set {name} up && sudo ip addr add {private}/32 dev {name} && "
                        f"sudo ip route replace 169.254.169.254 dev {name} src {private}")
    assert until("an answer by it", lambda: metadata(person, address, "instance-id")) == machine
    # And an address that comes while it is there.
    ec2.assign_private_ip_addresses(NetworkInterfaceId=eni, SecondaryPrivateIpAddressCount=1)
    second = ec2.describe_network_interfaces(NetworkInterfaceIds=[eni])["NetworkInterfaces"][0]["PrivateIpAddresses"][1]
    second = second["PrivateIpAddress"]
    person.ssh(address, f"sudo ip addr add {second}/32 dev {name} && "
                        f"sudo ip route replace 169.254.169.254 dev {name} src {second}")
    assert until("an answer to it", lambda: metadata(person, address, "instance-id")) == machine
    ec2.unassign_private_ip_addresses(NetworkInterfaceId=eni, PrivateIpAddresses=[second])
    until("no answer to it", lambda: metadata(person, address, "instance-id || true") != machine)

    ec2.detach_network_interface(AttachmentId=attachment)
    until("the interface to be free", lambda: status(person, eni) == "available")
    assert device(person, address, mac) == ""
    assert f"{mac}/" not in metadata(person, address, "network/interfaces/macs/").split()

    # Taken in while the machine is stopped, it is there from the start.
    ec2.stop_instances(InstanceIds=[machine])
    person.wait(machine, "stopped")
    ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=machine, DeviceIndex=1)
    assert status(person, eni) == "attached"
    ec2.start_instances(InstanceIds=[machine])
    person.wait(machine, "running")
    address = person.log_in(machine)
    assert device(person, address, mac)
    ec2.terminate_instances(InstanceIds=[machine])
    person.wait(machine, "terminated")
    assert status(person, eni) == "available"
    ec2.delete_network_interface(NetworkInterfaceId=eni)
