//! What guests get from their VPC: a lease, names, metadata, the time; and whether they are seen to live.

use std::{net::UdpSocket, sync::Arc, time::Duration};

use hickory_proto::rr::RecordType;
use hostlink::Reachability;

use super::{
    client::{self, PATIENCE, eventually, http, resolve},
    cloud::{Cloud, all, without_egress},
    machine::on_a_machine,
};

#[test]
fn a_guest_finds_its_lease_its_metadata_and_its_time() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, Vec::new());
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        cloud.apply();
        let state = |cloud: &Cloud<'_>| cloud.net.liveness().borrow()[&eni];

        let mut guest = cloud.plug(&eni);
        assert_eq!(state(&cloud).reachability, Reachability::Initializing);
        let lease = guest.take_lease();
        let told = (lease.address, lease.prefix(), lease.router, lease.dns, lease.mtu, lease.seconds);
        let expected = ([10, 0, 1, 5].into(), 24, [10, 0, 1, 1].into(), [10, 0, 0, 2].into(), 1500, 3600);
        assert_eq!(told, expected);
        assert_eq!((lease.hostname.as_str(), lease.domain.as_str()), ("ip-10-0-1-5", "ec2.internal"));
        eventually("the guest is seen", || state(&cloud).reachability, |seen| *seen == Reachability::Passed);
        assert!(state(&cloud).lease_ms.is_some());
        assert!(machine.wait(cloud.net.probe(&eni)));

        // Groups that allow nothing in don't touch the VPC's own services.
        guest.run(|| {
            assert_eq!(http("GET", "/latest/meta-data/instance-id", &[]).0, 401);
            let (status, token) = http("PUT", "/latest/api/token", &["X-aws-ec2-metadata-token-ttl-seconds: 60"]);
            assert_eq!(status, 200);
            let token = format!("X-aws-ec2-metadata-token: {token}");
            let get = |path| http("GET", path, &[&token]);
            assert_eq!(get("/latest/meta-data/instance-id"), (200, "i-00000000000000001".into()));
            assert_eq!(get("/2021-03-23/meta-data/local-ipv4"), (200, "10.0.1.5".into()));
            assert_eq!(get("/latest/user-data"), (200, "#!/bin/sh\n".into()));
            assert_eq!(get("/latest/nothing").0, 404);
        });
        guest.run(|| {
            let socket = UdpSocket::bind(("0.0.0.0", 0)).unwrap();
            socket.set_read_timeout(Some(PATIENCE)).unwrap();
            let mut request = [0; 48];
            request[0] = 0x23;
            socket.send_to(&request, ("169.254.169.123", 123)).unwrap();
            assert_eq!(socket.recv(&mut request).unwrap(), 48);
            assert_eq!(request[0] & 7, 4);
        });

        // Metadata follows what is wanted at once.
        let instance = cloud.wanted.instances.values_mut().next().unwrap();
        let metadata = Arc::make_mut(&mut Arc::make_mut(instance).metadata);
        metadata.options.tokens_required = false;
        metadata.instance_type = "t3.large".into();
        cloud.apply();
        guest.run(|| assert_eq!(http("GET", "/latest/meta-data/instance-type", &[]), (200, "t3.large".into())));

        // A guest that has gone is silent.
        drop(guest);
        assert!(!machine.wait(cloud.net.probe(&eni)));
        machine.wait(cloud.net.remove_all()).unwrap();
        assert_eq!(cloud.leftovers(), Vec::<String>::new());
    });
}

#[test]
fn a_token_does_not_travel_past_its_hop_limit() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, Vec::new());
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        let instance = cloud.wanted.instances.values_mut().next().unwrap();
        Arc::make_mut(&mut Arc::make_mut(instance).metadata).options.tokens_required = false;
        cloud.apply();
        let guest = cloud.boot(&eni);
        // A container in the guest: a namespace behind it, one hop further.
        let container = super::machine::unique("c");
        super::machine::ip(&format!("netns add {container}"));
        guest.ip(&format!("link add c0 type veth peer name eth0 netns {container}"));
        guest.ip("addr add 172.20.0.1/24 dev c0");
        guest.ip("link set c0 up");
        super::machine::ip(&format!("-n {container} addr add 172.20.0.2/24 dev eth0"));
        super::machine::ip(&format!("-n {container} link set eth0 up"));
        super::machine::ip(&format!("-n {container} route add default via 172.20.0.1"));
        guest.run(|| {
            std::fs::write("/proc/sys/net/ipv4/ip_forward", "1").unwrap();
            let rules = "add table ip t; add chain ip t n { type nat hook postrouting priority srcnat; }; \
                 add rule ip t n oifname eth0 masquerade";
            assert!(std::process::Command::new("nft").arg(rules).status().unwrap().success());
        });
        let (version_1, token) = super::machine::within(&container, || {
            (http("GET", "/latest/meta-data/instance-id", &[]).0, token_within(Duration::from_secs(1)))
        });
        super::machine::ip_quietly(&format!("netns del {container}"));
        assert_eq!((version_1, token), (200, None));
    });
}

/// The status of a request for a token, if it comes in time.
fn token_within(patience: Duration) -> Option<String> {
    use std::io::{Read, Write};
    let mut connection =
        std::net::TcpStream::connect_timeout(&"169.254.169.254:80".parse().unwrap(), PATIENCE).unwrap();
    connection.set_read_timeout(Some(patience)).unwrap();
    let request = "PUT /latest/api/token HTTP/1.1\r\nHost: x\r\nX-aws-ec2-metadata-token-ttl-seconds: 60\r\n\r\n";
    connection.write_all(request.as_bytes()).unwrap();
    let mut answer = [0; 200];
    let length = connection.read(&mut answer).ok()?;
    Some(String::from_utf8_lossy(&answer[..length]).into_owned())
}

#[test]
fn a_guest_finds_names() {
    on_a_machine(|machine| {
        machine.on_the_internet(outside_resolver);
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, vec![all("0.0.0.0/0")]);
        let public = cloud.public(5);
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], Some(public), &group);
        cloud.apply();
        let guest = cloud.boot(&eni);
        let ask = |server: [u8; 4], name: &'static str, kind| guest.run(move || resolve(server.into(), name, kind));
        let dns = [10, 0, 0, 2];
        let found =
            |records: &[&str]| ("No Error".to_owned(), records.iter().map(|r| (*r).to_owned()).collect::<Vec<_>>());
        assert_eq!(ask(dns, "ip-10-0-1-5.ec2.internal.", RecordType::A), found(&["10.0.1.5"]));
        assert_eq!(
            ask([169, 254, 169, 253], "instance-data.ec2.internal.", RecordType::A),
            found(&["169.254.169.254"])
        );
        assert_eq!(ask(dns, "5.1.0.10.in-addr.arpa.", RecordType::PTR), found(&["ip-10-0-1-5.ec2.internal."]));
        assert_eq!(ask(dns, "ec2-127-31-0-5.compute-1.amazonaws.com.", RecordType::A), found(&["10.0.1.5"]));
        assert_eq!(ask(dns, "nobody.ec2.internal.", RecordType::A).0, "Non-Existent Domain");
        // Others' names by the machine's resolver, which the guest itself has no way to.
        assert_eq!(ask(dns, "somewhere.example.", RecordType::A), found(&["192.0.2.99"]));
    });
}

#[test]
fn without_egress_no_name_goes_out() {
    on_a_machine(|machine| {
        machine.on_the_internet(outside_resolver);
        let mut cloud = Cloud::with(machine, "one", without_egress);
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, Vec::new());
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        cloud.apply();
        let guest = cloud.boot(&eni);
        let asked = guest.run(|| resolve([10, 0, 0, 2].into(), "somewhere.example.", RecordType::A));
        assert_eq!(asked.0, "Server Failure");
    });
}

/// Knows every name.
fn outside_resolver() {
    use hickory_proto::{
        op::{Message, Metadata},
        rr::{RData, Record, rdata::A},
    };
    let socket = UdpSocket::bind((super::machine::INTERNET, 53)).unwrap();
    std::thread::spawn(move || {
        let mut packet = [0; 4096];
        while let Ok((length, client)) = socket.recv_from(&mut packet) {
            let query = Message::from_vec(&packet[..length]).unwrap();
            let mut answer = Message::response(query.metadata.id, query.metadata.op_code);
            answer.metadata = Metadata::response_from_request(&query.metadata);
            answer.add_queries(query.queries.clone());
            let name = query.queries[0].name().clone();
            answer.add_answer(Record::from_rdata(name, 60, RData::A(A([192, 0, 2, 99].into()))));
            socket.send_to(&answer.to_vec().unwrap(), client).unwrap();
        }
    });
}

#[test]
fn a_guest_gets_no_lease_but_its_own() {
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, Vec::new());
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        cloud.apply();
        // Another hardware address on the same tap is not heard at all.
        let guest = cloud.plug(&eni);
        guest.ip("link set eth0 address 06:00:00:00:00:99");
        let namespace = guest.namespace.clone();
        let offered = super::machine::within(&namespace, || client::is_offered([6, 0, 0, 0, 0, 0x99]));
        assert!(!offered);
    });
}

#[test]
fn stock_clients_take_their_leases() {
    use std::process::{Command, Output};
    on_a_machine(|machine| {
        let mut cloud = Cloud::new(machine, "one");
        let vpc = cloud.add_vpc(1);
        let group = cloud.add_group(&vpc, 1, Vec::new());
        let eni = cloud.add_instance(&vpc, 1, [10, 0, 1, 5], None, &group);
        cloud.apply();
        let guest = cloud.plug(&eni);
        let run = |program: &'static str, arguments: String| -> Option<Output> {
            guest.run(move || Command::new(program).args(arguments.split_whitespace()).output().ok())
        };
        match run("busybox", "udhcpc -i eth0 -n -q -f -t 10 -T 1 -s /bin/true".to_owned()) {
            Some(output) => {
                let told = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(output.status.success() && told.contains("lease of 10.0.1.5 obtained"), "{told}");
            }
            None => eprintln!("skipped udhcpc, which is not installed"),
        }
        let (leases, pid) = (machine.directory("leases"), machine.directory("pid"));
        let files = format!("-sf /bin/true -lf {} -pf {} eth0", leases.display(), pid.display());
        match run("dhclient", format!("-1 {files}")) {
            Some(output) => {
                let told = String::from_utf8_lossy(&output.stderr).into_owned();
                run("dhclient", format!("-x {files}"));
                assert!(output.status.success(), "{told}");
                let lease = std::fs::read_to_string(leases).unwrap();
                for line in
                    ["fixed-address 10.0.1.5;", "option routers 10.0.1.1;", "option domain-name-servers 10.0.0.2;"]
                {
                    assert!(lease.contains(line), "{lease}");
                }
            }
            None => eprintln!("skipped dhclient, which is not installed"),
        }
    });
}
