//! One instance with everything it needs, added to an edit.

use std::net::Ipv4Addr;

use model::{
    ApiError,
    ids::*,
    instance::{Power, PowerWanted},
    records::*,
};

use super::{Network, Template};
use crate::{
    action::Call,
    actions::{names, network_interface::allocate, volume::attach::ROOT_SLOT},
    edit::Edit,
};

/// Where one instance of a launch has its place.
pub struct Seat<'a> {
    pub reservation: &'a ReservationId,
    pub launch_index: u32,
    pub placement: Option<InstancePlacement>,
}

/// Adds one instance of a launch.
pub fn add_instance(
    call: &Call,
    edit: &mut Edit,
    template: &Template,
    network: &Network,
    id: &InstanceId,
    seat: Seat<'_>,
) -> Result<(), ApiError> {
    let primary = add_interface(call, edit, template, network, id, 0)?;
    for (index, other) in &network.others {
        add_interface(call, edit, template, other, id, *index)?;
    }
    add_disks(call, edit, template, network, id);
    if let Some(user_data) = &template.user_data {
        edit.put(format!("user-data/{id}"), user_data.as_slice());
    }
    for (key, value) in template.tags.of("instance").iter().chain(&template.own_tags) {
        edit.tag(&call.account, id, "instance", key, value);
    }
    let image = &template.image;
    let hostname_type = template.hostname_type.clone().unwrap_or_else(|| network.subnet.hostname_type.clone());
    edit.create(&Instance {
        id: id.clone(),
        account: call.account.clone(),
        created_ms: call.now_ms,
        reservation: seat.reservation.clone(),
        launch_index: seat.launch_index,
        image: image.id.clone(),
        image_name: image.name.clone(),
        architecture: image.architecture,
        boot_mode: image.boot_mode,
        root_device_name: image.root_device_name.clone(),
        instance_type: template.facts.name.to_owned(),
        zone: network.subnet.zone.clone(),
        subnet: network.subnet.id.clone(),
        vpc: network.vpc.id.clone(),
        key_name: template.key.as_ref().map(|key| key.name.clone()),
        public_key: template.key.as_ref().map(|key| key.public_key.clone()),
        client_token: call.client_token.clone(),
        power: Power { generation: 1, wanted: PowerWanted::Running },
        reboot_generation: 0,
        started_ms: call.now_ms,
        reason: None,
        transition: String::new(),
        shutdown_behavior: template.shutdown_behavior,
        disable_api_termination: template.disable_api_termination,
        disable_api_stop: template.disable_api_stop,
        ebs_optimized: template.ebs_optimized,
        monitoring: template.monitoring,
        metadata: template.metadata.clone(),
        cpu: template.cpu,
        credits: template.credits.clone(),
        has_user_data: template.user_data.is_some(),
        private_dns_name: names::instance_private(call.region.facts, &hostname_type, id, primary),
        hostname_type,
        resource_name_a_record: template.resource_name_a_record.unwrap_or(network.subnet.resource_name_a_record),
        auto_public: network.public,
        placement: seat.placement,
        maintenance: template.maintenance,
        capacity_preference: template.capacity_preference,
        ended_ms: None,
        rest: Default::default(),
    });
    Ok(())
}

/// Makes or takes an interface; answers its primary private address.
fn add_interface(
    call: &Call,
    edit: &mut Edit,
    template: &Template,
    network: &Network,
    id: &InstanceId,
    device_index: u8,
) -> Result<Ipv4Addr, ApiError> {
    let attachment = InterfaceAttachment {
        id: EniAttachmentId::from_random(call.random()),
        instance: id.clone(),
        device_index,
        network_card_index: 0,
        delete_on_termination: network.delete_on_termination,
        attached_ms: call.now_ms,
        generation: 0,
        detaching: false,
        force: false,
    };
    if let Some(existing) = &network.existing {
        let mut after = existing.record.clone();
        after.attachment = Some(attachment);
        edit.update(existing, &after);
        return Ok(after.primary().private);
    }
    let subnet = &network.subnet;
    let mut addresses = vec![allocate::pick_private(call, subnet, network.private, edit)?];
    for address in &network.secondary {
        addresses.push(allocate::pick_private(call, subnet, Some(*address), edit)?);
    }
    for _ in 0..network.secondary_count {
        addresses.push(allocate::pick_private(call, subnet, None, edit)?);
    }
    let public = network.public.then(|| allocate::pick_public(call, edit)).transpose()?;
    let interface = allocate::add_interface(
        call,
        edit,
        allocate::NewInterface {
            subnet,
            addresses,
            public,
            groups: &network.groups,
            description: network.description.clone(),
            source_dest_check: true,
            attachment: Some(attachment),
            tags: template.tags.of("network-interface"),
        },
    );
    Ok(interface.primary().private)
}

fn add_disks(call: &Call, edit: &mut Edit, template: &Template, network: &Network, id: &InstanceId) {
    for (slot, disk) in (ROOT_SLOT..).zip(&template.disks) {
        let volume = Volume {
            id: VolumeId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            zone: network.subnet.zone.clone(),
            size_gib: disk.size_gib,
            volume_type: disk.volume_type.clone(),
            iops: disk.iops,
            throughput_mib: disk.throughput_mib,
            encrypted: disk.kms_key.is_some(),
            kms_key: disk.kms_key.clone(),
            // Its host fills an encrypted file, whatever the origin is under.
            sealing: false,
            snapshot: disk.snapshot.clone(),
            origin: disk.origin.clone(),
            ready: true,
            attachment: Some(VolumeAttachment {
                instance: id.clone(),
                device: disk.device.clone(),
                slot,
                generation: 1,
                delete_on_termination: disk.delete_on_termination,
                attached_ms: call.now_ms,
                detaching: false,
                force: false,
            }),
            attachment_generation: 1,
            modification: None,
            copied_from: None,
            copying: None,
            auto_enable_io: false,
            problem: None,
            placed: true,
            rest: Default::default(),
        };
        for (key, value) in template.tags.of("volume") {
            edit.tag(&call.account, &volume.id, "volume", key, value);
        }
        edit.create(&volume);
    }
}
