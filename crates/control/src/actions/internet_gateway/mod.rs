//! Internet gateways.

mod attach_internet_gateway;
mod create_internet_gateway;
mod delete_internet_gateway;
mod describe_internet_gateways;
mod detach_internet_gateway;

pub use attach_internet_gateway::AttachInternetGateway;
pub use create_internet_gateway::CreateInternetGateway;
pub use delete_internet_gateway::DeleteInternetGateway;
pub use describe_internet_gateways::DescribeInternetGateways;
pub use detach_internet_gateway::DetachInternetGateway;

use model::records::InternetGateway;
use wire::ec2;

use crate::{tagging, view::AccountView};

/// An internet gateway as answers show it.
pub fn shown(view: &AccountView, gateway: &InternetGateway) -> ec2::InternetGateway {
    let attachment = |vpc: &model::VpcId| ec2::InternetGatewayAttachment {
        state: Some("available".into()),
        vpc_id: Some(vpc.to_string()),
    };
    ec2::InternetGateway {
        attachments: gateway.vpc.iter().map(attachment).collect(),
        internet_gateway_id: Some(gateway.id.to_string()),
        owner_id: Some(gateway.account.to_string()),
        tags: tagging::shown(view, &gateway.id),
    }
}

/// The claim that keeps a VPC from having two gateways.
fn vpc_claim(vpc: &str) -> String {
    format!("gateway-of/{vpc}")
}
