//! DescribeVolumesModifications: the last modification of each volume that has been modified.

use std::sync::Arc;

use model::{
    ApiError,
    filters::FilterSpec,
    records::{Volume, VolumeModification},
};
use wire::{Timestamp, ec2};

use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked},
    lookup,
    view::Row,
};

pub struct DescribeVolumesModifications;

/// The largest page.
const MOST: i64 = 500;

/// A modification as a filter sees it.
struct Modified<'a> {
    volume: &'a Volume,
    modification: &'a VolumeModification,
}

impl<'a> Modified<'a> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("modification-state", |it, values| values.text(&it.modification.state)),
        FilterSpec::field("original-iops", |it, values| {
            values.maybe(it.modification.original_iops.map(|iops| iops.to_string()));
        }),
        FilterSpec::field("original-size", |it, values| values.show(it.modification.original_size_gib)),
        FilterSpec::field("original-volume-type", |it, values| values.text(&it.modification.original_type)),
        FilterSpec::field("originalMultiAttachEnabled", |_, values| values.flag(false)),
        FilterSpec::field("start-time", |it, values| values.show(Timestamp(it.modification.started_ms))),
        FilterSpec::field("target-iops", |it, values| {
            values.maybe(it.modification.target_iops.map(|iops| iops.to_string()));
        }),
        FilterSpec::field("target-size", |it, values| values.show(it.modification.target_size_gib)),
        FilterSpec::field("target-volume-type", |it, values| values.text(&it.modification.target_type)),
        FilterSpec::field("targetMultiAttachEnabled", |_, values| values.flag(false)),
        FilterSpec::field("volume-id", |it, values| values.text(&*it.volume.id)),
    ];

    fn of(volume: &'a Volume) -> Option<Self> {
        Some(Self { volume, modification: volume.modification.as_ref()? })
    }
}

impl Action for DescribeVolumesModifications {
    type Input = ec2::DescribeVolumesModificationsRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let mut asked =
            Asked::new(&input.volume_ids, "volumeSet", &input.filters, input.max_results, &input.next_token);
        asked.limits = 1..=MOST;
        let page = asked.page(call, "DescribeVolumesModifications")?;
        let named = lookup::many::<Volume>(&call.view, &input.volume_ids)?;
        if let Some(volume) = named.iter().find(|volume| volume.modification.is_none()) {
            return Err(ApiError::new(
                "InvalidVolumeModification.NotFound",
                format!("Modification for volume '{}' does not exist.", volume.id),
            ));
        }
        let filters = listing::compile(Modified::FILTERS, asked.filters)?;
        let rows: Vec<&Arc<Row<Volume>>> = match input.volume_ids.is_empty() {
            true => call.view.list_after(page.after()).collect(),
            false => named.iter().collect(),
        };
        let modified = rows.into_iter().filter_map(|row| Modified::of(row)).filter(|it| filters.matches(it));
        let (page, next_token) =
            page.take_by(call, modified, |it| (it.volume.created_ms, it.volume.id.as_str().into()));
        let shown = page.iter().map(|it| super::modification(it.volume, it.modification));
        Ok(Plan::Answer(ec2::DescribeVolumesModificationsResult { volumes_modifications: shown.collect(), next_token }))
    }
}
