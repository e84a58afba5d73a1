//! ModifyInstanceAttribute: one attribute of one instance.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::STANDARD};
use model::{ApiError, facts::instance_types, instance::InstanceState, records::*};
use wire::ec2;

use super::{
    launch::{check_architecture, check_user_data, known_type},
    power,
};
use crate::{
    action::{Action, Call, Output, Plan},
    edit::Edit,
    lookup,
    view::Row,
};

pub struct ModifyInstanceAttribute;

impl Action for ModifyInstanceAttribute {
    type Input = ec2::ModifyInstanceAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let instance = lookup::required::<Instance>(&call.view, "InstanceId", input.instance_id.as_deref())?;
        if matches!(call.view.state(&instance), InstanceState::ShuttingDown | InstanceState::Terminated) {
            return Err(ApiError::new(
                "IncorrectInstanceState",
                format!("The instance '{}' is terminated and can't be modified.", instance.id),
            ));
        }
        let Some(wanted) = wanted(input)? else { return Ok(Plan::Answer(Default::default())) };
        let edit = match wanted {
            Wanted::Type(name) => change_type(call, &instance, &name)?,
            Wanted::UserData(bytes) => change_user_data(call, &instance, bytes)?,
            Wanted::EbsOptimized(on) => {
                require_stopped(call, &instance)?;
                change(&instance, |after| after.ebs_optimized = on)
            }
            Wanted::DisableApiTermination(on) => change(&instance, |after| after.disable_api_termination = on),
            Wanted::DisableApiStop(on) => change(&instance, |after| after.disable_api_stop = on),
            Wanted::ShutdownBehavior(behavior) => change(&instance, |after| after.shutdown_behavior = behavior),
            Wanted::SourceDestCheck(on) => change_primary(call, &instance, |after| after.source_dest_check = on)?,
            Wanted::Groups(ids) => change_groups(call, &instance, &ids)?,
            Wanted::BlockDevices(devices) => change_block_devices(call, &instance, &devices)?,
        };
        Plan::change(edit, |_| Ok(Default::default()))
    }
}

/// What is to be changed. One attribute in each request, as AWS has it.
enum Wanted {
    Type(String),
    UserData(Vec<u8>),
    EbsOptimized(bool),
    DisableApiTermination(bool),
    DisableApiStop(bool),
    ShutdownBehavior(ShutdownBehavior),
    SourceDestCheck(bool),
    Groups(Vec<String>),
    BlockDevices(Vec<ec2::InstanceBlockDeviceMappingSpecification>),
}

/// `None` asks for what every instance is anyway.
fn wanted(input: &ec2::ModifyInstanceAttributeRequest) -> Result<Option<Wanted>, ApiError> {
    let mut all: Vec<Wanted> = Vec::new();
    if let Some(value) = &input.instance_type {
        all.push(Wanted::Type(text("instanceType", value.value.as_deref())?));
    }
    if let Some(value) = &input.user_data {
        all.push(Wanted::UserData(value.value.clone().unwrap_or_default()));
    }
    if let Some(value) = &input.ebs_optimized {
        all.push(Wanted::EbsOptimized(flag("ebsOptimized", value.value)?));
    }
    if let Some(value) = &input.disable_api_termination {
        all.push(Wanted::DisableApiTermination(flag("disableApiTermination", value.value)?));
    }
    if let Some(value) = &input.disable_api_stop {
        all.push(Wanted::DisableApiStop(flag("disableApiStop", value.value)?));
    }
    if let Some(value) = &input.source_dest_check {
        all.push(Wanted::SourceDestCheck(flag("sourceDestCheck", value.value)?));
    }
    if let Some(value) = &input.instance_initiated_shutdown_behavior {
        all.push(Wanted::ShutdownBehavior(behavior(value.value.as_deref())?));
    }
    if !input.groups.is_empty() {
        all.push(Wanted::Groups(input.groups.clone()));
    }
    if !input.block_device_mappings.is_empty() {
        all.push(Wanted::BlockDevices(input.block_device_mappings.clone()));
    }
    // Both can't be otherwise here, so only what they are is accepted.
    if let Some(value) = &input.ena_support
        && value.value == Some(false)
    {
        return Err(ApiError::unsupported("Every instance has enhanced networking; EnaSupport can't be switched off."));
    }
    if let Some(attribute) = input.attribute.as_deref() {
        all.extend(by_name(attribute, input.value.as_deref())?);
    }
    let nothing_else = input.ena_support.is_some() || input.sriov_net_support.is_some();
    match (all.len(), all.pop()) {
        (1, one) => Ok(one),
        (0, _) if nothing_else => Ok(None),
        (0, _) => Err(ApiError::new("MissingParameter", "The request must contain the attribute to modify.")),
        _ => Err(ApiError::combination("Fields for multiple attributes are specified. Specify one attribute only.")),
    }
}

/// The older form: Attribute and Value.
fn by_name(attribute: &str, value: Option<&str>) -> Result<Option<Wanted>, ApiError> {
    // Some clients name the attribute and give its own field as well.
    let Some(value) = value else { return Ok(None) };
    let as_flag = || match value {
        "true" => Ok(true),
        "false" => Ok(false),
        other => Err(ApiError::invalid_value("value", other, "It must be true or false.")),
    };
    Ok(Some(match attribute {
        "instanceType" => Wanted::Type(value.to_owned()),
        "userData" => Wanted::UserData(
            STANDARD
                .decode(value)
                .map_err(|_| ApiError::new("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data."))?,
        ),
        "ebsOptimized" => Wanted::EbsOptimized(as_flag()?),
        "disableApiTermination" => Wanted::DisableApiTermination(as_flag()?),
        "disableApiStop" => Wanted::DisableApiStop(as_flag()?),
        "sourceDestCheck" => Wanted::SourceDestCheck(as_flag()?),
        "instanceInitiatedShutdownBehavior" => Wanted::ShutdownBehavior(behavior(Some(value))?),
        other => {
            return Err(ApiError::invalid_value("attribute", other, "It can't be modified by Attribute and Value."));
        }
    }))
}

fn text(name: &str, value: Option<&str>) -> Result<String, ApiError> {
    value.map(str::to_owned).ok_or_else(|| ApiError::missing(name))
}

fn flag(name: &str, value: Option<bool>) -> Result<bool, ApiError> {
    value.ok_or_else(|| ApiError::missing(name))
}

fn behavior(value: Option<&str>) -> Result<ShutdownBehavior, ApiError> {
    match value {
        Some("stop") => Ok(ShutdownBehavior::Stop),
        Some("terminate") => Ok(ShutdownBehavior::Terminate),
        other => Err(ApiError::invalid_value("instanceInitiatedShutdownBehavior", other.unwrap_or_default(), "")),
    }
}

fn change(instance: &Row<Instance>, change: impl FnOnce(&mut Instance)) -> Edit {
    let mut after = instance.record.clone();
    change(&mut after);
    let mut edit = Edit::new();
    edit.update(instance, &after);
    edit
}

fn require_stopped(call: &Call, instance: &Instance) -> Result<(), ApiError> {
    if call.view.state(instance) == InstanceState::Stopped {
        return Ok(());
    }
    Err(power::not_stopped(&instance.id))
}

fn change_type(call: &Call, instance: &Row<Instance>, name: &str) -> Result<Edit, ApiError> {
    let facts = known_type(name)?;
    require_stopped(call, instance)?;
    check_architecture(facts, instance.architecture)?;
    let burstable = facts.default_cpu_credits().map(str::to_owned);
    Ok(change(instance, |after| {
        after.instance_type = facts.name.to_owned();
        after.cpu = CpuOptions {
            core_count: facts.vcpus.default_cores,
            threads_per_core: facts.vcpus.default_threads_per_core,
        };
        let was_burstable =
            instance_types::get(&instance.instance_type).is_some_and(|t| t.default_cpu_credits().is_some());
        after.credits = match (&burstable, was_burstable) {
            (Some(_), true) => instance.credits.clone(),
            _ => burstable.clone(),
        };
    }))
}

fn change_user_data(call: &Call, instance: &Row<Instance>, bytes: Vec<u8>) -> Result<Edit, ApiError> {
    require_stopped(call, instance)?;
    check_user_data(&bytes)?;
    let mut edit = change(instance, |after| after.has_user_data = !bytes.is_empty());
    let key = format!("user-data/{}", instance.id);
    if bytes.is_empty() {
        edit.remove(key)
    } else {
        edit.put(key, bytes)
    }
    Ok(edit)
}

fn primary(call: &Call, instance: &Instance) -> Result<Arc<Row<NetworkInterface>>, ApiError> {
    let mut interfaces: Vec<_> = call.view.find::<NetworkInterface>("instance", &instance.id).cloned().collect();
    interfaces.sort_by_key(|interface| interface.attachment.as_ref().map(|a| a.device_index));
    if interfaces.len() > 1 {
        return Err(ApiError::new(
            "InvalidInstanceID",
            format!(
                "There are multiple interfaces attached to instance '{}'. Please specify an interface ID for the \
                 operation instead.",
                instance.id
            ),
        ));
    }
    interfaces.pop().ok_or_else(|| ApiError::internal("an instance has no network interface"))
}

fn change_primary(
    call: &Call,
    instance: &Instance,
    change: impl FnOnce(&mut NetworkInterface),
) -> Result<Edit, ApiError> {
    let before = primary(call, instance)?;
    let mut after = before.record.clone();
    change(&mut after);
    let mut edit = Edit::new();
    edit.update(&before, &after);
    Ok(edit)
}

fn change_groups(call: &Call, instance: &Instance, ids: &[String]) -> Result<Edit, ApiError> {
    let before = primary(call, instance)?;
    let groups = lookup::many::<SecurityGroup>(&call.view, ids)?;
    if let Some(group) = groups.iter().find(|group| group.vpc != before.vpc) {
        return Err(ApiError::new(
            "InvalidGroup.NotFound",
            format!("The security group '{}' does not exist in VPC '{}'", group.id, before.vpc),
        ));
    }
    let mut edit = change_primary(call, instance, |after| {
        after.groups = groups.iter().map(|group| group.id.clone()).collect();
    })?;
    for group in &before.groups {
        edit.no_longer_child(group, &before.id);
    }
    for group in &groups {
        edit.alive(group);
        edit.child(&group.id, &before.id);
    }
    Ok(edit)
}

fn change_block_devices(
    call: &Call,
    instance: &Instance,
    devices: &[ec2::InstanceBlockDeviceMappingSpecification],
) -> Result<Edit, ApiError> {
    let mut edit = Edit::new();
    for device in devices {
        let name = device.device_name.as_deref().ok_or_else(|| ApiError::missing("BlockDeviceMapping.DeviceName"))?;
        if device.virtual_name.is_some() || device.no_device.is_some() {
            return Err(ApiError::unsupported("Only DeleteOnTermination of a block device can be modified."));
        }
        let volume = call
            .view
            .find::<Volume>("instance", &instance.id)
            .find(|volume| volume.attachment.as_ref().is_some_and(|attachment| attachment.device == name));
        let volume = volume.ok_or_else(|| {
            ApiError::new("InvalidInstanceAttributeValue", format!("No device is currently mapped at {name}"))
        })?;
        let ebs = device.ebs.as_ref();
        if let Some(id) = ebs.and_then(|ebs| ebs.volume_id.as_deref()).filter(|id| *id != volume.id.as_str()) {
            return Err(ApiError::invalid_parameter(format!("The volume '{id}' is not mapped at {name}")));
        }
        let Some(goes) = ebs.and_then(|ebs| ebs.delete_on_termination) else { continue };
        let mut after = volume.record.clone();
        if let Some(attachment) = &mut after.attachment {
            attachment.delete_on_termination = goes;
        }
        edit.update(volume, &after);
    }
    Ok(edit)
}
