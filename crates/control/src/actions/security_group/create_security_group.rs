//! CreateSecurityGroup: a group that lets everything out and nothing in.

use ipnet::Ipv4Net;
use model::{
    ApiError, SecurityGroupId,
    records::{RulePeer, SecurityGroup, Vpc},
};
use wire::ec2;

use super::{shown, text};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    defaults,
    edit::Edit,
    lookup,
    tagging::{self, TagsToSet},
};

pub struct CreateSecurityGroup;

/// AWS's limit of groups in a region.
const MAX_GROUPS: usize = 2500;

impl Action for CreateSecurityGroup {
    type Input = ec2::CreateSecurityGroupRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let name = text::group_name(input.group_name.as_deref())?;
        let description = text::group_description(input.description.as_deref())?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["security-group"])?;
        let vpc = match input.vpc_id.as_deref().filter(|id| !id.is_empty()) {
            Some(id) => lookup::one::<Vpc>(&call.view, id)?,
            None => super::default_vpc(&call.view)?,
        };
        if super::named(&call.view, &vpc, name).is_some() {
            return Err(ApiError::new(
                "InvalidGroup.Duplicate",
                format!("The security group '{name}' already exists for VPC '{}'", vpc.id),
            ));
        }
        let groups = call.view.owned::<SecurityGroup>();
        quota::check(groups, MAX_GROUPS, "SecurityGroupLimitExceeded", "security groups")?;
        let group = SecurityGroup {
            id: SecurityGroupId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            vpc: vpc.id.clone(),
            name: name.to_owned(),
            description: description.to_owned(),
            rest: Default::default(),
        };
        let everywhere = RulePeer::Ipv4(Ipv4Net::default());
        let mut edit = Edit::new();
        edit.alive(&vpc);
        edit.child(&vpc.id, &group.id);
        edit.claim(&super::name_claim(&vpc, name), &group.id);
        edit.create(&group);
        edit.create(&defaults::all_traffic(&group, true, everywhere, call.now_ms, call.world()));
        tags.set(&mut edit, &call.account, &group.id, "security-group");
        let arn = shown::arn(call.region.name(), &group);
        Plan::change(edit, move |view| {
            Ok(ec2::CreateSecurityGroupResult {
                group_id: Some(group.id.to_string()),
                tags: tagging::shown(view, &group.id),
                security_group_arn: Some(arn),
            })
        })
    }
}
