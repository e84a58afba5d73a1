//! Ids that callers send: malformed, unknown, or found. The codes and sentences are AWS's.

use std::sync::Arc;

use model::{ApiError, ids::is_well_formed, records::*};

use crate::view::{AccountView, InView, Row};

/// How AWS speaks of one kind of thing.
pub struct Noun {
    /// Before the dash of an id.
    pub prefix: &'static str,
    /// Code for text that is no such id.
    pub malformed: &'static str,
    /// Code for an id that does not exist.
    pub not_found: &'static str,
    /// As in `The instance ID 'i-…' does not exist`.
    pub name: &'static str,
    /// The same in the plural, where several are missing.
    pub names: &'static str,
    /// How AWS quotes the text in its sentence of a malformed id.
    pub quote: Quote,
}

/// AWS has several sentences for malformed ids.
pub enum Quote {
    /// `Invalid id: "x"`.
    Alone,
    /// `Invalid id: "x" (expecting "ami-...")`.
    InvalidId,
    /// `Value (x) for parameter P is invalid.`
    Value(&'static str),
}

impl Noun {
    /// The refusal of text that is no id of this kind.
    pub fn malformed(&self, text: &str) -> ApiError {
        let message = match &self.quote {
            Quote::Alone => format!("Invalid id: \"{text}\""),
            Quote::InvalidId => format!("Invalid id: \"{text}\" (expecting \"{}-...\")", self.prefix),
            Quote::Value(parameter) => format!("Value ({text}) for parameter {parameter} is invalid."),
        };
        ApiError::new(self.malformed, message)
    }

    /// The refusal of an id that does not exist.
    pub fn not_found(&self, text: &str) -> ApiError {
        let (open, close, end) = self.marks();
        ApiError::new(self.not_found, format!("The {} {open}{text}{close} does not exist{end}", self.name))
    }

    /// What stands around the ids and at the end of AWS's sentence, which is not the same for all services of old.
    fn marks(&self) -> (&'static str, &'static str, &'static str) {
        match self.prefix {
            "ami" => ("'[", "]'", ""),
            "vol" | "snap" => ("'", "'", "."),
            _ => ("'", "'", ""),
        }
    }

    /// The refusal of ids that do not exist.
    pub fn none_found(&self, ids: &[&str]) -> ApiError {
        match ids {
            [one] => self.not_found(one),
            many => {
                let ((open, close, end), ids) = (self.marks(), many.join(", "));
                ApiError::new(self.not_found, format!("The {} {open}{ids}{close} do not exist{end}", self.names))
            }
        }
    }

    /// Refuses text that is no id of this kind.
    pub fn check(&self, text: &str) -> Result<(), ApiError> {
        if is_well_formed(self.prefix, text) { Ok(()) } else { Err(self.malformed(text)) }
    }
}

/// A kind of record that callers name by id.
pub trait Named: InView {
    const NOUN: Noun;

    /// How this account finds it; sharing is the business of kinds that can be shared.
    fn seen(view: &AccountView, id: &str) -> Option<Arc<Row<Self>>> {
        view.get(id)
    }

    /// The refusal of well-formed ids that this account doesn't find.
    fn missing(_view: &AccountView, ids: &[&str]) -> ApiError {
        Self::NOUN.none_found(ids)
    }
}

/// An image that its owner deregistered a while ago is no unknown one: AWS says so.
fn missing_images(view: &AccountView, ids: &[&str]) -> ApiError {
    match ids.iter().find(|id| view.get::<DeregisteredImage>(id).is_some()) {
        Some(id) => ApiError::new("InvalidAMIID.Unavailable", format!("The image ID '{id}' is no longer available")),
        None => Image::NOUN.none_found(ids),
    }
}

/// One thing that a caller named.
pub fn one<R: Named>(view: &AccountView, id: &str) -> Result<Arc<Row<R>>, ApiError> {
    R::NOUN.check(id)?;
    R::seen(view, id).ok_or_else(|| R::missing(view, &[id]))
}

/// A thing whose parameter the request must contain.
pub fn required<R: Named>(view: &AccountView, parameter: &str, id: Option<&str>) -> Result<Arc<Row<R>>, ApiError> {
    one(view, id.filter(|id| !id.is_empty()).ok_or_else(|| ApiError::missing(parameter))?)
}

/// All the things that a caller named, each once, in the order of first mention; one that is missing refuses all.
pub fn many<R: Named>(view: &AccountView, ids: &[String]) -> Result<Vec<Arc<Row<R>>>, ApiError> {
    for id in ids {
        R::NOUN.check(id)?;
    }
    let mut found: Vec<Arc<Row<R>>> = Vec::with_capacity(ids.len());
    let mut missing: Vec<&str> = Vec::new();
    let mut mentioned = std::collections::HashSet::new();
    for id in ids.iter().filter(|id| mentioned.insert(id.as_str())) {
        match R::seen(view, id) {
            Some(row) => found.push(row),
            None => missing.push(id),
        }
    }
    if missing.is_empty() { Ok(found) } else { Err(R::missing(view, &missing)) }
}

macro_rules! nouns {
    ($($type:ident $prefix:literal, $malformed:literal, $not_found:literal, $name:literal, $names:literal, $quote:expr $(, $seen:ident $(, $missing:ident)?)?;)*) => {$(
        impl Named for $type {
            const NOUN: Noun = Noun {
                prefix: $prefix,
                malformed: $malformed,
                not_found: $not_found,
                name: $name,
                names: $names,
                quote: $quote,
            };
            $(fn seen(view: &AccountView, id: &str) -> Option<Arc<Row<Self>>> {
                view.$seen(id)
            }
            $(fn missing(view: &AccountView, ids: &[&str]) -> ApiError {
                $missing(view, ids)
            })?)?
        }
    )*};
}

nouns! {
    Instance "i", "InvalidInstanceID.Malformed", "InvalidInstanceID.NotFound", "instance ID", "instance IDs", Quote::Alone;
    Volume "vol", "InvalidParameterValue", "InvalidVolume.NotFound", "volume", "volumes", Quote::Value("volumeId");
    Snapshot "snap", "InvalidSnapshotID.Malformed", "InvalidSnapshot.NotFound", "snapshot", "snapshots", Quote::InvalidId, snapshot;
    Image "ami", "InvalidAMIID.Malformed", "InvalidAMIID.NotFound", "image id", "image ids", Quote::InvalidId, image, missing_images;
    ReplaceRootVolumeTask "replacevol", "InvalidReplaceRootVolumeTaskId.Malformed", "InvalidReplaceRootVolumeTaskId.NotFound", "replace root volume task", "replace root volume tasks", Quote::InvalidId;
    ImageUsageReport "amiur", "InvalidImageUsageReportId.Malformed", "InvalidImageUsageReportId.NotFound", "image usage report", "image usage reports", Quote::InvalidId;
    Vpc "vpc", "InvalidVpcID.Malformed", "InvalidVpcID.NotFound", "vpc ID", "vpc IDs", Quote::InvalidId;
    Subnet "subnet", "InvalidSubnetID.Malformed", "InvalidSubnetID.NotFound", "subnet ID", "subnet IDs", Quote::InvalidId;
    RouteTable "rtb", "InvalidRouteTableId.Malformed", "InvalidRouteTableID.NotFound", "routeTable ID", "routeTable IDs", Quote::InvalidId;
    InternetGateway "igw", "InvalidInternetGatewayId.Malformed", "InvalidInternetGatewayID.NotFound", "internetGateway ID", "internetGateway IDs", Quote::InvalidId;
    NetworkAcl "acl", "InvalidNetworkAclId.Malformed", "InvalidNetworkAclID.NotFound", "networkAcl ID", "networkAcl IDs", Quote::InvalidId;
    DhcpOptions "dopt", "InvalidDhcpOptionsId.Malformed", "InvalidDhcpOptionID.NotFound", "dhcpOption ID", "dhcpOption IDs", Quote::InvalidId;
    NetworkInterface "eni", "InvalidNetworkInterfaceId.Malformed", "InvalidNetworkInterfaceID.NotFound", "networkInterface ID", "networkInterface IDs", Quote::InvalidId;
    SecurityGroup "sg", "InvalidGroupId.Malformed", "InvalidGroup.NotFound", "security group", "security groups", Quote::InvalidId;
    SecurityGroupRule "sgr", "InvalidSecurityGroupRuleId.Malformed", "InvalidSecurityGroupRuleId.NotFound", "security group rule ID", "security group rule IDs", Quote::InvalidId;
    KeyPair "key", "InvalidKeyPair.Malformed", "InvalidKeyPair.NotFound", "key pair ID", "key pair IDs", Quote::InvalidId;
    PrefixList "pl", "InvalidPrefixListId.Malformed", "InvalidPrefixListID.NotFound", "prefix list ID", "prefix list IDs", Quote::InvalidId;
    PlacementGroup "pg", "InvalidPlacementGroupId.Malformed", "InvalidPlacementGroup.Unknown", "placement group ID", "placement group IDs", Quote::InvalidId;
    LaunchTemplate "lt", "InvalidLaunchTemplateId.Malformed", "InvalidLaunchTemplateId.NotFound", "launch template ID", "launch template IDs", Quote::InvalidId;
    Address "eipalloc", "InvalidAllocationID.NotFound", "InvalidAllocationID.NotFound", "allocation ID", "allocation IDs", Quote::InvalidId;
}
