//! Elastic IP addresses.

use std::net::Ipv4Addr;

use serde::{Deserialize, Serialize};

use super::{Rest, record};
use crate::ids::{AccountId, AllocationId, AssociationId, NetworkInterfaceId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Address {
    pub id: AllocationId,
    pub account: AccountId,
    pub created_ms: i64,
    pub public: Ipv4Addr,
    pub association: Option<AddressAssociation>,
    #[serde(flatten)]
    pub rest: Rest,
}

record!(Address, "address", id,
    "public" => |a| [a.public.to_string()],
    "interface" => |a| a.association.as_ref().map(|x| x.interface.as_str()),
    "association" => |a| a.association.as_ref().map(|x| x.id.as_str()),
);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddressAssociation {
    pub id: AssociationId,
    pub interface: NetworkInterfaceId,
    pub private: Ipv4Addr,
}
