// Written by `cargo xtask codegen` from the EC2 model 2016-11-15. Do not edit.

#[allow(unused_imports)]
use super::types::*;
use crate::decode::{Decode, Node};
use crate::error::Error;
use crate::xml::{Encode, Xml};

/// `OnDemandOptions` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnDemandOptions {
    pub allocation_strategy: Option<String>,
    pub capacity_reservation_options: Option<CapacityReservationOptions>,
    pub single_instance_type: Option<bool>,
    pub single_availability_zone: Option<bool>,
    pub min_target_capacity: Option<i64>,
    pub max_total_price: Option<String>,
}

impl Encode for OnDemandOptions {
    fn encode(&self, out: &mut Xml) {
        out.string("<allocationStrategy>", &self.allocation_strategy);
        out.structure("<capacityReservationOptions>", &self.capacity_reservation_options);
        out.boolean("<singleInstanceType>", &self.single_instance_type);
        out.boolean("<singleAvailabilityZone>", &self.single_availability_zone);
        out.integer("<minTargetCapacity>", &self.min_target_capacity);
        out.string("<maxTotalPrice>", &self.max_total_price);
    }
}

/// `OperatorRequest` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperatorRequest {
    pub principal: Option<String>,
}

impl Decode for OperatorRequest {
    fn decode(node: &Node<'_>) -> Result<Self, Error> {
        let mut out = OperatorRequest::default();
        for child in node.members() {
            let (name, child) = child?;
            match name {
                "Principal" => child.string(&mut out.principal),
                _ => Err(child.unknown()),
            }?;
        }
        Ok(out)
    }
}

/// `OperatorResponse` of the EC2 model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperatorResponse {
    pub managed: Option<bool>,
    pub principal: Option<String>,
    pub hidden_by_default: Option<bool>,
}

impl Encode for OperatorResponse {
    fn encode(&self, out: &mut Xml) {
        out.boolean("<managed>", &self.managed);
        out.string("<principal>", &self.principal);
        out.boolean("<hiddenByDefault>", &self.hidden_by_default);
    }
}
