// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `Tag` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tag {
    pub key: Option<String>,
    pub value: Option<String>,
}

impl Decode for Tag {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = Tag::default();
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

impl Encode for Tag {
    fn encode(&self, out: &mut Xml) {
        out.string("<key>", &self.key);
        out.string("<value>", &self.value);
    }
}

/// `TagDescription` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagDescription {
    pub key: Option<String>,
    pub resource_id: Option<String>,
    pub resource_type: Option<String>,
    pub value: Option<String>,
}

impl Encode for TagDescription {
    fn encode(&self, out: &mut Xml) {
        out.string("<key>", &self.key);
        out.string("<resourceId>", &self.resource_id);
        out.string("<resourceType>", &self.resource_type);
        out.string("<value>", &self.value);
    }
}

/// `TagSpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagSpecification {
    pub resource_type: Option<String>,
    pub tags: Vec<Tag>,
}

impl Decode for TagSpecification {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = TagSpecification::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "ResourceType" => child.string(&mut out.resource_type),
                "Tag" => child.list(&mut out.tags),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

impl Encode for TagSpecification {
    fn encode(&self, out: &mut Xml) {
        out.string("<resourceType>", &self.resource_type);
        if !self.tags.is_empty() {
            out.list("<Tag>", "<item>", &self.tags);
        }
    }
}

/// `TargetCapacitySpecification` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetCapacitySpecification {
    pub total_target_capacity: Option<i64>,
    pub on_demand_target_capacity: Option<i64>,
    pub spot_target_capacity: Option<i64>,
    pub default_target_capacity_type: Option<String>,
    pub target_capacity_unit_type: Option<String>,
}

impl Encode for TargetCapacitySpecification {
    fn encode(&self, out: &mut Xml) {
        out.integer("<totalTargetCapacity>", &self.total_target_capacity);
        out.integer("<onDemandTargetCapacity>", &self.on_demand_target_capacity);
        out.integer("<spotTargetCapacity>", &self.spot_target_capacity);
        out.string("<defaultTargetCapacityType>", &self.default_target_capacity_type);
        out.string("<targetCapacityUnitType>", &self.target_capacity_unit_type);
    }
}

/// `TargetGroup` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetGroup {
    pub arn: Option<String>,
}

impl Encode for TargetGroup {
    fn encode(&self, out: &mut Xml) {
        out.string("<arn>", &self.arn);
    }
}

/// `TargetGroupsConfig` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetGroupsConfig {
    pub target_groups: Vec<TargetGroup>,
}

impl Encode for TargetGroupsConfig {
    fn encode(&self, out: &mut Xml) {
        out.list("<targetGroups>", "<item>", &self.target_groups);
    }
}

/// What `TerminateInstances` is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TerminateInstancesRequest {
    pub instance_ids: Vec<String>,
    pub force: Option<bool>,
    pub skip_os_shutdown: Option<bool>,
    pub dry_run: Option<bool>,
}

impl Decode for TerminateInstancesRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = TerminateInstancesRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "InstanceId" => child.strings(&mut out.instance_ids),
                "Force" => child.boolean(&mut out.force),
                "SkipOsShutdown" => child.boolean(&mut out.skip_os_shutdown),
                "DryRun" => child.boolean(&mut out.dry_run),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// What `TerminateInstances` answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TerminateInstancesResult {
    pub terminating_instances: Vec<InstanceStateChange>,
}

impl Encode for TerminateInstancesResult {
    fn encode(&self, out: &mut Xml) {
        out.list("<instancesSet>", "<item>", &self.terminating_instances);
    }
}

/// `TotalLocalStorageGB` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TotalLocalStorageGB {
    pub min: Option<f64>,
    pub max: Option<f64>,
}

impl Encode for TotalLocalStorageGB {
    fn encode(&self, out: &mut Xml) {
        out.double("<min>", &self.min);
        out.double("<max>", &self.max);
    }
}

/// `TotalLocalStorageGBRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TotalLocalStorageGBRequest {
    pub min: Option<f64>,
    pub max: Option<f64>,
}

impl Decode for TotalLocalStorageGBRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = TotalLocalStorageGBRequest::default();
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

/// `TransitGateway` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransitGateway {
    pub transit_gateway_id: Option<String>,
    pub transit_gateway_arn: Option<String>,
    pub state: Option<String>,
    pub owner_id: Option<String>,
    pub description: Option<String>,
    pub creation_time: Option<Timestamp>,
    pub options: Option<TransitGatewayOptions>,
    pub tags: Vec<Tag>,
}

impl Encode for TransitGateway {
    fn encode(&self, out: &mut Xml) {
        out.string("<transitGatewayId>", &self.transit_gateway_id);
        out.string("<transitGatewayArn>", &self.transit_gateway_arn);
        out.string("<state>", &self.state);
        out.string("<ownerId>", &self.owner_id);
        out.string("<description>", &self.description);
        out.timestamp("<creationTime>", &self.creation_time);
        out.structure("<options>", &self.options);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `TransitGatewayOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransitGatewayOptions {
    pub amazon_side_asn: Option<i64>,
    pub transit_gateway_cidr_blocks: Vec<String>,
    pub auto_accept_shared_attachments: Option<String>,
    pub default_route_table_association: Option<String>,
    pub association_default_route_table_id: Option<String>,
    pub default_route_table_propagation: Option<String>,
    pub propagation_default_route_table_id: Option<String>,
    pub vpn_ecmp_support: Option<String>,
    pub dns_support: Option<String>,
    pub security_group_referencing_support: Option<String>,
    pub multicast_support: Option<String>,
    pub encryption_support: Option<EncryptionSupport>,
}

impl Encode for TransitGatewayOptions {
    fn encode(&self, out: &mut Xml) {
        out.integer("<amazonSideAsn>", &self.amazon_side_asn);
        out.strings("<transitGatewayCidrBlocks>", "<item>", &self.transit_gateway_cidr_blocks);
        out.string("<autoAcceptSharedAttachments>", &self.auto_accept_shared_attachments);
        out.string("<defaultRouteTableAssociation>", &self.default_route_table_association);
        out.string("<associationDefaultRouteTableId>", &self.association_default_route_table_id);
        out.string("<defaultRouteTablePropagation>", &self.default_route_table_propagation);
        out.string("<propagationDefaultRouteTableId>", &self.propagation_default_route_table_id);
        out.string("<vpnEcmpSupport>", &self.vpn_ecmp_support);
        out.string("<dnsSupport>", &self.dns_support);
        out.string("<securityGroupReferencingSupport>", &self.security_group_referencing_support);
        out.string("<multicastSupport>", &self.multicast_support);
        out.structure("<encryptionSupport>", &self.encryption_support);
    }
}

/// `TransitGatewayVpcAttachment` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransitGatewayVpcAttachment {
    pub transit_gateway_attachment_id: Option<String>,
    pub transit_gateway_id: Option<String>,
    pub vpc_id: Option<String>,
    pub vpc_owner_id: Option<String>,
    pub state: Option<String>,
    pub subnet_ids: Vec<String>,
    pub creation_time: Option<Timestamp>,
    pub options: Option<TransitGatewayVpcAttachmentOptions>,
    pub tags: Vec<Tag>,
}

impl Encode for TransitGatewayVpcAttachment {
    fn encode(&self, out: &mut Xml) {
        out.string("<transitGatewayAttachmentId>", &self.transit_gateway_attachment_id);
        out.string("<transitGatewayId>", &self.transit_gateway_id);
        out.string("<vpcId>", &self.vpc_id);
        out.string("<vpcOwnerId>", &self.vpc_owner_id);
        out.string("<state>", &self.state);
        out.strings("<subnetIds>", "<item>", &self.subnet_ids);
        out.timestamp("<creationTime>", &self.creation_time);
        out.structure("<options>", &self.options);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
    }
}

/// `TransitGatewayVpcAttachmentOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TransitGatewayVpcAttachmentOptions {
    pub dns_support: Option<String>,
    pub security_group_referencing_support: Option<String>,
    pub ipv6_support: Option<String>,
    pub appliance_mode_support: Option<String>,
}

impl Encode for TransitGatewayVpcAttachmentOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<dnsSupport>", &self.dns_support);
        out.string("<securityGroupReferencingSupport>", &self.security_group_referencing_support);
        out.string("<ipv6Support>", &self.ipv6_support);
        out.string("<applianceModeSupport>", &self.appliance_mode_support);
    }
}

/// `TunnelOption` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TunnelOption {
    pub outside_ip_address: Option<String>,
    pub tunnel_inside_cidr: Option<String>,
    pub tunnel_inside_ipv6_cidr: Option<String>,
    pub pre_shared_key: Option<String>,
    pub phase1_lifetime_seconds: Option<i64>,
    pub phase2_lifetime_seconds: Option<i64>,
    pub rekey_margin_time_seconds: Option<i64>,
    pub rekey_fuzz_percentage: Option<i64>,
    pub replay_window_size: Option<i64>,
    pub dpd_timeout_seconds: Option<i64>,
    pub dpd_timeout_action: Option<String>,
    pub phase1_encryption_algorithms: Vec<Phase1EncryptionAlgorithmsListValue>,
    pub phase2_encryption_algorithms: Vec<Phase2EncryptionAlgorithmsListValue>,
    pub phase1_integrity_algorithms: Vec<Phase1IntegrityAlgorithmsListValue>,
    pub phase2_integrity_algorithms: Vec<Phase2IntegrityAlgorithmsListValue>,
    pub phase1_dh_group_numbers: Vec<Phase1DHGroupNumbersListValue>,
    pub phase2_dh_group_numbers: Vec<Phase2DHGroupNumbersListValue>,
    pub ike_versions: Vec<IKEVersionsListValue>,
    pub startup_action: Option<String>,
    pub log_options: Option<VpnTunnelLogOptions>,
    pub enable_tunnel_lifecycle_control: Option<bool>,
}

impl Encode for TunnelOption {
    fn encode(&self, out: &mut Xml) {
        out.string("<outsideIpAddress>", &self.outside_ip_address);
        out.string("<tunnelInsideCidr>", &self.tunnel_inside_cidr);
        out.string("<tunnelInsideIpv6Cidr>", &self.tunnel_inside_ipv6_cidr);
        out.string("<preSharedKey>", &self.pre_shared_key);
        out.integer("<phase1LifetimeSeconds>", &self.phase1_lifetime_seconds);
        out.integer("<phase2LifetimeSeconds>", &self.phase2_lifetime_seconds);
        out.integer("<rekeyMarginTimeSeconds>", &self.rekey_margin_time_seconds);
        out.integer("<rekeyFuzzPercentage>", &self.rekey_fuzz_percentage);
        out.integer("<replayWindowSize>", &self.replay_window_size);
        out.integer("<dpdTimeoutSeconds>", &self.dpd_timeout_seconds);
        out.string("<dpdTimeoutAction>", &self.dpd_timeout_action);
        out.list("<phase1EncryptionAlgorithmSet>", "<item>", &self.phase1_encryption_algorithms);
        out.list("<phase2EncryptionAlgorithmSet>", "<item>", &self.phase2_encryption_algorithms);
        out.list("<phase1IntegrityAlgorithmSet>", "<item>", &self.phase1_integrity_algorithms);
        out.list("<phase2IntegrityAlgorithmSet>", "<item>", &self.phase2_integrity_algorithms);
        out.list("<phase1DHGroupNumberSet>", "<item>", &self.phase1_dh_group_numbers);
        out.list("<phase2DHGroupNumberSet>", "<item>", &self.phase2_dh_group_numbers);
        out.list("<ikeVersionSet>", "<item>", &self.ike_versions);
        out.string("<startupAction>", &self.startup_action);
        out.structure("<logOptions>", &self.log_options);
        out.boolean("<enableTunnelLifecycleControl>", &self.enable_tunnel_lifecycle_control);
    }
}
