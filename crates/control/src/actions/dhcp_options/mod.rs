//! Sets of DHCP options.

mod describe_dhcp_options;

pub use describe_dhcp_options::DescribeDhcpOptions;

use model::records::DhcpOptions;
use wire::ec2;

use crate::{tagging, view::AccountView};

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
