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

/// `VgwTelemetry` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VgwTelemetry {
    pub accepted_route_count: Option<i64>,
    pub last_status_change: Option<Timestamp>,
    pub outside_ip_address: Option<String>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub certificate_arn: Option<String>,
}

impl Encode for VgwTelemetry {
    fn encode(&self, out: &mut Xml) {
        out.integer("<acceptedRouteCount>", &self.accepted_route_count);
        out.timestamp("<lastStatusChange>", &self.last_status_change);
        out.string("<outsideIpAddress>", &self.outside_ip_address);
        out.string("<status>", &self.status);
        out.string("<statusMessage>", &self.status_message);
        out.string("<certificateArn>", &self.certificate_arn);
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

/// `VpcAttachment` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcAttachment {
    pub vpc_id: Option<String>,
    pub state: Option<String>,
}

impl Encode for VpcAttachment {
    fn encode(&self, out: &mut Xml) {
        out.string("<vpcId>", &self.vpc_id);
        out.string("<state>", &self.state);
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

/// `VpcEndpoint` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcEndpoint {
    pub vpc_endpoint_id: Option<String>,
    pub vpc_endpoint_type: Option<String>,
    pub vpc_id: Option<String>,
    pub service_name: Option<String>,
    pub state: Option<String>,
    pub policy_document: Option<String>,
    pub route_table_ids: Vec<String>,
    pub subnet_ids: Vec<String>,
    pub groups: Vec<SecurityGroupIdentifier>,
    pub ip_address_type: Option<String>,
    pub dns_options: Option<DnsOptions>,
    pub private_dns_enabled: Option<bool>,
    pub requester_managed: Option<bool>,
    pub network_interface_ids: Vec<String>,
    pub dns_entries: Vec<DnsEntry>,
    pub creation_timestamp: Option<Timestamp>,
    pub tags: Vec<Tag>,
    pub owner_id: Option<String>,
    pub last_error: Option<LastError>,
    pub ipv4_prefixes: Vec<SubnetIpPrefixes>,
    pub ipv6_prefixes: Vec<SubnetIpPrefixes>,
    pub failure_reason: Option<String>,
    pub service_network_arn: Option<String>,
    pub resource_configuration_arn: Option<String>,
    pub service_region: Option<String>,
}

impl Encode for VpcEndpoint {
    fn encode(&self, out: &mut Xml) {
        out.string("<vpcEndpointId>", &self.vpc_endpoint_id);
        out.string("<vpcEndpointType>", &self.vpc_endpoint_type);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<serviceName>", &self.service_name);
        out.string("<state>", &self.state);
        out.string("<policyDocument>", &self.policy_document);
        out.strings("<routeTableIdSet>", "<item>", &self.route_table_ids);
        out.strings("<subnetIdSet>", "<item>", &self.subnet_ids);
        out.list("<groupSet>", "<item>", &self.groups);
        out.string("<ipAddressType>", &self.ip_address_type);
        out.structure("<dnsOptions>", &self.dns_options);
        out.boolean("<privateDnsEnabled>", &self.private_dns_enabled);
        out.boolean("<requesterManaged>", &self.requester_managed);
        out.strings("<networkInterfaceIdSet>", "<item>", &self.network_interface_ids);
        out.list("<dnsEntrySet>", "<item>", &self.dns_entries);
        out.timestamp_millis("<creationTimestamp>", &self.creation_timestamp);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<ownerId>", &self.owner_id);
        out.structure("<lastError>", &self.last_error);
        if !self.ipv4_prefixes.is_empty() {
            out.list("<ipv4PrefixSet>", "<item>", &self.ipv4_prefixes);
        }
        if !self.ipv6_prefixes.is_empty() {
            out.list("<ipv6PrefixSet>", "<item>", &self.ipv6_prefixes);
        }
        out.string("<failureReason>", &self.failure_reason);
        out.string("<serviceNetworkArn>", &self.service_network_arn);
        out.string("<resourceConfigurationArn>", &self.resource_configuration_arn);
        out.string("<serviceRegion>", &self.service_region);
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

/// `VpcPeeringConnection` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcPeeringConnection {
    pub accepter_vpc_info: Option<VpcPeeringConnectionVpcInfo>,
    pub expiration_time: Option<Timestamp>,
    pub requester_vpc_info: Option<VpcPeeringConnectionVpcInfo>,
    pub status: Option<VpcPeeringConnectionStateReason>,
    pub tags: Vec<Tag>,
    pub vpc_peering_connection_id: Option<String>,
}

impl Encode for VpcPeeringConnection {
    fn encode(&self, out: &mut Xml) {
        out.structure("<accepterVpcInfo>", &self.accepter_vpc_info);
        out.timestamp("<expirationTime>", &self.expiration_time);
        out.structure("<requesterVpcInfo>", &self.requester_vpc_info);
        out.structure("<status>", &self.status);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<vpcPeeringConnectionId>", &self.vpc_peering_connection_id);
    }
}

/// `VpcPeeringConnectionOptionsDescription` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcPeeringConnectionOptionsDescription {
    pub allow_dns_resolution_from_remote_vpc: Option<bool>,
    pub allow_egress_from_local_classic_link_to_remote_vpc: Option<bool>,
    pub allow_egress_from_local_vpc_to_remote_classic_link: Option<bool>,
}

impl Encode for VpcPeeringConnectionOptionsDescription {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<allowDnsResolutionFromRemoteVpc>", &self.allow_dns_resolution_from_remote_vpc);
        out.boolean(
            "<allowEgressFromLocalClassicLinkToRemoteVpc>",
            &self.allow_egress_from_local_classic_link_to_remote_vpc,
        );
        out.boolean(
            "<allowEgressFromLocalVpcToRemoteClassicLink>",
            &self.allow_egress_from_local_vpc_to_remote_classic_link,
        );
    }
}

/// `VpcPeeringConnectionStateReason` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcPeeringConnectionStateReason {
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Encode for VpcPeeringConnectionStateReason {
    fn encode(&self, out: &mut Xml) {
        out.string("<code>", &self.code);
        out.string("<message>", &self.message);
    }
}

/// `VpcPeeringConnectionVpcInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpcPeeringConnectionVpcInfo {
    pub cidr_block: Option<String>,
    pub ipv6_cidr_block_set: Vec<Ipv6CidrBlock>,
    pub cidr_block_set: Vec<CidrBlock>,
    pub owner_id: Option<String>,
    pub peering_options: Option<VpcPeeringConnectionOptionsDescription>,
    pub vpc_id: Option<String>,
    pub region: Option<String>,
}

impl Encode for VpcPeeringConnectionVpcInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<cidrBlock>", &self.cidr_block);
        out.list("<ipv6CidrBlockSet>", "<item>", &self.ipv6_cidr_block_set);
        out.list("<cidrBlockSet>", "<item>", &self.cidr_block_set);
        out.string("<ownerId>", &self.owner_id);
        out.structure("<peeringOptions>", &self.peering_options);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<region>", &self.region);
    }
}

/// `VpnConnection` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpnConnection {
    pub category: Option<String>,
    pub transit_gateway_id: Option<String>,
    pub vpn_concentrator_id: Option<String>,
    pub core_network_arn: Option<String>,
    pub core_network_attachment_arn: Option<String>,
    pub gateway_association_state: Option<String>,
    pub options: Option<VpnConnectionOptions>,
    pub routes: Vec<VpnStaticRoute>,
    pub tags: Vec<Tag>,
    pub vgw_telemetry: Vec<VgwTelemetry>,
    pub pre_shared_key_arn: Option<String>,
    pub vpn_connection_id: Option<String>,
    pub state: Option<String>,
    pub customer_gateway_configuration: Option<String>,
    pub type_: Option<String>,
    pub customer_gateway_id: Option<String>,
    pub vpn_gateway_id: Option<String>,
}

impl Encode for VpnConnection {
    fn encode(&self, out: &mut Xml) {
        out.string("<category>", &self.category);
        out.string("<transitGatewayId>", &self.transit_gateway_id);
        out.string("<vpnConcentratorId>", &self.vpn_concentrator_id);
        out.string("<coreNetworkArn>", &self.core_network_arn);
        out.string("<coreNetworkAttachmentArn>", &self.core_network_attachment_arn);
        out.string("<gatewayAssociationState>", &self.gateway_association_state);
        out.structure("<options>", &self.options);
        out.list("<routes>", "<item>", &self.routes);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.list("<vgwTelemetry>", "<item>", &self.vgw_telemetry);
        out.string("<preSharedKeyArn>", &self.pre_shared_key_arn);
        out.string("<vpnConnectionId>", &self.vpn_connection_id);
        out.string("<state>", &self.state);
        out.string("<customerGatewayConfiguration>", &self.customer_gateway_configuration);
        out.string("<type>", &self.type_);
        out.string("<customerGatewayId>", &self.customer_gateway_id);
        out.string("<vpnGatewayId>", &self.vpn_gateway_id);
    }
}

/// `VpnConnectionOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpnConnectionOptions {
    pub enable_acceleration: Option<bool>,
    pub static_routes_only: Option<bool>,
    pub local_ipv4_network_cidr: Option<String>,
    pub remote_ipv4_network_cidr: Option<String>,
    pub local_ipv6_network_cidr: Option<String>,
    pub remote_ipv6_network_cidr: Option<String>,
    pub outside_ip_address_type: Option<String>,
    pub transport_transit_gateway_attachment_id: Option<String>,
    pub tunnel_inside_ip_version: Option<String>,
    pub tunnel_options: Vec<TunnelOption>,
    pub tunnel_bandwidth: Option<String>,
}

impl Encode for VpnConnectionOptions {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enableAcceleration>", &self.enable_acceleration);
        out.boolean("<staticRoutesOnly>", &self.static_routes_only);
        out.string("<localIpv4NetworkCidr>", &self.local_ipv4_network_cidr);
        out.string("<remoteIpv4NetworkCidr>", &self.remote_ipv4_network_cidr);
        out.string("<localIpv6NetworkCidr>", &self.local_ipv6_network_cidr);
        out.string("<remoteIpv6NetworkCidr>", &self.remote_ipv6_network_cidr);
        out.string("<outsideIpAddressType>", &self.outside_ip_address_type);
        out.string("<transportTransitGatewayAttachmentId>", &self.transport_transit_gateway_attachment_id);
        out.string("<tunnelInsideIpVersion>", &self.tunnel_inside_ip_version);
        out.list("<tunnelOptionSet>", "<item>", &self.tunnel_options);
        out.string("<tunnelBandwidth>", &self.tunnel_bandwidth);
    }
}

/// `VpnGateway` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpnGateway {
    pub amazon_side_asn: Option<i64>,
    pub tags: Vec<Tag>,
    pub vpn_gateway_id: Option<String>,
    pub state: Option<String>,
    pub type_: Option<String>,
    pub availability_zone: Option<String>,
    pub vpc_attachments: Vec<VpcAttachment>,
}

impl Encode for VpnGateway {
    fn encode(&self, out: &mut Xml) {
        out.integer("<amazonSideAsn>", &self.amazon_side_asn);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<vpnGatewayId>", &self.vpn_gateway_id);
        out.string("<state>", &self.state);
        out.string("<type>", &self.type_);
        out.string("<availabilityZone>", &self.availability_zone);
        out.list("<attachments>", "<item>", &self.vpc_attachments);
    }
}

/// `VpnStaticRoute` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpnStaticRoute {
    pub destination_cidr_block: Option<String>,
    pub source: Option<String>,
    pub state: Option<String>,
}

impl Encode for VpnStaticRoute {
    fn encode(&self, out: &mut Xml) {
        out.string("<destinationCidrBlock>", &self.destination_cidr_block);
        out.string("<source>", &self.source);
        out.string("<state>", &self.state);
    }
}

/// `VpnTunnelLogOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VpnTunnelLogOptions {
    pub cloud_watch_log_options: Option<CloudWatchLogOptions>,
}

impl Encode for VpnTunnelLogOptions {
    fn encode(&self, out: &mut Xml) {
        out.structure("<cloudWatchLogOptions>", &self.cloud_watch_log_options);
    }
}
