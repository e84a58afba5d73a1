// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::xml::{Encode, Xml};

/// What `UnassignPrivateIpAddresses` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnassignPrivateIpAddressesRequest {
    pub ipv4_prefixes: Vec<String>,
    pub network_interface_id: Option<String>,
    pub private_ip_addresses: Vec<String>,
}

impl Decode for UnassignPrivateIpAddressesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = UnassignPrivateIpAddressesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Ipv4Prefix" => child.strings(&mut out.ipv4_prefixes),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "PrivateIpAddress" => child.strings(&mut out.private_ip_addresses),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.network_interface_id.is_some(), "NetworkInterfaceId")?;
        Ok(out)
    }
}

/// What `UnlockSnapshot` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnlockSnapshotRequest {
    pub snapshot_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for UnlockSnapshotRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = UnlockSnapshotRequest::default();
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

/// What `UnlockSnapshot` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnlockSnapshotResult {
    pub snapshot_id: Option<String>,
}

impl Encode for UnlockSnapshotResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<snapshotId>", &self.snapshot_id);
    }
}

/// What `UnmonitorInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnmonitorInstancesRequest {
    pub instance_ids: Vec<String>,
    pub dry_run: Option<bool>,
}

impl Decode for UnmonitorInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = UnmonitorInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.strings(&mut out.instance_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.instance_ids.is_empty(), "InstanceId")?;
        Ok(out)
    }
}

/// What `UnmonitorInstances` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnmonitorInstancesResult {
    pub instance_monitorings: Vec<InstanceMonitoring>,
}

impl Encode for UnmonitorInstancesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instancesSet>", "<item>", &self.instance_monitorings);
    }
}

/// `UnsuccessfulInstanceCreditSpecificationItem` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnsuccessfulInstanceCreditSpecificationItem {
    pub instance_id: Option<String>,
    pub error: Option<UnsuccessfulInstanceCreditSpecificationItemError>,
}

impl Encode for UnsuccessfulInstanceCreditSpecificationItem {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.structure("<error>", &self.error);
    }
}

/// `UnsuccessfulInstanceCreditSpecificationItemError` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnsuccessfulInstanceCreditSpecificationItemError {
    pub code: Option<String>,
    pub message: Option<String>,
}

impl Encode for UnsuccessfulInstanceCreditSpecificationItemError {
    fn encode(&self, out: &mut Xml) {
        out.string("<code>", &self.code);
        out.string("<message>", &self.message);
    }
}

/// What `UpdateSecurityGroupRuleDescriptionsEgress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSecurityGroupRuleDescriptionsEgressRequest {
    pub dry_run: Option<bool>,
    pub group_id: Option<String>,
    pub group_name: Option<String>,
    pub ip_permissions: Vec<IpPermission>,
    pub security_group_rule_descriptions: Vec<SecurityGroupRuleDescription>,
}

impl Decode for UpdateSecurityGroupRuleDescriptionsEgressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = UpdateSecurityGroupRuleDescriptionsEgressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "GroupId" => child.string(&mut out.group_id),
                "GroupName" => child.string(&mut out.group_name),
                "IpPermissions" => child.list(&mut out.ip_permissions),
                "SecurityGroupRuleDescription" => child.list(&mut out.security_group_rule_descriptions),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `UpdateSecurityGroupRuleDescriptionsEgress` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSecurityGroupRuleDescriptionsEgressResult {
    pub return_: Option<bool>,
}

impl Encode for UpdateSecurityGroupRuleDescriptionsEgressResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `UpdateSecurityGroupRuleDescriptionsIngress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSecurityGroupRuleDescriptionsIngressRequest {
    pub dry_run: Option<bool>,
    pub group_id: Option<String>,
    pub group_name: Option<String>,
    pub ip_permissions: Vec<IpPermission>,
    pub security_group_rule_descriptions: Vec<SecurityGroupRuleDescription>,
}

impl Decode for UpdateSecurityGroupRuleDescriptionsIngressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = UpdateSecurityGroupRuleDescriptionsIngressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "GroupId" => child.string(&mut out.group_id),
                "GroupName" => child.string(&mut out.group_name),
                "IpPermissions" => child.list(&mut out.ip_permissions),
                "SecurityGroupRuleDescription" => child.list(&mut out.security_group_rule_descriptions),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `UpdateSecurityGroupRuleDescriptionsIngress` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateSecurityGroupRuleDescriptionsIngressResult {
    pub return_: Option<bool>,
}

impl Encode for UpdateSecurityGroupRuleDescriptionsIngressResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// `UserBucket` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserBucket {
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
}

impl Decode for UserBucket {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = UserBucket::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "S3Bucket" => child.string(&mut out.s3_bucket),
                "S3Key" => child.string(&mut out.s3_key),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `UserBucketDetails` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserBucketDetails {
    pub s3_bucket: Option<String>,
    pub s3_key: Option<String>,
}

impl Encode for UserBucketDetails {
    fn encode(&self, out: &mut Xml) {
        out.string("<s3Bucket>", &self.s3_bucket);
        out.string("<s3Key>", &self.s3_key);
    }
}

/// `UserIdGroupPair` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserIdGroupPair {
    pub description: Option<String>,
    pub user_id: Option<String>,
    pub group_name: Option<String>,
    pub group_id: Option<String>,
    pub vpc_id: Option<String>,
    pub vpc_peering_connection_id: Option<String>,
    pub peering_status: Option<String>,
}

impl Decode for UserIdGroupPair {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = UserIdGroupPair::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Description" => child.string(&mut out.description),
                "UserId" => child.string(&mut out.user_id),
                "GroupName" => child.string(&mut out.group_name),
                "GroupId" => child.string(&mut out.group_id),
                "VpcId" => child.string(&mut out.vpc_id),
                "VpcPeeringConnectionId" => child.string(&mut out.vpc_peering_connection_id),
                "PeeringStatus" => child.string(&mut out.peering_status),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for UserIdGroupPair {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<userId>", &self.user_id);
        out.string("<groupName>", &self.group_name);
        out.string("<groupId>", &self.group_id);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<vpcPeeringConnectionId>", &self.vpc_peering_connection_id);
        out.string("<peeringStatus>", &self.peering_status);
    }
}
