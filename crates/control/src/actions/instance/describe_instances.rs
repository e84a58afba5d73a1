//! DescribeInstances.

use std::{collections::HashMap, sync::Arc};

use model::{
    ApiError,
    filters::FilterSpec,
    instance::InstanceState,
    records::{Instance, NetworkInterface, PrivateAddress, PublicAssociation, SecurityGroup, Volume},
};
use wire::{
    Timestamp,
    written::{DescribeInstancesRequest, DescribeInstancesResult, Reservation},
};

use super::shown;
use crate::{
    action::{Action, Call, Output, Plan},
    actions::{names, volume::attach},
    listing::{self, Asked, Item},
    view::Row,
};

pub struct DescribeInstances;

impl<'a> Item<'a, Instance> {
    fn state(&self) -> InstanceState {
        self.call.view.state(self.row)
    }

    fn interfaces(&self) -> impl Iterator<Item = &'a NetworkInterface> {
        self.call.view.find::<NetworkInterface>("instance", &self.row.id).map(|row| &row.record)
    }

    fn primary(&self) -> Option<&'a NetworkInterface> {
        self.interfaces().find(|interface| interface.attachment.as_ref().is_some_and(|a| a.device_index == 0))
    }

    fn addresses(&self) -> impl Iterator<Item = &'a PrivateAddress> {
        self.interfaces().flat_map(|interface| &interface.addresses)
    }

    fn associations(&self) -> impl Iterator<Item = &'a PublicAssociation> {
        self.addresses().filter_map(|address| address.association.as_ref())
    }

    fn volumes(&self) -> impl Iterator<Item = &'a Volume> {
        self.call.view.find::<Volume>("instance", &self.row.id).map(|row| &row.record)
    }

    fn groups(&self) -> impl Iterator<Item = &'a Arc<Row<SecurityGroup>>> {
        let view = &self.call.view;
        let ids = self.primary().map(|interface| interface.groups.as_slice()).unwrap_or_default();
        ids.iter().filter_map(move |id| view.held::<SecurityGroup>(id))
    }

    pub(super) const FILTERS: &'a [FilterSpec<Self>] = &[
        FilterSpec::never("affinity"),
        FilterSpec::field("architecture", |i, values| values.text(i.row.architecture.as_str())),
        FilterSpec::field("availability-zone", |i, values| values.text(&i.row.zone)),
        FilterSpec::field("availability-zone-id", |i, values| {
            values.maybe(i.call.region.facts.zone(&i.row.zone).map(|zone| zone.id));
        }),
        FilterSpec::field("block-device-mapping.attach-time", |i, values| {
            let times = i.volumes().filter_map(|v| v.attachment.as_ref()).map(|a| Timestamp(a.attached_ms));
            times.for_each(|time| values.show(time));
        }),
        FilterSpec::field("block-device-mapping.delete-on-termination", |i, values| {
            i.volumes().filter_map(|v| v.attachment.as_ref()).for_each(|a| values.flag(a.delete_on_termination));
        }),
        FilterSpec::field("block-device-mapping.device-name", |i, values| {
            values.each(i.volumes().filter_map(|v| v.attachment.as_ref()).map(|a| &a.device));
        }),
        FilterSpec::field("block-device-mapping.status", |i, values| {
            values.each(i.volumes().filter_map(|v| attach::attachment_state(&i.call.view, v)));
        }),
        FilterSpec::field("block-device-mapping.volume-id", |i, values| {
            values.each(i.volumes().map(|v| v.id.as_str()));
        }),
        FilterSpec::field("boot-mode", |i, values| values.maybe(i.row.boot_mode.map(|mode| mode.as_str()))),
        FilterSpec::never("capacity-reservation-id"),
        FilterSpec::field("capacity-reservation-specification.capacity-reservation-preference", |i, values| {
            values.text(i.row.capacity_preference.as_str());
        }),
        FilterSpec::never("capacity-reservation-specification.capacity-reservation-target.capacity-reservation-id"),
        FilterSpec::never(
            "capacity-reservation-specification.capacity-reservation-target.capacity-reservation-resource-group-arn",
        ),
        FilterSpec::field("client-token", |i, values| values.maybe(i.row.client_token.as_deref())),
        FilterSpec::field("current-instance-boot-mode", |i, values| {
            let shown = shown(&i.call.view, i.call.region.facts, i.row);
            values.maybe(shown.current_instance_boot_mode);
        }),
        FilterSpec::field("dns-name", |i, values| {
            values.maybe(shown(&i.call.view, i.call.region.facts, i.row).public_dns_name.filter(|n| !n.is_empty()));
        }),
        FilterSpec::field("ebs-optimized", |i, values| values.flag(i.row.ebs_optimized)),
        FilterSpec::field("ena-support", |_, values| values.flag(true)),
        FilterSpec::field("enclave-options.enabled", |_, values| values.flag(false)),
        FilterSpec::field("hibernation-options.configured", |_, values| values.flag(false)),
        FilterSpec::never("host-id"),
        FilterSpec::field("hypervisor", |_, values| values.text("xen")),
        FilterSpec::never("iam-instance-profile.arn"),
        FilterSpec::never("iam-instance-profile.id"),
        FilterSpec::field("image-id", |i, values| values.text(&*i.row.image)),
        FilterSpec::field("instance-id", |i, values| values.text(&*i.row.id)),
        FilterSpec::never("instance-lifecycle"),
        FilterSpec::field("instance-state-code", |i, values| values.show(i.state().code())),
        FilterSpec::field("instance-state-name", |i, values| values.text(i.state().name())),
        FilterSpec::field("instance-type", |i, values| values.text(&i.row.instance_type)),
        FilterSpec::field("instance.group-id", |i, values| values.each(i.groups().map(|g| g.id.as_str()))),
        FilterSpec::field("instance.group-name", |i, values| values.each(i.groups().map(|g| &g.name))),
        FilterSpec::field("group-id", |i, values| values.each(i.groups().map(|g| g.id.as_str()))),
        FilterSpec::field("group-name", |i, values| values.each(i.groups().map(|g| &g.name))),
        FilterSpec::field("ip-address", |i, values| {
            let public = i.primary().and_then(|p| p.primary().association.as_ref()).map(|a| a.public);
            public.into_iter().for_each(|address| values.show(address));
        }),
        FilterSpec::never("ipv6-address"),
        FilterSpec::never("kernel-id"),
        FilterSpec::field("key-name", |i, values| values.maybe(i.row.key_name.as_deref())),
        FilterSpec::field("launch-index", |i, values| values.show(i.row.launch_index)),
        FilterSpec::field("launch-time", |i, values| values.show(Timestamp(i.row.started_ms))),
        FilterSpec::field("maintenance-options.auto-recovery", |i, values| {
            values.text(super::shown::maintenance(i.row.maintenance.auto_recovery_disabled));
        }),
        FilterSpec::field("metadata-options.http-endpoint", |i, values| {
            values.text(if i.row.metadata.endpoint { "enabled" } else { "disabled" });
        }),
        FilterSpec::field("metadata-options.http-protocol-ipv4", |i, values| {
            values.text(if i.row.metadata.endpoint { "enabled" } else { "disabled" });
        }),
        FilterSpec::field("metadata-options.http-protocol-ipv6", |i, values| {
            values.text(if i.row.metadata.ipv6 { "enabled" } else { "disabled" });
        }),
        FilterSpec::field("metadata-options.http-put-response-hop-limit", |i, values| {
            values.show(i.row.metadata.hop_limit);
        }),
        FilterSpec::field("metadata-options.http-tokens", |i, values| {
            values.text(if i.row.metadata.tokens_required { "required" } else { "optional" });
        }),
        FilterSpec::field("metadata-options.instance-metadata-tags", |i, values| {
            values.text(if i.row.metadata.tags { "enabled" } else { "disabled" });
        }),
        FilterSpec::field("metadata-options.state", |i, values| {
            values.text(if i.state() == InstanceState::Pending { "pending" } else { "applied" });
        }),
        FilterSpec::field("monitoring-state", |i, values| {
            values.maybe(super::shown::monitoring(i.row, i.state()).state);
        }),
        FilterSpec::field("network-interface.addresses.association.allocation-id", |i, values| {
            values.each(i.associations().filter_map(|a| a.allocation.as_deref()));
        }),
        FilterSpec::field("network-interface.addresses.association.association-id", |i, values| {
            values.each(i.associations().filter_map(|a| a.association.as_deref()));
        }),
        FilterSpec::field("network-interface.addresses.association.carrier-ip", |_, _| {}),
        FilterSpec::never("network-interface.addresses.association.customer-owned-ip"),
        FilterSpec::field("network-interface.addresses.association.ip-owner-id", |i, values| {
            values.each(i.associations().map(|a| owner(a, &i.row.account)));
        }),
        FilterSpec::field("network-interface.addresses.association.public-dns-name", |i, values| {
            values.each(i.associations().map(|a| names::public_dns_name(i.call.region.facts, a.public)));
        }),
        FilterSpec::field("network-interface.addresses.association.public-ip", |i, values| {
            i.associations().for_each(|a| values.show(a.public));
        }),
        FilterSpec::field("network-interface.addresses.primary", |i, values| {
            i.interfaces().flat_map(|n| n.addresses.iter().enumerate()).for_each(|(at, _)| values.flag(at == 0));
        }),
        FilterSpec::field("network-interface.addresses.private-dns-name", |i, values| {
            values.each(i.addresses().map(|a| names::private_dns_name(i.call.region.facts, a.private)));
        }),
        FilterSpec::field("network-interface.addresses.private-ip-address", |i, values| {
            i.addresses().for_each(|a| values.show(a.private));
        }),
        FilterSpec::field("network-interface.association.allocation-id", |i, values| {
            values.each(i.associations().filter_map(|a| a.allocation.as_deref()));
        }),
        FilterSpec::field("network-interface.association.association-id", |i, values| {
            values.each(i.associations().filter_map(|a| a.association.as_deref()));
        }),
        FilterSpec::never("network-interface.association.carrier-ip"),
        FilterSpec::never("network-interface.association.customer-owned-ip"),
        FilterSpec::field("network-interface.association.ip-owner-id", |i, values| {
            values.each(i.associations().map(|a| owner(a, &i.row.account)));
        }),
        FilterSpec::field("network-interface.association.public-dns-name", |i, values| {
            values.each(i.associations().map(|a| names::public_dns_name(i.call.region.facts, a.public)));
        }),
        FilterSpec::field("network-interface.association.public-ip", |i, values| {
            i.associations().for_each(|a| values.show(a.public));
        }),
        FilterSpec::field("network-interface.attachment.attach-time", |i, values| {
            let attachments = i.interfaces().filter_map(|n| n.attachment.as_ref());
            attachments.for_each(|a| values.show(Timestamp(a.attached_ms)));
        }),
        FilterSpec::field("network-interface.attachment.attachment-id", |i, values| {
            values.each(i.interfaces().filter_map(|n| n.attachment.as_ref()).map(|a| a.id.as_str()));
        }),
        FilterSpec::field("network-interface.attachment.delete-on-termination", |i, values| {
            let attachments = i.interfaces().filter_map(|n| n.attachment.as_ref());
            attachments.for_each(|a| values.flag(a.delete_on_termination));
        }),
        FilterSpec::field("network-interface.attachment.device-index", |i, values| {
            i.interfaces().filter_map(|n| n.attachment.as_ref()).for_each(|a| values.show(a.device_index));
        }),
        FilterSpec::field("network-interface.attachment.instance-id", |i, values| {
            values.each(i.interfaces().map(|_| i.row.id.as_str()));
        }),
        FilterSpec::field("network-interface.attachment.instance-owner-id", |i, values| {
            values.each(i.interfaces().map(|_| i.row.account.as_str()));
        }),
        FilterSpec::field("network-interface.attachment.network-card-index", |i, values| {
            i.interfaces().filter_map(|n| n.attachment.as_ref()).for_each(|a| values.show(a.network_card_index));
        }),
        FilterSpec::field("network-interface.attachment.status", |i, values| {
            values.each(i.interfaces().map(|_| "attached"));
        }),
        FilterSpec::field("network-interface.availability-zone", |i, values| {
            values.each(i.interfaces().map(|n| &n.zone));
        }),
        FilterSpec::never("network-interface.deny-all-igw-traffic"),
        FilterSpec::field("network-interface.description", |i, values| {
            values.each(i.interfaces().map(|n| &n.description));
        }),
        FilterSpec::field("network-interface.group-id", |i, values| {
            values.each(i.interfaces().flat_map(|n| &n.groups).map(|g| g.as_str()));
        }),
        FilterSpec::field("network-interface.group-name", |i, values| {
            let groups = i.interfaces().flat_map(|n| &n.groups);
            values.each(groups.filter_map(|id| i.call.view.held::<SecurityGroup>(id)).map(|g| &g.name));
        }),
        FilterSpec::never("network-interface.ipv4-prefixes.ipv4-prefix"),
        FilterSpec::never("network-interface.ipv6-address"),
        FilterSpec::never("network-interface.ipv6-addresses.ipv6-address"),
        FilterSpec::never("network-interface.ipv6-addresses.is-primary-ipv6"),
        FilterSpec::never("network-interface.ipv6-native"),
        FilterSpec::never("network-interface.ipv6-prefixes.ipv6-prefix"),
        FilterSpec::field("network-interface.mac-address", |i, values| values.each(i.interfaces().map(|n| &n.mac))),
        FilterSpec::field("network-interface.network-interface-id", |i, values| {
            values.each(i.interfaces().map(|n| n.id.as_str()));
        }),
        FilterSpec::never("network-interface.operator.managed"),
        FilterSpec::never("network-interface.operator.principal"),
        FilterSpec::never("network-interface.outpost-arn"),
        FilterSpec::field("network-interface.owner-id", |i, values| {
            values.each(i.interfaces().map(|n| n.account.as_str()));
        }),
        FilterSpec::field("network-interface.private-dns-name", |i, values| {
            let names = i.interfaces().map(|n| names::private_dns_name(i.call.region.facts, n.primary().private));
            values.each(names);
        }),
        FilterSpec::field("network-interface.private-ip-address", |i, values| {
            i.interfaces().for_each(|n| values.show(n.primary().private));
        }),
        FilterSpec::field("network-interface.public-dns-name", |i, values| {
            values.each(i.associations().map(|a| names::public_dns_name(i.call.region.facts, a.public)));
        }),
        FilterSpec::never("network-interface.requester-id"),
        FilterSpec::field("network-interface.requester-managed", |i, values| {
            i.interfaces().for_each(|_| values.flag(false));
        }),
        FilterSpec::field("network-interface.source-dest-check", |i, values| {
            i.interfaces().for_each(|n| values.flag(n.source_dest_check));
        }),
        FilterSpec::field("network-interface.status", |i, values| values.each(i.interfaces().map(|_| "in-use"))),
        FilterSpec::field("network-interface.subnet-id", |i, values| {
            values.each(i.interfaces().map(|n| n.subnet.as_str()));
        }),
        FilterSpec::never("network-interface.tag-key"),
        FilterSpec::never("network-interface.tag-value"),
        FilterSpec::field("network-interface.vpc-id", |i, values| {
            values.each(i.interfaces().map(|n| n.vpc.as_str()));
        }),
        FilterSpec::never("network-performance-options.bandwidth-weighting"),
        FilterSpec::field("operator.managed", |_, values| values.flag(false)),
        FilterSpec::never("operator.principal"),
        FilterSpec::never("outpost-arn"),
        FilterSpec::field("owner-id", |i, values| values.text(&*i.row.account)),
        FilterSpec::field("placement-group-name", |i, values| {
            values.maybe(i.row.placement.as_ref().map(|place| &place.group_name));
        }),
        FilterSpec::field("placement-partition-number", |i, values| {
            i.row.placement.iter().filter_map(|place| place.partition).for_each(|number| values.show(number));
        }),
        FilterSpec::never("platform"),
        FilterSpec::field("platform-details", |_, values| values.text("Linux/UNIX")),
        FilterSpec::field("private-dns-name", |i, values| {
            values.maybe(i.row.ended_ms.is_none().then_some(&i.row.private_dns_name));
        }),
        FilterSpec::field("private-dns-name-options.enable-resource-name-dns-a-record", |i, values| {
            values.flag(i.row.resource_name_a_record);
        }),
        FilterSpec::field("private-dns-name-options.enable-resource-name-dns-aaaa-record", |_, values| {
            values.flag(false);
        }),
        FilterSpec::field("private-dns-name-options.hostname-type", |i, values| values.text(&i.row.hostname_type)),
        FilterSpec::field("private-ip-address", |i, values| {
            i.primary().into_iter().for_each(|n| values.show(n.primary().private));
        }),
        FilterSpec::never("product-code"),
        FilterSpec::never("product-code.type"),
        FilterSpec::never("ramdisk-id"),
        FilterSpec::field("reason", |i, values| values.text(&i.row.transition)),
        FilterSpec::never("requester-id"),
        FilterSpec::field("reservation-id", |i, values| values.text(&*i.row.reservation)),
        FilterSpec::field("root-device-name", |i, values| values.text(&i.row.root_device_name)),
        FilterSpec::field("root-device-type", |_, values| values.text("ebs")),
        FilterSpec::field("source-dest-check", |i, values| {
            i.primary().into_iter().for_each(|n| values.flag(n.source_dest_check));
        }),
        FilterSpec::never("spot-instance-request-id"),
        FilterSpec::field("state-reason-code", |i, values| {
            values.maybe(i.row.reason.as_ref().map(|reason| &reason.code));
        }),
        FilterSpec::field("state-reason-message", |i, values| {
            values.maybe(i.row.reason.as_ref().map(|reason| &reason.message));
        }),
        FilterSpec::field("subnet-id", |i, values| {
            values.maybe(i.row.ended_ms.is_none().then_some(i.row.subnet.as_str()));
        }),
        FilterSpec::field("tenancy", |_, values| values.text("default")),
        FilterSpec::never("tpm-support"),
        FilterSpec::field("usage-operation", |_, values| values.text("RunInstances")),
        FilterSpec::field("usage-operation-update-time", |i, values| values.show(Timestamp(i.row.created_ms))),
        FilterSpec::field("virtualization-type", |_, values| values.text("hvm")),
        FilterSpec::field("vpc-id", |i, values| {
            values.maybe(i.row.ended_ms.is_none().then_some(i.row.vpc.as_str()));
        }),
        FilterSpec::tags(|i, tags| i.tags(tags)),
    ];
}

/// Who a public address belongs to: the pool's own are `amazon`'s.
fn owner<'a>(association: &PublicAssociation, account: &'a str) -> &'a str {
    if association.allocation.is_some() { account } else { "amazon" }
}

/// Filters that the view has an index for.
pub(super) const INDEXED: &[(&str, &str)] =
    &[("reservation-id", "reservation"), ("subnet-id", "subnet"), ("vpc-id", "vpc")];

impl Action for DescribeInstances {
    type Input = DescribeInstancesRequest;

    fn plan(call: &Call, DescribeInstancesRequest(input): &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked =
            Asked::new(&input.instance_ids, "instancesSet", &input.filters, input.max_results, &input.next_token);
        let (instances, next_token) =
            listing::own(call, "DescribeInstances", &asked, Item::<Instance>::FILTERS, INDEXED)?;
        Ok(Plan::Answer(DescribeInstancesResult { reservations: by_reservation(call, &instances), next_token }))
    }
}

/// Groups instances by reservation, in order of first appearance, each in order of launch index.
fn by_reservation(call: &Call, instances: &[Arc<Row<Instance>>]) -> Vec<Reservation> {
    let mut groups: Vec<Vec<&Row<Instance>>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for instance in instances {
        let place = *places.entry(instance.reservation.as_str()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(instance);
    }
    let written = &call.region.written;
    let shown = |mut group: Vec<&Row<Instance>>| {
        group.sort_by_key(|instance| instance.launch_index);
        Reservation {
            reservation_id: group.first().map(|instance| instance.reservation.to_string()),
            owner_id: group.first().map(|instance| instance.account.to_string()),
            instances: group.iter().map(|row| written.get(&call.view, call.region.facts, row)).collect(),
        }
    };
    groups.into_iter().map(shown).collect()
}
