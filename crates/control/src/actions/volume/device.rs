//! Names of devices, as `/dev/sdf`, `/dev/xvda1` or `xvdb`.

/// Whether a volume can be attached under this name.
pub fn is_valid(name: &str) -> bool {
    let name = bare(name);
    let Some(letters) = name.strip_prefix("sd").or_else(|| name.strip_prefix("xvd")) else { return false };
    let disk = letters.trim_end_matches(|c: char| c.is_ascii_digit());
    let partition = &letters[disk.len()..];
    (1..=2).contains(&disk.len())
        && disk.bytes().all(|byte| byte.is_ascii_lowercase())
        && (partition.is_empty() || partition.parse().is_ok_and(|number: u8| (1..=15).contains(&number)))
}

/// The name without `/dev/`: `xvdb` and `/dev/xvdb` are one device.
pub fn bare(name: &str) -> &str {
    name.strip_prefix("/dev/").unwrap_or(name)
}

/// Whether both name one device.
pub fn same(one: &str, other: &str) -> bool {
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for name in ["/dev/sda1", "/dev/sdf", "/dev/xvda", "xvdb", "sdh", "/dev/xvdba", "/dev/sdf15"] {
            assert!(is_valid(name), "{name}");
        }
        for name in
            ["", "/dev/", "/dev/nvme1n1", "/dev/vda", "foo", "/dev/sd", "/dev/sdF", "/dev/sdabc", "/dev/sdf16", "sdf0"]
        {
            assert!(!is_valid(name), "{name}");
        }
        assert!(same("xvdb", "/dev/xvdb"));
        assert!(!same("/dev/sdb", "/dev/xvdb"));
    }
}
