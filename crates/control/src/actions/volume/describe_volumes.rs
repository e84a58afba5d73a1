//! DescribeVolumes.

use model::{ApiError, filters::FilterSpec, records::Volume};
use wire::{Timestamp, ec2};

use super::{attach, form, state};
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeVolumes;

/// Filters that are looked up instead of scanned for.
const INDEXED: &[(&str, &str)] = &[("attachment.instance-id", "instance"), ("snapshot-id", "snapshot")];

impl<'a> Item<'a, Volume> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::field("attachment.attach-time", |volume, values| {
            values.maybe(volume.row.attachment.as_ref().map(|a| Timestamp(a.attached_ms).to_string()));
        }),
        FilterSpec::field("attachment.delete-on-termination", |volume, values| {
            if let Some(attachment) = &volume.row.attachment {
                values.flag(attachment.delete_on_termination);
            }
        }),
        FilterSpec::field("attachment.device", |volume, values| {
            values.maybe(volume.row.attachment.as_ref().map(|a| &a.device));
        }),
        FilterSpec::field("attachment.instance-id", |volume, values| {
            values.maybe(volume.row.attachment.as_ref().map(|a| &*a.instance));
        }),
        FilterSpec::field("attachment.status", |volume, values| {
            values.maybe(attach::attachment_state(&volume.call.view, volume.row));
        }),
        FilterSpec::field("availability-zone", |volume, values| values.text(&volume.row.zone)),
        FilterSpec::field("availability-zone-id", |volume, values| {
            values.maybe(volume.call.region.facts.zone(&volume.row.zone).map(|zone| zone.id));
        }),
        FilterSpec::field("create-time", |volume, values| values.show(Timestamp(volume.row.created_ms))),
        FilterSpec::field("encrypted", |volume, values| values.flag(volume.row.encrypted)),
        FilterSpec::field("fast-restored", |_, values| values.flag(false)),
        FilterSpec::field("multi-attach-enabled", |_, values| values.flag(false)),
        FilterSpec::field("operator.managed", |_, values| values.flag(false)),
        FilterSpec::never("operator.principal"),
        FilterSpec::field("size", |volume, values| values.show(form(volume.row).size_gib)),
        FilterSpec::field("snapshot-id", |volume, values| values.maybe(volume.row.snapshot.as_deref())),
        FilterSpec::field("status", |volume, values| values.text(state(volume.row))),
        FilterSpec::field("volume-id", |volume, values| values.text(&*volume.row.id)),
        FilterSpec::field("volume-type", |volume, values| values.text(form(volume.row).volume_type)),
        FilterSpec::tags(|volume, tags| volume.tags(tags)),
    ];
}

impl Action for DescribeVolumes {
    type Input = ec2::DescribeVolumesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.volume_ids, "volumeSet", &input.filters, input.max_results, &input.next_token);
        let (volumes, next_token) = listing::own(call, "DescribeVolumes", &asked, Item::<Volume>::FILTERS, INDEXED)?;
        Ok(Plan::Answer(ec2::DescribeVolumesResult {
            volumes: volumes.iter().map(|volume| super::shown(&call.view, call.region.facts, volume)).collect(),
            next_token,
        }))
    }
}
