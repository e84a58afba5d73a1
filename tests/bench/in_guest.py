"""The program that benchmarks run in guests (`guest.rs`)."""

import subprocess

from support import ROOT

SOURCE = ROOT / "tests" / "bench" / "guest.rs"
BINARY = ROOT / "target" / "bench-guest"
# Where it is put in a guest.
THERE = "/tmp/guest"


def build():
    """Builds it, so that it runs where there is no library."""
    options = ["--edition", "2024", "-O", "-C", "target-feature=+crt-static", "-C", "strip=symbols"]
    subprocess.run(["rustc", *options, "-o", BINARY, SOURCE], check=True)


def bring(person, address):
    """Copies it to a guest."""
    person.ssh(address, f"cat > {THERE} && chmod +x {THERE}", stdin=BINARY.read_bytes())


def run(person, address, what, path, mib, seconds, patience):
    """The numbers that it prints."""
    printed = person.ssh(address, f"sudo {THERE} {what} {path} {mib} {seconds}", timeout=patience)
    return [float(number) for number in printed.split()]
