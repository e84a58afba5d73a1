// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `VCpuCountRange` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VCpuCountRange {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Encode for VCpuCountRange {
    fn encode(&self, out: &mut Xml) {
        out.integer("<min>", &self.min);
        out.integer("<max>", &self.max);
    }
}

/// `VCpuCountRangeRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VCpuCountRangeRequest {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Decode for VCpuCountRangeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = VCpuCountRangeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Min" => child.integer(&mut out.min),
                "Max" => child.integer(&mut out.max),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.min.is_some(), "Min")?;
        Ok(out)
    }
}

/// `VCpuInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VCpuInfo {
    pub default_vcpus: Option<i64>,
    pub default_cores: Option<i64>,
    pub default_threads_per_core: Option<i64>,
    pub valid_cores: Vec<i64>,
    pub valid_threads_per_core: Vec<i64>,
}

impl Encode for VCpuInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<defaultVCpus>", &self.default_vcpus);
        out.integer("<defaultCores>", &self.default_cores);
        out.integer("<defaultThreadsPerCore>", &self.default_threads_per_core);
        if !self.valid_cores.is_empty() {
            out.integers("<validCores>", "<item>", &self.valid_cores);
        }
        if !self.valid_threads_per_core.is_empty() {
            out.integers("<validThreadsPerCore>", "<item>", &self.valid_threads_per_core);
        }
    }
}

/// `ValidationError` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValidationError {
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Encode for ValidationError {
    fn encode(&self, out: &mut Xml) {
        out.string("<code>", &self.code);
        out.string("<message>", &self.message);
    }
}

/// `ValidationWarning` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValidationWarning {
    pub errors: Vec<ValidationError>,
}

impl Encode for ValidationWarning {
    fn encode(&self, out: &mut Xml) {
        out.list("<errorSet>", "<item>", &self.errors);
    }
}

/// What `CreateVolume` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Volume {
    pub availability_zone_id: Option<String>,
    pub outpost_arn: Option<String>,
    pub source_volume_id: Option<String>,
    pub iops: Option<i64>,
    pub tags: Vec<Tag>,
    pub volume_type: Option<String>,
    pub fast_restored: Option<bool>,
    pub multi_attach_enabled: Option<bool>,
    pub throughput: Option<i64>,
    pub sse_type: Option<String>,
    pub operator: Option<OperatorResponse>,
    pub volume_initialization_rate: Option<i64>,
    pub volume_id: Option<String>,
    pub size: Option<i64>,
    pub snapshot_id: Option<String>,
    pub availability_zone: Option<String>,
    pub state: Option<String>,
    pub create_time: Option<Timestamp>,
    pub attachments: Vec<VolumeAttachment>,
    pub encrypted: Option<bool>,
    pub kms_key_id: Option<String>,
}

impl Encode for Volume {
    fn encode(&self, out: &mut Xml) {
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.string("<outpostArn>", &self.outpost_arn);
        out.string("<sourceVolumeId>", &self.source_volume_id);
        out.integer("<iops>", &self.iops);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<volumeType>", &self.volume_type);
        out.boolean("<fastRestored>", &self.fast_restored);
        out.boolean("<multiAttachEnabled>", &self.multi_attach_enabled);
        out.integer("<throughput>", &self.throughput);
        out.string("<sseType>", &self.sse_type);
        out.structure("<operator>", &self.operator);
        out.integer("<volumeInitializationRate>", &self.volume_initialization_rate);
        out.string("<volumeId>", &self.volume_id);
        out.integer("<size>", &self.size);
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<status>", &self.state);
        out.timestamp("<createTime>", &self.create_time);
        out.list("<attachmentSet>", "<item>", &self.attachments);
        out.boolean("<encrypted>", &self.encrypted);
        out.string("<kmsKeyId>", &self.kms_key_id);
    }
}

/// What `AttachVolume`, `DetachVolume` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolumeAttachment {
    pub delete_on_termination: Option<bool>,
    pub associated_resource: Option<String>,
    pub instance_owning_service: Option<String>,
    pub ebs_card_index: Option<i64>,
    pub volume_id: Option<String>,
    pub instance_id: Option<String>,
    pub device: Option<String>,
    pub state: Option<String>,
    pub attach_time: Option<Timestamp>,
}

impl Encode for VolumeAttachment {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.string("<associatedResource>", &self.associated_resource);
        out.string("<instanceOwningService>", &self.instance_owning_service);
        out.integer("<ebsCardIndex>", &self.ebs_card_index);
        out.string("<volumeId>", &self.volume_id);
        out.string("<instanceId>", &self.instance_id);
        out.string("<device>", &self.device);
        out.string("<status>", &self.state);
        out.timestamp("<attachTime>", &self.attach_time);
    }
}

/// `VolumeModification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolumeModification {
    pub volume_id: Option<String>,
    pub modification_state: Option<String>,
    pub status_message: Option<String>,
    pub target_size: Option<i64>,
    pub target_iops: Option<i64>,
    pub target_volume_type: Option<String>,
    pub target_throughput: Option<i64>,
    pub target_multi_attach_enabled: Option<bool>,
    pub original_size: Option<i64>,
    pub original_iops: Option<i64>,
    pub original_volume_type: Option<String>,
    pub original_throughput: Option<i64>,
    pub original_multi_attach_enabled: Option<bool>,
    pub progress: Option<i64>,
    pub start_time: Option<Timestamp>,
    pub end_time: Option<Timestamp>,
    pub operator: Option<OperatorResponse>,
}

impl Encode for VolumeModification {
    fn encode(&self, out: &mut Xml) {
        out.string("<volumeId>", &self.volume_id);
        out.string("<modificationState>", &self.modification_state);
        out.string("<statusMessage>", &self.status_message);
        out.integer("<targetSize>", &self.target_size);
        out.integer("<targetIops>", &self.target_iops);
        out.string("<targetVolumeType>", &self.target_volume_type);
        out.integer("<targetThroughput>", &self.target_throughput);
        out.boolean("<targetMultiAttachEnabled>", &self.target_multi_attach_enabled);
        out.integer("<originalSize>", &self.original_size);
        out.integer("<originalIops>", &self.original_iops);
        out.string("<originalVolumeType>", &self.original_volume_type);
        out.integer("<originalThroughput>", &self.original_throughput);
        out.boolean("<originalMultiAttachEnabled>", &self.original_multi_attach_enabled);
        out.integer("<progress>", &self.progress);
        out.timestamp("<startTime>", &self.start_time);
        out.timestamp("<endTime>", &self.end_time);
        out.structure("<operator>", &self.operator);
    }
}

/// `VolumeStatusAction` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolumeStatusAction {
    pub code: Option<String>,
    pub description: Option<String>,
    pub event_id: Option<String>,
    pub event_type: Option<String>,
}

impl Encode for VolumeStatusAction {
    fn encode(&self, out: &mut Xml) {
        out.string("<code>", &self.code);
        out.string("<description>", &self.description);
        out.string("<eventId>", &self.event_id);
        out.string("<eventType>", &self.event_type);
    }
}

/// `VolumeStatusAttachmentStatus` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolumeStatusAttachmentStatus {
    pub io_performance: Option<String>,
    pub instance_id: Option<String>,
}

impl Encode for VolumeStatusAttachmentStatus {
    fn encode(&self, out: &mut Xml) {
        out.string("<ioPerformance>", &self.io_performance);
        out.string("<instanceId>", &self.instance_id);
    }
}

/// `VolumeStatusDetails` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolumeStatusDetails {
    pub name: Option<String>,
    pub status: Option<String>,
}

impl Encode for VolumeStatusDetails {
    fn encode(&self, out: &mut Xml) {
        out.string("<name>", &self.name);
        out.string("<status>", &self.status);
    }
}

/// `VolumeStatusEvent` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolumeStatusEvent {
    pub description: Option<String>,
    pub event_id: Option<String>,
    pub event_type: Option<String>,
    pub not_after: Option<Timestamp>,
    pub not_before: Option<Timestamp>,
    pub instance_id: Option<String>,
}

impl Encode for VolumeStatusEvent {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<eventId>", &self.event_id);
        out.string("<eventType>", &self.event_type);
        out.timestamp_millis("<notAfter>", &self.not_after);
        out.timestamp_millis("<notBefore>", &self.not_before);
        out.string("<instanceId>", &self.instance_id);
    }
}

/// `VolumeStatusInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolumeStatusInfo {
    pub details: Vec<VolumeStatusDetails>,
    pub status: Option<String>,
}

impl Encode for VolumeStatusInfo {
    fn encode(&self, out: &mut Xml) {
        out.list("<details>", "<item>", &self.details);
        out.string("<status>", &self.status);
    }
}

/// `VolumeStatusItem` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VolumeStatusItem {
    pub actions: Vec<VolumeStatusAction>,
    pub availability_zone: Option<String>,
    pub outpost_arn: Option<String>,
    pub events: Vec<VolumeStatusEvent>,
    pub volume_id: Option<String>,
    pub volume_status: Option<VolumeStatusInfo>,
    pub attachment_statuses: Vec<VolumeStatusAttachmentStatus>,
    pub initialization_status_details: Option<InitializationStatusDetails>,
    pub availability_zone_id: Option<String>,
    pub operator: Option<OperatorResponse>,
}

impl Encode for VolumeStatusItem {
    fn encode(&self, out: &mut Xml) {
        out.list("<actionsSet>", "<item>", &self.actions);
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<outpostArn>", &self.outpost_arn);
        out.list("<eventsSet>", "<item>", &self.events);
        out.string("<volumeId>", &self.volume_id);
        out.structure("<volumeStatus>", &self.volume_status);
        if !self.attachment_statuses.is_empty() {
            out.list("<attachmentStatuses>", "<item>", &self.attachment_statuses);
        }
        out.structure("<initializationStatusDetails>", &self.initialization_status_details);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.structure("<operator>", &self.operator);
    }
}

/// `Vpc` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vpc {
    pub owner_id: Option<String>,
    pub instance_tenancy: Option<String>,
    pub ipv6_cidr_block_association_set: Vec<VpcIpv6CidrBlockAssociation>,
    pub cidr_block_association_set: Vec<VpcCidrBlockAssociation>,
    pub is_default: Option<bool>,
    pub encryption_control: Option<VpcEncryptionControl>,
    pub tags: Vec<Tag>,
    pub block_public_access_states: Option<BlockPublicAccessStates>,
    pub vpc_id: Option<String>,
    pub state: Option<String>,
    pub cidr_block: Option<String>,
    pub dhcp_options_id: Option<String>,
}

impl Encode for Vpc {
    fn encode(&self, out: &mut Xml) {
        out.string("<ownerId>", &self.owner_id);
        out.string("<instanceTenancy>", &self.instance_tenancy);
        if !self.ipv6_cidr_block_association_set.is_empty() {
            out.list("<ipv6CidrBlockAssociationSet>", "<item>", &self.ipv6_cidr_block_association_set);
        }
        out.list("<cidrBlockAssociationSet>", "<item>", &self.cidr_block_association_set);
        out.boolean("<isDefault>", &self.is_default);
        out.structure("<encryptionControl>", &self.encryption_control);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.structure("<blockPublicAccessStates>", &self.block_public_access_states);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<state>", &self.state);
        out.string("<cidrBlock>", &self.cidr_block);
        out.string("<dhcpOptionsId>", &self.dhcp_options_id);
    }
}

/// `VpcCidrBlockAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcCidrBlockAssociation {
    pub association_id: Option<String>,
    pub cidr_block: Option<String>,
    pub cidr_block_state: Option<VpcCidrBlockState>,
}

impl Encode for VpcCidrBlockAssociation {
    fn encode(&self, out: &mut Xml) {
        out.string("<associationId>", &self.association_id);
        out.string("<cidrBlock>", &self.cidr_block);
        out.structure("<cidrBlockState>", &self.cidr_block_state);
    }
}

/// `VpcCidrBlockState` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcCidrBlockState {
    pub state: Option<String>,
    pub status_message: Option<String>,
}

impl Encode for VpcCidrBlockState {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
        out.string("<statusMessage>", &self.status_message);
    }
}

/// `VpcEncryptionControl` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEncryptionControl {
    pub vpc_id: Option<String>,
    pub vpc_encryption_control_id: Option<String>,
    pub mode: Option<String>,
    pub state: Option<String>,
    pub state_message: Option<String>,
    pub resource_exclusions: Option<VpcEncryptionControlExclusions>,
    pub tags: Vec<Tag>,
}

impl Encode for VpcEncryptionControl {
    fn encode(&self, out: &mut Xml) {
        out.string("<vpcId>", &self.vpc_id);
        out.string("<vpcEncryptionControlId>", &self.vpc_encryption_control_id);
        out.string("<mode>", &self.mode);
        out.string("<state>", &self.state);
        out.string("<stateMessage>", &self.state_message);
        out.structure("<resourceExclusions>", &self.resource_exclusions);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `VpcEncryptionControlConfiguration` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEncryptionControlConfiguration {
    pub mode: Option<String>,
    pub internet_gateway_exclusion: Option<String>,
    pub egress_only_internet_gateway_exclusion: Option<String>,
    pub nat_gateway_exclusion: Option<String>,
    pub virtual_private_gateway_exclusion: Option<String>,
    pub vpc_peering_exclusion: Option<String>,
    pub lambda_exclusion: Option<String>,
    pub vpc_lattice_exclusion: Option<String>,
    pub elastic_file_system_exclusion: Option<String>,
}

impl Decode for VpcEncryptionControlConfiguration {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = VpcEncryptionControlConfiguration::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Mode" => child.one_of(&mut out.mode, enums::VPC_ENCRYPTION_CONTROL_MODE),
                "InternetGatewayExclusion" => child
                    .one_of(&mut out.internet_gateway_exclusion, enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT),
                "EgressOnlyInternetGatewayExclusion" => child.one_of(
                    &mut out.egress_only_internet_gateway_exclusion,
                    enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
                ),
                "NatGatewayExclusion" => {
                    child.one_of(&mut out.nat_gateway_exclusion, enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT)
                }
                "VirtualPrivateGatewayExclusion" => child.one_of(
                    &mut out.virtual_private_gateway_exclusion,
                    enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
                ),
                "VpcPeeringExclusion" => {
                    child.one_of(&mut out.vpc_peering_exclusion, enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT)
                }
                "LambdaExclusion" => {
                    child.one_of(&mut out.lambda_exclusion, enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT)
                }
                "VpcLatticeExclusion" => {
                    child.one_of(&mut out.vpc_lattice_exclusion, enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT)
                }
                "ElasticFileSystemExclusion" => child.one_of(
                    &mut out.elastic_file_system_exclusion,
                    enums::VPC_ENCRYPTION_CONTROL_EXCLUSION_STATE_INPUT,
                ),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.mode.is_some(), "Mode")?;
        Ok(out)
    }
}

/// `VpcEncryptionControlExclusion` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEncryptionControlExclusion {
    pub state: Option<String>,
    pub state_message: Option<String>,
}

impl Encode for VpcEncryptionControlExclusion {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
        out.string("<stateMessage>", &self.state_message);
    }
}

/// `VpcEncryptionControlExclusions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEncryptionControlExclusions {
    pub internet_gateway: Option<VpcEncryptionControlExclusion>,
    pub egress_only_internet_gateway: Option<VpcEncryptionControlExclusion>,
    pub nat_gateway: Option<VpcEncryptionControlExclusion>,
    pub virtual_private_gateway: Option<VpcEncryptionControlExclusion>,
    pub vpc_peering: Option<VpcEncryptionControlExclusion>,
    pub lambda: Option<VpcEncryptionControlExclusion>,
    pub vpc_lattice: Option<VpcEncryptionControlExclusion>,
    pub elastic_file_system: Option<VpcEncryptionControlExclusion>,
}

impl Encode for VpcEncryptionControlExclusions {
    fn encode(&self, out: &mut Xml) {
        out.structure("<internetGateway>", &self.internet_gateway);
        out.structure("<egressOnlyInternetGateway>", &self.egress_only_internet_gateway);
        out.structure("<natGateway>", &self.nat_gateway);
        out.structure("<virtualPrivateGateway>", &self.virtual_private_gateway);
        out.structure("<vpcPeering>", &self.vpc_peering);
        out.structure("<lambda>", &self.lambda);
        out.structure("<vpcLattice>", &self.vpc_lattice);
        out.structure("<elasticFileSystem>", &self.elastic_file_system);
    }
}

/// `VpcIpv6CidrBlockAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcIpv6CidrBlockAssociation {
    pub association_id: Option<String>,
    pub ipv6_cidr_block: Option<String>,
    pub ipv6_cidr_block_state: Option<VpcCidrBlockState>,
    pub network_border_group: Option<String>,
    pub ipv6_pool: Option<String>,
    pub ipv6_address_attribute: Option<String>,
    pub ip_source: Option<String>,
}

impl Encode for VpcIpv6CidrBlockAssociation {
    fn encode(&self, out: &mut Xml) {
        out.string("<associationId>", &self.association_id);
        out.string("<ipv6CidrBlock>", &self.ipv6_cidr_block);
        out.structure("<ipv6CidrBlockState>", &self.ipv6_cidr_block_state);
        out.string("<networkBorderGroup>", &self.network_border_group);
        out.string("<ipv6Pool>", &self.ipv6_pool);
        out.string("<ipv6AddressAttribute>", &self.ipv6_address_attribute);
        out.string("<ipSource>", &self.ip_source);
    }
}
