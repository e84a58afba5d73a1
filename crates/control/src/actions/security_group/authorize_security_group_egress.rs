//! AuthorizeSecurityGroupEgress. It knows groups by id and rules by permissions alone.

use model::ApiError;
use wire::ec2;

use super::authorize::authorize;
use crate::action::{Action, Call, Output, Plan};

pub struct AuthorizeSecurityGroupEgress;

impl Action for AuthorizeSecurityGroupEgress {
    type Input = ec2::AuthorizeSecurityGroupEgressRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let group = super::find(&call.view, &input.group_id, &None)?;
        authorize(call, &group, true, &input.ip_permissions, &input.tag_specifications, |rules| {
            ec2::AuthorizeSecurityGroupEgressResult { return_: Some(true), security_group_rules: rules }
        })
    }
}
