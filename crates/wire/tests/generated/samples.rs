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

impl Sample for AddressTransfer {
    fn sample(count: &mut Count) -> Self {
        AddressTransfer {
            public_ip: count.some(),
            allocation_id: count.some(),
            transfer_account_id: count.some(),
            transfer_offer_expiration_timestamp: count.some(),
            transfer_offer_accepted_timestamp: count.some(),
            address_transfer_status: count.some(),
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

impl Sample for AvailableCapacity {
    fn sample(count: &mut Count) -> Self {
        AvailableCapacity { available_instance_capacity: count.one(), available_vcpus: count.some() }
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

impl Sample for BlockDeviceMappingResponse {
    fn sample(count: &mut Count) -> Self {
        BlockDeviceMappingResponse {
            device_name: count.some(),
            virtual_name: count.some(),
            ebs: count.some(),
            no_device: count.some(),
        }
    }
}

impl Sample for BlockPublicAccessStates {
    fn sample(count: &mut Count) -> Self {
        BlockPublicAccessStates { internet_gateway_block_mode: count.some() }
    }
}

impl Sample for BundleTask {
    fn sample(count: &mut Count) -> Self {
        BundleTask {
            instance_id: count.some(),
            bundle_id: count.some(),
            state: count.some(),
            start_time: count.some(),
            update_time: count.some(),
            storage: count.some(),
            progress: count.some(),
            bundle_task_error: count.some(),
        }
    }
}

impl Sample for BundleTaskError {
    fn sample(count: &mut Count) -> Self {
        BundleTaskError { code: count.some(), message: count.some() }
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

impl Sample for CapacityAllocation {
    fn sample(count: &mut Count) -> Self {
        CapacityAllocation { allocation_type: count.some(), count: count.some(), allocation_metadata: count.one() }
    }
}

impl Sample for CapacityAllocationMetadataEntry {
    fn sample(count: &mut Count) -> Self {
        CapacityAllocationMetadataEntry { key: count.some(), value: count.some() }
    }
}

impl Sample for CapacityReservation {
    fn sample(count: &mut Count) -> Self {
        CapacityReservation {
            capacity_reservation_id: count.some(),
            owner_id: count.some(),
            capacity_reservation_arn: count.some(),
            availability_zone_id: count.some(),
            instance_type: count.some(),
            instance_platform: count.some(),
            availability_zone: count.some(),
            tenancy: count.some(),
            total_instance_count: count.some(),
            available_instance_count: count.some(),
            ebs_optimized: count.some(),
            ephemeral_storage: count.some(),
            state: count.some(),
            start_date: count.some(),
            end_date: count.some(),
            end_date_type: count.some(),
            instance_match_criteria: count.some(),
            create_date: count.some(),
            tags: count.one(),
            outpost_arn: count.some(),
            capacity_reservation_fleet_id: count.some(),
            placement_group_arn: count.some(),
            capacity_allocations: count.one(),
            reservation_type: count.some(),
            unused_reservation_billing_owner_id: count.some(),
            commitment_info: count.some(),
            delivery_preference: count.some(),
            capacity_block_id: count.some(),
            interruptible: count.some(),
            interruptible_capacity_allocation: count.some(),
            interruption_info: count.some(),
        }
    }
}

impl Sample for CapacityReservationCommitmentInfo {
    fn sample(count: &mut Count) -> Self {
        CapacityReservationCommitmentInfo { committed_instance_count: count.some(), commitment_end_date: count.some() }
    }
}

impl Sample for CapacityReservationOptions {
    fn sample(count: &mut Count) -> Self {
        CapacityReservationOptions { usage_strategy: count.some() }
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

impl Sample for CarrierGateway {
    fn sample(count: &mut Count) -> Self {
        CarrierGateway {
            carrier_gateway_id: count.some(),
            vpc_id: count.some(),
            state: count.some(),
            owner_id: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for CidrBlock {
    fn sample(count: &mut Count) -> Self {
        CidrBlock { cidr_block: count.some() }
    }
}

impl Sample for ClassicLoadBalancer {
    fn sample(count: &mut Count) -> Self {
        ClassicLoadBalancer { name: count.some() }
    }
}

impl Sample for ClassicLoadBalancersConfig {
    fn sample(count: &mut Count) -> Self {
        ClassicLoadBalancersConfig { classic_load_balancers: count.one() }
    }
}

impl Sample for CloudWatchLogOptions {
    fn sample(count: &mut Count) -> Self {
        CloudWatchLogOptions {
            log_enabled: count.some(),
            log_group_arn: count.some(),
            log_output_format: count.some(),
            bgp_log_enabled: count.some(),
            bgp_log_group_arn: count.some(),
            bgp_log_output_format: count.some(),
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

impl Sample for ConnectionTrackingSpecificationRequest {
    fn sample(count: &mut Count) -> Self {
        ConnectionTrackingSpecificationRequest {
            tcp_established_timeout: count.some(),
            udp_stream_timeout: count.some(),
            udp_timeout: count.some(),
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

impl Sample for ConversionTask {
    fn sample(count: &mut Count) -> Self {
        ConversionTask {
            conversion_task_id: count.some(),
            expiration_time: count.some(),
            import_instance: count.some(),
            import_volume: count.some(),
            state: count.some(),
            status_message: count.some(),
            tags: count.one(),
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

impl Sample for CreateDhcpOptionsResult {
    fn sample(count: &mut Count) -> Self {
        CreateDhcpOptionsResult { dhcp_options: count.some() }
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

impl Sample for CustomerGateway {
    fn sample(count: &mut Count) -> Self {
        CustomerGateway {
            certificate_arn: count.some(),
            device_name: count.some(),
            tags: count.one(),
            bgp_asn_extended: count.some(),
            customer_gateway_id: count.some(),
            state: count.some(),
            type_: count.some(),
            ip_address: count.some(),
            bgp_asn: count.some(),
        }
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

impl Sample for DescribeAddressTransfersResult {
    fn sample(count: &mut Count) -> Self {
        DescribeAddressTransfersResult { address_transfers: count.one(), next_token: count.some() }
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

impl Sample for DescribeBundleTasksResult {
    fn sample(count: &mut Count) -> Self {
        DescribeBundleTasksResult { bundle_tasks: count.one() }
    }
}

impl Sample for DescribeCapacityReservationsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeCapacityReservationsResult { next_token: count.some(), capacity_reservations: count.one() }
    }
}

impl Sample for DescribeCarrierGatewaysResult {
    fn sample(count: &mut Count) -> Self {
        DescribeCarrierGatewaysResult { carrier_gateways: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeConversionTasksResult {
    fn sample(count: &mut Count) -> Self {
        DescribeConversionTasksResult { conversion_tasks: count.one() }
    }
}

impl Sample for DescribeCustomerGatewaysResult {
    fn sample(count: &mut Count) -> Self {
        DescribeCustomerGatewaysResult { customer_gateways: count.one() }
    }
}

impl Sample for DescribeDhcpOptionsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeDhcpOptionsResult { next_token: count.some(), dhcp_options: count.one() }
    }
}

impl Sample for DescribeEgressOnlyInternetGatewaysResult {
    fn sample(count: &mut Count) -> Self {
        DescribeEgressOnlyInternetGatewaysResult {
            egress_only_internet_gateways: count.one(),
            next_token: count.some(),
        }
    }
}

impl Sample for DescribeExportImageTasksResult {
    fn sample(count: &mut Count) -> Self {
        DescribeExportImageTasksResult { export_image_tasks: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeExportTasksResult {
    fn sample(count: &mut Count) -> Self {
        DescribeExportTasksResult { export_tasks: count.one() }
    }
}

impl Sample for DescribeFastLaunchImagesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeFastLaunchImagesResult { fast_launch_images: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeFastLaunchImagesSuccessItem {
    fn sample(count: &mut Count) -> Self {
        DescribeFastLaunchImagesSuccessItem {
            image_id: count.some(),
            resource_type: count.some(),
            snapshot_configuration: count.some(),
            launch_template: count.some(),
            max_parallel_launches: count.some(),
            owner_id: count.some(),
            state: count.some(),
            state_transition_reason: count.some(),
            state_transition_time: count.some(),
        }
    }
}

impl Sample for DescribeFastSnapshotRestoreSuccessItem {
    fn sample(count: &mut Count) -> Self {
        DescribeFastSnapshotRestoreSuccessItem {
            snapshot_id: count.some(),
            availability_zone: count.some(),
            availability_zone_id: count.some(),
            state: count.some(),
            state_transition_reason: count.some(),
            owner_id: count.some(),
            owner_alias: count.some(),
            enabling_time: count.some(),
            optimizing_time: count.some(),
            enabled_time: count.some(),
            disabling_time: count.some(),
            disabled_time: count.some(),
        }
    }
}

impl Sample for DescribeFastSnapshotRestoresResult {
    fn sample(count: &mut Count) -> Self {
        DescribeFastSnapshotRestoresResult { fast_snapshot_restores: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeFleetError {
    fn sample(count: &mut Count) -> Self {
        DescribeFleetError {
            launch_template_and_overrides: count.some(),
            lifecycle: count.some(),
            error_code: count.some(),
            error_message: count.some(),
        }
    }
}

impl Sample for DescribeFleetsInstances {
    fn sample(count: &mut Count) -> Self {
        DescribeFleetsInstances {
            launch_template_and_overrides: count.some(),
            lifecycle: count.some(),
            instance_ids: count.two(),
            instance_type: count.some(),
            platform: count.some(),
        }
    }
}

impl Sample for DescribeFleetsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeFleetsResult { next_token: count.some(), fleets: count.one() }
    }
}

impl Sample for DescribeFlowLogsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeFlowLogsResult { flow_logs: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeHostsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeHostsResult { hosts: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeIamInstanceProfileAssociationsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeIamInstanceProfileAssociationsResult {
            iam_instance_profile_associations: count.one(),
            next_token: count.some(),
        }
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

impl Sample for DescribeInstanceConnectEndpointsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInstanceConnectEndpointsResult { instance_connect_endpoints: count.one(), next_token: count.some() }
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

impl Sample for DescribeInstanceEventWindowsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInstanceEventWindowsResult { instance_event_windows: count.one(), next_token: count.some() }
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

impl Sample for DescribeInstanceTopologyResult {
    fn sample(count: &mut Count) -> Self {
        DescribeInstanceTopologyResult { instances: count.one(), next_token: count.some() }
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

impl Sample for DescribeNatGatewaysResult {
    fn sample(count: &mut Count) -> Self {
        DescribeNatGatewaysResult { nat_gateways: count.one(), next_token: count.some() }
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

impl Sample for DescribePrefixListsResult {
    fn sample(count: &mut Count) -> Self {
        DescribePrefixListsResult { next_token: count.some(), prefix_lists: count.one() }
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

impl Sample for DescribeReservedInstancesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeReservedInstancesResult { reserved_instances: count.one() }
    }
}

impl Sample for DescribeRouteTablesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeRouteTablesResult { route_tables: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeSecurityGroupReferencesResult {
    fn sample(count: &mut Count) -> Self {
        DescribeSecurityGroupReferencesResult { security_group_reference_set: count.one() }
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

impl Sample for DescribeSpotFleetRequestsResponse {
    fn sample(count: &mut Count) -> Self {
        DescribeSpotFleetRequestsResponse { next_token: count.some(), spot_fleet_request_configs: count.one() }
    }
}

impl Sample for DescribeSpotInstanceRequestsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeSpotInstanceRequestsResult { spot_instance_requests: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeSpotPriceHistoryResult {
    fn sample(count: &mut Count) -> Self {
        DescribeSpotPriceHistoryResult { next_token: count.some(), spot_price_history: count.one() }
    }
}

impl Sample for DescribeStaleSecurityGroupsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeStaleSecurityGroupsResult { next_token: count.some(), stale_security_group_set: count.one() }
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

impl Sample for DescribeTransitGatewayVpcAttachmentsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeTransitGatewayVpcAttachmentsResult {
            transit_gateway_vpc_attachments: count.one(),
            next_token: count.some(),
        }
    }
}

impl Sample for DescribeTransitGatewaysResult {
    fn sample(count: &mut Count) -> Self {
        DescribeTransitGatewaysResult { transit_gateways: count.one(), next_token: count.some() }
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

impl Sample for DescribeVpcEndpointsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVpcEndpointsResult { vpc_endpoints: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeVpcPeeringConnectionsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVpcPeeringConnectionsResult { vpc_peering_connections: count.one(), next_token: count.some() }
    }
}

impl Sample for DescribeVpcsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVpcsResult { next_token: count.some(), vpcs: count.one() }
    }
}

impl Sample for DescribeVpnConnectionsResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVpnConnectionsResult { vpn_connections: count.one() }
    }
}

impl Sample for DescribeVpnGatewaysResult {
    fn sample(count: &mut Count) -> Self {
        DescribeVpnGatewaysResult { vpn_gateways: count.one() }
    }
}

impl Sample for DestinationOptionsResponse {
    fn sample(count: &mut Count) -> Self {
        DestinationOptionsResponse {
            file_format: count.some(),
            hive_compatible_partitions: count.some(),
            per_hour_partition: count.some(),
        }
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

impl Sample for DiskImageDescription {
    fn sample(count: &mut Count) -> Self {
        DiskImageDescription {
            checksum: count.some(),
            format: count.some(),
            import_manifest_url: count.some(),
            size: count.some(),
        }
    }
}

impl Sample for DiskImageVolumeDescription {
    fn sample(count: &mut Count) -> Self {
        DiskImageVolumeDescription { id: count.some(), size: count.some() }
    }
}

impl Sample for DiskInfo {
    fn sample(count: &mut Count) -> Self {
        DiskInfo { size_in_gb: count.some(), count: count.some(), type_: count.some() }
    }
}

impl Sample for DnsEntry {
    fn sample(count: &mut Count) -> Self {
        DnsEntry { dns_name: count.some(), hosted_zone_id: count.some() }
    }
}

impl Sample for DnsOptions {
    fn sample(count: &mut Count) -> Self {
        DnsOptions {
            dns_record_ip_type: count.some(),
            private_dns_only_for_inbound_resolver_endpoint: count.some(),
            private_dns_preference: count.some(),
            private_dns_specified_domains: count.two(),
        }
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

impl Sample for EbsBlockDeviceResponse {
    fn sample(count: &mut Count) -> Self {
        EbsBlockDeviceResponse {
            encrypted: count.some(),
            delete_on_termination: count.some(),
            iops: count.some(),
            throughput: count.some(),
            kms_key_id: count.some(),
            snapshot_id: count.some(),
            volume_size: count.some(),
            volume_type: count.some(),
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

impl Sample for Ec2InstanceConnectEndpoint {
    fn sample(count: &mut Count) -> Self {
        Ec2InstanceConnectEndpoint {
            owner_id: count.some(),
            instance_connect_endpoint_id: count.some(),
            instance_connect_endpoint_arn: count.some(),
            state: count.some(),
            state_message: count.some(),
            dns_name: count.some(),
            fips_dns_name: count.some(),
            network_interface_ids: count.two(),
            vpc_id: count.some(),
            availability_zone: count.some(),
            created_at: count.some(),
            subnet_id: count.some(),
            preserve_client_ip: count.some(),
            security_group_ids: count.two(),
            tags: count.one(),
            ip_address_type: count.some(),
            public_dns_names: count.some(),
            availability_zone_id: count.some(),
        }
    }
}

impl Sample for EfaInfo {
    fn sample(count: &mut Count) -> Self {
        EfaInfo { maximum_efa_interfaces: count.some() }
    }
}

impl Sample for EgressOnlyInternetGateway {
    fn sample(count: &mut Count) -> Self {
        EgressOnlyInternetGateway {
            attachments: count.one(),
            egress_only_internet_gateway_id: count.some(),
            tags: count.one(),
        }
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

impl Sample for EnaSrdSpecificationRequest {
    fn sample(count: &mut Count) -> Self {
        EnaSrdSpecificationRequest { ena_srd_enabled: count.some(), ena_srd_udp_specification: count.some() }
    }
}

impl Sample for EnaSrdUdpSpecificationRequest {
    fn sample(count: &mut Count) -> Self {
        EnaSrdUdpSpecificationRequest { ena_srd_udp_enabled: count.some() }
    }
}

impl Sample for EnableAllowedImagesSettingsResult {
    fn sample(count: &mut Count) -> Self {
        EnableAllowedImagesSettingsResult { allowed_images_settings_state: count.some() }
    }
}

impl Sample for EnableEbsEncryptionByDefaultResult {
    fn sample(count: &mut Count) -> Self {
        EnableEbsEncryptionByDefaultResult { ebs_encryption_by_default: count.some() }
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

impl Sample for EncryptionSupport {
    fn sample(count: &mut Count) -> Self {
        EncryptionSupport { encryption_state: count.some(), state_message: count.some() }
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

impl Sample for ExportTask {
    fn sample(count: &mut Count) -> Self {
        ExportTask {
            description: count.some(),
            export_task_id: count.some(),
            export_to_s3_task: count.some(),
            instance_export_details: count.some(),
            state: count.some(),
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

impl Sample for ExportToS3Task {
    fn sample(count: &mut Count) -> Self {
        ExportToS3Task {
            container_format: count.some(),
            disk_image_format: count.some(),
            s3_bucket: count.some(),
            s3_key: count.some(),
        }
    }
}

impl Sample for FastLaunchLaunchTemplateSpecificationResponse {
    fn sample(count: &mut Count) -> Self {
        FastLaunchLaunchTemplateSpecificationResponse {
            launch_template_id: count.some(),
            launch_template_name: count.some(),
            version: count.some(),
        }
    }
}

impl Sample for FastLaunchSnapshotConfigurationResponse {
    fn sample(count: &mut Count) -> Self {
        FastLaunchSnapshotConfigurationResponse { target_resource_count: count.some() }
    }
}

impl Sample for FleetData {
    fn sample(count: &mut Count) -> Self {
        FleetData {
            activity_status: count.some(),
            create_time: count.some(),
            fleet_id: count.some(),
            fleet_state: count.some(),
            client_token: count.some(),
            excess_capacity_termination_policy: count.some(),
            fulfilled_capacity: count.some(),
            fulfilled_on_demand_capacity: count.some(),
            launch_template_configs: count.one(),
            target_capacity_specification: count.some(),
            terminate_instances_with_expiration: count.some(),
            type_: count.some(),
            valid_from: count.some(),
            valid_until: count.some(),
            replace_unhealthy_instances: count.some(),
            spot_options: count.some(),
            on_demand_options: count.some(),
            reserved_capacity_options: count.some(),
            tags: count.one(),
            errors: count.one(),
            instances: count.one(),
            context: count.some(),
        }
    }
}

impl Sample for FleetLaunchTemplateConfig {
    fn sample(count: &mut Count) -> Self {
        FleetLaunchTemplateConfig { launch_template_specification: count.some(), overrides: count.one() }
    }
}

impl Sample for FleetLaunchTemplateOverrides {
    fn sample(count: &mut Count) -> Self {
        FleetLaunchTemplateOverrides {
            instance_type: count.some(),
            max_price: count.some(),
            subnet_id: count.some(),
            availability_zone: count.some(),
            weighted_capacity: count.some(),
            priority: count.some(),
            placement: count.some(),
            instance_requirements: count.some(),
            image_id: count.some(),
            block_device_mappings: count.one(),
            availability_zone_id: count.some(),
        }
    }
}

impl Sample for FleetLaunchTemplateSpecification {
    fn sample(count: &mut Count) -> Self {
        FleetLaunchTemplateSpecification {
            launch_template_id: count.some(),
            launch_template_name: count.some(),
            version: count.some(),
        }
    }
}

impl Sample for FleetSpotCapacityRebalance {
    fn sample(count: &mut Count) -> Self {
        FleetSpotCapacityRebalance { replacement_strategy: count.some(), termination_delay: count.some() }
    }
}

impl Sample for FleetSpotMaintenanceStrategies {
    fn sample(count: &mut Count) -> Self {
        FleetSpotMaintenanceStrategies { capacity_rebalance: count.some() }
    }
}

impl Sample for FlowLog {
    fn sample(count: &mut Count) -> Self {
        FlowLog {
            creation_time: count.some(),
            deliver_logs_error_message: count.some(),
            deliver_logs_permission_arn: count.some(),
            deliver_cross_account_role: count.some(),
            deliver_logs_status: count.some(),
            flow_log_id: count.some(),
            flow_log_status: count.some(),
            log_group_name: count.some(),
            resource_id: count.some(),
            traffic_type: count.some(),
            log_destination_type: count.some(),
            log_destination: count.some(),
            log_format: count.some(),
            tags: count.one(),
            max_aggregation_interval: count.some(),
            destination_options: count.some(),
        }
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

impl Sample for GetDefaultCreditSpecificationResult {
    fn sample(count: &mut Count) -> Self {
        GetDefaultCreditSpecificationResult { instance_family_credit_specification: count.some() }
    }
}

impl Sample for GetEbsDefaultKmsKeyIdResult {
    fn sample(count: &mut Count) -> Self {
        GetEbsDefaultKmsKeyIdResult { kms_key_id: count.some() }
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

impl Sample for GetPasswordDataResult {
    fn sample(count: &mut Count) -> Self {
        GetPasswordDataResult { instance_id: count.some(), timestamp: count.some(), password_data: count.some() }
    }
}

impl Sample for GetSecurityGroupsForVpcResult {
    fn sample(count: &mut Count) -> Self {
        GetSecurityGroupsForVpcResult { next_token: count.some(), security_group_for_vpcs: count.one() }
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

impl Sample for Host {
    fn sample(count: &mut Count) -> Self {
        Host {
            auto_placement: count.some(),
            availability_zone: count.some(),
            available_capacity: count.some(),
            client_token: count.some(),
            host_id: count.some(),
            host_properties: count.some(),
            host_reservation_id: count.some(),
            instances: count.one(),
            state: count.some(),
            allocation_time: count.some(),
            release_time: count.some(),
            tags: count.one(),
            host_recovery: count.some(),
            allows_multiple_instance_types: count.some(),
            owner_id: count.some(),
            availability_zone_id: count.some(),
            member_of_service_linked_resource_group: count.some(),
            outpost_arn: count.some(),
            host_maintenance: count.some(),
            asset_id: count.some(),
        }
    }
}

impl Sample for HostInstance {
    fn sample(count: &mut Count) -> Self {
        HostInstance { instance_id: count.some(), instance_type: count.some(), owner_id: count.some() }
    }
}

impl Sample for HostProperties {
    fn sample(count: &mut Count) -> Self {
        HostProperties {
            cores: count.some(),
            instance_type: count.some(),
            instance_family: count.some(),
            sockets: count.some(),
            total_vcpus: count.some(),
        }
    }
}

impl Sample for IKEVersionsListValue {
    fn sample(count: &mut Count) -> Self {
        IKEVersionsListValue { value: count.some() }
    }
}

impl Sample for IamInstanceProfile {
    fn sample(count: &mut Count) -> Self {
        IamInstanceProfile { arn: count.some(), id: count.some() }
    }
}

impl Sample for IamInstanceProfileAssociation {
    fn sample(count: &mut Count) -> Self {
        IamInstanceProfileAssociation {
            association_id: count.some(),
            instance_id: count.some(),
            iam_instance_profile: count.some(),
            state: count.some(),
            timestamp: count.some(),
        }
    }
}

impl Sample for IamInstanceProfileSpecification {
    fn sample(count: &mut Count) -> Self {
        IamInstanceProfileSpecification { arn: count.some(), name: count.some() }
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

impl Sample for ImportInstanceTaskDetails {
    fn sample(count: &mut Count) -> Self {
        ImportInstanceTaskDetails {
            description: count.some(),
            instance_id: count.some(),
            platform: count.some(),
            volumes: count.one(),
        }
    }
}

impl Sample for ImportInstanceVolumeDetailItem {
    fn sample(count: &mut Count) -> Self {
        ImportInstanceVolumeDetailItem {
            availability_zone: count.some(),
            availability_zone_id: count.some(),
            bytes_converted: count.some(),
            description: count.some(),
            image: count.some(),
            status: count.some(),
            status_message: count.some(),
            volume: count.some(),
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

impl Sample for ImportVolumeTaskDetails {
    fn sample(count: &mut Count) -> Self {
        ImportVolumeTaskDetails {
            availability_zone: count.some(),
            availability_zone_id: count.some(),
            bytes_converted: count.some(),
            description: count.some(),
            image: count.some(),
            volume: count.some(),
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

impl Sample for InstanceCapacity {
    fn sample(count: &mut Count) -> Self {
        InstanceCapacity { available_capacity: count.some(), instance_type: count.some(), total_capacity: count.some() }
    }
}

impl Sample for InstanceConnectEndpointDnsNames {
    fn sample(count: &mut Count) -> Self {
        InstanceConnectEndpointDnsNames { dns_name: count.some(), fips_dns_name: count.some() }
    }
}

impl Sample for InstanceConnectEndpointPublicDnsNames {
    fn sample(count: &mut Count) -> Self {
        InstanceConnectEndpointPublicDnsNames { ipv4: count.some(), dualstack: count.some() }
    }
}

impl Sample for InstanceCreditSpecification {
    fn sample(count: &mut Count) -> Self {
        InstanceCreditSpecification { instance_id: count.some(), cpu_credits: count.some() }
    }
}

impl Sample for InstanceEventWindow {
    fn sample(count: &mut Count) -> Self {
        InstanceEventWindow {
            instance_event_window_id: count.some(),
            time_ranges: count.one(),
            name: count.some(),
            cron_expression: count.some(),
            association_target: count.some(),
            state: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for InstanceEventWindowAssociationTarget {
    fn sample(count: &mut Count) -> Self {
        InstanceEventWindowAssociationTarget {
            instance_ids: count.two(),
            tags: count.one(),
            dedicated_host_ids: count.two(),
        }
    }
}

impl Sample for InstanceEventWindowTimeRange {
    fn sample(count: &mut Count) -> Self {
        InstanceEventWindowTimeRange {
            start_week_day: count.some(),
            start_hour: count.some(),
            end_week_day: count.some(),
            end_hour: count.some(),
        }
    }
}

impl Sample for InstanceExportDetails {
    fn sample(count: &mut Count) -> Self {
        InstanceExportDetails { instance_id: count.some(), target_environment: count.some() }
    }
}

impl Sample for InstanceFamilyCreditSpecification {
    fn sample(count: &mut Count) -> Self {
        InstanceFamilyCreditSpecification { instance_family: count.some(), cpu_credits: count.some() }
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

impl Sample for InstanceNetworkInterfaceSpecification {
    fn sample(count: &mut Count) -> Self {
        InstanceNetworkInterfaceSpecification {
            associate_public_ip_address: count.some(),
            delete_on_termination: count.some(),
            description: count.some(),
            device_index: count.some(),
            groups: count.two(),
            ipv6_address_count: count.some(),
            ipv6_addresses: count.one(),
            network_interface_id: count.some(),
            private_ip_address: count.some(),
            private_ip_addresses: count.one(),
            secondary_private_ip_address_count: count.some(),
            subnet_id: count.some(),
            associate_carrier_ip_address: count.some(),
            interface_type: count.some(),
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

impl Sample for InstanceTopology {
    fn sample(count: &mut Count) -> Self {
        InstanceTopology {
            instance_id: count.some(),
            instance_type: count.some(),
            group_name: count.some(),
            network_nodes: count.two(),
            availability_zone: count.some(),
            zone_id: count.some(),
            capacity_block_id: count.some(),
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

impl Sample for InterruptibleCapacityAllocation {
    fn sample(count: &mut Count) -> Self {
        InterruptibleCapacityAllocation {
            instance_count: count.some(),
            target_instance_count: count.some(),
            status: count.some(),
            interruptible_capacity_reservation_id: count.some(),
            interruption_type: count.some(),
        }
    }
}

impl Sample for InterruptionInfo {
    fn sample(count: &mut Count) -> Self {
        InterruptionInfo { source_capacity_reservation_id: count.some(), interruption_type: count.some() }
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

impl Sample for Ipv4PrefixSpecificationRequest {
    fn sample(count: &mut Count) -> Self {
        Ipv4PrefixSpecificationRequest { ipv4_prefix: count.some() }
    }
}

impl Sample for Ipv4PrefixSpecificationResponse {
    fn sample(count: &mut Count) -> Self {
        Ipv4PrefixSpecificationResponse { ipv4_prefix: count.some() }
    }
}

impl Sample for Ipv6CidrBlock {
    fn sample(count: &mut Count) -> Self {
        Ipv6CidrBlock { ipv6_cidr_block: count.some() }
    }
}

impl Sample for Ipv6PrefixSpecification {
    fn sample(count: &mut Count) -> Self {
        Ipv6PrefixSpecification { ipv6_prefix: count.some() }
    }
}

impl Sample for Ipv6PrefixSpecificationRequest {
    fn sample(count: &mut Count) -> Self {
        Ipv6PrefixSpecificationRequest { ipv6_prefix: count.some() }
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

impl Sample for LastError {
    fn sample(count: &mut Count) -> Self {
        LastError { message: count.some(), code: count.some() }
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

impl Sample for LaunchSpecification {
    fn sample(count: &mut Count) -> Self {
        LaunchSpecification {
            user_data: count.some(),
            addressing_type: count.some(),
            block_device_mappings: count.one(),
            ebs_optimized: count.some(),
            iam_instance_profile: count.some(),
            image_id: count.some(),
            instance_type: count.some(),
            kernel_id: count.some(),
            key_name: count.some(),
            network_interfaces: count.one(),
            placement: count.some(),
            ramdisk_id: count.some(),
            subnet_id: count.some(),
            security_groups: count.one(),
            monitoring: count.some(),
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

impl Sample for LaunchTemplateAndOverridesResponse {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateAndOverridesResponse { launch_template_specification: count.some(), overrides: count.some() }
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

impl Sample for LaunchTemplateConfig {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateConfig { launch_template_specification: count.some(), overrides: count.one() }
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

impl Sample for LaunchTemplateOverrides {
    fn sample(count: &mut Count) -> Self {
        LaunchTemplateOverrides {
            instance_type: count.some(),
            spot_price: count.some(),
            subnet_id: count.some(),
            availability_zone: count.some(),
            weighted_capacity: count.some(),
            priority: count.some(),
            instance_requirements: count.some(),
            availability_zone_id: count.some(),
        }
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

impl Sample for LoadBalancersConfig {
    fn sample(count: &mut Count) -> Self {
        LoadBalancersConfig { classic_load_balancers_config: count.some(), target_groups_config: count.some() }
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

impl Sample for ModifyDefaultCreditSpecificationResult {
    fn sample(count: &mut Count) -> Self {
        ModifyDefaultCreditSpecificationResult { instance_family_credit_specification: count.some() }
    }
}

impl Sample for ModifyEbsDefaultKmsKeyIdResult {
    fn sample(count: &mut Count) -> Self {
        ModifyEbsDefaultKmsKeyIdResult { kms_key_id: count.some() }
    }
}

impl Sample for ModifyInstanceCapacityReservationAttributesResult {
    fn sample(count: &mut Count) -> Self {
        ModifyInstanceCapacityReservationAttributesResult { return_: count.some() }
    }
}

impl Sample for ModifyInstanceCpuOptionsResult {
    fn sample(count: &mut Count) -> Self {
        ModifyInstanceCpuOptionsResult {
            instance_id: count.some(),
            core_count: count.some(),
            threads_per_core: count.some(),
            nested_virtualization: count.some(),
        }
    }
}

impl Sample for ModifyInstanceCreditSpecificationResult {
    fn sample(count: &mut Count) -> Self {
        ModifyInstanceCreditSpecificationResult {
            successful_instance_credit_specifications: count.one(),
            unsuccessful_instance_credit_specifications: count.one(),
        }
    }
}

impl Sample for ModifyInstanceMaintenanceOptionsResult {
    fn sample(count: &mut Count) -> Self {
        ModifyInstanceMaintenanceOptionsResult {
            instance_id: count.some(),
            auto_recovery: count.some(),
            reboot_migration: count.some(),
        }
    }
}

impl Sample for ModifyInstanceMetadataDefaultsResult {
    fn sample(count: &mut Count) -> Self {
        ModifyInstanceMetadataDefaultsResult { return_: count.some() }
    }
}

impl Sample for ModifyInstanceMetadataOptionsResult {
    fn sample(count: &mut Count) -> Self {
        ModifyInstanceMetadataOptionsResult { instance_id: count.some(), instance_metadata_options: count.some() }
    }
}

impl Sample for ModifyInstancePlacementResult {
    fn sample(count: &mut Count) -> Self {
        ModifyInstancePlacementResult { return_: count.some() }
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

impl Sample for ModifyPrivateDnsNameOptionsResult {
    fn sample(count: &mut Count) -> Self {
        ModifyPrivateDnsNameOptionsResult { return_: count.some() }
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

impl Sample for NatGateway {
    fn sample(count: &mut Count) -> Self {
        NatGateway {
            create_time: count.some(),
            delete_time: count.some(),
            failure_code: count.some(),
            failure_message: count.some(),
            nat_gateway_addresses: count.one(),
            nat_gateway_id: count.some(),
            provisioned_bandwidth: count.some(),
            state: count.some(),
            subnet_id: count.some(),
            vpc_id: count.some(),
            tags: count.one(),
            connectivity_type: count.some(),
            availability_mode: count.some(),
            auto_scaling_ips: count.some(),
            auto_provision_zones: count.some(),
            attached_appliances: count.one(),
            route_table_id: count.some(),
        }
    }
}

impl Sample for NatGatewayAddress {
    fn sample(count: &mut Count) -> Self {
        NatGatewayAddress {
            allocation_id: count.some(),
            network_interface_id: count.some(),
            private_ip: count.some(),
            public_ip: count.some(),
            association_id: count.some(),
            is_primary: count.some(),
            failure_message: count.some(),
            status: count.some(),
            availability_zone: count.some(),
            availability_zone_id: count.some(),
        }
    }
}

impl Sample for NatGatewayAttachedAppliance {
    fn sample(count: &mut Count) -> Self {
        NatGatewayAttachedAppliance {
            type_: count.some(),
            appliance_arn: count.some(),
            vpc_endpoint_id: count.some(),
            attachment_state: count.some(),
            modification_state: count.some(),
            failure_code: count.some(),
            failure_message: count.some(),
        }
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

impl Sample for OnDemandOptions {
    fn sample(count: &mut Count) -> Self {
        OnDemandOptions {
            allocation_strategy: count.some(),
            capacity_reservation_options: count.some(),
            single_instance_type: count.some(),
            single_availability_zone: count.some(),
            min_target_capacity: count.some(),
            max_total_price: count.some(),
        }
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

impl Sample for Phase1DHGroupNumbersListValue {
    fn sample(count: &mut Count) -> Self {
        Phase1DHGroupNumbersListValue { value: count.some() }
    }
}

impl Sample for Phase1EncryptionAlgorithmsListValue {
    fn sample(count: &mut Count) -> Self {
        Phase1EncryptionAlgorithmsListValue { value: count.some() }
    }
}

impl Sample for Phase1IntegrityAlgorithmsListValue {
    fn sample(count: &mut Count) -> Self {
        Phase1IntegrityAlgorithmsListValue { value: count.some() }
    }
}

impl Sample for Phase2DHGroupNumbersListValue {
    fn sample(count: &mut Count) -> Self {
        Phase2DHGroupNumbersListValue { value: count.some() }
    }
}

impl Sample for Phase2EncryptionAlgorithmsListValue {
    fn sample(count: &mut Count) -> Self {
        Phase2EncryptionAlgorithmsListValue { value: count.some() }
    }
}

impl Sample for Phase2IntegrityAlgorithmsListValue {
    fn sample(count: &mut Count) -> Self {
        Phase2IntegrityAlgorithmsListValue { value: count.some() }
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

impl Sample for PlacementResponse {
    fn sample(count: &mut Count) -> Self {
        PlacementResponse { group_name: count.some() }
    }
}

impl Sample for PortRange {
    fn sample(count: &mut Count) -> Self {
        PortRange { from: count.some(), to: count.some() }
    }
}

impl Sample for PrefixList {
    fn sample(count: &mut Count) -> Self {
        PrefixList { cidrs: count.two(), prefix_list_id: count.some(), prefix_list_name: count.some() }
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

impl Sample for ProvisionedBandwidth {
    fn sample(count: &mut Count) -> Self {
        ProvisionedBandwidth {
            provision_time: count.some(),
            provisioned: count.some(),
            request_time: count.some(),
            requested: count.some(),
            status: count.some(),
        }
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

impl Sample for RecurringCharge {
    fn sample(count: &mut Count) -> Self {
        RecurringCharge { amount: count.some(), frequency: count.some() }
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

impl Sample for ReservedCapacityOptions {
    fn sample(count: &mut Count) -> Self {
        ReservedCapacityOptions { reservation_types: count.two() }
    }
}

impl Sample for ReservedInstances {
    fn sample(count: &mut Count) -> Self {
        ReservedInstances {
            currency_code: count.some(),
            instance_tenancy: count.some(),
            offering_class: count.some(),
            offering_type: count.some(),
            recurring_charges: count.one(),
            scope: count.some(),
            tags: count.one(),
            availability_zone_id: count.some(),
            reserved_instances_id: count.some(),
            instance_type: count.some(),
            availability_zone: count.some(),
            start: count.some(),
            end: count.some(),
            duration: count.some(),
            usage_price: count.some(),
            fixed_price: count.some(),
            instance_count: count.some(),
            product_description: count.some(),
            state: count.some(),
        }
    }
}

impl Sample for ResetEbsDefaultKmsKeyIdResult {
    fn sample(count: &mut Count) -> Self {
        ResetEbsDefaultKmsKeyIdResult { kms_key_id: count.some() }
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

impl Sample for RunInstancesMonitoringEnabled {
    fn sample(count: &mut Count) -> Self {
        RunInstancesMonitoringEnabled { enabled: count.some() }
    }
}

impl Sample for S3Storage {
    fn sample(count: &mut Count) -> Self {
        S3Storage {
            aws_access_key_id: count.some(),
            bucket: count.some(),
            prefix: count.some(),
            upload_policy: count.some(),
            upload_policy_signature: count.some(),
        }
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

impl Sample for SecurityGroupForVpc {
    fn sample(count: &mut Count) -> Self {
        SecurityGroupForVpc {
            description: count.some(),
            group_name: count.some(),
            owner_id: count.some(),
            group_id: count.some(),
            tags: count.one(),
            primary_vpc_id: count.some(),
        }
    }
}

impl Sample for SecurityGroupIdentifier {
    fn sample(count: &mut Count) -> Self {
        SecurityGroupIdentifier { group_id: count.some(), group_name: count.some() }
    }
}

impl Sample for SecurityGroupReference {
    fn sample(count: &mut Count) -> Self {
        SecurityGroupReference {
            group_id: count.some(),
            referencing_vpc_id: count.some(),
            vpc_peering_connection_id: count.some(),
            transit_gateway_id: count.some(),
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

impl Sample for SpotCapacityRebalance {
    fn sample(count: &mut Count) -> Self {
        SpotCapacityRebalance { replacement_strategy: count.some(), termination_delay: count.some() }
    }
}

impl Sample for SpotFleetLaunchSpecification {
    fn sample(count: &mut Count) -> Self {
        SpotFleetLaunchSpecification {
            addressing_type: count.some(),
            block_device_mappings: count.one(),
            ebs_optimized: count.some(),
            iam_instance_profile: count.some(),
            image_id: count.some(),
            instance_type: count.some(),
            kernel_id: count.some(),
            key_name: count.some(),
            monitoring: count.some(),
            network_interfaces: count.one(),
            placement: count.some(),
            ramdisk_id: count.some(),
            spot_price: count.some(),
            subnet_id: count.some(),
            user_data: count.some(),
            weighted_capacity: count.some(),
            tag_specifications: count.one(),
            instance_requirements: count.some(),
            security_groups: count.one(),
        }
    }
}

impl Sample for SpotFleetMonitoring {
    fn sample(count: &mut Count) -> Self {
        SpotFleetMonitoring { enabled: count.some() }
    }
}

impl Sample for SpotFleetRequestConfig {
    fn sample(count: &mut Count) -> Self {
        SpotFleetRequestConfig {
            activity_status: count.some(),
            create_time: count.some(),
            spot_fleet_request_config: count.some(),
            spot_fleet_request_id: count.some(),
            spot_fleet_request_state: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for SpotFleetRequestConfigData {
    fn sample(count: &mut Count) -> Self {
        SpotFleetRequestConfigData {
            allocation_strategy: count.some(),
            on_demand_allocation_strategy: count.some(),
            spot_maintenance_strategies: count.some(),
            client_token: count.some(),
            excess_capacity_termination_policy: count.some(),
            fulfilled_capacity: count.some(),
            on_demand_fulfilled_capacity: count.some(),
            iam_fleet_role: count.some(),
            launch_specifications: count.one(),
            launch_template_configs: count.one(),
            spot_price: count.some(),
            target_capacity: count.some(),
            on_demand_target_capacity: count.some(),
            on_demand_max_total_price: count.some(),
            spot_max_total_price: count.some(),
            terminate_instances_with_expiration: count.some(),
            type_: count.some(),
            valid_from: count.some(),
            valid_until: count.some(),
            replace_unhealthy_instances: count.some(),
            instance_interruption_behavior: count.some(),
            load_balancers_config: count.some(),
            instance_pools_to_use_count: count.some(),
            context: count.some(),
            target_capacity_unit_type: count.some(),
            tag_specifications: count.one(),
        }
    }
}

impl Sample for SpotFleetTagSpecification {
    fn sample(count: &mut Count) -> Self {
        SpotFleetTagSpecification { resource_type: count.some(), tags: count.one() }
    }
}

impl Sample for SpotInstanceRequest {
    fn sample(count: &mut Count) -> Self {
        SpotInstanceRequest {
            actual_block_hourly_price: count.some(),
            availability_zone_group: count.some(),
            block_duration_minutes: count.some(),
            create_time: count.some(),
            fault: count.some(),
            instance_id: count.some(),
            launch_group: count.some(),
            launch_specification: count.some(),
            launched_availability_zone: count.some(),
            launched_availability_zone_id: count.some(),
            product_description: count.some(),
            spot_instance_request_id: count.some(),
            spot_price: count.some(),
            state: count.some(),
            status: count.some(),
            tags: count.one(),
            type_: count.some(),
            valid_from: count.some(),
            valid_until: count.some(),
            instance_interruption_behavior: count.some(),
        }
    }
}

impl Sample for SpotInstanceStateFault {
    fn sample(count: &mut Count) -> Self {
        SpotInstanceStateFault { code: count.some(), message: count.some() }
    }
}

impl Sample for SpotInstanceStatus {
    fn sample(count: &mut Count) -> Self {
        SpotInstanceStatus { code: count.some(), message: count.some(), update_time: count.some() }
    }
}

impl Sample for SpotMaintenanceStrategies {
    fn sample(count: &mut Count) -> Self {
        SpotMaintenanceStrategies { capacity_rebalance: count.some() }
    }
}

impl Sample for SpotOptions {
    fn sample(count: &mut Count) -> Self {
        SpotOptions {
            allocation_strategy: count.some(),
            maintenance_strategies: count.some(),
            instance_interruption_behavior: count.some(),
            instance_pools_to_use_count: count.some(),
            single_instance_type: count.some(),
            single_availability_zone: count.some(),
            min_target_capacity: count.some(),
            max_total_price: count.some(),
        }
    }
}

impl Sample for SpotPlacement {
    fn sample(count: &mut Count) -> Self {
        SpotPlacement {
            availability_zone: count.some(),
            group_name: count.some(),
            tenancy: count.some(),
            availability_zone_id: count.some(),
        }
    }
}

impl Sample for SpotPrice {
    fn sample(count: &mut Count) -> Self {
        SpotPrice {
            availability_zone: count.some(),
            availability_zone_id: count.some(),
            instance_type: count.some(),
            product_description: count.some(),
            spot_price: count.some(),
            timestamp: count.some(),
        }
    }
}

impl Sample for StaleIpPermission {
    fn sample(count: &mut Count) -> Self {
        StaleIpPermission {
            from_port: count.some(),
            ip_protocol: count.some(),
            ip_ranges: count.two(),
            prefix_list_ids: count.two(),
            to_port: count.some(),
            user_id_group_pairs: count.one(),
        }
    }
}

impl Sample for StaleSecurityGroup {
    fn sample(count: &mut Count) -> Self {
        StaleSecurityGroup {
            description: count.some(),
            group_id: count.some(),
            group_name: count.some(),
            stale_ip_permissions: count.one(),
            stale_ip_permissions_egress: count.one(),
            vpc_id: count.some(),
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

impl Sample for Storage {
    fn sample(count: &mut Count) -> Self {
        Storage { s3: count.some() }
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

impl Sample for SubnetIpPrefixes {
    fn sample(count: &mut Count) -> Self {
        SubnetIpPrefixes { subnet_id: count.some(), ip_prefixes: count.two() }
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

impl Sample for SuccessfulInstanceCreditSpecificationItem {
    fn sample(count: &mut Count) -> Self {
        SuccessfulInstanceCreditSpecificationItem { instance_id: count.some() }
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

impl Sample for TagSpecification {
    fn sample(count: &mut Count) -> Self {
        TagSpecification { resource_type: count.some(), tags: count.one() }
    }
}

impl Sample for TargetCapacitySpecification {
    fn sample(count: &mut Count) -> Self {
        TargetCapacitySpecification {
            total_target_capacity: count.some(),
            on_demand_target_capacity: count.some(),
            spot_target_capacity: count.some(),
            default_target_capacity_type: count.some(),
            target_capacity_unit_type: count.some(),
        }
    }
}

impl Sample for TargetGroup {
    fn sample(count: &mut Count) -> Self {
        TargetGroup { arn: count.some() }
    }
}

impl Sample for TargetGroupsConfig {
    fn sample(count: &mut Count) -> Self {
        TargetGroupsConfig { target_groups: count.one() }
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

impl Sample for TransitGateway {
    fn sample(count: &mut Count) -> Self {
        TransitGateway {
            transit_gateway_id: count.some(),
            transit_gateway_arn: count.some(),
            state: count.some(),
            owner_id: count.some(),
            description: count.some(),
            creation_time: count.some(),
            options: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for TransitGatewayOptions {
    fn sample(count: &mut Count) -> Self {
        TransitGatewayOptions {
            amazon_side_asn: count.some(),
            transit_gateway_cidr_blocks: count.two(),
            auto_accept_shared_attachments: count.some(),
            default_route_table_association: count.some(),
            association_default_route_table_id: count.some(),
            default_route_table_propagation: count.some(),
            propagation_default_route_table_id: count.some(),
            vpn_ecmp_support: count.some(),
            dns_support: count.some(),
            security_group_referencing_support: count.some(),
            multicast_support: count.some(),
            encryption_support: count.some(),
        }
    }
}

impl Sample for TransitGatewayVpcAttachment {
    fn sample(count: &mut Count) -> Self {
        TransitGatewayVpcAttachment {
            transit_gateway_attachment_id: count.some(),
            transit_gateway_id: count.some(),
            vpc_id: count.some(),
            vpc_owner_id: count.some(),
            state: count.some(),
            subnet_ids: count.two(),
            creation_time: count.some(),
            options: count.some(),
            tags: count.one(),
        }
    }
}

impl Sample for TransitGatewayVpcAttachmentOptions {
    fn sample(count: &mut Count) -> Self {
        TransitGatewayVpcAttachmentOptions {
            dns_support: count.some(),
            security_group_referencing_support: count.some(),
            ipv6_support: count.some(),
            appliance_mode_support: count.some(),
        }
    }
}

impl Sample for TunnelOption {
    fn sample(count: &mut Count) -> Self {
        TunnelOption {
            outside_ip_address: count.some(),
            tunnel_inside_cidr: count.some(),
            tunnel_inside_ipv6_cidr: count.some(),
            pre_shared_key: count.some(),
            phase1_lifetime_seconds: count.some(),
            phase2_lifetime_seconds: count.some(),
            rekey_margin_time_seconds: count.some(),
            rekey_fuzz_percentage: count.some(),
            replay_window_size: count.some(),
            dpd_timeout_seconds: count.some(),
            dpd_timeout_action: count.some(),
            phase1_encryption_algorithms: count.one(),
            phase2_encryption_algorithms: count.one(),
            phase1_integrity_algorithms: count.one(),
            phase2_integrity_algorithms: count.one(),
            phase1_dh_group_numbers: count.one(),
            phase2_dh_group_numbers: count.one(),
            ike_versions: count.one(),
            startup_action: count.some(),
            log_options: count.some(),
            enable_tunnel_lifecycle_control: count.some(),
        }
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

impl Sample for UnsuccessfulInstanceCreditSpecificationItem {
    fn sample(count: &mut Count) -> Self {
        UnsuccessfulInstanceCreditSpecificationItem { instance_id: count.some(), error: count.some() }
    }
}

impl Sample for UnsuccessfulInstanceCreditSpecificationItemError {
    fn sample(count: &mut Count) -> Self {
        UnsuccessfulInstanceCreditSpecificationItemError { code: count.some(), message: count.some() }
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

impl Sample for VgwTelemetry {
    fn sample(count: &mut Count) -> Self {
        VgwTelemetry {
            accepted_route_count: count.some(),
            last_status_change: count.some(),
            outside_ip_address: count.some(),
            status: count.some(),
            status_message: count.some(),
            certificate_arn: count.some(),
        }
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

impl Sample for VpcAttachment {
    fn sample(count: &mut Count) -> Self {
        VpcAttachment { vpc_id: count.some(), state: count.some() }
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

impl Sample for VpcEndpoint {
    fn sample(count: &mut Count) -> Self {
        VpcEndpoint {
            vpc_endpoint_id: count.some(),
            vpc_endpoint_type: count.some(),
            vpc_id: count.some(),
            service_name: count.some(),
            state: count.some(),
            policy_document: count.some(),
            route_table_ids: count.two(),
            subnet_ids: count.two(),
            groups: count.one(),
            ip_address_type: count.some(),
            dns_options: count.some(),
            private_dns_enabled: count.some(),
            requester_managed: count.some(),
            network_interface_ids: count.two(),
            dns_entries: count.one(),
            creation_timestamp: count.some(),
            tags: count.one(),
            owner_id: count.some(),
            last_error: count.some(),
            ipv4_prefixes: count.one(),
            ipv6_prefixes: count.one(),
            failure_reason: count.some(),
            service_network_arn: count.some(),
            resource_configuration_arn: count.some(),
            service_region: count.some(),
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

impl Sample for VpcPeeringConnection {
    fn sample(count: &mut Count) -> Self {
        VpcPeeringConnection {
            accepter_vpc_info: count.some(),
            expiration_time: count.some(),
            requester_vpc_info: count.some(),
            status: count.some(),
            tags: count.one(),
            vpc_peering_connection_id: count.some(),
        }
    }
}

impl Sample for VpcPeeringConnectionOptionsDescription {
    fn sample(count: &mut Count) -> Self {
        VpcPeeringConnectionOptionsDescription {
            allow_dns_resolution_from_remote_vpc: count.some(),
            allow_egress_from_local_classic_link_to_remote_vpc: count.some(),
            allow_egress_from_local_vpc_to_remote_classic_link: count.some(),
        }
    }
}

impl Sample for VpcPeeringConnectionStateReason {
    fn sample(count: &mut Count) -> Self {
        VpcPeeringConnectionStateReason { code: count.some(), message: count.some() }
    }
}

impl Sample for VpcPeeringConnectionVpcInfo {
    fn sample(count: &mut Count) -> Self {
        VpcPeeringConnectionVpcInfo {
            cidr_block: count.some(),
            ipv6_cidr_block_set: count.one(),
            cidr_block_set: count.one(),
            owner_id: count.some(),
            peering_options: count.some(),
            vpc_id: count.some(),
            region: count.some(),
        }
    }
}

impl Sample for VpnConnection {
    fn sample(count: &mut Count) -> Self {
        VpnConnection {
            category: count.some(),
            transit_gateway_id: count.some(),
            vpn_concentrator_id: count.some(),
            core_network_arn: count.some(),
            core_network_attachment_arn: count.some(),
            gateway_association_state: count.some(),
            options: count.some(),
            routes: count.one(),
            tags: count.one(),
            vgw_telemetry: count.one(),
            pre_shared_key_arn: count.some(),
            vpn_connection_id: count.some(),
            state: count.some(),
            customer_gateway_configuration: count.some(),
            type_: count.some(),
            customer_gateway_id: count.some(),
            vpn_gateway_id: count.some(),
        }
    }
}

impl Sample for VpnConnectionOptions {
    fn sample(count: &mut Count) -> Self {
        VpnConnectionOptions {
            enable_acceleration: count.some(),
            static_routes_only: count.some(),
            local_ipv4_network_cidr: count.some(),
            remote_ipv4_network_cidr: count.some(),
            local_ipv6_network_cidr: count.some(),
            remote_ipv6_network_cidr: count.some(),
            outside_ip_address_type: count.some(),
            transport_transit_gateway_attachment_id: count.some(),
            tunnel_inside_ip_version: count.some(),
            tunnel_options: count.one(),
            tunnel_bandwidth: count.some(),
        }
    }
}

impl Sample for VpnGateway {
    fn sample(count: &mut Count) -> Self {
        VpnGateway {
            amazon_side_asn: count.some(),
            tags: count.one(),
            vpn_gateway_id: count.some(),
            state: count.some(),
            type_: count.some(),
            availability_zone: count.some(),
            vpc_attachments: count.one(),
        }
    }
}

impl Sample for VpnStaticRoute {
    fn sample(count: &mut Count) -> Self {
        VpnStaticRoute { destination_cidr_block: count.some(), source: count.some(), state: count.some() }
    }
}

impl Sample for VpnTunnelLogOptions {
    fn sample(count: &mut Count) -> Self {
        VpnTunnelLogOptions { cloud_watch_log_options: count.some() }
    }
}
