//! DescribeDhcpOptions.

use model::{ApiError, filters::FilterSpec, records::DhcpOptions};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeDhcpOptions;

impl<'a> Item<'a, DhcpOptions> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("dhcp-options-id", |options, values| values.text(&*options.row.id)),
        FilterSpec::field("key", |options, values| {
            values.each(options.row.configurations.iter().map(|(key, _)| key));
        }),
        FilterSpec::field("value", |options, values| {
            values.each(options.row.configurations.iter().flat_map(|(_, each)| each));
        }),
        FilterSpec::field("owner-id", |options, values| values.text(&*options.row.account)),
        FilterSpec::tags(|options, tags| options.tags(tags)),
    ];
}

impl Action for DescribeDhcpOptions {
    type Input = ec2::DescribeDhcpOptionsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.dhcp_options_ids, "dhcpOptionsSet", &input.filters, input.max_results, &input.next_token);
        let (options, next_token) =
            listing::own(call, "DescribeDhcpOptions", &asked, Item::<DhcpOptions>::FILTERS, &[])?;
        Ok(Plan::Answer(ec2::DescribeDhcpOptionsResult {
            dhcp_options: options.iter().map(|options| super::shown(&call.view, options)).collect(),
            next_token,
        }))
    }
}
