"""Kill what you like: machines keep running, and what comes back finds them."""

import os
import signal
import shutil
import tempfile

from vm_support import Cloud, Person, processes, qemu_pids, until


def kill_agent(cloud):
    pid = cloud.agent_pid()
    os.kill(pid, signal.SIGKILL)
    until("the agent to be gone", lambda: pid not in processes("host", cloud.data_dir))
    return pid


def test_the_control_plane_the_agent_and_both(cloud, person):
    instance_id = person.launch()
    address = person.log_in(instance_id)
    boot = person.ssh(address, "cat /proc/sys/kernel/random/boot_id")
    (qemu,) = qemu_pids(cloud, instance_id)

    for killed in ("control plane", "host agent", "both"):
        if killed in ("control plane", "both"):
            cloud.server.stop(signal.SIGKILL)
        if killed in ("host agent", "both"):
            kill_agent(cloud)
        # The machine does not notice.
        assert person.ssh(address, "cat /proc/sys/kernel/random/boot_id") == boot, killed
        if killed == "host agent":
            # The control plane has started another one, and goes on with that; so does the next control plane.
            until("another agent", lambda: len(processes("host", cloud.data_dir)) == 1)
            cloud.server.stop()
        cloud.up()
        person.ec2 = cloud.client()
        assert person.state(instance_id) == "running", killed
        assert person.ssh(address, "cat /proc/sys/kernel/random/boot_id") == boot, killed
        assert qemu_pids(cloud, instance_id) == [qemu], killed

    # What was adopted can still be stopped.
    person.ec2.stop_instances(InstanceIds=[instance_id])
    person.wait(instance_id, "stopped")
    assert qemu_pids(cloud, instance_id) == []


def test_a_machine_that_died_meanwhile_is_stopped_with_a_reason(cloud, person):
    instance_id = person.launch()
    person.log_in(instance_id)
    (qemu,) = qemu_pids(cloud, instance_id)
    cloud.server.stop(signal.SIGKILL)
    kill_agent(cloud)
    os.kill(qemu, signal.SIGKILL)
    cloud.up()
    person.ec2 = cloud.client()
    stopped = person.wait(instance_id, "stopped")
    assert stopped["StateReason"]["Code"] == "Server.InternalError"
    # And it can be started again.
    person.ec2.start_instances(InstanceIds=[instance_id])
    person.log_in(instance_id)


def test_an_agent_that_ends_is_replaced_while_the_control_plane_runs(cloud, person):
    instance_id = person.launch()
    address = person.log_in(instance_id)
    (qemu,) = qemu_pids(cloud, instance_id)
    log = cloud.data_dir / "up.log"
    said = log.read_text().count("the host agent runs again")
    # The second one is not started at once: it follows too soon after the first.
    for round_ in (1, 2):
        killed = kill_agent(cloud)
        until("it to be said", lambda: log.read_text().count("the host agent runs again") == said + round_)
        assert cloud.agent_pid() != killed
    assert "signal: 9" in log.read_text()
    assert qemu_pids(cloud, instance_id) == [qemu]
    assert person.ssh(address, "echo still here").strip() == "still here"
    # It does what it is asked.
    person.ec2.stop_instances(InstanceIds=[instance_id])
    person.wait(instance_id, "stopped")
    assert qemu_pids(cloud, instance_id) == []


def test_two_clouds_at_once_and_nothing_left_behind(cloud, person, tmp_path):
    mine = person.launch()
    address = person.log_in(mine)
    before = cloud.kernel_objects()
    assert before
    data_dir = tempfile.mkdtemp(prefix="fogbank-vm2-")
    # Its image need not be built again.
    shutil.copytree(cloud.data_dir / "vault", f"{data_dir}/vault")
    shutil.copy(cloud.data_dir / "images.json", f"{data_dir}/images.json")
    other = Cloud(data_dir)
    try:
        (tmp_path / "other").mkdir()
        stranger = Person(other, tmp_path / "other")
        theirs = stranger.launch()
        their_address = stranger.log_in(theirs)
        assert their_address != address
        stranger.ec2.terminate_instances(InstanceIds=[theirs])
        stranger.wait(theirs, "terminated")
        left = [p.name for p in (other.data_dir / "host" / "volumes").iterdir()]
        until("the volume's files to go", lambda: not list((other.data_dir / "host" / "volumes").iterdir()))
        assert qemu_pids(other) == [], left
        assert other.kernel_objects()
        other.down()
        # The second cloud is gone without a trace.
        assert processes("host", data_dir) == []
        until("nothing to be left", lambda: not other.kernel_objects())
    finally:
        other.down()
        shutil.rmtree(data_dir, ignore_errors=True)
    # And the first one has not been touched.
    assert cloud.kernel_objects() == before
    assert person.ssh(address, "echo still here").strip() == "still here"
