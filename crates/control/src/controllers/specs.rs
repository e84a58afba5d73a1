//! From records to what a host is told. Pure, but for one read of the user data.

use base64::{Engine, engine::general_purpose::STANDARD};
use hostlink::*;
use ipnet::IpNet;
use model::{facts::instance_types, ids::*, records, records::*};

use super::release;
use crate::{
    actions::{dhcp_options, volume::limits},
    encryption,
    region::Region,
    view::View,
};

/// A VPC that has an interface on the host.
pub(super) fn vpc(region: &Region, view: &View, id: &VpcId) -> Option<VpcSpec> {
    let vpc = view.table::<Vpc>().get(id)?;
    view.table::<NetworkInterface>().find("vpc", id).find(|interface| interface.attachment.is_some())?;
    let gateway = view.table::<InternetGateway>().find("vpc", id).next();
    let tables = view.table::<RouteTable>();
    let main = tables.find("main-of", id).next()?;
    let route_tables = tables.find("vpc", id).map(|table| {
        let routes = table.routes.iter().map(|route| RouteSpec {
            destination: route.destination,
            target: match &route.target {
                records::RouteTarget::InternetGateway(wanted) if gateway.is_some_and(|g| g.id == *wanted) => {
                    hostlink::RouteTarget::InternetGateway
                }
                records::RouteTarget::InternetGateway(_) => hostlink::RouteTarget::Blackhole,
                records::RouteTarget::NetworkInterface(interface) => {
                    hostlink::RouteTarget::Interface(interface.clone())
                }
            },
        });
        let local = vpc
            .cidrs
            .iter()
            .map(|block| RouteSpec { destination: IpNet::V4(block.cidr), target: hostlink::RouteTarget::Local });
        (table.id.clone(), local.chain(routes).collect())
    });
    let subnets = view.table::<Subnet>().find("vpc", id).map(|subnet| {
        let table = tables.find("subnet", &subnet.id).next().unwrap_or(main);
        let spec = SubnetSpec { cidr: subnet.cidr, zone: subnet.zone.clone(), route_table: table.id.clone() };
        (subnet.id.clone(), spec)
    });
    Some(VpcSpec {
        account: vpc.account.clone(),
        cidrs: vpc.cidrs.iter().map(|block| block.cidr).collect(),
        subnets: subnets.collect(),
        route_tables: route_tables.collect(),
        internet_gateway: gateway.is_some(),
        dns_support: vpc.dns_support,
        dns_hostnames: vpc.dns_hostnames,
        domain: region.facts.private_domain().to_string(),
        dhcp: dhcp(view, &vpc),
    })
}

/// What a VPC's guests are told by DHCP, where that is not what the account's own set says.
fn dhcp(view: &View, vpc: &Vpc) -> Option<DhcpSpec> {
    if vpc.dhcp_options == crate::defaults::default_dhcp_options_id(&vpc.account) {
        return None;
    }
    let options = view.table::<DhcpOptions>().get(&vpc.dhcp_options);
    Some(options.map(|options| dhcp_options::configuration::spec(&options)).unwrap_or_default())
}

/// A group that has a member on the host, or is named by a rule of one.
pub(super) fn group(view: &View, id: &SecurityGroupId) -> Option<GroupSpec> {
    let group = view.table::<SecurityGroup>().get(id)?;
    let rules = |egress: bool| {
        let rules = view.table::<SecurityGroupRule>().find("group", id).filter(|rule| rule.egress == egress);
        rules.flat_map(|rule| self::rules(view, rule)).collect()
    };
    let members = view.table::<NetworkInterface>().find("group", id);
    let members = members.filter(|interface| interface.attachment.is_some());
    Some(GroupSpec {
        vpc: group.vpc.clone(),
        ingress: rules(false),
        egress: rules(true),
        members: members.flat_map(|interface| interface.addresses.iter().map(|address| address.private)).collect(),
    })
}

/// What the host is told of a rule: one that refers to a prefix list stands for as many as the list has entries.
fn rules(view: &View, rule: &SecurityGroupRule) -> Vec<RuleSpec> {
    let RulePeer::PrefixList(list) = &rule.peer else { return self::rule(rule, &rule.peer).into_iter().collect() };
    let list = view.table::<PrefixList>().get(list);
    let entries = list.iter().flat_map(|list| &list.entries);
    let peer = |entry: &PrefixListEntry| match entry.cidr {
        IpNet::V4(block) => RulePeer::Ipv4(block),
        IpNet::V6(block) => RulePeer::Ipv6(block),
    };
    entries.filter_map(|entry| self::rule(rule, &peer(entry))).collect()
}

fn rule(rule: &SecurityGroupRule, peer: &RulePeer) -> Option<RuleSpec> {
    let port = |port: i32| u16::try_from(port).ok();
    let byte = |number: i32| u8::try_from(number).ok();
    let (from, to) = (rule.from_port, rule.to_port);
    let all_ports = from < 0;
    let traffic = match rule.protocol.as_str() {
        "-1" => Traffic::All,
        "tcp" if all_ports => Traffic::Tcp { from: 0, to: u16::MAX },
        "udp" if all_ports => Traffic::Udp { from: 0, to: u16::MAX },
        "tcp" => Traffic::Tcp { from: port(from)?, to: port(to)? },
        "udp" => Traffic::Udp { from: port(from)?, to: port(to)? },
        "icmp" => Traffic::Icmp { kind: byte(from), code: byte(to) },
        "icmpv6" => Traffic::Icmpv6 { kind: byte(from), code: byte(to) },
        number => Traffic::Protocol(number.parse().ok()?),
    };
    let peer = match peer {
        RulePeer::Ipv4(cidr) => Peer::Cidr(IpNet::V4(*cidr)),
        RulePeer::Ipv6(cidr) => Peer::Cidr(IpNet::V6(*cidr)),
        RulePeer::Group { group, .. } => Peer::Group(group.clone()),
        // Its entries stand for it.
        RulePeer::PrefixList(_) => return None,
    };
    Some(RuleSpec { traffic, peer })
}

pub(super) fn interface(view: &View, id: &NetworkInterfaceId) -> Option<InterfaceSpec> {
    let interface = view.table::<NetworkInterface>().get(id)?;
    let attachment = interface.attachment.as_ref()?;
    Some(InterfaceSpec {
        vpc: interface.vpc.clone(),
        subnet: interface.subnet.clone(),
        instance: attachment.instance.clone(),
        device_index: attachment.device_index,
        mac: interface.mac.clone(),
        addresses: addresses(&interface),
        groups: interface.groups.clone(),
        source_dest_check: interface.source_dest_check,
    })
}

fn addresses(interface: &NetworkInterface) -> Vec<AddressSpec> {
    let address = |a: &PrivateAddress| AddressSpec {
        private: a.private,
        public: a.association.as_ref().map(|association| association.public),
    };
    interface.addresses.iter().map(address).collect()
}

/// A volume that a host has, or is to have. Volumes that were never attached have no host yet.
pub(super) fn volume(view: &View, id: &VolumeId) -> Option<VolumeSpec> {
    if let Some(doomed) = view.table::<DoomedVolume>().get(id) {
        // Its files go when the last snapshot of it has been taken.
        let wanted = if is_being_snapshot(view, id) { VolumeWanted::Present } else { VolumeWanted::Gone };
        return Some(VolumeSpec {
            size_gib: doomed.size_gib,
            origin: doomed.origin.clone(),
            wanted,
            iops: 0,
            throughput_mib: 0,
            key: key_id(doomed.kms_key.as_deref()),
        });
    }
    let volume = view.table::<Volume>().get(id)?;
    if !volume.placed {
        return None;
    }
    let (iops, throughput_mib) = limits::ceiling(&volume.volume_type, volume.iops, volume.throughput_mib);
    Some(VolumeSpec {
        size_gib: volume.size_gib,
        origin: volume.origin.clone(),
        wanted: VolumeWanted::Present,
        iops,
        throughput_mib,
        key: key_id(volume.kms_key.as_deref()),
    })
}

fn key_id(arn: Option<&str>) -> Option<String> {
    arn.map(|arn| encryption::id_of(arn).to_owned())
}

fn is_being_snapshot(view: &View, volume: &VolumeId) -> bool {
    if view.table::<Volume>().find("being-copied", volume).any(|copy| copy.problem.is_none()) {
        return true;
    }
    let mut snapshots = view.table::<Snapshot>().find("volume", volume);
    snapshots.any(|snapshot| snapshot.state == records::SnapshotState::Pending && !release::content_known(snapshot))
}

/// A snapshot that is to be taken, also of a volume that was deleted meanwhile. Unplaced volumes are what they began
/// as: the controller ends those itself.
pub(super) fn snapshot(view: &View, id: &SnapshotId) -> Option<SnapshotSpec> {
    let Some(snapshot) = view.table::<Snapshot>().get(id) else { return copy(view, id) };
    if snapshot.state != records::SnapshotState::Pending || release::content_known(&snapshot) {
        return None;
    }
    let base = base(view, &snapshot.volume)?;
    Some(SnapshotSpec { volume: snapshot.volume.clone(), base, moment: moment(view, &snapshot) })
}

/// A copy of a volume that another one is to begin as: to its host it is a snapshot.
fn copy(view: &View, by: &SnapshotId) -> Option<SnapshotSpec> {
    let copy = view.table::<Volume>().find("copied-by", by).next().filter(|copy| copy.problem.is_none())?;
    let volume = copy.copied_from.clone()?;
    Some(SnapshotSpec { base: base(view, &volume)?, volume, moment: MomentSpec::default() })
}

/// What shares most blocks with a volume: its newest complete snapshot, or what it began as, if anything. `None`: nobody
/// knows the volume.
fn base(view: &View, volume: &VolumeId) -> Option<Option<String>> {
    let origin = match view.table::<Volume>().get(volume) {
        Some(volume) => volume.origin.clone(),
        None => view.table::<DoomedVolume>().get(volume)?.origin.clone(),
    };
    let siblings = view.table::<Snapshot>().find("volume", volume).filter(|sibling| sibling.root.is_some());
    Some(siblings.max_by_key(|sibling| sibling.created_ms).and_then(|sibling| sibling.root.clone()).or(origin))
}

/// The moment of a snapshot, with those others of it that are under way still.
fn moment(view: &View, snapshot: &Snapshot) -> MomentSpec {
    let Some(moment) = &snapshot.moment else { return MomentSpec::default() };
    let snapshots = view.table::<Snapshot>();
    let others = moment.together.iter().filter_map(|id| snapshots.get(id));
    let under_way = others
        .filter(|other| other.state == records::SnapshotState::Pending && !release::content_known(other))
        .map(|other| (other.id.clone(), other.volume.clone()));
    MomentSpec { together: under_way.collect(), at_reboot: moment.at_reboot }
}

pub(super) fn instance(region: &Region, view: &View, id: &InstanceId) -> Option<InstanceSpec> {
    let instance = view.table::<Instance>().get(id)?;
    if instance.ended_ms.is_some() {
        return None;
    }
    let facts = instance_types::get(&instance.instance_type)?;
    let mut disks: Vec<DiskSpec> = view
        .table::<Volume>()
        .find("instance", id)
        .filter_map(|volume| {
            let attachment = volume.attachment.as_ref()?;
            Some(DiskSpec {
                volume: volume.id.clone(),
                device_name: attachment.device.clone(),
                slot: attachment.slot,
                generation: attachment.generation,
                wanted: !attachment.detaching,
                force: attachment.force,
            })
        })
        .collect();
    disks.sort_by_key(|disk| disk.slot);
    let mut interfaces: Vec<_> = view.table::<NetworkInterface>().find("instance", id).cloned().collect();
    interfaces.sort_by_key(|interface| interface.attachment.as_ref().map(|a| a.device_index));
    Some(InstanceSpec {
        account: instance.account.clone(),
        power: instance.power,
        reboot_generation: instance.reboot_generation,
        architecture: instance.architecture,
        boot_mode: instance.boot_mode.unwrap_or(BootMode::LegacyBios),
        vcpus: instance.cpu.core_count * instance.cpu.threads_per_core,
        memory_mib: facts.memory_mib,
        interfaces: interfaces.iter().map(|interface| interface.id.clone()).collect(),
        nics: interfaces.iter().filter_map(|interface| Some((interface.id.clone(), nic(interface)?))).collect(),
        metadata: metadata(region, view, &instance, interfaces.first().map(|row| &row.record), &disks).into(),
        disks,
    })
}

/// An interface that comes or goes; `None` for one that has been there since the launch and stays.
fn nic(interface: &NetworkInterface) -> Option<NicSpec> {
    let attachment = interface.attachment.as_ref()?;
    let (generation, wanted, force) = (attachment.generation, !attachment.detaching, attachment.force);
    (generation > 0 || !wanted).then_some(NicSpec { generation, wanted, force })
}

fn metadata(
    region: &Region,
    view: &View,
    instance: &Instance,
    primary: Option<&NetworkInterface>,
    disks: &[DiskSpec],
) -> MetadataSpec {
    let facts = region.facts;
    let groups = primary.map(|interface| interface.groups.as_slice()).unwrap_or_default();
    let groups = groups.iter().filter_map(|id| view.table::<SecurityGroup>().get(id));
    let vpc = view.table::<Vpc>().get(&instance.vpc);
    let public = primary.and_then(|interface| interface.primary().association.as_ref()).map(|a| a.public);
    let public_hostname = public
        .filter(|_| vpc.as_ref().is_some_and(|vpc| vpc.dns_hostnames))
        .map(|address| crate::actions::names::public_dns_name(facts, address));
    let mut block_devices = vec![
        ("ami".to_owned(), instance.root_device_name.clone()),
        ("root".to_owned(), instance.root_device_name.clone()),
    ];
    let others = disks.iter().filter(|disk| disk.slot != 0 && disk.wanted);
    block_devices.extend(others.enumerate().map(|(n, disk)| (format!("ebs{}", n + 1), disk.device_name.clone())));
    MetadataSpec {
        region: facts.name.to_owned(),
        zone: instance.zone.clone(),
        zone_id: facts.zone(&instance.zone).map(|zone| zone.id.to_owned()).unwrap_or_default(),
        partition: "aws".into(),
        services_domain: "amazonaws.com".into(),
        image_id: instance.image.clone(),
        ancestor_image_ids: Vec::new(),
        launch_index: instance.launch_index,
        instance_type: instance.instance_type.clone(),
        reservation_id: instance.reservation.clone(),
        pending_time_ms: instance.started_ms,
        placement_group: instance.placement.as_ref().map(|place| (place.group_name.clone(), place.partition)),
        local_hostname: instance.private_dns_name.clone(),
        public_hostname,
        security_groups: groups.map(|group| (group.name.clone(), group.id.clone())).collect(),
        key: instance.key_name.clone().zip(instance.public_key.clone()),
        user_data: user_data(region, instance),
        root_device_name: instance.root_device_name.clone(),
        block_devices,
        tags: instance.metadata.tags.then(|| crate::tagging::plain(view, &instance.id)),
        options: MetadataOptions {
            endpoint: instance.metadata.endpoint,
            tokens_required: instance.metadata.tokens_required,
            hop_limit: instance.metadata.hop_limit,
        },
    }
}

/// The user data in base64. It lies outside the view, being up to 16 KiB.
fn user_data(region: &Region, instance: &Instance) -> Option<String> {
    if !instance.has_user_data {
        return None;
    }
    let bytes = region.cell.blob(&format!("user-data/{}", instance.id)).ok().flatten()?;
    Some(STANDARD.encode(bytes))
}
