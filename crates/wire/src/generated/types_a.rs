// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

use super::enums;
#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `AcceleratorCount` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcceleratorCount {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Encode for AcceleratorCount {
    fn encode(&self, out: &mut Xml) {
        out.integer("<min>", &self.min);
        out.integer("<max>", &self.max);
    }
}

/// `AcceleratorCountRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcceleratorCountRequest {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Decode for AcceleratorCountRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AcceleratorCountRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Min" => child.integer(&mut out.min),
                "Max" => child.integer(&mut out.max),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `AcceleratorTotalMemoryMiB` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcceleratorTotalMemoryMiB {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Encode for AcceleratorTotalMemoryMiB {
    fn encode(&self, out: &mut Xml) {
        out.integer("<min>", &self.min);
        out.integer("<max>", &self.max);
    }
}

/// `AcceleratorTotalMemoryMiBRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AcceleratorTotalMemoryMiBRequest {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Decode for AcceleratorTotalMemoryMiBRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AcceleratorTotalMemoryMiBRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Min" => child.integer(&mut out.min),
                "Max" => child.integer(&mut out.max),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `AccountAttribute` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountAttribute {
    pub attribute_name: Option<String>,
    pub attribute_values: Vec<AccountAttributeValue>,
}

impl Encode for AccountAttribute {
    fn encode(&self, out: &mut Xml) {
        out.string("<attributeName>", &self.attribute_name);
        out.list("<attributeValueSet>", "<item>", &self.attribute_values);
    }
}

/// `AccountAttributeValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountAttributeValue {
    pub attribute_value: Option<String>,
}

impl Encode for AccountAttributeValue {
    fn encode(&self, out: &mut Xml) {
        out.string("<attributeValue>", &self.attribute_value);
    }
}

/// `AddPrefixListEntry` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPrefixListEntry {
    pub cidr: Option<String>,
    pub description: Option<String>,
}

impl Decode for AddPrefixListEntry {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AddPrefixListEntry::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Cidr" => child.string(&mut out.cidr),
                "Description" => child.string(&mut out.description),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.cidr.is_some(), "Cidr")?;
        Ok(out)
    }
}

/// `Address` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    pub allocation_id: Option<String>,
    pub association_id: Option<String>,
    pub domain: Option<String>,
    pub network_interface_id: Option<String>,
    pub network_interface_owner_id: Option<String>,
    pub private_ip_address: Option<String>,
    pub tags: Vec<Tag>,
    pub public_ipv4_pool: Option<String>,
    pub network_border_group: Option<String>,
    pub customer_owned_ip: Option<String>,
    pub customer_owned_ipv4_pool: Option<String>,
    pub carrier_ip: Option<String>,
    pub subnet_id: Option<String>,
    pub service_managed: Option<String>,
    pub instance_id: Option<String>,
    pub public_ip: Option<String>,
}

impl Encode for Address {
    fn encode(&self, out: &mut Xml) {
        out.string("<allocationId>", &self.allocation_id);
        out.string("<associationId>", &self.association_id);
        out.string("<domain>", &self.domain);
        out.string("<networkInterfaceId>", &self.network_interface_id);
        out.string("<networkInterfaceOwnerId>", &self.network_interface_owner_id);
        out.string("<privateIpAddress>", &self.private_ip_address);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<publicIpv4Pool>", &self.public_ipv4_pool);
        out.string("<networkBorderGroup>", &self.network_border_group);
        out.string("<customerOwnedIp>", &self.customer_owned_ip);
        out.string("<customerOwnedIpv4Pool>", &self.customer_owned_ipv4_pool);
        out.string("<carrierIp>", &self.carrier_ip);
        out.string("<subnetId>", &self.subnet_id);
        out.string("<serviceManaged>", &self.service_managed);
        out.string("<instanceId>", &self.instance_id);
        out.string("<publicIp>", &self.public_ip);
    }
}

/// `AddressAttribute` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddressAttribute {
    pub public_ip: Option<String>,
    pub allocation_id: Option<String>,
    pub ptr_record: Option<String>,
    pub ptr_record_update: Option<PtrUpdateStatus>,
}

impl Encode for AddressAttribute {
    fn encode(&self, out: &mut Xml) {
        out.string("<publicIp>", &self.public_ip);
        out.string("<allocationId>", &self.allocation_id);
        out.string("<ptrRecord>", &self.ptr_record);
        out.structure("<ptrRecordUpdate>", &self.ptr_record_update);
    }
}

/// `AddressTransfer` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddressTransfer {
    pub public_ip: Option<String>,
    pub allocation_id: Option<String>,
    pub transfer_account_id: Option<String>,
    pub transfer_offer_expiration_timestamp: Option<Timestamp>,
    pub transfer_offer_accepted_timestamp: Option<Timestamp>,
    pub address_transfer_status: Option<String>,
}

impl Encode for AddressTransfer {
    fn encode(&self, out: &mut Xml) {
        out.string("<publicIp>", &self.public_ip);
        out.string("<allocationId>", &self.allocation_id);
        out.string("<transferAccountId>", &self.transfer_account_id);
        out.timestamp_millis("<transferOfferExpirationTimestamp>", &self.transfer_offer_expiration_timestamp);
        out.timestamp_millis("<transferOfferAcceptedTimestamp>", &self.transfer_offer_accepted_timestamp);
        out.string("<addressTransferStatus>", &self.address_transfer_status);
    }
}

/// What `AllocateAddress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AllocateAddressRequest {
    pub domain: Option<String>,
    pub address: Option<String>,
    pub public_ipv4_pool: Option<String>,
    pub network_border_group: Option<String>,
    pub customer_owned_ipv4_pool: Option<String>,
    pub tag_specifications: Vec<TagSpecification>,
    pub ipam_pool_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for AllocateAddressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AllocateAddressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Domain" => child.one_of(&mut out.domain, enums::DOMAIN_TYPE),
                "Address" => child.string(&mut out.address),
                "PublicIpv4Pool" => child.string(&mut out.public_ipv4_pool),
                "NetworkBorderGroup" => child.string(&mut out.network_border_group),
                "CustomerOwnedIpv4Pool" => child.string(&mut out.customer_owned_ipv4_pool),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "IpamPoolId" => child.string(&mut out.ipam_pool_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `AllocateAddress` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AllocateAddressResult {
    pub allocation_id: Option<String>,
    pub public_ipv4_pool: Option<String>,
    pub network_border_group: Option<String>,
    pub domain: Option<String>,
    pub customer_owned_ip: Option<String>,
    pub customer_owned_ipv4_pool: Option<String>,
    pub carrier_ip: Option<String>,
    pub public_ip: Option<String>,
}

impl Encode for AllocateAddressResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<allocationId>", &self.allocation_id);
        out.string("<publicIpv4Pool>", &self.public_ipv4_pool);
        out.string("<networkBorderGroup>", &self.network_border_group);
        out.string("<domain>", &self.domain);
        out.string("<customerOwnedIp>", &self.customer_owned_ip);
        out.string("<customerOwnedIpv4Pool>", &self.customer_owned_ipv4_pool);
        out.string("<carrierIp>", &self.carrier_ip);
        out.string("<publicIp>", &self.public_ip);
    }
}

/// What `AssignPrivateIpAddresses` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssignPrivateIpAddressesRequest {
    pub ipv4_prefixes: Vec<String>,
    pub ipv4_prefix_count: Option<i64>,
    pub network_interface_id: Option<String>,
    pub private_ip_addresses: Vec<String>,
    pub secondary_private_ip_address_count: Option<i64>,
    pub allow_reassignment: Option<bool>,
}

impl Decode for AssignPrivateIpAddressesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AssignPrivateIpAddressesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Ipv4Prefix" => child.strings(&mut out.ipv4_prefixes),
                "Ipv4PrefixCount" => child.integer(&mut out.ipv4_prefix_count),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "PrivateIpAddress" => child.strings(&mut out.private_ip_addresses),
                "SecondaryPrivateIpAddressCount" => child.integer(&mut out.secondary_private_ip_address_count),
                "AllowReassignment" => child.boolean(&mut out.allow_reassignment),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.network_interface_id.is_some(), "NetworkInterfaceId")?;
        Ok(out)
    }
}

/// What `AssignPrivateIpAddresses` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssignPrivateIpAddressesResult {
    pub network_interface_id: Option<String>,
    pub assigned_private_ip_addresses: Vec<AssignedPrivateIpAddress>,
    pub assigned_ipv4_prefixes: Vec<Ipv4PrefixSpecification>,
}

impl Encode for AssignPrivateIpAddressesResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<networkInterfaceId>", &self.network_interface_id);
        out.list("<assignedPrivateIpAddressesSet>", "<item>", &self.assigned_private_ip_addresses);
        out.list("<assignedIpv4PrefixSet>", "<item>", &self.assigned_ipv4_prefixes);
    }
}

/// `AssignedPrivateIpAddress` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssignedPrivateIpAddress {
    pub private_ip_address: Option<String>,
}

impl Encode for AssignedPrivateIpAddress {
    fn encode(&self, out: &mut Xml) {
        out.string("<privateIpAddress>", &self.private_ip_address);
    }
}

/// What `AssociateAddress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateAddressRequest {
    pub allocation_id: Option<String>,
    pub instance_id: Option<String>,
    pub public_ip: Option<String>,
    pub dry_run: Option<bool>,
    pub network_interface_id: Option<String>,
    pub private_ip_address: Option<String>,
    pub allow_reassociation: Option<bool>,
}

impl Decode for AssociateAddressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AssociateAddressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "AllocationId" => child.string(&mut out.allocation_id),
                "InstanceId" => child.string(&mut out.instance_id),
                "PublicIp" => child.string(&mut out.public_ip),
                "DryRun" => child.boolean(&mut out.dry_run),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "PrivateIpAddress" => child.string(&mut out.private_ip_address),
                "AllowReassociation" => child.boolean(&mut out.allow_reassociation),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `AssociateAddress` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateAddressResult {
    pub association_id: Option<String>,
}

impl Encode for AssociateAddressResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<associationId>", &self.association_id);
    }
}

/// What `AssociateDhcpOptions` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateDhcpOptionsRequest {
    pub dhcp_options_id: Option<String>,
    pub vpc_id: Option<String>,
    pub dry_run: Option<bool>,
}

impl Decode for AssociateDhcpOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AssociateDhcpOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DhcpOptionsId" => child.string(&mut out.dhcp_options_id),
                "VpcId" => child.string(&mut out.vpc_id),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.dhcp_options_id.is_some(), "DhcpOptionsId")?;
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// What `AssociateRouteTable` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateRouteTableRequest {
    pub gateway_id: Option<String>,
    pub public_ipv4_pool: Option<String>,
    pub dry_run: Option<bool>,
    pub subnet_id: Option<String>,
    pub route_table_id: Option<String>,
}

impl Decode for AssociateRouteTableRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AssociateRouteTableRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "GatewayId" => child.string(&mut out.gateway_id),
                "PublicIpv4Pool" => child.string(&mut out.public_ipv4_pool),
                "DryRun" => child.boolean(&mut out.dry_run),
                "SubnetId" => child.string(&mut out.subnet_id),
                "RouteTableId" => child.string(&mut out.route_table_id),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.route_table_id.is_some(), "RouteTableId")?;
        Ok(out)
    }
}

/// What `AssociateRouteTable` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateRouteTableResult {
    pub association_id: Option<String>,
    pub association_state: Option<RouteTableAssociationState>,
}

impl Encode for AssociateRouteTableResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<associationId>", &self.association_id);
        out.structure("<associationState>", &self.association_state);
    }
}

/// What `AssociateVpcCidrBlock` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateVpcCidrBlockRequest {
    pub cidr_block: Option<String>,
    pub ipv6_cidr_block_network_border_group: Option<String>,
    pub ipv6_pool: Option<String>,
    pub ipv6_cidr_block: Option<String>,
    pub ipv4_ipam_pool_id: Option<String>,
    pub ipv4_netmask_length: Option<i64>,
    pub ipv6_ipam_pool_id: Option<String>,
    pub ipv6_netmask_length: Option<i64>,
    pub vpc_id: Option<String>,
    pub amazon_provided_ipv6_cidr_block: Option<bool>,
}

impl Decode for AssociateVpcCidrBlockRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AssociateVpcCidrBlockRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CidrBlock" => child.string(&mut out.cidr_block),
                "Ipv6CidrBlockNetworkBorderGroup" => child.string(&mut out.ipv6_cidr_block_network_border_group),
                "Ipv6Pool" => child.string(&mut out.ipv6_pool),
                "Ipv6CidrBlock" => child.string(&mut out.ipv6_cidr_block),
                "Ipv4IpamPoolId" => child.string(&mut out.ipv4_ipam_pool_id),
                "Ipv4NetmaskLength" => child.integer(&mut out.ipv4_netmask_length),
                "Ipv6IpamPoolId" => child.string(&mut out.ipv6_ipam_pool_id),
                "Ipv6NetmaskLength" => child.integer(&mut out.ipv6_netmask_length),
                "VpcId" => child.string(&mut out.vpc_id),
                "AmazonProvidedIpv6CidrBlock" => child.boolean(&mut out.amazon_provided_ipv6_cidr_block),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.vpc_id.is_some(), "VpcId")?;
        Ok(out)
    }
}

/// What `AssociateVpcCidrBlock` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociateVpcCidrBlockResult {
    pub ipv6_cidr_block_association: Option<VpcIpv6CidrBlockAssociation>,
    pub cidr_block_association: Option<VpcCidrBlockAssociation>,
    pub vpc_id: Option<String>,
}

impl Encode for AssociateVpcCidrBlockResult {
    fn encode(&self, out: &mut Xml) {
        out.structure("<ipv6CidrBlockAssociation>", &self.ipv6_cidr_block_association);
        out.structure("<cidrBlockAssociation>", &self.cidr_block_association);
        out.string("<vpcId>", &self.vpc_id);
    }
}

/// What `AttachInternetGateway` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachInternetGatewayRequest {
    pub dry_run: Option<bool>,
    pub internet_gateway_id: Option<String>,
    pub vpc_id: Option<String>,
}

impl Decode for AttachInternetGatewayRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AttachInternetGatewayRequest::default();
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

/// What `AttachNetworkInterface` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachNetworkInterfaceRequest {
    pub network_card_index: Option<i64>,
    pub ena_srd_specification: Option<EnaSrdSpecification>,
    pub ena_queue_count: Option<i64>,
    pub dry_run: Option<bool>,
    pub network_interface_id: Option<String>,
    pub instance_id: Option<String>,
    pub device_index: Option<i64>,
}

impl Decode for AttachNetworkInterfaceRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AttachNetworkInterfaceRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "NetworkCardIndex" => child.integer(&mut out.network_card_index),
                "EnaSrdSpecification" => child.structure(&mut out.ena_srd_specification),
                "EnaQueueCount" => child.integer(&mut out.ena_queue_count),
                "DryRun" => child.boolean(&mut out.dry_run),
                "NetworkInterfaceId" => child.string(&mut out.network_interface_id),
                "InstanceId" => child.string(&mut out.instance_id),
                "DeviceIndex" => child.integer(&mut out.device_index),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.network_interface_id.is_some(), "NetworkInterfaceId")?;
        node.require(out.instance_id.is_some(), "InstanceId")?;
        node.require(out.device_index.is_some(), "DeviceIndex")?;
        Ok(out)
    }
}

/// What `AttachNetworkInterface` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachNetworkInterfaceResult {
    pub attachment_id: Option<String>,
    pub network_card_index: Option<i64>,
}

impl Encode for AttachNetworkInterfaceResult {
    fn encode(&self, out: &mut Xml) {
        out.string("<attachmentId>", &self.attachment_id);
        out.integer("<networkCardIndex>", &self.network_card_index);
    }
}

/// What `AttachVolume` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachVolumeRequest {
    pub device: Option<String>,
    pub instance_id: Option<String>,
    pub volume_id: Option<String>,
    pub ebs_card_index: Option<i64>,
    pub dry_run: Option<bool>,
}

impl Decode for AttachVolumeRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AttachVolumeRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Device" => child.string(&mut out.device),
                "InstanceId" => child.string(&mut out.instance_id),
                "VolumeId" => child.string(&mut out.volume_id),
                "EbsCardIndex" => child.integer(&mut out.ebs_card_index),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.device.is_some(), "Device")?;
        node.require(out.instance_id.is_some(), "InstanceId")?;
        node.require(out.volume_id.is_some(), "VolumeId")?;
        Ok(out)
    }
}

/// `AttachmentEnaSrdSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachmentEnaSrdSpecification {
    pub ena_srd_enabled: Option<bool>,
    pub ena_srd_udp_specification: Option<AttachmentEnaSrdUdpSpecification>,
}

impl Encode for AttachmentEnaSrdSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enaSrdEnabled>", &self.ena_srd_enabled);
        out.structure("<enaSrdUdpSpecification>", &self.ena_srd_udp_specification);
    }
}

/// `AttachmentEnaSrdUdpSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttachmentEnaSrdUdpSpecification {
    pub ena_srd_udp_enabled: Option<bool>,
}

impl Encode for AttachmentEnaSrdUdpSpecification {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<enaSrdUdpEnabled>", &self.ena_srd_udp_enabled);
    }
}

/// `AttributeBooleanValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeBooleanValue {
    pub value: Option<bool>,
}

impl Decode for AttributeBooleanValue {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AttributeBooleanValue::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Value" => child.boolean(&mut out.value),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for AttributeBooleanValue {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<value>", &self.value);
    }
}

/// `AttributeValue` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AttributeValue {
    pub value: Option<String>,
}

impl Decode for AttributeValue {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AttributeValue::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Value" => child.string(&mut out.value),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for AttributeValue {
    fn encode(&self, out: &mut Xml) {
        out.string("<value>", &self.value);
    }
}

/// What `AuthorizeSecurityGroupEgress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorizeSecurityGroupEgressRequest {
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
    pub group_id: Option<String>,
    pub source_security_group_name: Option<String>,
    pub source_security_group_owner_id: Option<String>,
    pub ip_protocol: Option<String>,
    pub from_port: Option<i64>,
    pub to_port: Option<i64>,
    pub cidr_ip: Option<String>,
    pub ip_permissions: Vec<IpPermission>,
}

impl Decode for AuthorizeSecurityGroupEgressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AuthorizeSecurityGroupEgressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                "GroupId" => child.string(&mut out.group_id),
                "SourceSecurityGroupName" => child.string(&mut out.source_security_group_name),
                "SourceSecurityGroupOwnerId" => child.string(&mut out.source_security_group_owner_id),
                "IpProtocol" => child.string(&mut out.ip_protocol),
                "FromPort" => child.integer(&mut out.from_port),
                "ToPort" => child.integer(&mut out.to_port),
                "CidrIp" => child.string(&mut out.cidr_ip),
                "IpPermissions" => child.list(&mut out.ip_permissions),
                _ => Err(child.unknown()),
            }?;
        }
        node.require(out.group_id.is_some(), "GroupId")?;
        Ok(out)
    }
}

/// What `AuthorizeSecurityGroupEgress` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorizeSecurityGroupEgressResult {
    pub return_: Option<bool>,
    pub security_group_rules: Vec<SecurityGroupRule>,
}

impl Encode for AuthorizeSecurityGroupEgressResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
        out.list("<securityGroupRuleSet>", "<item>", &self.security_group_rules);
    }
}

/// What `AuthorizeSecurityGroupIngress` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorizeSecurityGroupIngressRequest {
    pub cidr_ip: Option<String>,
    pub from_port: Option<i64>,
    pub group_id: Option<String>,
    pub group_name: Option<String>,
    pub ip_permissions: Vec<IpPermission>,
    pub ip_protocol: Option<String>,
    pub source_security_group_name: Option<String>,
    pub source_security_group_owner_id: Option<String>,
    pub to_port: Option<i64>,
    pub tag_specifications: Vec<TagSpecification>,
    pub dry_run: Option<bool>,
}

impl Decode for AuthorizeSecurityGroupIngressRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = AuthorizeSecurityGroupIngressRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "CidrIp" => child.string(&mut out.cidr_ip),
                "FromPort" => child.integer(&mut out.from_port),
                "GroupId" => child.string(&mut out.group_id),
                "GroupName" => child.string(&mut out.group_name),
                "IpPermissions" => child.list(&mut out.ip_permissions),
                "IpProtocol" => child.string(&mut out.ip_protocol),
                "SourceSecurityGroupName" => child.string(&mut out.source_security_group_name),
                "SourceSecurityGroupOwnerId" => child.string(&mut out.source_security_group_owner_id),
                "ToPort" => child.integer(&mut out.to_port),
                "TagSpecification" => child.list(&mut out.tag_specifications),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `AuthorizeSecurityGroupIngress` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AuthorizeSecurityGroupIngressResult {
    pub return_: Option<bool>,
    pub security_group_rules: Vec<SecurityGroupRule>,
}

impl Encode for AuthorizeSecurityGroupIngressResult {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<return>", &self.return_);
        out.list("<securityGroupRuleSet>", "<item>", &self.security_group_rules);
    }
}

/// `AvailabilityZone` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailabilityZone {
    pub opt_in_status: Option<String>,
    pub messages: Vec<AvailabilityZoneMessage>,
    pub region_name: Option<String>,
    pub zone_name: Option<String>,
    pub zone_id: Option<String>,
    pub group_name: Option<String>,
    pub network_border_group: Option<String>,
    pub zone_type: Option<String>,
    pub parent_zone_name: Option<String>,
    pub parent_zone_id: Option<String>,
    pub group_long_name: Option<String>,
    pub geography: Vec<AvailabilityZoneGeography>,
    pub sub_geography: Vec<AvailabilityZoneSubGeography>,
    pub state: Option<String>,
}

impl Encode for AvailabilityZone {
    fn encode(&self, out: &mut Xml) {
        out.string("<optInStatus>", &self.opt_in_status);
        out.list("<messageSet>", "<item>", &self.messages);
        out.string("<regionName>", &self.region_name);
        out.string("<zoneName>", &self.zone_name);
        out.string("<zoneId>", &self.zone_id);
        out.string("<groupName>", &self.group_name);
        out.string("<networkBorderGroup>", &self.network_border_group);
        out.string("<zoneType>", &self.zone_type);
        out.string("<parentZoneName>", &self.parent_zone_name);
        out.string("<parentZoneId>", &self.parent_zone_id);
        out.string("<groupLongName>", &self.group_long_name);
        if !self.geography.is_empty() {
            out.list("<geographySet>", "<item>", &self.geography);
        }
        if !self.sub_geography.is_empty() {
            out.list("<subGeographySet>", "<item>", &self.sub_geography);
        }
        out.string("<zoneState>", &self.state);
    }
}

/// `AvailabilityZoneGeography` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailabilityZoneGeography {
    pub name: Option<String>,
}

impl Encode for AvailabilityZoneGeography {
    fn encode(&self, out: &mut Xml) {
        out.string("<name>", &self.name);
    }
}

/// `AvailabilityZoneMessage` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailabilityZoneMessage {
    pub message: Option<String>,
}

impl Encode for AvailabilityZoneMessage {
    fn encode(&self, out: &mut Xml) {
        out.string("<message>", &self.message);
    }
}

/// `AvailabilityZoneSubGeography` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailabilityZoneSubGeography {
    pub name: Option<String>,
}

impl Encode for AvailabilityZoneSubGeography {
    fn encode(&self, out: &mut Xml) {
        out.string("<name>", &self.name);
    }
}

/// `AvailableCapacity` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AvailableCapacity {
    pub available_instance_capacity: Vec<InstanceCapacity>,
    pub available_vcpus: Option<i64>,
}

impl Encode for AvailableCapacity {
    fn encode(&self, out: &mut Xml) {
        out.list("<availableInstanceCapacity>", "<item>", &self.available_instance_capacity);
        out.integer("<availableVCpus>", &self.available_vcpus);
    }
}
