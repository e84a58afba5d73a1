// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::timestamp::Timestamp;
use crate::xml::{Encode, Xml};

/// `HibernationOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HibernationOptions {
    pub configured: Option<bool>,
}

impl Encode for HibernationOptions {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<configured>", &self.configured);
    }
}

/// `HibernationOptionsRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HibernationOptionsRequest {
    pub configured: Option<bool>,
}

impl Decode for HibernationOptionsRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = HibernationOptionsRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Configured" => child.boolean(&mut out.configured),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `Host` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Host {
    pub auto_placement: Option<String>,
    pub availability_zone: Option<String>,
    pub available_capacity: Option<AvailableCapacity>,
    pub client_token: Option<String>,
    pub host_id: Option<String>,
    pub host_properties: Option<HostProperties>,
    pub host_reservation_id: Option<String>,
    pub instances: Vec<HostInstance>,
    pub state: Option<String>,
    pub allocation_time: Option<Timestamp>,
    pub release_time: Option<Timestamp>,
    pub tags: Vec<Tag>,
    pub host_recovery: Option<String>,
    pub allows_multiple_instance_types: Option<String>,
    pub owner_id: Option<String>,
    pub availability_zone_id: Option<String>,
    pub member_of_service_linked_resource_group: Option<bool>,
    pub outpost_arn: Option<String>,
    pub host_maintenance: Option<String>,
    pub asset_id: Option<String>,
}

impl Encode for Host {
    fn encode(&self, out: &mut Xml) {
        out.string("<autoPlacement>", &self.auto_placement);
        out.string("<availabilityZone>", &self.availability_zone);
        out.structure("<availableCapacity>", &self.available_capacity);
        out.string("<clientToken>", &self.client_token);
        out.string("<hostId>", &self.host_id);
        out.structure("<hostProperties>", &self.host_properties);
        out.string("<hostReservationId>", &self.host_reservation_id);
        out.list("<instances>", "<item>", &self.instances);
        out.string("<state>", &self.state);
        out.timestamp("<allocationTime>", &self.allocation_time);
        out.timestamp("<releaseTime>", &self.release_time);
        if !self.tags.is_empty() {
            out.list("<tagSet>", "<item>", &self.tags);
        }
        out.string("<hostRecovery>", &self.host_recovery);
        out.string("<allowsMultipleInstanceTypes>", &self.allows_multiple_instance_types);
        out.string("<ownerId>", &self.owner_id);
        out.string("<availabilityZoneId>", &self.availability_zone_id);
        out.boolean("<memberOfServiceLinkedResourceGroup>", &self.member_of_service_linked_resource_group);
        out.string("<outpostArn>", &self.outpost_arn);
        out.string("<hostMaintenance>", &self.host_maintenance);
        out.string("<assetId>", &self.asset_id);
    }
}

/// `HostInstance` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostInstance {
    pub instance_id: Option<String>,
    pub instance_type: Option<String>,
    pub owner_id: Option<String>,
}

impl Encode for HostInstance {
    fn encode(&self, out: &mut Xml) {
        out.string("<instanceId>", &self.instance_id);
        out.string("<instanceType>", &self.instance_type);
        out.string("<ownerId>", &self.owner_id);
    }
}

/// `HostProperties` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostProperties {
    pub cores: Option<i64>,
    pub instance_type: Option<String>,
    pub instance_family: Option<String>,
    pub sockets: Option<i64>,
    pub total_vcpus: Option<i64>,
}

impl Encode for HostProperties {
    fn encode(&self, out: &mut Xml) {
        out.integer("<cores>", &self.cores);
        out.string("<instanceType>", &self.instance_type);
        out.string("<instanceFamily>", &self.instance_family);
        out.integer("<sockets>", &self.sockets);
        out.integer("<totalVCpus>", &self.total_vcpus);
    }
}
