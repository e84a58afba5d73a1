//! A cloud on a test's machine, and the wishes that it is given.

use std::{
    net::Ipv4Addr,
    path::{Path, PathBuf},
    sync::Arc,
};

use host::net::{Egress, Net, NetConfig, WantedNet};
use hostlink::{
    AddressSpec, Architecture, BootMode, GroupSpec, InstanceSpec, InterfaceSpec, MetadataOptions, MetadataSpec, Peer,
    Power, PowerWanted, RouteSpec, RouteTarget, RuleSpec, SubnetSpec, Traffic, VpcSpec,
};
use model::{
    AccountId, ImageId, InstanceId, NetworkInterfaceId, ReservationId, RouteTableId, SecurityGroupId, SubnetId, VpcId,
};

use super::{
    guest::Guest,
    machine::{Machine, ip_quietly, printed},
};

/// A cloud with its agent's network.
pub struct Cloud<'m> {
    pub machine: &'m Machine,
    pub net: Net,
    pub wanted: WantedNet,
    config: NetConfig,
}

impl<'m> Cloud<'m> {
    pub fn new(machine: &'m Machine, name: &str) -> Self {
        Self::with(machine, name, |_| ())
    }

    pub fn with(machine: &'m Machine, name: &str, edit: impl FnOnce(&mut NetConfig)) -> Self {
        let directory: PathBuf = machine.directory(name);
        let mut config = NetConfig::new(&directory, directory.join("agent"));
        config.registry_dir = machine.directory("registry");
        config.resolv_conf = machine.directory("resolv.conf");
        edit(&mut config);
        let net = machine.wait(Net::start(config.clone())).unwrap();
        Self { machine, net, wanted: WantedNet::default(), config }
    }

    /// Makes it so.
    pub fn apply(&self) {
        let applied = self.machine.wait(self.net.reconcile(&self.wanted)).unwrap();
        assert!(applied.failed.is_empty(), "{:?}", applied.failed);
    }

    /// Ends the agent and starts another, as an upgrade does.
    pub fn restart_agent(&mut self) {
        self.net = self.machine.wait(Net::start(self.config.clone())).unwrap();
    }

    /// Starts a guest on an interface that was applied, and lets it take its lease.
    pub fn boot(&self, id: &NetworkInterfaceId) -> Guest {
        let mut guest = self.plug(id);
        guest.take_lease();
        guest
    }

    /// Starts a guest that does nothing yet.
    pub fn plug(&self, id: &NetworkInterfaceId) -> Guest {
        let tap = self.machine.wait(self.net.open_tap(id)).unwrap();
        Guest::plug(tap, &self.wanted.interfaces[id].mac)
    }

    /// A VPC 10.0.0.0/16 with an internet gateway, a public subnet 10.0.1.0/24 and a private one 10.0.2.0/24.
    pub fn add_vpc(&mut self, number: u8) -> VpcId {
        let id = VpcId::trusted(format!("vpc-0000000000000000{number}"));
        let route = |to: &str, target| RouteSpec { destination: to.parse().unwrap(), target };
        let local = || route("10.0.0.0/16", RouteTarget::Local);
        let table = |kind: &str| RouteTableId::trusted(format!("rtb-{number}-{kind}"));
        let subnet = |cidr: &str, kind: &str| {
            let subnet =
                SubnetSpec { cidr: cidr.parse().unwrap(), zone: "us-east-1a".into(), route_table: table(kind) };
            (SubnetId::trusted(format!("subnet-{number}-{kind}")), subnet)
        };
        let spec = VpcSpec {
            account: AccountId::from_number(123),
            cidrs: vec!["10.0.0.0/16".parse().unwrap()],
            subnets: [subnet("10.0.1.0/24", "public"), subnet("10.0.2.0/24", "private")].into(),
            route_tables: [
                (table("public"), vec![local(), route("0.0.0.0/0", RouteTarget::InternetGateway)]),
                (table("private"), vec![local()]),
            ]
            .into(),
            internet_gateway: true,
            dns_support: true,
            dns_hostnames: true,
            domain: "ec2.internal".into(),
            dhcp: None,
        };
        self.wanted.vpcs.insert(id.clone(), Arc::new(spec));
        id
    }

    pub fn vpc(&mut self, id: &VpcId) -> &mut VpcSpec {
        Arc::make_mut(self.wanted.vpcs.get_mut(id).unwrap())
    }

    /// A group that lets everything out and in what `ingress` says.
    pub fn add_group(&mut self, vpc: &VpcId, number: u8, ingress: Vec<RuleSpec>) -> SecurityGroupId {
        let id = SecurityGroupId::trusted(format!("sg-0000000000000000{number}"));
        let group = GroupSpec { vpc: vpc.clone(), ingress, egress: vec![all("0.0.0.0/0")], members: Vec::new() };
        self.wanted.groups.insert(id.clone(), Arc::new(group));
        id
    }

    pub fn group(&mut self, id: &SecurityGroupId) -> &mut GroupSpec {
        Arc::make_mut(self.wanted.groups.get_mut(id).unwrap())
    }

    /// An instance with one interface at `private` (in 10.0.1.0/24 public, in 10.0.2.0/24 private).
    pub fn add_instance(
        &mut self,
        vpc: &VpcId,
        number: u8,
        private: [u8; 4],
        public: Option<Ipv4Addr>,
        group: &SecurityGroupId,
    ) -> NetworkInterfaceId {
        let vpc_number = vpc.as_str().chars().last().unwrap();
        let kind = if private[2] == 1 { "public" } else { "private" };
        let id = NetworkInterfaceId::trusted(format!("eni-0000000000000000{number}"));
        let instance = InstanceId::trusted(format!("i-0000000000000000{number}"));
        let spec = InterfaceSpec {
            vpc: vpc.clone(),
            subnet: SubnetId::trusted(format!("subnet-{vpc_number}-{kind}")),
            instance: instance.clone(),
            device_index: 0,
            mac: format!("06:00:00:00:00:0{number}"),
            addresses: vec![AddressSpec { private: private.into(), public }],
            groups: vec![group.clone()],
            source_dest_check: true,
        };
        self.wanted.interfaces.insert(id.clone(), Arc::new(spec));
        self.wanted.instances.insert(instance, Arc::new(instance_spec(&id, private)));
        self.group(group).members.push(private.into());
        id
    }

    pub fn interface(&mut self, id: &NetworkInterfaceId) -> &mut InterfaceSpec {
        Arc::make_mut(self.wanted.interfaces.get_mut(id).unwrap())
    }

    /// A public address of this cloud.
    pub fn public(&self, last: u8) -> Ipv4Addr {
        let [a, b, ..] = self.net.slice().pool.network().octets();
        Ipv4Addr::new(a, b, 0, last)
    }

    /// What of this cloud is in the kernel, by name.
    pub fn leftovers(&self) -> Vec<String> {
        let prefix = self.net.slice().prefix();
        let namespaces = printed("ip", "netns list");
        let devices = printed("ip", "-o link show");
        let tables = printed("nft", "list tables");
        let lines = namespaces.lines().chain(devices.lines()).chain(tables.lines());
        lines.filter(|line| line.contains(&prefix)).map(str::to_owned).collect()
    }
}

impl Drop for Cloud<'_> {
    /// Also after a failed test nothing stays.
    fn drop(&mut self) {
        let prefix = self.net.slice().prefix();
        for name in printed("ip", "netns list").lines().filter_map(|line| line.split(' ').next()) {
            if name.starts_with(&prefix) {
                ip_quietly(&format!("netns del {name}"));
            }
        }
    }
}

/// No names of the outside, no way to it.
pub fn without_egress(config: &mut NetConfig) {
    config.egress = Egress::None;
}

pub fn rule(traffic: Traffic, peer: &str) -> RuleSpec {
    RuleSpec { traffic, peer: Peer::Cidr(peer.parse().unwrap()) }
}

pub fn all(peer: &str) -> RuleSpec {
    rule(Traffic::All, peer)
}

pub fn tcp(port: u16, peer: &str) -> RuleSpec {
    rule(Traffic::Tcp { from: port, to: port }, peer)
}

pub fn from_group(group: &SecurityGroupId) -> RuleSpec {
    RuleSpec { traffic: Traffic::All, peer: Peer::Group(group.clone()) }
}

fn instance_spec(interface: &NetworkInterfaceId, [a, b, c, d]: [u8; 4]) -> InstanceSpec {
    InstanceSpec {
        account: AccountId::from_number(123),
        power: Power { generation: 1, wanted: PowerWanted::Running },
        reboot_generation: 0,
        architecture: Architecture::X86_64,
        boot_mode: BootMode::Uefi,
        vcpus: 1,
        memory_mib: 512,
        disks: Vec::new(),
        interfaces: vec![interface.clone()],
        nics: Default::default(),
        metadata: Arc::new(MetadataSpec {
            region: "us-east-1".into(),
            zone: "us-east-1a".into(),
            zone_id: "use1-az1".into(),
            partition: "aws".into(),
            services_domain: "amazonaws.com".into(),
            image_id: ImageId::trusted("ami-00000000000000001"),
            ancestor_image_ids: Vec::new(),
            launch_index: 0,
            instance_type: "t3.micro".into(),
            reservation_id: ReservationId::trusted("r-00000000000000001"),
            pending_time_ms: 1_700_000_000_000,
            placement_group: None,
            local_hostname: format!("ip-{a}-{b}-{c}-{d}.ec2.internal"),
            public_hostname: None,
            security_groups: Vec::new(),
            key: None,
            user_data: Some("IyEvYmluL3NoCg==".into()),
            root_device_name: "/dev/xvda".into(),
            block_devices: Vec::new(),
            tags: None,
            options: MetadataOptions { endpoint: true, tokens_required: true, hop_limit: 1 },
        }),
    }
}

/// Where the numbers of a cloud's interfaces are kept.
pub fn handles(directory: &Path) -> PathBuf {
    directory.join("agent/net/handles.json")
}
