//! AuthorizeSecurityGroupIngress.

use model::ApiError;
use wire::ec2;

use super::{authorize::authorize, permission::Flat};
use crate::action::{Action, Call, Output, Plan};

pub struct AuthorizeSecurityGroupIngress;

impl Action for AuthorizeSecurityGroupIngress {
    type Input = ec2::AuthorizeSecurityGroupIngressRequest;

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
        authorize(call, &group, false, &permissions, &input.tag_specifications, |rules| {
            ec2::AuthorizeSecurityGroupIngressResult { return_: Some(true), security_group_rules: rules }
        })
    }
}
