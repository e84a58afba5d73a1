//! Attachments: which slot a disk gets, and what is shown of its state.

use model::{
    ApiError,
    facts::instance_types,
    instance::{InstanceObservation, InstanceState},
    records::{Instance, NetworkInterface, ObservedInstance, Volume},
};

use crate::view::AccountView;

/// Disks that a machine has slots for, the root disk included.
const MAX_DISKS: u32 = 28;

/// The slot of the root disk.
pub const ROOT_SLOT: u8 = 0;

/// How many disks an instance of this type can have, the root disk included.
pub fn most_disks(instance_type: &str, interfaces: usize) -> u32 {
    let interfaces = u32::try_from(interfaces.max(1)).unwrap_or(u32::MAX);
    instance_types::get(instance_type).map_or(MAX_DISKS, |facts| facts.max_volumes(interfaces)).min(MAX_DISKS)
}

/// The lowest slot for one more data disk. A slot is fixed for the life of the attachment.
pub fn free_slot(view: &AccountView, instance: &Instance) -> Result<u8, ApiError> {
    let taken: Vec<u8> = view
        .find::<Volume>("instance", &instance.id)
        .filter_map(|volume| volume.attachment.as_ref().map(|attachment| attachment.slot))
        .collect();
    let interfaces = view.find::<NetworkInterface>("instance", &instance.id).count();
    let most = most_disks(&instance.instance_type, interfaces);
    if u32::try_from(taken.len()).is_ok_and(|disks| disks >= most) {
        return Err(limit_exceeded());
    }
    let slots = ROOT_SLOT + 1..u8::try_from(MAX_DISKS).unwrap_or(u8::MAX);
    slots.into_iter().find(|slot| !taken.contains(slot)).ok_or_else(limit_exceeded)
}

/// The refusal of more disks than the instance's type has room for.
pub fn limit_exceeded() -> ApiError {
    ApiError::new(
        "AttachmentLimitExceeded",
        "Attachment limit exceeded, your request would exceed the maximum number of EBS volumes on the instance.",
    )
}

/// What is shown of a volume's attachment; `None` when it has none.
pub fn attachment_state(view: &AccountView, volume: &Volume) -> Option<&'static str> {
    let attachment = volume.attachment.as_ref()?;
    let observed = view.held::<ObservedInstance>(&attachment.instance);
    let state = view.held::<Instance>(&attachment.instance).map_or(InstanceState::Terminated, |row| view.state(row));
    shown_attachment_state(volume, state, observed.map(|row| &row.seen))
}

/// The same from the state of the instance and what its host saw of it.
///
/// ```text
///   attaching ─▶ attached ─▶ detaching ─▶ (gone)
///                               └─ the guest doesn't let go ─▶ busy
/// ```
pub fn shown_attachment_state(
    volume: &Volume,
    instance: InstanceState,
    observed: Option<&InstanceObservation>,
) -> Option<&'static str> {
    let attachment = volume.attachment.as_ref()?;
    // An observation of an earlier attachment of the same volume says nothing about this one.
    let seen = observed
        .and_then(|observed| observed.disks.get(&volume.id))
        .filter(|disk| disk.generation >= attachment.generation);
    Some(match (attachment.detaching, instance, seen) {
        (true, _, Some(disk)) if disk.attached && disk.problem.is_some() => "busy",
        (true, _, _) => "detaching",
        // No machine has to take notice.
        (false, InstanceState::Stopped, _) => "attached",
        (false, _, Some(disk)) if disk.attached => "attached",
        (false, _, _) => "attaching",
    })
}

#[cfg(test)]
mod tests {
    use model::{
        AccountId, InstanceId, VolumeId,
        instance::{DiskObservation, Phase, Reachability},
        records::VolumeAttachment,
    };

    use super::*;

    fn volume(detaching: bool) -> Volume {
        Volume {
            id: VolumeId::trusted("vol-1"),
            account: AccountId::from_number(1),
            created_ms: 0,
            zone: "us-east-1a".into(),
            size_gib: 1,
            volume_type: "gp3".into(),
            iops: None,
            throughput_mib: None,
            encrypted: false,
            kms_key: None,
            sealing: false,
            snapshot: None,
            origin: None,
            ready: true,
            attachment: Some(VolumeAttachment {
                instance: InstanceId::trusted("i-1"),
                device: "/dev/sdf".into(),
                slot: 1,
                generation: 2,
                delete_on_termination: false,
                attached_ms: 0,
                detaching,
                force: false,
            }),
            attachment_generation: 2,
            modification: None,
            copied_from: None,
            copying: None,
            auto_enable_io: false,
            problem: None,
            placed: true,
            rest: Default::default(),
        }
    }

    fn seen(generation: u64, attached: bool, problem: Option<&str>) -> InstanceObservation {
        let disk = DiskObservation { generation, attached, problem: problem.map(str::to_owned) };
        InstanceObservation {
            id: InstanceId::trusted("i-1"),
            power_generation: 1,
            reboot_generation: 0,
            phase: Phase::Running,
            cause: None,
            since_ms: 0,
            reachability: Reachability::Passed,
            reachability_since_ms: 0,
            disks: [(VolumeId::trusted("vol-1"), disk)].into(),
            interfaces: Default::default(),
        }
    }

    #[test]
    fn an_attachment_is_what_its_host_saw_of_it() {
        use InstanceState::{Running, Stopped};
        for (detaching, instance, observed, want) in [
            (false, Running, None, "attaching"),
            (false, Running, Some(seen(1, true, None)), "attaching"),
            (false, Running, Some(seen(2, false, None)), "attaching"),
            (false, Running, Some(seen(2, true, None)), "attached"),
            (false, Stopped, None, "attached"),
            (true, Running, Some(seen(2, true, None)), "detaching"),
            (true, Running, Some(seen(2, true, Some("the guest holds it"))), "busy"),
            (true, Stopped, None, "detaching"),
        ] {
            assert_eq!(shown_attachment_state(&volume(detaching), instance, observed.as_ref()), Some(want));
        }
    }
}
