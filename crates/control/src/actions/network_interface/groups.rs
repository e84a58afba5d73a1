//! The security groups of an interface: what a request may name. Used by every action that sets them.

use std::sync::Arc;

use model::{
    ApiError, limits,
    records::{SecurityGroup, Subnet},
};

use crate::{
    actions::refusals::different_networks,
    lookup,
    view::{AccountView, Row},
};

/// The groups that a request names for an interface in `subnet`, each once; the VPC's default group if it names none.
pub fn for_subnet(
    view: &AccountView,
    subnet: &Subnet,
    ids: &[String],
) -> Result<Vec<Arc<Row<SecurityGroup>>>, ApiError> {
    if ids.is_empty() {
        let group = view.find::<SecurityGroup>("vpc", &subnet.vpc).find(|group| group.name == "default");
        let group = group.ok_or_else(|| ApiError::internal("the VPC has no default security group"))?;
        return Ok(vec![group.clone()]);
    }
    let groups = lookup::many::<SecurityGroup>(view, ids)?;
    if let Some(stranger) = groups.iter().find(|group| group.vpc != subnet.vpc) {
        return Err(different_networks(
            "InvalidParameter",
            format_args!("Security group {}", stranger.id),
            format_args!("subnet {}", subnet.id),
        ));
    }
    if groups.len() > limits::SECURITY_GROUPS_PER_INTERFACE {
        return Err(ApiError::new(
            "SecurityGroupsPerInterfaceLimitExceeded",
            format!(
                "You have exceeded the number of security groups allowed per network interface: {}.",
                limits::SECURITY_GROUPS_PER_INTERFACE
            ),
        ));
    }
    Ok(groups)
}
