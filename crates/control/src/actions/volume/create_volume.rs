//! CreateVolume: empty, or with the content of a snapshot. No host has it before it is attached.

use model::{
    ApiError, VolumeId,
    facts::regions::Zone,
    records::{Snapshot, Volume},
};
use wire::ec2;

use super::{block_device, limits};
use crate::{
    action::{Action, Call, Output, Plan},
    actions::quota,
    edit::Edit,
    encryption::{Asked, Encryption},
    lookup,
    tagging::TagsToSet,
};

pub struct CreateVolume;

impl Action for CreateVolume {
    type Input = ec2::CreateVolumeRequest;
    const TOKEN: bool = true;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let zone = zone(call, input)?;
        let tags = TagsToSet::parse(&input.tag_specifications, &["volume"])?;
        let snapshot = match input.snapshot_id.as_deref().filter(|id| !id.is_empty()) {
            None => None,
            Some(id) => Some(block_device::usable_snapshot(&call.view, id, None)?),
        };
        let asked = Asked::new(input.encrypted, input.kms_key_id.as_deref());
        if asked.encrypted == Some(false) && snapshot.as_ref().is_some_and(|snapshot| snapshot.encrypted) {
            // AWS's words.
            return Err(ApiError::combination(
                "EncryptedVolume parameter [false] is inconsistent with snapshot encryption state [true]",
            ));
        }
        let kms_key = Encryption::of(call)?.decide(asked, snapshot.as_ref())?;
        let volume_type = input.volume_type.as_deref().unwrap_or(limits::DEFAULT_TYPE);
        let resolved = limits::resolve(volume_type, size(input, snapshot.as_ref())?, input.iops, input.throughput)?;
        quota::check(call.view.owned::<Volume>(), super::QUOTA, "VolumeLimitExceeded", "volumes")?;
        let volume = Volume {
            id: VolumeId::from_random(call.random()),
            account: call.account.clone(),
            created_ms: call.now_ms,
            zone: zone.name.to_owned(),
            size_gib: resolved.size_gib,
            volume_type: resolved.volume_type.to_owned(),
            iops: resolved.iops,
            throughput_mib: resolved.throughput_mib,
            encrypted: kms_key.is_some(),
            sealing: needs_sealing(call, kms_key.as_deref(), snapshot.as_ref()),
            kms_key,
            origin: snapshot.as_ref().and_then(|snapshot| snapshot.root.clone()),
            snapshot: snapshot.map(|snapshot| snapshot.id),
            ready: false,
            attachment: None,
            attachment_generation: 0,
            modification: None,
            copied_from: None,
            copying: None,
            auto_enable_io: false,
            problem: None,
            placed: false,
            rest: Default::default(),
        };
        let mut edit = Edit::new();
        edit.create(&volume);
        for (key, value) in tags.of("volume") {
            edit.tag(&volume.account, &volume.id, "volume", key, value);
        }
        let (id, facts) = (volume.id, call.region.facts);
        Plan::make(edit, vec![id.to_string()], move |view| {
            Ok(super::shown(view, facts, &*lookup::one::<Volume>(view, &id)?))
        })
    }

    fn repeat(call: &Call, ids: &[String]) -> Result<Output<Self>, ApiError> {
        let id = ids.first().ok_or_else(|| ApiError::internal("a client token remembers nothing"))?;
        Ok(super::shown(&call.view, call.region.facts, &*lookup::one::<Volume>(&call.view, id)?))
    }
}

/// Whether what a snapshot holds has to be sealed anew for a volume under this key. Where hosts keep no bytes there is
/// nothing to be sealed.
fn needs_sealing(call: &Call, key: Option<&str>, snapshot: Option<&Snapshot>) -> bool {
    let has_content = snapshot.filter(|snapshot| snapshot.root.is_some());
    key.is_some() && has_content.is_some_and(|it| it.kms_key.as_deref() != key) && call.cloud.vault().is_some()
}

/// The zone that was asked for, by name or by id.
fn zone(call: &Call, input: &ec2::CreateVolumeRequest) -> Result<&'static Zone, ApiError> {
    let facts = call.region.facts;
    let (name, found) = match (input.availability_zone.as_deref(), input.availability_zone_id.as_deref()) {
        (Some(_), Some(_)) => {
            return Err(ApiError::combination(
                "The parameters availabilityZone and availabilityZoneId cannot be used together",
            ));
        }
        (Some(name), None) => (name, facts.zone(name)),
        (None, Some(id)) => (id, facts.zone_by_id(id)),
        (None, None) => return Err(ApiError::missing("availabilityZone")),
    };
    found.ok_or_else(|| ApiError::new("InvalidZone.NotFound", format!("The zone '{name}' does not exist.")))
}

/// GiB as asked for, or the snapshot's.
fn size(input: &ec2::CreateVolumeRequest, snapshot: Option<&Snapshot>) -> Result<i64, ApiError> {
    match (input.size, snapshot) {
        (None, None) => Err(ApiError::missing("size/snapshot")),
        (None, Some(snapshot)) => Ok(snapshot.volume_size_gib.into()),
        (Some(gib), Some(snapshot)) if gib < i64::from(snapshot.volume_size_gib) => {
            Err(ApiError::invalid_parameter(format!(
                "Volume of size {gib}GB is smaller than snapshot '{}', expect size>= {}GB",
                snapshot.id, snapshot.volume_size_gib
            )))
        }
        (Some(gib), _) => Ok(gib),
    }
}
