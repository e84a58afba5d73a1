//! Restarts, ends, and clouds beside each other.

use std::time::Duration;

use host::net::NetError;

use super::{
    client::{PATIENCE, connect, eventually, http, seen_as},
    cloud::{Cloud, all, handles},
    machine::on_a_machine,
};

#[test]
fn an_agent_that_restarts_disturbs_no_connection() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let public = cloud.public(5);
        let a = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
        let b = cloud.add_instance(&vpc, 2, [10, 0, 1, 6], None, &group);
        cloud.apply();
        let [a, b] = [&a, &b].map(|eni| cloud.boot(eni));
        a.serve(22);
        let mut from_machine = connect(public, 22, PATIENCE).unwrap();
        let mut from_guest = b.run(|| connect([10, 0, 1, 5], 22, PATIENCE)).unwrap();
        assert_eq!(from_machine.say("1", PATIENCE).unwrap(), "100.64.0.1 1");
        assert_eq!(from_guest.say("1", PATIENCE).unwrap(), "10.0.1.6 1");
        let taps = std::fs::read_to_string(handles(&machine.directory("one"))).unwrap();

        cloud.restart_agent();
        cloud.apply();
        assert_eq!(std::fs::read_to_string(handles(&machine.directory("one"))).unwrap(), taps);
        // No retransmission: answers come at once.
        assert_eq!(from_machine.say("2", Duration::from_secs(1)).unwrap(), "100.64.0.1 2");
        assert_eq!(from_guest.say("2", Duration::from_secs(1)).unwrap(), "10.0.1.6 2");
        // The new agent serves the guests and sees that they live.
        a.run(|| assert_eq!(http("GET", "/", &[]).0, 401));
        let passed = |cloud: &Cloud<'_>| {
            let liveness = cloud.net.liveness();
            let states = liveness.borrow();
            states.values().filter(|l| l.reachability == hostlink::Reachability::Passed).count()
        };
        eventually("both are seen", || passed(&cloud), |count| *count == 2);

        // Nor does a repair from the ground up.
        cloud.apply();
        assert_eq!(from_guest.say("3", Duration::from_secs(1)).unwrap(), "10.0.1.6 3");
    });
}

#[test]
fn an_instance_that_stops_and_starts_gets_its_tap_again() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let public = cloud.public(5);
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
        cloud.apply();
        let guest = cloud.boot(&eni);
        let busy = machine.wait(cloud.net.open_tap(&eni));
        assert!(matches!(busy, Err(NetError::TapBusy(_))), "{busy:?}");
        drop(guest);
        // Its QEMU died and is started again, without a word to the network in between.
        let guest = cloud.boot(&eni);
        guest.serve(22);
        assert_eq!(seen_as(public, 22), "100.64.0.1");
        drop(guest);

        // Stopped for good: the VPC's namespace and the uplink go.
        let wanted = cloud.wanted.clone();
        cloud.wanted.interfaces.clear();
        cloud.apply();
        assert_eq!(cloud.leftovers(), Vec::<String>::new());
        let unknown = machine.wait(cloud.net.open_tap(&eni));
        assert!(matches!(unknown, Err(NetError::UnknownInterface(_))), "{unknown:?}");
        cloud.wanted = wanted;
        cloud.apply();
        let guest = cloud.boot(&eni);
        guest.serve(22);
        assert_eq!(seen_as(public, 22), "100.64.0.1");
    });
}

#[test]
fn what_an_agent_left_behind_is_taken_away() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        for number in [1, 2] {
            let vpc = cloud.add_vpc(number);
            let group = cloud.add_group(&vpc, number, vec![all("0.0.0.0/0")]);
            let public = cloud.public(number);
            cloud.add_instance(&vpc, number, [10, 0, 1, 5], Some(public), &group);
        }
        cloud.apply();
        let namespaces = |cloud: &Cloud<'_>| cloud.leftovers().iter().filter(|line| line.contains("-v")).count();
        assert_eq!(namespaces(&cloud), 2);
        cloud.restart_agent();
        let second = cloud.wanted.interfaces.keys().nth(1).unwrap().clone();
        cloud.wanted.interfaces.remove(&second);
        cloud.apply();
        assert_eq!(namespaces(&cloud), 1);
        cloud.restart_agent();
        machine.wait(cloud.net.sweep()).unwrap();
        assert_eq!(cloud.leftovers(), Vec::<String>::new());
    });
}

#[test]
fn a_broken_interface_does_not_hurt_others() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let good = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        let bad = cloud.add_instance(&vpc, 2, [10, 9, 9, 9], None, &group);
        let applied = machine.wait(cloud.net.reconcile(&cloud.wanted)).unwrap();
        assert_eq!(applied.failed.keys().collect::<Vec<_>>(), [&bad]);
        cloud.boot(&good);
    });
}

#[test]
fn what_others_took_from_under_us_is_made_again() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let public = cloud.public(5);
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
        cloud.apply();
        let prefix = cloud.net.slice().prefix();
        for name in super::machine::printed("ip", "netns list").lines().filter(|line| line.starts_with(&prefix)) {
            super::machine::ip(&format!("netns del {}", name.split(' ').next().unwrap()));
        }
        cloud.apply();
        let guest = cloud.boot(&eni);
        guest.serve(22);
        assert_eq!(seen_as(public, 22), "100.64.0.1");
    });
}

#[test]
fn two_clouds_on_one_machine_never_touch_each_other() {
    on_a_machine(|machine| {
        let mut clouds = ["one", "two"].map(|name| Cloud::new(machine, name));
        let mut guests = Vec::new();
        for cloud in &mut clouds {
            let vpc = cloud.add_vpc(1);
            let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
            let public = cloud.public(5);
            let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
            cloud.apply();
            guests.push(cloud.boot(&eni));
            guests.last().unwrap().serve(22);
        }
        let [one, two] = &clouds;
        assert_eq!((one.public(5).to_string(), two.public(5).to_string()), ("127.31.0.5".into(), "127.32.0.5".into()));
        assert_eq!(seen_as(one.public(5), 22), "100.64.0.1");
        assert_eq!(seen_as(two.public(5), 22), "100.64.1.1");
        let mut talk = connect(two.public(5), 22, PATIENCE).unwrap();

        machine.on_the_internet(|| super::guest::echo(80));
        machine.wait(one.net.remove_all()).unwrap();
        assert_eq!(one.leftovers(), Vec::<String>::new());
        assert_eq!(talk.say("still", PATIENCE).unwrap(), "100.64.1.1 still");
        // The way out, too, is there while anyone needs it.
        assert_eq!(guests[1].run(|| seen_as([203, 0, 113, 1], 80)), "203.0.113.2");
        machine.wait(two.net.remove_all()).unwrap();
        assert_eq!(super::machine::printed("cat", "/proc/sys/net/ipv4/conf/wan0/forwarding").trim(), "0");
    });
}

/// Prints how long changes take among many interfaces: `cargo test -p host --test net_real -- --ignored --nocapture`.
#[test]
#[ignore = "measures, asserts nothing"]
fn how_long_changes_take() {
    use std::time::Instant;
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let first = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        let template = cloud.interface(&first).clone();
        let timed = |what: &str, cloud: &Cloud<'_>| {
            let begin = Instant::now();
            cloud.apply();
            println!("{what}: {:?}", begin.elapsed());
        };
        timed("a VPC and its first interface", &cloud);
        for number in 0..200_u8 {
            let mut spec = template.clone();
            spec.mac = format!("06:00:00:00:01:{number:02x}");
            spec.addresses[0].private = [10, 0, 2, 20 + number].into();
            spec.subnet = model::SubnetId::trusted("subnet-1-private");
            spec.addresses[0].public = Some(cloud.public(20 + number));
            let id = model::NetworkInterfaceId::trusted(format!("eni-000000000000000{number:02x}"));
            cloud.wanted.interfaces.insert(id, std::sync::Arc::new(spec));
        }
        timed("200 more interfaces", &cloud);
        let begin = Instant::now();
        let ids: Vec<_> = cloud.wanted.interfaces.keys().cloned().collect();
        let taps: Vec<_> = ids.iter().map(|id| machine.wait(cloud.net.open_tap(id)).unwrap()).collect();
        println!("{} taps opened: {:?}", taps.len(), begin.elapsed());
        cloud.group(&group).ingress.push(super::cloud::tcp(22, "192.0.2.0/24"));
        timed("a rule among them", &cloud);
        timed("no change", &cloud);
        cloud.wanted.interfaces.remove(&ids[100]);
        timed("an interface less", &cloud);
        cloud.restart_agent();
        timed("all of it after a restart", &cloud);
    });
}
