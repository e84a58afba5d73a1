//! DescribeVpcAttribute.

use model::{ApiError, records::Vpc};
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    lookup,
};

pub struct DescribeVpcAttribute;

impl Action for DescribeVpcAttribute {
    type Input = ec2::DescribeVpcAttributeRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let vpc = lookup::required::<Vpc>(&call.view, "VpcId", input.vpc_id.as_deref())?;
        let mut result = ec2::DescribeVpcAttributeResult { vpc_id: Some(vpc.id.to_string()), ..Default::default() };
        let value = |value| Some(ec2::AttributeBooleanValue { value: Some(value) });
        match input.attribute.as_deref().ok_or_else(|| ApiError::missing("Attribute"))? {
            "enableDnsSupport" => result.enable_dns_support = value(vpc.dns_support),
            "enableDnsHostnames" => result.enable_dns_hostnames = value(vpc.dns_hostnames),
            "enableNetworkAddressUsageMetrics" => result.enable_network_address_usage_metrics = value(false),
            other => return Err(ApiError::invalid_value("attribute", other, "")),
        }
        Ok(Plan::Answer(result))
    }
}
