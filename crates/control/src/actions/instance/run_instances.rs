//! RunInstances: the largest number of instances between MinCount and MaxCount that there is room for, or nothing.

use model::{ApiError, InstanceId, ReservationId, cidr, records::*};
use wire::ec2;

use super::launch::{Network, Seat, Template, add_instance, merged};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::{
        network_interface::{allocate, attachment},
        placement_group::member::Membership,
    },
    edit::Edit,
    view::{AccountView, Row},
};

pub struct RunInstances;

/// The most instances of one request.
const MAX_COUNT: i64 = 1000;

impl Action for RunInstances {
    type Input = ec2::RunInstancesRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let (min, max) = counts(input)?;
        let from_template = merged(call, input)?;
        let input = from_template.as_ref().map_or(input, |(merged, _)| merged);
        let mut template = Template::of(call, input)?;
        template.own_tags = from_template.as_ref().map(|(_, tags)| tags.clone()).unwrap_or_default();
        let network = Network::of(call, input)?;
        attachment::check_interfaces(template.facts, network.all().count())?;
        for (_, interface) in network.all() {
            attachment::check_addresses(Some(template.facts), interface.addresses())?;
        }
        let zone = &network.subnet.zone;
        let mut group = Membership::of(call, input.placement.as_ref(), template.facts, zone)?;
        let count = place(call, &template, &network, group.as_ref(), min, max)?;

        let mut edit = Edit::new();
        let reservation = ReservationId::from_random(call.random());
        edit.splits_for(&reservation);
        for (_, interface) in network.all() {
            edit.alive(&interface.subnet);
            interface.groups.iter().for_each(|group| edit.alive(group));
        }
        if let Some(group) = &group {
            group.take_turns(&mut edit);
        }
        note_use(call, &mut edit, &template.image);
        let mut ids: Vec<InstanceId> = (0..count).map(|_| InstanceId::from_random(call.random())).collect();
        // Other requests may have been promised some of the room since it was looked at.
        let promise = call.cloud.ledger.promise_most(&ids, min, template.facts.memory_mib);
        let promise = promise.ok_or_else(|| no_capacity(&template, &network))?;
        ids.truncate(promise.count());
        edit.hold(promise);
        for (index, id) in (0..).zip(&ids) {
            let place = group.as_mut().map(Membership::seat);
            let seat = Seat { reservation: &reservation, launch_index: index, placement: place };
            add_instance(call, &mut edit, &template, &network, id, seat)?;
        }
        let ids: Vec<String> = ids.iter().map(|id| id.to_string()).collect();
        let facts = call.region.facts;
        Plan::make(edit, ids.clone(), move |view| Ok(reservation_of(view, facts, &ids)))
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        Ok(reservation_of(&call.view, call.region.facts, ids))
    }
}

fn reservation_of(
    view: &AccountView,
    facts: &'static model::facts::regions::Region,
    ids: &[String],
) -> ec2::Reservation {
    let instances: Vec<_> = ids.iter().filter_map(|id| view.get::<Instance>(id)).collect();
    super::shown_reservation(view, facts, instances.iter().map(|row| &**row))
}

/// The image must still be there, and still shared, when the launch is committed; and it is noted when it was launched
/// last. Images of the catalog are no records.
fn note_use(call: &Call, edit: &mut Edit, image: &Row<Image>) {
    if image.revision == 0 {
        return;
    }
    edit.alive(image);
    let used = ImageUse {
        image: image.id.clone(),
        account: image.account.clone(),
        created_ms: image.created_ms,
        last_launched_ms: call.now_ms,
    };
    // Nothing is compared: of launches at the same time, either is the last one.
    edit.put_json(used.key(), &used);
}

fn counts(input: &ec2::RunInstancesRequest) -> Result<(u64, u64), ApiError> {
    let min = input.min_count.ok_or_else(|| ApiError::missing("MinCount"))?;
    let max = input.max_count.ok_or_else(|| ApiError::missing("MaxCount"))?;
    if min < 1 {
        return Err(ApiError::invalid_value("minCount", min, "Must be at least 1."));
    }
    if max < min {
        return Err(ApiError::invalid_value("maxCount", max, &format!("Must be at least minCount ({min}).")));
    }
    if min > MAX_COUNT {
        return Err(ApiError::new(
            "InstanceLimitExceeded",
            format!("You have requested more instances ({min}) than one request can launch ({MAX_COUNT})."),
        ));
    }
    Ok((min as u64, max.min(MAX_COUNT) as u64))
}

/// How many instances are launched. Room is memory on the host, places in the group, and free addresses in the subnet and
/// of the public ones.
fn place(
    call: &Call,
    template: &Template,
    network: &Network,
    group: Option<&Membership>,
    min: u64,
    max: u64,
) -> Result<u64, ApiError> {
    let room = call.cloud.ledger.room_for(template.facts.memory_mib);
    if room < min {
        return Err(no_capacity(template, network));
    }
    let mut count = max.min(room);
    if let Some(group) = group {
        let room = group.room(&call.view, &network.subnet.zone) as u64;
        if room < min {
            return Err(group.full(&network.subnet.zone));
        }
        count = count.min(room);
    }
    for subnet in network.all().filter(|(_, interface)| interface.existing.is_none()).map(|(_, it)| &it.subnet) {
        let in_it = |(_, other): &(u8, &Network)| other.existing.is_none() && other.subnet.id == subnet.id;
        let each = network.all().filter(in_it).count() as u64;
        let used = call.view.count::<NetworkInterface>("subnet", &subnet.id) as u64;
        let room = u64::from(cidr::host_count(subnet.cidr)).saturating_sub(used) / each.max(1);
        if room < min {
            return Err(ApiError::new(
                "InsufficientFreeAddressesInSubnet",
                format!(
                    "There are not enough free addresses in subnet '{}' to satisfy the requested number of instances.",
                    subnet.id
                ),
            ));
        }
        count = count.min(room);
    }
    if network.public {
        let free = allocate::free_public(call, count);
        if free < min {
            return Err(allocate::no_public());
        }
        count = count.min(free);
    }
    Ok(count)
}

pub fn no_capacity(template: &Template, network: &Network) -> ApiError {
    insufficient_capacity(template.facts.name, &network.subnet.zone)
}

/// AWS's answer when no host has room.
pub fn insufficient_capacity(instance_type: &str, zone: &str) -> ApiError {
    ApiError {
        status: 500,
        code: "InsufficientInstanceCapacity".into(),
        message: format!(
            "We currently do not have sufficient {instance_type} capacity in the Availability Zone you requested ({zone}). \
             Stop or terminate other instances, or choose a smaller type."
        ),
    }
}
