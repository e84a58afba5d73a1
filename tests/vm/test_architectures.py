"""Images of other architectures than this machine's."""

import pytest

from support import refused
from vm_support import BOOT

# The architecture, a type that has it, one that doesn't and what that has, and what the guest's kernel calls it.
OTHERS = [("arm64", "t4g.small", "t3.micro", "x86_64", "aarch64"), ("i386", "t2.micro", "t4g.micro", "arm64", "i686")]


@pytest.mark.parametrize(("architecture", "fitting", "other", "of_other", "machine"), OTHERS)
def test_tiny_of_another_architecture(cloud, person, architecture, fitting, other, of_other, machine):
    built = cloud.fogbank("image", "build", "fogbank-tiny", "--arch", architecture)
    assert built.returncode == 0, built.stderr
    filters = [{"Name": "name", "Values": ["fogbank-tiny-*"]}, {"Name": "architecture", "Values": [architecture]}]
    (image,) = person.ec2.describe_images(Owners=["amazon"], Filters=filters)["Images"]

    sentence = f"The architecture '{of_other}' of the specified instance type does not match the architecture '{architecture}'"
    with refused("InvalidParameterValue", sentence):
        person.launch(ImageId=image["ImageId"], InstanceType=other)

    instance_id = person.launch(ImageId=image["ImageId"], InstanceType=fitting)
    address = person.log_in(instance_id, 2 * BOOT)
    assert person.ssh(address, "uname -m").strip() == machine
    assert person.look(instance_id)["Architecture"] == architecture
    # The image in the guest is of it too, and not only its kernel.
    document = "curl -s http://169.254.169.254/latest/dynamic/instance-identity/document"
    assert f'"architecture" : "{architecture}"' in person.ssh(address, document)
