//! Public addresses, the way out, and who may use which.

use std::net::Ipv4Addr;

use hostlink::{RouteSpec, RouteTarget};

use super::{
    client::{PATIENCE, SILENCE, connect, reaches, seen_as},
    cloud::{Cloud, all, tcp, without_egress},
    guest,
    machine::{INTERNET, Machine, on_a_machine, printed},
};

const OUT: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 1);

fn with_internet(machine: &Machine) {
    machine.on_the_internet(|| guest::echo(80));
    assert_eq!(OUT.to_string(), INTERNET);
}

#[test]
fn a_public_address_works_from_the_machine_and_groups_see_who_calls() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![tcp(22, "127.0.0.1/32"), tcp(80, "192.0.2.0/24")]);
        let public = cloud.public(5);
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
        cloud.apply();
        let guest = cloud.boot(&eni);
        guest.serve(22);
        guest.serve(80);
        assert_eq!(seen_as(public, 22), "100.64.0.1");
        assert!(!reaches(public, 80));
        assert!(!reaches(cloud.public(6), 22), "an address that nobody has");
        // From nowhere else.
        assert!(!machine.on_the_internet(move || reaches(public, 22)));

        // A live connection ends with its address, and the next one finds the new address.
        let mut talk = connect(public, 22, PATIENCE).unwrap();
        assert_eq!(talk.say("one", PATIENCE).unwrap(), "100.64.0.1 one");
        let other = cloud.public(7);
        cloud.interface(&eni).addresses[0].public = Some(other);
        cloud.apply();
        assert!(talk.say("two", SILENCE).is_err());
        assert!(!reaches(public, 22));
        assert_eq!(seen_as(other, 22), "100.64.0.1");

        // An address that moves to another instance takes no old connection along.
        with_internet(machine);
        let mut inwards = connect(other, 22, PATIENCE).unwrap();
        let mut outwards = guest.run(|| connect(OUT, 80, PATIENCE)).unwrap();
        assert_eq!(outwards.say("one", PATIENCE).unwrap(), "203.0.113.2 one");
        let heir = cloud.add_instance(&vpc, 2, [10, 0, 1, 6], Some(other), &group);
        cloud.interface(&eni).addresses[0].public = None;
        cloud.apply();
        let second = cloud.boot(&heir);
        second.serve(22);
        assert!(inwards.say("two", SILENCE).is_err());
        assert!(outwards.say("two", SILENCE).is_err());
        assert_eq!(seen_as(other, 22), "100.64.0.1");

        // Without a gateway there is no way in; with one again there is.
        cloud.vpc(&vpc).internet_gateway = false;
        cloud.apply();
        assert!(!reaches(other, 22));
        cloud.vpc(&vpc).internet_gateway = true;
        cloud.apply();
        assert_eq!(seen_as(other, 22), "100.64.0.1");
    });
}

#[test]
fn guests_of_two_vpcs_with_the_same_addresses_meet_by_their_public_ones() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let (first, second) = (cloud.add_vpc(1), cloud.add_vpc(2));
        let caller = cloud.public(5);
        let here = cloud.add_group(&first, 1, vec![all("0.0.0.0/0")]);
        let there = cloud.add_group(&second, 2, vec![tcp(22, &format!("{caller}/32"))]);
        let called = cloud.public(6);
        let a = cloud.add_instance(&first, 1, [10, 0, 1, 5], Some(caller), &here);
        let b = cloud.add_instance(&second, 2, [10, 0, 1, 5], Some(called), &there);
        let stranger = cloud.public(8);
        let c = cloud.add_instance(&first, 3, [10, 0, 1, 6], Some(stranger), &here);
        cloud.apply();
        let [a, b, c] = [&a, &b, &c].map(|eni| cloud.boot(eni));
        a.serve(22);
        b.serve(22);
        let alias = cloud.net.slice().alias_of(called);
        assert_eq!(a.run(move || seen_as(alias, 22)), "198.18.0.5");
        assert!(!c.run(move || reaches(alias, 22)), "the rule names another address");
        // To its own public address, and to a neighbour's by the same way.
        let own = cloud.net.slice().alias_of(caller);
        assert_eq!(a.run(move || seen_as(own, 22)), "198.18.0.5");
        assert_eq!(c.run(move || seen_as(own, 22)), "198.18.0.8");
        // Private addresses stay in their VPC.
        assert_eq!(c.run(|| seen_as([10, 0, 1, 5], 22)), "10.0.1.6");
        // The name of the public address leads to what works.
        let name = "ec2-127-31-0-6.compute-1.amazonaws.com.";
        let found = a.run(move || super::client::resolve([10, 0, 0, 2].into(), name, hickory_proto::rr::RecordType::A));
        assert_eq!(found.1, ["198.18.0.6"]);
    });
}

#[test]
fn the_way_out_is_for_public_addresses_behind_the_machine() {
    on_a_machine(|machine| {
        with_internet(machine);
        guest::echo(8443);
        guest::echo(8444);
        let before = printed("cat", "/proc/sys/net/ipv4/conf/wan0/forwarding");
        let mut cloud = Cloud::with(machine, "one", |config| config.host_ports = vec![8443]);
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let public = cloud.public(5);
        let with = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
        let without = cloud.add_instance(&vpc, 2, [10, 0, 1, 6], None, &group);
        let private = cloud.add_instance(&vpc, 3, [10, 0, 2, 7], None, &group);
        cloud.apply();
        let [with, without, private] = [&with, &without, &private].map(|eni| cloud.boot(eni));
        // The internet sees the machine.
        assert_eq!(with.run(|| seen_as(OUT, 80)), "203.0.113.2");
        assert!(!without.run(|| reaches(OUT, 80)), "no public address");
        assert!(!private.run(|| reaches(OUT, 80)), "no route");
        // Of the machine itself only what was offered.
        let machine_address = cloud.net.slice().machine_address();
        assert!(with.run(move || reaches(machine_address, 8443)));
        assert!(!with.run(move || reaches(machine_address, 8444)));
        assert!(!with.run(|| reaches([203, 0, 113, 2], 8444)));
        // Nor its loopback, by a guest that gives its own away and sends 127.x to the router.
        with.run(|| std::fs::write("/proc/sys/net/ipv4/conf/all/route_localnet", "1").unwrap());
        with.ip("addr del 127.0.0.1/8 dev lo");
        with.ip("route add 127.0.0.0/8 via 10.0.1.1");
        for port in [8443, 8444] {
            assert!(!with.run(move || reaches([127, 0, 0, 1], port)));
        }
        assert!(!with.run(move || reaches(public, 22)), "nor does 127.x lead back to a guest");

        machine.wait(cloud.net.remove_all()).unwrap();
        assert_eq!(printed("cat", "/proc/sys/net/ipv4/conf/wan0/forwarding"), before);
        assert_eq!(cloud.leftovers(), Vec::<String>::new());
    });
}

#[test]
fn without_egress_guests_are_reached_but_reach_nothing() {
    on_a_machine(|machine| {
        with_internet(machine);
        let mut cloud = Cloud::with(machine, "one", without_egress);
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let public = cloud.public(5);
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
        cloud.apply();
        let guest = cloud.boot(&eni);
        guest.serve(22);
        assert_eq!(seen_as(public, 22), "100.64.0.1");
        assert!(!guest.run(|| reaches(OUT, 80)));
        assert_eq!(printed("cat", "/proc/sys/net/ipv4/conf/wan0/forwarding").trim(), "0");
    });
}

#[test]
fn a_machine_without_a_default_route_carries_guests_all_the_same() {
    on_a_machine(|machine| {
        super::machine::ip("route del default");
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let public = cloud.public(5);
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
        cloud.apply();
        let guest = cloud.boot(&eni);
        guest.serve(22);
        assert_eq!(seen_as(public, 22), "100.64.0.1");
    });
}

#[test]
fn a_private_subnet_goes_out_by_a_nat_instance() {
    on_a_machine(|machine| {
        with_internet(machine);
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let public = cloud.public(5);
        let nat = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
        let private = cloud.add_instance(&vpc, 2, [10, 0, 2, 7], None, &group);
        let table = cloud.vpc(&vpc).route_tables.values_mut().next().unwrap();
        assert_eq!(table.len(), 1, "the private table is the first by name");
        table
            .push(RouteSpec { destination: "0.0.0.0/0".parse().unwrap(), target: RouteTarget::Interface(nat.clone()) });
        cloud.apply();
        let [router, client] = [&nat, &private].map(|eni| cloud.boot(eni));
        router.run(|| {
            std::fs::write("/proc/sys/net/ipv4/ip_forward", "1").unwrap();
            let rules = "add table ip t; add chain ip t n { type nat hook postrouting priority srcnat; }; \
                 add rule ip t n oifname eth0 masquerade";
            assert!(std::process::Command::new("nft").arg(rules).status().unwrap().success());
        });
        assert!(!client.run(|| reaches(OUT, 80)), "the NAT instance checks destinations");
        cloud.interface(&nat).source_dest_check = false;
        cloud.apply();
        assert_eq!(client.run(|| seen_as(OUT, 80)), "203.0.113.2");
    });
}
