//! DeleteInternetGateway: refused while it is attached. Routes to it stay, and lead nowhere.

use model::{ApiError, records::InternetGateway};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::refusals::in_use,
    edit::Edit,
    lookup, tagging,
};

pub struct DeleteInternetGateway;

impl Action for DeleteInternetGateway {
    type Input = ec2::DeleteInternetGatewayRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let id = input.internet_gateway_id.as_deref();
        let gateway = lookup::required::<InternetGateway>(&call.view, "InternetGatewayId", id)?;
        if gateway.vpc.is_some() {
            return Err(in_use("internetGateway", &gateway.id));
        }
        let mut edit = Edit::new();
        tagging::remove_all(&mut edit, &call.view, &gateway.id);
        edit.delete(&gateway);
        Plan::change(edit, |_| Ok(ec2::DeleteInternetGatewayResult {}))
    }
}
