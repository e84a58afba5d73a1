//! DescribeRegions.

use model::{
    ApiError,
    facts::regions::{self, Region},
    filters::FilterSpec,
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing,
};

pub struct DescribeRegions;

const FILTERS: &[FilterSpec<Region>] = &[
    FilterSpec::field("endpoint", |region, values| values.text(region.endpoint)),
    FilterSpec::field("opt-in-status", |region, values| values.text(region.opt_in_status(true))),
    FilterSpec::field("region-name", |region, values| values.text(region.name)),
];

impl Action for DescribeRegions {
    type Input = ec2::DescribeRegionsRequest;

    fn plan(_call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let filters = listing::compile(FILTERS, &input.filters)?;
        let unknown: Vec<&str> =
            input.region_names.iter().map(String::as_str).filter(|name| regions::get(name).is_none()).collect();
        if !unknown.is_empty() {
            return Err(ApiError::invalid_parameter(format!("Invalid region names: [{}]", unknown.join(", "))));
        }
        let asked =
            |region: &&Region| input.region_names.is_empty() || input.region_names.iter().any(|n| n == region.name);
        let passed = regions::all().iter().filter(asked).filter(|region| filters.matches(region));
        Ok(Plan::Answer(ec2::DescribeRegionsResult { regions: passed.map(shown).collect() }))
    }
}

fn shown(region: &Region) -> ec2::Region {
    ec2::Region {
        region_name: Some(region.name.into()),
        endpoint: Some(region.endpoint.into()),
        opt_in_status: Some(region.opt_in_status(true).into()),
        geography: vec![ec2::RegionGeography { name: Some(region.geography.into()) }],
    }
}
