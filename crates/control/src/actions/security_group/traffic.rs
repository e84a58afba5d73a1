//! What a rule lets through: a protocol and its ports, or ICMP's types and codes, in the one form that it is stored in.

use std::fmt;

use model::ApiError;

/// Two rules that let the same through have the same `Traffic`, however they were written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Traffic {
    /// `tcp`, `udp`, `icmp`, `icmpv6`, `-1`, or any other protocol's number.
    pub protocol: String,
    /// Port, or ICMP type; -1 for all.
    pub from_port: i32,
    /// Port, or ICMP code; -1 for all.
    pub to_port: i32,
}

impl Traffic {
    /// Reads a permission's protocol and ports. EC2 ignores the ports of protocols that it knows no ports of.
    pub fn parse(protocol: Option<&str>, from: Option<i64>, to: Option<i64>) -> Result<Self, ApiError> {
        let protocol = canonical(protocol)?;
        let (from_port, to_port) = match protocol.as_str() {
            "tcp" | "udp" => ports(from, to)?,
            "icmp" => types(from, to)?,
            "icmpv6" if from.is_none() && to.is_none() => (-1, -1),
            "icmpv6" => types(from, to)?,
            _ => (-1, -1),
        };
        Ok(Self { protocol, from_port, to_port })
    }

    /// Whether a permission shows ports with this protocol.
    pub fn has_ports(protocol: &str) -> bool {
        matches!(protocol, "tcp" | "udp" | "icmp" | "icmpv6")
    }
}

/// As EC2 writes it in its sentence of a duplicate: `TCP, from port: 80, to port: 80`.
impl fmt::Display for Traffic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { protocol, from_port, to_port } = self;
        let all = |number: i32| if number < 0 { "ALL".to_owned() } else { number.to_string() };
        match protocol.as_str() {
            "-1" => f.write_str("ALL"),
            "tcp" | "udp" => write!(f, "{}, from port: {from_port}, to port: {to_port}", protocol.to_uppercase()),
            "icmp" => write!(f, "ICMP, type: {}, code: {}", all(*from_port), all(*to_port)),
            "icmpv6" => write!(f, "ICMPv6, type: {}, code: {}", all(*from_port), all(*to_port)),
            number => write!(f, "protocol: {number}"),
        }
    }
}

/// The names that EC2 has for protocols instead of numbers.
fn canonical(protocol: Option<&str>) -> Result<String, ApiError> {
    let Some(text) = protocol else {
        return Err(ApiError::invalid_parameter(
            "Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly.",
        ));
    };
    let lower = text.to_ascii_lowercase();
    let name = match lower.as_str() {
        "-1" => "-1",
        "tcp" | "6" => "tcp",
        "udp" | "17" => "udp",
        "icmp" | "1" => "icmp",
        "icmpv6" | "58" => "icmpv6",
        number => {
            let known = number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse::<u8>().ok()).flatten();
            return known.map(|known| known.to_string()).ok_or_else(|| {
                ApiError::invalid_parameter(format!("Invalid value '{text}' for IP protocol. Unknown protocol."))
            });
        }
    };
    Ok(name.to_owned())
}

/// The quotation marks stand where EC2 puts them.
fn both(from: Option<i64>, to: Option<i64>, protocols: &str) -> Result<(i64, i64), ApiError> {
    from.zip(to).ok_or_else(|| {
        ApiError::invalid_parameter(format!(
            "Invalid value 'Must specify both from and to ports with {protocols}.' for portRange."
        ))
    })
}

fn within(number: i64, range: std::ops::RangeInclusive<i64>, what: &str) -> Result<i32, ApiError> {
    match i32::try_from(number) {
        Ok(small) if range.contains(&number) => Ok(small),
        _ => Err(ApiError::invalid_parameter(format!("{what} ({number}) out of range"))),
    }
}

fn ports(from: Option<i64>, to: Option<i64>) -> Result<(i32, i32), ApiError> {
    let (from, to) = both(from, to, "TCP/UDP")?;
    let (from, to) = (within(from, 0..=65535, "TCP/UDP port")?, within(to, 0..=65535, "TCP/UDP port")?);
    if from > to {
        return Err(ApiError::invalid_parameter(format!("Invalid TCP/UDP port range ({from}:{to})")));
    }
    Ok((from, to))
}

fn types(from: Option<i64>, to: Option<i64>) -> Result<(i32, i32), ApiError> {
    let (kind, code) = both(from, to, "ICMP")?;
    let (kind, code) = (within(kind, -1..=255, "ICMP type")?, within(code, -1..=255, "ICMP code")?);
    if kind == -1 && code != -1 {
        return Err(ApiError::invalid_parameter(format!("ICMP code ({code}) must be -1, as the ICMP type is")));
    }
    Ok((kind, code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traffic_is_made_canonical() {
        for (protocol, from, to, shown) in [
            ("tcp", Some(80), Some(80), "TCP, from port: 80, to port: 80"),
            ("TCP", Some(0), Some(65535), "TCP, from port: 0, to port: 65535"),
            ("6", Some(22), Some(23), "TCP, from port: 22, to port: 23"),
            ("17", Some(53), Some(53), "UDP, from port: 53, to port: 53"),
            ("icmp", Some(8), Some(-1), "ICMP, type: 8, code: ALL"),
            ("1", Some(-1), Some(-1), "ICMP, type: ALL, code: ALL"),
            ("icmp", Some(3), Some(4), "ICMP, type: 3, code: 4"),
            ("58", None, None, "ICMPv6, type: ALL, code: ALL"),
            ("icmpv6", Some(128), Some(0), "ICMPv6, type: 128, code: 0"),
            ("-1", Some(22), Some(22), "ALL"),
            ("-1", None, None, "ALL"),
            ("50", Some(1), None, "protocol: 50"),
            ("0", None, None, "protocol: 0"),
            ("255", Some(-1), Some(-1), "protocol: 255"),
        ] {
            let traffic = Traffic::parse(Some(protocol), from, to).expect(protocol);
            assert_eq!(traffic.to_string(), shown, "{protocol} {from:?} {to:?}");
        }
    }

    #[test]
    fn traffic_is_refused_as_ec2_does() {
        let unknown = |text| format!("Invalid value '{text}' for IP protocol. Unknown protocol.");
        let missing = |text| format!("Invalid value 'Must specify both from and to ports with {text}.' for portRange.");
        for (protocol, from, to, message) in [
            (
                None,
                None,
                None,
                "Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly.".into(),
            ),
            (Some("all"), None, None, unknown("all")),
            (Some("256"), None, None, unknown("256")),
            (Some("-2"), None, None, unknown("-2")),
            (Some("+6"), None, None, unknown("+6")),
            (Some(""), None, None, unknown("")),
            (Some("tcp"), None, None, missing("TCP/UDP")),
            (Some("udp"), Some(1), None, missing("TCP/UDP")),
            (Some("tcp"), Some(-1), Some(-1), "TCP/UDP port (-1) out of range".into()),
            (Some("tcp"), Some(1), Some(65536), "TCP/UDP port (65536) out of range".into()),
            (Some("tcp"), Some(443), Some(80), "Invalid TCP/UDP port range (443:80)".into()),
            (Some("icmp"), None, None, missing("ICMP")),
            (Some("icmpv6"), Some(1), None, missing("ICMP")),
            (Some("icmp"), Some(256), Some(0), "ICMP type (256) out of range".into()),
            (Some("icmp"), Some(0), Some(65535), "ICMP code (65535) out of range".into()),
            (Some("icmp"), Some(-1), Some(0), "ICMP code (0) must be -1, as the ICMP type is".into()),
        ] {
            let error = Traffic::parse(protocol, from, to).expect_err(&message);
            assert_eq!((&*error.code, error.message), ("InvalidParameterValue", message));
        }
    }
}
