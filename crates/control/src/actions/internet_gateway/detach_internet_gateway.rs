//! DetachInternetGateway: refused while an interface of the VPC has a public address.

use model::{
    ApiError,
    records::{InternetGateway, NetworkInterface, Vpc},
};
use wire::ec2;

use super::vpc_claim;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct DetachInternetGateway;

impl Action for DetachInternetGateway {
    type Input = ec2::DetachInternetGatewayRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.internet_gateway_id.as_deref();
        let gateway = lookup::required::<InternetGateway>(&call.view, "InternetGatewayId", id)?;
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        if gateway.vpc.as_ref() != Some(&vpc.id) {
            return Err(ApiError::new(
                "Gateway.NotAttached",
                format!("resource {} is not attached to network {}", gateway.id, vpc.id),
            ));
        }
        let mapped = |interface: &NetworkInterface| interface.addresses.iter().any(|a| a.association.is_some());
        if call.view.find::<NetworkInterface>("vpc", &vpc.id).any(|interface| mapped(interface)) {
            return Err(ApiError::new(
                "DependencyViolation",
                format!(
                    "Network {} has some mapped public address(es). Please unmap those public address(es) before \
                     detaching the gateway.",
                    vpc.id
                ),
            ));
        }
        let mut edit = Edit::new();
        edit.no_longer_child(&vpc.id, &gateway.id);
        edit.release(&vpc_claim(&vpc.id));
        let mut after = gateway.record.clone();
        after.vpc = None;
        edit.update(&gateway, &after);
        Plan::change(edit, |_| Ok(ec2::DetachInternetGatewayResult {}))
    }
}
