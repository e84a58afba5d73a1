"""`make bench-view`: what 100,000 instances cost a region in memory, in time to start, and in answers about one of them.

One instance is launched through the API, with tags, and all records that the launch wrote are copied under new ids
into the cell's file. So the records are what launches write, at a size that takes minutes to launch.
"""

import contextlib
import ipaddress
import random
import re
import sqlite3
import subprocess
import sys

from api import CONNECTIONS, requests_a_second
from goals import Goals
from sides import ROOT, Fogbank

FEW, MANY = 100, 100_000
ID = re.compile(r"\b(?:i|vol|eni|eni-attach|r)-0[0-9a-f]{16}\b")
BREAK = "\0"
TAGS = {"Name": "web", "team": "storefront"}


class Copies(Fogbank):
    """Fogbank over a cell with many copies of one launch."""

    def __init__(self, original, copies):
        self.original, self.copies = original, copies
        super().__init__()

    def prepare(self):
        cells = self.folder / "data" / "cells"
        cells.mkdir(parents=True)
        for name, content in self.original.files.items():
            (self.folder / "data" / name).write_bytes(content)
        with contextlib.closing(sqlite3.connect(cells / "us-east-1.db")) as connection, connection:
            connection.execute("PRAGMA synchronous = OFF")
            rows = (row for number in range(1, self.copies) for row in self.original.copy(number))
            connection.executemany("INSERT INTO records(key, mod_revision, value) VALUES (?, ?, ?)", rows)

    def first_request(self):
        return self.signed("DescribeInstances", **{"InstanceId.1": self.original.instance})


class Original:
    """A launch, and everything that it wrote."""

    def __init__(self):
        with Fogbank() as server:
            server.first_answer()
            client = server.client()
            cell = server.folder / "data" / "cells" / "us-east-1.db"
            before = dict(records(cell))
            tags = [{"Key": key, "Value": value} for key, value in TAGS.items()]
            answer = client.run_instances(
                ImageId=server.image(client),
                InstanceType="t3.micro",
                MinCount=1,
                MaxCount=1,
                TagSpecifications=[{"ResourceType": "instance", "Tags": tags}],
            )
            self.instance = answer["Instances"][0]["InstanceId"]
            shown = client.describe_instances(InstanceIds=[self.instance])["Reservations"][0]["Instances"][0]
            assert shown["State"]["Name"] == "running", shown
            launched = {key: row for key, row in records(cell) if before.get(key) != row}
            server.stop()
            data = server.folder / "data"
            kept = [data / "host-kind", data / "credentials.json", *data.glob("cells/*.db"), *data.glob("cells/*-wal")]
            self.files = {path.relative_to(data): path.read_bytes() for path in kept}
        rows = [(key, revision, value.decode()) for key, (revision, value) in sorted(launched.items())]
        self.revisions = [revision for _, revision, _ in rows]
        # Keys and values as one text, cut at everything that another launch has another of.
        text = BREAK.join(part for key, _, value in rows for part in (key, value))
        self.bytes = len(text)
        self.ids = sorted(set(ID.findall(text)))
        self.token = shown["ClientToken"]
        self.mac = shown["NetworkInterfaces"][0]["MacAddress"]
        self.private, self.public = shown["PrivateIpAddress"], shown["PublicIpAddress"]
        own = sorted(self.renamed(0), key=len, reverse=True)
        self.pieces = re.split("(" + "|".join(map(re.escape, own)) + ")", text)

    def renamed(self, number):
        """What another launch has in place of what is this one's own."""
        private, public = (str(ipaddress.IPv4Address(first) + number) for first in ("10.0.0.0", "127.64.0.0"))
        return {
            **{known: f"{known[:-17]}0{random.getrandbits(64):016x}" for known in self.ids},
            self.token: f"token-{number}",
            self.mac: ":".join(f"{byte:02x}" for byte in (2, 0, *number.to_bytes(4, "big"))),
            self.public: public,
            self.private: private,
            self.private.replace(".", "-"): private.replace(".", "-"),
        }

    def copy(self, number):
        """The launch's records as those of another launch."""
        new = self.renamed(number)
        parts = "".join(new.get(piece, piece) for piece in self.pieces).split(BREAK)
        return zip(parts[::2], self.revisions, (value.encode() for value in parts[1::2]), strict=True)


def records(cell):
    with contextlib.closing(sqlite3.connect(cell)) as connection:
        for key, revision, value in connection.execute("SELECT key, mod_revision, value FROM records"):
            yield key, (revision, bytes(value))


def view_bytes(cell, copies):
    """What the view of a cell takes in memory, in bytes."""
    measured = ROOT / "target" / "release" / "examples" / "view_memory"
    held, instances, _ = subprocess.run([measured, cell], check=True, capture_output=True, text=True).stdout.split()
    assert int(instances) == copies, f"{instances} of {copies} instances are in the view"
    return int(held)


def measure(original, copies):
    """Seconds to the first answer, bytes of the view and of the process, and requests a second about one instance."""
    with Copies(original, copies) as server:
        seconds = server.first_answer()
        memory = server.memory()
        rate = requests_a_second(server, server.first_request(), CONNECTIONS)
        pages = server.client().get_paginator("describe_instances").paginate(PaginationConfig={"PageSize": 1000})
        found = sum(len(reservation["Instances"]) for page in pages for reservation in page["Reservations"])
        assert found == copies, f"{found} of {copies} instances are there"
        server.stop()
        return seconds, view_bytes(server.folder / "data" / "cells" / "us-east-1.db", copies), memory, rate


def main():
    goals = Goals()
    original = Original()
    print(f"  a launch writes {len(original.revisions)} records, {original.bytes:,} bytes", flush=True)
    _, few_bytes, few_memory, few_rate = measure(original, FEW)
    seconds, many_bytes, many_memory, many_rate = measure(original, MANY)
    goals.at_most("memory of the view, an instance", "KB", (many_bytes - few_bytes) / (MANY - FEW) / 1e3, 6)
    process = (many_memory - few_memory) / (MANY - FEW) / 1e3
    print(f"  the whole process, the simulated host and SQLite's cache in it: {process:.1f} KB an instance", flush=True)
    goals.at_most(f"start with {MANY:,} instances to the first answer", "s", seconds, 15)
    print(f"  describe one of {FEW}: {few_rate:,.0f}/s; one of {MANY:,}: {many_rate:,.0f}/s", flush=True)
    goals.at_most(f"describe one of {MANY:,} against one of {FEW}", "times", few_rate / many_rate, 1.5)
    sys.exit(goals.verdict())


if __name__ == "__main__":
    main()
