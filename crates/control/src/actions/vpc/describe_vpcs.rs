//! DescribeVpcs.

use model::{ApiError, filters::FilterSpec, records::Vpc};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeVpcs;

impl<'a> Item<'a, Vpc> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("cidr", |vpc, values| values.show(vpc.row.cidr())),
        // Ansible writes it so, and EC2 takes it.
        FilterSpec::field("cidr-block", |vpc, values| values.show(vpc.row.cidr())),
        FilterSpec::field("cidrBlock", |vpc, values| values.show(vpc.row.cidr())),
        FilterSpec::field("cidr-block-association.cidr-block", |vpc, values| {
            vpc.row.cidrs.iter().for_each(|block| values.show(block.cidr));
        }),
        FilterSpec::field("cidr-block-association.association-id", |vpc, values| {
            values.each(vpc.row.cidrs.iter().map(|block| block.association.as_str()));
        }),
        FilterSpec::field("cidr-block-association.state", |_, values| values.text("associated")),
        FilterSpec::field("dhcp-options-id", |vpc, values| values.text(&*vpc.row.dhcp_options)),
        FilterSpec::never("ipv6-cidr-block-association.ipv6-cidr-block"),
        FilterSpec::never("ipv6-cidr-block-association.ipv6-pool"),
        FilterSpec::never("ipv6-cidr-block-association.association-id"),
        FilterSpec::never("ipv6-cidr-block-association.state"),
        FilterSpec::field("is-default", |vpc, values| values.flag(vpc.row.is_default)),
        // The Terraform provider writes it so, and EC2 takes it.
        FilterSpec::field("isDefault", |vpc, values| values.flag(vpc.row.is_default)),
        FilterSpec::field("owner-id", |vpc, values| values.text(&*vpc.row.account)),
        FilterSpec::field("state", |_, values| values.text("available")),
        FilterSpec::field("vpc-id", |vpc, values| values.text(&*vpc.row.id)),
        FilterSpec::tags(|vpc, tags| vpc.tags(tags)),
    ];
}

impl Action for DescribeVpcs {
    type Input = ec2::DescribeVpcsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.vpc_ids, "vpcSet", &input.filters, input.max_results, &input.next_token);
        let (vpcs, next_token) = listing::own(call, "DescribeVpcs", &asked, Item::<Vpc>::FILTERS, &[])?;
        Ok(Plan::Answer(ec2::DescribeVpcsResult {
            vpcs: vpcs.iter().map(|vpc| super::shown(&call.view, vpc)).collect(),
            next_token,
        }))
    }
}
