//! A small VPC for tests: two subnets, a public one with two instances and a private one with one.

use std::{collections::BTreeMap, sync::Arc};

use hostlink::{
    AddressSpec, Architecture, BootMode, GroupSpec, InstanceSpec, InterfaceSpec, MetadataOptions, MetadataSpec, Peer,
    Power, PowerWanted, RouteSpec, RouteTarget, RuleSpec, SubnetSpec, Traffic, VpcSpec,
};
use model::{
    AccountId, ImageId, InstanceId, NetworkInterfaceId, ReservationId, RouteTableId, SecurityGroupId, SubnetId, VpcId,
};

use super::{
    MachineSlice, WantedNet,
    directory::Directory,
    plan::{self, Port, VpcPlan},
};

pub(crate) fn vpc_id() -> VpcId {
    VpcId::trusted("vpc-00000000000000001")
}

pub(crate) fn eni(number: u8) -> NetworkInterfaceId {
    NetworkInterfaceId::trusted(format!("eni-0000000000000000{number}"))
}

fn route(destination: &str, target: RouteTarget) -> RouteSpec {
    RouteSpec { destination: destination.parse().unwrap(), target }
}

fn subnet(cidr: &str, route_table: &str) -> SubnetSpec {
    SubnetSpec {
        cidr: cidr.parse().unwrap(),
        zone: "us-east-1a".into(),
        route_table: RouteTableId::trusted(route_table),
    }
}

fn vpc() -> VpcSpec {
    VpcSpec {
        account: AccountId::from_number(123),
        cidrs: vec!["10.0.0.0/16".parse().unwrap()],
        subnets: BTreeMap::from([
            (SubnetId::trusted("subnet-public"), subnet("10.0.1.0/24", "rtb-public")),
            (SubnetId::trusted("subnet-private"), subnet("10.0.2.0/24", "rtb-private")),
        ]),
        route_tables: BTreeMap::from([
            (
                RouteTableId::trusted("rtb-public"),
                vec![route("10.0.0.0/16", RouteTarget::Local), route("0.0.0.0/0", RouteTarget::InternetGateway)],
            ),
            (
                RouteTableId::trusted("rtb-private"),
                vec![
                    route("10.0.0.0/16", RouteTarget::Local),
                    route("0.0.0.0/0", RouteTarget::Interface(eni(2))),
                    route("192.0.2.0/24", RouteTarget::Blackhole),
                ],
            ),
        ]),
        internet_gateway: true,
        dns_support: true,
        dns_hostnames: true,
        domain: "ec2.internal".into(),
        dhcp: None,
    }
}

fn interface(number: u8, subnet: &str, private: [u8; 4], public: Option<[u8; 4]>) -> InterfaceSpec {
    InterfaceSpec {
        vpc: vpc_id(),
        subnet: SubnetId::trusted(subnet),
        instance: InstanceId::trusted(format!("i-0000000000000000{number}")),
        device_index: 0,
        mac: format!("06:00:00:00:00:0{number}"),
        addresses: vec![AddressSpec { private: private.into(), public: public.map(Into::into) }],
        groups: vec![SecurityGroupId::trusted("sg-00000000000000001")],
        source_dest_check: true,
    }
}

fn instance(number: u8) -> InstanceSpec {
    InstanceSpec {
        account: AccountId::from_number(123),
        power: Power { generation: 1, wanted: PowerWanted::Running },
        reboot_generation: 0,
        architecture: Architecture::X86_64,
        boot_mode: BootMode::Uefi,
        vcpus: 1,
        memory_mib: 512,
        disks: Vec::new(),
        interfaces: vec![eni(number)],
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
            pending_time_ms: 1_700_000_000_123,
            placement_group: None,
            local_hostname: "ip-10-0-1-5.ec2.internal".into(),
            public_hostname: Some("ec2-127-31-0-5.compute-1.amazonaws.com".into()),
            security_groups: vec![("web".into(), SecurityGroupId::trusted("sg-00000000000000001"))],
            key: Some(("mine".into(), "ssh-ed25519 AAAA mine".into())),
            user_data: Some("IyEvYmluL3NoCg==".into()),
            root_device_name: "/dev/xvda".into(),
            block_devices: vec![("ami".into(), "/dev/xvda".into()), ("root".into(), "/dev/xvda".into())],
            tags: Some(BTreeMap::from([("Name".into(), "one".into()), ("team".into(), "a/b".into())])),
            options: MetadataOptions { endpoint: true, tokens_required: false, hop_limit: 2 },
        }),
    }
}

/// Everything wanted: instances 1 (public), 2 (public, a NAT instance) and 3 (private).
pub(crate) fn wanted() -> WantedNet {
    let group = SecurityGroupId::trusted("sg-00000000000000001");
    let mut nat = interface(2, "subnet-public", [10, 0, 1, 6], Some([127, 31, 0, 6]));
    nat.source_dest_check = false;
    nat.addresses.push(AddressSpec { private: [10, 0, 1, 60].into(), public: None });
    let interfaces = [
        (eni(1), interface(1, "subnet-public", [10, 0, 1, 5], Some([127, 31, 0, 5]))),
        (eni(2), nat),
        (eni(3), interface(3, "subnet-private", [10, 0, 2, 7], None)),
    ];
    let anywhere = || Peer::Cidr("0.0.0.0/0".parse().unwrap());
    WantedNet {
        vpcs: BTreeMap::from([(vpc_id(), Arc::new(vpc()))]),
        groups: BTreeMap::from([(
            group.clone(),
            Arc::new(GroupSpec {
                vpc: vpc_id(),
                ingress: vec![
                    RuleSpec { traffic: Traffic::All, peer: Peer::Group(group) },
                    RuleSpec { traffic: Traffic::Tcp { from: 22, to: 22 }, peer: anywhere() },
                ],
                egress: vec![RuleSpec { traffic: Traffic::All, peer: anywhere() }],
                members: vec![[10, 0, 1, 5].into(), [10, 0, 1, 6].into(), [10, 0, 2, 7].into()],
            }),
        )]),
        interfaces: interfaces.into_iter().map(|(id, spec)| (id, Arc::new(spec))).collect(),
        instances: (1..=3)
            .map(|n| (InstanceId::trusted(format!("i-0000000000000000{n}")), Arc::new(instance(n))))
            .collect(),
    }
}

/// The plan of `wanted`'s VPC, number 1, with taps t1 to t3 and marks 4 (public) and 5 (private).
pub(crate) fn plan(wanted: &WantedNet) -> VpcPlan {
    let vpc = &wanted.vpcs[&vpc_id()];
    let ports = wanted.interfaces.iter().zip(1..).map(|((id, spec), n)| Port::new(id, n, spec, vpc).unwrap()).collect();
    let marks = BTreeMap::from([(RouteTableId::trusted("rtb-public"), 4), (RouteTableId::trusted("rtb-private"), 5)]);
    plan::vpc(1, vpc, ports, &wanted.groups, marks, &MachineSlice::test())
}

/// The directory of `wanted`'s VPC.
pub(crate) fn directory() -> Directory {
    let wanted = wanted();
    let plan = plan(&wanted);
    Directory::new(&plan, |id| wanted.instances.get(id).cloned(), &MachineSlice::test(), 1500)
}
