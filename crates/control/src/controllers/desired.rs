//! What a region wants of its host, kept beside what the host was told last: only differences travel.

use std::{collections::BTreeSet, sync::Arc};

use hostlink::{Change, Desired};
use model::{ids::*, records::*};

use super::specs;
use crate::{
    region::Region,
    view::{InView, View},
};

pub(super) struct Wanted {
    /// What the host was told.
    told: Desired,
    /// The view it was told from.
    view: Arc<View>,
    /// False for the simulated host, which has no network: groups, VPCs and interfaces are then left out.
    network: bool,
    /// Whether the host has been told anything yet.
    begun: bool,
}

/// What a batch of changes touches.
#[derive(Default)]
struct Affected {
    vpcs: BTreeSet<String>,
    groups: BTreeSet<String>,
    interfaces: BTreeSet<String>,
    volumes: BTreeSet<String>,
    instances: BTreeSet<String>,
    snapshots: BTreeSet<String>,
}

impl Wanted {
    pub(super) fn new(region: &Region) -> Self {
        Self { told: Desired::default(), view: region.cell.view(), network: true, begun: false }
    }

    /// Everything, for a host that has just said hello.
    pub(super) fn begin(&mut self, region: &Region, view: &Arc<View>, network: bool) -> Desired {
        self.network = network;
        self.begun = true;
        self.told = Desired::default();
        self.view = view.clone();
        let mut affected = Affected::default();
        ids::<Instance>(view, &mut affected.instances);
        ids::<Volume>(view, &mut affected.volumes);
        ids::<DoomedVolume>(view, &mut affected.volumes);
        ids::<Snapshot>(view, &mut affected.snapshots);
        affected.snapshots.extend(view.table::<Volume>().iter().filter_map(|row| copied_by(row)));
        ids::<Vpc>(view, &mut affected.vpcs);
        ids::<SecurityGroup>(view, &mut affected.groups);
        ids::<NetworkInterface>(view, &mut affected.interfaces);
        self.tell(region, affected);
        self.told.clone()
    }

    /// What the host must be told after a group commit. Nothing before it said hello.
    pub(super) fn follow<'a>(
        &mut self,
        region: &Region,
        view: &Arc<View>,
        keys: impl Iterator<Item = &'a Arc<str>>,
    ) -> Vec<Change> {
        if !self.begun || view.revision <= self.view.revision {
            return Vec::new();
        }
        let before = std::mem::replace(&mut self.view, view.clone());
        let mut affected = Affected::default();
        for key in keys {
            if let Some((kind, id)) = key.split_once('/') {
                affected.add(&before, view, kind, id, self.network);
            }
        }
        self.tell(region, affected)
    }

    fn tell(&mut self, region: &Region, affected: Affected) -> Vec<Change> {
        let mut changes = Vec::new();
        let view = self.view.clone();
        macro_rules! diff {
            ($field:ident, $id:ident, $change:ident, $spec:expr) => {
                for text in affected.$field {
                    let id = $id::trusted(text);
                    let spec = $spec(&id).map(Arc::new);
                    let told = self.told.$field.get(&id);
                    if told.map(|known| &**known) != spec.as_deref() {
                        let change = Change::$change(id, spec);
                        self.told.apply(change.clone());
                        changes.push(change);
                    }
                }
            };
        }
        if self.network {
            diff!(vpcs, VpcId, Vpc, |id| specs::vpc(region, &view, id));
            diff!(groups, SecurityGroupId, Group, |id| specs::group(&view, id));
            diff!(interfaces, NetworkInterfaceId, Interface, |id| specs::interface(&view, id));
        }
        diff!(volumes, VolumeId, Volume, |id| specs::volume(&view, id));
        diff!(instances, InstanceId, Instance, |id| specs::instance(region, &view, id));
        diff!(snapshots, SnapshotId, Snapshot, |id| specs::snapshot(&view, id));
        changes
    }
}

/// What a host knows the copy by that a volume is being made by.
fn copied_by(volume: &Volume) -> Option<String> {
    volume.copying.as_ref().map(|copying| copying.by.to_string())
}

fn ids<R: InView>(view: &View, into: &mut BTreeSet<String>) {
    into.extend(view.table::<R>().iter().map(|row| row.id().to_owned()));
}

impl Affected {
    fn add(&mut self, before: &View, after: &View, kind: &str, id: &str, network: bool) {
        let views = [before, after];
        match kind {
            Instance::KIND => {
                self.instances.insert(id.to_owned());
            }
            Volume::KIND | DoomedVolume::KIND => {
                self.volumes.insert(id.to_owned());
                for volume in views.iter().filter_map(|view| view.table::<Volume>().get(id)) {
                    self.instances.extend(volume.attachment.as_ref().map(|a| a.instance.to_string()));
                    // One that was deleted while it was being copied goes after the last of its copies.
                    if let Some(copying) = copied_by(&volume) {
                        self.snapshots.insert(copying);
                        self.volumes.extend(volume.copied_from.as_ref().map(|source| source.to_string()));
                    }
                }
            }
            Snapshot::KIND => {
                self.snapshots.insert(id.to_owned());
                // A volume that was deleted while snapshots were being taken of it goes after the last of them.
                let snapshots = views.iter().filter_map(|view| view.table::<Snapshot>().get(id));
                self.volumes.extend(snapshots.map(|snapshot| snapshot.volume.to_string()));
            }
            NetworkInterface::KIND => {
                for interface in views.iter().filter_map(|view| view.table::<NetworkInterface>().get(id)) {
                    self.instances.extend(interface.attachment.as_ref().map(|a| a.instance.to_string()));
                    if network {
                        self.interfaces.insert(id.to_owned());
                        self.vpcs.insert(interface.vpc.to_string());
                        self.groups.extend(interface.groups.iter().map(|group| group.to_string()));
                    }
                }
            }
            "tag" => {
                if let Some((resource, _)) = id.split_once('/')
                    && resource.starts_with("i-")
                {
                    self.instances.insert(resource.to_owned());
                }
            }
            "reservation" => {
                // A launch of several transactions has become visible.
                for instance in after.table::<Instance>().find("reservation", id) {
                    self.add(before, after, Instance::KIND, &instance.id, network);
                    for volume in after.table::<Volume>().find("instance", &instance.id) {
                        self.add(before, after, Volume::KIND, &volume.id, network);
                    }
                    for interface in after.table::<NetworkInterface>().find("instance", &instance.id) {
                        self.add(before, after, NetworkInterface::KIND, &interface.id, network);
                    }
                }
            }
            _ if !network => {}
            Vpc::KIND => {
                self.vpcs.insert(id.to_owned());
            }
            Subnet::KIND => {
                self.vpcs.extend(views.iter().filter_map(|v| v.table::<Subnet>().get(id)).map(|s| s.vpc.to_string()));
            }
            RouteTable::KIND => {
                let tables = views.iter().filter_map(|v| v.table::<RouteTable>().get(id));
                self.vpcs.extend(tables.map(|t| t.vpc.to_string()));
            }
            InternetGateway::KIND => {
                let gateways = views.iter().filter_map(|v| v.table::<InternetGateway>().get(id));
                self.vpcs.extend(gateways.filter_map(|g| g.vpc.as_ref().map(|v| v.to_string())));
            }
            SecurityGroup::KIND => {
                self.groups.insert(id.to_owned());
            }
            PrefixList::KIND => {
                let rules = views.iter().flat_map(|view| view.table::<SecurityGroupRule>().find("prefix-list", id));
                self.groups.extend(rules.map(|rule| rule.group.to_string()));
            }
            SecurityGroupRule::KIND => {
                let rules = views.iter().filter_map(|v| v.table::<SecurityGroupRule>().get(id));
                self.groups.extend(rules.map(|r| r.group.to_string()));
            }
            _ => {}
        }
    }
}
