//! An instance as answers show it.

use model::{facts::regions::Region, instance::InstanceState, records::*};
use wire::{Timestamp, ec2};

use super::metadata_options;
use crate::{
    actions::{names, network_interface, volume::attach},
    tagging,
    view::AccountView,
};

/// A reservation with the given instances of it, which are in order of launch index.
pub fn shown_reservation<'a>(
    view: &AccountView,
    region: &'static Region,
    instances: impl Iterator<Item = &'a Instance>,
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

pub fn shown(view: &AccountView, region: &'static Region, instance: &Instance) -> ec2::Instance {
    let state = view.state(instance);
    let interfaces = interfaces(view, &instance.id);
    let primary = interfaces.first();
    let public = primary.and_then(|interface| interface.primary().association.as_ref()).map(|a| a.public);
    let dns_names = public.is_some() && view.get::<Vpc>(&instance.vpc).is_some_and(|vpc| vpc.dns_hostnames);
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
        private_ip_address: primary.map(|interface| interface.primary().private.to_string()),
        public_ip_address: public.map(|address| address.to_string()),
        architecture: Some(instance.architecture.as_str().into()),
        block_device_mappings: block_devices(view, &instance.id),
        client_token: Some(instance.client_token.clone().unwrap_or_default()),
        ebs_optimized: Some(instance.ebs_optimized),
        ena_support: Some(true),
        hypervisor: Some("xen".into()),
        network_interfaces: interfaces
            .iter()
            .map(|interface| network_interface::shown_in_instance(view, region, interface))
            .collect(),
        root_device_name: Some(instance.root_device_name.clone()),
        root_device_type: Some("ebs".into()),
        security_groups: primary.map(|i| network_interface::shown_groups(view, i)).unwrap_or_default(),
        source_dest_check: primary.map(|interface| interface.source_dest_check),
        tags: tagging::shown(view, &instance.id),
        virtualization_type: Some("hvm".into()),
        cpu_options: Some(ec2::CpuOptions {
            core_count: Some(i64::from(instance.cpu.core_count)),
            threads_per_core: Some(i64::from(instance.cpu.threads_per_core)),
            ..ec2::CpuOptions::default()
        }),
        capacity_reservation_specification: Some(ec2::CapacityReservationSpecificationResponse {
            capacity_reservation_preference: Some("open".into()),
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
            auto_recovery: Some("default".into()),
            ..Default::default()
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
pub fn volumes<'v>(view: &'v AccountView, id: &str) -> Vec<&'v Volume> {
    let mut volumes: Vec<&Volume> = view.find::<Volume>("instance", id).map(|row| &row.record).collect();
    volumes.sort_by_key(|volume| volume.attachment.as_ref().map(|attachment| attachment.slot));
    volumes
}

pub fn block_devices(view: &AccountView, id: &str) -> Vec<ec2::InstanceBlockDeviceMapping> {
    let device = |volume: &Volume| {
        let attachment = volume.attachment.as_ref()?;
        Some(ec2::InstanceBlockDeviceMapping {
            device_name: Some(attachment.device.clone()),
            ebs: Some(ec2::EbsInstanceBlockDevice {
                attach_time: Some(Timestamp(attachment.attached_ms)),
                delete_on_termination: Some(attachment.delete_on_termination),
                status: attach::attachment_state(view, volume).map(str::to_owned),
                volume_id: Some(volume.id.to_string()),
                ..Default::default()
            }),
        })
    };
    volumes(view, id).into_iter().filter_map(device).collect()
}

pub fn monitoring(instance: &Instance, state: InstanceState) -> ec2::Monitoring {
    let name = match (instance.monitoring, state) {
        (true, InstanceState::Pending) => "pending",
        (true, _) => "enabled",
        (false, _) => "disabled",
    };
    ec2::Monitoring { state: Some(name.into()) }
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
