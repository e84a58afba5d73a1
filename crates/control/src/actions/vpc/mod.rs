//! Virtual private clouds.

mod associate_vpc_cidr_block;
mod create_default_vpc;
mod create_vpc;
mod delete_vpc;
mod describe_vpc_attribute;
mod describe_vpcs;
mod disassociate_vpc_cidr_block;
mod modify_vpc_attribute;

pub use associate_vpc_cidr_block::AssociateVpcCidrBlock;
pub use create_default_vpc::CreateDefaultVpc;
pub use create_vpc::CreateVpc;
pub use delete_vpc::DeleteVpc;
pub use describe_vpc_attribute::DescribeVpcAttribute;
pub use describe_vpcs::DescribeVpcs;
pub use disassociate_vpc_cidr_block::DisassociateVpcCidrBlock;
pub use modify_vpc_attribute::ModifyVpcAttribute;

use model::records::{Vpc, VpcCidr};
use wire::ec2;

use crate::{tagging, view::AccountView};

/// A VPC as answers show it.
pub fn shown(view: &AccountView, vpc: &Vpc) -> ec2::Vpc {
    ec2::Vpc {
        vpc_id: Some(vpc.id.to_string()),
        owner_id: Some(vpc.account.to_string()),
        state: Some("available".into()),
        cidr_block: Some(vpc.cidr().to_string()),
        cidr_block_association_set: vpc.cidrs.iter().map(|block| shown_block(block, "associated")).collect(),
        dhcp_options_id: Some(vpc.dhcp_options.to_string()),
        instance_tenancy: Some(vpc.tenancy.clone()),
        is_default: Some(vpc.is_default),
        tags: tagging::shown(view, &vpc.id),
        ..ec2::Vpc::default()
    }
}

/// A block of a VPC's addresses.
fn shown_block(block: &VpcCidr, state: &str) -> ec2::VpcCidrBlockAssociation {
    ec2::VpcCidrBlockAssociation {
        association_id: Some(block.association.to_string()),
        cidr_block: Some(block.cidr.to_string()),
        cidr_block_state: Some(ec2::VpcCidrBlockState { state: Some(state.to_owned()), status_message: None }),
    }
}
