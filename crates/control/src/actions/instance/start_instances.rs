//! StartInstances.

use model::{
    ApiError,
    instance::{InstanceState, PowerWanted},
    records::*,
};
use wire::ec2;

use super::{insufficient_capacity, launch::known_type, power};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::{network_interface::allocate, placement_group::member, volume::attach::ROOT_SLOT},
    edit::Edit,
};

pub struct StartInstances;

impl Action for StartInstances {
    type Input = ec2::StartInstancesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instances = power::named(call, &input.instance_ids)?;
        let mut edit = Edit::new();
        let mut before = Vec::new();
        let mut started: Vec<&Instance> = Vec::new();
        for instance in &instances {
            let state = call.view.state(instance);
            before.push((instance.id.to_string(), state));
            match state {
                InstanceState::Pending | InstanceState::Running => {}
                InstanceState::Stopped => {
                    edit.next_piece();
                    let fellow = |other: &&&Instance| {
                        other.zone == instance.zone && same_group(other, instance) && other.placement.is_some()
                    };
                    member::check_start(&call.view, &mut edit, instance, started.iter().filter(fellow).count())?;
                    start(call, &mut edit, instance)?;
                    started.push(instance);
                }
                InstanceState::Stopping | InstanceState::ShuttingDown | InstanceState::Terminated => {
                    return Err(power::wrong_state(&instance.id, "started"));
                }
            }
        }
        Plan::change(edit, move |view| {
            Ok(ec2::StartInstancesResult { starting_instances: power::changes(view, &before) })
        })
    }
}

fn same_group(one: &Instance, other: &Instance) -> bool {
    let group = |instance: &Instance| instance.placement.as_ref().map(|place| place.group.clone());
    group(one) == group(other)
}

fn start(call: &Call, edit: &mut Edit, instance: &crate::view::Row<Instance>) -> Result<(), ApiError> {
    require_root(call, edit, instance)?;
    let facts = known_type(&instance.instance_type)?;
    let ids = [instance.id.clone()];
    let promise = call.cloud.ledger.promise(&ids, facts.memory_mib);
    edit.hold(promise.ok_or_else(|| insufficient_capacity(facts.name, &instance.zone))?);
    let mut after = instance.record.clone();
    after.power.generation += 1;
    after.power.wanted = PowerWanted::Running;
    after.started_ms = call.now_ms;
    after.reason = None;
    after.transition = String::new();
    edit.update(instance, &after);
    if instance.auto_public {
        lend_public(call, edit, &instance.id)?;
    }
    Ok(())
}

/// There is nothing to boot from without a root volume, which must stay until this is written.
fn require_root(call: &Call, edit: &mut Edit, instance: &Instance) -> Result<(), ApiError> {
    let is_root = |volume: &Volume| volume.attachment.as_ref().is_some_and(|at| at.slot == ROOT_SLOT && !at.detaching);
    let root = call.view.find::<Volume>("instance", &instance.id).find(|volume| is_root(volume));
    let root = root.ok_or_else(|| {
        ApiError::invalid_parameter(format!(
            "Invalid value '{}' for instanceId. Instance does not have a volume attached at root ({})",
            instance.id, instance.root_device_name
        ))
    })?;
    edit.alive(root);
    Ok(())
}

/// A new public address of the pool for the primary interface, unless it has one.
fn lend_public(call: &Call, edit: &mut Edit, id: &str) -> Result<(), ApiError> {
    let primary = call
        .view
        .find::<NetworkInterface>("instance", id)
        .find(|interface| interface.attachment.as_ref().is_some_and(|attachment| attachment.device_index == 0));
    let Some(primary) = primary.filter(|primary| primary.primary().association.is_none()) else { return Ok(()) };
    let public = allocate::pick_public(call, edit)?;
    let mut after = primary.record.clone();
    after.addresses[0].association = Some(PublicAssociation { public, allocation: None, association: None });
    edit.update(primary, &after);
    Ok(())
}
