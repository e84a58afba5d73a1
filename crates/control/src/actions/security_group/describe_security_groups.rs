//! DescribeSecurityGroups.

use model::{
    ApiError,
    filters::{FilterSpec, Values},
    records::{RulePeer, SecurityGroup, SecurityGroupRule},
};
use wire::ec2;

use super::{shown, traffic::Traffic};
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeSecurityGroups;

const INGRESS: bool = false;
const EGRESS: bool = true;

impl<'a> Item<'a, SecurityGroup> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("description", |group, values| values.text(&group.row.description)),
        FilterSpec::field("egress.ip-permission.cidr", |group, values| group.ipv4(EGRESS, values)),
        FilterSpec::field("egress.ip-permission.from-port", |group, values| group.first_port(EGRESS, values)),
        FilterSpec::field("egress.ip-permission.group-id", |group, values| group.peer_id(EGRESS, values)),
        FilterSpec::field("egress.ip-permission.group-name", |group, values| group.peer_name(EGRESS, values)),
        FilterSpec::field("egress.ip-permission.ipv6-cidr", |group, values| group.ipv6(EGRESS, values)),
        FilterSpec::field("egress.ip-permission.prefix-list-id", |group, values| group.prefix_list(EGRESS, values)),
        FilterSpec::field("egress.ip-permission.protocol", |group, values| group.protocol(EGRESS, values)),
        FilterSpec::field("egress.ip-permission.to-port", |group, values| group.last_port(EGRESS, values)),
        FilterSpec::field("egress.ip-permission.user-id", |group, values| group.peer_owner(EGRESS, values)),
        FilterSpec::field("group-id", |group, values| values.text(&*group.row.id)),
        FilterSpec::field("group-name", |group, values| values.text(&group.row.name)),
        FilterSpec::field("ip-permission.cidr", |group, values| group.ipv4(INGRESS, values)),
        FilterSpec::field("ip-permission.from-port", |group, values| group.first_port(INGRESS, values)),
        FilterSpec::field("ip-permission.group-id", |group, values| group.peer_id(INGRESS, values)),
        FilterSpec::field("ip-permission.group-name", |group, values| group.peer_name(INGRESS, values)),
        FilterSpec::field("ip-permission.ipv6-cidr", |group, values| group.ipv6(INGRESS, values)),
        FilterSpec::field("ip-permission.prefix-list-id", |group, values| group.prefix_list(INGRESS, values)),
        FilterSpec::field("ip-permission.protocol", |group, values| group.protocol(INGRESS, values)),
        FilterSpec::field("ip-permission.to-port", |group, values| group.last_port(INGRESS, values)),
        FilterSpec::field("ip-permission.user-id", |group, values| group.peer_owner(INGRESS, values)),
        FilterSpec::field("owner-id", |group, values| values.text(&*group.row.account)),
        FilterSpec::tags(|group, tags| group.tags(tags)),
        FilterSpec::field("vpc-id", |group, values| values.text(&*group.row.vpc)),
    ];

    fn each_rule(&self, egress: bool, mut look: impl FnMut(&SecurityGroupRule)) {
        let rules = self.call.view.find::<SecurityGroupRule>("group", &self.row.id);
        rules.filter(|rule| rule.egress == egress).for_each(|rule| look(rule));
    }

    fn ipv4(&self, egress: bool, values: &mut Values<'_>) {
        self.each_rule(egress, |rule| {
            if let RulePeer::Ipv4(block) = rule.peer {
                values.show(block);
            }
        });
    }

    fn ipv6(&self, egress: bool, values: &mut Values<'_>) {
        self.each_rule(egress, |rule| {
            if let RulePeer::Ipv6(block) = rule.peer {
                values.show(block);
            }
        });
    }

    fn prefix_list(&self, egress: bool, values: &mut Values<'_>) {
        self.each_rule(egress, |rule| {
            if let RulePeer::PrefixList(id) = &rule.peer {
                values.text(id);
            }
        });
    }

    fn peer_id(&self, egress: bool, values: &mut Values<'_>) {
        self.each_rule(egress, |rule| {
            if let RulePeer::Group { group, .. } = &rule.peer {
                values.text(&**group);
            }
        });
    }

    fn peer_name(&self, egress: bool, values: &mut Values<'_>) {
        self.each_rule(egress, |rule| {
            if let RulePeer::Group { group, .. } = &rule.peer {
                values.maybe(self.call.view.held::<SecurityGroup>(group).map(|peer| &peer.name));
            }
        });
    }

    fn peer_owner(&self, egress: bool, values: &mut Values<'_>) {
        self.each_rule(egress, |rule| {
            if let RulePeer::Group { account, .. } = &rule.peer {
                values.text(&**account);
            }
        });
    }

    fn protocol(&self, egress: bool, values: &mut Values<'_>) {
        self.each_rule(egress, |rule| values.text(&rule.protocol));
    }

    fn first_port(&self, egress: bool, values: &mut Values<'_>) {
        self.each_rule(egress, |rule| {
            if Traffic::has_ports(&rule.protocol) {
                values.show(rule.from_port);
            }
        });
    }

    fn last_port(&self, egress: bool, values: &mut Values<'_>) {
        self.each_rule(egress, |rule| {
            if Traffic::has_ports(&rule.protocol) {
                values.show(rule.to_port);
            }
        });
    }
}

impl Action for DescribeSecurityGroups {
    type Input = ec2::DescribeSecurityGroupsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let mut ids = input.group_ids.clone();
        for name in &input.group_names {
            ids.push(super::named_in_default_vpc(&call.view, name)?.id.to_string());
        }
        let asked = Asked::new(&ids, "groupIds", &input.filters, input.max_results, &input.next_token);
        let table = Item::<SecurityGroup>::FILTERS;
        let (groups, next_token) = listing::own(call, "DescribeSecurityGroups", &asked, table, &[("vpc-id", "vpc")])?;
        Ok(Plan::Answer(ec2::DescribeSecurityGroupsResult {
            security_groups: groups.iter().map(|group| shown::group(call, group)).collect(),
            next_token,
        }))
    }
}
