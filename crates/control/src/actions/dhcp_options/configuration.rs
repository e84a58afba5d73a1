//! What a set of DHCP options says: AWS's keys and values, and what a host makes of them.

use std::net::{Ipv4Addr, Ipv6Addr};

use hostlink::{DhcpSpec, NameServer};
use model::{ApiError, records::DhcpOptions};
use wire::ec2;

/// AWS's name for the VPC's own name server.
const OWN_SERVER: &str = "AmazonProvidedDNS";
/// The most servers of one kind.
const MAX_SERVERS: usize = 4;

/// Checks the configurations of a new set.
pub fn parse(asked: &[ec2::NewDhcpConfiguration]) -> Result<Vec<(String, Vec<String>)>, ApiError> {
    if asked.is_empty() {
        return Err(ApiError::missing("dhcpConfigurationSet"));
    }
    let mut configurations: Vec<(String, Vec<String>)> = Vec::new();
    for configuration in asked {
        let key = configuration.key.as_deref().ok_or_else(|| ApiError::missing("DhcpConfiguration.Key"))?;
        let values = &configuration.values;
        if configurations.iter().any(|(known, _)| known == key) {
            return Err(ApiError::new("InvalidOption.Conflict", format!("The option '{key}' is specified twice.")));
        }
        check(key, values)?;
        configurations.push((key.to_owned(), values.clone()));
    }
    Ok(configurations)
}

fn check(key: &str, values: &[String]) -> Result<(), ApiError> {
    let one = || match values {
        [value] if !value.is_empty() => Ok(value.as_str()),
        _ => Err(ApiError::invalid_parameter(format!("Option '{key}' takes exactly one value."))),
    };
    match key {
        "domain-name" => one().map(drop),
        "domain-name-servers" => servers(key, values, true),
        "ntp-servers" | "netbios-name-servers" => servers(key, values, false),
        "netbios-node-type" => match one()? {
            "1" | "2" | "4" | "8" => Ok(()),
            other => Err(ApiError::invalid_value(key, other, "Valid values are 1, 2, 4 and 8.")),
        },
        "ipv6-address-preferred-lease-time" => Err(ApiError::unsupported("VPCs have no IPv6 addresses yet.")),
        other => Err(ApiError::invalid_value("option", other, "It is not a DHCP option that can be set.")),
    }
}

fn servers(key: &str, values: &[String], may_be_own: bool) -> Result<(), ApiError> {
    if values.is_empty() || values.len() > MAX_SERVERS {
        return Err(ApiError::invalid_parameter(format!("Option '{key}' takes one to {MAX_SERVERS} servers.")));
    }
    for value in values {
        if value.parse::<Ipv6Addr>().is_ok() {
            return Err(ApiError::unsupported(format!("VPCs have no IPv6 addresses yet: '{value}' can't be reached.")));
        }
        if value.parse::<Ipv4Addr>().is_err() && !(may_be_own && value == OWN_SERVER) {
            return Err(ApiError::invalid_value(key, value, "It is not the address of a server."));
        }
    }
    Ok(())
}

/// The set as a host is told it.
pub fn spec(options: &DhcpOptions) -> DhcpSpec {
    let mut spec = DhcpSpec::default();
    for (key, values) in &options.configurations {
        let addresses = || values.iter().filter_map(|value| value.parse::<Ipv4Addr>().ok()).collect();
        match key.as_str() {
            "domain-name" => spec.domain_name = values.first().cloned(),
            "domain-name-servers" => {
                let server = |value: &String| match value.as_str() {
                    OWN_SERVER => Some(NameServer::Own),
                    address => address.parse().ok().map(NameServer::At),
                };
                spec.name_servers = values.iter().filter_map(server).collect();
            }
            "ntp-servers" => spec.ntp_servers = addresses(),
            "netbios-name-servers" => spec.netbios_name_servers = addresses(),
            "netbios-node-type" => spec.netbios_node_type = values.first().and_then(|value| value.parse().ok()),
            _ => {}
        }
    }
    spec
}
