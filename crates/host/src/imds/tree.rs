//! What there is to read, as a tree. Pure.
//!
//! All versions show the same tree. A folder's text is the list of what is in it, folders with a slash behind their
//! names, one a line, without an end of line after the last, as EC2 writes it.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};

use super::{identity, view::InstanceView};
use crate::net::directory::Resident;

/// All versions that EC2 lists.
const VERSIONS: [&str; 31] = [
    "1.0",
    "2007-01-19",
    "2007-03-01",
    "2007-08-29",
    "2007-10-10",
    "2007-12-15",
    "2008-02-01",
    "2008-09-01",
    "2009-04-04",
    "2011-01-01",
    "2011-05-01",
    "2012-01-12",
    "2014-02-25",
    "2014-11-05",
    "2015-10-20",
    "2016-04-19",
    "2016-06-30",
    "2016-09-02",
    "2018-03-28",
    "2018-08-17",
    "2018-09-24",
    "2019-10-01",
    "2020-08-24",
    "2020-10-27",
    "2021-01-03",
    "2021-03-23",
    "2021-07-15",
    "2022-07-09",
    "2022-09-24",
    "2024-04-11",
    "latest",
];

/// What a path holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Text(String),
    /// User data, as it was given.
    Bytes(Vec<u8>),
    NotFound,
}

/// A folder or a value.
enum Node {
    Folder(BTreeMap<String, Node>),
    /// A folder whose list shows its entries by other names.
    Labelled {
        list: String,
        entries: BTreeMap<String, Node>,
    },
    Text(String),
    Bytes(Vec<u8>),
}

/// What `path` (decoded, without a query) holds for the instance that asks.
pub(super) fn answer(view: &InstanceView<'_>, path: &str) -> Answer {
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    let Some(version) = segments.next() else { return Answer::Text(VERSIONS.join("\n")) };
    if !VERSIONS.contains(&version) {
        return Answer::NotFound;
    }
    let mut node = root(view);
    for segment in segments {
        let (Node::Folder(mut entries) | Node::Labelled { mut entries, .. }) = node else { return Answer::NotFound };
        let Some(next) = entries.remove(segment) else { return Answer::NotFound };
        node = next;
    }
    match node {
        Node::Folder(entries) => Answer::Text(list(&entries)),
        Node::Labelled { list, .. } => Answer::Text(list),
        Node::Text(text) => Answer::Text(text),
        Node::Bytes(bytes) => Answer::Bytes(bytes),
    }
}

fn list(entries: &BTreeMap<String, Node>) -> String {
    let names = entries.iter().map(|(name, node)| match node {
        Node::Folder(_) | Node::Labelled { .. } => format!("{name}/"),
        Node::Text(_) | Node::Bytes(_) => name.clone(),
    });
    names.collect::<Vec<_>>().join("\n")
}

fn folder<'n>(entries: impl IntoIterator<Item = (&'n str, Node)>) -> Node {
    Node::Folder(entries.into_iter().map(|(name, node)| (name.to_owned(), node)).collect())
}

fn text(value: impl ToString) -> Node {
    Node::Text(value.to_string())
}

fn lines<T: ToString>(values: impl IntoIterator<Item = T>) -> Node {
    Node::Text(values.into_iter().map(|value| value.to_string()).collect::<Vec<_>>().join("\n"))
}

fn root(view: &InstanceView<'_>) -> Node {
    let identity = folder([("document", text(identity::document(view)))]);
    let mut entries = BTreeMap::from([
        ("dynamic".to_owned(), folder([("instance-identity", identity)])),
        ("meta-data".to_owned(), metadata(view)),
    ]);
    // What is not base64 was refused when the instance was launched.
    if let Some(data) = view.metadata().user_data.as_ref().and_then(|data| STANDARD.decode(data).ok()) {
        entries.insert("user-data".to_owned(), Node::Bytes(data));
    }
    Node::Folder(entries)
}

fn metadata(view: &InstanceView<'_>) -> Node {
    let metadata = view.metadata();
    let primary = view.primary();
    let mut entries: BTreeMap<String, Node> = BTreeMap::new();
    let mut add = |name: &str, node: Node| drop(entries.insert(name.to_owned(), node));

    add("ami-id", text(&metadata.image_id));
    add("ami-launch-index", text(metadata.launch_index));
    add("ami-manifest-path", text("(unknown)"));
    if !metadata.ancestor_image_ids.is_empty() {
        add("ancestor-ami-ids", lines(&metadata.ancestor_image_ids));
    }
    let devices = metadata.block_devices.iter().map(|(name, device)| (name.clone(), text(device)));
    add("block-device-mapping", Node::Folder(devices.collect()));
    add("events", folder([("maintenance", folder([("history", text("[]")), ("scheduled", text("[]"))]))]));
    add("hibernation", folder([("configured", text("false"))]));
    add("hostname", text(&metadata.local_hostname));
    let info = format!(
        "{{\n  \"Code\" : \"Success\",\n  \"LastUpdated\" : \"{}\",\n  \"AccountId\" : \"{}\"\n}}",
        identity::time(metadata.pending_time_ms),
        view.instance.account
    );
    add("identity-credentials", folder([("ec2", folder([("info", text(info))]))]));
    add("instance-action", text("none"));
    add("instance-id", text(view.id));
    add("instance-life-cycle", text("on-demand"));
    add("instance-type", text(&metadata.instance_type));
    add("local-hostname", text(&metadata.local_hostname));
    add("local-ipv4", text(primary.primary()));
    add("mac", text(&primary.spec.mac));
    add("metrics", folder([("vhostmd", text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))]));
    let macs = view.interfaces.iter().map(|resident| (resident.port.spec.mac.clone(), interface(view, resident)));
    add("network", folder([("interfaces", folder([("macs", Node::Folder(macs.collect()))]))]));
    let mut placement = vec![
        ("availability-zone", text(&metadata.zone)),
        ("availability-zone-id", text(&metadata.zone_id)),
        ("region", text(&metadata.region)),
    ];
    if let Some((group, partition)) = &metadata.placement_group {
        placement.push(("group-name", text(group)));
        placement.extend(partition.map(|number| ("partition-number", text(number))));
    }
    add("placement", folder(placement));
    add("profile", text("default-hvm"));
    if let Some(public) = primary.spec.addresses[0].public {
        if let Some(name) = &metadata.public_hostname {
            add("public-hostname", text(name));
        }
        add("public-ipv4", text(public));
    }
    if let Some((name, key)) = &metadata.key {
        let entries = BTreeMap::from([("0".to_owned(), folder([("openssh-key", text(key.trim_end()))]))]);
        add("public-keys", Node::Labelled { list: format!("0={name}"), entries });
    }
    add("reservation-id", text(&metadata.reservation_id));
    add("security-groups", lines(metadata.security_groups.iter().map(|(name, _)| name)));
    let services = folder([("domain", text(&metadata.services_domain)), ("partition", text(&metadata.partition))]);
    add("services", services);
    add("system", text("nitro"));
    if let Some(tags) = &metadata.tags {
        let tags = Node::Folder(tags.iter().map(|(key, value)| (key.clone(), text(value))).collect());
        add("tags", folder([("instance", tags)]));
    }
    Node::Folder(entries)
}

/// What is told of one interface below `network/interfaces/macs/`.
fn interface(view: &InstanceView<'_>, resident: &Resident) -> Node {
    let metadata = view.metadata();
    let (port, vpc) = (&resident.port, &view.directory.spec);
    let spec = &port.spec;
    let is_primary = port.id == view.primary().id;
    let mut entries: BTreeMap<String, Node> = BTreeMap::new();
    let mut add = |name: &str, node: Node| drop(entries.insert(name.to_owned(), node));

    add("device-number", text(spec.device_index));
    add("interface-id", text(&port.id));
    let public: Vec<_> = spec.addresses.iter().filter_map(|a| Some((a.public?, a.private))).collect();
    if !public.is_empty() {
        let associations = public.iter().map(|(public, private)| (public.to_string(), text(private)));
        add("ipv4-associations", Node::Folder(associations.collect()));
        add("public-ipv4s", lines(public.iter().map(|(public, _)| public)));
        if let Some(name) = metadata.public_hostname.as_ref().filter(|_| is_primary) {
            add("public-hostname", text(name));
        }
    }
    let [a, b, c, d] = port.primary().octets();
    let own_name =
        if is_primary { metadata.local_hostname.clone() } else { format!("ip-{a}-{b}-{c}-{d}.{}", vpc.domain) };
    add("local-hostname", text(own_name));
    add("local-ipv4s", lines(spec.addresses.iter().map(|address| address.private)));
    add("mac", text(&spec.mac));
    add("owner-id", text(&vpc.account));
    add("security-group-ids", lines(&spec.groups));
    let name_of = |id| metadata.security_groups.iter().find(|(_, known)| known == id).map(|(name, _)| name);
    add("security-groups", lines(spec.groups.iter().filter_map(name_of)));
    add("subnet-id", text(&spec.subnet));
    if let Some(subnet) = vpc.subnets.get(&spec.subnet) {
        add("subnet-ipv4-cidr-block", text(subnet.cidr));
    }
    add("vpc-id", text(&spec.vpc));
    if let Some(first) = vpc.cidrs.first() {
        add("vpc-ipv4-cidr-block", text(first));
    }
    add("vpc-ipv4-cidr-blocks", lines(&vpc.cidrs));
    Node::Folder(entries)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::testing;

    fn get(path: &str) -> Answer {
        let directory = testing::directory();
        answer(&InstanceView::of([10, 0, 1, 5].into(), &directory).unwrap(), path)
    }

    /// Every path with its text, found as a crawler finds it.
    fn crawl(path: &str, into: &mut String) {
        use std::fmt::Write;
        let Answer::Text(text) = get(path) else { return };
        if path.ends_with('/') {
            for name in text.lines() {
                let name = name.split('=').next().unwrap();
                let is_key = path.ends_with("public-keys/");
                crawl(&format!("{path}{name}{}", if is_key { "/" } else { "" }), into);
            }
        } else {
            let _ = writeln!(into, "{path}: {}", text.replace('\n', " | "));
        }
    }

    #[test]
    fn the_whole_tree() {
        let mut all = String::new();
        crawl("/2021-03-23/meta-data/", &mut all);
        insta::assert_snapshot!(all);
    }

    #[test]
    fn lists_are_as_ec2_writes_them() {
        insta::assert_snapshot!(match get("/latest/meta-data/") {
            Answer::Text(text) => text,
            other => format!("{other:?}"),
        });
        assert_eq!(get("/latest"), Answer::Text("dynamic\nmeta-data/\nuser-data".replace("dynamic", "dynamic/")));
        assert_eq!(get("/latest/meta-data/public-keys/"), Answer::Text("0=mine".into()));
        assert!(
            matches!(get("/"), Answer::Text(text) if text.starts_with("1.0\n2007-01-19\n") && text.ends_with("\nlatest"))
        );
    }

    #[test]
    fn values() {
        assert_eq!(get("/latest/user-data"), Answer::Bytes(b"#!/bin/sh\n".to_vec()));
        assert_eq!(get("//latest//meta-data///instance-id"), Answer::Text("i-00000000000000001".into()));
        assert_eq!(get("/latest/meta-data/public-keys/0/openssh-key"), Answer::Text("ssh-ed25519 AAAA mine".into()));
        for nothing in [
            "/2020-01-01/meta-data/",
            "/latest/meta-data/iam/",
            "/latest/meta-data/instance-id/deeper",
            "/latest/dynamic/instance-identity/pkcs7",
            "/latest/api/token",
        ] {
            assert_eq!(get(nothing), Answer::NotFound, "{nothing}");
        }
    }

    #[test]
    fn the_identity_document() {
        let Answer::Text(document) = get("/latest/dynamic/instance-identity/document") else { panic!("no document") };
        insta::assert_snapshot!(document);
        serde_json::from_str::<serde_json::Value>(&document).unwrap();
    }
}
