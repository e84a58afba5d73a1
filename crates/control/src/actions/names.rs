//! Names that follow from addresses.

use std::net::Ipv4Addr;

use model::facts::regions::Region;

/// `ip-172-31-0-5.ec2.internal`; `eu-west-1.compute.internal` elsewhere.
pub fn private_dns_name(region: &Region, address: Ipv4Addr) -> String {
    let [a, b, c, d] = address.octets();
    format!("ip-{a}-{b}-{c}-{d}.{}", region.private_domain())
}

/// The private name of an instance: of its address, or of its id where the hostname type is `resource-name`.
pub fn instance_private(region: &Region, hostname_type: &str, id: &str, address: Ipv4Addr) -> String {
    match hostname_type {
        "resource-name" => format!("{id}.{}", region.private_domain()),
        _ => private_dns_name(region, address),
    }
}

/// `ec2-127-31-0-5.compute-1.amazonaws.com`; `eu-west-1.compute.amazonaws.com` elsewhere.
pub fn public_dns_name(region: &Region, address: Ipv4Addr) -> String {
    let [a, b, c, d] = address.octets();
    format!("ec2-{a}-{b}-{c}-{d}.{}", region.public_domain())
}
