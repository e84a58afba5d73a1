// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `PerformanceFactorReference` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PerformanceFactorReference {
    pub instance_family: Option<String>,
}

impl Encode for PerformanceFactorReference {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceFamily>", &self.instance_family);
    }
}

/// `PerformanceFactorReferenceRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PerformanceFactorReferenceRequest {
    pub instance_family: Option<String>,
}

impl Decode for PerformanceFactorReferenceRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = PerformanceFactorReferenceRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceFamily" => child.string(&mut out.instance_family),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `Phase1DHGroupNumbersListValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase1DHGroupNumbersListValue {
    pub value: Option<i64>,
}

impl Encode for Phase1DHGroupNumbersListValue {
    fn encode(&self, out: &mut Xml) {
        out.integer("<value>", &self.value);
    }
}

/// `Phase1EncryptionAlgorithmsListValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase1EncryptionAlgorithmsListValue {
    pub value: Option<String>,
}

impl Encode for Phase1EncryptionAlgorithmsListValue {
    fn encode(&self, out: &mut Xml) {
        out.string("<value>", &self.value);
    }
}

/// `Phase1IntegrityAlgorithmsListValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase1IntegrityAlgorithmsListValue {
    pub value: Option<String>,
}

impl Encode for Phase1IntegrityAlgorithmsListValue {
    fn encode(&self, out: &mut Xml) {
        out.string("<value>", &self.value);
    }
}

/// `Phase2DHGroupNumbersListValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase2DHGroupNumbersListValue {
    pub value: Option<i64>,
}

impl Encode for Phase2DHGroupNumbersListValue {
    fn encode(&self, out: &mut Xml) {
        out.integer("<value>", &self.value);
    }
}

/// `Phase2EncryptionAlgorithmsListValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase2EncryptionAlgorithmsListValue {
    pub value: Option<String>,
}

impl Encode for Phase2EncryptionAlgorithmsListValue {
    fn encode(&self, out: &mut Xml) {
        out.string("<value>", &self.value);
    }
}

/// `Phase2IntegrityAlgorithmsListValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase2IntegrityAlgorithmsListValue {
    pub value: Option<String>,
}

impl Encode for Phase2IntegrityAlgorithmsListValue {
    fn encode(&self, out: &mut Xml) {
        out.string("<value>", &self.value);
    }
}

/// `Placement` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    pub availability_zone_id: Option<String>,
    pub affinity: Option<String>,
    pub group_name: Option<String>,
    pub partition_number: Option<i64>,
    pub host_id: Option<String>,
    pub tenancy: Option<String>,
    pub spread_domain: Option<String>,
    pub host_resource_group_arn: Option<String>,
    pub group_id: Option<String>,
    pub availability_zone: Option<String>,
}

impl Decode for Placement {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = Placement::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AvailabilityZoneId" => child.string(&mut out.availability_zone_id),
                "Affinity" => child.string(&mut out.affinity),
                "GroupName" => child.string(&mut out.group_name),
                "PartitionNumber" => child.integer(&mut out.partition_number),
                "HostId" => child.string(&mut out.host_id),
                "Tenancy" => child.one_of(&mut out.tenancy, enums::TENANCY),
                "SpreadDomain" => child.string(&mut out.spread_domain),
                "HostResourceGroupArn" => child.string(&mut out.host_resource_group_arn),
                "GroupId" => child.string(&mut out.group_id),
                "AvailabilityZone" => child.string(&mut out.availability_zone),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for Placement {
    fn encode(&self, out: &mut Xml) {
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.string("<affinity>", &self.affinity);
        out.string("<groupName>", &self.group_name);
        out.integer("<partitionNumber>", &self.partition_number);
        out.string("<hostId>", &self.host_id);
        out.string("<tenancy>", &self.tenancy);
        out.string("<spreadDomain>", &self.spread_domain);
        out.string("<hostResourceGroupArn>", &self.host_resource_group_arn);
        out.string("<groupId>", &self.group_id);
        out.string("<availabilityZone>", &self.availability_zone);
    }
}

/// `PlacementGroup` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacementGroup {
    pub group_name: Option<String>,
    pub state: Option<String>,
    pub strategy: Option<String>,
    pub partition_count: Option<i64>,
    pub group_id: Option<String>,
    pub tags: Vec<Tag>,
    pub group_arn: Option<String>,
    pub spread_level: Option<String>,
    pub linked_group_id: Option<String>,
    pub operator: Option<OperatorResponse>,
}

impl Encode for PlacementGroup {
    fn encode(&self, out: &mut Xml) {
        out.string("<groupName>", &self.group_name);
        out.string("<state>", &self.state);
        out.string("<strategy>", &self.strategy);
        out.integer("<partitionCount>", &self.partition_count);
        out.string("<groupId>", &self.group_id);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<groupArn>", &self.group_arn);
        out.string("<spreadLevel>", &self.spread_level);
        out.string("<linkedGroupId>", &self.linked_group_id);
        out.structure("<operator>", &self.operator);
    }
}

/// `PlacementGroupInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacementGroupInfo {
    pub supported_strategies: Vec<String>,
}

impl Encode for PlacementGroupInfo {
    fn encode(&self, out: &mut Xml) {
        out.strings("<supportedStrategies>", "<item>", &self.supported_strategies);
    }
}

/// `PlacementResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacementResponse {
    pub group_name: Option<String>,
}

impl Encode for PlacementResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<groupName>", &self.group_name);
    }
}

/// `PortRange` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PortRange {
    pub from: Option<i64>,
    pub to: Option<i64>,
}

impl Encode for PortRange {
    fn encode(&self, out: &mut Xml) {
        out.integer("<from>", &self.from);
        out.integer("<to>", &self.to);
    }
}

/// `PrefixList` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrefixList {
    pub cidrs: Vec<String>,
    pub prefix_list_id: Option<String>,
    pub prefix_list_name: Option<String>,
}

impl Encode for PrefixList {
    fn encode(&self, out: &mut Xml) {
        out.strings("<cidrSet>", "<item>", &self.cidrs);
        out.string("<prefixListId>", &self.prefix_list_id);
        out.string("<prefixListName>", &self.prefix_list_name);
    }
}

/// `PrefixListEntry` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrefixListEntry {
    pub cidr: Option<String>,
    pub description: Option<String>,
}

impl Encode for PrefixListEntry {
    fn encode(&self, out: &mut Xml) {
        out.string("<cidr>", &self.cidr);
        out.string("<description>", &self.description);
    }
}

/// `PrefixListId` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrefixListId {
    pub description: Option<String>,
    pub prefix_list_id: Option<String>,
}

impl Decode for PrefixListId {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = PrefixListId::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Description" => child.string(&mut out.description),
                "PrefixListId" => child.string(&mut out.prefix_list_id),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for PrefixListId {
    fn encode(&self, out: &mut Xml) {
        out.string("<description>", &self.description);
        out.string("<prefixListId>", &self.prefix_list_id);
    }
}

/// `PrivateDnsNameOptionsOnLaunch` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrivateDnsNameOptionsOnLaunch {
    pub hostname_type: Option<String>,
    pub enable_resource_name_dns_a_record: Option<bool>,
    pub enable_resource_name_dns_aaaa_record: Option<bool>,
}

impl Encode for PrivateDnsNameOptionsOnLaunch {
    fn encode(&self, out: &mut Xml) {
        out.string("<hostnameType>", &self.hostname_type);
        out.boolean("<enableResourceNameDnsARecord>", &self.enable_resource_name_dns_a_record);
        out.boolean("<enableResourceNameDnsAAAARecord>", &self.enable_resource_name_dns_aaaa_record);
    }
}

/// `PrivateDnsNameOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrivateDnsNameOptionsRequest {
    pub hostname_type: Option<String>,
    pub enable_resource_name_dns_a_record: Option<bool>,
    pub enable_resource_name_dns_aaaa_record: Option<bool>,
}

impl Decode for PrivateDnsNameOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = PrivateDnsNameOptionsRequest::default();
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

/// `PrivateDnsNameOptionsResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrivateDnsNameOptionsResponse {
    pub hostname_type: Option<String>,
    pub enable_resource_name_dns_a_record: Option<bool>,
    pub enable_resource_name_dns_aaaa_record: Option<bool>,
}

impl Encode for PrivateDnsNameOptionsResponse {
    fn encode(&self, out: &mut Xml) {
        out.string("<hostnameType>", &self.hostname_type);
        out.boolean("<enableResourceNameDnsARecord>", &self.enable_resource_name_dns_a_record);
        out.boolean("<enableResourceNameDnsAAAARecord>", &self.enable_resource_name_dns_aaaa_record);
    }
}

/// `PrivateIpAddressSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrivateIpAddressSpecification {
    pub primary: Option<bool>,
    pub private_ip_address: Option<String>,
}

impl Decode for PrivateIpAddressSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = PrivateIpAddressSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Primary" => child.boolean(&mut out.primary),
                "PrivateIpAddress" => child.string(&mut out.private_ip_address),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for PrivateIpAddressSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<primary>", &self.primary);
        out.string("<privateIpAddress>", &self.private_ip_address);
    }
}

/// `ProcessorInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProcessorInfo {
    pub supported_architectures: Vec<String>,
    pub sustained_clock_speed_in_ghz: Option<f64>,
    pub supported_features: Vec<String>,
    pub manufacturer: Option<String>,
}

impl Encode for ProcessorInfo {
    fn encode(&self, out: &mut Xml) {
        out.strings("<supportedArchitectures>", "<item>", &self.supported_architectures);
        out.double("<sustainedClockSpeedInGhz>", &self.sustained_clock_speed_in_ghz);
        if !self.supported_features.is_empty() {
            out.strings("<supportedFeatures>", "<item>", &self.supported_features);
        }
        out.string("<manufacturer>", &self.manufacturer);
    }
}

/// `ProductCode` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProductCode {
    pub product_code_id: Option<String>,
    pub product_code_type: Option<String>,
}

impl Encode for ProductCode {
    fn encode(&self, out: &mut Xml) {
        out.string("<productCode>", &self.product_code_id);
        out.string("<type>", &self.product_code_type);
    }
}

/// `PropagatingVgw` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PropagatingVgw {
    pub gateway_id: Option<String>,
}

impl Encode for PropagatingVgw {
    fn encode(&self, out: &mut Xml) {
        out.string("<gatewayId>", &self.gateway_id);
    }
}

/// `ProvisionedBandwidth` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProvisionedBandwidth {
    pub provision_time: Option<Timestamp>,
    pub provisioned: Option<String>,
    pub request_time: Option<Timestamp>,
    pub requested: Option<String>,
    pub status: Option<String>,
}

impl Encode for ProvisionedBandwidth {
    fn encode(&self, out: &mut Xml) {
        out.timestamp("<provisionTime>", &self.provision_time);
        out.string("<provisioned>", &self.provisioned);
        out.timestamp("<requestTime>", &self.request_time);
        out.string("<requested>", &self.requested);
        out.string("<status>", &self.status);
    }
}

/// `PtrUpdateStatus` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PtrUpdateStatus {
    pub value: Option<String>,
    pub status: Option<String>,
    pub reason: Option<String>,
}

impl Encode for PtrUpdateStatus {
    fn encode(&self, out: &mut Xml) {
        out.string("<value>", &self.value);
        out.string("<status>", &self.status);
        out.string("<reason>", &self.reason);
    }
}

/// `PublicIpDnsNameOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PublicIpDnsNameOptions {
    pub dns_hostname_type: Option<String>,
    pub public_ipv4_dns_name: Option<String>,
    pub public_ipv6_dns_name: Option<String>,
    pub public_dual_stack_dns_name: Option<String>,
}

impl Encode for PublicIpDnsNameOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<dnsHostnameType>", &self.dns_hostname_type);
        out.string("<publicIpv4DnsName>", &self.public_ipv4_dns_name);
        out.string("<publicIpv6DnsName>", &self.public_ipv6_dns_name);
        out.string("<publicDualStackDnsName>", &self.public_dual_stack_dns_name);
    }
}
