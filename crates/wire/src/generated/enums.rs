// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

/// `AcceleratorManufacturer`.
pub static ACCELERATOR_MANUFACTURER: &[&str] = &["amazon-web-services", "amd", "habana", "nvidia", "xilinx"];

/// `AcceleratorName`.
pub static ACCELERATOR_NAME: &[&str] = &[
    "a100",
    "a10g",
    "gaudi-hl-205",
    "h100",
    "inferentia",
    "inferentia2",
    "k520",
    "k80",
    "l4",
    "l40s",
    "m60",
    "radeon-pro-v520",
    "t4",
    "t4g",
    "trainium",
    "trainium2",
    "u30",
    "v100",
    "vu9p",
];

/// `AcceleratorType`.
pub static ACCELERATOR_TYPE: &[&str] = &["fpga", "gpu", "inference", "media"];

/// `AddressAttributeName`.
pub static ADDRESS_ATTRIBUTE_NAME: &[&str] = &["domain-name"];

/// `Affinity`.
pub static AFFINITY: &[&str] = &["default", "host"];

/// `AllowedImagesSettingsEnabledState`.
pub static ALLOWED_IMAGES_SETTINGS_ENABLED_STATE: &[&str] = &["audit-mode", "enabled"];

/// `AmdSevSnpSpecification`.
pub static AMD_SEV_SNP_SPECIFICATION: &[&str] = &["disabled", "enabled"];

/// `ArchitectureValues`.
pub static ARCHITECTURE_VALUES: &[&str] = &["arm64", "arm64_mac", "i386", "x86_64", "x86_64_mac"];

/// `BareMetal`.
pub static BARE_METAL: &[&str] = &["excluded", "included", "required"];

/// `BootModeValues`.
pub static BOOT_MODE_VALUES: &[&str] = &["legacy-bios", "uefi", "uefi-preferred"];

/// `BurstablePerformance`.
pub static BURSTABLE_PERFORMANCE: &[&str] = &["excluded", "included", "required"];

/// `CapacityReservationPreference`.
pub static CAPACITY_RESERVATION_PREFERENCE: &[&str] = &["capacity-reservations-only", "none", "open"];

/// `CopyTagsFromSource`.
pub static COPY_TAGS_FROM_SOURCE: &[&str] = &["volume"];

/// `CpuManufacturer`.
pub static CPU_MANUFACTURER: &[&str] = &["amazon-web-services", "amd", "apple", "intel"];

/// `DefaultHttpTokensEnforcedState`.
pub static DEFAULT_HTTP_TOKENS_ENFORCED_STATE: &[&str] = &["disabled", "enabled", "no-preference"];

/// `DefaultInstanceMetadataEndpointState`.
pub static DEFAULT_INSTANCE_METADATA_ENDPOINT_STATE: &[&str] = &["disabled", "enabled", "no-preference"];

/// `DefaultInstanceMetadataTagsState`.
pub static DEFAULT_INSTANCE_METADATA_TAGS_STATE: &[&str] = &["disabled", "enabled", "no-preference"];

/// `DiskImageFormat`.
pub static DISK_IMAGE_FORMAT: &[&str] = &["RAW", "VHD", "VMDK"];

/// `DomainType`.
pub static DOMAIN_TYPE: &[&str] = &["standard", "vpc"];

/// `HostTenancy`.
pub static HOST_TENANCY: &[&str] = &["dedicated", "default", "host"];

/// `HostnameType`.
pub static HOSTNAME_TYPE: &[&str] = &["ip-name", "resource-name"];

/// `HttpTokensState`.
pub static HTTP_TOKENS_STATE: &[&str] = &["optional", "required"];

/// `ImageAttributeName`.
pub static IMAGE_ATTRIBUTE_NAME: &[&str] = &[
    "blockDeviceMapping",
    "bootMode",
    "deregistrationProtection",
    "description",
    "imdsSupport",
    "kernel",
    "lastLaunchedTime",
    "launchPermission",
    "productCodes",
    "ramdisk",
    "sriovNetSupport",
    "tpmSupport",
    "uefiData",
];

/// `ImageBlockPublicAccessEnabledState`.
pub static IMAGE_BLOCK_PUBLIC_ACCESS_ENABLED_STATE: &[&str] = &["block-new-sharing"];

/// `ImageReferenceOptionName`.
pub static IMAGE_REFERENCE_OPTION_NAME: &[&str] = &["state-name", "version-depth"];

/// `ImageReferenceResourceType`.
pub static IMAGE_REFERENCE_RESOURCE_TYPE: &[&str] = &[
    "ec2:Instance",
    "ec2:LaunchTemplate",
    "imagebuilder:ContainerRecipe",
    "imagebuilder:ImageRecipe",
    "ssm:Parameter",
];

/// `ImdsSupportValues`.
pub static IMDS_SUPPORT_VALUES: &[&str] = &["v2.0"];

/// `InstanceAttributeName`.
pub static INSTANCE_ATTRIBUTE_NAME: &[&str] = &[
    "blockDeviceMapping",
    "disableApiStop",
    "disableApiTermination",
    "ebsOptimized",
    "enaSupport",
    "enclaveOptions",
    "groupSet",
    "instanceInitiatedShutdownBehavior",
    "instanceType",
    "kernel",
    "productCodes",
    "ramdisk",
    "rootDeviceName",
    "sourceDestCheck",
    "sriovNetSupport",
    "userData",
];

/// `InstanceAutoRecoveryState`.
pub static INSTANCE_AUTO_RECOVERY_STATE: &[&str] = &["default", "disabled"];

/// `InstanceBandwidthWeighting`.
pub static INSTANCE_BANDWIDTH_WEIGHTING: &[&str] = &["default", "ebs-1", "vpc-1"];

/// `InstanceGeneration`.
pub static INSTANCE_GENERATION: &[&str] = &["current", "previous"];

/// `InstanceInterruptionBehavior`.
pub static INSTANCE_INTERRUPTION_BEHAVIOR: &[&str] = &["hibernate", "stop", "terminate"];

/// `InstanceMetadataEndpointState`.
pub static INSTANCE_METADATA_ENDPOINT_STATE: &[&str] = &["disabled", "enabled"];

/// `InstanceMetadataProtocolState`.
pub static INSTANCE_METADATA_PROTOCOL_STATE: &[&str] = &["disabled", "enabled"];

/// `InstanceMetadataTagsState`.
pub static INSTANCE_METADATA_TAGS_STATE: &[&str] = &["disabled", "enabled"];

/// `InstanceRebootMigrationState`.
pub static INSTANCE_REBOOT_MIGRATION_STATE: &[&str] = &["default", "disabled"];

/// `KeyFormat`.
pub static KEY_FORMAT: &[&str] = &["pem", "ppk"];

/// `KeyType`.
pub static KEY_TYPE: &[&str] = &["ed25519", "rsa"];

/// `LaunchTemplateAutoRecoveryState`.
pub static LAUNCH_TEMPLATE_AUTO_RECOVERY_STATE: &[&str] = &["default", "disabled"];

/// `LaunchTemplateHttpTokensState`.
pub static LAUNCH_TEMPLATE_HTTP_TOKENS_STATE: &[&str] = &["optional", "required"];

/// `LaunchTemplateInstanceMetadataEndpointState`.
pub static LAUNCH_TEMPLATE_INSTANCE_METADATA_ENDPOINT_STATE: &[&str] = &["disabled", "enabled"];

/// `LaunchTemplateInstanceMetadataProtocolIpv6`.
pub static LAUNCH_TEMPLATE_INSTANCE_METADATA_PROTOCOL_IPV6: &[&str] = &["disabled", "enabled"];

/// `LaunchTemplateInstanceMetadataTagsState`.
pub static LAUNCH_TEMPLATE_INSTANCE_METADATA_TAGS_STATE: &[&str] = &["disabled", "enabled"];

/// `LocalStorage`.
pub static LOCAL_STORAGE: &[&str] = &["excluded", "included", "required"];

/// `LocalStorageType`.
pub static LOCAL_STORAGE_TYPE: &[&str] = &["hdd", "ssd"];

/// `LocationType`.
pub static LOCATION_TYPE: &[&str] = &["availability-zone", "availability-zone-id", "outpost", "region"];

/// `LockMode`.
pub static LOCK_MODE: &[&str] = &["compliance", "governance"];

/// `MarketType`.
pub static MARKET_TYPE: &[&str] = &["capacity-block", "interruptible-capacity-reservation", "spot"];

/// `MetadataDefaultHttpTokensState`.
pub static METADATA_DEFAULT_HTTP_TOKENS_STATE: &[&str] = &["no-preference", "optional", "required"];

/// `NestedVirtualizationSpecification`.
pub static NESTED_VIRTUALIZATION_SPECIFICATION: &[&str] = &["disabled", "enabled"];

/// `NetworkInterfaceAttribute`.
pub static NETWORK_INTERFACE_ATTRIBUTE: &[&str] =
    &["associatePublicIpAddress", "attachment", "description", "groupSet", "sourceDestCheck"];

/// `NetworkInterfaceCreationType`.
pub static NETWORK_INTERFACE_CREATION_TYPE: &[&str] = &["branch", "efa", "efa-only", "trunk"];

/// `OfferingClassType`.
pub static OFFERING_CLASS_TYPE: &[&str] = &["convertible", "standard"];

/// `OfferingTypeValues`.
pub static OFFERING_TYPE_VALUES: &[&str] =
    &["All Upfront", "Heavy Utilization", "Light Utilization", "Medium Utilization", "No Upfront", "Partial Upfront"];

/// `OperationType`.
pub static OPERATION_TYPE: &[&str] = &["add", "remove"];

/// `PermissionGroup`.
pub static PERMISSION_GROUP: &[&str] = &["all"];

/// `PlacementStrategy`.
pub static PLACEMENT_STRATEGY: &[&str] = &["cluster", "partition", "spread"];

/// `ResetImageAttributeName`.
pub static RESET_IMAGE_ATTRIBUTE_NAME: &[&str] = &["launchPermission"];

/// `SecondaryInterfaceType`.
pub static SECONDARY_INTERFACE_TYPE: &[&str] = &["secondary"];

/// `ShutdownBehavior`.
pub static SHUTDOWN_BEHAVIOR: &[&str] = &["stop", "terminate"];

/// `SnapshotAttributeName`.
pub static SNAPSHOT_ATTRIBUTE_NAME: &[&str] = &["createVolumePermission", "productCodes"];

/// `SnapshotBlockPublicAccessState`.
pub static SNAPSHOT_BLOCK_PUBLIC_ACCESS_STATE: &[&str] = &["block-all-sharing", "block-new-sharing", "unblocked"];

/// `SnapshotLocationEnum`.
pub static SNAPSHOT_LOCATION_ENUM: &[&str] = &["local", "regional"];

/// `SpotInstanceType`.
pub static SPOT_INSTANCE_TYPE: &[&str] = &["one-time", "persistent"];

/// `SpreadLevel`.
pub static SPREAD_LEVEL: &[&str] = &["host", "rack"];

/// `TargetStorageTier`.
pub static TARGET_STORAGE_TIER: &[&str] = &["archive"];

/// `Tenancy`.
pub static TENANCY: &[&str] = &["dedicated", "default", "host"];

/// `TpmSupportValues`.
pub static TPM_SUPPORT_VALUES: &[&str] = &["v2.0"];

/// `UnlimitedSupportedInstanceFamily`.
pub static UNLIMITED_SUPPORTED_INSTANCE_FAMILY: &[&str] = &["t2", "t3", "t3a", "t4g"];

/// `VolumeAttributeName`.
pub static VOLUME_ATTRIBUTE_NAME: &[&str] = &["autoEnableIO", "productCodes"];

/// `VpcAttributeName`.
pub static VPC_ATTRIBUTE_NAME: &[&str] =
    &["enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics"];

/// `VpcEncryptionControlExclusionStateInput`.
pub static VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT: &[&str] = &["disable", "enable"];

/// `VpcEncryptionControlMode`.
pub static VPC_ENCRYPTION_CONTROL_MODE: &[&str] = &["enforce", "monitor"];
