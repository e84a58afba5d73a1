//! An instance as answers show it.

use model::{
    facts::regions::Region,
    instance::{InstanceObservation, InstanceState},
    records::*,
};
use wire::{Timestamp, ec2};

use super::{metadata_options, parts::Parts};
use crate::{
    actions::{names, volume::attach},
    tagging,
    view::{AccountView, Row},
};

/// A reservation with the given instances of it, which are in order of launch index.
pub fn shown_reservation<'a>(
    view: &AccountView,
    region: &'static Region,
    instances: impl Iterator<Item = &'a Row<Instance>>,
) -> ec2::Reservation {
    let mut reservation = ec2::Reservation::default();
    for instance in instances {
        reservation.reservation_id.get_or_insert_with(|| instance.reservation.to_string());
        reservation.owner_id.get_or_insert_with(|| instance.account.to_string());
        reservation.instances.push(shown(view, region, instance));
    }
    reservation
}

pub fn shown_state(state: InstanceState) -> ec2::InstanceState {
    ec2::InstanceState { code: Some(state.code()), name: Some(state.name().to_owned()) }
}

pub fn shown(view: &AccountView, region: &'static Region, instance: &Row<Instance>) -> ec2::Instance {
    of_parts(&Parts::of(view, instance), region)
}

/// The description of an instance. It is kept as text for as long as the parts are the same (`written`), so it must not
/// look at anything else, nor at the clock.
pub fn of_parts(parts: &Parts<'_>, region: &'static Region) -> ec2::Instance {
    let instance = &parts.instance.record;
    let state = parts.state();
    let primary = parts.interfaces.first();
    let public = primary.and_then(|it| it.interface.primary().association.as_ref()).map(|a| a.public);
    let dns_names = public.is_some() && parts.dns_hostnames();
    let gone = state == InstanceState::Terminated;
    let kept = |text: &str| (!gone).then(|| text.to_owned());
    let place = instance.placement.as_ref();
    ec2::Instance {
        instance_id: Some(instance.id.to_string()),
        image_id: Some(instance.image.to_string()),
        state: Some(shown_state(state)),
        private_dns_name: Some(kept(&instance.private_dns_name).unwrap_or_default()),
        public_dns_name: Some(match public {
            Some(address) if dns_names => names::public_dns_name(region, address),
            _ => String::new(),
        }),
        state_transition_reason: Some(instance.transition.clone()),
        state_reason: state_reason(instance, state),
        key_name: instance.key_name.clone(),
        ami_launch_index: Some(i64::from(instance.launch_index)),
        instance_type: Some(instance.instance_type.clone()),
        launch_time: Some(Timestamp(instance.started_ms)),
        placement: Some(ec2::Placement {
            availability_zone: Some(instance.zone.clone()),
            availability_zone_id: region.zone(&instance.zone).map(|zone| zone.id.to_owned()),
            group_name: Some(place.map(|place| place.group_name.clone()).unwrap_or_default()),
            group_id: place.map(|place| place.group.to_string()),
            partition_number: place.and_then(|place| place.partition).map(i64::from),
            tenancy: Some("default".into()),
            ..ec2::Placement::default()
        }),
        monitoring: Some(monitoring(instance, state)),
        subnet_id: kept(&instance.subnet),
        vpc_id: kept(&instance.vpc),
        private_ip_address: primary.map(|it| it.interface.primary().private.to_string()),
        public_ip_address: public.map(|address| address.to_string()),
        architecture: Some(instance.architecture.as_str().into()),
        block_device_mappings: mappings(&parts.volumes, state, parts.seen()),
        client_token: Some(instance.client_token.clone().unwrap_or_default()),
        ebs_optimized: Some(instance.ebs_optimized),
        ena_support: Some(true),
        hypervisor: Some("xen".into()),
        network_interfaces: parts.interfaces.iter().map(|it| it.shown(region, parts)).collect(),
        root_device_name: Some(instance.root_device_name.clone()),
        root_device_type: Some("ebs".into()),
        security_groups: primary.map(|it| it.shown_groups()).unwrap_or_default(),
        source_dest_check: primary.map(|it| it.interface.source_dest_check),
        tags: parts.tags.iter().map(|tag| tagging::shown_tag(tag)).collect(),
        virtualization_type: Some("hvm".into()),
        cpu_options: Some(ec2::CpuOptions {
            core_count: Some(i64::from(instance.cpu.core_count)),
            threads_per_core: Some(i64::from(instance.cpu.threads_per_core)),
            ..ec2::CpuOptions::default()
        }),
        capacity_reservation_specification: Some(ec2::CapacityReservationSpecificationResponse {
            capacity_reservation_preference: Some(instance.capacity_preference.as_str().into()),
            ..Default::default()
        }),
        hibernation_options: Some(ec2::HibernationOptions { configured: Some(false) }),
        metadata_options: Some(metadata_options::shown(&instance.metadata, state != InstanceState::Pending)),
        enclave_options: Some(ec2::EnclaveOptions { enabled: Some(false) }),
        boot_mode: instance.boot_mode.map(|mode| mode.as_str().to_owned()),
        current_instance_boot_mode: Some(current_boot_mode(instance).into()),
        platform_details: Some("Linux/UNIX".into()),
        usage_operation: Some("RunInstances".into()),
        usage_operation_update_time: Some(Timestamp(instance.created_ms)),
        private_dns_name_options: Some(ec2::PrivateDnsNameOptionsResponse {
            hostname_type: Some(instance.hostname_type.clone()),
            enable_resource_name_dns_a_record: Some(instance.resource_name_a_record),
            enable_resource_name_dns_aaaa_record: Some(false),
        }),
        maintenance_options: Some(ec2::InstanceMaintenanceOptions {
            auto_recovery: Some(maintenance(instance.maintenance.auto_recovery_disabled).into()),
            reboot_migration: Some(maintenance(instance.maintenance.reboot_migration_disabled).into()),
        }),
        ..ec2::Instance::default()
    }
}

/// An instance's interfaces in order of device index.
pub fn interfaces<'v>(view: &'v AccountView, id: &str) -> Vec<&'v NetworkInterface> {
    let mut interfaces: Vec<&NetworkInterface> =
        view.find::<NetworkInterface>("instance", id).map(|row| &row.record).collect();
    interfaces.sort_by_key(|interface| interface.attachment.as_ref().map(|attachment| attachment.device_index));
    interfaces
}

/// An instance's volumes, the root disk first.
pub fn volumes<'v>(view: &'v AccountView, id: &str) -> Vec<&'v Row<Volume>> {
    let mut volumes: Vec<&Row<Volume>> = view.find::<Volume>("instance", id).map(|row| &**row).collect();
    volumes.sort_by_key(|volume| volume.attachment.as_ref().map(|attachment| attachment.slot));
    volumes
}

pub fn block_devices(view: &AccountView, instance: &Row<Instance>) -> Vec<ec2::InstanceBlockDeviceMapping> {
    let parts = Parts::of(view, instance);
    mappings(&parts.volumes, parts.state(), parts.seen())
}

/// The disks of one instance in this state, of which its host has seen this.
fn mappings(
    volumes: &[&Row<Volume>],
    state: InstanceState,
    seen: Option<&InstanceObservation>,
) -> Vec<ec2::InstanceBlockDeviceMapping> {
    let device = |volume: &&Row<Volume>| {
        let attachment = volume.attachment.as_ref()?;
        Some(ec2::InstanceBlockDeviceMapping {
            device_name: Some(attachment.device.clone()),
            ebs: Some(ec2::EbsInstanceBlockDevice {
                attach_time: Some(Timestamp(attachment.attached_ms)),
                delete_on_termination: Some(attachment.delete_on_termination),
                status: attach::shown_attachment_state(volume, state, seen).map(str::to_owned),
                volume_id: Some(volume.id.to_string()),
                ..Default::default()
            }),
        })
    };
    volumes.iter().filter_map(device).collect()
}

pub fn monitoring(instance: &Instance, state: InstanceState) -> ec2::Monitoring {
    let name = match (instance.monitoring, state) {
        (true, InstanceState::Pending) => "pending",
        (true, _) => "enabled",
        (false, _) => "disabled",
    };
    ec2::Monitoring { state: Some(name.into()) }
}

/// A choice of MaintenanceOptions in AWS's words.
pub fn maintenance(disabled: bool) -> &'static str {
    if disabled { "disabled" } else { "default" }
}

fn state_reason(instance: &Instance, state: InstanceState) -> Option<ec2::StateReason> {
    if state == InstanceState::Pending {
        return Some(ec2::StateReason { code: Some("pending".into()), message: Some("pending".into()) });
    }
    let reason = instance.reason.as_ref()?;
    Some(ec2::StateReason { code: Some(reason.code.clone()), message: Some(reason.message.clone()) })
}

fn current_boot_mode(instance: &Instance) -> &'static str {
    use model::instance::{Architecture, BootMode};
    match (instance.boot_mode, instance.architecture) {
        (_, Architecture::Arm64) | (Some(BootMode::Uefi), _) => "uefi",
        (Some(BootMode::UefiPreferred), Architecture::X86_64) => "uefi",
        _ => "legacy-bios",
    }
}
