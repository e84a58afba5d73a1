//! Regions and their zones. All of them are served without being enabled first, so every account has opted in.

mod describe_availability_zones;
mod describe_regions;

pub use describe_availability_zones::DescribeAvailabilityZones;
pub use describe_regions::DescribeRegions;
