//! AssociateDhcpOptions: gives a VPC another set, or with the id `default` none at all.

use model::{
    ApiError, DhcpOptionsId,
    records::{DhcpOptions, Vpc},
};
use wire::ec2;

use super::NO_OPTIONS;
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
};

pub struct AssociateDhcpOptions;

impl Action for AssociateDhcpOptions {
    type Input = ec2::AssociateDhcpOptionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        let mut edit = Edit::new();
        let set = match input.dhcp_options_id.as_deref() {
            Some(NO_OPTIONS) => DhcpOptionsId::trusted(NO_OPTIONS),
            id => {
                let options = lookup::required::<DhcpOptions>(&call.view, "DhcpOptionsId", id)?;
                edit.alive(&options);
                options.id.clone()
            }
        };
        if set == vpc.dhcp_options {
            return Ok(Plan::Answer(ec2::AssociateDhcpOptionsResult {}));
        }
        edit.no_longer_child(&vpc.dhcp_options, &vpc.id);
        if set.as_str() != NO_OPTIONS {
            edit.child(&set, &vpc.id);
        }
        edit.update(&vpc, &Vpc { dhcp_options: set, ..vpc.record.clone() });
        Plan::change(edit, |_| Ok(ec2::AssociateDhcpOptionsResult {}))
    }
}
