// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `NatGateway` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NatGateway {
    pub create_time: Option<Timestamp>,
    pub delete_time: Option<Timestamp>,
    pub failure_code: Option<String>,
    pub failure_message: Option<String>,
    pub nat_gateway_addresses: Vec<NatGatewayAddress>,
    pub nat_gateway_id: Option<String>,
    pub provisioned_bandwidth: Option<ProvisionedBandwidth>,
    pub state: Option<String>,
    pub subnet_id: Option<String>,
    pub vpc_id: Option<String>,
    pub tags: Vec<Tag>,
    pub connectivity_type: Option<String>,
    pub availability_mode: Option<String>,
    pub auto_scaling_ips: Option<String>,
    pub auto_provision_zones: Option<String>,
    pub attached_appliances: Vec<NatGatewayAttachedAppliance>,
    pub route_table_id: Option<String>,
}

impl Encode for NatGateway {
    fn encode(&self, out: &mut Xml) {
        out.timestamp("<createTime>", &self.create_time);
        out.timestamp("<deleteTime>", &self.delete_time);
        out.string("<failureCode>", &self.failure_code);
        out.string("<failureMessage>", &self.failure_message);
        out.list("<natGatewayAddressSet>", "<item>", &self.nat_gateway_addresses);
        out.string("<natGatewayId>", &self.nat_gateway_id);
        out.structure("<provisionedBandwidth>", &self.provisioned_bandwidth);
        out.string("<state>", &self.state);
        out.string("<subnetId>", &self.subnet_id);
        out.string("<vpcId>", &self.vpc_id);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<connectivityType>", &self.connectivity_type);
        out.string("<availabilityMode>", &self.availability_mode);
        out.string("<autoScalingIps>", &self.auto_scaling_ips);
        out.string("<autoProvisionZones>", &self.auto_provision_zones);
        out.list("<attachedApplianceSet>", "<item>", &self.attached_appliances);
        out.string("<routeTableId>", &self.route_table_id);
    }
}

/// `NatGatewayAddress` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NatGatewayAddress {
    pub allocation_id: Option<String>,
    pub network_interface_id: Option<String>,
    pub private_ip: Option<String>,
    pub public_ip: Option<String>,
    pub association_id: Option<String>,
    pub is_primary: Option<bool>,
    pub failure_message: Option<String>,
    pub status: Option<String>,
    pub availability_zone: Option<String>,
    pub availability_zone_id: Option<String>,
}

impl Encode for NatGatewayAddress {
    fn encode(&self, out: &mut Xml) {
        out.string("<allocationId>", &self.allocation_id);
        out.string("<networkInterfaceId>", &self.network_interface_id);
        out.string("<privateIp>", &self.private_ip);
        out.string("<publicIp>", &self.public_ip);
        out.string("<associationId>", &self.association_id);
        out.boolean("<isPrimary>", &self.is_primary);
        out.string("<failureMessage>", &self.failure_message);
        out.string("<status>", &self.status);
        out.string("<availabilityZone>", &self.availability_zone);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
    }
}

/// `NatGatewayAttachedAppliance` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NatGatewayAttachedAppliance {
    pub type_: Option<String>,
    pub appliance_arn: Option<String>,
    pub vpc_endpoint_id: Option<String>,
    pub attachment_state: Option<String>,
    pub modification_state: Option<String>,
    pub failure_code: Option<String>,
    pub failure_message: Option<String>,
}

impl Encode for NatGatewayAttachedAppliance {
    fn encode(&self, out: &mut Xml) {
        out.string("<type>", &self.type_);
        out.string("<applianceArn>", &self.appliance_arn);
        out.string("<vpcEndpointId>", &self.vpc_endpoint_id);
        out.string("<attachmentState>", &self.attachment_state);
        out.string("<modificationState>", &self.modification_state);
        out.string("<failureCode>", &self.failure_code);
        out.string("<failureMessage>", &self.failure_message);
    }
}

/// `NetworkAcl` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkAcl {
    pub associations: Vec<NetworkAclAssociation>,
    pub entries: Vec<NetworkAclEntry>,
    pub is_default: Option<bool>,
    pub network_acl_id: Option<String>,
    pub tags: Vec<Tag>,
    pub vpc_id: Option<String>,
    pub owner_id: Option<String>,
}

impl Encode for NetworkAcl {
    fn encode(&self, out: &mut Xml) {
        out.list("<associationSet>", "<item>", &self.associations);
        out.list("<entrySet>", "<item>", &self.entries);
        out.boolean("<default>", &self.is_default);
        out.string("<networkAclId>", &self.network_acl_id);
        out.list("<tagSet>", "<item>", &self.tags);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<ownerId>", &self.owner_id);
    }
}

/// `NetworkAclAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkAclAssociation {
    pub network_acl_association_id: Option<String>,
    pub network_acl_id: Option<String>,
    pub subnet_id: Option<String>,
}

impl Encode for NetworkAclAssociation {
    fn encode(&self, out: &mut Xml) {
        out.string("<networkAclAssociationId>", &self.network_acl_association_id);
        out.string("<networkAclId>", &self.network_acl_id);
        out.string("<subnetId>", &self.subnet_id);
    }
}

/// `NetworkAclEntry` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkAclEntry {
    pub cidr_block: Option<String>,
    pub egress: Option<bool>,
    pub icmp_type_code: Option<IcmpTypeCode>,
    pub ipv6_cidr_block: Option<String>,
    pub port_range: Option<PortRange>,
    pub protocol: Option<String>,
    pub rule_action: Option<String>,
    pub rule_number: Option<i64>,
}

impl Encode for NetworkAclEntry {
    fn encode(&self, out: &mut Xml) {
        out.string("<cidrBlock>", &self.cidr_block);
        out.boolean("<egress>", &self.egress);
        out.structure("<icmpTypeCode>", &self.icmp_type_code);
        out.string("<ipv6CidrBlock>", &self.ipv6_cidr_block);
        out.structure("<portRange>", &self.port_range);
        out.string("<protocol>", &self.protocol);
        out.string("<ruleAction>", &self.rule_action);
        out.integer("<ruleNumber>", &self.rule_number);
    }
}

/// `NetworkBandwidthGbps` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkBandwidthGbps {
    pub min: Option<f64>,
    pub max: Option<f64>,
}

impl Encode for NetworkBandwidthGbps {
    fn encode(&self, out: &mut Xml) {
        out.double("<min>", &self.min);
        out.double("<max>", &self.max);
    }
}

/// `NetworkBandwidthGbpsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkBandwidthGbpsRequest {
    pub min: Option<f64>,
    pub max: Option<f64>,
}

impl Decode for NetworkBandwidthGbpsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = NetworkBandwidthGbpsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Min" => child.double(&mut out.min),
                "Max" => child.double(&mut out.max),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `NetworkCardInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkCardInfo {
    pub network_card_index: Option<i64>,
    pub network_performance: Option<String>,
    pub maximum_network_interfaces: Option<i64>,
    pub additional_flexible_network_interfaces: Option<i64>,
    pub baseline_bandwidth_in_gbps: Option<f64>,
    pub peak_bandwidth_in_gbps: Option<f64>,
    pub default_ena_queue_count_per_interface: Option<i64>,
    pub maximum_ena_queue_count: Option<i64>,
    pub maximum_ena_queue_count_per_interface: Option<i64>,
}

impl Encode for NetworkCardInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<networkCardIndex>", &self.network_card_index);
        out.string("<networkPerformance>", &self.network_performance);
        out.integer("<maximumNetworkInterfaces>", &self.maximum_network_interfaces);
        out.integer("<additionalFlexibleNetworkInterfaces>", &self.additional_flexible_network_interfaces);
        out.double("<baselineBandwidthInGbps>", &self.baseline_bandwidth_in_gbps);
        out.double("<peakBandwidthInGbps>", &self.peak_bandwidth_in_gbps);
        out.integer("<defaultEnaQueueCountPerInterface>", &self.default_ena_queue_count_per_interface);
        out.integer("<maximumEnaQueueCount>", &self.maximum_ena_queue_count);
        out.integer("<maximumEnaQueueCountPerInterface>", &self.maximum_ena_queue_count_per_interface);
    }
}

/// `NetworkInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInfo {
    pub network_performance: Option<String>,
    pub maximum_network_interfaces: Option<i64>,
    pub maximum_network_cards: Option<i64>,
    pub default_network_card_index: Option<i64>,
    pub network_cards: Vec<NetworkCardInfo>,
    pub ipv4_addresses_per_interface: Option<i64>,
    pub ipv6_addresses_per_interface: Option<i64>,
    pub ipv6_supported: Option<bool>,
    pub ena_support: Option<String>,
    pub efa_supported: Option<bool>,
    pub efa_info: Option<EfaInfo>,
    pub encryption_in_transit_supported: Option<bool>,
    pub ena_srd_supported: Option<bool>,
    pub bandwidth_weightings: Vec<String>,
    pub flexible_ena_queues_support: Option<String>,
    pub connection_tracking_configuration: Option<DefaultConnectionTrackingConfiguration>,
    pub secondary_network_supported: Option<bool>,
    pub maximum_secondary_network_interfaces: Option<i64>,
    pub ipv4_addresses_per_secondary_interface: Option<i64>,
}

impl Encode for NetworkInfo {
    fn encode(&self, out: &mut Xml) {
        out.string("<networkPerformance>", &self.network_performance);
        out.integer("<maximumNetworkInterfaces>", &self.maximum_network_interfaces);
        out.integer("<maximumNetworkCards>", &self.maximum_network_cards);
        out.integer("<defaultNetworkCardIndex>", &self.default_network_card_index);
        out.list("<networkCards>", "<item>", &self.network_cards);
        out.integer("<ipv4AddressesPerInterface>", &self.ipv4_addresses_per_interface);
        out.integer("<ipv6AddressesPerInterface>", &self.ipv6_addresses_per_interface);
        out.boolean("<ipv6Supported>", &self.ipv6_supported);
        out.string("<enaSupport>", &self.ena_support);
        out.boolean("<efaSupported>", &self.efa_supported);
        out.structure("<efaInfo>", &self.efa_info);
        out.boolean("<encryptionInTransitSupported>", &self.encryption_in_transit_supported);
        out.boolean("<enaSrdSupported>", &self.ena_srd_supported);
        if !self.bandwidth_weightings.is_empty() {
            out.strings("<bandwidthWeightings>", "<item>", &self.bandwidth_weightings);
        }
        out.string("<flexibleEnaQueuesSupport>", &self.flexible_ena_queues_support);
        out.structure("<connectionTrackingConfiguration>", &self.connection_tracking_configuration);
        out.boolean("<secondaryNetworkSupported>", &self.secondary_network_supported);
        out.integer("<maximumSecondaryNetworkInterfaces>", &self.maximum_secondary_network_interfaces);
        out.integer("<ipv4AddressesPerSecondaryInterface>", &self.ipv4_addresses_per_secondary_interface);
    }
}

/// `NetworkInterface` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterface {
    pub association: Option<NetworkInterfaceAssociation>,
    pub attachment: Option<NetworkInterfaceAttachment>,
    pub availability_zone: Option<String>,
    pub connection_tracking_configuration: Option<ConnectionTrackingConfiguration>,
    pub description: Option<String>,
    pub groups: Vec<GroupIdentifier>,
    pub interface_type: Option<String>,
    pub ipv6_addresses: Vec<NetworkInterfaceIpv6Address>,
    pub mac_address: Option<String>,
    pub network_interface_id: Option<String>,
    pub outpost_arn: Option<String>,
    pub owner_id: Option<String>,
    pub private_dns_name: Option<String>,
    pub public_dns_name: Option<String>,
    pub public_ip_dns_name_options: Option<PublicIpDnsNameOptions>,
    pub private_ip_address: Option<String>,
    pub private_ip_addresses: Vec<NetworkInterfacePrivateIpAddress>,
    pub ipv4_prefixes: Vec<Ipv4PrefixSpecification>,
    pub ipv6_prefixes: Vec<Ipv6PrefixSpecification>,
    pub requester_id: Option<String>,
    pub requester_managed: Option<bool>,
    pub source_dest_check: Option<bool>,
    pub status: Option<String>,
    pub subnet_id: Option<String>,
    pub tag_set: Vec<Tag>,
    pub vpc_id: Option<String>,
    pub deny_all_igw_traffic: Option<bool>,
    pub ipv6_native: Option<bool>,
    pub ipv6_address: Option<String>,
    pub operator: Option<OperatorResponse>,
    pub associated_subnets: Vec<String>,
    pub availability_zone_id: Option<String>,
}

impl Encode for NetworkInterface {
    fn encode(&self, out: &mut Xml) {
        out.structure("<association>", &self.association);
        out.structure("<attachment>", &self.attachment);
        out.string("<availabilityZone>", &self.availability_zone);
        out.structure("<connectionTrackingConfiguration>", &self.connection_tracking_configuration);
        out.string("<description>", &self.description);
        out.list("<groupSet>", "<item>", &self.groups);
        out.string("<interfaceType>", &self.interface_type);
        out.list("<ipv6AddressesSet>", "<item>", &self.ipv6_addresses);
        out.string("<macAddress>", &self.mac_address);
        out.string("<networkInterfaceId>", &self.network_interface_id);
        out.string("<outpostArn>", &self.outpost_arn);
        out.string("<ownerId>", &self.owner_id);
        out.string("<privateDnsName>", &self.private_dns_name);
        out.string("<publicDnsName>", &self.public_dns_name);
        out.structure("<publicIpDnsNameOptions>", &self.public_ip_dns_name_options);
        out.string("<privateIpAddress>", &self.private_ip_address);
        out.list("<privateIpAddressesSet>", "<item>", &self.private_ip_addresses);
        if !self.ipv4_prefixes.is_empty() {
            out.list("<ipv4PrefixSet>", "<item>", &self.ipv4_prefixes);
        }
        if !self.ipv6_prefixes.is_empty() {
            out.list("<ipv6PrefixSet>", "<item>", &self.ipv6_prefixes);
        }
        out.string("<requesterId>", &self.requester_id);
        out.boolean("<requesterManaged>", &self.requester_managed);
        out.boolean("<sourceDestCheck>", &self.source_dest_check);
        out.string("<status>", &self.status);
        out.string("<subnetId>", &self.subnet_id);
        out.list("<tagSet>", "<item>", &self.tag_set);
        out.string("<vpcId>", &self.vpc_id);
        out.boolean("<denyAllIgwTraffic>", &self.deny_all_igw_traffic);
        out.boolean("<ipv6Native>", &self.ipv6_native);
        out.string("<ipv6Address>", &self.ipv6_address);
        out.structure("<operator>", &self.operator);
        if !self.associated_subnets.is_empty() {
            out.strings("<associatedSubnetSet>", "<item>", &self.associated_subnets);
        }
        out.string("<availabilityZoneId>", &self.availability_zone_id);
    }
}

/// `NetworkInterfaceAssociation` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfaceAssociation {
    pub allocation_id: Option<String>,
    pub association_id: Option<String>,
    pub ip_owner_id: Option<String>,
    pub public_dns_name: Option<String>,
    pub public_ip: Option<String>,
    pub customer_owned_ip: Option<String>,
    pub carrier_ip: Option<String>,
}

impl Encode for NetworkInterfaceAssociation {
    fn encode(&self, out: &mut Xml) {
        out.string("<allocationId>", &self.allocation_id);
        out.string("<associationId>", &self.association_id);
        out.string("<ipOwnerId>", &self.ip_owner_id);
        out.string("<publicDnsName>", &self.public_dns_name);
        out.string("<publicIp>", &self.public_ip);
        out.string("<customerOwnedIp>", &self.customer_owned_ip);
        out.string("<carrierIp>", &self.carrier_ip);
    }
}

/// `NetworkInterfaceAttachment` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfaceAttachment {
    pub attach_time: Option<Timestamp>,
    pub attachment_id: Option<String>,
    pub delete_on_termination: Option<bool>,
    pub device_index: Option<i64>,
    pub network_card_index: Option<i64>,
    pub instance_id: Option<String>,
    pub instance_owner_id: Option<String>,
    pub status: Option<String>,
    pub ena_srd_specification: Option<AttachmentEnaSrdSpecification>,
    pub ena_queue_count: Option<i64>,
}

impl Encode for NetworkInterfaceAttachment {
    fn encode(&self, out: &mut Xml) {
        out.timestamp("<attachTime>", &self.attach_time);
        out.string("<attachmentId>", &self.attachment_id);
        out.boolean("<deleteOnTermination>", &self.delete_on_termination);
        out.integer("<deviceIndex>", &self.device_index);
        out.integer("<networkCardIndex>", &self.network_card_index);
        out.string("<instanceId>", &self.instance_id);
        out.string("<instanceOwnerId>", &self.instance_owner_id);
        out.string("<status>", &self.status);
        out.structure("<enaSrdSpecification>", &self.ena_srd_specification);
        out.integer("<enaQueueCount>", &self.ena_queue_count);
    }
}

/// `NetworkInterfaceAttachmentChanges` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfaceAttachmentChanges {
    pub default_ena_queue_count: Option<bool>,
    pub ena_queue_count: Option<i64>,
    pub attachment_id: Option<String>,
    pub delete_on_termination: Option<bool>,
}

impl Decode for NetworkInterfaceAttachmentChanges {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = NetworkInterfaceAttachmentChanges::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "DefaultEnaQueueCount" => child.boolean(&mut out.default_ena_queue_count),
                "EnaQueueCount" => child.integer(&mut out.ena_queue_count),
                "AttachmentId" => child.string(&mut out.attachment_id),
                "DeleteOnTermination" => child.boolean(&mut out.delete_on_termination),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `NetworkInterfaceCount` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfaceCount {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Encode for NetworkInterfaceCount {
    fn encode(&self, out: &mut Xml) {
        out.integer("<min>", &self.min);
        out.integer("<max>", &self.max);
    }
}

/// `NetworkInterfaceCountRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfaceCountRequest {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Decode for NetworkInterfaceCountRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = NetworkInterfaceCountRequest::default();
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

/// `NetworkInterfaceIpv6Address` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfaceIpv6Address {
    pub ipv6_address: Option<String>,
    pub public_ipv6_dns_name: Option<String>,
    pub is_primary_ipv6: Option<bool>,
}

impl Encode for NetworkInterfaceIpv6Address {
    fn encode(&self, out: &mut Xml) {
        out.string("<ipv6Address>", &self.ipv6_address);
        out.string("<publicIpv6DnsName>", &self.public_ipv6_dns_name);
        out.boolean("<isPrimaryIpv6>", &self.is_primary_ipv6);
    }
}

/// `NetworkInterfacePrivateIpAddress` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkInterfacePrivateIpAddress {
    pub association: Option<NetworkInterfaceAssociation>,
    pub primary: Option<bool>,
    pub private_dns_name: Option<String>,
    pub private_ip_address: Option<String>,
}

impl Encode for NetworkInterfacePrivateIpAddress {
    fn encode(&self, out: &mut Xml) {
        out.structure("<association>", &self.association);
        out.boolean("<primary>", &self.primary);
        out.string("<privateDnsName>", &self.private_dns_name);
        out.string("<privateIpAddress>", &self.private_ip_address);
    }
}

/// `NeuronDeviceCoreInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NeuronDeviceCoreInfo {
    pub count: Option<i64>,
    pub version: Option<i64>,
}

impl Encode for NeuronDeviceCoreInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<count>", &self.count);
        out.integer("<version>", &self.version);
    }
}

/// `NeuronDeviceInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NeuronDeviceInfo {
    pub count: Option<i64>,
    pub name: Option<String>,
    pub core_info: Option<NeuronDeviceCoreInfo>,
    pub memory_info: Option<NeuronDeviceMemoryInfo>,
}

impl Encode for NeuronDeviceInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<count>", &self.count);
        out.string("<name>", &self.name);
        out.structure("<coreInfo>", &self.core_info);
        out.structure("<memoryInfo>", &self.memory_info);
    }
}

/// `NeuronDeviceMemoryInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NeuronDeviceMemoryInfo {
    pub size_in_mib: Option<i64>,
}

impl Encode for NeuronDeviceMemoryInfo {
    fn encode(&self, out: &mut Xml) {
        out.integer("<sizeInMiB>", &self.size_in_mib);
    }
}

/// `NeuronInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NeuronInfo {
    pub neuron_devices: Vec<NeuronDeviceInfo>,
    pub total_neuron_device_memory_in_mib: Option<i64>,
}

impl Encode for NeuronInfo {
    fn encode(&self, out: &mut Xml) {
        out.list("<neuronDevices>", "<item>", &self.neuron_devices);
        out.integer("<totalNeuronDeviceMemoryInMiB>", &self.total_neuron_device_memory_in_mib);
    }
}

/// `NewDhcpConfiguration` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewDhcpConfiguration {
    pub key: Option<String>,
    pub values: Vec<String>,
}

impl Decode for NewDhcpConfiguration {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = NewDhcpConfiguration::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Key" => child.string(&mut out.key),
                "Value" => child.strings(&mut out.values),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `NitroTpmInfo` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NitroTpmInfo {
    pub supported_versions: Vec<String>,
}

impl Encode for NitroTpmInfo {
    fn encode(&self, out: &mut Xml) {
        if !self.supported_versions.is_empty() {
            out.strings("<supportedVersions>", "<item>", &self.supported_versions);
        }
    }
}
