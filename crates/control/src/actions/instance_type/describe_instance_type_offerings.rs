//! DescribeInstanceTypeOfferings: a region offers every type in all of its zones.

use model::{ApiError, facts::instance_types, filters::FilterSpec};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked},
};

pub struct DescribeInstanceTypeOfferings;

#[derive(Clone, Copy)]
struct Offering<'a> {
    instance_type: &'a str,
    location: &'a str,
}

impl<'a> Offering<'a> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("instance-type", |offering, values| values.text(offering.instance_type)),
        FilterSpec::field("location", |offering, values| values.text(offering.location)),
    ];
}

impl Action for DescribeInstanceTypeOfferings {
    type Input = ec2::DescribeInstanceTypeOfferingsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let filters = listing::compile(Offering::FILTERS, &input.filters)?;
        let page = Asked::new(&[], "", &input.filters, input.max_results, &input.next_token)
            .page(call, "DescribeInstanceTypeOfferings")?;
        let location_type = input.location_type.as_deref().unwrap_or("region");
        let region = call.region.facts;
        let locations: Vec<&str> = match location_type {
            "availability-zone" => region.zones.iter().map(|zone| zone.name).collect(),
            "availability-zone-id" => {
                let mut ids: Vec<&str> = region.zones.iter().map(|zone| zone.id).collect();
                ids.sort_unstable();
                ids
            }
            // There are no Outposts.
            "outpost" => Vec::new(),
            _ => vec![region.name],
        };
        // In order of type, then of location: the order that pages go by.
        let all = instance_types::names()
            .flat_map(|instance_type| locations.iter().map(move |location| Offering { instance_type, location }));
        let (offerings, next_token) =
            page.take_by(call, all.filter(|offering| filters.matches(offering)), |offering| {
                // A space sorts before anything in a name.
                (0, format!("{} {}", offering.instance_type, offering.location).into())
            });
        let shown = |offering: &Offering<'_>| ec2::InstanceTypeOffering {
            instance_type: Some(offering.instance_type.into()),
            location_type: Some(location_type.into()),
            location: Some(offering.location.into()),
        };
        Ok(Plan::Answer(ec2::DescribeInstanceTypeOfferingsResult {
            instance_type_offerings: offerings.iter().map(shown).collect(),
            next_token,
        }))
    }
}
