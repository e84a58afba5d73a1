//! Sets of DHCP options.

mod associate_dhcp_options;
pub mod configuration;
mod create_dhcp_options;
mod delete_dhcp_options;
mod describe_dhcp_options;

pub use associate_dhcp_options::AssociateDhcpOptions;
pub use create_dhcp_options::CreateDhcpOptions;
pub use delete_dhcp_options::DeleteDhcpOptions;
pub use describe_dhcp_options::DescribeDhcpOptions;

use model::records::DhcpOptions;
use wire::ec2;

use crate::{tagging, view::AccountView};

/// What a VPC that has no set shows in place of its id.
pub const NO_OPTIONS: &str = "default";

/// A set of DHCP options as answers show it.
pub fn shown(view: &AccountView, options: &DhcpOptions) -> ec2::DhcpOptions {
    let configuration = |(key, values): &(String, Vec<String>)| ec2::DhcpConfiguration {
        key: Some(key.clone()),
        values: values.iter().map(|value| ec2::AttributeValue { value: Some(value.clone()) }).collect(),
    };
    ec2::DhcpOptions {
        dhcp_options_id: Some(options.id.to_string()),
        dhcp_configurations: options.configurations.iter().map(configuration).collect(),
        owner_id: Some(options.account.to_string()),
        tags: tagging::shown(view, &options.id),
    }
}
