//! CreateDhcpOptions. A set never changes afterwards.

use model::{ApiError, DhcpOptionsId, records::DhcpOptions};
use wire::ec2;

use super::configuration;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    tagging::TagsToSet,
};

pub struct CreateDhcpOptions;

impl Action for CreateDhcpOptions {
    type Input = ec2::CreateDhcpOptionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let tags = TagsToSet::parse(&input.tag_specifications, &["dhcp-options"])?;
        let options = DhcpOptions {
            id: DhcpOptionsId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            configurations: configuration::parse(&input.dhcp_configurations)?,
            rest: Default::default(),
        };
        let mut edit = Edit::new();
        edit.create(&options);
        tags.set(&mut edit, &call.account, &options.id, "dhcp-options");
        Plan::change(edit, move |view| {
            Ok(ec2::CreateDhcpOptionsResult { dhcp_options: Some(super::shown(view, &options)) })
        })
    }
}
