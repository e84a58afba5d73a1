//! Who is who in a VPC: what the services in its namespace look up at each request.

use std::{collections::HashMap, net::Ipv4Addr, sync::Arc};

use arc_swap::ArcSwap;
use hostlink::{InstanceSpec, VpcSpec};
use model::InstanceId;

use super::{
    MachineSlice,
    plan::{Port, VpcPlan},
};

/// The directory of one VPC as it is now; services load it at each request and never keep it.
pub(crate) type Shared = Arc<ArcSwap<Directory>>;

/// One VPC and its interfaces on this host.
#[derive(Debug)]
pub(crate) struct Directory {
    pub spec: Arc<VpcSpec>,
    pub slice: MachineSlice,
    /// The address of the VPC's resolver.
    pub resolver: Ipv4Addr,
    pub mtu: u16,
    pub residents: Vec<Arc<Resident>>,
    by_tap: HashMap<String, Arc<Resident>>,
    by_address: HashMap<Ipv4Addr, Arc<Resident>>,
}

/// An interface and its instance.
#[derive(Debug)]
pub(crate) struct Resident {
    pub port: Port,
    pub instance: Option<Arc<InstanceSpec>>,
}

impl Directory {
    pub(crate) fn new(
        plan: &VpcPlan,
        instances: impl Fn(&InstanceId) -> Option<Arc<InstanceSpec>>,
        slice: &MachineSlice,
        mtu: u16,
    ) -> Self {
        let residents: Vec<Arc<Resident>> = plan
            .ports
            .iter()
            .map(|port| Arc::new(Resident { port: port.clone(), instance: instances(&port.spec.instance) }))
            .collect();
        let by_tap = residents.iter().map(|resident| (resident.port.tap.clone(), resident.clone())).collect();
        let by_address = residents
            .iter()
            .flat_map(|resident| resident.port.spec.addresses.iter().map(|a| (a.private, resident.clone())))
            .collect();
        Self {
            spec: plan.spec.clone(),
            slice: slice.clone(),
            resolver: plan.resolver(),
            mtu,
            residents,
            by_tap,
            by_address,
        }
    }

    pub(crate) fn by_tap(&self, tap: &str) -> Option<&Arc<Resident>> {
        self.by_tap.get(tap)
    }

    pub(crate) fn by_address(&self, address: Ipv4Addr) -> Option<&Arc<Resident>> {
        self.by_address.get(&address)
    }

    /// All interfaces of an instance, in order of their device index.
    pub(crate) fn of_instance(&self, id: &InstanceId) -> Vec<&Arc<Resident>> {
        let mut residents: Vec<_> = self.residents.iter().filter(|r| r.port.spec.instance == *id).collect();
        residents.sort_by_key(|resident| resident.port.spec.device_index);
        residents
    }

    /// The private address that a public one of this VPC is mapped to.
    pub(crate) fn private_of(&self, public: Ipv4Addr) -> Option<Ipv4Addr> {
        let addresses = self.residents.iter().flat_map(|resident| &resident.port.spec.addresses);
        addresses.into_iter().find(|address| address.public == Some(public)).map(|address| address.private)
    }
}
