//! Names that follow from addresses.

use std::net::Ipv4Addr;

use model::facts::regions::Region;

/// `ip-172-31-0-5.ec2.internal`; `eu-west-1.compute.internal` elsewhere.
pub fn private_dns_name(region: &Region, address: Ipv4Addr) -> String {
    let [a, b, c, d] = address.octets();
    format!("ip-{a}-{b}-{c}-{d}.{}", region.private_domain())
}

/// `ec2-127-31-0-5.compute-1.amazonaws.com`; `eu-west-1.compute.amazonaws.com` elsewhere.
pub fn public_dns_name(region: &Region, address: Ipv4Addr) -> String {
    let [a, b, c, d] = address.octets();
    format!("ec2-{a}-{b}-{c}-{d}.{}", region.public_domain())
}
