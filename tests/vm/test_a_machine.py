"""The main job: an unmodified client launches a real machine from an AMI, and somebody logs in to it."""

import subprocess

from support import binary
from vm_support import BOOT, until

HELLO = """#!/bin/sh
echo hello from user data > /var/lib/hello
echo user data was here
"""


def test_launch_log_in_and_look_around(person):
    instance_id = person.launch(UserData=HELLO)
    address = person.log_in(instance_id)
    machine = person.look(instance_id)

    # It is the machine that the answer describes.
    assert person.ssh(address, "hostname").strip() == machine["PrivateDnsName"].split(".")[0]
    assert machine["PrivateIpAddress"] in person.ssh(address, "ip -4 addr show eth0")
    assert int(person.ssh(address, "nproc")) == 2
    kib = int(person.ssh(address, "awk '/MemTotal/{print $2}' /proc/meminfo"))
    assert 800_000 < kib < 1_048_576, kib
    # The root volume, by the name that its id gives it.
    volume = machine["BlockDeviceMappings"][0]["Ebs"]["VolumeId"].replace("-", "")
    assert volume in person.ssh(address, "ls /dev/disk/by-id")
    gib = int(person.ssh(address, "df -k / | awk 'END{print $2}'")) / 2**20
    assert 1.8 < gib < 2.1, gib

    # Root rights without a password, by the launch key only.
    assert person.ssh(address, "sudo id -u").strip() == "0"
    # User data ran once, as root.
    until("user data", lambda: person.ssh(address, "cat /var/lib/hello").strip() == "hello from user data")
    until("user data on the console", lambda: "user data was here" in person.console(instance_id))

    # The metadata service, with a token as without.
    token = "wget -q -O - --header 'X-aws-ec2-metadata-token-ttl-seconds: 60' --post-data '' http://169.254.169.254/latest/api/token || true"
    person.ssh(address, token)
    metadata = "wget -q -O - http://169.254.169.254/latest/meta-data/"
    assert person.ssh(address, metadata + "instance-id") == instance_id
    assert person.ssh(address, metadata + "public-ipv4") == address
    document = person.ssh(address, "wget -q -O - http://169.254.169.254/latest/dynamic/instance-identity/document")
    assert f'"instanceId" : "{instance_id}"' in document

    # Both checks pass once the guest has its lease and answers.
    def healthy():
        status = person.ec2.describe_instance_status(InstanceIds=[instance_id])["InstanceStatuses"][0]
        return status["InstanceStatus"]["Status"] == status["SystemStatus"]["Status"] == "ok"

    until("the status checks", healthy, BOOT)


def test_the_aws_command_line_and_fogbank_ssh(person, tmp_path):
    shell = f"""
    set -eu
    export FOGBANK_DATA_DIR={person.cloud.data_dir}
    eval "$({binary()} env)"
    cd {tmp_path}
    aws ec2 create-key-pair --key-name cli-{tmp_path.name} --query KeyMaterial --output text > cli.pem
    chmod 600 cli.pem
    image=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=fogbank-tiny-*' --query 'Images[0].ImageId' --output text)
    id=$(aws ec2 run-instances --image-id "$image" --instance-type t3.micro --key-name cli-{tmp_path.name} \\
        --security-group-ids {person.group} --query 'Instances[0].InstanceId' --output text)
    aws ec2 wait instance-running --instance-ids "$id"
    i=0
    until {binary()} ssh -i cli.pem "$id" true 2>/dev/null; do
        i=$((i + 1)); [ $i -lt {BOOT} ] || exit 1; sleep 1
    done
    {binary()} ssh -i cli.pem "$id" 'echo logged in as $(whoami)'
    aws ec2 terminate-instances --instance-ids "$id" > /dev/null
    aws ec2 wait instance-terminated --instance-ids "$id"
    """
    result = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stderr
    assert "logged in as ec2-user" in result.stdout


def test_a_group_change_cuts_and_restores_a_port(person):
    address = person.log_in(person.launch())
    person.forbid(22)

    def cut():
        try:
            person.ssh(address, "true", timeout=2)
        except (RuntimeError, subprocess.TimeoutExpired):
            return True
        return False

    until("port 22 to be cut", cut)
    person.allow(22)
    until("port 22 to be back", lambda: person.ssh(address, "echo back", timeout=5).strip() == "back")


def test_stop_and_start_keep_the_disk_and_the_private_address(person):
    instance_id = person.launch()
    address = person.log_in(instance_id)
    before = person.look(instance_id)
    person.ssh(address, "echo kept | sudo tee /root/note && sync")

    person.ec2.stop_instances(InstanceIds=[instance_id])
    stopped = person.wait(instance_id, "stopped")
    assert "PublicIpAddress" not in stopped
    assert stopped["StateReason"]["Code"] == "Client.UserInitiatedShutdown"
    person.ec2.modify_instance_attribute(InstanceId=instance_id, InstanceType={"Value": "t3.small"})

    person.ec2.start_instances(InstanceIds=[instance_id])
    address = person.log_in(instance_id)
    after = person.look(instance_id)
    assert person.ssh(address, "sudo cat /root/note").strip() == "kept"
    assert after["PrivateIpAddress"] == before["PrivateIpAddress"]
    assert after["BlockDeviceMappings"][0]["Ebs"]["VolumeId"] == before["BlockDeviceMappings"][0]["Ebs"]["VolumeId"]
    assert int(person.ssh(address, "awk '/MemTotal/{print $2}' /proc/meminfo")) > 1_700_000


def test_reboot_starts_the_same_machine_again(person):
    instance_id = person.launch()
    address = person.log_in(instance_id)
    boot = person.ssh(address, "cat /proc/sys/kernel/random/boot_id")
    person.ec2.reboot_instances(InstanceIds=[instance_id])
    until("another boot", lambda: person.ssh(address, "cat /proc/sys/kernel/random/boot_id", timeout=5) != boot, BOOT)
    assert person.state(instance_id) == "running"


def test_a_guest_that_powers_off_stops_or_ends_as_asked(person):
    stays = person.launch()
    goes = person.launch(InstanceInitiatedShutdownBehavior="terminate")
    for instance_id in (stays, goes):
        address = person.log_in(instance_id)
        person.hang_up(address, "sudo poweroff")
    assert person.wait(stays, "stopped")["StateReason"]["Code"] == "Client.InstanceInitiatedShutdown"
    person.wait(goes, "terminated")


def test_groups_are_enforced_between_instances_of_one_subnet(person):
    one, two = person.launch(), person.launch()
    address = person.log_in(one)
    person.log_in(two)
    neighbour = person.look(two)["PrivateIpAddress"]
    probe = f"nc -w 3 {neighbour} 22 </dev/null | head -c 3"
    person.forbid(22)
    # The way in for the test stays open for this machine's own addresses only.
    own = [{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "127.0.0.0/8"}]}]
    person.ec2.authorize_security_group_ingress(GroupId=person.group, IpPermissions=own)
    until("the way in", lambda: person.ssh(address, "echo in", timeout=5).strip() == "in")
    assert person.ssh(address, probe + " || true") == ""
    among = [{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "UserIdGroupPairs": [{"GroupId": person.group}]}]
    person.ec2.authorize_security_group_ingress(GroupId=person.group, IpPermissions=among)
    until("the neighbour", lambda: person.ssh(address, probe) == "SSH")
