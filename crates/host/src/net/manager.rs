//! Keeps the kernel as it is wanted: compares plans with what was applied, applies what differs, remembers nothing that
//! the kernel can be asked for. All calls block; `Net` makes them one after the other, off the runtime's workers.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    os::fd::OwnedFd,
    sync::Arc,
};

use arc_swap::ArcSwap;
use model::{NetworkInterfaceId, RouteTableId, VpcId};
use nix::{libc, net::if_::if_nametoindex};

use super::{
    Applied, Egress, NetConfig, NetError, WantedNet,
    apply::{
        devices::{self, End},
        forwarding, observe,
        place::{self, Place},
        sysctl::{self, set, set_if_there},
        tap, tools,
    },
    directory::{Directory, Shared},
    handles::Handles,
    machine::MachineSlice,
    plan::{self, GATEWAY, HostPlan, Leg, Port, TO_HOST, UplinkPlan, VpcPlan},
    render::{
        ip,
        nft::{self, Ruleset},
    },
    services::{Context, Services},
};

/// The network of this host and what of it was applied.
pub(crate) struct Manager {
    config: NetConfig,
    slice: MachineSlice,
    handles: Handles,
    context: Context,
    uplink: Option<Uplink>,
    vpcs: BTreeMap<VpcId, Running>,
}

/// The uplink as it was last applied.
struct Uplink {
    host: HostPlan,
    uplink: UplinkPlan,
}

/// A VPC whose namespace is there.
struct Running {
    plan: VpcPlan,
    /// The rules that are known to be in the kernel; `None` after an error and at the start.
    rules: Option<Ruleset>,
    /// Whether all of `plan` was applied.
    whole: bool,
    directory: Shared,
    services: Option<Services>,
}

impl Manager {
    pub(crate) fn new(config: NetConfig, slice: MachineSlice, handles: Handles, context: Context) -> Self {
        Self { config, slice, handles, context, uplink: None, vpcs: BTreeMap::new() }
    }

    /// Makes everything as wanted.
    pub(crate) fn reconcile(&mut self, wanted: &WantedNet) -> Result<Applied, NetError> {
        let mut applied = Applied::default();
        let plans = self.plan(wanted, &mut applied)?;
        self.context.liveness.keep(&plans.values().flat_map(|plan| plan.ports.iter().map(|p| p.id.clone())).collect());
        self.remove_unwanted(&plans)?;
        if plans.is_empty() {
            self.remove_uplink()?;
            return Ok(applied);
        }
        let mut new = BTreeSet::new();
        for (id, plan) in &plans {
            if place::ensure(&plan.namespace)? {
                // New, or somebody took it from under us: nothing that was applied counts.
                self.vpcs.remove(id);
                new.insert(plan.number);
            }
        }
        self.ensure_uplink(&plans, &new)?;
        for (id, plan) in plans {
            let interfaces: Vec<NetworkInterfaceId> = plan.ports.iter().map(|port| port.id.clone()).collect();
            if let Err(error) = self.apply_vpc(&id, plan, wanted) {
                tracing::warn!(vpc = %id, %error, "the network of a VPC could not be made");
                let error = Arc::new(error);
                applied.failed.extend(interfaces.into_iter().map(|id| (id, error.clone())));
            }
        }
        Ok(applied)
    }

    /// Plans all VPCs that have an interface here. Interfaces that contradict themselves are told of and left out.
    fn plan(&mut self, wanted: &WantedNet, applied: &mut Applied) -> Result<BTreeMap<VpcId, VpcPlan>, NetError> {
        let tables =
            wanted.vpcs.values().flat_map(|vpc| vpc.subnets.values().map(|subnet| subnet.route_table.as_str()));
        let ids = wanted.vpcs.keys().map(VpcId::as_str).chain(tables);
        let ids = ids.chain(wanted.interfaces.keys().map(NetworkInterfaceId::as_str));
        self.handles.keep(ids).map_err(NetError::system("write down the numbers of interfaces"))?;

        let mut ports: BTreeMap<&VpcId, Vec<Port>> = BTreeMap::new();
        for (id, interface) in &wanted.interfaces {
            let port = wanted
                .vpcs
                .get(&interface.vpc)
                .ok_or_else(|| NetError::bad_spec(id, format!("its VPC {} is not known", interface.vpc)))
                .and_then(|vpc| Port::new(id, self.handles.number(id).unwrap_or_default(), interface, vpc));
            match port {
                Ok(port) => ports.entry(&interface.vpc).or_default().push(port),
                Err(error) => drop(applied.failed.insert(id.clone(), Arc::new(error))),
            }
        }
        let plans = ports.into_iter().map(|(id, ports)| {
            let number = self.handles.number(id).unwrap_or_default();
            let tables: BTreeSet<RouteTableId> = ports.iter().map(|port| port.route_table.clone()).collect();
            let marks =
                tables.into_iter().filter_map(|table| self.handles.number(&table).map(|number| (table, number)));
            let plan = plan::vpc(number, &wanted.vpcs[id], ports, &wanted.groups, marks.collect(), &self.slice);
            (id.clone(), plan)
        });
        Ok(plans.collect())
    }

    /// Removes VPCs that nobody wants here, also those of an earlier agent.
    fn remove_unwanted(&mut self, plans: &BTreeMap<VpcId, VpcPlan>) -> Result<(), NetError> {
        self.vpcs.retain(|id, _| plans.contains_key(id));
        let keep: BTreeSet<&str> = plans.values().map(|plan| plan.namespace.as_str()).collect();
        let uplink = format!("{}-up", self.slice.prefix());
        for name in place::list(&self.slice.prefix())?.iter().filter(|name| **name != uplink) {
            if !keep.contains(name.as_str()) {
                // The leg goes first: it takes its other end along, while a namespace lives on as long as anything
                // in it is held.
                let leg = name.rsplit('-').next().unwrap_or_default();
                let place = Place::namespace(&uplink);
                if place.run(|| Ok(())).is_ok() {
                    devices::remove(&place, leg)?;
                }
                place::remove(name)?;
            }
        }
        Ok(())
    }

    /// Makes the uplink and the machine's part of it. `new` are the numbers of VPCs whose namespace was made just now.
    fn ensure_uplink(&mut self, plans: &BTreeMap<VpcId, VpcPlan>, new: &BTreeSet<u32>) -> Result<(), NetError> {
        let (egress, host_ports) = (self.config.egress, &self.config.host_ports);
        let legs = plans
            .values()
            .filter(|plan| plan.spec.internet_gateway)
            .map(|plan| Leg {
                number: plan.number,
                namespace: plan.namespace.clone(),
                public: plan.public_addresses().into_iter().map(|(public, _)| public).collect(),
            })
            .collect();
        let uplink = plan::uplink(legs, &self.slice, egress, host_ports);
        let opened = self.open_machine()?;
        let host = plan::host(&uplink, &self.slice, egress, host_ports, &opened);

        // What was applied counts only while nothing is being changed: after an error everything is done again.
        let before = self.uplink.take();
        let place = Place::namespace(&uplink.namespace);
        let made = place::ensure(&uplink.namespace)?;
        let before = before.filter(|before| !made && if_nametoindex(before.host.device.as_str()).is_ok());
        if let Some(before) = before.as_ref().filter(|before| before.host == host && before.uplink == uplink)
            && new.is_empty()
        {
            self.uplink = Some(Uplink { host: before.host.clone(), uplink: before.uplink.clone() });
            return Ok(());
        }
        let known = before.as_ref().map(|before| (&before.host.rules, &before.uplink.rules));
        apply_rules(&Place::Machine, known.map(|(host, _)| host), &host.rules)?;
        apply_rules(&place, known.map(|(_, uplink)| uplink), &uplink.rules)?;
        if before.is_none() {
            prepare_router(&place)?;
            self.apply_host_link(&host, &place)?;
        }
        let stands = |leg: &Leg| {
            let known = before.as_ref().map(|before| &before.uplink.legs).into_iter().flatten();
            !new.contains(&leg.number) && known.into_iter().any(|known| known.number == leg.number)
        };
        for leg in uplink.legs.iter().filter(|leg| !stands(leg)) {
            self.ensure_leg(&place, leg)?;
        }
        self.apply_uplink_addresses(&uplink, &place)?;
        self.uplink = Some(Uplink { host, uplink });
        Ok(())
    }

    /// The link between the machine and the uplink, and the machine's end of it.
    fn apply_host_link(&self, host: &HostPlan, uplink: &Place) -> Result<(), NetError> {
        let near = End { place: &Place::Machine, device: &host.device, mac: None };
        let far = End { place: uplink, device: TO_HOST, mac: None };
        devices::ensure_pair(&near, &far, &host.uplink, self.config.mtu)?;
        let device = &host.device;
        let mut settings = vec![
            sysctl::carries_loopback(device),
            set(format!("ipv4/conf/{device}/rp_filter"), "0"),
            set_if_there(format!("ipv6/conf/{device}/disable_ipv6"), "1"),
        ];
        if self.config.egress == Egress::Machine {
            settings.push(set(format!("ipv4/conf/{device}/forwarding"), "1"));
        }
        sysctl::write(&Place::Machine, &settings)?;
        sysctl::write(uplink, &[sysctl::carries_loopback(TO_HOST)])?;
        let present = observe::device(&Place::Machine, device)?;
        tools::ip_batch(&Place::Machine, &ip::difference(&present, &host.ip))
    }

    /// Addresses and routes of the uplink.
    fn apply_uplink_addresses(&self, uplink: &UplinkPlan, place: &Place) -> Result<(), NetError> {
        let present = observe::namespace(place)?;
        tools::ip_batch(place, &ip::difference(&present, &uplink.ip))?;
        // Legs of gateways that were detached while their VPC stays.
        let wanted: BTreeSet<String> = uplink.legs.iter().map(Leg::device).collect();
        for device in observe::devices(place)? {
            if device.starts_with('v') && !wanted.contains(&device) {
                devices::remove(place, &device)?;
            }
        }
        Ok(())
    }

    fn ensure_leg(&self, uplink: &Place, leg: &Leg) -> Result<(), NetError> {
        let vpc = Place::namespace(&leg.namespace);
        let device = leg.device();
        let near = End { place: uplink, device: &device, mac: Some(plan::uplink_mac(leg.number)) };
        let far = End { place: &vpc, device: GATEWAY, mac: Some(plan::gateway_mac(leg.number)) };
        devices::ensure_pair(&near, &far, &leg.namespace, self.config.mtu)?;
        sysctl::write(uplink, &[sysctl::carries_loopback(&device)])?;
        sysctl::write(&vpc, &[sysctl::carries_loopback(GATEWAY)])
    }

    /// Lets answers to guests in by the machine's outward devices. Gives those that forward only because of us.
    fn open_machine(&self) -> Result<Vec<String>, NetError> {
        if self.config.egress == Egress::None {
            return Ok(Vec::new());
        }
        let mut devices = observe::outward_devices()?;
        // Links of clouds, this one's and others', are no way out.
        devices.retain(|device| !(device.starts_with("fb") && device.ends_with("-up")));
        forwarding::hold(&self.config.registry_dir, &self.slice.prefix(), &devices)
    }

    /// Follows the machine's default route to another device, and lifts the guard once the machine is a router anyway.
    pub(crate) fn follow_machine(&mut self) -> Result<(), NetError> {
        if self.uplink.is_none() {
            return Ok(());
        }
        let opened = self.open_machine()?;
        let Some(Uplink { host, uplink }) = &mut self.uplink else { return Ok(()) };
        let new = plan::host(uplink, &self.slice, self.config.egress, &self.config.host_ports, &opened);
        if new != *host {
            apply_rules(&Place::Machine, Some(&host.rules), &new.rules)?;
            *host = new;
        }
        Ok(())
    }

    fn remove_uplink(&mut self) -> Result<(), NetError> {
        self.uplink = None;
        let prefix = self.slice.prefix();
        let name = format!("{prefix}-up");
        // The namespace is made first and removed last, so without it there is nothing.
        if place::list(&prefix)?.contains(&name) {
            devices::remove(&Place::Machine, &name)?;
            let table = format!("inet {prefix}");
            tools::nft(&Place::Machine, &format!("add table {table}\ndelete table {table}\n"))?;
            place::remove(&name)?;
        }
        forwarding::release(&self.config.registry_dir, &prefix)
    }

    /// Makes one VPC as planned.
    fn apply_vpc(&mut self, id: &VpcId, plan: VpcPlan, wanted: &WantedNet) -> Result<(), NetError> {
        let instances = |instance: &_| wanted.instances.get(instance).cloned();
        let directory = Directory::new(&plan, instances, &self.slice, self.config.mtu);
        let running = match self.vpcs.entry(id.clone()) {
            std::collections::btree_map::Entry::Occupied(entry) => {
                let running = entry.into_mut();
                running.directory.store(Arc::new(directory));
                running
            }
            std::collections::btree_map::Entry::Vacant(entry) => entry.insert(Running {
                plan: plan.clone(),
                rules: None,
                whole: false,
                directory: Arc::new(ArcSwap::from_pointee(directory)),
                services: None,
            }),
        };
        let place = Place::namespace(&plan.namespace);
        if running.whole && running.plan == plan {
            return Ok(());
        }
        // A change of groups, the most frequent one, leaves addresses and routes alone.
        let same_addresses = running.whole && running.plan.has_same_addresses(&plan);
        running.whole = false;
        // Rules before routes: a device is never reachable without its groups.
        let known = running.rules.take();
        apply_rules(&place, known.as_ref(), &plan.rules)?;
        if known.is_none() {
            prepare_router(&place)?;
        }
        running.rules = Some(plan.rules.clone());
        if !same_addresses {
            apply_addresses(&place, &plan, &self.slice)?;
        }
        let resolver_changed = running.plan.resolver() != plan.resolver();
        running.plan = plan;
        if running.services.is_none() || resolver_changed {
            running.services = None;
            running.services = Some(Services::start(&place, &running.directory, &self.context)?);
        }
        running.whole = true;
        Ok(())
    }

    /// Opens the tap of an interface that was in the last `reconcile`; `TapBusy` when somebody else has it.
    pub(crate) fn open_tap(&mut self, id: &NetworkInterfaceId) -> Result<OwnedFd, NetError> {
        let found = self.vpcs.values().find_map(|running| {
            let port = running.plan.ports.iter().find(|port| port.id == *id)?;
            running.whole.then_some((running, port))
        });
        let (running, port) = found.ok_or_else(|| NetError::UnknownInterface(id.clone()))?;
        let place = Place::namespace(&running.plan.namespace);
        let tap = tap::open(&place, &port.tap)?.map_err(|error| match error {
            error if error.raw_os_error() == Some(libc::EBUSY) => NetError::TapBusy(id.clone()),
            error if error.kind() == io::ErrorKind::NotFound => {
                NetError::system("open /dev/net/tun (load the module `tun`)")(error)
            }
            error => NetError::system(format!("open the tap of {id}"))(error),
        })?;
        tap::configure(&place, &port.tap, self.config.mtu)?;
        // A new device has no routes yet, so what it adds need not be compared with what is there: among hundreds of
        // interfaces that takes ten times as long.
        let without = running.plan.ip(&BTreeSet::new(), &self.slice);
        let with = running.plan.ip(&BTreeSet::from([port.tap.clone()]), &self.slice);
        tools::ip_batch(&place, &ip::difference(&without, &with))
            .or_else(|_| apply_addresses(&place, &running.plan, &self.slice))?;
        self.context.liveness.opened(id);
        Ok(tap)
    }

    /// Removes what carries our tag and was not in the last `reconcile`.
    pub(crate) fn sweep(&mut self) -> Result<(), NetError> {
        let plans = self.vpcs.iter().map(|(id, running)| (id.clone(), running.plan.clone())).collect();
        self.remove_unwanted(&plans)?;
        if plans.is_empty() { self.remove_uplink() } else { Ok(()) }
    }

    /// The prober of the VPC that an interface is in, and the interface's tap.
    pub(crate) fn prober(&self, id: &NetworkInterfaceId) -> Option<super::prober::Asker> {
        let running = self.vpcs.values().find(|running| running.plan.ports.iter().any(|port| port.id == *id))?;
        Some(running.services.as_ref()?.asker())
    }
}

/// Makes a namespace a router once its rules are there. The address that the kernel gives a loopback device would keep
/// 127.x from travelling; it is in no plan, so the first `ip::difference` takes it away.
fn prepare_router(place: &Place) -> Result<(), NetError> {
    sysctl::write(place, &sysctl::router())?;
    tools::ip_batch(place, "link set lo up\n")
}

/// Loads the difference to the rules that are known to be there, or replaces them.
fn apply_rules(place: &Place, known: Option<&Ruleset>, wanted: &Ruleset) -> Result<(), NetError> {
    if let Some(batch) = known.and_then(|known| nft::difference(known, wanted)) {
        match tools::nft(place, &batch) {
            Ok(()) => return Ok(()),
            Err(error) => {
                tracing::warn!(place = place.describe(), %error, "rules are not as remembered; replacing them")
            }
        }
    }
    tools::nft(place, &nft::replacement(wanted))
}

/// Makes addresses and routes as planned for the taps that are there. A tap may vanish at any moment (its QEMU ends),
/// so a failure is looked at again before it counts.
fn apply_addresses(place: &Place, plan: &VpcPlan, slice: &MachineSlice) -> Result<(), NetError> {
    let attempt = || {
        let taps = observe::devices(place)?;
        let present = observe::namespace(place)?;
        tools::ip_batch(place, &ip::difference(&present, &plan.ip(&taps, slice)))
    };
    attempt().or_else(|error| {
        tracing::debug!(place = place.describe(), %error, "once more with the devices that are there now");
        attempt()
    })
}
