//! The actions, one file each, in a folder for the resource they speak of.
pub mod names;
pub mod quota;
pub mod refusals;
pub mod key_pair;
pub mod security_group;
pub mod tag;
pub mod network_interface;
pub mod address;
pub mod dhcp_options;
pub mod internet_gateway;
pub mod network_acl;
pub mod route_table;
pub mod subnet;
pub mod image;
pub mod snapshot;
pub mod volume;
