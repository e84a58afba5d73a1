// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `DefaultConnectionTrackingConfiguration` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DefaultConnectionTrackingConfiguration {
    pub default_tcp_established_timeout: Option<i64>,
    pub default_udp_timeout: Option<i64>,
    pub default_udp_stream_timeout: Option<i64>,
}

impl Encode for DefaultConnectionTrackingConfiguration {
    fn encode(&self, out: &mut Xml) {
        out.integer("<defaultTcpEstablishedTimeout>", &self.default_tcp_established_timeout);
        out.integer("<defaultUdpTimeout>", &self.default_udp_timeout);
        out.integer("<defaultUdpStreamTimeout>", &self.default_udp_stream_timeout);
    }
}

/// What `DeleteDhcpOptions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteDhcpOptionsRequest {
    pub dhcp_options_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DeleteDhcpOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteDhcpOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DhcpOptionsId" => child.string(&mut out.dhcp_options_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.dhcp_options_id.is_some(), "DhcpOptionsId")?;
        Ok(out)
    }
}

/// What `DeleteImageUsageReport` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteImageUsageReportRequest {
    pub report_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DeleteImageUsageReportRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteImageUsageReportRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ReportId" => child.string(&mut out.report_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.report_id.is_some(), "ReportId")?;
        Ok(out)
    }
}

/// What `DeleteImageUsageReport` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteImageUsageReportResult {
    pub return_: Option<bool>,
}

impl Encode for DeleteImageUsageReportResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `DeleteInternetGateway` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteInternetGatewayRequest {
    pub dry_run: Option<bool>,
    pub internet_gateway_id: Option<String>,
}

impl Decode for DeleteInternetGatewayRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteInternetGatewayRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InternetGatewayId" => child.string(&mut out.internet_gateway_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.internet_gateway_id.is_some(), "InternetGatewayId")?;
        Ok(out)
    }
}

/// What `DeleteKeyPair` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteKeyPairRequest {
    pub key_name: Option<String>,
    pub key_pair_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DeleteKeyPairRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteKeyPairRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "KeyName" => child.string(&mut out.key_name),
                "KeyPairId" => child.string(&mut out.key_pair_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DeleteKeyPair` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteKeyPairResult {
    pub return_: Option<bool>,
    pub key_pair_id: Option<String>,
}

impl Encode for DeleteKeyPairResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
        out.string("<keyPairId>", &self.key_pair_id);
    }
}

/// What `DeleteLaunchTemplate` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLaunchTemplateRequest {
    pub dry_run: Option<bool>,
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
}

impl Decode for DeleteLaunchTemplateRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteLaunchTemplateRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "LaunchTemplateId" => child.string(&mut out.launch_template_id),
                "LaunchTemplateName" => child.string(&mut out.launch_template_name),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DeleteLaunchTemplate` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLaunchTemplateResult {
    pub launch_template: Option<LaunchTemplate>,
}

impl Encode for DeleteLaunchTemplateResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplate>", &self.launch_template);
    }
}

/// What `DeleteLaunchTemplateVersions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLaunchTemplateVersionsRequest {
    pub dry_run: Option<bool>,
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub versions: Vec<String>,
}

impl Decode for DeleteLaunchTemplateVersionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteLaunchTemplateVersionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "LaunchTemplateId" => child.string(&mut out.launch_template_id),
                "LaunchTemplateName" => child.string(&mut out.launch_template_name),
                "LaunchTemplateVersion" => child.strings(&mut out.versions),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.versions.is_empty(), "LaunchTemplateVersion")?;
        Ok(out)
    }
}

/// `DeleteLaunchTemplateVersionsResponseErrorItem` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLaunchTemplateVersionsResponseErrorItem {
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub version_number: Option<i64>,
    pub response_error: Option<ResponseError>,
}

impl Encode for DeleteLaunchTemplateVersionsResponseErrorItem {
    fn encode(&self, out: &mut Xml) {
        out.string("<launchTemplateId>", &self.launch_template_id);
        out.string("<launchTemplateName>", &self.launch_template_name);
        out.integer("<versionNumber>", &self.version_number);
        out.structure("<responseError>", &self.response_error);
    }
}

/// `DeleteLaunchTemplateVersionsResponseSuccessItem` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLaunchTemplateVersionsResponseSuccessItem {
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub version_number: Option<i64>,
}

impl Encode for DeleteLaunchTemplateVersionsResponseSuccessItem {
    fn encode(&self, out: &mut Xml) {
        out.string("<launchTemplateId>", &self.launch_template_id);
        out.string("<launchTemplateName>", &self.launch_template_name);
        out.integer("<versionNumber>", &self.version_number);
    }
}

/// What `DeleteLaunchTemplateVersions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteLaunchTemplateVersionsResult {
    pub successfully_deleted_launch_template_versions: Vec<DeleteLaunchTemplateVersionsResponseSuccessItem>,
    pub unsuccessfully_deleted_launch_template_versions: Vec<DeleteLaunchTemplateVersionsResponseErrorItem>,
}

impl Encode for DeleteLaunchTemplateVersionsResult {
    fn encode(&self, out: &mut Xml) {
        out.list(
            "<successfullyDeletedLaunchTemplateVersionSet>",
            "<item>",
            &self.successfully_deleted_launch_template_versions,
        );
        out.list(
            "<unsuccessfullyDeletedLaunchTemplateVersionSet>",
            "<item>",
            &self.unsuccessfully_deleted_launch_template_versions,
        );
    }
}

/// What `DeleteManagedPrefixList` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteManagedPrefixListRequest {
    pub dry_run: Option<bool>,
    pub prefix_list_id: Option<String>,
}

impl Decode for DeleteManagedPrefixListRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteManagedPrefixListRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "PrefixListId" => child.string(&mut out.prefix_list_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.prefix_list_id.is_some(), "PrefixListId")?;
        Ok(out)
    }
}

/// What `DeleteManagedPrefixList` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteManagedPrefixListResult {
    pub prefix_list: Option<ManagedPrefixList>,
}

impl Encode for DeleteManagedPrefixListResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<prefixList>", &self.prefix_list);
    }
}

/// What `DeleteNetworkInterface` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteNetworkInterfaceRequest {
    pub dry_run: Option<bool>,
    pub network_interface_id: Option<String>,
}

impl Decode for DeleteNetworkInterfaceRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteNetworkInterfaceRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.network_interface_id.is_some(), "NetworkInterfaceId")?;
        Ok(out)
    }
}

/// What `DeletePlacementGroup` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeletePlacementGroupRequest {
    pub dry_run: Option<bool>,
    pub group_name: Option<String>,
}

impl Decode for DeletePlacementGroupRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeletePlacementGroupRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "GroupName" => child.string(&mut out.group_name),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.group_name.is_some(), "GroupName")?;
        Ok(out)
    }
}

/// What `DeleteRoute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRouteRequest {
    pub destination_prefix_list_id: Option<String>,
    pub dry_run: Option<bool>,
    pub route_table_id: Option<String>,
    pub destination_cidr_block: Option<String>,
    pub destination_ipv6_cidr_block: Option<String>,
}

impl Decode for DeleteRouteRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteRouteRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DestinationPrefixListId" => child.string(&mut out.destination_prefix_list_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                "RouteTableId" => child.string(&mut out.route_table_id),
                "DestinationCidrBlock" => child.string(&mut out.destination_cidr_block),
                "DestinationIpv6CidrBlock" => child.string(&mut out.destination_ipv6_cidr_block),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.route_table_id.is_some(), "RouteTableId")?;
        Ok(out)
    }
}

/// What `DeleteRouteTable` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteRouteTableRequest {
    pub dry_run: Option<bool>,
    pub route_table_id: Option<String>,
}

impl Decode for DeleteRouteTableRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteRouteTableRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "RouteTableId" => child.string(&mut out.route_table_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.route_table_id.is_some(), "RouteTableId")?;
        Ok(out)
    }
}

/// What `DeleteSecurityGroup` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSecurityGroupRequest {
    pub group_id: Option<String>,
    pub group_name: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DeleteSecurityGroupRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteSecurityGroupRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "GroupId" => child.string(&mut out.group_id),
                "GroupName" => child.string(&mut out.group_name),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DeleteSecurityGroup` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSecurityGroupResult {
    pub return_: Option<bool>,
    pub group_id: Option<String>,
}

impl Encode for DeleteSecurityGroupResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
        out.string("<groupId>", &self.group_id);
    }
}

/// What `DeleteSnapshot` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSnapshotRequest {
    pub snapshot_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DeleteSnapshotRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteSnapshotRequest::default();
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

/// `DeleteSnapshotReturnCode` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSnapshotReturnCode {
    pub snapshot_id: Option<String>,
    pub return_code: Option<String>,
}

impl Encode for DeleteSnapshotReturnCode {
    fn encode(&self, out: &mut Xml) {
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<returnCode>", &self.return_code);
    }
}

/// What `DeleteSubnet` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteSubnetRequest {
    pub subnet_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DeleteSubnetRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteSubnetRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "SubnetId" => child.string(&mut out.subnet_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.subnet_id.is_some(), "SubnetId")?;
        Ok(out)
    }
}

/// What `DeleteTags` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTagsRequest {
    pub dry_run: Option<bool>,
    pub resources: Vec<String>,
    pub tags: Vec<Tag>,
}

impl Decode for DeleteTagsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteTagsRequest::default();
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

/// What `DeleteVolume` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVolumeRequest {
    pub volume_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DeleteVolumeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteVolumeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "VolumeId" => child.string(&mut out.volume_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.volume_id.is_some(), "VolumeId")?;
        Ok(out)
    }
}

/// What `DeleteVpc` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteVpcRequest {
    pub vpc_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DeleteVpcRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeleteVpcRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "VpcId" => child.string(&mut out.vpc_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// `DeprecationTimeCondition` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeprecationTimeCondition {
    pub maximum_days_since_deprecated: Option<i64>,
}

impl Encode for DeprecationTimeCondition {
    fn encode(&self, out: &mut Xml) {
        out.integer("<maximumDaysSinceDeprecated>", &self.maximum_days_since_deprecated);
    }
}

/// `DeprecationTimeConditionRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeprecationTimeConditionRequest {
    pub maximum_days_since_deprecated: Option<i64>,
}

impl Decode for DeprecationTimeConditionRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeprecationTimeConditionRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "MaximumDaysSinceDeprecated" => child.integer(&mut out.maximum_days_since_deprecated),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DeregisterImage` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeregisterImageRequest {
    pub image_id: Option<String>,
    pub delete_associated_snapshots: Option<bool>,
    pub dry_run: Option<bool>,
}

impl Decode for DeregisterImageRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DeregisterImageRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.string(&mut out.image_id),
                "DeleteAssociatedSnapshots" => child.boolean(&mut out.delete_associated_snapshots),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.image_id.is_some(), "ImageId")?;
        Ok(out)
    }
}

/// What `DeregisterImage` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeregisterImageResult {
    pub return_: Option<bool>,
    pub delete_snapshot_results: Vec<DeleteSnapshotReturnCode>,
}

impl Encode for DeregisterImageResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
        if !self.delete_snapshot_results.is_empty() {
            out.list("<deleteSnapshotResultSet>", "<item>", &self.delete_snapshot_results);
        }
    }
}

/// What `DescribeAccountAttributes` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAccountAttributesRequest {
    pub dry_run: Option<bool>,
    pub attribute_names: Vec<String>,
}

impl Decode for DescribeAccountAttributesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeAccountAttributesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "AttributeName" => child.strings(&mut out.attribute_names),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeAccountAttributes` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAccountAttributesResult {
    pub account_attributes: Vec<AccountAttribute>,
}

impl Encode for DescribeAccountAttributesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<accountAttributeSet>", "<item>", &self.account_attributes);
    }
}

/// What `DescribeAddressTransfers` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAddressTransfersRequest {
    pub allocation_ids: Vec<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeAddressTransfersRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeAddressTransfersRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AllocationId" => child.strings(&mut out.allocation_ids),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeAddressTransfers` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAddressTransfersResult {
    pub address_transfers: Vec<AddressTransfer>,
    pub next_token: Option<String>,
}

impl Encode for DescribeAddressTransfersResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<addressTransferSet>", "<item>", &self.address_transfers);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeAddressesAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAddressesAttributeRequest {
    pub allocation_ids: Vec<String>,
    pub attribute: Option<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeAddressesAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeAddressesAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AllocationId" => child.strings(&mut out.allocation_ids),
                "Attribute" => child.one_of(&mut out.attribute, enums::ADDRESS_ATTRIBUTE_NAME),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeAddressesAttribute` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAddressesAttributeResult {
    pub addresses: Vec<AddressAttribute>,
    pub next_token: Option<String>,
}

impl Encode for DescribeAddressesAttributeResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<addressSet>", "<item>", &self.addresses);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeAddresses` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAddressesRequest {
    pub public_ips: Vec<String>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub allocation_ids: Vec<String>,
}

impl Decode for DescribeAddressesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeAddressesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "PublicIp" => child.strings(&mut out.public_ips),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "AllocationId" => child.strings(&mut out.allocation_ids),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeAddresses` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAddressesResult {
    pub addresses: Vec<Address>,
}

impl Encode for DescribeAddressesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<addressesSet>", "<item>", &self.addresses);
    }
}

/// What `DescribeAvailabilityZones` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAvailabilityZonesRequest {
    pub zone_names: Vec<String>,
    pub zone_ids: Vec<String>,
    pub all_availability_zones: Option<bool>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeAvailabilityZonesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeAvailabilityZonesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ZoneName" => child.strings(&mut out.zone_names),
                "ZoneId" => child.strings(&mut out.zone_ids),
                "AllAvailabilityZones" => child.boolean(&mut out.all_availability_zones),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeAvailabilityZones` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeAvailabilityZonesResult {
    pub availability_zones: Vec<AvailabilityZone>,
}

impl Encode for DescribeAvailabilityZonesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<availabilityZoneInfo>", "<item>", &self.availability_zones);
    }
}

/// What `DescribeBundleTasks` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeBundleTasksRequest {
    pub bundle_ids: Vec<String>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeBundleTasksRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeBundleTasksRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "BundleId" => child.strings(&mut out.bundle_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeBundleTasks` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeBundleTasksResult {
    pub bundle_tasks: Vec<BundleTask>,
}

impl Encode for DescribeBundleTasksResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<bundleInstanceTasksSet>", "<item>", &self.bundle_tasks);
    }
}

/// What `DescribeCapacityReservations` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeCapacityReservationsRequest {
    pub capacity_reservation_ids: Vec<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub filters: Vec<Filter>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeCapacityReservationsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeCapacityReservationsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CapacityReservationId" => child.strings(&mut out.capacity_reservation_ids),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "Filter" => child.list(&mut out.filters),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeCapacityReservations` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeCapacityReservationsResult {
    pub next_token: Option<String>,
    pub capacity_reservations: Vec<CapacityReservation>,
}

impl Encode for DescribeCapacityReservationsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<capacityReservationSet>", "<item>", &self.capacity_reservations);
    }
}

/// What `DescribeCarrierGateways` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeCarrierGatewaysRequest {
    pub carrier_gateway_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeCarrierGatewaysRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeCarrierGatewaysRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CarrierGatewayId" => child.strings(&mut out.carrier_gateway_ids),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeCarrierGateways` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeCarrierGatewaysResult {
    pub carrier_gateways: Vec<CarrierGateway>,
    pub next_token: Option<String>,
}

impl Encode for DescribeCarrierGatewaysResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<carrierGatewaySet>", "<item>", &self.carrier_gateways);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeConversionTasks` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeConversionTasksRequest {
    pub dry_run: Option<bool>,
    pub conversion_task_ids: Vec<String>,
}

impl Decode for DescribeConversionTasksRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeConversionTasksRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "ConversionTaskId" => child.strings(&mut out.conversion_task_ids),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeConversionTasks` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeConversionTasksResult {
    pub conversion_tasks: Vec<ConversionTask>,
}

impl Encode for DescribeConversionTasksResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<conversionTasks>", "<item>", &self.conversion_tasks);
    }
}

/// What `DescribeCustomerGateways` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeCustomerGatewaysRequest {
    pub customer_gateway_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeCustomerGatewaysRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeCustomerGatewaysRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CustomerGatewayId" => child.strings(&mut out.customer_gateway_ids),
                "Filter" => child.list(&mut out.filters),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeCustomerGateways` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeCustomerGatewaysResult {
    pub customer_gateways: Vec<CustomerGateway>,
}

impl Encode for DescribeCustomerGatewaysResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<customerGatewaySet>", "<item>", &self.customer_gateways);
    }
}

/// What `DescribeDhcpOptions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDhcpOptionsRequest {
    pub dhcp_options_ids: Vec<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeDhcpOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeDhcpOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DhcpOptionsId" => child.strings(&mut out.dhcp_options_ids),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeDhcpOptions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeDhcpOptionsResult {
    pub next_token: Option<String>,
    pub dhcp_options: Vec<DhcpOptions>,
}

impl Encode for DescribeDhcpOptionsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<dhcpOptionsSet>", "<item>", &self.dhcp_options);
    }
}

/// What `DescribeEgressOnlyInternetGateways` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeEgressOnlyInternetGatewaysRequest {
    pub dry_run: Option<bool>,
    pub egress_only_internet_gateway_ids: Vec<String>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeEgressOnlyInternetGatewaysRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeEgressOnlyInternetGatewaysRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "EgressOnlyInternetGatewayId" => child.strings(&mut out.egress_only_internet_gateway_ids),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeEgressOnlyInternetGateways` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeEgressOnlyInternetGatewaysResult {
    pub egress_only_internet_gateways: Vec<EgressOnlyInternetGateway>,
    pub next_token: Option<String>,
}

impl Encode for DescribeEgressOnlyInternetGatewaysResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<egressOnlyInternetGatewaySet>", "<item>", &self.egress_only_internet_gateways);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeExportImageTasks` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeExportImageTasksRequest {
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub export_image_task_ids: Vec<String>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeExportImageTasksRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeExportImageTasksRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "ExportImageTaskId" => child.strings(&mut out.export_image_task_ids),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeExportImageTasks` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeExportImageTasksResult {
    pub export_image_tasks: Vec<ExportImageTask>,
    pub next_token: Option<String>,
}

impl Encode for DescribeExportImageTasksResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<exportImageTaskSet>", "<item>", &self.export_image_tasks);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeExportTasks` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeExportTasksRequest {
    pub filters: Vec<Filter>,
    pub export_task_ids: Vec<String>,
}

impl Decode for DescribeExportTasksRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeExportTasksRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
                "ExportTaskId" => child.strings(&mut out.export_task_ids),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeExportTasks` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeExportTasksResult {
    pub export_tasks: Vec<ExportTask>,
}

impl Encode for DescribeExportTasksResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<exportTaskSet>", "<item>", &self.export_tasks);
    }
}

/// What `DescribeFastLaunchImages` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFastLaunchImagesRequest {
    pub image_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeFastLaunchImagesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeFastLaunchImagesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.strings(&mut out.image_ids),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeFastLaunchImages` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFastLaunchImagesResult {
    pub fast_launch_images: Vec<DescribeFastLaunchImagesSuccessItem>,
    pub next_token: Option<String>,
}

impl Encode for DescribeFastLaunchImagesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<fastLaunchImageSet>", "<item>", &self.fast_launch_images);
        out.string("<nextToken>", &self.next_token);
    }
}

/// `DescribeFastLaunchImagesSuccessItem` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFastLaunchImagesSuccessItem {
    pub image_id: Option<String>,
    pub resource_type: Option<String>,
    pub snapshot_configuration: Option<FastLaunchSnapshotConfigurationResponse>,
    pub launch_template: Option<FastLaunchLaunchTemplateSpecificationResponse>,
    pub max_parallel_launches: Option<i64>,
    pub owner_id: Option<String>,
    pub state: Option<String>,
    pub state_transition_reason: Option<String>,
    pub state_transition_time: Option<Timestamp>,
}

impl Encode for DescribeFastLaunchImagesSuccessItem {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageId>", &self.image_id);
        out.string("<resourceType>", &self.resource_type);
        out.structure("<snapshotConfiguration>", &self.snapshot_configuration);
        out.structure("<launchTemplate>", &self.launch_template);
        out.integer("<maxParallelLaunches>", &self.max_parallel_launches);
        out.string("<ownerId>", &self.owner_id);
        out.string("<state>", &self.state);
        out.string("<stateTransitionReason>", &self.state_transition_reason);
        out.timestamp_millis("<stateTransitionTime>", &self.state_transition_time);
    }
}

/// `DescribeFastSnapshotRestoreSuccessItem` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFastSnapshotRestoreSuccessItem {
    pub snapshot_id: Option<String>,
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
    pub state: Option<String>,
    pub state_transition_reason: Option<String>,
    pub owner_id: Option<String>,
    pub owner_alias: Option<String>,
    pub enabling_time: Option<Timestamp>,
    pub optimizing_time: Option<Timestamp>,
    pub enabled_time: Option<Timestamp>,
    pub disabling_time: Option<Timestamp>,
    pub disabled_time: Option<Timestamp>,
}

impl Encode for DescribeFastSnapshotRestoreSuccessItem {
    fn encode(&self, out: &mut Xml) {
        out.string("<snapshotId>", &self.snapshot_id);
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.string("<state>", &self.state);
        out.string("<stateTransitionReason>", &self.state_transition_reason);
        out.string("<ownerId>", &self.owner_id);
        out.string("<ownerAlias>", &self.owner_alias);
        out.timestamp_millis("<enablingTime>", &self.enabling_time);
        out.timestamp_millis("<optimizingTime>", &self.optimizing_time);
        out.timestamp_millis("<enabledTime>", &self.enabled_time);
        out.timestamp_millis("<disablingTime>", &self.disabling_time);
        out.timestamp_millis("<disabledTime>", &self.disabled_time);
    }
}

/// What `DescribeFastSnapshotRestores` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFastSnapshotRestoresRequest {
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeFastSnapshotRestoresRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeFastSnapshotRestoresRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeFastSnapshotRestores` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFastSnapshotRestoresResult {
    pub fast_snapshot_restores: Vec<DescribeFastSnapshotRestoreSuccessItem>,
    pub next_token: Option<String>,
}

impl Encode for DescribeFastSnapshotRestoresResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<fastSnapshotRestoreSet>", "<item>", &self.fast_snapshot_restores);
        out.string("<nextToken>", &self.next_token);
    }
}

/// `DescribeFleetError` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFleetError {
    pub launch_template_and_overrides: Option<LaunchTemplateAndOverridesResponse>,
    pub lifecycle: Option<String>,
    pub error_code: Option<String>,
    pub error_message: Option<String>,
}

impl Encode for DescribeFleetError {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplateAndOverrides>", &self.launch_template_and_overrides);
        out.string("<lifecycle>", &self.lifecycle);
        out.string("<errorCode>", &self.error_code);
        out.string("<errorMessage>", &self.error_message);
    }
}

/// `DescribeFleetsInstances` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFleetsInstances {
    pub launch_template_and_overrides: Option<LaunchTemplateAndOverridesResponse>,
    pub lifecycle: Option<String>,
    pub instance_ids: Vec<String>,
    pub instance_type: Option<String>,
    pub platform: Option<String>,
}

impl Encode for DescribeFleetsInstances {
    fn encode(&self, out: &mut Xml) {
        out.structure("<launchTemplateAndOverrides>", &self.launch_template_and_overrides);
        out.string("<lifecycle>", &self.lifecycle);
        out.strings("<instanceIds>", "<item>", &self.instance_ids);
        out.string("<instanceType>", &self.instance_type);
        out.string("<platform>", &self.platform);
    }
}

/// What `DescribeFleets` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFleetsRequest {
    pub dry_run: Option<bool>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub fleet_ids: Vec<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeFleetsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeFleetsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "FleetId" => child.strings(&mut out.fleet_ids),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeFleets` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFleetsResult {
    pub next_token: Option<String>,
    pub fleets: Vec<FleetData>,
}

impl Encode for DescribeFleetsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<fleetSet>", "<item>", &self.fleets);
    }
}

/// What `DescribeFlowLogs` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFlowLogsRequest {
    pub dry_run: Option<bool>,
    pub filter: Vec<Filter>,
    pub flow_log_ids: Vec<String>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeFlowLogsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeFlowLogsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filter),
                "FlowLogId" => child.strings(&mut out.flow_log_ids),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeFlowLogs` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeFlowLogsResult {
    pub flow_logs: Vec<FlowLog>,
    pub next_token: Option<String>,
}

impl Encode for DescribeFlowLogsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<flowLogSet>", "<item>", &self.flow_logs);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeHosts` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeHostsRequest {
    pub host_ids: Vec<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub filter: Vec<Filter>,
}

impl Decode for DescribeHostsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeHostsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "HostId" => child.strings(&mut out.host_ids),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "Filter" => child.list(&mut out.filter),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeHosts` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeHostsResult {
    pub hosts: Vec<Host>,
    pub next_token: Option<String>,
}

impl Encode for DescribeHostsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<hostSet>", "<item>", &self.hosts);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeIamInstanceProfileAssociations` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeIamInstanceProfileAssociationsRequest {
    pub association_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeIamInstanceProfileAssociationsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeIamInstanceProfileAssociationsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AssociationId" => child.strings(&mut out.association_ids),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeIamInstanceProfileAssociations` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeIamInstanceProfileAssociationsResult {
    pub iam_instance_profile_associations: Vec<IamInstanceProfileAssociation>,
    pub next_token: Option<String>,
}

impl Encode for DescribeIamInstanceProfileAssociationsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<iamInstanceProfileAssociationSet>", "<item>", &self.iam_instance_profile_associations);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeImageAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImageAttributeRequest {
    pub attribute: Option<String>,
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeImageAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeImageAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Attribute" => child.one_of(&mut out.attribute, enums::IMAGE_ATTRIBUTE_NAME),
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

/// What `DescribeImageReferences` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImageReferencesRequest {
    pub image_ids: Vec<String>,
    pub include_all_resource_types: Option<bool>,
    pub resource_types: Vec<ResourceTypeRequest>,
    pub next_token: Option<String>,
    pub dry_run: Option<bool>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeImageReferencesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeImageReferencesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.strings(&mut out.image_ids),
                "IncludeAllResourceTypes" => child.boolean(&mut out.include_all_resource_types),
                "ResourceType" => child.list(&mut out.resource_types),
                "NextToken" => child.string(&mut out.next_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.image_ids.is_empty(), "ImageId")?;
        Ok(out)
    }
}

/// What `DescribeImageReferences` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImageReferencesResult {
    pub next_token: Option<String>,
    pub image_references: Vec<ImageReference>,
}

impl Encode for DescribeImageReferencesResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<imageReferenceSet>", "<item>", &self.image_references);
    }
}

/// What `DescribeImageUsageReportEntries` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImageUsageReportEntriesRequest {
    pub image_ids: Vec<String>,
    pub report_ids: Vec<String>,
    pub next_token: Option<String>,
    pub filters: Vec<Filter>,
    pub dry_run: Option<bool>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeImageUsageReportEntriesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeImageUsageReportEntriesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.strings(&mut out.image_ids),
                "ReportId" => child.strings(&mut out.report_ids),
                "NextToken" => child.string(&mut out.next_token),
                "Filter" => child.list(&mut out.filters),
                "DryRun" => child.boolean(&mut out.dry_run),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeImageUsageReportEntries` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImageUsageReportEntriesResult {
    pub next_token: Option<String>,
    pub image_usage_report_entries: Vec<ImageUsageReportEntry>,
}

impl Encode for DescribeImageUsageReportEntriesResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<imageUsageReportEntrySet>", "<item>", &self.image_usage_report_entries);
    }
}

/// What `DescribeImageUsageReports` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImageUsageReportsRequest {
    pub image_ids: Vec<String>,
    pub report_ids: Vec<String>,
    pub next_token: Option<String>,
    pub filters: Vec<Filter>,
    pub dry_run: Option<bool>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeImageUsageReportsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeImageUsageReportsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.strings(&mut out.image_ids),
                "ReportId" => child.strings(&mut out.report_ids),
                "NextToken" => child.string(&mut out.next_token),
                "Filter" => child.list(&mut out.filters),
                "DryRun" => child.boolean(&mut out.dry_run),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeImageUsageReports` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImageUsageReportsResult {
    pub next_token: Option<String>,
    pub image_usage_reports: Vec<ImageUsageReport>,
}

impl Encode for DescribeImageUsageReportsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<imageUsageReportSet>", "<item>", &self.image_usage_reports);
    }
}

/// What `DescribeImages` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImagesRequest {
    pub executable_users: Vec<String>,
    pub image_ids: Vec<String>,
    pub owners: Vec<String>,
    pub include_deprecated: Option<bool>,
    pub include_disabled: Option<bool>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeImagesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeImagesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ExecutableBy" => child.strings(&mut out.executable_users),
                "ImageId" => child.strings(&mut out.image_ids),
                "Owner" => child.strings(&mut out.owners),
                "IncludeDeprecated" => child.boolean(&mut out.include_deprecated),
                "IncludeDisabled" => child.boolean(&mut out.include_disabled),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeImages` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImagesResult {
    pub next_token: Option<String>,
    pub images: Vec<Image>,
}

impl Encode for DescribeImagesResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<imagesSet>", "<item>", &self.images);
    }
}

/// What `DescribeImportImageTasks` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImportImageTasksRequest {
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub import_task_ids: Vec<String>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeImportImageTasksRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeImportImageTasksRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filters" => child.list(&mut out.filters),
                "ImportTaskId" => child.strings(&mut out.import_task_ids),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeImportImageTasks` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImportImageTasksResult {
    pub import_image_tasks: Vec<ImportImageTask>,
    pub next_token: Option<String>,
}

impl Encode for DescribeImportImageTasksResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<importImageTaskSet>", "<item>", &self.import_image_tasks);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeImportSnapshotTasks` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImportSnapshotTasksRequest {
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub import_task_ids: Vec<String>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeImportSnapshotTasksRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeImportSnapshotTasksRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filters" => child.list(&mut out.filters),
                "ImportTaskId" => child.strings(&mut out.import_task_ids),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeImportSnapshotTasks` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeImportSnapshotTasksResult {
    pub import_snapshot_tasks: Vec<ImportSnapshotTask>,
    pub next_token: Option<String>,
}

impl Encode for DescribeImportSnapshotTasksResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<importSnapshotTaskSet>", "<item>", &self.import_snapshot_tasks);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeInstanceAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceAttributeRequest {
    pub dry_run: Option<bool>,
    pub instance_id: Option<String>,
    pub attribute: Option<String>,
}

impl Decode for DescribeInstanceAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstanceAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceId" => child.string(&mut out.instance_id),
                "Attribute" => child.string(&mut out.attribute),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.instance_id.is_some(), "InstanceId")?;
        node.require(out.attribute.is_some(), "Attribute")?;
        Ok(out)
    }
}

/// What `DescribeInstanceConnectEndpoints` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceConnectEndpointsRequest {
    pub dry_run: Option<bool>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub filters: Vec<Filter>,
    pub instance_connect_endpoint_ids: Vec<String>,
}

impl Decode for DescribeInstanceConnectEndpointsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstanceConnectEndpointsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "Filter" => child.list(&mut out.filters),
                "InstanceConnectEndpointId" => child.strings(&mut out.instance_connect_endpoint_ids),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInstanceConnectEndpoints` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceConnectEndpointsResult {
    pub instance_connect_endpoints: Vec<Ec2InstanceConnectEndpoint>,
    pub next_token: Option<String>,
}

impl Encode for DescribeInstanceConnectEndpointsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instanceConnectEndpointSet>", "<item>", &self.instance_connect_endpoints);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeInstanceCreditSpecifications` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceCreditSpecificationsRequest {
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub instance_ids: Vec<String>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeInstanceCreditSpecificationsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstanceCreditSpecificationsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "InstanceId" => child.strings(&mut out.instance_ids),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInstanceCreditSpecifications` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceCreditSpecificationsResult {
    pub instance_credit_specifications: Vec<InstanceCreditSpecification>,
    pub next_token: Option<String>,
}

impl Encode for DescribeInstanceCreditSpecificationsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instanceCreditSpecificationSet>", "<item>", &self.instance_credit_specifications);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeInstanceEventWindows` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceEventWindowsRequest {
    pub dry_run: Option<bool>,
    pub instance_event_window_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeInstanceEventWindowsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstanceEventWindowsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceEventWindowId" => child.strings(&mut out.instance_event_window_ids),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInstanceEventWindows` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceEventWindowsResult {
    pub instance_event_windows: Vec<InstanceEventWindow>,
    pub next_token: Option<String>,
}

impl Encode for DescribeInstanceEventWindowsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instanceEventWindowSet>", "<item>", &self.instance_event_windows);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeInstanceImageMetadata` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceImageMetadataRequest {
    pub filters: Vec<Filter>,
    pub instance_ids: Vec<String>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeInstanceImageMetadataRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstanceImageMetadataRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
                "InstanceId" => child.strings(&mut out.instance_ids),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInstanceImageMetadata` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceImageMetadataResult {
    pub instance_image_metadata: Vec<InstanceImageMetadata>,
    pub next_token: Option<String>,
}

impl Encode for DescribeInstanceImageMetadataResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instanceImageMetadataSet>", "<item>", &self.instance_image_metadata);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeInstanceStatus` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceStatusRequest {
    pub instance_ids: Vec<String>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub include_managed_resources: Option<bool>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub include_all_instances: Option<bool>,
}

impl Decode for DescribeInstanceStatusRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstanceStatusRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.strings(&mut out.instance_ids),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "IncludeManagedResources" => child.boolean(&mut out.include_managed_resources),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "IncludeAllInstances" => child.boolean(&mut out.include_all_instances),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInstanceStatus` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceStatusResult {
    pub instance_statuses: Vec<InstanceStatus>,
    pub next_token: Option<String>,
}

impl Encode for DescribeInstanceStatusResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instanceStatusSet>", "<item>", &self.instance_statuses);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeInstanceTopology` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceTopologyRequest {
    pub dry_run: Option<bool>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub instance_ids: Vec<String>,
    pub group_names: Vec<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeInstanceTopologyRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstanceTopologyRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "InstanceId" => child.strings(&mut out.instance_ids),
                "GroupName" => child.strings(&mut out.group_names),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInstanceTopology` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceTopologyResult {
    pub instances: Vec<InstanceTopology>,
    pub next_token: Option<String>,
}

impl Encode for DescribeInstanceTopologyResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instanceSet>", "<item>", &self.instances);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeInstanceTypeOfferings` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceTypeOfferingsRequest {
    pub dry_run: Option<bool>,
    pub location_type: Option<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeInstanceTypeOfferingsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstanceTypeOfferingsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "LocationType" => child.one_of(&mut out.location_type, enums::LOCATION_TYPE),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInstanceTypeOfferings` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceTypeOfferingsResult {
    pub instance_type_offerings: Vec<InstanceTypeOffering>,
    pub next_token: Option<String>,
}

impl Encode for DescribeInstanceTypeOfferingsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instanceTypeOfferingSet>", "<item>", &self.instance_type_offerings);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeInstanceTypes` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceTypesRequest {
    pub dry_run: Option<bool>,
    pub instance_types: Vec<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub include_unsupported_in_region: Option<bool>,
}

impl Decode for DescribeInstanceTypesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstanceTypesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InstanceType" => child.strings(&mut out.instance_types),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "IncludeUnsupportedInRegion" => child.boolean(&mut out.include_unsupported_in_region),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInstanceTypes` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstanceTypesResult {
    pub instance_types: Vec<InstanceTypeInfo>,
    pub next_token: Option<String>,
}

impl Encode for DescribeInstanceTypesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instanceTypeSet>", "<item>", &self.instance_types);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstancesRequest {
    pub instance_ids: Vec<String>,
    pub include_managed_resources: Option<bool>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.strings(&mut out.instance_ids),
                "IncludeManagedResources" => child.boolean(&mut out.include_managed_resources),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInstances` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInstancesResult {
    pub next_token: Option<String>,
    pub reservations: Vec<Reservation>,
}

impl Encode for DescribeInstancesResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<reservationSet>", "<item>", &self.reservations);
    }
}

/// What `DescribeInternetGateways` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInternetGatewaysRequest {
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
    pub internet_gateway_ids: Vec<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeInternetGatewaysRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeInternetGatewaysRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                "InternetGatewayId" => child.strings(&mut out.internet_gateway_ids),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeInternetGateways` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeInternetGatewaysResult {
    pub internet_gateways: Vec<InternetGateway>,
    pub next_token: Option<String>,
}

impl Encode for DescribeInternetGatewaysResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<internetGatewaySet>", "<item>", &self.internet_gateways);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeKeyPairs` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeKeyPairsRequest {
    pub key_names: Vec<String>,
    pub key_pair_ids: Vec<String>,
    pub include_public_key: Option<bool>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeKeyPairsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeKeyPairsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "KeyName" => child.strings(&mut out.key_names),
                "KeyPairId" => child.strings(&mut out.key_pair_ids),
                "IncludePublicKey" => child.boolean(&mut out.include_public_key),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeKeyPairs` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeKeyPairsResult {
    pub key_pairs: Vec<KeyPairInfo>,
}

impl Encode for DescribeKeyPairsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<keySet>", "<item>", &self.key_pairs);
    }
}

/// What `DescribeLaunchTemplateVersions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLaunchTemplateVersionsRequest {
    pub dry_run: Option<bool>,
    pub launch_template_id: Option<String>,
    pub launch_template_name: Option<String>,
    pub versions: Vec<String>,
    pub min_version: Option<String>,
    pub max_version: Option<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub filters: Vec<Filter>,
    pub resolve_alias: Option<bool>,
    pub include_managed_resources: Option<bool>,
}

impl Decode for DescribeLaunchTemplateVersionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeLaunchTemplateVersionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "LaunchTemplateId" => child.string(&mut out.launch_template_id),
                "LaunchTemplateName" => child.string(&mut out.launch_template_name),
                "LaunchTemplateVersion" => child.strings(&mut out.versions),
                "MinVersion" => child.string(&mut out.min_version),
                "MaxVersion" => child.string(&mut out.max_version),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "Filter" => child.list(&mut out.filters),
                "ResolveAlias" => child.boolean(&mut out.resolve_alias),
                "IncludeManagedResources" => child.boolean(&mut out.include_managed_resources),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeLaunchTemplateVersions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLaunchTemplateVersionsResult {
    pub launch_template_versions: Vec<LaunchTemplateVersion>,
    pub next_token: Option<String>,
}

impl Encode for DescribeLaunchTemplateVersionsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<launchTemplateVersionSet>", "<item>", &self.launch_template_versions);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeLaunchTemplates` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLaunchTemplatesRequest {
    pub dry_run: Option<bool>,
    pub launch_template_ids: Vec<String>,
    pub launch_template_names: Vec<String>,
    pub filters: Vec<Filter>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub include_managed_resources: Option<bool>,
}

impl Decode for DescribeLaunchTemplatesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeLaunchTemplatesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "LaunchTemplateId" => child.strings(&mut out.launch_template_ids),
                "LaunchTemplateName" => child.strings(&mut out.launch_template_names),
                "Filter" => child.list(&mut out.filters),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "IncludeManagedResources" => child.boolean(&mut out.include_managed_resources),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeLaunchTemplates` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLaunchTemplatesResult {
    pub launch_templates: Vec<LaunchTemplate>,
    pub next_token: Option<String>,
}

impl Encode for DescribeLaunchTemplatesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<launchTemplates>", "<item>", &self.launch_templates);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeLockedSnapshots` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLockedSnapshotsRequest {
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub snapshot_ids: Vec<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeLockedSnapshotsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeLockedSnapshotsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
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

/// What `DescribeLockedSnapshots` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeLockedSnapshotsResult {
    pub snapshots: Vec<LockedSnapshotsInfo>,
    pub next_token: Option<String>,
}

impl Encode for DescribeLockedSnapshotsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<snapshotSet>", "<item>", &self.snapshots);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeManagedPrefixLists` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeManagedPrefixListsRequest {
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub prefix_list_ids: Vec<String>,
}

impl Decode for DescribeManagedPrefixListsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeManagedPrefixListsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "PrefixListId" => child.strings(&mut out.prefix_list_ids),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeManagedPrefixLists` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeManagedPrefixListsResult {
    pub next_token: Option<String>,
    pub prefix_lists: Vec<ManagedPrefixList>,
}

impl Encode for DescribeManagedPrefixListsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<prefixListSet>", "<item>", &self.prefix_lists);
    }
}

/// What `DescribeNatGateways` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNatGatewaysRequest {
    pub dry_run: Option<bool>,
    pub filter: Vec<Filter>,
    pub max_results: Option<i64>,
    pub nat_gateway_ids: Vec<String>,
    pub next_token: Option<String>,
}

impl Decode for DescribeNatGatewaysRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeNatGatewaysRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filter),
                "MaxResults" => child.integer(&mut out.max_results),
                "NatGatewayId" => child.strings(&mut out.nat_gateway_ids),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeNatGateways` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNatGatewaysResult {
    pub nat_gateways: Vec<NatGateway>,
    pub next_token: Option<String>,
}

impl Encode for DescribeNatGatewaysResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<natGatewaySet>", "<item>", &self.nat_gateways);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeNetworkAcls` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkAclsRequest {
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
    pub network_acl_ids: Vec<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeNetworkAclsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeNetworkAclsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                "NetworkAclId" => child.strings(&mut out.network_acl_ids),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeNetworkAcls` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkAclsResult {
    pub network_acls: Vec<NetworkAcl>,
    pub next_token: Option<String>,
}

impl Encode for DescribeNetworkAclsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<networkAclSet>", "<item>", &self.network_acls);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeNetworkInterfaceAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkInterfaceAttributeRequest {
    pub dry_run: Option<bool>,
    pub network_interface_id: Option<String>,
    pub attribute: Option<String>,
}

impl Decode for DescribeNetworkInterfaceAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeNetworkInterfaceAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "Attribute" => child.one_of(&mut out.attribute, enums::NETWORK_INTERFACE_ATTRIBUTE),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.network_interface_id.is_some(), "NetworkInterfaceId")?;
        Ok(out)
    }
}

/// What `DescribeNetworkInterfaceAttribute` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkInterfaceAttributeResult {
    pub attachment: Option<NetworkInterfaceAttachment>,
    pub description: Option<AttributeValue>,
    pub groups: Option<Vec<GroupIdentifier>>,
    pub network_interface_id: Option<String>,
    pub source_dest_check: Option<AttributeBooleanValue>,
    pub associate_public_ip_address: Option<bool>,
}

impl Encode for DescribeNetworkInterfaceAttributeResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<attachment>", &self.attachment);
        out.structure("<description>", &self.description);
        if let Some(list) = &self.groups {
            out.list("<groupSet>", "<item>", list);
        }
        out.string("<networkInterfaceId>", &self.network_interface_id);
        out.structure("<sourceDestCheck>", &self.source_dest_check);
        out.boolean("<associatePublicIpAddress>", &self.associate_public_ip_address);
    }
}

/// What `DescribeNetworkInterfaces` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkInterfacesRequest {
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub include_managed_resources: Option<bool>,
    pub dry_run: Option<bool>,
    pub network_interface_ids: Vec<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeNetworkInterfacesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeNetworkInterfacesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "IncludeManagedResources" => child.boolean(&mut out.include_managed_resources),
                "DryRun" => child.boolean(&mut out.dry_run),
                "NetworkInterfaceId" => child.strings(&mut out.network_interface_ids),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeNetworkInterfaces` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeNetworkInterfacesResult {
    pub network_interfaces: Vec<NetworkInterface>,
    pub next_token: Option<String>,
}

impl Encode for DescribeNetworkInterfacesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<networkInterfaceSet>", "<item>", &self.network_interfaces);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribePlacementGroups` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribePlacementGroupsRequest {
    pub group_ids: Vec<String>,
    pub dry_run: Option<bool>,
    pub group_names: Vec<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribePlacementGroupsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribePlacementGroupsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "GroupId" => child.strings(&mut out.group_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                "GroupName" => child.strings(&mut out.group_names),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribePlacementGroups` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribePlacementGroupsResult {
    pub placement_groups: Vec<PlacementGroup>,
}

impl Encode for DescribePlacementGroupsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<placementGroupSet>", "<item>", &self.placement_groups);
    }
}

/// What `DescribePrefixLists` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribePrefixListsRequest {
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub prefix_list_ids: Vec<String>,
}

impl Decode for DescribePrefixListsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribePrefixListsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "PrefixListId" => child.strings(&mut out.prefix_list_ids),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribePrefixLists` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribePrefixListsResult {
    pub next_token: Option<String>,
    pub prefix_lists: Vec<PrefixList>,
}

impl Encode for DescribePrefixListsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<prefixListSet>", "<item>", &self.prefix_lists);
    }
}

/// What `DescribeRegions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRegionsRequest {
    pub region_names: Vec<String>,
    pub all_regions: Option<bool>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeRegionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeRegionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "RegionName" => child.strings(&mut out.region_names),
                "AllRegions" => child.boolean(&mut out.all_regions),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeRegions` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRegionsResult {
    pub regions: Vec<Region>,
}

impl Encode for DescribeRegionsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<regionInfo>", "<item>", &self.regions);
    }
}

/// What `DescribeReplaceRootVolumeTasks` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeReplaceRootVolumeTasksRequest {
    pub replace_root_volume_task_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeReplaceRootVolumeTasksRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeReplaceRootVolumeTasksRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ReplaceRootVolumeTaskId" => child.strings(&mut out.replace_root_volume_task_ids),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeReplaceRootVolumeTasks` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeReplaceRootVolumeTasksResult {
    pub replace_root_volume_tasks: Vec<ReplaceRootVolumeTask>,
    pub next_token: Option<String>,
}

impl Encode for DescribeReplaceRootVolumeTasksResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<replaceRootVolumeTaskSet>", "<item>", &self.replace_root_volume_tasks);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeReservedInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeReservedInstancesRequest {
    pub offering_class: Option<String>,
    pub reserved_instances_ids: Vec<String>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub offering_type: Option<String>,
}

impl Decode for DescribeReservedInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeReservedInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "OfferingClass" => child.one_of(&mut out.offering_class, enums::OFFERING_CLASS_TYPE),
                "ReservedInstancesId" => child.strings(&mut out.reserved_instances_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "OfferingType" => child.one_of(&mut out.offering_type, enums::OFFERING_TYPE_VALUES),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeReservedInstances` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeReservedInstancesResult {
    pub reserved_instances: Vec<ReservedInstances>,
}

impl Encode for DescribeReservedInstancesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<reservedInstancesSet>", "<item>", &self.reserved_instances);
    }
}

/// What `DescribeRouteTables` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRouteTablesRequest {
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
    pub route_table_ids: Vec<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeRouteTablesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeRouteTablesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                "RouteTableId" => child.strings(&mut out.route_table_ids),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeRouteTables` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeRouteTablesResult {
    pub route_tables: Vec<RouteTable>,
    pub next_token: Option<String>,
}

impl Encode for DescribeRouteTablesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<routeTableSet>", "<item>", &self.route_tables);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeSecurityGroupReferences` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupReferencesRequest {
    pub dry_run: Option<bool>,
    pub group_id: Vec<String>,
}

impl Decode for DescribeSecurityGroupReferencesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSecurityGroupReferencesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "GroupId" => child.strings(&mut out.group_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(!out.group_id.is_empty(), "GroupId")?;
        Ok(out)
    }
}

/// What `DescribeSecurityGroupReferences` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupReferencesResult {
    pub security_group_reference_set: Vec<SecurityGroupReference>,
}

impl Encode for DescribeSecurityGroupReferencesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<securityGroupReferenceSet>", "<item>", &self.security_group_reference_set);
    }
}

/// What `DescribeSecurityGroupRules` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupRulesRequest {
    pub filters: Vec<Filter>,
    pub security_group_rule_ids: Vec<String>,
    pub dry_run: Option<bool>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeSecurityGroupRulesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSecurityGroupRulesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
                "SecurityGroupRuleId" => child.strings(&mut out.security_group_rule_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeSecurityGroupRules` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupRulesResult {
    pub security_group_rules: Vec<SecurityGroupRule>,
    pub next_token: Option<String>,
}

impl Encode for DescribeSecurityGroupRulesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<securityGroupRuleSet>", "<item>", &self.security_group_rules);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeSecurityGroups` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupsRequest {
    pub group_ids: Vec<String>,
    pub group_names: Vec<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeSecurityGroupsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSecurityGroupsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "GroupId" => child.strings(&mut out.group_ids),
                "GroupName" => child.strings(&mut out.group_names),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeSecurityGroups` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSecurityGroupsResult {
    pub next_token: Option<String>,
    pub security_groups: Vec<SecurityGroup>,
}

impl Encode for DescribeSecurityGroupsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<securityGroupInfo>", "<item>", &self.security_groups);
    }
}

/// What `DescribeSnapshotAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSnapshotAttributeRequest {
    pub attribute: Option<String>,
    pub snapshot_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeSnapshotAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSnapshotAttributeRequest::default();
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

/// What `DescribeSnapshotAttribute` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSnapshotAttributeResult {
    pub product_codes: Option<Vec<ProductCode>>,
    pub snapshot_id: Option<String>,
    pub create_volume_permissions: Option<Vec<CreateVolumePermission>>,
}

impl Encode for DescribeSnapshotAttributeResult {
    fn encode(&self, out: &mut Xml) {
        if let Some(list) = &self.product_codes {
            out.list("<productCodes>", "<item>", list);
        }
        out.string("<snapshotId>", &self.snapshot_id);
        if let Some(list) = &self.create_volume_permissions {
            out.list("<createVolumePermission>", "<item>", list);
        }
    }
}

/// What `DescribeSnapshotTierStatus` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSnapshotTierStatusRequest {
    pub filters: Vec<Filter>,
    pub dry_run: Option<bool>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeSnapshotTierStatusRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSnapshotTierStatusRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
                "DryRun" => child.boolean(&mut out.dry_run),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeSnapshotTierStatus` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSnapshotTierStatusResult {
    pub snapshot_tier_statuses: Vec<SnapshotTierStatus>,
    pub next_token: Option<String>,
}

impl Encode for DescribeSnapshotTierStatusResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<snapshotTierStatusSet>", "<item>", &self.snapshot_tier_statuses);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeSnapshots` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSnapshotsRequest {
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub owner_ids: Vec<String>,
    pub restorable_by_user_ids: Vec<String>,
    pub snapshot_ids: Vec<String>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeSnapshotsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSnapshotsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "Owner" => child.strings(&mut out.owner_ids),
                "RestorableBy" => child.strings(&mut out.restorable_by_user_ids),
                "SnapshotId" => child.strings(&mut out.snapshot_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeSnapshots` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSnapshotsResult {
    pub next_token: Option<String>,
    pub snapshots: Vec<Snapshot>,
}

impl Encode for DescribeSnapshotsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<snapshotSet>", "<item>", &self.snapshots);
    }
}

/// What `DescribeSpotFleetRequests` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSpotFleetRequestsRequest {
    pub dry_run: Option<bool>,
    pub spot_fleet_request_ids: Vec<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeSpotFleetRequestsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSpotFleetRequestsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "SpotFleetRequestId" => child.strings(&mut out.spot_fleet_request_ids),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeSpotFleetRequests` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSpotFleetRequestsResponse {
    pub next_token: Option<String>,
    pub spot_fleet_request_configs: Vec<SpotFleetRequestConfig>,
}

impl Encode for DescribeSpotFleetRequestsResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<spotFleetRequestConfigSet>", "<item>", &self.spot_fleet_request_configs);
    }
}

/// What `DescribeSpotInstanceRequests` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSpotInstanceRequestsRequest {
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
    pub spot_instance_request_ids: Vec<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeSpotInstanceRequestsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSpotInstanceRequestsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                "SpotInstanceRequestId" => child.strings(&mut out.spot_instance_request_ids),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeSpotInstanceRequests` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSpotInstanceRequestsResult {
    pub spot_instance_requests: Vec<SpotInstanceRequest>,
    pub next_token: Option<String>,
}

impl Encode for DescribeSpotInstanceRequestsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<spotInstanceRequestSet>", "<item>", &self.spot_instance_requests);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeSpotPriceHistory` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSpotPriceHistoryRequest {
    pub availability_zone_id: Option<String>,
    pub dry_run: Option<bool>,
    pub start_time: Option<Timestamp>,
    pub end_time: Option<Timestamp>,
    pub instance_types: Vec<String>,
    pub product_descriptions: Vec<String>,
    pub filters: Vec<Filter>,
    pub availability_zone: Option<String>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeSpotPriceHistoryRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSpotPriceHistoryRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AvailabilityZoneId" => child.string(&mut out.availability_zone_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                "StartTime" => child.timestamp(&mut out.start_time),
                "EndTime" => child.timestamp(&mut out.end_time),
                "InstanceType" => child.strings(&mut out.instance_types),
                "ProductDescription" => child.strings(&mut out.product_descriptions),
                "Filter" => child.list(&mut out.filters),
                "AvailabilityZone" => child.string(&mut out.availability_zone),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeSpotPriceHistory` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSpotPriceHistoryResult {
    pub next_token: Option<String>,
    pub spot_price_history: Vec<SpotPrice>,
}

impl Encode for DescribeSpotPriceHistoryResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<spotPriceHistorySet>", "<item>", &self.spot_price_history);
    }
}

/// What `DescribeStaleSecurityGroups` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStaleSecurityGroupsRequest {
    pub dry_run: Option<bool>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub vpc_id: Option<String>,
}

impl Decode for DescribeStaleSecurityGroupsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeStaleSecurityGroupsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "VpcId" => child.string(&mut out.vpc_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// What `DescribeStaleSecurityGroups` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStaleSecurityGroupsResult {
    pub next_token: Option<String>,
    pub stale_security_group_set: Vec<StaleSecurityGroup>,
}

impl Encode for DescribeStaleSecurityGroupsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<staleSecurityGroupSet>", "<item>", &self.stale_security_group_set);
    }
}

/// What `DescribeStoreImageTasks` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStoreImageTasksRequest {
    pub image_ids: Vec<String>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeStoreImageTasksRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeStoreImageTasksRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ImageId" => child.strings(&mut out.image_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeStoreImageTasks` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeStoreImageTasksResult {
    pub store_image_task_results: Vec<StoreImageTaskResult>,
    pub next_token: Option<String>,
}

impl Encode for DescribeStoreImageTasksResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<storeImageTaskResultSet>", "<item>", &self.store_image_task_results);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeSubnets` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSubnetsRequest {
    pub filters: Vec<Filter>,
    pub subnet_ids: Vec<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeSubnetsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeSubnetsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
                "SubnetId" => child.strings(&mut out.subnet_ids),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeSubnets` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeSubnetsResult {
    pub next_token: Option<String>,
    pub subnets: Vec<Subnet>,
}

impl Encode for DescribeSubnetsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<subnetSet>", "<item>", &self.subnets);
    }
}

/// What `DescribeTags` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTagsRequest {
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeTagsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeTagsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeTags` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTagsResult {
    pub next_token: Option<String>,
    pub tags: Vec<TagDescription>,
}

impl Encode for DescribeTagsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<tagSet>", "<item>", &self.tags);
    }
}

/// What `DescribeTransitGatewayVpcAttachments` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTransitGatewayVpcAttachmentsRequest {
    pub transit_gateway_attachment_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeTransitGatewayVpcAttachmentsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeTransitGatewayVpcAttachmentsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "TransitGatewayAttachmentIds" => child.strings(&mut out.transit_gateway_attachment_ids),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeTransitGatewayVpcAttachments` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTransitGatewayVpcAttachmentsResult {
    pub transit_gateway_vpc_attachments: Vec<TransitGatewayVpcAttachment>,
    pub next_token: Option<String>,
}

impl Encode for DescribeTransitGatewayVpcAttachmentsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<transitGatewayVpcAttachments>", "<item>", &self.transit_gateway_vpc_attachments);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeTransitGateways` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTransitGatewaysRequest {
    pub transit_gateway_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeTransitGatewaysRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeTransitGatewaysRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "TransitGatewayIds" => child.strings(&mut out.transit_gateway_ids),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeTransitGateways` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTransitGatewaysResult {
    pub transit_gateways: Vec<TransitGateway>,
    pub next_token: Option<String>,
}

impl Encode for DescribeTransitGatewaysResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<transitGatewaySet>", "<item>", &self.transit_gateways);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeVolumeAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVolumeAttributeRequest {
    pub attribute: Option<String>,
    pub volume_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeVolumeAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVolumeAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Attribute" => child.one_of(&mut out.attribute, enums::VOLUME_ATTRIBUTE_NAME),
                "VolumeId" => child.string(&mut out.volume_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.attribute.is_some(), "Attribute")?;
        node.require(out.volume_id.is_some(), "VolumeId")?;
        Ok(out)
    }
}

/// What `DescribeVolumeAttribute` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVolumeAttributeResult {
    pub auto_enable_io: Option<AttributeBooleanValue>,
    pub product_codes: Option<Vec<ProductCode>>,
    pub volume_id: Option<String>,
}

impl Encode for DescribeVolumeAttributeResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<autoEnableIO>", &self.auto_enable_io);
        if let Some(list) = &self.product_codes {
            out.list("<productCodes>", "<item>", list);
        }
        out.string("<volumeId>", &self.volume_id);
    }
}

/// What `DescribeVolumeStatus` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVolumeStatusRequest {
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
    pub volume_ids: Vec<String>,
    pub include_managed_resources: Option<bool>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeVolumeStatusRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVolumeStatusRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                "VolumeId" => child.strings(&mut out.volume_ids),
                "IncludeManagedResources" => child.boolean(&mut out.include_managed_resources),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeVolumeStatus` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVolumeStatusResult {
    pub next_token: Option<String>,
    pub volume_statuses: Vec<VolumeStatusItem>,
}

impl Encode for DescribeVolumeStatusResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<volumeStatusSet>", "<item>", &self.volume_statuses);
    }
}

/// What `DescribeVolumesModifications` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVolumesModificationsRequest {
    pub dry_run: Option<bool>,
    pub volume_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeVolumesModificationsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVolumesModificationsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "VolumeId" => child.strings(&mut out.volume_ids),
                "Filter" => child.list(&mut out.filters),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeVolumesModifications` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVolumesModificationsResult {
    pub next_token: Option<String>,
    pub volumes_modifications: Vec<VolumeModification>,
}

impl Encode for DescribeVolumesModificationsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<volumeModificationSet>", "<item>", &self.volumes_modifications);
    }
}

/// What `DescribeVolumes` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVolumesRequest {
    pub volume_ids: Vec<String>,
    pub include_managed_resources: Option<bool>,
    pub dry_run: Option<bool>,
    pub filters: Vec<Filter>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
}

impl Decode for DescribeVolumesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVolumesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "VolumeId" => child.strings(&mut out.volume_ids),
                "IncludeManagedResources" => child.boolean(&mut out.include_managed_resources),
                "DryRun" => child.boolean(&mut out.dry_run),
                "Filter" => child.list(&mut out.filters),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeVolumes` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVolumesResult {
    pub next_token: Option<String>,
    pub volumes: Vec<Volume>,
}

impl Encode for DescribeVolumesResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<volumeSet>", "<item>", &self.volumes);
    }
}

/// What `DescribeVpcAttribute` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcAttributeRequest {
    pub attribute: Option<String>,
    pub vpc_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeVpcAttributeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVpcAttributeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Attribute" => child.one_of(&mut out.attribute, enums::VPC_ATTRIBUTE_NAME),
                "VpcId" => child.string(&mut out.vpc_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.attribute.is_some(), "Attribute")?;
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// What `DescribeVpcAttribute` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcAttributeResult {
    pub enable_dns_hostnames: Option<AttributeBooleanValue>,
    pub enable_dns_support: Option<AttributeBooleanValue>,
    pub enable_network_address_usage_metrics: Option<AttributeBooleanValue>,
    pub vpc_id: Option<String>,
}

impl Encode for DescribeVpcAttributeResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<enableDnsHostnames>", &self.enable_dns_hostnames);
        out.structure("<enableDnsSupport>", &self.enable_dns_support);
        out.structure("<enableNetworkAddressUsageMetrics>", &self.enable_network_address_usage_metrics);
        out.string("<vpcId>", &self.vpc_id);
    }
}

/// What `DescribeVpcEndpoints` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcEndpointsRequest {
    pub dry_run: Option<bool>,
    pub vpc_endpoint_ids: Vec<String>,
    pub filters: Vec<Filter>,
    pub max_results: Option<i64>,
    pub next_token: Option<String>,
}

impl Decode for DescribeVpcEndpointsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVpcEndpointsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "VpcEndpointId" => child.strings(&mut out.vpc_endpoint_ids),
                "Filter" => child.list(&mut out.filters),
                "MaxResults" => child.integer(&mut out.max_results),
                "NextToken" => child.string(&mut out.next_token),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeVpcEndpoints` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcEndpointsResult {
    pub vpc_endpoints: Vec<VpcEndpoint>,
    pub next_token: Option<String>,
}

impl Encode for DescribeVpcEndpointsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<vpcEndpointSet>", "<item>", &self.vpc_endpoints);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeVpcPeeringConnections` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcPeeringConnectionsRequest {
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
    pub vpc_peering_connection_ids: Vec<String>,
    pub filters: Vec<Filter>,
}

impl Decode for DescribeVpcPeeringConnectionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVpcPeeringConnectionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                "VpcPeeringConnectionId" => child.strings(&mut out.vpc_peering_connection_ids),
                "Filter" => child.list(&mut out.filters),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeVpcPeeringConnections` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcPeeringConnectionsResult {
    pub vpc_peering_connections: Vec<VpcPeeringConnection>,
    pub next_token: Option<String>,
}

impl Encode for DescribeVpcPeeringConnectionsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<vpcPeeringConnectionSet>", "<item>", &self.vpc_peering_connections);
        out.string("<nextToken>", &self.next_token);
    }
}

/// What `DescribeVpcs` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcsRequest {
    pub filters: Vec<Filter>,
    pub vpc_ids: Vec<String>,
    pub next_token: Option<String>,
    pub max_results: Option<i64>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeVpcsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVpcsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
                "VpcId" => child.strings(&mut out.vpc_ids),
                "NextToken" => child.string(&mut out.next_token),
                "MaxResults" => child.integer(&mut out.max_results),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeVpcs` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpcsResult {
    pub next_token: Option<String>,
    pub vpcs: Vec<Vpc>,
}

impl Encode for DescribeVpcsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<nextToken>", &self.next_token);
        out.list("<vpcSet>", "<item>", &self.vpcs);
    }
}

/// What `DescribeVpnConnections` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpnConnectionsRequest {
    pub filters: Vec<Filter>,
    pub vpn_connection_ids: Vec<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeVpnConnectionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVpnConnectionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
                "VpnConnectionId" => child.strings(&mut out.vpn_connection_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeVpnConnections` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpnConnectionsResult {
    pub vpn_connections: Vec<VpnConnection>,
}

impl Encode for DescribeVpnConnectionsResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<vpnConnectionSet>", "<item>", &self.vpn_connections);
    }
}

/// What `DescribeVpnGateways` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpnGatewaysRequest {
    pub filters: Vec<Filter>,
    pub vpn_gateway_ids: Vec<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DescribeVpnGatewaysRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DescribeVpnGatewaysRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Filter" => child.list(&mut out.filters),
                "VpnGatewayId" => child.strings(&mut out.vpn_gateway_ids),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DescribeVpnGateways` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeVpnGatewaysResult {
    pub vpn_gateways: Vec<VpnGateway>,
}

impl Encode for DescribeVpnGatewaysResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<vpnGatewaySet>", "<item>", &self.vpn_gateways);
    }
}

/// `DestinationOptionsResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DestinationOptionsResponse {
    pub file_format: Option<String>,
    pub hive_compatible_partitions: Option<bool>,
    pub per_hour_partition: Option<bool>,
}

impl Encode for DestinationOptionsResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<fileFormat>", &self.file_format);
        out.boolean("<hiveCompatiblePartitions>", &self.hive_compatible_partitions);
        out.boolean("<perHourPartition>", &self.per_hour_partition);
    }
}

/// What `DetachInternetGateway` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachInternetGatewayRequest {
    pub dry_run: Option<bool>,
    pub internet_gateway_id: Option<String>,
    pub vpc_id: Option<String>,
}

impl Decode for DetachInternetGatewayRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DetachInternetGatewayRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "InternetGatewayId" => child.string(&mut out.internet_gateway_id),
                "VpcId" => child.string(&mut out.vpc_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.internet_gateway_id.is_some(), "InternetGatewayId")?;
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// What `DetachNetworkInterface` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachNetworkInterfaceRequest {
    pub dry_run: Option<bool>,
    pub attachment_id: Option<String>,
    pub force: Option<bool>,
}

impl Decode for DetachNetworkInterfaceRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DetachNetworkInterfaceRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "AttachmentId" => child.string(&mut out.attachment_id),
                "Force" => child.boolean(&mut out.force),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.attachment_id.is_some(), "AttachmentId")?;
        Ok(out)
    }
}

/// What `DetachVolume` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetachVolumeRequest {
    pub device: Option<String>,
    pub force: Option<bool>,
    pub instance_id: Option<String>,
    pub volume_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DetachVolumeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DetachVolumeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Device" => child.string(&mut out.device),
                "Force" => child.boolean(&mut out.force),
                "InstanceId" => child.string(&mut out.instance_id),
                "VolumeId" => child.string(&mut out.volume_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.volume_id.is_some(), "VolumeId")?;
        Ok(out)
    }
}

/// `DhcpConfiguration` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DhcpConfiguration {
    pub key: Option<String>,
    pub values: Vec<AttributeValue>,
}

impl Encode for DhcpConfiguration {
    fn encode(&self, out: &mut Xml) {
        out.string("<key>", &self.key);
        out.list("<valueSet>", "<item>", &self.values);
    }
}

/// `DhcpOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DhcpOptions {
    pub owner_id: Option<String>,
    pub tags: Vec<Tag>,
    pub dhcp_options_id: Option<String>,
    pub dhcp_configurations: Vec<DhcpConfiguration>,
}

impl Encode for DhcpOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<ownerId>", &self.owner_id);
        out.list("<tagSet>", "<item>", &self.tags);
        out.string("<dhcpOptionsId>", &self.dhcp_options_id);
        out.list("<dhcpConfigurationSet>", "<item>", &self.dhcp_configurations);
    }
}

/// What `DisableAllowedImagesSettings` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableAllowedImagesSettingsRequest {
    pub dry_run: Option<bool>,
}

impl Decode for DisableAllowedImagesSettingsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisableAllowedImagesSettingsRequest::default();
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

/// What `DisableAllowedImagesSettings` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableAllowedImagesSettingsResult {
    pub allowed_images_settings_state: Option<String>,
}

impl Encode for DisableAllowedImagesSettingsResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<allowedImagesSettingsState>", &self.allowed_images_settings_state);
    }
}

/// What `DisableEbsEncryptionByDefault` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableEbsEncryptionByDefaultRequest {
    pub dry_run: Option<bool>,
}

impl Decode for DisableEbsEncryptionByDefaultRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisableEbsEncryptionByDefaultRequest::default();
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

/// What `DisableEbsEncryptionByDefault` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableEbsEncryptionByDefaultResult {
    pub ebs_encryption_by_default: Option<bool>,
}

impl Encode for DisableEbsEncryptionByDefaultResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<ebsEncryptionByDefault>", &self.ebs_encryption_by_default);
    }
}

/// What `DisableImageBlockPublicAccess` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableImageBlockPublicAccessRequest {
    pub dry_run: Option<bool>,
}

impl Decode for DisableImageBlockPublicAccessRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisableImageBlockPublicAccessRequest::default();
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

/// What `DisableImageBlockPublicAccess` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableImageBlockPublicAccessResult {
    pub image_block_public_access_state: Option<String>,
}

impl Encode for DisableImageBlockPublicAccessResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<imageBlockPublicAccessState>", &self.image_block_public_access_state);
    }
}

/// What `DisableImageDeprecation` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableImageDeprecationRequest {
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DisableImageDeprecationRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisableImageDeprecationRequest::default();
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

/// What `DisableImageDeprecation` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableImageDeprecationResult {
    pub return_: Option<bool>,
}

impl Encode for DisableImageDeprecationResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `DisableImageDeregistrationProtection` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableImageDeregistrationProtectionRequest {
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DisableImageDeregistrationProtectionRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisableImageDeregistrationProtectionRequest::default();
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

/// What `DisableImageDeregistrationProtection` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableImageDeregistrationProtectionResult {
    pub return_: Option<String>,
}

impl Encode for DisableImageDeregistrationProtectionResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<return>", &self.return_);
    }
}

/// What `DisableImage` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableImageRequest {
    pub image_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DisableImageRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisableImageRequest::default();
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

/// What `DisableImage` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableImageResult {
    pub return_: Option<bool>,
}

impl Encode for DisableImageResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
    }
}

/// What `DisableSnapshotBlockPublicAccess` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableSnapshotBlockPublicAccessRequest {
    pub dry_run: Option<bool>,
}

impl Decode for DisableSnapshotBlockPublicAccessRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisableSnapshotBlockPublicAccessRequest::default();
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

/// What `DisableSnapshotBlockPublicAccess` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisableSnapshotBlockPublicAccessResult {
    pub state: Option<String>,
}

impl Encode for DisableSnapshotBlockPublicAccessResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<state>", &self.state);
    }
}

/// What `DisassociateAddress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateAddressRequest {
    pub association_id: Option<String>,
    pub public_ip: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for DisassociateAddressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisassociateAddressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AssociationId" => child.string(&mut out.association_id),
                "PublicIp" => child.string(&mut out.public_ip),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `DisassociateRouteTable` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateRouteTableRequest {
    pub dry_run: Option<bool>,
    pub association_id: Option<String>,
}

impl Decode for DisassociateRouteTableRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisassociateRouteTableRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DryRun" => child.boolean(&mut out.dry_run),
                "AssociationId" => child.string(&mut out.association_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.association_id.is_some(), "AssociationId")?;
        Ok(out)
    }
}

/// What `DisassociateVpcCidrBlock` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateVpcCidrBlockRequest {
    pub association_id: Option<String>,
}

impl Decode for DisassociateVpcCidrBlockRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = DisassociateVpcCidrBlockRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AssociationId" => child.string(&mut out.association_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.association_id.is_some(), "AssociationId")?;
        Ok(out)
    }
}

/// What `DisassociateVpcCidrBlock` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisassociateVpcCidrBlockResult {
    pub ipv6_cidr_block_association: Option<VpcIpv6CidrBlockAssociation>,
    pub cidr_block_association: Option<VpcCidrBlockAssociation>,
    pub vpc_id: Option<String>,
}

impl Encode for DisassociateVpcCidrBlockResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<ipv6CidrBlockAssociation>", &self.ipv6_cidr_block_association);
        out.structure("<cidrBlockAssociation>", &self.cidr_block_association);
        out.string("<vpcId>", &self.vpc_id);
    }
}

/// `DiskImageDescription` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DiskImageDescription {
    pub checksum: Option<String>,
    pub format: Option<String>,
    pub import_manifest_url: Option<String>,
    pub size: Option<i64>,
}

impl Encode for DiskImageDescription {
    fn encode(&self, out: &mut Xml) {
        out.string("<checksum>", &self.checksum);
        out.string("<format>", &self.format);
        out.string("<importManifestUrl>", &self.import_manifest_url);
        out.integer("<size>", &self.size);
    }
}

/// `DiskImageVolumeDescription` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DiskImageVolumeDescription {
    pub id: Option<String>,
    pub size: Option<i64>,
}

impl Encode for DiskImageVolumeDescription {
    fn encode(&self, out: &mut Xml) {
        out.string("<id>", &self.id);
        out.integer("<size>", &self.size);
    }
}

/// `DiskInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DiskInfo {
    pub size_in_gb: Option<i64>,
    pub count: Option<i64>,
    pub type_: Option<String>,
}

impl Encode for DiskInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<sizeInGB>", &self.size_in_gb);
        out.integer("<count>", &self.count);
        out.string("<type>", &self.type_);
    }
}

/// `DnsEntry` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DnsEntry {
    pub dns_name: Option<String>,
    pub hosted_zone_id: Option<String>,
}

impl Encode for DnsEntry {
    fn encode(&self, out: &mut Xml) {
        out.string("<dnsName>", &self.dns_name);
        out.string("<hostedZoneId>", &self.hosted_zone_id);
    }
}

/// `DnsOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DnsOptions {
    pub dns_record_ip_type: Option<String>,
    pub private_dns_only_for_inbound_resolver_endpoint: Option<bool>,
    pub private_dns_preference: Option<String>,
    pub private_dns_specified_domains: Vec<String>,
}

impl Encode for DnsOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<dnsRecordIpType>", &self.dns_record_ip_type);
        out.boolean("<privateDnsOnlyForInboundResolverEndpoint>", &self.private_dns_only_for_inbound_resolver_endpoint);
        out.string("<privateDnsPreference>", &self.private_dns_preference);
        out.strings("<privateDnsSpecifiedDomainSet>", "<item>", &self.private_dns_specified_domains);
    }
}
