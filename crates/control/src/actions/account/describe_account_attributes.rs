//! DescribeAccountAttributes.

use model::ApiError;
use wire::ec2;

use crate::{
    action::{Action, Call, Output, Plan},
    defaults,
};

pub struct DescribeAccountAttributes;

/// The attributes in the order in which EC2 shows them. Of `max-instances` AWS says itself that it means nothing any more.
const NAMES: [&str; 6] = [
    "supported-platforms",
    "vpc-max-security-groups-per-interface",
    "max-elastic-ips",
    "max-instances",
    "vpc-max-elastic-ips",
    "default-vpc",
];

impl Action for DescribeAccountAttributes {
    type Input = ec2::DescribeAccountAttributesRequest;

    fn plan(call: &Call, input: &Self::Input) -> Result<Plan<Output<Self>>, ApiError> {
        let asked = &input.attribute_names;
        if let Some(unknown) = asked.iter().find(|name| !NAMES.contains(&name.as_str())) {
            return Err(ApiError::invalid_value("attributeName", unknown, ""));
        }
        let wanted = NAMES.iter().filter(|name| asked.is_empty() || asked.iter().any(|asked| asked == *name));
        let shown = |name: &&str| ec2::AccountAttribute {
            attribute_name: Some((*name).into()),
            attribute_values: vec![ec2::AccountAttributeValue { attribute_value: Some(value(call, name)) }],
        };
        Ok(Plan::Answer(ec2::DescribeAccountAttributesResult { account_attributes: wanted.map(shown).collect() }))
    }
}

fn value(call: &Call, name: &str) -> String {
    match name {
        "supported-platforms" => "VPC".into(),
        "default-vpc" => defaults::default_vpc(&call.view).map_or_else(|| "none".into(), |vpc| vpc.id.to_string()),
        "max-instances" => "20".into(),
        _ => "5".into(),
    }
}
