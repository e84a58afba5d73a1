// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// What `RebootInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RebootInstancesRequest {
    pub instance_ids: Vec<String>,
    pub dry_run: Option<bool>,
}

impl Decode for RebootInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RebootInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.strings(&mut out.instance_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `RecurringCharge` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecurringCharge {
    pub amount: Option<f64>,
    pub frequency: Option<String>,
}

impl Encode for RecurringCharge {
    fn encode(&self, out: &mut Xml) {
        out.double("<amount>", &self.amount);
        out.string("<frequency>", &self.frequency);
    }
}

/// `ReferencedSecurityGroup` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReferencedSecurityGroup {
    pub group_id: Option<String>,
    pub peering_status: Option<String>,
    pub user_id: Option<String>,
    pub vpc_id: Option<String>,
    pub vpc_peering_connection_id: Option<String>,
}

impl Encode for ReferencedSecurityGroup {
    fn encode(&self, out: &mut Xml) {
        out.string("<groupId>", &self.group_id);
        out.string("<peeringStatus>", &self.peering_status);
        out.string("<userId>", &self.user_id);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<vpcPeeringConnectionId>", &self.vpc_peering_connection_id);
    }
}

/// `Region` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    pub opt_in_status: Option<String>,
    pub geography: Vec<RegionGeography>,
    pub region_name: Option<String>,
    pub endpoint: Option<String>,
}

impl Encode for Region {
    fn encode(&self, out: &mut Xml) {
        out.string("<optInStatus>", &self.opt_in_status);
        if !self.geography.is_empty() {
            out.list("<geographySet>", "<item>", &self.geography);
        }
        out.string("<regionName>", &self.region_name);
        out.string("<regionEndpoint>", &self.endpoint);
    }
}

/// `RegionGeography` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionGeography {
    pub name: Option<String>,
}

impl Encode for RegionGeography {
    fn encode(&self, out: &mut Xml) {
        out.string("<name>", &self.name);
    }
}

/// What `RegisterImage` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterImageRequest {
    pub image_location: Option<String>,
    pub billing_products: Vec<String>,
    pub boot_mode: Option<String>,
    pub tpm_support: Option<String>,
    pub uefi_data: Option<String>,
    pub imds_support: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub architecture: Option<String>,
    pub kernel_id: Option<String>,
    pub ramdisk_id: Option<String>,
    pub root_device_name: Option<String>,
    pub block_device_mappings: Vec<BlockDeviceMapping>,
    pub virtualization_type: Option<String>,
    pub sriov_net_support: Option<String>,
    pub ena_support: Option<bool>,
}

impl Decode for RegisterImageRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RegisterImageRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageLocation" => child.string(&mut out.image_location),
                "BillingProduct" => child.strings(&mut out.billing_products),
                "BootMode" => child.one_of(&mut out.boot_mode, enums::BOOT_MODE_VALUES),
                "TpmSupport" => child.one_of(&mut out.tpm_support, enums::TPM_SUPPORT_VALUES),
                "UefiData" => child.string(&mut out.uefi_data),
                "ImdsSupport" => child.one_of(&mut out.imds_support, enums::IMDS_SUPPORT_VALUES),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Name" => child.string(&mut out.name),
                "Description" => child.string(&mut out.description),
                "Architecture" => child.one_of(&mut out.architecture, enums::ARCHITECTURE_VALUES),
                "KernelId" => child.string(&mut out.kernel_id),
                "RamdiskId" => child.string(&mut out.ramdisk_id),
                "RootDeviceName" => child.string(&mut out.root_device_name),
                "BlockDeviceMapping" => child.list(&mut out.block_device_mappings),
                "VirtualizationType" => child.string(&mut out.virtualization_type),
                "SriovNetSupport" => child.string(&mut out.sriov_net_support),
                "EnaSupport" => child.boolean(&mut out.ena_support),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.name.is_some(), "Name")?;
        Ok(out)
    }
}

/// What `RegisterImage` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegisterImageResult {
    pub image_id: Option<String>,
}

impl Encode for RegisterImageResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageId>", &self.image_id);
    }
}

/// What `ReleaseAddress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReleaseAddressRequest {
    pub allocation_id: Option<String>,
    pub public_ip: Option<String>,
    pub network_border_group: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ReleaseAddressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ReleaseAddressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AllocationId" => child.string(&mut out.allocation_id),
                "PublicIp" => child.string(&mut out.public_ip),
                "NetworkBorderGroup" => child.string(&mut out.network_border_group),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `RemovePrefixListEntry` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemovePrefixListEntry {
    pub cidr: Option<String>,
}

impl Decode for RemovePrefixListEntry {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RemovePrefixListEntry::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Cidr" => child.string(&mut out.cidr),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.cidr.is_some(), "Cidr")?;
        Ok(out)
    }
}

/// What `ReplaceImageCriteriaInAllowedImagesSettings` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceImageCriteriaInAllowedImagesSettingsRequest {
    pub image_criteria: Vec<ImageCriterionRequest>,
    pub dry_run: Option<bool>,
}

impl Decode for ReplaceImageCriteriaInAllowedImagesSettingsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ReplaceImageCriteriaInAllowedImagesSettingsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageCriterion" => child.list(&mut out.image_criteria),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `ReplaceImageCriteriaInAllowedImagesSettings` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceImageCriteriaInAllowedImagesSettingsResult {
    pub return_value: Option<bool>,
}

impl Encode for ReplaceImageCriteriaInAllowedImagesSettingsResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_value);
    }
}

/// `ReplaceRootVolumeTask` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceRootVolumeTask {
    pub replace_root_volume_task_id: Option<String>,
    pub instance_id: Option<String>,
    pub task_state: Option<String>,
    pub start_time: Option<String>,
    pub complete_time: Option<String>,
    pub tags: Vec<Tag>,
    pub image_id: Option<String>,
    pub snapshot_id: Option<String>,
    pub delete_replaced_root_volume: Option<bool>,
}

impl Encode for ReplaceRootVolumeTask {
    fn encode(&self, out: &mut Xml) {
        out.string("<replaceRootVolumeTaskId>", &self.replace_root_volume_task_id);
        out.string("<instanceId>", &self.instance_id);
        out.string("<taskState>", &self.task_state);
        out.string("<startTime>", &self.start_time);
        out.string("<completeTime>", &self.complete_time);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<imageId>", &self.image_id);
        out.string("<snapshotId>", &self.snapshot_id);
        out.boolean("<deleteReplacedRootVolume>", &self.delete_replaced_root_volume);
    }
}

/// What `ReplaceRoute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceRouteRequest {
    pub destination_prefix_list_id: Option<String>,
    pub vpc_endpoint_id: Option<String>,
    pub local_target: Option<bool>,
    pub transit_gateway_id: Option<String>,
    pub local_gateway_id: Option<String>,
    pub carrier_gateway_id: Option<String>,
    pub core_network_arn: Option<String>,
    pub odb_network_arn: Option<String>,
    pub dry_run: Option<bool>,
    pub route_table_id: Option<String>,
    pub destination_cidr_block: Option<String>,
    pub gateway_id: Option<String>,
    pub destination_ipv6_cidr_block: Option<String>,
    pub egress_only_internet_gateway_id: Option<String>,
    pub instance_id: Option<String>,
    pub network_interface_id: Option<String>,
    pub vpc_peering_connection_id: Option<String>,
    pub nat_gateway_id: Option<String>,
}

impl Decode for ReplaceRouteRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ReplaceRouteRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DestinationPrefixListId" => child.string(&mut out.destination_prefix_list_id),
                "VpcEndpointId" => child.string(&mut out.vpc_endpoint_id),
                "LocalTarget" => child.boolean(&mut out.local_target),
                "TransitGatewayId" => child.string(&mut out.transit_gateway_id),
                "LocalGatewayId" => child.string(&mut out.local_gateway_id),
                "CarrierGatewayId" => child.string(&mut out.carrier_gateway_id),
                "CoreNetworkArn" => child.string(&mut out.core_network_arn),
                "OdbNetworkArn" => child.string(&mut out.odb_network_arn),
                "DryRun" => child.boolean(&mut out.dry_run),
                "RouteTableId" => child.string(&mut out.route_table_id),
                "DestinationCidrBlock" => child.string(&mut out.destination_cidr_block),
                "GatewayId" => child.string(&mut out.gateway_id),
                "DestinationIpv6CidrBlock" => child.string(&mut out.destination_ipv6_cidr_block),
                "EgressOnlyInternetGatewayId" => child.string(&mut out.egress_only_internet_gateway_id),
                "InstanceId" => child.string(&mut out.instance_id),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "VpcPeeringConnectionId" => child.string(&mut out.vpc_peering_connection_id),
                "NatGatewayId" => child.string(&mut out.nat_gateway_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.route_table_id.is_some(), "RouteTableId")?;
        Ok(out)
    }
}

/// What `ReplaceRouteTableAssociation` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceRouteTableAssociationRequest {
    pub dry_run: Option<bool>,
    pub association_id: Option<String>,
    pub route_table_id: Option<String>,
}

impl Decode for ReplaceRouteTableAssociationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ReplaceRouteTableAssociationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "AssociationId" => child.string(&mut out.association_id),
                "RouteTableId" => child.string(&mut out.route_table_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.association_id.is_some(), "AssociationId")?;
        node.require(out.route_table_id.is_some(), "RouteTableId")?;
        Ok(out)
    }
}

/// What `ReplaceRouteTableAssociation` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplaceRouteTableAssociationResult {
    pub new_association_id: Option<String>,
    pub association_state: Option<RouteTableAssociationState>,
}

impl Encode for ReplaceRouteTableAssociationResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<newAssociationId>", &self.new_association_id);
        out.structure("<associationState>", &self.association_state);
    }
}

/// `RequestLaunchTemplateData` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestLaunchTemplateData {
    pub kernel_id: Option<String>,
    pub ebs_optimized: Option<bool>,
    pub iam_instance_profile: Option<LaunchTemplateIamInstanceProfileSpecificationRequest>,
    pub block_device_mappings: Vec<LaunchTemplateBlockDeviceMappingRequest>,
    pub network_interfaces: Vec<LaunchTemplateInstanceNetworkInterfaceSpecificationRequest>,
    pub image_id: Option<String>,
    pub instance_type: Option<String>,
    pub key_name: Option<String>,
    pub monitoring: Option<LaunchTemplatesMonitoringRequest>,
    pub placement: Option<LaunchTemplatePlacementRequest>,
    pub ram_disk_id: Option<String>,
    pub disable_api_termination: Option<bool>,
    pub instance_initiated_shutdown_behavior: Option<String>,
    pub user_data: Option<String>,
    pub tag_specifications: Vec<LaunchTemplateTagSpecificationRequest>,
    pub elastic_gpu_specifications: Vec<ElasticGpuSpecification>,
    pub elastic_inference_accelerators: Vec<LaunchTemplateElasticInferenceAccelerator>,
    pub security_group_ids: Vec<String>,
    pub security_groups: Vec<String>,
    pub instance_market_options: Option<LaunchTemplateInstanceMarketOptionsRequest>,
    pub credit_specification: Option<CreditSpecificationRequest>,
    pub cpu_options: Option<LaunchTemplateCpuOptionsRequest>,
    pub capacity_reservation_specification: Option<LaunchTemplateCapacityReservationSpecificationRequest>,
    pub license_specifications: Vec<LaunchTemplateLicenseConfigurationRequest>,
    pub hibernation_options: Option<LaunchTemplateHibernationOptionsRequest>,
    pub metadata_options: Option<LaunchTemplateInstanceMetadataOptionsRequest>,
    pub enclave_options: Option<LaunchTemplateEnclaveOptionsRequest>,
    pub instance_requirements: Option<InstanceRequirementsRequest>,
    pub private_dns_name_options: Option<LaunchTemplatePrivateDnsNameOptionsRequest>,
    pub maintenance_options: Option<LaunchTemplateInstanceMaintenanceOptionsRequest>,
    pub disable_api_stop: Option<bool>,
    pub operator: Option<OperatorRequest>,
    pub network_performance_options: Option<LaunchTemplateNetworkPerformanceOptionsRequest>,
    pub secondary_interfaces: Vec<LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest>,
}

impl Decode for RequestLaunchTemplateData {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RequestLaunchTemplateData::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "KernelId" => child.string(&mut out.kernel_id),
                "EbsOptimized" => child.boolean(&mut out.ebs_optimized),
                "IamInstanceProfile" => child.structure(&mut out.iam_instance_profile),
                "BlockDeviceMapping" => child.list(&mut out.block_device_mappings),
                "NetworkInterface" => child.list(&mut out.network_interfaces),
                "ImageId" => child.string(&mut out.image_id),
                "InstanceType" => child.string(&mut out.instance_type),
                "KeyName" => child.string(&mut out.key_name),
                "Monitoring" => child.structure(&mut out.monitoring),
                "Placement" => child.structure(&mut out.placement),
                "RamDiskId" => child.string(&mut out.ram_disk_id),
                "DisableApiTermination" => child.boolean(&mut out.disable_api_termination),
                "InstanceInitiatedShutdownBehavior" => {
                    child.one_of(&mut out.instance_initiated_shutdown_behavior, enums::SHUTDOWN_BEHAVIOR)
                }
                "UserData" => child.string(&mut out.user_data),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "ElasticGpuSpecification" => child.list(&mut out.elastic_gpu_specifications),
                "ElasticInferenceAccelerator" => child.list(&mut out.elastic_inference_accelerators),
                "SecurityGroupId" => child.strings(&mut out.security_group_ids),
                "SecurityGroup" => child.strings(&mut out.security_groups),
                "InstanceMarketOptions" => child.structure(&mut out.instance_market_options),
                "CreditSpecification" => child.structure(&mut out.credit_specification),
                "CpuOptions" => child.structure(&mut out.cpu_options),
                "CapacityReservationSpecification" => child.structure(&mut out.capacity_reservation_specification),
                "LicenseSpecification" => child.list(&mut out.license_specifications),
                "HibernationOptions" => child.structure(&mut out.hibernation_options),
                "MetadataOptions" => child.structure(&mut out.metadata_options),
                "EnclaveOptions" => child.structure(&mut out.enclave_options),
                "InstanceRequirements" => child.structure(&mut out.instance_requirements),
                "PrivateDnsNameOptions" => child.structure(&mut out.private_dns_name_options),
                "MaintenanceOptions" => child.structure(&mut out.maintenance_options),
                "DisableApiStop" => child.boolean(&mut out.disable_api_stop),
                "Operator" => child.structure(&mut out.operator),
                "NetworkPerformanceOptions" => child.structure(&mut out.network_performance_options),
                "SecondaryInterface" => child.list(&mut out.secondary_interfaces),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `RunInstances` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reservation {
    pub reservation_id: Option<String>,
    pub owner_id: Option<String>,
    pub requester_id: Option<String>,
    pub groups: Vec<GroupIdentifier>,
    pub instances: Vec<Instance>,
}

impl Encode for Reservation {
    fn encode(&self, out: &mut Xml) {
        out.string("<reservationId>", &self.reservation_id);
        out.string("<ownerId>", &self.owner_id);
        out.string("<requesterId>", &self.requester_id);
        out.list("<groupSet>", "<item>", &self.groups);
        out.list("<instancesSet>", "<item>", &self.instances);
    }
}

/// `ReservedCapacityOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReservedCapacityOptions {
    pub reservation_types: Vec<String>,
}

impl Encode for ReservedCapacityOptions {
    fn encode(&self, out: &mut Xml) {
        out.strings("<reservationTypeSet>", "<item>", &self.reservation_types);
    }
}

/// `ReservedInstances` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReservedInstances {
    pub currency_code: Option<String>,
    pub instance_tenancy: Option<String>,
    pub offering_class: Option<String>,
    pub offering_type: Option<String>,
    pub recurring_charges: Vec<RecurringCharge>,
    pub scope: Option<String>,
    pub tags: Vec<Tag>,
    pub availability_zone_id: Option<String>,
    pub reserved_instances_id: Option<String>,
    pub instance_type: Option<String>,
    pub availability_zone: Option<String>,
    pub start: Option<Timestamp>,
    pub end: Option<Timestamp>,
    pub duration: Option<i64>,
    pub usage_price: Option<f64>,
    pub fixed_price: Option<f64>,
    pub instance_count: Option<i64>,
    pub product_description: Option<String>,
    pub state: Option<String>,
}

impl Encode for ReservedInstances {
    fn encode(&self, out: &mut Xml) {
        out.string("<currencyCode>", &self.currency_code);
        out.string("<instanceTenancy>", &self.instance_tenancy);
        out.string("<offeringClass>", &self.offering_class);
        out.string("<offeringType>", &self.offering_type);
        out.list("<recurringCharges>", "<item>", &self.recurring_charges);
        out.string("<scope>", &self.scope);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.string("<reservedInstancesId>", &self.reserved_instances_id);
        out.string("<instanceType>", &self.instance_type);
        out.string("<availabilityZone>", &self.availability_zone);
        out.timestamp("<start>", &self.start);
        out.timestamp("<end>", &self.end);
        out.integer("<duration>", &self.duration);
        out.double("<usagePrice>", &self.usage_price);
        out.double("<fixedPrice>", &self.fixed_price);
        out.integer("<instanceCount>", &self.instance_count);
        out.string("<productDescription>", &self.product_description);
        out.string("<state>", &self.state);
    }
}

/// What `ResetEbsDefaultKmsKeyId` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetEbsDefaultKmsKeyIdRequest {
    pub dry_run: Option<bool>,
}

impl Decode for ResetEbsDefaultKmsKeyIdRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ResetEbsDefaultKmsKeyIdRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `ResetEbsDefaultKmsKeyId` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetEbsDefaultKmsKeyIdResult {
    pub kms_key_id: Option<String>,
}

impl Encode for ResetEbsDefaultKmsKeyIdResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<kmsKeyId>", &self.kms_key_id);
    }
}

/// What `ResetImageAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetImageAttributeRequest {
    pub attribute: Option<String>,
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ResetImageAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ResetImageAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Attribute" => child.one_of(&mut out.attribute, enums::RESET_IMAGE_ATTRIBUTE_NAME),
                "ImageId" => child.string(&mut out.image_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.attribute.is_some(), "Attribute")?;
        node.require(out.image_id.is_some(), "ImageId")?;
        Ok(out)
    }
}

/// What `ResetInstanceAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetInstanceAttributeRequest {
    pub dry_run: Option<bool>,
    pub instance_id: Option<String>,
    pub attribute: Option<String>,
}

impl Decode for ResetInstanceAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ResetInstanceAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceId" => child.string(&mut out.instance_id),
                "Attribute" => child.one_of(&mut out.attribute, enums::INSTANCE_ATTRIBUTE_NAME),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        node.require(out.attribute.is_some(), "Attribute")?;
        Ok(out)
    }
}

/// What `ResetNetworkInterfaceAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetNetworkInterfaceAttributeRequest {
    pub dry_run: Option<bool>,
    pub network_interface_id: Option<String>,
    pub source_dest_check: Option<String>,
}

impl Decode for ResetNetworkInterfaceAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ResetNetworkInterfaceAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "SourceDestCheck" => child.string(&mut out.source_dest_check),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.network_interface_id.is_some(), "NetworkInterfaceId")?;
        Ok(out)
    }
}

/// What `ResetSnapshotAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResetSnapshotAttributeRequest {
    pub attribute: Option<String>,
    pub snapshot_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ResetSnapshotAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ResetSnapshotAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Attribute" => child.one_of(&mut out.attribute, enums::SNAPSHOT_ATTRIBUTE_NAME),
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.attribute.is_some(), "Attribute")?;
        node.require(out.snapshot_id.is_some(), "SnapshotId")?;
        Ok(out)
    }
}

/// `ResourceTypeOption` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceTypeOption {
    pub option_name: Option<String>,
    pub option_values: Vec<String>,
}

impl Decode for ResourceTypeOption {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ResourceTypeOption::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "OptionName" => child.one_of(&mut out.option_name, enums::IMAGE_REFERENCE_OPTION_NAME),
                "OptionValue" => child.strings(&mut out.option_values),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `ResourceTypeRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceTypeRequest {
    pub resource_type: Option<String>,
    pub resource_type_options: Vec<ResourceTypeOption>,
}

impl Decode for ResourceTypeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ResourceTypeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ResourceType" => child.one_of(&mut out.resource_type, enums::IMAGE_REFERENCE_RESOURCE_TYPE),
                "ResourceTypeOption" => child.list(&mut out.resource_type_options),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `ResponseError` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResponseError {
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Encode for ResponseError {
    fn encode(&self, out: &mut Xml) {
        out.string("<code>", &self.code);
        out.string("<message>", &self.message);
    }
}

/// `ResponseLaunchTemplateData` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResponseLaunchTemplateData {
    pub kernel_id: Option<String>,
    pub ebs_optimized: Option<bool>,
    pub iam_instance_profile: Option<LaunchTemplateIamInstanceProfileSpecification>,
    pub block_device_mappings: Vec<LaunchTemplateBlockDeviceMapping>,
    pub network_interfaces: Vec<LaunchTemplateInstanceNetworkInterfaceSpecification>,
    pub image_id: Option<String>,
    pub instance_type: Option<String>,
    pub key_name: Option<String>,
    pub monitoring: Option<LaunchTemplatesMonitoring>,
    pub placement: Option<LaunchTemplatePlacement>,
    pub ram_disk_id: Option<String>,
    pub disable_api_termination: Option<bool>,
    pub instance_initiated_shutdown_behavior: Option<String>,
    pub user_data: Option<String>,
    pub tag_specifications: Vec<LaunchTemplateTagSpecification>,
    pub elastic_gpu_specifications: Vec<ElasticGpuSpecificationResponse>,
    pub elastic_inference_accelerators: Vec<LaunchTemplateElasticInferenceAcceleratorResponse>,
    pub security_group_ids: Vec<String>,
    pub security_groups: Vec<String>,
    pub instance_market_options: Option<LaunchTemplateInstanceMarketOptions>,
    pub credit_specification: Option<CreditSpecification>,
    pub cpu_options: Option<LaunchTemplateCpuOptions>,
    pub capacity_reservation_specification: Option<LaunchTemplateCapacityReservationSpecificationResponse>,
    pub license_specifications: Vec<LaunchTemplateLicenseConfiguration>,
    pub hibernation_options: Option<LaunchTemplateHibernationOptions>,
    pub metadata_options: Option<LaunchTemplateInstanceMetadataOptions>,
    pub enclave_options: Option<LaunchTemplateEnclaveOptions>,
    pub instance_requirements: Option<InstanceRequirements>,
    pub private_dns_name_options: Option<LaunchTemplatePrivateDnsNameOptions>,
    pub maintenance_options: Option<LaunchTemplateInstanceMaintenanceOptions>,
    pub disable_api_stop: Option<bool>,
    pub operator: Option<OperatorResponse>,
    pub network_performance_options: Option<LaunchTemplateNetworkPerformanceOptions>,
    pub secondary_interfaces: Vec<LaunchTemplateInstanceSecondaryInterfaceSpecification>,
}

impl Encode for ResponseLaunchTemplateData {
    fn encode(&self, out: &mut Xml) {
        out.string("<kernelId>", &self.kernel_id);
        out.boolean("<ebsOptimized>", &self.ebs_optimized);
        out.structure("<iamInstanceProfile>", &self.iam_instance_profile);
        if !self.block_device_mappings.is_empty() {
            out.list("<blockDeviceMappingSet>", "<item>", &self.block_device_mappings);
        }
        if !self.network_interfaces.is_empty() {
            out.list("<networkInterfaceSet>", "<item>", &self.network_interfaces);
        }
        out.string("<imageId>", &self.image_id);
        out.string("<instanceType>", &self.instance_type);
        out.string("<keyName>", &self.key_name);
        out.structure("<monitoring>", &self.monitoring);
        out.structure("<placement>", &self.placement);
        out.string("<ramDiskId>", &self.ram_disk_id);
        out.boolean("<disableApiTermination>", &self.disable_api_termination);
        out.string("<instanceInitiatedShutdownBehavior>", &self.instance_initiated_shutdown_behavior);
        out.string("<userData>", &self.user_data);
        if !self.tag_specifications.is_empty() {
            out.list("<tagSpecificationSet>", "<item>", &self.tag_specifications);
        }
        if !self.elastic_gpu_specifications.is_empty() {
            out.list("<elasticGpuSpecificationSet>", "<item>", &self.elastic_gpu_specifications);
        }
        if !self.elastic_inference_accelerators.is_empty() {
            out.list("<elasticInferenceAcceleratorSet>", "<item>", &self.elastic_inference_accelerators);
        }
        if !self.security_group_ids.is_empty() {
            out.strings("<securityGroupIdSet>", "<item>", &self.security_group_ids);
        }
        if !self.security_groups.is_empty() {
            out.strings("<securityGroupSet>", "<item>", &self.security_groups);
        }
        out.structure("<instanceMarketOptions>", &self.instance_market_options);
        out.structure("<creditSpecification>", &self.credit_specification);
        out.structure("<cpuOptions>", &self.cpu_options);
        out.structure("<capacityReservationSpecification>", &self.capacity_reservation_specification);
        if !self.license_specifications.is_empty() {
            out.list("<licenseSet>", "<item>", &self.license_specifications);
        }
        out.structure("<hibernationOptions>", &self.hibernation_options);
        out.structure("<metadataOptions>", &self.metadata_options);
        out.structure("<enclaveOptions>", &self.enclave_options);
        out.structure("<instanceRequirements>", &self.instance_requirements);
        out.structure("<privateDnsNameOptions>", &self.private_dns_name_options);
        out.structure("<maintenanceOptions>", &self.maintenance_options);
        out.boolean("<disableApiStop>", &self.disable_api_stop);
        out.structure("<operator>", &self.operator);
        out.structure("<networkPerformanceOptions>", &self.network_performance_options);
        if !self.secondary_interfaces.is_empty() {
            out.list("<secondaryInterfaceSet>", "<item>", &self.secondary_interfaces);
        }
    }
}

/// What `RestoreImageFromRecycleBin` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreImageFromRecycleBinRequest {
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for RestoreImageFromRecycleBinRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RestoreImageFromRecycleBinRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.string(&mut out.image_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.image_id.is_some(), "ImageId")?;
        Ok(out)
    }
}

/// What `RestoreImageFromRecycleBin` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreImageFromRecycleBinResult {
    pub return_: Option<bool>,
}

impl Encode for RestoreImageFromRecycleBinResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `RestoreSnapshotFromRecycleBin` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreSnapshotFromRecycleBinRequest {
    pub snapshot_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for RestoreSnapshotFromRecycleBinRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RestoreSnapshotFromRecycleBinRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.snapshot_id.is_some(), "SnapshotId")?;
        Ok(out)
    }
}

/// What `RestoreSnapshotFromRecycleBin` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreSnapshotFromRecycleBinResult {
    pub snapshot_id: Option<String>,
    pub outpost_arn: Option<String>,
    pub description: Option<String>,
    pub encrypted: Option<bool>,
    pub owner_id: Option<String>,
    pub progress: Option<String>,
    pub start_time: Option<Timestamp>,
    pub state: Option<String>,
    pub volume_id: Option<String>,
    pub volume_size: Option<i64>,
    pub sse_type: Option<String>,
}

impl Encode for RestoreSnapshotFromRecycleBinResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<outpostArn>", &self.outpost_arn);
        out.string("<description>", &self.description);
        out.boolean("<encrypted>", &self.encrypted);
        out.string("<ownerId>", &self.owner_id);
        out.string("<progress>", &self.progress);
        out.timestamp_millis("<startTime>", &self.start_time);
        out.string("<status>", &self.state);
        out.string("<volumeId>", &self.volume_id);
        out.integer("<volumeSize>", &self.volume_size);
        out.string("<sseType>", &self.sse_type);
    }
}

/// What `RestoreSnapshotTier` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreSnapshotTierRequest {
    pub snapshot_id: Option<String>,
    pub temporary_restore_days: Option<i64>,
    pub permanent_restore: Option<bool>,
    pub dry_run: Option<bool>,
}

impl Decode for RestoreSnapshotTierRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RestoreSnapshotTierRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "TemporaryRestoreDays" => child.integer(&mut out.temporary_restore_days),
                "PermanentRestore" => child.boolean(&mut out.permanent_restore),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.snapshot_id.is_some(), "SnapshotId")?;
        Ok(out)
    }
}

/// What `RestoreSnapshotTier` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RestoreSnapshotTierResult {
    pub snapshot_id: Option<String>,
    pub restore_start_time: Option<Timestamp>,
    pub restore_duration: Option<i64>,
    pub is_permanent_restore: Option<bool>,
}

impl Encode for RestoreSnapshotTierResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<snapshotId>", &self.snapshot_id);
        out.timestamp_millis("<restoreStartTime>", &self.restore_start_time);
        out.integer("<restoreDuration>", &self.restore_duration);
        out.boolean("<isPermanentRestore>", &self.is_permanent_restore);
    }
}

/// What `RevokeSecurityGroupEgress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokeSecurityGroupEgressRequest {
    pub security_group_rule_ids: Vec<String>,
    pub dry_run: Option<bool>,
    pub group_id: Option<String>,
    pub source_security_group_name: Option<String>,
    pub source_security_group_owner_id: Option<String>,
    pub ip_protocol: Option<String>,
    pub from_port: Option<i64>,
    pub to_port: Option<i64>,
    pub cidr_ip: Option<String>,
    pub ip_permissions: Vec<IpPermission>,
}

impl Decode for RevokeSecurityGroupEgressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RevokeSecurityGroupEgressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SecurityGroupRuleId" => child.strings(&mut out.security_group_rule_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                "GroupId" => child.string(&mut out.group_id),
                "SourceSecurityGroupName" => child.string(&mut out.source_security_group_name),
                "SourceSecurityGroupOwnerId" => child.string(&mut out.source_security_group_owner_id),
                "IpProtocol" => child.string(&mut out.ip_protocol),
                "FromPort" => child.integer(&mut out.from_port),
                "ToPort" => child.integer(&mut out.to_port),
                "CidrIp" => child.string(&mut out.cidr_ip),
                "IpPermissions" => child.list(&mut out.ip_permissions),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.group_id.is_some(), "GroupId")?;
        Ok(out)
    }
}

/// What `RevokeSecurityGroupEgress` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokeSecurityGroupEgressResult {
    pub return_: Option<bool>,
    pub unknown_ip_permissions: Vec<IpPermission>,
    pub revoked_security_group_rules: Vec<RevokedSecurityGroupRule>,
}

impl Encode for RevokeSecurityGroupEgressResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
        out.list("<unknownIpPermissionSet>", "<item>", &self.unknown_ip_permissions);
        out.list("<revokedSecurityGroupRuleSet>", "<item>", &self.revoked_security_group_rules);
    }
}

/// What `RevokeSecurityGroupIngress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokeSecurityGroupIngressRequest {
    pub cidr_ip: Option<String>,
    pub from_port: Option<i64>,
    pub group_id: Option<String>,
    pub group_name: Option<String>,
    pub ip_permissions: Vec<IpPermission>,
    pub ip_protocol: Option<String>,
    pub source_security_group_name: Option<String>,
    pub source_security_group_owner_id: Option<String>,
    pub to_port: Option<i64>,
    pub security_group_rule_ids: Vec<String>,
    pub dry_run: Option<bool>,
}

impl Decode for RevokeSecurityGroupIngressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RevokeSecurityGroupIngressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CidrIp" => child.string(&mut out.cidr_ip),
                "FromPort" => child.integer(&mut out.from_port),
                "GroupId" => child.string(&mut out.group_id),
                "GroupName" => child.string(&mut out.group_name),
                "IpPermissions" => child.list(&mut out.ip_permissions),
                "IpProtocol" => child.string(&mut out.ip_protocol),
                "SourceSecurityGroupName" => child.string(&mut out.source_security_group_name),
                "SourceSecurityGroupOwnerId" => child.string(&mut out.source_security_group_owner_id),
                "ToPort" => child.integer(&mut out.to_port),
                "SecurityGroupRuleId" => child.strings(&mut out.security_group_rule_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `RevokeSecurityGroupIngress` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokeSecurityGroupIngressResult {
    pub return_: Option<bool>,
    pub unknown_ip_permissions: Vec<IpPermission>,
    pub revoked_security_group_rules: Vec<RevokedSecurityGroupRule>,
}

impl Encode for RevokeSecurityGroupIngressResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
        out.list("<unknownIpPermissionSet>", "<item>", &self.unknown_ip_permissions);
        out.list("<revokedSecurityGroupRuleSet>", "<item>", &self.revoked_security_group_rules);
    }
}

/// `RevokedSecurityGroupRule` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RevokedSecurityGroupRule {
    pub security_group_rule_id: Option<String>,
    pub group_id: Option<String>,
    pub is_egress: Option<bool>,
    pub ip_protocol: Option<String>,
    pub from_port: Option<i64>,
    pub to_port: Option<i64>,
    pub cidr_ipv4: Option<String>,
    pub cidr_ipv6: Option<String>,
    pub prefix_list_id: Option<String>,
    pub referenced_group_id: Option<String>,
    pub description: Option<String>,
}

impl Encode for RevokedSecurityGroupRule {
    fn encode(&self, out: &mut Xml) {
        out.string("<securityGroupRuleId>", &self.security_group_rule_id);
        out.string("<groupId>", &self.group_id);
        out.boolean("<isEgress>", &self.is_egress);
        out.string("<ipProtocol>", &self.ip_protocol);
        out.integer("<fromPort>", &self.from_port);
        out.integer("<toPort>", &self.to_port);
        out.string("<cidrIpv4>", &self.cidr_ipv4);
        out.string("<cidrIpv6>", &self.cidr_ipv6);
        out.string("<prefixListId>", &self.prefix_list_id);
        out.string("<referencedGroupId>", &self.referenced_group_id);
        out.string("<description>", &self.description);
    }
}

/// `Route` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    pub destination_cidr_block: Option<String>,
    pub destination_ipv6_cidr_block: Option<String>,
    pub destination_prefix_list_id: Option<String>,
    pub egress_only_internet_gateway_id: Option<String>,
    pub gateway_id: Option<String>,
    pub instance_id: Option<String>,
    pub instance_owner_id: Option<String>,
    pub nat_gateway_id: Option<String>,
    pub transit_gateway_id: Option<String>,
    pub local_gateway_id: Option<String>,
    pub carrier_gateway_id: Option<String>,
    pub network_interface_id: Option<String>,
    pub origin: Option<String>,
    pub state: Option<String>,
    pub vpc_peering_connection_id: Option<String>,
    pub core_network_arn: Option<String>,
    pub odb_network_arn: Option<String>,
    pub ip_address: Option<String>,
}

impl Encode for Route {
    fn encode(&self, out: &mut Xml) {
        out.string("<destinationCidrBlock>", &self.destination_cidr_block);
        out.string("<destinationIpv6CidrBlock>", &self.destination_ipv6_cidr_block);
        out.string("<destinationPrefixListId>", &self.destination_prefix_list_id);
        out.string("<egressOnlyInternetGatewayId>", &self.egress_only_internet_gateway_id);
        out.string("<gatewayId>", &self.gateway_id);
        out.string("<instanceId>", &self.instance_id);
        out.string("<instanceOwnerId>", &self.instance_owner_id);
        out.string("<natGatewayId>", &self.nat_gateway_id);
        out.string("<transitGatewayId>", &self.transit_gateway_id);
        out.string("<localGatewayId>", &self.local_gateway_id);
        out.string("<carrierGatewayId>", &self.carrier_gateway_id);
        out.string("<networkInterfaceId>", &self.network_interface_id);
        out.string("<origin>", &self.origin);
        out.string("<state>", &self.state);
        out.string("<vpcPeeringConnectionId>", &self.vpc_peering_connection_id);
        out.string("<coreNetworkArn>", &self.core_network_arn);
        out.string("<odbNetworkArn>", &self.odb_network_arn);
        out.string("<ipAddress>", &self.ip_address);
    }
}

/// `RouteTable` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteTable {
    pub associations: Vec<RouteTableAssociation>,
    pub propagating_vgws: Vec<PropagatingVgw>,
    pub route_table_id: Option<String>,
    pub routes: Vec<Route>,
    pub tags: Vec<Tag>,
    pub vpc_id: Option<String>,
    pub owner_id: Option<String>,
}

impl Encode for RouteTable {
    fn encode(&self, out: &mut Xml) {
        out.list("<associationSet>", "<item>", &self.associations);
        out.list("<propagatingVgwSet>", "<item>", &self.propagating_vgws);
        out.string("<routeTableId>", &self.route_table_id);
        out.list("<routeSet>", "<item>", &self.routes);
        out.list("<tagSet>", "<item>", &self.tags);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<ownerId>", &self.owner_id);
    }
}

/// `RouteTableAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteTableAssociation {
    pub main: Option<bool>,
    pub route_table_association_id: Option<String>,
    pub route_table_id: Option<String>,
    pub subnet_id: Option<String>,
    pub gateway_id: Option<String>,
    pub public_ipv4_pool: Option<String>,
    pub association_state: Option<RouteTableAssociationState>,
}

impl Encode for RouteTableAssociation {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<main>", &self.main);
        out.string("<routeTableAssociationId>", &self.route_table_association_id);
        out.string("<routeTableId>", &self.route_table_id);
        out.string("<subnetId>", &self.subnet_id);
        out.string("<gatewayId>", &self.gateway_id);
        out.string("<publicIpv4Pool>", &self.public_ipv4_pool);
        out.structure("<associationState>", &self.association_state);
    }
}

/// `RouteTableAssociationState` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteTableAssociationState {
    pub state: Option<String>,
    pub status_message: Option<String>,
}

impl Encode for RouteTableAssociationState {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
        out.string("<statusMessage>", &self.status_message);
    }
}

/// `RunInstancesMonitoringEnabled` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunInstancesMonitoringEnabled {
    pub enabled: Option<bool>,
}

impl Decode for RunInstancesMonitoringEnabled {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RunInstancesMonitoringEnabled::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Enabled" => child.boolean(&mut out.enabled),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.enabled.is_some(), "Enabled")?;
        Ok(out)
    }
}

impl Encode for RunInstancesMonitoringEnabled {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enabled>", &self.enabled);
    }
}

/// What `RunInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunInstancesRequest {
    pub block_device_mappings: Vec<BlockDeviceMapping>,
    pub image_id: Option<String>,
    pub instance_type: Option<String>,
    pub ipv6_address_count: Option<i64>,
    pub ipv6_addresses: Vec<InstanceIpv6Address>,
    pub kernel_id: Option<String>,
    pub key_name: Option<String>,
    pub max_count: Option<i64>,
    pub min_count: Option<i64>,
    pub monitoring: Option<RunInstancesMonitoringEnabled>,
    pub placement: Option<Placement>,
    pub ramdisk_id: Option<String>,
    pub security_group_ids: Vec<String>,
    pub security_groups: Vec<String>,
    pub subnet_id: Option<String>,
    pub user_data: Option<String>,
    pub elastic_gpu_specification: Vec<ElasticGpuSpecification>,
    pub elastic_inference_accelerators: Vec<ElasticInferenceAccelerator>,
    pub tag_specifications: Vec<TagSpecification>,
    pub launch_template: Option<LaunchTemplateSpecification>,
    pub instance_market_options: Option<InstanceMarketOptionsRequest>,
    pub credit_specification: Option<CreditSpecificationRequest>,
    pub cpu_options: Option<CpuOptionsRequest>,
    pub capacity_reservation_specification: Option<CapacityReservationSpecification>,
    pub hibernation_options: Option<HibernationOptionsRequest>,
    pub license_specifications: Vec<LicenseConfigurationRequest>,
    pub metadata_options: Option<InstanceMetadataOptionsRequest>,
    pub enclave_options: Option<EnclaveOptionsRequest>,
    pub private_dns_name_options: Option<PrivateDnsNameOptionsRequest>,
    pub maintenance_options: Option<InstanceMaintenanceOptionsRequest>,
    pub disable_api_stop: Option<bool>,
    pub enable_primary_ipv6: Option<bool>,
    pub network_performance_options: Option<InstanceNetworkPerformanceOptionsRequest>,
    pub operator: Option<OperatorRequest>,
    pub secondary_interfaces: Vec<InstanceSecondaryInterfaceSpecificationRequest>,
    pub dry_run: Option<bool>,
    pub disable_api_termination: Option<bool>,
    pub instance_initiated_shutdown_behavior: Option<String>,
    pub private_ip_address: Option<String>,
    pub client_token: Option<String>,
    pub additional_info: Option<String>,
    pub network_interfaces: Vec<InstanceNetworkInterfaceSpecification>,
    pub iam_instance_profile: Option<IamInstanceProfileSpecification>,
    pub ebs_optimized: Option<bool>,
}

impl Decode for RunInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = RunInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "BlockDeviceMapping" => child.list(&mut out.block_device_mappings),
                "ImageId" => child.string(&mut out.image_id),
                "InstanceType" => child.string(&mut out.instance_type),
                "Ipv6AddressCount" => child.integer(&mut out.ipv6_address_count),
                "Ipv6Address" => child.list(&mut out.ipv6_addresses),
                "KernelId" => child.string(&mut out.kernel_id),
                "KeyName" => child.string(&mut out.key_name),
                "MaxCount" => child.integer(&mut out.max_count),
                "MinCount" => child.integer(&mut out.min_count),
                "Monitoring" => child.structure(&mut out.monitoring),
                "Placement" => child.structure(&mut out.placement),
                "RamdiskId" => child.string(&mut out.ramdisk_id),
                "SecurityGroupId" => child.strings(&mut out.security_group_ids),
                "SecurityGroup" => child.strings(&mut out.security_groups),
                "SubnetId" => child.string(&mut out.subnet_id),
                "UserData" => child.string(&mut out.user_data),
                "ElasticGpuSpecification" => child.list(&mut out.elastic_gpu_specification),
                "ElasticInferenceAccelerator" => child.list(&mut out.elastic_inference_accelerators),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "LaunchTemplate" => child.structure(&mut out.launch_template),
                "InstanceMarketOptions" => child.structure(&mut out.instance_market_options),
                "CreditSpecification" => child.structure(&mut out.credit_specification),
                "CpuOptions" => child.structure(&mut out.cpu_options),
                "CapacityReservationSpecification" => child.structure(&mut out.capacity_reservation_specification),
                "HibernationOptions" => child.structure(&mut out.hibernation_options),
                "LicenseSpecification" => child.list(&mut out.license_specifications),
                "MetadataOptions" => child.structure(&mut out.metadata_options),
                "EnclaveOptions" => child.structure(&mut out.enclave_options),
                "PrivateDnsNameOptions" => child.structure(&mut out.private_dns_name_options),
                "MaintenanceOptions" => child.structure(&mut out.maintenance_options),
                "DisableApiStop" => child.boolean(&mut out.disable_api_stop),
                "EnablePrimaryIpv6" => child.boolean(&mut out.enable_primary_ipv6),
                "NetworkPerformanceOptions" => child.structure(&mut out.network_performance_options),
                "Operator" => child.structure(&mut out.operator),
                "SecondaryInterface" => child.list(&mut out.secondary_interfaces),
                "DryRun" => child.boolean(&mut out.dry_run),
                "DisableApiTermination" => child.boolean(&mut out.disable_api_termination),
                "InstanceInitiatedShutdownBehavior" => {
                    child.one_of(&mut out.instance_initiated_shutdown_behavior, enums::SHUTDOWN_BEHAVIOR)
                }
                "PrivateIpAddress" => child.string(&mut out.private_ip_address),
                "ClientToken" => child.string(&mut out.client_token),
                "AdditionalInfo" => child.string(&mut out.additional_info),
                "NetworkInterface" => child.list(&mut out.network_interfaces),
                "IamInstanceProfile" => child.structure(&mut out.iam_instance_profile),
                "EbsOptimized" => child.boolean(&mut out.ebs_optimized),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.max_count.is_some(), "MaxCount")?;
        node.require(out.min_count.is_some(), "MinCount")?;
        Ok(out)
    }
}
