//! What an account finds in a region it has never used: a default VPC with a subnet in each zone, an internet gateway,
//! the main route table, the default network ACL and the default security group. One transaction, once.

use std::sync::Arc;

use ipnet::{IpNet, Ipv4Net};
use model::{AccountId, ApiError, facts::regions, ids::*, records::*};
use store::CommitError;

use crate::{
    cell::commit_failed,
    cloud::Cloud,
    edit::Edit,
    region::Region,
    view::{AccountView, Row},
    world::World,
};

/// AWS's default VPC.
const DEFAULT_VPC_CIDR: &str = "172.31.0.0/16";

/// Makes the account's defaults unless they are there. Several requests at once may try; one wins.
pub(crate) async fn ensure(cloud: &Cloud, region: &Arc<Region>, account: &AccountId) -> Result<(), ApiError> {
    loop {
        if region.cell.view().table::<RegionAccount>().contains(account) {
            return Ok(());
        }
        let now_ms = cloud.world.now_ms();
        let mut edit = Edit::new();
        edit.create(&RegionAccount::new(account.clone(), now_ms));
        add_default_vpc(&mut edit, region, account, now_ms, &*cloud.world);
        for txn in edit.transactions() {
            match region.cell.commit(txn).await {
                Ok(_) | Err(CommitError::Conflict { .. }) => {}
                Err(error) => return Err(commit_failed(error)),
            }
        }
    }
}

/// Adds a default VPC with everything in it. The account must have none (CreateDefaultVpc).
pub fn add_default_vpc(edit: &mut Edit, region: &Region, account: &AccountId, now_ms: i64, world: &dyn World) -> VpcId {
    let cidr: Ipv4Net = DEFAULT_VPC_CIDR.parse().expect("a CIDR block");
    let vpc = add_vpc(edit, region.facts, account, cidr, true, now_ms, world);
    edit.claim(&format!("default-vpc/{account}"), &vpc.id);

    let gateway = InternetGateway {
        id: InternetGatewayId::from_random(world.random()),
        account: account.clone(),
        created_ms: now_ms,
        vpc: Some(vpc.id.clone()),
        rest: Default::default(),
    };
    edit.claim(&format!("gateway-of/{}", vpc.id), &gateway.id);
    edit.child(&vpc.id, &gateway.id);
    edit.create(&gateway);

    let mut main = vpc.main_route_table;
    main.routes
        .push(Route { destination: IpNet::V4(Ipv4Net::default()), target: RouteTarget::InternetGateway(gateway.id) });
    // The table was written by `add_vpc`; the last write of a key counts.
    edit.put_json(main.key(), &main);

    let blocks = cidr.subnets(20).expect("a /16 has /20s");
    for (zone, cidr) in region.facts.zones.iter().zip(blocks) {
        add_subnet(edit, account, &vpc.id, &vpc.network_acl, cidr, zone.name, true, now_ms, world);
    }
    vpc.id
}

/// What `add_vpc` made.
pub struct NewVpc {
    pub id: VpcId,
    pub main_route_table: RouteTable,
    pub network_acl: NetworkAclId,
}

/// Adds a VPC with what AWS makes with each: main route table, default network ACL, default security group.
pub fn add_vpc(
    edit: &mut Edit,
    facts: &regions::Region,
    account: &AccountId,
    cidr: Ipv4Net,
    is_default: bool,
    now_ms: i64,
    world: &dyn World,
) -> NewVpc {
    let id = VpcId::from_random(world.random());
    let dhcp_options = default_dhcp_options(edit, facts, account);
    edit.create(&Vpc {
        id: id.clone(),
        account: account.clone(),
        created_ms: now_ms,
        cidrs: vec![VpcCidr { association: VpcCidrAssociationId::from_random(world.random()), cidr: cidr.trunc() }],
        is_default,
        dns_support: true,
        dns_hostnames: is_default,
        dhcp_options,
        tenancy: "default".into(),
        rest: Default::default(),
    });
    let main_route_table = RouteTable {
        id: RouteTableId::from_random(world.random()),
        account: account.clone(),
        created_ms: now_ms,
        vpc: id.clone(),
        routes: Vec::new(),
        associations: vec![RouteTableAssociation {
            id: RouteTableAssociationId::from_random(world.random()),
            main: true,
            subnet: None,
        }],
        rest: Default::default(),
    };
    edit.create(&main_route_table);
    let network_acl = NetworkAcl {
        id: NetworkAclId::from_random(world.random()),
        account: account.clone(),
        created_ms: now_ms,
        vpc: id.clone(),
        is_default: true,
        entries: default_acl_entries(),
        rest: Default::default(),
    };
    edit.create(&network_acl);
    let group = SecurityGroup {
        id: SecurityGroupId::from_random(world.random()),
        account: account.clone(),
        created_ms: now_ms,
        vpc: id.clone(),
        name: "default".into(),
        description: "default VPC security group".into(),
        rest: Default::default(),
    };
    edit.claim(&format!("group-name/{id}/default"), &group.id);
    edit.create(&group);
    let from_itself = RulePeer::Group { group: group.id.clone(), account: account.clone() };
    for (egress, peer) in [(false, from_itself), (true, RulePeer::Ipv4(Ipv4Net::default()))] {
        edit.create(&all_traffic(&group, egress, peer, now_ms, world));
    }
    NewVpc { id, main_route_table, network_acl: network_acl.id }
}

/// A rule for all traffic, as default groups have them and every new group's egress.
pub fn all_traffic(
    group: &SecurityGroup,
    egress: bool,
    peer: RulePeer,
    now_ms: i64,
    world: &dyn World,
) -> SecurityGroupRule {
    SecurityGroupRule {
        id: SecurityGroupRuleId::from_random(world.random()),
        account: group.account.clone(),
        created_ms: now_ms,
        group: group.id.clone(),
        egress,
        protocol: "-1".into(),
        from_port: -1,
        to_port: -1,
        peer,
        description: None,
        rest: Default::default(),
    }
}

/// Adds a subnet; its CIDR block must have been checked against the VPC's and its siblings.
#[allow(clippy::too_many_arguments)]
pub fn add_subnet(
    edit: &mut Edit,
    account: &AccountId,
    vpc: &VpcId,
    network_acl: &NetworkAclId,
    cidr: Ipv4Net,
    zone: &str,
    default_for_az: bool,
    now_ms: i64,
    world: &dyn World,
) -> SubnetId {
    let subnet = Subnet {
        id: SubnetId::from_random(world.random()),
        account: account.clone(),
        created_ms: now_ms,
        vpc: vpc.clone(),
        cidr,
        zone: zone.to_owned(),
        default_for_az,
        map_public_ip_on_launch: default_for_az,
        network_acl: network_acl.clone(),
        network_acl_association: NetworkAclAssociationId::from_random(world.random()),
        hostname_type: "ip-name".into(),
        resource_name_a_record: false,
        rest: Default::default(),
    };
    edit.claim(&format!("subnet-cidr/{vpc}/{cidr}"), &subnet.id);
    if default_for_az {
        edit.claim(&format!("default-subnet/{account}/{zone}"), &subnet.id);
    }
    edit.child(vpc, &subnet.id);
    edit.create(&subnet);
    subnet.id
}

/// The DHCP options that an account's VPCs have unless told otherwise: one set for each account and region, whose id
/// follows from both, so that writing it again changes nothing.
fn default_dhcp_options(edit: &mut Edit, facts: &regions::Region, account: &AccountId) -> DhcpOptionsId {
    let id = default_dhcp_options_id(account);
    let configuration = |key: &str, value: &str| (key.to_owned(), vec![value.to_owned()]);
    let record = DhcpOptions {
        id: id.clone(),
        account: account.clone(),
        // Not the time of this request: a record's time of creation never changes, and listings are ordered by it.
        created_ms: 0,
        configurations: vec![
            configuration("domain-name", facts.private_domain()),
            configuration("domain-name-servers", "AmazonProvidedDNS"),
        ],
        rest: Default::default(),
    };
    edit.put_json(record.key(), &record);
    id
}

pub fn default_dhcp_options_id(account: &AccountId) -> DhcpOptionsId {
    let hash = blake3::hash(format!("dopt/{account}").as_bytes());
    DhcpOptionsId::from_random(hash.as_bytes()[..9].try_into().expect("a hash has 32 bytes"))
}

fn default_acl_entries() -> Vec<NetworkAclEntry> {
    let entry = |number, egress, allow| NetworkAclEntry {
        number,
        egress,
        protocol: "-1".into(),
        allow,
        cidr: IpNet::V4(Ipv4Net::default()),
        ports: None,
        icmp: None,
    };
    vec![entry(100, true, true), entry(32767, true, false), entry(100, false, true), entry(32767, false, false)]
}

/// The default VPC of the account, if it still has one.
pub fn default_vpc(view: &AccountView) -> Option<Arc<Row<Vpc>>> {
    view.find::<Vpc>("default", view.account()).next().cloned()
}
