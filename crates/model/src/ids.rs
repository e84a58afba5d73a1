//! Typed resource ids, written as AWS writes them: a prefix and 17 hexadecimal digits (`i-0123456789abcdef0`).
//!
//! Ids are never reused. They are made from random bytes handed in by the caller.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};

/// The number of hexadecimal digits after the prefix of every id that Fogbank makes.
pub const ID_DIGITS: usize = 17;

/// Why a text is not an id of the kind that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not an id beginning {prefix}-")]
pub struct MalformedId {
    pub text: String,
    pub prefix: &'static str,
}

/// Whether `text` is `prefix-` followed by 8 or 17 lower-case hexadecimal digits (AWS accepts both lengths).
pub fn is_well_formed(prefix: &str, text: &str) -> bool {
    let Some(digits) = text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-')) else {
        return false;
    };
    matches!(digits.len(), 8 | ID_DIGITS) && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// `prefix-` and 17 hexadecimal digits taken from nine random bytes; the first digit is `0`, as AWS's ids have it.
pub fn id_text(prefix: &str, random: [u8; 9]) -> String {
    use fmt::Write;
    let mut text = String::with_capacity(prefix.len() + 1 + 2 * random.len());
    text.push_str(prefix);
    text.push('-');
    for byte in random {
        let _ = write!(text, "{byte:02x}");
    }
    text.truncate(prefix.len() + 1 + ID_DIGITS);
    text.replace_range(prefix.len() + 1..prefix.len() + 2, "0");
    text
}

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(#[serde(deserialize_with = "crate::text::deserialize")] Arc<str>);

        impl $name {
            /// What every id of this kind begins with, without the dash.
            pub const PREFIX: &'static str = $prefix;

            /// An id from nine random bytes.
            pub fn from_random(random: [u8; 9]) -> Self {
                Self(id_text(Self::PREFIX, random).into())
            }

            /// An id from text that a caller sent; checks the form only.
            pub fn parse(text: &str) -> Result<Self, MalformedId> {
                if is_well_formed(Self::PREFIX, text) {
                    Ok(Self(text.into()))
                } else {
                    Err(MalformedId { text: text.to_owned(), prefix: Self::PREFIX })
                }
            }

            /// An id that is known to be right, such as one read from a record.
            pub fn trusted(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The digits after the prefix and the dash.
            pub fn digits(&self) -> &str {
                &self.0[Self::PREFIX.len() + 1..]
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::ops::Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

id_types! {
    /// A virtual machine.
    InstanceId = "i";
    /// What one RunInstances call made.
    ReservationId = "r";
    /// A machine image (AMI).
    ImageId = "ami";
    /// A point-in-time copy of a volume.
    SnapshotId = "snap";
    /// A disk.
    VolumeId = "vol";
    /// A network interface (ENI).
    NetworkInterfaceId = "eni";
    /// The attachment of a network interface to an instance.
    EniAttachmentId = "eni-attach";
    /// A virtual private cloud.
    VpcId = "vpc";
    /// The association of a CIDR block with a VPC.
    VpcCidrAssociationId = "vpc-cidr-assoc";
    /// A subnet of a VPC.
    SubnetId = "subnet";
    /// A route table.
    RouteTableId = "rtb";
    /// The association of a route table with a subnet or VPC.
    RouteTableAssociationId = "rtbassoc";
    /// A network ACL.
    NetworkAclId = "acl";
    /// The association of a network ACL with a subnet.
    NetworkAclAssociationId = "aclassoc";
    /// An internet gateway.
    InternetGatewayId = "igw";
    /// A set of DHCP options.
    DhcpOptionsId = "dopt";
    /// A security group.
    SecurityGroupId = "sg";
    /// One rule of a security group.
    SecurityGroupRuleId = "sgr";
    /// A key pair.
    KeyPairId = "key";
    /// An allocated Elastic IP address.
    AllocationId = "eipalloc";
    /// The association of an Elastic IP address with a network interface.
    AssociationId = "eipassoc";
    /// A placement group.
    PlacementGroupId = "pg";
    /// A managed prefix list.
    PrefixListId = "pl";
    /// A launch template.
    LaunchTemplateId = "lt";
    /// A report of who uses an image.
    ImageUsageReportId = "amiur";
    /// The replacement of an instance's root volume.
    ReplaceRootVolumeTaskId = "replacevol";
}

/// A twelve-digit AWS account number.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountId(#[serde(deserialize_with = "crate::text::deserialize")] Arc<str>);

impl AccountId {
    /// `None` unless `text` is exactly twelve digits.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())).then(|| Self(text.into()))
    }

    /// The account whose number is `number` modulo 10^12, padded with zeros.
    pub fn from_number(number: u64) -> Self {
        Self(format!("{:012}", number % 1_000_000_000_000).into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::ops::Deref for AccountId {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for AccountId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_written_as_aws_writes_them() {
        assert_eq!(InstanceId::from_random([0xab; 9]).as_str(), "i-0babababababababa");
        assert_eq!(InstanceId::from_random([0xff; 9]).as_str(), "i-0ffffffffffffffff");
    }

    #[test]
    fn malformed_ids_are_told_from_unknown_ones() {
        for (text, good) in [
            ("i-0123456789abcdef0", true),
            ("i-01234567", true),
            ("i-0123456789ABCDEF0", false),
            ("i-012345678", false),
            ("vol-0123456789abcdef0", false),
            ("i_0123456789abcdef0", false),
            ("", false),
        ] {
            assert_eq!(InstanceId::parse(text).is_ok(), good, "{text}");
        }
    }
}
