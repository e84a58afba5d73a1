//! AttachInternetGateway: one gateway for a VPC, one VPC for a gateway.

use model::{
    ApiError,
    records::{InternetGateway, Vpc},
};
use wire::ec2;

use super::vpc_claim;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct AttachInternetGateway;

impl Action for AttachInternetGateway {
    type Input = ec2::AttachInternetGatewayRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.internet_gateway_id.as_deref();
        let gateway = lookup::required::<InternetGateway>(&call.view, "InternetGatewayId", id)?;
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        if let Some(other) = &gateway.vpc {
            return Err(ApiError::new(
                "Resource.AlreadyAssociated",
                format!("resource {} is already attached to network {other}", gateway.id),
            ));
        }
        if call.view.count::<InternetGateway>("vpc", &vpc.id) > 0 {
            return Err(ApiError::invalid_parameter(format!(
                "Network {} already has an internet gateway attached",
                vpc.id
            )));
        }
        let mut edit = Edit::new();
        edit.alive(&vpc);
        edit.child(&vpc.id, &gateway.id);
        edit.claim(&vpc_claim(&vpc.id), &gateway.id);
        let mut after = gateway.record.clone();
        after.vpc = Some(vpc.id.clone());
        edit.update(&gateway, &after);
        Plan::change(edit, |_| Ok(ec2::AttachInternetGatewayResult {}))
    }
}
