//! The account in one region.

mod describe_account_attributes;

pub use describe_account_attributes::DescribeAccountAttributes;
