//! GetSecurityGroupsForVpc: the groups that interfaces in a VPC can be in, which are its own.

use model::{
    ApiError,
    filters::FilterSpec,
    records::{SecurityGroup, Vpc},
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    lookup, tagging,
};

pub struct GetSecurityGroupsForVpc;

struct OfVpc<'a>(Item<'a, SecurityGroup>);

impl<'a> OfVpc<'a> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("description", |group, values| values.text(&group.0.row.description)),
        FilterSpec::field("group-id", |group, values| values.text(&*group.0.row.id)),
        FilterSpec::field("group-name", |group, values| values.text(&group.0.row.name)),
        FilterSpec::field("owner-id", |group, values| values.text(&*group.0.row.account)),
        FilterSpec::field("primary-vpc-id", |group, values| values.text(&*group.0.row.vpc)),
        FilterSpec::tags(|group, tags| group.0.tags(tags)),
    ];
}

impl Action for GetSecurityGroupsForVpc {
    type Input = ec2::GetSecurityGroupsForVpcRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        let filters = listing::compile(OfVpc::FILTERS, &input.filters)?;
        let asked = Asked::new(&[], "", &input.filters, input.max_results, &input.next_token);
        let page = asked.page(call, "GetSecurityGroupsForVpc")?;
        let groups = call.view.list_after::<SecurityGroup>(page.after());
        let passed = groups.filter(|row| row.vpc == vpc.id && filters.matches(&OfVpc(Item { row, call })));
        let (groups, next_token) = page.take(call, passed);
        let shown = |group: &SecurityGroup| ec2::SecurityGroupForVpc {
            description: Some(group.description.clone()),
            group_name: Some(group.name.clone()),
            owner_id: Some(group.account.to_string()),
            group_id: Some(group.id.to_string()),
            tags: tagging::shown(&call.view, &group.id),
            primary_vpc_id: Some(group.vpc.to_string()),
        };
        Ok(Plan::Answer(ec2::GetSecurityGroupsForVpcResult {
            security_group_for_vpcs: groups.iter().map(|group| shown(group)).collect(),
            next_token,
        }))
    }
}
