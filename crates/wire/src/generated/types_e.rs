// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `EbsBlockDevice` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EbsBlockDevice {
    pub delete_on_termination: Option<bool>,
    pub iops: Option<i64>,
    pub snapshot_id: Option<String>,
    pub volume_size: Option<i64>,
    pub volume_type: Option<String>,
    pub kms_key_id: Option<String>,
    pub throughput: Option<i64>,
    pub outpost_arn: Option<String>,
    pub availability_zone: Option<String>,
    pub encrypted: Option<bool>,
    pub volume_initialization_rate: Option<i64>,
    pub availability_zone_id: Option<String>,
    pub ebs_card_index: Option<i64>,
}

impl Decode for EbsBlockDevice {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EbsBlockDevice::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DeleteOnTermination" => child.boolean(&mut out.delete_on_termination),
                "Iops" => child.integer(&mut out.iops),
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "VolumeSize" => child.integer(&mut out.volume_size),
                "VolumeType" => child.string(&mut out.volume_type),
                "KmsKeyId" => child.string(&mut out.kms_key_id),
                "Throughput" => child.integer(&mut out.throughput),
                "OutpostArn" => child.string(&mut out.outpost_arn),
                "AvailabilityZone" => child.string(&mut out.availability_zone),
                "Encrypted" => child.boolean(&mut out.encrypted),
                "VolumeInitializationRate" => child.integer(&mut out.volume_initialization_rate),
                "AvailabilityZoneId" => child.string(&mut out.availability_zone_id),
                "EbsCardIndex" => child.integer(&mut out.ebs_card_index),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for EbsBlockDevice {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.integer("<iops>", &self.iops);
        out.string("<snapshotId>", &self.snapshot_id);
        out.integer("<volumeSize>", &self.volume_size);
        out.string("<volumeType>", &self.volume_type);
        out.string("<kmsKeyId>", &self.kms_key_id);
        out.integer("<throughput>", &self.throughput);
        out.string("<outpostArn>", &self.outpost_arn);
        out.string("<availabilityZone>", &self.availability_zone);
        out.boolean("<encrypted>", &self.encrypted);
        out.integer("<VolumeInitializationRate>", &self.volume_initialization_rate);
        out.string("<AvailabilityZoneId>", &self.availability_zone_id);
        out.integer("<EbsCardIndex>", &self.ebs_card_index);
    }
}

/// `EbsBlockDeviceResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EbsBlockDeviceResponse {
    pub encrypted: Option<bool>,
    pub delete_on_termination: Option<bool>,
    pub iops: Option<i64>,
    pub throughput: Option<i64>,
    pub kms_key_id: Option<String>,
    pub snapshot_id: Option<String>,
    pub volume_size: Option<i64>,
    pub volume_type: Option<String>,
}

impl Encode for EbsBlockDeviceResponse {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<encrypted>", &self.encrypted);
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.integer("<iops>", &self.iops);
        out.integer("<throughput>", &self.throughput);
        out.string("<kmsKeyId>", &self.kms_key_id);
        out.string("<snapshotId>", &self.snapshot_id);
        out.integer("<volumeSize>", &self.volume_size);
        out.string("<volumeType>", &self.volume_type);
    }
}

/// `EbsCardInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EbsCardInfo {
    pub ebs_card_index: Option<i64>,
    pub baseline_bandwidth_in_mbps: Option<i64>,
    pub baseline_throughput_in_mbps: Option<f64>,
    pub baseline_iops: Option<i64>,
    pub maximum_bandwidth_in_mbps: Option<i64>,
    pub maximum_throughput_in_mbps: Option<f64>,
    pub maximum_iops: Option<i64>,
}

impl Encode for EbsCardInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<ebsCardIndex>", &self.ebs_card_index);
        out.integer("<baselineBandwidthInMbps>", &self.baseline_bandwidth_in_mbps);
        out.double("<baselineThroughputInMBps>", &self.baseline_throughput_in_mbps);
        out.integer("<baselineIops>", &self.baseline_iops);
        out.integer("<maximumBandwidthInMbps>", &self.maximum_bandwidth_in_mbps);
        out.double("<maximumThroughputInMBps>", &self.maximum_throughput_in_mbps);
        out.integer("<maximumIops>", &self.maximum_iops);
    }
}

/// `EbsInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EbsInfo {
    pub ebs_optimized_support: Option<String>,
    pub encryption_support: Option<String>,
    pub ebs_optimized_info: Option<EbsOptimizedInfo>,
    pub nvme_support: Option<String>,
    pub maximum_ebs_attachments: Option<i64>,
    pub attachment_limit_type: Option<String>,
    pub maximum_ebs_cards: Option<i64>,
    pub ebs_cards: Vec<EbsCardInfo>,
}

impl Encode for EbsInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<ebsOptimizedSupport>", &self.ebs_optimized_support);
        out.string("<encryptionSupport>", &self.encryption_support);
        out.structure("<ebsOptimizedInfo>", &self.ebs_optimized_info);
        out.string("<nvmeSupport>", &self.nvme_support);
        out.integer("<maximumEbsAttachments>", &self.maximum_ebs_attachments);
        out.string("<attachmentLimitType>", &self.attachment_limit_type);
        out.integer("<maximumEbsCards>", &self.maximum_ebs_cards);
        if !self.ebs_cards.is_empty() {
            out.list("<ebsCardSet>", "<item>", &self.ebs_cards);
        }
    }
}

/// `EbsInstanceBlockDevice` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EbsInstanceBlockDevice {
    pub attach_time: Option<Timestamp>,
    pub delete_on_termination: Option<bool>,
    pub status: Option<String>,
    pub volume_id: Option<String>,
    pub associated_resource: Option<String>,
    pub volume_owner_id: Option<String>,
    pub operator: Option<OperatorResponse>,
    pub ebs_card_index: Option<i64>,
}

impl Encode for EbsInstanceBlockDevice {
    fn encode(&self, out: &mut Xml) {
        out.timestamp("<attachTime>", &self.attach_time);
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.string("<status>", &self.status);
        out.string("<volumeId>", &self.volume_id);
        out.string("<associatedResource>", &self.associated_resource);
        out.string("<volumeOwnerId>", &self.volume_owner_id);
        out.structure("<operator>", &self.operator);
        out.integer("<ebsCardIndex>", &self.ebs_card_index);
    }
}

/// `EbsInstanceBlockDeviceSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EbsInstanceBlockDeviceSpecification {
    pub volume_id: Option<String>,
    pub delete_on_termination: Option<bool>,
}

impl Decode for EbsInstanceBlockDeviceSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EbsInstanceBlockDeviceSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "VolumeId" => child.string(&mut out.volume_id),
                "DeleteOnTermination" => child.boolean(&mut out.delete_on_termination),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `EbsOptimizedInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EbsOptimizedInfo {
    pub baseline_bandwidth_in_mbps: Option<i64>,
    pub baseline_throughput_in_mbps: Option<f64>,
    pub baseline_iops: Option<i64>,
    pub maximum_bandwidth_in_mbps: Option<i64>,
    pub maximum_throughput_in_mbps: Option<f64>,
    pub maximum_iops: Option<i64>,
}

impl Encode for EbsOptimizedInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<baselineBandwidthInMbps>", &self.baseline_bandwidth_in_mbps);
        out.double("<baselineThroughputInMBps>", &self.baseline_throughput_in_mbps);
        out.integer("<baselineIops>", &self.baseline_iops);
        out.integer("<maximumBandwidthInMbps>", &self.maximum_bandwidth_in_mbps);
        out.double("<maximumThroughputInMBps>", &self.maximum_throughput_in_mbps);
        out.integer("<maximumIops>", &self.maximum_iops);
    }
}

/// `EbsStatusDetails` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EbsStatusDetails {
    pub impaired_since: Option<Timestamp>,
    pub name: Option<String>,
    pub status: Option<String>,
}

impl Encode for EbsStatusDetails {
    fn encode(&self, out: &mut Xml) {
        out.timestamp_millis("<impairedSince>", &self.impaired_since);
        out.string("<name>", &self.name);
        out.string("<status>", &self.status);
    }
}

/// `EbsStatusSummary` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EbsStatusSummary {
    pub details: Vec<EbsStatusDetails>,
    pub status: Option<String>,
}

impl Encode for EbsStatusSummary {
    fn encode(&self, out: &mut Xml) {
        out.list("<details>", "<item>", &self.details);
        out.string("<status>", &self.status);
    }
}

/// `Ec2InstanceConnectEndpoint` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ec2InstanceConnectEndpoint {
    pub owner_id: Option<String>,
    pub instance_connect_endpoint_id: Option<String>,
    pub instance_connect_endpoint_arn: Option<String>,
    pub state: Option<String>,
    pub state_message: Option<String>,
    pub dns_name: Option<String>,
    pub fips_dns_name: Option<String>,
    pub network_interface_ids: Vec<String>,
    pub vpc_id: Option<String>,
    pub availability_zone: Option<String>,
    pub created_at: Option<Timestamp>,
    pub subnet_id: Option<String>,
    pub preserve_client_ip: Option<bool>,
    pub security_group_ids: Vec<String>,
    pub tags: Vec<Tag>,
    pub ip_address_type: Option<String>,
    pub public_dns_names: Option<InstanceConnectEndpointPublicDnsNames>,
    pub availability_zone_id: Option<String>,
}

impl Encode for Ec2InstanceConnectEndpoint {
    fn encode(&self, out: &mut Xml) {
        out.string("<ownerId>", &self.owner_id);
        out.string("<instanceConnectEndpointId>", &self.instance_connect_endpoint_id);
        out.string("<instanceConnectEndpointArn>", &self.instance_connect_endpoint_arn);
        out.string("<state>", &self.state);
        out.string("<stateMessage>", &self.state_message);
        out.string("<dnsName>", &self.dns_name);
        out.string("<fipsDnsName>", &self.fips_dns_name);
        out.strings("<networkInterfaceIdSet>", "<item>", &self.network_interface_ids);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<availabilityZone>", &self.availability_zone);
        out.timestamp_millis("<createdAt>", &self.created_at);
        out.string("<subnetId>", &self.subnet_id);
        out.boolean("<preserveClientIp>", &self.preserve_client_ip);
        out.strings("<securityGroupIdSet>", "<item>", &self.security_group_ids);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<ipAddressType>", &self.ip_address_type);
        out.structure("<publicDnsNames>", &self.public_dns_names);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
    }
}

/// `EfaInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EfaInfo {
    pub maximum_efa_interfaces: Option<i64>,
}

impl Encode for EfaInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<maximumEfaInterfaces>", &self.maximum_efa_interfaces);
    }
}

/// `EgressOnlyInternetGateway` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EgressOnlyInternetGateway {
    pub attachments: Vec<InternetGatewayAttachment>,
    pub egress_only_internet_gateway_id: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for EgressOnlyInternetGateway {
    fn encode(&self, out: &mut Xml) {
        out.list("<attachmentSet>", "<item>", &self.attachments);
        out.string("<egressOnlyInternetGatewayId>", &self.egress_only_internet_gateway_id);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `ElasticGpuAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticGpuAssociation {
    pub elastic_gpu_id: Option<String>,
    pub elastic_gpu_association_id: Option<String>,
    pub elastic_gpu_association_state: Option<String>,
    pub elastic_gpu_association_time: Option<String>,
}

impl Encode for ElasticGpuAssociation {
    fn encode(&self, out: &mut Xml) {
        out.string("<elasticGpuId>", &self.elastic_gpu_id);
        out.string("<elasticGpuAssociationId>", &self.elastic_gpu_association_id);
        out.string("<elasticGpuAssociationState>", &self.elastic_gpu_association_state);
        out.string("<elasticGpuAssociationTime>", &self.elastic_gpu_association_time);
    }
}

/// `ElasticGpuSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticGpuSpecification {
    pub type_: Option<String>,
}

impl Decode for ElasticGpuSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ElasticGpuSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Type" => child.string(&mut out.type_),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.type_.is_some(), "Type")?;
        Ok(out)
    }
}

/// `ElasticGpuSpecificationResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticGpuSpecificationResponse {
    pub type_: Option<String>,
}

impl Encode for ElasticGpuSpecificationResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<type>", &self.type_);
    }
}

/// `ElasticInferenceAccelerator` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticInferenceAccelerator {
    pub type_: Option<String>,
    pub count: Option<i64>,
}

impl Decode for ElasticInferenceAccelerator {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ElasticInferenceAccelerator::default();
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

/// `ElasticInferenceAcceleratorAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ElasticInferenceAcceleratorAssociation {
    pub elastic_inference_accelerator_arn: Option<String>,
    pub elastic_inference_accelerator_association_id: Option<String>,
    pub elastic_inference_accelerator_association_state: Option<String>,
    pub elastic_inference_accelerator_association_time: Option<Timestamp>,
}

impl Encode for ElasticInferenceAcceleratorAssociation {
    fn encode(&self, out: &mut Xml) {
        out.string("<elasticInferenceAcceleratorArn>", &self.elastic_inference_accelerator_arn);
        out.string("<elasticInferenceAcceleratorAssociationId>", &self.elastic_inference_accelerator_association_id);
        out.string(
            "<elasticInferenceAcceleratorAssociationState>",
            &self.elastic_inference_accelerator_association_state,
        );
        out.timestamp(
            "<elasticInferenceAcceleratorAssociationTime>",
            &self.elastic_inference_accelerator_association_time,
        );
    }
}

/// `EnaSrdSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnaSrdSpecification {
    pub ena_srd_enabled: Option<bool>,
    pub ena_srd_udp_specification: Option<EnaSrdUdpSpecification>,
}

impl Decode for EnaSrdSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnaSrdSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "EnaSrdEnabled" => child.boolean(&mut out.ena_srd_enabled),
                "EnaSrdUdpSpecification" => child.structure(&mut out.ena_srd_udp_specification),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `EnaSrdSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnaSrdSpecificationRequest {
    pub ena_srd_enabled: Option<bool>,
    pub ena_srd_udp_specification: Option<EnaSrdUdpSpecificationRequest>,
}

impl Decode for EnaSrdSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnaSrdSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "EnaSrdEnabled" => child.boolean(&mut out.ena_srd_enabled),
                "EnaSrdUdpSpecification" => child.structure(&mut out.ena_srd_udp_specification),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for EnaSrdSpecificationRequest {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<EnaSrdEnabled>", &self.ena_srd_enabled);
        out.structure("<EnaSrdUdpSpecification>", &self.ena_srd_udp_specification);
    }
}

/// `EnaSrdUdpSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnaSrdUdpSpecification {
    pub ena_srd_udp_enabled: Option<bool>,
}

impl Decode for EnaSrdUdpSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnaSrdUdpSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "EnaSrdUdpEnabled" => child.boolean(&mut out.ena_srd_udp_enabled),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `EnaSrdUdpSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnaSrdUdpSpecificationRequest {
    pub ena_srd_udp_enabled: Option<bool>,
}

impl Decode for EnaSrdUdpSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnaSrdUdpSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "EnaSrdUdpEnabled" => child.boolean(&mut out.ena_srd_udp_enabled),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for EnaSrdUdpSpecificationRequest {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<EnaSrdUdpEnabled>", &self.ena_srd_udp_enabled);
    }
}

/// What `EnableAllowedImagesSettings` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableAllowedImagesSettingsRequest {
    pub allowed_images_settings_state: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for EnableAllowedImagesSettingsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnableAllowedImagesSettingsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AllowedImagesSettingsState" => {
                    child.one_of(&mut out.allowed_images_settings_state, enums::ALLOWED_IMAGES_SETTINGS_ENABLED_STATE)
                }
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.allowed_images_settings_state.is_some(), "AllowedImagesSettingsState")?;
        Ok(out)
    }
}

/// What `EnableAllowedImagesSettings` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableAllowedImagesSettingsResult {
    pub allowed_images_settings_state: Option<String>,
}

impl Encode for EnableAllowedImagesSettingsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<allowedImagesSettingsState>", &self.allowed_images_settings_state);
    }
}

/// What `EnableEbsEncryptionByDefault` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableEbsEncryptionByDefaultRequest {
    pub dry_run: Option<bool>,
}

impl Decode for EnableEbsEncryptionByDefaultRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnableEbsEncryptionByDefaultRequest::default();
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

/// What `EnableEbsEncryptionByDefault` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableEbsEncryptionByDefaultResult {
    pub ebs_encryption_by_default: Option<bool>,
}

impl Encode for EnableEbsEncryptionByDefaultResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<ebsEncryptionByDefault>", &self.ebs_encryption_by_default);
    }
}

/// What `EnableImageBlockPublicAccess` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableImageBlockPublicAccessRequest {
    pub image_block_public_access_state: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for EnableImageBlockPublicAccessRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnableImageBlockPublicAccessRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageBlockPublicAccessState" => child
                    .one_of(&mut out.image_block_public_access_state, enums::IMAGE_BLOCK_PUBLIC_ACCESS_ENABLED_STATE),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.image_block_public_access_state.is_some(), "ImageBlockPublicAccessState")?;
        Ok(out)
    }
}

/// What `EnableImageBlockPublicAccess` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableImageBlockPublicAccessResult {
    pub image_block_public_access_state: Option<String>,
}

impl Encode for EnableImageBlockPublicAccessResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageBlockPublicAccessState>", &self.image_block_public_access_state);
    }
}

/// What `EnableImageDeprecation` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableImageDeprecationRequest {
    pub image_id: Option<String>,
    pub deprecate_at: Option<Timestamp>,
    pub dry_run: Option<bool>,
}

impl Decode for EnableImageDeprecationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnableImageDeprecationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.string(&mut out.image_id),
                "DeprecateAt" => child.timestamp(&mut out.deprecate_at),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.image_id.is_some(), "ImageId")?;
        node.require(out.deprecate_at.is_some(), "DeprecateAt")?;
        Ok(out)
    }
}

/// What `EnableImageDeprecation` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableImageDeprecationResult {
    pub return_: Option<bool>,
}

impl Encode for EnableImageDeprecationResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `EnableImageDeregistrationProtection` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableImageDeregistrationProtectionRequest {
    pub image_id: Option<String>,
    pub with_cooldown: Option<bool>,
    pub dry_run: Option<bool>,
}

impl Decode for EnableImageDeregistrationProtectionRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnableImageDeregistrationProtectionRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.string(&mut out.image_id),
                "WithCooldown" => child.boolean(&mut out.with_cooldown),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.image_id.is_some(), "ImageId")?;
        Ok(out)
    }
}

/// What `EnableImageDeregistrationProtection` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableImageDeregistrationProtectionResult {
    pub return_: Option<String>,
}

impl Encode for EnableImageDeregistrationProtectionResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<return>", &self.return_);
    }
}

/// What `EnableImage` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableImageRequest {
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for EnableImageRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnableImageRequest::default();
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

/// What `EnableImage` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableImageResult {
    pub return_: Option<bool>,
}

impl Encode for EnableImageResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `EnableSnapshotBlockPublicAccess` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableSnapshotBlockPublicAccessRequest {
    pub state: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for EnableSnapshotBlockPublicAccessRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnableSnapshotBlockPublicAccessRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "State" => child.one_of(&mut out.state, enums::SNAPSHOT_BLOCK_PUBLIC_ACCESS_STATE),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.state.is_some(), "State")?;
        Ok(out)
    }
}

/// What `EnableSnapshotBlockPublicAccess` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableSnapshotBlockPublicAccessResult {
    pub state: Option<String>,
}

impl Encode for EnableSnapshotBlockPublicAccessResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
    }
}

/// What `EnableVolumeIO` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnableVolumeIORequest {
    pub dry_run: Option<bool>,
    pub volume_id: Option<String>,
}

impl Decode for EnableVolumeIORequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnableVolumeIORequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "VolumeId" => child.string(&mut out.volume_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.volume_id.is_some(), "VolumeId")?;
        Ok(out)
    }
}

/// `EnclaveOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnclaveOptions {
    pub enabled: Option<bool>,
}

impl Encode for EnclaveOptions {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enabled>", &self.enabled);
    }
}

/// `EnclaveOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnclaveOptionsRequest {
    pub enabled: Option<bool>,
}

impl Decode for EnclaveOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = EnclaveOptionsRequest::default();
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

/// `EncryptionSupport` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncryptionSupport {
    pub encryption_state: Option<String>,
    pub state_message: Option<String>,
}

impl Encode for EncryptionSupport {
    fn encode(&self, out: &mut Xml) {
        out.string("<encryptionState>", &self.encryption_state);
        out.string("<stateMessage>", &self.state_message);
    }
}

/// What `ExportImage` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportImageRequest {
    pub client_token: Option<String>,
    pub description: Option<String>,
    pub disk_image_format: Option<String>,
    pub dry_run: Option<bool>,
    pub image_id: Option<String>,
    pub s3_export_location: Option<ExportTaskS3LocationRequest>,
    pub role_name: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
}

impl Decode for ExportImageRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ExportImageRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ClientToken" => child.string(&mut out.client_token),
                "Description" => child.string(&mut out.description),
                "DiskImageFormat" => child.one_of(&mut out.disk_image_format, enums::DISK_IMAGE_FORMAT),
                "DryRun" => child.boolean(&mut out.dry_run),
                "ImageId" => child.string(&mut out.image_id),
                "S3ExportLocation" => child.structure(&mut out.s3_export_location),
                "RoleName" => child.string(&mut out.role_name),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.disk_image_format.is_some(), "DiskImageFormat")?;
        node.require(out.image_id.is_some(), "ImageId")?;
        node.require(out.s3_export_location.is_some(), "S3ExportLocation")?;
        Ok(out)
    }
}

/// What `ExportImage` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportImageResult {
    pub description: Option<String>,
    pub disk_image_format: Option<String>,
    pub export_image_task_id: Option<String>,
    pub image_id: Option<String>,
    pub role_name: Option<String>,
    pub progress: Option<String>,
    pub s3_export_location: Option<ExportTaskS3Location>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for ExportImageResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<diskImageFormat>", &self.disk_image_format);
        out.string("<exportImageTaskId>", &self.export_image_task_id);
        out.string("<imageId>", &self.image_id);
        out.string("<roleName>", &self.role_name);
        out.string("<progress>", &self.progress);
        out.structure("<s3ExportLocation>", &self.s3_export_location);
        out.string("<status>", &self.status);
        out.string("<statusMessage>", &self.status_message);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `ExportImageTask` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportImageTask {
    pub description: Option<String>,
    pub export_image_task_id: Option<String>,
    pub image_id: Option<String>,
    pub progress: Option<String>,
    pub s3_export_location: Option<ExportTaskS3Location>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for ExportImageTask {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<exportImageTaskId>", &self.export_image_task_id);
        out.string("<imageId>", &self.image_id);
        out.string("<progress>", &self.progress);
        out.structure("<s3ExportLocation>", &self.s3_export_location);
        out.string("<status>", &self.status);
        out.string("<statusMessage>", &self.status_message);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `ExportTask` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTask {
    pub description: Option<String>,
    pub export_task_id: Option<String>,
    pub export_to_s3_task: Option<ExportToS3Task>,
    pub instance_export_details: Option<InstanceExportDetails>,
    pub state: Option<String>,
    pub status_message: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for ExportTask {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<exportTaskId>", &self.export_task_id);
        out.structure("<exportToS3>", &self.export_to_s3_task);
        out.structure("<instanceExport>", &self.instance_export_details);
        out.string("<state>", &self.state);
        out.string("<statusMessage>", &self.status_message);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `ExportTaskS3Location` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTaskS3Location {
    pub s3_bucket: Option<String>,
    pub s3_prefix: Option<String>,
}

impl Encode for ExportTaskS3Location {
    fn encode(&self, out: &mut Xml) {
        out.string("<s3Bucket>", &self.s3_bucket);
        out.string("<s3Prefix>", &self.s3_prefix);
    }
}

/// `ExportTaskS3LocationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportTaskS3LocationRequest {
    pub s3_bucket: Option<String>,
    pub s3_prefix: Option<String>,
}

impl Decode for ExportTaskS3LocationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ExportTaskS3LocationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "S3Bucket" => child.string(&mut out.s3_bucket),
                "S3Prefix" => child.string(&mut out.s3_prefix),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.s3_bucket.is_some(), "S3Bucket")?;
        Ok(out)
    }
}

/// `ExportToS3Task` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportToS3Task {
    pub container_format: Option<String>,
    pub disk_image_format: Option<String>,
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
}

impl Encode for ExportToS3Task {
    fn encode(&self, out: &mut Xml) {
        out.string("<containerFormat>", &self.container_format);
        out.string("<diskImageFormat>", &self.disk_image_format);
        out.string("<s3Bucket>", &self.s3_bucket);
        out.string("<s3Key>", &self.s3_key);
    }
}
