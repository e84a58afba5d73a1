//! The account in one region.

mod describe_account_attributes;
mod disable_ebs_encryption_by_default;
mod get_ebs_encryption_by_default;
pub mod settings;

pub use describe_account_attributes::DescribeAccountAttributes;
pub use disable_ebs_encryption_by_default::DisableEbsEncryptionByDefault;
pub use get_ebs_encryption_by_default::GetEbsEncryptionByDefault;
