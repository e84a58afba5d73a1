"""`fogbank console` at a terminal."""

import contextlib
import os
import pty
import re
import select
import subprocess
import termios
import time

from support import binary
from vm_support import BOOT, until


class Terminal:
    """A program at a terminal of its own, and what it has shown."""

    def __init__(self, *command, **env):
        self.ours, theirs = pty.openpty()
        self.before = termios.tcgetattr(theirs)
        self.theirs = theirs
        self.shown = ""
        self.program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env={**os.environ, **env}
        )

    def type(self, keys):
        os.write(self.ours, keys.encode())

    def sees(self, pattern, patience=120):
        """Whether it has been shown since it was last asked."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            found = re.search(pattern, self.shown)
            if found:
                self.shown = self.shown[found.end():]
                return True
            if select.select([self.ours], [], [], 0.5)[0]:
                self.shown += os.read(self.ours, 4096).decode(errors="replace")
        return False

    def is_as_before(self):
        return termios.tcgetattr(self.theirs) == self.before

    def close(self):
        self.program.kill()
        self.program.wait()
        os.close(self.ours)
        os.close(self.theirs)


def test_type_into_it_see_its_output_and_leave(cloud, person):
    instance_id = person.launch()
    person.log_in(instance_id)
    console = [str(binary()), "console", "--data-dir", str(cloud.data_dir), instance_id]
    with contextlib.closing(Terminal(*console)) as terminal:
        assert terminal.sees(f"Connected to {instance_id}; Ctrl-. leaves"), terminal.shown
        assert not terminal.is_as_before()
        terminal.type("\r")
        # A prompt has no line end, and is seen all the same.
        assert terminal.sees("login: ?$", BOOT), terminal.shown
        terminal.type("somebody\r")
        assert terminal.sees("somebody"), terminal.shown
        assert terminal.sees("[Pp]assword: ?$"), terminal.shown
        # Ctrl-C is the guest's, not the program's.
        terminal.type("\x03")
        assert terminal.program.poll() is None
        terminal.type("\x1d")
        assert terminal.program.wait(timeout=30) == 0
        assert terminal.is_as_before()

    # Somebody else may come, and is sent away when the machine ends.
    with contextlib.closing(Terminal(*console)) as terminal:
        assert terminal.sees("Connected"), terminal.shown
        person.ec2.stop_instances(InstanceIds=[instance_id], Force=True)
        assert terminal.sees("The machine has ended", BOOT), terminal.shown
        until("its end", lambda: terminal.program.poll() == 0)
        assert terminal.is_as_before()

    # And there is no console of what doesn't run.
    person.wait(instance_id, "stopped")
    refused = cloud.fogbank("console", instance_id, stdin=subprocess.DEVNULL)
    assert refused.returncode == 1
    assert "console" in refused.stderr or "running" in refused.stderr, refused.stderr
