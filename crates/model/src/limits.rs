//! AWS's default quotas: how many of each thing an account may have in a region.

pub const VPCS: usize = 5;
/// The primary one included.
pub const CIDR_BLOCKS_PER_VPC: usize = 5;
pub const SUBNETS_PER_VPC: usize = 200;
pub const ROUTE_TABLES_PER_VPC: usize = 200;
pub const ROUTES_PER_ROUTE_TABLE: usize = 500;
pub const INTERNET_GATEWAYS: usize = 5;
pub const NETWORK_INTERFACES: usize = 5000;
pub const SECURITY_GROUPS_PER_INTERFACE: usize = 5;
/// Elastic IP addresses.
pub const ADDRESSES: usize = 5;
pub const PREFIX_LISTS: usize = 100;
pub const PLACEMENT_GROUPS: usize = 500;
/// Running instances of a spread placement group in one Availability Zone.
pub const SPREAD_INSTANCES_PER_ZONE: usize = 7;
/// Partitions of a partition placement group.
pub const PARTITIONS: u8 = 7;
pub const LAUNCH_TEMPLATES: usize = 5000;
pub const VERSIONS_PER_LAUNCH_TEMPLATE: usize = 10_000;
