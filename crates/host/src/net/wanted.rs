//! What is wanted of the network of this host at one moment, out of all regions' desired sets.

use std::{collections::BTreeMap, sync::Arc};

use hostlink::{Desired, GroupSpec, InstanceSpec, InterfaceSpec, VpcSpec};
use model::{InstanceId, NetworkInterfaceId, SecurityGroupId, VpcId};

/// Everything that the network of this host is to be. What is missing from it is taken down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WantedNet {
    pub vpcs: BTreeMap<VpcId, Arc<VpcSpec>>,
    pub groups: BTreeMap<SecurityGroupId, Arc<GroupSpec>>,
    /// Interfaces of instances that are being started, run, or are being stopped on this host, and of no others.
    pub interfaces: BTreeMap<NetworkInterfaceId, Arc<InterfaceSpec>>,
    /// The instances of these interfaces, for the metadata service.
    pub instances: BTreeMap<InstanceId, Arc<InstanceSpec>>,
}

impl WantedNet {
    /// Takes from each region's desired set what belongs to the instances that are `up` here: those from the moment
    /// before their tap is opened until their QEMU has ended.
    pub fn of<'a>(regions: impl IntoIterator<Item = &'a Desired>, up: impl Fn(&InstanceId) -> bool) -> Self {
        let mut wanted = Self::default();
        for desired in regions {
            for (id, interface) in desired.interfaces.iter().filter(|(_, spec)| up(&spec.instance)) {
                wanted.interfaces.insert(id.clone(), interface.clone());
                if let Some(vpc) = desired.vpcs.get(&interface.vpc) {
                    wanted.vpcs.insert(interface.vpc.clone(), vpc.clone());
                }
                if let Some(instance) = desired.instances.get(&interface.instance) {
                    wanted.instances.insert(interface.instance.clone(), instance.clone());
                }
            }
            // Groups of a VPC that has nothing on this host would never be looked at.
            let groups = desired.groups.iter().filter(|(_, group)| wanted.vpcs.contains_key(&group.vpc));
            wanted.groups.extend(groups.map(|(id, group)| (id.clone(), group.clone())).collect::<Vec<_>>());
        }
        wanted
    }
}
