//! UpdateSecurityGroupRuleDescriptionsIngress.

use model::ApiError;
use wire::ec2;

use super::descriptions::update;
use crate::action::{Action, Call, Output, Plan};

pub struct UpdateSecurityGroupRuleDescriptionsIngress;

impl Action for UpdateSecurityGroupRuleDescriptionsIngress {
    type Input = ec2::UpdateSecurityGroupRuleDescriptionsIngressRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let group = super::find(&call.view, &input.group_id, &input.group_name)?;
        update(call, &group, false, &input.ip_permissions, &input.security_group_rule_descriptions, || {
            ec2::UpdateSecurityGroupRuleDescriptionsIngressResult { return_: Some(true) }
        })
    }
}
