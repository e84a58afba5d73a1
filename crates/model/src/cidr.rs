//! CIDR blocks as EC2 takes them, and the addresses within a subnet.
//!
//! EC2 accepts a block with host bits set and keeps its canonical form: `100.68.0.18/18` becomes `100.68.0.0/18`, in VPCs,
//! subnets, routes and rules alike (so its API reference says of each). What differs between parameters is the refusal.

use std::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{Ipv4Net, Ipv6Net};

use crate::error::ApiError;

/// The prefix lengths that a VPC's or a subnet's IPv4 block may have.
pub const PREFIX_LENGTHS: std::ops::RangeInclusive<u8> = 16..=28;

/// How many addresses of each subnet no host gets: the first four and the last.
pub const RESERVED_ADDRESSES: u32 = 5;

/// Where no VPC can be, because no host can have such an address: this network, loopback, link-local (the metadata service
/// lives there), multicast and what is left over.
const FORBIDDEN: [Ipv4Net; 5] = [
    Ipv4Net::new_assert(Ipv4Addr::new(0, 0, 0, 0), 8),
    Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8),
    Ipv4Net::new_assert(Ipv4Addr::new(169, 254, 0, 0), 16),
    Ipv4Net::new_assert(Ipv4Addr::new(224, 0, 0, 0), 4),
    Ipv4Net::new_assert(Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// Why a block is refused. The text is the message that the caller sees.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CidrError {
    /// Not the text of a block, in a parameter that EC2 names in its answer.
    #[error("Value ({text}) for parameter {parameter} is invalid. This is not a valid CIDR block.")]
    NotACidr { parameter: String, text: String },
    /// Not the text of a block, in a security group's rule.
    #[error("CIDR block {text} is malformed")]
    MalformedRule { text: String },
    /// Of a size, or in a place, that a VPC can't have.
    #[error("The CIDR '{text}' is invalid.")]
    VpcRange { text: String },
    /// Of a size that a subnet can't have, or not within its VPC.
    #[error("The CIDR '{text}' is invalid.")]
    SubnetRange { text: String },
    /// Overlaps another subnet of the VPC.
    #[error("The CIDR '{text}' conflicts with another subnet")]
    SubnetConflict { text: String },
}

impl CidrError {
    /// The EC2 error code that goes with the message.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotACidr { .. } | Self::MalformedRule { .. } => "InvalidParameterValue",
            Self::VpcRange { .. } => "InvalidVpc.Range",
            Self::SubnetRange { .. } => "InvalidSubnet.Range",
            Self::SubnetConflict { .. } => "InvalidSubnet.Conflict",
        }
    }
}

impl From<CidrError> for ApiError {
    fn from(error: CidrError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

/// An IPv4 block in its canonical form, or `None` if the text isn't `a.b.c.d/n`.
pub fn parse_ipv4(text: &str) -> Option<Ipv4Net> {
    let (address, length) = text.split_once('/')?;
    Some(Ipv4Net::new(address.parse().ok()?, prefix_length(length)?).ok()?.trunc())
}

/// An IPv6 block in its canonical form, or `None` if the text isn't an IPv6 address, a slash and a length.
pub fn parse_ipv6(text: &str) -> Option<Ipv6Net> {
    let (address, length) = text.split_once('/')?;
    Some(Ipv6Net::new(address.parse::<Ipv6Addr>().ok()?, prefix_length(length)?).ok()?.trunc())
}

/// Digits only: no sign, and no leading zero.
fn prefix_length(text: &str) -> Option<u8> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

/// The IPv4 block of a parameter with no limits of its own, as a route's destination. `parameter` is named in the refusal.
pub fn block(parameter: &str, text: &str) -> Result<Ipv4Net, CidrError> {
    parse_ipv4(text).ok_or_else(|| CidrError::NotACidr { parameter: parameter.to_owned(), text: text.to_owned() })
}

/// The IPv6 block of a parameter with no limits of its own. `parameter` is named in the refusal.
pub fn block_ipv6(parameter: &str, text: &str) -> Result<Ipv6Net, CidrError> {
    parse_ipv6(text).ok_or_else(|| CidrError::NotACidr { parameter: parameter.to_owned(), text: text.to_owned() })
}

/// The IPv4 block of a security group's rule.
pub fn rule(text: &str) -> Result<Ipv4Net, CidrError> {
    parse_ipv4(text).ok_or_else(|| CidrError::MalformedRule { text: text.to_owned() })
}

/// The IPv6 block of a security group's rule.
pub fn rule_ipv6(text: &str) -> Result<Ipv6Net, CidrError> {
    parse_ipv6(text).ok_or_else(|| CidrError::MalformedRule { text: text.to_owned() })
}

/// The block of a new VPC: /16 to /28, where hosts can have addresses.
pub fn vpc(text: &str) -> Result<Ipv4Net, CidrError> {
    let block = block("cidrBlock", text)?;
    if PREFIX_LENGTHS.contains(&block.prefix_len()) && !FORBIDDEN.iter().any(|net| net.contains(&block)) {
        Ok(block)
    } else {
        Err(CidrError::VpcRange { text: text.to_owned() })
    }
}

/// The block of a new subnet: /16 to /28, within one of its VPC's blocks and beside all of the VPC's other subnets.
pub fn subnet(
    text: &str,
    vpc_blocks: &[Ipv4Net],
    others: impl IntoIterator<Item = Ipv4Net>,
) -> Result<Ipv4Net, CidrError> {
    let block = block("cidrBlock", text)?;
    if !PREFIX_LENGTHS.contains(&block.prefix_len()) || !vpc_blocks.iter().any(|vpc| vpc.contains(&block)) {
        return Err(CidrError::SubnetRange { text: text.to_owned() });
    }
    if others.into_iter().any(|other| overlap(block, other)) {
        return Err(CidrError::SubnetConflict { text: text.to_owned() });
    }
    Ok(block)
}

/// Whether two blocks have an address in common. Blocks are nested or apart, nothing between.
pub fn overlap(a: Ipv4Net, b: Ipv4Net) -> bool {
    a.contains(&b) || b.contains(&a)
}

/// The subnet's router: its second address.
pub fn router(subnet: Ipv4Net) -> Ipv4Addr {
    nth(subnet, 1)
}

/// The address at which a block offers DNS: its third. For a VPC, that of its primary block counts.
pub fn resolver(block: Ipv4Net) -> Ipv4Addr {
    nth(block, 2)
}

/// Whether no host gets this address of the subnet: the network's, the router's, that for DNS, one kept for the future, and
/// the last.
pub fn is_reserved(subnet: Ipv4Net, address: Ipv4Addr) -> bool {
    let at = u32::from(address).wrapping_sub(u32::from(subnet.network()));
    at < RESERVED_ADDRESSES - 1 || address == subnet.broadcast()
}

/// How many hosts fit in the subnet, as the AvailableIpAddressCount of an empty one.
pub fn host_count(subnet: Ipv4Net) -> u32 {
    size(subnet).saturating_sub(u64::from(RESERVED_ADDRESSES)) as u32
}

/// The subnet's host address number `at`, the first being number 0 and the one after the last again the first.
/// `None` if no host fits.
pub fn host(subnet: Ipv4Net, at: u32) -> Option<Ipv4Addr> {
    Some(nth(subnet, RESERVED_ADDRESSES - 1 + at.checked_rem(host_count(subnet))?))
}

/// The subnet's host addresses that aren't taken, each once, from number `start` on and round. Callers that start at
/// different places rarely want the same address.
pub fn free_hosts(subnet: Ipv4Net, start: u32, is_taken: impl Fn(Ipv4Addr) -> bool) -> impl Iterator<Item = Ipv4Addr> {
    let count = host_count(subnet);
    let start = start.checked_rem(count).unwrap_or(0);
    let addresses = (start..count).chain(0..start).filter_map(move |at| host(subnet, at));
    addresses.filter(move |address| !is_taken(*address))
}

fn size(block: Ipv4Net) -> u64 {
    1 << (32 - u32::from(block.prefix_len()))
}

fn nth(block: Ipv4Net, at: u32) -> Ipv4Addr {
    Ipv4Addr::from(u32::from(block.network()).wrapping_add(at))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn net(text: &str) -> Ipv4Net {
        parse_ipv4(text).expect("valid")
    }

    #[test]
    fn blocks_are_made_canonical() {
        for (text, canonical) in [
            ("10.0.1.5/16", Some("10.0.0.0/16")),
            ("100.68.0.18/18", Some("100.68.0.0/18")),
            ("0.0.0.0/0", Some("0.0.0.0/0")),
            ("1.2.3.4/0", Some("0.0.0.0/0")),
            ("1.2.3.4/32", Some("1.2.3.4/32")),
            ("300.1.1.1/8", None),
            ("10.0.0.0", None),
            ("10.0.0.0/", None),
            ("10.0.0.0/33", None),
            ("10.0.0.0/-1", None),
            ("10.0.0.0/+8", None),
            ("10.0.0.0/08", None),
            ("10.0.0.0/255.0.0.0", None),
            ("10.0.0/8", None),
            ("010.0.0.0/8", None),
            (" 10.0.0.0/8", None),
            ("10.0.0.0/8 ", None),
            ("", None),
            ("::/0", None),
        ] {
            assert_eq!(parse_ipv4(text).map(|block| block.to_string()).as_deref(), canonical, "{text}");
        }
        for (text, canonical) in [
            ("2001:db8::1/64", Some("2001:db8::/64")),
            ("::/0", Some("::/0")),
            ("2001:DB8:0::/128", Some("2001:db8::/128")),
            ("2001:db8::/129", None),
            ("2001:db8::", None),
            ("fe80::1%eth0/64", None),
            ("10.0.0.0/8", None),
        ] {
            assert_eq!(parse_ipv6(text).map(|block| block.to_string()).as_deref(), canonical, "{text}");
        }
    }

    #[test]
    fn blocks_are_refused_as_ec2_does() {
        let check = |result: Result<Ipv4Net, CidrError>, code: &str, message: &str| {
            let error = result.expect_err("refused");
            assert_eq!((error.code(), error.to_string().as_str()), (code, message));
        };
        check(
            vpc("300.1.1.1/8"),
            "InvalidParameterValue",
            "Value (300.1.1.1/8) for parameter cidrBlock is invalid. This is not a valid CIDR block.",
        );
        check(
            block("destinationCidrBlock", "x"),
            "InvalidParameterValue",
            "Value (x) for parameter destinationCidrBlock is invalid. This is not a valid CIDR block.",
        );
        check(rule("10.0.0.1"), "InvalidParameterValue", "CIDR block 10.0.0.1 is malformed");
        for text in
            ["10.0.0.0/8", "10.0.0.0/15", "10.0.0.0/29", "127.0.0.0/16", "169.254.0.0/16", "224.0.0.0/16", "0.1.0.0/16"]
        {
            check(vpc(text), "InvalidVpc.Range", &format!("The CIDR '{text}' is invalid."));
        }
        for text in ["10.0.0.0/16", "10.0.0.0/28", "172.31.0.0/16", "100.64.0.0/16", "8.8.0.0/16", "192.168.5.9/24"] {
            assert_eq!(vpc(text), Ok(net(text)), "{text}");
        }
        let blocks = [net("10.0.0.0/20"), net("10.1.0.0/24")];
        let others = [net("10.0.1.0/24"), net("10.0.2.0/28")];
        let check_subnet = |text, code, message: &str| check(subnet(text, &blocks, others), code, message);
        for text in ["10.0.0.0/29", "10.0.0.0/16", "10.0.16.0/24", "10.1.0.0/23", "172.16.0.0/24"] {
            check_subnet(text, "InvalidSubnet.Range", &format!("The CIDR '{text}' is invalid."));
        }
        for text in ["10.0.1.0/24", "10.0.1.128/25", "10.0.0.0/22", "10.0.2.0/24"] {
            check_subnet(text, "InvalidSubnet.Conflict", &format!("The CIDR '{text}' conflicts with another subnet"));
        }
        for text in ["10.0.0.0/24", "10.0.2.16/28", "10.1.0.0/24", "10.0.3.7/24"] {
            assert_eq!(subnet(text, &blocks, others), Ok(net(text)), "{text}");
        }
        assert_eq!(ApiError::from(vpc("10.0.0.0/8").expect_err("too large")).code, "InvalidVpc.Range");
    }

    #[test]
    fn a_small_subnet_has_eleven_hosts() {
        let subnet = net("10.0.0.16/28");
        assert_eq!((router(subnet), resolver(subnet)), (Ipv4Addr::new(10, 0, 0, 17), Ipv4Addr::new(10, 0, 0, 18)));
        let hosts: Vec<Ipv4Addr> = free_hosts(subnet, 0, |_| false).collect();
        assert_eq!(hosts.len(), 11);
        assert_eq!((hosts[0], hosts[10]), (Ipv4Addr::new(10, 0, 0, 20), Ipv4Addr::new(10, 0, 0, 30)));
        let last_octets: Vec<u8> =
            free_hosts(subnet, 9, |address| address == hosts[10]).map(|address| address.octets()[3]).collect();
        assert_eq!(last_octets, [29, 20, 21, 22, 23, 24, 25, 26, 27, 28]);
        assert_eq!(host_count(net("10.0.0.0/24")), 251);
        assert_eq!(host_count(net("0.0.0.0/0")), u32::MAX - 4);
        // Smaller blocks than EC2 allows hold no one, and nothing panics.
        for text in ["10.0.0.0/30", "255.255.255.255/32"] {
            assert_eq!(
                (host_count(net(text)), host(net(text), 1), free_hosts(net(text), 7, |_| false).next()),
                (0, None, None)
            );
        }
    }

    proptest! {
        #[test]
        fn every_address_is_a_host_or_reserved(base in any::<u32>(), length in 20u8..=28, start in any::<u32>()) {
            let subnet = Ipv4Net::new(Ipv4Addr::from(base), length).expect("valid").trunc();
            let hosts: HashSet<Ipv4Addr> = free_hosts(subnet, start, |_| false).collect();
            prop_assert_eq!(hosts.len(), host_count(subnet) as usize);
            prop_assert_eq!(free_hosts(subnet, start, |_| false).next(), host(subnet, start));
            let all = u32::from(subnet.network())..=u32::from(subnet.broadcast());
            for address in all.map(Ipv4Addr::from) {
                prop_assert_ne!(hosts.contains(&address), is_reserved(subnet, address));
            }
        }

        #[test]
        fn blocks_overlap_if_they_share_an_address(a in any::<u8>(), b in any::<u8>(), m in 24u8..=32, n in 24u8..=32) {
            let block = |last, length| Ipv4Net::new(Ipv4Addr::new(10, 0, 0, last), length).expect("valid").trunc();
            let (a, b) = (block(a, m), block(b, n));
            let share = (0..=255).map(|last| Ipv4Addr::new(10, 0, 0, last)).any(|at| a.contains(&at) && b.contains(&at));
            prop_assert_eq!(overlap(a, b), share);
        }
    }
}
