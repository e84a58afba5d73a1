//! CopySnapshot, also from another region. All regions share the blocks in the vault, so a copy is a new record with
//! the same root, in the region that is asked for it.

use std::{any::Any, sync::Arc};

use model::{AccountId, ApiError, SnapshotId, VolumeId, records::Snapshot};
use wire::ec2;

use super::{NO_VOLUME, create_snapshot, take};
use crate::{
    action::{Action, Call, Gather, Output, Plan},
    actions::volume::block_device::check_usable,
    cloud::Cloud,
    edit::Edit,
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
        let tags = TagsToSet::parse(&input.tag_specifications, &["snapshot"])?;
        let source: &Snapshot = call.prepared();
        let description = create_snapshot::description(input.description.as_deref())?;
        create_snapshot::check_quota(call)?;
        let copy = copy_of(call, source, description)?;
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
pub fn copy_of(call: &Call, source: &Snapshot, description: String) -> Result<Snapshot, ApiError> {
    check_usable(source)?;
    Ok(Snapshot {
        root: source.root.clone(),
        stored_bytes: Some(source.stored_bytes.unwrap_or(0)),
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
