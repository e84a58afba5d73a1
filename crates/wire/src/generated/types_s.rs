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

/// `S3Storage` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct S3Storage {
    pub aws_access_key_id: Option<String>,
    pub bucket: Option<String>,
    pub prefix: Option<String>,
    pub upload_policy: Option<Vec<u8>>,
    pub upload_policy_signature: Option<String>,
}

impl Encode for S3Storage {
    fn encode(&self, out: &mut Xml) {
        out.string("<AWSAccessKeyId>", &self.aws_access_key_id);
        out.string("<bucket>", &self.bucket);
        out.string("<prefix>", &self.prefix);
        out.blob("<uploadPolicy>", &self.upload_policy);
        out.string("<uploadPolicySignature>", &self.upload_policy_signature);
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

/// `SecurityGroupForVpc` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupForVpc {
    pub description: Option<String>,
    pub group_name: Option<String>,
    pub owner_id: Option<String>,
    pub group_id: Option<String>,
    pub tags: Vec<Tag>,
    pub primary_vpc_id: Option<String>,
}

impl Encode for SecurityGroupForVpc {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<groupName>", &self.group_name);
        out.string("<ownerId>", &self.owner_id);
        out.string("<groupId>", &self.group_id);
        out.list("<tagSet>", "<item>", &self.tags);
        out.string("<primaryVpcId>", &self.primary_vpc_id);
    }
}

/// `SecurityGroupIdentifier` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupIdentifier {
    pub group_id: Option<String>,
    pub group_name: Option<String>,
}

impl Encode for SecurityGroupIdentifier {
    fn encode(&self, out: &mut Xml) {
        out.string("<groupId>", &self.group_id);
        out.string("<groupName>", &self.group_name);
    }
}

/// `SecurityGroupReference` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecurityGroupReference {
    pub group_id: Option<String>,
    pub referencing_vpc_id: Option<String>,
    pub vpc_peering_connection_id: Option<String>,
    pub transit_gateway_id: Option<String>,
}

impl Encode for SecurityGroupReference {
    fn encode(&self, out: &mut Xml) {
        out.string("<groupId>", &self.group_id);
        out.string("<referencingVpcId>", &self.referencing_vpc_id);
        out.string("<vpcPeeringConnectionId>", &self.vpc_peering_connection_id);
        out.string("<transitGatewayId>", &self.transit_gateway_id);
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

/// `SpotCapacityRebalance` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotCapacityRebalance {
    pub replacement_strategy: Option<String>,
    pub termination_delay: Option<i64>,
}

impl Encode for SpotCapacityRebalance {
    fn encode(&self, out: &mut Xml) {
        out.string("<replacementStrategy>", &self.replacement_strategy);
        out.integer("<terminationDelay>", &self.termination_delay);
    }
}

/// `SpotFleetLaunchSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotFleetLaunchSpecification {
    pub addressing_type: Option<String>,
    pub block_device_mappings: Vec<BlockDeviceMapping>,
    pub ebs_optimized: Option<bool>,
    pub iam_instance_profile: Option<IamInstanceProfileSpecification>,
    pub image_id: Option<String>,
    pub instance_type: Option<String>,
    pub kernel_id: Option<String>,
    pub key_name: Option<String>,
    pub monitoring: Option<SpotFleetMonitoring>,
    pub network_interfaces: Vec<InstanceNetworkInterfaceSpecification>,
    pub placement: Option<SpotPlacement>,
    pub ramdisk_id: Option<String>,
    pub spot_price: Option<String>,
    pub subnet_id: Option<String>,
    pub user_data: Option<String>,
    pub weighted_capacity: Option<f64>,
    pub tag_specifications: Vec<SpotFleetTagSpecification>,
    pub instance_requirements: Option<InstanceRequirements>,
    pub security_groups: Vec<GroupIdentifier>,
}

impl Encode for SpotFleetLaunchSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<addressingType>", &self.addressing_type);
        out.list("<blockDeviceMapping>", "<item>", &self.block_device_mappings);
        out.boolean("<ebsOptimized>", &self.ebs_optimized);
        out.structure("<iamInstanceProfile>", &self.iam_instance_profile);
        out.string("<imageId>", &self.image_id);
        out.string("<instanceType>", &self.instance_type);
        out.string("<kernelId>", &self.kernel_id);
        out.string("<keyName>", &self.key_name);
        out.structure("<monitoring>", &self.monitoring);
        out.list("<networkInterfaceSet>", "<item>", &self.network_interfaces);
        out.structure("<placement>", &self.placement);
        out.string("<ramdiskId>", &self.ramdisk_id);
        out.string("<spotPrice>", &self.spot_price);
        out.string("<subnetId>", &self.subnet_id);
        out.string("<userData>", &self.user_data);
        out.double("<weightedCapacity>", &self.weighted_capacity);
        out.list("<tagSpecificationSet>", "<item>", &self.tag_specifications);
        out.structure("<instanceRequirements>", &self.instance_requirements);
        out.list("<groupSet>", "<item>", &self.security_groups);
    }
}

/// `SpotFleetMonitoring` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotFleetMonitoring {
    pub enabled: Option<bool>,
}

impl Encode for SpotFleetMonitoring {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enabled>", &self.enabled);
    }
}

/// `SpotFleetRequestConfig` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotFleetRequestConfig {
    pub activity_status: Option<String>,
    pub create_time: Option<Timestamp>,
    pub spot_fleet_request_config: Option<SpotFleetRequestConfigData>,
    pub spot_fleet_request_id: Option<String>,
    pub spot_fleet_request_state: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for SpotFleetRequestConfig {
    fn encode(&self, out: &mut Xml) {
        out.string("<activityStatus>", &self.activity_status);
        out.timestamp_millis("<createTime>", &self.create_time);
        out.structure("<spotFleetRequestConfig>", &self.spot_fleet_request_config);
        out.string("<spotFleetRequestId>", &self.spot_fleet_request_id);
        out.string("<spotFleetRequestState>", &self.spot_fleet_request_state);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `SpotFleetRequestConfigData` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotFleetRequestConfigData {
    pub allocation_strategy: Option<String>,
    pub on_demand_allocation_strategy: Option<String>,
    pub spot_maintenance_strategies: Option<SpotMaintenanceStrategies>,
    pub client_token: Option<String>,
    pub excess_capacity_termination_policy: Option<String>,
    pub fulfilled_capacity: Option<f64>,
    pub on_demand_fulfilled_capacity: Option<f64>,
    pub iam_fleet_role: Option<String>,
    pub launch_specifications: Vec<SpotFleetLaunchSpecification>,
    pub launch_template_configs: Vec<LaunchTemplateConfig>,
    pub spot_price: Option<String>,
    pub target_capacity: Option<i64>,
    pub on_demand_target_capacity: Option<i64>,
    pub on_demand_max_total_price: Option<String>,
    pub spot_max_total_price: Option<String>,
    pub terminate_instances_with_expiration: Option<bool>,
    pub type_: Option<String>,
    pub valid_from: Option<Timestamp>,
    pub valid_until: Option<Timestamp>,
    pub replace_unhealthy_instances: Option<bool>,
    pub instance_interruption_behavior: Option<String>,
    pub load_balancers_config: Option<LoadBalancersConfig>,
    pub instance_pools_to_use_count: Option<i64>,
    pub context: Option<String>,
    pub target_capacity_unit_type: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
}

impl Encode for SpotFleetRequestConfigData {
    fn encode(&self, out: &mut Xml) {
        out.string("<allocationStrategy>", &self.allocation_strategy);
        out.string("<onDemandAllocationStrategy>", &self.on_demand_allocation_strategy);
        out.structure("<spotMaintenanceStrategies>", &self.spot_maintenance_strategies);
        out.string("<clientToken>", &self.client_token);
        out.string("<excessCapacityTerminationPolicy>", &self.excess_capacity_termination_policy);
        out.double("<fulfilledCapacity>", &self.fulfilled_capacity);
        out.double("<onDemandFulfilledCapacity>", &self.on_demand_fulfilled_capacity);
        out.string("<iamFleetRole>", &self.iam_fleet_role);
        out.list("<launchSpecifications>", "<item>", &self.launch_specifications);
        out.list("<launchTemplateConfigs>", "<item>", &self.launch_template_configs);
        out.string("<spotPrice>", &self.spot_price);
        out.integer("<targetCapacity>", &self.target_capacity);
        out.integer("<onDemandTargetCapacity>", &self.on_demand_target_capacity);
        out.string("<onDemandMaxTotalPrice>", &self.on_demand_max_total_price);
        out.string("<spotMaxTotalPrice>", &self.spot_max_total_price);
        out.boolean("<terminateInstancesWithExpiration>", &self.terminate_instances_with_expiration);
        out.string("<type>", &self.type_);
        out.timestamp("<validFrom>", &self.valid_from);
        out.timestamp("<validUntil>", &self.valid_until);
        out.boolean("<replaceUnhealthyInstances>", &self.replace_unhealthy_instances);
        out.string("<instanceInterruptionBehavior>", &self.instance_interruption_behavior);
        out.structure("<loadBalancersConfig>", &self.load_balancers_config);
        out.integer("<instancePoolsToUseCount>", &self.instance_pools_to_use_count);
        out.string("<context>", &self.context);
        out.string("<targetCapacityUnitType>", &self.target_capacity_unit_type);
        out.list("<TagSpecification>", "<item>", &self.tag_specifications);
    }
}

/// `SpotFleetTagSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotFleetTagSpecification {
    pub resource_type: Option<String>,
    pub tags: Vec<Tag>,
}

impl Encode for SpotFleetTagSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<resourceType>", &self.resource_type);
        if !self.tags.is_empty() {
            out.list("<tag>", "<item>", &self.tags);
        }
    }
}

/// `SpotInstanceRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotInstanceRequest {
    pub actual_block_hourly_price: Option<String>,
    pub availability_zone_group: Option<String>,
    pub block_duration_minutes: Option<i64>,
    pub create_time: Option<Timestamp>,
    pub fault: Option<SpotInstanceStateFault>,
    pub instance_id: Option<String>,
    pub launch_group: Option<String>,
    pub launch_specification: Option<LaunchSpecification>,
    pub launched_availability_zone: Option<String>,
    pub launched_availability_zone_id: Option<String>,
    pub product_description: Option<String>,
    pub spot_instance_request_id: Option<String>,
    pub spot_price: Option<String>,
    pub state: Option<String>,
    pub status: Option<SpotInstanceStatus>,
    pub tags: Vec<Tag>,
    pub type_: Option<String>,
    pub valid_from: Option<Timestamp>,
    pub valid_until: Option<Timestamp>,
    pub instance_interruption_behavior: Option<String>,
}

impl Encode for SpotInstanceRequest {
    fn encode(&self, out: &mut Xml) {
        out.string("<actualBlockHourlyPrice>", &self.actual_block_hourly_price);
        out.string("<availabilityZoneGroup>", &self.availability_zone_group);
        out.integer("<blockDurationMinutes>", &self.block_duration_minutes);
        out.timestamp("<createTime>", &self.create_time);
        out.structure("<fault>", &self.fault);
        out.string("<instanceId>", &self.instance_id);
        out.string("<launchGroup>", &self.launch_group);
        out.structure("<launchSpecification>", &self.launch_specification);
        out.string("<launchedAvailabilityZone>", &self.launched_availability_zone);
        out.string("<launchedAvailabilityZoneId>", &self.launched_availability_zone_id);
        out.string("<productDescription>", &self.product_description);
        out.string("<spotInstanceRequestId>", &self.spot_instance_request_id);
        out.string("<spotPrice>", &self.spot_price);
        out.string("<state>", &self.state);
        out.structure("<status>", &self.status);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<type>", &self.type_);
        out.timestamp("<validFrom>", &self.valid_from);
        out.timestamp("<validUntil>", &self.valid_until);
        out.string("<instanceInterruptionBehavior>", &self.instance_interruption_behavior);
    }
}

/// `SpotInstanceStateFault` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotInstanceStateFault {
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Encode for SpotInstanceStateFault {
    fn encode(&self, out: &mut Xml) {
        out.string("<code>", &self.code);
        out.string("<message>", &self.message);
    }
}

/// `SpotInstanceStatus` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotInstanceStatus {
    pub code: Option<String>,
    pub message: Option<String>,
    pub update_time: Option<Timestamp>,
}

impl Encode for SpotInstanceStatus {
    fn encode(&self, out: &mut Xml) {
        out.string("<code>", &self.code);
        out.string("<message>", &self.message);
        out.timestamp("<updateTime>", &self.update_time);
    }
}

/// `SpotMaintenanceStrategies` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotMaintenanceStrategies {
    pub capacity_rebalance: Option<SpotCapacityRebalance>,
}

impl Encode for SpotMaintenanceStrategies {
    fn encode(&self, out: &mut Xml) {
        out.structure("<capacityRebalance>", &self.capacity_rebalance);
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

/// `SpotOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotOptions {
    pub allocation_strategy: Option<String>,
    pub maintenance_strategies: Option<FleetSpotMaintenanceStrategies>,
    pub instance_interruption_behavior: Option<String>,
    pub instance_pools_to_use_count: Option<i64>,
    pub single_instance_type: Option<bool>,
    pub single_availability_zone: Option<bool>,
    pub min_target_capacity: Option<i64>,
    pub max_total_price: Option<String>,
}

impl Encode for SpotOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<allocationStrategy>", &self.allocation_strategy);
        out.structure("<maintenanceStrategies>", &self.maintenance_strategies);
        out.string("<instanceInterruptionBehavior>", &self.instance_interruption_behavior);
        out.integer("<instancePoolsToUseCount>", &self.instance_pools_to_use_count);
        out.boolean("<singleInstanceType>", &self.single_instance_type);
        out.boolean("<singleAvailabilityZone>", &self.single_availability_zone);
        out.integer("<minTargetCapacity>", &self.min_target_capacity);
        out.string("<maxTotalPrice>", &self.max_total_price);
    }
}

/// `SpotPlacement` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotPlacement {
    pub availability_zone: Option<String>,
    pub group_name: Option<String>,
    pub tenancy: Option<String>,
    pub availability_zone_id: Option<String>,
}

impl Encode for SpotPlacement {
    fn encode(&self, out: &mut Xml) {
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<groupName>", &self.group_name);
        out.string("<tenancy>", &self.tenancy);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
    }
}

/// `SpotPrice` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotPrice {
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
    pub instance_type: Option<String>,
    pub product_description: Option<String>,
    pub spot_price: Option<String>,
    pub timestamp: Option<Timestamp>,
}

impl Encode for SpotPrice {
    fn encode(&self, out: &mut Xml) {
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.string("<instanceType>", &self.instance_type);
        out.string("<productDescription>", &self.product_description);
        out.string("<spotPrice>", &self.spot_price);
        out.timestamp("<timestamp>", &self.timestamp);
    }
}

/// `StaleIpPermission` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StaleIpPermission {
    pub from_port: Option<i64>,
    pub ip_protocol: Option<String>,
    pub ip_ranges: Vec<String>,
    pub prefix_list_ids: Vec<String>,
    pub to_port: Option<i64>,
    pub user_id_group_pairs: Vec<UserIdGroupPair>,
}

impl Encode for StaleIpPermission {
    fn encode(&self, out: &mut Xml) {
        out.integer("<fromPort>", &self.from_port);
        out.string("<ipProtocol>", &self.ip_protocol);
        out.strings("<ipRanges>", "<item>", &self.ip_ranges);
        out.strings("<prefixListIds>", "<item>", &self.prefix_list_ids);
        out.integer("<toPort>", &self.to_port);
        out.list("<groups>", "<item>", &self.user_id_group_pairs);
    }
}

/// `StaleSecurityGroup` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StaleSecurityGroup {
    pub description: Option<String>,
    pub group_id: Option<String>,
    pub group_name: Option<String>,
    pub stale_ip_permissions: Vec<StaleIpPermission>,
    pub stale_ip_permissions_egress: Vec<StaleIpPermission>,
    pub vpc_id: Option<String>,
}

impl Encode for StaleSecurityGroup {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<groupId>", &self.group_id);
        out.string("<groupName>", &self.group_name);
        out.list("<staleIpPermissions>", "<item>", &self.stale_ip_permissions);
        out.list("<staleIpPermissionsEgress>", "<item>", &self.stale_ip_permissions_egress);
        out.string("<vpcId>", &self.vpc_id);
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

/// `Storage` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storage {
    pub s3: Option<S3Storage>,
}

impl Encode for Storage {
    fn encode(&self, out: &mut Xml) {
        out.structure("<S3>", &self.s3);
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

/// `SubnetIpPrefixes` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubnetIpPrefixes {
    pub subnet_id: Option<String>,
    pub ip_prefixes: Vec<String>,
}

impl Encode for SubnetIpPrefixes {
    fn encode(&self, out: &mut Xml) {
        out.string("<subnetId>", &self.subnet_id);
        out.strings("<ipPrefixSet>", "<item>", &self.ip_prefixes);
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

/// `SuccessfulInstanceCreditSpecificationItem` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SuccessfulInstanceCreditSpecificationItem {
    pub instance_id: Option<String>,
}

impl Encode for SuccessfulInstanceCreditSpecificationItem {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
    }
}
