// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use crate::parameters::Unsupported;

/// What `AllocateAddress` does not obey.
pub static ALLOCATE_ADDRESS: &[Unsupported] = &[
    Unsupported { path: "Address", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "CustomerOwnedIpv4Pool", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Domain", noop: &["vpc"], code: "UnsupportedOperation" },
    Unsupported { path: "IpamPoolId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "PublicIpv4Pool", noop: &["amazon"], code: "UnsupportedOperation" },
];

/// What `AssignPrivateIpAddresses` does not obey.
pub static ASSIGN_PRIVATE_IP_ADDRESSES: &[Unsupported] = &[
    Unsupported { path: "Ipv4Prefix", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv4PrefixCount", noop: &["0"], code: "UnsupportedOperation" },
];

/// What `AssociateRouteTable` does not obey.
pub static ASSOCIATE_ROUTE_TABLE: &[Unsupported] = &[
    Unsupported { path: "GatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "PublicIpv4Pool", noop: &[], code: "UnsupportedOperation" },
];

/// What `AssociateVpcCidrBlock` does not obey.
pub static ASSOCIATE_VPC_CIDR_BLOCK: &[Unsupported] = &[
    Unsupported { path: "AmazonProvidedIpv6CidrBlock", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv4IpamPoolId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv4NetmaskLength", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6CidrBlock", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6CidrBlockNetworkBorderGroup", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6IpamPoolId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6NetmaskLength", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6Pool", noop: &[], code: "UnsupportedOperation" },
];

/// What `AttachNetworkInterface` does not obey.
pub static ATTACH_NETWORK_INTERFACE: &[Unsupported] = &[
    Unsupported { path: "EnaQueueCount", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "EnaSrdSpecification.EnaSrdEnabled", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported {
        path: "EnaSrdSpecification.EnaSrdUdpSpecification.EnaSrdUdpEnabled",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "NetworkCardIndex", noop: &["0"], code: "UnsupportedOperation" },
];

/// What `AttachVolume` does not obey.
pub static ATTACH_VOLUME: &[Unsupported] =
    &[Unsupported { path: "EbsCardIndex", noop: &["0"], code: "UnsupportedOperation" }];

/// What `AuthorizeSecurityGroupEgress` does not obey.
pub static AUTHORIZE_SECURITY_GROUP_EGRESS: &[Unsupported] = &[
    Unsupported { path: "CidrIp", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "FromPort", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "IpPermissions.N.Groups.N.PeeringStatus", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "IpProtocol", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "SourceSecurityGroupName", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "SourceSecurityGroupOwnerId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "ToPort", noop: &[], code: "UnsupportedOperation" },
];

/// What `AuthorizeSecurityGroupIngress` does not obey.
pub static AUTHORIZE_SECURITY_GROUP_INGRESS: &[Unsupported] =
    &[Unsupported { path: "IpPermissions.N.Groups.N.PeeringStatus", noop: &[], code: "UnsupportedOperation" }];

/// What `CopyImage` does not obey.
pub static COPY_IMAGE: &[Unsupported] = &[
    Unsupported { path: "DestinationAvailabilityZone", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "DestinationAvailabilityZoneId", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "DestinationOutpostArn", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "SnapshotCopyCompletionDurationMinutes", noop: &[], code: "UnsupportedOperation" },
];

/// What `CopySnapshot` does not obey.
pub static COPY_SNAPSHOT: &[Unsupported] = &[
    Unsupported { path: "CompletionDurationMinutes", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "DestinationAvailabilityZone", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "DestinationOutpostArn", noop: &[""], code: "UnsupportedOperation" },
];

/// What `CopyVolumes` does not obey.
pub static COPY_VOLUMES: &[Unsupported] =
    &[Unsupported { path: "MultiAttachEnabled", noop: &["false"], code: "UnsupportedOperation" }];

/// What `CreateDefaultSubnet` does not obey.
pub static CREATE_DEFAULT_SUBNET: &[Unsupported] =
    &[Unsupported { path: "Ipv6Native", noop: &["false"], code: "UnsupportedOperation" }];

/// What `CreateImage` does not obey.
pub static CREATE_IMAGE: &[Unsupported] = &[
    Unsupported { path: "BlockDeviceMapping.N.Ebs.AvailabilityZone", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.AvailabilityZoneId", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.EbsCardIndex", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.OutpostArn", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.VolumeInitializationRate", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "SnapshotLocation", noop: &["regional"], code: "UnsupportedOperation" },
];

/// What `CreateLaunchTemplate` does not obey.
pub static CREATE_LAUNCH_TEMPLATE: &[Unsupported] = &[
    Unsupported {
        path: "LaunchTemplateData.BlockDeviceMapping.N.Ebs.EbsCardIndex",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.CapacityReservationSpecification.CapacityReservationTarget",
        noop: &[],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.CpuOptions.AmdSevSnp", noop: &["disabled"], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.CpuOptions.NestedVirtualization",
        noop: &["disabled"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.ElasticGpuSpecification", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.ElasticInferenceAccelerator", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.EnclaveOptions.Enabled", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.HibernationOptions.Configured",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.IamInstanceProfile.Arn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.IamInstanceProfile.Name", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.InstanceMarketOptions", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.InstanceRequirements", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.KernelId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.LicenseSpecification", noop: &[], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.MetadataOptions.HttpProtocolIpv6",
        noop: &["disabled"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.AssociateCarrierIpAddress",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.ConnectionTrackingSpecification",
        noop: &[],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.EnaQueueCount",
        noop: &[],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.EnaSrdSpecification.EnaSrdEnabled",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.EnaSrdSpecification.EnaSrdUdpSpecification.EnaSrdUdpEnabled",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.InterfaceType",
        noop: &["interface"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.NetworkInterface.N.Ipv4Prefix", noop: &[], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.Ipv4PrefixCount",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.Ipv6AddressCount",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.Ipv6Addresses",
        noop: &[],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.NetworkInterface.N.Ipv6Prefix", noop: &[], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.Ipv6PrefixCount",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.NetworkCardIndex",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.PrimaryIpv6",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkPerformanceOptions.BandwidthWeighting",
        noop: &["default"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.Operator", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.Affinity", noop: &["default"], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.HostId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.HostResourceGroupArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.SpreadDomain", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.Tenancy", noop: &["default"], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.RamDiskId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.SecondaryInterface", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Operator", noop: &[], code: "UnsupportedOperation" },
];

/// What `CreateLaunchTemplateVersion` does not obey.
pub static CREATE_LAUNCH_TEMPLATE_VERSION: &[Unsupported] = &[
    Unsupported {
        path: "LaunchTemplateData.BlockDeviceMapping.N.Ebs.EbsCardIndex",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.CapacityReservationSpecification.CapacityReservationTarget",
        noop: &[],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.CpuOptions.AmdSevSnp", noop: &["disabled"], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.CpuOptions.NestedVirtualization",
        noop: &["disabled"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.ElasticGpuSpecification", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.ElasticInferenceAccelerator", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.EnclaveOptions.Enabled", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.HibernationOptions.Configured",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.IamInstanceProfile.Arn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.IamInstanceProfile.Name", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.InstanceMarketOptions", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.InstanceRequirements", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.KernelId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.LicenseSpecification", noop: &[], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.MetadataOptions.HttpProtocolIpv6",
        noop: &["disabled"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.AssociateCarrierIpAddress",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.ConnectionTrackingSpecification",
        noop: &[],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.EnaQueueCount",
        noop: &[],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.EnaSrdSpecification.EnaSrdEnabled",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.EnaSrdSpecification.EnaSrdUdpSpecification.EnaSrdUdpEnabled",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.InterfaceType",
        noop: &["interface"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.NetworkInterface.N.Ipv4Prefix", noop: &[], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.Ipv4PrefixCount",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.Ipv6AddressCount",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.Ipv6Addresses",
        noop: &[],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.NetworkInterface.N.Ipv6Prefix", noop: &[], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.Ipv6PrefixCount",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.NetworkCardIndex",
        noop: &["0"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkInterface.N.PrimaryIpv6",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported {
        path: "LaunchTemplateData.NetworkPerformanceOptions.BandwidthWeighting",
        noop: &["default"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.Operator", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.Affinity", noop: &["default"], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.HostId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.HostResourceGroupArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.SpreadDomain", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.Placement.Tenancy", noop: &["default"], code: "UnsupportedOperation" },
    Unsupported {
        path: "LaunchTemplateData.PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "LaunchTemplateData.RamDiskId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LaunchTemplateData.SecondaryInterface", noop: &[], code: "UnsupportedOperation" },
];

/// What `CreateNetworkInterface` does not obey.
pub static CREATE_NETWORK_INTERFACE: &[Unsupported] = &[
    Unsupported { path: "ConnectionTrackingSpecification", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "EnablePrimaryIpv6", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "InterfaceType", noop: &["interface"], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv4Prefix", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv4PrefixCount", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6AddressCount", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6Addresses", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6Prefix", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6PrefixCount", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "Operator", noop: &[], code: "UnsupportedOperation" },
];

/// What `CreatePlacementGroup` does not obey.
pub static CREATE_PLACEMENT_GROUP: &[Unsupported] = &[
    Unsupported { path: "LinkedGroupId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Operator", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "SpreadLevel", noop: &["rack"], code: "UnsupportedOperation" },
];

/// What `CreateReplaceRootVolumeTask` does not obey.
pub static CREATE_REPLACE_ROOT_VOLUME_TASK: &[Unsupported] =
    &[Unsupported { path: "VolumeInitializationRate", noop: &[], code: "UnsupportedOperation" }];

/// What `CreateRoute` does not obey.
pub static CREATE_ROUTE: &[Unsupported] = &[
    Unsupported { path: "CarrierGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "CoreNetworkArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "DestinationIpv6CidrBlock", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "DestinationPrefixListId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "EgressOnlyInternetGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LocalGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "NatGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "OdbNetworkArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "TransitGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "VpcEndpointId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "VpcPeeringConnectionId", noop: &[], code: "UnsupportedOperation" },
];

/// What `CreateSnapshot` does not obey.
pub static CREATE_SNAPSHOT: &[Unsupported] = &[
    Unsupported { path: "Location", noop: &["regional"], code: "UnsupportedOperation" },
    Unsupported { path: "OutpostArn", noop: &[""], code: "UnsupportedOperation" },
];

/// What `CreateSnapshots` does not obey.
pub static CREATE_SNAPSHOTS: &[Unsupported] = &[
    Unsupported { path: "Location", noop: &["regional"], code: "UnsupportedOperation" },
    Unsupported { path: "OutpostArn", noop: &[""], code: "UnsupportedOperation" },
];

/// What `CreateStoreImageTask` does not obey.
pub static CREATE_STORE_IMAGE_TASK: &[Unsupported] = &[
    Unsupported { path: "S3ObjectTag.N.Key", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "S3ObjectTag.N.Value", noop: &[], code: "UnsupportedOperation" },
];

/// What `CreateSubnet` does not obey.
pub static CREATE_SUBNET: &[Unsupported] = &[
    Unsupported { path: "Ipv4IpamPoolId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv4NetmaskLength", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6CidrBlock", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6IpamPoolId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6Native", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6NetmaskLength", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "OutpostArn", noop: &[], code: "UnsupportedOperation" },
];

/// What `CreateVolume` does not obey.
pub static CREATE_VOLUME: &[Unsupported] = &[
    Unsupported { path: "MultiAttachEnabled", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "Operator", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "OutpostArn", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "VolumeInitializationRate", noop: &[], code: "UnsupportedOperation" },
];

/// What `CreateVpc` does not obey.
pub static CREATE_VPC: &[Unsupported] = &[
    Unsupported { path: "AmazonProvidedIpv6CidrBlock", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "InstanceTenancy", noop: &["default"], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv4IpamPoolId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv4NetmaskLength", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6CidrBlock", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6CidrBlockNetworkBorderGroup", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6IpamPoolId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6NetmaskLength", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ipv6Pool", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "VpcEncryptionControl", noop: &[], code: "UnsupportedOperation" },
];

/// What `DeleteRoute` does not obey.
pub static DELETE_ROUTE: &[Unsupported] = &[
    Unsupported { path: "DestinationIpv6CidrBlock", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "DestinationPrefixListId", noop: &[], code: "UnsupportedOperation" },
];

/// What `ImportImage` does not obey.
pub static IMPORT_IMAGE: &[Unsupported] = &[
    Unsupported { path: "Hypervisor", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LicenseSpecifications.N.LicenseConfigurationArn", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "LicenseType", noop: &["BYOL"], code: "UnsupportedOperation" },
    Unsupported { path: "UsageOperation", noop: &[], code: "UnsupportedOperation" },
];

/// What `ImportSnapshot` does not obey.
pub static IMPORT_SNAPSHOT: &[Unsupported] = &[];

/// What `ModifyImageAttribute` does not obey.
pub static MODIFY_IMAGE_ATTRIBUTE: &[Unsupported] = &[
    Unsupported { path: "OrganizationArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "OrganizationalUnitArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "ProductCode", noop: &[], code: "UnsupportedOperation" },
];

/// What `ModifyInstanceAttribute` does not obey.
pub static MODIFY_INSTANCE_ATTRIBUTE: &[Unsupported] = &[
    Unsupported { path: "Kernel.Value", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Ramdisk.Value", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "SriovNetSupport.Value", noop: &["simple"], code: "UnsupportedOperation" },
];

/// What `ModifyInstanceCapacityReservationAttributes` does not obey.
pub static MODIFY_INSTANCE_CAPACITY_RESERVATION_ATTRIBUTES: &[Unsupported] = &[Unsupported {
    path: "CapacityReservationSpecification.CapacityReservationTarget",
    noop: &[],
    code: "UnsupportedOperation",
}];

/// What `ModifyInstanceCpuOptions` does not obey.
pub static MODIFY_INSTANCE_CPU_OPTIONS: &[Unsupported] =
    &[Unsupported { path: "NestedVirtualization", noop: &["disabled"], code: "UnsupportedOperation" }];

/// What `ModifyInstanceMetadataDefaults` does not obey.
pub static MODIFY_INSTANCE_METADATA_DEFAULTS: &[Unsupported] =
    &[Unsupported { path: "HttpTokensEnforced", noop: &["disabled", "no-preference"], code: "UnsupportedOperation" }];

/// What `ModifyInstanceMetadataOptions` does not obey.
pub static MODIFY_INSTANCE_METADATA_OPTIONS: &[Unsupported] =
    &[Unsupported { path: "HttpProtocolIpv6", noop: &["disabled"], code: "UnsupportedOperation" }];

/// What `ModifyInstancePlacement` does not obey.
pub static MODIFY_INSTANCE_PLACEMENT: &[Unsupported] = &[
    Unsupported { path: "Affinity", noop: &["default"], code: "UnsupportedOperation" },
    Unsupported { path: "HostId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "HostResourceGroupArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Tenancy", noop: &["default"], code: "UnsupportedOperation" },
];

/// What `ModifyManagedPrefixList` does not obey.
pub static MODIFY_MANAGED_PREFIX_LIST: &[Unsupported] =
    &[Unsupported { path: "IpamPrefixListResolverSyncEnabled", noop: &["false"], code: "UnsupportedOperation" }];

/// What `ModifyNetworkInterfaceAttribute` does not obey.
pub static MODIFY_NETWORK_INTERFACE_ATTRIBUTE: &[Unsupported] = &[
    Unsupported { path: "AssociatePublicIpAddress", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "AssociatedSubnetId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Attachment.DefaultEnaQueueCount", noop: &["true"], code: "UnsupportedOperation" },
    Unsupported { path: "Attachment.EnaQueueCount", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "ConnectionTrackingSpecification", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "EnaSrdSpecification.EnaSrdEnabled", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported {
        path: "EnaSrdSpecification.EnaSrdUdpSpecification.EnaSrdUdpEnabled",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "EnablePrimaryIpv6", noop: &["false"], code: "UnsupportedOperation" },
];

/// What `ModifyPrivateDnsNameOptions` does not obey.
pub static MODIFY_PRIVATE_DNS_NAME_OPTIONS: &[Unsupported] =
    &[Unsupported { path: "EnableResourceNameDnsAAAARecord", noop: &["false"], code: "UnsupportedOperation" }];

/// What `ModifySubnetAttribute` does not obey.
pub static MODIFY_SUBNET_ATTRIBUTE: &[Unsupported] = &[
    Unsupported { path: "AssignIpv6AddressOnCreation.Value", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "CustomerOwnedIpv4Pool", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "DisableLniAtDeviceIndex.Value", noop: &["true"], code: "UnsupportedOperation" },
    Unsupported { path: "EnableDns64.Value", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "EnableLniAtDeviceIndex", noop: &[], code: "UnsupportedOperation" },
    Unsupported {
        path: "EnableResourceNameDnsAAAARecordOnLaunch.Value",
        noop: &["false"],
        code: "UnsupportedOperation",
    },
    Unsupported { path: "MapCustomerOwnedIpOnLaunch.Value", noop: &["false"], code: "UnsupportedOperation" },
];

/// What `ModifyVolume` does not obey.
pub static MODIFY_VOLUME: &[Unsupported] =
    &[Unsupported { path: "MultiAttachEnabled", noop: &["false"], code: "UnsupportedOperation" }];

/// What `ModifyVpcAttribute` does not obey.
pub static MODIFY_VPC_ATTRIBUTE: &[Unsupported] =
    &[Unsupported { path: "EnableNetworkAddressUsageMetrics.Value", noop: &["false"], code: "UnsupportedOperation" }];

/// What `RegisterImage` does not obey.
pub static REGISTER_IMAGE: &[Unsupported] = &[
    Unsupported { path: "BillingProduct", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.AvailabilityZone", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.AvailabilityZoneId", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.EbsCardIndex", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.OutpostArn", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.VolumeInitializationRate", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "ImageLocation", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "KernelId", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "RamdiskId", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "TpmSupport", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "UefiData", noop: &[""], code: "UnsupportedOperation" },
];

/// What `ReplaceRoute` does not obey.
pub static REPLACE_ROUTE: &[Unsupported] = &[
    Unsupported { path: "CarrierGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "CoreNetworkArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "DestinationIpv6CidrBlock", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "DestinationPrefixListId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "EgressOnlyInternetGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LocalGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "LocalTarget", noop: &["false"], code: "UnsupportedOperation" },
    Unsupported { path: "NatGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "OdbNetworkArn", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "TransitGatewayId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "VpcEndpointId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "VpcPeeringConnectionId", noop: &[], code: "UnsupportedOperation" },
];

/// What `RevokeSecurityGroupEgress` does not obey.
pub static REVOKE_SECURITY_GROUP_EGRESS: &[Unsupported] = &[
    Unsupported { path: "CidrIp", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "FromPort", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "IpPermissions.N.Groups.N.PeeringStatus", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "IpProtocol", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "SourceSecurityGroupName", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "SourceSecurityGroupOwnerId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "ToPort", noop: &[], code: "UnsupportedOperation" },
];

/// What `RevokeSecurityGroupIngress` does not obey.
pub static REVOKE_SECURITY_GROUP_INGRESS: &[Unsupported] =
    &[Unsupported { path: "IpPermissions.N.Groups.N.PeeringStatus", noop: &[], code: "UnsupportedOperation" }];

/// What `RunInstances` does not obey.
pub static RUN_INSTANCES: &[Unsupported] = &[
    Unsupported { path: "AdditionalInfo", noop: &[""], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.EbsCardIndex", noop: &["0"], code: "UnsupportedOperation" },
    Unsupported { path: "BlockDeviceMapping.N.Ebs.OutpostArn", noop: &[], code: "UnsupportedOperation" },
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
    Unsupported { path: "LicenseSpecification", noop: &[], code: "UnsupportedOperation" },
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
    Unsupported { path: "Placement.HostId", noop: &[], code: "UnsupportedOperation" },
    Unsupported { path: "Placement.HostResourceGroupArn", noop: &[], code: "UnsupportedOperation" },
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

/// What `UnassignPrivateIpAddresses` does not obey.
pub static UNASSIGN_PRIVATE_IP_ADDRESSES: &[Unsupported] =
    &[Unsupported { path: "Ipv4Prefix", noop: &[], code: "UnsupportedOperation" }];

/// What `UpdateSecurityGroupRuleDescriptionsEgress` does not obey.
pub static UPDATE_SECURITY_GROUP_RULE_DESCRIPTIONS_EGRESS: &[Unsupported] =
    &[Unsupported { path: "IpPermissions.N.Groups.N.PeeringStatus", noop: &[], code: "UnsupportedOperation" }];

/// What `UpdateSecurityGroupRuleDescriptionsIngress` does not obey.
pub static UPDATE_SECURITY_GROUP_RULE_DESCRIPTIONS_INGRESS: &[Unsupported] =
    &[Unsupported { path: "IpPermissions.N.Groups.N.PeeringStatus", noop: &[], code: "UnsupportedOperation" }];
