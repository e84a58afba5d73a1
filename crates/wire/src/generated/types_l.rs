// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `LastError` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LastError {
    pub message: Option<String>,
    pub code: Option<String>,
}

impl Encode for LastError {
    fn encode(&self, out: &mut Xml) {
        out.string("<message>", &self.message);
        out.string("<code>", &self.code);
    }
}

/// `LaunchPermission` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchPermission {
    pub organization_arn: Option<String>,
    pub organizational_unit_arn: Option<String>,
    pub user_id: Option<String>,
    pub group: Option<String>,
}

impl Decode for LaunchPermission {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchPermission::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "OrganizationArn" => child.string(&mut out.organization_arn),
                "OrganizationalUnitArn" => child.string(&mut out.organizational_unit_arn),
                "UserId" => child.string(&mut out.user_id),
                "Group" => child.string(&mut out.group),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for LaunchPermission {
    fn encode(&self, out: &mut Xml) {
        out.string("<organizationArn>", &self.organization_arn);
        out.string("<organizationalUnitArn>", &self.organizational_unit_arn);
        out.string("<userId>", &self.user_id);
        out.string("<group>", &self.group);
    }
}

/// `LaunchPermissionModifications` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchPermissionModifications {
    pub add: Vec<LaunchPermission>,
    pub remove: Vec<LaunchPermission>,
}

impl Decode for LaunchPermissionModifications {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchPermissionModifications::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Add" => child.list(&mut out.add),
                "Remove" => child.list(&mut out.remove),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchSpecification {
    pub user_data: Option<String>,
    pub addressing_type: Option<String>,
    pub block_device_mappings: Vec<BlockDeviceMapping>,
    pub ebs_optimized: Option<bool>,
    pub iam_instance_profile: Option<IamInstanceProfileSpecification>,
    pub image_id: Option<String>,
    pub instance_type: Option<String>,
    pub kernel_id: Option<String>,
    pub key_name: Option<String>,
    pub network_interfaces: Vec<InstanceNetworkInterfaceSpecification>,
    pub placement: Option<SpotPlacement>,
    pub ramdisk_id: Option<String>,
    pub subnet_id: Option<String>,
    pub security_groups: Vec<GroupIdentifier>,
    pub monitoring: Option<RunInstancesMonitoringEnabled>,
}

impl Encode for LaunchSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<userData>", &self.user_data);
        out.string("<addressingType>", &self.addressing_type);
        out.list("<blockDeviceMapping>", "<item>", &self.block_device_mappings);
        out.boolean("<ebsOptimized>", &self.ebs_optimized);
        out.structure("<iamInstanceProfile>", &self.iam_instance_profile);
        out.string("<imageId>", &self.image_id);
        out.string("<instanceType>", &self.instance_type);
        out.string("<kernelId>", &self.kernel_id);
        out.string("<keyName>", &self.key_name);
        out.list("<networkInterfaceSet>", "<item>", &self.network_interfaces);
        out.structure("<placement>", &self.placement);
        out.string("<ramdiskId>", &self.ramdisk_id);
        out.string("<subnetId>", &self.subnet_id);
        out.list("<groupSet>", "<item>", &self.security_groups);
        out.structure("<monitoring>", &self.monitoring);
    }
}

/// `LaunchTemplate` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplate {
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub create_time: Option<Timestamp>,
    pub created_by: Option<String>,
    pub default_version_number: Option<i64>,
    pub latest_version_number: Option<i64>,
    pub tags: Vec<Tag>,
    pub operator: Option<OperatorResponse>,
}

impl Encode for LaunchTemplate {
    fn encode(&self, out: &mut Xml) {
        out.string("<launchTemplateId>", &self.launch_template_id);
        out.string("<launchTemplateName>", &self.launch_template_name);
        out.timestamp("<createTime>", &self.create_time);
        out.string("<createdBy>", &self.created_by);
        out.integer("<defaultVersionNumber>", &self.default_version_number);
        out.integer("<latestVersionNumber>", &self.latest_version_number);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.structure("<operator>", &self.operator);
    }
}

/// `LaunchTemplateAndOverridesResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateAndOverridesResponse {
    pub launch_template_specification: Option<FleetLaunchTemplateSpecification>,
    pub overrides: Option<FleetLaunchTemplateOverrides>,
}

impl Encode for LaunchTemplateAndOverridesResponse {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplateSpecification>", &self.launch_template_specification);
        out.structure("<overrides>", &self.overrides);
    }
}

/// `LaunchTemplateBlockDeviceMapping` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateBlockDeviceMapping {
    pub device_name: Option<String>,
    pub virtual_name: Option<String>,
    pub ebs: Option<LaunchTemplateEbsBlockDevice>,
    pub no_device: Option<String>,
}

impl Encode for LaunchTemplateBlockDeviceMapping {
    fn encode(&self, out: &mut Xml) {
        out.string("<deviceName>", &self.device_name);
        out.string("<virtualName>", &self.virtual_name);
        out.structure("<ebs>", &self.ebs);
        out.string("<noDevice>", &self.no_device);
    }
}

/// `LaunchTemplateBlockDeviceMappingRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateBlockDeviceMappingRequest {
    pub device_name: Option<String>,
    pub virtual_name: Option<String>,
    pub ebs: Option<LaunchTemplateEbsBlockDeviceRequest>,
    pub no_device: Option<String>,
}

impl Decode for LaunchTemplateBlockDeviceMappingRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateBlockDeviceMappingRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DeviceName" => child.string(&mut out.device_name),
                "VirtualName" => child.string(&mut out.virtual_name),
                "Ebs" => child.structure(&mut out.ebs),
                "NoDevice" => child.string(&mut out.no_device),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateCapacityReservationSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateCapacityReservationSpecificationRequest {
    pub capacity_reservation_preference: Option<String>,
    pub capacity_reservation_target: Option<CapacityReservationTarget>,
}

impl Decode for LaunchTemplateCapacityReservationSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateCapacityReservationSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CapacityReservationPreference" => {
                    child.one_of(&mut out.capacity_reservation_preference, enums::CAPACITY_RESERVATION_PREFERENCE)
                }
                "CapacityReservationTarget" => child.structure(&mut out.capacity_reservation_target),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateCapacityReservationSpecificationResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateCapacityReservationSpecificationResponse {
    pub capacity_reservation_preference: Option<String>,
    pub capacity_reservation_target: Option<CapacityReservationTargetResponse>,
}

impl Encode for LaunchTemplateCapacityReservationSpecificationResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<capacityReservationPreference>", &self.capacity_reservation_preference);
        out.structure("<capacityReservationTarget>", &self.capacity_reservation_target);
    }
}

/// `LaunchTemplateConfig` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateConfig {
    pub launch_template_specification: Option<FleetLaunchTemplateSpecification>,
    pub overrides: Vec<LaunchTemplateOverrides>,
}

impl Encode for LaunchTemplateConfig {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplateSpecification>", &self.launch_template_specification);
        out.list("<overrides>", "<item>", &self.overrides);
    }
}

/// `LaunchTemplateCpuOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateCpuOptions {
    pub core_count: Option<i64>,
    pub threads_per_core: Option<i64>,
    pub amd_sev_snp: Option<String>,
    pub nested_virtualization: Option<String>,
}

impl Encode for LaunchTemplateCpuOptions {
    fn encode(&self, out: &mut Xml) {
        out.integer("<coreCount>", &self.core_count);
        out.integer("<threadsPerCore>", &self.threads_per_core);
        out.string("<amdSevSnp>", &self.amd_sev_snp);
        out.string("<nestedVirtualization>", &self.nested_virtualization);
    }
}

/// `LaunchTemplateCpuOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateCpuOptionsRequest {
    pub core_count: Option<i64>,
    pub threads_per_core: Option<i64>,
    pub amd_sev_snp: Option<String>,
    pub nested_virtualization: Option<String>,
}

impl Decode for LaunchTemplateCpuOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateCpuOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CoreCount" => child.integer(&mut out.core_count),
                "ThreadsPerCore" => child.integer(&mut out.threads_per_core),
                "AmdSevSnp" => child.one_of(&mut out.amd_sev_snp, enums::AMD_SEV_SNP_SPECIFICATION),
                "NestedVirtualization" => {
                    child.one_of(&mut out.nested_virtualization, enums::NESTED_VIRTUALIZATION_SPECIFICATION)
                }
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateEbsBlockDevice` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateEbsBlockDevice {
    pub encrypted: Option<bool>,
    pub delete_on_termination: Option<bool>,
    pub iops: Option<i64>,
    pub kms_key_id: Option<String>,
    pub snapshot_id: Option<String>,
    pub volume_size: Option<i64>,
    pub volume_type: Option<String>,
    pub throughput: Option<i64>,
    pub volume_initialization_rate: Option<i64>,
    pub ebs_card_index: Option<i64>,
}

impl Encode for LaunchTemplateEbsBlockDevice {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<encrypted>", &self.encrypted);
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.integer("<iops>", &self.iops);
        out.string("<kmsKeyId>", &self.kms_key_id);
        out.string("<snapshotId>", &self.snapshot_id);
        out.integer("<volumeSize>", &self.volume_size);
        out.string("<volumeType>", &self.volume_type);
        out.integer("<throughput>", &self.throughput);
        out.integer("<volumeInitializationRate>", &self.volume_initialization_rate);
        out.integer("<ebsCardIndex>", &self.ebs_card_index);
    }
}

/// `LaunchTemplateEbsBlockDeviceRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateEbsBlockDeviceRequest {
    pub encrypted: Option<bool>,
    pub delete_on_termination: Option<bool>,
    pub iops: Option<i64>,
    pub kms_key_id: Option<String>,
    pub snapshot_id: Option<String>,
    pub volume_size: Option<i64>,
    pub volume_type: Option<String>,
    pub throughput: Option<i64>,
    pub volume_initialization_rate: Option<i64>,
    pub ebs_card_index: Option<i64>,
}

impl Decode for LaunchTemplateEbsBlockDeviceRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateEbsBlockDeviceRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Encrypted" => child.boolean(&mut out.encrypted),
                "DeleteOnTermination" => child.boolean(&mut out.delete_on_termination),
                "Iops" => child.integer(&mut out.iops),
                "KmsKeyId" => child.string(&mut out.kms_key_id),
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "VolumeSize" => child.integer(&mut out.volume_size),
                "VolumeType" => child.string(&mut out.volume_type),
                "Throughput" => child.integer(&mut out.throughput),
                "VolumeInitializationRate" => child.integer(&mut out.volume_initialization_rate),
                "EbsCardIndex" => child.integer(&mut out.ebs_card_index),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateElasticInferenceAccelerator` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateElasticInferenceAccelerator {
    pub type_: Option<String>,
    pub count: Option<i64>,
}

impl Decode for LaunchTemplateElasticInferenceAccelerator {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateElasticInferenceAccelerator::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Type" => child.string(&mut out.type_),
                "Count" => child.integer(&mut out.count),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.type_.is_some(), "Type")?;
        Ok(out)
    }
}

/// `LaunchTemplateElasticInferenceAcceleratorResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateElasticInferenceAcceleratorResponse {
    pub type_: Option<String>,
    pub count: Option<i64>,
}

impl Encode for LaunchTemplateElasticInferenceAcceleratorResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<type>", &self.type_);
        out.integer("<count>", &self.count);
    }
}

/// `LaunchTemplateEnaSrdSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateEnaSrdSpecification {
    pub ena_srd_enabled: Option<bool>,
    pub ena_srd_udp_specification: Option<LaunchTemplateEnaSrdUdpSpecification>,
}

impl Encode for LaunchTemplateEnaSrdSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enaSrdEnabled>", &self.ena_srd_enabled);
        out.structure("<enaSrdUdpSpecification>", &self.ena_srd_udp_specification);
    }
}

/// `LaunchTemplateEnaSrdUdpSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateEnaSrdUdpSpecification {
    pub ena_srd_udp_enabled: Option<bool>,
}

impl Encode for LaunchTemplateEnaSrdUdpSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enaSrdUdpEnabled>", &self.ena_srd_udp_enabled);
    }
}

/// `LaunchTemplateEnclaveOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateEnclaveOptions {
    pub enabled: Option<bool>,
}

impl Encode for LaunchTemplateEnclaveOptions {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enabled>", &self.enabled);
    }
}

/// `LaunchTemplateEnclaveOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateEnclaveOptionsRequest {
    pub enabled: Option<bool>,
}

impl Decode for LaunchTemplateEnclaveOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateEnclaveOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Enabled" => child.boolean(&mut out.enabled),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateHibernationOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateHibernationOptions {
    pub configured: Option<bool>,
}

impl Encode for LaunchTemplateHibernationOptions {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<configured>", &self.configured);
    }
}

/// `LaunchTemplateHibernationOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateHibernationOptionsRequest {
    pub configured: Option<bool>,
}

impl Decode for LaunchTemplateHibernationOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateHibernationOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Configured" => child.boolean(&mut out.configured),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateIamInstanceProfileSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateIamInstanceProfileSpecification {
    pub arn: Option<String>,
    pub name: Option<String>,
}

impl Encode for LaunchTemplateIamInstanceProfileSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<arn>", &self.arn);
        out.string("<name>", &self.name);
    }
}

/// `LaunchTemplateIamInstanceProfileSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateIamInstanceProfileSpecificationRequest {
    pub arn: Option<String>,
    pub name: Option<String>,
}

impl Decode for LaunchTemplateIamInstanceProfileSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateIamInstanceProfileSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Arn" => child.string(&mut out.arn),
                "Name" => child.string(&mut out.name),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateInstanceMaintenanceOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceMaintenanceOptions {
    pub auto_recovery: Option<String>,
}

impl Encode for LaunchTemplateInstanceMaintenanceOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<autoRecovery>", &self.auto_recovery);
    }
}

/// `LaunchTemplateInstanceMaintenanceOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceMaintenanceOptionsRequest {
    pub auto_recovery: Option<String>,
}

impl Decode for LaunchTemplateInstanceMaintenanceOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateInstanceMaintenanceOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AutoRecovery" => child.one_of(&mut out.auto_recovery, enums::LAUNCH_TEMPLATE_AUTO_RECOVERY_STATE),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateInstanceMarketOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceMarketOptions {
    pub market_type: Option<String>,
    pub spot_options: Option<LaunchTemplateSpotMarketOptions>,
}

impl Encode for LaunchTemplateInstanceMarketOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<marketType>", &self.market_type);
        out.structure("<spotOptions>", &self.spot_options);
    }
}

/// `LaunchTemplateInstanceMarketOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceMarketOptionsRequest {
    pub market_type: Option<String>,
    pub spot_options: Option<LaunchTemplateSpotMarketOptionsRequest>,
}

impl Decode for LaunchTemplateInstanceMarketOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateInstanceMarketOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "MarketType" => child.one_of(&mut out.market_type, enums::MARKET_TYPE),
                "SpotOptions" => child.structure(&mut out.spot_options),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateInstanceMetadataOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceMetadataOptions {
    pub state: Option<String>,
    pub http_tokens: Option<String>,
    pub http_put_response_hop_limit: Option<i64>,
    pub http_endpoint: Option<String>,
    pub http_protocol_ipv6: Option<String>,
    pub instance_metadata_tags: Option<String>,
}

impl Encode for LaunchTemplateInstanceMetadataOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
        out.string("<httpTokens>", &self.http_tokens);
        out.integer("<httpPutResponseHopLimit>", &self.http_put_response_hop_limit);
        out.string("<httpEndpoint>", &self.http_endpoint);
        out.string("<httpProtocolIpv6>", &self.http_protocol_ipv6);
        out.string("<instanceMetadataTags>", &self.instance_metadata_tags);
    }
}

/// `LaunchTemplateInstanceMetadataOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceMetadataOptionsRequest {
    pub http_tokens: Option<String>,
    pub http_put_response_hop_limit: Option<i64>,
    pub http_endpoint: Option<String>,
    pub http_protocol_ipv6: Option<String>,
    pub instance_metadata_tags: Option<String>,
}

impl Decode for LaunchTemplateInstanceMetadataOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateInstanceMetadataOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "HttpTokens" => child.one_of(&mut out.http_tokens, enums::LAUNCH_TEMPLATE_HTTP_TOKENS_STATE),
                "HttpPutResponseHopLimit" => child.integer(&mut out.http_put_response_hop_limit),
                "HttpEndpoint" => {
                    child.one_of(&mut out.http_endpoint, enums::LAUNCH_TEMPLATE_INSTANCE_METADATA_ENDPOINT_STATE)
                }
                "HttpProtocolIpv6" => {
                    child.one_of(&mut out.http_protocol_ipv6, enums::LAUNCH_TEMPLATE_INSTANCE_METADATA_PROTOCOL_IPV6)
                }
                "InstanceMetadataTags" => {
                    child.one_of(&mut out.instance_metadata_tags, enums::LAUNCH_TEMPLATE_INSTANCE_METADATA_TAGS_STATE)
                }
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateInstanceNetworkInterfaceSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceNetworkInterfaceSpecification {
    pub associate_carrier_ip_address: Option<bool>,
    pub associate_public_ip_address: Option<bool>,
    pub delete_on_termination: Option<bool>,
    pub description: Option<String>,
    pub device_index: Option<i64>,
    pub groups: Vec<String>,
    pub interface_type: Option<String>,
    pub ipv6_address_count: Option<i64>,
    pub ipv6_addresses: Vec<InstanceIpv6Address>,
    pub network_interface_id: Option<String>,
    pub private_ip_address: Option<String>,
    pub private_ip_addresses: Vec<PrivateIpAddressSpecification>,
    pub secondary_private_ip_address_count: Option<i64>,
    pub subnet_id: Option<String>,
    pub network_card_index: Option<i64>,
    pub ipv4_prefixes: Vec<Ipv4PrefixSpecificationResponse>,
    pub ipv4_prefix_count: Option<i64>,
    pub ipv6_prefixes: Vec<Ipv6PrefixSpecificationResponse>,
    pub ipv6_prefix_count: Option<i64>,
    pub primary_ipv6: Option<bool>,
    pub ena_srd_specification: Option<LaunchTemplateEnaSrdSpecification>,
    pub connection_tracking_specification: Option<ConnectionTrackingSpecification>,
    pub ena_queue_count: Option<i64>,
}

impl Encode for LaunchTemplateInstanceNetworkInterfaceSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<associateCarrierIpAddress>", &self.associate_carrier_ip_address);
        out.boolean("<associatePublicIpAddress>", &self.associate_public_ip_address);
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.string("<description>", &self.description);
        out.integer("<deviceIndex>", &self.device_index);
        if !self.groups.is_empty() {
            out.strings("<groupSet>", "<groupId>", &self.groups);
        }
        out.string("<interfaceType>", &self.interface_type);
        out.integer("<ipv6AddressCount>", &self.ipv6_address_count);
        if !self.ipv6_addresses.is_empty() {
            out.list("<ipv6AddressesSet>", "<item>", &self.ipv6_addresses);
        }
        out.string("<networkInterfaceId>", &self.network_interface_id);
        out.string("<privateIpAddress>", &self.private_ip_address);
        if !self.private_ip_addresses.is_empty() {
            out.list("<privateIpAddressesSet>", "<item>", &self.private_ip_addresses);
        }
        out.integer("<secondaryPrivateIpAddressCount>", &self.secondary_private_ip_address_count);
        out.string("<subnetId>", &self.subnet_id);
        out.integer("<networkCardIndex>", &self.network_card_index);
        if !self.ipv4_prefixes.is_empty() {
            out.list("<ipv4PrefixSet>", "<item>", &self.ipv4_prefixes);
        }
        out.integer("<ipv4PrefixCount>", &self.ipv4_prefix_count);
        if !self.ipv6_prefixes.is_empty() {
            out.list("<ipv6PrefixSet>", "<item>", &self.ipv6_prefixes);
        }
        out.integer("<ipv6PrefixCount>", &self.ipv6_prefix_count);
        out.boolean("<primaryIpv6>", &self.primary_ipv6);
        out.structure("<enaSrdSpecification>", &self.ena_srd_specification);
        out.structure("<connectionTrackingSpecification>", &self.connection_tracking_specification);
        out.integer("<enaQueueCount>", &self.ena_queue_count);
    }
}

/// `LaunchTemplateInstanceNetworkInterfaceSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceNetworkInterfaceSpecificationRequest {
    pub associate_carrier_ip_address: Option<bool>,
    pub associate_public_ip_address: Option<bool>,
    pub delete_on_termination: Option<bool>,
    pub description: Option<String>,
    pub device_index: Option<i64>,
    pub groups: Vec<String>,
    pub interface_type: Option<String>,
    pub ipv6_address_count: Option<i64>,
    pub ipv6_addresses: Vec<InstanceIpv6AddressRequest>,
    pub network_interface_id: Option<String>,
    pub private_ip_address: Option<String>,
    pub private_ip_addresses: Vec<PrivateIpAddressSpecification>,
    pub secondary_private_ip_address_count: Option<i64>,
    pub subnet_id: Option<String>,
    pub network_card_index: Option<i64>,
    pub ipv4_prefixes: Vec<Ipv4PrefixSpecificationRequest>,
    pub ipv4_prefix_count: Option<i64>,
    pub ipv6_prefixes: Vec<Ipv6PrefixSpecificationRequest>,
    pub ipv6_prefix_count: Option<i64>,
    pub primary_ipv6: Option<bool>,
    pub ena_srd_specification: Option<EnaSrdSpecificationRequest>,
    pub connection_tracking_specification: Option<ConnectionTrackingSpecificationRequest>,
    pub ena_queue_count: Option<i64>,
}

impl Decode for LaunchTemplateInstanceNetworkInterfaceSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateInstanceNetworkInterfaceSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AssociateCarrierIpAddress" => child.boolean(&mut out.associate_carrier_ip_address),
                "AssociatePublicIpAddress" => child.boolean(&mut out.associate_public_ip_address),
                "DeleteOnTermination" => child.boolean(&mut out.delete_on_termination),
                "Description" => child.string(&mut out.description),
                "DeviceIndex" => child.integer(&mut out.device_index),
                "SecurityGroupId" => child.strings(&mut out.groups),
                "InterfaceType" => child.string(&mut out.interface_type),
                "Ipv6AddressCount" => child.integer(&mut out.ipv6_address_count),
                "Ipv6Addresses" => child.list(&mut out.ipv6_addresses),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "PrivateIpAddress" => child.string(&mut out.private_ip_address),
                "PrivateIpAddresses" => child.list(&mut out.private_ip_addresses),
                "SecondaryPrivateIpAddressCount" => child.integer(&mut out.secondary_private_ip_address_count),
                "SubnetId" => child.string(&mut out.subnet_id),
                "NetworkCardIndex" => child.integer(&mut out.network_card_index),
                "Ipv4Prefix" => child.list(&mut out.ipv4_prefixes),
                "Ipv4PrefixCount" => child.integer(&mut out.ipv4_prefix_count),
                "Ipv6Prefix" => child.list(&mut out.ipv6_prefixes),
                "Ipv6PrefixCount" => child.integer(&mut out.ipv6_prefix_count),
                "PrimaryIpv6" => child.boolean(&mut out.primary_ipv6),
                "EnaSrdSpecification" => child.structure(&mut out.ena_srd_specification),
                "ConnectionTrackingSpecification" => child.structure(&mut out.connection_tracking_specification),
                "EnaQueueCount" => child.integer(&mut out.ena_queue_count),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateInstanceSecondaryInterfaceSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceSecondaryInterfaceSpecification {
    pub delete_on_termination: Option<bool>,
    pub device_index: Option<i64>,
    pub private_ip_addresses: Vec<SecondaryInterfacePrivateIpAddressSpecification>,
    pub private_ip_address_count: Option<i64>,
    pub secondary_subnet_id: Option<String>,
    pub interface_type: Option<String>,
    pub network_card_index: Option<i64>,
}

impl Encode for LaunchTemplateInstanceSecondaryInterfaceSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.integer("<deviceIndex>", &self.device_index);
        out.list("<privateIpAddressesSet>", "<item>", &self.private_ip_addresses);
        out.integer("<privateIpAddressCount>", &self.private_ip_address_count);
        out.string("<secondarySubnetId>", &self.secondary_subnet_id);
        out.string("<interfaceType>", &self.interface_type);
        out.integer("<networkCardIndex>", &self.network_card_index);
    }
}

/// `LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest {
    pub delete_on_termination: Option<bool>,
    pub device_index: Option<i64>,
    pub private_ip_addresses: Vec<SecondaryInterfacePrivateIpAddressSpecificationRequest>,
    pub private_ip_address_count: Option<i64>,
    pub secondary_subnet_id: Option<String>,
    pub interface_type: Option<String>,
    pub network_card_index: Option<i64>,
}

impl Decode for LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateInstanceSecondaryInterfaceSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DeleteOnTermination" => child.boolean(&mut out.delete_on_termination),
                "DeviceIndex" => child.integer(&mut out.device_index),
                "PrivateIpAddress" => child.list(&mut out.private_ip_addresses),
                "PrivateIpAddressCount" => child.integer(&mut out.private_ip_address_count),
                "SecondarySubnetId" => child.string(&mut out.secondary_subnet_id),
                "InterfaceType" => child.one_of(&mut out.interface_type, enums::SECONDARY_INTERFACE_TYPE),
                "NetworkCardIndex" => child.integer(&mut out.network_card_index),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateLicenseConfiguration` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateLicenseConfiguration {
    pub license_configuration_arn: Option<String>,
}

impl Encode for LaunchTemplateLicenseConfiguration {
    fn encode(&self, out: &mut Xml) {
        out.string("<licenseConfigurationArn>", &self.license_configuration_arn);
    }
}

/// `LaunchTemplateLicenseConfigurationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateLicenseConfigurationRequest {
    pub license_configuration_arn: Option<String>,
}

impl Decode for LaunchTemplateLicenseConfigurationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateLicenseConfigurationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "LicenseConfigurationArn" => child.string(&mut out.license_configuration_arn),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateNetworkPerformanceOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateNetworkPerformanceOptions {
    pub bandwidth_weighting: Option<String>,
}

impl Encode for LaunchTemplateNetworkPerformanceOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<bandwidthWeighting>", &self.bandwidth_weighting);
    }
}

/// `LaunchTemplateNetworkPerformanceOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateNetworkPerformanceOptionsRequest {
    pub bandwidth_weighting: Option<String>,
}

impl Decode for LaunchTemplateNetworkPerformanceOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateNetworkPerformanceOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "BandwidthWeighting" => child.one_of(&mut out.bandwidth_weighting, enums::INSTANCE_BANDWIDTH_WEIGHTING),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateOverrides` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateOverrides {
    pub instance_type: Option<String>,
    pub spot_price: Option<String>,
    pub subnet_id: Option<String>,
    pub availability_zone: Option<String>,
    pub weighted_capacity: Option<f64>,
    pub priority: Option<f64>,
    pub instance_requirements: Option<InstanceRequirements>,
    pub availability_zone_id: Option<String>,
}

impl Encode for LaunchTemplateOverrides {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceType>", &self.instance_type);
        out.string("<spotPrice>", &self.spot_price);
        out.string("<subnetId>", &self.subnet_id);
        out.string("<availabilityZone>", &self.availability_zone);
        out.double("<weightedCapacity>", &self.weighted_capacity);
        out.double("<priority>", &self.priority);
        out.structure("<instanceRequirements>", &self.instance_requirements);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
    }
}

/// `LaunchTemplatePlacement` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplatePlacement {
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
    pub affinity: Option<String>,
    pub group_name: Option<String>,
    pub host_id: Option<String>,
    pub tenancy: Option<String>,
    pub spread_domain: Option<String>,
    pub host_resource_group_arn: Option<String>,
    pub partition_number: Option<i64>,
    pub group_id: Option<String>,
}

impl Encode for LaunchTemplatePlacement {
    fn encode(&self, out: &mut Xml) {
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.string("<affinity>", &self.affinity);
        out.string("<groupName>", &self.group_name);
        out.string("<hostId>", &self.host_id);
        out.string("<tenancy>", &self.tenancy);
        out.string("<spreadDomain>", &self.spread_domain);
        out.string("<hostResourceGroupArn>", &self.host_resource_group_arn);
        out.integer("<partitionNumber>", &self.partition_number);
        out.string("<groupId>", &self.group_id);
    }
}

/// `LaunchTemplatePlacementRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplatePlacementRequest {
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
    pub affinity: Option<String>,
    pub group_name: Option<String>,
    pub host_id: Option<String>,
    pub tenancy: Option<String>,
    pub spread_domain: Option<String>,
    pub host_resource_group_arn: Option<String>,
    pub partition_number: Option<i64>,
    pub group_id: Option<String>,
}

impl Decode for LaunchTemplatePlacementRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplatePlacementRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AvailabilityZone" => child.string(&mut out.availability_zone),
                "AvailabilityZoneId" => child.string(&mut out.availability_zone_id),
                "Affinity" => child.string(&mut out.affinity),
                "GroupName" => child.string(&mut out.group_name),
                "HostId" => child.string(&mut out.host_id),
                "Tenancy" => child.one_of(&mut out.tenancy, enums::TENANCY),
                "SpreadDomain" => child.string(&mut out.spread_domain),
                "HostResourceGroupArn" => child.string(&mut out.host_resource_group_arn),
                "PartitionNumber" => child.integer(&mut out.partition_number),
                "GroupId" => child.string(&mut out.group_id),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplatePrivateDnsNameOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplatePrivateDnsNameOptions {
    pub hostname_type: Option<String>,
    pub enable_resource_name_dns_a_record: Option<bool>,
    pub enable_resource_name_dns_aaaa_record: Option<bool>,
}

impl Encode for LaunchTemplatePrivateDnsNameOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<hostnameType>", &self.hostname_type);
        out.boolean("<enableResourceNameDnsARecord>", &self.enable_resource_name_dns_a_record);
        out.boolean("<enableResourceNameDnsAAAARecord>", &self.enable_resource_name_dns_aaaa_record);
    }
}

/// `LaunchTemplatePrivateDnsNameOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplatePrivateDnsNameOptionsRequest {
    pub hostname_type: Option<String>,
    pub enable_resource_name_dns_a_record: Option<bool>,
    pub enable_resource_name_dns_aaaa_record: Option<bool>,
}

impl Decode for LaunchTemplatePrivateDnsNameOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplatePrivateDnsNameOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "HostnameType" => child.one_of(&mut out.hostname_type, enums::HOSTNAME_TYPE),
                "EnableResourceNameDnsARecord" => child.boolean(&mut out.enable_resource_name_dns_a_record),
                "EnableResourceNameDnsAAAARecord" => child.boolean(&mut out.enable_resource_name_dns_aaaa_record),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateSpecification {
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub version: Option<String>,
}

impl Decode for LaunchTemplateSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "LaunchTemplateId" => child.string(&mut out.launch_template_id),
                "LaunchTemplateName" => child.string(&mut out.launch_template_name),
                "Version" => child.string(&mut out.version),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateSpotMarketOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateSpotMarketOptions {
    pub max_price: Option<String>,
    pub spot_instance_type: Option<String>,
    pub block_duration_minutes: Option<i64>,
    pub valid_until: Option<Timestamp>,
    pub instance_interruption_behavior: Option<String>,
}

impl Encode for LaunchTemplateSpotMarketOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<maxPrice>", &self.max_price);
        out.string("<spotInstanceType>", &self.spot_instance_type);
        out.integer("<blockDurationMinutes>", &self.block_duration_minutes);
        out.timestamp("<validUntil>", &self.valid_until);
        out.string("<instanceInterruptionBehavior>", &self.instance_interruption_behavior);
    }
}

/// `LaunchTemplateSpotMarketOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateSpotMarketOptionsRequest {
    pub max_price: Option<String>,
    pub spot_instance_type: Option<String>,
    pub block_duration_minutes: Option<i64>,
    pub valid_until: Option<Timestamp>,
    pub instance_interruption_behavior: Option<String>,
}

impl Decode for LaunchTemplateSpotMarketOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateSpotMarketOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "MaxPrice" => child.string(&mut out.max_price),
                "SpotInstanceType" => child.one_of(&mut out.spot_instance_type, enums::SPOT_INSTANCE_TYPE),
                "BlockDurationMinutes" => child.integer(&mut out.block_duration_minutes),
                "ValidUntil" => child.timestamp(&mut out.valid_until),
                "InstanceInterruptionBehavior" => {
                    child.one_of(&mut out.instance_interruption_behavior, enums::INSTANCE_INTERRUPTION_BEHAVIOR)
                }
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateTagSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateTagSpecification {
    pub resource_type: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for LaunchTemplateTagSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<resourceType>", &self.resource_type);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `LaunchTemplateTagSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateTagSpecificationRequest {
    pub resource_type: Option<String>,
    pub tags: Vec<Tag>,
}

impl Decode for LaunchTemplateTagSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplateTagSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ResourceType" => child.string(&mut out.resource_type),
                "Tag" => child.list(&mut out.tags),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LaunchTemplateVersion` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplateVersion {
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub version_number: Option<i64>,
    pub version_description: Option<String>,
    pub create_time: Option<Timestamp>,
    pub created_by: Option<String>,
    pub default_version: Option<bool>,
    pub launch_template_data: Option<ResponseLaunchTemplateData>,
    pub operator: Option<OperatorResponse>,
}

impl Encode for LaunchTemplateVersion {
    fn encode(&self, out: &mut Xml) {
        out.string("<launchTemplateId>", &self.launch_template_id);
        out.string("<launchTemplateName>", &self.launch_template_name);
        out.integer("<versionNumber>", &self.version_number);
        out.string("<versionDescription>", &self.version_description);
        out.timestamp("<createTime>", &self.create_time);
        out.string("<createdBy>", &self.created_by);
        out.boolean("<defaultVersion>", &self.default_version);
        out.structure("<launchTemplateData>", &self.launch_template_data);
        out.structure("<operator>", &self.operator);
    }
}

/// `LaunchTemplatesMonitoring` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplatesMonitoring {
    pub enabled: Option<bool>,
}

impl Encode for LaunchTemplatesMonitoring {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enabled>", &self.enabled);
    }
}

/// `LaunchTemplatesMonitoringRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaunchTemplatesMonitoringRequest {
    pub enabled: Option<bool>,
}

impl Decode for LaunchTemplatesMonitoringRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LaunchTemplatesMonitoringRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Enabled" => child.boolean(&mut out.enabled),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `LicenseConfiguration` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LicenseConfiguration {
    pub license_configuration_arn: Option<String>,
}

impl Encode for LicenseConfiguration {
    fn encode(&self, out: &mut Xml) {
        out.string("<licenseConfigurationArn>", &self.license_configuration_arn);
    }
}

/// `LicenseConfigurationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LicenseConfigurationRequest {
    pub license_configuration_arn: Option<String>,
}

impl Decode for LicenseConfigurationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LicenseConfigurationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "LicenseConfigurationArn" => child.string(&mut out.license_configuration_arn),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `ListImagesInRecycleBin` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImagesInRecycleBinRequest {
    pub image_ids: Vec<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
}

impl Decode for ListImagesInRecycleBinRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ListImagesInRecycleBinRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.strings(&mut out.image_ids),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `ListImagesInRecycleBin` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListImagesInRecycleBinResult {
    pub images: Vec<ImageRecycleBinInfo>,
    pub next_token: Option<String>,
}

impl Encode for ListImagesInRecycleBinResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<imageSet>", "<item>", &self.images);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `ListSnapshotsInRecycleBin` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSnapshotsInRecycleBinRequest {
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub snapshot_ids: Vec<String>,
    pub dry_run: Option<bool>,
}

impl Decode for ListSnapshotsInRecycleBinRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ListSnapshotsInRecycleBinRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "SnapshotId" => child.strings(&mut out.snapshot_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `ListSnapshotsInRecycleBin` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSnapshotsInRecycleBinResult {
    pub snapshots: Vec<SnapshotRecycleBinInfo>,
    pub next_token: Option<String>,
}

impl Encode for ListSnapshotsInRecycleBinResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<snapshotSet>", "<item>", &self.snapshots);
        out.string("<nextToken>", &self.next_token);
    }
}

/// `LoadBalancersConfig` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadBalancersConfig {
    pub classic_load_balancers_config: Option<ClassicLoadBalancersConfig>,
    pub target_groups_config: Option<TargetGroupsConfig>,
}

impl Encode for LoadBalancersConfig {
    fn encode(&self, out: &mut Xml) {
        out.structure("<classicLoadBalancersConfig>", &self.classic_load_balancers_config);
        out.structure("<targetGroupsConfig>", &self.target_groups_config);
    }
}

/// What `LockSnapshot` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LockSnapshotRequest {
    pub snapshot_id: Option<String>,
    pub dry_run: Option<bool>,
    pub lock_mode: Option<String>,
    pub cool_off_period: Option<i64>,
    pub lock_duration: Option<i64>,
    pub expiration_date: Option<Timestamp>,
}

impl Decode for LockSnapshotRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = LockSnapshotRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                "LockMode" => child.one_of(&mut out.lock_mode, enums::LOCK_MODE),
                "CoolOffPeriod" => child.integer(&mut out.cool_off_period),
                "LockDuration" => child.integer(&mut out.lock_duration),
                "ExpirationDate" => child.timestamp(&mut out.expiration_date),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.snapshot_id.is_some(), "SnapshotId")?;
        node.require(out.lock_mode.is_some(), "LockMode")?;
        Ok(out)
    }
}

/// What `LockSnapshot` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LockSnapshotResult {
    pub snapshot_id: Option<String>,
    pub lock_state: Option<String>,
    pub lock_duration: Option<i64>,
    pub cool_off_period: Option<i64>,
    pub cool_off_period_expires_on: Option<Timestamp>,
    pub lock_created_on: Option<Timestamp>,
    pub lock_expires_on: Option<Timestamp>,
    pub lock_duration_start_time: Option<Timestamp>,
}

impl Encode for LockSnapshotResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<lockState>", &self.lock_state);
        out.integer("<lockDuration>", &self.lock_duration);
        out.integer("<coolOffPeriod>", &self.cool_off_period);
        out.timestamp_millis("<coolOffPeriodExpiresOn>", &self.cool_off_period_expires_on);
        out.timestamp_millis("<lockCreatedOn>", &self.lock_created_on);
        out.timestamp_millis("<lockExpiresOn>", &self.lock_expires_on);
        out.timestamp_millis("<lockDurationStartTime>", &self.lock_duration_start_time);
    }
}

/// `LockedSnapshotsInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LockedSnapshotsInfo {
    pub owner_id: Option<String>,
    pub snapshot_id: Option<String>,
    pub lock_state: Option<String>,
    pub lock_duration: Option<i64>,
    pub cool_off_period: Option<i64>,
    pub cool_off_period_expires_on: Option<Timestamp>,
    pub lock_created_on: Option<Timestamp>,
    pub lock_duration_start_time: Option<Timestamp>,
    pub lock_expires_on: Option<Timestamp>,
}

impl Encode for LockedSnapshotsInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<ownerId>", &self.owner_id);
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<lockState>", &self.lock_state);
        out.integer("<lockDuration>", &self.lock_duration);
        out.integer("<coolOffPeriod>", &self.cool_off_period);
        out.timestamp_millis("<coolOffPeriodExpiresOn>", &self.cool_off_period_expires_on);
        out.timestamp_millis("<lockCreatedOn>", &self.lock_created_on);
        out.timestamp_millis("<lockDurationStartTime>", &self.lock_duration_start_time);
        out.timestamp_millis("<lockExpiresOn>", &self.lock_expires_on);
    }
}
