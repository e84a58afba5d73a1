//! DescribeVolumeStatus: whether volumes can be read and written.

use model::{ApiError, filters::FilterSpec, records::Volume};
use wire::ec2;

use super::state;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
};

pub struct DescribeVolumeStatus;

impl<'a> Item<'a, Volume> {
    const STATUS_FILTERS: &'a [FilterSpec<Self>] = &[
        // No event ever happens to a volume here, so there is nothing to do about one either.
        FilterSpec::never("action.code"),
        FilterSpec::never("action.description"),
        FilterSpec::never("action.event-id"),
        FilterSpec::field("attachment-status.instance-id", |volume, values| {
            values.maybe(volume.row.attachment.as_ref().map(|attachment| attachment.instance.as_str()));
        }),
        // Volumes that are attached to one instance only say how they perform by themselves.
        FilterSpec::never("attachment-status.io-performance"),
        FilterSpec::field("availability-zone", |volume, values| values.text(&volume.row.zone)),
        FilterSpec::field("availability-zone-id", |volume, values| {
            values.maybe(volume.call.region.facts.zone(&volume.row.zone).map(|zone| zone.id));
        }),
        FilterSpec::never("event.description"),
        FilterSpec::never("event.event-id"),
        FilterSpec::never("event.event-type"),
        FilterSpec::never("event.not-after"),
        FilterSpec::never("event.not-before"),
        FilterSpec::field("operator.managed", |_, values| values.flag(false)),
        FilterSpec::never("operator.principal"),
        FilterSpec::field("volume-status.details-name", |_, values| values.each(["io-enabled", "io-performance"])),
        FilterSpec::field("volume-status.details-status", |volume, values| {
            values.each(Status::of(volume.row).details.map(|(_, status)| status));
        }),
        FilterSpec::field("volume-status.status", |volume, values| values.text(Status::of(volume.row).status)),
    ];
}

/// The status and what it is made of.
struct Status {
    status: &'static str,
    details: [(&'static str, &'static str); 2],
}

impl Status {
    fn of(volume: &Volume) -> Self {
        // Only types whose IOPS are bought say how they perform.
        let performance = if matches!(&*volume.volume_type, "io1" | "io2") { "normal" } else { "not-applicable" };
        let (status, enabled, performance) = match state(volume) {
            "error" => ("impaired", "failed", performance),
            "creating" => ("insufficient-data", "insufficient-data", "insufficient-data"),
            _ => ("ok", "passed", performance),
        };
        Self { status, details: [("io-enabled", enabled), ("io-performance", performance)] }
    }
}

impl Action for DescribeVolumeStatus {
    type Input = ec2::DescribeVolumeStatusRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = Asked::new(&input.volume_ids, "volumeIds", &input.filters, input.max_results, &input.next_token);
        let (volumes, next_token) =
            listing::own(call, "DescribeVolumeStatus", &asked, Item::<Volume>::STATUS_FILTERS, &[])?;
        Ok(Plan::Answer(ec2::DescribeVolumeStatusResult {
            volume_statuses: volumes.iter().map(|volume| shown(call, volume)).collect(),
            next_token,
        }))
    }
}

fn shown(call: &Call, volume: &Volume) -> ec2::VolumeStatusItem {
    let status = Status::of(volume);
    let detail = |(name, status): (&str, &str)| ec2::VolumeStatusDetails {
        name: Some(name.to_owned()),
        status: Some(status.to_owned()),
    };
    ec2::VolumeStatusItem {
        volume_id: Some(volume.id.to_string()),
        availability_zone: Some(volume.zone.clone()),
        availability_zone_id: call.region.facts.zone(&volume.zone).map(|zone| zone.id.to_owned()),
        volume_status: Some(ec2::VolumeStatusInfo {
            status: Some(status.status.to_owned()),
            details: status.details.map(detail).into(),
        }),
        operator: Some(super::unmanaged()),
        ..ec2::VolumeStatusItem::default()
    }
}
