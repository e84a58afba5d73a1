//! DescribeAvailabilityZones: the zones of the region that is asked. There are no Local or Wavelength Zones, whose fields
//! and filters are therefore empty.

use model::{
    ApiError,
    facts::regions::{Region, Zone},
    filters::FilterSpec,
};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    listing,
};

pub struct DescribeAvailabilityZones;

struct Seen<'a> {
    zone: &'a Zone,
    region: &'a Region,
}

const OPT_IN_STATUS: &str = "opt-in-not-required";
const STATE: &str = "available";
const TYPE: &str = "availability-zone";

impl<'a> Seen<'a> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("group-long-name", |seen, values| values.text(seen.region.zone_group_long_name)),
        FilterSpec::field("group-name", |seen, values| values.text(seen.region.zone_group)),
        FilterSpec::never("message"),
        FilterSpec::field("opt-in-status", |_, values| values.text(OPT_IN_STATUS)),
        FilterSpec::never("parent-zone-id"),
        FilterSpec::never("parent-zone-name"),
        FilterSpec::field("region-name", |seen, values| values.text(seen.region.name)),
        FilterSpec::field("state", |_, values| values.text(STATE)),
        FilterSpec::field("zone-id", |seen, values| values.text(seen.zone.id)),
        FilterSpec::field("zone-name", |seen, values| values.text(seen.zone.name)),
        FilterSpec::field("zone-type", |_, values| values.text(TYPE)),
    ];
}

impl Action for DescribeAvailabilityZones {
    type Input = ec2::DescribeAvailabilityZonesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let filters = listing::compile(Seen::FILTERS, &input.filters)?;
        let region = call.region.facts;
        check("zone", &input.zone_names, |name| region.zone(name).is_some())?;
        check("zone-id", &input.zone_ids, |id| region.zone_by_id(id).is_some())?;
        let among = |names: &[String], name: &str| names.is_empty() || names.iter().any(|known| known == name);
        let passed = region.zones.iter().filter(|zone| {
            among(&input.zone_names, zone.name)
                && among(&input.zone_ids, zone.id)
                && filters.matches(&Seen { zone, region })
        });
        Ok(Plan::Answer(ec2::DescribeAvailabilityZonesResult {
            availability_zones: passed.map(|zone| shown(region, zone)).collect(),
        }))
    }
}

/// Refuses zones that the region does not have. `what` is as EC2 names them: `Invalid availability zone: [us-east-1z]`.
fn check(what: &str, asked: &[String], known: impl Fn(&str) -> bool) -> Result<(), ApiError> {
    let unknown: Vec<&str> = asked.iter().map(String::as_str).filter(|name| !known(name)).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    Err(ApiError::invalid_parameter(format!("Invalid availability {what}: [{}]", unknown.join(", "))))
}

fn shown(region: &Region, zone: &Zone) -> ec2::AvailabilityZone {
    let sub_geography = |name: &str| ec2::AvailabilityZoneSubGeography { name: Some(name.into()) };
    ec2::AvailabilityZone {
        zone_name: Some(zone.name.into()),
        zone_id: Some(zone.id.into()),
        zone_type: Some(TYPE.into()),
        region_name: Some(region.name.into()),
        state: Some(STATE.into()),
        opt_in_status: Some(OPT_IN_STATUS.into()),
        group_name: Some(region.zone_group.into()),
        group_long_name: Some(region.zone_group_long_name.into()),
        network_border_group: Some(region.network_border_group().into()),
        geography: vec![ec2::AvailabilityZoneGeography { name: Some(region.geography.into()) }],
        sub_geography: region.sub_geography.map(sub_geography).into_iter().collect(),
        messages: Vec::new(),
        ..Default::default()
    }
}
