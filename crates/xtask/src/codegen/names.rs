//! Rust names for the model's.

/// Runs that would otherwise be torn apart.
const WORDS: [(&str, &str); 8] = [
    ("MBps", "Mbps"),
    ("GiB", "Gib"),
    ("MiB", "Mib"),
    ("GB", "Gb"),
    ("VCpu", "Vcpu"),
    ("MacOS", "Macos"),
    ("IPv", "Ipv"),
    ("DTrace", "Dtrace"),
];

/// `EbsOptimized` → `ebs_optimized`; a keyword gets an underscore at its end.
pub fn field(member: &str) -> String {
    let name = snake(member);
    match name.as_str() {
        "type" | "return" | "use" | "match" | "move" | "ref" | "self" | "static" | "async" | "in" | "as" | "for"
        | "loop" | "mod" | "pub" | "where" | "priv" | "final" | "override" | "virtual" | "box" | "do" | "enum"
        | "gen" | "try" => name + "_",
        _ => name,
    }
}

/// `AWSAccessKeyId` → `aws_access_key_id`.
pub fn snake(name: &str) -> String {
    let mut name = name.to_owned();
    for (from, to) in WORDS {
        name = name.replace(from, to);
    }
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len() + 8);
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(at + 1);
        let starts_word = c.is_ascii_uppercase()
            && before.is_some_and(|b| !b.is_ascii_uppercase() || after.is_some_and(|a| a.is_ascii_lowercase()));
        if starts_word {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// `maxResults` → `MaxResults`: a few of the model's types begin with a small letter.
pub fn type_name(shape: &str) -> String {
    let mut name = shape[..1].to_uppercase() + &shape[1..];
    if matches!(name.as_str(), "Option" | "Result" | "Vec" | "String" | "Box" | "Default" | "Timestamp") {
        name.push_str("Shape");
    }
    name
}

/// `TENANCY` for the enum `Tenancy`.
pub fn constant(shape: &str) -> String {
    snake(shape).to_uppercase()
}

#[cfg(test)]
mod tests {
    #[test]
    fn fields() {
        for (member, want) in [
            ("EbsOptimized", "ebs_optimized"),
            ("Type", "type_"),
            ("instanceId", "instance_id"),
            ("Ipv6Addresses", "ipv6_addresses"),
            ("EnableResourceNameDnsAAAARecord", "enable_resource_name_dns_aaaa_record"),
            ("EnableResourceNameDnsARecord", "enable_resource_name_dns_a_record"),
            ("SizeInGB", "size_in_gb"),
            ("MaximumThroughputInMBps", "maximum_throughput_in_mbps"),
            ("TotalVCpus", "total_vcpus"),
            ("MemoryGiBPerVCpu", "memory_gib_per_vcpu"),
            ("AutoEnableIO", "auto_enable_io"),
            ("AWSAccessKeyId", "aws_access_key_id"),
        ] {
            assert_eq!(super::field(member), want);
        }
    }
}
