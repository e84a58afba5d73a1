//! RevokeSecurityGroupIngress.

use model::ApiError;
use wire::ec2;

use super::{permission::Flat, revoke::revoke};
use crate::action::{Action, Call, Output, Plan};

pub struct RevokeSecurityGroupIngress;

impl Action for RevokeSecurityGroupIngress {
    type Input = ec2::RevokeSecurityGroupIngressRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let group = super::find(&call.view, &input.group_id, &input.group_name)?;
        let single = Flat {
            protocol: &input.ip_protocol,
            from_port: input.from_port,
            to_port: input.to_port,
            cidr: &input.cidr_ip,
            group_name: &input.source_security_group_name,
            group_owner: &input.source_security_group_owner_id,
        };
        let permissions = single.and(&input.ip_permissions)?;
        revoke(call, &group, false, &permissions, &input.security_group_rule_ids, |revoked| {
            ec2::RevokeSecurityGroupIngressResult {
                return_: Some(true),
                unknown_ip_permissions: revoked.unknown,
                revoked_security_group_rules: revoked.rules,
            }
        })
    }
}
