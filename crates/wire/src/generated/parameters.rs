// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use crate::parameters::Unsupported;

/// What `ModifyInstanceAttribute` does not obey.
pub static MODIFY_INSTANCE_ATTRIBUTE: &[Unsupported] = &[
    Unsupported { path: "Kernel.Value", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ramdisk.Value", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "SriovNetSupport.Value", noop: &["simple"], code: "UnsupportedOperation" },
];

/// What `ModifyInstanceMetadataOptions` does not obey.
pub static MODIFY_INSTANCE_METADATA_OPTIONS: &[Unsupported] =
    &[Unsupported { path: "HttpProtocolIpv6", noop: &["disabled"], code: "UnsupportedOperation" }];

/// What `RunInstances` does not obey.
pub static RUN_INSTANCES: &[Unsupported] = &[
    Unsupported { path: "AdditionalInfo", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.EbsCardIndex", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.OutpostArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported {
        path: "CapacityReservationSpecification.CapacityReservationPreference",
        noop: &["none", "open"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "CapacityReservationSpecification.CapacityReservationTarget",
        noop: &[],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "CpuOptions.AmdSevSnp", noop: &["disabled"], code: "UnsupportedOperation" },
    Unsupported { path: "CpuOptions.NestedVirtualization", noop: &["disabled"], code: "UnsupportedOperation" },
    Unsupported { path: "ElasticGpuSpecification", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "ElasticInferenceAccelerator", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "EnablePrimaryIpv6", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "EnclaveOptions.Enabled", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "HibernationOptions.Configured", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "IamInstanceProfile.Arn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "IamInstanceProfile.Name", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "InstanceMarketOptions", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6Address", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6AddressCount", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "KernelId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplate", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LicenseSpecification", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "MaintenanceOptions.AutoRecovery", noop: &["default"], code: "UnsupportedOperation" },
    Unsupported { path: "MetadataOptions.HttpProtocolIpv6", noop: &["disabled"], code: "UnsupportedOperation" },
    Unsupported {
        path: "NetworkInterface.N.AssociateCarrierIpAddress",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "NetworkInterface.N.ConnectionTrackingSpecification", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "NetworkInterface.N.EnaQueueCount", noop: &[], code: "UnsupportedOperation" },
    Unsupported {
        path: "NetworkInterface.N.EnaSrdSpecification.EnaSrdEnabled",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "NetworkInterface.N.EnaSrdSpecification.EnaSrdUdpSpecification.EnaSrdUdpEnabled",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "NetworkInterface.N.InterfaceType", noop: &["interface"], code: "UnsupportedOperation" },
    Unsupported { path: "NetworkInterface.N.Ipv4Prefix", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "NetworkInterface.N.Ipv4PrefixCount", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "NetworkInterface.N.Ipv6AddressCount", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "NetworkInterface.N.Ipv6Addresses", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "NetworkInterface.N.Ipv6Prefix", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "NetworkInterface.N.Ipv6PrefixCount", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "NetworkInterface.N.NetworkCardIndex", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "NetworkInterface.N.PrimaryIpv6", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported {
        path: "NetworkPerformanceOptions.BandwidthWeighting",
        noop: &["default"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "Operator", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Placement.Affinity", noop: &["default"], code: "UnsupportedOperation" },
    Unsupported { path: "Placement.GroupId", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "Placement.GroupName", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "Placement.HostId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Placement.HostResourceGroupArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Placement.PartitionNumber", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Placement.SpreadDomain", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Placement.Tenancy", noop: &["default"], code: "UnsupportedOperation" },
    Unsupported {
        path: "PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "RamdiskId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "SecondaryInterface", noop: &[], code: "UnsupportedOperation" },
];
