//! ModifyVpcAttribute: one attribute in each request.

use model::{ApiError, records::Vpc};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    actions::refusals::one_attribute,
    edit::Edit,
    lookup,
};

pub struct ModifyVpcAttribute;

impl Action for ModifyVpcAttribute {
    type Input = ec2::ModifyVpcAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        one_attribute(&[
            ("enableDnsHostnames", input.enable_dns_hostnames.is_some()),
            ("enableDnsSupport", input.enable_dns_support.is_some()),
            ("enableNetworkAddressUsageMetrics", input.enable_network_address_usage_metrics.is_some()),
        ])?;
        let mut after = vpc.record.clone();
        if let Some(value) = input.enable_dns_support.as_ref().and_then(|attribute| attribute.value) {
            after.dns_support = value;
        }
        if let Some(value) = input.enable_dns_hostnames.as_ref().and_then(|attribute| attribute.value) {
            if value && !vpc.dns_support {
                return Err(ApiError::combination(
                    "DNS hostnames can be enabled only in a VPC that has DNS support enabled.",
                ));
            }
            after.dns_hostnames = value;
        }
        let mut edit = Edit::new();
        edit.update(&vpc, &after);
        Plan::change(edit, |_| Ok(ec2::ModifyVpcAttributeResult {}))
    }
}
