//! CopySnapshot, also from another region. All regions share the blocks in the vault, so a copy is a new record with
//! the same root, in the region that is asked for it; under another key it is first sealed anew, by a controller.

use std::{any::Any, sync::Arc};

use model::{AccountId, ApiError, SnapshotId, VolumeId, records::Snapshot};
use wire::ec2;

use super::{NO_VOLUME, create_snapshot, take};
use crate::{
    action::{Action, Call, Gather, Output, Plan},
    actions::volume::block_device::check_usable,
    cloud::Cloud,
    edit::Edit,
    encryption::{Asked, Encryption},
    lookup,
    tagging::{self, TagsToSet},
    view::AccountView,
};

pub struct CopySnapshot;

impl Action for CopySnapshot {
    type Input = ec2::CopySnapshotRequest;

    fn gather(call: &Call, input: &Self::Input) -> Option<Gather> {
        let (cloud, account) = (call.cloud.clone(), call.account.clone());
        let (region, id) = (input.source_region.clone(), input.source_snapshot_id.clone());
        Some(Box::pin(async move {
            let view = source_view(&cloud, &account, region.as_deref()).await?;
            let id = id.filter(|id| !id.is_empty()).ok_or_else(|| ApiError::missing("SourceSnapshotId"))?;
            let source = lookup::one::<Snapshot>(&view, &id)?;
            Ok(Box::new(source.record.clone()) as Box<dyn Any + Send + Sync>)
        }))
    }

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        if let Some(region) = input.destination_region.as_deref()
            && region != call.region.name()
        {
            return Err(ApiError::invalid_value(
                "destinationRegion",
                region,
                "The copy is made where it is asked for.",
            ));
        }
        if input.encrypted == Some(false) {
            // EC2 takes this for no snapshot, be it encrypted or not.
            return Err(ApiError::invalid_parameter("The parameter encrypted=false is invalid"));
        }
        let tags = TagsToSet::parse(&input.tag_specifications, &["snapshot"])?;
        let source: &Snapshot = call.prepared();
        let description = create_snapshot::description(input.description.as_deref())?;
        create_snapshot::check_quota(call)?;
        let asked = Asked::new(input.encrypted, input.kms_key_id.as_deref());
        let copy = copy_of(call, source, asked, description)?;
        let mut edit = Edit::new();
        take::add(&mut edit, &copy, tags.of("snapshot"));
        Plan::change(edit, move |view| {
            Ok(ec2::CopySnapshotResult { snapshot_id: Some(copy.id.to_string()), tags: tagging::shown(view, &copy.id) })
        })
    }
}

/// What the account sees in the region that it copies from.
pub async fn source_view(
    cloud: &Arc<Cloud>,
    account: &AccountId,
    region: Option<&str>,
) -> Result<AccountView, ApiError> {
    let name = region.filter(|name| !name.is_empty()).ok_or_else(|| ApiError::missing("SourceRegion"))?;
    if crate::region_facts(name).is_none() {
        return Err(ApiError::invalid_value("sourceRegion", name, "It is not the name of a region."));
    }
    Ok(cloud.region(name).await?.settled_view(account).await)
}

/// A copy of a completed snapshot for the caller. Controllers complete it.
pub fn copy_of(call: &Call, source: &Snapshot, asked: Asked<'_>, description: String) -> Result<Snapshot, ApiError> {
    check_usable(source)?;
    let kms_key = Encryption::of(call)?.decide(asked, Some(source))?;
    // Where hosts keep no bytes there is nothing to be sealed.
    let seals = source.kms_key != kms_key && source.root.is_some() && call.cloud.vault().is_some();
    Ok(Snapshot {
        root: source.root.clone().filter(|_| !seals),
        sealing: source.root.clone().filter(|_| seals),
        full_bytes: source.full_bytes.filter(|_| !seals),
        encrypted: kms_key.is_some(),
        kms_key,
        ..Snapshot::begun(
            SnapshotId::from_random(call.random()),
            call.account.clone(),
            call.now_ms,
            VolumeId::trusted(NO_VOLUME),
            source.volume_size_gib,
            description,
        )
    })
}
