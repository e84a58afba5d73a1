//! DescribeInstanceStatus.

use model::{
    ApiError,
    filters::FilterSpec,
    instance::{InstanceState, Reachability},
    records::{Instance, ObservedInstance, Volume},
};
use wire::{Timestamp, ec2};

use super::shown_state;
use crate::{
    action::{Action, Call, Output, Plan},
    listing::{self, Asked, Item},
    lookup,
    view::Row,
};

pub struct DescribeInstanceStatus;

/// What one of the checks says.
struct Checks {
    /// `ok`, `initializing`, `impaired` or `not-applicable`.
    status: &'static str,
    /// Of the check named `reachability`: `passed`, `initializing` or `failed`.
    reachability: Option<&'static str>,
    impaired_since_ms: Option<i64>,
}

/// The instance check follows the guest's lease and its answers to ARP.
fn instance_checks(call: &Call, instance: &Instance) -> Checks {
    let checks = |status, reachability| Checks { status, reachability, impaired_since_ms: None };
    let seen = call.view.held::<ObservedInstance>(&instance.id).map(|row| &row.seen);
    match (call.view.state(instance), seen.map(|seen| seen.reachability)) {
        (InstanceState::Running, Some(Reachability::Passed)) => checks("ok", Some("passed")),
        (InstanceState::Running, Some(Reachability::Failed)) => Checks {
            impaired_since_ms: seen.map(|seen| seen.reachability_since_ms),
            ..checks("impaired", Some("failed"))
        },
        (InstanceState::Running, _) => checks("initializing", Some("initializing")),
        _ => checks("not-applicable", None),
    }
}

/// The system check is of the host: it runs the VM, or the instance is not running.
fn system_checks(call: &Call, instance: &Instance) -> Checks {
    match call.view.state(instance) {
        InstanceState::Running => Checks { status: "ok", reachability: Some("passed"), impaired_since_ms: None },
        _ => Checks { status: "not-applicable", reachability: None, impaired_since_ms: None },
    }
}

/// The check of the disks: whether the volumes that it has attached can be read and written.
fn disk_checks(call: &Call, instance: &Instance) -> Checks {
    let checks = |status, reachability| Checks { status, reachability, impaired_since_ms: None };
    if call.view.state(instance) != InstanceState::Running {
        return checks("not-applicable", None);
    }
    match call.view.find::<Volume>("instance", &instance.id).any(|volume| volume.problem.is_some()) {
        true => checks("impaired", Some("failed")),
        false => checks("ok", Some("passed")),
    }
}

impl Checks {
    fn shown_of_disks(&self) -> ec2::EbsStatusSummary {
        let detail = |status: &str| ec2::EbsStatusDetails {
            name: Some("reachability".into()),
            status: Some(status.into()),
            impaired_since: self.impaired_since_ms.map(Timestamp),
        };
        ec2::EbsStatusSummary {
            status: Some(self.status.into()),
            details: self.reachability.map(detail).into_iter().collect(),
        }
    }

    fn shown(&self) -> ec2::InstanceStatusSummary {
        let detail = |status: &str| ec2::InstanceStatusDetails {
            name: Some("reachability".into()),
            status: Some(status.into()),
            impaired_since: self.impaired_since_ms.map(Timestamp),
        };
        ec2::InstanceStatusSummary {
            status: Some(self.status.into()),
            details: self.reachability.map(detail).into_iter().collect(),
        }
    }
}

/// An instance as the filters of this action see it: they are other than those of DescribeInstances.
struct Status<'a>(Item<'a, Instance>);

impl<'a> Status<'a> {
    const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::never("application-status.status"),
        FilterSpec::field("availability-zone", |s, values| values.text(&s.0.row.zone)),
        FilterSpec::field("availability-zone-id", |s, values| {
            values.maybe(s.0.call.region.facts.zone(&s.0.row.zone).map(|zone| zone.id));
        }),
        FilterSpec::field("attached-ebs-status.status", |s, values| values.text(disk_checks(s.0.call, s.0.row).status)),
        FilterSpec::never("event.code"),
        FilterSpec::never("event.description"),
        FilterSpec::never("event.instance-event-id"),
        FilterSpec::never("event.not-after"),
        FilterSpec::never("event.not-before"),
        FilterSpec::never("event.not-before-deadline"),
        FilterSpec::field("instance-state-code", |s, values| values.show(s.0.call.view.state(s.0.row).code())),
        FilterSpec::field("instance-state-name", |s, values| values.text(s.0.call.view.state(s.0.row).name())),
        FilterSpec::field("instance-status.reachability", |s, values| {
            values.maybe(instance_checks(s.0.call, s.0.row).reachability);
        }),
        FilterSpec::field("instance-status.status", |s, values| values.text(instance_checks(s.0.call, s.0.row).status)),
        FilterSpec::field("operator.managed", |_, values| values.flag(false)),
        FilterSpec::never("operator.principal"),
        FilterSpec::field("system-status.reachability", |s, values| {
            values.maybe(system_checks(s.0.call, s.0.row).reachability);
        }),
        FilterSpec::field("system-status.status", |s, values| values.text(system_checks(s.0.call, s.0.row).status)),
        FilterSpec::tags(|s, tags| s.0.tags(tags)),
    ];
}

impl Action for DescribeInstanceStatus {
    type Input = ec2::DescribeInstanceStatusRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.instance_ids, "instancesSet", &input.filters, input.max_results, &input.next_token);
        let filters = listing::compile(Status::FILTERS, &input.filters)?;
        let page = asked.page(call, "DescribeInstanceStatus")?;
        let all = input.include_all_instances.unwrap_or(false);
        let wanted = |row: &Row<Instance>| all || call.view.state(row) == InstanceState::Running;
        let named = lookup::many::<Instance>(&call.view, &input.instance_ids)?;
        let mut found = Vec::new();
        let candidates: Box<dyn Iterator<Item = _>> = if input.instance_ids.is_empty() {
            Box::new(call.view.list_after::<Instance>(page.after()))
        } else {
            Box::new(named.iter().filter_map(|row| call.view.held::<Instance>(&row.id)))
        };
        found.extend(candidates.filter(|row| wanted(row) && filters.matches(&Status(Item { row, call }))));
        let (instances, next_token) = page.take(call, found.into_iter());
        let shown = |instance: &std::sync::Arc<Row<Instance>>| ec2::InstanceStatus {
            availability_zone: Some(instance.zone.clone()),
            availability_zone_id: call.region.facts.zone(&instance.zone).map(|zone| zone.id.to_owned()),
            instance_id: Some(instance.id.to_string()),
            instance_state: Some(shown_state(call.view.state(instance))),
            instance_status: Some(instance_checks(call, instance).shown()),
            system_status: Some(system_checks(call, instance).shown()),
            attached_ebs_status: Some(disk_checks(call, instance).shown_of_disks()),
            ..ec2::InstanceStatus::default()
        };
        Ok(Plan::Answer(ec2::DescribeInstanceStatusResult {
            instance_statuses: instances.iter().map(shown).collect(),
            next_token,
        }))
    }
}
