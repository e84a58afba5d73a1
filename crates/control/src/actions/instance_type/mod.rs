//! Instance types.

mod describe_instance_type_offerings;
mod describe_instance_types;
mod offered;

pub use describe_instance_type_offerings::DescribeInstanceTypeOfferings;
pub use describe_instance_types::DescribeInstanceTypes;
