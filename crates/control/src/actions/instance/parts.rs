//! All that an instance is shown from, looked up once.

use model::{
    facts::regions::Region,
    instance::{InstanceObservation, InstanceState, visible_state},
    records::*,
};
use store::Revision;
use wire::ec2;

use crate::{
    actions::network_interface,
    view::{AccountView, Row},
};

/// Everything that an instance's description says comes from here, and from nowhere else.
pub struct Parts<'v> {
    pub instance: &'v Row<Instance>,
    observed: Option<&'v Row<ObservedInstance>>,
    vpc: Option<&'v Row<Vpc>>,
    /// In order of device index.
    pub interfaces: Vec<InterfaceParts<'v>>,
    /// The root disk first.
    pub volumes: Vec<&'v Row<Volume>>,
    pub tags: Vec<&'v Row<Tag>>,
}

pub struct InterfaceParts<'v> {
    pub interface: &'v Row<NetworkInterface>,
    vpc: Option<&'v Row<Vpc>>,
    /// One for each group that the interface names.
    groups: Vec<Option<&'v Row<SecurityGroup>>>,
}

impl<'v> Parts<'v> {
    pub fn of(view: &'v AccountView, instance: &'v Row<Instance>) -> Self {
        let mut interfaces: Vec<_> = view
            .find::<NetworkInterface>("instance", &instance.id)
            .map(|interface| InterfaceParts {
                interface,
                vpc: view.held::<Vpc>(&interface.vpc).map(|vpc| &**vpc),
                groups: interface
                    .groups
                    .iter()
                    .map(|id| view.held::<SecurityGroup>(id).map(|group| &**group))
                    .collect(),
            })
            .collect();
        interfaces.sort_by_key(|parts| parts.interface.attachment.as_ref().map(|attachment| attachment.device_index));
        Self {
            instance,
            observed: view.held::<ObservedInstance>(&instance.id).map(|row| &**row),
            vpc: view.held::<Vpc>(&instance.vpc).map(|row| &**row),
            interfaces,
            volumes: super::shown::volumes(view, &instance.id),
            tags: view.tags(&instance.id).map(|tag| &**tag).collect(),
        }
    }

    pub fn state(&self) -> InstanceState {
        visible_state(self.instance.power, self.instance.ended_ms.is_some(), self.seen())
    }

    pub fn seen(&self) -> Option<&'v InstanceObservation> {
        self.observed.map(|row| &row.record.seen)
    }

    /// Whether public addresses have names.
    pub fn dns_hostnames(&self) -> bool {
        self.vpc.is_some_and(|vpc| vpc.dns_hostnames)
    }

    /// The revisions of all of it, in an order and with counts that tell them apart.
    ///
    /// Equal revisions at two times mean equal parts. A part that was not there at the earlier time, or was another
    /// then, has been written since, with a revision above all of that time's; so nothing was added or changed, and the
    /// counts say that nothing was taken away.
    pub fn revisions(&self) -> Vec<Revision> {
        let of = |row: Option<Revision>| row.unwrap_or_default();
        let mut out = Vec::with_capacity(16);
        out.push(self.instance.revision);
        out.push(of(self.observed.map(|row| row.revision)));
        out.push(of(self.vpc.map(|row| row.revision)));
        out.push(self.interfaces.len() as u64);
        for parts in &self.interfaces {
            out.push(parts.interface.revision);
            out.push(of(parts.vpc.map(|row| row.revision)));
            out.extend(parts.groups.iter().map(|group| of(group.map(|row| row.revision))));
        }
        out.push(self.volumes.len() as u64);
        out.extend(self.volumes.iter().map(|row| row.revision));
        out.push(self.tags.len() as u64);
        out.extend(self.tags.iter().map(|row| row.revision));
        out
    }
}

impl InterfaceParts<'_> {
    /// `of`: the parts that it is one of.
    pub fn shown(&self, region: &Region, of: &Parts) -> ec2::InstanceNetworkInterface {
        let named = self.vpc.is_some_and(|vpc| vpc.dns_hostnames);
        network_interface::shown_in_instance(
            region,
            self.interface,
            named,
            self.shown_groups(),
            (of.state(), of.seen()),
        )
    }

    pub fn shown_groups(&self) -> Vec<ec2::GroupIdentifier> {
        let group = |(id, group): (&model::SecurityGroupId, &Option<&Row<SecurityGroup>>)| ec2::GroupIdentifier {
            group_id: Some(id.to_string()),
            group_name: group.map(|group| group.name.clone()),
        };
        self.interface.groups.iter().zip(&self.groups).map(group).collect()
    }
}
