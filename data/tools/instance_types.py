#!/usr/bin/env python3
"""Writes data/instance-types.tsv from the table that the moto package carries.

    pip install moto==5.2.1
    python3 data/tools/instance_types.py            # write the table
    python3 data/tools/instance_types.py --check    # fail if the table differs from what would be written

What is left out, and why, is said in data/instance-types.md. Before anything is written, every line is read back and
compared with its source, so that no fact is lost: a new field in the source stops this script until it has a column.
"""

import argparse
import gzip
import importlib.metadata
import json
import pathlib
import sys

TABLE = pathlib.Path(__file__).resolve().parent.parent / "instance-types.tsv"

HEADER = """\
# EC2 instance types: facts as DescribeInstanceTypes answers them.
# Source: moto {version} (Apache-2.0), moto/ec2/resources/instance_types.json.gz, which its authors collect from AWS.
# Written by data/tools/instance_types.py, which says how to repeat it; explained in data/instance-types.md.
"""

ACCELERATORS = ["GpuInfo", "FpgaInfo", "InferenceAcceleratorInfo", "NeuronInfo", "MediaAcceleratorInfo"]

# Yes-or-no facts, in the order in which the column `flags` names them: (name, where the source has it, what means yes).
FLAGS = [
    ("current", ["CurrentGeneration"], True),
    ("free-tier", ["FreeTierEligible"], True),
    ("burstable", ["BurstablePerformanceSupported"], True),
    ("hibernation", ["HibernationSupported"], True),
    ("auto-recovery", ["AutoRecoverySupported"], True),
    ("dedicated-hosts", ["DedicatedHostsSupported"], True),
    ("enclaves", ["NitroEnclavesSupport"], "supported"),
    ("phc", ["PhcSupport"], "supported"),
    ("reboot-migration", ["RebootMigrationSupport"], "supported"),
    ("ipv6", ["NetworkInfo", "Ipv6Supported"], True),
    ("encrypted-transit", ["NetworkInfo", "EncryptionInTransitSupported"], True),
    ("ena-srd", ["NetworkInfo", "EnaSrdSupported"], True),
    ("ena-queues", ["NetworkInfo", "FlexibleEnaQueuesSupport"], "supported"),
]

COLUMNS = [
    "type", "flags", "memory-mib", "cores", "threads", "valid-cores", "valid-threads", "architectures", "manufacturer",
    "clock-ghz", "cpu-features", "hypervisor", "virtualization", "boot-modes", "root-devices", "usage-classes",
    "placement", "tpm", "ebs-optimized", "ebs-nvme", "ebs-limit", "ebs-attachments", "ebs-speed", "ebs-cards",
    "network", "enis", "ipv4", "ipv6", "ena", "efas", "weightings", "secondary-ipv4", "tcp-established-s", "cards",
]

CARD = [
    "MaximumNetworkInterfaces", "NetworkPerformance", "BaselineBandwidthInGbps", "PeakBandwidthInGbps",
    "DefaultEnaQueueCountPerInterface", "MaximumEnaQueueCount", "MaximumEnaQueueCountPerInterface",
    "AdditionalFlexibleNetworkInterfaces",
]

SPEED = [
    "BaselineBandwidthInMbps", "BaselineThroughputInMBps", "BaselineIops",
    "MaximumBandwidthInMbps", "MaximumThroughputInMBps", "MaximumIops",
]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--check", action="store_true", help="compare instead of writing")
    check = arguments.parse_args().check

    files = importlib.metadata.files("moto")
    source = next(file for file in files if str(file) == "moto/ec2/resources/instance_types.json.gz")
    types = json.loads(gzip.decompress(source.locate().read_bytes()))
    lines = ["\t".join(COLUMNS)]
    for name in sorted(filter(lambda name: is_kept(types[name]), types)):
        line = encode(types[name])
        if decode(line) != types[name]:
            sys.exit(f"{name} can't be written without loss:\n{types[name]}\n{decode(line)}")
        lines.append(line)
    text = HEADER.format(version=importlib.metadata.version("moto")) + "\n".join(lines) + "\n"
    if not check:
        TABLE.write_text(text)
        print(f"{TABLE}: {len(lines) - 1} of {len(types)} types")
    elif TABLE.read_text() != text:
        sys.exit(f"{TABLE} differs: run {__file__} without --check")


def is_kept(facts):
    """Whether Fogbank can provide such a machine."""
    return not (facts["BareMetal"] or facts["InstanceStorageSupported"] or any(key in facts for key in ACCELERATORS))


def encode(facts):
    """The line of one type."""
    vcpu, processor, ebs, network = (facts[key] for key in ["VCpuInfo", "ProcessorInfo", "EbsInfo", "NetworkInfo"])
    speed = ebs.get("EbsOptimizedInfo")
    cells = {
        "type": facts["InstanceType"],
        "flags": listed(name for name, path, yes in FLAGS if look(facts, path) == yes),
        "memory-mib": facts["MemoryInfo"]["SizeInMiB"],
        "cores": vcpu["DefaultCores"],
        "threads": vcpu["DefaultThreadsPerCore"],
        "valid-cores": runs(vcpu.get("ValidCores")),
        "valid-threads": listed(vcpu.get("ValidThreadsPerCore")),
        "architectures": listed(processor["SupportedArchitectures"]),
        "manufacturer": processor["Manufacturer"],
        "clock-ghz": processor.get("SustainedClockSpeedInGhz"),
        "cpu-features": listed(processor.get("SupportedFeatures")),
        "hypervisor": facts["Hypervisor"],
        "virtualization": listed(facts["SupportedVirtualizationTypes"]),
        "boot-modes": listed(facts["SupportedBootModes"]),
        "root-devices": listed(facts["SupportedRootDeviceTypes"]),
        "usage-classes": listed(facts["SupportedUsageClasses"]),
        "placement": listed(facts["PlacementGroupInfo"]["SupportedStrategies"]),
        "tpm": listed(facts.get("NitroTpmInfo", {}).get("SupportedVersions")),
        "ebs-optimized": ebs["EbsOptimizedSupport"],
        "ebs-nvme": ebs["NvmeSupport"],
        "ebs-limit": ebs["AttachmentLimitType"],
        "ebs-attachments": ebs["MaximumEbsAttachments"],
        "ebs-speed": speed and listed(speed[key] for key in SPEED),
        "ebs-cards": each_once(ebs.get("EbsCards"), SPEED),
        "network": network["NetworkPerformance"],
        "enis": network["MaximumNetworkInterfaces"],
        "ipv4": network["Ipv4AddressesPerInterface"],
        "ipv6": network["Ipv6AddressesPerInterface"],
        "ena": network["EnaSupport"],
        "efas": network.get("EfaInfo", {}).get("MaximumEfaInterfaces"),
        "weightings": listed(network.get("BandwidthWeightings")),
        "secondary-ipv4": network.get("Ipv4AddressesPerSecondaryInterface"),
        "tcp-established-s": network["ConnectionTrackingConfiguration"]["DefaultTcpEstablishedTimeout"],
        "cards": each_once(network["NetworkCards"], CARD),
    }
    assert list(cells) == COLUMNS
    return "\t".join("-" if cell is None else str(cell) for cell in cells.values())


def decode(line):
    """What the source must have said for `encode` to write this line. Facts without a column are the same for all types."""
    cell = {name: None if text == "-" else text for name, text in zip(COLUMNS, line.split("\t"), strict=True)}
    vcpu = {
        "DefaultCores": int(cell["cores"]),
        "DefaultThreadsPerCore": int(cell["threads"]),
        "DefaultVCpus": int(cell["cores"]) * int(cell["threads"]),
    }
    if cell["valid-cores"]:
        vcpu["ValidCores"] = from_runs(cell["valid-cores"])
    if cell["valid-threads"]:
        vcpu["ValidThreadsPerCore"] = [int(threads) for threads in cell["valid-threads"].split(",")]
    processor = {"Manufacturer": cell["manufacturer"], "SupportedArchitectures": texts(cell["architectures"])}
    if cell["clock-ghz"]:
        processor["SustainedClockSpeedInGhz"] = float(cell["clock-ghz"])
    if cell["cpu-features"]:
        processor["SupportedFeatures"] = texts(cell["cpu-features"])
    ebs = {
        "AttachmentLimitType": cell["ebs-limit"],
        "EbsOptimizedSupport": cell["ebs-optimized"],
        "EncryptionSupport": "supported",
        "MaximumEbsAttachments": int(cell["ebs-attachments"]),
        "NvmeSupport": cell["ebs-nvme"],
    }
    if cell["ebs-speed"]:
        ebs["EbsOptimizedInfo"] = dict(zip(SPEED, map(number, cell["ebs-speed"].split(",")), strict=True))
    if cell["ebs-cards"]:
        ebs["EbsCards"] = all_of(cell["ebs-cards"], "EbsCardIndex", SPEED)
        ebs["MaximumEbsCards"] = len(ebs["EbsCards"])
    cards = all_of(cell["cards"], "NetworkCardIndex", CARD)
    network = {
        "ConnectionTrackingConfiguration": {
            "DefaultTcpEstablishedTimeout": int(cell["tcp-established-s"]),
            "DefaultUdpStreamTimeout": 180,
            "DefaultUdpTimeout": 30,
        },
        "DefaultNetworkCardIndex": 0,
        "EfaSupported": cell["efas"] is not None,
        "EnaSupport": cell["ena"],
        "Ipv4AddressesPerInterface": int(cell["ipv4"]),
        "Ipv6AddressesPerInterface": int(cell["ipv6"]),
        "MaximumNetworkCards": len(cards),
        "MaximumNetworkInterfaces": int(cell["enis"]),
        "NetworkCards": cards,
        "NetworkPerformance": cell["network"],
        "SecondaryNetworkSupported": False,
    }
    if cell["efas"]:
        network["EfaInfo"] = {"MaximumEfaInterfaces": int(cell["efas"])}
    if cell["weightings"]:
        network["BandwidthWeightings"] = texts(cell["weightings"])
    if cell["secondary-ipv4"]:
        network["Ipv4AddressesPerSecondaryInterface"] = int(cell["secondary-ipv4"])
    facts = {
        "BareMetal": False,
        "EbsInfo": ebs,
        "Hypervisor": cell["hypervisor"],
        "InstanceStorageSupported": False,
        "InstanceType": cell["type"],
        "MemoryInfo": {"SizeInMiB": int(cell["memory-mib"])},
        "NetworkInfo": network,
        "NitroTpmSupport": "supported" if cell["tpm"] else "unsupported",
        "PlacementGroupInfo": {"SupportedStrategies": texts(cell["placement"])},
        "ProcessorInfo": processor,
        "SupportedBootModes": texts(cell["boot-modes"]),
        "SupportedRootDeviceTypes": texts(cell["root-devices"]),
        "SupportedUsageClasses": texts(cell["usage-classes"]),
        "SupportedVirtualizationTypes": texts(cell["virtualization"]),
        "VCpuInfo": vcpu,
    }
    if cell["tpm"]:
        facts["NitroTpmInfo"] = {"SupportedVersions": texts(cell["tpm"])}
    for name, path, yes in FLAGS:
        no = False if yes is True else "unsupported"
        look(facts, path[:-1])[path[-1]] = yes if name in texts(cell["flags"]) else no
    return facts


def look(facts, path):
    for key in path:
        facts = facts[key]
    return facts


def listed(values):
    """Values between commas, or None."""
    return ",".join(map(str, values or [])) or None


def texts(cell):
    return cell.split(",") if cell else []


def number(text):
    return float(text) if "." in text else int(text)


def runs(values):
    """Rising numbers as runs of even steps: `1-4,8-24/4` is 1, 2, 3, 4, 8, 12, 16, 20, 24."""
    pieces = []
    rest = list(values or [])
    while rest:
        step = rest[1] - rest[0] if len(rest) > 1 else 1
        length = next((i for i in range(1, len(rest)) if rest[i] != rest[0] + i * step), len(rest))
        if length < 3:
            length, piece = 1, str(rest[0])
        else:
            piece = f"{rest[0]}-{rest[length - 1]}" + (f"/{step}" if step != 1 else "")
        pieces.append(piece)
        rest = rest[length:]
    return listed(pieces)


def from_runs(cell):
    """The reverse of `runs`."""
    values = []
    for piece in texts(cell):
        span, _, step = piece.partition("/")
        first, _, last = span.partition("-")
        values.extend(range(int(first), int(last or first) + 1, int(step or 1)))
    return values


def each_once(cards, keys):
    """Cards, which are alike but for their index: how many, and what each is, missing facts being empty."""
    if cards:
        return listed([len(cards), *(cards[0].get(key, "") for key in keys)])


def all_of(cell, index, keys):
    """The reverse of `each_once`."""
    count, *values = cell.split(",")
    card = {key: value if key == "NetworkPerformance" else number(value) for key, value in zip(keys, values) if value}
    return [{index: i, **card} for i in range(int(count))]


if __name__ == "__main__":
    main()
