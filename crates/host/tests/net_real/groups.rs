//! Security groups, and what a guest may say in whose name.

use std::net::UdpSocket;

use super::{
    client::{PATIENCE, SILENCE, connect, eventually, reaches, seen_as},
    cloud::{Cloud, all, from_group, tcp},
    machine::on_a_machine,
};

#[test]
fn groups_hold_between_instances_of_one_subnet() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let web = cloud.add_group(&vpc, 1, Vec::new());
        let db = cloud.add_group(&vpc, 2, vec![from_group(&web), tcp(22, "10.0.1.7/32")]);
        let a = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &web);
        let b = cloud.add_instance(&vpc, 2, [10, 0, 1, 6], None, &db);
        let c = cloud.add_instance(&vpc, 3, [10, 0, 1, 7], None, &db);
        cloud.apply();
        let [a, b, c] = [&a, &b, &c].map(|eni| cloud.boot(eni));
        for guest in [&a, &b, &c] {
            guest.serve(22);
            guest.serve(5432);
        }
        // A member of the named group reaches every port, with its own address.
        assert_eq!(a.run(|| seen_as([10, 0, 1, 6], 5432)), "10.0.1.5");
        // By address only what the rule says; the same group alone allows nothing.
        assert_eq!(c.run(|| seen_as([10, 0, 1, 6], 22)), "10.0.1.7");
        assert!(!c.run(|| reaches([10, 0, 1, 6], 5432)));
        assert!(!b.run(|| reaches([10, 0, 1, 7], 22)));
        assert!(!b.run(|| reaches([10, 0, 1, 5], 22)));

        // Egress is judged too, and membership follows.
        cloud.group(&web).egress = vec![tcp(22, "0.0.0.0/0")];
        cloud.apply();
        assert!(!a.run(|| reaches([10, 0, 1, 6], 5432)));
        assert_eq!(a.run(|| seen_as([10, 0, 1, 6], 22)), "10.0.1.5");
        cloud.group(&web).egress = vec![from_group(&db)];
        cloud.apply();
        assert_eq!(a.run(|| seen_as([10, 0, 1, 6], 5432)), "10.0.1.5");
        cloud.group(&db).members.clear();
        cloud.apply();
        assert!(!a.run(|| reaches([10, 0, 1, 6], 5432)));

        // Another group for a running interface.
        let open = cloud.add_group(&vpc, 4, vec![all("0.0.0.0/0")]);
        let eni = cloud.wanted.interfaces.keys().nth(2).unwrap().clone();
        cloud.interface(&eni).groups.push(open);
        cloud.apply();
        assert_eq!(b.run(|| seen_as([10, 0, 1, 7], 5432)), "10.0.1.6");
    });
}

#[test]
fn a_revoked_rule_cuts_a_live_connection_and_its_return_heals_it() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![tcp(22, "0.0.0.0/0")]);
        let a = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        let b = cloud.add_instance(&vpc, 2, [10, 0, 1, 6], None, &group);
        cloud.apply();
        let [a, b] = [&a, &b].map(|eni| cloud.boot(eni));
        b.serve(22);
        let mut talk = a.run(|| connect([10, 0, 1, 6], 22, PATIENCE)).unwrap();
        assert_eq!(talk.say("one", PATIENCE).unwrap(), "10.0.1.5 one");
        cloud.group(&group).ingress.clear();
        cloud.apply();
        assert!(talk.say("two", SILENCE).is_err());
        cloud.group(&group).ingress.push(tcp(22, "0.0.0.0/0"));
        cloud.apply();
        // TCP itself sends the lost line again.
        assert_eq!(talk.hear(PATIENCE).unwrap(), "10.0.1.5 two");
    });
}

#[test]
fn udp_and_ping_are_judged_like_tcp() {
    use hostlink::Traffic;
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group =
            cloud.add_group(&vpc, 1, vec![super::cloud::rule(Traffic::Udp { from: 500, to: 600 }, "10.0.0.0/16")]);
        let a = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        let b = cloud.add_instance(&vpc, 2, [10, 0, 1, 6], None, &group);
        cloud.apply();
        let [a, b] = [&a, &b].map(|eni| cloud.boot(eni));
        b.serve_udp(555);
        b.serve_udp(700);
        let ask = |port: u16| {
            a.run(move || {
                let socket = UdpSocket::bind(("0.0.0.0", 0)).unwrap();
                socket.set_read_timeout(Some(SILENCE)).unwrap();
                socket.send_to(b"?", ("10.0.1.6", port)).unwrap();
                let mut answer = [0; 100];
                socket.recv(&mut answer).map(|length| String::from_utf8_lossy(&answer[..length]).into_owned()).ok()
            })
        };
        eventually("an answer", || ask(555), |answer| answer.as_deref() == Some("10.0.1.5"));
        assert_eq!(ask(700), None);
        let ping = || {
            a.run(|| {
                let ping = std::process::Command::new("ping").args(["-c1", "-W1", "10.0.1.6"]).output();
                ping.map(|output| output.status.success())
            })
        };
        let Ok(answered) = ping() else { return };
        assert!(!answered);
        cloud
            .group(&group)
            .ingress
            .push(super::cloud::rule(Traffic::Icmp { kind: Some(8), code: None }, "10.0.1.5/32"));
        cloud.apply();
        assert!(ping().unwrap());
    });
}

#[test]
fn a_guest_speaks_in_no_other_name() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let a = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        let b = cloud.add_instance(&vpc, 2, [10, 0, 1, 6], None, &group);
        let c = cloud.add_instance(&vpc, 3, [10, 0, 1, 7], None, &group);
        cloud.apply();
        let [liar, b, c] = [&a, &b, &c].map(|eni| cloud.boot(eni));
        b.serve(22);
        c.serve(22);
        assert_eq!(liar.run(|| seen_as([10, 0, 1, 6], 22)), "10.0.1.5");
        // With its neighbour's address (and announcing it) it is not heard, and the neighbour still is.
        liar.ip("addr del 10.0.1.5/24 dev eth0");
        liar.ip("addr add 10.0.1.7/24 dev eth0");
        liar.ip("route replace default via 10.0.1.1");
        assert!(!liar.run(|| reaches([10, 0, 1, 6], 22)));
        assert_eq!(c.run(|| seen_as([10, 0, 1, 6], 22)), "10.0.1.7");
        assert_eq!(b.run(|| seen_as([10, 0, 1, 7], 22)), "10.0.1.6");
        // An address that nobody has leads nowhere.
        assert!(!b.run(|| reaches([10, 0, 1, 200], 22)));
    });
}

#[test]
fn a_second_private_address_works_once_it_is_assigned() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        let other = cloud.add_instance(&vpc, 2, [10, 0, 1, 6], None, &group);
        cloud.apply();
        let [a, b] = [&eni, &other].map(|eni| cloud.boot(eni));
        a.serve(22);
        a.ip("addr add 10.0.1.50/24 dev eth0");
        assert!(!b.run(|| reaches([10, 0, 1, 50], 22)));
        let second = hostlink::AddressSpec { private: [10, 0, 1, 50].into(), public: None };
        cloud.interface(&eni).addresses.push(second);
        cloud.apply();
        assert_eq!(b.run(|| seen_as([10, 0, 1, 50], 22)), "10.0.1.6");
        cloud.interface(&eni).addresses.pop();
        cloud.apply();
        assert!(!b.run(|| reaches([10, 0, 1, 50], 22)));
    });
}
