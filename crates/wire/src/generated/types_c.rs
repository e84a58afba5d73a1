// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// What `CancelExportTask` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelExportTaskRequest {
    pub export_task_id: Option<String>,
}

impl Decode for CancelExportTaskRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CancelExportTaskRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ExportTaskId" => child.string(&mut out.export_task_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.export_task_id.is_some(), "ExportTaskId")?;
        Ok(out)
    }
}

/// What `CancelImageLaunchPermission` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelImageLaunchPermissionRequest {
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for CancelImageLaunchPermissionRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CancelImageLaunchPermissionRequest::default();
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

/// What `CancelImageLaunchPermission` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelImageLaunchPermissionResult {
    pub return_: Option<bool>,
}

impl Encode for CancelImageLaunchPermissionResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `CancelImportTask` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelImportTaskRequest {
    pub cancel_reason: Option<String>,
    pub dry_run: Option<bool>,
    pub import_task_id: Option<String>,
}

impl Decode for CancelImportTaskRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CancelImportTaskRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CancelReason" => child.string(&mut out.cancel_reason),
                "DryRun" => child.boolean(&mut out.dry_run),
                "ImportTaskId" => child.string(&mut out.import_task_id),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `CancelImportTask` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CancelImportTaskResult {
    pub import_task_id: Option<String>,
    pub previous_state: Option<String>,
    pub state: Option<String>,
}

impl Encode for CancelImportTaskResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<importTaskId>", &self.import_task_id);
        out.string("<previousState>", &self.previous_state);
        out.string("<state>", &self.state);
    }
}

/// `CapacityAllocation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityAllocation {
    pub allocation_type: Option<String>,
    pub count: Option<i64>,
    pub allocation_metadata: Vec<CapacityAllocationMetadataEntry>,
}

impl Encode for CapacityAllocation {
    fn encode(&self, out: &mut Xml) {
        out.string("<allocationType>", &self.allocation_type);
        out.integer("<count>", &self.count);
        out.list("<allocationMetadataList>", "<item>", &self.allocation_metadata);
    }
}

/// `CapacityAllocationMetadataEntry` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityAllocationMetadataEntry {
    pub key: Option<String>,
    pub value: Option<String>,
}

impl Encode for CapacityAllocationMetadataEntry {
    fn encode(&self, out: &mut Xml) {
        out.string("<key>", &self.key);
        out.string("<value>", &self.value);
    }
}

/// `CapacityReservation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityReservation {
    pub capacity_reservation_id: Option<String>,
    pub owner_id: Option<String>,
    pub capacity_reservation_arn: Option<String>,
    pub availability_zone_id: Option<String>,
    pub instance_type: Option<String>,
    pub instance_platform: Option<String>,
    pub availability_zone: Option<String>,
    pub tenancy: Option<String>,
    pub total_instance_count: Option<i64>,
    pub available_instance_count: Option<i64>,
    pub ebs_optimized: Option<bool>,
    pub ephemeral_storage: Option<bool>,
    pub state: Option<String>,
    pub start_date: Option<Timestamp>,
    pub end_date: Option<Timestamp>,
    pub end_date_type: Option<String>,
    pub instance_match_criteria: Option<String>,
    pub create_date: Option<Timestamp>,
    pub tags: Vec<Tag>,
    pub outpost_arn: Option<String>,
    pub capacity_reservation_fleet_id: Option<String>,
    pub placement_group_arn: Option<String>,
    pub capacity_allocations: Vec<CapacityAllocation>,
    pub reservation_type: Option<String>,
    pub unused_reservation_billing_owner_id: Option<String>,
    pub commitment_info: Option<CapacityReservationCommitmentInfo>,
    pub delivery_preference: Option<String>,
    pub capacity_block_id: Option<String>,
    pub interruptible: Option<bool>,
    pub interruptible_capacity_allocation: Option<InterruptibleCapacityAllocation>,
    pub interruption_info: Option<InterruptionInfo>,
}

impl Encode for CapacityReservation {
    fn encode(&self, out: &mut Xml) {
        out.string("<capacityReservationId>", &self.capacity_reservation_id);
        out.string("<ownerId>", &self.owner_id);
        out.string("<capacityReservationArn>", &self.capacity_reservation_arn);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.string("<instanceType>", &self.instance_type);
        out.string("<instancePlatform>", &self.instance_platform);
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<tenancy>", &self.tenancy);
        out.integer("<totalInstanceCount>", &self.total_instance_count);
        out.integer("<availableInstanceCount>", &self.available_instance_count);
        out.boolean("<ebsOptimized>", &self.ebs_optimized);
        out.boolean("<ephemeralStorage>", &self.ephemeral_storage);
        out.string("<state>", &self.state);
        out.timestamp_millis("<startDate>", &self.start_date);
        out.timestamp("<endDate>", &self.end_date);
        out.string("<endDateType>", &self.end_date_type);
        out.string("<instanceMatchCriteria>", &self.instance_match_criteria);
        out.timestamp("<createDate>", &self.create_date);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<outpostArn>", &self.outpost_arn);
        out.string("<capacityReservationFleetId>", &self.capacity_reservation_fleet_id);
        out.string("<placementGroupArn>", &self.placement_group_arn);
        out.list("<capacityAllocationSet>", "<item>", &self.capacity_allocations);
        out.string("<reservationType>", &self.reservation_type);
        out.string("<unusedReservationBillingOwnerId>", &self.unused_reservation_billing_owner_id);
        out.structure("<commitmentInfo>", &self.commitment_info);
        out.string("<deliveryPreference>", &self.delivery_preference);
        out.string("<capacityBlockId>", &self.capacity_block_id);
        out.boolean("<interruptible>", &self.interruptible);
        out.structure("<interruptibleCapacityAllocation>", &self.interruptible_capacity_allocation);
        out.structure("<interruptionInfo>", &self.interruption_info);
    }
}

/// `CapacityReservationCommitmentInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityReservationCommitmentInfo {
    pub committed_instance_count: Option<i64>,
    pub commitment_end_date: Option<Timestamp>,
}

impl Encode for CapacityReservationCommitmentInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<committedInstanceCount>", &self.committed_instance_count);
        out.timestamp_millis("<commitmentEndDate>", &self.commitment_end_date);
    }
}

/// `CapacityReservationOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityReservationOptions {
    pub usage_strategy: Option<String>,
}

impl Encode for CapacityReservationOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<usageStrategy>", &self.usage_strategy);
    }
}

/// `CapacityReservationSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityReservationSpecification {
    pub capacity_reservation_preference: Option<String>,
    pub capacity_reservation_target: Option<CapacityReservationTarget>,
}

impl Decode for CapacityReservationSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CapacityReservationSpecification::default();
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

/// `CapacityReservationSpecificationResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityReservationSpecificationResponse {
    pub capacity_reservation_preference: Option<String>,
    pub capacity_reservation_target: Option<CapacityReservationTargetResponse>,
}

impl Encode for CapacityReservationSpecificationResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<capacityReservationPreference>", &self.capacity_reservation_preference);
        out.structure("<capacityReservationTarget>", &self.capacity_reservation_target);
    }
}

/// `CapacityReservationTarget` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityReservationTarget {
    pub capacity_reservation_id: Option<String>,
    pub capacity_reservation_resource_group_arn: Option<String>,
}

impl Decode for CapacityReservationTarget {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CapacityReservationTarget::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CapacityReservationId" => child.string(&mut out.capacity_reservation_id),
                "CapacityReservationResourceGroupArn" => child.string(&mut out.capacity_reservation_resource_group_arn),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `CapacityReservationTargetResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CapacityReservationTargetResponse {
    pub capacity_reservation_id: Option<String>,
    pub capacity_reservation_resource_group_arn: Option<String>,
}

impl Encode for CapacityReservationTargetResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<capacityReservationId>", &self.capacity_reservation_id);
        out.string("<capacityReservationResourceGroupArn>", &self.capacity_reservation_resource_group_arn);
    }
}

/// `CarrierGateway` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CarrierGateway {
    pub carrier_gateway_id: Option<String>,
    pub vpc_id: Option<String>,
    pub state: Option<String>,
    pub owner_id: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for CarrierGateway {
    fn encode(&self, out: &mut Xml) {
        out.string("<carrierGatewayId>", &self.carrier_gateway_id);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<state>", &self.state);
        out.string("<ownerId>", &self.owner_id);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `CidrBlock` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CidrBlock {
    pub cidr_block: Option<String>,
}

impl Encode for CidrBlock {
    fn encode(&self, out: &mut Xml) {
        out.string("<cidrBlock>", &self.cidr_block);
    }
}

/// `ClassicLoadBalancer` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassicLoadBalancer {
    pub name: Option<String>,
}

impl Encode for ClassicLoadBalancer {
    fn encode(&self, out: &mut Xml) {
        out.string("<name>", &self.name);
    }
}

/// `ClassicLoadBalancersConfig` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassicLoadBalancersConfig {
    pub classic_load_balancers: Vec<ClassicLoadBalancer>,
}

impl Encode for ClassicLoadBalancersConfig {
    fn encode(&self, out: &mut Xml) {
        out.list("<classicLoadBalancers>", "<item>", &self.classic_load_balancers);
    }
}

/// `ClientData` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClientData {
    pub comment: Option<String>,
    pub upload_end: Option<Timestamp>,
    pub upload_size: Option<f64>,
    pub upload_start: Option<Timestamp>,
}

impl Decode for ClientData {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ClientData::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Comment" => child.string(&mut out.comment),
                "UploadEnd" => child.timestamp(&mut out.upload_end),
                "UploadSize" => child.double(&mut out.upload_size),
                "UploadStart" => child.timestamp(&mut out.upload_start),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `CloudWatchLogOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CloudWatchLogOptions {
    pub log_enabled: Option<bool>,
    pub log_group_arn: Option<String>,
    pub log_output_format: Option<String>,
    pub bgp_log_enabled: Option<bool>,
    pub bgp_log_group_arn: Option<String>,
    pub bgp_log_output_format: Option<String>,
}

impl Encode for CloudWatchLogOptions {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<logEnabled>", &self.log_enabled);
        out.string("<logGroupArn>", &self.log_group_arn);
        out.string("<logOutputFormat>", &self.log_output_format);
        out.boolean("<bgpLogEnabled>", &self.bgp_log_enabled);
        out.string("<bgpLogGroupArn>", &self.bgp_log_group_arn);
        out.string("<bgpLogOutputFormat>", &self.bgp_log_output_format);
    }
}

/// `ConnectionTrackingConfiguration` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConnectionTrackingConfiguration {
    pub tcp_established_timeout: Option<i64>,
    pub udp_stream_timeout: Option<i64>,
    pub udp_timeout: Option<i64>,
}

impl Encode for ConnectionTrackingConfiguration {
    fn encode(&self, out: &mut Xml) {
        out.integer("<tcpEstablishedTimeout>", &self.tcp_established_timeout);
        out.integer("<udpStreamTimeout>", &self.udp_stream_timeout);
        out.integer("<udpTimeout>", &self.udp_timeout);
    }
}

/// `ConnectionTrackingSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConnectionTrackingSpecification {
    pub tcp_established_timeout: Option<i64>,
    pub udp_timeout: Option<i64>,
    pub udp_stream_timeout: Option<i64>,
}

impl Encode for ConnectionTrackingSpecification {
    fn encode(&self, out: &mut Xml) {
        out.integer("<tcpEstablishedTimeout>", &self.tcp_established_timeout);
        out.integer("<udpTimeout>", &self.udp_timeout);
        out.integer("<udpStreamTimeout>", &self.udp_stream_timeout);
    }
}

/// `ConnectionTrackingSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConnectionTrackingSpecificationRequest {
    pub tcp_established_timeout: Option<i64>,
    pub udp_stream_timeout: Option<i64>,
    pub udp_timeout: Option<i64>,
}

impl Decode for ConnectionTrackingSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = ConnectionTrackingSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "TcpEstablishedTimeout" => child.integer(&mut out.tcp_established_timeout),
                "UdpStreamTimeout" => child.integer(&mut out.udp_stream_timeout),
                "UdpTimeout" => child.integer(&mut out.udp_timeout),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for ConnectionTrackingSpecificationRequest {
    fn encode(&self, out: &mut Xml) {
        out.integer("<TcpEstablishedTimeout>", &self.tcp_established_timeout);
        out.integer("<UdpStreamTimeout>", &self.udp_stream_timeout);
        out.integer("<UdpTimeout>", &self.udp_timeout);
    }
}

/// `ConnectionTrackingSpecificationResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConnectionTrackingSpecificationResponse {
    pub tcp_established_timeout: Option<i64>,
    pub udp_stream_timeout: Option<i64>,
    pub udp_timeout: Option<i64>,
}

impl Encode for ConnectionTrackingSpecificationResponse {
    fn encode(&self, out: &mut Xml) {
        out.integer("<tcpEstablishedTimeout>", &self.tcp_established_timeout);
        out.integer("<udpStreamTimeout>", &self.udp_stream_timeout);
        out.integer("<udpTimeout>", &self.udp_timeout);
    }
}

/// `ConversionTask` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConversionTask {
    pub conversion_task_id: Option<String>,
    pub expiration_time: Option<String>,
    pub import_instance: Option<ImportInstanceTaskDetails>,
    pub import_volume: Option<ImportVolumeTaskDetails>,
    pub state: Option<String>,
    pub status_message: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for ConversionTask {
    fn encode(&self, out: &mut Xml) {
        out.string("<conversionTaskId>", &self.conversion_task_id);
        out.string("<expirationTime>", &self.expiration_time);
        out.structure("<importInstance>", &self.import_instance);
        out.structure("<importVolume>", &self.import_volume);
        out.string("<state>", &self.state);
        out.string("<statusMessage>", &self.status_message);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// What `CopyImage` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyImageRequest {
    pub client_token: Option<String>,
    pub description: Option<String>,
    pub encrypted: Option<bool>,
    pub kms_key_id: Option<String>,
    pub name: Option<String>,
    pub source_image_id: Option<String>,
    pub source_region: Option<String>,
    pub destination_outpost_arn: Option<String>,
    pub copy_image_tags: Option<bool>,
    pub tag_specifications: Vec<TagSpecification>,
    pub snapshot_copy_completion_duration_minutes: Option<i64>,
    pub destination_availability_zone: Option<String>,
    pub destination_availability_zone_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for CopyImageRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CopyImageRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ClientToken" => child.string(&mut out.client_token),
                "Description" => child.string(&mut out.description),
                "Encrypted" => child.boolean(&mut out.encrypted),
                "KmsKeyId" => child.string(&mut out.kms_key_id),
                "Name" => child.string(&mut out.name),
                "SourceImageId" => child.string(&mut out.source_image_id),
                "SourceRegion" => child.string(&mut out.source_region),
                "DestinationOutpostArn" => child.string(&mut out.destination_outpost_arn),
                "CopyImageTags" => child.boolean(&mut out.copy_image_tags),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "SnapshotCopyCompletionDurationMinutes" => {
                    child.long(&mut out.snapshot_copy_completion_duration_minutes)
                }
                "DestinationAvailabilityZone" => child.string(&mut out.destination_availability_zone),
                "DestinationAvailabilityZoneId" => child.string(&mut out.destination_availability_zone_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.name.is_some(), "Name")?;
        node.require(out.source_image_id.is_some(), "SourceImageId")?;
        node.require(out.source_region.is_some(), "SourceRegion")?;
        Ok(out)
    }
}

/// What `CopyImage` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyImageResult {
    pub image_id: Option<String>,
}

impl Encode for CopyImageResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageId>", &self.image_id);
    }
}

/// What `CopySnapshot` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopySnapshotRequest {
    pub description: Option<String>,
    pub destination_outpost_arn: Option<String>,
    pub destination_region: Option<String>,
    pub encrypted: Option<bool>,
    pub kms_key_id: Option<String>,
    pub presigned_url: Option<String>,
    pub source_region: Option<String>,
    pub source_snapshot_id: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub completion_duration_minutes: Option<i64>,
    pub destination_availability_zone: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for CopySnapshotRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CopySnapshotRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Description" => child.string(&mut out.description),
                "DestinationOutpostArn" => child.string(&mut out.destination_outpost_arn),
                "DestinationRegion" => child.string(&mut out.destination_region),
                "Encrypted" => child.boolean(&mut out.encrypted),
                "KmsKeyId" => child.string(&mut out.kms_key_id),
                "PresignedUrl" => child.string(&mut out.presigned_url),
                "SourceRegion" => child.string(&mut out.source_region),
                "SourceSnapshotId" => child.string(&mut out.source_snapshot_id),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "CompletionDurationMinutes" => child.integer(&mut out.completion_duration_minutes),
                "DestinationAvailabilityZone" => child.string(&mut out.destination_availability_zone),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.source_region.is_some(), "SourceRegion")?;
        node.require(out.source_snapshot_id.is_some(), "SourceSnapshotId")?;
        Ok(out)
    }
}

/// What `CopySnapshot` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopySnapshotResult {
    pub tags: Vec<Tag>,
    pub snapshot_id: Option<String>,
}

impl Encode for CopySnapshotResult {
    fn encode(&self, out: &mut Xml) {
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<snapshotId>", &self.snapshot_id);
    }
}

/// What `CopyVolumes` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyVolumesRequest {
    pub source_volume_id: Option<String>,
    pub iops: Option<i64>,
    pub size: Option<i64>,
    pub volume_type: Option<String>,
    pub dry_run: Option<bool>,
    pub tag_specifications: Vec<TagSpecification>,
    pub multi_attach_enabled: Option<bool>,
    pub throughput: Option<i64>,
    pub client_token: Option<String>,
}

impl Decode for CopyVolumesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CopyVolumesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SourceVolumeId" => child.string(&mut out.source_volume_id),
                "Iops" => child.integer(&mut out.iops),
                "Size" => child.integer(&mut out.size),
                "VolumeType" => child.string(&mut out.volume_type),
                "DryRun" => child.boolean(&mut out.dry_run),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "MultiAttachEnabled" => child.boolean(&mut out.multi_attach_enabled),
                "Throughput" => child.integer(&mut out.throughput),
                "ClientToken" => child.string(&mut out.client_token),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.source_volume_id.is_some(), "SourceVolumeId")?;
        Ok(out)
    }
}

/// What `CopyVolumes` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopyVolumesResult {
    pub volumes: Vec<Volume>,
}

impl Encode for CopyVolumesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<volumeSet>", "<item>", &self.volumes);
    }
}

/// `CpuOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CpuOptions {
    pub core_count: Option<i64>,
    pub threads_per_core: Option<i64>,
    pub amd_sev_snp: Option<String>,
    pub nested_virtualization: Option<String>,
}

impl Encode for CpuOptions {
    fn encode(&self, out: &mut Xml) {
        out.integer("<coreCount>", &self.core_count);
        out.integer("<threadsPerCore>", &self.threads_per_core);
        out.string("<amdSevSnp>", &self.amd_sev_snp);
        out.string("<nestedVirtualization>", &self.nested_virtualization);
    }
}

/// `CpuOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CpuOptionsRequest {
    pub core_count: Option<i64>,
    pub threads_per_core: Option<i64>,
    pub amd_sev_snp: Option<String>,
    pub nested_virtualization: Option<String>,
}

impl Decode for CpuOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CpuOptionsRequest::default();
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

/// `CpuPerformanceFactor` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CpuPerformanceFactor {
    pub references: Vec<PerformanceFactorReference>,
}

impl Encode for CpuPerformanceFactor {
    fn encode(&self, out: &mut Xml) {
        out.list("<referenceSet>", "<item>", &self.references);
    }
}

/// `CpuPerformanceFactorRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CpuPerformanceFactorRequest {
    pub references: Vec<PerformanceFactorReferenceRequest>,
}

impl Decode for CpuPerformanceFactorRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CpuPerformanceFactorRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Reference" => child.list(&mut out.references),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `CreateDefaultSubnet` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDefaultSubnetRequest {
    pub availability_zone: Option<String>,
    pub dry_run: Option<bool>,
    pub ipv6_native: Option<bool>,
    pub availability_zone_id: Option<String>,
}

impl Decode for CreateDefaultSubnetRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateDefaultSubnetRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AvailabilityZone" => child.string(&mut out.availability_zone),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Ipv6Native" => child.boolean(&mut out.ipv6_native),
                "AvailabilityZoneId" => child.string(&mut out.availability_zone_id),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `CreateDefaultSubnet` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDefaultSubnetResult {
    pub subnet: Option<Subnet>,
}

impl Encode for CreateDefaultSubnetResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<subnet>", &self.subnet);
    }
}

/// What `CreateDefaultVpc` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDefaultVpcRequest {
    pub dry_run: Option<bool>,
}

impl Decode for CreateDefaultVpcRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateDefaultVpcRequest::default();
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

/// What `CreateDefaultVpc` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDefaultVpcResult {
    pub vpc: Option<Vpc>,
}

impl Encode for CreateDefaultVpcResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<vpc>", &self.vpc);
    }
}

/// What `CreateDhcpOptions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDhcpOptionsRequest {
    pub dhcp_configurations: Vec<NewDhcpConfiguration>,
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateDhcpOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateDhcpOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DhcpConfiguration" => child.list(&mut out.dhcp_configurations),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.dhcp_configurations.is_empty(), "DhcpConfiguration")?;
        Ok(out)
    }
}

/// What `CreateDhcpOptions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDhcpOptionsResult {
    pub dhcp_options: Option<DhcpOptions>,
}

impl Encode for CreateDhcpOptionsResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<dhcpOptions>", &self.dhcp_options);
    }
}

/// What `CreateImage` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateImageRequest {
    pub tag_specifications: Vec<TagSpecification>,
    pub snapshot_location: Option<String>,
    pub dry_run: Option<bool>,
    pub instance_id: Option<String>,
    pub name: Option<String>,
    pub description: Option<String>,
    pub no_reboot: Option<bool>,
    pub block_device_mappings: Vec<BlockDeviceMapping>,
}

impl Decode for CreateImageRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateImageRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "SnapshotLocation" => child.one_of(&mut out.snapshot_location, enums::SNAPSHOT_LOCATION_ENUM),
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceId" => child.string(&mut out.instance_id),
                "Name" => child.string(&mut out.name),
                "Description" => child.string(&mut out.description),
                "NoReboot" => child.boolean(&mut out.no_reboot),
                "BlockDeviceMapping" => child.list(&mut out.block_device_mappings),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        node.require(out.name.is_some(), "Name")?;
        Ok(out)
    }
}

/// What `CreateImage` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateImageResult {
    pub image_id: Option<String>,
}

impl Encode for CreateImageResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageId>", &self.image_id);
    }
}

/// What `CreateImageUsageReport` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateImageUsageReportRequest {
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
    pub resource_types: Vec<ImageUsageResourceTypeRequest>,
    pub account_ids: Vec<String>,
    pub client_token: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
}

impl Decode for CreateImageUsageReportRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateImageUsageReportRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.string(&mut out.image_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                "ResourceType" => child.list(&mut out.resource_types),
                "AccountId" => child.strings(&mut out.account_ids),
                "ClientToken" => child.string(&mut out.client_token),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.image_id.is_some(), "ImageId")?;
        node.require(!out.resource_types.is_empty(), "ResourceType")?;
        Ok(out)
    }
}

/// What `CreateImageUsageReport` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateImageUsageReportResult {
    pub report_id: Option<String>,
}

impl Encode for CreateImageUsageReportResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<reportId>", &self.report_id);
    }
}

/// What `CreateInternetGateway` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateInternetGatewayRequest {
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateInternetGatewayRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateInternetGatewayRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `CreateInternetGateway` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateInternetGatewayResult {
    pub internet_gateway: Option<InternetGateway>,
}

impl Encode for CreateInternetGatewayResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<internetGateway>", &self.internet_gateway);
    }
}

/// What `CreateKeyPair` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateKeyPairRequest {
    pub key_name: Option<String>,
    pub key_type: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub key_format: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateKeyPairRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateKeyPairRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "KeyName" => child.string(&mut out.key_name),
                "KeyType" => child.one_of(&mut out.key_type, enums::KEY_TYPE),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "KeyFormat" => child.one_of(&mut out.key_format, enums::KEY_FORMAT),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.key_name.is_some(), "KeyName")?;
        Ok(out)
    }
}

/// What `CreateLaunchTemplate` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateLaunchTemplateRequest {
    pub dry_run: Option<bool>,
    pub client_token: Option<String>,
    pub launch_template_name: Option<String>,
    pub version_description: Option<String>,
    pub launch_template_data: Option<RequestLaunchTemplateData>,
    pub operator: Option<OperatorRequest>,
    pub tag_specifications: Vec<TagSpecification>,
}

impl Decode for CreateLaunchTemplateRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateLaunchTemplateRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "ClientToken" => child.string(&mut out.client_token),
                "LaunchTemplateName" => child.string(&mut out.launch_template_name),
                "VersionDescription" => child.string(&mut out.version_description),
                "LaunchTemplateData" => child.structure(&mut out.launch_template_data),
                "Operator" => child.structure(&mut out.operator),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.launch_template_name.is_some(), "LaunchTemplateName")?;
        node.require(out.launch_template_data.is_some(), "LaunchTemplateData")?;
        Ok(out)
    }
}

/// What `CreateLaunchTemplate` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateLaunchTemplateResult {
    pub launch_template: Option<LaunchTemplate>,
    pub warning: Option<ValidationWarning>,
}

impl Encode for CreateLaunchTemplateResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplate>", &self.launch_template);
        out.structure("<warning>", &self.warning);
    }
}

/// What `CreateLaunchTemplateVersion` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateLaunchTemplateVersionRequest {
    pub dry_run: Option<bool>,
    pub client_token: Option<String>,
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub source_version: Option<String>,
    pub version_description: Option<String>,
    pub launch_template_data: Option<RequestLaunchTemplateData>,
    pub resolve_alias: Option<bool>,
}

impl Decode for CreateLaunchTemplateVersionRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateLaunchTemplateVersionRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "ClientToken" => child.string(&mut out.client_token),
                "LaunchTemplateId" => child.string(&mut out.launch_template_id),
                "LaunchTemplateName" => child.string(&mut out.launch_template_name),
                "SourceVersion" => child.string(&mut out.source_version),
                "VersionDescription" => child.string(&mut out.version_description),
                "LaunchTemplateData" => child.structure(&mut out.launch_template_data),
                "ResolveAlias" => child.boolean(&mut out.resolve_alias),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.launch_template_data.is_some(), "LaunchTemplateData")?;
        Ok(out)
    }
}

/// What `CreateLaunchTemplateVersion` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateLaunchTemplateVersionResult {
    pub launch_template_version: Option<LaunchTemplateVersion>,
    pub warning: Option<ValidationWarning>,
}

impl Encode for CreateLaunchTemplateVersionResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplateVersion>", &self.launch_template_version);
        out.structure("<warning>", &self.warning);
    }
}

/// What `CreateManagedPrefixList` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateManagedPrefixListRequest {
    pub dry_run: Option<bool>,
    pub prefix_list_name: Option<String>,
    pub entries: Vec<AddPrefixListEntry>,
    pub max_entries: Option<i64>,
    pub tag_specifications: Vec<TagSpecification>,
    pub address_family: Option<String>,
    pub client_token: Option<String>,
}

impl Decode for CreateManagedPrefixListRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateManagedPrefixListRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "PrefixListName" => child.string(&mut out.prefix_list_name),
                "Entry" => child.list(&mut out.entries),
                "MaxEntries" => child.integer(&mut out.max_entries),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "AddressFamily" => child.string(&mut out.address_family),
                "ClientToken" => child.string(&mut out.client_token),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.prefix_list_name.is_some(), "PrefixListName")?;
        node.require(out.max_entries.is_some(), "MaxEntries")?;
        node.require(out.address_family.is_some(), "AddressFamily")?;
        Ok(out)
    }
}

/// What `CreateManagedPrefixList` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateManagedPrefixListResult {
    pub prefix_list: Option<ManagedPrefixList>,
}

impl Encode for CreateManagedPrefixListResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<prefixList>", &self.prefix_list);
    }
}

/// What `CreateNetworkInterface` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateNetworkInterfaceRequest {
    pub ipv4_prefixes: Vec<Ipv4PrefixSpecificationRequest>,
    pub ipv4_prefix_count: Option<i64>,
    pub ipv6_prefixes: Vec<Ipv6PrefixSpecificationRequest>,
    pub ipv6_prefix_count: Option<i64>,
    pub interface_type: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub client_token: Option<String>,
    pub enable_primary_ipv6: Option<bool>,
    pub connection_tracking_specification: Option<ConnectionTrackingSpecificationRequest>,
    pub operator: Option<OperatorRequest>,
    pub subnet_id: Option<String>,
    pub description: Option<String>,
    pub private_ip_address: Option<String>,
    pub groups: Vec<String>,
    pub private_ip_addresses: Vec<PrivateIpAddressSpecification>,
    pub secondary_private_ip_address_count: Option<i64>,
    pub ipv6_addresses: Vec<InstanceIpv6Address>,
    pub ipv6_address_count: Option<i64>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateNetworkInterfaceRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateNetworkInterfaceRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Ipv4Prefix" => child.list(&mut out.ipv4_prefixes),
                "Ipv4PrefixCount" => child.integer(&mut out.ipv4_prefix_count),
                "Ipv6Prefix" => child.list(&mut out.ipv6_prefixes),
                "Ipv6PrefixCount" => child.integer(&mut out.ipv6_prefix_count),
                "InterfaceType" => child.one_of(&mut out.interface_type, enums::NETWORK_INTERFACE_CREATION_TYPE),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "ClientToken" => child.string(&mut out.client_token),
                "EnablePrimaryIpv6" => child.boolean(&mut out.enable_primary_ipv6),
                "ConnectionTrackingSpecification" => child.structure(&mut out.connection_tracking_specification),
                "Operator" => child.structure(&mut out.operator),
                "SubnetId" => child.string(&mut out.subnet_id),
                "Description" => child.string(&mut out.description),
                "PrivateIpAddress" => child.string(&mut out.private_ip_address),
                "SecurityGroupId" => child.strings(&mut out.groups),
                "PrivateIpAddresses" => child.list(&mut out.private_ip_addresses),
                "SecondaryPrivateIpAddressCount" => child.integer(&mut out.secondary_private_ip_address_count),
                "Ipv6Addresses" => child.list(&mut out.ipv6_addresses),
                "Ipv6AddressCount" => child.integer(&mut out.ipv6_address_count),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.subnet_id.is_some(), "SubnetId")?;
        Ok(out)
    }
}

/// What `CreateNetworkInterface` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateNetworkInterfaceResult {
    pub network_interface: Option<NetworkInterface>,
    pub client_token: Option<String>,
}

impl Encode for CreateNetworkInterfaceResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<networkInterface>", &self.network_interface);
        out.string("<clientToken>", &self.client_token);
    }
}

/// What `CreatePlacementGroup` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePlacementGroupRequest {
    pub partition_count: Option<i64>,
    pub tag_specifications: Vec<TagSpecification>,
    pub spread_level: Option<String>,
    pub linked_group_id: Option<String>,
    pub operator: Option<OperatorRequest>,
    pub dry_run: Option<bool>,
    pub group_name: Option<String>,
    pub strategy: Option<String>,
}

impl Decode for CreatePlacementGroupRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreatePlacementGroupRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "PartitionCount" => child.integer(&mut out.partition_count),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "SpreadLevel" => child.one_of(&mut out.spread_level, enums::SPREAD_LEVEL),
                "LinkedGroupId" => child.string(&mut out.linked_group_id),
                "Operator" => child.structure(&mut out.operator),
                "DryRun" => child.boolean(&mut out.dry_run),
                "GroupName" => child.string(&mut out.group_name),
                "Strategy" => child.one_of(&mut out.strategy, enums::PLACEMENT_STRATEGY),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `CreatePlacementGroup` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreatePlacementGroupResult {
    pub placement_group: Option<PlacementGroup>,
}

impl Encode for CreatePlacementGroupResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<placementGroup>", &self.placement_group);
    }
}

/// What `CreateReplaceRootVolumeTask` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateReplaceRootVolumeTaskRequest {
    pub instance_id: Option<String>,
    pub snapshot_id: Option<String>,
    pub client_token: Option<String>,
    pub dry_run: Option<bool>,
    pub tag_specifications: Vec<TagSpecification>,
    pub image_id: Option<String>,
    pub delete_replaced_root_volume: Option<bool>,
    pub volume_initialization_rate: Option<i64>,
}

impl Decode for CreateReplaceRootVolumeTaskRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateReplaceRootVolumeTaskRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.string(&mut out.instance_id),
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "ClientToken" => child.string(&mut out.client_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "ImageId" => child.string(&mut out.image_id),
                "DeleteReplacedRootVolume" => child.boolean(&mut out.delete_replaced_root_volume),
                "VolumeInitializationRate" => child.long(&mut out.volume_initialization_rate),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        Ok(out)
    }
}

/// What `CreateReplaceRootVolumeTask` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateReplaceRootVolumeTaskResult {
    pub replace_root_volume_task: Option<ReplaceRootVolumeTask>,
}

impl Encode for CreateReplaceRootVolumeTaskResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<replaceRootVolumeTask>", &self.replace_root_volume_task);
    }
}

/// What `CreateRestoreImageTask` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRestoreImageTaskRequest {
    pub bucket: Option<String>,
    pub object_key: Option<String>,
    pub name: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateRestoreImageTaskRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateRestoreImageTaskRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Bucket" => child.string(&mut out.bucket),
                "ObjectKey" => child.string(&mut out.object_key),
                "Name" => child.string(&mut out.name),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.bucket.is_some(), "Bucket")?;
        node.require(out.object_key.is_some(), "ObjectKey")?;
        Ok(out)
    }
}

/// What `CreateRestoreImageTask` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRestoreImageTaskResult {
    pub image_id: Option<String>,
}

impl Encode for CreateRestoreImageTaskResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageId>", &self.image_id);
    }
}

/// What `CreateRoute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRouteRequest {
    pub destination_prefix_list_id: Option<String>,
    pub vpc_endpoint_id: Option<String>,
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

impl Decode for CreateRouteRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateRouteRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DestinationPrefixListId" => child.string(&mut out.destination_prefix_list_id),
                "VpcEndpointId" => child.string(&mut out.vpc_endpoint_id),
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

/// What `CreateRoute` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRouteResult {
    pub return_: Option<bool>,
}

impl Encode for CreateRouteResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `CreateRouteTable` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRouteTableRequest {
    pub tag_specifications: Vec<TagSpecification>,
    pub client_token: Option<String>,
    pub dry_run: Option<bool>,
    pub vpc_id: Option<String>,
}

impl Decode for CreateRouteTableRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateRouteTableRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "ClientToken" => child.string(&mut out.client_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                "VpcId" => child.string(&mut out.vpc_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// What `CreateRouteTable` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateRouteTableResult {
    pub route_table: Option<RouteTable>,
    pub client_token: Option<String>,
}

impl Encode for CreateRouteTableResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<routeTable>", &self.route_table);
        out.string("<clientToken>", &self.client_token);
    }
}

/// What `CreateSecurityGroup` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSecurityGroupRequest {
    pub description: Option<String>,
    pub group_name: Option<String>,
    pub vpc_id: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateSecurityGroupRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateSecurityGroupRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "GroupDescription" => child.string(&mut out.description),
                "GroupName" => child.string(&mut out.group_name),
                "VpcId" => child.string(&mut out.vpc_id),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.description.is_some(), "GroupDescription")?;
        node.require(out.group_name.is_some(), "GroupName")?;
        Ok(out)
    }
}

/// What `CreateSecurityGroup` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSecurityGroupResult {
    pub group_id: Option<String>,
    pub tags: Vec<Tag>,
    pub security_group_arn: Option<String>,
}

impl Encode for CreateSecurityGroupResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<groupId>", &self.group_id);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<securityGroupArn>", &self.security_group_arn);
    }
}

/// What `CreateSnapshot` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSnapshotRequest {
    pub description: Option<String>,
    pub outpost_arn: Option<String>,
    pub volume_id: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub location: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateSnapshotRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateSnapshotRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Description" => child.string(&mut out.description),
                "OutpostArn" => child.string(&mut out.outpost_arn),
                "VolumeId" => child.string(&mut out.volume_id),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "Location" => child.one_of(&mut out.location, enums::SNAPSHOT_LOCATION_ENUM),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.volume_id.is_some(), "VolumeId")?;
        Ok(out)
    }
}

/// What `CreateSnapshots` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSnapshotsRequest {
    pub description: Option<String>,
    pub instance_specification: Option<InstanceSpecification>,
    pub outpost_arn: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
    pub copy_tags_from_source: Option<String>,
    pub location: Option<String>,
}

impl Decode for CreateSnapshotsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateSnapshotsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Description" => child.string(&mut out.description),
                "InstanceSpecification" => child.structure(&mut out.instance_specification),
                "OutpostArn" => child.string(&mut out.outpost_arn),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                "CopyTagsFromSource" => child.one_of(&mut out.copy_tags_from_source, enums::COPY_TAGS_FROM_SOURCE),
                "Location" => child.one_of(&mut out.location, enums::SNAPSHOT_LOCATION_ENUM),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_specification.is_some(), "InstanceSpecification")?;
        Ok(out)
    }
}

/// What `CreateSnapshots` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSnapshotsResult {
    pub snapshots: Vec<SnapshotInfo>,
}

impl Encode for CreateSnapshotsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<snapshotSet>", "<item>", &self.snapshots);
    }
}

/// What `CreateStoreImageTask` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateStoreImageTaskRequest {
    pub image_id: Option<String>,
    pub bucket: Option<String>,
    pub s3_object_tags: Vec<S3ObjectTag>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateStoreImageTaskRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateStoreImageTaskRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.string(&mut out.image_id),
                "Bucket" => child.string(&mut out.bucket),
                "S3ObjectTag" => child.list(&mut out.s3_object_tags),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.image_id.is_some(), "ImageId")?;
        node.require(out.bucket.is_some(), "Bucket")?;
        Ok(out)
    }
}

/// What `CreateStoreImageTask` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateStoreImageTaskResult {
    pub object_key: Option<String>,
}

impl Encode for CreateStoreImageTaskResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<objectKey>", &self.object_key);
    }
}

/// What `CreateSubnet` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSubnetRequest {
    pub tag_specifications: Vec<TagSpecification>,
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
    pub cidr_block: Option<String>,
    pub ipv6_cidr_block: Option<String>,
    pub outpost_arn: Option<String>,
    pub vpc_id: Option<String>,
    pub ipv6_native: Option<bool>,
    pub ipv4_ipam_pool_id: Option<String>,
    pub ipv4_netmask_length: Option<i64>,
    pub ipv6_ipam_pool_id: Option<String>,
    pub ipv6_netmask_length: Option<i64>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateSubnetRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateSubnetRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "AvailabilityZone" => child.string(&mut out.availability_zone),
                "AvailabilityZoneId" => child.string(&mut out.availability_zone_id),
                "CidrBlock" => child.string(&mut out.cidr_block),
                "Ipv6CidrBlock" => child.string(&mut out.ipv6_cidr_block),
                "OutpostArn" => child.string(&mut out.outpost_arn),
                "VpcId" => child.string(&mut out.vpc_id),
                "Ipv6Native" => child.boolean(&mut out.ipv6_native),
                "Ipv4IpamPoolId" => child.string(&mut out.ipv4_ipam_pool_id),
                "Ipv4NetmaskLength" => child.integer(&mut out.ipv4_netmask_length),
                "Ipv6IpamPoolId" => child.string(&mut out.ipv6_ipam_pool_id),
                "Ipv6NetmaskLength" => child.integer(&mut out.ipv6_netmask_length),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// What `CreateSubnet` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateSubnetResult {
    pub subnet: Option<Subnet>,
}

impl Encode for CreateSubnetResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<subnet>", &self.subnet);
    }
}

/// What `CreateTags` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTagsRequest {
    pub dry_run: Option<bool>,
    pub resources: Vec<String>,
    pub tags: Vec<Tag>,
}

impl Decode for CreateTagsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateTagsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "ResourceId" => child.strings(&mut out.resources),
                "Tag" => child.list(&mut out.tags),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `CreateVolumePermission` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVolumePermission {
    pub user_id: Option<String>,
    pub group: Option<String>,
}

impl Decode for CreateVolumePermission {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateVolumePermission::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "UserId" => child.string(&mut out.user_id),
                "Group" => child.one_of(&mut out.group, enums::PERMISSION_GROUP),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for CreateVolumePermission {
    fn encode(&self, out: &mut Xml) {
        out.string("<userId>", &self.user_id);
        out.string("<group>", &self.group);
    }
}

/// `CreateVolumePermissionModifications` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVolumePermissionModifications {
    pub add: Vec<CreateVolumePermission>,
    pub remove: Vec<CreateVolumePermission>,
}

impl Decode for CreateVolumePermissionModifications {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateVolumePermissionModifications::default();
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

/// What `CreateVolume` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVolumeRequest {
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
    pub encrypted: Option<bool>,
    pub iops: Option<i64>,
    pub kms_key_id: Option<String>,
    pub outpost_arn: Option<String>,
    pub size: Option<i64>,
    pub snapshot_id: Option<String>,
    pub volume_type: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub multi_attach_enabled: Option<bool>,
    pub throughput: Option<i64>,
    pub client_token: Option<String>,
    pub volume_initialization_rate: Option<i64>,
    pub operator: Option<OperatorRequest>,
    pub dry_run: Option<bool>,
}

impl Decode for CreateVolumeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateVolumeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AvailabilityZone" => child.string(&mut out.availability_zone),
                "AvailabilityZoneId" => child.string(&mut out.availability_zone_id),
                "Encrypted" => child.boolean(&mut out.encrypted),
                "Iops" => child.integer(&mut out.iops),
                "KmsKeyId" => child.string(&mut out.kms_key_id),
                "OutpostArn" => child.string(&mut out.outpost_arn),
                "Size" => child.integer(&mut out.size),
                "SnapshotId" => child.string(&mut out.snapshot_id),
                "VolumeType" => child.string(&mut out.volume_type),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "MultiAttachEnabled" => child.boolean(&mut out.multi_attach_enabled),
                "Throughput" => child.integer(&mut out.throughput),
                "ClientToken" => child.string(&mut out.client_token),
                "VolumeInitializationRate" => child.integer(&mut out.volume_initialization_rate),
                "Operator" => child.structure(&mut out.operator),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `CreateVpc` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVpcRequest {
    pub cidr_block: Option<String>,
    pub ipv6_pool: Option<String>,
    pub ipv6_cidr_block: Option<String>,
    pub ipv4_ipam_pool_id: Option<String>,
    pub ipv4_netmask_length: Option<i64>,
    pub ipv6_ipam_pool_id: Option<String>,
    pub ipv6_netmask_length: Option<i64>,
    pub ipv6_cidr_block_network_border_group: Option<String>,
    pub vpc_encryption_control: Option<VpcEncryptionControlConfiguration>,
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
    pub instance_tenancy: Option<String>,
    pub amazon_provided_ipv6_cidr_block: Option<bool>,
}

impl Decode for CreateVpcRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreateVpcRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CidrBlock" => child.string(&mut out.cidr_block),
                "Ipv6Pool" => child.string(&mut out.ipv6_pool),
                "Ipv6CidrBlock" => child.string(&mut out.ipv6_cidr_block),
                "Ipv4IpamPoolId" => child.string(&mut out.ipv4_ipam_pool_id),
                "Ipv4NetmaskLength" => child.integer(&mut out.ipv4_netmask_length),
                "Ipv6IpamPoolId" => child.string(&mut out.ipv6_ipam_pool_id),
                "Ipv6NetmaskLength" => child.integer(&mut out.ipv6_netmask_length),
                "Ipv6CidrBlockNetworkBorderGroup" => child.string(&mut out.ipv6_cidr_block_network_border_group),
                "VpcEncryptionControl" => child.structure(&mut out.vpc_encryption_control),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceTenancy" => child.one_of(&mut out.instance_tenancy, enums::TENANCY),
                "AmazonProvidedIpv6CidrBlock" => child.boolean(&mut out.amazon_provided_ipv6_cidr_block),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `CreateVpc` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateVpcResult {
    pub vpc: Option<Vpc>,
}

impl Encode for CreateVpcResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<vpc>", &self.vpc);
    }
}

/// `CreationDateCondition` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreationDateCondition {
    pub maximum_days_since_created: Option<i64>,
}

impl Encode for CreationDateCondition {
    fn encode(&self, out: &mut Xml) {
        out.integer("<maximumDaysSinceCreated>", &self.maximum_days_since_created);
    }
}

/// `CreationDateConditionRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreationDateConditionRequest {
    pub maximum_days_since_created: Option<i64>,
}

impl Decode for CreationDateConditionRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreationDateConditionRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "MaximumDaysSinceCreated" => child.integer(&mut out.maximum_days_since_created),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `CreditSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreditSpecification {
    pub cpu_credits: Option<String>,
}

impl Encode for CreditSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<cpuCredits>", &self.cpu_credits);
    }
}

/// `CreditSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreditSpecificationRequest {
    pub cpu_credits: Option<String>,
}

impl Decode for CreditSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = CreditSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CpuCredits" => child.string(&mut out.cpu_credits),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.cpu_credits.is_some(), "CpuCredits")?;
        Ok(out)
    }
}

/// `CustomerGateway` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomerGateway {
    pub certificate_arn: Option<String>,
    pub device_name: Option<String>,
    pub tags: Vec<Tag>,
    pub bgp_asn_extended: Option<String>,
    pub customer_gateway_id: Option<String>,
    pub state: Option<String>,
    pub type_: Option<String>,
    pub ip_address: Option<String>,
    pub bgp_asn: Option<String>,
}

impl Encode for CustomerGateway {
    fn encode(&self, out: &mut Xml) {
        out.string("<certificateArn>", &self.certificate_arn);
        out.string("<deviceName>", &self.device_name);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<bgpAsnExtended>", &self.bgp_asn_extended);
        out.string("<customerGatewayId>", &self.customer_gateway_id);
        out.string("<state>", &self.state);
        out.string("<type>", &self.type_);
        out.string("<ipAddress>", &self.ip_address);
        out.string("<bgpAsn>", &self.bgp_asn);
    }
}
