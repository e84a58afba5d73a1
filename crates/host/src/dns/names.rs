//! The names that a VPC answers for itself. Pure.
//!
//! | name | answer |
//! |---|---|
//! | `ip-10-0-0-5.ec2.internal` | that address, if it is in the VPC |
//! | an instance's own name, such as `i-….ec2.internal` | its address |
//! | `instance-data.ec2.internal` | 169.254.169.254 |
//! | `5.0.0.10.in-addr.arpa` | `ip-10-0-0-5.ec2.internal`, if it is in the VPC |
//! | `ec2-127-31-0-5.compute-1.amazonaws.com` | the private address inside the VPC, elsewhere the alias |
//!
//! As there is no such thing as a record for an address, whether somebody has it does not matter.

use std::net::Ipv4Addr;

use hickory_proto::{
    op::Query,
    rr::{
        Name, RData, Record, RecordType,
        rdata::{A, PTR, SOA},
    },
};

use crate::net::{
    directory::Directory,
    plan::{METADATA, contains},
};

const TTL_S: u32 = 60;

/// What the VPC itself has to say to a question.
#[derive(Debug)]
pub(super) enum Own {
    /// The name exists; without answers it has none of the asked type.
    Known { answers: Vec<Record>, authority: Option<Box<Record>> },
    /// The name would be the VPC's own, and there is none.
    Unknown { authority: Box<Record> },
    /// Others know.
    Foreign,
}

/// Looks a question up.
pub(super) fn look_up(question: &Query, directory: &Directory) -> Own {
    let name = question.name().to_ascii().to_ascii_lowercase();
    let name = name.trim_end_matches('.');
    if let Some(address) = reverse(name) {
        return look_up_reverse(question, address, directory);
    }
    let domain = directory.spec.domain.to_ascii_lowercase();
    let address = if let Some(host) = name.strip_suffix(&domain).and_then(|rest| rest.strip_suffix('.')) {
        private(host, name, directory)
    } else {
        match public(name, directory) {
            Some(address) => Some(address),
            None if name == domain => None,
            None => return Own::Foreign,
        }
    };
    match address {
        Some(address) if question.query_type() == RecordType::A || question.query_type() == RecordType::ANY => {
            known(question, RData::A(A(address)))
        }
        Some(_) => Own::Known { answers: Vec::new(), authority: Some(authority(&directory.spec.domain)) },
        None => Own::Unknown { authority: authority(&directory.spec.domain) },
    }
}

fn known(question: &Query, data: RData) -> Own {
    Own::Known { answers: vec![Record::from_rdata(question.name().clone(), TTL_S, data)], authority: None }
}

/// A name in the VPC's own domain.
fn private(host: &str, name: &str, directory: &Directory) -> Option<Ipv4Addr> {
    if host == "instance-data" {
        return Some(METADATA);
    }
    if let Some(address) = host.strip_prefix("ip-").and_then(dashed) {
        return contains(&directory.spec, address).then_some(address);
    }
    let named = directory.residents.iter().find(|resident| {
        let metadata = resident.instance.as_ref().map(|instance| &instance.metadata);
        resident.port.spec.device_index == 0 && metadata.is_some_and(|m| m.local_hostname.eq_ignore_ascii_case(name))
    });
    named.map(|resident| resident.port.primary())
}

/// A public name of an address of this cloud.
fn public(name: &str, directory: &Directory) -> Option<Ipv4Addr> {
    let (host, domain) = name.split_once('.')?;
    let address = host.strip_prefix("ec2-").and_then(dashed)?;
    let zone = domain.strip_suffix(".amazonaws.com").or_else(|| domain.strip_suffix(".amazonaws.com.cn"))?;
    if zone != "compute-1" && !zone.ends_with(".compute") || !directory.slice.pool.contains(&address) {
        return None;
    }
    Some(directory.private_of(address).unwrap_or_else(|| directory.slice.alias_of(address)))
}

fn look_up_reverse(question: &Query, address: Ipv4Addr, directory: &Directory) -> Own {
    let slice = &directory.slice;
    if contains(&directory.spec, address) {
        let [a, b, c, d] = address.octets();
        let Ok(name) = Name::from_ascii(format!("ip-{a}-{b}-{c}-{d}.{}.", directory.spec.domain)) else {
            return Own::Foreign;
        };
        match question.query_type() {
            RecordType::PTR | RecordType::ANY => known(question, RData::PTR(PTR(name))),
            _ => Own::Known { answers: Vec::new(), authority: Some(authority("in-addr.arpa")) },
        }
    } else if slice.pool.contains(&address) || slice.alias.contains(&address) || slice.link.contains(&address) {
        // Addresses of this cloud mean nothing to anyone else, and a server that looks its clients up must not wait.
        Own::Unknown { authority: authority("in-addr.arpa") }
    } else {
        Own::Foreign
    }
}

/// `10-0-0-5` as an address.
fn dashed(text: &str) -> Option<Ipv4Addr> {
    let parts: Vec<u8> = text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    Some(<[u8; 4]>::try_from(parts).ok()?.into())
}

/// The address of a reverse name.
fn reverse(name: &str) -> Option<Ipv4Addr> {
    let mut parts: Vec<u8> =
        name.strip_suffix(".in-addr.arpa")?.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    parts.reverse();
    Some(<[u8; 4]>::try_from(parts).ok()?.into())
}

/// Tells how long a "no" may be remembered.
fn authority(zone: &str) -> Box<Record> {
    let name = |text: String| Name::from_ascii(text).unwrap_or_default();
    let soa = SOA::new(name(format!("ns.{zone}.")), name(format!("hostmaster.{zone}.")), 1, 3600, 900, 86_400, TTL_S);
    Box::new(Record::from_rdata(name(format!("{zone}.")), TTL_S, RData::SOA(soa)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::testing;

    /// The answer in a few words.
    fn told(name: &str, kind: RecordType) -> String {
        let question = Query::query(Name::from_ascii(name).unwrap(), kind);
        match look_up(&question, &testing::directory()) {
            Own::Known { answers, .. } if answers.is_empty() => "nothing of this type".to_owned(),
            Own::Known { answers, .. } => answers.iter().map(|record| record.data.to_string()).collect(),
            Own::Unknown { .. } => "no such name".to_owned(),
            Own::Foreign => "ask others".to_owned(),
        }
    }

    #[test]
    fn names_of_a_vpc() {
        for (name, kind, expected) in [
            ("ip-10-0-0-9.ec2.internal.", RecordType::A, "10.0.0.9"),
            ("IP-10-0-0-9.EC2.Internal.", RecordType::A, "10.0.0.9"),
            ("ip-10-0-0-9.ec2.internal.", RecordType::AAAA, "nothing of this type"),
            ("ip-10-1-0-9.ec2.internal.", RecordType::A, "no such name"),
            ("ip-10-0-1-5.ec2.internal.", RecordType::A, "10.0.1.5"),
            ("instance-data.ec2.internal.", RecordType::A, "169.254.169.254"),
            ("nonsense.ec2.internal.", RecordType::A, "no such name"),
            ("ec2.internal.", RecordType::A, "no such name"),
            ("5.1.0.10.in-addr.arpa.", RecordType::PTR, "ip-10-0-1-5.ec2.internal."),
            ("1.0.64.100.in-addr.arpa.", RecordType::PTR, "no such name"),
            ("1.2.0.192.in-addr.arpa.", RecordType::PTR, "ask others"),
            ("ec2-127-31-0-5.compute-1.amazonaws.com.", RecordType::A, "10.0.1.5"),
            ("ec2-127-31-0-9.eu-west-1.compute.amazonaws.com.", RecordType::A, "198.18.0.9"),
            ("ec2-203-0-113-9.compute-1.amazonaws.com.", RecordType::A, "ask others"),
            ("ec2.us-east-1.amazonaws.com.", RecordType::A, "ask others"),
            ("example.com.", RecordType::A, "ask others"),
        ] {
            assert_eq!(told(name, kind), expected, "{name} {kind}");
        }
    }
}
