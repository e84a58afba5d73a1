//! Plans as the text that `nft` and `ip` get.

use std::collections::BTreeSet;

use super::{Leg, host, uplink};
use crate::net::{
    Egress, MachineSlice,
    render::{
        ip::{self, IpState},
        nft,
    },
    testing,
};

fn taps() -> BTreeSet<String> {
    ["t1", "t2", "t3"].map(str::to_owned).into()
}

#[test]
fn a_vpc_in_nft() {
    insta::assert_snapshot!(nft::replacement(&testing::plan(&testing::wanted()).rules));
}

#[test]
fn a_vpc_in_ip() {
    let plan = testing::plan(&testing::wanted());
    insta::assert_snapshot!(ip::difference(&IpState::default(), &plan.ip(&taps(), &MachineSlice::test())));
}

#[test]
fn an_interface_that_goes_takes_only_its_own() {
    let mut wanted = testing::wanted();
    let before = testing::plan(&wanted);
    wanted.interfaces.remove(&testing::eni(3));
    let after = testing::plan(&wanted);
    insta::assert_snapshot!(nft::difference(&before.rules, &after.rules).unwrap());
}

#[test]
fn a_vpc_without_a_gateway_knows_no_public_address() {
    let mut wanted = testing::wanted();
    std::sync::Arc::make_mut(wanted.vpcs.get_mut(&testing::vpc_id()).unwrap()).internet_gateway = false;
    let plan = testing::plan(&wanted);
    assert!(plan.public_addresses().is_empty());
    let batch = ip::difference(&IpState::default(), &plan.ip(&taps(), &MachineSlice::test()));
    assert!(!batch.contains("igw"), "{batch}");
    assert!(batch.contains("route replace blackhole 0.0.0.0/0 table 1004"), "{batch}");
}

#[test]
fn a_route_to_an_interface_that_checks_destinations_is_a_blackhole() {
    let mut wanted = testing::wanted();
    std::sync::Arc::make_mut(wanted.interfaces.get_mut(&testing::eni(2)).unwrap()).source_dest_check = true;
    let batch = ip::difference(&IpState::default(), &testing::plan(&wanted).ip(&taps(), &MachineSlice::test()));
    assert!(batch.contains("route replace blackhole 0.0.0.0/0 table 1005"), "{batch}");
}

#[test]
fn a_route_more_specific_than_local_wins() {
    use hostlink::{RouteSpec, RouteTarget};
    use model::RouteTableId;
    let mut wanted = testing::wanted();
    let vpc = std::sync::Arc::make_mut(wanted.vpcs.get_mut(&testing::vpc_id()).unwrap());
    vpc.route_tables.get_mut(&RouteTableId::trusted("rtb-private")).unwrap().push(RouteSpec {
        destination: "10.0.1.0/24".parse().unwrap(),
        target: RouteTarget::Interface(testing::eni(2)),
    });
    let batch = ip::difference(&IpState::default(), &testing::plan(&wanted).ip(&taps(), &MachineSlice::test()));
    assert!(batch.contains("route replace 10.0.1.0/24 via 10.0.1.6 dev t2 onlink table 1005"), "{batch}");
    assert!(!batch.contains("route replace 10.0.1.5/32 dev t1 src 10.0.1.1 table 1005"), "{batch}");
    assert!(batch.contains("route replace 10.0.1.5/32 dev t1 src 10.0.1.1 table 1004"), "{batch}");
}

#[test]
fn the_uplink_and_the_machine() {
    let slice = MachineSlice::test();
    let plan = testing::plan(&testing::wanted());
    let leg = Leg {
        number: 1,
        namespace: plan.namespace.clone(),
        public: plan.public_addresses().into_iter().map(|(public, _)| public).collect(),
    };
    let told = |egress, ports: &[u16], opened: &[String]| {
        let uplink = uplink(vec![leg.clone()], &slice, egress, ports);
        let host = host(&uplink, &slice, egress, ports, opened);
        let nothing = IpState::default();
        format!(
            "# uplink\n{}{}# machine\n{}{}",
            nft::replacement(&uplink.rules),
            ip::difference(&nothing, &uplink.ip),
            nft::replacement(&host.rules),
            ip::difference(&nothing, &host.ip),
        )
    };
    insta::assert_snapshot!("uplink_open", told(Egress::Machine, &[8443], &["eth0".into()]));
    insta::assert_snapshot!("uplink_shut", told(Egress::None, &[], &[]));
}
