"""A machine that was spoilt gets the root volume that it was launched with, and keeps its addresses."""

from vm_support import BOOT, until


def test_back_to_what_it_was_launched_with(person):
    instance_id = person.launch()
    address = person.log_in(instance_id)
    person.ssh(address, "sudo touch /spoilt && sync")
    made = person.ec2.create_replace_root_volume_task(InstanceId=instance_id, DeleteReplacedRootVolume=True)
    task_id = made["ReplaceRootVolumeTask"]["ReplaceRootVolumeTaskId"]

    def over():
        tasks = person.ec2.describe_replace_root_volume_tasks(ReplaceRootVolumeTaskIds=[task_id])
        state = tasks["ReplaceRootVolumeTasks"][0]["TaskState"]
        return state if state != "in-progress" else None

    assert until("the replacement", over, BOOT) == "succeeded"
    assert person.log_in(instance_id) == address
    assert person.ssh(address, "test -e /spoilt || echo like new") == "like new\n"
