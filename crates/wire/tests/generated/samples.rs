// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use crate::sample::{Count, Sample};
use wire::ec2::*;

impl Sample for AcceleratorCount {
    fn sample(count: &mut Count) -> Self {
        AcceleratorCount { min: count.some(), max: count.some() }
    }
}

impl Sample for AcceleratorTotalMemoryMiB {
    fn sample(count: &mut Count) -> Self {
        AcceleratorTotalMemoryMiB { min: count.some(), max: count.some() }
    }
}

impl Sample for AccountAttribute {
    fn sample(count: &mut Count) -> Self {
        AccountAttribute { attribute_name: count.some(), attribute_values: count.one() }
    }
}

impl Sample for AccountAttributeValue {
    fn sample(count: &mut Count) -> Self {
        AccountAttributeValue { attribute_value: count.some() }
    }
}

impl Sample for Address {
    fn sample(count: &mut Count) -> Self {
        Address {
            allocation_id: count.some(),
            association_id: count.some(),
            domain: count.some(),
            network_interface_id: count.some(),
            network_interface_owner_id: count.some(),
            private_ip_address: count.some(),
            tags: count.one(),
            public_ipv4_pool: count.some(),
            network_border_group: count.some(),
            customer_owned_ip: count.some(),
            customer_owned_ipv4_pool: count.some(),
            carrier_ip: count.some(),
            subnet_id: count.some(),
            service_managed: count.some(),
            instance_id: count.some(),
            public_ip: count.some(),
        }
    }
}

impl Sample for AddressAttribute {
    fn sample(count: &mut Count) -> Self {
        AddressAttribute {
            public_ip: count.some(),
            allocation_id: count.some(),
            ptr_record: count.some(),
            ptr_record_update: count.some(),
        }
    }
}

impl Sample for AllocateAddressResult {
    fn sample(count: &mut Count) -> Self {
        AllocateAddressResult {
            allocation_id: count.some(),
            public_ipv4_pool: count.some(),
            network_border_group: count.some(),
            domain: count.some(),
            customer_owned_ip: count.some(),
            customer_owned_ipv4_pool: count.some(),
            carrier_ip: count.some(),
            public_ip: count.some(),
        }
    }
}

impl Sample for AssignPrivateIpAddressesResult {
    fn sample(count: &mut Count) -> Self {
        AssignPrivateIpAddressesResult {
            network_interface_id: count.some(),
            assigned_private_ip_addresses: count.one(),
            assigned_ipv4_prefixes: count.one(),
        }
    }
}

impl Sample for AssignedPrivateIpAddress {
    fn sample(count: &mut Count) -> Self {
        AssignedPrivateIpAddress { private_ip_address: count.some() }
    }
}

impl Sample for AssociateAddressResult {
    fn sample(count: &mut Count) -> Self {
        AssociateAddressResult { association_id: count.some() }
    }
}

impl Sample for AssociateRouteTableResult {
    fn sample(count: &mut Count) -> Self {
        AssociateRouteTableResult { association_id: count.some(), association_state: count.some() }
    }
}

impl Sample for AssociateVpcCidrBlockResult {
    fn sample(count: &mut Count) -> Self {
        AssociateVpcCidrBlockResult {
            ipv6_cidr_block_association: count.some(),
            cidr_block_association: count.some(),
            vpc_id: count.some(),
        }
    }
}

impl Sample for AttachNetworkInterfaceResult {
    fn sample(count: &mut Count) -> Self {
        AttachNetworkInterfaceResult { attachment_id: count.some(), network_card_index: count.some() }
    }
}

impl Sample for AttachmentEnaSrdSpecification {
    fn sample(count: &mut Count) -> Self {
        AttachmentEnaSrdSpecification { ena_srd_enabled: count.some(), ena_srd_udp_specification: count.some() }
    }
}

impl Sample for AttachmentEnaSrdUdpSpecification {
    fn sample(count: &mut Count) -> Self {
        AttachmentEnaSrdUdpSpecification { ena_srd_udp_enabled: count.some() }
    }
}

impl Sample for AttributeBooleanValue {
    fn sample(count: &mut Count) -> Self {
        AttributeBooleanValue { value: count.some() }
    }
}

impl Sample for AttributeValue {
    fn sample(count: &mut Count) -> Self {
        AttributeValue { value: count.some() }
    }
}

impl Sample for AuthorizeSecurityGroupEgressResult {
    fn sample(count: &mut Count) -> Self {
        AuthorizeSecurityGroupEgressResult { return_: count.some(), security_group_rules: count.one() }
    }
}

impl Sample for AuthorizeSecurityGroupIngressResult {
    fn sample(count: &mut Count) -> Self {
        AuthorizeSecurityGroupIngressResult { return_: count.some(), security_group_rules: count.one() }
    }
}

impl Sample for AvailabilityZone {
    fn sample(count: &mut Count) -> Self {
        AvailabilityZone {
            opt_in_status: count.some(),
            messages: count.one(),
            region_name: count.some(),
            zone_name: count.some(),
            zone_id: count.some(),
            group_name: count.some(),
            network_border_group: count.some(),
            zone_type: count.some(),
            parent_zone_name: count.some(),
            parent_zone_id: count.some(),
            group_long_name: count.some(),
            geography: count.one(),
            sub_geography: count.one(),
            state: count.some(),
        }
    }
}

impl Sample for AvailabilityZoneGeography {
    fn sample(count: &mut Count) -> Self {
        AvailabilityZoneGeography { name: count.some() }
    }
}

impl Sample for AvailabilityZoneMessage {
    fn sample(count: &mut Count) -> Self {
        AvailabilityZoneMessage { message: count.some() }
    }
}

impl Sample for AvailabilityZoneSubGeography {
    fn sample(count: &mut Count) -> Self {
        AvailabilityZoneSubGeography { name: count.some() }
    }
}

impl Sample for BaselineEbsBandwidthMbps {
    fn sample(count: &mut Count) -> Self {
        BaselineEbsBandwidthMbps { min: count.some(), max: count.some() }
    }
}

impl Sample for BaselinePerformanceFactors {
    fn sample(count: &mut Count) -> Self {
        BaselinePerformanceFactors { cpu: count.some() }
    }
}

impl Sample for BlockDeviceMapping {
    fn sample(count: &mut Count) -> Self {
        BlockDeviceMapping {
            ebs: count.some(),
            no_device: count.some(),
            device_name: count.some(),
            virtual_name: count.some(),
        }
    }
}

impl Sample for BlockPublicAccessStates {
    fn sample(count: &mut Count) -> Self {
        BlockPublicAccessStates { internet_gateway_block_mode: count.some() }
    }
}

impl Sample for CancelImageLaunchPermissionResult {
    fn sample(count: &mut Count) -> Self {
        CancelImageLaunchPermissionResult { return_: count.some() }
    }
}

impl Sample for CancelImportTaskResult {
    fn sample(count: &mut Count) -> Self {
        CancelImportTaskResult { import_task_id: count.some(), previous_state: count.some(), state: count.some() }
    }
}

impl Sample for CapacityReservationSpecificationResponse {
    fn sample(count: &mut Count) -> Self {
        CapacityReservationSpecificationResponse {
            capacity_reservation_preference: count.some(),
            capacity_reservation_target: count.some(),
        }
    }
}

impl Sample for CapacityReservationTargetResponse {
    fn sample(count: &mut Count) -> Self {
        CapacityReservationTargetResponse {
            capacity_reservation_id: count.some(),
            capacity_reservation_resource_group_arn: count.some(),
        }
    }
}

impl Sample for ConnectionTrackingConfiguration {
    fn sample(count: &mut Count) -> Self {
        ConnectionTrackingConfiguration {
            tcp_established_timeout: count.some(),
            udp_stream_timeout: count.some(),
            udp_timeout: count.some(),
        }
    }
}

impl Sample for ConnectionTrackingSpecification {
    fn sample(count: &mut Count) -> Self {
        ConnectionTrackingSpecification {
            tcp_established_timeout: count.some(),
            udp_timeout: count.some(),
            udp_stream_timeout: count.some(),
        }
    }
}

impl Sample for ConnectionTrackingSpecificationResponse {
    fn sample(count: &mut Count) -> Self {
        ConnectionTrackingSpecificationResponse {
            tcp_established_timeout: count.some(),
            udp_stream_timeout: count.some(),
            udp_timeout: count.some(),
        }
    }
}

impl Sample for CopyImageResult {
    fn sample(count: &mut Count) -> Self {
        CopyImageResult { image_id: count.some() }
    }
}

impl Sample for CopySnapshotResult {
    fn sample(count: &mut Count) -> Self {
        CopySnapshotResult { tags: count.one(), snapshot_id: count.some() }
    }
}

impl Sample for CopyVolumesResult {
    fn sample(count: &mut Count) -> Self {
        CopyVolumesResult { volumes: count.one() }
    }
}

impl Sample for CpuOptions {
    fn sample(count: &mut Count) -> Self {
        CpuOptions {
            core_count: count.some(),
            threads_per_core: count.some(),
            amd_sev_snp: count.some(),
            nested_virtualization: count.some(),
        }
    }
}

impl Sample for CpuPerformanceFactor {
    fn sample(count: &mut Count) -> Self {
        CpuPerformanceFactor { references: count.one() }
    }
}

impl Sample for CreateDefaultSubnetResult {
    fn sample(count: &mut Count) -> Self {
        CreateDefaultSubnetResult { subnet: count.some() }
    }
}

impl Sample for CreateDefaultVpcResult {
    fn sample(count: &mut Count) -> Self {
        CreateDefaultVpcResult { vpc: count.some() }
    }
}

impl Sample for CreateImageResult {
    fn sample(count: &mut Count) -> Self {
        CreateImageResult { image_id: count.some() }
    }
}

impl Sample for CreateImageUsageReportResult {
    fn sample(count: &mut Count) -> Self {
        CreateImageUsageReportResult { report_id: count.some() }
    }
}

impl Sample for CreateInternetGatewayResult {
    fn sample(count: &mut Count) -> Self {
        CreateInternetGatewayResult { internet_gateway: count.some() }
    }
}

impl Sample for CreateLaunchTemplateResult {
    fn sample(count: &mut Count) -> Self {
        CreateLaunchTemplateResult { launch_template: count.some(), warning: count.some() }
    }
}

impl Sample for CreateLaunchTemplateVersionResult {
    fn sample(count: &mut Count) -> Self {
        CreateLaunchTemplateVersionResult { launch_template_version: count.some(), warning: count.some() }
    }
}

impl Sample for CreateManagedPrefixListResult {
    fn sample(count: &mut Count) -> Self {
        CreateManagedPrefixListResult { prefix_list: count.some() }
    }
}

impl Sample for CreateNetworkInterfaceResult {
    fn sample(count: &mut Count) -> Self {
        CreateNetworkInterfaceResult { network_interface: count.some(), client_token: count.some() }
    }
}

impl Sample for CreatePlacementGroupResult {
    fn sample(count: &mut Count) -> Self {
        CreatePlacementGroupResult { placement_group: count.some() }
    }
}

impl Sample for CreateReplaceRootVolumeTaskResult {
    fn sample(count: &mut Count) -> Self {
        CreateReplaceRootVolumeTaskResult { replace_root_volume_task: count.some() }
    }
}

impl Sample for CreateRestoreImageTaskResult {
    fn sample(count: &mut Count) -> Self {
        CreateRestoreImageTaskResult { image_id: count.some() }
    }
}

impl Sample for CreateRouteResult {
    fn sample(count: &mut Count) -> Self {
        CreateRouteResult { return_: count.some() }
    }
}

impl Sample for CreateRouteTableResult {
    fn sample(count: &mut Count) -> Self {
        CreateRouteTableResult { route_table: count.some(), client_token: count.some() }
    }
}

impl Sample for CreateSecurityGroupResult {
    fn sample(count: &mut Count) -> Self {
        CreateSecurityGroupResult { group_id: count.some(), tags: count.one(), security_group_arn: count.some() }
    }
}

impl Sample for CreateSnapshotsResult {
    fn sample(count: &mut Count) -> Self {
        CreateSnapshotsResult { snapshots: count.one() }
    }
}

impl Sample for CreateStoreImageTaskResult {
    fn sample(count: &mut Count) -> Self {
        CreateStoreImageTaskResult { object_key: count.some() }
    }
}

impl Sample for CreateSubnetResult {
    fn sample(count: &mut Count) -> Self {
        CreateSubnetResult { subnet: count.some() }
    }
}

impl Sample for CreateVolumePermission {
    fn sample(count: &mut Count) -> Self {
        CreateVolumePermission { user_id: count.some(), group: count.some() }
    }
}

impl Sample for CreateVpcResult {
    fn sample(count: &mut Count) -> Self {
        CreateVpcResult { vpc: count.some() }
    }
}

impl Sample for CreationDateCondition {
    fn sample(count: &mut Count) -> Self {
        CreationDateCondition { maximum_days_since_created: count.some() }
    }
}

impl Sample for CreditSpecification {
    fn sample(count: &mut Count) -> Self {
        CreditSpecification { cpu_credits: count.some() }
    }
}

impl Sample for DefaultConnectionTrackingConfiguration {
    fn sample(count: &mut Count) -> Self {
        DefaultConnectionTrackingConfiguration {
            default_tcp_established_timeout: count.some(),
            default_udp_timeout: count.some(),
            default_udp_stream_timeout: count.some(),
        }
    }
}

impl Sample for DeleteImageUsageReportResult {
    fn sample(count: &mut Count) -> Self {
        DeleteImageUsageReportResult { return_: count.some() }
    }
}

impl Sample for DeleteKeyPairResult {
    fn sample(count: &mut Count) -> Self {
        DeleteKeyPairResult { return_: count.some(), key_pair_id: count.some() }
    }
}

impl Sample for DeleteLaunchTemplateResult {
    fn sample(count: &mut Count) -> Self {
        DeleteLaunchTemplateResult { launch_template: count.some() }
    }
}

impl Sample for DeleteLaunchTemplateVersionsResponseErrorItem {
    fn sample(count: &mut Count) -> Self {
        DeleteLaunchTemplateVersionsResponseErrorItem {
            launch_template_id: count.some(),
            launch_template_name: count.some(),
            version_number: count.some(),
            response_error: count.some(),
        }
    }
}

impl Sample for DeleteLaunchTemplateVersionsResponseSuccessItem {
    fn sample(count: &mut Count) -> Self {
        DeleteLaunchTemplateVersionsResponseSuccessItem {
            launch_template_id: count.some(),
            launch_template_name: count.some(),
            version_number: count.some(),
        }
    }
}

impl Sample for DeleteLaunchTemplateVersionsResult {
    fn sample(count: &mut Count) -> Self {
        DeleteLaunchTemplateVersionsResult {
            successfully_deleted_launch_template_versions: count.one(),
            unsuccessfully_deleted_launch_template_versions: count.one(),
        }
    }
}

impl Sample for DeleteManagedPrefixListResult {
    fn sample(count: &mut Count) -> Self {
        DeleteManagedPrefixListResult { prefix_list: count.some() }
    }
}

impl Sample for DeleteSecurityGroupResult {
    fn sample(count: &mut Count) -> Self {
        DeleteSecurityGroupResult { return_: count.some(), group_id: count.some() }
    }
}

impl Sample for DeleteSnapshotReturnCode {
    fn sample(count: &mut Count) -> Self {
        DeleteSnapshotReturnCode { snapshot_id: count.some(), return_code: count.some() }
    }
}

impl Sample for DeprecationTimeCondition {
    fn sample(count: &mut Count) -> Self {
        DeprecationTimeCondition { maximum_days_since_deprecated: count.some() }
    }
}

impl Sample for DeregisterImageResult {
    fn sample(count: &mut Count) -> Self {
        DeregisterImageResult { return_: count.some(), delete_snapshot_results: count.one() }
    }
}

impl Sample for DescribeAccountAttributesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeAccountAttributesResult { account_attributes: count.one() }
    }
}

impl Sample for DescribeAddressesAttributeResult {
    fn sample(count: &mut Count) -> Self {
        DescribeAddressesAttributeResult { addresses: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeAddressesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeAddressesResult { addresses: count.one() }
    }
}

impl Sample for DescribeAvailabilityZonesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeAvailabilityZonesResult { availability_zones: count.one() }
    }
}

impl Sample for DescribeDhcpOptionsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeDhcpOptionsResult { next_token: count.some(), dhcp_options: count.one() }
    }
}

impl Sample for DescribeExportImageTasksResult {
    fn sample(count: &mut Count) -> Self {
        DescribeExportImageTasksResult { export_image_tasks: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeImageReferencesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeImageReferencesResult { next_token: count.some(), image_references: count.one() }
    }
}

impl Sample for DescribeImageUsageReportEntriesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeImageUsageReportEntriesResult { next_token: count.some(), image_usage_report_entries: count.one() }
    }
}

impl Sample for DescribeImageUsageReportsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeImageUsageReportsResult { next_token: count.some(), image_usage_reports: count.one() }
    }
}

impl Sample for DescribeImagesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeImagesResult { next_token: count.some(), images: count.one() }
    }
}

impl Sample for DescribeImportImageTasksResult {
    fn sample(count: &mut Count) -> Self {
        DescribeImportImageTasksResult { import_image_tasks: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeImportSnapshotTasksResult {
    fn sample(count: &mut Count) -> Self {
        DescribeImportSnapshotTasksResult { import_snapshot_tasks: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeInstanceCreditSpecificationsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInstanceCreditSpecificationsResult {
            instance_credit_specifications: count.one(),
            next_token: count.some(),
        }
    }
}

impl Sample for DescribeInstanceImageMetadataResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInstanceImageMetadataResult { instance_image_metadata: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeInstanceStatusResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInstanceStatusResult { instance_statuses: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeInstanceTypeOfferingsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInstanceTypeOfferingsResult { instance_type_offerings: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeInstanceTypesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInstanceTypesResult { instance_types: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeInstancesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInstancesResult { next_token: count.some(), reservations: count.one() }
    }
}

impl Sample for DescribeInternetGatewaysResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInternetGatewaysResult { internet_gateways: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeKeyPairsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeKeyPairsResult { key_pairs: count.one() }
    }
}

impl Sample for DescribeLaunchTemplateVersionsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeLaunchTemplateVersionsResult { launch_template_versions: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeLaunchTemplatesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeLaunchTemplatesResult { launch_templates: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeLockedSnapshotsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeLockedSnapshotsResult { snapshots: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeManagedPrefixListsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeManagedPrefixListsResult { next_token: count.some(), prefix_lists: count.one() }
    }
}

impl Sample for DescribeNetworkAclsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeNetworkAclsResult { network_acls: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeNetworkInterfaceAttributeResult {
    fn sample(count: &mut Count) -> Self {
        DescribeNetworkInterfaceAttributeResult {
            attachment: count.some(),
            description: count.some(),
            groups: Some(count.one()),
            network_interface_id: count.some(),
            source_dest_check: count.some(),
            associate_public_ip_address: count.some(),
        }
    }
}

impl Sample for DescribeNetworkInterfacesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeNetworkInterfacesResult { network_interfaces: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribePlacementGroupsResult {
    fn sample(count: &mut Count) -> Self {
        DescribePlacementGroupsResult { placement_groups: count.one() }
    }
}

impl Sample for DescribeRegionsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeRegionsResult { regions: count.one() }
    }
}

impl Sample for DescribeReplaceRootVolumeTasksResult {
    fn sample(count: &mut Count) -> Self {
        DescribeReplaceRootVolumeTasksResult { replace_root_volume_tasks: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeRouteTablesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeRouteTablesResult { route_tables: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeSecurityGroupRulesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeSecurityGroupRulesResult { security_group_rules: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeSecurityGroupsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeSecurityGroupsResult { next_token: count.some(), security_groups: count.one() }
    }
}

impl Sample for DescribeSnapshotAttributeResult {
    fn sample(count: &mut Count) -> Self {
        DescribeSnapshotAttributeResult {
            product_codes: Some(count.one()),
            snapshot_id: count.some(),
            create_volume_permissions: Some(count.one()),
        }
    }
}

impl Sample for DescribeSnapshotTierStatusResult {
    fn sample(count: &mut Count) -> Self {
        DescribeSnapshotTierStatusResult { snapshot_tier_statuses: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeSnapshotsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeSnapshotsResult { next_token: count.some(), snapshots: count.one() }
    }
}

impl Sample for DescribeStoreImageTasksResult {
    fn sample(count: &mut Count) -> Self {
        DescribeStoreImageTasksResult { store_image_task_results: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeSubnetsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeSubnetsResult { next_token: count.some(), subnets: count.one() }
    }
}

impl Sample for DescribeTagsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeTagsResult { next_token: count.some(), tags: count.one() }
    }
}

impl Sample for DescribeVolumeAttributeResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVolumeAttributeResult {
            auto_enable_io: count.some(),
            product_codes: Some(count.one()),
            volume_id: count.some(),
        }
    }
}

impl Sample for DescribeVolumeStatusResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVolumeStatusResult { next_token: count.some(), volume_statuses: count.one() }
    }
}

impl Sample for DescribeVolumesModificationsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVolumesModificationsResult { next_token: count.some(), volumes_modifications: count.one() }
    }
}

impl Sample for DescribeVolumesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVolumesResult { next_token: count.some(), volumes: count.one() }
    }
}

impl Sample for DescribeVpcAttributeResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVpcAttributeResult {
            enable_dns_hostnames: count.some(),
            enable_dns_support: count.some(),
            enable_network_address_usage_metrics: count.some(),
            vpc_id: count.some(),
        }
    }
}

impl Sample for DescribeVpcsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVpcsResult { next_token: count.some(), vpcs: count.one() }
    }
}

impl Sample for DhcpConfiguration {
    fn sample(count: &mut Count) -> Self {
        DhcpConfiguration { key: count.some(), values: count.one() }
    }
}

impl Sample for DhcpOptions {
    fn sample(count: &mut Count) -> Self {
        DhcpOptions {
            owner_id: count.some(),
            tags: count.one(),
            dhcp_options_id: count.some(),
            dhcp_configurations: count.one(),
        }
    }
}

impl Sample for DisableAllowedImagesSettingsResult {
    fn sample(count: &mut Count) -> Self {
        DisableAllowedImagesSettingsResult { allowed_images_settings_state: count.some() }
    }
}

impl Sample for DisableEbsEncryptionByDefaultResult {
    fn sample(count: &mut Count) -> Self {
        DisableEbsEncryptionByDefaultResult { ebs_encryption_by_default: count.some() }
    }
}

impl Sample for DisableImageBlockPublicAccessResult {
    fn sample(count: &mut Count) -> Self {
        DisableImageBlockPublicAccessResult { image_block_public_access_state: count.some() }
    }
}

impl Sample for DisableImageDeprecationResult {
    fn sample(count: &mut Count) -> Self {
        DisableImageDeprecationResult { return_: count.some() }
    }
}

impl Sample for DisableImageDeregistrationProtectionResult {
    fn sample(count: &mut Count) -> Self {
        DisableImageDeregistrationProtectionResult { return_: count.some() }
    }
}

impl Sample for DisableImageResult {
    fn sample(count: &mut Count) -> Self {
        DisableImageResult { return_: count.some() }
    }
}

impl Sample for DisableSnapshotBlockPublicAccessResult {
    fn sample(count: &mut Count) -> Self {
        DisableSnapshotBlockPublicAccessResult { state: count.some() }
    }
}

impl Sample for DisassociateVpcCidrBlockResult {
    fn sample(count: &mut Count) -> Self {
        DisassociateVpcCidrBlockResult {
            ipv6_cidr_block_association: count.some(),
            cidr_block_association: count.some(),
            vpc_id: count.some(),
        }
    }
}

impl Sample for DiskInfo {
    fn sample(count: &mut Count) -> Self {
        DiskInfo { size_in_gb: count.some(), count: count.some(), type_: count.some() }
    }
}

impl Sample for EbsBlockDevice {
    fn sample(count: &mut Count) -> Self {
        EbsBlockDevice {
            delete_on_termination: count.some(),
            iops: count.some(),
            snapshot_id: count.some(),
            volume_size: count.some(),
            volume_type: count.some(),
            kms_key_id: count.some(),
            throughput: count.some(),
            outpost_arn: count.some(),
            availability_zone: count.some(),
            encrypted: count.some(),
            volume_initialization_rate: count.some(),
            availability_zone_id: count.some(),
            ebs_card_index: count.some(),
        }
    }
}

impl Sample for EbsCardInfo {
    fn sample(count: &mut Count) -> Self {
        EbsCardInfo {
            ebs_card_index: count.some(),
            baseline_bandwidth_in_mbps: count.some(),
            baseline_throughput_in_mbps: count.some(),
            baseline_iops: count.some(),
            maximum_bandwidth_in_mbps: count.some(),
            maximum_throughput_in_mbps: count.some(),
            maximum_iops: count.some(),
        }
    }
}

impl Sample for EbsInfo {
    fn sample(count: &mut Count) -> Self {
        EbsInfo {
            ebs_optimized_support: count.some(),
            encryption_support: count.some(),
            ebs_optimized_info: count.some(),
            nvme_support: count.some(),
            maximum_ebs_attachments: count.some(),
            attachment_limit_type: count.some(),
            maximum_ebs_cards: count.some(),
            ebs_cards: count.one(),
        }
    }
}

impl Sample for EbsInstanceBlockDevice {
    fn sample(count: &mut Count) -> Self {
        EbsInstanceBlockDevice {
            attach_time: count.some(),
            delete_on_termination: count.some(),
            status: count.some(),
            volume_id: count.some(),
            associated_resource: count.some(),
            volume_owner_id: count.some(),
            operator: count.some(),
            ebs_card_index: count.some(),
        }
    }
}

impl Sample for EbsOptimizedInfo {
    fn sample(count: &mut Count) -> Self {
        EbsOptimizedInfo {
            baseline_bandwidth_in_mbps: count.some(),
            baseline_throughput_in_mbps: count.some(),
            baseline_iops: count.some(),
            maximum_bandwidth_in_mbps: count.some(),
            maximum_throughput_in_mbps: count.some(),
            maximum_iops: count.some(),
        }
    }
}

impl Sample for EbsStatusDetails {
    fn sample(count: &mut Count) -> Self {
        EbsStatusDetails { impaired_since: count.some(), name: count.some(), status: count.some() }
    }
}

impl Sample for EbsStatusSummary {
    fn sample(count: &mut Count) -> Self {
        EbsStatusSummary { details: count.one(), status: count.some() }
    }
}

impl Sample for EfaInfo {
    fn sample(count: &mut Count) -> Self {
        EfaInfo { maximum_efa_interfaces: count.some() }
    }
}

impl Sample for ElasticGpuAssociation {
    fn sample(count: &mut Count) -> Self {
        ElasticGpuAssociation {
            elastic_gpu_id: count.some(),
            elastic_gpu_association_id: count.some(),
            elastic_gpu_association_state: count.some(),
            elastic_gpu_association_time: count.some(),
        }
    }
}

impl Sample for ElasticGpuSpecificationResponse {
    fn sample(count: &mut Count) -> Self {
        ElasticGpuSpecificationResponse { type_: count.some() }
    }
}

impl Sample for ElasticInferenceAcceleratorAssociation {
    fn sample(count: &mut Count) -> Self {
        ElasticInferenceAcceleratorAssociation {
            elastic_inference_accelerator_arn: count.some(),
            elastic_inference_accelerator_association_id: count.some(),
            elastic_inference_accelerator_association_state: count.some(),
            elastic_inference_accelerator_association_time: count.some(),
        }
    }
}

impl Sample for EnableAllowedImagesSettingsResult {
    fn sample(count: &mut Count) -> Self {
        EnableAllowedImagesSettingsResult { allowed_images_settings_state: count.some() }
    }
}

impl Sample for EnableImageBlockPublicAccessResult {
    fn sample(count: &mut Count) -> Self {
        EnableImageBlockPublicAccessResult { image_block_public_access_state: count.some() }
    }
}

impl Sample for EnableImageDeprecationResult {
    fn sample(count: &mut Count) -> Self {
        EnableImageDeprecationResult { return_: count.some() }
    }
}

impl Sample for EnableImageDeregistrationProtectionResult {
    fn sample(count: &mut Count) -> Self {
        EnableImageDeregistrationProtectionResult { return_: count.some() }
    }
}

impl Sample for EnableImageResult {
    fn sample(count: &mut Count) -> Self {
        EnableImageResult { return_: count.some() }
    }
}

impl Sample for EnableSnapshotBlockPublicAccessResult {
    fn sample(count: &mut Count) -> Self {
        EnableSnapshotBlockPublicAccessResult { state: count.some() }
    }
}

impl Sample for EnclaveOptions {
    fn sample(count: &mut Count) -> Self {
        EnclaveOptions { enabled: count.some() }
    }
}

impl Sample for ExportImageResult {
    fn sample(count: &mut Count) -> Self {
        ExportImageResult {
            description: count.some(),
            disk_image_format: count.some(),
            export_image_task_id: count.some(),
            image_id: count.some(),
            role_name: count.some(),
            progress: count.some(),
            s3_export_location: count.some(),
            status: count.some(),
            status_message: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for ExportImageTask {
    fn sample(count: &mut Count) -> Self {
        ExportImageTask {
            description: count.some(),
            export_image_task_id: count.some(),
            image_id: count.some(),
            progress: count.some(),
            s3_export_location: count.some(),
            status: count.some(),
            status_message: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for ExportTaskS3Location {
    fn sample(count: &mut Count) -> Self {
        ExportTaskS3Location { s3_bucket: count.some(), s3_prefix: count.some() }
    }
}

impl Sample for FpgaDeviceInfo {
    fn sample(count: &mut Count) -> Self {
        FpgaDeviceInfo {
            name: count.some(),
            manufacturer: count.some(),
            count: count.some(),
            memory_info: count.some(),
        }
    }
}

impl Sample for FpgaDeviceMemoryInfo {
    fn sample(count: &mut Count) -> Self {
        FpgaDeviceMemoryInfo { size_in_mib: count.some() }
    }
}

impl Sample for FpgaInfo {
    fn sample(count: &mut Count) -> Self {
        FpgaInfo { fpgas: count.one(), total_fpga_memory_in_mib: count.some() }
    }
}

impl Sample for GetAllowedImagesSettingsResult {
    fn sample(count: &mut Count) -> Self {
        GetAllowedImagesSettingsResult { state: count.some(), image_criteria: count.one(), managed_by: count.some() }
    }
}

impl Sample for GetConsoleOutputResult {
    fn sample(count: &mut Count) -> Self {
        GetConsoleOutputResult { instance_id: count.some(), timestamp: count.some(), output: count.some() }
    }
}

impl Sample for GetConsoleScreenshotResult {
    fn sample(count: &mut Count) -> Self {
        GetConsoleScreenshotResult { image_data: count.some(), instance_id: count.some() }
    }
}

impl Sample for GetEbsEncryptionByDefaultResult {
    fn sample(count: &mut Count) -> Self {
        GetEbsEncryptionByDefaultResult { ebs_encryption_by_default: count.some(), sse_type: count.some() }
    }
}

impl Sample for GetImageAncestryResult {
    fn sample(count: &mut Count) -> Self {
        GetImageAncestryResult { image_ancestry_entries: count.one() }
    }
}

impl Sample for GetImageBlockPublicAccessStateResult {
    fn sample(count: &mut Count) -> Self {
        GetImageBlockPublicAccessStateResult { image_block_public_access_state: count.some(), managed_by: count.some() }
    }
}

impl Sample for GetInstanceMetadataDefaultsResult {
    fn sample(count: &mut Count) -> Self {
        GetInstanceMetadataDefaultsResult { account_level: count.some() }
    }
}

impl Sample for GetInstanceUefiDataResult {
    fn sample(count: &mut Count) -> Self {
        GetInstanceUefiDataResult { instance_id: count.some(), uefi_data: count.some() }
    }
}

impl Sample for GetLaunchTemplateDataResult {
    fn sample(count: &mut Count) -> Self {
        GetLaunchTemplateDataResult { launch_template_data: count.some() }
    }
}

impl Sample for GetManagedPrefixListEntriesResult {
    fn sample(count: &mut Count) -> Self {
        GetManagedPrefixListEntriesResult { entries: count.one(), next_token: count.some() }
    }
}

impl Sample for GetSnapshotBlockPublicAccessStateResult {
    fn sample(count: &mut Count) -> Self {
        GetSnapshotBlockPublicAccessStateResult { state: count.some(), managed_by: count.some() }
    }
}

impl Sample for GpuDeviceInfo {
    fn sample(count: &mut Count) -> Self {
        GpuDeviceInfo {
            name: count.some(),
            manufacturer: count.some(),
            count: count.some(),
            logical_gpu_count: count.some(),
            gpu_partition_size: count.some(),
            workloads: count.two(),
            memory_info: count.some(),
        }
    }
}

impl Sample for GpuDeviceMemoryInfo {
    fn sample(count: &mut Count) -> Self {
        GpuDeviceMemoryInfo { size_in_mib: count.some() }
    }
}

impl Sample for GpuInfo {
    fn sample(count: &mut Count) -> Self {
        GpuInfo { gpus: count.one(), total_gpu_memory_in_mib: count.some() }
    }
}

impl Sample for GroupIdentifier {
    fn sample(count: &mut Count) -> Self {
        GroupIdentifier { group_id: count.some(), group_name: count.some() }
    }
}

impl Sample for HibernationOptions {
    fn sample(count: &mut Count) -> Self {
        HibernationOptions { configured: count.some() }
    }
}

impl Sample for IamInstanceProfile {
    fn sample(count: &mut Count) -> Self {
        IamInstanceProfile { arn: count.some(), id: count.some() }
    }
}

impl Sample for IcmpTypeCode {
    fn sample(count: &mut Count) -> Self {
        IcmpTypeCode { code: count.some(), type_: count.some() }
    }
}

impl Sample for Image {
    fn sample(count: &mut Count) -> Self {
        Image {
            platform_details: count.some(),
            usage_operation: count.some(),
            block_device_mappings: count.one(),
            description: count.some(),
            ena_support: count.some(),
            hypervisor: count.some(),
            image_owner_alias: count.some(),
            name: count.some(),
            root_device_name: count.some(),
            root_device_type: count.some(),
            sriov_net_support: count.some(),
            state_reason: count.some(),
            tags: count.one(),
            virtualization_type: count.some(),
            boot_mode: count.some(),
            tpm_support: count.some(),
            deprecation_time: count.some(),
            imds_support: count.some(),
            source_instance_id: count.some(),
            deregistration_protection: count.some(),
            last_launched_time: count.some(),
            image_allowed: count.some(),
            source_image_id: count.some(),
            source_image_region: count.some(),
            free_tier_eligible: count.some(),
            image_id: count.some(),
            image_location: count.some(),
            state: count.some(),
            owner_id: count.some(),
            creation_date: count.some(),
            public: count.some(),
            product_codes: count.one(),
            architecture: count.some(),
            image_type: count.some(),
            kernel_id: count.some(),
            ramdisk_id: count.some(),
            platform: count.some(),
        }
    }
}

impl Sample for ImageAncestryEntry {
    fn sample(count: &mut Count) -> Self {
        ImageAncestryEntry {
            creation_date: count.some(),
            image_id: count.some(),
            image_owner_alias: count.some(),
            source_image_id: count.some(),
            source_image_region: count.some(),
        }
    }
}

impl Sample for ImageAttribute {
    fn sample(count: &mut Count) -> Self {
        ImageAttribute {
            description: count.some(),
            kernel_id: count.some(),
            ramdisk_id: count.some(),
            sriov_net_support: count.some(),
            boot_mode: count.some(),
            tpm_support: count.some(),
            uefi_data: count.some(),
            last_launched_time: count.some(),
            imds_support: count.some(),
            deregistration_protection: count.some(),
            image_id: count.some(),
            launch_permissions: Some(count.one()),
            product_codes: Some(count.one()),
            block_device_mappings: Some(count.one()),
        }
    }
}

impl Sample for ImageCriterion {
    fn sample(count: &mut Count) -> Self {
        ImageCriterion {
            image_providers: count.two(),
            marketplace_product_codes: count.two(),
            image_names: count.two(),
            deprecation_time_condition: count.some(),
            creation_date_condition: count.some(),
        }
    }
}

impl Sample for ImageMetadata {
    fn sample(count: &mut Count) -> Self {
        ImageMetadata {
            image_id: count.some(),
            name: count.some(),
            owner_id: count.some(),
            state: count.some(),
            image_owner_alias: count.some(),
            creation_date: count.some(),
            deprecation_time: count.some(),
            image_allowed: count.some(),
            is_public: count.some(),
        }
    }
}

impl Sample for ImageRecycleBinInfo {
    fn sample(count: &mut Count) -> Self {
        ImageRecycleBinInfo {
            image_id: count.some(),
            name: count.some(),
            description: count.some(),
            recycle_bin_enter_time: count.some(),
            recycle_bin_exit_time: count.some(),
        }
    }
}

impl Sample for ImageReference {
    fn sample(count: &mut Count) -> Self {
        ImageReference { image_id: count.some(), resource_type: count.some(), arn: count.some() }
    }
}

impl Sample for ImageUsageReport {
    fn sample(count: &mut Count) -> Self {
        ImageUsageReport {
            image_id: count.some(),
            report_id: count.some(),
            resource_types: count.one(),
            account_ids: count.two(),
            state: count.some(),
            state_reason: count.some(),
            creation_time: count.some(),
            expiration_time: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for ImageUsageReportEntry {
    fn sample(count: &mut Count) -> Self {
        ImageUsageReportEntry {
            resource_type: count.some(),
            report_id: count.some(),
            usage_count: count.some(),
            account_id: count.some(),
            image_id: count.some(),
            report_creation_time: count.some(),
        }
    }
}

impl Sample for ImageUsageResourceType {
    fn sample(count: &mut Count) -> Self {
        ImageUsageResourceType { resource_type: count.some(), resource_type_options: count.one() }
    }
}

impl Sample for ImageUsageResourceTypeOption {
    fn sample(count: &mut Count) -> Self {
        ImageUsageResourceTypeOption { option_name: count.some(), option_values: count.two() }
    }
}

impl Sample for ImportImageLicenseConfigurationResponse {
    fn sample(count: &mut Count) -> Self {
        ImportImageLicenseConfigurationResponse { license_configuration_arn: count.some() }
    }
}

impl Sample for ImportImageResult {
    fn sample(count: &mut Count) -> Self {
        ImportImageResult {
            architecture: count.some(),
            description: count.some(),
            encrypted: count.some(),
            hypervisor: count.some(),
            image_id: count.some(),
            import_task_id: count.some(),
            kms_key_id: count.some(),
            license_type: count.some(),
            platform: count.some(),
            progress: count.some(),
            snapshot_details: count.one(),
            status: count.some(),
            status_message: count.some(),
            license_specifications: count.one(),
            tags: count.one(),
            usage_operation: count.some(),
        }
    }
}

impl Sample for ImportImageTask {
    fn sample(count: &mut Count) -> Self {
        ImportImageTask {
            architecture: count.some(),
            description: count.some(),
            encrypted: count.some(),
            hypervisor: count.some(),
            image_id: count.some(),
            import_task_id: count.some(),
            kms_key_id: count.some(),
            license_type: count.some(),
            platform: count.some(),
            progress: count.some(),
            snapshot_details: count.one(),
            status: count.some(),
            status_message: count.some(),
            tags: count.one(),
            license_specifications: count.one(),
            usage_operation: count.some(),
            boot_mode: count.some(),
        }
    }
}

impl Sample for ImportKeyPairResult {
    fn sample(count: &mut Count) -> Self {
        ImportKeyPairResult {
            key_fingerprint: count.some(),
            key_name: count.some(),
            key_pair_id: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for ImportSnapshotResult {
    fn sample(count: &mut Count) -> Self {
        ImportSnapshotResult {
            description: count.some(),
            import_task_id: count.some(),
            snapshot_task_detail: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for ImportSnapshotTask {
    fn sample(count: &mut Count) -> Self {
        ImportSnapshotTask {
            description: count.some(),
            import_task_id: count.some(),
            snapshot_task_detail: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for InferenceAcceleratorInfo {
    fn sample(count: &mut Count) -> Self {
        InferenceAcceleratorInfo { accelerators: count.one(), total_inference_memory_in_mib: count.some() }
    }
}

impl Sample for InferenceDeviceInfo {
    fn sample(count: &mut Count) -> Self {
        InferenceDeviceInfo {
            count: count.some(),
            name: count.some(),
            manufacturer: count.some(),
            memory_info: count.some(),
        }
    }
}

impl Sample for InferenceDeviceMemoryInfo {
    fn sample(count: &mut Count) -> Self {
        InferenceDeviceMemoryInfo { size_in_mib: count.some() }
    }
}

impl Sample for InitializationStatusDetails {
    fn sample(count: &mut Count) -> Self {
        InitializationStatusDetails {
            initialization_type: count.some(),
            progress: count.some(),
            estimated_time_to_complete_in_seconds: count.some(),
        }
    }
}

impl Sample for Instance {
    fn sample(count: &mut Count) -> Self {
        Instance {
            architecture: count.some(),
            block_device_mappings: count.one(),
            client_token: count.some(),
            ebs_optimized: count.some(),
            ena_support: count.some(),
            hypervisor: count.some(),
            iam_instance_profile: count.some(),
            instance_lifecycle: count.some(),
            elastic_gpu_associations: count.one(),
            elastic_inference_accelerator_associations: count.one(),
            network_interfaces: count.one(),
            outpost_arn: count.some(),
            root_device_name: count.some(),
            root_device_type: count.some(),
            security_groups: count.one(),
            source_dest_check: count.some(),
            spot_instance_request_id: count.some(),
            sriov_net_support: count.some(),
            state_reason: count.some(),
            tags: count.one(),
            virtualization_type: count.some(),
            cpu_options: count.some(),
            capacity_block_id: count.some(),
            capacity_reservation_id: count.some(),
            capacity_reservation_specification: count.some(),
            hibernation_options: count.some(),
            licenses: count.one(),
            metadata_options: count.some(),
            enclave_options: count.some(),
            boot_mode: count.some(),
            platform_details: count.some(),
            usage_operation: count.some(),
            usage_operation_update_time: count.some(),
            private_dns_name_options: count.some(),
            ipv6_address: count.some(),
            tpm_support: count.some(),
            maintenance_options: count.some(),
            current_instance_boot_mode: count.some(),
            network_performance_options: count.some(),
            operator: count.some(),
            secondary_interfaces: count.one(),
            instance_id: count.some(),
            image_id: count.some(),
            state: count.some(),
            private_dns_name: count.some(),
            public_dns_name: count.some(),
            state_transition_reason: count.some(),
            key_name: count.some(),
            ami_launch_index: count.some(),
            product_codes: count.one(),
            instance_type: count.some(),
            launch_time: count.some(),
            placement: count.some(),
            kernel_id: count.some(),
            ramdisk_id: count.some(),
            platform: count.some(),
            monitoring: count.some(),
            subnet_id: count.some(),
            vpc_id: count.some(),
            private_ip_address: count.some(),
            public_ip_address: count.some(),
        }
    }
}

impl Sample for InstanceAttachmentEnaSrdSpecification {
    fn sample(count: &mut Count) -> Self {
        InstanceAttachmentEnaSrdSpecification { ena_srd_enabled: count.some(), ena_srd_udp_specification: count.some() }
    }
}

impl Sample for InstanceAttachmentEnaSrdUdpSpecification {
    fn sample(count: &mut Count) -> Self {
        InstanceAttachmentEnaSrdUdpSpecification { ena_srd_udp_enabled: count.some() }
    }
}

impl Sample for InstanceAttribute {
    fn sample(count: &mut Count) -> Self {
        InstanceAttribute {
            block_device_mappings: Some(count.one()),
            disable_api_termination: count.some(),
            ena_support: count.some(),
            enclave_options: count.some(),
            ebs_optimized: count.some(),
            instance_id: count.some(),
            instance_initiated_shutdown_behavior: count.some(),
            instance_type: count.some(),
            kernel_id: count.some(),
            product_codes: Some(count.one()),
            ramdisk_id: count.some(),
            root_device_name: count.some(),
            source_dest_check: count.some(),
            sriov_net_support: count.some(),
            user_data: count.some(),
            disable_api_stop: count.some(),
            groups: Some(count.one()),
        }
    }
}

impl Sample for InstanceBlockDeviceMapping {
    fn sample(count: &mut Count) -> Self {
        InstanceBlockDeviceMapping { device_name: count.some(), ebs: count.some() }
    }
}

impl Sample for InstanceCreditSpecification {
    fn sample(count: &mut Count) -> Self {
        InstanceCreditSpecification { instance_id: count.some(), cpu_credits: count.some() }
    }
}

impl Sample for InstanceImageMetadata {
    fn sample(count: &mut Count) -> Self {
        InstanceImageMetadata {
            instance_id: count.some(),
            instance_type: count.some(),
            launch_time: count.some(),
            availability_zone: count.some(),
            zone_id: count.some(),
            state: count.some(),
            owner_id: count.some(),
            tags: count.one(),
            image_metadata: count.some(),
            operator: count.some(),
        }
    }
}

impl Sample for InstanceIpv4Prefix {
    fn sample(count: &mut Count) -> Self {
        InstanceIpv4Prefix { ipv4_prefix: count.some() }
    }
}

impl Sample for InstanceIpv6Address {
    fn sample(count: &mut Count) -> Self {
        InstanceIpv6Address { ipv6_address: count.some(), is_primary_ipv6: count.some() }
    }
}

impl Sample for InstanceIpv6Prefix {
    fn sample(count: &mut Count) -> Self {
        InstanceIpv6Prefix { ipv6_prefix: count.some() }
    }
}

impl Sample for InstanceMaintenanceOptions {
    fn sample(count: &mut Count) -> Self {
        InstanceMaintenanceOptions { auto_recovery: count.some(), reboot_migration: count.some() }
    }
}

impl Sample for InstanceMetadataDefaultsResponse {
    fn sample(count: &mut Count) -> Self {
        InstanceMetadataDefaultsResponse {
            http_tokens: count.some(),
            http_put_response_hop_limit: count.some(),
            http_endpoint: count.some(),
            instance_metadata_tags: count.some(),
            managed_by: count.some(),
            managed_exception_message: count.some(),
            http_tokens_enforced: count.some(),
        }
    }
}

impl Sample for InstanceMetadataOptionsResponse {
    fn sample(count: &mut Count) -> Self {
        InstanceMetadataOptionsResponse {
            state: count.some(),
            http_tokens: count.some(),
            http_put_response_hop_limit: count.some(),
            http_endpoint: count.some(),
            http_protocol_ipv6: count.some(),
            instance_metadata_tags: count.some(),
        }
    }
}

impl Sample for InstanceMonitoring {
    fn sample(count: &mut Count) -> Self {
        InstanceMonitoring { instance_id: count.some(), monitoring: count.some() }
    }
}

impl Sample for InstanceNetworkInterface {
    fn sample(count: &mut Count) -> Self {
        InstanceNetworkInterface {
            association: count.some(),
            attachment: count.some(),
            description: count.some(),
            groups: count.one(),
            ipv6_addresses: count.one(),
            mac_address: count.some(),
            network_interface_id: count.some(),
            owner_id: count.some(),
            private_dns_name: count.some(),
            private_ip_address: count.some(),
            private_ip_addresses: count.one(),
            source_dest_check: count.some(),
            status: count.some(),
            subnet_id: count.some(),
            vpc_id: count.some(),
            interface_type: count.some(),
            ipv4_prefixes: count.one(),
            ipv6_prefixes: count.one(),
            connection_tracking_configuration: count.some(),
            operator: count.some(),
        }
    }
}

impl Sample for InstanceNetworkInterfaceAssociation {
    fn sample(count: &mut Count) -> Self {
        InstanceNetworkInterfaceAssociation {
            carrier_ip: count.some(),
            customer_owned_ip: count.some(),
            ip_owner_id: count.some(),
            public_dns_name: count.some(),
            public_ip: count.some(),
        }
    }
}

impl Sample for InstanceNetworkInterfaceAttachment {
    fn sample(count: &mut Count) -> Self {
        InstanceNetworkInterfaceAttachment {
            attach_time: count.some(),
            attachment_id: count.some(),
            delete_on_termination: count.some(),
            device_index: count.some(),
            status: count.some(),
            network_card_index: count.some(),
            ena_srd_specification: count.some(),
            ena_queue_count: count.some(),
        }
    }
}

impl Sample for InstanceNetworkPerformanceOptions {
    fn sample(count: &mut Count) -> Self {
        InstanceNetworkPerformanceOptions { bandwidth_weighting: count.some() }
    }
}

impl Sample for InstancePrivateIpAddress {
    fn sample(count: &mut Count) -> Self {
        InstancePrivateIpAddress {
            association: count.some(),
            primary: count.some(),
            private_dns_name: count.some(),
            private_ip_address: count.some(),
        }
    }
}

impl Sample for InstanceRequirements {
    fn sample(count: &mut Count) -> Self {
        InstanceRequirements {
            vcpu_count: count.some(),
            memory_mib: count.some(),
            cpu_manufacturers: count.two(),
            memory_gib_per_vcpu: count.some(),
            excluded_instance_types: count.two(),
            instance_generations: count.two(),
            spot_max_price_percentage_over_lowest_price: count.some(),
            on_demand_max_price_percentage_over_lowest_price: count.some(),
            bare_metal: count.some(),
            burstable_performance: count.some(),
            require_hibernate_support: count.some(),
            network_interface_count: count.some(),
            local_storage: count.some(),
            local_storage_types: count.two(),
            total_local_storage_gb: count.some(),
            baseline_ebs_bandwidth_mbps: count.some(),
            accelerator_types: count.two(),
            accelerator_count: count.some(),
            accelerator_manufacturers: count.two(),
            accelerator_names: count.two(),
            accelerator_total_memory_mib: count.some(),
            network_bandwidth_gbps: count.some(),
            allowed_instance_types: count.two(),
            max_spot_price_as_percentage_of_optimal_on_demand_price: count.some(),
            baseline_performance_factors: count.some(),
            require_encryption_in_transit: count.some(),
        }
    }
}

impl Sample for InstanceSecondaryInterface {
    fn sample(count: &mut Count) -> Self {
        InstanceSecondaryInterface {
            attachment: count.some(),
            mac_address: count.some(),
            secondary_interface_id: count.some(),
            owner_id: count.some(),
            private_ip_addresses: count.one(),
            source_dest_check: count.some(),
            status: count.some(),
            secondary_subnet_id: count.some(),
            secondary_network_id: count.some(),
            interface_type: count.some(),
        }
    }
}

impl Sample for InstanceSecondaryInterfaceAttachment {
    fn sample(count: &mut Count) -> Self {
        InstanceSecondaryInterfaceAttachment {
            attach_time: count.some(),
            attachment_id: count.some(),
            delete_on_termination: count.some(),
            device_index: count.some(),
            status: count.some(),
            network_card_index: count.some(),
        }
    }
}

impl Sample for InstanceSecondaryInterfacePrivateIpAddress {
    fn sample(count: &mut Count) -> Self {
        InstanceSecondaryInterfacePrivateIpAddress { private_ip_address: count.some() }
    }
}

impl Sample for InstanceState {
    fn sample(count: &mut Count) -> Self {
        InstanceState { code: count.some(), name: count.some() }
    }
}

impl Sample for InstanceStateChange {
    fn sample(count: &mut Count) -> Self {
        InstanceStateChange { instance_id: count.some(), current_state: count.some(), previous_state: count.some() }
    }
}

impl Sample for InstanceStatus {
    fn sample(count: &mut Count) -> Self {
        InstanceStatus {
            availability_zone: count.some(),
            availability_zone_id: count.some(),
            outpost_arn: count.some(),
            operator: count.some(),
            events: count.one(),
            instance_id: count.some(),
            instance_state: count.some(),
            instance_status: count.some(),
            system_status: count.some(),
            attached_ebs_status: count.some(),
        }
    }
}

impl Sample for InstanceStatusDetails {
    fn sample(count: &mut Count) -> Self {
        InstanceStatusDetails { impaired_since: count.some(), name: count.some(), status: count.some() }
    }
}

impl Sample for InstanceStatusEvent {
    fn sample(count: &mut Count) -> Self {
        InstanceStatusEvent {
            instance_event_id: count.some(),
            code: count.some(),
            description: count.some(),
            not_after: count.some(),
            not_before: count.some(),
            not_before_deadline: count.some(),
        }
    }
}

impl Sample for InstanceStatusSummary {
    fn sample(count: &mut Count) -> Self {
        InstanceStatusSummary { details: count.one(), status: count.some() }
    }
}

impl Sample for InstanceStorageInfo {
    fn sample(count: &mut Count) -> Self {
        InstanceStorageInfo {
            total_size_in_gb: count.some(),
            disks: count.one(),
            nvme_support: count.some(),
            encryption_support: count.some(),
        }
    }
}

impl Sample for InstanceTypeInfo {
    fn sample(count: &mut Count) -> Self {
        InstanceTypeInfo {
            instance_type: count.some(),
            current_generation: count.some(),
            free_tier_eligible: count.some(),
            supported_usage_classes: count.two(),
            supported_root_device_types: count.two(),
            supported_virtualization_types: count.two(),
            bare_metal: count.some(),
            hypervisor: count.some(),
            processor_info: count.some(),
            vcpu_info: count.some(),
            memory_info: count.some(),
            instance_storage_supported: count.some(),
            instance_storage_info: count.some(),
            ebs_info: count.some(),
            network_info: count.some(),
            gpu_info: count.some(),
            fpga_info: count.some(),
            placement_group_info: count.some(),
            inference_accelerator_info: count.some(),
            hibernation_supported: count.some(),
            burstable_performance_supported: count.some(),
            dedicated_hosts_supported: count.some(),
            auto_recovery_supported: count.some(),
            supported_boot_modes: count.two(),
            nitro_enclaves_support: count.some(),
            nitro_tpm_support: count.some(),
            nitro_tpm_info: count.some(),
            media_accelerator_info: count.some(),
            neuron_info: count.some(),
            phc_support: count.some(),
            reboot_migration_support: count.some(),
            supported_in_region: count.some(),
        }
    }
}

impl Sample for InstanceTypeOffering {
    fn sample(count: &mut Count) -> Self {
        InstanceTypeOffering { instance_type: count.some(), location_type: count.some(), location: count.some() }
    }
}

impl Sample for InternetGateway {
    fn sample(count: &mut Count) -> Self {
        InternetGateway {
            attachments: count.one(),
            internet_gateway_id: count.some(),
            owner_id: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for InternetGatewayAttachment {
    fn sample(count: &mut Count) -> Self {
        InternetGatewayAttachment { state: count.some(), vpc_id: count.some() }
    }
}

impl Sample for IpPermission {
    fn sample(count: &mut Count) -> Self {
        IpPermission {
            ip_protocol: count.some(),
            from_port: count.some(),
            to_port: count.some(),
            user_id_group_pairs: count.one(),
            ip_ranges: count.one(),
            ipv6_ranges: count.one(),
            prefix_list_ids: count.one(),
        }
    }
}

impl Sample for IpRange {
    fn sample(count: &mut Count) -> Self {
        IpRange { description: count.some(), cidr_ip: count.some() }
    }
}

impl Sample for Ipv4PrefixSpecification {
    fn sample(count: &mut Count) -> Self {
        Ipv4PrefixSpecification { ipv4_prefix: count.some() }
    }
}

impl Sample for Ipv4PrefixSpecificationResponse {
    fn sample(count: &mut Count) -> Self {
        Ipv4PrefixSpecificationResponse { ipv4_prefix: count.some() }
    }
}

impl Sample for Ipv6PrefixSpecification {
    fn sample(count: &mut Count) -> Self {
        Ipv6PrefixSpecification { ipv6_prefix: count.some() }
    }
}

impl Sample for Ipv6PrefixSpecificationResponse {
    fn sample(count: &mut Count) -> Self {
        Ipv6PrefixSpecificationResponse { ipv6_prefix: count.some() }
    }
}

impl Sample for Ipv6Range {
    fn sample(count: &mut Count) -> Self {
        Ipv6Range { description: count.some(), cidr_ipv6: count.some() }
    }
}

impl Sample for KeyPair {
    fn sample(count: &mut Count) -> Self {
        KeyPair {
            key_pair_id: count.some(),
            tags: count.one(),
            key_name: count.some(),
            key_fingerprint: count.some(),
            key_material: count.some(),
        }
    }
}

impl Sample for KeyPairInfo {
    fn sample(count: &mut Count) -> Self {
        KeyPairInfo {
            key_pair_id: count.some(),
            key_type: count.some(),
            tags: count.one(),
            public_key: count.some(),
            create_time: count.some(),
            key_name: count.some(),
            key_fingerprint: count.some(),
        }
    }
}

impl Sample for LaunchPermission {
    fn sample(count: &mut Count) -> Self {
        LaunchPermission {
            organization_arn: count.some(),
            organizational_unit_arn: count.some(),
            user_id: count.some(),
            group: count.some(),
        }
    }
}

impl Sample for LaunchTemplate {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplate {
            launch_template_id: count.some(),
            launch_template_name: count.some(),
            create_time: count.some(),
            created_by: count.some(),
            default_version_number: count.some(),
            latest_version_number: count.some(),
            tags: count.one(),
            operator: count.some(),
        }
    }
}

impl Sample for LaunchTemplateBlockDeviceMapping {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateBlockDeviceMapping {
            device_name: count.some(),
            virtual_name: count.some(),
            ebs: count.some(),
            no_device: count.some(),
        }
    }
}

impl Sample for LaunchTemplateCapacityReservationSpecificationResponse {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateCapacityReservationSpecificationResponse {
            capacity_reservation_preference: count.some(),
            capacity_reservation_target: count.some(),
        }
    }
}

impl Sample for LaunchTemplateCpuOptions {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateCpuOptions {
            core_count: count.some(),
            threads_per_core: count.some(),
            amd_sev_snp: count.some(),
            nested_virtualization: count.some(),
        }
    }
}

impl Sample for LaunchTemplateEbsBlockDevice {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateEbsBlockDevice {
            encrypted: count.some(),
            delete_on_termination: count.some(),
            iops: count.some(),
            kms_key_id: count.some(),
            snapshot_id: count.some(),
            volume_size: count.some(),
            volume_type: count.some(),
            throughput: count.some(),
            volume_initialization_rate: count.some(),
            ebs_card_index: count.some(),
        }
    }
}

impl Sample for LaunchTemplateElasticInferenceAcceleratorResponse {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateElasticInferenceAcceleratorResponse { type_: count.some(), count: count.some() }
    }
}

impl Sample for LaunchTemplateEnaSrdSpecification {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateEnaSrdSpecification { ena_srd_enabled: count.some(), ena_srd_udp_specification: count.some() }
    }
}

impl Sample for LaunchTemplateEnaSrdUdpSpecification {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateEnaSrdUdpSpecification { ena_srd_udp_enabled: count.some() }
    }
}

impl Sample for LaunchTemplateEnclaveOptions {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateEnclaveOptions { enabled: count.some() }
    }
}

impl Sample for LaunchTemplateHibernationOptions {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateHibernationOptions { configured: count.some() }
    }
}

impl Sample for LaunchTemplateIamInstanceProfileSpecification {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateIamInstanceProfileSpecification { arn: count.some(), name: count.some() }
    }
}

impl Sample for LaunchTemplateInstanceMaintenanceOptions {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateInstanceMaintenanceOptions { auto_recovery: count.some() }
    }
}

impl Sample for LaunchTemplateInstanceMarketOptions {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateInstanceMarketOptions { market_type: count.some(), spot_options: count.some() }
    }
}

impl Sample for LaunchTemplateInstanceMetadataOptions {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateInstanceMetadataOptions {
            state: count.some(),
            http_tokens: count.some(),
            http_put_response_hop_limit: count.some(),
            http_endpoint: count.some(),
            http_protocol_ipv6: count.some(),
            instance_metadata_tags: count.some(),
        }
    }
}

impl Sample for LaunchTemplateInstanceNetworkInterfaceSpecification {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateInstanceNetworkInterfaceSpecification {
            associate_carrier_ip_address: count.some(),
            associate_public_ip_address: count.some(),
            delete_on_termination: count.some(),
            description: count.some(),
            device_index: count.some(),
            groups: count.two(),
            interface_type: count.some(),
            ipv6_address_count: count.some(),
            ipv6_addresses: count.one(),
            network_interface_id: count.some(),
            private_ip_address: count.some(),
            private_ip_addresses: count.one(),
            secondary_private_ip_address_count: count.some(),
            subnet_id: count.some(),
            network_card_index: count.some(),
            ipv4_prefixes: count.one(),
            ipv4_prefix_count: count.some(),
            ipv6_prefixes: count.one(),
            ipv6_prefix_count: count.some(),
            primary_ipv6: count.some(),
            ena_srd_specification: count.some(),
            connection_tracking_specification: count.some(),
            ena_queue_count: count.some(),
        }
    }
}

impl Sample for LaunchTemplateInstanceSecondaryInterfaceSpecification {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateInstanceSecondaryInterfaceSpecification {
            delete_on_termination: count.some(),
            device_index: count.some(),
            private_ip_addresses: count.one(),
            private_ip_address_count: count.some(),
            secondary_subnet_id: count.some(),
            interface_type: count.some(),
            network_card_index: count.some(),
        }
    }
}

impl Sample for LaunchTemplateLicenseConfiguration {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateLicenseConfiguration { license_configuration_arn: count.some() }
    }
}

impl Sample for LaunchTemplateNetworkPerformanceOptions {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateNetworkPerformanceOptions { bandwidth_weighting: count.some() }
    }
}

impl Sample for LaunchTemplatePlacement {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplatePlacement {
            availability_zone: count.some(),
            availability_zone_id: count.some(),
            affinity: count.some(),
            group_name: count.some(),
            host_id: count.some(),
            tenancy: count.some(),
            spread_domain: count.some(),
            host_resource_group_arn: count.some(),
            partition_number: count.some(),
            group_id: count.some(),
        }
    }
}

impl Sample for LaunchTemplatePrivateDnsNameOptions {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplatePrivateDnsNameOptions {
            hostname_type: count.some(),
            enable_resource_name_dns_a_record: count.some(),
            enable_resource_name_dns_aaaa_record: count.some(),
        }
    }
}

impl Sample for LaunchTemplateSpotMarketOptions {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateSpotMarketOptions {
            max_price: count.some(),
            spot_instance_type: count.some(),
            block_duration_minutes: count.some(),
            valid_until: count.some(),
            instance_interruption_behavior: count.some(),
        }
    }
}

impl Sample for LaunchTemplateTagSpecification {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateTagSpecification { resource_type: count.some(), tags: count.one() }
    }
}

impl Sample for LaunchTemplateVersion {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateVersion {
            launch_template_id: count.some(),
            launch_template_name: count.some(),
            version_number: count.some(),
            version_description: count.some(),
            create_time: count.some(),
            created_by: count.some(),
            default_version: count.some(),
            launch_template_data: count.some(),
            operator: count.some(),
        }
    }
}

impl Sample for LaunchTemplatesMonitoring {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplatesMonitoring { enabled: count.some() }
    }
}

impl Sample for LicenseConfiguration {
    fn sample(count: &mut Count) -> Self {
        LicenseConfiguration { license_configuration_arn: count.some() }
    }
}

impl Sample for ListImagesInRecycleBinResult {
    fn sample(count: &mut Count) -> Self {
        ListImagesInRecycleBinResult { images: count.one(), next_token: count.some() }
    }
}

impl Sample for ListSnapshotsInRecycleBinResult {
    fn sample(count: &mut Count) -> Self {
        ListSnapshotsInRecycleBinResult { snapshots: count.one(), next_token: count.some() }
    }
}

impl Sample for LockSnapshotResult {
    fn sample(count: &mut Count) -> Self {
        LockSnapshotResult {
            snapshot_id: count.some(),
            lock_state: count.some(),
            lock_duration: count.some(),
            cool_off_period: count.some(),
            cool_off_period_expires_on: count.some(),
            lock_created_on: count.some(),
            lock_expires_on: count.some(),
            lock_duration_start_time: count.some(),
        }
    }
}

impl Sample for LockedSnapshotsInfo {
    fn sample(count: &mut Count) -> Self {
        LockedSnapshotsInfo {
            owner_id: count.some(),
            snapshot_id: count.some(),
            lock_state: count.some(),
            lock_duration: count.some(),
            cool_off_period: count.some(),
            cool_off_period_expires_on: count.some(),
            lock_created_on: count.some(),
            lock_duration_start_time: count.some(),
            lock_expires_on: count.some(),
        }
    }
}

impl Sample for ManagedPrefixList {
    fn sample(count: &mut Count) -> Self {
        ManagedPrefixList {
            prefix_list_id: count.some(),
            address_family: count.some(),
            state: count.some(),
            state_message: count.some(),
            prefix_list_arn: count.some(),
            prefix_list_name: count.some(),
            max_entries: count.some(),
            version: count.some(),
            tags: count.one(),
            owner_id: count.some(),
            ipam_prefix_list_resolver_target_id: count.some(),
            ipam_prefix_list_resolver_sync_enabled: count.some(),
        }
    }
}

impl Sample for MediaAcceleratorInfo {
    fn sample(count: &mut Count) -> Self {
        MediaAcceleratorInfo { accelerators: count.one(), total_media_memory_in_mib: count.some() }
    }
}

impl Sample for MediaDeviceInfo {
    fn sample(count: &mut Count) -> Self {
        MediaDeviceInfo {
            count: count.some(),
            name: count.some(),
            manufacturer: count.some(),
            memory_info: count.some(),
        }
    }
}

impl Sample for MediaDeviceMemoryInfo {
    fn sample(count: &mut Count) -> Self {
        MediaDeviceMemoryInfo { size_in_mib: count.some() }
    }
}

impl Sample for MemoryGiBPerVCpu {
    fn sample(count: &mut Count) -> Self {
        MemoryGiBPerVCpu { min: count.some(), max: count.some() }
    }
}

impl Sample for MemoryInfo {
    fn sample(count: &mut Count) -> Self {
        MemoryInfo { size_in_mib: count.some() }
    }
}

impl Sample for MemoryMiB {
    fn sample(count: &mut Count) -> Self {
        MemoryMiB { min: count.some(), max: count.some() }
    }
}

impl Sample for ModifyInstanceMetadataOptionsResult {
    fn sample(count: &mut Count) -> Self {
        ModifyInstanceMetadataOptionsResult { instance_id: count.some(), instance_metadata_options: count.some() }
    }
}

impl Sample for ModifyLaunchTemplateResult {
    fn sample(count: &mut Count) -> Self {
        ModifyLaunchTemplateResult { launch_template: count.some() }
    }
}

impl Sample for ModifyManagedPrefixListResult {
    fn sample(count: &mut Count) -> Self {
        ModifyManagedPrefixListResult { prefix_list: count.some() }
    }
}

impl Sample for ModifySecurityGroupRulesResult {
    fn sample(count: &mut Count) -> Self {
        ModifySecurityGroupRulesResult { return_: count.some() }
    }
}

impl Sample for ModifySnapshotTierResult {
    fn sample(count: &mut Count) -> Self {
        ModifySnapshotTierResult { snapshot_id: count.some(), tiering_start_time: count.some() }
    }
}

impl Sample for ModifyVolumeResult {
    fn sample(count: &mut Count) -> Self {
        ModifyVolumeResult { volume_modification: count.some() }
    }
}

impl Sample for MonitorInstancesResult {
    fn sample(count: &mut Count) -> Self {
        MonitorInstancesResult { instance_monitorings: count.one() }
    }
}

impl Sample for Monitoring {
    fn sample(count: &mut Count) -> Self {
        Monitoring { state: count.some() }
    }
}

impl Sample for NetworkAcl {
    fn sample(count: &mut Count) -> Self {
        NetworkAcl {
            associations: count.one(),
            entries: count.one(),
            is_default: count.some(),
            network_acl_id: count.some(),
            tags: count.one(),
            vpc_id: count.some(),
            owner_id: count.some(),
        }
    }
}

impl Sample for NetworkAclAssociation {
    fn sample(count: &mut Count) -> Self {
        NetworkAclAssociation {
            network_acl_association_id: count.some(),
            network_acl_id: count.some(),
            subnet_id: count.some(),
        }
    }
}

impl Sample for NetworkAclEntry {
    fn sample(count: &mut Count) -> Self {
        NetworkAclEntry {
            cidr_block: count.some(),
            egress: count.some(),
            icmp_type_code: count.some(),
            ipv6_cidr_block: count.some(),
            port_range: count.some(),
            protocol: count.some(),
            rule_action: count.some(),
            rule_number: count.some(),
        }
    }
}

impl Sample for NetworkBandwidthGbps {
    fn sample(count: &mut Count) -> Self {
        NetworkBandwidthGbps { min: count.some(), max: count.some() }
    }
}

impl Sample for NetworkCardInfo {
    fn sample(count: &mut Count) -> Self {
        NetworkCardInfo {
            network_card_index: count.some(),
            network_performance: count.some(),
            maximum_network_interfaces: count.some(),
            additional_flexible_network_interfaces: count.some(),
            baseline_bandwidth_in_gbps: count.some(),
            peak_bandwidth_in_gbps: count.some(),
            default_ena_queue_count_per_interface: count.some(),
            maximum_ena_queue_count: count.some(),
            maximum_ena_queue_count_per_interface: count.some(),
        }
    }
}

impl Sample for NetworkInfo {
    fn sample(count: &mut Count) -> Self {
        NetworkInfo {
            network_performance: count.some(),
            maximum_network_interfaces: count.some(),
            maximum_network_cards: count.some(),
            default_network_card_index: count.some(),
            network_cards: count.one(),
            ipv4_addresses_per_interface: count.some(),
            ipv6_addresses_per_interface: count.some(),
            ipv6_supported: count.some(),
            ena_support: count.some(),
            efa_supported: count.some(),
            efa_info: count.some(),
            encryption_in_transit_supported: count.some(),
            ena_srd_supported: count.some(),
            bandwidth_weightings: count.two(),
            flexible_ena_queues_support: count.some(),
            connection_tracking_configuration: count.some(),
            secondary_network_supported: count.some(),
            maximum_secondary_network_interfaces: count.some(),
            ipv4_addresses_per_secondary_interface: count.some(),
        }
    }
}

impl Sample for NetworkInterface {
    fn sample(count: &mut Count) -> Self {
        NetworkInterface {
            association: count.some(),
            attachment: count.some(),
            availability_zone: count.some(),
            connection_tracking_configuration: count.some(),
            description: count.some(),
            groups: count.one(),
            interface_type: count.some(),
            ipv6_addresses: count.one(),
            mac_address: count.some(),
            network_interface_id: count.some(),
            outpost_arn: count.some(),
            owner_id: count.some(),
            private_dns_name: count.some(),
            public_dns_name: count.some(),
            public_ip_dns_name_options: count.some(),
            private_ip_address: count.some(),
            private_ip_addresses: count.one(),
            ipv4_prefixes: count.one(),
            ipv6_prefixes: count.one(),
            requester_id: count.some(),
            requester_managed: count.some(),
            source_dest_check: count.some(),
            status: count.some(),
            subnet_id: count.some(),
            tag_set: count.one(),
            vpc_id: count.some(),
            deny_all_igw_traffic: count.some(),
            ipv6_native: count.some(),
            ipv6_address: count.some(),
            operator: count.some(),
            associated_subnets: count.two(),
            availability_zone_id: count.some(),
        }
    }
}

impl Sample for NetworkInterfaceAssociation {
    fn sample(count: &mut Count) -> Self {
        NetworkInterfaceAssociation {
            allocation_id: count.some(),
            association_id: count.some(),
            ip_owner_id: count.some(),
            public_dns_name: count.some(),
            public_ip: count.some(),
            customer_owned_ip: count.some(),
            carrier_ip: count.some(),
        }
    }
}

impl Sample for NetworkInterfaceAttachment {
    fn sample(count: &mut Count) -> Self {
        NetworkInterfaceAttachment {
            attach_time: count.some(),
            attachment_id: count.some(),
            delete_on_termination: count.some(),
            device_index: count.some(),
            network_card_index: count.some(),
            instance_id: count.some(),
            instance_owner_id: count.some(),
            status: count.some(),
            ena_srd_specification: count.some(),
            ena_queue_count: count.some(),
        }
    }
}

impl Sample for NetworkInterfaceCount {
    fn sample(count: &mut Count) -> Self {
        NetworkInterfaceCount { min: count.some(), max: count.some() }
    }
}

impl Sample for NetworkInterfaceIpv6Address {
    fn sample(count: &mut Count) -> Self {
        NetworkInterfaceIpv6Address {
            ipv6_address: count.some(),
            public_ipv6_dns_name: count.some(),
            is_primary_ipv6: count.some(),
        }
    }
}

impl Sample for NetworkInterfacePrivateIpAddress {
    fn sample(count: &mut Count) -> Self {
        NetworkInterfacePrivateIpAddress {
            association: count.some(),
            primary: count.some(),
            private_dns_name: count.some(),
            private_ip_address: count.some(),
        }
    }
}

impl Sample for NeuronDeviceCoreInfo {
    fn sample(count: &mut Count) -> Self {
        NeuronDeviceCoreInfo { count: count.some(), version: count.some() }
    }
}

impl Sample for NeuronDeviceInfo {
    fn sample(count: &mut Count) -> Self {
        NeuronDeviceInfo { count: count.some(), name: count.some(), core_info: count.some(), memory_info: count.some() }
    }
}

impl Sample for NeuronDeviceMemoryInfo {
    fn sample(count: &mut Count) -> Self {
        NeuronDeviceMemoryInfo { size_in_mib: count.some() }
    }
}

impl Sample for NeuronInfo {
    fn sample(count: &mut Count) -> Self {
        NeuronInfo { neuron_devices: count.one(), total_neuron_device_memory_in_mib: count.some() }
    }
}

impl Sample for NitroTpmInfo {
    fn sample(count: &mut Count) -> Self {
        NitroTpmInfo { supported_versions: count.two() }
    }
}

impl Sample for OperatorResponse {
    fn sample(count: &mut Count) -> Self {
        OperatorResponse { managed: count.some(), principal: count.some(), hidden_by_default: count.some() }
    }
}

impl Sample for PerformanceFactorReference {
    fn sample(count: &mut Count) -> Self {
        PerformanceFactorReference { instance_family: count.some() }
    }
}

impl Sample for Placement {
    fn sample(count: &mut Count) -> Self {
        Placement {
            availability_zone_id: count.some(),
            affinity: count.some(),
            group_name: count.some(),
            partition_number: count.some(),
            host_id: count.some(),
            tenancy: count.some(),
            spread_domain: count.some(),
            host_resource_group_arn: count.some(),
            group_id: count.some(),
            availability_zone: count.some(),
        }
    }
}

impl Sample for PlacementGroup {
    fn sample(count: &mut Count) -> Self {
        PlacementGroup {
            group_name: count.some(),
            state: count.some(),
            strategy: count.some(),
            partition_count: count.some(),
            group_id: count.some(),
            tags: count.one(),
            group_arn: count.some(),
            spread_level: count.some(),
            linked_group_id: count.some(),
            operator: count.some(),
        }
    }
}

impl Sample for PlacementGroupInfo {
    fn sample(count: &mut Count) -> Self {
        PlacementGroupInfo { supported_strategies: count.two() }
    }
}

impl Sample for PortRange {
    fn sample(count: &mut Count) -> Self {
        PortRange { from: count.some(), to: count.some() }
    }
}

impl Sample for PrefixListEntry {
    fn sample(count: &mut Count) -> Self {
        PrefixListEntry { cidr: count.some(), description: count.some() }
    }
}

impl Sample for PrefixListId {
    fn sample(count: &mut Count) -> Self {
        PrefixListId { description: count.some(), prefix_list_id: count.some() }
    }
}

impl Sample for PrivateDnsNameOptionsOnLaunch {
    fn sample(count: &mut Count) -> Self {
        PrivateDnsNameOptionsOnLaunch {
            hostname_type: count.some(),
            enable_resource_name_dns_a_record: count.some(),
            enable_resource_name_dns_aaaa_record: count.some(),
        }
    }
}

impl Sample for PrivateDnsNameOptionsResponse {
    fn sample(count: &mut Count) -> Self {
        PrivateDnsNameOptionsResponse {
            hostname_type: count.some(),
            enable_resource_name_dns_a_record: count.some(),
            enable_resource_name_dns_aaaa_record: count.some(),
        }
    }
}

impl Sample for PrivateIpAddressSpecification {
    fn sample(count: &mut Count) -> Self {
        PrivateIpAddressSpecification { primary: count.some(), private_ip_address: count.some() }
    }
}

impl Sample for ProcessorInfo {
    fn sample(count: &mut Count) -> Self {
        ProcessorInfo {
            supported_architectures: count.two(),
            sustained_clock_speed_in_ghz: count.some(),
            supported_features: count.two(),
            manufacturer: count.some(),
        }
    }
}

impl Sample for ProductCode {
    fn sample(count: &mut Count) -> Self {
        ProductCode { product_code_id: count.some(), product_code_type: count.some() }
    }
}

impl Sample for PropagatingVgw {
    fn sample(count: &mut Count) -> Self {
        PropagatingVgw { gateway_id: count.some() }
    }
}

impl Sample for PtrUpdateStatus {
    fn sample(count: &mut Count) -> Self {
        PtrUpdateStatus { value: count.some(), status: count.some(), reason: count.some() }
    }
}

impl Sample for PublicIpDnsNameOptions {
    fn sample(count: &mut Count) -> Self {
        PublicIpDnsNameOptions {
            dns_hostname_type: count.some(),
            public_ipv4_dns_name: count.some(),
            public_ipv6_dns_name: count.some(),
            public_dual_stack_dns_name: count.some(),
        }
    }
}

impl Sample for ReferencedSecurityGroup {
    fn sample(count: &mut Count) -> Self {
        ReferencedSecurityGroup {
            group_id: count.some(),
            peering_status: count.some(),
            user_id: count.some(),
            vpc_id: count.some(),
            vpc_peering_connection_id: count.some(),
        }
    }
}

impl Sample for Region {
    fn sample(count: &mut Count) -> Self {
        Region {
            opt_in_status: count.some(),
            geography: count.one(),
            region_name: count.some(),
            endpoint: count.some(),
        }
    }
}

impl Sample for RegionGeography {
    fn sample(count: &mut Count) -> Self {
        RegionGeography { name: count.some() }
    }
}

impl Sample for RegisterImageResult {
    fn sample(count: &mut Count) -> Self {
        RegisterImageResult { image_id: count.some() }
    }
}

impl Sample for ReplaceImageCriteriaInAllowedImagesSettingsResult {
    fn sample(count: &mut Count) -> Self {
        ReplaceImageCriteriaInAllowedImagesSettingsResult { return_value: count.some() }
    }
}

impl Sample for ReplaceRootVolumeTask {
    fn sample(count: &mut Count) -> Self {
        ReplaceRootVolumeTask {
            replace_root_volume_task_id: count.some(),
            instance_id: count.some(),
            task_state: count.some(),
            start_time: count.some(),
            complete_time: count.some(),
            tags: count.one(),
            image_id: count.some(),
            snapshot_id: count.some(),
            delete_replaced_root_volume: count.some(),
        }
    }
}

impl Sample for ReplaceRouteTableAssociationResult {
    fn sample(count: &mut Count) -> Self {
        ReplaceRouteTableAssociationResult { new_association_id: count.some(), association_state: count.some() }
    }
}

impl Sample for Reservation {
    fn sample(count: &mut Count) -> Self {
        Reservation {
            reservation_id: count.some(),
            owner_id: count.some(),
            requester_id: count.some(),
            groups: count.one(),
            instances: count.one(),
        }
    }
}

impl Sample for ResponseError {
    fn sample(count: &mut Count) -> Self {
        ResponseError { code: count.some(), message: count.some() }
    }
}

impl Sample for ResponseLaunchTemplateData {
    fn sample(count: &mut Count) -> Self {
        ResponseLaunchTemplateData {
            kernel_id: count.some(),
            ebs_optimized: count.some(),
            iam_instance_profile: count.some(),
            block_device_mappings: count.one(),
            network_interfaces: count.one(),
            image_id: count.some(),
            instance_type: count.some(),
            key_name: count.some(),
            monitoring: count.some(),
            placement: count.some(),
            ram_disk_id: count.some(),
            disable_api_termination: count.some(),
            instance_initiated_shutdown_behavior: count.some(),
            user_data: count.some(),
            tag_specifications: count.one(),
            elastic_gpu_specifications: count.one(),
            elastic_inference_accelerators: count.one(),
            security_group_ids: count.two(),
            security_groups: count.two(),
            instance_market_options: count.some(),
            credit_specification: count.some(),
            cpu_options: count.some(),
            capacity_reservation_specification: count.some(),
            license_specifications: count.one(),
            hibernation_options: count.some(),
            metadata_options: count.some(),
            enclave_options: count.some(),
            instance_requirements: count.some(),
            private_dns_name_options: count.some(),
            maintenance_options: count.some(),
            disable_api_stop: count.some(),
            operator: count.some(),
            network_performance_options: count.some(),
            secondary_interfaces: count.one(),
        }
    }
}

impl Sample for RestoreImageFromRecycleBinResult {
    fn sample(count: &mut Count) -> Self {
        RestoreImageFromRecycleBinResult { return_: count.some() }
    }
}

impl Sample for RestoreSnapshotFromRecycleBinResult {
    fn sample(count: &mut Count) -> Self {
        RestoreSnapshotFromRecycleBinResult {
            snapshot_id: count.some(),
            outpost_arn: count.some(),
            description: count.some(),
            encrypted: count.some(),
            owner_id: count.some(),
            progress: count.some(),
            start_time: count.some(),
            state: count.some(),
            volume_id: count.some(),
            volume_size: count.some(),
            sse_type: count.some(),
        }
    }
}

impl Sample for RestoreSnapshotTierResult {
    fn sample(count: &mut Count) -> Self {
        RestoreSnapshotTierResult {
            snapshot_id: count.some(),
            restore_start_time: count.some(),
            restore_duration: count.some(),
            is_permanent_restore: count.some(),
        }
    }
}

impl Sample for RevokeSecurityGroupEgressResult {
    fn sample(count: &mut Count) -> Self {
        RevokeSecurityGroupEgressResult {
            return_: count.some(),
            unknown_ip_permissions: count.one(),
            revoked_security_group_rules: count.one(),
        }
    }
}

impl Sample for RevokeSecurityGroupIngressResult {
    fn sample(count: &mut Count) -> Self {
        RevokeSecurityGroupIngressResult {
            return_: count.some(),
            unknown_ip_permissions: count.one(),
            revoked_security_group_rules: count.one(),
        }
    }
}

impl Sample for RevokedSecurityGroupRule {
    fn sample(count: &mut Count) -> Self {
        RevokedSecurityGroupRule {
            security_group_rule_id: count.some(),
            group_id: count.some(),
            is_egress: count.some(),
            ip_protocol: count.some(),
            from_port: count.some(),
            to_port: count.some(),
            cidr_ipv4: count.some(),
            cidr_ipv6: count.some(),
            prefix_list_id: count.some(),
            referenced_group_id: count.some(),
            description: count.some(),
        }
    }
}

impl Sample for Route {
    fn sample(count: &mut Count) -> Self {
        Route {
            destination_cidr_block: count.some(),
            destination_ipv6_cidr_block: count.some(),
            destination_prefix_list_id: count.some(),
            egress_only_internet_gateway_id: count.some(),
            gateway_id: count.some(),
            instance_id: count.some(),
            instance_owner_id: count.some(),
            nat_gateway_id: count.some(),
            transit_gateway_id: count.some(),
            local_gateway_id: count.some(),
            carrier_gateway_id: count.some(),
            network_interface_id: count.some(),
            origin: count.some(),
            state: count.some(),
            vpc_peering_connection_id: count.some(),
            core_network_arn: count.some(),
            odb_network_arn: count.some(),
            ip_address: count.some(),
        }
    }
}

impl Sample for RouteTable {
    fn sample(count: &mut Count) -> Self {
        RouteTable {
            associations: count.one(),
            propagating_vgws: count.one(),
            route_table_id: count.some(),
            routes: count.one(),
            tags: count.one(),
            vpc_id: count.some(),
            owner_id: count.some(),
        }
    }
}

impl Sample for RouteTableAssociation {
    fn sample(count: &mut Count) -> Self {
        RouteTableAssociation {
            main: count.some(),
            route_table_association_id: count.some(),
            route_table_id: count.some(),
            subnet_id: count.some(),
            gateway_id: count.some(),
            public_ipv4_pool: count.some(),
            association_state: count.some(),
        }
    }
}

impl Sample for RouteTableAssociationState {
    fn sample(count: &mut Count) -> Self {
        RouteTableAssociationState { state: count.some(), status_message: count.some() }
    }
}

impl Sample for SecondaryInterfacePrivateIpAddressSpecification {
    fn sample(count: &mut Count) -> Self {
        SecondaryInterfacePrivateIpAddressSpecification { private_ip_address: count.some() }
    }
}

impl Sample for SecurityGroup {
    fn sample(count: &mut Count) -> Self {
        SecurityGroup {
            group_id: count.some(),
            ip_permissions_egress: count.one(),
            tags: count.one(),
            vpc_id: count.some(),
            security_group_arn: count.some(),
            owner_id: count.some(),
            group_name: count.some(),
            description: count.some(),
            ip_permissions: count.one(),
        }
    }
}

impl Sample for SecurityGroupRule {
    fn sample(count: &mut Count) -> Self {
        SecurityGroupRule {
            security_group_rule_id: count.some(),
            group_id: count.some(),
            group_owner_id: count.some(),
            is_egress: count.some(),
            ip_protocol: count.some(),
            from_port: count.some(),
            to_port: count.some(),
            cidr_ipv4: count.some(),
            cidr_ipv6: count.some(),
            prefix_list_id: count.some(),
            referenced_group_info: count.some(),
            description: count.some(),
            tags: count.one(),
            security_group_rule_arn: count.some(),
        }
    }
}

impl Sample for Snapshot {
    fn sample(count: &mut Count) -> Self {
        Snapshot {
            owner_alias: count.some(),
            outpost_arn: count.some(),
            tags: count.one(),
            storage_tier: count.some(),
            restore_expiry_time: count.some(),
            sse_type: count.some(),
            availability_zone: count.some(),
            transfer_type: count.some(),
            completion_duration_minutes: count.some(),
            completion_time: count.some(),
            full_snapshot_size_in_bytes: count.some(),
            snapshot_id: count.some(),
            volume_id: count.some(),
            state: count.some(),
            state_message: count.some(),
            start_time: count.some(),
            progress: count.some(),
            owner_id: count.some(),
            description: count.some(),
            volume_size: count.some(),
            encrypted: count.some(),
            kms_key_id: count.some(),
            data_encryption_key_id: count.some(),
        }
    }
}

impl Sample for SnapshotDetail {
    fn sample(count: &mut Count) -> Self {
        SnapshotDetail {
            description: count.some(),
            device_name: count.some(),
            disk_image_size: count.some(),
            format: count.some(),
            progress: count.some(),
            snapshot_id: count.some(),
            status: count.some(),
            status_message: count.some(),
            url: count.some(),
            user_bucket: count.some(),
        }
    }
}

impl Sample for SnapshotInfo {
    fn sample(count: &mut Count) -> Self {
        SnapshotInfo {
            description: count.some(),
            tags: count.one(),
            encrypted: count.some(),
            volume_id: count.some(),
            state: count.some(),
            volume_size: count.some(),
            start_time: count.some(),
            progress: count.some(),
            owner_id: count.some(),
            snapshot_id: count.some(),
            outpost_arn: count.some(),
            sse_type: count.some(),
            availability_zone: count.some(),
        }
    }
}

impl Sample for SnapshotRecycleBinInfo {
    fn sample(count: &mut Count) -> Self {
        SnapshotRecycleBinInfo {
            snapshot_id: count.some(),
            recycle_bin_enter_time: count.some(),
            recycle_bin_exit_time: count.some(),
            description: count.some(),
            volume_id: count.some(),
        }
    }
}

impl Sample for SnapshotTaskDetail {
    fn sample(count: &mut Count) -> Self {
        SnapshotTaskDetail {
            description: count.some(),
            disk_image_size: count.some(),
            encrypted: count.some(),
            format: count.some(),
            kms_key_id: count.some(),
            progress: count.some(),
            snapshot_id: count.some(),
            status: count.some(),
            status_message: count.some(),
            url: count.some(),
            user_bucket: count.some(),
        }
    }
}

impl Sample for SnapshotTierStatus {
    fn sample(count: &mut Count) -> Self {
        SnapshotTierStatus {
            snapshot_id: count.some(),
            volume_id: count.some(),
            status: count.some(),
            owner_id: count.some(),
            tags: count.one(),
            storage_tier: count.some(),
            last_tiering_start_time: count.some(),
            last_tiering_progress: count.some(),
            last_tiering_operation_status: count.some(),
            last_tiering_operation_status_detail: count.some(),
            archival_complete_time: count.some(),
            restore_expiry_time: count.some(),
        }
    }
}

impl Sample for StartInstancesResult {
    fn sample(count: &mut Count) -> Self {
        StartInstancesResult { starting_instances: count.one() }
    }
}

impl Sample for StateReason {
    fn sample(count: &mut Count) -> Self {
        StateReason { code: count.some(), message: count.some() }
    }
}

impl Sample for StopInstancesResult {
    fn sample(count: &mut Count) -> Self {
        StopInstancesResult { stopping_instances: count.one() }
    }
}

impl Sample for StoreImageTaskResult {
    fn sample(count: &mut Count) -> Self {
        StoreImageTaskResult {
            ami_id: count.some(),
            task_start_time: count.some(),
            bucket: count.some(),
            s3object_key: count.some(),
            progress_percentage: count.some(),
            store_task_state: count.some(),
            store_task_failure_reason: count.some(),
        }
    }
}

impl Sample for Subnet {
    fn sample(count: &mut Count) -> Self {
        Subnet {
            availability_zone_id: count.some(),
            enable_lni_at_device_index: count.some(),
            map_customer_owned_ip_on_launch: count.some(),
            customer_owned_ipv4_pool: count.some(),
            owner_id: count.some(),
            assign_ipv6_address_on_creation: count.some(),
            ipv6_cidr_block_association_set: count.one(),
            tags: count.one(),
            subnet_arn: count.some(),
            outpost_arn: count.some(),
            enable_dns64: count.some(),
            ipv6_native: count.some(),
            private_dns_name_options_on_launch: count.some(),
            block_public_access_states: count.some(),
            type_: count.some(),
            subnet_id: count.some(),
            state: count.some(),
            vpc_id: count.some(),
            cidr_block: count.some(),
            available_ip_address_count: count.some(),
            availability_zone: count.some(),
            default_for_az: count.some(),
            map_public_ip_on_launch: count.some(),
        }
    }
}

impl Sample for SubnetCidrBlockState {
    fn sample(count: &mut Count) -> Self {
        SubnetCidrBlockState { state: count.some(), status_message: count.some() }
    }
}

impl Sample for SubnetIpv6CidrBlockAssociation {
    fn sample(count: &mut Count) -> Self {
        SubnetIpv6CidrBlockAssociation {
            association_id: count.some(),
            ipv6_cidr_block: count.some(),
            ipv6_cidr_block_state: count.some(),
            ipv6_address_attribute: count.some(),
            ip_source: count.some(),
        }
    }
}

impl Sample for Tag {
    fn sample(count: &mut Count) -> Self {
        Tag { key: count.some(), value: count.some() }
    }
}

impl Sample for TagDescription {
    fn sample(count: &mut Count) -> Self {
        TagDescription {
            key: count.some(),
            resource_id: count.some(),
            resource_type: count.some(),
            value: count.some(),
        }
    }
}

impl Sample for TerminateInstancesResult {
    fn sample(count: &mut Count) -> Self {
        TerminateInstancesResult { terminating_instances: count.one() }
    }
}

impl Sample for TotalLocalStorageGB {
    fn sample(count: &mut Count) -> Self {
        TotalLocalStorageGB { min: count.some(), max: count.some() }
    }
}

impl Sample for UnlockSnapshotResult {
    fn sample(count: &mut Count) -> Self {
        UnlockSnapshotResult { snapshot_id: count.some() }
    }
}

impl Sample for UnmonitorInstancesResult {
    fn sample(count: &mut Count) -> Self {
        UnmonitorInstancesResult { instance_monitorings: count.one() }
    }
}

impl Sample for UpdateSecurityGroupRuleDescriptionsEgressResult {
    fn sample(count: &mut Count) -> Self {
        UpdateSecurityGroupRuleDescriptionsEgressResult { return_: count.some() }
    }
}

impl Sample for UpdateSecurityGroupRuleDescriptionsIngressResult {
    fn sample(count: &mut Count) -> Self {
        UpdateSecurityGroupRuleDescriptionsIngressResult { return_: count.some() }
    }
}

impl Sample for UserBucketDetails {
    fn sample(count: &mut Count) -> Self {
        UserBucketDetails { s3_bucket: count.some(), s3_key: count.some() }
    }
}

impl Sample for UserIdGroupPair {
    fn sample(count: &mut Count) -> Self {
        UserIdGroupPair {
            description: count.some(),
            user_id: count.some(),
            group_name: count.some(),
            group_id: count.some(),
            vpc_id: count.some(),
            vpc_peering_connection_id: count.some(),
            peering_status: count.some(),
        }
    }
}

impl Sample for VCpuCountRange {
    fn sample(count: &mut Count) -> Self {
        VCpuCountRange { min: count.some(), max: count.some() }
    }
}

impl Sample for VCpuInfo {
    fn sample(count: &mut Count) -> Self {
        VCpuInfo {
            default_vcpus: count.some(),
            default_cores: count.some(),
            default_threads_per_core: count.some(),
            valid_cores: count.two(),
            valid_threads_per_core: count.two(),
        }
    }
}

impl Sample for ValidationError {
    fn sample(count: &mut Count) -> Self {
        ValidationError { code: count.some(), message: count.some() }
    }
}

impl Sample for ValidationWarning {
    fn sample(count: &mut Count) -> Self {
        ValidationWarning { errors: count.one() }
    }
}

impl Sample for Volume {
    fn sample(count: &mut Count) -> Self {
        Volume {
            availability_zone_id: count.some(),
            outpost_arn: count.some(),
            source_volume_id: count.some(),
            iops: count.some(),
            tags: count.one(),
            volume_type: count.some(),
            fast_restored: count.some(),
            multi_attach_enabled: count.some(),
            throughput: count.some(),
            sse_type: count.some(),
            operator: count.some(),
            volume_initialization_rate: count.some(),
            volume_id: count.some(),
            size: count.some(),
            snapshot_id: count.some(),
            availability_zone: count.some(),
            state: count.some(),
            create_time: count.some(),
            attachments: count.one(),
            encrypted: count.some(),
            kms_key_id: count.some(),
        }
    }
}

impl Sample for VolumeAttachment {
    fn sample(count: &mut Count) -> Self {
        VolumeAttachment {
            delete_on_termination: count.some(),
            associated_resource: count.some(),
            instance_owning_service: count.some(),
            ebs_card_index: count.some(),
            volume_id: count.some(),
            instance_id: count.some(),
            device: count.some(),
            state: count.some(),
            attach_time: count.some(),
        }
    }
}

impl Sample for VolumeModification {
    fn sample(count: &mut Count) -> Self {
        VolumeModification {
            volume_id: count.some(),
            modification_state: count.some(),
            status_message: count.some(),
            target_size: count.some(),
            target_iops: count.some(),
            target_volume_type: count.some(),
            target_throughput: count.some(),
            target_multi_attach_enabled: count.some(),
            original_size: count.some(),
            original_iops: count.some(),
            original_volume_type: count.some(),
            original_throughput: count.some(),
            original_multi_attach_enabled: count.some(),
            progress: count.some(),
            start_time: count.some(),
            end_time: count.some(),
            operator: count.some(),
        }
    }
}

impl Sample for VolumeStatusAction {
    fn sample(count: &mut Count) -> Self {
        VolumeStatusAction {
            code: count.some(),
            description: count.some(),
            event_id: count.some(),
            event_type: count.some(),
        }
    }
}

impl Sample for VolumeStatusAttachmentStatus {
    fn sample(count: &mut Count) -> Self {
        VolumeStatusAttachmentStatus { io_performance: count.some(), instance_id: count.some() }
    }
}

impl Sample for VolumeStatusDetails {
    fn sample(count: &mut Count) -> Self {
        VolumeStatusDetails { name: count.some(), status: count.some() }
    }
}

impl Sample for VolumeStatusEvent {
    fn sample(count: &mut Count) -> Self {
        VolumeStatusEvent {
            description: count.some(),
            event_id: count.some(),
            event_type: count.some(),
            not_after: count.some(),
            not_before: count.some(),
            instance_id: count.some(),
        }
    }
}

impl Sample for VolumeStatusInfo {
    fn sample(count: &mut Count) -> Self {
        VolumeStatusInfo { details: count.one(), status: count.some() }
    }
}

impl Sample for VolumeStatusItem {
    fn sample(count: &mut Count) -> Self {
        VolumeStatusItem {
            actions: count.one(),
            availability_zone: count.some(),
            outpost_arn: count.some(),
            events: count.one(),
            volume_id: count.some(),
            volume_status: count.some(),
            attachment_statuses: count.one(),
            initialization_status_details: count.some(),
            availability_zone_id: count.some(),
            operator: count.some(),
        }
    }
}

impl Sample for Vpc {
    fn sample(count: &mut Count) -> Self {
        Vpc {
            owner_id: count.some(),
            instance_tenancy: count.some(),
            ipv6_cidr_block_association_set: count.one(),
            cidr_block_association_set: count.one(),
            is_default: count.some(),
            encryption_control: count.some(),
            tags: count.one(),
            block_public_access_states: count.some(),
            vpc_id: count.some(),
            state: count.some(),
            cidr_block: count.some(),
            dhcp_options_id: count.some(),
        }
    }
}

impl Sample for VpcCidrBlockAssociation {
    fn sample(count: &mut Count) -> Self {
        VpcCidrBlockAssociation {
            association_id: count.some(),
            cidr_block: count.some(),
            cidr_block_state: count.some(),
        }
    }
}

impl Sample for VpcCidrBlockState {
    fn sample(count: &mut Count) -> Self {
        VpcCidrBlockState { state: count.some(), status_message: count.some() }
    }
}

impl Sample for VpcEncryptionControl {
    fn sample(count: &mut Count) -> Self {
        VpcEncryptionControl {
            vpc_id: count.some(),
            vpc_encryption_control_id: count.some(),
            mode: count.some(),
            state: count.some(),
            state_message: count.some(),
            resource_exclusions: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for VpcEncryptionControlExclusion {
    fn sample(count: &mut Count) -> Self {
        VpcEncryptionControlExclusion { state: count.some(), state_message: count.some() }
    }
}

impl Sample for VpcEncryptionControlExclusions {
    fn sample(count: &mut Count) -> Self {
        VpcEncryptionControlExclusions {
            internet_gateway: count.some(),
            egress_only_internet_gateway: count.some(),
            nat_gateway: count.some(),
            virtual_private_gateway: count.some(),
            vpc_peering: count.some(),
            lambda: count.some(),
            vpc_lattice: count.some(),
            elastic_file_system: count.some(),
        }
    }
}

impl Sample for VpcIpv6CidrBlockAssociation {
    fn sample(count: &mut Count) -> Self {
        VpcIpv6CidrBlockAssociation {
            association_id: count.some(),
            ipv6_cidr_block: count.some(),
            ipv6_cidr_block_state: count.some(),
            network_border_group: count.some(),
            ipv6_pool: count.some(),
            ipv6_address_attribute: count.some(),
            ip_source: count.some(),
        }
    }
}
