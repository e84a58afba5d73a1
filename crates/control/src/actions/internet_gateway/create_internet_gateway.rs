//! CreateInternetGateway.

use model::{ApiError, InternetGatewayId, limits, records::InternetGateway};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    tagging::TagsToSet,
};

pub struct CreateInternetGateway;

impl Action for CreateInternetGateway {
    type Input = ec2::CreateInternetGatewayRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let tags = TagsToSet::parse(&input.tag_specifications, &["internet-gateway"])?;
        let mut edit = Edit::new();
        quota::per_region::<InternetGateway>(
            call,
            &mut edit,
            limits::INTERNET_GATEWAYS,
            "InternetGatewayLimitExceeded",
            "internet gateways",
        )?;
        let gateway = InternetGateway {
            id: InternetGatewayId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            vpc: None,
            rest: Default::default(),
        };
        edit.create(&gateway);
        tags.set(&mut edit, &call.account, &gateway.id, "internet-gateway");
        Plan::change(edit, move |view| {
            Ok(ec2::CreateInternetGatewayResult { internet_gateway: Some(super::shown(view, &gateway)) })
        })
    }
}
