//! DescribeSecurityGroupRules.

use model::{
    ApiError,
    filters::FilterSpec,
    ids::is_well_formed,
    records::{SecurityGroup, SecurityGroupRule},
};
use wire::ec2;

use super::shown;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    lookup::Named,
};

pub struct DescribeSecurityGroupRules;

impl<'a> Item<'a, SecurityGroupRule> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("group-id", |rule, values| values.text(&*rule.row.group)),
        FilterSpec::field("security-group-rule-id", |rule, values| values.text(&*rule.row.id)),
        FilterSpec::tags(|rule, tags| rule.tags(tags)),
    ];
}

impl Action for DescribeSecurityGroupRules {
    type Input = ec2::DescribeSecurityGroupRulesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(
            &input.security_group_rule_ids,
            "securityGroupRuleIds",
            &input.filters,
            input.max_results,
            &input.next_token,
        );
        // AWS looks at the ids that this filter names, as at those of a parameter.
        let groups = input.filters.iter().filter(|filter| filter.name.as_deref() == Some("group-id"));
        for id in groups.flat_map(|filter| &filter.values) {
            if !id.contains(['*', '?']) && !is_well_formed(SecurityGroup::NOUN.prefix, id) {
                let message = format!("The security group ID '{id}' is malformed");
                return Err(ApiError::new(SecurityGroup::NOUN.malformed, message));
            }
        }
        let table = Item::<SecurityGroupRule>::FILTERS;
        let (rules, next_token) =
            listing::own(call, "DescribeSecurityGroupRules", &asked, table, &[("group-id", "group")])?;
        Ok(Plan::Answer(ec2::DescribeSecurityGroupRulesResult {
            security_group_rules: rules.iter().map(|rule| shown::rule(call.region.name(), &call.view, rule)).collect(),
            next_token,
        }))
    }
}
