//! RevokeSecurityGroupEgress. It knows groups by id and rules by ids or permissions alone.

use model::ApiError;
use wire::ec2;

use super::revoke::revoke;
use crate::action::{Action, Call, Output, Plan};

pub struct RevokeSecurityGroupEgress;

impl Action for RevokeSecurityGroupEgress {
    type Input = ec2::RevokeSecurityGroupEgressRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let group = super::find(&call.view, &input.group_id, &None)?;
        revoke(call, &group, true, &input.ip_permissions, &input.security_group_rule_ids, |revoked| {
            ec2::RevokeSecurityGroupEgressResult {
                return_: Some(true),
                unknown_ip_permissions: revoked.unknown,
                revoked_security_group_rules: revoked.rules,
            }
        })
    }
}
