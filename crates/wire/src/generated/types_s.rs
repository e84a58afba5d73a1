// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `S3ObjectTag` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3ObjectTag {
    pub key: Option<String>,
    pub value: Option<String>,
}

impl Decode for S3ObjectTag {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = S3ObjectTag::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Key" => child.string(&mut out.key),
                "Value" => child.string(&mut out.value),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `SecondaryInterfacePrivateIpAddressSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecondaryInterfacePrivateIpAddressSpecification {
    pub private_ip_address: Option<String>,
}

impl Encode for SecondaryInterfacePrivateIpAddressSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<privateIpAddress>", &self.private_ip_address);
    }
}

/// `SecondaryInterfacePrivateIpAddressSpecificationRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecondaryInterfacePrivateIpAddressSpecificationRequest {
    pub private_ip_address: Option<String>,
}

impl Decode for SecondaryInterfacePrivateIpAddressSpecificationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = SecondaryInterfacePrivateIpAddressSpecificationRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "PrivateIpAddress" => child.string(&mut out.private_ip_address),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `SecurityGroup` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroup {
    pub group_id: Option<String>,
    pub ip_permissions_egress: Vec<IpPermission>,
    pub tags: Vec<Tag>,
    pub vpc_id: Option<String>,
    pub security_group_arn: Option<String>,
    pub owner_id: Option<String>,
    pub group_name: Option<String>,
    pub description: Option<String>,
    pub ip_permissions: Vec<IpPermission>,
}

impl Encode for SecurityGroup {
    fn encode(&self, out: &mut Xml) {
        out.string("<groupId>", &self.group_id);
        out.list("<ipPermissionsEgress>", "<item>", &self.ip_permissions_egress);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<vpcId>", &self.vpc_id);
        out.string("<securityGroupArn>", &self.security_group_arn);
        out.string("<ownerId>", &self.owner_id);
        out.string("<groupName>", &self.group_name);
        out.string("<groupDescription>", &self.description);
        out.list("<ipPermissions>", "<item>", &self.ip_permissions);
    }
}

/// `SecurityGroupRule` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupRule {
    pub security_group_rule_id: Option<String>,
    pub group_id: Option<String>,
    pub group_owner_id: Option<String>,
    pub is_egress: Option<bool>,
    pub ip_protocol: Option<String>,
    pub from_port: Option<i64>,
    pub to_port: Option<i64>,
    pub cidr_ipv4: Option<String>,
    pub cidr_ipv6: Option<String>,
    pub prefix_list_id: Option<String>,
    pub referenced_group_info: Option<ReferencedSecurityGroup>,
    pub description: Option<String>,
    pub tags: Vec<Tag>,
    pub security_group_rule_arn: Option<String>,
}

impl Encode for SecurityGroupRule {
    fn encode(&self, out: &mut Xml) {
        out.string("<securityGroupRuleId>", &self.security_group_rule_id);
        out.string("<groupId>", &self.group_id);
        out.string("<groupOwnerId>", &self.group_owner_id);
        out.boolean("<isEgress>", &self.is_egress);
        out.string("<ipProtocol>", &self.ip_protocol);
        out.integer("<fromPort>", &self.from_port);
        out.integer("<toPort>", &self.to_port);
        out.string("<cidrIpv4>", &self.cidr_ipv4);
        out.string("<cidrIpv6>", &self.cidr_ipv6);
        out.string("<prefixListId>", &self.prefix_list_id);
        out.structure("<referencedGroupInfo>", &self.referenced_group_info);
        out.string("<description>", &self.description);
        out.list("<tagSet>", "<item>", &self.tags);
        out.string("<securityGroupRuleArn>", &self.security_group_rule_arn);
    }
}

/// `SecurityGroupRuleDescription` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupRuleDescription {
    pub security_group_rule_id: Option<String>,
    pub description: Option<String>,
}

impl Decode for SecurityGroupRuleDescription {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = SecurityGroupRuleDescription::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SecurityGroupRuleId" => child.string(&mut out.security_group_rule_id),
                "Description" => child.string(&mut out.description),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `SecurityGroupRuleRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupRuleRequest {
    pub ip_protocol: Option<String>,
    pub from_port: Option<i64>,
    pub to_port: Option<i64>,
    pub cidr_ipv4: Option<String>,
    pub cidr_ipv6: Option<String>,
    pub prefix_list_id: Option<String>,
    pub referenced_group_id: Option<String>,
    pub description: Option<String>,
}

impl Decode for SecurityGroupRuleRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = SecurityGroupRuleRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "IpProtocol" => child.string(&mut out.ip_protocol),
                "FromPort" => child.integer(&mut out.from_port),
                "ToPort" => child.integer(&mut out.to_port),
                "CidrIpv4" => child.string(&mut out.cidr_ipv4),
                "CidrIpv6" => child.string(&mut out.cidr_ipv6),
                "PrefixListId" => child.string(&mut out.prefix_list_id),
                "ReferencedGroupId" => child.string(&mut out.referenced_group_id),
                "Description" => child.string(&mut out.description),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `SecurityGroupRuleUpdate` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupRuleUpdate {
    pub security_group_rule_id: Option<String>,
    pub security_group_rule: Option<SecurityGroupRuleRequest>,
}

impl Decode for SecurityGroupRuleUpdate {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = SecurityGroupRuleUpdate::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SecurityGroupRuleId" => child.string(&mut out.security_group_rule_id),
                "SecurityGroupRule" => child.structure(&mut out.security_group_rule),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.security_group_rule_id.is_some(), "SecurityGroupRuleId")?;
        Ok(out)
    }
}

/// What `CreateSnapshot` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    pub owner_alias: Option<String>,
    pub outpost_arn: Option<String>,
    pub tags: Vec<Tag>,
    pub storage_tier: Option<String>,
    pub restore_expiry_time: Option<Timestamp>,
    pub sse_type: Option<String>,
    pub availability_zone: Option<String>,
    pub transfer_type: Option<String>,
    pub completion_duration_minutes: Option<i64>,
    pub completion_time: Option<Timestamp>,
    pub full_snapshot_size_in_bytes: Option<i64>,
    pub snapshot_id: Option<String>,
    pub volume_id: Option<String>,
    pub state: Option<String>,
    pub state_message: Option<String>,
    pub start_time: Option<Timestamp>,
    pub progress: Option<String>,
    pub owner_id: Option<String>,
    pub description: Option<String>,
    pub volume_size: Option<i64>,
    pub encrypted: Option<bool>,
    pub kms_key_id: Option<String>,
    pub data_encryption_key_id: Option<String>,
}

impl Encode for Snapshot {
    fn encode(&self, out: &mut Xml) {
        out.string("<ownerAlias>", &self.owner_alias);
        out.string("<outpostArn>", &self.outpost_arn);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<storageTier>", &self.storage_tier);
        out.timestamp_millis("<restoreExpiryTime>", &self.restore_expiry_time);
        out.string("<sseType>", &self.sse_type);
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<transferType>", &self.transfer_type);
        out.integer("<completionDurationMinutes>", &self.completion_duration_minutes);
        out.timestamp_millis("<completionTime>", &self.completion_time);
        out.integer("<fullSnapshotSizeInBytes>", &self.full_snapshot_size_in_bytes);
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<volumeId>", &self.volume_id);
        out.string("<status>", &self.state);
        out.string("<statusMessage>", &self.state_message);
        out.timestamp("<startTime>", &self.start_time);
        out.string("<progress>", &self.progress);
        out.string("<ownerId>", &self.owner_id);
        out.string("<description>", &self.description);
        out.integer("<volumeSize>", &self.volume_size);
        out.boolean("<encrypted>", &self.encrypted);
        out.string("<kmsKeyId>", &self.kms_key_id);
        out.string("<dataEncryptionKeyId>", &self.data_encryption_key_id);
    }
}

/// `SnapshotDetail` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapshotDetail {
    pub description: Option<String>,
    pub device_name: Option<String>,
    pub disk_image_size: Option<f64>,
    pub format: Option<String>,
    pub progress: Option<String>,
    pub snapshot_id: Option<String>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub url: Option<String>,
    pub user_bucket: Option<UserBucketDetails>,
}

impl Encode for SnapshotDetail {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<deviceName>", &self.device_name);
        out.double("<diskImageSize>", &self.disk_image_size);
        out.string("<format>", &self.format);
        out.string("<progress>", &self.progress);
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<status>", &self.status);
        out.string("<statusMessage>", &self.status_message);
        out.string("<url>", &self.url);
        out.structure("<userBucket>", &self.user_bucket);
    }
}

/// `SnapshotDiskContainer` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapshotDiskContainer {
    pub description: Option<String>,
    pub format: Option<String>,
    pub url: Option<String>,
    pub user_bucket: Option<UserBucket>,
}

impl Decode for SnapshotDiskContainer {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = SnapshotDiskContainer::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Description" => child.string(&mut out.description),
                "Format" => child.string(&mut out.format),
                "Url" => child.string(&mut out.url),
                "UserBucket" => child.structure(&mut out.user_bucket),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `SnapshotInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapshotInfo {
    pub description: Option<String>,
    pub tags: Vec<Tag>,
    pub encrypted: Option<bool>,
    pub volume_id: Option<String>,
    pub state: Option<String>,
    pub volume_size: Option<i64>,
    pub start_time: Option<Timestamp>,
    pub progress: Option<String>,
    pub owner_id: Option<String>,
    pub snapshot_id: Option<String>,
    pub outpost_arn: Option<String>,
    pub sse_type: Option<String>,
    pub availability_zone: Option<String>,
}

impl Encode for SnapshotInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.boolean("<encrypted>", &self.encrypted);
        out.string("<volumeId>", &self.volume_id);
        out.string("<state>", &self.state);
        out.integer("<volumeSize>", &self.volume_size);
        out.timestamp_millis("<startTime>", &self.start_time);
        out.string("<progress>", &self.progress);
        out.string("<ownerId>", &self.owner_id);
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<outpostArn>", &self.outpost_arn);
        out.string("<sseType>", &self.sse_type);
        out.string("<availabilityZone>", &self.availability_zone);
    }
}

/// `SnapshotRecycleBinInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapshotRecycleBinInfo {
    pub snapshot_id: Option<String>,
    pub recycle_bin_enter_time: Option<Timestamp>,
    pub recycle_bin_exit_time: Option<Timestamp>,
    pub description: Option<String>,
    pub volume_id: Option<String>,
}

impl Encode for SnapshotRecycleBinInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<snapshotId>", &self.snapshot_id);
        out.timestamp_millis("<recycleBinEnterTime>", &self.recycle_bin_enter_time);
        out.timestamp_millis("<recycleBinExitTime>", &self.recycle_bin_exit_time);
        out.string("<description>", &self.description);
        out.string("<volumeId>", &self.volume_id);
    }
}

/// `SnapshotTaskDetail` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapshotTaskDetail {
    pub description: Option<String>,
    pub disk_image_size: Option<f64>,
    pub encrypted: Option<bool>,
    pub format: Option<String>,
    pub kms_key_id: Option<String>,
    pub progress: Option<String>,
    pub snapshot_id: Option<String>,
    pub status: Option<String>,
    pub status_message: Option<String>,
    pub url: Option<String>,
    pub user_bucket: Option<UserBucketDetails>,
}

impl Encode for SnapshotTaskDetail {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.double("<diskImageSize>", &self.disk_image_size);
        out.boolean("<encrypted>", &self.encrypted);
        out.string("<format>", &self.format);
        out.string("<kmsKeyId>", &self.kms_key_id);
        out.string("<progress>", &self.progress);
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<status>", &self.status);
        out.string("<statusMessage>", &self.status_message);
        out.string("<url>", &self.url);
        out.structure("<userBucket>", &self.user_bucket);
    }
}

/// `SnapshotTierStatus` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapshotTierStatus {
    pub snapshot_id: Option<String>,
    pub volume_id: Option<String>,
    pub status: Option<String>,
    pub owner_id: Option<String>,
    pub tags: Vec<Tag>,
    pub storage_tier: Option<String>,
    pub last_tiering_start_time: Option<Timestamp>,
    pub last_tiering_progress: Option<i64>,
    pub last_tiering_operation_status: Option<String>,
    pub last_tiering_operation_status_detail: Option<String>,
    pub archival_complete_time: Option<Timestamp>,
    pub restore_expiry_time: Option<Timestamp>,
}

impl Encode for SnapshotTierStatus {
    fn encode(&self, out: &mut Xml) {
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<volumeId>", &self.volume_id);
        out.string("<status>", &self.status);
        out.string("<ownerId>", &self.owner_id);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<storageTier>", &self.storage_tier);
        out.timestamp_millis("<lastTieringStartTime>", &self.last_tiering_start_time);
        out.integer("<lastTieringProgress>", &self.last_tiering_progress);
        out.string("<lastTieringOperationStatus>", &self.last_tiering_operation_status);
        out.string("<lastTieringOperationStatusDetail>", &self.last_tiering_operation_status_detail);
        out.timestamp_millis("<archivalCompleteTime>", &self.archival_complete_time);
        out.timestamp_millis("<restoreExpiryTime>", &self.restore_expiry_time);
    }
}

/// `SpotMarketOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotMarketOptions {
    pub max_price: Option<String>,
    pub spot_instance_type: Option<String>,
    pub block_duration_minutes: Option<i64>,
    pub valid_until: Option<Timestamp>,
    pub instance_interruption_behavior: Option<String>,
}

impl Decode for SpotMarketOptions {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = SpotMarketOptions::default();
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

/// What `StartInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartInstancesRequest {
    pub instance_ids: Vec<String>,
    pub additional_info: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for StartInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = StartInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.strings(&mut out.instance_ids),
                "AdditionalInfo" => child.string(&mut out.additional_info),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.instance_ids.is_empty(), "InstanceId")?;
        Ok(out)
    }
}

/// What `StartInstances` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartInstancesResult {
    pub starting_instances: Vec<InstanceStateChange>,
}

impl Encode for StartInstancesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instancesSet>", "<item>", &self.starting_instances);
    }
}

/// `StateReason` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StateReason {
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Encode for StateReason {
    fn encode(&self, out: &mut Xml) {
        out.string("<code>", &self.code);
        out.string("<message>", &self.message);
    }
}

/// What `StopInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopInstancesRequest {
    pub instance_ids: Vec<String>,
    pub hibernate: Option<bool>,
    pub skip_os_shutdown: Option<bool>,
    pub dry_run: Option<bool>,
    pub force: Option<bool>,
}

impl Decode for StopInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = StopInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.strings(&mut out.instance_ids),
                "Hibernate" => child.boolean(&mut out.hibernate),
                "SkipOsShutdown" => child.boolean(&mut out.skip_os_shutdown),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Force" => child.boolean(&mut out.force),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.instance_ids.is_empty(), "InstanceId")?;
        Ok(out)
    }
}

/// What `StopInstances` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopInstancesResult {
    pub stopping_instances: Vec<InstanceStateChange>,
}

impl Encode for StopInstancesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instancesSet>", "<item>", &self.stopping_instances);
    }
}

/// `StoreImageTaskResult` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoreImageTaskResult {
    pub ami_id: Option<String>,
    pub task_start_time: Option<Timestamp>,
    pub bucket: Option<String>,
    pub s3object_key: Option<String>,
    pub progress_percentage: Option<i64>,
    pub store_task_state: Option<String>,
    pub store_task_failure_reason: Option<String>,
}

impl Encode for StoreImageTaskResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<amiId>", &self.ami_id);
        out.timestamp_millis("<taskStartTime>", &self.task_start_time);
        out.string("<bucket>", &self.bucket);
        out.string("<s3objectKey>", &self.s3object_key);
        out.integer("<progressPercentage>", &self.progress_percentage);
        out.string("<storeTaskState>", &self.store_task_state);
        out.string("<storeTaskFailureReason>", &self.store_task_failure_reason);
    }
}

/// `Subnet` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subnet {
    pub availability_zone_id: Option<String>,
    pub enable_lni_at_device_index: Option<i64>,
    pub map_customer_owned_ip_on_launch: Option<bool>,
    pub customer_owned_ipv4_pool: Option<String>,
    pub owner_id: Option<String>,
    pub assign_ipv6_address_on_creation: Option<bool>,
    pub ipv6_cidr_block_association_set: Vec<SubnetIpv6CidrBlockAssociation>,
    pub tags: Vec<Tag>,
    pub subnet_arn: Option<String>,
    pub outpost_arn: Option<String>,
    pub enable_dns64: Option<bool>,
    pub ipv6_native: Option<bool>,
    pub private_dns_name_options_on_launch: Option<PrivateDnsNameOptionsOnLaunch>,
    pub block_public_access_states: Option<BlockPublicAccessStates>,
    pub type_: Option<String>,
    pub subnet_id: Option<String>,
    pub state: Option<String>,
    pub vpc_id: Option<String>,
    pub cidr_block: Option<String>,
    pub available_ip_address_count: Option<i64>,
    pub availability_zone: Option<String>,
    pub default_for_az: Option<bool>,
    pub map_public_ip_on_launch: Option<bool>,
}

impl Encode for Subnet {
    fn encode(&self, out: &mut Xml) {
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.integer("<enableLniAtDeviceIndex>", &self.enable_lni_at_device_index);
        out.boolean("<mapCustomerOwnedIpOnLaunch>", &self.map_customer_owned_ip_on_launch);
        out.string("<customerOwnedIpv4Pool>", &self.customer_owned_ipv4_pool);
        out.string("<ownerId>", &self.owner_id);
        out.boolean("<assignIpv6AddressOnCreation>", &self.assign_ipv6_address_on_creation);
        out.list("<ipv6CidrBlockAssociationSet>", "<item>", &self.ipv6_cidr_block_association_set);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<subnetArn>", &self.subnet_arn);
        out.string("<outpostArn>", &self.outpost_arn);
        out.boolean("<enableDns64>", &self.enable_dns64);
        out.boolean("<ipv6Native>", &self.ipv6_native);
        out.structure("<privateDnsNameOptionsOnLaunch>", &self.private_dns_name_options_on_launch);
        out.structure("<blockPublicAccessStates>", &self.block_public_access_states);
        out.string("<type>", &self.type_);
        out.string("<subnetId>", &self.subnet_id);
        out.string("<state>", &self.state);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<cidrBlock>", &self.cidr_block);
        out.integer("<availableIpAddressCount>", &self.available_ip_address_count);
        out.string("<availabilityZone>", &self.availability_zone);
        out.boolean("<defaultForAz>", &self.default_for_az);
        out.boolean("<mapPublicIpOnLaunch>", &self.map_public_ip_on_launch);
    }
}

/// `SubnetCidrBlockState` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubnetCidrBlockState {
    pub state: Option<String>,
    pub status_message: Option<String>,
}

impl Encode for SubnetCidrBlockState {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
        out.string("<statusMessage>", &self.status_message);
    }
}

/// `SubnetIpv6CidrBlockAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubnetIpv6CidrBlockAssociation {
    pub association_id: Option<String>,
    pub ipv6_cidr_block: Option<String>,
    pub ipv6_cidr_block_state: Option<SubnetCidrBlockState>,
    pub ipv6_address_attribute: Option<String>,
    pub ip_source: Option<String>,
}

impl Encode for SubnetIpv6CidrBlockAssociation {
    fn encode(&self, out: &mut Xml) {
        out.string("<associationId>", &self.association_id);
        out.string("<ipv6CidrBlock>", &self.ipv6_cidr_block);
        out.structure("<ipv6CidrBlockState>", &self.ipv6_cidr_block_state);
        out.string("<ipv6AddressAttribute>", &self.ipv6_address_attribute);
        out.string("<ipSource>", &self.ip_source);
    }
}
