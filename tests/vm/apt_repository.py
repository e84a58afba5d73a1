"""Debian packages for guests that have no internet: a repository in a network namespace of its own, which guests reach
through the machine as they would reach any other server."""

import contextlib
import hashlib
import os
import pathlib
import subprocess
import tempfile

# Addresses for documentation (RFC 5737): nobody has them.
MACHINE, SERVER = "203.0.113.1", "203.0.113.2"


def run(*command, **kwargs):
    return subprocess.run(command, check=True, capture_output=True, text=True, **kwargs).stdout


def download(packages, folder):
    """The packages and all that they depend on, as if nothing were installed."""
    nothing = ["-o", "Dir::State::status=/dev/null", "-o", "APT::Get::Download-Only=true"]
    planned = run("apt-get", "-qq", *nothing, "--no-install-recommends", "--print-uris", "install", *packages)
    # 'URI' FILE SIZE HASH, and the file's name begins with the package's and its version.
    names = {line.split()[1].split("_")[0] for line in planned.splitlines() if line.startswith("'")}
    run("apt-get", "-qq", "download", *sorted(names), cwd=folder)


def index(folder):
    """What apt reads of a flat repository."""
    entries = []
    for package in sorted(pathlib.Path(folder).glob("*.deb")):
        control = run("dpkg-deb", "--field", package).strip()
        digest = hashlib.sha256(package.read_bytes()).hexdigest()
        entries.append(f"{control}\nFilename: ./{package.name}\nSize: {package.stat().st_size}\nSHA256: {digest}\n")
    (pathlib.Path(folder) / "Packages").write_text("\n".join(entries))


@contextlib.contextmanager
def repository(*packages):
    """A line of apt's sources that has the packages."""
    namespace = f"fogbank-apt-{os.getpid()}"
    inside, leg = ["ip", "-n", namespace], f"fbapt{os.getpid()}"
    with tempfile.TemporaryDirectory(prefix="fogbank-apt-") as folder:
        # apt downloads as a user of its own.
        os.chmod(folder, 0o777)
        download(packages, folder)
        index(folder)
        run("ip", "netns", "add", namespace)
        server = None
        try:
            run("ip", "link", "add", leg, "type", "veth", "peer", "name", "inner", "netns", namespace)
            run("ip", "address", "add", f"{MACHINE}/30", "dev", leg)
            run("ip", "link", "set", leg, "up")
            # Answers find their way back to guests, whether or not this machine is a router otherwise.
            pathlib.Path(f"/proc/sys/net/ipv4/conf/{leg}/forwarding").write_text("1")
            run(*inside, "address", "add", f"{SERVER}/30", "dev", "inner")
            run(*inside, "link", "set", "inner", "up")
            run(*inside, "route", "add", "default", "via", MACHINE)
            command = ["ip", "netns", "exec", namespace, "python3", "-m", "http.server", "80", "--bind", SERVER]
            server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            yield f"deb [trusted=yes] http://{SERVER}/ ./"
        finally:
            if server:
                server.kill()
                server.wait()
            # The pair of interfaces goes with it.
            run("ip", "netns", "del", namespace)
