"""Instance types and where they are offered."""

import pytest


def test_a_type(ec2):
    [info] = ec2.describe_instance_types(InstanceTypes=["t3.micro"])["InstanceTypes"]
    assert info == {
        "InstanceType": "t3.micro",
        "CurrentGeneration": True,
        "FreeTierEligible": True,
        "SupportedUsageClasses": ["on-demand"],
        "SupportedRootDeviceTypes": ["ebs"],
        "SupportedVirtualizationTypes": ["hvm"],
        "BareMetal": False,
        "Hypervisor": "nitro",
        "ProcessorInfo": {
            "SupportedArchitectures": ["x86_64"], "SustainedClockSpeedInGhz": 2.5, "Manufacturer": "Intel"},
        "VCpuInfo": {"DefaultVCpus": 2, "DefaultCores": 1, "DefaultThreadsPerCore": 2, "ValidCores": [1],
                     "ValidThreadsPerCore": [1, 2]},
        "MemoryInfo": {"SizeInMiB": 1024},
        "InstanceStorageSupported": False,
        "EbsInfo": {
            "EbsOptimizedSupport": "default", "EncryptionSupport": "supported", "NvmeSupport": "required",
            "AttachmentLimitType": "shared", "MaximumEbsAttachments": 27,
            "EbsOptimizedInfo": {
                "BaselineBandwidthInMbps": 87, "BaselineThroughputInMBps": 10.875, "BaselineIops": 500,
                "MaximumBandwidthInMbps": 2085, "MaximumThroughputInMBps": 260.625, "MaximumIops": 11800}},
        "NetworkInfo": {
            "NetworkPerformance": "Up to 5 Gigabit", "MaximumNetworkInterfaces": 2, "MaximumNetworkCards": 1,
            "DefaultNetworkCardIndex": 0, "Ipv4AddressesPerInterface": 2, "Ipv6AddressesPerInterface": 0,
            "Ipv6Supported": False, "EnaSupport": "required", "EfaSupported": False, "EnaSrdSupported": False,
            "EncryptionInTransitSupported": False, "FlexibleEnaQueuesSupport": "unsupported",
            "SecondaryNetworkSupported": False,
            "ConnectionTrackingConfiguration": {
                "DefaultTcpEstablishedTimeout": 432000, "DefaultUdpTimeout": 30, "DefaultUdpStreamTimeout": 180},
            "NetworkCards": [{
                "NetworkCardIndex": 0, "NetworkPerformance": "Up to 5 Gigabit", "MaximumNetworkInterfaces": 2,
                "BaselineBandwidthInGbps": 0.064, "PeakBandwidthInGbps": 5.0,
                "DefaultEnaQueueCountPerInterface": 2}]},
        "PlacementGroupInfo": {"SupportedStrategies": ["partition", "spread"]},
        "HibernationSupported": False,
        "BurstablePerformanceSupported": True,
        "DedicatedHostsSupported": False,
        "AutoRecoverySupported": False,
        "SupportedBootModes": ["legacy-bios", "uefi"],
        "NitroEnclavesSupport": "unsupported",
        "NitroTpmSupport": "unsupported",
        "PhcSupport": "unsupported",
        "RebootMigrationSupport": "unsupported",
    }


def names(ec2, **filters):
    asked = [{"Name": name.replace("__", ".").replace("_", "-"), "Values": values} for name, values in filters.items()]
    pages = ec2.get_paginator("describe_instance_types").paginate(Filters=asked)
    return [info["InstanceType"] for page in pages for info in page["InstanceTypes"]]


def test_all_types(ec2):
    everything = names(ec2)
    assert len(everything) == 669 == len(set(everything))
    assert everything == sorted(everything)
    first = ec2.describe_instance_types()
    assert len(first["InstanceTypes"]) == 100 and first["NextToken"]
    pages = ec2.get_paginator("describe_instance_types").paginate(
        Filters=[{"Name": "instance-type", "Values": ["t3*"]}], PaginationConfig={"PageSize": 5})
    assert [len(page["InstanceTypes"]) for page in pages] == [5, 5, 4]


@pytest.mark.parametrize("filters, found", [
    ({"instance_type": ["t2.*"], "vcpu_info__default_vcpus": ["2", "4"]}, "t2.large t2.medium t2.xlarge"),
    ({"instance_type": ["t3*.micro"], "processor_info__supported_architecture": ["x86_64"]}, "t3.micro t3a.micro"),
    ({"instance_type": ["t*.micro"], "processor_info__supported_architecture": ["arm64"]}, "t4g.micro"),
    ({"instance_type": ["t?.nano"], "memory_info__size_in_mib": ["512"]}, "t2.nano t3.nano"),
    ({"instance_type": ["t*.small"], "current_generation": ["false"]}, ""),
    ({"instance_type": ["t3.*"], "vcpu_info__valid_threads_per_core": ["1"], "vcpu_info__valid_cores": ["4"]}, "t3.2xlarge"),
    ({"instance_type": ["t*.large"], "hypervisor": ["xen"]}, "t2.large"),
    ({"instance_type": ["t2.nano"], "supported_boot_mode": ["uefi"]}, ""),
    ({"instance_type": ["t3.nano"], "supported_boot_mode": ["uefi"]}, "t3.nano"),
    ({"instance_type": ["t3.nano"], "ebs_info__ebs_optimized_info__maximum_iops": ["11800"]}, "t3.nano"),
    ({"instance_type": ["t3.nano"], "ebs_info__ebs_optimized_info__baseline_throughput_in_mbps": ["5.375"]}, "t3.nano"),
    ({"instance_type": ["t3.nano"], "network_info__network_performance": ["Up to 5*"]}, "t3.nano"),
    ({"free_tier_eligible": ["true"], "burstable_performance_supported": ["true"], "instance_type": ["t3.*"]},
     "t3.micro t3.small"),
    # What is not offered is not found either.
    *(({name: [value]}, "") for name, value in (
        ("network_info__efa_supported", "true"), ("nitro_enclaves_support", "supported"), ("bare_metal", "true"),
        ("nitro_tpm_support", "supported"), ("hibernation_supported", "true"), ("supported_usage_class", "spot"),
        ("supported_virtualization_type", "paravirtual"), ("supported_root_device_type", "instance-store"),
        ("instance_storage_supported", "true"), ("network_info__ipv6_supported", "true"),
        ("instance_storage_info__disk__type", "*"), ("network_info__efa_info__maximum_efa_interfaces", "*"))),
])
def test_filters(ec2, filters, found):
    assert " ".join(names(ec2, **filters)) == found


EVERY_FILTER = """
    auto-recovery-supported bare-metal burstable-performance-supported current-generation
    dedicated-hosts-supported ebs-info.attachment-limit-type ebs-info.maximum-ebs-attachments
    ebs-info.ebs-optimized-info.baseline-bandwidth-in-mbps ebs-info.ebs-optimized-info.baseline-iops
    ebs-info.ebs-optimized-info.baseline-throughput-in-mbps ebs-info.ebs-optimized-info.maximum-bandwidth-in-mbps
    ebs-info.ebs-optimized-info.maximum-iops ebs-info.ebs-optimized-info.maximum-throughput-in-mbps
    ebs-info.ebs-optimized-support ebs-info.encryption-support ebs-info.nvme-support free-tier-eligible
    hibernation-supported hypervisor instance-storage-supported instance-type memory-info.size-in-mib
    network-info.efa-supported network-info.ena-support network-info.flexible-ena-queues-support
    network-info.encryption-in-transit-supported network-info.ipv4-addresses-per-interface
    network-info.ipv6-addresses-per-interface network-info.ipv6-supported network-info.maximum-network-cards
    network-info.maximum-network-interfaces network-info.network-performance nitro-enclaves-support nitro-tpm-support
    processor-info.supported-architecture processor-info.sustained-clock-speed-in-ghz reboot-migration-support
    supported-boot-mode supported-root-device-type supported-usage-class supported-virtualization-type
    vcpu-info.default-cores vcpu-info.default-threads-per-core vcpu-info.default-vcpus vcpu-info.valid-cores
    vcpu-info.valid-threads-per-core
"""


def test_every_filter_has_a_value(ec2):
    for name in EVERY_FILTER.split():
        asked = [{"Name": name, "Values": ["*"]}, {"Name": "instance-type", "Values": ["t3.micro"]}]
        assert len(ec2.describe_instance_types(Filters=asked)["InstanceTypes"]) == 1, name


@pytest.mark.parametrize("location_type, locations", [
    (None, ["eu-west-1"]),
    ("region", ["eu-west-1"]),
    ("availability-zone", ["eu-west-1a", "eu-west-1b", "eu-west-1c"]),
    ("availability-zone-id", ["euw1-az1", "euw1-az2", "euw1-az3"]),
    ("outpost", []),
])
def test_offerings(client, location_type, locations):
    ec2 = client("ec2", region="eu-west-1")
    arguments = {"Filters": [{"Name": "instance-type", "Values": ["t3.micro", "t4g.*o"]}]}
    if location_type:
        arguments["LocationType"] = location_type
    offerings = ec2.describe_instance_type_offerings(**arguments)["InstanceTypeOfferings"]
    assert offerings == [
        {"InstanceType": instance_type, "LocationType": location_type or "region", "Location": location}
        for instance_type in ("t3.micro", "t4g.micro", "t4g.nano") for location in locations]
    pages = ec2.get_paginator("describe_instance_type_offerings").paginate(
        **arguments, PaginationConfig={"PageSize": 5})
    assert [offering for page in pages for offering in page["InstanceTypeOfferings"]] == offerings


def test_offerings_of_a_place(ec2):
    asked = [{"Name": "location", "Values": ["us-east-1b"]}, {"Name": "instance-type", "Values": ["m5.large"]}]
    answer = ec2.describe_instance_type_offerings(LocationType="availability-zone", Filters=asked)
    assert [offering["Location"] for offering in answer["InstanceTypeOfferings"]] == ["us-east-1b"]
    assert len(ec2.describe_instance_type_offerings()["InstanceTypeOfferings"]) == 669


@pytest.mark.parametrize("action, arguments, code, message", [
    ("describe_instance_types", {"InstanceTypes": ["x9.mega"]}, "InvalidInstanceType",
     r"^The following supplied instance types do not exist: \[x9\.mega\]$"),
    ("describe_instance_types", {"InstanceTypes": ["a.b", "t3.micro", "c.d"]}, "InvalidInstanceType", r"\[a\.b, c\.d\]$"),
    ("describe_instance_types", {"InstanceTypes": ["t3.micro"] * 101}, "InvalidParameterValue", "100"),
    ("describe_instance_types", {"InstanceTypes": ["t3.micro"], "MaxResults": 5}, "InvalidParameterCombination",
     "cannot be used with the parameter maxResults"),
    ("describe_instance_types", {"MaxResults": 4}, "InvalidParameterValue", "Expecting a value greater than 5"),
    ("describe_instance_types", {"NextToken": "x"}, "InvalidParameterValue", None),
    ("describe_instance_types", {"Filters": [{"Name": "nope", "Values": ["x"]}]}, "InvalidParameterValue",
     "^The filter 'nope' is invalid$"),
    ("describe_instance_type_offerings", {"LocationType": "planet"}, "InvalidParameterValue", "locationType"),
    ("describe_instance_type_offerings", {"MaxResults": 1}, "InvalidParameterValue", None),
    ("describe_instance_type_offerings", {"Filters": [{"Name": "zone", "Values": ["x"]}]}, "InvalidParameterValue",
     "^The filter 'zone' is invalid$"),
])
def test_refusals(client, error, action, arguments, code, message):
    with error(code, message):
        getattr(client("ec2", parameter_validation=False), action)(**arguments)
